/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-plan.h"
#include "support/tal-chart-picture.h"

#include <glib.h>

#define WIDTH 800.0
#define HEIGHT 450.0

/* A goal as the committee's papers report it. */
typedef struct
{
  int           number;
  const char   *wording;
  const char   *result_text;
  const char   *target_text;
  gint64        result;
  gint64        target;
  gboolean      per_cent;
  TalAttainment attainment;
} Promise;

static const Promise women[] = {
  { 4, "Minimum 225 deltager", "348", "mål 225", 348, 225, FALSE, TAL_ATTAINMENT_MET },
  { 5, "Minimum 80 pct. i praktik", "51 pct.", "mål 80 pct.", 51, 80, TRUE,
    TAL_ATTAINMENT_NOT_MET },
  { 6, "15 pct. i job", "21 pct.", "mål 15 pct.", 21, 15, TRUE, TAL_ATTAINMENT_MET },
};

static TalChartGoal *
add_goal (TalChartSpec *spec, const Promise *promise)
{
  TalChartGoal *goal = tal_chart_spec_add_goal (spec, promise->number, promise->wording);

  goal->result = tal_chart_picture_value (promise->result, 0);
  goal->target = tal_chart_picture_value (promise->target, 0);
  goal->result_text = g_strdup (promise->result_text);
  goal->target_text = g_strdup (promise->target_text);
  goal->per_cent = promise->per_cent;
  goal->attainment = promise->attainment;
  goal->verdict = g_strdup (promise->attainment == TAL_ATTAINMENT_MET ? "Opnået" : "Ikke opnået");
  return goal;
}

/* One goal of the second kind, to be changed. */
static TalChartSpec *
create_spec (TalChartGoal **ret_goal)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_BULLET, "Mål");

  spec->unit = TAL_MEASURE_UNIT_PER_CENT;
  *ret_goal = add_goal (spec, &women[1]);
  return spec;
}

static TalChartGeometry *
lay_out_women (double height)
{
  TalChartSpec *spec = tal_chart_spec_new (TAL_CHART_BULLET, "To af tre mål er opnået");

  for (guint i = 0; i < G_N_ELEMENTS (women); i++)
    add_goal (spec, &women[i]);
  return tal_chart_picture_lay_out (spec, FALSE, WIDTH, height);
}

static void
test_colour_sign_and_word (void)
{
  g_autoptr (TalChartGeometry) geometry = lay_out_women (HEIGHT);

  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 0)->fill, ==, TAL_CHART_INK_MET);
  g_assert_cmpint (tal_chart_picture_find_mark (geometry, 0, 1)->fill, ==, TAL_CHART_INK_NOT_MET);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Opnået"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Ikke opnået"));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "51 pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "mål 80 pct."));
}

/* 348 on a scale to 400; 51 and 21 per cent on one to a hundred. */
static void
test_counts_have_scales_of_their_own (void)
{
  g_autoptr (TalChartGeometry) geometry = lay_out_women (HEIGHT);
  TalChartBox                  plot = geometry->plot;

  tal_chart_picture_assert_near (tal_chart_picture_find_spot (geometry, 0, 0)->point.x,
                                 plot.x + plot.width * 348 / 400);
  tal_chart_picture_assert_near (tal_chart_picture_find_spot (geometry, 0, 1)->point.x,
                                 plot.x + plot.width * 0.51);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "400"));
}

static void
test_low_shares_stand_to_twenty (void)
{
  TalChartGoal                *goal = NULL;
  TalChartSpec                *spec = create_spec (&goal);
  g_autoptr (TalChartGeometry) geometry = NULL;

  goal->result = tal_chart_picture_value (73, 1);
  goal->target = tal_chart_picture_value (87, 1);
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  tal_chart_picture_assert_near (tal_chart_picture_find_spot (geometry, 0, 0)->point.x,
                                 geometry->plot.x + geometry->plot.width * 7.3 / 20);
}

static void
test_at_most_tints_what_lies_above (void)
{
  TalChartGoal                *goal = NULL;
  TalChartSpec                *spec = create_spec (&goal);
  g_autoptr (TalChartGeometry) geometry = NULL;

  goal->comparison = TAL_COMPARISON_AT_MOST;
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_cmpuint (tal_chart_picture_count_filled (geometry, TAL_CHART_INK_AVOID), ==, 1);
}

static void
test_benchmark_is_a_diamond (void)
{
  TalChartGoal                *goal = NULL;
  TalChartSpec                *spec = create_spec (&goal);
  g_autoptr (TalChartGeometry) geometry = NULL;

  goal->benchmark = TRUE;
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_cmpuint (tal_chart_picture_count_filled (geometry, TAL_CHART_INK_TARGET), ==, 0);
  g_assert_cmpuint (tal_chart_picture_count_filled (geometry, TAL_CHART_INK_GROUND), ==, 1);
}

static void
test_preliminary_is_hatched (void)
{
  TalChartGoal                *goal = NULL;
  TalChartSpec                *spec = create_spec (&goal);
  g_autoptr (TalChartGeometry) geometry = NULL;
  const TalChartShape         *bar = NULL;

  goal->attainment = TAL_ATTAINMENT_NOT_YET_MET;
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  bar = tal_chart_picture_find_mark (geometry, 0, 0);
  g_assert_cmpint (bar->texture, ==, TAL_CHART_TEXTURE_HATCHED);
  g_assert_cmpint (bar->stroke, ==, TAL_CHART_INK_NOT_MET);
}

static void
test_masked_is_not_drawn_nor_written (void)
{
  TalChartGoal                *goal = NULL;
  TalChartSpec                *spec = create_spec (&goal);
  g_autoptr (TalChartGeometry) geometry = NULL;

  goal->result.masked = TRUE;
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_null (tal_chart_picture_find_mark (geometry, 0, 0));
  g_assert_null (tal_chart_picture_find_spot (geometry, 0, 0));
  g_assert_null (tal_chart_picture_find_text (geometry, "51 pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, ".."));
}

static void
test_what_is_told_has_no_track (void)
{
  TalChartGoal                *goal = NULL;
  TalChartSpec                *spec = create_spec (&goal);
  g_autoptr (TalChartGeometry) geometry = NULL;

  goal->result = TAL_CHART_VALUE_UNKNOWN;
  goal->target = TAL_CHART_VALUE_UNKNOWN;
  g_free (goal->result_text);
  goal->result_text = g_strdup ("Partnerskabet er etableret");
  geometry = tal_chart_picture_lay_out (spec, FALSE, WIDTH, HEIGHT);
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "Partnerskabet er etableret"));
  g_assert_cmpuint (tal_chart_picture_count_filled (geometry, TAL_CHART_INK_TRACK), ==, 0);
}

/* Where there is no room above its mark, the target stands beside the result. */
static void
test_low_rows_write_targets_beside_results (void)
{
  g_autoptr (TalChartGeometry) geometry = lay_out_women (130);

  g_assert_null (tal_chart_picture_find_text (geometry, "mål 80 pct."));
  g_assert_nonnull (tal_chart_picture_find_text (geometry, "51 pct. · mål 80 pct."));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/layout-bullet/colour-sign-and-word", test_colour_sign_and_word);
  g_test_add_func ("/charts/layout-bullet/counts-have-scales-of-their-own",
                   test_counts_have_scales_of_their_own);
  g_test_add_func ("/charts/layout-bullet/low-shares-stand-to-twenty",
                   test_low_shares_stand_to_twenty);
  g_test_add_func ("/charts/layout-bullet/at-most-tints-what-lies-above",
                   test_at_most_tints_what_lies_above);
  g_test_add_func ("/charts/layout-bullet/benchmark-is-a-diamond", test_benchmark_is_a_diamond);
  g_test_add_func ("/charts/layout-bullet/preliminary-is-hatched", test_preliminary_is_hatched);
  g_test_add_func ("/charts/layout-bullet/masked-is-not-drawn-nor-written",
                   test_masked_is_not_drawn_nor_written);
  g_test_add_func ("/charts/layout-bullet/what-is-told-has-no-track",
                   test_what_is_told_has_no_track);
  g_test_add_func ("/charts/layout-bullet/low-rows-write-targets-beside-results",
                   test_low_rows_write_targets_beside_results);
  return g_test_run ();
}
