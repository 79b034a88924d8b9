/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables in the import assistant: what they are read as, what is asked, and what is stored. */

#include "config.h"

#include "exchange/tal-form-private.h"
#include "formats/tal-table-file.h"
#include "model/tal-collection-tables.h"
#include "model/tal-name-search.h"
#include "support/commit.h"
#include "ui/import/tal-import-columns-page.h"
#include "ui/import/tal-import-difference-page.h"
#include "ui/import/tal-import-question-row.h"
#include "ui/import/tal-import-window.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define SERIES "Deltagere i virksomhedsindsatsen for ledige"

typedef struct
{
  TalTestStage stage;
  char        *file;
  GtkWidget   *assistant;
} Fixture;

static GtkWidget *
find_assistant (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (TAL_IS_IMPORT_WINDOW (each->data))
        return each->data;
    }

  return NULL;
}

static TalWorkspace *
get_workspace (Fixture *fixture)
{
  return tal_window_get_workspace (fixture->stage.window);
}

/* Lets what is under way in the worker come back, and what that asks for. */
static void
wait (Fixture *fixture)
{
  for (guint i = 0; i < 4; i++)
    commit_wait_for_all (get_workspace (fixture));
  tal_test_stage_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  fixture->file = g_build_filename (fixture->stage.folder, "tabel.csv", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  if (find_assistant () != NULL)
    gtk_window_destroy (GTK_WINDOW (find_assistant ()));
  commit_wait_for_all (get_workspace (fixture));
  g_unlink (fixture->file);
  tal_test_stage_close (&fixture->stage);
  g_free (fixture->file);
}

static void
import (Fixture *fixture, const char *text)
{
  g_autoptr (GFile)  file = g_file_new_for_path (fixture->file);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->file, text, -1, &error);
  g_assert_no_error (error);
  tal_window_import_file (fixture->stage.window, file);
  fixture->assistant = find_assistant ();
  g_assert_nonnull (fixture->assistant);
  wait (fixture);
  tal_test_stage_show_frame (fixture->assistant);
}

static const char *
get_step (Fixture *fixture)
{
  g_autoptr (GPtrArray) stacks = tal_test_stage_list_widgets (fixture->assistant, GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (g_ptr_array_index (stacks, 0));
}

static GtkWidget *
get_primary (Fixture *fixture)
{
  return gtk_window_get_default_widget (GTK_WINDOW (fixture->assistant));
}

static void
go_on (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (fixture->assistant, "import.next", NULL));
  wait (fixture);
}

/* What some label says that is seen, or NULL. */
static const char *
find_text (GtkWidget *root, const char *part)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (root, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget  *label = g_ptr_array_index (labels, i);
      const char *text = gtk_label_get_text (GTK_LABEL (label));

      if (gtk_widget_get_mapped (label) && strstr (text, part) != NULL)
        return text;
    }
  return NULL;
}

/* What a drop-down that is seen offers as 'choice' is chosen. */
static void
choose (Fixture *fixture, const char *choice)
{
  g_autoptr (GPtrArray) choosers =
      tal_test_stage_list_widgets (fixture->assistant, GTK_TYPE_DROP_DOWN);

  for (guint i = 0; i < choosers->len; i++)
    {
      GtkDropDown *chooser = g_ptr_array_index (choosers, i);
      GListModel  *model = gtk_drop_down_get_model (chooser);

      for (guint j = 0;
           gtk_widget_get_mapped (GTK_WIDGET (chooser)) && j < g_list_model_get_n_items (model);
           j++)
        {
          g_autoptr (GtkStringObject) each = g_list_model_get_item (model, j);

          if (g_str_equal (gtk_string_object_get_string (each), choice))
            {
              gtk_drop_down_set_selected (chooser, j);
              wait (fixture);
              return;
            }
        }
    }
  g_assert_not_reached ();
}

static void
finish (Fixture *fixture)
{
  go_on (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "differences");
  go_on (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "summary");
  go_on (fixture);
  g_assert_null (find_assistant ());
}

static gboolean
has_series (Fixture *fixture, const char *name)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_workspace_get_catalogue (get_workspace (fixture)),
                                 TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_str_equal (TAL_SERIES (records[i])->name, name))
        return TRUE;
    }

  return FALSE;
}

/* A table whose name is known is read, shown and stored, and can be undone. */
static void
test_figures_go_all_the_way (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "Nøgletal;År;Antal\n" SERIES ";2023;546\n" SERIES ";2022;1.234\n");
  g_assert_cmpstr (get_step (fixture), ==, "columns");
  g_assert_nonnull (find_text (fixture->assistant, "CSV"));
  choose (fixture, _ ("Danish numbers"));
  g_assert_nonnull (find_text (fixture->assistant, "1.234"));
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
  finish (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.undo", NULL);
  wait (fixture);
}

static void
test_figures_ask_what_a_name_is (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "Nøgletal;År;Antal\nCykler;2023;12\nCykler;2022;11\n");
  g_assert_cmpstr (get_step (fixture), ==, "columns");
  g_assert_false (gtk_widget_is_sensitive (get_primary (fixture)));
  g_assert_nonnull (find_text (fixture->assistant, "Cykler"));
  choose (fixture, _ ("Make a new one"));
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
  finish (fixture);
  g_assert_true (has_series (fixture, "Cykler"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.undo", NULL);
  wait (fixture);
  g_assert_false (has_series (fixture, "Cykler"));
}

/* Numbers that can be read in two ways are not guessed. */
static void
test_figures_ask_how_numbers_are_written (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "Nøgletal;År;Antal\nCykler;2023;2.351\n");
  g_assert_false (gtk_widget_is_sensitive (get_primary (fixture)));
  choose (fixture, _ ("English numbers"));
  choose (fixture, _ ("Make a new one"));
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
  g_assert_nonnull (find_text (fixture->assistant, "2,351"));
  choose (fixture, _ ("Danish numbers"));
  g_assert_nonnull (find_text (fixture->assistant, "2.351"));
}

/* A cell that cannot be read stops the import until somebody leaves it out. */
static void
test_figures_that_cannot_be_read_are_left_out_by_hand (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *skip = NULL;

  import (fixture, "Nøgletal;År;Antal\nCykler;2023;12\nCykler;2022;mange\n");
  choose (fixture, _ ("Make a new one"));
  g_assert_false (gtk_widget_is_sensitive (get_primary (fixture)));
  skip = tal_test_stage_find_titled (fixture->assistant, GTK_TYPE_CHECK_BUTTON,
                                     _ ("Leave out the cells that cannot be _read"));
  g_assert_nonnull (skip);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (skip), TRUE);
  wait (fixture);
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
  finish (fixture);
  g_assert_true (has_series (fixture, "Cykler"));
}

/* Somebody who leaves a figure out in the differences finds it left out in what is written. */
static void
test_figures_keep_what_was_chosen (Fixture *fixture, gconstpointer unused)
{
  GtkEventController *keys = NULL;
  gboolean            taken = FALSE;
  GtkWidget          *view = NULL;

  import (fixture, "Nøgletal;År;Antal\nCykler;2023;12\nCykler;2022;11\n");
  choose (fixture, _ ("Make a new one"));
  go_on (fixture);
  view = tal_test_stage_find_only (tal_test_stage_find_only (fixture->assistant,
                                                             TAL_TYPE_IMPORT_DIFFERENCE_PAGE),
                                   GTK_TYPE_COLUMN_VIEW);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (
                                         gtk_column_view_get_model (GTK_COLUMN_VIEW (view))),
                                     1);
  keys = tal_test_stage_find_controller (view, GTK_TYPE_EVENT_CONTROLLER_KEY);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_v, 0, 0, &taken);
  g_assert_true (taken);
  go_on (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "summary");
  g_assert_nonnull (find_text (get_primary (fixture), "2"));
}

/* What a column is decides which names are asked about. */
static void
test_figures_ask_only_what_matters (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  GtkWidget            *page = NULL;

  import (fixture, "Køn;År;Antal personer\nKvinder;2023;12\nMænd;2023;11\n");
  page = tal_test_stage_find_only (fixture->assistant, TAL_TYPE_IMPORT_COLUMNS_PAGE);
  before = tal_test_stage_list_widgets (page, TAL_TYPE_IMPORT_QUESTION_ROW);
  g_assert_cmpuint (before->len, ==, 2);
  choose (fixture, tal_figure_file_get_role_title ("note"));
  after = tal_test_stage_list_widgets (page, TAL_TYPE_IMPORT_QUESTION_ROW);
  g_assert_cmpuint (after->len, <, 2);
}

/* Many names are answered for at once, and one of them otherwise afterwards. */
static void
test_figures_are_answered_for_at_once (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) table = g_string_new ("Nøgletal;År;Antal\n");
  GtkWidget          *page = NULL;

  for (guint i = 1; i <= 60; i++)
    g_string_append_printf (table, "Cykler %u;2023;%u\n", i, i);
  import (fixture, table->str);
  page = tal_test_stage_find_only (fixture->assistant, TAL_TYPE_IMPORT_COLUMNS_PAGE);
  g_assert_true (gtk_widget_activate_action (page, "columns.all-new", NULL));
  wait (fixture);
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
  choose (fixture, _ ("Leave it out"));
  finish (fixture);
  g_assert_true (has_series (fixture, "Cykler 60"));
  g_assert_false (has_series (fixture, "Cykler 1") && has_series (fixture, "Cykler 2") &&
                  has_series (fixture, "Cykler 3"));
}

static void
pasted (Fixture *fixture, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.import-file", NULL);
  fixture->assistant = find_assistant ();
  gdk_clipboard_set_text (gtk_widget_get_clipboard (fixture->assistant), text);
  gtk_widget_activate_action (fixture->assistant, "import.paste", NULL);
  tal_test_stage_settle ();
  wait (fixture);
  tal_test_stage_show_frame (fixture->assistant);
}

static void
test_figures_come_from_the_clipboard (Fixture *fixture, gconstpointer unused)
{
  pasted (fixture, "Nøgletal\tÅr\tAntal\nCykler\t2023\t12\n");
  g_assert_cmpstr (get_step (fixture), ==, "columns");
  choose (fixture, _ ("Make a new one"));
  finish (fixture);
  g_assert_true (has_series (fixture, "Cykler"));
}

/* A period that no column says is typed, and one that is none is marked. */
static void
test_figures_ask_for_their_period (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *row = NULL;

  import (fixture, "Nøgletal;Antal\nCykler;12\n");
  g_assert_false (gtk_widget_is_sensitive (get_primary (fixture)));
  row = tal_test_stage_find_only (fixture->assistant, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (row), "engang");
  g_signal_emit_by_name (row, "apply");
  wait (fixture);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_nonnull (
      find_text (fixture->assistant, _ ("Say a period as “2017”, “2017-Q4” or “2017-03”.")));
  gtk_editable_set_text (GTK_EDITABLE (row), "2023");
  g_signal_emit_by_name (row, "apply");
  wait (fixture);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  choose (fixture, _ ("Make a new one"));
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
}

/* A form of the collection, saved as a table; where 'said' is not NULL it is in place of 545. */
static char *
make_form (Fixture *fixture, const char *said)
{
  TalTableExport            what = { TAL_TABLE_FILE_XLSX };
  g_autoptr (GError)        error = NULL;
  g_autofree char          *path = g_build_filename (fixture->stage.folder, "skema.xlsx", NULL);
  g_autoptr (GString)       text = g_string_new (NULL);
  g_autoptr (TalWorkbook)   book = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (fixture->stage.path, FALSE, &error);
  const TalRecord          *plan = NULL;
  const TalSheet           *sheet = NULL;

  g_assert_no_error (error);
  g_assert_true (tal_period_parse ("2023", &what.period, NULL));
  plan = tal_name_search_find (tal_collection_get_catalogue (collection), TAL_KIND_PLAN,
                               "Integrationshandleplanen", &error);
  g_assert_no_error (error);
  what.plan = plan->id;
  tal_collection_export_form (collection, path, &what, NULL, &error);
  g_assert_no_error (error);
  book = tal_table_file_read (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);

  sheet = tal_workbook_get_sheet (book, 1);
  for (guint row = 0; row < tal_sheet_get_n_rows (sheet); row++)
    {
      gboolean wanted = g_str_equal (tal_sheet_get_text (sheet, row, TAL_FORM_SERIES), SERIES);

      for (guint column = 0; column < TAL_FORM_N_COLUMNS; column++)
        g_string_append_printf (text, "\"%s\"%c",
                                said != NULL && wanted && column == TAL_FORM_NUMBER
                                    ? said
                                    : tal_sheet_get_text (sheet, row, column),
                                column + 1 < TAL_FORM_N_COLUMNS ? ';' : '\n');
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A form has no columns to be asked about. */
static void
test_figures_of_a_form_go_on (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *form = make_form (fixture, "546");

  import (fixture, form);
  g_assert_cmpstr (get_step (fixture), ==, "differences");
  go_on (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "summary");
  go_on (fixture);
  g_assert_null (find_assistant ());
}

/* … but says what in it cannot be read. */
static void
test_figures_of_a_form_may_be_refused (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *form = make_form (fixture, "mange");

  import (fixture, form);
  g_assert_cmpstr (get_step (fixture), ==, "columns");
  g_assert_false (gtk_widget_is_sensitive (get_primary (fixture)));
  g_assert_nonnull (find_text (fixture->assistant, "mange"));
}

static void
test_figures_that_are_none_are_refused (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "Nøgletal;År;Antal\n");
  g_assert_cmpstr (get_step (fixture), ==, "check");
  g_assert_nonnull (find_text (fixture->assistant, _ ("The file contains no figures.")));
}

/* What was answered is remembered for the next file, and said so. */
static void
test_figures_are_recognised (Fixture *fixture, gconstpointer unused)
{
  import (fixture, "Nøgletal;År;Antal\nCykler;2023;12\n");
  choose (fixture, _ ("Make a new one"));
  finish (fixture);
  import (fixture, "Nøgletal;År;Antal\nCykler;2023;13\n");
  g_assert_nonnull (
      find_text (fixture->assistant, _ ("The columns are read as in the file before.")));
  g_assert_true (gtk_widget_is_sensitive (get_primary (fixture)));
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
    return 77;

  add ("/ui/import-figures/go-all-the-way", test_figures_go_all_the_way);
  add ("/ui/import-figures/ask-what-a-name-is", test_figures_ask_what_a_name_is);
  add ("/ui/import-figures/ask-how-numbers-are-written", test_figures_ask_how_numbers_are_written);
  add ("/ui/import-figures/left-out-by-hand",
       test_figures_that_cannot_be_read_are_left_out_by_hand);
  add ("/ui/import-figures/keep-what-was-chosen", test_figures_keep_what_was_chosen);
  add ("/ui/import-figures/ask-only-what-matters", test_figures_ask_only_what_matters);
  add ("/ui/import-figures/answered-for-at-once", test_figures_are_answered_for_at_once);
  add ("/ui/import-figures/come-from-the-clipboard", test_figures_come_from_the_clipboard);
  add ("/ui/import-figures/ask-for-their-period", test_figures_ask_for_their_period);
  add ("/ui/import-figures/form-goes-on", test_figures_of_a_form_go_on);
  add ("/ui/import-figures/form-may-be-refused", test_figures_of_a_form_may_be_refused);
  add ("/ui/import-figures/none-are-refused", test_figures_that_are_none_are_refused);
  add ("/ui/import-figures/are-recognised", test_figures_are_recognised);
  return g_test_run ();
}
