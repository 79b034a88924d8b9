/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/written-chart.h"

#include <glib.h>

/* People who came into work or education, as the committee's paper has them. */
static TalChartSpec *
create_people (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Flere kom i job");

  written_chart_add_periods (spec, "2014 2015 2016 2017");
  written_chart_add_series (spec, "I job", "660 670 850 910");
  return spec;
}

static TalChartSpec *
create_grants (void)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Bevillinger");

  spec->stacked = TRUE;
  written_chart_add_periods (spec, "2014 2015");
  written_chart_add_series (spec, "Budgetaftale", "5190 9400");
  written_chart_add_series (spec, "Finanslov", "900 -");
  return spec;
}

static const TalChartShape *
find_column (const TalChartGeometry *geometry, int series, int position)
{
  return written_chart_find_figure (geometry, TAL_CHART_SHAPE_RECTANGLE, series, position);
}

static double
get_zero (const TalChartGeometry *geometry)
{
  return tal_chart_scale_place (&g_array_index (geometry->scales, TalChartScale, 0), 0);
}

static void
test_columns_stand_on_zero (void)
{
  g_autoptr (TalChartSpec)     spec = create_people ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  for (int i = 0; i < 4; i++)
    {
      const TalChartShape *column = find_column (geometry, 0, i);

      g_assert_cmpfloat_with_epsilon (column->box.y + column->box.height, get_zero (geometry),
                                      0.01);
      g_assert_cmpfloat_with_epsilon (column->box.y,
                                      written_chart_get_spot (geometry, 0, (guint)i).y, 0.01);
    }
}

static void
test_few_columns_have_figures_and_no_axis (void)
{
  g_autoptr (TalChartSpec)     spec = create_people ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_nonnull (written_chart_find_text (geometry, "660"));
  g_assert_nonnull (written_chart_find_text (geometry, "910"));
  g_assert_null (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_GRID));
}

static void
test_many_columns_have_an_axis (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Forløb");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2010 2011 2012 2013 2014 2015 2016 2017 2018");
  written_chart_add_series (spec, "Forløb", "41 42 38 44 46 45 43 48 53");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_nonnull (written_chart_find (geometry, TAL_CHART_SHAPE_LINE, TAL_CHART_INK_GRID));
  g_assert_nonnull (written_chart_find_text (geometry, "41"));
  g_assert_nonnull (written_chart_find_text (geometry, "53"));
  g_assert_null (written_chart_find_text (geometry, "44"));
}

/* It would lie on the columns beside its own. */
static void
test_a_wide_figure_is_left_out (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Forløb");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2010 2011 2012 2013 2014 2015 2016 2017 2018");
  written_chart_add_series (spec, "Forløb", "1234567 2 3 4 5 6 7 8 9");
  geometry = written_chart_lay_out (spec, 400, 300);
  g_assert_null (written_chart_find_text (geometry, "1.234.567"));
  g_assert_nonnull (written_chart_find_text (geometry, "9"));
}

static void
test_the_latest_column_stands_out (void)
{
  g_autoptr (TalChartSpec)     spec = create_people ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_cmpint (find_column (geometry, 0, 3)->fill, ==, TAL_CHART_INK_SERIES);
  g_assert_cmpint (find_column (geometry, 0, 2)->fill, ==, TAL_CHART_INK_SERIES_LAST);
}

static void
test_below_zero_they_go_down (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Ændring");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2016 2017");
  written_chart_add_series (spec, "Ændring", "12 -4");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_cmpfloat_with_epsilon (find_column (geometry, 0, 1)->box.y, get_zero (geometry), 0.01);
  g_assert_cmpfloat (written_chart_find_text (geometry, "−4")->box.y, >,
                     written_chart_get_spot (geometry, 0, 1).y);
}

static void
test_what_is_not_final_is_hatched (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Forløb");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2016 2017");
  written_chart_add_series (spec, "Forløb", "12 14*");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_cmpint (find_column (geometry, 0, 0)->texture, ==, TAL_CHART_TEXTURE_PLAIN);
  g_assert_cmpint (find_column (geometry, 0, 1)->texture, ==, TAL_CHART_TEXTURE_HATCHED);
  g_assert_nonnull (written_chart_find_text (geometry, "14*"));
}

static void
test_a_missing_figure_leaves_its_slot (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Forløb");
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *sign = NULL;

  written_chart_add_periods (spec, "2015 2016 2017");
  written_chart_add_series (spec, "Forløb", "12 m 14");
  geometry = written_chart_lay_out (spec, 800, 450);
  sign = written_chart_find_text (geometry, "..");
  g_assert_nonnull (sign);
  g_assert_cmpfloat_with_epsilon (sign->box.x + sign->box.width / 2,
                                  (written_chart_get_spot (geometry, 0, 0).x +
                                   written_chart_get_spot (geometry, 0, 2).x) /
                                      2,
                                  0.01);
  g_assert_false (written_chart_has_spot (geometry, 0, 1));
}

static void
test_parts_stand_upon_one_another (void)
{
  g_autoptr (TalChartSpec)     spec = create_grants ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  const TalChartScale         *scale = &g_array_index (geometry->scales, TalChartScale, 0);

  g_assert_cmpfloat_with_epsilon (written_chart_get_spot (geometry, 1, 0).y,
                                  tal_chart_scale_place (scale, 6090), 0.01);
  g_assert_cmpfloat (find_column (geometry, 1, 0)->box.y + find_column (geometry, 1, 0)->box.height,
                     <, find_column (geometry, 0, 0)->box.y);
}

/* A sum that lacks a part would be too small. */
static void
test_a_sum_is_written_of_all_parts_or_none (void)
{
  g_autoptr (TalChartSpec)     spec = create_grants ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_nonnull (written_chart_find_text (geometry, "6.090"));
  g_assert_nonnull (written_chart_find_text (geometry, ".."));
}

static void
test_figures_in_parts_are_in_ink_for_them (void)
{
  g_autoptr (TalChartSpec)     spec = create_grants ();
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_cmpint (written_chart_find_text (geometry, "5.190")->fill, ==, TAL_CHART_INK_ON);
}

static void
test_several_series_stand_beside_one_another (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_COLUMNS, "Andel");
  g_autoptr (TalChartGeometry) geometry = NULL;

  written_chart_add_periods (spec, "2015 2016");
  written_chart_add_series (spec, "Kontanthjælp", "31 37");
  written_chart_add_series (spec, "Revalidering", "27 29");
  geometry = written_chart_lay_out (spec, 800, 450);
  g_assert_cmpfloat (find_column (geometry, 0, 0)->box.x + find_column (geometry, 0, 0)->box.width,
                     <=, find_column (geometry, 1, 0)->box.x);
  g_assert_cmpint (find_column (geometry, 1, 1)->fill, ==, TAL_CHART_INK_SERIES + 1);
  g_assert_cmpfloat (written_chart_find_text (geometry, "Kontanthjælp")->box.y, <,
                     geometry->plot.y);
}

static void
test_a_target_is_named_at_its_end (void)
{
  g_autoptr (TalChartSpec)     spec = create_people ();
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *name = NULL;

  written_chart_add_targets (g_ptr_array_index (spec->series, 0), "700 700 700 700");
  geometry = written_chart_lay_out (spec, 800, 450);
  name = written_chart_find_text (geometry, "mål 700");
  g_assert_nonnull (name);
  g_assert_cmpfloat (name->box.x, >=, geometry->plot.x + geometry->plot.width);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CLAIM(words_, function_) g_test_add_func ("/charts/layout-columns/" words_, function_)
  CLAIM ("columns-stand-on-zero", test_columns_stand_on_zero);
  CLAIM ("few-columns-have-figures-and-no-axis", test_few_columns_have_figures_and_no_axis);
  CLAIM ("many-columns-have-an-axis", test_many_columns_have_an_axis);
  CLAIM ("a-wide-figure-is-left-out", test_a_wide_figure_is_left_out);
  CLAIM ("the-latest-column-stands-out", test_the_latest_column_stands_out);
  CLAIM ("below-zero-they-go-down", test_below_zero_they_go_down);
  CLAIM ("what-is-not-final-is-hatched", test_what_is_not_final_is_hatched);
  CLAIM ("a-missing-figure-leaves-its-slot", test_a_missing_figure_leaves_its_slot);
  CLAIM ("parts-stand-upon-one-another", test_parts_stand_upon_one_another);
  CLAIM ("a-sum-is-written-of-all-parts-or-none", test_a_sum_is_written_of_all_parts_or_none);
  CLAIM ("figures-in-parts-are-in-ink-for-them", test_figures_in_parts_are_in_ink_for_them);
  CLAIM ("several-series-stand-beside-one-another", test_several_series_stand_beside_one_another);
  CLAIM ("a-target-is-named-at-its-end", test_a_target_is_named_at_its_end);
  return g_test_run ();
}
