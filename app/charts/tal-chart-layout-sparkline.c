/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The course of one series at a glance: from zero, without a word.  The row it stands in says
 * the last figure and the change. */

#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-value-axis.h"

#define LINE_WIDTH 2.0
#define DOT_REACH 2.8

static gboolean
is_broken (const TalChartSpec *spec, guint position)
{
  for (guint i = 0; i < spec->breaks->len; i++)
    {
      if (g_array_index (spec->breaks, TalChartBreak, i).position == position)
        return TRUE;
    }
  return FALSE;
}

/* Through the known figures from 'from' on until one is missing or of another kind; returns the
 * position after. */
static guint
add_stretch (TalChartPlan *plan, const GArray *points, const TalChartSeries *series, guint from)
{
  guint to = from;

  while (to < points->len)
    {
      TalChartValue value = tal_chart_series_get (series, to);

      if (!tal_chart_value_is_known (&value) || (to > from && is_broken (plan->spec, to)))
        break;
      to++;
    }
  if (to - from > 1)
    tal_chart_plan_add_line (plan, &g_array_index (points, TalChartPoint, from), to - from,
                             tal_chart_plan_get_mark_ink (plan, 0), LINE_WIDTH);
  return MAX (to, from + 1);
}

void
tal_chart_layout_sparkline (TalChartPlan *plan)
{
  TalChartGeometry     *geometry = plan->geometry;
  const TalChartSeries *series = NULL;
  g_autoptr (GArray)    points = g_array_new (FALSE, FALSE, sizeof (TalChartPoint));
  TalChartReach         reach = tal_chart_value_axis_find_reach (plan->spec);
  TalChartBox           plot = { DOT_REACH, DOT_REACH, geometry->width - 2 * DOT_REACH,
                                 geometry->height - 2 * DOT_REACH - 1 };
  TalChartScale scale = { MIN (reach.least, 0), MAX (reach.most, 0), plot.y + plot.height, plot.y };
  double        zero = tal_chart_scale_place (&scale, 0);
  TalChartPoint ends[] = { { 0, zero }, { geometry->width, zero } };

  geometry->plot = plot;
  tal_chart_plan_add_scale (plan, scale);
  tal_chart_plan_add_line (plan, ends, 2, TAL_CHART_INK_GRID, 1);
  if (plan->spec->series->len == 0)
    return;

  series = tal_chart_spec_get_series (plan->spec, 0);
  for (guint i = 0; i < series->values->len; i++)
    {
      double        step = series->values->len > 1 ? plot.width / (series->values->len - 1) : 0;
      TalChartValue value = tal_chart_series_get (series, i);
      TalChartPoint point = { plot.x + step * i, tal_chart_scale_place (&scale, value.value) };

      g_array_append_val (points, point);
      if (tal_chart_value_is_known (&value))
        tal_chart_plan_add_spot (plan, 0, (int)i, point, value.value, TRUE);
    }
  for (guint i = 0; i < points->len;)
    i = add_stretch (plan, points, series, i);

  if (geometry->spots->len > 0)
    {
      const TalChartSpot *last =
          &g_array_index (geometry->spots, TalChartSpot, geometry->spots->len - 1);

      tal_chart_plan_add_marker (plan, TAL_CHART_MARKER_CIRCLE, last->point, DOT_REACH,
                                 tal_chart_plan_get_mark_ink (plan, 0));
    }
}
