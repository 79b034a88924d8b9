/* SPDX-License-Identifier: GPL-3.0-or-later */

/* It writes Danish by rule, whatever the language of the program: this stands in the committee's
 * own papers. */

#include "charts/tal-chart-target-line.h"

#include "charts/tal-chart-text.h"
#include "charts/tal-chart-trace.h"

#define LINE_WIDTH 1.5
/* Of the ground to both sides, so that it can be seen on bars. */
#define EDGE_WIDTH 1.0
#define RING_WIDTH 1.5
#define RING_REACH 4.0
#define TEXT_TARGET "mål "

/* Targets of several series differ from one another. */
static const TalChartDash dashes[] = { TAL_CHART_DASH_SOLID, TAL_CHART_DASH_LONG,
                                       TAL_CHART_DASH_SHORT, TAL_CHART_DASH_MIXED };

static gboolean
get_target (const TalChartSeries *series, guint position, double *ret_value)
{
  if (series->targets == NULL || position >= series->targets->len ||
      !tal_chart_value_is_known (&g_array_index (series->targets, TalChartValue, position)))
    return FALSE;

  *ret_value = g_array_index (series->targets, TalChartValue, position).value;
  return TRUE;
}

/* The place halfway between a position and the one before it, or the edge. */
static double
get_border (const GArray *places, guint position, double left, double right)
{
  if (position == 0)
    return left;
  if (position >= places->len)
    return right;
  return (g_array_index (places, double, position - 1) + g_array_index (places, double, position)) /
         2;
}

static void
add_level (GArray *points, double from, double to, double y)
{
  TalChartPoint ends[] = { { from, y }, { to, y } };
  guint         length = points->len;

  /* A level that goes on is one line. */
  if (length > 0 && g_array_index (points, TalChartPoint, length - 1).y <= y &&
      g_array_index (points, TalChartPoint, length - 1).y >= y)
    g_array_index (points, TalChartPoint, length - 1).x = to;
  else
    g_array_append_vals (points, ends, 2);
}

static guint
count_targets_before (const TalChartSpec *spec, guint series)
{
  guint count = 0;

  for (guint i = 0; i < series; i++)
    count += tal_chart_spec_get_series (spec, i)->targets != NULL ? 1 : 0;
  return count;
}

static void
add_steps (TalChartPlan *plan, guint series, GArray *points)
{
  g_autoptr (GArray) thinned = NULL;
  TalChartShape     *shape = NULL;

  if (points->len == 0)
    return;

  thinned = tal_chart_trace_thin ((const TalChartPoint *)(gpointer)points->data, points->len);
  if (points->len > plan->geometry->width)
    points = thinned;
  tal_chart_plan_add_line (plan, (const TalChartPoint *)(gpointer)points->data, points->len,
                           TAL_CHART_INK_GROUND, LINE_WIDTH + 2 * EDGE_WIDTH);
  shape = tal_chart_plan_add_line (plan, (const TalChartPoint *)(gpointer)points->data, points->len,
                                   TAL_CHART_INK_TARGET, LINE_WIDTH);
  shape->dash = dashes[count_targets_before (plan->spec, series) % G_N_ELEMENTS (dashes)];
  if (tal_chart_spec_get_series (plan->spec, series)->benchmark)
    shape->dash = TAL_CHART_DASH_DOTTED;
}

static void
add_ring (TalChartPlan *plan, TalChartPoint point)
{
  TalChartShape *shape = tal_chart_plan_add_marker (plan, TAL_CHART_MARKER_DIAMOND, point,
                                                    RING_REACH, TAL_CHART_INK_GROUND);

  shape->stroke = TAL_CHART_INK_TARGET;
  shape->stroke_width = RING_WIDTH;
}

void
tal_chart_target_line_add (TalChartPlan        *plan,
                           guint                series,
                           const GArray        *places,
                           const TalChartScale *scale,
                           double               left,
                           double               right)
{
  g_autoptr (GArray)    points = g_array_new (FALSE, FALSE, sizeof (TalChartPoint));
  const TalChartSeries *drawn = NULL;

  g_return_if_fail (plan != NULL && places != NULL && scale != NULL);

  drawn = tal_chart_spec_get_series (plan->spec, series);
  if (drawn->targets == NULL)
    return;
  for (guint i = 0; i < places->len; i++)
    {
      double value;
      double y;

      if (!get_target (drawn, i, &value))
        {
          add_steps (plan, series, points);
          g_array_set_size (points, 0);
          continue;
        }
      y = tal_chart_scale_place (scale, value);
      add_level (points, get_border (places, i, left, right),
                 get_border (places, i + 1, left, right), y);
    }
  add_steps (plan, series, points);

  for (guint i = 0; drawn->benchmark && i < places->len && places->len <= TAL_CHART_MOST_MARKED;
       i++)
    {
      double value;

      if (get_target (drawn, i, &value))
        add_ring (plan, (TalChartPoint){ g_array_index (places, double, i),
                                         tal_chart_scale_place (scale, value) });
    }
}

static char *
dup_own_label (const TalChartSpec *spec, guint series, double *ret_value)
{
  const TalChartSeries *drawn = tal_chart_spec_get_series (spec, series);
  guint                 at = drawn->targets != NULL ? drawn->targets->len : 0;

  at = MIN (at, spec->positions->len);
  while (at > 0 && !get_target (drawn, at - 1, ret_value))
    at--;
  if (at == 0)
    return NULL;
  if (drawn->target_label == NULL)
    {
      g_autofree char *written =
          tal_chart_text_dup_value_with_unit (spec, &g_array_index (drawn->targets, TalChartValue,
                                                                    at - 1));

      return g_strconcat (TEXT_TARGET, written, NULL);
    }
  return g_strdup (drawn->target_label);
}

char *
tal_chart_target_line_dup_label (const TalChartSpec *spec, guint series, double *ret_value)
{
  g_autofree char *label = NULL;
  double           value = 0;

  g_return_val_if_fail (spec != NULL && ret_value != NULL, NULL);

  label = dup_own_label (spec, series, &value);
  for (guint i = 0; label != NULL && i < series; i++)
    {
      double           other = 0;
      g_autofree char *said = dup_own_label (spec, i, &other);

      if (g_strcmp0 (said, label) == 0 && other <= value && other >= value)
        return NULL;
    }
  if (label != NULL)
    *ret_value = value;
  return g_steal_pointer (&label);
}
