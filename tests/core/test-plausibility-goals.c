/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/sample.h"

#include <glib.h>
#include <locale.h>

/* Goals of 2019 and 2023. */
static void
test_plausibility_goals_have_results_that_are_explained (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *people = sample_add_count (sample, "Deltagere");
  TalSeries         *adults = sample_add_count (sample, "Voksne i ordinært job");
  TalSeries         *matched = sample_add_count (sample, "Matchede");
  TalSeries         *all = sample_add_share (sample, matched, people);
  TalSeries         *before = sample_add_series (sample, "I job", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalSeries         *now = sample_add_series (sample, "Afgang", TAL_MEASURE_UNIT_PER_CENT, 1);
  TalGoal           *places = sample_add_goal (sample, 1);
  TalGoal           *missed = sample_add_goal (sample, 2);
  TalGoal           *explained = sample_add_goal (sample, 3);
  TalGoal           *unmeasured = sample_add_goal (sample, 4);
  TalGoal           *compound = sample_add_goal (sample, 5);
  TalGoal           *kept = sample_add_goal (sample, 6);
  TalGoal           *coming = sample_add_goal (sample, 7);
  g_autofree char   *found = NULL;

  before->source = g_strdup ("Forskningsprojekt");
  now->source = g_strdup ("BIFLIS");
  before->definition = g_strdup ("Arbejde eller uddannelse");
  now->definition = g_strdup ("Uddannelse eller arbejde, herunder fleksjob eller førtidspension");
  sample_enter (sample, people, "2023", "345");
  sample_enter (sample, before, "2018", "62.4");
  sample_enter (sample, now, "2023", "63.0");
  sample_add_criterion (places, people, TAL_COMPARISON_AT_LEAST, "2023", "225")->target_unit =
      TAL_TARGET_UNIT_FULL_YEAR_PLACES;
  sample_add_criterion (missed, people, TAL_COMPARISON_AT_LEAST, "2023", "350");
  sample_add_criterion (explained, people, TAL_COMPARISON_AT_LEAST, "2023", "350");
  sample_add_criterion (unmeasured, adults, TAL_COMPARISON_AT_LEAST, "2018-01-01/2020-12-31", "4");
  sample_add_criterion (compound, people, TAL_COMPARISON_AT_LEAST, "2023", "300");
  sample_add_criterion (compound, all, TAL_COMPARISON_ALL, NULL, NULL);
  sample_add_criterion (kept, now, TAL_COMPARISON_AT_LEAST, "2023", "62.4")->basis =
      TAL_TARGET_KEEP;
  g_array_index (kept->criteria, TalCriterion, 0).basis_series = before->record.id;
  g_array_index (kept->criteria, TalCriterion, 0).basis_period = sample_period ("2018");
  sample_add_criterion (coming, adults, TAL_COMPARISON_AT_LEAST, "2027", "4");
  {
    TalAssessment *words = sample_add_record (sample, TAL_KIND_ASSESSMENT);

    words->goal = explained->record.id;
    words->period = sample_period ("2023");
    words->text = g_strdup ("Borgere er gået direkte i job.");
    words = sample_add_record (sample, TAL_KIND_ASSESSMENT);
    words->goal = compound->record.id;
    words->period = sample_period ("2023");
    words->verdict = TAL_ATTAINMENT_MET;
  }
  found = sample_dup_findings (sample, "2026-11-22");
  g_assert_cmpstr (found, ==,
                   "goal-unit warning - personer -> helårspladser\n"
                   "no-explanation warning 2023 - -> -\n"
                   "missing-result warning 2018-01-01/2020-12-31 - -> -\n"
                   "not-evidenced warning 2023 - -> -\n"
                   "definition-differs warning - Uddannelse eller arbejde, herunder fleksjob eller "
                   "førtidspension -> Arbejde eller uddannelse\n");
}

/* A goal for 2023 at 4 persons, with what is entered and said of it. */
static void
test_plausibility_goals_are_let_be_where_nothing_is_amiss (void)
{
  static const struct
  {
    const char   *figure; /* of 2023 */
    const char   *period; /* of what a person said, or NULL */
    TalAttainment verdict;
    const char   *text;
    const char   *today;
    const char   *finding;
  } rows[] = {
    { "4", NULL, TAL_ATTAINMENT_COMPUTED, NULL, "2026-11-22", "" },
    { NULL, NULL, TAL_ATTAINMENT_COMPUTED, NULL, "2023-12-31", "" }, /* not over */
    { NULL, NULL, TAL_ATTAINMENT_COMPUTED, NULL, "2024-01-01",
      "missing-result warning 2023 - -> -\n" },
    { "withheld", NULL, TAL_ATTAINMENT_COMPUTED, NULL, "2026-11-22", "" }, /* it is known */
    { "not-available", NULL, TAL_ATTAINMENT_COMPUTED, NULL, "2026-11-22",
      "missing-result warning 2023 - -> -\n" },
    { "3*", NULL, TAL_ATTAINMENT_COMPUTED, NULL, "2026-11-22", "" },
    { "3", "2023", TAL_ATTAINMENT_COMPUTED, NULL, "2026-11-22",
      "no-explanation warning 2023 - -> -\n" },
    { "3", "2023", TAL_ATTAINMENT_COMPUTED, "Få henvisninger", "2026-11-22", "" },
    { "3", "2023-H2", TAL_ATTAINMENT_COMPUTED, "Få henvisninger", "2026-11-22", "" },
    { "3", "2022", TAL_ATTAINMENT_COMPUTED, "Få henvisninger", "2026-11-22",
      "no-explanation warning 2023 - -> -\n" },
    { NULL, "2023", TAL_ATTAINMENT_NOT_MET, NULL, "2026-11-22", "" }, /* a person said it */
    { NULL, "2023", TAL_ATTAINMENT_MET, NULL, "2026-11-22", "not-evidenced warning 2023 - -> -\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *people = sample_add_count (sample, "Voksne i job");
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalAssessment     *words = NULL;
      g_autofree char   *found = NULL;

      sample_add_criterion (goal, people, TAL_COMPARISON_AT_LEAST, "2023", "4");
      if (rows[i].figure != NULL)
        sample_enter (sample, people, "2023", rows[i].figure);
      if (rows[i].period != NULL)
        {
          /* What is said of the first half says nothing of the whole. */
          words = sample_add_record (sample, TAL_KIND_ASSESSMENT);
          words->goal = goal->record.id;
          words->period = sample_period ("2023-H1");
          words = sample_add_record (sample, TAL_KIND_ASSESSMENT);
          words->goal = goal->record.id;
          words->period = sample_period (rows[i].period);
          words->verdict = rows[i].verdict;
          words->text = g_strdup (rows[i].text);
        }
      g_test_message ("%" G_GSIZE_FORMAT, i);
      found = sample_dup_findings (sample, rows[i].today);
      g_assert_cmpstr (found, ==, rows[i].finding);
    }
}

/* A goal for 2017-18 whose result is of January 2017 to July 2018: 19 of its 24 months. */
static void
test_plausibility_goals_are_measured_in_their_period (void)
{
  static const struct
  {
    const char *target;
    const char *measuring; /* as it is stated on the goal, or NULL */
    const char *period;
    const char *figure;
    const char *today;
    const char *finding;
  } rows[] = {
    { "2017-01-01/2018-12-31", NULL, "2017-01-01/2018-07-31", "42", "2026-11-22",
      "period-differs warning 2017-01-01/2018-07-31 januar 2017 - juli 2018 -> 2017-18\n" },
    /* the final figure is still to come */
    { "2017-01-01/2018-12-31", NULL, "2017-01-01/2018-07-31", "42*", "2026-11-22", "" },
    { "2017-01-01/2018-12-31", NULL, "2017-01-01/2018-07-31", "42", "2018-12-31", "" },
    { "2017-01-01/2018-12-31", "2017-01-01/2018-07-31", "2017-01-01/2018-07-31", "42", "2026-11-22",
      "" },
    { "2017-01-01/2018-12-31", NULL, "2017-01-01/2018-12-31", "42", "2026-11-22", "" },
    { "2017", NULL, "2018", "42", "2026-11-22", "" }, /* a target that is carried on */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *people = sample_add_count (sample, "Familieforsørgede i job");
      TalGoal           *goal = sample_add_goal (sample, 1);
      g_autofree char   *found = NULL;

      sample_add_criterion (goal, people, TAL_COMPARISON_AT_LEAST, rows[i].target, "40");
      if (rows[i].measuring != NULL)
        goal->measuring_period = sample_period (rows[i].measuring);
      sample_enter (sample, people, rows[i].period, rows[i].figure);
      if (g_str_equal (rows[i].target, "2017"))
        sample_enter (sample, people, "2017", "41");
      g_test_message ("%" G_GSIZE_FORMAT, i);
      found = sample_dup_findings (sample, rows[i].today);
      g_assert_cmpstr (found, ==, rows[i].finding);
    }
}

/* A goal of at least 4 in 2023, final at 3 since 100 seconds; the target was another before, and
 * was changed at a time. */
static void
test_plausibility_goals_keep_their_targets (void)
{
  static const char *const moved = "target-moved warning 2023 mindst 4 -> mindst 5\n";
  static const struct
  {
    const char *once;
    TalTime     changed_at;
    TalTime     explained_at; /* 0: an explanation of which nobody knows when */
    gboolean    made_later;   /* the goal itself, before it was changed */
    const char *figure;
    TalTime     entered_at;
    const char *wording; /* that was changed too */
    const char *finding;
  } rows[] = {
    { "5", 200, 0, FALSE, "3", 100, NULL, moved },
    { "5", 101, 0, FALSE, "3", 100, NULL, moved },
    { "5", 100, 0, FALSE, "3", 100, NULL, "" }, /* in one change */
    { "5", 99, 0, FALSE, "3", 100, NULL, "" },
    { "4", 200, 0, FALSE, "3", 100, NULL, "" },
    { "4", 200, 0, FALSE, "3", 100, "Fire borgere i job", "" },
    { "5", 200, 0, FALSE, "3", 100, "Fire borgere i job", moved },
    { "5", 200, 0, TRUE, "3", 100, NULL, "" }, /* old figures, and a slip of the pen */
    { "5", 200, 0, FALSE, "3*", 100, NULL, "" },
    { "5", 200, 0, FALSE, "3~", 100, NULL, "" },
    { "5", 200, 0, FALSE, "3", TAL_TIME_NONE, NULL, "" },
    { "5", 200, 199, FALSE, "3", 100, NULL, moved },
    { "5", 200, 200, FALSE, "3", 100, NULL, "" }, /* somebody has said why */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Sample)    sample = sample_new ();
      TalSeries            *people = sample_add_count (sample, "Voksne i job");
      TalGoal              *goal = sample_add_goal (sample, 1);
      TalAssessment        *words = sample_add_record (sample, TAL_KIND_ASSESSMENT);
      g_autoptr (TalRecord) before = NULL;
      g_autofree char      *found = NULL;

      sample_add_criterion (goal, people, TAL_COMPARISON_AT_LEAST, "2023", rows[i].once);
      before = tal_record_copy (&goal->record);
      tal_criterion_clear_targets (&g_array_index (goal->criteria, TalCriterion, 0));
      tal_criterion_add_target (&g_array_index (goal->criteria, TalCriterion, 0),
                                sample_period ("2023"), sample_decimal ("4"));
      goal->wording = g_strdup (rows[i].wording);
      sample_enter (sample, people, "2023", rows[i].figure)->record.changed_at = rows[i].entered_at;
      words->goal = goal->record.id;
      words->period = sample_period ("2023");
      words->text = g_strdup ("Få henvisninger");
      words->record.changed_at = rows[i].explained_at != 0 ? rows[i].explained_at : TAL_TIME_NONE;
      sample->past = tal_goal_past_new ();
      if (rows[i].made_later)
        tal_goal_past_add (sample->past, goal->record.id, 150, NULL);
      tal_goal_past_add (sample->past, goal->record.id, rows[i].changed_at, TAL_GOAL (before));

      g_test_message ("%" G_GSIZE_FORMAT, i);
      found = sample_dup_findings (sample, "2026-11-22");
      g_assert_cmpstr (found, ==, rows[i].finding);
    }
}

/* The target of the first year is what was moved; the newest result is of the second. */
static void
test_plausibility_goals_keep_earlier_targets (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *people = sample_add_count (sample, "Voksne i job");
  TalGoal           *goal = sample_add_goal (sample, 1);
  TalCriterion      *criterion =
      sample_add_criterion (goal, people, TAL_COMPARISON_AT_LEAST, "2022", "5");
  g_autoptr (TalRecord) before = NULL;
  g_autofree char      *found = NULL;

  tal_criterion_add_target (criterion, sample_period ("2023"), sample_decimal ("6"));
  before = tal_record_copy (&goal->record);
  g_array_index (criterion->targets, TalTarget, 0).value = sample_decimal ("4");
  sample_enter (sample, people, "2022", "4")->record.changed_at = 100;
  sample_enter (sample, people, "2023", "7")->record.changed_at = 100;
  sample->past = tal_goal_past_new ();
  tal_goal_past_add (sample->past, goal->record.id, 200, TAL_GOAL (before));

  found = sample_dup_findings (sample, "2026-11-22");
  g_assert_cmpstr (found, ==, "target-moved warning 2022 mindst 4 -> mindst 5\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility-goals/have-results-that-are-explained",
                   test_plausibility_goals_have_results_that_are_explained);
  g_test_add_func ("/core/plausibility-goals/are-let-be-where-nothing-is-amiss",
                   test_plausibility_goals_are_let_be_where_nothing_is_amiss);
  g_test_add_func ("/core/plausibility-goals/are-measured-in-their-period",
                   test_plausibility_goals_are_measured_in_their_period);
  g_test_add_func ("/core/plausibility-goals/keep-their-targets",
                   test_plausibility_goals_keep_their_targets);
  g_test_add_func ("/core/plausibility-goals/keep-earlier-targets",
                   test_plausibility_goals_keep_earlier_targets);

  return g_test_run ();
}
