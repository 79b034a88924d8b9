/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two people who have a collection on a network drive open. */

#include "model/tal-clock.h"
#include "model/tal-collection.h"
#include "model/tal-language.h"
#include "support/commit.h"

#include <glib/gstdio.h>
#include <sys/vfs.h>

/* NFS */
#define NETWORK_TYPE 0x6969

static gboolean pretends_network;

/* In the system's place: it says what lies on which drive. */
int
statfs (const char *path, struct statfs *status)
{
  *status = (struct statfs){ .f_type = pretends_network ? NETWORK_TYPE : 0 };
  return 0;
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TalWorkspace     **workspace = user_data;
  g_autoptr (GError) error = NULL;

  *workspace = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static TalWorkspace *
open_as (const char *path, const char *who)
{
  TalWorkspace *workspace = NULL;

  tal_clock_set_author (who);
  tal_workspace_open_async (path, NULL, opened_cb, &workspace);
  while (workspace == NULL)
    g_main_context_iteration (NULL, TRUE);
  return workspace;
}

static void
close_and_wait (TalWorkspace *workspace)
{
  tal_workspace_close (workspace);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (workspace);
}

static void
test_presence_is_shown_by_name (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_autofree char   *path = g_build_filename (folder, "bif.indsats", NULL);
  g_autofree char   *expected = NULL;
  TalWorkspace      *anna = NULL;
  TalWorkspace      *bo = NULL;

  g_assert_no_error (error);
  pretends_network = TRUE;
  tal_collection_close (tal_collection_create (path, "BIF", &error));
  g_assert_no_error (error);

  anna = open_as (path, "Anna Holm");
  g_assert_true (tal_workspace_get_on_network_drive (anna));
  g_assert_null (tal_workspace_get_in_use (anna));
  bo = open_as (path, "Bo Juhl");
  expected = g_strdup_printf ("Anna Holm har haft samlingen åben på %s siden kl. *. I kan begge "
                              "rette i den og ser hinandens ændringer.",
                              g_get_host_name ());
  g_test_message ("%s", tal_workspace_get_in_use (bo));
  g_assert_true (g_pattern_match_simple (expected, tal_workspace_get_in_use (bo)));
  g_assert_false (tal_workspace_get_read_only (bo));

  /* Once she has gone he sees it when he next looks. */
  close_and_wait (anna);
  tal_workspace_look_outside (bo);
  commit_wait_for_all (bo);
  g_assert_null (tal_workspace_get_in_use (bo));
  close_and_wait (bo);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_presence_is_not_told_on_a_drive_of_ones_own (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_autofree char   *path = g_build_filename (folder, "bif.indsats", NULL);
  TalWorkspace      *anna = NULL;
  TalWorkspace      *bo = NULL;

  g_assert_no_error (error);
  pretends_network = FALSE;
  tal_collection_close (tal_collection_create (path, "BIF", &error));
  g_assert_no_error (error);
  anna = open_as (path, "Anna Holm");
  bo = open_as (path, "Bo Juhl");
  g_assert_false (tal_workspace_get_on_network_drive (bo));
  g_assert_null (tal_workspace_get_in_use (bo));
  close_and_wait (anna);
  close_and_wait (bo);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  tal_language_init ();
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/presence/is-shown-by-name", test_presence_is_shown_by_name);
  g_test_add_func ("/model/presence/is-not-told-on-a-drive-of-ones-own",
                   test_presence_is_not_told_on_a_drive_of_ones_own);

  return g_test_run ();
}
