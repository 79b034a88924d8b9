/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-observation.h"
#include "store/fixture.h"

/* The placed of 2023: 268, then 348, then 179. */
static Fixture *
make_history (TalKey *ret_key, TalTime *ret_before_last)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) first = NULL;
  g_autoptr (TalChangeSet) second = NULL;

  fixture_commit (fixture, plan, 0);
  first = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);
  fixture_commit (fixture, first, 0);
  *ret_before_last = fixture->now;
  second = fixture_make_figure (fixture, SERIES_PLACED, 2023, 179);
  fixture_commit (fixture, second, 0);
  *ret_key = tal_change_set_get_change (second, 0)->key;
  return fixture;
}

static void
test_past_is_told_newest_first (void)
{
  static const gint64    values[] = { 348, 268 };
  g_autoptr (GHashTable) keys = g_hash_table_new (tal_key_hash, tal_key_equal);
  g_autoptr (GHashTable) past = NULL;
  g_autoptr (GError)     error = NULL;
  TalTime                before_last = TAL_TIME_NONE;
  TalKey                 key = { 0 };
  TalKey     goal = tal_key_for_object (TAL_KIND_GOAL, fixture_get_id (TAL_KIND_GOAL, GOAL_PLACED));
  Fixture   *fixture = make_history (&key, &before_last);
  GPtrArray *states = NULL;

  g_hash_table_add (keys, &key);
  g_hash_table_add (keys, &goal);
  past = tal_store_load_past (fixture->store, keys, &error);
  g_assert_no_error (error);

  /* The goal was never another. */
  g_assert_cmpuint (g_hash_table_size (past), ==, 1);
  states = g_hash_table_lookup (past, &key);
  g_assert_cmpuint (states->len, ==, G_N_ELEMENTS (values));
  for (guint i = 0; i < states->len; i++)
    g_assert_cmpint (TAL_OBSERVATION (g_ptr_array_index (states, i))->value.coefficient, ==,
                     values[i]);
  fixture_free (fixture);
}

static void
test_past_knows_what_was_changed_since (void)
{
  g_autoptr (GHashTable) all = NULL;
  g_autoptr (GHashTable) last = NULL;
  g_autoptr (GHashTable) none = NULL;
  TalTime                before_last = TAL_TIME_NONE;
  TalKey                 key = { 0 };
  Fixture               *fixture = make_history (&key, &before_last);

  all = tal_store_list_changed (fixture->store, 0, NULL);
  last = tal_store_list_changed (fixture->store, before_last, NULL);
  none = tal_store_list_changed (fixture->store, fixture->now + 3600, NULL);
  g_assert_cmpuint (g_hash_table_size (all), >, 1);
  g_assert_cmpuint (g_hash_table_size (last), ==, 1);
  g_assert_true (g_hash_table_contains (last, &key));
  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  fixture_free (fixture);
}

/* Which of several collections of one unit it is. */
static void
test_past_keeps_the_replica (void)
{
  Fixture           *fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  TalTransaction     transaction = TAL_TRANSACTION_INIT;
  const TalId        wanted = tal_id_new ();
  TalId              replica = wanted;

  g_assert_true (tal_store_load_replica (fixture->store, &replica, &error));
  g_assert_true (tal_id_is_none (replica));
  g_assert_true (tal_store_begin (fixture->store, &transaction, &error));
  g_assert_true (tal_store_save_replica (fixture->store, wanted, &error));
  g_assert_true (tal_transaction_commit (&transaction, &error));
  fixture_reopen (fixture);
  g_assert_true (tal_store_load_replica (fixture->store, &replica, &error));
  g_assert_true (tal_id_is_equal (replica, wanted));
  g_assert_no_error (error);
  fixture_free (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/past/is-told-newest-first", test_past_is_told_newest_first);
  g_test_add_func ("/store/past/knows-what-was-changed-since",
                   test_past_knows_what_was_changed_since);
  g_test_add_func ("/store/past/keeps-the-replica", test_past_keeps_the_replica);
  return g_test_run ();
}
