/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-appropriation.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "core/tal-removal.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static void
assert_title (Sample *sample, gconstpointer record, const char *expected)
{
  g_autofree char *title = tal_title_for_record (sample_get_catalogue (sample), record);

  g_assert_cmpstr (title, ==, expected);
}

/* Without translations the sentences are English; names stay as they are. */
static void
test_title_names_each_kind (void)
{
  g_autoptr (Sample) sample = sample_new ();
  TalUnit           *unit = sample_add_record (sample, TAL_KIND_UNIT);
  TalMember         *member = sample_add_record (sample, TAL_KIND_MEMBER);
  TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);
  TalInitiative     *initiative = sample_add_record (sample, TAL_KIND_INITIATIVE);
  TalAppropriation  *money = sample_add_record (sample, TAL_KIND_APPROPRIATION);
  TalAssessment     *words = sample_add_record (sample, TAL_KIND_ASSESSMENT);
  TalRemoval        *removal = sample_add_record (sample, TAL_KIND_REMOVAL);
  TalSeries         *series = sample_add_series (sample, "Deltagere", TAL_MEASURE_UNIT_PERSONS, 0);
  TalGoal           *goal = sample_add_goal (sample, 5);
  TalObservation    *figure = sample_enter (sample, series, "2017-Q4", "545");

  unit->name = g_strdup ("Socialforvaltningen");
  member->name = g_strdup ("Tingbjerg");
  plan->name = g_strdup ("Integrationshandleplanen");
  initiative->name = g_strdup ("Fritidsjob til unge");
  money->initiative = initiative->record.id;
  money->year = 2023;
  words->goal = goal->record.id;
  removal->removed = TAL_KIND_SERIES;
  goal->wording = g_strdup ("Minimum 80 pct.");

  assert_title (sample, unit, "The unit “Socialforvaltningen”");
  assert_title (sample, member, "“Tingbjerg”");
  assert_title (sample, plan, "The plan “Integrationshandleplanen”");
  assert_title (sample, initiative, "The initiative “Fritidsjob til unge”");
  assert_title (sample, series, "The series “Deltagere”");
  assert_title (sample, goal, "Goal 5");
  assert_title (sample, figure, "The figure “Deltagere”, 4.\302\240kvartal\302\2402017");
  assert_title (sample, words, "The explanation of goal 5");
  assert_title (sample, money, "The appropriation of 2023 for “Fritidsjob til unge”");
  assert_title (sample, removal, "The removal of a series");

  g_assert_cmpstr (tal_title_get_name (&goal->record), ==, "Minimum 80 pct.");
  g_assert_cmpstr (tal_title_get_name (&member->record), ==, "Tingbjerg");
  g_assert_null (tal_title_get_name (&figure->record));
  g_assert_null (tal_title_get_name (&words->record));
}

/* A title is wanted most where something is missing. */
static void
test_title_of_what_is_incomplete (void)
{
  g_autoptr (Sample)    sample = sample_new ();
  g_autoptr (TalRecord) figure = tal_record_new (TAL_KIND_OBSERVATION, tal_id_new ());
  g_autoptr (TalRecord) unit = tal_record_new (TAL_KIND_UNIT, tal_id_new ());
  g_autoptr (TalRecord) words = tal_record_new (TAL_KIND_ASSESSMENT, tal_id_new ());
  g_autoptr (TalRecord) money = tal_record_new (TAL_KIND_APPROPRIATION, tal_id_new ());

  assert_title (sample, figure, "The figure “?”, ?");
  assert_title (sample, unit, "The unit “?”");
  assert_title (sample, words, "The explanation of goal 0");
  assert_title (sample, money, "The appropriation for “?”");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/title/names-each-kind", test_title_names_each_kind);
  g_test_add_func ("/core/title/of-what-is-incomplete", test_title_of_what_is_incomplete);

  return g_test_run ();
}
