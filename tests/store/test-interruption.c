/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "store/failing-vfs.h"
#include "store/fixture.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* More operations than any commit here takes: a loop that does not end fails. */
#define MOST_OPERATIONS 1000

typedef struct
{
  FailingVfsReason reason;
  gboolean         for_good;
} Failure;

static const Failure failures[] = {
  { FAILING_VFS_FULL, FALSE },
  { FAILING_VFS_FULL, TRUE },
  { FAILING_VFS_BROKEN, FALSE },
  { FAILING_VFS_BROKEN, TRUE },
};

static void
assert_whole (TalStore *store)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) problems = tal_store_check (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Writes a figure while the n-th operation fails.  What is stored afterwards is the old
 * or the new figure; the new one where it was said to be saved.  TRUE where all
 * operations came before the n-th. */
static gboolean
interrupt_edit (const Failure *failure, guint n, guint *n_refused, guint *n_unconfirmed)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GError)       error = NULL;
  g_autofree char         *old_content = NULL;
  g_autofree char         *new_content = NULL;
  g_autofree char         *found = NULL;
  gboolean                 saved = FALSE;
  gboolean                 ended = FALSE;

  fixture_commit (fixture, plan, 0);
  fixture_reopen (fixture); /* so that switching the journal is interrupted too */
  old_content = fixture_dump (fixture->store);
  changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);

  failing_vfs_arm (n, failure->for_good, failure->reason);
  saved = fixture_write (fixture, changes, 0, &error);
  ended = failing_vfs_get_n_operations () < n;
  /* A program that ends here closes nothing more than this. */
  g_clear_pointer (&fixture->store, tal_store_close);
  failing_vfs_disarm ();

  if (!saved)
    {
      g_assert_true (error->domain == TAL_ERROR);
      if (failure->reason == FAILING_VFS_FULL)
        g_assert_error (error, TAL_ERROR, TAL_ERROR_NO_SPACE);
      (*n_refused)++;
    }

  fixture_reopen (fixture);
  found = fixture_dump (fixture->store);
  assert_whole (fixture->store);
  if (saved)
    g_assert_cmpstr (found, !=, old_content);
  else if (!g_str_equal (found, old_content))
    (*n_unconfirmed)++;

  /* With room again the edit is done, or was. */
  if (g_str_equal (found, old_content))
    fixture_commit (fixture, changes, 0);
  new_content = fixture_dump (fixture->store);
  if (!g_str_equal (found, old_content))
    g_assert_cmpstr (found, ==, new_content);
  g_assert_nonnull (strstr (new_content, "'348'"));
  assert_whole (fixture->store);
  fixture_free (fixture);
  return ended;
}

static void
test_interruption_of_an_edit (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      guint n_refused = 0;
      guint n_unconfirmed = 0;
      guint n = 1;

      while (!interrupt_edit (&failures[i], n, &n_refused, &n_unconfirmed))
        g_assert_cmpuint (n++, <, MOST_OPERATIONS);
      g_test_message ("%u operations, %u refused, %u of them saved all the same", n, n_refused,
                      n_unconfirmed);
      g_assert_cmpuint (n_refused, >, 3);
    }
}

/* Nothing, or a whole empty collection where only tidying up failed. */
static gboolean
interrupt_creation (const Failure *failure, guint n)
{
  Fixture             *fixture = fixture_new ();
  g_autofree char     *path = g_build_filename (fixture->folder, "new.indsats", NULL);
  g_autoptr (GError)   error = NULL;
  g_autoptr (TalStore) store = NULL;
  gboolean             ended = FALSE;

  failing_vfs_arm (n, failure->for_good, failure->reason);
  store = tal_store_create (path, &error);
  ended = failing_vfs_get_n_operations () < n;
  failing_vfs_disarm ();

  if (store == NULL)
    {
      g_assert_true (error->domain == TAL_ERROR);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
      store = tal_store_create (path, NULL);
    }
  g_assert_nonnull (store);
  assert_whole (store);
  fixture_free (fixture);
  return ended;
}

static void
test_interruption_of_creation (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      guint n = 1;

      while (!interrupt_creation (&failures[i], n))
        g_assert_cmpuint (n++, <, MOST_OPERATIONS);
      g_assert_cmpuint (n, >, 3);
    }
}

/* No backup, and nothing that looks like one; or a whole one. */
static gboolean
interrupt_backup (const Failure *failure, guint n)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autofree char         *folder = g_build_filename (fixture->folder, "backups", NULL);
  g_autoptr (GError)       error = NULL;
  g_autofree char         *path = NULL;
  g_autofree char         *content = NULL;
  gboolean                 ended = FALSE;

  fixture_commit (fixture, plan, 0);
  content = fixture_dump (fixture->store);
  failing_vfs_arm (n, failure->for_good, failure->reason);
  path = tal_store_back_up (fixture->store, folder, fixture->now, &error);
  ended = failing_vfs_get_n_operations () < n;
  failing_vfs_disarm ();

  if (path == NULL)
    {
      g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);

      g_assert_true (error->domain == TAL_ERROR);
      g_assert_null (g_dir_read_name (directory));
    }
  else
    {
      g_autoptr (TalStore) copy = tal_store_open (path, FALSE, NULL);
      g_autofree char     *copied = fixture_dump (copy);

      g_assert_cmpstr (content, ==, copied);
      assert_whole (copy);
    }
  fixture_free (fixture);
  return ended;
}

static void
test_interruption_of_a_backup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      guint n = 1;

      while (!interrupt_backup (&failures[i], n))
        g_assert_cmpuint (n++, <, MOST_OPERATIONS);
      g_assert_cmpuint (n, >, 3);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();

  g_test_add_func ("/store/interruption/an-edit-is-whole-or-not-there",
                   test_interruption_of_an_edit);
  g_test_add_func ("/store/interruption/a-collection-is-made-or-not-there",
                   test_interruption_of_creation);
  g_test_add_func ("/store/interruption/a-backup-is-whole-or-not-there",
                   test_interruption_of_a_backup);

  return g_test_run ();
}
