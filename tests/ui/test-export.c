/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog that writes files for others. */

#include "config.h"

#include "support/commit.h"
#include "ui/import/tal-export-dialog.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  TalTestStage stage;
  GtkWidget   *dialog;
} Fixture;

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (TAL_IS_EXPORT_DIALOG (each->data))
        return each->data;
    }
  return NULL;
}

static void
wait (Fixture *fixture)
{
  commit_wait_for_all (tal_window_get_workspace (fixture->stage.window));
  commit_wait_for_all (tal_window_get_workspace (fixture->stage.window));
  tal_test_stage_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.export", NULL);
  fixture->dialog = find_dialog ();
  g_assert_nonnull (fixture->dialog);
  wait (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  if (find_dialog () != NULL)
    gtk_window_destroy (GTK_WINDOW (find_dialog ()));
  wait (fixture);
  tal_test_stage_close (&fixture->stage);
}

static GtkWidget *
get_save_button (Fixture *fixture)
{
  return gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog));
}

/* What the line at the foot says. */
static const char *
get_extent (Fixture *fixture)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (fixture->dialog, GTK_TYPE_LABEL);
  const char           *extent = NULL;

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_has_css_class (label, "import-bottom"))
        extent = gtk_label_get_text (GTK_LABEL (label));
    }
  return extent;
}

static void
write_to (Fixture *fixture, const char *name)
{
  g_autofree char  *path = g_build_filename (fixture->stage.folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  tal_export_dialog_write (TAL_EXPORT_DIALOG (fixture->dialog), file);
  wait (fixture);
}

/* Its first bytes, and it is gone. */
static char *
take_file (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->stage.folder, name, NULL);
  char            *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_unlink (path);
  return contents;
}

static void
choose (Fixture *fixture, const char *row, guint position)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (tal_test_stage_find_titled (fixture->dialog,
                                                                         ADW_TYPE_COMBO_ROW, row)),
                              position);
  wait (fixture);
}

static void
test_export_says_how_much_and_writes_it (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *contents = NULL;
  g_autofree char *all = g_strdup (get_extent (fixture));

  g_assert_true (gtk_widget_get_sensitive (get_save_button (fixture)));
  choose (fixture, _ ("Plan"), 1);
  g_assert_cmpstr (get_extent (fixture), !=, all);
  choose (fixture, _ ("Receiver"), 1);
  write_to (fixture, "ud.indsats.xml");
  g_assert_null (find_dialog ());
  contents = take_file (fixture, "ud.indsats.xml");
  g_assert_nonnull (strstr (contents, " to=\""));
  g_assert_nonnull (strstr (contents, "<scope>"));
}

/* Of each receiver its own last file. */
static void
test_export_says_what_is_since_the_last_file (Fixture *fixture, gconstpointer unused)
{
  const char *title = _ ("Only what has changed since the last file");
  GtkWidget  *row = tal_test_stage_find_titled (fixture->dialog, ADW_TYPE_ACTION_ROW, title);

  g_assert_false (gtk_widget_get_visible (row));
  choose (fixture, _ ("Receiver"), 1);
  g_assert_true (gtk_widget_get_visible (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  wait (fixture);
  g_assert_nonnull (
      strstr (get_extent (fixture), _ ("Nothing has been sent to the receiver before, "
                                                     "so the file has everything")));
  write_to (fixture, "ud.indsats.xml");
  g_free (take_file (fixture, "ud.indsats.xml"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.export", NULL);
  fixture->dialog = find_dialog ();
  choose (fixture, _ ("Receiver"), 1);
  row = tal_test_stage_find_titled (fixture->dialog, ADW_TYPE_ACTION_ROW, title);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  wait (fixture);
  g_assert_true (g_str_has_prefix (get_extent (fixture), "0 "));
  choose (fixture, _ ("Receiver"), 2);
  g_assert_false (g_str_has_prefix (get_extent (fixture), "0 "));
}

static void
test_export_wants_an_initiative (Fixture *fixture, gconstpointer unused)
{
  g_signal_emit_by_name (tal_test_stage_find_titled (fixture->dialog, GTK_TYPE_BUTTON,
                                                     _ ("All or none")),
                                                     "clicked");
  wait (fixture);
  g_assert_false (gtk_widget_get_sensitive (get_save_button (fixture)));
  g_assert_cmpstr (get_extent (fixture), ==, _ ("Choose at least one initiative"));
}

static void
test_export_says_beside_the_field_what_it_refuses (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = tal_test_stage_find_titled (fixture->dialog, ADW_TYPE_ENTRY_ROW,
                                               _ ("Period (empty for all)"));

  gtk_editable_set_text (GTK_EDITABLE (row), "i overmorgen");
  wait (fixture);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (gtk_widget_get_sensitive (get_save_button (fixture)));
  gtk_editable_set_text (GTK_EDITABLE (row), "2023");
  wait (fixture);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_true (gtk_widget_get_sensitive (get_save_button (fixture)));
}

static void
test_export_writes_tables (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *contents = NULL;

  choose (fixture, _ ("What is exported"), 1);
  write_to (fixture, "tal.ods");
  g_assert_null (find_dialog ());
  contents = take_file (fixture, "tal.ods");
  g_assert_true (g_str_has_prefix (contents, "PK"));
}

/* A form is of one period, and a workbook. */
static void
test_export_writes_a_form (Fixture *fixture, gconstpointer unused)
{
  GtkWidget       *period = tal_test_stage_find_titled (fixture->dialog, ADW_TYPE_ENTRY_ROW,
                                                        _ ("Period (empty for all)"));
  g_autofree char *contents = NULL;

  choose (fixture, _ ("What is exported"), 2);
  g_assert_false (gtk_widget_get_sensitive (get_save_button (fixture)));
  g_assert_cmpstr (get_extent (fixture), ==, _ ("A form is of one period: write which, as 2023"));
  gtk_editable_set_text (GTK_EDITABLE (period), "2023");
  wait (fixture);
  g_assert_true (gtk_widget_get_sensitive (get_save_button (fixture)));
  write_to (fixture, "skema.ods");
  g_assert_nonnull (find_dialog ());
  write_to (fixture, "skema.xlsx");
  g_assert_null (find_dialog ());
  contents = take_file (fixture, "skema.xlsx");
  g_assert_true (g_str_has_prefix (contents, "PK"));
}

/* The dialog stays with what was asked for, and says why. */
static void
test_export_stays_where_it_fails (Fixture *fixture, gconstpointer unused)
{
  write_to (fixture, "nowhere/ud.indsats.xml");
  g_assert_nonnull (find_dialog ());
  g_assert_true (gtk_widget_get_sensitive (get_save_button (fixture)));
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  add ("/ui/export/says-how-much-and-writes-it", test_export_says_how_much_and_writes_it);
  add ("/ui/export/says-what-is-since-the-last-file", test_export_says_what_is_since_the_last_file);
  add ("/ui/export/wants-an-initiative", test_export_wants_an_initiative);
  add ("/ui/export/says-beside-the-field-what-it-refuses",
       test_export_says_beside_the_field_what_it_refuses);
  add ("/ui/export/writes-tables", test_export_writes_tables);
  add ("/ui/export/writes-a-form", test_export_writes_a_form);
  add ("/ui/export/stays-where-it-fails", test_export_stays_where_it_fails);
  return g_test_run ();
}
