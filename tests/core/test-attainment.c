/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-attainment.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define AFTER "2024-06-18" /* the day of the paper on 2023 */
#define DURING "2023-11-01"

#define MET TAL_ATTAINMENT_MET
#define NOT_MET TAL_ATTAINMENT_NOT_MET
#define MET_SO_FAR TAL_ATTAINMENT_MET_SO_FAR
#define NOT_YET_MET TAL_ATTAINMENT_NOT_YET_MET
#define ALREADY_MET TAL_ATTAINMENT_ALREADY_MET
#define NOT_MEASURED TAL_ATTAINMENT_NOT_MEASURED
#define NO_TARGET TAL_ATTAINMENT_NO_TARGET

/* One criterion upon a typed figure. */
static const struct
{
  TalComparison comparison;
  const char   *target;
  const char   *result;
  gboolean      cumulative;
  const char   *today;
  TalAttainment verdict;
} verdicts[] = {
  { TAL_COMPARISON_AT_LEAST, "350", "545", FALSE, AFTER, MET },
  { TAL_COMPARISON_AT_LEAST, "50", "50", FALSE, AFTER, MET }, /* equal is enough */
  { TAL_COMPARISON_AT_LEAST, "50", "50.00", FALSE, AFTER, MET },
  { TAL_COMPARISON_AT_LEAST, "40", "39.6", FALSE, AFTER, NOT_MET }, /* never on rounded values */
  { TAL_COMPARISON_AT_LEAST, "40", "39.999999999", FALSE, AFTER, NOT_MET },
  { TAL_COMPARISON_AT_MOST, "8.7", "7.3", FALSE, AFTER, MET },
  { TAL_COMPARISON_AT_MOST, "8.7", "8.70", FALSE, AFTER, MET },
  { TAL_COMPARISON_AT_MOST, "8.7", "8.71", FALSE, AFTER, NOT_MET },
  { TAL_COMPARISON_MORE_THAN, "50", "50", FALSE, AFTER, NOT_MET }, /* strict */
  { TAL_COMPARISON_MORE_THAN, "50", "51", FALSE, AFTER, MET },
  { TAL_COMPARISON_FEWER_THAN, "50", "50", FALSE, AFTER, NOT_MET },
  { TAL_COMPARISON_FEWER_THAN, "50", "49", FALSE, AFTER, MET },
  { TAL_COMPARISON_EXACTLY, "50", "50.0", FALSE, AFTER, MET },
  { TAL_COMPARISON_EXACTLY, "50", "51", FALSE, AFTER, NOT_MET },
  { TAL_COMPARISON_EXACTLY, "50", "49", FALSE, AFTER, NOT_MET },
  { TAL_COMPARISON_AT_LEAST, "0", "0", FALSE, AFTER, MET }, /* zero is a result and a target */
  { TAL_COMPARISON_AT_LEAST, NULL, "545", FALSE, AFTER, NO_TARGET },
  { TAL_COMPARISON_AT_LEAST, NULL, NULL, FALSE, AFTER, NO_TARGET },
  { TAL_COMPARISON_AT_LEAST, "350", NULL, FALSE, AFTER, NOT_MEASURED },
  { TAL_COMPARISON_AT_LEAST, "350", "withheld", FALSE, AFTER, NOT_MEASURED },
  { TAL_COMPARISON_AT_LEAST, "350", "not-yet-reported", TRUE, AFTER, NOT_MEASURED },
  /* Mjølnerparken: preliminary, of a measure "at some time in the period". */
  { TAL_COMPARISON_AT_LEAST, "20", "29*", TRUE, AFTER, ALREADY_MET },
  { TAL_COMPARISON_AT_LEAST, "75", "42*", TRUE, AFTER, NOT_YET_MET },
  { TAL_COMPARISON_AT_LEAST, "20", "29*", FALSE, AFTER, MET_SO_FAR },
  { TAL_COMPARISON_AT_LEAST, "75", "42*", FALSE, AFTER, NOT_YET_MET },
  { TAL_COMPARISON_AT_LEAST, "20", "29~", FALSE, AFTER, MET_SO_FAR }, /* an estimate too */
  { TAL_COMPARISON_AT_LEAST, "20", "29", TRUE, AFTER, MET }, /* final: met and no more to say */
  { TAL_COMPARISON_AT_LEAST, "20", "20*", TRUE, AFTER, ALREADY_MET },
  { TAL_COMPARISON_MORE_THAN, "20", "20*", TRUE, AFTER, NOT_YET_MET },
  { TAL_COMPARISON_MORE_THAN, "20", "21*", TRUE, AFTER, ALREADY_MET },
  /* A ceiling that is broken stays so, one that holds may yet break. */
  { TAL_COMPARISON_AT_MOST, "20", "21*", TRUE, AFTER, NOT_MET },
  { TAL_COMPARISON_AT_MOST, "20", "20*", TRUE, AFTER, MET_SO_FAR },
  { TAL_COMPARISON_AT_MOST, "20", "21*", FALSE, AFTER, NOT_YET_MET },
  { TAL_COMPARISON_FEWER_THAN, "20", "20*", TRUE, AFTER, NOT_MET },
  { TAL_COMPARISON_FEWER_THAN, "20", "19*", TRUE, AFTER, MET_SO_FAR },
  { TAL_COMPARISON_EXACTLY, "20", "20*", TRUE, AFTER, MET_SO_FAR },
  { TAL_COMPARISON_EXACTLY, "20", "19*", TRUE, AFTER, NOT_YET_MET },
  /* A final figure of a period that isn't over is as good as preliminary. */
  { TAL_COMPARISON_AT_LEAST, "350", "545", FALSE, DURING, MET_SO_FAR },
  { TAL_COMPARISON_AT_LEAST, "350", "300", FALSE, DURING, NOT_YET_MET },
  { TAL_COMPARISON_AT_LEAST, "350", "545", TRUE, DURING, ALREADY_MET },
  { TAL_COMPARISON_AT_LEAST, "350", "545", FALSE, "2023-12-31", MET_SO_FAR }, /* its last day */
  { TAL_COMPARISON_AT_LEAST, "350", "545", FALSE, "2024-01-01", MET },
  /* "All" needs a numerator and a denominator. */
  { TAL_COMPARISON_ALL, NULL, "100", FALSE, AFTER, NOT_MEASURED },
};

static void
test_attainment_decides_on_exact_values (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalGoalStatus      status;

      goal->cumulative = verdicts[i].cumulative;
      sample_add_criterion (goal, series, verdicts[i].comparison, "2023", verdicts[i].target);
      if (verdicts[i].result != NULL)
        sample_enter (sample, series, "2023", verdicts[i].result);
      status = sample_assess (sample, goal, "2023", verdicts[i].today);
      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, verdicts[i].result);
      g_assert_cmpstr (tal_attainment_get_name (status.attainment), ==,
                       tal_attainment_get_name (verdicts[i].verdict));
      g_assert_false (status.overridden);
    }
}

/* One criterion upon a share of counts. */
static const struct
{
  TalComparison comparison;
  const char   *target;
  const char   *above;
  const char   *below;
  TalAttainment verdict;
} shares[] = {
  { TAL_COMPARISON_AT_LEAST, "75", "268", "545", NOT_MET },
  { TAL_COMPARISON_AT_LEAST, "40", "110", "268", MET },
  { TAL_COMPARISON_AT_LEAST, "80", "179", "348", NOT_MET },
  { TAL_COMPARISON_AT_LEAST, "40", "99", "250", NOT_MET }, /* 39,6 pct. */
  { TAL_COMPARISON_AT_LEAST, "50", "55", "110", MET },
  { TAL_COMPARISON_ALL, NULL, "50", "50", MET },
  { TAL_COMPARISON_ALL, NULL, "49", "50", NOT_MET },
  { TAL_COMPARISON_ALL, NULL, "9999", "10000", NOT_MET }, /* 100 pct. on paper, not all */
  { TAL_COMPARISON_ALL, NULL, "50*", "50", MET_SO_FAR },
  { TAL_COMPARISON_ALL, NULL, "50", "50*", MET_SO_FAR },
  { TAL_COMPARISON_ALL, NULL, "49*", "50", NOT_YET_MET },
  { TAL_COMPARISON_ALL, NULL, "0", "0", NOT_MEASURED }, /* nobody there to match */
  { TAL_COMPARISON_ALL, NULL, "50", NULL, NOT_MEASURED },
  { TAL_COMPARISON_ALL, NULL, "withheld", "50", NOT_MEASURED },
  { TAL_COMPARISON_AT_LEAST_HALF, NULL, "55", "110", MET },
  { TAL_COMPARISON_AT_LEAST_HALF, NULL, "56", "111", MET },
  { TAL_COMPARISON_AT_LEAST_HALF, NULL, "55", "111", NOT_MET }, /* 50 pct. on paper, not half */
  { TAL_COMPARISON_AT_LEAST_HALF, NULL, "55*", "110", MET_SO_FAR },
  { TAL_COMPARISON_AT_LEAST_HALF, NULL, "55", NULL, NOT_MEASURED },
  { TAL_COMPARISON_ALL, "90", "49", "50", NOT_MET }, /* a target beside it says nothing */
};

static void
test_attainment_of_all_is_all_of_them (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = sample_add_series (sample, "Matchet", TAL_MEASURE_UNIT_PERSONS, 0);
      TalSeries         *below = sample_add_series (sample, "Unge", TAL_MEASURE_UNIT_PERSONS, 0);
      TalGoal           *goal = sample_add_goal (sample, 8);
      TalGoalStatus      status;

      goal->cumulative = TRUE;
      sample_add_criterion (goal, sample_add_share (sample, above, below), shares[i].comparison,
                            "2023", shares[i].target);
      sample_enter (sample, above, "2023", shares[i].above);
      if (shares[i].below != NULL)
        sample_enter (sample, below, "2023", shares[i].below);
      status = sample_assess (sample, goal, "2023", AFTER);
      g_test_message ("%s of %s", shares[i].above, shares[i].below);
      g_assert_cmpstr (tal_attainment_get_name (status.attainment), ==,
                       tal_attainment_get_name (shares[i].verdict));
    }
}

/* Results of up to three criteria, each "at least 10", in a cumulative goal where so
 * marked; "-" has no target.  The last column is the position of the one that decides. */
static const struct
{
  const char   *results[3];
  gboolean      cumulative;
  TalAttainment verdict;
  guint         deciding;
} compounds[] = {
  { { "10", "10" }, FALSE, MET, 1 }, /* among equals the narrower, which is the last */
  { { "10", "9" }, FALSE, NOT_MET, 1 },
  { { "9", "10" }, FALSE, NOT_MET, 0 },
  { { "10", "10*" }, FALSE, MET_SO_FAR, 1 },
  { { "10*", "10" }, FALSE, MET_SO_FAR, 0 },
  { { "10*", "9*" }, FALSE, NOT_YET_MET, 1 },
  { { "9*", "10*" }, FALSE, NOT_YET_MET, 0 },
  { { "9*", "9" }, FALSE, NOT_MET, 1 }, /* one that is lost is lost for all */
  { { "9", "9*" }, FALSE, NOT_MET, 0 },
  { { "10*", "10" }, TRUE, ALREADY_MET, 0 },
  { { "10", "withheld" }, FALSE, NOT_MEASURED, 1 },
  { { "withheld", "10" }, FALSE, NOT_MEASURED, 0 },
  { { "9", "withheld" }, FALSE, NOT_MET, 0 },
  { { "-", "10" }, FALSE, NO_TARGET, 0 },
  { { "-", "9*" }, FALSE, NO_TARGET, 0 },
  { { "-", "withheld" }, FALSE, NOT_MEASURED, 1 },
  { { "10", "9", "10" }, FALSE, NOT_MET, 1 },
};

static void
test_attainment_of_several_is_the_weakest (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (compounds); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalGoal           *goal = sample_add_goal (sample, 10);
      TalGoalStatus      status;

      goal->cumulative = compounds[i].cumulative;
      for (guint j = 0; j < 3 && compounds[i].results[j] != NULL; j++)
        {
          const char *result = compounds[i].results[j];
          TalSeries  *series = sample_add_series (sample, "Unge", TAL_MEASURE_UNIT_PERSONS, 0);

          sample_enter (sample, series, "2023", *result == '-' ? "10" : result);
          sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2023",
                                *result == '-' ? NULL : "10");
        }
      status = sample_assess (sample, goal, NULL, AFTER);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (tal_attainment_get_name (status.attainment), ==,
                       tal_attainment_get_name (compounds[i].verdict));
      g_assert_true (status.criterion == tal_goal_get_criterion (goal, compounds[i].deciding));
      g_assert_true (tal_id_is_equal (status.series->record.id, status.criterion->series));
      g_assert_cmpstr (tal_goal_status_get_rule (&status), ==, "compound");
    }
}

static TalAssessment *
add_assessment (Sample *sample, const TalGoal *goal, const char *period, TalAttainment verdict)
{
  TalAssessment *assessment = sample_add_record (sample, TAL_KIND_ASSESSMENT);

  assessment->goal = goal->record.id;
  assessment->period = sample_period (period);
  assessment->verdict = verdict;
  return assessment;
}

static void
test_attainment_yields_to_a_person (void)
{
  static const struct
  {
    const char   *periods[2];
    TalAttainment verdicts[2];
    TalAttainment verdict;
    gboolean      overridden;
  } cases[] = {
    { { "2023" }, { MET }, MET, TRUE },
    { { "2023" }, { TAL_ATTAINMENT_COMPUTED }, NOT_MET, FALSE }, /* words alone */
    { { "2022" }, { MET }, NOT_MET, FALSE },                     /* of another period */
    { { "2023-12" }, { MET }, NOT_MET, FALSE },
    { { "2023", "2023" }, { MET, NOT_MEASURED }, NOT_MEASURED, TRUE }, /* the latest made */
    { { "2023", "2023" }, { MET, TAL_ATTAINMENT_COMPUTED }, MET, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
      TalGoal           *goal = sample_add_goal (sample, 2);
      TalGoal           *other = sample_add_goal (sample, 3);
      TalGoalStatus      status;

      sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2023", "75");
      sample_enter (sample, series, "2023", "49");
      add_assessment (sample, other, "2023", ALREADY_MET);
      for (guint j = 0; j < 2 && cases[i].periods[j] != NULL; j++)
        add_assessment (sample, goal, cases[i].periods[j], cases[i].verdicts[j]);

      status = sample_assess (sample, goal, NULL, AFTER);
      g_assert_cmpstr (tal_attainment_get_name (status.attainment), ==,
                       tal_attainment_get_name (cases[i].verdict));
      g_assert_cmpint (status.overridden, ==, cases[i].overridden);
    }
}

static void
test_attainment_of_no_criterion_is_not_measured (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalGoal           *goal = sample_add_goal (sample, 4);
  TalGoalStatus      status = sample_assess (sample, goal, "2023", AFTER);
  TalFraction        reach = { 42, 1 };

  g_assert_cmpint (status.attainment, ==, NOT_MEASURED);
  g_assert_null (status.criterion);
  g_assert_null (status.series);
  g_assert_false (tal_figure_is_known (&status.figure));
  g_assert_true (tal_decimal_is_none (status.target));
  g_assert_true (tal_decimal_is_none (status.figure.entered));
  g_assert_true (tal_decimal_is_none (status.numerator.entered));
  g_assert_cmpstr (tal_goal_status_get_rule (&status), ==, "none");
  g_assert_false (tal_goal_status_get_reach (&status, &reach));
  g_assert_cmpfloat (tal_fraction_to_double (reach), >, 41);
}

/* Another unit's share, or an earlier one of its own, is a target as it is and not as it
 * is rounded: two thirds are at least two thirds. */
static const struct
{
  TalComparison comparison;
  const char   *own;
  const char   *of;
  TalAttainment verdict;
} levels[] = {
  { TAL_COMPARISON_AT_LEAST, "2", "3", MET },
  { TAL_COMPARISON_AT_MOST, "2", "3", MET },
  { TAL_COMPARISON_EXACTLY, "4", "6", MET },
  { TAL_COMPARISON_MORE_THAN, "2", "3", NOT_MET },
  { TAL_COMPARISON_FEWER_THAN, "4", "6", NOT_MET },
  { TAL_COMPARISON_AT_LEAST, "6666", "10000", NOT_MET },
  { TAL_COMPARISON_MORE_THAN, "6667", "10000", MET },
  { TAL_COMPARISON_AT_MOST, "6667", "10000", NOT_MET },
  { TAL_COMPARISON_AT_LEAST, "66666", "100000", NOT_MET },
};

static void
test_attainment_keeps_a_level_exactly (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *above = sample_add_series (sample, "Rettidige", TAL_MEASURE_UNIT_COUNT, 0);
      TalSeries         *below = sample_add_series (sample, "Samtaler", TAL_MEASURE_UNIT_COUNT, 0);
      TalSeries         *share = sample_add_share (sample, above, below);
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalCriterion      *criterion =
          sample_add_criterion (goal, share, levels[i].comparison, NULL, NULL);
      TalGoalStatus status;

      criterion->basis = TAL_TARGET_KEEP;
      criterion->basis_series = share->record.id;
      criterion->basis_period = sample_period ("2022");
      sample_enter (sample, above, "2022", "2");
      sample_enter (sample, below, "2022", "3");
      sample_enter (sample, above, "2023", levels[i].own);
      sample_enter (sample, below, "2023", levels[i].of);
      status = sample_assess (sample, goal, NULL, AFTER);
      g_test_message ("%s of %s", levels[i].own, levels[i].of);
      g_assert_cmpstr (tal_attainment_get_name (status.attainment), ==,
                       tal_attainment_get_name (levels[i].verdict));
    }
}

static const struct
{
  TalComparison comparison;
  const char   *target;
  const char   *result;
  int           thousandths; /* −1 where there is nothing to draw */
} reaches[] = {
  { TAL_COMPARISON_AT_LEAST, "350", "545", 1557 },
  { TAL_COMPARISON_AT_LEAST, "40", "40", 1000 },
  { TAL_COMPARISON_EXACTLY, "50", "25", 500 },
  { TAL_COMPARISON_AT_MOST, "8.7", "7.3", 1192 }, /* the ceiling in parts of the result */
  { TAL_COMPARISON_FEWER_THAN, "8.7", "17.4", 500 },
  { TAL_COMPARISON_AT_MOST, "8.7", "0", -1 },
  { TAL_COMPARISON_AT_LEAST, "0", "5", -1 },
  { TAL_COMPARISON_AT_LEAST, NULL, "5", -1 },
  { TAL_COMPARISON_AT_LEAST, "5", "withheld", -1 },
  { TAL_COMPARISON_ALL, NULL, "5", -1 },
};

static void
test_attainment_reaches_one_at_the_target (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reaches); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalGoalStatus      status;
      TalFraction        reach = { 42, 1 };

      sample_add_criterion (goal, series, reaches[i].comparison, "2023", reaches[i].target);
      sample_enter (sample, series, "2023", reaches[i].result);
      status = sample_assess (sample, goal, "2023", AFTER);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (tal_goal_status_get_reach (&status, &reach), ==,
                       reaches[i].thousandths >= 0);
      if (reaches[i].thousandths >= 0)
        g_assert_cmpint ((int)(tal_fraction_to_double (reach) * 1000 + 0.5), ==,
                         reaches[i].thousandths);
      g_assert_cmpstr (tal_goal_status_get_rule (&status), ==,
                       tal_comparison_get_name (reaches[i].comparison));
    }
}

static void
test_attainment_of_all_reaches_its_share (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *above = sample_add_series (sample, "Matchet", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries         *below = sample_add_series (sample, "Unge", TAL_MEASURE_UNIT_PERSONS, 0);
  TalGoal           *goal = sample_add_goal (sample, 8);
  TalGoalStatus      status;
  TalFraction        reach = { 42, 1 };

  sample_add_criterion (goal, sample_add_share (sample, above, below), TAL_COMPARISON_ALL, NULL,
                        NULL);
  sample_enter (sample, above, "2023", "55");
  sample_enter (sample, below, "2023", "110");
  status = sample_assess (sample, goal, NULL, AFTER);
  g_assert_true (tal_goal_status_get_reach (&status, &reach));
  g_assert_cmpint ((int)(tal_fraction_to_double (reach) * 1000), ==, 500);
}

static void
test_attainment_words_say_what_they_mean (void)
{
  static const struct
  {
    TalAttainment attainment;
    const char   *name;
    gboolean      met;
    gboolean      preliminary;
  } cases[] = {
    { TAL_ATTAINMENT_COMPUTED, "computed", FALSE, FALSE },
    { MET, "met", TRUE, FALSE },
    { NOT_MET, "not-met", FALSE, FALSE },
    { MET_SO_FAR, "met-so-far", TRUE, TRUE },
    { NOT_YET_MET, "not-yet-met", FALSE, TRUE },
    { ALREADY_MET, "already-met", TRUE, TRUE },
    { NOT_MEASURED, "not-measured", FALSE, FALSE },
    { NO_TARGET, "no-target", FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpstr (tal_attainment_get_name (cases[i].attainment), ==, cases[i].name);
      g_assert_cmpstr (tal_attainment_words[cases[i].attainment], ==, cases[i].name);
      g_assert_cmpint (tal_attainment_is_met (cases[i].attainment), ==, cases[i].met);
      g_assert_cmpint (tal_attainment_is_preliminary (cases[i].attainment), ==,
                       cases[i].preliminary);
    }
  g_assert_null (tal_attainment_words[G_N_ELEMENTS (cases)]);
}

/* Twice it is more than a fraction can be. */
static void
test_attainment_half_is_told_of_any_number (void)
{
  TalFraction huge = { (__int128)1 << 126, 1 };
  TalFraction negative = { -huge.numerator, 1 };
  TalFraction one = { 1, 1 };

  g_assert_true (tal_comparison_holds (TAL_COMPARISON_AT_LEAST_HALF, huge, one));
  g_assert_false (tal_comparison_holds (TAL_COMPARISON_AT_LEAST_HALF, negative, one));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/attainment/decides-on-exact-values",
                   test_attainment_decides_on_exact_values);
  g_test_add_func ("/core/attainment/of-all-is-all-of-them", test_attainment_of_all_is_all_of_them);
  g_test_add_func ("/core/attainment/of-several-is-the-weakest",
                   test_attainment_of_several_is_the_weakest);
  g_test_add_func ("/core/attainment/yields-to-a-person", test_attainment_yields_to_a_person);
  g_test_add_func ("/core/attainment/of-no-criterion-is-not-measured",
                   test_attainment_of_no_criterion_is_not_measured);
  g_test_add_func ("/core/attainment/keeps-a-level-exactly", test_attainment_keeps_a_level_exactly);
  g_test_add_func ("/core/attainment/reaches-one-at-the-target",
                   test_attainment_reaches_one_at_the_target);
  g_test_add_func ("/core/attainment/of-all-reaches-its-share",
                   test_attainment_of_all_reaches_its_share);
  g_test_add_func ("/core/attainment/words-say-what-they-mean",
                   test_attainment_words_say_what_they_mean);
  g_test_add_func ("/core/attainment/half-is-told-of-any-number",
                   test_attainment_half_is_told_of_any_number);

  return g_test_run ();
}
