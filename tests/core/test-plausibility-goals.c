/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static TalSeries *
add_count (Sample *sample, const char *name)
{
  return sample_add_series (sample, name, TAL_MEASURE_UNIT_PERSONS, 0);
}

/* Goals of 2019 and 2023. */
static void
test_plausibility_goals_have_results_that_are_explained (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalSeries         *people = add_count (sample, "Deltagere");
  TalSeries         *adults = add_count (sample, "Voksne i ordinært job");
  TalSeries         *matched = add_count (sample, "Matchede");
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

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/plausibility-goals/have-results-that-are-explained",
                   test_plausibility_goals_have_results_that_are_explained);

  return g_test_run ();
}
