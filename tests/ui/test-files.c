/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-backups.h"
#include "ui/application/tal-settings.h"
#include "ui/common/tal-banner.h"
#include "ui/common/tal-file-chooser.h"
#include "ui/initiatives/tal-figure-row.h"
#include "ui/tal-test-stage.h"
#include "ui/window/tal-collection-dialog.h"
#include "ui/window/tal-error-page.h"
#include "ui/window/tal-restore-dialog.h"

#include <glib/gstdio.h>

static gboolean
shows_error (gpointer user_data)
{
  return g_strcmp0 (tal_window_get_page_name (user_data), "error") == 0;
}

static gboolean
shows_overview (gpointer user_data)
{
  return g_strcmp0 (tal_window_get_page_name (user_data), "overview") == 0;
}

static gboolean
is_shown (TalTestStage *stage, const char *label)
{
  GtkWidget *button = NULL;

  for (const char *const *each = (const char *const[]){ "", "_", NULL };
       *each != NULL && button == NULL; each++)
    {
      g_autofree char *title = g_strconcat (*each, label, NULL);

      button = tal_test_stage_find_titled (GTK_WIDGET (stage->window), GTK_TYPE_BUTTON, title);
    }
  g_assert_nonnull (button);
  return gtk_widget_get_visible (button);
}

static void
open_path (TalTestStage *stage, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tal_window_open_collection (stage->window, file);
}

static const char *
get_title (TalTestStage *stage)
{
  g_autoptr (GPtrArray) pages =
      tal_test_stage_list_widgets (GTK_WIDGET (stage->window), TAL_TYPE_ERROR_PAGE);

  g_assert_cmpuint (pages->len, ==, 1);
  return adw_status_page_get_title (
      ADW_STATUS_PAGE (gtk_widget_get_first_child (g_ptr_array_index (pages, 0))));
}

static void
test_files_say_what_is_wrong_and_what_helps (void)
{
  static const struct
  {
    const char *content; /* NULL: there is no file */
    const char *title;
  } rows[] = {
    { NULL, "Samlingen findes ikke" },
    { "Kære udvalg", "Filen er ikke en samling" },
  };
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (stage.folder, "brev.indsats", NULL);

      if (rows[i].content != NULL)
        g_assert_true (g_file_set_contents (path, rows[i].content, -1, NULL));
      open_path (&stage, path);
      tal_test_stage_wait (shows_error, stage.window);
      g_assert_cmpstr (get_title (&stage), ==, rows[i].title);
      g_assert_null (tal_window_get_workspace (stage.window));
      g_assert_true (is_shown (&stage, "Prøv igen"));
      g_assert_false (is_shown (&stage, "Gendan en sikkerhedskopi …"));
      g_unlink (path);
    }
  tal_test_stage_close (&stage);
}

/* What could not be opened can be put right elsewhere, and tried again. */
static void
test_files_can_be_tried_again (void)
{
  TalTestStage     stage = { NULL };
  g_autofree char *away = NULL;

  tal_test_stage_open (&stage);
  away = g_strconcat (stage.path, ".væk", NULL);
  tal_window_show_welcome (stage.window);
  g_assert_cmpint (g_rename (stage.path, away), ==, 0);
  open_path (&stage, stage.path);
  tal_test_stage_wait (shows_error, stage.window);

  g_assert_cmpint (g_rename (away, stage.path), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.retry-opening", NULL);
  tal_test_stage_wait (shows_overview, stage.window);
  tal_test_stage_close (&stage);
}

static TalRestoreDialog *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (toplevels, i);

      if (TAL_IS_RESTORE_DIALOG (each))
        return TAL_RESTORE_DIALOG (each);
    }
  return NULL;
}

static gboolean
has_backup (gpointer user_data)
{
  const TalTestStage   *stage = user_data;
  g_autoptr (GPtrArray) copies = tal_backups_list (stage->path);

  return copies->len > 0;
}

static void
press_restore (void)
{
  TalRestoreDialog *dialog = find_dialog ();
  GtkWidget        *button = NULL;

  g_assert_nonnull (dialog);
  button = tal_test_stage_find_titled (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "_Gendan");
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  tal_test_stage_settle ();
  g_assert_null (find_dialog ());
}

static void
remove_beginning (const char *folder, const char *beginning)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char      *each = NULL;

  while (directory != NULL && (each = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, each, NULL);

      if (g_str_has_prefix (each, beginning))
        g_unlink (path);
    }
}

static void
test_files_that_are_damaged_are_brought_back (void)
{
  TalTestStage     stage = { NULL };
  g_autofree char *copies = tal_backups_dup_folder ();

  tal_test_stage_open (&stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.back-up", NULL);
  tal_test_stage_wait (has_backup, &stage);

  tal_window_show_welcome (stage.window);
  g_assert_true (g_file_set_contents (stage.path, "det halve", -1, NULL));
  open_path (&stage, stage.path);
  tal_test_stage_wait (shows_error, stage.window);
  g_assert_true (is_shown (&stage, "Gendan en sikkerhedskopi …"));

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.restore-backup", NULL);
  press_restore ();
  tal_test_stage_wait (shows_overview, stage.window);
  g_assert_cmpstr (tal_workspace_get_path (tal_window_get_workspace (stage.window)), ==,
                   stage.path);
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL,
                                                "9 af 11 mål blev opnået i 2023"));

  remove_beginning (stage.folder, "eksempel.indsats.erstattet");
  remove_beginning (copies, "eksempel.indsats");
  g_rmdir (copies);
  tal_test_stage_close (&stage);
}

/* Where there is no backup nothing points at one. */
static void
test_files_without_a_backup_point_elsewhere (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GPtrArray) labels = NULL;
  gsize                 length = 0;
  g_autofree char      *content = NULL;
  gboolean              said = FALSE;

  tal_test_stage_open (&stage);
  tal_window_show_welcome (stage.window);
  g_assert_true (g_file_get_contents (stage.path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (stage.path, content, (gssize)length / 2, NULL));
  open_path (&stage, stage.path);
  tal_test_stage_wait (shows_error, stage.window);
  g_assert_cmpstr (get_title (&stage), ==, "Samlingen er beskadiget");
  g_assert_false (is_shown (&stage, "Gendan en sikkerhedskopi …"));

  labels = tal_test_stage_list_widgets (GTK_WIDGET (stage.window), GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len && !said; i++)
    said = strstr (gtk_label_get_text (g_ptr_array_index (labels, i)),
                   "Der er ingen sikkerhedskopi på denne computer") != NULL;
  g_assert_true (said);

  tal_test_stage_close (&stage);
}

static GtkWidget *
find_toplevel (GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (each, type))
        return each;
    }
  return NULL;
}

static void
answer (const char *response)
{
  GtkWidget *dialog = find_toplevel (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_signal_emit_by_name (dialog, "response", response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  tal_test_stage_settle ();
}

static TalFigureRow *
find_numerator (TalTestStage *stage)
{
  return TAL_FIGURE_ROW (
      tal_test_stage_find_titled (GTK_WIDGET (stage->window), TAL_TYPE_FIGURE_ROW, "Tæller"));
}

static const char *
get_numerator (TalTestStage *stage)
{
  return gtk_editable_get_text (tal_figure_row_get_editable (find_numerator (stage)));
}

static gboolean
has_numerator (gpointer user_data)
{
  return g_str_has_prefix (get_numerator (user_data), "179");
}

/* What is typed in the details of a goal, and cannot be read. */
static void
type_nonsense (TalTestStage *stage)
{
  GtkEditable *editable = NULL;

  tal_test_stage_show_goal (stage, 5);
  tal_test_stage_wait (has_numerator, stage);
  editable = tal_figure_row_get_editable (find_numerator (stage));
  gtk_widget_grab_focus (GTK_WIDGET (editable));
  gtk_editable_set_text (editable, "mange");
}

static gboolean
shows_copy (gpointer user_data)
{
  const TalTestStage *stage = user_data;
  TalWorkspace       *workspace = tal_window_get_workspace (stage->window);

  return workspace != NULL && g_str_has_suffix (tal_workspace_get_path (workspace), "kopi.indsats");
}

static void
test_files_ask_before_what_was_typed_is_lost (void)
{
  TalTestStage      stage = { NULL };
  g_autofree char  *path = NULL;
  g_autoptr (GFile) file = NULL;

  tal_test_stage_open (&stage);
  path = g_build_filename (stage.folder, "kopi.indsats", NULL);
  file = g_file_new_for_path (path);
  type_nonsense (&stage);

  /* Whoever goes back finds it as it was typed, and no other collection was made. */
  tal_window_create_collection (stage.window, file, "Center", FALSE);
  answer ("correct");
  g_assert_cmpstr (tal_window_get_page_name (stage.window), ==, "initiative");
  g_assert_cmpstr (get_numerator (&stage), ==, "mange");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (stage.window)),
                                         GTK_WIDGET (find_numerator (&stage))));
  g_assert_false (g_file_query_exists (file, NULL));

  /* The window asks in the same way. */
  gtk_window_close (GTK_WINDOW (stage.window));
  answer ("correct");

  tal_window_create_collection (stage.window, file, "Center", FALSE);
  answer ("close");
  tal_test_stage_wait (shows_copy, &stage);

  /* Nothing is asked where nothing is lost. */
  open_path (&stage, stage.path);
  g_assert_null (find_toplevel (ADW_TYPE_MESSAGE_DIALOG));
  tal_test_stage_wait (shows_overview, stage.window);
  g_unlink (path);
  tal_test_stage_close (&stage);
}

static gboolean
drop (TalTestStage *stage, const char *path)
{
  GtkEventController *target = NULL;
  g_autoptr (GFile)   file = g_file_new_for_path (path);
  g_auto (GValue)     value = G_VALUE_INIT;
  gboolean            taken = FALSE;

  target = tal_test_stage_find_controller (GTK_WIDGET (stage->window), GTK_TYPE_DROP_TARGET);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &taken);
  return taken;
}

static void
test_files_are_dropped_on_the_window (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  tal_window_show_welcome (stage.window);
  g_assert_false (drop (&stage, "/tmp/brev.odt"));
  g_assert_false (drop (&stage, "/tmp/JKI.xml"));
  g_assert_cmpstr (tal_window_get_page_name (stage.window), ==, "welcome");
  g_assert_true (drop (&stage, stage.path));
  tal_test_stage_wait (shows_overview, stage.window);

  type_nonsense (&stage);
  g_assert_true (drop (&stage, stage.path));
  answer ("correct");
  g_assert_cmpstr (get_numerator (&stage), ==, "mange");
  tal_test_stage_close (&stage);
}

static GFile *
ref_chooser_folder (void)
{
  GtkWidget *dialog = find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);

  return dialog != NULL ? gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (dialog)) : NULL;
}

static gboolean
shows_folder (gpointer unused)
{
  g_autoptr (GFile) folder = ref_chooser_folder ();

  return folder != NULL;
}

/* Where the dialog stands, which is cancelled. */
static char *
dup_chooser_folder (void)
{
  g_autoptr (GFile) folder = NULL;

  tal_test_stage_wait (shows_folder, NULL);
  folder = ref_chooser_folder ();
  gtk_dialog_response (GTK_DIALOG (find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG)),
                       GTK_RESPONSE_CANCEL);
  tal_test_stage_settle ();
  return g_file_get_path (folder);
}

static void
ignore_file (GObject *object, GFile *file)
{
}

static void
test_files_are_asked_for_where_the_last_was (void)
{
  TalTestStage          stage = { NULL };
  g_autoptr (GSettings) settings = tal_settings_new ();
  g_autofree char      *first = NULL;
  g_autofree char      *second = NULL;

  tal_test_stage_open (&stage);
  tal_file_chooser_save (GTK_WINDOW (stage.window), "Mål", ignore_file, G_OBJECT (stage.window));
  first = dup_chooser_folder ();
  g_assert_cmpstr (first, ==, g_get_home_dir ());
  g_settings_set_string (settings, "last-folder", stage.folder);
  tal_file_chooser_open (GTK_WINDOW (stage.window), ignore_file, G_OBJECT (stage.window));
  second = dup_chooser_folder ();
  g_assert_cmpstr (second, ==, stage.folder);
  tal_test_stage_close (&stage);
}

static GtkEditable *
find_new_field (const char *title)
{
  GtkWidget *dialog = find_toplevel (TAL_TYPE_COLLECTION_DIALOG);

  g_assert_nonnull (dialog);
  return GTK_EDITABLE (tal_test_stage_find_titled (dialog, ADW_TYPE_ENTRY_ROW, title));
}

static gboolean
has_file (gpointer chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);

  return file != NULL;
}

static gboolean
is_asked (gpointer unused)
{
  return find_toplevel (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Chooses that name beside the stage's collection in the dialog of the new one. */
static void
choose_place (TalTestStage *stage, const char *name)
{
  g_autoptr (GFile) folder = g_file_new_for_path (stage->folder);
  GtkWidget        *chooser = NULL;

  gtk_widget_activate (
      gtk_window_get_default_widget (GTK_WINDOW (find_toplevel (TAL_TYPE_COLLECTION_DIALOG))));
  tal_test_stage_wait (shows_folder, NULL);
  chooser = find_toplevel (GTK_TYPE_FILE_CHOOSER_DIALOG);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  tal_test_stage_settle ();
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  tal_test_stage_wait (has_file, chooser);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  tal_test_stage_wait (is_asked, NULL);
}

static gboolean
has_new_collection (gpointer user_data)
{
  TalWorkspace *workspace = tal_window_get_workspace (user_data);

  return workspace != NULL &&
         g_str_has_suffix (tal_workspace_get_path (workspace), "/SOF.indsats") &&
         shows_overview (user_data);
}

/* What a new collection is called stays in its fields until it is there. */
static void
test_files_that_are_made_keep_what_was_typed (void)
{
  TalTestStage     stage = { NULL };
  g_autofree char *path = NULL;

  tal_test_stage_open (&stage);
  type_nonsense (&stage);
  tal_collection_dialog_present (stage.window);
  gtk_editable_set_text (find_new_field ("Forvaltning"), "Socialforvaltningen");
  gtk_editable_set_text (find_new_field ("Udvalg"), "Socialudvalget");
  gtk_editable_set_text (find_new_field ("Navn på samlingen"), "SOF");
  tal_test_stage_settle ();
  choose_place (&stage, "SOF.indsats");
  answer ("correct");
  g_assert_cmpstr (get_numerator (&stage), ==, "mange");
  g_assert_false (gtk_widget_get_visible (find_toplevel (TAL_TYPE_COLLECTION_DIALOG)));

  tal_collection_dialog_present (stage.window);
  g_assert_true (gtk_widget_get_visible (find_toplevel (TAL_TYPE_COLLECTION_DIALOG)));
  g_assert_cmpstr (gtk_editable_get_text (find_new_field ("Forvaltning")), ==,
                   "Socialforvaltningen");
  g_assert_cmpstr (gtk_editable_get_text (find_new_field ("Navn på samlingen")), ==, "SOF");

  choose_place (&stage, "SOF.indsats");
  answer ("close");
  tal_test_stage_wait (has_new_collection, stage.window);
  g_assert_null (find_toplevel (TAL_TYPE_COLLECTION_DIALOG));
  path = g_strdup (tal_workspace_get_path (tal_window_get_workspace (stage.window)));
  open_path (&stage, stage.path);
  tal_test_stage_wait (shows_overview, stage.window);
  g_assert_cmpint (g_unlink (path), ==, 0);
  tal_test_stage_close (&stage);
}

/* What is seen is told from what is marked: a program that was killed never takes its mark away. */
static void
test_files_say_once_that_they_were_not_closed (void)
{
  const char  *said = "Programmet blev ikke lukket korrekt sidst. Alt, der var gemt, er her.";
  TalTestStage stage = { NULL };
  g_autoptr (GSettings) settings = tal_settings_new ();
  g_autoptr (GFile)     file = NULL;
  g_autofree char      *uri = NULL;
  g_auto (GStrv)        open = NULL;

  tal_test_stage_open (&stage);
  file = g_file_new_for_path (stage.path);
  uri = g_file_get_uri (file);
  open = g_settings_get_strv (settings, "open-collections");
  g_assert_true (g_strv_contains ((const char *const *)open, uri));
  g_assert_null (tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL, said));

  tal_window_show_welcome (stage.window);
  g_clear_pointer (&open, g_strfreev);
  open = g_settings_get_strv (settings, "open-collections");
  g_assert_false (g_strv_contains ((const char *const *)open, uri));

  g_settings_set_strv (settings, "open-collections", (const char *const[]){ uri, NULL });
  open_path (&stage, stage.path);
  tal_test_stage_wait (shows_overview, stage.window);
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL, said));
  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("indsatstal-test-XXXXXX", NULL);
  g_autofree char *inside = g_build_filename (home, "indsatstal", NULL);
  int              status = 0;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("HOME", home, TRUE);
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/files/say-what-is-wrong", test_files_say_what_is_wrong_and_what_helps);
  g_test_add_func ("/ui/files/can-be-tried-again", test_files_can_be_tried_again);
  g_test_add_func ("/ui/files/damaged-are-brought-back",
                   test_files_that_are_damaged_are_brought_back);
  g_test_add_func ("/ui/files/without-a-backup-point-elsewhere",
                   test_files_without_a_backup_point_elsewhere);
  g_test_add_func ("/ui/files/ask-before-what-was-typed-is-lost",
                   test_files_ask_before_what_was_typed_is_lost);
  g_test_add_func ("/ui/files/say-once-that-they-were-not-closed",
                   test_files_say_once_that_they_were_not_closed);
  g_test_add_func ("/ui/files/are-dropped-on-the-window", test_files_are_dropped_on_the_window);
  g_test_add_func ("/ui/files/are-asked-for-where-the-last-was",
                   test_files_are_asked_for_where_the_last_was);

  g_test_add_func ("/ui/files/that-are-made-keep-what-was-typed",
                   test_files_that_are_made_keep_what_was_typed);

  status = g_test_run ();
  g_rmdir (inside);
  g_rmdir (home);
  return status;
}
