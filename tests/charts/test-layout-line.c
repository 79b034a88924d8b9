/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/written-chart.h"

#include <glib.h>

/* The share of people in three areas, as the committee's paper has it. */
static TalChartSpec *
create_shares (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_LINE, "Aktivitetsparate over 30 år");

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  written_chart_add_periods (spec, "2015-12 2016-12 2017-12");
  written_chart_add_series (spec, "København", "5.3 4.7 4.3")->emphasised = TRUE;
  written_chart_add_series (spec, "Klyngen", "3.3 3.0 2.8");
  written_chart_add_series (spec, "Hele landet", "2.7 2.2 2.1");
  return spec;
}

/* Of each target group, with two that end at 43. */
static TalChartSpec *
create_groups (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_LINE, "Stigende andel");

  written_chart_add_periods (spec, "2015 2016 2017");
  written_chart_add_series (spec, "Kontanthjælp", "31 37 43");
  written_chart_add_series (spec, "Ledighedsydelse", "27 38 43");
  written_chart_add_series (spec, "Ressourceforløb", "15 19 30");
  written_chart_add_series (spec, "Revalidering", "27 29 24");
  return spec;
}

static void
test_names_stand_at_the_lines_ends (void)
{
  g_autoptr (TalChartSpec)     spec = create_shares ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  for (guint i = 0; i < spec->series->len; i++)
    {
      const TalChartShape *name =
          written_chart_find_text (geometry, tal_chart_spec_get_series (spec, i)->name);
      TalChartPoint end = written_chart_get_spot (geometry, i, 2);

      g_assert_nonnull (name);
      g_assert_cmpfloat (name->box.x, >, end.x);
      g_assert_cmpfloat_with_epsilon (name->box.y + name->box.height / 2, end.y, 0.01);
    }
  g_assert_nonnull (written_chart_find_text (geometry, "4,3\302\240pct."));
}

static void
test_first_figures_stand_at_their_points (void)
{
  g_autoptr (TalChartSpec)     spec = create_shares ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  const TalChartShape         *figure = written_chart_find_text (geometry, "5,3");

  g_assert_nonnull (figure);
  g_assert_cmpfloat (figure->box.y + figure->box.height, <,
                     written_chart_get_spot (geometry, 0, 0).y);
}

static void
test_a_figure_goes_below_where_a_line_is_above (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Tæt");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *figure = NULL;

  written_chart_add_periods (spec, "2015 2016");
  written_chart_add_series (spec, "En", "50 50");
  written_chart_add_series (spec, "To", "48 47");
  geometry = written_chart_lay_out (spec, 800, 450);
  figure = written_chart_find_text (geometry, "48");
  g_assert_nonnull (figure);
  g_assert_cmpfloat (figure->box.y, >, written_chart_get_spot (geometry, 1, 0).y);
}

static void
test_equal_ends_are_both_named (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  const TalChartShape         *one = written_chart_find_text (geometry, "Kontanthjælp");
  const TalChartShape         *other = written_chart_find_text (geometry, "Ledighedsydelse");

  g_assert_nonnull (one);
  g_assert_nonnull (other);
  g_assert_false (tal_chart_box_overlaps (one->box, other->box));
}

static void
test_a_narrow_chart_has_a_legend (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 240, 200);
  const TalChartShape         *name = written_chart_find_text (geometry, "Revalidering");

  g_assert_nonnull (name);
  g_assert_cmpfloat (name->box.y + name->box.height, <=, geometry->plot.y);
}

static void
test_values_start_at_zero (void)
{
  g_autoptr (TalChartSpec)     spec = create_shares ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  const TalChartScale         *scale = &g_array_index (geometry->scales, TalChartScale, 0);

  g_assert_cmpfloat_with_epsilon (scale->least, 0, 0.001);
  g_assert_cmpfloat_with_epsilon (scale->start, geometry->plot.y + geometry->plot.height, 0.001);
}

static void
test_a_zoomed_axis_says_so (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Lidt flere i job");
  g_autoptr (TalChartGeometry) geometry = NULL;

  spec->zoomed = TRUE;
  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  written_chart_add_periods (spec, "2015 2016 2017");
  written_chart_add_series (spec, "Beskæftigelse", "72.1 73.8 75.6");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_nonnull (written_chart_find_text (geometry, "Aksen begynder ved 72\302\240pct."));
  g_assert_cmpint (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_ZERO_LINE)
                       ->dash,
                   ==, TAL_CHART_DASH_LONG);
}

static void
test_a_zoomed_axis_below_zero_says_so (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Underskud");
  g_autoptr (TalChartGeometry) geometry = NULL;

  spec->zoomed = TRUE;
  written_chart_add_periods (spec, "2015 2016 2017");
  written_chart_add_series (spec, "Underskud", "-720 -738 -756");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_nonnull (written_chart_find_text (geometry, "Aksen slutter ved −720."));
}

static void
test_a_target_steps (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *target = NULL;

  written_chart_add_periods (spec, "2015 2016 2017");
  written_chart_add_targets (written_chart_add_series (spec, "Ledige", "50 55 70"), "60 60 65");
  geometry = written_chart_lay_out (spec, 800, 450);
  target = written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_TARGET);
  g_assert_nonnull (target);
  g_assert_cmpuint (target->n_points, ==, 4);
  g_assert_nonnull (written_chart_find_text (geometry, "mål 65"));
  g_assert_null (written_chart_find_text (geometry, "mål 60"));
}

static void
test_signs (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *band = NULL;

  written_chart_add_periods (spec, "2015 2016 2017 2018 2019 2020");
  written_chart_add_series (spec, "Ledige", "98 95 - - 61 m");
  tal_chart_spec_add_break (spec, 1, "Databrud i 2016: nyt register.");
  geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_nonnull (written_chart_find_text (geometry, "databrud"));
  g_assert_nonnull (written_chart_find_text (geometry, "mangler"));
  g_assert_nonnull (written_chart_find_text (geometry, ".."));
  band = written_chart_find (geometry, TAL_CHART_SHAPE_RECTANGLE, TAL_CHART_INK_BAND);
  g_assert_cmpfloat_with_epsilon (band->box.x, written_chart_get_spot (geometry, 0, 1).x, 0.01);
  g_assert_cmpfloat_with_epsilon (band->box.x + band->box.width,
                                  written_chart_get_spot (geometry, 0, 4).x, 0.01);
  g_assert_false (written_chart_has_spot (geometry, 0, 2));
  g_assert_false (written_chart_has_spot (geometry, 0, 5));
}

/* What is withheld in a long gap is not hidden by its band. */
static void
test_signs_stand_before_bands (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *band = NULL;

  written_chart_add_periods (spec, "2015 2016 2017 2018");
  written_chart_add_series (spec, "Ledige", "98 m m 95");
  geometry = written_chart_lay_out (spec, 800, 450);
  band = written_chart_find (geometry, TAL_CHART_SHAPE_RECTANGLE, TAL_CHART_INK_BAND);
  g_assert_nonnull (band);
  g_assert_true (written_chart_find_text (geometry, "..") > band);
  g_assert_null (written_chart_find_text (geometry, "mangler"));
}

static void
test_an_empty_chart_has_no_numbers (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2015 2016");
  written_chart_add_series (spec, "Ledige", "- -");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_nonnull (written_chart_find_text (geometry, "mangler"));
  g_assert_null (written_chart_find_text (geometry, "0,5"));
}

static void
test_what_is_not_final_is_hollow (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *marker = NULL;

  written_chart_add_periods (spec, "2015 2016");
  written_chart_add_series (spec, "Ledige", "58 55*");
  geometry = written_chart_lay_out (spec, 800, 450);
  marker = written_chart_find (geometry, TAL_CHART_SHAPE_MARKER, TAL_CHART_INK_GROUND);
  g_assert_nonnull (marker);
  g_assert_cmpint (marker->position, ==, 1);
  g_assert_nonnull (written_chart_find_text (geometry, "55*"));
}

static void
test_a_series_that_ended_says_when (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Ledige");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2015 2016 2017");
  written_chart_add_series (spec, "Ledige", "58 55 -");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_nonnull (written_chart_find_text (geometry, "55 (2016)"));
}

static void
test_of_many_series_one_has_a_colour (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "Mange");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2015 2016");
  for (guint i = 0; i < 6; i++)
    written_chart_add_series (spec, "Gruppe", "58 55");
  ((TalChartSeries *)g_ptr_array_index (spec->series, 2))->emphasised = TRUE;
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_nonnull (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_SERIES + 2));
  g_assert_nonnull (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_REST));
  g_assert_null (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_SERIES));
}

static void
test_the_last_of_years_stands_out (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_YEARS, "Afgang til job");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_things (spec, "jan.|feb.|marts");
  written_chart_add_series (spec, "2017", "120 132 140");
  written_chart_add_series (spec, "2018", "125 135 149");
  written_chart_add_series (spec, "2019", "142 150 -");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_cmpint (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_SERIES)->series,
                   ==, 2);
  g_assert_cmpint (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_SERIES_LAST)
                       ->series,
                   ==, 1);
  g_assert_cmpint (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_REST)->series,
                   ==, 0);
  g_assert_nonnull (written_chart_find_text (geometry, "150 (feb.)"));
  g_assert_true (geometry->by_position);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CLAIM(words_, function_) g_test_add_func ("/charts/layout-line/" words_, function_)
  CLAIM ("names-stand-at-the-lines-ends", test_names_stand_at_the_lines_ends);
  CLAIM ("first-figures-stand-at-their-points", test_first_figures_stand_at_their_points);
  CLAIM ("a-figure-goes-below-where-a-line-is-above",
         test_a_figure_goes_below_where_a_line_is_above);
  CLAIM ("equal-ends-are-both-named", test_equal_ends_are_both_named);
  CLAIM ("a-narrow-chart-has-a-legend", test_a_narrow_chart_has_a_legend);
  CLAIM ("values-start-at-zero", test_values_start_at_zero);
  CLAIM ("a-zoomed-axis-says-so", test_a_zoomed_axis_says_so);
  CLAIM ("a-zoomed-axis-below-zero-says-so", test_a_zoomed_axis_below_zero_says_so);
  CLAIM ("a-target-steps", test_a_target_steps);
  CLAIM ("signs-stand-where-figures-do-not", test_signs);
  CLAIM ("signs-stand-before-bands", test_signs_stand_before_bands);
  CLAIM ("an-empty-chart-has-no-numbers", test_an_empty_chart_has_no_numbers);
  CLAIM ("what-is-not-final-is-hollow", test_what_is_not_final_is_hollow);
  CLAIM ("a-series-that-ended-says-when", test_a_series_that_ended_says_when);
  CLAIM ("of-many-series-one-has-a-colour", test_of_many_series_one_has_a_colour);
  CLAIM ("the-last-of-years-stands-out", test_the_last_of_years_stands_out);
  return g_test_run ();
}
