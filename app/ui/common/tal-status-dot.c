/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-status-dot.h"

/* Of the height of a line above its base, so that the dot grows with the text. */
#define SHARE_OF_ASCENT 0.8f
#define RING_SHARE 0.18f

struct _TalStatusDot
{
  GtkWidget parent_instance;

  TalMark mark;
};

G_DEFINE_FINAL_TYPE (TalStatusDot, tal_status_dot, GTK_TYPE_WIDGET)

/* Of a line of the text beside it, in pixels. */
static void
get_line (GtkWidget *widget, float *ret_ascent, float *ret_height)
{
  PangoFontMetrics *metrics =
      pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);

  *ret_ascent = (float)pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  *ret_height = *ret_ascent + (float)pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
}

static float
get_size (GtkWidget *widget)
{
  float ascent = 0;
  float height = 0;

  get_line (widget, &ascent, &height);
  return SHARE_OF_ASCENT * ascent;
}

static void
append_ring (GtkSnapshot *snapshot, const GskRoundedRect *outline, float size, GdkRGBA colour)
{
  float   width = MAX (1.5f, RING_SHARE * size);
  float   widths[] = { width, width, width, width };
  GdkRGBA colours[] = { colour, colour, colour, colour };

  gtk_snapshot_append_border (snapshot, outline, widths, colours);
}

static void
tal_status_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TalMark         mark = TAL_STATUS_DOT (widget)->mark;
  GdkRGBA         colour = tal_mark_get_tone_colour (widget, mark.tone);
  float           size = get_size (widget);
  float           top = (float)(gtk_widget_get_height (widget)) / 2 - size / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, top, size, size);
  graphene_rect_t half = GRAPHENE_RECT_INIT (0, top, size / 2, size);
  GskRoundedRect  outline;

  if (mark.tone == TAL_TONE_NONE || mark.tone == TAL_TONE_OPEN)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, size / 2);
  if (mark.hatched || mark.tone == TAL_TONE_MET)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &colour, mark.hatched ? &half : &bounds);
      gtk_snapshot_pop (snapshot);
    }
  append_ring (snapshot, &outline, size, colour);
}

static void
tal_status_dot_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  float ascent = 0;
  float height = 0;

  get_line (widget, &ascent, &height);
  *minimum = (int)(orientation == GTK_ORIENTATION_VERTICAL ? height : SHARE_OF_ASCENT * ascent) + 1;
  *natural = *minimum;
}

static void
tal_status_dot_class_init (TalStatusDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tal_status_dot_snapshot;
  widget_class->measure = tal_status_dot_measure;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tal_status_dot_init (TalStatusDot *self)
{
}

GtkWidget *
tal_status_dot_new (void)
{
  return g_object_new (TAL_TYPE_STATUS_DOT, NULL);
}

void
tal_status_dot_set_mark (TalStatusDot *self, TalMark mark)
{
  g_return_if_fail (TAL_IS_STATUS_DOT (self));

  self->mark = mark;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

TalMark
tal_status_dot_get_mark (TalStatusDot *self)
{
  g_return_val_if_fail (TAL_IS_STATUS_DOT (self), ((TalMark){ TAL_TONE_NONE, FALSE }));

  return self->mark;
}
