/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection that is opened before anybody asks for it. */

#include "base/tal-error.h"
#include "model/tal-collection.h"
#include "model/tal-early-opening.h"
#include "model/tal-workspace.h"

#include <glib/gstdio.h>

#define PATIENCE_SECONDS 30

typedef struct
{
  char         *folder;
  char         *path;
  GFile        *file;
  TalWorkspace *workspace;
  GError       *error;
  gboolean      told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  tal_collection_close (tal_collection_create (fixture->path, "BIF", &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->workspace);
  g_clear_error (&fixture->error);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_true (TAL_IS_WORKSPACE (source));
  g_assert_false (fixture->told);
  fixture->workspace = tal_workspace_open_finish (result, &fixture->error);
  fixture->told = TRUE;
}

static void
wait_until_told (Fixture *fixture)
{
  while (!fixture->told)
    g_main_context_iteration (NULL, TRUE);
}

/* Whether this program has the collection open. */
static gboolean
is_open (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  const char      *name = NULL;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *link = g_build_filename ("/proc/self/fd", name, NULL);
      g_autofree char *target = g_file_read_link (link, NULL);

      if (g_strcmp0 (target, fixture->path) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
let_it_finish (void)
{
  g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Its thread lets go of it in its own time. */
static void
wait_until_closed (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  while (is_open (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static void
wait_until_open (Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_SECONDS * G_TIME_SPAN_SECOND;

  while (!is_open (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (1000);
    }
}

static void
test_early_opening_is_taken_while_it_reads (Fixture *fixture, gconstpointer unused)
{
  TalEarlyOpening *opening = tal_early_opening_new (fixture->file);

  g_assert_true (g_file_equal (tal_early_opening_get_file (opening), fixture->file));
  tal_early_opening_take (opening, opened_cb, fixture);
  g_assert_false (fixture->told);
  wait_until_told (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (tal_workspace_get_path (fixture->workspace), ==, fixture->path);
}

static void
test_early_opening_is_taken_when_it_has_read (Fixture *fixture, gconstpointer unused)
{
  TalEarlyOpening *opening = tal_early_opening_new (fixture->file);

  let_it_finish ();
  tal_early_opening_take (opening, opened_cb, fixture);
  g_assert_false (fixture->told);
  wait_until_told (fixture);
  g_assert_no_error (fixture->error);
  g_assert_cmpstr (tal_workspace_get_unit_name (fixture->workspace), ==, "BIF");
}

static void
test_early_opening_is_closed_where_nobody_takes_it (Fixture *fixture, gconstpointer unused)
{
  TalEarlyOpening *opening = tal_early_opening_new (fixture->file);

  wait_until_open (fixture);
  let_it_finish ();
  tal_early_opening_free (opening);
  wait_until_closed (fixture);

  /* And while it reads. */
  tal_early_opening_free (tal_early_opening_new (fixture->file));
  let_it_finish ();
  wait_until_closed (fixture);
}

static void
test_early_opening_is_cancelled (Fixture *fixture, gconstpointer unused)
{
  TalEarlyOpening         *opening = tal_early_opening_new (fixture->file);
  g_autoptr (GCancellable) cancellable = g_object_ref (tal_early_opening_get_cancellable (opening));

  let_it_finish ();
  tal_early_opening_take (opening, opened_cb, fixture);
  g_cancellable_cancel (cancellable);
  wait_until_told (fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (fixture->workspace);
  wait_until_closed (fixture);
}

static void
test_early_opening_says_why_it_cannot (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  tal_early_opening_take (tal_early_opening_new (folder), opened_cb, fixture);
  wait_until_told (fixture);
  g_assert_null (fixture->workspace);
  g_assert_nonnull (fixture->error);
  g_assert_true (fixture->error->domain == TAL_ERROR);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/model/early-opening/is-taken-while-it-reads", test_early_opening_is_taken_while_it_reads);
  ADD ("/model/early-opening/is-taken-when-it-has-read",
       test_early_opening_is_taken_when_it_has_read);
  ADD ("/model/early-opening/is-closed-where-nobody-takes-it",
       test_early_opening_is_closed_where_nobody_takes_it);
  ADD ("/model/early-opening/is-cancelled", test_early_opening_is_cancelled);
  ADD ("/model/early-opening/says-why-it-cannot", test_early_opening_says_why_it_cannot);

  return g_test_run ();
}
