/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-mark.h"

/* The width of a stripe and the gap after it together, measured along the gradient. */
#define STRIPE_PITCH 4.2f

static TalTone
find_tone (const TalGoalStatus *status)
{
  switch (status->attainment)
    {
    case TAL_ATTAINMENT_MET:
    case TAL_ATTAINMENT_MET_SO_FAR:
    case TAL_ATTAINMENT_ALREADY_MET:
      return TAL_TONE_MET;
    case TAL_ATTAINMENT_NOT_MET:
    case TAL_ATTAINMENT_NOT_YET_MET:
      return TAL_TONE_NOT_MET;
    case TAL_ATTAINMENT_NO_TARGET:
      return TAL_TONE_OPEN;
    case TAL_ATTAINMENT_COMPUTED:
    case TAL_ATTAINMENT_NOT_MEASURED:
      return TAL_TONE_NONE;
    }

  g_return_val_if_reached (TAL_TONE_NONE);
}

TalMark
tal_mark_for_status (const TalGoalStatus *status)
{
  TalMark mark = { TAL_TONE_NONE, FALSE };

  g_return_val_if_fail (status != NULL, mark);

  mark.tone = find_tone (status);
  if (!tal_figure_is_known (&status->figure))
    return mark;

  if (mark.tone == TAL_TONE_NONE)
    mark.tone = TAL_TONE_OPEN;
  mark.hatched = status->figure.state != TAL_FIGURE_FINAL ||
                 tal_attainment_is_preliminary (status->attainment);
  return mark;
}

gboolean
tal_mark_has_target (const TalGoalStatus *status)
{
  g_return_val_if_fail (status != NULL, FALSE);

  return status->criterion != NULL &&
         (!tal_comparison_needs_target (status->criterion->comparison) ||
          !tal_decimal_is_none (status->target));
}

GdkRGBA
tal_mark_get_colour (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = NULL;
  GdkRGBA          colour;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), ((GdkRGBA){ 0, 0, 0, 1 }));

  context = gtk_widget_get_style_context (widget);
  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);
  return colour;
}

GdkRGBA
tal_mark_get_tone_colour (GtkWidget *widget, TalTone tone)
{
  static const char *const names[] = { "tal_open", "tal_met", "tal_not_met", "tal_open" };

  return tal_mark_get_colour (widget, names[tone]);
}

const char *
tal_mark_get_icon_name (TalTone tone)
{
  switch (tone)
    {
    case TAL_TONE_MET:
      return APPLICATION_ID "-check-symbolic";
    case TAL_TONE_NOT_MET:
      return APPLICATION_ID "-cross-symbolic";
    case TAL_TONE_NONE:
    case TAL_TONE_OPEN:
      return APPLICATION_ID "-history-symbolic";
    }

  g_return_val_if_reached (NULL);
}

const char *
tal_mark_get_style_class (TalTone tone)
{
  switch (tone)
    {
    case TAL_TONE_MET:
      return "met";
    case TAL_TONE_NOT_MET:
      return "not-met";
    case TAL_TONE_NONE:
    case TAL_TONE_OPEN:
      return "dim-label";
    }

  g_return_val_if_reached (NULL);
}

static void
append_stripes (GtkSnapshot *snapshot, const graphene_rect_t *bounds, const GdkRGBA *colour)
{
  GdkRGBA      clear = *colour;
  GskColorStop stops[4];
  float        x = bounds->origin.x;
  float        y = bounds->origin.y;

  clear.alpha = 0;
  stops[0] = (GskColorStop){ 0.00f, *colour };
  stops[1] = (GskColorStop){ 0.46f, *colour };
  stops[2] = (GskColorStop){ 0.54f, clear };
  stops[3] = (GskColorStop){ 1.00f, clear };

  gtk_snapshot_append_repeating_linear_gradient (snapshot, bounds, &GRAPHENE_POINT_INIT (x, y),
                                                 &GRAPHENE_POINT_INIT (x + STRIPE_PITCH,
                                                                       y + STRIPE_PITCH),
                                                 stops, G_N_ELEMENTS (stops));
}

void
tal_mark_append_bar (TalMark                mark,
                     GtkWidget             *widget,
                     GtkSnapshot           *snapshot,
                     const graphene_rect_t *bounds,
                     float                  radius)
{
  GdkRGBA        colour;
  GskRoundedRect outline;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (bounds != NULL);

  if (mark.tone == TAL_TONE_NONE || bounds->size.width <= 0)
    return;

  colour = tal_mark_get_tone_colour (widget, mark.tone);
  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  if (mark.hatched)
    append_stripes (snapshot, bounds, &colour);
  else
    gtk_snapshot_append_color (snapshot, &colour, bounds);
  gtk_snapshot_pop (snapshot);

  if (mark.hatched)
    gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ 1, 1, 1, 1 },
                                (const GdkRGBA[4]){ colour, colour, colour, colour });
}
