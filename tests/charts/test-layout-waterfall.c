/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/written-chart.h"

#include <glib.h>

/* From one whole to the next by target group, as the committee's paper has it. */
static TalChartSpec *
create_change (const char *figures)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_WATERFALL, "1.445 færre");

  written_chart_add_things (spec, "4. kvt. 2015|Aktivitetsparate|Ressourceforløb|Ledige|"
                                  "Revalidering|4. kvt. 2017");
  ((TalChartPosition *)g_ptr_array_index (spec->positions, 0))->place = TAL_CHART_PLACE_TOTAL;
  ((TalChartPosition *)g_ptr_array_index (spec->positions, 5))->place = TAL_CHART_PLACE_TOTAL;
  written_chart_add_series (spec, "Ændring", figures);
  return spec;
}

#define FIGURES "17234 -2520 1322 -149 -98 15789"

static const TalChartShape *
find_column (const TalChartGeometry *geometry, int position)
{
  return written_chart_find_figure (geometry, TAL_CHART_SHAPE_RECTANGLE, 0, position);
}

static double
place (const TalChartGeometry *geometry, double value)
{
  return tal_chart_scale_place (&g_array_index (geometry->scales, TalChartScale, 0), value);
}

static void
test_columns_follow_the_running_sum (void)
{
  static const struct
  {
    double from;
    double to;
  } steps[] = { { 0, 17234 },     { 17234, 14714 }, { 14714, 16036 },
                { 16036, 15887 }, { 15887, 15789 }, { 0, 15789 } };
  g_autoptr (TalChartSpec)     spec = create_change (FIGURES);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      const TalChartShape *column = find_column (geometry, (int)i);

      g_assert_nonnull (column);
      g_assert_cmpfloat_with_epsilon (column->box.y,
                                      place (geometry, MAX (steps[i].from, steps[i].to)), 0.01);
      g_assert_cmpfloat_with_epsilon (column->box.y + column->box.height,
                                      place (geometry, MIN (steps[i].from, steps[i].to)), 0.01);
      g_assert_cmpfloat_with_epsilon (written_chart_get_spot (geometry, 0, i).y,
                                      place (geometry, steps[i].to), 0.01);
    }
}

static void
test_figures_have_signs_but_totals_none (void)
{
  static const char *const figures[] = { "17.234", "−2.520", "+1.322", "−149", "−98", "15.789" };
  g_autoptr (TalChartSpec)     spec = create_change (FIGURES);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    g_assert_nonnull (written_chart_find_text (geometry, figures[i]));
}

static void
test_falling_and_rising_differ (void)
{
  g_autoptr (TalChartSpec)     spec = create_change (FIGURES);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_cmpint (find_column (geometry, 1)->fill, !=, find_column (geometry, 2)->fill);
  g_assert_cmpint (find_column (geometry, 1)->fill, ==, find_column (geometry, 3)->fill);
  g_assert_cmpint (find_column (geometry, 0)->fill, ==, find_column (geometry, 5)->fill);
}

/* What is not known moves nothing. */
static void
test_a_missing_change_has_a_sign_and_no_column (void)
{
  g_autoptr (TalChartSpec)     spec = create_change ("17234 -2520 - -149 -98 15789");
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_null (find_column (geometry, 2));
  g_assert_false (written_chart_has_spot (geometry, 0, 2));
  g_assert_nonnull (written_chart_find_text (geometry, ".."));
  g_assert_cmpfloat_with_epsilon (find_column (geometry, 3)->box.y, place (geometry, 14714), 0.01);
}

static void
test_columns_are_connected (void)
{
  g_autoptr (TalChartSpec)     spec = create_change (FIGURES);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);
  guint                        connectors = 0;

  for (guint i = 0; i < geometry->shapes->len; i++)
    connectors +=
        g_array_index (geometry->shapes, TalChartShape, i).stroke == TAL_CHART_INK_LINK ? 1 : 0;
  g_assert_cmpuint (connectors, ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CLAIM(words_, function_) g_test_add_func ("/charts/layout-waterfall/" words_, function_)
  CLAIM ("columns-follow-the-running-sum", test_columns_follow_the_running_sum);
  CLAIM ("figures-have-signs-but-totals-none", test_figures_have_signs_but_totals_none);
  CLAIM ("falling-and-rising-differ", test_falling_and_rising_differ);
  CLAIM ("a-missing-change-has-a-sign-and-no-column",
         test_a_missing_change_has_a_sign_and_no_column);
  CLAIM ("columns-are-connected", test_columns_are_connected);
  return g_test_run ();
}
