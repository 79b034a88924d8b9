/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of the history as a person uses it, and where undo and redo lead. */

#include "config.h"

#include "model/tal-history-list.h"
#include "model/tal-workspace-history.h"
#include "support/commit.h"
#include "ui/figures/tal-caseload-row.h"
#include "ui/history/tal-history-details.h"
#include "ui/history/tal-history-page.h"
#include "ui/history/tal-history-row.h"
#include "ui/tal-test-stage.h"

#include <adwaita.h>

#define SERIES "Revalidering"

typedef struct
{
  TalTestStage stage;
  GtkWidget   *page;
} Fixture;

static TalWorkspace *
get_workspace (Fixture *fixture)
{
  return tal_window_get_workspace (fixture->stage.window);
}

static void
wait (Fixture *fixture)
{
  commit_wait_for_all (get_workspace (fixture));
  commit_wait_for_all (get_workspace (fixture));
  tal_test_stage_settle ();
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  commit_wait (get_workspace (fixture),
               commit_new_figure (get_workspace (fixture), SERIES, "1998", 171));
  tal_window_show_destination (fixture->stage.window, TAL_DESTINATION_HISTORY);
  fixture->page =
      tal_test_stage_find_only (GTK_WIDGET (fixture->stage.window), TAL_TYPE_HISTORY_PAGE);
  wait (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  tal_test_stage_close (&fixture->stage);
  g_assert_null (page);
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  g_autoptr (GPtrArray) views = tal_test_stage_list_widgets (fixture->page, GTK_TYPE_LIST_VIEW);

  for (guint i = 0; i < views->len; i++)
    {
      GtkWidget *view = g_ptr_array_index (views, i);

      if (gtk_widget_has_css_class (view, "history"))
        return GTK_SINGLE_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
    }
  g_error ("There is no list.");
}

static guint
count_rows (Fixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture)));
}

static GtkTreeListRow *
peek_row (Fixture *fixture, guint position)
{
  g_autoptr (GtkTreeListRow) row =
      g_list_model_get_item (G_LIST_MODEL (get_selection (fixture)), position);

  g_assert_nonnull (row);
  return row;
}

static gboolean
is_shown (Fixture *fixture, const char *label)
{
  GtkWidget *button = tal_test_stage_find_titled (fixture->page, GTK_TYPE_BUTTON, label);

  return button != NULL && gtk_widget_get_visible (button);
}

static void
press_button (Fixture *fixture, const char *label)
{
  GtkWidget *button = tal_test_stage_find_titled (fixture->page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  g_signal_emit_by_name (button, "clicked");
  wait (fixture);
}

static const char *
get_stack_page (Fixture *fixture)
{
  g_autoptr (GPtrArray) stacks = tal_test_stage_list_widgets (fixture->page, GTK_TYPE_STACK);

  for (guint i = 0; i < stacks->len; i++)
    {
      if (gtk_stack_get_child_by_name (g_ptr_array_index (stacks, i), "nothing-found") != NULL)
        return gtk_stack_get_visible_child_name (g_ptr_array_index (stacks, i));
    }
  g_error ("The page has no states.");
}

/* The newest stands first and is selected, and what it set is taken away again. */
static void
test_history_page_takes_a_value_back (Fixture *fixture, gconstpointer unused)
{
  guint n_rows = count_rows (fixture);

  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, 0);
  press_button (fixture, "Fjern tallet igen");
  g_assert_cmpuint (count_rows (fixture), ==, n_rows + 1);
  g_assert_cmpstr (tal_workspace_get_undo_label (get_workspace (fixture)), ==,
                   "”Revalidering”, 1998: fjernet (var 171)");
}

/* What was changed since is said beside the button. */
static void
test_history_page_says_what_is_in_the_way (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) labels = NULL;
  gboolean              said = FALSE;

  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.undo", NULL);
  wait (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.redo", NULL);
  wait (fixture);
  g_assert_cmpstr (tal_window_get_page_name (fixture->stage.window), ==, "history");

  /* The original, from which two entries lead on to what stands now. */
  gtk_single_selection_set_selected (get_selection (fixture), 2);
  wait (fixture);
  press_button (fixture, "Fjern tallet igen");
  gtk_single_selection_set_selected (get_selection (fixture), 3);
  wait (fixture);
  press_button (fixture, "Fjern tallet igen");
  labels = tal_test_stage_list_widgets (tal_test_stage_find_only (fixture->page,
                                                                  TAL_TYPE_HISTORY_DETAILS),
                                        GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    said |= gtk_widget_get_visible (g_ptr_array_index (labels, i)) &&
            g_str_has_prefix (gtk_label_get_label (g_ptr_array_index (labels, i)),
                              "Det er rettet siden: ”Revalidering”, 1998: fjernet (var 171)");
  g_assert_true (said);
}

static void
test_history_page_opens_an_import (Fixture *fixture, gconstpointer unused)
{
  guint n_rows = count_rows (fixture);

  g_assert_true (gtk_tree_list_row_is_expandable (peek_row (fixture, n_rows - 1)));
  gtk_tree_list_row_set_expanded (peek_row (fixture, n_rows - 1), TRUE);
  wait (fixture);
  g_assert_cmpuint (count_rows (fixture), >, n_rows + 100);
  gtk_single_selection_set_selected (get_selection (fixture), n_rows);
  wait (fixture);
  g_assert_false (is_shown (fixture, "Fortryd import"));
}

static void
test_history_page_is_filtered (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries =
      tal_test_stage_list_widgets (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  GtkWidget *entry = g_ptr_array_index (entries, 0); /* the others are the choosers' own */

  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.start-search", NULL);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->stage.window)), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "vejdirektoratet");
  g_signal_emit_by_name (entry, "search-changed");
  wait (fixture);
  g_assert_cmpstr (get_stack_page (fixture), ==, "nothing-found");

  press_button (fixture, "Vis alt");
  g_assert_cmpstr (get_stack_page (fixture), ==, "list");
  gtk_editable_set_text (GTK_EDITABLE (entry), "FIGURE");
  g_signal_emit_by_name (entry, "search-changed");
  wait (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* A person who listens hears the day, who it was and what was done. */
static void
test_history_page_rows_are_sentences (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) rows = tal_test_stage_list_widgets (fixture->page, TAL_TYPE_HISTORY_ROW);
  const char           *sentence = NULL;

  g_assert_cmpuint (rows->len, >, 0);
  sentence = tal_history_row_get_sentence (g_ptr_array_index (rows, 0));
  g_test_message ("%s", sentence);
  g_assert_true (g_str_has_suffix (sentence, ": Figure"));
}

/* Between the list and what stands beside it lie not all of its rows. */
static void
test_history_page_leads_by_tab_to_the_details (Fixture *fixture, gconstpointer unused)
{
  GtkWindow            *window = GTK_WINDOW (fixture->stage.window);
  g_autoptr (GPtrArray) rows = tal_test_stage_list_widgets (fixture->page, TAL_TYPE_HISTORY_ROW);
  GtkWidget            *row = gtk_widget_get_parent (g_ptr_array_index (rows, 0));
  GtkEventController   *keys =
      tal_test_stage_find_controller (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW),
                                      GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean taken = FALSE;

  while (!gtk_widget_get_focusable (row))
    row = gtk_widget_get_parent (row);
  g_assert_true (gtk_widget_grab_focus (row));
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Tab, 0, 0, &taken);
  g_assert_true (taken);
  g_assert_nonnull (
      gtk_widget_get_ancestor (gtk_window_get_focus (window), TAL_TYPE_HISTORY_DETAILS));

  g_assert_true (gtk_widget_grab_focus (row));
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_ISO_Left_Tab, 0, GDK_SHIFT_MASK, &taken);
  g_assert_true (taken);
  g_assert_null (gtk_widget_get_ancestor (gtk_window_get_focus (window), GTK_TYPE_LIST_VIEW));
}

/* What is marked to be copied is not any more once Tab goes on. */
static void
test_history_page_lets_go_of_marked_text (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) labels = NULL;
  g_autoptr (GPtrArray) entries =
      tal_test_stage_list_widgets (fixture->page, GTK_TYPE_SEARCH_ENTRY);
  guint n_marked = 0;

  gtk_single_selection_set_selected (get_selection (fixture), 0);
  wait (fixture);
  labels = tal_test_stage_list_widgets (fixture->page, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (!gtk_label_get_selectable (GTK_LABEL (label)) || !gtk_widget_grab_focus (label))
        continue;
      gtk_label_select_region (GTK_LABEL (label), 0, -1);
      g_assert_true (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));
      g_assert_true (gtk_widget_grab_focus (g_ptr_array_index (entries, 0)));
      g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (label), NULL, NULL));
      n_marked++;
    }
  g_assert_cmpuint (n_marked, >, 0);
}

/* Undo goes to the page where what it changed is seen, and says what it was. */
static void
test_undo_goes_to_the_place (Fixture *fixture, gconstpointer unused)
{
  TalWindow           *window = fixture->stage.window;
  const TalFigureEdit  edit = { .sets_value = TRUE, .value = { 300, 0 } };
  const TalGoalStatus *status = NULL;
  g_autofree char     *said = NULL;
  TalId                goal;
  TalPeriod            year;

  tal_test_stage_show_goal (&fixture->stage, 2);
  status = tal_test_stage_find_goal (&fixture->stage, 2);
  goal = status->goal->record.id;
  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &year));
  tal_workspace_edit_goal_async (get_workspace (fixture), goal, TAL_PART_NUMERATOR, year, &edit,
                                 NULL, NULL, NULL);
  wait (fixture);
  tal_window_show_destination (window, TAL_DESTINATION_OFFERS);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "offers");

  said = g_strconcat ("Fortrudt: ", tal_workspace_get_undo_label (get_workspace (fixture)), NULL);
  g_test_message ("%s", said);
  g_assert_true (g_str_has_prefix (said, "Fortrudt: Mål 2, 2023: tæller rettet fra 268"));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait (fixture);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "initiative");
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (window), GTK_TYPE_LABEL, said));
}

static void
test_history_page_is_come_back_to (Fixture *fixture, gconstpointer unused)
{
  TalWindow *window = fixture->stage.window;
  guint      position = count_rows (fixture) - 1;
  TalId      initiative = tal_test_stage_find_goal (&fixture->stage, 2)->goal->initiative;

  gtk_single_selection_set_selected (get_selection (fixture), position);
  tal_window_show_initiative (window, initiative, TAL_ID_NONE);
  tal_window_show_destination (window, TAL_DESTINATION_OFFERS);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-back", NULL);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "initiative");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-back", NULL);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "history");
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (fixture)), ==, position);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-back", NULL);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "overview");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-back", NULL);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "overview");
}

/* Of a figure that belongs to no initiative the row is chosen that shows it. */
static void
test_undo_chooses_the_series (Fixture *fixture, gconstpointer unused)
{
  TalWindow            *window = fixture->stage.window;
  TalId                 series = commit_find_series (get_workspace (fixture), SERIES)->record.id;
  g_autoptr (GPtrArray) rows = NULL;
  guint                 n_selected = 0;

  tal_window_show_destination (window, TAL_DESTINATION_OVERVIEW);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  wait (fixture);
  g_assert_cmpstr (tal_window_get_page_name (window), ==, "target-groups");
  rows = tal_test_stage_list_widgets (GTK_WIDGET (window), TAL_TYPE_CASELOAD_ROW);
  for (guint i = 0; i < rows->len; i++)
    {
      if (!gtk_list_box_row_is_selected (g_ptr_array_index (rows, i)))
        continue;
      n_selected++;
      g_assert_true (
          tal_id_is_equal (tal_caseload_row_get_series (g_ptr_array_index (rows, i)), series));
    }
  g_assert_cmpuint (n_selected, ==, 1);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 77;

#define ADD(name, test) g_test_add ("/ui/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("history-page/takes-a-value-back", test_history_page_takes_a_value_back);
  ADD ("history-page/is-come-back-to", test_history_page_is_come_back_to);
  ADD ("history-page/says-what-is-in-the-way", test_history_page_says_what_is_in_the_way);
  ADD ("history-page/opens-an-import", test_history_page_opens_an_import);
  ADD ("history-page/is-filtered", test_history_page_is_filtered);
  ADD ("history-page/rows-are-sentences", test_history_page_rows_are_sentences);
  ADD ("history-page/leads-by-tab-to-the-details", test_history_page_leads_by_tab_to_the_details);
  ADD ("history-page/lets-go-of-marked-text", test_history_page_lets_go_of_marked_text);
  ADD ("undo/goes-to-the-place", test_undo_goes_to_the_place);
  ADD ("undo/chooses-the-series", test_undo_chooses_the_series);
#undef ADD

  return g_test_run ();
}
