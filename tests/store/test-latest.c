/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-figures.h"
#include "core/tal-series.h"
#include "store/fixture.h"
#include "store/tal-latest-table.h"
#include "store/tal-latest.h"

#include <glib.h>
#include <locale.h>

static Fixture *
new_with_plan (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();

  fixture_commit (fixture, plan, 0);
  return fixture;
}

static const TalGoalFigures *
find_goal (GHashTable *latest, guint number)
{
  TalId id = fixture_get_id (TAL_KIND_GOAL, number);

  return g_hash_table_lookup (latest, &id);
}

/* The share in tenths of a per cent. */
static gint64
get_share (GHashTable *latest, guint number)
{
  const TalGoalFigures *figures = find_goal (latest, number);
  TalDecimal            value;

  g_assert_nonnull (figures);
  g_assert_true (tal_fraction_round (figures->criteria[0].figure.value, 1, &value));
  return value.coefficient;
}

static void
assert_as_rebuilt (Fixture *fixture)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (GHashTable) kept = tal_store_load_latest (fixture->store, &error);
  guint                  n_goals = 0;
  guint                  n_kept = 0;

  g_assert_no_error (error);
  tal_catalogue_get_records (fixture->catalogue, TAL_KIND_GOAL, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      const TalRecord *goal =
          tal_catalogue_get_records (fixture->catalogue, TAL_KIND_GOAL, &n_goals)[i];
      g_auto (TalGoalFigures) figures = { 0 };
      TalGoalFigures         *found = g_hash_table_lookup (kept, &goal->id);

      g_assert_true (tal_goal_figures_gather (fixture->catalogue,
                                              tal_store_get_runs (fixture->store), TAL_GOAL (goal),
                                              TAL_PERIOD_UNSET, &figures, NULL));
      g_assert_cmpint (found != NULL, ==, tal_latest_table_can_hold (&figures));
      if (found == NULL)
        continue;
      n_kept++;
      g_assert_true (tal_latest_table_is_same (&figures, found));
    }
  g_assert_cmpuint (g_hash_table_size (kept), ==, n_kept);
}

static void
test_latest_follows_a_numerator (void)
{
  Fixture                 *fixture = new_with_plan ();
  g_autoptr (GHashTable)   before = tal_store_load_latest (fixture->store, NULL);
  g_autoptr (GHashTable)   after = NULL;
  g_autoptr (TalChangeSet) changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);

  g_assert_cmpint (get_share (before, GOAL_PLACED), ==, 492);  /* 268 of 545 */
  g_assert_cmpint (get_share (before, GOAL_WORKING), ==, 410); /* 110 of 268 */

  /* One goal's numerator is the other's denominator. */
  fixture_commit (fixture, changes, 0);
  fixture_reopen (fixture);
  after = tal_store_load_latest (fixture->store, NULL);
  g_assert_cmpint (get_share (after, GOAL_PLACED), ==, 639);  /* 348 of 545 */
  g_assert_cmpint (get_share (after, GOAL_WORKING), ==, 316); /* 110 of 348 */
  assert_as_rebuilt (fixture);
  fixture_free (fixture);
}

static void
test_latest_follows_a_definition (void)
{
  Fixture                 *fixture = new_with_plan ();
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "definition");
  g_autoptr (GHashTable)   latest = NULL;
  g_autoptr (TalRecord)    series = NULL;
  const TalRecord         *before =
      tal_catalogue_find (fixture->catalogue, TAL_KIND_SERIES,
                          fixture_get_id (TAL_KIND_SERIES, SERIES_WORKING_PART));

  /* Of all in the target group instead of those placed. */
  series = tal_record_copy (before);
  g_array_index (((TalSeries *)series)->terms, TalTerm, 1).series =
      fixture_get_id (TAL_KIND_SERIES, SERIES_PEOPLE);
  tal_change_set_add (changes, before, series);
  fixture_commit (fixture, changes, 0);

  latest = tal_store_load_latest (fixture->store, NULL);
  g_assert_cmpint (get_share (latest, GOAL_WORKING), ==, 202); /* 110 of 545 */
  assert_as_rebuilt (fixture);
  fixture_free (fixture);
}

static void
test_latest_goes_with_its_goal (void)
{
  Fixture                 *fixture = new_with_plan ();
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
  g_autoptr (GHashTable)   latest = NULL;
  g_autoptr (GHashTable)   again = NULL;

  tal_change_set_add_removal (changes,
                              tal_catalogue_find (fixture->catalogue, TAL_KIND_GOAL,
                                                  fixture_get_id (TAL_KIND_GOAL, GOAL_WORKING)),
                              fixture->now, NULL);
  fixture_commit (fixture, changes, 0);
  latest = tal_store_load_latest (fixture->store, NULL);
  g_assert_nonnull (find_goal (latest, GOAL_PLACED));
  g_assert_null (find_goal (latest, GOAL_WORKING));

  fixture_undo (fixture, 2);
  again = tal_store_load_latest (fixture->store, NULL);
  g_assert_cmpint (get_share (again, GOAL_WORKING), ==, 410);
  assert_as_rebuilt (fixture);
  fixture_free (fixture);
}

/* 998 × 10^15 + 1 over a number it has nothing in common with, twice over, is more than
 * 64 bits hold. */
static void
test_latest_leaves_out_what_does_not_fit (void)
{
  Fixture                 *fixture = new_with_plan ();
  g_autoptr (TalChangeSet) above =
      fixture_make_figure (fixture, SERIES_PLACED, 2023, 999999999999999989);
  g_autoptr (TalChangeSet) below = NULL;
  g_autoptr (GHashTable)   latest = NULL;

  fixture_commit (fixture, above, 0);
  below = fixture_make_figure (fixture, SERIES_PEOPLE, 2023, 7);
  fixture_commit (fixture, below, 0);

  /* × 100 of the share no longer fits; its own target and the other goal do. */
  latest = tal_store_load_latest (fixture->store, NULL);
  g_assert_null (find_goal (latest, GOAL_PLACED));
  g_assert_nonnull (find_goal (latest, GOAL_WORKING));
  assert_as_rebuilt (fixture);

  /* And comes back when it fits again. */
  fixture_undo (fixture, 2 + 1);
  fixture_undo (fixture, 2);
  g_clear_pointer (&latest, g_hash_table_unref);
  latest = tal_store_load_latest (fixture->store, NULL);
  g_assert_cmpint (get_share (latest, GOAL_PLACED), ==, 492);
  fixture_free (fixture);
}

/* A random edit of a goal's target, a series' terms or decimals, or a figure. */
static TalChangeSet *
make_random_edit (Fixture *fixture, GRand *random)
{
  TalChangeSet    *changes = NULL;
  TalRecord       *record = NULL;
  const TalRecord *before = NULL;
  int              choice = g_rand_int_range (random, 0, 10);

  if (choice > 2)
    return fixture_make_figure (fixture, (guint)g_rand_int_range (random, 1, 4),
                                g_rand_int_range (random, 2019, 2025),
                                g_rand_int_range (random, 0, 600));

  changes = tal_change_set_new (TAL_ORIGIN_EDIT, "at random");
  if (choice == 0)
    {
      before = tal_catalogue_find (fixture->catalogue, TAL_KIND_GOAL,
                                   fixture_get_id (TAL_KIND_GOAL,
                                                   (guint)g_rand_int_range (random, 2, 4)));
      record = tal_record_copy (before);
      g_array_index (g_array_index (((TalGoal *)record)->criteria, TalCriterion, 0).targets,
                     TalTarget, 0)
          .value = TAL_DECIMAL (g_rand_int_range (random, 0, 1000), 1);
    }
  else
    {
      before = tal_catalogue_find (fixture->catalogue, TAL_KIND_SERIES,
                                   fixture_get_id (TAL_KIND_SERIES, SERIES_WORKING_PART));
      record = tal_record_copy (before);
      g_array_index (((TalSeries *)record)->terms, TalTerm, 1).series =
          fixture_get_id (TAL_KIND_SERIES, (guint)g_rand_int_range (random, 1, 5));
    }
  record->changed_at = fixture->now;
  tal_change_set_add (changes, before, record);
  tal_record_unref (record);
  return changes;
}

static void
test_latest_incremental_is_rebuilt (void)
{
  for (guint32 seed = 1; seed <= 3; seed++)
    {
      Fixture          *fixture = new_with_plan ();
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (TalChangeSet) changes = make_random_edit (fixture, random);

          fixture_commit (fixture, changes, 0);
          if (g_rand_int_range (random, 0, 5) == 0)
            fixture_undo (fixture, fixture->sequence);
          assert_as_rebuilt (fixture);
        }
      fixture_free (fixture);
    }
}

static void
test_latest_can_be_rebuilt (void)
{
  Fixture                *fixture = new_with_plan ();
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
  g_autoptr (GHashTable)  latest = NULL;

  g_assert_true (tal_store_begin (fixture->store, &transaction, NULL));
  g_assert_true (tal_store_rebuild_latest (fixture->store, fixture->catalogue, NULL));
  g_assert_true (tal_transaction_commit (&transaction, NULL));
  latest = tal_store_load_latest (fixture->store, NULL);
  g_assert_cmpuint (g_hash_table_size (latest), ==, 2);
  assert_as_rebuilt (fixture);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/latest/follows-a-numerator", test_latest_follows_a_numerator);
  g_test_add_func ("/store/latest/follows-a-definition", test_latest_follows_a_definition);
  g_test_add_func ("/store/latest/goes-with-its-goal", test_latest_goes_with_its_goal);
  g_test_add_func ("/store/latest/leaves-out-what-does-not-fit",
                   test_latest_leaves_out_what_does_not_fit);
  g_test_add_func ("/store/latest/is-the-same-as-rebuilt-after-any-edits",
                   test_latest_incremental_is_rebuilt);
  g_test_add_func ("/store/latest/can-be-rebuilt", test_latest_can_be_rebuilt);

  return g_test_run ();
}
