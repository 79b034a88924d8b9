/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-hit.h"

#include "charts/tal-chart-text.h"
#include "core/tal-danish-period.h"

#include <math.h>

/* How far outside the plot a pointer is still at it. */
#define REACH 24.0

static const TalChartSpot *
get_spot (const TalChartGeometry *geometry, guint number)
{
  return &g_array_index (geometry->spots, TalChartSpot, number);
}

/* Where positions are read together only the way along them counts, and the other way decides
 * between series. */
static double
measure_distance (const TalChartGeometry *geometry, const TalChartSpot *spot, double x, double y)
{
  double across = spot->point.x - x;
  double along = spot->point.y - y;

  if (geometry->by_position)
    return fabs (across) * geometry->height + fabs (along);
  return across * across + along * along;
}

const TalChartSpot *
tal_chart_hit_get (const TalChartGeometry *geometry, int series, int position)
{
  g_return_val_if_fail (geometry != NULL, NULL);

  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *spot = get_spot (geometry, i);

      if (spot->series == series && spot->position == position)
        return spot;
    }
  return NULL;
}

/* Of the bar that the pointer is upon. */
static const TalChartSpot *
find_under (const TalChartGeometry *geometry, double x, double y)
{
  for (guint i = geometry->shapes->len; i > 0; i--)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i - 1);
      TalChartBox          point = { x, y, 0, 0 };

      if (shape->kind == TAL_CHART_SHAPE_RECTANGLE && shape->position != TAL_CHART_NOBODY &&
          tal_chart_box_contains (shape->box, point))
        return tal_chart_hit_get (geometry, shape->series, shape->position);
    }
  return NULL;
}

const TalChartSpot *
tal_chart_hit_find (const TalChartGeometry *geometry, double x, double y)
{
  const TalChartSpot *nearest = NULL;
  double              least = HUGE_VAL;

  g_return_val_if_fail (geometry != NULL, NULL);

  if (x < geometry->plot.x - REACH || x > geometry->plot.x + geometry->plot.width + REACH ||
      y < geometry->plot.y - REACH || y > geometry->plot.y + geometry->plot.height + REACH)
    return NULL;
  nearest = geometry->by_position ? NULL : find_under (geometry, x, y);
  if (nearest != NULL)
    return nearest;
  for (guint i = 0; i < geometry->spots->len; i++)
    {
      double distance = measure_distance (geometry, get_spot (geometry, i), x, y);

      if (distance >= least)
        continue;
      least = distance;
      nearest = get_spot (geometry, i);
    }
  return nearest;
}

GPtrArray *
tal_chart_hit_list_read (const TalChartGeometry *geometry, const TalChartSpot *spot)
{
  GPtrArray *read = NULL;

  g_return_val_if_fail (geometry != NULL && spot != NULL, NULL);

  read = g_ptr_array_new ();
  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *each = get_spot (geometry, i);

      if (each->position == spot->position &&
          (geometry->by_position || each->series == spot->series))
        g_ptr_array_add (read, (gpointer)each);
    }
  return read;
}

/* Of the spots of one series, or of all, the one whose position is nearest to 'position' among
 * those on the wanted side of it (at it where 'sign' is 0). */
static const TalChartSpot *
find_beside (const TalChartGeometry *geometry, int series, int position, int sign)
{
  const TalChartSpot *nearest = NULL;

  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *spot = get_spot (geometry, i);

      if (spot->series != series || (spot->position - position) * sign <= 0)
        continue;
      if (nearest == NULL || ABS (spot->position - position) < ABS (nearest->position - position))
        nearest = spot;
    }
  return nearest;
}

static int
count_series (const TalChartGeometry *geometry)
{
  int most = -1;

  for (guint i = 0; i < geometry->spots->len; i++)
    most = MAX (most, get_spot (geometry, i)->series);
  return most + 1;
}

static int
find_first_series (const TalChartGeometry *geometry)
{
  int first = G_MAXINT;

  for (guint i = 0; i < geometry->spots->len; i++)
    first = MIN (first, get_spot (geometry, i)->series);
  return first;
}

/* The next series with any figure, at the position nearest to this one's. */
static const TalChartSpot *
find_other_series (const TalChartGeometry *geometry, const TalChartSpot *from, int sign)
{
  int n_series = count_series (geometry);

  for (int series = from->series + sign; series >= 0 && series < n_series; series += sign)
    {
      const TalChartSpot *same = tal_chart_hit_get (geometry, series, from->position);
      const TalChartSpot *before = find_beside (geometry, series, from->position, -1);
      const TalChartSpot *after = find_beside (geometry, series, from->position, 1);

      if (same != NULL)
        return same;
      if (before != NULL || after != NULL)
        return before != NULL ? before : after;
    }
  return from;
}

static const TalChartSpot *
find_end (const TalChartGeometry *geometry, int series, int sign)
{
  const TalChartSpot *end = NULL;

  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *spot = get_spot (geometry, i);

      if (spot->series == series && (end == NULL || (spot->position - end->position) * sign > 0))
        end = spot;
    }
  return end;
}

const TalChartSpot *
tal_chart_hit_step (const TalChartGeometry *geometry, const TalChartSpot *from, TalChartStep step)
{
  const TalChartSpot *found = NULL;

  g_return_val_if_fail (geometry != NULL, NULL);

  if (geometry->spots->len == 0)
    return NULL;
  if (from == NULL)
    return find_end (geometry, find_first_series (geometry),
                     step == TAL_CHART_STEP_PREVIOUS || step == TAL_CHART_STEP_LAST ? 1 : -1);

  switch (step)
    {
    case TAL_CHART_STEP_NEXT:
      found = find_beside (geometry, from->series, from->position, 1);
      break;
    case TAL_CHART_STEP_PREVIOUS:
      found = find_beside (geometry, from->series, from->position, -1);
      break;
    case TAL_CHART_STEP_DOWN:
      found = find_other_series (geometry, from, 1);
      break;
    case TAL_CHART_STEP_UP:
      found = find_other_series (geometry, from, -1);
      break;
    case TAL_CHART_STEP_FIRST:
      found = find_end (geometry, from->series, -1);
      break;
    case TAL_CHART_STEP_LAST:
      found = find_end (geometry, from->series, 1);
      break;
    }
  return found != NULL ? found : from;
}

static void
clear_reading (TalChartReading *self)
{
  g_free (self->name);
  g_free (self->value);
}

static void
add_reading (GArray *readings, int series, const char *name, char *value)
{
  TalChartReading reading = { series, g_strdup (name != NULL ? name : ""), value };

  g_array_append_val (readings, reading);
}

static void
read_goal (const TalChartGoal *goal, GArray *readings)
{
  add_reading (readings, TAL_CHART_NOBODY, "Resultat",
               g_strdup (goal->result_text != NULL ? goal->result_text : "ikke opgjort"));
  if (goal->target_text != NULL)
    add_reading (readings, TAL_CHART_NOBODY, "Måltal", g_strdup (goal->target_text));
  if (goal->detail != NULL)
    add_reading (readings, TAL_CHART_NOBODY, "Grundlag", g_strdup (goal->detail));
  if (goal->verdict != NULL)
    add_reading (readings, TAL_CHART_NOBODY, "Status", g_strdup (goal->verdict));
}

static void
read_span (const TalChartSpan *span, GArray *readings)
{
  if (span->amount != NULL)
    add_reading (readings, TAL_CHART_NOBODY, "Beløb", g_strdup (span->amount));
  if (span->group != NULL)
    add_reading (readings, TAL_CHART_NOBODY, "Gruppe", g_strdup (span->group));
}

static void
read_series (const TalChartSpec *spec, int number, int position, GArray *readings)
{
  const TalChartSeries *series = tal_chart_spec_get_series (spec, (guint)number);
  TalChartValue         value = tal_chart_series_get (series, (guint)position);

  add_reading (readings, number, series->name, tal_chart_text_dup_value_with_unit (spec, &value));
}

typedef struct
{
  const TalChartSpec *spec;
  int                 position;
} Order;

/* Beside spans, whose spots are those of series 0, stands what each year comes to. */
static void
read_total (const TalChartSpec *spec, int position, GArray *readings)
{
  const TalChartSeries *totals = tal_chart_spec_get_series (spec, 0);
  TalChartValue         value = tal_chart_series_get (totals, (guint)position);

  add_reading (readings, TAL_CHART_NOBODY, totals->name,
               tal_chart_text_dup_value_with_unit (spec, &value));
}

/* The greatest first; what is not known last. */
static int
compare_readings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order  *order = user_data;
  TalChartValue one =
      tal_chart_series_get (tal_chart_spec_get_series (order->spec,
                                                       (guint)((const TalChartReading *)a)->series),
                            (guint)order->position);
  TalChartValue other =
      tal_chart_series_get (tal_chart_spec_get_series (order->spec,
                                                       (guint)((const TalChartReading *)b)->series),
                            (guint)order->position);

  if (tal_chart_value_is_known (&one) != tal_chart_value_is_known (&other))
    return tal_chart_value_is_known (&one) ? -1 : 1;
  return (one.value < other.value) - (one.value > other.value);
}

static char *
write_heading (const TalChartPosition *position)
{
  if (position->label != NULL)
    return g_strdup (position->label);
  return tal_danish_period_format (position->period, TAL_DANISH_PERIOD_TEXT);
}

static char *
read_position (const TalChartSpec     *spec,
               const TalChartGeometry *geometry,
               const TalChartSpot     *spot,
               GArray                 *readings)
{
  Order order = { spec, spot->position };

  if (spot->position < 0 || (guint)spot->position >= spec->positions->len)
    return NULL;

  if (spec->spans->len > 0)
    {
      read_total (spec, spot->position, readings);
    }
  else if (!geometry->by_position)
    {
      read_series (spec, spot->series, spot->position, readings);
    }
  else
    {
      for (guint i = 0; i < spec->series->len; i++)
        read_series (spec, (int)i, spot->position, readings);
      g_array_sort_with_data (readings, compare_readings, &order);
    }
  return write_heading (tal_chart_spec_get_position (spec, (guint)spot->position));
}

GArray *
tal_chart_hit_read (const TalChartSpec     *spec,
                    const TalChartGeometry *geometry,
                    const TalChartSpot     *spot,
                    char                  **ret_heading)
{
  GArray *readings = NULL;
  guint   position;

  g_return_val_if_fail (spec != NULL && geometry != NULL && spot != NULL, NULL);
  g_return_val_if_fail (ret_heading != NULL, NULL);

  readings = g_array_new (FALSE, FALSE, sizeof (TalChartReading));
  g_array_set_clear_func (readings, (GDestroyNotify)clear_reading);
  position = (guint)MAX (spot->position, 0);
  if (position < spec->goals->len)
    {
      const TalChartGoal *goal = g_ptr_array_index (spec->goals, position);

      *ret_heading = g_strdup_printf ("Mål %d", goal->number);
      read_goal (goal, readings);
    }
  else if (position < spec->spans->len && spot->series == 0)
    {
      const TalChartSpan *span = g_ptr_array_index (spec->spans, position);

      *ret_heading = g_strdup (span->name);
      read_span (span, readings);
    }
  else
    {
      *ret_heading = read_position (spec, geometry, spot, readings);
    }
  return readings;
}

char *
tal_chart_hit_dup_spoken (const TalChartSpec     *spec,
                          const TalChartGeometry *geometry,
                          const TalChartSpot     *spot)
{
  g_autofree char    *heading = NULL;
  g_autoptr (GArray)  readings = tal_chart_hit_read (spec, geometry, spot, &heading);
  g_autoptr (GString) text = g_string_new (heading);

  for (guint i = 0; i < readings->len; i++)
    {
      const TalChartReading *reading = &g_array_index (readings, TalChartReading, i);

      g_string_append_printf (text, "%s%s%s%s", i == 0 ? ": " : ", ", reading->name,
                              *reading->name != '\0' ? " " : "", reading->value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
