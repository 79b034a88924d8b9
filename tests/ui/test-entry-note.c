/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal that was missed is explained from the grid in the real window. */

#include "config.h"

#include "core/tal-field.h"
#include "ui/results/tal-entry-page.h"
#include "ui/tal-test-stage.h"

#define NUMERATOR TAL_ENTRY_COLUMN_NUMERATOR
#define VERDICT TAL_ENTRY_COLUMN_VERDICT
/* The row of goal 2, of which 49 pct. were reached and 75 pct. were meant. */
#define MISSED 2

typedef struct
{
  TalTestStage   stage;
  TalEntryPage  *page;
  TalEntryGrid  *model;
  TalResultGrid *grid;
  const char    *words; /* that are waited for */
} Entry;

static gboolean
is_ready (gpointer user_data)
{
  Entry *entry = user_data;

  return tal_entry_grid_get_n_rows (entry->model) > 0 &&
         tal_result_grid_find_cell (entry->grid, MISSED, NUMERATOR) != NULL;
}

static void
open_entry (Entry *entry)
{
  g_autoptr (GPtrArray) pages = NULL;

  tal_test_stage_open (&entry->stage);
  tal_window_show_destination (entry->stage.window, TAL_DESTINATION_ENTRY);
  pages = tal_test_stage_list_widgets (GTK_WIDGET (entry->stage.window), TAL_TYPE_ENTRY_PAGE);
  entry->page = g_ptr_array_index (pages, 0);
  entry->model = tal_entry_page_get_model (entry->page);
  entry->grid = tal_entry_page_get_grid (entry->page);
  tal_test_stage_wait (is_ready, entry);
}

/* Whether the grid stands at this verdict's words; NULL for none. */
static gboolean
has_words (gpointer user_data)
{
  Entry *entry = user_data;

  return is_ready (entry) &&
         !tal_workspace_get_saving (tal_window_get_workspace (entry->stage.window)) &&
         g_strcmp0 (tal_entry_grid_get_note (entry->model, MISSED, VERDICT), entry->words) == 0;
}

static void
wait_for_words (Entry *entry, const char *words)
{
  entry->words = words;
  tal_test_stage_wait (has_words, entry);
  tal_test_stage_settle ();
}

/* Writes in the popover that is open over the grid, and closes it. */
static void
put_words (Entry *entry, const char *text)
{
  GtkWidget *view = gtk_window_get_focus (GTK_WINDOW (entry->stage.window));

  g_assert_true (GTK_IS_TEXT_VIEW (view));
  g_assert_true (gtk_text_view_get_editable (GTK_TEXT_VIEW (view)));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (view, GTK_TYPE_POPOVER)));
  wait_for_words (entry, text);
}

static TalEntryMarks
get_marks (Entry *entry)
{
  g_auto (TalEntryCell) cell = { NULL };

  tal_entry_grid_load_cell (entry->model, MISSED, VERDICT, &cell);
  return cell.marks;
}

/* What is written there is the explanation of the initiative's page, and one step to undo. */
static void
test_entry_note_explains_a_missed_goal (void)
{
  Entry            entry = { { NULL } };
  g_autofree char *before = NULL;

  open_entry (&entry);
  before = g_strdup (tal_entry_grid_get_note (entry.model, MISSED, VERDICT));
  tal_result_grid_go_to (entry.grid, MISSED, VERDICT);
  tal_result_grid_press (entry.grid, GDK_KEY_F2, 0);
  tal_test_stage_settle ();
  put_words (&entry, "Projektet begyndte i august.");
  g_assert_cmpint (get_marks (&entry) & (TAL_ENTRY_NOTED | TAL_ENTRY_WARNED), ==, TAL_ENTRY_NOTED);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (entry.stage.window), "win.undo", NULL));
  wait_for_words (&entry, before);
  tal_test_stage_close (&entry.stage);
}

static void
test_entry_note_has_a_button (void)
{
  Entry      entry = { { NULL } };
  GtkWidget *button = NULL;

  open_entry (&entry);
  tal_result_grid_go_to (entry.grid, MISSED, NUMERATOR);
  button =
      tal_test_stage_find_titled (GTK_WIDGET (entry.page), GTK_TYPE_BUTTON, "Skriv en forklaring");
  g_assert_false (gtk_widget_get_visible (button));
  tal_result_grid_go_to (entry.grid, MISSED, VERDICT);
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  tal_test_stage_settle ();
  put_words (&entry, "Projektet begyndte i august.");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Redigér forklaringen");
  tal_test_stage_close (&entry.stage);
}

static void
failed_cb (char **ret_sentence, const char *sentence)
{
  g_free (*ret_sentence);
  *ret_sentence = g_strdup (sentence);
}

/* More lines than can be stored. */
static char *
dup_long_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len <= TAL_FIELD_PROSE_LENGTH)
    g_string_append (text, "Projektet begyndte i august.\n");
  g_string_append (text, "Slut.");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Words that are refused wait where they were written, whatever else is done. */
static void
test_entry_note_keeps_what_is_refused (void)
{
  Entry            entry = { { NULL } };
  g_autofree char *said = NULL;
  g_autofree char *long_text = dup_long_text ();

  open_entry (&entry);
  g_signal_connect_swapped (entry.model, "failed", G_CALLBACK (failed_cb), &said);
  tal_result_grid_go_to (entry.grid, MISSED, VERDICT);
  tal_result_grid_edit_note (entry.grid);
  tal_test_stage_settle ();
  put_words (&entry, long_text);
  g_assert_nonnull (said);
  g_assert_cmpstr (tal_entry_grid_get_note_problem (entry.model, MISSED, VERDICT), ==, said);
  g_assert_true (get_marks (&entry) & TAL_ENTRY_REFUSED);
  g_assert_cmpuint (tal_entry_grid_count_refused (entry.model), ==, 1);

  tal_result_grid_go_to (entry.grid, MISSED, NUMERATOR);
  g_assert_cmpstr (tal_entry_grid_get_note (entry.model, MISSED, VERDICT), ==, long_text);
  tal_result_grid_go_to (entry.grid, MISSED, VERDICT);
  tal_result_grid_edit_note (entry.grid);
  tal_test_stage_settle ();
  put_words (&entry, "Projektet begyndte i august.");
  g_assert_cmpuint (tal_entry_grid_count_refused (entry.model), ==, 0);
  g_assert_false (get_marks (&entry) & TAL_ENTRY_REFUSED);
  g_signal_handlers_disconnect_by_data (entry.model, &said);
  tal_test_stage_close (&entry.stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/entry-note/explains-a-missed-goal", test_entry_note_explains_a_missed_goal);
  g_test_add_func ("/ui/entry-note/has-a-button", test_entry_note_has_a_button);
  g_test_add_func ("/ui/entry-note/keeps-what-is-refused", test_entry_note_keeps_what_is_refused);
  return g_test_run ();
}
