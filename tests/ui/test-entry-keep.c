/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked about a figure is answered in the real window, by keyboard and by mouse. */

#include "config.h"

#include "core/tal-danish-period.h"
#include "ui/results/tal-entry-page.h"
#include "ui/results/tal-entry-problems.h"
#include "ui/tal-test-stage.h"

#define NUMERATOR TAL_ENTRY_COLUMN_NUMERATOR
/* The rows of goal 1 and goal 2. */
#define FIRST 1
#define SECOND 2

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
         tal_result_grid_find_cell (entry->grid, FIRST, NUMERATOR) != NULL;
}

static gboolean
is_saved (gpointer user_data)
{
  Entry *entry = user_data;

  return !tal_workspace_get_saving (tal_window_get_workspace (entry->stage.window));
}

static void
press (Entry *entry, guint key, GdkModifierType modifiers)
{
  tal_result_grid_press (entry->grid, key, modifiers);
  tal_test_stage_wait (is_saved, entry);
  tal_test_stage_settle ();
}

/* As people do: the first character goes to the cell, the others into its text field. */
static void
type (Entry *entry, guint row, const char *text)
{
  GtkWidget *focus = NULL;
  int        position = -1;

  tal_result_grid_go_to (entry->grid, row, NUMERATOR);
  tal_result_grid_press (entry->grid, gdk_unicode_to_keyval (g_utf8_get_char (text)), 0);
  focus = gtk_window_get_focus (GTK_WINDOW (entry->stage.window));
  g_assert_true (GTK_IS_TEXT (focus));
  gtk_editable_insert_text (GTK_EDITABLE (focus), g_utf8_next_char (text), -1, &position);
}

/* A year later, when ten times as many take part in goal 1 and goal 2. */
static void
open_entry (Entry *entry)
{
  g_autoptr (GPtrArray) pages = NULL;
  TalPeriod             period = TAL_PERIOD_UNSET;

  tal_test_stage_open (&entry->stage);
  tal_window_show_destination (entry->stage.window, TAL_DESTINATION_ENTRY);
  pages = tal_test_stage_list_widgets (GTK_WIDGET (entry->stage.window), TAL_TYPE_ENTRY_PAGE);
  entry->page = g_ptr_array_index (pages, 0);
  entry->model = tal_entry_page_get_model (entry->page);
  entry->grid = tal_entry_page_get_grid (entry->page);
  tal_test_stage_wait (is_ready, entry);
  g_assert_true (tal_danish_period_parse ("2024", &period, NULL));
  tal_entry_grid_add_period (entry->model, period);
  tal_entry_grid_set_period (entry->model, period);
  tal_test_stage_wait (is_ready, entry);
  type (entry, FIRST, "5450");
  press (entry, GDK_KEY_Return, 0);
  type (entry, SECOND, "2680");
  press (entry, GDK_KEY_Return, 0);
}

static void
assert_marks (Entry *entry, guint row, TalEntryMarks expected)
{
  g_auto (TalEntryCell) cell = { NULL };

  tal_entry_grid_load_cell (entry->model, row, NUMERATOR, &cell);
  g_assert_cmpint (cell.marks & (TAL_ENTRY_WARNED | TAL_ENTRY_KEPT), ==, expected);
}

static void
undo (Entry *entry)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry->stage.window), "win.undo", NULL));
  tal_test_stage_wait (is_saved, entry);
  tal_test_stage_settle ();
}

static void
test_entry_keep_answers_until_another_figure_is_typed (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  assert_marks (&entry, FIRST, TAL_ENTRY_WARNED);
  tal_result_grid_go_to (entry.grid, FIRST, NUMERATOR);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  assert_marks (&entry, FIRST, TAL_ENTRY_KEPT);
  undo (&entry);
  assert_marks (&entry, FIRST, TAL_ENTRY_WARNED);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  assert_marks (&entry, FIRST, TAL_ENTRY_KEPT);

  /* What is asked of a new figure is read first: the key ends the edit, and stays. */
  type (&entry, FIRST, "5460");
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_false (tal_result_grid_is_editing (entry.grid));
  assert_marks (&entry, FIRST, TAL_ENTRY_WARNED);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  assert_marks (&entry, FIRST, TAL_ENTRY_KEPT);

  undo (&entry);
  undo (&entry);
  assert_marks (&entry, FIRST, TAL_ENTRY_KEPT); /* 5.450 was kept */
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_keep_answers_a_whole_block (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  tal_result_grid_go_to (entry.grid, FIRST, NUMERATOR);
  press (&entry, GDK_KEY_Down, GDK_SHIFT_MASK);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  assert_marks (&entry, FIRST, TAL_ENTRY_KEPT);
  assert_marks (&entry, SECOND, TAL_ENTRY_KEPT);
  undo (&entry);
  assert_marks (&entry, FIRST, TAL_ENTRY_WARNED);
  assert_marks (&entry, SECOND, TAL_ENTRY_WARNED);
  tal_test_stage_close (&entry.stage);
}

static void
assert_active (Entry *entry, guint row, gboolean there)
{
  guint active = 0;
  guint column = 0;

  g_assert_true (tal_result_grid_get_active (entry->grid, &active, &column));
  g_assert_cmpint (active == row && column == NUMERATOR, ==, there);
}

static void
test_entry_keep_is_passed_over_by_the_next_warning (void)
{
  Entry entry = { { NULL } };

  open_entry (&entry);
  tal_result_grid_go_to (entry.grid, FIRST, TAL_ENTRY_COLUMN_REQUIREMENT);
  press (&entry, GDK_KEY_F8, 0);
  assert_active (&entry, FIRST, TRUE);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  tal_result_grid_go_to (entry.grid, FIRST, TAL_ENTRY_COLUMN_REQUIREMENT);
  press (&entry, GDK_KEY_F8, 0);
  assert_active (&entry, FIRST, FALSE);
  tal_result_grid_go_to (entry.grid, SECOND, TAL_ENTRY_COLUMN_REQUIREMENT);
  press (&entry, GDK_KEY_F8, 0);
  assert_active (&entry, SECOND, TRUE);
  /* and backwards, round by the other end */
  press (&entry, GDK_KEY_F8, GDK_SHIFT_MASK);
  assert_active (&entry, FIRST, FALSE);
  tal_test_stage_close (&entry.stage);
}

static GtkWidget *
find_button (Entry *entry, const char *title)
{
  return tal_test_stage_find_titled (GTK_WIDGET (entry->page), GTK_TYPE_BUTTON, title);
}

/* The button beside the message says what it does now. */
static void
test_entry_keep_has_a_button (void)
{
  Entry      entry = { { NULL } };
  GtkWidget *button = NULL;

  open_entry (&entry);
  tal_result_grid_go_to (entry.grid, FIRST, NUMERATOR);
  button = find_button (&entry, "Behold");
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  tal_test_stage_wait (is_saved, &entry);
  tal_test_stage_settle ();
  assert_marks (&entry, FIRST, TAL_ENTRY_KEPT);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Fortryd behold");
  g_signal_emit_by_name (button, "clicked");
  tal_test_stage_wait (is_saved, &entry);
  tal_test_stage_settle ();
  assert_marks (&entry, FIRST, TAL_ENTRY_WARNED);
  tal_result_grid_go_to (entry.grid, FIRST, TAL_ENTRY_COLUMN_REQUIREMENT);
  g_assert_false (gtk_widget_get_visible (button));
  tal_test_stage_close (&entry.stage);
}

static guint
count_titled (GtkWidget *root, const char *title)
{
  g_autoptr (GPtrArray) buttons = tal_test_stage_list_widgets (root, GTK_TYPE_BUTTON);
  guint                 n_found = 0;

  for (guint i = 0; i < buttons->len; i++)
    n_found +=
        g_strcmp0 (gtk_button_get_label (g_ptr_array_index (buttons, i)), title) == 0 ? 1 : 0;
  return n_found;
}

/* In the list of all that is asked, one after the other, without leaving it. */
static void
test_entry_keep_goes_on_in_the_list (void)
{
  Entry                 entry = { { NULL } };
  g_autoptr (GPtrArray) lists = NULL;
  GtkWidget            *list = NULL;
  GtkWidget            *popover = NULL;
  guint                 n_open = 0;

  open_entry (&entry);
  lists = tal_test_stage_list_widgets (GTK_WIDGET (entry.page), TAL_TYPE_ENTRY_PROBLEMS);
  list = g_ptr_array_index (lists, 0);
  popover = gtk_widget_get_ancestor (list, GTK_TYPE_POPOVER);
  gtk_popover_popup (GTK_POPOVER (popover));
  tal_test_stage_settle ();
  n_open = count_titled (list, "Behold");
  g_assert_cmpuint (n_open, >=, 2);
  g_assert_cmpuint (count_titled (list, "Fortryd behold"), ==, 0);

  g_signal_emit_by_name (tal_test_stage_find_titled (list, GTK_TYPE_BUTTON, "Behold"), "clicked");
  tal_test_stage_wait (is_saved, &entry);
  tal_test_stage_settle ();
  g_assert_cmpuint (count_titled (list, "Behold"), ==, n_open - 1);
  g_assert_cmpuint (count_titled (list, "Fortryd behold"), ==, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (list)), list));

  g_signal_emit_by_name (tal_test_stage_find_titled (list, GTK_TYPE_BUTTON, "Fortryd behold"),
                         "clicked");
  tal_test_stage_wait (is_saved, &entry);
  tal_test_stage_settle ();
  g_assert_cmpuint (count_titled (list, "Behold"), ==, n_open);
  g_assert_cmpuint (count_titled (list, "Fortryd behold"), ==, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  tal_test_stage_close (&entry.stage);
}

static void
failed_cb (char **ret_sentence, const char *sentence)
{
  g_free (*ret_sentence);
  *ret_sentence = g_strdup (sentence);
}

static void
test_entry_keep_says_why_it_cannot (void)
{
  Entry            entry = { { NULL } };
  g_autofree char *said = NULL;

  open_entry (&entry);
  g_signal_connect_swapped (entry.model, "failed", G_CALLBACK (failed_cb), &said);
  tal_result_grid_go_to (entry.grid, FIRST, TAL_ENTRY_COLUMN_REQUIREMENT);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (said, ==, "Her er ingen advarsel at beholde.");
  tal_result_grid_go_to (entry.grid, FIRST, NUMERATOR);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  press (&entry, GDK_KEY_Return, GDK_CONTROL_MASK);
  g_assert_cmpstr (said, ==, "Værdien er allerede beholdt.");
  g_signal_handlers_disconnect_by_data (entry.model, &said);
  tal_test_stage_close (&entry.stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/entry-keep/answers-until-another-figure-is-typed",
                   test_entry_keep_answers_until_another_figure_is_typed);
  g_test_add_func ("/ui/entry-keep/answers-a-whole-block", test_entry_keep_answers_a_whole_block);
  g_test_add_func ("/ui/entry-keep/is-passed-over-by-the-next-warning",
                   test_entry_keep_is_passed_over_by_the_next_warning);
  g_test_add_func ("/ui/entry-keep/has-a-button", test_entry_keep_has_a_button);
  g_test_add_func ("/ui/entry-keep/goes-on-in-the-list", test_entry_keep_goes_on_in_the_list);
  g_test_add_func ("/ui/entry-keep/says-why-it-cannot", test_entry_keep_says_why_it_cannot);
  return g_test_run ();
}
