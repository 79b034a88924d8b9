/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "base/tal-problem.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-plan-copy.h"
#include "core/tal-plan-years.h"
#include "core/tal-validate.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static const TalWriter writer = { 0, "AJ", { { 0 } }, tal_id_new };

static const struct
{
  const char *name;
  const char *first;
  const char *last;
  const char *today;
  const char *copied;
  const char *copied_first;
  const char *copied_last; /* NULL: open */
} names[] = {
  { "Integrationshandleplanen 2019-2023", "2019-01-01", "2023-12-31", "2024-06-18",
    "Integrationshandleplanen 2024-2028", "2024-01-01", "2028-12-31" },
  { "Beskæftigelsesplan 2023", "2023-01-01", "2023-12-31", "2023-11-01", "Beskæftigelsesplan 2024",
    "2024-01-01", "2024-12-31" },
  { "Områdebaserede indsatser 2017-18 i København", "2017-01-01", "2018-12-31", "2019-05-20",
    "Områdebaserede indsatser 2019-2020 i København", "2019-01-01", "2020-12-31" },
  { "Aftale om udsatte borgere", "2018-01-01", "2018-12-31", "2018-09-01",
    "Aftale om udsatte borgere 2019", "2019-01-01", "2019-12-31" },
  { "Budgetaftale 2015", "2015-01-01", NULL, "2015-09-01", "Budgetaftale 2016", "2016-01-01",
    NULL },
  { "Skoleårets plan", "2017-08-01", "2018-07-31", "2018-05-01", "Skoleårets plan 2018-2019",
    "2018-08-01", "2019-07-31" },
};

static void
test_plan_copy_is_suggested (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Sample)             sample = sample_new ();
      TalPlan                       *plan = sample_add_record (sample, TAL_KIND_PLAN);
      g_autoptr (TalPlanCopyRequest) request = NULL;

      plan->name = g_strdup (names[i].name);
      plan->first = sample_day (names[i].first);
      if (names[i].last != NULL)
        plan->last = sample_day (names[i].last);

      request = tal_plan_copy_suggest (plan, sample_day (names[i].today));
      g_assert_cmpstr (request->name, ==, names[i].copied);
      g_assert_cmpint (request->first, ==, sample_day (names[i].copied_first));
      g_assert_cmpint (request->last, ==,
                       names[i].copied_last != NULL ? sample_day (names[i].copied_last)
                                                    : TAL_DAY_NONE);
    }
}

static void
test_plan_copy_moves_the_periods_of_targets (void)
{
  static const struct
  {
    const char *before;
    const char *after;
  } rows[] = {
    { "2023", "2024" },
    { "2019", "2024" },
    { "2019-01-01/2023-12-31", "2024-01-01/2027-12-31" },
    { "2023-H2", "2024-H1" },
    { "2023-Q4", "2024-Q1" },
    { "2023-12", "2024-01" },
    { "2019-01/2020-12", "2024-01-01/2025-12-31" },
  };
  g_autoptr (Sample) sample = sample_new ();
  TalPlan           *plan = sample_add_record (sample, TAL_KIND_PLAN);

  plan->first = sample_day ("2019-01-01");
  plan->last = sample_day ("2023-12-31");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TalPeriod moved =
          tal_plan_years_move_period (sample_period (rows[i].before), plan,
                                      sample_day ("2024-01-01"), sample_day ("2027-12-31"));
      g_autofree char *text = tal_period_to_string (moved);

      g_assert_cmpstr (text, ==, rows[i].after);
    }
}

/* A plan of two goals, the second a share of the first's people, and a level to be kept. */
typedef struct
{
  Sample        *sample;
  TalPlan       *plan;
  TalInitiative *initiative;
  TalSeries     *people;
  TalSeries     *placed;
  TalSeries     *share;
  TalSeries     *caseload; /* of no initiative */
  TalGoal       *goals[3];
} Old;

static void
add_goals (Old *old)
{
  TalCriterion *criterion = NULL;

  for (int i = 0; i < 3; i++)
    {
      old->goals[i] = sample_add_goal (old->sample, i + 1);
      old->goals[i]->initiative = old->initiative->record.id;
      old->goals[i]->adopted_on = sample_day ("2019-01-24");
      old->goals[i]->adopted_by = g_strdup ("BIU");
    }
  old->goals[0]->wording = g_strdup ("Minimum 350 ledige deltager");
  old->goals[1]->wording = g_strdup ("75 pct. i placering");
  old->goals[2]->wording = g_strdup ("Resultaterne fastholdes");

  criterion =
      sample_add_criterion (old->goals[0], old->people, TAL_COMPARISON_AT_LEAST, "2019", "300");
  tal_criterion_add_target (criterion, sample_period ("2023"), TAL_DECIMAL (350, 0));
  sample_add_criterion (old->goals[1], old->share, TAL_COMPARISON_AT_LEAST, "2023", "75");
  criterion =
      sample_add_criterion (old->goals[2], old->placed, TAL_COMPARISON_AT_LEAST, "2023", NULL);
  criterion->basis = TAL_TARGET_KEEP;
  criterion->basis_series = old->placed->record.id;
  criterion->basis_period = sample_period ("2019");
}

static void
show_share (Old *old)
{
  const TalInitiativeFact facts[] = { { TAL_FACT_GOALS, TAL_ID_NONE },
                                      { TAL_FACT_FIGURE, old->share->record.id } };
  g_autoptr (GArray)      list = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));

  g_array_append_vals (list, facts, G_N_ELEMENTS (facts));
  tal_initiative_set_facts (old->initiative, list);
}

static Old
old_new (void)
{
  Old old = { .sample = sample_new () };

  old.plan = sample_add_record (old.sample, TAL_KIND_PLAN);
  old.plan->name = g_strdup ("Integrationshandleplanen 2019-2023");
  old.plan->first = sample_day ("2019-01-01");
  old.plan->last = sample_day ("2023-12-31");
  old.plan->status_day = sample_day ("2024-06-18");
  old.initiative = sample_add_record (old.sample, TAL_KIND_INITIATIVE);
  old.initiative->name = g_strdup ("Håndholdt indsats");
  old.initiative->number = 1;
  old.initiative->plan = old.plan->record.id;
  old.people = sample_add_count (old.sample, "Deltagere");
  old.placed = sample_add_count (old.sample, "I placering");
  old.share = sample_add_share (old.sample, old.placed, old.people);
  old.caseload = sample_add_count (old.sample, "Aktivitetsparate");
  old.people->initiative = old.initiative->record.id;
  old.placed->initiative = old.initiative->record.id;
  old.share->initiative = old.initiative->record.id;
  show_share (&old);
  add_goals (&old);
  sample_enter (old.sample, old.people, "2023", "545");
  return old;
}

static void
old_clear (Old *old)
{
  sample_free (old->sample);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Old, old_clear)

static TalChangeSet *
copy_plan (const Old *old, const char *name, const char *last, GError **error)
{
  const TalPlanCopyRequest request = { old->plan->record.id, name, sample_day ("2024-01-01"),
                                       sample_day (last) };

  return tal_plan_copy_make_changes (sample_get_catalogue (old->sample), &old->sample->source,
                                     &writer, &request, error);
}

static const TalRecord *
find_new (const TalChangeSet *changes, TalKind kind, guint position)
{
  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      g_assert_null (change->before);
      if (change->key.kind == kind && position-- == 0)
        return change->after;
    }

  return NULL;
}

static void
test_plan_copy_makes_the_plan_anew (void)
{
  g_auto (Old)             old = old_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  g_autoptr (GPtrArray)    problems = tal_problem_list_new ();
  const TalPlan           *plan = NULL;
  const TalInitiative     *initiative = NULL;
  const TalSeries         *people = NULL;
  const TalSeries         *share = NULL;
  const TalGoal           *goal = NULL;

  changes = copy_plan (&old, "Integrationshandleplanen 2024-2027", "2027-12-31", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tal_change_set_get_label (changes), ==,
                   "“Integrationshandleplanen 2019-2023” copied to “Integrationshandleplanen "
                   "2024-2027”");
  /* A plan, an initiative, three series and three goals; no figure. */
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 8);
  after = tal_catalogue_apply (sample_get_catalogue (old.sample), changes, &error);
  g_assert_no_error (error);
  g_assert_true (tal_validate_changes (after, changes, problems));

  plan = TAL_PLAN (find_new (changes, TAL_KIND_PLAN, 0));
  initiative = TAL_INITIATIVE (find_new (changes, TAL_KIND_INITIATIVE, 0));
  people = TAL_SERIES (find_new (changes, TAL_KIND_SERIES, 0));
  share = TAL_SERIES (find_new (changes, TAL_KIND_SERIES, 2));
  /* What is shown of the new initiative is its own figure. */
  g_assert_cmpuint (tal_initiative_get_n_facts (initiative), ==, 2);
  g_assert_cmpint (tal_initiative_get_fact (initiative, 0)->kind, ==, TAL_FACT_GOALS);
  g_assert_true (
      tal_id_is_equal (tal_initiative_get_fact (initiative, 1)->series, share->record.id));
  g_assert_cmpint (plan->status_day, ==, TAL_DAY_NONE);
  g_assert_true (tal_id_is_equal (initiative->predecessor, old.initiative->record.id));
  g_assert_true (tal_id_is_equal (initiative->plan, plan->record.id));
  g_assert_cmpint (initiative->state, ==, TAL_INITIATIVE_STATE_PLANNED);
  g_assert_true (tal_id_is_equal (people->initiative, initiative->record.id));
  /* The new share is of the new people. */
  g_assert_true (tal_id_is_equal (tal_series_get_term (share, 1)->series, people->record.id));

  goal = TAL_GOAL (find_new (changes, TAL_KIND_GOAL, 0));
  g_assert_cmpstr (goal->wording, ==, "Minimum 350 ledige deltager");
  g_assert_cmpstr (goal->adopted_by, ==, "BIU");
  g_assert_cmpint (goal->adopted_on, ==, TAL_DAY_NONE);
  g_assert_true (tal_id_is_equal (tal_goal_get_criterion (goal, 0)->series, people->record.id));
  g_assert_cmpuint (tal_goal_get_criterion (goal, 0)->targets->len, ==, 1);
  g_assert_cmpint (g_array_index (tal_goal_get_criterion (goal, 0)->targets, TalTarget, 0)
                       .value.coefficient,
                   ==, 350);
}

/* What is to be kept is what was, not what the new figures will be. */
static void
test_plan_copy_keeps_the_old_level (void)
{
  g_auto (Old)             old = old_new ();
  g_autoptr (TalChangeSet) changes =
      copy_plan (&old, "Integrationshandleplanen 2024-2027", "2027-12-31", NULL);
  const TalGoal      *goal = TAL_GOAL (find_new (changes, TAL_KIND_GOAL, 2));
  const TalSeries    *placed = TAL_SERIES (find_new (changes, TAL_KIND_SERIES, 1));
  const TalCriterion *criterion = tal_goal_get_criterion (goal, 0);

  g_assert_true (tal_id_is_equal (criterion->series, placed->record.id));
  g_assert_true (tal_id_is_equal (criterion->basis_series, old.placed->record.id));
}

static void
test_plan_copy_refuses_what_cannot_be (void)
{
  g_auto (Old)       old = old_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (copy_plan (&old, "  ", "2027-12-31", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT);
  g_clear_error (&error);
  g_assert_null (copy_plan (&old, "Planen", "2023-12-31", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/plan-copy/suggested", test_plan_copy_is_suggested);
  g_test_add_func ("/plan-copy/targets", test_plan_copy_moves_the_periods_of_targets);
  g_test_add_func ("/plan-copy/anew", test_plan_copy_makes_the_plan_anew);
  g_test_add_func ("/plan-copy/keeps", test_plan_copy_keeps_the_old_level);
  g_test_add_func ("/plan-copy/refuses", test_plan_copy_refuses_what_cannot_be);

  return g_test_run ();
}
