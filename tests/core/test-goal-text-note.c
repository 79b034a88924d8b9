/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-coverage.h"
#include "core/tal-goal-text.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

#define TODAY "2019-05-20"

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

/* The notes of table 1 of 2019, and their like. */
static const struct
{
  int         number;
  const char *source;
  const char *population;
  const char *method;
  const char *series_source;
  const char *period; /* of the figure; NULL has none */
  const char *note;
} notes[] = {
  { 1, "DREAM",
    "Jobparate eller aktivitetsparate kontanthjælpsmodtagere som på et tidspunkt i perioden har "
    "haft job, deltidsjob, fleksjob eller uddannelse",
    NULL, NULL, "2017-01-01/2018-07-31",
    "Mål 1: DREAM. Målt fra januar 2017 til juli 2018. Jobparate eller aktivitetsparate "
    "kontanthjælpsmodtagere som på et tidspunkt i perioden har haft job, deltidsjob, fleksjob "
    "eller uddannelse." },
  { 3, "BIFLIS (Aktiveringskuben)", NULL, NULL, "Egen opgørelse", "2017-01-01/2018-12-31",
    "Mål 3: BIFLIS (Aktiveringskuben). Målt fra januar 2017 til december 2018." },
  { 4, "BIFLIS (Udviklingsmålskuben)", NULL,
    "udviklingsmål benyttes kun for aktivitetsparate kontanthjælpsmodtagere.", NULL,
    "2017-01-01/2018-12-31",
    "Mål 4: BIFLIS (Udviklingsmålskuben). Målt fra januar 2017 til december 2018. Udviklingsmål "
    "benyttes kun for aktivitetsparate kontanthjælpsmodtagere." },
  { 2, "DREAM", "Unge", "Målt fra start: på et tidspunkt i perioden", NULL, "2023",
    "Mål 2: DREAM. Målt fra start: på et tidspunkt i perioden. Unge." },
  { 2, NULL, "ældre", NULL, "Jobindsats.dk", "2023", "Mål 2: Jobindsats.dk. Målt i 2023. Ældre." },
  { 2, NULL, NULL, NULL, "Jobindsats.dk", "2015-Q4",
    "Mål 2: Jobindsats.dk. Målt i 4. kvartal 2015." },
  { 2, "DREAM", NULL, NULL, NULL, "2018-09-01", "Mål 2: DREAM. Målt den 1. september 2018." },
  { 2, "DREAM", NULL, NULL, NULL, "2016-01-15/2018-09-01",
    "Mål 2: DREAM. Målt fra 15. januar 2016 til 1. september 2018." },
  { 2, "DREAM", NULL, NULL, NULL, NULL, "Mål 2: DREAM. Målt fra januar 2017 til juli 2018." },
  { 2, NULL, NULL, NULL, NULL, "2023", NULL },
  { 2, "", " ", "", "", "2023", "Mål 2: Målt i 2023." },
};

static void
test_goal_note_says_how_it_was_measured (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
      TalGoal           *goal = sample_add_goal (sample, notes[i].number);
      TalGoalStatus      status;

      goal->source = g_strdup (notes[i].source);
      goal->population = g_strdup (notes[i].population);
      goal->method = g_strdup (notes[i].method);
      goal->measuring_period = sample_period ("2017-01-01/2018-07-31");
      series->source = g_strdup (notes[i].series_source);
      sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2017", "20");
      if (notes[i].period != NULL)
        sample_enter (sample, series, notes[i].period, "29");
      status = sample_assess (sample, goal, NULL, TODAY);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_text (tal_goal_text_note (&status), notes[i].note);
    }
}

/* A figure of the goal whose target is for 2017-18. */
static const struct
{
  const char *period;
  const char *value;
  const char *expected; /* of the final figure */
  gboolean    cumulative;
  const char *note;
} figures[] = {
  { "2017-01-01/2018-07-31", "29*", "2019-06-30", TRUE,
    "Mål 1: foreløbigt tal for januar 2017 - juli 2018, 19 af 24 måneder. Der mangler 5 måneder. "
    "Endeligt tal forventes 30. juni 2019. Mål 1 er dog allerede opnået." },
  { "2017-01-01/2018-07-31", "12*", NULL, TRUE,
    "Mål 1: foreløbigt tal for januar 2017 - juli 2018, 19 af 24 måneder. Der mangler 5 måneder." },
  { "2017-01-01/2018-11-30", "29*", NULL, FALSE,
    "Mål 1: foreløbigt tal for januar 2017 - november 2018, 23 af 24 måneder. Der mangler "
    "1 måned." },
  { "2017-01-01/2018-12-30", "29*", NULL, FALSE,
    "Mål 1: foreløbigt tal for 1. januar 2017 - 30. december 2018, 729 af 730 dage. Der mangler "
    "1 dag." },
  { "2017-01-01/2018-12-31", "29*", "2019-06-30", FALSE,
    "Mål 1: foreløbigt tal for 2017-18. Endeligt tal forventes 30. juni 2019." },
  { "2017", "29~", NULL, FALSE,
    "Mål 1: skønnet tal for 2017, 12 af 24 måneder. Der mangler 12 måneder." },
  /* Longer than the target's period it lacks nothing. */
  { "2016-01-01/2018-07-31", "29*", NULL, FALSE,
    "Mål 1: foreløbigt tal for januar 2016 - juli 2018." },
  { "2017-01-01/2018-07-31", "29", NULL, TRUE, NULL },
  { "2017-01-01/2018-07-31", "withheld", NULL, TRUE, NULL },
};

static void
test_goal_note_says_what_is_missing (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalObservation    *observation = NULL;
      TalGoalStatus      status;

      goal->cumulative = figures[i].cumulative;
      sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2017-01-01/2018-12-31", "20");
      observation = sample_enter (sample, series, figures[i].period, figures[i].value);
      if (figures[i].expected != NULL)
        observation->final_expected = sample_day (figures[i].expected);
      status = sample_assess (sample, goal, NULL, TODAY);
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_text (tal_goal_text_preliminary (&status), figures[i].note);
    }
}

/* A result to keep is of another time, and a benchmark of the result's own. */
static void
test_goal_coverage_is_of_the_target_it_is_for (void)
{
  static const TalTargetBasis bases[] = { TAL_TARGET_KEEP, TAL_TARGET_BENCHMARK };

  for (gsize i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      g_autoptr (Sample) sample = sample_new ();
      TalSeries         *series = sample_add_series (sample, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);
      TalGoal           *goal = sample_add_goal (sample, 1);
      TalCriterion      *criterion =
          sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, NULL, NULL);
      TalGoalCoverage coverage = { 1, 2, TRUE };
      TalGoalStatus   status;

      criterion->basis = bases[i];
      criterion->basis_series = series->record.id;
      criterion->basis_period = sample_period ("2017");
      sample_enter (sample, series, "2017", "20");
      sample_enter (sample, series, "2018-Q1", "25*");
      status = sample_assess (sample, goal, "2018-Q1", TODAY);
      g_assert_false (tal_goal_coverage_find (&status, &coverage));
      g_assert_cmpint (coverage.n_covered, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/goal-text/says-how-it-was-measured",
                   test_goal_note_says_how_it_was_measured);
  g_test_add_func ("/core/goal-text/says-what-is-missing", test_goal_note_says_what_is_missing);
  g_test_add_func ("/core/goal-coverage/is-of-the-target-it-is-for",
                   test_goal_coverage_is_of_the_target_it_is_for);

  return g_test_run ();
}
