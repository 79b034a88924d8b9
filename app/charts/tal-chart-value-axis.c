/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-value-axis.h"

#include "base/tal-danish-number.h"
#include "charts/tal-chart-text.h"

#include <math.h>

#define LINE_WIDTH 1.0
/* Between an axis and its labels. */
#define LABEL_GAP 6.0
/* How far ticks should be from one another: upwards, and to the right. */
#define TICK_DISTANCE 55.0
/* Of its height the top label needs above the plot. */
#define TOP_SHARE 0.6
#define FEWEST_TICKS 3
#define MOST_TICKS 7

static void
widen (TalChartReach *reach, gboolean *found, const GArray *values)
{
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const TalChartValue *value = &g_array_index (values, TalChartValue, i);

      if (!tal_chart_value_is_known (value))
        continue;
      reach->least = *found ? MIN (reach->least, value->value) : value->value;
      reach->most = *found ? MAX (reach->most, value->value) : value->value;
      *found = TRUE;
    }
}

TalChartReach
tal_chart_value_axis_find_reach (const TalChartSpec *spec)
{
  TalChartReach reach = { 0, 1 };
  gboolean      found = FALSE;

  g_return_val_if_fail (spec != NULL, reach);

  for (guint i = 0; i < spec->series->len; i++)
    {
      const TalChartSeries *series = tal_chart_spec_get_series (spec, i);

      widen (&reach, &found, series->values);
      widen (&reach, &found, series->targets);
    }
  if (!found)
    return (TalChartReach){ 0, 1 };
  if (!spec->zoomed)
    {
      reach.least = MIN (reach.least, 0);
      reach.most = MAX (reach.most, 0);
    }
  if (reach.most <= reach.least && reach.most <= 0 && reach.least >= 0)
    reach.most = 1;
  return reach;
}

TalChartTicks
tal_chart_value_axis_choose_ticks (TalChartReach reach, double length)
{
  double wanted = CLAMP (round (length / TICK_DISTANCE), FEWEST_TICKS, MOST_TICKS);

  return tal_chart_ticks_search (reach.least, reach.most, (guint)wanted, TRUE);
}

char *
tal_chart_value_axis_dup_note (const TalChartSpec *spec, const TalChartTicks *ticks)
{
  g_autofree char *number = NULL;
  gboolean         above;
  gboolean         below;

  g_return_val_if_fail (spec != NULL && ticks != NULL, NULL);

  above = ticks->first > 0;
  below = ticks->first + (gint64)ticks->length - 1 < 0;
  if (!above && !below)
    return NULL;
  number =
      tal_chart_text_dup_tick (spec, tal_chart_ticks_get (ticks, above ? 0 : ticks->length - 1),
                               TRUE);
  return g_strdup_printf ("%s ved %s%s", above ? "Aksen begynder" : "Aksen slutter", number,
                          g_str_has_suffix (number, ".") ? "" : ".");
}

static double
measure_labels (TalChartPlan *plan, const TalChartTicks *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->length; i++)
    {
      g_autofree char *label =
          tal_chart_text_dup_tick (plan->spec, tal_chart_ticks_get (ticks, i), FALSE);

      widest = MAX (widest,
                    tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_SMALL, label));
    }
  return widest;
}

static TalChartInk
choose_ink (const TalChartTicks *ticks, guint position)
{
  return ticks->first + (gint64)position == 0 ? TAL_CHART_INK_ZERO_LINE : TAL_CHART_INK_GRID;
}

/* Whether an axis would say anything. */
static gboolean
has_figures (const TalChartSpec *spec)
{
  TalChartReach reach = { 0, 0 };
  gboolean      found = FALSE;

  for (guint i = 0; i < spec->series->len && !found; i++)
    {
      widen (&reach, &found, tal_chart_spec_get_series (spec, i)->values);
      widen (&reach, &found, tal_chart_spec_get_series (spec, i)->targets);
    }
  return found;
}

double
tal_chart_value_axis_measure_upward (TalChartPlan *plan, const TalChartTicks *ticks, double width)
{
  double labels;

  g_return_val_if_fail (plan != NULL && ticks != NULL, 0);

  labels = measure_labels (plan, ticks) + LABEL_GAP;
  return labels > width / 2 || !has_figures (plan->spec) ? 0 : labels;
}

TalChartBox
tal_chart_value_axis_add_caption (TalChartPlan *plan, TalChartBox plot)
{
  double                height;
  g_autoptr (GPtrArray) lines = NULL;

  g_return_val_if_fail (plan != NULL, plot);

  height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  if (plan->spec->caption == NULL || plot.height <= 4 * height)
    return plot;

  lines = tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL, plan->spec->caption,
                                     plan->room.x + plan->room.width - plot.x, 1);
  for (guint i = 0; i < lines->len; i++)
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT,
                             g_ptr_array_index (lines, i), plot.x, TAL_CHART_ALIGN_START, plot.y);
  return (TalChartBox){ plot.x, plot.y + height, plot.width, plot.height - height };
}

/* Of so many ticks one is labelled, that labels do not touch. */
static gint64
choose_label_step (const TalChartTicks *ticks, double length, double height)
{
  double distance = ticks->length > 1 ? length / (ticks->length - 1) : length;

  return distance > 0 ? (gint64)ceil (height / MAX (distance, height / 100)) : 100;
}

TalChartScale
tal_chart_value_axis_fit_upward (TalChartPlan *plan, const TalChartTicks *ticks, TalChartBox *plot)
{
  TalChartScale scale = { 0, 1, 0, 0 };
  double        labels;
  double        height;
  double        above;

  g_return_val_if_fail (plan != NULL && ticks != NULL && plot != NULL, scale);

  labels = tal_chart_value_axis_measure_upward (plan, ticks, plot->width);
  plot->x += labels;
  plot->width -= labels;
  height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  *plot = tal_chart_value_axis_add_caption (plan, *plot);
  /* The top label reaches half its height above the plot. */
  above = MIN (height * TOP_SHARE, plot->height / 2);
  plot->y += above;
  plot->height -= above;
  scale = (TalChartScale){ tal_chart_ticks_get_least (ticks), tal_chart_ticks_get_most (ticks),
                           plot->y + plot->height, plot->y };
  tal_chart_plan_add_scale (plan, scale);
  return scale;
}

void
tal_chart_value_axis_add_upward (TalChartPlan *plan, const TalChartTicks *ticks, TalChartBox plot)
{
  double        height;
  gint64        step;
  TalChartScale scale;

  g_return_if_fail (plan != NULL && ticks != NULL);

  height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  step = choose_label_step (ticks, plot.height, height);
  scale = (TalChartScale){ tal_chart_ticks_get_least (ticks), tal_chart_ticks_get_most (ticks),
                           plot.y + plot.height, plot.y };
  for (guint i = 0; i < ticks->length; i++)
    {
      TalDecimal       value = tal_chart_ticks_get (ticks, i);
      g_autofree char *label = tal_chart_text_dup_tick (plan->spec, value, FALSE);
      double           y = tal_chart_scale_place (&scale, tal_decimal_to_double (value));
      TalChartPoint    ends[] = { { plot.x, y }, { plot.x + plot.width, y } };
      TalChartShape   *line =
          tal_chart_plan_add_line (plan, ends, 2, choose_ink (ticks, i), LINE_WIDTH);

      if (i == 0 && ticks->first > 0)
        {
          line->stroke = TAL_CHART_INK_ZERO_LINE;
          line->dash = TAL_CHART_DASH_LONG;
        }
      if ((ticks->first + i) % step == 0)
        tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, label,
                                 plot.x - LABEL_GAP, TAL_CHART_ALIGN_END, y - height / 2);
    }
}
