/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-series.h"
#include "model/tal-backups.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-collection-export.h"
#include "model/tal-collection.h"
#include "model/tal-name-search.h"
#include "model/tal-workspace.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A collection with the example's figures, and a data folder of its own. */
typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GError)        error = NULL;

  fixture->folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  collection = tal_collection_create_example (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char      *each = NULL;

  while (directory != NULL && (each = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, each, NULL);

      g_unlink (inside);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *copies = tal_backups_dup_folder ();

  remove_folder (copies);
  remove_folder (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The share of goal 5 stands on these. */
static void
correct_placed (const char *path, gint64 value)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (path, FALSE, &error);
  g_autoptr (TalChangeSet)  changes = NULL;
  TalFigureEdit             edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  TalPeriod                 period;
  const TalRecord          *series = NULL;

  g_assert_no_error (error);
  g_assert_true (tal_period_parse ("2023", &period, NULL));
  series = tal_name_search_find (tal_collection_get_catalogue (collection), TAL_KIND_SERIES,
                                 "Deltagere i den virksomhedsrettede indsats for kvinder", &error);
  g_assert_no_error (error);
  changes = tal_collection_set_series_figure (collection, series->id, period, &edit, &error);
  g_assert_no_error (error);
}

static char *
back_up (const char *path, int days)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (path, FALSE, &error);
  char                     *copy = NULL;

  g_assert_no_error (error);
  copy = tal_collection_back_up (collection, days, &error);
  g_assert_no_error (error);
  return copy;
}

static void
test_backups_are_made_when_something_has_changed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char      *first = NULL;
  g_autofree char      *unchanged = NULL;
  g_autofree char      *young = NULL;
  g_autofree char      *wanted = NULL;
  g_autoptr (GPtrArray) copies = NULL;

  /* The times of the history and of the copies are whole seconds. */
  g_usleep (1100 * 1000);
  first = back_up (fixture->path, 1);
  unchanged = back_up (fixture->path, 0);
  g_assert_nonnull (first);
  g_assert_null (unchanged);

  g_usleep (1100 * 1000);
  correct_placed (fixture->path, 349);
  young = back_up (fixture->path, 1);
  g_assert_null (young);
  g_usleep (1100 * 1000);
  wanted = back_up (fixture->path, 0);
  g_assert_nonnull (wanted);

  copies = tal_backups_list (fixture->path);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpstr (((TalKeptCopy *)g_ptr_array_index (copies, 0))->path, ==, wanted);
  g_assert_cmpstr (((TalKeptCopy *)g_ptr_array_index (copies, 1))->path, ==, first);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static TalWorkspace *
restore (const char *path, gboolean in_place, GError **error)
{
  g_autoptr (GPtrArray)    copies = tal_backups_list (path);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_cmpuint (copies->len, >, 0);
  tal_workspace_open_backup_async (g_ptr_array_index (copies, 0), path, in_place, NULL, done_cb,
                                   &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return tal_workspace_open_finish (result, error);
}

static void
test_backups_replace_what_is_damaged (Fixture *fixture, gconstpointer unused)
{
  g_autofree char         *copy = back_up (fixture->path, 0);
  g_autoptr (TalWorkspace) workspace = NULL;
  g_autoptr (GError)       error = NULL;
  guint                    length = 0;

  g_assert_true (g_file_set_contents (fixture->path, "det halve", -1, NULL));
  workspace = restore (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tal_workspace_get_path (workspace), ==, fixture->path);
  g_assert_false (tal_workspace_get_read_only (workspace));
  tal_catalogue_get_records (tal_workspace_get_catalogue (workspace), TAL_KIND_GOAL, &length);
  g_assert_cmpuint (length, >, 10);
}

static void
test_backups_lie_beside_what_is_whole (Fixture *fixture, gconstpointer unused)
{
  g_autofree char         *copy = back_up (fixture->path, 0);
  g_autofree char         *beginning = g_build_filename (fixture->folder, "bif (", NULL);
  g_autoptr (TalWorkspace) workspace = NULL;
  g_autoptr (TalWorkspace) again = NULL;
  g_autoptr (GError)       error = NULL;

  workspace = restore (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (tal_workspace_get_path (workspace), beginning));
  g_assert_true (g_str_has_suffix (tal_workspace_get_path (workspace), ").indsats"));

  again = restore (fixture->path, FALSE, &error);
  g_assert_null (again);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
}

static char *
send_file (Fixture *fixture, const char *name)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (fixture->path, FALSE, &error);
  char                     *file = g_build_filename (fixture->folder, name, NULL);

  g_assert_no_error (error);
  tal_collection_export (collection, file, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

static TalImportReport *
take_in (TalCollection *collection, const char *file)
{
  const TalImportRequest request = { .path = file };
  g_autoptr (GError)     error = NULL;
  TalImportReport *report = tal_collection_import (collection, &request, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* What others got before the backup was brought back is not taken for seen afterwards. */
static void
test_backups_that_are_brought_back_are_another_collection (Fixture *fixture, gconstpointer unused)
{
  g_autofree char            *path = g_build_filename (fixture->folder, "sof.indsats", NULL);
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalCollection)   other = tal_collection_create (path, "SOF", &error);
  g_autofree char            *copy = NULL;
  g_autofree char            *first = NULL;
  g_autofree char            *second = NULL;
  g_autoptr (TalImportReport) before = NULL;
  g_autoptr (TalImportReport) after = NULL;
  TalWorkspace               *workspace = NULL;

  g_assert_no_error (error);
  g_usleep (1100 * 1000);
  copy = back_up (fixture->path, 0);
  correct_placed (fixture->path, 349);
  first = send_file (fixture, "first.xml");
  before = take_in (other, first);
  g_assert_true (before->written);

  workspace = restore (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  g_object_unref (workspace);
  correct_placed (fixture->path, 350);
  second = send_file (fixture, "second.xml");
  after = take_in (other, second);
  g_assert_true (after->open);
  g_assert_cmpuint (after->n_conflicts, ==, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *home = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  int                status = 0;

  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/backups/when-something-has-changed", Fixture, NULL, set_up,
              test_backups_are_made_when_something_has_changed, tear_down);
  g_test_add ("/model/backups/replace-what-is-damaged", Fixture, NULL, set_up,
              test_backups_replace_what_is_damaged, tear_down);
  g_test_add ("/model/backups/lie-beside-what-is-whole", Fixture, NULL, set_up,
              test_backups_lie_beside_what_is_whole, tear_down);
  g_test_add ("/model/backups/that-are-brought-back-are-another-collection", Fixture, NULL, set_up,
              test_backups_that_are_brought_back_are_another_collection, tear_down);

  status = g_test_run ();
  g_rmdir (home);
  return status;
}
