/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-initiative.h"
#include "core/tal-observation.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"
#include "store/fixture.h"
#include "store/tal-column.h"
#include "store/tal-row-keys.h"

#include <glib.h>
#include <locale.h>
#include <sqlite3.h>

static gboolean
has_column (sqlite3 *database, const char *table, const char *column)
{
  return sqlite3_table_column_metadata (database, NULL, table, column, NULL, NULL, NULL, NULL,
                                        NULL) == SQLITE_OK;
}

static guint
count_columns (sqlite3 *database, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM pragma_table_info('%s')", table);
  sqlite3_stmt    *statement = NULL;
  guint            n_columns = 0;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  n_columns = (guint)sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return n_columns;
}

/* 'n_others' are the columns that are no field's. */
static void
check_table (sqlite3 *database, const char *table, const TalStructure *structure, guint n_others)
{
  guint n_columns = n_others;

  for (guint i = 0; i < structure->n_fields; i++)
    {
      const TalField  *field = &structure->fields[i];
      g_autofree char *name = tal_column_dup_name (field);
      g_autofree char *decimals = g_strconcat (name, "_decimals", NULL);

      n_columns += (guint)tal_column_count (field);
      if (field->type == TAL_FIELD_LIST)
        {
          g_autofree char *list =
              g_strdelimit (g_strconcat (structure->name, "_", field->name, NULL), "-", '_');
          gboolean keyed = has_column (database, list, "id");

          g_assert_true (has_column (database, list, "parent_id"));
          check_table (database, list, field->item, keyed ? 3 : 2);
          continue;
        }

      g_test_message ("%s.%s", table, name);
      if (field->type == TAL_FIELD_DAY && g_str_equal (table, "observations"))
        g_assert_true (has_column (database, table, name));
      if (g_str_equal (table, "observations") && field->type == TAL_FIELD_PERIOD)
        {
          n_columns++; /* two days */
          continue;
        }
      g_assert_true (has_column (database, table, name));
      if (field->type == TAL_FIELD_DECIMAL)
        g_assert_true (has_column (database, table, decimals));
    }

  g_assert_cmpuint (count_columns (database, table), ==, n_columns);
}

static void
test_record_table_schema_agrees (void)
{
  Fixture *fixture = fixture_new ();
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &database), ==, SQLITE_OK);
  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    check_table (database, tal_row_keys_get_table ((TalKind)kind),
                 tal_kind_get_structure ((TalKind)kind),
                 kind == TAL_KIND_OBSERVATION ? 4 : 6); /* head and keys */
  sqlite3_close (database);
  fixture_free (fixture);
}

static void
test_record_table_round_trip (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      Fixture                 *fixture = fixture_new ();
      g_autoptr (GRand)        random = g_rand_new_with_seed (seed);
      g_autoptr (TalChangeSet) changes = fixture_make_everything (random);

      g_test_message ("seed %u", seed);
      fixture_commit (fixture, changes, 0);
      fixture_reopen (fixture);

      for (guint i = 0; i < tal_change_set_get_length (changes); i++)
        {
          const TalChange *change = tal_change_set_get_change (changes, i);

          g_assert_true (
              tal_record_is_equal (tal_catalogue_find_key (fixture->catalogue, &change->key),
                                   change->after));
        }
      fixture_free (fixture);
    }
}

static void
test_record_table_keeps_every_observation_field (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (GRand)        random = g_rand_new_with_seed (2023);
  g_autoptr (GPtrArray)    none = g_ptr_array_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "figures");
  g_autoptr (TalRun)       run = NULL;
  TalId                    series = fixture_get_id (TAL_KIND_SERIES, SERIES_PLACED);

  fixture_commit (fixture, plan, 0);
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (TalRecord) record = fixture_fill (TAL_KIND_OBSERVATION, series, none, random);

      /* The same quarter twice is one figure. */
      if (tal_change_set_find (changes, &(TalKey){ TAL_KIND_OBSERVATION, series,
                                                   TAL_OBSERVATION (record)->period }) == NULL)
        tal_change_set_add (changes, NULL, record);
    }
  fixture_commit (fixture, changes, 0);
  fixture_reopen (fixture);

  run = tal_run_source_ref_run (tal_store_get_runs (fixture->store), series, NULL);
  g_assert_cmpuint (tal_run_get_length (run), ==, tal_change_set_get_length (changes) + 1);
  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange      *change = tal_change_set_get_change (changes, i);
      const TalObservation *found = tal_run_find (run, change->key.period);

      g_assert_true (tal_record_is_equal (&found->record, change->after));
    }
  fixture_free (fixture);
}

/* Every record to another at random, and back. */
static void
test_record_table_inverse_restores (void)
{
  for (guint32 seed = 1; seed <= 20; seed++)
    {
      Fixture                 *fixture = fixture_new ();
      g_autoptr (GRand)        random = g_rand_new_with_seed (seed);
      g_autoptr (TalChangeSet) first = fixture_make_everything (random);
      g_autoptr (TalChangeSet) second = fixture_make_everything (random);
      g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "others");
      g_autofree char         *before = NULL;
      g_autofree char         *between = NULL;
      g_autofree char         *after = NULL;

      g_test_message ("seed %u", seed);
      fixture_commit (fixture, first, 0);
      before = fixture_dump (fixture->store);
      for (guint i = 0; i < tal_change_set_get_length (first); i++)
        tal_change_set_add (changes, tal_change_set_get_change (first, i)->after,
                            tal_change_set_get_change (second, i)->after);
      fixture_commit (fixture, changes, 0);
      between = fixture_dump (fixture->store);
      fixture_undo (fixture, fixture->sequence);
      after = fixture_dump (fixture->store);

      g_assert_cmpstr (before, !=, between);
      g_assert_cmpstr (before, ==, after);

      /* And the very first back to nothing. */
      fixture_undo (fixture, 1);
      g_assert_cmpint (fixture_ask (fixture->path, "SELECT (SELECT count(*) FROM units) + "
                                                   "(SELECT count(*) FROM criterion_targets) + "
                                                   "(SELECT count(*) FROM series_terms)"),
                       ==, 0);
      fixture_free (fixture);
    }
}

static void
test_record_table_refuses_a_stale_before (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (GError)       error = NULL;
  g_autofree char         *dump = NULL;
  g_autofree char         *after = NULL;

  fixture_commit (fixture, plan, 0);
  dump = fixture_dump (fixture->store);

  for (guint i = 0; i < tal_change_set_get_length (plan); i++)
    {
      const TalChange         *change = tal_change_set_get_change (plan, i);
      g_autoptr (TalRecord)    other = tal_record_copy (change->after);
      g_autoptr (TalChangeSet) stale = tal_change_set_new (TAL_ORIGIN_EDIT, "stale");
      g_autoptr (TalChangeSet) again = tal_change_set_new (TAL_ORIGIN_EDIT, "again");
      g_autoptr (TalCatalogue) real = tal_catalogue_ref (fixture->catalogue);

      g_test_message ("%s", tal_kind_get_name (change->key.kind));
      other->changed_at = fixture->now;
      tal_change_set_add (stale, other, change->after);
      tal_change_set_add (again, NULL, change->after);

      /* A catalogue that agrees, so that the store is the one that refuses. */
      g_clear_pointer (&fixture->catalogue, tal_catalogue_unref);
      fixture->catalogue = tal_catalogue_new ();
      g_assert_false (fixture_write (fixture, again, 0, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
      g_clear_error (&error);

      g_clear_pointer (&fixture->catalogue, tal_catalogue_unref);
      if (change->key.kind == TAL_KIND_OBSERVATION)
        fixture->catalogue = tal_catalogue_ref (real);
      else
        {
          g_autoptr (GPtrArray) only = g_ptr_array_new ();

          g_ptr_array_add (only, other);
          fixture->catalogue = tal_catalogue_new_from_records (only);
        }
      g_assert_false (fixture_write (fixture, stale, 0, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
      g_clear_error (&error);

      g_clear_pointer (&fixture->catalogue, tal_catalogue_unref);
      fixture->catalogue = g_steal_pointer (&real);
    }

  after = fixture_dump (fixture->store);
  g_assert_cmpstr (dump, ==, after);
  fixture_free (fixture);
}

/* With a part of each of 'n_criteria' series, and as many targets in each. */
static TalRecord *
make_goal (guint number, guint n_criteria, int first_year)
{
  TalGoal *goal = tal_record_new (TAL_KIND_GOAL, fixture_get_id (TAL_KIND_GOAL, number));

  goal->initiative = fixture_get_id (TAL_KIND_INITIATIVE, 4);
  goal->number = (int)number;
  for (guint i = 0; i < n_criteria; i++)
    {
      TalCriterion *criterion = tal_goal_add_criterion (goal);

      criterion->series = fixture_get_id (TAL_KIND_SERIES, SERIES_PEOPLE + (number + i) % 3);
      for (guint j = 0; j < n_criteria; j++)
        {
          TalPeriod period = TAL_PERIOD_UNSET;

          g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, first_year - (int)j, 1, &period));
          tal_criterion_add_target (criterion, period, TAL_DECIMAL ((int)(10 * i + j), 0));
        }
    }
  return &goal->record;
}

static void
assert_stored (Fixture *fixture, const TalRecord *record)
{
  TalKey key = { record->kind, record->id, TAL_PERIOD_UNSET };

  g_assert_true (tal_record_is_equal (tal_catalogue_find_key (fixture->catalogue, &key), record));
}

/* The items of the first goal are written last, and those between them are none: rows stand in
 * another order than the records that they are part of. */
static void
test_record_table_keeps_lists_apart (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) making = tal_change_set_new (TAL_ORIGIN_EDIT, "goals");
  g_autoptr (TalChangeSet) replacing = tal_change_set_new (TAL_ORIGIN_EDIT, "other criteria");
  g_autoptr (TalRecord)    before = make_goal (11, 2, 2020);
  g_autoptr (TalRecord)    after = make_goal (11, 3, 2024);
  g_autoptr (TalRecord)    empty = make_goal (12, 0, 2020);
  g_autoptr (TalRecord)    last = make_goal (13, 4, 2022);

  fixture_commit (fixture, plan, 0);
  tal_change_set_add (making, NULL, before);
  tal_change_set_add (making, NULL, empty);
  tal_change_set_add (making, NULL, last);
  fixture_commit (fixture, making, 0);
  tal_change_set_add (replacing, before, after);
  fixture_commit (fixture, replacing, 0);
  fixture_reopen (fixture);

  assert_stored (fixture, after);
  assert_stored (fixture, empty);
  assert_stored (fixture, last);
  fixture_undo (fixture, fixture->sequence);
  assert_stored (fixture, before);
  fixture_free (fixture);
}

/* A damaged collection can be read for what it still has. */
static void
test_record_table_passes_stray_items (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) making = tal_change_set_new (TAL_ORIGIN_EDIT, "a goal");
  g_autoptr (TalRecord)    goal = make_goal (11, 3, 2024);
  g_autofree char         *before = NULL;
  g_autofree char         *after = NULL;

  fixture_commit (fixture, plan, 0);
  tal_change_set_add (making, NULL, goal);
  fixture_commit (fixture, making, 0);
  before = fixture_dump (fixture->store);
  fixture_tamper (fixture->path,
                  "DELETE FROM goals WHERE number = 2;"
                  "INSERT INTO goal_criteria (id, parent_id, position, comparison, target_unit, "
                  "basis) VALUES (777, -1, 0, 'at-least', 'of-series', 'fixed');"
                  "INSERT INTO criterion_targets (parent_id, position) VALUES (777, 0), (778, 0);"
                  "INSERT INTO series_terms (parent_id, position, sign, place) VALUES "
                  "(-1, 0, 'plus', 'above'), (779, 0, 'plus', 'above')");
  fixture_reopen (fixture);
  after = fixture_dump (fixture->store);

  g_assert_cmpstr (before, !=, after);
  assert_stored (fixture, goal);
  fixture_free (fixture);
}

/* A commit that fails leaves one wondering; this is known before. */
static void
assert_refused_before_commit (Fixture *fixture, const TalChangeSet *changes)
{
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autoptr (TalCatalogue) after = tal_catalogue_apply (fixture->catalogue, changes, NULL);
  g_autoptr (GError)       error = NULL;
  TalStamp                 stamp = { fixture->now, NULL, 0 };

  g_assert_true (tal_store_begin (fixture->store, &transaction, NULL));
  g_assert_false (tal_store_write (fixture->store, after, changes, NULL, &stamp, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
}

static void
test_record_table_refuses_dangling_references (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) dangling = tal_change_set_new (TAL_ORIGIN_EDIT, "dangling");
  g_autoptr (TalChangeSet) removal = tal_change_set_new (TAL_ORIGIN_EDIT, "removal");
  g_autoptr (TalRecord)    initiative = NULL;
  g_autoptr (GError)       error = NULL;

  fixture_commit (fixture, plan, 0);

  /* To a plan that never was. */
  initiative = tal_record_new (TAL_KIND_INITIATIVE, fixture_get_id (TAL_KIND_INITIATIVE, 5));
  ((TalInitiative *)initiative)->plan = fixture_get_id (TAL_KIND_PLAN, 9);
  tal_change_set_add (dangling, NULL, initiative);
  g_assert_false (fixture_write (fixture, dangling, 0, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
  g_clear_error (&error);

  /* A series that has figures and is in shares. */
  tal_change_set_add_removal (removal,
                              tal_catalogue_find (fixture->catalogue, TAL_KIND_SERIES,
                                                  fixture_get_id (TAL_KIND_SERIES, SERIES_PLACED)),
                              fixture->now, "Maria Holm");
  assert_refused_before_commit (fixture, removal);
  fixture_free (fixture);
}

/* The goal first, then the series it is about, then what those are of: the reverse of
 * what could be written one by one. */
static void
test_record_table_writes_in_any_order (void)
{
  Fixture                 *fixture = fixture_new ();
  Fixture                 *other = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) reversed = tal_change_set_new (TAL_ORIGIN_EDIT, "reversed");
  g_autofree char         *straight = NULL;
  g_autofree char         *backwards = NULL;

  for (guint i = tal_change_set_get_length (plan); i > 0; i--)
    tal_change_set_add (reversed, NULL, tal_change_set_get_change (plan, i - 1)->after);

  fixture_commit (fixture, plan, 0);
  fixture_commit (other, reversed, 0);
  straight = fixture_dump (fixture->store);
  backwards = fixture_dump (other->store);
  g_assert_cmpstr (straight, ==, backwards);
  fixture_free (fixture);
  fixture_free (other);
}

static void
test_record_table_removes_what_owned_itself (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) making = tal_change_set_new (TAL_ORIGIN_EDIT, "a unit");
  g_autoptr (TalChangeSet) removing = tal_change_set_new (TAL_ORIGIN_EDIT, "removed");
  g_autoptr (TalRecord)    unit = NULL;
  g_autofree char         *before = NULL;
  g_autofree char         *after = NULL;
  const TalRecord         *trace = NULL;

  unit = tal_record_new (TAL_KIND_UNIT, fixture_get_id (TAL_KIND_UNIT, 3));
  unit->owner = unit->id;
  ((TalUnit *)unit)->short_name = g_strdup ("SOF");
  tal_change_set_add (making, NULL, unit);
  fixture_commit (fixture, making, 0);
  before = fixture_dump (fixture->store);

  tal_change_set_add_removal (removing, unit, fixture->now, NULL);
  fixture_commit (fixture, removing, 0);
  fixture_reopen (fixture);
  g_assert_null (tal_catalogue_find (fixture->catalogue, TAL_KIND_UNIT, unit->id));
  trace = tal_catalogue_find (fixture->catalogue, TAL_KIND_REMOVAL, unit->id);
  g_assert_true (tal_id_is_equal (trace->owner, unit->id));

  fixture_undo (fixture, 2);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/record-table/schema-agrees-with-the-fields",
                   test_record_table_schema_agrees);
  g_test_add_func ("/store/record-table/every-field-comes-back", test_record_table_round_trip);
  g_test_add_func ("/store/record-table/every-field-of-a-figure-comes-back",
                   test_record_table_keeps_every_observation_field);
  g_test_add_func ("/store/record-table/the-inverse-restores-everything",
                   test_record_table_inverse_restores);
  g_test_add_func ("/store/record-table/lists-are-kept-apart", test_record_table_keeps_lists_apart);
  g_test_add_func ("/store/record-table/items-of-nothing-are-passed",
                   test_record_table_passes_stray_items);
  g_test_add_func ("/store/record-table/refuses-a-stale-before",
                   test_record_table_refuses_a_stale_before);
  g_test_add_func ("/store/record-table/refuses-dangling-references",
                   test_record_table_refuses_dangling_references);
  g_test_add_func ("/store/record-table/order-in-a-change-set-does-not-matter",
                   test_record_table_writes_in_any_order);
  g_test_add_func ("/store/record-table/a-unit-that-owned-itself-is-removed",
                   test_record_table_removes_what_owned_itself);

  return g_test_run ();
}
