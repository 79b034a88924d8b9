/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "store/fixture.h"
#include "store/tal-backup.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static void
test_backup_is_whole (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalStore)     copy = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *folder = g_build_filename (fixture->folder, "kopier", NULL);
  g_autofree char         *path = NULL;
  g_autofree char         *content = NULL;
  g_autofree char         *copied = NULL;

  fixture_commit (fixture, plan, 0);
  content = fixture_dump (fixture->store);
  path = tal_store_back_up (fixture->store, folder, fixture->now, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (path, ".sikkerhedskopi-20240618-084201"));
  g_assert_nonnull (strstr (path, "/kopier/Integration.indsats."));

  /* What is changed afterwards is not in it; the history until then is. */
  changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);
  fixture_commit (fixture, changes, 0);
  copy = tal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  copied = fixture_dump (copy);
  g_assert_cmpstr (content, ==, copied);
  fixture_free (fixture);
}

/* An import puts a copy aside while it holds the lock, before it writes. */
static void
test_backup_has_what_is_committed (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalStore)     copy = NULL;
  g_autoptr (GError)       error = NULL;
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autofree char         *folder = g_build_filename (fixture->folder, "kopier", NULL);
  g_autofree char         *path = NULL;
  TalId                    unit = TAL_ID_NONE;

  fixture_commit (fixture, plan, 0);
  g_assert_true (tal_store_begin (fixture->store, &transaction, &error));
  g_assert_true (
      tal_store_save_home_unit (fixture->store, fixture_get_id (TAL_KIND_UNIT, 1), NULL));
  path = tal_store_back_up (fixture->store, folder, fixture->now, &error);
  g_assert_no_error (error);
  g_assert_true (tal_transaction_commit (&transaction, &error));

  copy = tal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (tal_store_load_home_unit (copy, &unit, &error));
  g_assert_true (tal_id_is_none (unit));
  fixture_free (fixture);
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
test_backup_keeps_the_newest (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "kopier", NULL);
  g_autofree char *foreign =
      g_build_filename (folder, "Anden.indsats.sikkerhedskopi-20200101-000000", NULL);
  g_autofree char *first = tal_store_back_up (fixture->store, folder, fixture->now, NULL);
  g_autofree char *last = NULL;

  g_assert_true (g_file_set_contents (foreign, "x", 1, NULL));
  for (guint i = 1; i <= TAL_BACKUP_KEPT; i++)
    {
      g_clear_pointer (&last, g_free);
      last = tal_store_back_up (fixture->store, folder, fixture->now + 3600 * i, NULL);
      g_assert_nonnull (last);
    }

  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (folder), ==, TAL_BACKUP_KEPT + 1);
  fixture_free (fixture);
}

static void
test_backup_names_where_it_could_not_be (void)
{
  Fixture           *fixture = fixture_new ();
  g_autoptr (GError) error = NULL;

  /* A file stands where the folder should. */
  g_assert_null (tal_store_back_up (fixture->store, fixture->path, fixture->now, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TAL_ERROR);
  fixture_free (fixture);
}

/* Newest first, without what only looks like one; of a collection that has none, because it
 * lies elsewhere now, those of its name. */
static void
test_backup_lists_those_of_a_collection (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *folder = g_build_filename (fixture->folder, "kopier", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "ingen", NULL);
  g_autofree char *moved = g_build_filename (fixture->folder, "andet", "Integration.indsats", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "Andet.indsats", NULL);
  g_autofree char *half = NULL;
  g_autofree char *first = tal_store_back_up (fixture->store, folder, fixture->now, NULL);
  g_autofree char *last = tal_store_back_up (fixture->store, folder, fixture->now + 86400, NULL);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GPtrArray) of_name = NULL;
  g_autoptr (GPtrArray) of_other = NULL;
  g_autoptr (GPtrArray) of_none = NULL;
  const TalBackup      *newest = NULL;

  half = g_strconcat (first, ".part", NULL);
  g_assert_true (g_file_set_contents (half, "x", 1, NULL));

  own = tal_backup_list (folder, fixture->path);
  g_assert_cmpuint (own->len, ==, 2);
  newest = g_ptr_array_index (own, 0);
  g_assert_cmpstr (newest->path, ==, last);
  g_assert_cmpint (newest->made_at, ==, fixture->now + 86400);
  g_assert_cmpint (newest->size, >, 4096);

  of_name = tal_backup_list (folder, moved);
  g_assert_cmpuint (of_name->len, ==, 2);
  of_other = tal_backup_list (folder, other);
  g_assert_cmpuint (of_other->len, ==, 0);
  of_none = tal_backup_list (nowhere, fixture->path);
  g_assert_cmpuint (of_none->len, ==, 0);
  fixture_free (fixture);
}

static void
test_backup_takes_the_place_of_what_is_damaged (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalStore)     opened = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *folder = g_build_filename (fixture->folder, "kopier", NULL);
  g_autofree char         *path = g_build_filename (fixture->folder, "Skadet.indsats", NULL);
  g_autofree char         *log = g_strconcat (path, "-journal", NULL);
  g_autofree char         *aside = g_strconcat (path, ".erstattet-20240618-084201", NULL);
  g_autofree char         *aside_log = g_strconcat (aside, "-journal", NULL);
  g_autofree char         *backup = NULL;
  g_autofree char         *content = NULL;
  g_autofree char         *restored = NULL;
  g_autofree char         *damaged = NULL;

  fixture_commit (fixture, plan, 0);
  content = fixture_dump (fixture->store);
  backup = tal_store_back_up (fixture->store, folder, fixture->now, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "skadet", -1, NULL));
  g_assert_true (g_file_set_contents (log, "rest", -1, NULL));

  g_assert_true (tal_backup_restore (backup, path, fixture->now, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (aside_log, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_get_contents (aside, &damaged, NULL, NULL));
  g_assert_cmpstr (damaged, ==, "skadet");
  opened = tal_store_open (path, FALSE, &error);
  g_assert_no_error (error);
  restored = fixture_dump (opened);
  g_assert_cmpstr (restored, ==, content);
  fixture_free (fixture);
}

/* What isn't a collection takes nobody's place. */
static void
test_backup_restores_nothing_but_a_collection (void)
{
  Fixture           *fixture = fixture_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char   *false_copy = g_build_filename (fixture->folder, "brev.txt", NULL);
  g_autofree char   *path = g_build_filename (fixture->folder, "Skadet.indsats", NULL);
  g_autofree char   *content = NULL;

  g_assert_true (g_file_set_contents (false_copy, "Kære udvalg", -1, NULL));
  g_assert_true (g_file_set_contents (path, "skadet", -1, NULL));
  g_assert_false (tal_backup_restore (false_copy, path, fixture->now, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "skadet");
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/backup/is-whole-and-opens", test_backup_is_whole);
  g_test_add_func ("/store/backup/has-what-is-committed", test_backup_has_what_is_committed);
  g_test_add_func ("/store/backup/keeps-the-newest", test_backup_keeps_the_newest);
  g_test_add_func ("/store/backup/lists-those-of-a-collection",
                   test_backup_lists_those_of_a_collection);
  g_test_add_func ("/store/backup/takes-the-place-of-what-is-damaged",
                   test_backup_takes_the_place_of_what_is_damaged);
  g_test_add_func ("/store/backup/restores-nothing-but-a-collection",
                   test_backup_restores_nothing_but_a_collection);
  g_test_add_func ("/store/backup/names-where-it-could-not-be",
                   test_backup_names_where_it_could_not_be);

  return g_test_run ();
}
