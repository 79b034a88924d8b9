/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching everything with the keyboard alone. */

#include "config.h"

#include "support/commit.h"
#include "ui/search/tal-search-dialog.h"
#include "ui/search/tal-search-row.h"
#include "ui/tal-test-stage.h"

typedef struct
{
  TalTestStage stage;
  GtkWidget   *dialog;
  GtkWidget   *entry;
} Fixture;

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (TAL_IS_SEARCH_DIALOG (window) && gtk_widget_get_visible (window))
        return window;
    }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) entries = NULL;

  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.search-all", NULL);
  fixture->dialog = find_dialog ();
  g_assert_nonnull (fixture->dialog);
  entries = tal_test_stage_list_widgets (fixture->dialog, GTK_TYPE_SEARCH_ENTRY);
  fixture->entry = g_ptr_array_index (entries, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *dialog = find_dialog ();

  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
  tal_test_stage_settle ();
  tal_test_stage_close (&fixture->stage);
}

static void
write_text (Fixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), text);
  tal_test_stage_settle ();
  commit_wait_for_all (tal_window_get_workspace (fixture->stage.window));
  tal_test_stage_settle ();
}

static GtkListBox *
get_list (Fixture *fixture)
{
  g_autoptr (GPtrArray) lists = tal_test_stage_list_widgets (fixture->dialog, GTK_TYPE_LIST_BOX);

  return g_ptr_array_index (lists, 0);
}

static const char *
get_selected (Fixture *fixture)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (get_list (fixture));

  return row != NULL ? tal_search_row_get_sentence (TAL_SEARCH_ROW (row)) : NULL;
}

static void
assert_selected (Fixture *fixture, const char *prefix)
{
  g_test_message ("%s", get_selected (fixture));
  g_assert_nonnull (get_selected (fixture));
  g_assert_true (g_str_has_prefix (get_selected (fixture), prefix));
}

/* The controller that the field has for its keys. */
static gboolean
press (Fixture *fixture, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->entry);
  gboolean               taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &taken);
    }
  return taken;
}

static void
test_search_goes_to_a_goal (Fixture *fixture, gconstpointer unused)
{
  write_text (fixture, "mål 5");
  assert_selected (fixture, "Mål: Mål 5: ");
  g_signal_emit_by_name (fixture->entry, "activate");
  tal_test_stage_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpstr (tal_window_get_page_name (fixture->stage.window), ==, "initiative");
}

static void
test_search_is_walked_with_arrows (Fixture *fixture, gconstpointer unused)
{
  write_text (fixture, "mål 5");
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_list (fixture))),
                   ==, 0);
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_list (fixture))),
                   ==, 1);
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_list (fixture))),
                   ==, 0);
  g_assert_false (press (fixture, GDK_KEY_a));
}

static void
test_search_finds_actions (Fixture *fixture, gconstpointer unused)
{
  write_text (fixture, "gå til tilbud");
  assert_selected (fixture, "Handlinger: Gå til Tilbud");
  g_signal_emit_by_name (fixture->entry, "activate");
  tal_test_stage_settle ();
  g_assert_cmpstr (tal_window_get_page_name (fixture->stage.window), ==, "offers");
}

/* What cannot be done on this page isn't offered. */
static void
test_search_leaves_out_what_cannot_be_done (Fixture *fixture, gconstpointer unused)
{
  write_text (fixture, "indtast resultater");
  g_assert_null (get_selected (fixture));
}

static void
test_search_clears_and_then_closes (Fixture *fixture, gconstpointer unused)
{
  write_text (fixture, "mål");
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->entry)), ==, "");
  g_assert_nonnull (find_dialog ());
  g_signal_emit_by_name (fixture->entry, "stop-search");
  tal_test_stage_settle ();
  g_assert_null (find_dialog ());
}

/* Enter goes to the hit of what is typed, however fast. */
static void
test_search_waits_for_what_is_typed (Fixture *fixture, gconstpointer unused)
{
  write_text (fixture, "mål 5");
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "historik");
  g_signal_emit_by_name (fixture->entry, "activate");
  g_signal_emit_by_name (fixture->entry, "search-changed");
  commit_wait_for_all (tal_window_get_workspace (fixture->stage.window));
  tal_test_stage_settle ();
  g_assert_null (find_dialog ());
  g_assert_cmpstr (tal_window_get_page_name (fixture->stage.window), ==, "history");
}

/* A dialog that is closed while it searches is let go of, and does not outlive its window. */
static void
test_search_is_let_go_of_while_it_searches (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *dialog = fixture->dialog;

  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), "mål");
  g_signal_emit_by_name (fixture->entry, "search-changed");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *)&dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_null (dialog);
}

/* In the overview the initiatives are narrowed, and counted under the field. */
static void
test_overview_search_counts_what_it_finds (Fixture *fixture, gconstpointer unused)
{
  GtkWidget            *window = GTK_WIDGET (fixture->stage.window);
  g_autoptr (GPtrArray) entries = NULL;
  GtkWidget            *said = NULL;

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  gtk_widget_activate_action (window, "win.start-search", NULL);
  entries = tal_test_stage_list_widgets (window, GTK_TYPE_SEARCH_ENTRY);
  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *entry = g_ptr_array_index (entries, i);

      if (gtk_widget_get_ancestor (entry, GTK_TYPE_SEARCH_BAR) == NULL)
        continue;
      gtk_editable_set_text (GTK_EDITABLE (entry), "haandholdt og vedvarende");
      g_signal_emit_by_name (entry, "search-changed");
    }
  tal_test_stage_settle ();
  said = tal_test_stage_find_titled (window, GTK_TYPE_LABEL, "1 fund");
  g_assert_nonnull (said);
  g_assert_true (gtk_widget_get_visible (said));

  /* Another collection isn't searched for it. */
  tal_window_show_welcome (fixture->stage.window);
  g_assert_false (gtk_search_bar_get_search_mode (
      GTK_SEARCH_BAR (tal_test_stage_find_only (window, GTK_TYPE_SEARCH_BAR))));
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 77;

#define ADD(name, test) g_test_add ("/ui/search/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("goes-to-a-goal", test_search_goes_to_a_goal);
  ADD ("is-walked-with-arrows", test_search_is_walked_with_arrows);
  ADD ("finds-actions", test_search_finds_actions);
  ADD ("leaves-out-what-cannot-be-done", test_search_leaves_out_what_cannot_be_done);
  ADD ("clears-and-then-closes", test_search_clears_and_then_closes);
  ADD ("waits-for-what-is-typed", test_search_waits_for_what_is_typed);
  ADD ("is-let-go-of-while-it-searches", test_search_is_let_go_of_while_it_searches);
  g_test_add ("/ui/overview/search-counts-what-it-finds", Fixture, NULL, set_up,
              test_overview_search_counts_what_it_finds, tear_down);
#undef ADD

  return g_test_run ();
}
