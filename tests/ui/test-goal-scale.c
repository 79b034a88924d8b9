/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-scale.h"

static void
test_goal_scale_ends_on_a_round_number (void)
{
  static const struct
  {
    double      most;
    gboolean    per_cent;
    guint       n_steps;
    const char *last;
  } cases[] = {
    { 348, FALSE, 4, "400" },
    { 545, FALSE, 3, "600" },
    { 50, FALSE, 3, "60" },
    { 2568, FALSE, 3, "3.000" },
    { 1, FALSE, 1, "1" },
    { 0, FALSE, 1, "1" },
    { 80, TRUE, 4, "100\302\240pct." },
    { 21, TRUE, 4, "100\302\240pct." }, /* a share runs to 100 … */
    { 8.7, TRUE, 2, "10\302\240pct." }, /* … unless it would be a sliver there */
    { 130, TRUE, 3, "150\302\240pct." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalGoalScale     scale = { .per_cent = cases[i].per_cent };
      g_autofree char *first = NULL;
      g_autofree char *last = NULL;

      tal_goal_scale_choose_steps (&scale, cases[i].most);
      first = tal_goal_scale_dup_label (&scale, 0);
      last = tal_goal_scale_dup_label (&scale, scale.n_steps);
      g_assert_cmpstr (first, ==, "0");
      g_assert_cmpstr (last, ==, cases[i].last);
      g_assert_cmpuint (scale.n_steps, ==, cases[i].n_steps);
      g_assert_cmpint ((int)(100 * tal_goal_scale_get_place (&scale, 1e9)), ==, 100);
    }
}

/* A share that is written as a part of one has its half at a half. */
static void
test_goal_scale_of_all_and_half_is_in_the_unit_of_the_share (void)
{
  static const struct
  {
    TalMeasureUnit unit;
    TalComparison  comparison;
    int            thousandths;
  } cases[] = {
    { TAL_MEASURE_UNIT_PER_CENT, TAL_COMPARISON_AT_LEAST_HALF, 50000 },
    { TAL_MEASURE_UNIT_RATIO, TAL_COMPARISON_AT_LEAST_HALF, 500 },
    { TAL_MEASURE_UNIT_PER_CENT, TAL_COMPARISON_ALL, 100000 },
    { TAL_MEASURE_UNIT_RATIO, TAL_COMPARISON_ALL, 1000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalSeries     series = { .measure_unit = cases[i].unit };
      TalCriterion  criterion = { .comparison = cases[i].comparison };
      TalGoalStatus status = { .criterion = &criterion,
                               .series = &series,
                               .target = TAL_DECIMAL_NONE,
                               .figure = TAL_FIGURE_UNFOUND,
                               .numerator = TAL_FIGURE_UNFOUND,
                               .denominator = TAL_FIGURE_UNFOUND };
      TalGoalScale  scale = tal_goal_scale_for_status (&status);

      g_assert_true (scale.has_target);
      g_assert_false (scale.has_result);
      g_assert_cmpint ((int)(scale.target * 1000), ==, cases[i].thousandths);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/goal-scale/ends-on-a-round-number", test_goal_scale_ends_on_a_round_number);
  g_test_add_func ("/ui/goal-scale/of-all-and-half-is-in-the-unit-of-the-share",
                   test_goal_scale_of_all_and_half_is_in_the_unit_of_the_share);
  return g_test_run ();
}
