/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-appropriation.h"
#include "core/tal-goal-text.h"
#include "core/tal-initiative-edit.h"
#include "core/tal-initiative-facts.h"
#include "core/tal-series-status.h"
#include "support/sample.h"

#include <glib.h>
#include <locale.h>

static const TalWriter writer = { 0, "AJ", { { 0 } }, tal_id_new };

/* An initiative of three goals, the last a share, with a sum that no goal is about. */
typedef struct
{
  Sample        *sample;
  TalInitiative *initiative;
  TalSeries     *people;
  TalSeries     *placed;
  TalSeries     *direct;
  TalSeries     *share;
  TalSeries     *sum; /* of those placed and those who went directly */
  TalGoal       *goals[3];
} House;

static TalSeries *
own (House *house, TalSeries *series, const char *name)
{
  g_free (series->name);
  series->name = g_strdup (name);
  series->initiative = house->initiative->record.id;
  series->measure = g_strdup ("borgere");
  return series;
}

static void
add_goal (House *house, int number, const TalSeries *series)
{
  TalGoal *goal = sample_add_goal (house->sample, number);

  goal->initiative = house->initiative->record.id;
  sample_add_criterion (goal, series, TAL_COMPARISON_AT_LEAST, "2023", "20");
  house->goals[number - 1] = goal;
}

static House
house_new (void)
{
  House             house = { .sample = sample_new () };
  TalAppropriation *money = NULL;

  house.initiative = sample_add_record (house.sample, TAL_KIND_INITIATIVE);
  house.initiative->name = g_strdup ("Fritidsjob");
  house.people = own (&house, sample_add_count (house.sample, ""), "Deltagere");
  house.placed = own (&house, sample_add_count (house.sample, ""), "Placerede");
  house.direct = own (&house, sample_add_count (house.sample, ""), "Direkte");
  house.share = own (&house, sample_add_share (house.sample, house.placed, house.people), "Andel");
  house.sum = own (&house, sample_add_count (house.sample, ""), "I alt");
  house.sum->basis = TAL_BASIS_SUM;
  sample_add_term (house.sum, house.placed, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (house.sum, house.direct, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  add_goal (&house, 1, house.people);
  add_goal (&house, 2, house.share);
  add_goal (&house, 3, house.placed);
  sample_enter (house.sample, house.people, "2023", "348");
  sample_enter (house.sample, house.placed, "2022", "30");
  sample_enter (house.sample, house.direct, "2022", "20");
  sample_enter (house.sample, house.placed, "2023", "31");
  sample_enter (house.sample, house.direct, "2023", "24*");
  sample_enter (house.sample, house.placed, "2024", "7");
  money = sample_add_record (house.sample, TAL_KIND_APPROPRIATION);
  money->initiative = house.initiative->record.id;
  money->year = 2023;
  money->amount = TAL_DECIMAL (3500000, 0);
  return house;
}

static void
house_clear (House *house)
{
  g_clear_pointer (&house->sample, sample_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (House, house_clear)

static GArray *
list_statuses (House *house)
{
  GArray *statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));

  for (guint i = 0; i < G_N_ELEMENTS (house->goals); i++)
    {
      TalGoalStatus status = sample_assess (house->sample, house->goals[i], "2023", "2024-06-18");

      g_array_append_val (statuses, status);
    }

  return statuses;
}

/* Takes the facts: "goals Deltagere Placerede money". */
static char *
dup_names (House *house, GArray *facts)
{
  g_autoptr (GArray)  taken = facts;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < taken->len; i++)
    {
      const TalInitiativeFact *fact = &g_array_index (taken, TalInitiativeFact, i);
      const char              *name = fact->kind == TAL_FACT_GOALS ? "goals" : "money";

      if (fact->kind == TAL_FACT_FIGURE)
        name = TAL_SERIES (tal_catalogue_find (sample_get_catalogue (house->sample),
                                               TAL_KIND_SERIES, fact->series))
                   ->name;
      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static GArray *
make_facts (TalId first, TalFactKind then)
{
  GArray                 *facts = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  const TalInitiativeFact both[] = { { TAL_FACT_FIGURE, first }, { then, TAL_ID_NONE } };

  g_array_append_vals (facts, both, G_N_ELEMENTS (both));
  return facts;
}

static void
assert_shown (House *house, const char *shown, const char *choices)
{
  g_autoptr (GArray)   statuses = list_statuses (house);
  const TalGoalStatus *goals = &g_array_index (statuses, TalGoalStatus, 0);
  const TalCatalogue  *catalogue = sample_get_catalogue (house->sample);
  g_autofree char     *of_shown =
      dup_names (house,
                 tal_initiative_facts_list (catalogue, house->initiative, goals, statuses->len));
  g_autofree char *of_choices =
      dup_names (house, tal_initiative_facts_list_choices (catalogue, house->initiative, goals,
                                                           statuses->len));

  g_assert_cmpstr (of_shown, ==, shown);
  g_assert_cmpstr (of_choices, ==, choices);
}

/* A share is not among them unless somebody wants it. */
static void
test_initiative_facts_follow_where_nobody_chose (void)
{
  g_auto (House) house = house_new ();

  assert_shown (&house, "goals, Deltagere, Placerede, money",
                "goals, Deltagere, Placerede, money, Andel, Direkte, I alt");
}

static void
test_initiative_facts_are_the_chosen_ones_in_their_order (void)
{
  g_auto (House)     house = house_new ();
  g_autoptr (GArray) facts = make_facts (house.sum->record.id, TAL_FACT_GOALS);

  tal_initiative_set_facts (house.initiative, facts);
  assert_shown (&house, "I alt, goals",
                "I alt, goals, Deltagere, Andel, Placerede, money, Direkte");
}

static TalChangeSet *
choose (House *house, TalId initiative, GArray *facts, GError **error)
{
  g_autoptr (TalFactsRequest) request = tal_facts_request_new (initiative, facts);

  return tal_initiative_facts_choose (sample_get_catalogue (house->sample), &house->sample->source,
                                      &writer, request, error);
}

static void
test_initiative_facts_are_one_change (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (GArray)       facts = make_facts (house.sum->record.id, TAL_FACT_MONEY);
  g_autoptr (GArray)       none = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  g_autoptr (TalChangeSet) changes = choose (&house, house.initiative->record.id, facts, &error);
  g_autoptr (TalChangeSet) unchanged = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (tal_change_set_get_label (changes), ==, "key figures of “Fritidsjob” chosen");
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 1);
  g_assert_cmpuint (tal_initiative_get_n_facts (
                        TAL_INITIATIVE (tal_change_set_get_change (changes, 0)->after)),
                    ==, 2);

  unchanged = choose (&house, house.initiative->record.id, none, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_change_set_get_length (unchanged), ==, 0);

  g_assert_null (choose (&house, house.sum->record.id, facts, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

/* What a goal was measured by goes with it, and is shown no more; the rest of the choice
 * stays. */
static void
test_initiative_facts_forget_what_is_deleted (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (GArray)       facts = make_facts (house.share->record.id, TAL_FACT_MONEY);
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  const TalInitiative     *initiative = NULL;

  tal_initiative_set_facts (house.initiative, facts);
  changes =
      tal_initiative_edit_delete_goal (sample_get_catalogue (house.sample), &house.sample->source,
                                       &writer, &house.goals[1]->record.id, &error);
  g_assert_no_error (error);
  after = tal_catalogue_apply (sample_get_catalogue (house.sample), changes, &error);
  g_assert_no_error (error);
  g_assert_null (tal_catalogue_find (after, TAL_KIND_SERIES, house.share->record.id));
  initiative =
      TAL_INITIATIVE (tal_catalogue_find (after, TAL_KIND_INITIATIVE, house.initiative->record.id));
  g_assert_cmpuint (tal_initiative_get_n_facts (initiative), ==, 1);
  g_assert_cmpint (tal_initiative_get_fact (initiative, 0)->kind, ==, TAL_FACT_MONEY);
}

static void
test_initiative_facts_go_with_their_initiative (void)
{
  g_auto (House)           house = house_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (GArray)       facts = make_facts (house.sum->record.id, TAL_FACT_MONEY);
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;

  tal_initiative_set_facts (house.initiative, facts);
  changes = tal_initiative_edit_delete (sample_get_catalogue (house.sample), &house.sample->source,
                                        &writer, &house.initiative->record.id, &error);
  g_assert_no_error (error);
  after = tal_catalogue_apply (sample_get_catalogue (house.sample), changes, &error);
  g_assert_no_error (error);
  g_assert_null (tal_catalogue_find (after, TAL_KIND_INITIATIVE, house.initiative->record.id));
}

/* A sum whose other half is not known yet is that of the year before. */
static void
test_series_status_is_the_newest_there_is (void)
{
  static const struct
  {
    const char *period; /* NULL: the newest */
    const char *figure;
    const char *of;
  } rows[] = {
    { NULL, "55*", "2023" },
    { "2022", "50", "2022" },
    { "2024", "ikke opgjort", "2024" },
  };
  g_auto (House)      house = house_new ();
  const TalCatalogue *catalogue = sample_get_catalogue (house.sample);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      TalPeriod period = rows[i].period != NULL ? sample_period (rows[i].period) : TAL_PERIOD_UNSET;
      TalGoalStatus    status;
      g_autofree char *figure = NULL;

      g_assert_true (tal_series_status_gather (catalogue, &house.sample->source, house.sum, period,
                                               &status, &error));
      g_assert_no_error (error);
      figure = tal_goal_text_result (&status);
      g_assert_cmpstr (figure, ==, rows[i].figure);
      g_assert_true (tal_period_is_equal (status.period, sample_period (rows[i].of)));
    }
}

static void
test_series_status_passes_an_error_on (void)
{
  g_auto (House)     house = house_new ();
  g_autoptr (GError) error = NULL;
  TalGoalStatus      status;

  house.sample->unreadable = TRUE;
  g_assert_false (tal_series_status_gather (sample_get_catalogue (house.sample),
                                            &house.sample->source, house.sum, TAL_PERIOD_UNSET,
                                            &status, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

  g_test_add_func ("/core/initiative-facts/follow-where-nobody-chose",
                   test_initiative_facts_follow_where_nobody_chose);
  g_test_add_func ("/core/initiative-facts/are-the-chosen-ones-in-their-order",
                   test_initiative_facts_are_the_chosen_ones_in_their_order);
  g_test_add_func ("/core/initiative-facts/are-one-change", test_initiative_facts_are_one_change);
  g_test_add_func ("/core/initiative-facts/forget-what-is-deleted",
                   test_initiative_facts_forget_what_is_deleted);
  g_test_add_func ("/core/initiative-facts/go-with-their-initiative",
                   test_initiative_facts_go_with_their_initiative);
  g_test_add_func ("/core/series-status/is-the-newest-there-is",
                   test_series_status_is_the_newest_there_is);
  g_test_add_func ("/core/series-status/passes-an-error-on", test_series_status_passes_an_error_on);

  return g_test_run ();
}
