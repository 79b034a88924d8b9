/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-observation.h"
#include "core/tal-removal.h"
#include "store/fixture.h"
#include "store/tal-store.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody's number: permissions hold nothing back for an administrator. */
#define NOBODY 65534

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError)   error = NULL;
  g_autoptr (TalStore) store = tal_store_open (path, FALSE, &error);

  g_assert_null (store);
  g_assert_error (error, TAL_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

static char *
read_bytes (const char *path, gsize *ret_length)
{
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, ret_length, NULL));
  return bytes;
}

static void
test_store_creates_only_new_files (void)
{
  Fixture             *fixture = fixture_new ();
  g_autoptr (GError)   error = NULL;
  g_autoptr (TalStore) store = NULL;
  g_autofree char     *before = NULL;
  g_autofree char     *after = NULL;
  g_autofree char     *nowhere = g_build_filename (fixture->folder, "none", "a.indsats", NULL);
  gsize                length_before = 0;
  gsize                length_after = 0;

  before = read_bytes (fixture->path, &length_before);
  store = tal_store_create (fixture->path, &error);
  g_assert_null (store);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_clear_error (&error);
  after = read_bytes (fixture->path, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);

  store = tal_store_create (nowhere, &error);
  g_assert_null (store);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  fixture_free (fixture);
}

static void
test_store_knows_itself (void)
{
  Fixture                *fixture = fixture_new ();
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
  TalId                   id = TAL_ID_NONE;
  TalId                   again = TAL_ID_NONE;
  TalId                   home = fixture_get_id (TAL_KIND_UNIT, 1);
  TalId                   found = home;
  gboolean                example = TRUE;

  g_assert_true (tal_store_load_id (fixture->store, &id, NULL));
  g_assert_false (tal_id_is_none (id));
  g_assert_true (tal_store_load_home_unit (fixture->store, &found, NULL));
  g_assert_true (tal_id_is_none (found));
  g_assert_true (tal_store_load_is_example (fixture->store, &example, NULL));
  g_assert_false (example);

  g_assert_true (tal_store_begin (fixture->store, &transaction, NULL));
  g_assert_true (tal_store_save_home_unit (fixture->store, home, NULL));
  g_assert_true (tal_store_save_is_example (fixture->store, TRUE, NULL));
  g_assert_true (tal_transaction_commit (&transaction, NULL));

  fixture_reopen (fixture);
  g_assert_true (tal_store_load_id (fixture->store, &again, NULL));
  g_assert_true (tal_id_is_equal (id, again));
  g_assert_true (tal_store_load_home_unit (fixture->store, &found, NULL));
  g_assert_true (tal_id_is_equal (home, found));
  g_assert_true (tal_store_load_is_example (fixture->store, &example, NULL));
  g_assert_true (example);
  g_assert_cmpstr (tal_store_get_path (fixture->store), ==, fixture->path);
  g_assert_false (tal_store_is_read_only (fixture->store));
  fixture_free (fixture);
}

static void
test_store_leaving_takes_back (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autofree char         *before = fixture_dump (fixture->store);
  g_autofree char         *after = NULL;

  {
    g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
    g_autoptr (TalCatalogue) catalogue = tal_catalogue_apply (fixture->catalogue, plan, NULL);
    TalStamp                 stamp = { fixture->now, NULL, 0 };

    g_assert_true (tal_store_begin (fixture->store, &transaction, NULL));
    g_assert_true (tal_store_write (fixture->store, catalogue, plan, NULL, &stamp, NULL, NULL));
  }
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);

  /* And the lock is free again. */
  fixture_commit (fixture, plan, 0);
  fixture_free (fixture);
}

static void
test_store_refuses_what_is_no_collection (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *text = g_build_filename (fixture->folder, "text.indsats", NULL);
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.indsats", NULL);
  g_autofree char *foreign = g_build_filename (fixture->folder, "foreign.indsats", NULL);
  g_autofree char *pipe = g_build_filename (fixture->folder, "pipe.indsats", NULL);
  g_autofree char *bare = g_build_filename (fixture->folder, "bare.indsats", NULL);
  g_autofree char *none = g_build_filename (fixture->folder, "none.indsats", NULL);
  g_autofree char *long_text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (text, long_text, -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  fixture_tamper (foreign, "CREATE TABLE figures (value)");
  fixture_tamper (bare, "PRAGMA application_id = 1229869907; CREATE TABLE units (id)");
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  assert_refused (text, TAL_ERROR_INVALID_FILE);
  assert_refused (empty, TAL_ERROR_INVALID_FILE);
  assert_refused (foreign, TAL_ERROR_INVALID_FILE);
  assert_refused (bare, TAL_ERROR_INVALID_FILE); /* our mark and no version */
  assert_refused (pipe, TAL_ERROR_INVALID_FILE); /* and at once */
  assert_refused (fixture->folder, TAL_ERROR_INVALID_FILE);
  assert_refused (none, TAL_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
  fixture_free (fixture);
}

static void
test_store_refuses_a_newer_version (void)
{
  Fixture *fixture = fixture_new ();

  g_clear_pointer (&fixture->store, tal_store_close);
  fixture_tamper (fixture->path, "PRAGMA user_version = 2");
  assert_refused (fixture->path, TAL_ERROR_NEWER_VERSION);
  g_assert_cmpint (fixture_ask (fixture->path, "PRAGMA user_version"), ==, 2);
  fixture_free (fixture);
}

/* A collection that was sent by mail may have been made to harm. */
static void
test_store_refuses_other_tables (void)
{
  static const char *const tampering[] = {
    "CREATE TRIGGER t AFTER INSERT ON units BEGIN DELETE FROM goals; END",
    "CREATE VIEW v AS SELECT * FROM units",
    "CREATE TABLE extra (id)",
    "DROP TABLE removals",
    "ALTER TABLE units ADD COLUMN extra TEXT",
    "DROP TABLE latest_sources; CREATE VIEW latest_sources AS SELECT 1 AS goal_id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      Fixture *fixture = fixture_new ();

      g_test_message ("%s", tampering[i]);
      g_clear_pointer (&fixture->store, tal_store_close);
      fixture_tamper (fixture->path, tampering[i]);
      assert_refused (fixture->path, TAL_ERROR_DAMAGED);
      fixture_free (fixture);
    }
}

static void
test_store_survives_broken_bytes (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (GRand)        random = g_rand_new_with_seed (545);
  g_autofree char         *bytes = NULL;
  g_autofree char         *content = NULL;
  gsize                    length = 0;
  guint                    n_found = 0;

  fixture_commit (fixture, plan, 0);
  content = fixture_dump (fixture->store);
  g_clear_pointer (&fixture->store, tal_store_close);
  bytes = read_bytes (fixture->path, &length);

  /* A sector of nonsense anywhere behind the header: refused, named, or where nothing
   * is stored; never a crash, and never another figure that passes for good. */
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char      *broken = g_memdup2 (bytes, length);
      g_autoptr (GError)    error = NULL;
      g_autoptr (TalStore)  store = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autofree char      *found = NULL;
      gsize place = 512 * (gsize)g_rand_int_range (random, 1, (gint32)(length / 512));

      for (guint j = 0; j < 512; j++)
        broken[place + j] = (char)g_rand_int_range (random, 0, 256);
      g_assert_true (g_file_set_contents (fixture->path, broken, (gssize)length, NULL));

      store = tal_store_open (fixture->path, TRUE, &error);
      if (store != NULL)
        problems = tal_store_check (store, &error);
      g_assert_true (problems != NULL || error != NULL);
      if (problems == NULL || problems->len > 0)
        {
          n_found++;
          continue;
        }

      found = fixture_dump (store);
      g_assert_cmpstr (content, ==, found);
    }

  g_assert_cmpuint (n_found, >, 10);
  fixture_free (fixture);
}

static void
close_and_protect (Fixture *fixture, gboolean file, gboolean folder)
{
  g_clear_pointer (&fixture->store, tal_store_close);
  if (file)
    g_assert_cmpint (g_chmod (fixture->path, 0444), ==, 0);
  if (folder)
    g_assert_cmpint (g_chmod (fixture->folder, 0555), ==, 0);
}

/* 'content' is what is stored. */
static void
check_protected (Fixture *fixture, const char *content)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (TalStore)    store = NULL;
  g_autoptr (TalStore)    made = NULL;
  g_autofree char        *found = NULL;
  g_autofree char        *other = g_build_filename (fixture->folder, "other.indsats", NULL);
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;

  assert_refused (fixture->path, TAL_ERROR_READ_ONLY);

  store = tal_store_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (tal_store_is_read_only (store));
  found = fixture_dump (store);
  g_assert_cmpstr (found, ==, content);
  g_assert_false (tal_store_begin (store, &transaction, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_READ_ONLY);
  g_clear_error (&error);

  if (g_access (fixture->folder, W_OK) == 0)
    return;
  made = tal_store_create (other, &error);
  g_assert_null (made);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_READ_ONLY);
}

static void
test_store_reads_what_may_not_be_written (void)
{
  static const struct
  {
    gboolean    file;
    gboolean    folder;
    gboolean    wal;    /* as another program may have left it */
    gboolean    nobody; /* without an administrator's rights */
    const char *what;
  } cases[] = {
    { TRUE, FALSE, FALSE, FALSE, "a file that is marked read-only" },
    { TRUE, FALSE, FALSE, TRUE, "a file of somebody else's" },
    { FALSE, TRUE, FALSE, TRUE, "a folder of somebody else's" },
    { TRUE, TRUE, FALSE, TRUE, "both" },
    { TRUE, TRUE, TRUE, TRUE, "both, made for readers beside a writer" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture                 *fixture = fixture_new ();
      g_autoptr (TalChangeSet) plan = fixture_make_plan ();
      g_autofree char         *content = NULL;
      gboolean                 may_change = geteuid () == 0;

      g_test_message ("%s", cases[i].what);
      fixture_commit (fixture, plan, 0);
      content = fixture_dump (fixture->store);
      g_clear_pointer (&fixture->store, tal_store_close);
      if (cases[i].wal)
        fixture_tamper (fixture->path, "PRAGMA journal_mode = WAL; DELETE FROM latest_sources");
      if (may_change && cases[i].nobody)
        g_assert_cmpint (chown (fixture->folder, NOBODY, (gid_t)-1), ==, 0);
      close_and_protect (fixture, cases[i].file, cases[i].folder);

      if (may_change && cases[i].nobody)
        g_assert_cmpint (seteuid (NOBODY), ==, 0);
      check_protected (fixture, content);
      if (may_change && cases[i].nobody)
        g_assert_cmpint (seteuid (0), ==, 0);

      g_assert_cmpint (g_chmod (fixture->folder, 0755), ==, 0);
      fixture_free (fixture);
    }
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint            n_files = 0;

  while (g_dir_read_name (directory) != NULL)
    n_files++;
  return n_files;
}

static void
test_store_leaves_a_single_file (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalStore)     other = tal_store_open (fixture->path, FALSE, NULL);
  g_autofree char         *copy = g_build_filename (fixture->folder, "copy.indsats", NULL);
  g_autofree char         *bytes = NULL;
  g_autofree char         *content = NULL;
  g_autofree char         *copied = NULL;
  gsize                    length = 0;

  fixture_commit (fixture, plan, 0);
  content = fixture_dump (other);
  g_clear_pointer (&fixture->store, tal_store_close);
  g_clear_pointer (&other, tal_store_close);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);

  /* A copy by hand is whole. */
  bytes = read_bytes (fixture->path, &length);
  g_assert_true (g_file_set_contents (copy, bytes, (gssize)length, NULL));
  other = tal_store_open (copy, FALSE, NULL);
  copied = fixture_dump (other);
  g_assert_cmpstr (content, ==, copied);
  fixture_free (fixture);
}

static void
test_store_looking_changes_nothing (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalStore)     store = NULL;
  g_autofree char         *before = NULL;
  g_autofree char         *after = NULL;
  g_autofree char         *dump = NULL;
  gsize                    length_before = 0;
  gsize                    length_after = 0;

  fixture_commit (fixture, plan, 0);
  g_clear_pointer (&fixture->store, tal_store_close);
  before = read_bytes (fixture->path, &length_before);
  store = tal_store_open (fixture->path, FALSE, NULL);
  dump = fixture_dump (store);
  g_clear_pointer (&store, tal_store_close);
  after = read_bytes (fixture->path, &length_after);
  g_assert_cmpmem (before, length_before, after, length_after);
  fixture_free (fixture);
}

/* Two programs, a figure each in turn. */
static void
test_store_two_writers_lose_nothing (void)
{
  Fixture                 *one = fixture_new ();
  Fixture                 *two = g_new0 (Fixture, 1);
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (GError)       error = NULL;

  fixture_commit (one, plan, 0);
  two->folder = g_build_filename (one->folder, "two", NULL);
  g_assert_cmpint (g_mkdir (two->folder, 0755), ==, 0);
  two->path = g_strdup (one->path);
  two->now = one->now + 1000;
  fixture_reopen (two);

  for (int year = 2031; year < 2051; year++)
    {
      Fixture                 *writer = year % 2 == 0 ? one : two;
      Fixture                 *reader = year % 2 == 0 ? two : one;
      g_autoptr (TalChangeSet) changes = fixture_make_figure (writer, SERIES_PLACED, year, year);
      g_autoptr (TalRun)       run = NULL;
      gboolean                 moved = FALSE;

      g_assert_true (tal_store_has_moved (reader->store, &moved, NULL));
      fixture_commit (writer, changes, 0);
      g_assert_true (tal_store_has_moved (reader->store, &moved, NULL));
      g_assert_true (moved);

      run = tal_run_source_ref_run (tal_store_get_runs (reader->store),
                                    fixture_get_id (TAL_KIND_SERIES, SERIES_PLACED), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tal_run_get_length (run), ==, (guint)(year - 2031 + 2));
      g_clear_pointer (&reader->catalogue, tal_catalogue_unref);
      reader->catalogue = tal_store_load_catalogue (reader->store, &error);
      g_assert_no_error (error);
      g_assert_true (tal_store_has_moved (reader->store, &moved, NULL));
      g_assert_false (moved);
    }

  fixture_free (two);
  fixture_free (one);
}

/* Both saw 268; the second to write is told. */
static void
test_store_second_of_two_edits_is_refused (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) first = NULL;
  g_autoptr (TalChangeSet) second = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *content = NULL;
  g_autofree char         *after = NULL;

  fixture_commit (fixture, plan, 0);
  first = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);
  second = fixture_make_figure (fixture, SERIES_PLACED, 2023, 179);
  fixture_commit (fixture, first, 0);
  content = fixture_dump (fixture->store);

  g_assert_false (fixture_write (fixture, second, 0, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  after = fixture_dump (fixture->store);
  g_assert_cmpstr (content, ==, after);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/store/creates-only-new-files", test_store_creates_only_new_files);
  g_test_add_func ("/store/store/knows-itself-and-its-home", test_store_knows_itself);
  g_test_add_func ("/store/store/leaving-a-transaction-takes-it-back",
                   test_store_leaving_takes_back);
  g_test_add_func ("/store/store/refuses-what-is-no-collection",
                   test_store_refuses_what_is_no_collection);
  g_test_add_func ("/store/store/refuses-a-newer-version", test_store_refuses_a_newer_version);
  g_test_add_func ("/store/store/refuses-tables-not-its-own", test_store_refuses_other_tables);
  g_test_add_func ("/store/store/survives-broken-bytes", test_store_survives_broken_bytes);
  g_test_add_func ("/store/store/reads-what-may-not-be-written",
                   test_store_reads_what_may_not_be_written);
  g_test_add_func ("/store/store/leaves-a-single-file", test_store_leaves_a_single_file);
  g_test_add_func ("/store/store/looking-changes-nothing", test_store_looking_changes_nothing);
  g_test_add_func ("/store/store/two-writers-lose-nothing", test_store_two_writers_lose_nothing);
  g_test_add_func ("/store/store/the-second-of-two-edits-is-refused",
                   test_store_second_of_two_edits_is_refused);

  return g_test_run ();
}
