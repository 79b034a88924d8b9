/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-text.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

#define TODAY "2024-06-18"

/* With plain spaces, which are easier to compare. */
static void
assert_text (char *text, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  if (text == NULL)
    g_assert_null (expected);
  else
    g_assert_cmpstr (plain->str, ==, expected);
  g_free (text);
}

/* A goal as the papers have it.  With 'below' the result is a share of it, in
 * 'decimals'; else it is 'above' in the unit.  The texts: result, target, requirement,
 * counts, status, spoken. */
typedef struct
{
  int            number;
  const char    *above;
  const char    *below;
  TalMeasureUnit unit;
  int            decimals;
  const char    *measure;
  TalComparison  comparison;
  const char    *target;
  const char    *texts[6];
} Row;

static const Row rows[] = {
  { 1,
    "545",
    NULL,
    TAL_MEASURE_UNIT_PERSONS,
    0,
    "deltagere",
    TAL_COMPARISON_AT_LEAST,
    "350",
    { "545", "mål 350", "Mindst 350", NULL, "Målet blev opnået (545)",
      "Mål 1: 545, mål mindst 350, opnået." } },
  { 2,
    "268",
    "545",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "borgere",
    TAL_COMPARISON_AT_LEAST,
    "75",
    { "49 pct.", "mål 75", "Mindst 75 pct.", "268 af 545 borgere",
      "Målet blev ikke opnået (49 pct./268 borgere)",
      "Mål 2: 49 pct., mål mindst 75 pct., ikke opnået." } },
  { 3,
    "110",
    "268",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "borgere",
    TAL_COMPARISON_AT_LEAST,
    "40",
    { "41 pct.", "mål 40", "Mindst 40 pct.", "110 af 268 borgere",
      "Målet blev opnået (41 pct./110 borgere)", "Mål 3: 41 pct., mål mindst 40 pct., opnået." } },
  { 5,
    "179",
    "348",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "borgere",
    TAL_COMPARISON_AT_LEAST,
    "80",
    { "51 pct.", "mål 80", "Mindst 80 pct.", "179 af 348 borgere",
      "Målet blev ikke opnået (51 pct./179 borgere)",
      "Mål 5: 51 pct., mål mindst 80 pct., ikke opnået." } },
  { 8,
    "50",
    "50",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "unge",
    TAL_COMPARISON_ALL,
    NULL,
    { "50", "mål alle", "Alle", "50 af 50 unge", "Målet blev opnået (50)",
      "Mål 8: 50, mål alle, opnået." } },
  { 8,
    "49",
    "50*",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "unge",
    TAL_COMPARISON_ALL,
    NULL,
    { "49*", "mål alle", "Alle", "49 af 50 unge", "Målet er endnu ikke opnået (49*)",
      "Mål 8: 49*, mål alle, endnu ikke opnået." } },
  { 10,
    "55",
    "110",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "unge",
    TAL_COMPARISON_AT_LEAST_HALF,
    NULL,
    { "50 pct.", "mål halvdelen", "Mindst halvdelen", "55 af 110 unge",
      "Målet blev opnået (50 pct./55 unge)", "Mål 10: 50 pct., mål mindst halvdelen, opnået." } },
  /* Rounded to no decimals it would look like half of them. */
  { 10,
    "55",
    "111",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "unge",
    TAL_COMPARISON_AT_LEAST_HALF,
    NULL,
    { "49,5 pct.", "mål halvdelen", "Mindst halvdelen", "55 af 111 unge",
      "Målet blev ikke opnået (49,5 pct./55 unge)",
      "Mål 10: 49,5 pct., mål mindst halvdelen, ikke opnået." } },
  { 3,
    "7.3",
    NULL,
    TAL_MEASURE_UNIT_PER_CENT,
    1,
    "udeblivelser",
    TAL_COMPARISON_AT_MOST,
    "8.7",
    { "7,3 pct.", "højst 8,7", "Højst 8,7 pct.", NULL, "Målet blev opnået (7,3 pct.)",
      "Mål 3: 7,3 pct., mål højst 8,7 pct., opnået." } },
  { 3,
    "7.3*",
    NULL,
    TAL_MEASURE_UNIT_PER_CENT,
    1,
    NULL,
    TAL_COMPARISON_FEWER_THAN,
    "8.7",
    { "7,3 pct.*", "under 8,7", "Mindre end 8,7 pct.", NULL,
      "Målet er foreløbigt opnået (7,3 pct.*)",
      "Mål 3: 7,3 pct.*, mål mindre end 8,7 pct., foreløbigt opnået." } },
  /* Rounded to no decimals it would look met. */
  { 3,
    "99",
    "250",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "borgere",
    TAL_COMPARISON_AT_LEAST,
    "40",
    { "39,6 pct.", "mål 40", "Mindst 40 pct.", "99 af 250 borgere",
      "Målet blev ikke opnået (39,6 pct./99 borgere)",
      "Mål 3: 39,6 pct., mål mindst 40 pct., ikke opnået." } },
  { 3,
    "39999",
    "100000",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    NULL,
    TAL_COMPARISON_AT_LEAST,
    "40",
    { "39,999 pct.", "mål 40", "Mindst 40 pct.", "39.999 af 100.000",
      "Målet blev ikke opnået (39,999 pct.)",
      "Mål 3: 39,999 pct., mål mindst 40 pct., ikke opnået." } },
  { 3,
    "8.74",
    NULL,
    TAL_MEASURE_UNIT_PER_CENT,
    1,
    NULL,
    TAL_COMPARISON_AT_MOST,
    "8.7",
    { "8,74 pct.", "højst 8,7", "Højst 8,7 pct.", NULL, "Målet blev ikke opnået (8,74 pct.)",
      "Mål 3: 8,74 pct., mål højst 8,7 pct., ikke opnået." } },
  { 11,
    "ca. 410",
    NULL,
    TAL_MEASURE_UNIT_PERSONS,
    0,
    "fagpersoner",
    TAL_COMPARISON_MORE_THAN,
    "400",
    { "ca. 410", "over 400", "Mere end 400", NULL, "Målet blev opnået (ca. 410)",
      "Mål 11: ca. 410, mål mere end 400, opnået." } },
  { 11,
    "2568",
    NULL,
    TAL_MEASURE_UNIT_PERSONS,
    0,
    "borgere",
    TAL_COMPARISON_EXACTLY,
    "1500",
    { "2.568", "præcis 1.500", "Præcis 1.500", NULL, "Målet blev ikke opnået (2.568)",
      "Mål 11: 2.568, mål præcis 1.500, ikke opnået." } },
  { 6,
    "1",
    "4",
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    "borgere",
    TAL_COMPARISON_AT_LEAST,
    NULL,
    { "25 pct.", "intet måltal", "Intet måltal", "1 af 4 borgere",
      "Målet har intet måltal (25 pct./1 borger)", "Mål 6: 25 pct., intet måltal." } },
  { 6,
    "31",
    NULL,
    TAL_MEASURE_UNIT_PER_CENT,
    0,
    NULL,
    TAL_COMPARISON_AT_LEAST,
    "80",
    { "31 pct.", "mål 80", "Mindst 80 pct.", NULL, "Målet blev ikke opnået (31 pct.)",
      "Mål 6: 31 pct., mål mindst 80 pct., ikke opnået." } },
  { 7,
    "withheld",
    NULL,
    TAL_MEASURE_UNIT_PERSONS,
    0,
    NULL,
    TAL_COMPARISON_AT_LEAST,
    "5",
    { "skjult", "mål 5", "Mindst 5", NULL, "Målet er ikke opgjort",
      "Mål 7: skjult, mål mindst 5, ikke opgjort." } },
  { 7,
    "not-applicable",
    NULL,
    TAL_MEASURE_UNIT_PERSONS,
    0,
    NULL,
    TAL_COMPARISON_AT_LEAST,
    "5",
    { "ikke relevant", "mål 5", "Mindst 5", NULL, "Målet er ikke opgjort",
      "Mål 7: ikke relevant, mål mindst 5, ikke opgjort." } },
  { 7,
    NULL,
    NULL,
    TAL_MEASURE_UNIT_PERSONS,
    0,
    NULL,
    TAL_COMPARISON_AT_LEAST,
    "5",
    { "ikke opgjort", "mål 5", "Mindst 5", NULL, "Målet er ikke opgjort",
      "Mål 7: ikke opgjort, mål mindst 5, ikke opgjort." } },
  { 9,
    "13",
    NULL,
    TAL_MEASURE_UNIT_WEEKS,
    0,
    NULL,
    TAL_COMPARISON_AT_MOST,
    "13",
    { "13 uger", "højst 13", "Højst 13 uger", NULL, "Målet blev opnået (13 uger)",
      "Mål 9: 13 uger, mål højst 13 uger, opnået." } },
  { 9,
    "3460000",
    NULL,
    TAL_MEASURE_UNIT_DKK,
    0,
    NULL,
    TAL_COMPARISON_AT_MOST,
    "3500000",
    { "3,5 mio. kr.", "højst 3,5 mio. kr.", "Højst 3,5 mio. kr.", NULL,
      "Målet blev opnået (3,5 mio. kr.)",
      "Mål 9: 3,5 mio. kr., mål højst 3,5 mio. kr., opnået." } },
  /* In millions it would look met. */
  { 9,
    "3540000",
    NULL,
    TAL_MEASURE_UNIT_DKK,
    0,
    NULL,
    TAL_COMPARISON_AT_MOST,
    "3500000",
    { "3.540.000 kr.", "højst 3,5 mio. kr.", "Højst 3,5 mio. kr.", NULL,
      "Målet blev ikke opnået (3.540.000 kr.)",
      "Mål 9: 3.540.000 kr., mål højst 3,5 mio. kr., ikke opnået." } },
};

static TalGoalStatus
make_status (Sample *sample, const Row *row)
{
  TalSeries *above = sample_add_series (sample, "Resultat", row->unit, row->decimals);
  TalSeries *below = NULL;
  TalGoal   *goal = sample_add_goal (sample, row->number);

  if (row->above != NULL)
    sample_enter (sample, above, "2023", row->above);
  if (row->below != NULL)
    {
      below = sample_add_series (sample, "Deltagere", TAL_MEASURE_UNIT_PERSONS, 0);
      sample_enter (sample, below, "2023", row->below);
      above = sample_add_share (sample, above, below);
      above->decimals = row->decimals;
    }
  g_free (above->measure);
  above->measure = g_strdup (row->measure);
  sample_add_criterion (goal, above, row->comparison, "2023", row->target);
  return sample_assess (sample, goal, "2023", TODAY);
}

static void
test_goal_text_writes_as_the_papers_do (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalGoalStatus      status = make_status (sample, &rows[i]);

      g_test_message ("row %" G_GSIZE_FORMAT ": %s", i, rows[i].texts[0]);
      assert_text (tal_goal_text_result (&status), rows[i].texts[0]);
      assert_text (tal_goal_text_target (&status), rows[i].texts[1]);
      assert_text (tal_goal_text_requirement (&status), rows[i].texts[2]);
      assert_text (tal_goal_text_counts (&status), rows[i].texts[3]);
      assert_text (tal_goal_text_status (&status), rows[i].texts[4]);
      assert_text (tal_goal_text_spoken (&status), rows[i].texts[5]);
    }
}

/* Goal 10 of 2023: all 110 matched, half of them at least with private employers. */
static void
test_goal_text_of_two_criteria_shows_the_narrower (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *young = sample_add_series (sample, "Unge", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries         *matched = sample_add_series (sample, "Matchet", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries    *private_ones = sample_add_series (sample, "Private", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries    *half = sample_add_share (sample, private_ones, matched);
  TalGoal      *goal = sample_add_goal (sample, 10);
  TalGoalStatus status;

  g_free (half->measure);
  half->measure = g_strdup ("unge");
  sample_add_criterion (goal, sample_add_share (sample, matched, young), TAL_COMPARISON_ALL, NULL,
                        NULL);
  sample_add_criterion (goal, half, TAL_COMPARISON_AT_LEAST, "2023", "50");
  sample_enter (sample, young, "2023", "110");
  sample_enter (sample, matched, "2023", "110");
  sample_enter (sample, private_ones, "2023", "55");
  status = sample_assess (sample, goal, NULL, TODAY);
  assert_text (tal_goal_text_status (&status), "Målet blev opnået (50 pct./55 unge)");
  assert_text (tal_goal_text_counts (&status), "55 af 110 unge");
}

/* Goal 6 of 2023: 21 pct. and 31 citizens, of how many the paper does not say. */
static void
test_goal_text_names_the_count_that_is_known (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries    *above = sample_add_series (sample, "I beskæftigelse", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries    *share = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalGoal      *goal = sample_add_goal (sample, 6);
  TalGoalStatus status;

  share->measure = g_strdup ("borgere");
  sample_add_term (share, above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_criterion (goal, share, TAL_COMPARISON_AT_LEAST, "2023", "15");
  sample_enter (sample, share, "2023", "21");
  sample_enter (sample, above, "2023", "31");
  status = sample_assess (sample, goal, NULL, TODAY);
  assert_text (tal_goal_text_status (&status), "Målet blev opnået (21 pct./31 borgere)");
  assert_text (tal_goal_text_counts (&status), "31 borgere");
  share->measure[0] = '\0';
  assert_text (tal_goal_text_counts (&status), "31");
}

/* What a sum or a change is made of are no counts behind a share. */
static void
test_goal_text_has_no_counts_behind_a_sum (void)
{
  static const struct
  {
    TalBasis       basis;
    TalMeasureUnit unit;
    const char    *status;
  } cases[] = {
    { TAL_BASIS_SUM, TAL_MEASURE_UNIT_PERSONS, "Målet blev opnået (2.568)" },
    { TAL_BASIS_RELATIVE_CHANGE, TAL_MEASURE_UNIT_PER_CENT, "Målet blev opnået (156,8 pct.)" },
    { TAL_BASIS_CHANGE, TAL_MEASURE_UNIT_PERCENTAGE_POINTS,
      "Målet blev opnået (1.568 procentpoint)" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *part = sample_add_series (sample, "Borgere", TAL_MEASURE_UNIT_PERSONS, 0);
      TalSeries         *made = sample_add_series (sample, "I alt", cases[i].unit, i == 1 ? 1 : 0);
      TalGoal           *goal = sample_add_goal (sample, 11);
      TalGoalStatus      status;

      made->basis = cases[i].basis;
      made->measure = g_strdup ("borgere");
      made->factor = i == 1 ? TAL_DECIMAL (100, 0) : TAL_DECIMAL_NONE;
      sample_add_term (made, part, TAL_TERM_PLUS, TAL_TERM_ABOVE);
      sample_add_criterion (goal, made, TAL_COMPARISON_AT_LEAST, "2023", "100");
      sample_enter (sample, part, "2022", "1000");
      sample_enter (sample, part, "2023", "2568");
      status = sample_assess (sample, goal, NULL, TODAY);
      assert_text (tal_goal_text_status (&status), cases[i].status);
      assert_text (tal_goal_text_counts (&status), NULL);
    }
}

static void
test_goal_text_of_no_criterion_is_not_measured (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalGoal           *goal = sample_add_goal (sample, 4);
  TalGoalStatus      status = sample_assess (sample, goal, NULL, TODAY);

  assert_text (tal_goal_text_result (&status), "måles ikke");
  assert_text (tal_goal_text_target (&status), "intet måltal");
  assert_text (tal_goal_text_requirement (&status), "Måles ikke");
  assert_text (tal_goal_text_counts (&status), NULL);
  assert_text (tal_goal_text_status (&status), "Målet måles ikke");
  assert_text (tal_goal_text_spoken (&status), "Mål 4: måles ikke.");
}

/* A level that is a computed share has nine decimals, which nobody reads. */
static void
test_goal_text_rounds_a_level (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *above = sample_add_series (sample, "Rettidige", TAL_MEASURE_UNIT_COUNT, 0);
  TalSeries         *below = sample_add_series (sample, "Samtaler", TAL_MEASURE_UNIT_COUNT, 0);
  TalSeries         *share = sample_add_share (sample, above, below);
  TalGoal           *goal = sample_add_goal (sample, 1);
  TalCriterion *criterion = sample_add_criterion (goal, share, TAL_COMPARISON_AT_LEAST, NULL, NULL);
  TalGoalStatus status;

  criterion->basis = TAL_TARGET_KEEP;
  criterion->basis_series = share->record.id;
  criterion->basis_period = sample_period ("2022");
  for (int year = 2022; year <= 2023; year++)
    {
      g_autofree char *period = g_strdup_printf ("%d", year);

      sample_enter (sample, above, period, "2");
      sample_enter (sample, below, period, "3");
    }
  status = sample_assess (sample, goal, NULL, TODAY);
  assert_text (tal_goal_text_target (&status), "fastholde 66,7");
  assert_text (tal_goal_text_requirement (&status), "Fastholde 66,7 pct.");
  assert_text (tal_goal_text_result (&status), "67 pct.");
}

static void
test_goal_text_has_a_word_for_each_verdict (void)
{
  static const char *const words[] = { "Ikke opgjort",      "Opnået",
                                       "Ikke opnået",       "Foreløbigt opnået",
                                       "Endnu ikke opnået", "Allerede opnået",
                                       "Ikke opgjort",      "Intet måltal" };
  static const char *const clauses[] = {
    "Målet er ikke opgjort (5)",      "Målet blev opnået (5)",
    "Målet blev ikke opnået (5)",     "Målet er foreløbigt opnået (5)",
    "Målet er endnu ikke opnået (5)", "Målet er allerede opnået (5)",
    "Målet er ikke opgjort (5)",      "Målet har intet måltal (5)",
  };
  static const Row row = {
    1, "5", NULL, TAL_MEASURE_UNIT_PERSONS, 0, NULL, TAL_COMPARISON_AT_LEAST, "5", { NULL }
  };
  g_autoptr (Sample) sample = sample_new ();
  TalGoalStatus      status = make_status (sample, &row);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      status.attainment = (TalAttainment)i;
      g_assert_cmpstr (tal_goal_text_verdict ((TalAttainment)i), ==, words[i]);
      assert_text (tal_goal_text_status (&status), clauses[i]);
    }
}

static void
test_goal_text_value_has_its_unit (void)
{
  static const struct
  {
    const char    *value;
    TalMeasureUnit unit;
    const char    *text;
  } cases[] = {
    { "49", TAL_MEASURE_UNIT_PER_CENT, "49\302\240pct." },
    { "8.70", TAL_MEASURE_UNIT_PER_CENT, "8,70\302\240pct." },
    { "1.0", TAL_MEASURE_UNIT_PERCENTAGE_POINTS, "1,0\302\240procentpoint" },
    { "15789", TAL_MEASURE_UNIT_FULL_TIME_PERSONS, "15.789" },
    { "-1445", TAL_MEASURE_UNIT_PERSONS, "−1.445" },
    { "0.17", TAL_MEASURE_UNIT_RATIO, "0,17" },
    { "104.2", TAL_MEASURE_UNIT_INDEX, "104,2" },
    { "1", TAL_MEASURE_UNIT_WEEKS, "1\302\240uge" },
    { "3300000", TAL_MEASURE_UNIT_DKK, "3,3\302\240mio.\302\240kr." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tal_goal_text_value (sample_decimal (cases[i].value), cases[i].unit);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/goal-text/writes-as-the-papers-do",
                   test_goal_text_writes_as_the_papers_do);
  g_test_add_func ("/core/goal-text/of-two-criteria-shows-the-narrower",
                   test_goal_text_of_two_criteria_shows_the_narrower);
  g_test_add_func ("/core/goal-text/names-the-count-that-is-known",
                   test_goal_text_names_the_count_that_is_known);
  g_test_add_func ("/core/goal-text/has-no-counts-behind-a-sum",
                   test_goal_text_has_no_counts_behind_a_sum);
  g_test_add_func ("/core/goal-text/of-no-criterion-is-not-measured",
                   test_goal_text_of_no_criterion_is_not_measured);
  g_test_add_func ("/core/goal-text/rounds-a-level", test_goal_text_rounds_a_level);
  g_test_add_func ("/core/goal-text/has-a-word-for-each-verdict",
                   test_goal_text_has_a_word_for_each_verdict);
  g_test_add_func ("/core/goal-text/value-has-its-unit", test_goal_text_value_has_its_unit);

  return g_test_run ();
}
