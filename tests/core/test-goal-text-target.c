/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-text.h"
#include "core/tal-unit.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define TODAY "2024-06-18"

/* With plain spaces, which are easier to compare. */
static void
assert_text (char *text, const char *expected)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\302\240", " ", 0);
  g_assert_cmpstr (plain->str, ==, expected);
  g_free (text);
}

/* A goal with one criterion on an entered figure; the texts: target, label, requirement,
 * status. */
static const struct
{
  const char    *claim;
  const char    *result;
  TalMeasureUnit unit;
  int            decimals;
  TalComparison  comparison;
  const char    *target;
  TalTargetUnit  target_unit;
  TalTargetBasis basis;
  const char    *unit_names[2]; /* short and full name of the benchmark's unit */
  int            weeks;
  const char    *texts[4];
} rows[] = {
  { "adopted in another unit than it is counted in (goal 1 of 2023)", "545",
    TAL_MEASURE_UNIT_PERSONS, 0, TAL_COMPARISON_AT_LEAST, "350", TAL_TARGET_UNIT_FULL_YEAR_PLACES,
    .texts = { "mål 350 helårspladser", "mål 350 helårspladser", "Mindst 350 helårspladser",
               "Målet blev opnået (545)" } },
  { "adopted in the unit it is counted in", "545", TAL_MEASURE_UNIT_PERSONS, 0,
    TAL_COMPARISON_AT_LEAST, "350", TAL_TARGET_UNIT_PERSONS,
    .texts = { "mål 350", "mål 350", "Mindst 350", "Målet blev opnået (545)" } },
  { "a share of what is counted", "545", TAL_MEASURE_UNIT_PERSONS, 0, TAL_COMPARISON_AT_MOST, "75",
    TAL_TARGET_UNIT_PER_CENT,
    .texts = { "højst 75 pct.", "højst 75 pct.", "Højst 75 pct.",
               "Målet blev ikke opnået (545)" } },
  { "another unit's level (table 2 of 2019)", "87", TAL_MEASURE_UNIT_PER_CENT, 0,
    TAL_COMPARISON_AT_LEAST, "84", .basis = TAL_TARGET_BENCHMARK,
    .unit_names = { "JKI", "Jobcenter for Ledige i Indsats" },
    .texts = { "JKI 84", "JKI 84 pct.", "Mindst JKI's niveau (84 pct.)",
               "Målet blev opnået (87 pct.)" } },
  { "of which less is better", "7.3", TAL_MEASURE_UNIT_PER_CENT, 1, TAL_COMPARISON_AT_MOST, "8.7",
    .basis = TAL_TARGET_BENCHMARK, .unit_names = { "JKI", NULL },
    .texts = { "JKI 8,7", "JKI 8,7 pct.", "Højst JKI's niveau (8,7 pct.)",
               "Målet blev opnået (7,3 pct.)" } },
  { "of a unit with a full name only", "7.3", TAL_MEASURE_UNIT_PER_CENT, 1,
    TAL_COMPARISON_MORE_THAN, "8.7", .basis = TAL_TARGET_BENCHMARK,
    .unit_names = { NULL, "Jobcenter København" },
    .texts = { "Jobcenter København 8,7", "Jobcenter København 8,7 pct.",
               "Mere end Jobcenter Københavns niveau (8,7 pct.)",
               "Målet blev ikke opnået (7,3 pct.)" } },
  { "of a unit whose name ends in s", "7.3", TAL_MEASURE_UNIT_PER_CENT, 1, TAL_COMPARISON_AT_LEAST,
    NULL, .basis = TAL_TARGET_BENCHMARK, .unit_names = { "Assens", NULL },
    .texts = { "intet måltal", "intet måltal", "Mindst Assens' niveau",
               "Målet har intet måltal (7,3 pct.)" } },
  { "of no known unit", "87", TAL_MEASURE_UNIT_PER_CENT, 0, TAL_COMPARISON_AT_LEAST, "84",
    .basis = TAL_TARGET_BENCHMARK,
    .texts = { "mål 84", "mål 84 pct.", "Mindst 84 pct.", "Målet blev opnået (87 pct.)" } },
  { "an earlier result to be kept (the research project of 2019)", "62.4",
    TAL_MEASURE_UNIT_PER_CENT, 1, TAL_COMPARISON_AT_LEAST, "62.4", .basis = TAL_TARGET_KEEP,
    .texts = { "fastholde 62,4", "fastholde 62,4 pct.", "Fastholde 62,4 pct.",
               "Målet blev opnået (62,4 pct.)" } },
  { "a ceiling to be kept", "9", TAL_MEASURE_UNIT_PER_CENT, 1, TAL_COMPARISON_AT_MOST, "8.7",
    .basis = TAL_TARGET_KEEP,
    .texts = { "fastholde 8,7", "fastholde 8,7 pct.", "Fastholde højst 8,7 pct.",
               "Målet blev ikke opnået (9,0 pct.)" } },
  { "an earlier result that is not known", "9", TAL_MEASURE_UNIT_PER_CENT, 0,
    TAL_COMPARISON_AT_LEAST, NULL, .basis = TAL_TARGET_KEEP,
    .texts = { "intet måltal", "intet måltal", "Fastholde et tidligere resultat",
               "Målet har intet måltal (9 pct.)" } },
  { "within weeks (group 1 of 2018)", "70", TAL_MEASURE_UNIT_PER_CENT, 0, TAL_COMPARISON_AT_LEAST,
    "80", .weeks = 13,
    .texts = { "mål 80", "mål 80 pct.", "Mindst 80 pct. inden for 13 uger",
               "Målet blev ikke opnået (70 pct.)" } },
  { "all within a week", "70", TAL_MEASURE_UNIT_PER_CENT, 0, TAL_COMPARISON_ALL, NULL, .weeks = 1,
    .texts = { "mål alle", "mål alle", "Alle inden for 1 uge",
               "Målet er ikke opgjort (70 pct.)" } },
  { "within weeks, of a target that is to be set", "70", TAL_MEASURE_UNIT_PER_CENT, 0,
    TAL_COMPARISON_AT_LEAST, NULL, .weeks = 52,
    .texts = { "intet måltal", "intet måltal", "Intet måltal (inden for 52 uger)",
               "Målet har intet måltal (70 pct.)" } },
  { "weeks are not counted within weeks", "12", TAL_MEASURE_UNIT_WEEKS, 0, TAL_COMPARISON_AT_MOST,
    "13", .weeks = 13,
    .texts = { "højst 13", "højst 13 uger", "Højst 13 uger", "Målet blev opnået (12 uger)" } },
  { "more than", "12", TAL_MEASURE_UNIT_PERSONS, 0, TAL_COMPARISON_MORE_THAN, "4",
    .texts = { "over 4", "mere end 4", "Mere end 4", "Målet blev opnået (12)" } },
};

static void
test_goal_text_says_what_is_asked_for (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries    *series = sample_add_series (sample, "Resultat", rows[i].unit, rows[i].decimals);
      TalGoal      *goal = sample_add_goal (sample, 1);
      TalUnit      *unit = sample_add_record (sample, TAL_KIND_UNIT);
      TalCriterion *criterion =
          sample_add_criterion (goal, series, rows[i].comparison, "2023", rows[i].target);
      TalGoalStatus status;

      unit->short_name = g_strdup (rows[i].unit_names[0]);
      unit->name = g_strdup (rows[i].unit_names[1]);
      criterion->basis = rows[i].basis;
      criterion->target_unit = rows[i].target_unit;
      if (rows[i].unit_names[0] != NULL || rows[i].unit_names[1] != NULL)
        criterion->basis_unit = unit->record.id;
      goal->deadline_weeks = rows[i].weeks;
      sample_enter (sample, series, "2023", rows[i].result);

      status = sample_assess (sample, goal, "2023", TODAY);
      g_test_message ("%s", rows[i].claim);
      assert_text (tal_goal_text_target (&status), rows[i].texts[0]);
      assert_text (tal_goal_text_label (&status), rows[i].texts[1]);
      assert_text (tal_goal_text_requirement (&status), rows[i].texts[2]);
      assert_text (tal_goal_text_status (&status), rows[i].texts[3]);
    }
}

/* 62,4 pct. of the participants were in work or education in the research project; the
 * municipality promises to keep that. */
static void
test_goal_text_finds_the_result_to_keep (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *shares = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalSeries         *later = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalGoal           *goal = sample_add_goal (sample, 1);
  TalGoal           *untold = sample_add_goal (sample, 2);
  TalCriterion      *criteria[] = {
         sample_add_criterion (goal, shares, TAL_COMPARISON_AT_LEAST, NULL, NULL),
         sample_add_criterion (untold, later, TAL_COMPARISON_AT_LEAST, NULL, NULL),
  };
  TalGoalStatus status;

  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    {
      criteria[i]->basis = TAL_TARGET_KEEP;
      criteria[i]->basis_series = shares->record.id;
      criteria[i]->basis_period = sample_period ("2018");
    }
  sample_enter (sample, shares, "2018", "62.4");

  status = sample_assess (sample, untold, NULL, TODAY); /* no result yet */
  assert_text (tal_goal_text_requirement (&status), "Fastholde 62,4 pct.");
  assert_text (tal_goal_text_status (&status), "Målet er ikke opgjort");

  sample_enter (sample, shares, "2020", "62.3");
  status = sample_assess (sample, goal, "2020", TODAY);
  assert_text (tal_goal_text_requirement (&status), "Fastholde 62,4 pct.");
  assert_text (tal_goal_text_status (&status), "Målet blev ikke opnået (62,3 pct.)");
  assert_text (tal_goal_text_spoken (&status),
               "Mål 1: 62,3 pct., mål fastholde 62,4 pct., ikke opnået.");
}

static void
test_goal_text_keeps_the_capitals_of_a_unit (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
  TalUnit           *unit = sample_add_record (sample, TAL_KIND_UNIT);
  TalGoal           *goal = sample_add_goal (sample, 2);
  TalCriterion      *criterion =
      sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2023", "85");
  TalGoalStatus status;

  unit->short_name = g_strdup ("JKI");
  criterion->basis = TAL_TARGET_BENCHMARK;
  criterion->basis_unit = unit->record.id;
  sample_enter (sample, series, "2023", "88");
  status = sample_assess (sample, goal, NULL, TODAY);
  assert_text (tal_goal_text_spoken (&status),
               "Mål 2: 88 pct., mål mindst JKI's niveau (85 pct.), opnået.");
}

/* Goal 10 of 2023: "Alle matches med et fritidsjob, heraf minimum halvdelen hos private"; goal
 * 11: citizens and professionals. */
static void
test_goal_text_of_several_criteria_asks_for_each (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *young = sample_add_series (sample, "Unge", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries         *matched = sample_add_series (sample, "Matchet", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries    *private_ones = sample_add_series (sample, "Private", TAL_MEASURE_UNIT_PERSONS, 0);
  TalSeries    *matched_share = sample_add_share (sample, matched, young);
  TalSeries    *private_share = sample_add_share (sample, private_ones, matched);
  TalGoal      *ten = sample_add_goal (sample, 10);
  TalGoal      *eleven = sample_add_goal (sample, 11);
  TalGoalStatus status;

  sample_add_criterion (ten, matched_share, TAL_COMPARISON_ALL, NULL, NULL);
  sample_add_criterion (ten, private_share, TAL_COMPARISON_AT_LEAST_HALF, NULL, NULL);
  sample_add_criterion (eleven, young, TAL_COMPARISON_AT_LEAST, "2023", "1500");
  sample_add_criterion (eleven, private_share, TAL_COMPARISON_MORE_THAN, "2023", "40");
  sample_enter (sample, young, "2023", "110");
  sample_enter (sample, matched, "2023", "110");

  /* Each part must have a figure. */
  status = sample_assess (sample, ten, "2023", TODAY);
  assert_text (tal_goal_text_status (&status), "Målet er ikke opgjort");
  assert_text (tal_goal_text_requirement (&status), "Alle, heraf mindst halvdelen");

  sample_enter (sample, private_ones, "2023", "55");
  status = sample_assess (sample, ten, "2023", TODAY);
  assert_text (tal_goal_text_status (&status), "Målet blev opnået (50 pct./55 borgere)");
  assert_text (tal_goal_text_spoken (&status),
               "Mål 10: 50 pct., mål alle, heraf mindst halvdelen, opnået.");

  status = sample_assess (sample, eleven, "2023", TODAY);
  assert_text (tal_goal_text_requirement (&status), "Mindst 1.500 og mere end 40 pct.");
  assert_text (tal_goal_text_status (&status), "Målet blev ikke opnået (110)");
}

static void
test_goal_text_of_no_criterion_may_have_a_deadline (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalGoal           *goal = sample_add_goal (sample, 4);
  TalGoalStatus      status;

  goal->deadline_weeks = 23;
  status = sample_assess (sample, goal, NULL, TODAY);
  assert_text (tal_goal_text_requirement (&status), "Måles ikke (inden for 23 uger)");
  assert_text (tal_goal_text_label (&status), "inden for 23 uger");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/goal-text/says-what-is-asked-for", test_goal_text_says_what_is_asked_for);
  g_test_add_func ("/core/goal-text/finds-the-result-to-keep",
                   test_goal_text_finds_the_result_to_keep);
  g_test_add_func ("/core/goal-text/keeps-the-capitals-of-a-unit",
                   test_goal_text_keeps_the_capitals_of_a_unit);
  g_test_add_func ("/core/goal-text/of-several-criteria-asks-for-each",
                   test_goal_text_of_several_criteria_asks_for_each);
  g_test_add_func ("/core/goal-text/of-no-criterion-may-have-a-deadline",
                   test_goal_text_of_no_criterion_may_have_a_deadline);

  return g_test_run ();
}
