/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Results are entered by keyboard in the real window. */

#include "config.h"

#include "core/tal-danish-period.h"
#include "ui/results/tal-entry-dues.h"
#include "ui/results/tal-entry-page.h"
#include "ui/results/tal-paste-popover.h"
#include "ui/tal-test-stage.h"

#define NUMERATOR TAL_ENTRY_COLUMN_NUMERATOR

typedef struct
{
  TalTestStage   stage;
  TalEntryPage  *page;
  TalEntryGrid  *model;
  TalResultGrid *grid;
} Entry;

static gboolean
is_ready (gpointer user_data)
{
  Entry *entry = user_data;

  return tal_entry_grid_get_n_rows (entry->model) > 0 &&
         tal_result_grid_find_cell (entry->grid, 1, NUMERATOR) != NULL;
}

static void
open_entry (Entry *entry)
{
  g_autoptr (GPtrArray) pages = NULL;

  tal_test_stage_open (&entry->stage);
  tal_window_show_destination (entry->stage.window, TAL_DESTINATION_ENTRY);
  pages = tal_test_stage_list_widgets (GTK_WIDGET (entry->stage.window), TAL_TYPE_ENTRY_PAGE);
  g_assert_cmpuint (pages->len, ==, 1);
  entry->page = g_ptr_array_index (pages, 0);
  entry->model = tal_entry_page_get_model (entry->page);
  entry->grid = tal_entry_page_get_grid (entry->page);
  tal_test_stage_wait (is_ready, entry);
}

static guint
find_row (Entry *entry, const char *number)
{
  for (guint i = 0; i < tal_entry_grid_get_n_rows (entry->model); i++)
    {
      if (!tal_entry_grid_is_heading (entry->model, i) &&
          g_str_equal (tal_entry_grid_get_number (entry->model, i), number))
        return i;
    }

  g_assert_not_reached ();
}

static void
go_to (Entry *entry, const char *goal, guint column)
{
  tal_result_grid_go_to (entry->grid, find_row (entry, goal), column);
}

static void
press (Entry *entry, guint key, GdkModifierType modifiers)
{
  GtkEventController *controller =
      tal_test_stage_find_controller (GTK_WIDGET (entry->grid), GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean taken = FALSE;

  g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &taken);
}

/* Types as people do: the first character goes to the cell, the others into the text field. */
static void
type (Entry *entry, const char *text)
{
  GtkWidget *focus = NULL;
  int        position = -1;

  press (entry, gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);
  g_assert_true (tal_result_grid_is_editing (entry->grid));
  focus = gtk_window_get_focus (GTK_WINDOW (entry->stage.window));
  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), g_utf8_next_char (text), -1, &position);
}

static void
assert_active (Entry *entry, const char *goal, guint column)
{
  guint row = 0;
  guint active = 0;

  g_assert_true (tal_result_grid_get_active (entry->grid, &row, &active));
  g_assert_cmpstr (tal_entry_grid_get_number (entry->model, row), ==, goal);
  g_assert_cmpuint (active, ==, column);
}

static void
assert_cell (Entry *entry, const char *goal, guint column, const char *text)
{
  g_auto (TalEntryCell) cell = { NULL };

  tal_entry_grid_load_cell (entry->model, find_row (entry, goal), column, &cell);
  g_assert_cmpstr (cell.text, ==, text);
}

static gboolean
is_saved (gpointer user_data)
{
  Entry *entry = user_data;

  return !tal_workspace_get_saving (tal_window_get_workspace (entry->stage.window));
}

static void
test_entry_stores_what_is_typed_and_goes_down (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  go_to (&entry, "2", NUMERATOR);
  type (&entry, "300");
  press (&entry, GDK_KEY_Return, 0);
  assert_active (&entry, "3", NUMERATOR);
  /* Over the heading of the next initiative. */
  press (&entry, GDK_KEY_Return, 0);
  assert_active (&entry, "4", NUMERATOR);
  press (&entry, GDK_KEY_Return, GDK_SHIFT_MASK);
  assert_active (&entry, "3", NUMERATOR);
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "300");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry.stage.window), "win.undo", NULL));
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "268");
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_takes_back_what_is_being_typed (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  go_to (&entry, "2", NUMERATOR);
  type (&entry, "3");
  press (&entry, GDK_KEY_Escape, 0);
  g_assert_false (tal_result_grid_is_editing (entry.grid));
  assert_cell (&entry, "2", NUMERATOR, "268");

  /* Undo takes back what is typed before what is stored. */
  type (&entry, "300");
  press (&entry, GDK_KEY_Return, 0);
  tal_test_stage_wait (is_saved, &entry);
  type (&entry, "3");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry.stage.window), "win.undo", NULL));
  g_assert_false (tal_result_grid_is_editing (entry.grid));
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "300");
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_keeps_what_is_typed_when_the_page_is_left (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  go_to (&entry, "2", NUMERATOR);
  type (&entry, "301");
  tal_window_show_destination (entry.stage.window, TAL_DESTINATION_OVERVIEW);
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "301");
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_returns_to_where_the_tabs_began (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  go_to (&entry, "5", NUMERATOR);
  press (&entry, GDK_KEY_Tab, 0);
  /* The denominator is goal 4's and the result is computed. */
  assert_active (&entry, "5", TAL_ENTRY_COLUMN_STATE);
  press (&entry, GDK_KEY_Return, 0);
  assert_active (&entry, "6", NUMERATOR);
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_says_each_cell_to_who_hears_it (void)
{
  Entry      entry = { { NULL } };
  GtkWidget *cell = NULL;

  open_entry (&entry);
  go_to (&entry, "5", NUMERATOR);
  cell = tal_result_grid_find_cell (entry.grid, find_row (&entry, "5"), NUMERATOR);
  g_assert_true (gtk_widget_has_focus (cell) ||
                 gtk_window_get_focus (GTK_WINDOW (entry.stage.window)) == cell);
  gtk_test_accessible_assert_role (GTK_WIDGET (entry.grid), GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mål 5, tæller: 179");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "har kommentar");

  type (&entry, "349");
  press (&entry, GDK_KEY_Up, 0);
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Mål 5, tæller: 349");
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  tal_test_stage_close (&entry.stage);
}

static gboolean
has_copied (gpointer user_data)
{
  Entry *entry = user_data;

  return gdk_content_formats_contain_gtype (gdk_clipboard_get_formats (gtk_widget_get_clipboard (
                                                GTK_WIDGET (entry->grid))),
                                            G_TYPE_STRING);
}

static gboolean
has_pasted (gpointer user_data)
{
  Entry                *entry = user_data;
  g_auto (TalEntryCell) cell = { NULL };

  tal_entry_grid_load_cell (entry->model, find_row (entry, "3"), NUMERATOR, &cell);
  return g_strcmp0 (cell.text, "268") == 0;
}

static void
test_entry_copies_and_pastes_a_block (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  go_to (&entry, "2", NUMERATOR);
  press (&entry, GDK_KEY_c, GDK_CONTROL_MASK);
  tal_test_stage_wait (has_copied, &entry);
  press (&entry, GDK_KEY_Down, 0);
  press (&entry, GDK_KEY_v, GDK_CONTROL_MASK);
  tal_test_stage_wait (has_pasted, &entry);
  tal_test_stage_wait (is_saved, &entry);
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (entry.stage.window), GTK_TYPE_LABEL,
                                                "1 værdi er indsat"));

  press (&entry, GDK_KEY_Up, GDK_SHIFT_MASK);
  press (&entry, GDK_KEY_Delete, 0);
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "");
  assert_cell (&entry, "3", NUMERATOR, "");
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_shows_what_cannot_be_pasted (void)
{
  Entry                 entry = { { NULL } };
  g_autoptr (GPtrArray) popovers = NULL;
  GtkWidget            *button = NULL;

  open_entry (&entry);
  go_to (&entry, "2", NUMERATOR);
  tal_result_grid_paste_text (entry.grid, "300\nmange\n");
  popovers = tal_test_stage_list_widgets (GTK_WIDGET (entry.grid), TAL_TYPE_PASTE_POPOVER);
  g_assert_cmpuint (popovers->len, ==, 1);
  g_assert_nonnull (tal_test_stage_find_titled (g_ptr_array_index (popovers, 0), GTK_TYPE_LABEL,
                                                "1 af 2 værdier kan ikke læses"));
  assert_cell (&entry, "2", NUMERATOR, "268");

  button = tal_test_stage_find_titled (g_ptr_array_index (popovers, 0), GTK_TYPE_BUTTON,
                                       "Indsæt de gyldige");
  g_signal_emit_by_name (button, "clicked");
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "300");
  assert_cell (&entry, "3", NUMERATOR, "110");
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_leaves_the_grid_from_its_last_cell (void)
{
  Entry               entry = { { NULL } };
  GtkEventController *controller = NULL;
  gboolean            taken = TRUE;

  open_entry (&entry);
  go_to (&entry, "11", TAL_ENTRY_COLUMN_STATE);
  controller =
      tal_test_stage_find_controller (GTK_WIDGET (entry.grid), GTK_TYPE_EVENT_CONTROLLER_KEY);
  g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0, 0, &taken);
  g_assert_false (taken);
  tal_test_stage_close (&entry.stage);
}

static GtkWidget *
find_dialog (Entry *entry)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (toplevels, i);

      if (ADW_IS_MESSAGE_DIALOG (each) &&
          gtk_window_get_transient_for (GTK_WINDOW (each)) == GTK_WINDOW (entry->stage.window))
        return each;
    }

  return NULL;
}

/* As its button does. */
static void
answer (GtkWidget *dialog, const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static gboolean
is_asked (gpointer user_data)
{
  return find_dialog (user_data) != NULL;
}

static gboolean
is_closed (gpointer user_data)
{
  return tal_entry_grid_find_closing (((Entry *)user_data)->model) != NULL;
}

static gboolean
is_open (gpointer user_data)
{
  return tal_entry_grid_is_loaded (((Entry *)user_data)->model) && !is_closed (user_data);
}

static void
close_period (Entry *entry)
{
  GtkWidget *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry->page), "entry.close-period", NULL));
  tal_test_stage_wait (is_asked, entry);
  dialog = find_dialog (entry);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Afslut 2023?");
  answer (dialog, "close-period");
  tal_test_stage_wait (is_closed, entry);
  tal_test_stage_wait (is_ready, entry);
}

static void
test_entry_closes_a_period_and_takes_it_back (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  close_period (&entry);
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (entry.stage.window), GTK_TYPE_LABEL,
                                                "2023 er afsluttet"));
  go_to (&entry, "2", NUMERATOR);
  press (&entry, GDK_KEY_9, 0);
  g_assert_false (tal_result_grid_is_editing (entry.grid));
  press (&entry, GDK_KEY_F2, 0);
  g_assert_false (tal_result_grid_is_editing (entry.grid));
  g_assert_null (tal_test_stage_find_titled (GTK_WIDGET (entry.stage.window), GTK_TYPE_LABEL,
                                             "2023 er afsluttet"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry.stage.window), "win.undo", NULL));
  tal_test_stage_wait (is_open, &entry);
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_reopens_a_period_with_a_reason (void)
{
  Entry             entry = { { NULL } };
  AdwMessageDialog *dialog = NULL;
  GtkWidget        *reason = NULL;

  open_entry (&entry);
  close_period (&entry);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry.page), "entry.reopen-period", NULL));
  tal_test_stage_wait (is_asked, &entry);
  dialog = ADW_MESSAGE_DIALOG (find_dialog (&entry));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "reopen"));
  reason = adw_message_dialog_get_extra_child (dialog);
  gtk_editable_set_text (GTK_EDITABLE (reason), "  ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "reopen"));
  gtk_editable_set_text (GTK_EDITABLE (reason), "Et tal var forkert");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "reopen"));
  answer (GTK_WIDGET (dialog), "reopen");
  tal_test_stage_wait (is_open, &entry);
  tal_test_stage_wait (is_ready, &entry);

  go_to (&entry, "2", NUMERATOR);
  type (&entry, "300");
  press (&entry, GDK_KEY_Return, 0);
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "2", NUMERATOR, "300");
  tal_test_stage_close (&entry.stage);
}

static GtkWidget *
find_dues (Entry *entry)
{
  g_autoptr (GPtrArray) found =
      tal_test_stage_list_widgets (GTK_WIDGET (entry->stage.window), TAL_TYPE_ENTRY_DUES);

  return g_ptr_array_index (found, 0);
}

/* The row of what is due whose sentence begins so; NULL where there is none. */
static GtkWidget *
find_due (Entry *entry, const char *start)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (find_dues (entry), GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      if (g_str_has_prefix (gtk_label_get_label (g_ptr_array_index (labels, i)), start))
        return gtk_widget_get_ancestor (g_ptr_array_index (labels, i), GTK_TYPE_LIST_BOX_ROW);
    }

  return NULL;
}

#define DUE "Mål 2: resultatet for 2018-20 mangler"

static gboolean
is_due (gpointer user_data)
{
  return find_due (user_data, DUE) != NULL;
}

/* Another plan has been read, and the period that is owed is chosen. */
static gboolean
is_there (gpointer user_data)
{
  Entry           *entry = user_data;
  g_autofree char *period = NULL;

  if (!tal_entry_grid_is_loaded (entry->model))
    return FALSE;

  period =
      tal_danish_period_format (tal_entry_grid_get_period (entry->model), TAL_DANISH_PERIOD_TEXT);
  return g_str_equal (period, "2018-20");
}

static void
test_entry_lists_what_is_due_and_goes_there (void)
{
  Entry      entry = { { NULL } };
  GtkWidget *row = NULL;

  open_entry (&entry);
  tal_test_stage_wait (is_due, &entry);
  row = find_due (&entry, DUE);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  tal_test_stage_wait (is_there, &entry);
  assert_active (&entry, "2", NUMERATOR);
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_offers_what_was_meant (void)
{
  Entry      entry = { { NULL } };
  GtkWidget *offer = NULL;

  open_entry (&entry);
  go_to (&entry, "1", NUMERATOR);
  type (&entry, "1,357");
  press (&entry, GDK_KEY_Return, 0);
  offer = tal_test_stage_find_titled (GTK_WIDGET (entry.page), GTK_TYPE_BUTTON, "Brug 1.357");
  g_assert_false (gtk_widget_get_visible (offer));
  go_to (&entry, "1", NUMERATOR);
  g_assert_true (gtk_widget_get_visible (offer));
  g_signal_emit_by_name (offer, "clicked");
  tal_test_stage_wait (is_saved, &entry);
  assert_cell (&entry, "1", NUMERATOR, "1.357");
  g_assert_false (gtk_widget_get_visible (offer));
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_asks_before_a_refused_text_is_lost (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  go_to (&entry, "2", NUMERATOR);
  type (&entry, "mange");
  gtk_window_close (GTK_WINDOW (entry.stage.window));
  g_assert_true (is_asked (&entry));
  answer (find_dialog (&entry), "correct");
  assert_cell (&entry, "2", NUMERATOR, "mange");
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_rows_stand_closer_where_they_shall (void)
{
  Entry      entry = { { NULL } };
  GtkWidget *cell = NULL;
  int        height = 0;

  open_entry (&entry);
  tal_test_stage_show_frame (GTK_WIDGET (entry.grid));
  cell = tal_result_grid_find_cell (entry.grid, 1, NUMERATOR);
  height = gtk_widget_get_height (cell);
  g_object_set (entry.page, "compact-rows", TRUE, NULL);
  tal_test_stage_show_frame (GTK_WIDGET (entry.grid));
  cell = tal_result_grid_find_cell (entry.grid, 1, NUMERATOR);
  g_assert_cmpint (gtk_widget_get_height (cell), ==, height - 6);
  tal_test_stage_close (&entry.stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/entry/stores-what-is-typed-and-goes-down",
                   test_entry_stores_what_is_typed_and_goes_down);
  g_test_add_func ("/ui/entry/takes-back-what-is-being-typed",
                   test_entry_takes_back_what_is_being_typed);
  g_test_add_func ("/ui/entry/keeps-what-is-typed-when-the-page-is-left",
                   test_entry_keeps_what_is_typed_when_the_page_is_left);
  g_test_add_func ("/ui/entry/returns-to-where-the-tabs-began",
                   test_entry_returns_to_where_the_tabs_began);
  g_test_add_func ("/ui/entry/says-each-cell-to-who-hears-it",
                   test_entry_says_each_cell_to_who_hears_it);
  g_test_add_func ("/ui/entry/copies-and-pastes-a-block", test_entry_copies_and_pastes_a_block);
  g_test_add_func ("/ui/entry/shows-what-cannot-be-pasted", test_entry_shows_what_cannot_be_pasted);
  g_test_add_func ("/ui/entry/leaves-the-grid-from-its-last-cell",
                   test_entry_leaves_the_grid_from_its_last_cell);
  g_test_add_func ("/ui/entry/closes-a-period-and-takes-it-back",
                   test_entry_closes_a_period_and_takes_it_back);
  g_test_add_func ("/ui/entry/reopens-a-period-with-a-reason",
                   test_entry_reopens_a_period_with_a_reason);
  g_test_add_func ("/ui/entry/lists-what-is-due-and-goes-there",
                   test_entry_lists_what_is_due_and_goes_there);
  g_test_add_func ("/ui/entry/offers-what-was-meant", test_entry_offers_what_was_meant);
  g_test_add_func ("/ui/entry/asks-before-a-refused-text-is-lost",
                   test_entry_asks_before_a_refused_text_is_lost);
  g_test_add_func ("/ui/entry/rows-stand-closer-where-they-shall",
                   test_entry_rows_stand_closer_where_they_shall);
  return g_test_run ();
}
