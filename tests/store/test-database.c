/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "store/fixture.h"
#include "store/tal-collection-file.h"
#include "store/tal-database.h"
#include "store/tal-run-reader.h"

#include <glib.h>
#include <locale.h>
#include <sqlite3.h>

static void
test_database_settings (void)
{
  static const struct
  {
    const char *pragma;
    gint64      value;
    const char *why;
  } cases[] = {
    { "PRAGMA foreign_keys", 1, "references are checked" },
    { "PRAGMA synchronous", 3, "EXTRA: an acknowledged commit is kept" },
    { "PRAGMA trusted_schema", 0, "a schema is hostile input" },
    { "PRAGMA cell_size_check", 1, "damage is found where it is read" },
    { "PRAGMA busy_timeout", 5000, "another's commit is waited for" },
    { "PRAGMA cache_size", -2048, "2 MiB" },
  };
  Fixture                *fixture = fixture_new ();
  g_autoptr (TalDatabase) database =
      tal_database_open (fixture->path, TAL_DATABASE_READ_WRITE, FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 value = -1;

      g_test_message ("%s: %s", cases[i].pragma, cases[i].why);
      g_assert_true (tal_database_load_integer (database, cases[i].pragma, &value, NULL));
      g_assert_cmpint (value, ==, cases[i].value);
    }

  /* A misspelt column is no text, and the schema is not written to. */
  g_assert_false (tal_database_execute (database, "SELECT \"nonsense\" FROM units", NULL));
  tal_database_execute (database, "PRAGMA writable_schema = ON", NULL);
  g_assert_false (tal_database_execute (database, "DELETE FROM sqlite_schema", NULL));
  fixture_free (fixture);
}

static char *
dup_journal_mode (TalDatabase *database)
{
  g_autoptr (TalStatement) mode = tal_database_prepare (database, "PRAGMA journal_mode", NULL);

  g_assert_true (tal_statement_next (mode));
  return g_strdup (tal_statement_get_text (mode, 0));
}

static gboolean
is_beside (Fixture *fixture, const char *ending)
{
  g_autofree char *path = g_strconcat (fixture->path, ending, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Which one is used, and that none of it is left. */
static void
test_database_journal (void)
{
  static const struct
  {
    gboolean    on_network;
    const char *mode;
  } cases[] = { { FALSE, "wal" }, { TRUE, "truncate" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture         *fixture = fixture_new ();
      TalDatabase     *database = NULL;
      g_autofree char *mode = NULL;

      g_clear_pointer (&fixture->store, tal_store_close);
      database =
          tal_database_open (fixture->path, TAL_DATABASE_READ_WRITE, cases[i].on_network, NULL);
      g_assert_true (tal_database_prepare_to_write (database, NULL));
      mode = dup_journal_mode (database);
      g_assert_cmpstr (mode, ==, cases[i].mode);
      g_assert_true (tal_database_execute (database, "UPDATE collection SET example = 1", NULL));
      g_assert_true (is_beside (fixture, i == 0 ? "-wal" : "-journal"));

      tal_database_close (database);
      g_assert_false (is_beside (fixture, i == 0 ? "-wal" : "-journal"));
      fixture_reopen (fixture);
      fixture_free (fixture);
    }
}

static void
test_database_lends_a_statement_twice (void)
{
  static const char        sql[] = "SELECT 1 UNION SELECT 2";
  g_autoptr (TalDatabase)  database = tal_database_open_in_memory (NULL);
  g_autoptr (TalStatement) outer = tal_database_prepare (database, sql, NULL);

  g_assert_true (tal_statement_next (outer));
  {
    g_autoptr (TalStatement) inner = tal_database_prepare (database, sql, NULL);

    g_assert_true (inner != outer);
    g_assert_true (tal_statement_next (inner));
    g_assert_cmpint (tal_statement_get_integer (inner, 0), ==, 1);
  }
  g_assert_true (tal_statement_next (outer));
  g_assert_cmpint (tal_statement_get_integer (outer, 0), ==, 2);
  g_assert_false (tal_statement_next (outer));
  g_assert_true (tal_statement_finish (outer, NULL));
}

static void
test_database_names_errors (void)
{
  static const struct
  {
    int code;
    int error;
  } cases[] = {
    { SQLITE_BUSY, TAL_ERROR_BUSY },
    { SQLITE_BUSY_SNAPSHOT, TAL_ERROR_BUSY },
    { SQLITE_FULL, TAL_ERROR_NO_SPACE },
    { SQLITE_READONLY_DIRECTORY, TAL_ERROR_READ_ONLY },
    { SQLITE_CORRUPT_INDEX, TAL_ERROR_DAMAGED },
    { SQLITE_NOTADB, TAL_ERROR_INVALID_FILE },
    { SQLITE_CONSTRAINT_CHECK, TAL_ERROR_INVALID_RECORD },
    { SQLITE_CONSTRAINT_UNIQUE, TAL_ERROR_CONFLICT },
    { SQLITE_IOERR_READ, TAL_ERROR_NOT_WRITTEN },
  };
  g_autoptr (TalDatabase) database = tal_database_open_in_memory (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      tal_database_set_error (database, cases[i].code, &error);
      g_assert_error (error, TAL_ERROR, cases[i].error);
    }
}

static void
test_database_second_writer_is_told (void)
{
  Fixture                *fixture = fixture_new ();
  g_auto (TalTransaction) first = TAL_TRANSACTION_INIT;
  g_auto (TalTransaction) second = TAL_TRANSACTION_INIT;
  g_autoptr (GError)      error = NULL;
  g_autoptr (TalDatabase) database =
      tal_database_open (fixture->path, TAL_DATABASE_READ_WRITE, FALSE, NULL);

  g_assert_true (tal_store_begin (fixture->store, &first, NULL));
  sqlite3_busy_timeout (tal_database_get_handle (database), 10);
  g_assert_false (tal_transaction_begin (&second, database, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_BUSY);
  tal_transaction_clear (&first);
  fixture_free (fixture);
}

static void
test_database_network_types (void)
{
  static const struct
  {
    guint32     type;
    gboolean    network;
    const char *name;
  } cases[] = {
    { 0x6969, TRUE, "NFS" },        { 0xFF534D42, TRUE, "CIFS" }, { 0xFE534D42, TRUE, "SMB 2" },
    { 0x65735546, TRUE, "FUSE" },   { 0xEF53, FALSE, "ext4" },    { 0x9123683E, FALSE, "btrfs" },
    { 0x01021994, FALSE, "tmpfs" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (tal_collection_file_is_network_type (cases[i].type), ==, cases[i].network);
    }
}

static void
assert_length (TalRunReader *reader, guint expected)
{
  g_autoptr (TalRun) run =
      tal_run_source_ref_run (tal_run_reader_get_source (reader),
                              fixture_get_id (TAL_KIND_SERIES, SERIES_PLACED), NULL);

  g_assert_cmpuint (tal_run_get_length (run), ==, expected);
}

static void
test_database_runs_are_never_outdated (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalDatabase)  database =
      tal_database_open (fixture->path, TAL_DATABASE_READ_WRITE, FALSE, NULL);
  g_autoptr (TalRunReader) reader = tal_run_reader_new (database);
  g_autoptr (TalRun)       none = NULL;

  fixture_commit (fixture, plan, 0);
  assert_length (reader, 1);
  assert_length (reader, 1);
  g_assert_cmpuint (tal_run_reader_get_n_kept (reader), ==, 1);

  /* Another wrote. */
  changes = fixture_make_figure (fixture, SERIES_PLACED, 2022, 179);
  fixture_commit (fixture, changes, 0);
  assert_length (reader, 2);

  /* What is written inside a transaction that is left. */
  {
    g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
    g_autoptr (TalChangeSet) removal = tal_change_set_invert (changes, TAL_ORIGIN_UNDO, "undo");

    g_assert_true (tal_transaction_begin (&transaction, database, NULL));
    g_assert_true (
        tal_database_execute (database, "DELETE FROM observations WHERE value = 179", NULL));
    tal_run_reader_take (reader, removal);
    g_assert_cmpuint (tal_run_reader_get_n_kept (reader), ==, 1);
    assert_length (reader, 1);
  }
  assert_length (reader, 2);

  none = tal_run_source_ref_run (tal_run_reader_get_source (reader),
                                 fixture_get_id (TAL_KIND_SERIES, 99), NULL);
  g_assert_cmpuint (tal_run_get_length (none), ==, 0);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/database/is-set-for-safety", test_database_settings);
  g_test_add_func ("/store/database/journal-fits-the-drive", test_database_journal);
  g_test_add_func ("/store/database/lends-a-statement-twice",
                   test_database_lends_a_statement_twice);
  g_test_add_func ("/store/database/errors-have-their-own-codes", test_database_names_errors);
  g_test_add_func ("/store/database/a-second-writer-is-told", test_database_second_writer_is_told);
  g_test_add_func ("/store/collection-file/knows-network-drives", test_database_network_types);
  g_test_add_func ("/store/run-reader/runs-are-never-outdated",
                   test_database_runs_are_never_outdated);

  return g_test_run ();
}
