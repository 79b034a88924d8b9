/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-trace.h"

#include <math.h>

/* Marks closer than this hide one another. */
#define MARK_DISTANCE 9.0
/* Points that few need no thinning. */
#define THINNED_FROM 64

/* One figure on its way to a line. */
typedef struct
{
  TalChartPoint point;
  guint         position;
  gboolean      known;
  gboolean      uncertain;
  gboolean      cut; /* not connected with the one before it */
} Stop;

TalChartPoint
tal_chart_trace_get_point (const TalChartTrace *trace, TalChartValue value, guint position)
{
  TalChartPoint point = { 0, 0 };

  g_return_val_if_fail (trace != NULL && position < trace->places->len, point);

  point.x = g_array_index (trace->places, double, position);
  point.y = tal_chart_scale_place (&trace->scale, value.value);
  return point;
}

gboolean
tal_chart_trace_find_ends (const TalChartSpec *spec, guint series, guint *ret_first, guint *ret_last)
{
  const TalChartSeries *drawn = NULL;
  guint                 n_values;
  guint                 first = 0;

  g_return_val_if_fail (spec != NULL && ret_first != NULL && ret_last != NULL, FALSE);

  drawn = tal_chart_spec_get_series (spec, series);
  n_values = MIN (drawn->values->len, spec->positions->len);
  while (first < n_values &&
         !tal_chart_value_is_known (&g_array_index (drawn->values, TalChartValue, first)))
    first++;
  if (first == n_values)
    return FALSE;

  *ret_first = first;
  *ret_last = n_values - 1;
  while (!tal_chart_value_is_known (&g_array_index (drawn->values, TalChartValue, *ret_last)))
    (*ret_last)--;
  return TRUE;
}

/* Adds the four of a column that begins at 'from' and ends before 'to'. */
static void
append_column (GArray *thinned, const TalChartPoint *points, guint from, guint to)
{
  guint lowest = from;
  guint highest = from;
  guint kept[4];

  for (guint i = from; i < to; i++)
    {
      if (points[i].y > points[lowest].y)
        lowest = i;
      if (points[i].y < points[highest].y)
        highest = i;
    }
  kept[0] = from;
  kept[1] = MIN (lowest, highest);
  kept[2] = MAX (lowest, highest);
  kept[3] = to - 1;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (i == 0 || kept[i] != kept[i - 1])
        g_array_append_val (thinned, points[kept[i]]);
    }
}

GArray *
tal_chart_trace_thin (const TalChartPoint *points, guint n_points)
{
  GArray *thinned = g_array_new (FALSE, FALSE, sizeof (TalChartPoint));
  guint   from = 0;

  g_return_val_if_fail (points != NULL || n_points == 0, thinned);

  while (from < n_points)
    {
      double column = floor (points[from].x);
      guint  to = from + 1;

      while (to < n_points && floor (points[to].x) >= column && floor (points[to].x) <= column)
        to++;
      append_column (thinned, points, from, to);
      from = to;
    }
  return thinned;
}

/* A mark for each position that breaks begin at. */
static guint8 *
mark_breaks (const TalChartSpec *spec)
{
  guint8 *broken = g_new0 (guint8, spec->positions->len + 1);

  for (guint i = 0; i < spec->breaks->len; i++)
    {
      guint position = g_array_index (spec->breaks, TalChartBreak, i).position;

      if (position < spec->positions->len)
        broken[position] = 1;
    }
  return broken;
}

static GArray *
list_stops (const TalChartPlan *plan, const TalChartTrace *trace)
{
  GArray               *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  const TalChartSeries *series = tal_chart_spec_get_series (plan->spec, trace->series);
  g_autofree guint8    *broken = mark_breaks (plan->spec);
  gboolean              connected = FALSE;

  for (guint i = 0; i < plan->spec->positions->len; i++)
    {
      TalChartValue value = tal_chart_series_get (series, i);
      Stop          stop = { .position = i, .known = tal_chart_value_is_known (&value) };

      if (stop.known)
        {
          stop.point = tal_chart_trace_get_point (trace, value, i);
          stop.uncertain = value.state != TAL_FIGURE_FINAL;
          stop.cut = !connected || broken[i] != 0;
        }
      connected = stop.known;
      g_array_append_val (stops, stop);
    }
  return stops;
}

static const Stop *
get_stop (const GArray *stops, guint position)
{
  return &g_array_index (stops, Stop, position);
}

/* Whether a line leads from the stop before 'position' to it. */
static gboolean
is_connected (const GArray *stops, guint position)
{
  return position > 0 && position < stops->len && get_stop (stops, position)->known &&
         !get_stop (stops, position)->cut;
}

static void
add_piece (TalChartPlan *plan, const TalChartTrace *trace, const GArray *points, gboolean uncertain)
{
  g_autoptr (GArray) thinned = NULL;
  TalChartShape     *shape = NULL;

  if (points->len > THINNED_FROM)
    {
      thinned = tal_chart_trace_thin ((const TalChartPoint *)(gpointer)points->data, points->len);
      points = thinned;
    }
  shape = tal_chart_plan_add_line (plan, (const TalChartPoint *)(gpointer)points->data, points->len,
                                   trace->look.mark, trace->look.width);
  shape->series = (int)trace->series;
  shape->dash = uncertain ? TAL_CHART_DASH_UNCERTAIN : trace->look.dash;
}

/* Lines through what is connected, a new one where they turn from solid to dashed or back. */
static void
add_lines (TalChartPlan *plan, const TalChartTrace *trace, const GArray *stops)
{
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TalChartPoint));

  for (guint i = 1; i < stops->len; i++)
    {
      const Stop *stop = get_stop (stops, i);

      if (!is_connected (stops, i))
        continue;
      if (points->len == 0)
        g_array_append_val (points, get_stop (stops, i - 1)->point);
      g_array_append_val (points, stop->point);
      if (is_connected (stops, i + 1) && get_stop (stops, i + 1)->uncertain == stop->uncertain)
        continue;
      add_piece (plan, trace, points, stop->uncertain);
      g_array_set_size (points, 0);
    }
}

/* A figure alone would not be seen without a mark, and one that is not final is told by it. */
static void
add_marks (TalChartPlan *plan, const TalChartTrace *trace, const GArray *stops)
{
  gboolean      marked = stops->len <= TAL_CHART_MOST_MARKED;
  TalChartPoint last = { -MARK_DISTANCE, -MARK_DISTANCE };

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = get_stop (stops, i);

      if (!stop->known)
        continue;
      if (!marked && !stop->uncertain && (is_connected (stops, i) || is_connected (stops, i + 1)))
        continue;
      if (!marked && hypot (stop->point.x - last.x, stop->point.y - last.y) < MARK_DISTANCE &&
          is_connected (stops, i + 1))
        continue;
      last = stop->point;
      tal_chart_look_add_marker (plan, &trace->look, stop->point, trace->series, i);
    }
}

void
tal_chart_trace_add (TalChartPlan *plan, const TalChartTrace *trace)
{
  g_autoptr (GArray)    stops = NULL;
  const TalChartSeries *series = NULL;

  g_return_if_fail (plan != NULL && trace != NULL);

  series = tal_chart_spec_get_series (plan->spec, trace->series);
  stops = list_stops (plan, trace);
  add_lines (plan, trace, stops);
  add_marks (plan, trace, stops);
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = get_stop (stops, i);

      if (stop->known)
        tal_chart_plan_add_spot (plan, (int)trace->series, (int)i, stop->point,
                                 tal_chart_series_get (series, i).value, TRUE);
    }
}
