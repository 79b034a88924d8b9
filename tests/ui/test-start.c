/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program as it is started: what it shows in its first window. */

#include "config.h"

#include "model/tal-collection.h"
#include "ui/application/tal-recent.h"
#include "ui/tal-test-stage.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_SECONDS 30

typedef struct
{
  TalApplication *application;
  char           *folder;
  GFile          *here;  /* a collection */
  GFile          *there; /* another */
  GFile          *gone;  /* none */
  const char     *page;  /* that the window is closed at; NULL at once */
  gboolean        late;
  GString        *names; /* of what was shown, a line each */
} Start;

static GFile *
make_collection (Start *start, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (start->folder, name, NULL);

  tal_collection_close (tal_collection_create (path, "BIF", &error));
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
set_up (Start *start, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *gone = NULL;

  start->folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_assert_no_error (error);
  gone = g_build_filename (start->folder, "gone.indsats", NULL);
  start->here = make_collection (start, "here.indsats");
  start->there = make_collection (start, "there.indsats");
  start->gone = g_file_new_for_path (gone);
  start->names = g_string_new (NULL);
  start->page = "overview";
  start->application = tal_application_new (G_APPLICATION_NON_UNIQUE);
}

static void
tear_down (Start *start, gconstpointer unused)
{
  g_assert_cmpint (g_unlink (g_file_peek_path (start->here)), ==, 0);
  g_assert_cmpint (g_unlink (g_file_peek_path (start->there)), ==, 0);
  /* Nothing lies beside them: each was closed. */
  g_assert_cmpint (g_rmdir (start->folder), ==, 0);
  g_object_unref (start->application);
  g_object_unref (start->here);
  g_object_unref (start->there);
  g_object_unref (start->gone);
  g_free (start->folder);
  g_string_free (start->names, TRUE);
}

static void
note_name (Start *start, TalWindow *window)
{
  TalWorkspace    *workspace = tal_window_get_workspace (window);
  g_autofree char *name = NULL;

  if (workspace != NULL)
    name = g_path_get_basename (tal_workspace_get_path (workspace));
  g_string_append_printf (start->names, "%s\n", name != NULL ? name : "-");
}

static gboolean
look_cb (gpointer user_data)
{
  Start            *start = user_data;
  g_autoptr (GList) windows =
      g_list_copy (gtk_application_get_windows (GTK_APPLICATION (start->application)));
  gboolean all = windows != NULL;

  for (GList *each = windows; each != NULL; each = each->next)
    all &=
        start->page == NULL || g_strcmp0 (tal_window_get_page_name (each->data), start->page) == 0;
  if (!all)
    return G_SOURCE_CONTINUE;

  for (GList *each = windows; each != NULL; each = each->next)
    {
      note_name (start, each->data);
      gtk_window_close (each->data);
    }
  return G_SOURCE_REMOVE;
}

static gboolean
late_cb (gpointer user_data)
{
  Start *start = user_data;

  start->late = TRUE;
  g_application_quit (G_APPLICATION (start->application));
  return G_SOURCE_REMOVE;
}

/* Until every window shows the page. */
static void
run (Start *start, GFile *first, GFile *second)
{
  const char *arguments[] = { "indsatstal", first != NULL ? g_file_peek_path (first) : NULL,
                              second != NULL ? g_file_peek_path (second) : NULL };
  int         n_arguments = second != NULL ? 3 : first != NULL ? 2 : 1;
  guint       late = g_timeout_add_seconds (PATIENCE_SECONDS, late_cb, start);

  g_idle_add (look_cb, start);
  g_assert_cmpint (g_application_run (G_APPLICATION (start->application), n_arguments,
                                      (char **)arguments),
                   ==, 0);
  g_assert_false (start->late);
  g_source_remove (late);
  tal_test_stage_settle ();
}

static void
remember (GFile *file)
{
  g_autoptr (TalApplication) before = tal_application_new (G_APPLICATION_NON_UNIQUE);

  g_assert_true (g_application_register (G_APPLICATION (before), NULL, NULL));
  tal_recent_add (tal_application_get_settings (before), file);
}

static void
test_start_shows_the_file_that_is_asked_for (Start *start, gconstpointer unused)
{
  remember (start->there);
  run (start, start->here, NULL);
  g_assert_cmpstr (start->names->str, ==, "here.indsats\n");
}

static void
test_start_shows_the_last_collection (Start *start, gconstpointer unused)
{
  remember (start->there);
  run (start, NULL, NULL);
  g_assert_cmpstr (start->names->str, ==, "there.indsats\n");
}

static void
test_start_welcomes_where_the_last_is_gone (Start *start, gconstpointer unused)
{
  remember (start->gone);
  start->page = "welcome";
  run (start, NULL, NULL);
  g_assert_cmpstr (start->names->str, ==, "-\n");
}

static void
test_start_says_what_cannot_be_opened (Start *start, gconstpointer unused)
{
  start->page = "error";
  run (start, start->gone, NULL);
  g_assert_cmpstr (start->names->str, ==, "-\n");
}

static void
test_start_shows_each_file_in_a_window (Start *start, gconstpointer unused)
{
  run (start, start->here, start->there);
  g_assert_nonnull (strstr (start->names->str, "here.indsats\n"));
  g_assert_nonnull (strstr (start->names->str, "there.indsats\n"));
}

static void
test_start_is_closed_while_it_opens (Start *start, gconstpointer unused)
{
  start->page = NULL;
  run (start, start->here, NULL);
}

#define ADD(path, func) g_test_add (path, Start, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  ADD ("/ui/start/shows-the-file-that-is-asked-for", test_start_shows_the_file_that_is_asked_for);
  ADD ("/ui/start/shows-the-last-collection", test_start_shows_the_last_collection);
  ADD ("/ui/start/welcomes-where-the-last-is-gone", test_start_welcomes_where_the_last_is_gone);
  ADD ("/ui/start/says-what-cannot-be-opened", test_start_says_what_cannot_be_opened);
  ADD ("/ui/start/shows-each-file-in-a-window", test_start_shows_each_file_in_a_window);
  ADD ("/ui/start/is-closed-while-it-opens", test_start_is_closed_while_it_opens);

  return g_test_run ();
}
