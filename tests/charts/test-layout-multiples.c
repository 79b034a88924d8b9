/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/written-chart.h"

#include <glib.h>

/* Target groups of very different size, as the committee's paper has them. */
static TalChartSpec *
create_groups (gboolean own_axes)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_MULTIPLES, "Udsatte borgere");

  spec->own_axes = own_axes;
  spec->source = g_strdup ("Jobindsats.dk");
  written_chart_add_periods (spec, "2015-Q4 2016-Q4 2017-Q4");
  written_chart_add_series (spec, "Aktivitetsparate", "14644 13000 12124");
  written_chart_add_series (spec, "Ressourceforløb", "1326 2200 2648");
  written_chart_add_series (spec, "Revalidering", "450 - 352");
  written_chart_add_series (spec, "Ledige", "814 700 m");
  return spec;
}

static void
test_each_series_has_a_panel_with_its_name (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups (TRUE);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  for (guint i = 0; i < spec->series->len; i++)
    {
      const TalChartShape *title =
          written_chart_find_text (geometry, tal_chart_spec_get_series (spec, i)->name);

      g_assert_nonnull (title);
      g_assert_cmpfloat (title->box.y + title->box.height, <,
                         written_chart_get_spot (geometry, i, 0).y);
    }
}

static void
test_only_first_and_last_figures_are_written (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups (TRUE);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_nonnull (written_chart_find_text (geometry, "14.644"));
  g_assert_nonnull (written_chart_find_text (geometry, "12.124"));
  g_assert_null (written_chart_find_text (geometry, "13.000"));
  /* Of a series that is withheld at its end, the last that is not. */
  g_assert_nonnull (written_chart_find_text (geometry, "700"));
}

static void
test_own_axes_fill_their_panels (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups (TRUE);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_cmpuint (geometry->scales->len, ==, 4);
  g_assert_cmpfloat (g_array_index (geometry->scales, TalChartScale, 2).most, <, 1000);
  g_assert_nonnull (
      written_chart_find_text (geometry, "Kilde: Jobindsats.dk. Egen akse for hver figur."));
}

static void
test_a_shared_axis_is_one_for_all (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups (FALSE);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 800, 450);

  for (guint i = 0; i < geometry->scales->len; i++)
    {
      const TalChartScale *scale = &g_array_index (geometry->scales, TalChartScale, i);

      g_assert_cmpfloat (scale->most, >=, 14644);
      g_assert_cmpfloat_with_epsilon (scale->least, 0, 0.001);
    }
  g_assert_nonnull (written_chart_find_text (geometry, "Kilde: Jobindsats.dk."));
}

/* Of two rows of two, those below have the words. */
static void
test_words_stand_below_the_lowest_panels (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups (TRUE);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 500, 400);
  guint                        found = 0;

  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);
      double               first = 0;

      if (shape->kind != TAL_CHART_SHAPE_TEXT || shape->series != TAL_CHART_NOBODY ||
          shape->position != 0)
        continue;
      first = written_chart_get_spot (geometry, 2 + found, 0).x;
      g_assert_cmpfloat (shape->box.x, <=, first);
      g_assert_cmpfloat (shape->box.x + shape->box.width, >=, first);
      g_assert_cmpfloat (shape->box.y, >=,
                         g_array_index (geometry->scales, TalChartScale, 2).start);
      found++;
    }
  g_assert_cmpuint (found, ==, 2);
}

static void
test_panels_of_a_row_are_level (void)
{
  g_autoptr (TalChartSpec)     spec = create_groups (FALSE);
  g_autoptr (TalChartGeometry) geometry = written_chart_lay_out (spec, 1200, 300);
  const TalChartScale         *scales = &g_array_index (geometry->scales, TalChartScale, 0);

  g_assert_cmpfloat_with_epsilon (scales[0].start, scales[1].start, 0.001);
  g_assert_cmpfloat_with_epsilon (scales[0].end, scales[1].end, 0.001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define CLAIM(words_, function_) g_test_add_func ("/charts/layout-multiples/" words_, function_)
  CLAIM ("each-series-has-a-panel-with-its-name", test_each_series_has_a_panel_with_its_name);
  CLAIM ("only-first-and-last-figures-are-written", test_only_first_and_last_figures_are_written);
  CLAIM ("own-axes-fill-their-panels", test_own_axes_fill_their_panels);
  CLAIM ("a-shared-axis-is-one-for-all", test_a_shared_axis_is_one_for_all);
  CLAIM ("words-stand-below-the-lowest-panels", test_words_stand_below_the_lowest_panels);
  CLAIM ("panels-of-a-row-are-level", test_panels_of_a_row_are_level);
  return g_test_run ();
}
