/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-goal-figures.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static TalSeries *
add_count (Sample *sample, const char *name)
{
  return sample_add_series (sample, name, TAL_MEASURE_UNIT_PERSONS, 0);
}

static char *
dup_period (TalPeriod period)
{
  return tal_period_is_set (period) ? tal_period_to_string (period) : g_strdup ("none");
}

static char *
dup_target (const TalTarget *target)
{
  return tal_decimal_is_none (target->value) ? g_strdup ("none")
                                             : tal_decimal_to_string (target->value);
}

/* The periods that have figures, "!" before one withheld and "?" before one that is
 * missing for another reason; the periods that have targets; the newest. */
static const struct
{
  const char *results[4];
  const char *targets[3];
  const char *newest;
} newest[] = {
  { { "2022", "2023" }, { "2022" }, "2023" },
  { { "2023", "2022" }, { "2022" }, "2023" },
  { { "2023", "2024-Q1" }, { "2023" }, "2024-Q1" },               /* the latest last day */
  { { "2023", "2023-Q4", "2023-12" }, { "2022-Q4" }, "2023-Q4" }, /* then the target's kind */
  { { "2023", "2023-Q4", "2023-12" }, { "2023" }, "2023" },
  { { "2023", "2023-Q4", "2023-12" }, { NULL }, "2023" }, /* then the longest */
  { { "2023-H2", "2023-Q4", "2023-12" }, { "2023" }, "2023-H2" },
  { { "2023-12", "2023-Q4" }, { "2022-12", "2022" }, "2023-Q4" }, /* the latest target counts */
  { { "2023-12", "2023-Q4" }, { "2022-12", "2021" }, "2023-12" }, /* wherever it stands */
  { { "2023-12-31", "2023-W52" }, { "2023" }, "2023-W52" },       /* Sunday, the week's last day */
  { { "2022", "?2023" }, { "2022" }, "2022" },                    /* what is missing is no result */
  { { "2022", "!2023" }, { "2022" }, "2023" },                    /* what may not be shown is one */
  { { "?2022", "?2023" }, { "2022" }, "none" },
  { { NULL }, { "2022" }, "none" },
};

static void
test_goal_figures_finds_the_newest_period (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (newest); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = add_count (sample, "Deltagere");
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalCriterion      *criterion =
          sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, NULL, NULL);
      g_auto (TalGoalFigures) figures = { 0 };
      g_autofree char        *period = NULL;

      for (guint j = 0; j < 4 && newest[i].results[j] != NULL; j++)
        {
          const char *result = newest[i].results[j];
          const char *value = *result == '!'   ? "withheld"
                              : *result == '?' ? "not-available"
                                               : "545";

          sample_enter (sample, series, result + (*value != '5'), value);
        }
      for (guint j = 0; j < 3 && newest[i].targets[j] != NULL; j++)
        tal_criterion_add_target (criterion, sample_period (newest[i].targets[j]),
                                  sample_decimal ("350"));

      tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source, goal,
                               TAL_PERIOD_UNSET, &figures, &error);
      g_assert_no_error (error);
      period = dup_period (figures.period);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (period, ==, newest[i].newest);
      g_assert_cmpuint (figures.n_criteria, ==, 1);
    }
}

/* Targets of 2022, 2023-Q1, 2023 and 2025, as adopted, and the one in force. */
static const struct
{
  const char *period;
  const char *target;
} targets[] = {
  { "2021", "none" },   { "2022-06", "300" }, /* begun before the period ended */
  { "2022", "300" },    { "2023", "350" },
  { "2023-Q1", "90" },                                /* set for exactly that period */
  { "2023-H1", "350" },                               /* of two that began alike the longer */
  { "2024", "350" },                                  /* carried forward */
  { "2024-Q2", "350" }, { "2024-07/2025-03", "400" }, /* begun within the period */
  { "2025", "400" },    { "2030", "400" },
};

static void
test_goal_figures_carries_targets_forward (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = add_count (sample, "Deltagere");
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalCriterion      *criterion =
          sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2025", "400");
      g_auto (TalGoalFigures) figures = { 0 };
      g_autofree char        *target = NULL;

      tal_criterion_add_target (criterion, sample_period ("2023"), sample_decimal ("350"));
      tal_criterion_add_target (criterion, sample_period ("2023-Q1"), sample_decimal ("90"));
      tal_criterion_add_target (criterion, sample_period ("2022"), sample_decimal ("300"));
      g_assert_true (tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source, goal,
                                              sample_period (targets[i].period), &figures, NULL));
      target = dup_target (&figures.criteria[0].target);
      g_test_message ("%s", targets[i].period);
      g_assert_cmpstr (target, ==, targets[i].target);
      g_assert_false (figures.criteria[0].figure.found);
    }
}

static void
test_goal_figures_shows_the_latest_target_without_a_result (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = add_count (sample, "Deltagere");
  TalGoal           *goal = sample_add_goal (sample, 1);
  TalGoal           *unmeasured = sample_add_goal (sample, 2);
  TalCriterion      *criterion =
      sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2024", "400");
  g_auto (TalGoalFigures) figures = { 0 };
  g_auto (TalGoalFigures) none = { 0 };

  tal_criterion_add_target (criterion, sample_period ("2023"), sample_decimal ("350"));
  g_assert_true (tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source, goal,
                                          TAL_PERIOD_UNSET, &figures, NULL));
  g_assert_true (tal_decimal_is_identical (figures.criteria[0].target.value, TAL_DECIMAL (400, 0)));
  g_assert_true (tal_period_is_equal (figures.criteria[0].target.period, sample_period ("2024")));
  g_assert_false (tal_figure_is_known (&figures.criteria[0].figure));
  g_assert_true (tal_decimal_is_none (figures.criteria[0].figure.entered));

  g_assert_true (tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source,
                                          unmeasured, TAL_PERIOD_UNSET, &none, NULL));
  g_assert_cmpuint (none.n_criteria, ==, 0);
  g_assert_false (tal_period_is_set (none.period));
}

static void
test_goal_figures_takes_a_period_where_any_criterion_has_a_result (void)
{
  g_autoptr (Sample)      sample = sample_new ();
  TalSeries              *citizens = add_count (sample, "Borgere");
  TalSeries              *staff = add_count (sample, "Fagpersoner");
  TalGoal                *goal = sample_add_goal (sample, 11);
  g_auto (TalGoalFigures) figures = { 0 };

  sample_add_criterion (goal, citizens, TAL_COMPARISON_AT_LEAST, "2022", "1500");
  sample_add_criterion (goal, staff, TAL_COMPARISON_AT_LEAST, "2022", "100");
  sample_enter (sample, citizens, "2022", "1600");
  sample_enter (sample, staff, "2022", "120");
  sample_enter (sample, staff, "2023", "ca. 410");
  g_assert_true (tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source, goal,
                                          TAL_PERIOD_UNSET, &figures, NULL));
  g_assert_true (tal_period_is_equal (figures.period, sample_period ("2023")));
  g_assert_false (figures.criteria[0].figure.found);
  g_assert_true (tal_figure_is_known (&figures.criteria[1].figure));
}

/* The level of another unit, or an earlier one of its own. */
static const struct
{
  TalTargetBasis basis;
  const char    *basis_period;
  const char    *own_target;
  const char    *target; /* in 2018 */
  const char    *period;
} levels[] = {
  { TAL_TARGET_BENCHMARK, NULL, NULL, "8.7", "2018" },
  { TAL_TARGET_BENCHMARK, "2017", NULL, "8.7", "2018" }, /* a benchmark is of the same period */
  { TAL_TARGET_BENCHMARK, NULL, "9.9", "8.7", "2018" },  /* the level goes before what was set */
  { TAL_TARGET_KEEP, "2017", NULL, "7.90", "2017" },
  { TAL_TARGET_KEEP, "2016", NULL, "none", "" }, /* no result to keep */
  { TAL_TARGET_KEEP, "2016", "9.9", "9.9", "2017" },
  { TAL_TARGET_FIXED, NULL, "9.9", "9.9", "2017" },
  { TAL_TARGET_FIXED, NULL, NULL, "none", "" }, /* a fixed one is never a level */
};

static void
test_goal_figures_takes_a_level_for_a_target (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries    *own = sample_add_series (sample, "Udeblivelser", TAL_MEASURE_UNIT_PER_CENT, 1);
      TalSeries    *other = sample_add_series (sample, "JKI", TAL_MEASURE_UNIT_PER_CENT, 1);
      TalGoal      *goal = sample_add_goal (sample, 3);
      TalCriterion *criterion =
          sample_add_criterion (goal, own, TAL_COMPARISON_AT_MOST, "2017", levels[i].own_target);
      g_auto (TalGoalFigures) figures = { 0 };
      g_autofree char        *target = NULL;

      criterion->basis = levels[i].basis;
      criterion->basis_series = other->record.id;
      criterion->basis_period = sample_period (levels[i].basis_period);
      sample_enter (sample, own, "2018", "7.3");
      sample_enter (sample, other, "2018", "8.7");
      sample_enter (sample, other, "2017", "7.90");
      g_assert_true (tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source, goal,
                                              TAL_PERIOD_UNSET, &figures, NULL));
      target = dup_target (&figures.criteria[0].target);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (target, ==, levels[i].target);
      if (levels[i].period[0] != '\0')
        g_assert_true (tal_period_is_equal (figures.criteria[0].target.period,
                                            sample_period (levels[i].period)));
    }
}

static void
test_goal_figures_lists_what_it_rests_on (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (GPtrArray) entered = NULL;
  g_autoptr (GArray)    periods = NULL;
  TalSeries            *above = add_count (sample, "I virksomhedsplacering");
  TalSeries            *below = add_count (sample, "Deltagere");
  TalSeries            *share = sample_add_share (sample, above, below);
  TalSeries            *typed = sample_add_series (sample, "Typed", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalSeries            *level = add_count (sample, "JKI");
  TalSeries            *stranger = add_count (sample, "En anden");
  TalGoal              *goal = sample_add_goal (sample, 2);

  sample_add_term (typed, above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_criterion (goal, share, TAL_COMPARISON_AT_LEAST, "2023", "75");
  sample_add_criterion (goal, typed, TAL_COMPARISON_AT_LEAST, "2023", "75")->basis_series =
      level->record.id;
  sample_enter (sample, stranger, "2020", "1");
  sample_enter (sample, level, "2021", "1");
  sample_enter (sample, typed, "2023", "1");
  sample_enter (sample, below, "2022", "1");
  entered = tal_goal_figures_list_entered (sample_get_catalogue (sample), goal);
  g_assert_cmpuint (entered->len, ==, 4);
  g_assert_true (g_ptr_array_find (entered, above, NULL));
  g_assert_true (g_ptr_array_find (entered, below, NULL));
  g_assert_true (g_ptr_array_find (entered, typed, NULL));
  g_assert_true (g_ptr_array_find (entered, level, NULL));

  periods =
      tal_goal_figures_list_periods (sample_get_catalogue (sample), &sample->source, goal, NULL);
  g_assert_cmpuint (periods->len, ==, 2);
  g_assert_true (
      tal_period_is_equal (g_array_index (periods, TalPeriod, 0), sample_period ("2022")));
}

static void
test_goal_figures_hands_on_the_error_of_its_runs (void)
{
  static const char *const periods[] = { NULL, "2023" };

  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (Sample) sample = sample_new ();
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalGoalFigures     figures = { .n_criteria = 42 };

      sample_add_criterion (goal, add_count (sample, "Deltagere"), TAL_COMPARISON_AT_LEAST, NULL,
                            NULL);
      sample->unreadable = TRUE;
      g_assert_false (tal_goal_figures_gather (sample_get_catalogue (sample), &sample->source, goal,
                                               sample_period (periods[i]), &figures, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_BUSY);
      g_assert_cmpuint (figures.n_criteria, ==, 42);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/goal-figures/finds-the-newest-period",
                   test_goal_figures_finds_the_newest_period);
  g_test_add_func ("/core/goal-figures/carries-targets-forward",
                   test_goal_figures_carries_targets_forward);
  g_test_add_func ("/core/goal-figures/shows-the-latest-target-without-a-result",
                   test_goal_figures_shows_the_latest_target_without_a_result);
  g_test_add_func ("/core/goal-figures/takes-a-period-where-any-criterion-has-a-result",
                   test_goal_figures_takes_a_period_where_any_criterion_has_a_result);
  g_test_add_func ("/core/goal-figures/takes-a-level-for-a-target",
                   test_goal_figures_takes_a_level_for_a_target);
  g_test_add_func ("/core/goal-figures/lists-what-it-rests-on",
                   test_goal_figures_lists_what_it_rests_on);
  g_test_add_func ("/core/goal-figures/hands-on-the-error-of-its-runs",
                   test_goal_figures_hands_on_the_error_of_its_runs);

  return g_test_run ();
}
