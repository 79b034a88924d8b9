/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-position-axis.h"
#include "support/written-chart.h"

#include <glib.h>
#include <string.h>

typedef struct
{
  const char *claim;
  const char *periods; /* or things, with bars between them */
  double      width;
  const char *labels; /* from left to right; "/" between the lines of one */
} Row;

static const Row rows[] = {
  { "months-in-full", "2015-12 2016-12 2017-12", 780,
    "december\302\2402015 december\302\2402016 december\302\2402017" },
  { "quarters-in-full", "2016-Q3 2016-Q4", 780,
    "3.\302\240kvt.\302\2402016 4.\302\240kvt.\302\2402016" },
  { "years", "2014 2015 2016 2017", 400, "2014 2015 2016 2017" },
  { "a-narrow-chart-abbreviates", "2015-12 2016-12 2017-12", 250,
    "dec.\302\2402015 dec.\302\2402016 dec.\302\2402017" },
  { "years-stand-once-below-more-than-six",
    "2016-Q3 2016-Q4 2017-Q1 2017-Q2 2017-Q3 2017-Q4 2018-Q1", 780,
    "3.\302\240kvt./2016 4.\302\240kvt. 1.\302\240kvt./2017 2.\302\240kvt. 3.\302\240kvt. "
    "4.\302\240kvt. 1.\302\240kvt./2018" },
  { "every-second-is-left-out-and-the-last-kept",
    "2016-Q3 2016-Q4 2017-Q1 2017-Q2 2017-Q3 2017-Q4 2018-Q1", 260,
    "3.\302\240kvt./2016 1.\302\240kvt./2017 3.\302\240kvt. 1.\302\240kvt./2018" },
  { "more-than-24-are-told-by-years",
    "2015-01 2015-02 2015-03 2015-04 2015-05 2015-06 2015-07 2015-08 2015-09 2015-10 2015-11 "
    "2015-12 2016-01 2016-02 2016-03 2016-04 2016-05 2016-06 2016-07 2016-08 2016-09 2016-10 "
    "2016-11 2016-12 2017-01",
    780, "2015 2016 2017" },
  { "first-and-last-where-there-is-no-more-room", "2014 2015 2016 2017 2018 2019 2020", 100,
    "2014 2020" },
  { "things", "jan.|feb.|marts", 400, "jan. feb. marts" },
  { "a-thing-breaks-between-words", "Ledige fleksjobvisiterede|Revalidering", 225,
    "Ledige/fleksjobvisiterede Revalidering" },
};

static char *
write_labels (const TalChartGeometry *geometry)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int                 position = TAL_CHART_NOBODY;

  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind != TAL_CHART_SHAPE_TEXT || shape->series != TAL_CHART_NOBODY ||
          shape->position == TAL_CHART_NOBODY)
        continue;
      if (text->len > 0)
        g_string_append_c (text, shape->position == position ? '/' : ' ');
      g_string_append (text, shape->text);
      position = shape->position;
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_row (gconstpointer user_data)
{
  const Row                   *row = user_data;
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "");
  g_autoptr (TalChartGeometry) geometry = NULL;
  g_autofree char             *labels = NULL;

  if (strchr (row->periods, '|') != NULL)
    written_chart_add_things (spec, row->periods);
  else
    written_chart_add_periods (spec, row->periods);
  geometry = written_chart_lay_out (spec, row->width, 400);
  labels = write_labels (geometry);
  g_assert_cmpstr (labels, ==, row->labels);
}

static void
test_details_stand_below_names (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "");
  g_autoptr (TalChartGeometry) geometry = NULL;
  g_autofree char             *labels = NULL;

  tal_chart_spec_add_thing (spec, "Mentor")->detail = g_strdup ("203 forløb");
  tal_chart_spec_add_thing (spec, "Vejledning")->detail =
      g_strdup ("en alt for lang oplysning til at kunne stå på en eneste linje her");
  geometry = written_chart_lay_out (spec, 400, 300);
  labels = write_labels (geometry);
  g_assert_cmpstr (labels, ==, "Mentor/203 forløb Vejledning");
}

static void
test_places_are_linear_in_time (void)
{
  g_autoptr (TalChartSpec) spec = tal_chart_spec_new (TAL_CHART_LINE, "");
  g_autoptr (GArray)       places = NULL;

  /* A year and a half day, then 45 days lie between their middles. */
  written_chart_add_periods (spec, "2015 2016 2016-Q3");
  places = tal_chart_position_axis_list_places (spec, 0, 410.5);

  g_assert_cmpuint (places->len, ==, 3);
  g_assert_cmpfloat_with_epsilon (g_array_index (places, double, 0), 0, 0.001);
  g_assert_cmpfloat_with_epsilon (g_array_index (places, double, 1), 365.5, 0.001);
  g_assert_cmpfloat_with_epsilon (g_array_index (places, double, 2), 410.5, 0.001);
}

static void
test_one_place_is_in_the_middle (void)
{
  g_autoptr (TalChartSpec) spec = tal_chart_spec_new (TAL_CHART_LINE, "");
  g_autoptr (GArray)       places = NULL;

  written_chart_add_periods (spec, "2015");
  places = tal_chart_position_axis_list_places (spec, 100, 200);

  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (g_array_index (places, double, 0), 150, 0.001);
}

static void
test_slots_are_equal (void)
{
  g_autoptr (TalChartSpec) spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "");
  g_autoptr (GArray)       places = NULL;

  written_chart_add_periods (spec, "2015 2017-Q1");
  places = tal_chart_position_axis_list_slots (spec, 100, 200);

  g_assert_cmpfloat_with_epsilon (g_array_index (places, double, 0), 125, 0.001);
  g_assert_cmpfloat_with_epsilon (g_array_index (places, double, 1), 175, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/position-axis/%s", rows[i].claim);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/charts/position-axis/details-stand-below-names",
                   test_details_stand_below_names);
  g_test_add_func ("/charts/position-axis/places-are-linear-in-time",
                   test_places_are_linear_in_time);
  g_test_add_func ("/charts/position-axis/one-place-is-in-the-middle",
                   test_one_place_is_in_the_middle);
  g_test_add_func ("/charts/position-axis/slots-are-equal", test_slots_are_equal);
  return g_test_run ();
}
