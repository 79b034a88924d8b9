/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-wrapped-text.h"
#include "ui/history/tal-history-page.h"
#include "ui/initiatives/tal-figure-row.h"
#include "ui/initiatives/tal-goal-inspector.h"
#include "ui/initiatives/tal-goal-row.h"
#include "ui/initiatives/tal-initiative-page.h"
#include "ui/results/tal-result-grid.h"
#include "ui/tal-test-stage.h"
#include "ui/window/tal-collection-dialog.h"
#include "ui/window/tal-sidebar.h"

/* The goal that the tests correct: 179 of 348 is 51 per cent, 80 were wanted. */
#define GOAL 5

typedef struct
{
  TalTestStage *stage;
  TalFigureRow *row;
  gint64        numerator; /* that is waited for */
} Wait;

static gboolean
has_numerator (gpointer user_data)
{
  Wait      *wait = user_data;
  TalDecimal value;

  return tal_figure_get_decimal (&tal_test_stage_find_goal (wait->stage, GOAL)->numerator, 0,
                                 &value) &&
         value.coefficient == wait->numerator;
}

static gboolean
is_filled (gpointer user_data)
{
  TalFigureRow *row = user_data;

  return g_str_has_prefix (gtk_editable_get_text (tal_figure_row_get_editable (row)), "179");
}

/* The numerator's field of the goal, filled with what is stored. */
static TalFigureRow *
open_numerator (TalTestStage *stage)
{
  GtkWidget *row = NULL;

  tal_test_stage_show_goal (stage, GOAL);
  row = tal_test_stage_find_titled (GTK_WIDGET (stage->window), TAL_TYPE_FIGURE_ROW, "Tæller");
  g_assert_nonnull (row);
  tal_test_stage_wait (is_filled, row);
  return TAL_FIGURE_ROW (row);
}

static void
type (TalFigureRow *row, const char *text)
{
  GtkEditable *editable = tal_figure_row_get_editable (row);

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  gtk_editable_set_text (editable, text);
}

static void
press_enter (TalFigureRow *row)
{
  g_signal_emit_by_name (tal_figure_row_get_editable (row), "activate");
}

static gboolean
is_in_overview (const TalTestStage *stage, const char *text)
{
  g_autoptr (GPtrArray) texts =
      tal_test_stage_list_widgets (GTK_WIDGET (stage->window), TAL_TYPE_WRAPPED_TEXT);

  for (guint i = 0; i < texts->len; i++)
    {
      if (g_str_equal (tal_wrapped_text_get_label (g_ptr_array_index (texts, i)), text))
        return TRUE;
    }

  return FALSE;
}

static void
test_window_shows_the_initiatives_of_the_collection (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);

  g_assert_true (is_in_overview (&stage, "Flere lære- og elevpladser til unge"));
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL,
                                                "9 af 11 mål blev opnået i 2023"));

  tal_test_stage_close (&stage);
}

static void
test_window_saves_what_is_typed (void)
{
  TalTestStage stage = { NULL };
  Wait         wait = { &stage, NULL, 348 };

  tal_test_stage_open (&stage);
  wait.row = open_numerator (&stage);

  type (wait.row, "348");
  press_enter (wait.row);
  tal_test_stage_wait (has_numerator, &wait);

  /* The overview follows. */
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL,
                                                "10 af 11 mål blev opnået i 2023"));
  g_assert_cmpstr (tal_figure_row_get_reason (wait.row), ==, "");

  tal_test_stage_close (&stage);
}

static void
test_window_saves_when_the_field_is_left (void)
{
  TalTestStage stage = { NULL };
  Wait         wait = { &stage, NULL, 183 };

  tal_test_stage_open (&stage);
  wait.row = open_numerator (&stage);

  type (wait.row, "183");
  gtk_window_set_focus (GTK_WINDOW (stage.window), NULL);
  tal_test_stage_wait (has_numerator, &wait);

  tal_test_stage_close (&stage);
}

static void
test_window_says_beside_the_field_what_it_refuses (void)
{
  static const struct
  {
    const char *typed;
    const char *reason; /* how it begins */
  } cases[] = {
    { "mange", "”mange” er ikke et tal." },  { "1,5", "Et antal kan ikke have decimaler." },
    { "51 pct.", "Her skal stå et antal" },  { "-4", "Værdien kan ikke være negativ." },
    { "268/545", "Skriv tæller og nævner" },
  };
  TalTestStage  stage = { NULL };
  TalFigureRow *row = NULL;
  Wait          wait = { &stage, NULL, 179 };

  tal_test_stage_open (&stage);
  row = open_numerator (&stage);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      type (row, cases[i].typed);
      press_enter (row);
      g_assert_true (g_str_has_prefix (tal_figure_row_get_reason (row), cases[i].reason));
      gtk_window_set_focus (GTK_WINDOW (stage.window), NULL);
      tal_test_stage_settle ();
      g_assert_cmpstr (gtk_editable_get_text (tal_figure_row_get_editable (row)), ==,
                       cases[i].typed);
      g_assert_true (tal_figure_row_is_pending (row));
      g_assert_true (has_numerator (&wait));
    }

  tal_figure_row_revert (row);
  g_assert_cmpstr (tal_figure_row_get_reason (row), ==, "");
  g_assert_false (tal_figure_row_is_pending (row));

  tal_test_stage_close (&stage);
}

static gboolean
has_toast (gpointer user_data)
{
  return tal_test_stage_find_titled (user_data, GTK_TYPE_BUTTON, "Omgør") != NULL;
}

static gboolean
has_told_what_is_kept (gpointer user_data)
{
  return tal_test_stage_find_titled (user_data, GTK_TYPE_LABEL,
                                     "Det, du skrev ved mål 5, kunne ikke gemmes. Det står der "
                                     "endnu.") != NULL;
}

/* The question that stands over the window. */
static void
answer_question (const char *response)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) each = g_list_model_get_item (toplevels, i);

      if (!ADW_IS_MESSAGE_DIALOG (each))
        continue;
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (each), response);
      gtk_window_destroy (GTK_WINDOW (each));
      return;
    }

  g_assert_not_reached ();
}

/* What is refused at one goal is there again when somebody comes back to it, and no other goal
 * or period has it. */
static void
test_window_keeps_what_it_refuses_for_each_goal (void)
{
  TalTestStage       stage = { NULL };
  TalFigureRow      *row = NULL;
  TalInitiativePage *page = NULL;
  TalPeriod          year = TAL_PERIOD_UNSET;
  Wait               wait = { &stage, NULL, 179 };

  tal_test_stage_open (&stage);
  row = open_numerator (&stage);
  page = TAL_INITIATIVE_PAGE (
      tal_test_stage_find_only (GTK_WIDGET (stage.window), TAL_TYPE_INITIATIVE_PAGE));
  type (row, "mange");
  press_enter (row);
  g_assert_cmpstr (tal_figure_row_get_reason (row), !=, "");

  tal_test_stage_show_goal (&stage, 6);
  tal_test_stage_settle ();
  g_assert_false (tal_figure_row_is_pending (row));
  g_assert_cmpstr (tal_figure_row_get_reason (row), ==, "");
  g_assert_cmpuint (tal_field_drafts_get_length (tal_initiative_page_get_drafts (page)), ==, 1);
  tal_test_stage_wait (has_told_what_is_kept, stage.window);

  tal_test_stage_show_goal (&stage, 5);
  tal_test_stage_settle ();
  g_assert_true (tal_figure_row_is_pending (row));
  g_assert_cmpstr (gtk_editable_get_text (tal_figure_row_get_editable (row)), ==, "mange");
  g_assert_cmpstr (tal_figure_row_get_reason (row), !=, "");
  g_assert_cmpuint (tal_field_drafts_get_length (tal_initiative_page_get_drafts (page)), ==, 0);

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2022, 1, &year));
  tal_workspace_set_period (tal_window_get_workspace (stage.window), year);
  while (tal_figure_row_is_pending (row))
    g_main_context_iteration (NULL, TRUE);
  tal_workspace_set_period (tal_window_get_workspace (stage.window), TAL_PERIOD_UNSET);
  while (!tal_figure_row_is_pending (row))
    g_main_context_iteration (NULL, TRUE);

  /* Closing asks, though another initiative is shown. */
  tal_test_stage_show_goal (&stage, 1);
  tal_test_stage_settle ();
  gtk_window_close (GTK_WINDOW (stage.window));
  tal_test_stage_settle ();
  answer_question ("correct");
  tal_test_stage_settle ();
  g_assert_true (tal_figure_row_is_pending (row));
  g_assert_true (tal_initiative_page_is_in_details (page));
  tal_figure_row_revert (row);
  g_assert_true (has_numerator (&wait));

  tal_test_stage_close (&stage);
}

static void
test_window_undoes_and_redoes (void)
{
  TalTestStage stage = { NULL };
  Wait         wait = { &stage, NULL, 183 };

  tal_test_stage_open (&stage);
  wait.row = open_numerator (&stage);
  type (wait.row, "183");
  press_enter (wait.row);
  /* What is on its way to be stored is not what the next undo takes back. */
  g_assert_false (tal_figure_row_is_pending (wait.row));
  tal_test_stage_wait (has_numerator, &wait);

  wait.numerator = 179;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL));
  tal_test_stage_wait (has_numerator, &wait);
  tal_test_stage_wait (has_toast, stage.window);

  wait.numerator = 183;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.redo", NULL));
  tal_test_stage_wait (has_numerator, &wait);

  tal_test_stage_close (&stage);
}

static gboolean
shows_welcome (gpointer window)
{
  return g_strcmp0 (tal_window_get_page_name (window), "welcome") == 0;
}

static gboolean
has_no_toast (gpointer window)
{
  return tal_test_stage_find_titled (window, GTK_TYPE_LABEL, "Slettet") == NULL;
}

/* What is said of a collection, and may be undone in it, isn't said any more without it. */
static void
test_window_takes_its_messages_away_with_a_collection (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.show-undoable", "s", "Slettet");
  tal_test_stage_settle ();
  g_assert_false (has_no_toast (stage.window));
  g_assert_nonnull (
      tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_BUTTON, "Fortryd"));

  tal_window_show_welcome (stage.window);
  tal_test_stage_wait (shows_welcome, stage.window);
  g_assert_null (
      tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_BUTTON, "Fortryd"));
  tal_test_stage_wait (has_no_toast, stage.window);

  tal_test_stage_close (&stage);
}

static void
test_window_takes_back_what_is_typed_before_what_is_stored (void)
{
  TalTestStage stage = { NULL };
  Wait         wait = { &stage, NULL, 183 };

  tal_test_stage_open (&stage);
  wait.row = open_numerator (&stage);
  type (wait.row, "183");
  press_enter (wait.row);
  tal_test_stage_wait (has_numerator, &wait);

  type (wait.row, "18");
  g_assert_true (tal_figure_row_is_pending (wait.row));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL));
  g_assert_false (tal_figure_row_is_pending (wait.row));
  g_assert_true (has_numerator (&wait));

  tal_test_stage_close (&stage);
}

static void
test_window_shows_every_destination (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);

  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      tal_window_show_destination (stage.window, (TalDestination)i);
      tal_test_stage_settle ();
      g_assert_cmpstr (tal_window_get_page_name (stage.window), ==,
                       tal_destination_get_name ((TalDestination)i));
      g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage.window)), ==,
                       tal_destination_get_title ((TalDestination)i));
    }
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.go-back", NULL);
  g_assert_cmpstr (tal_window_get_page_name (stage.window), ==, "exchange");

  tal_test_stage_close (&stage);
}

static GtkWindow *
find_dialog (TalTestStage *stage)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (stage->window))
        return l->data;
    }

  return NULL;
}

/* What is typed first is the department, and not the keys of a button. */
static gboolean
is_focus_within (const TalTestStage *stage, GType type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (stage->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, type) != NULL;
}

static gboolean
is_grid_focused (gpointer user_data)
{
  return is_focus_within (user_data, TAL_TYPE_RESULT_GRID);
}

/* Whoever goes to a page by the keyboard goes on by the keyboard there. */
static void
test_window_takes_the_focus_along (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  tal_test_stage_show_frame (GTK_WIDGET (stage.window));

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.show-destination", "s", "entry");
  tal_test_stage_wait (is_grid_focused, &stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.show-destination", "s", "history");
  g_assert_true (is_focus_within (&stage, TAL_TYPE_HISTORY_PAGE));

  tal_test_stage_show_goal (&stage, 5);
  g_assert_true (is_focus_within (&stage, TAL_TYPE_GOAL_ROW));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.focus-next-area", NULL);
  g_assert_true (is_focus_within (&stage, TAL_TYPE_GOAL_INSPECTOR));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.focus-next-area", NULL);
  g_assert_true (is_focus_within (&stage, TAL_TYPE_SIDEBAR));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.focus-next-area", NULL);
  g_assert_true (is_focus_within (&stage, TAL_TYPE_GOAL_ROW));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.focus-previous-area", NULL);
  g_assert_true (is_focus_within (&stage, TAL_TYPE_SIDEBAR));

  tal_test_stage_close (&stage);
}

/* Somebody who holds a key down says the same thing many times while it still comes in. */
static void
test_window_says_one_thing_after_the_other (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open (&stage);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  for (guint i = 1; i <= 40; i++)
    {
      g_autofree char *message = g_strdup_printf ("%u. gang", i);

      tal_window_show_message (stage.window, message);
      tal_test_stage_show_frame (GTK_WIDGET (stage.window));
      g_assert_nonnull (
          tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL, message));
    }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  tal_test_stage_close (&stage);
}

static void
test_window_asks_whose_a_new_collection_is_first (void)
{
  TalTestStage stage = { NULL };
  GtkWindow   *dialog = NULL;
  GtkWidget   *row = NULL;

  tal_test_stage_open (&stage);
  tal_collection_dialog_present (stage.window);
  tal_test_stage_settle ();
  dialog = find_dialog (&stage);
  g_assert_nonnull (dialog);
  row = gtk_widget_get_ancestor (gtk_window_get_focus (dialog), ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   g_dgettext ("indsatstal", "Department"));

  gtk_window_destroy (dialog);
  tal_test_stage_close (&stage);
}

static gboolean
is_gone (gpointer user_data)
{
  return *(gpointer *)user_data == NULL;
}

static void
test_window_is_freed_with_its_workspace (void)
{
  TalTestStage stage = { NULL };
  gpointer     window = NULL;
  gpointer     workspace = NULL;

  tal_test_stage_open (&stage);
  open_numerator (&stage);
  window = stage.window;
  workspace = tal_window_get_workspace (stage.window);
  g_object_add_weak_pointer (window, &window);
  g_object_add_weak_pointer (workspace, &workspace);

  tal_test_stage_close (&stage);
  tal_test_stage_wait (is_gone, &window);
  tal_test_stage_wait (is_gone, &workspace);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/window/shows-the-initiatives-of-the-collection",
                   test_window_shows_the_initiatives_of_the_collection);
  g_test_add_func ("/ui/window/saves-what-is-typed", test_window_saves_what_is_typed);
  g_test_add_func ("/ui/window/saves-when-the-field-is-left",
                   test_window_saves_when_the_field_is_left);
  g_test_add_func ("/ui/window/says-beside-the-field-what-it-refuses",
                   test_window_says_beside_the_field_what_it_refuses);
  g_test_add_func ("/ui/window/takes-its-messages-away-with-a-collection",
                   test_window_takes_its_messages_away_with_a_collection);
  g_test_add_func ("/ui/window/keeps-what-it-refuses-for-each-goal",
                   test_window_keeps_what_it_refuses_for_each_goal);
  g_test_add_func ("/ui/window/undoes-and-redoes", test_window_undoes_and_redoes);
  g_test_add_func ("/ui/window/takes-back-what-is-typed-before-what-is-stored",
                   test_window_takes_back_what_is_typed_before_what_is_stored);
  g_test_add_func ("/ui/window/shows-every-destination", test_window_shows_every_destination);
  g_test_add_func ("/ui/window/takes-the-focus-along", test_window_takes_the_focus_along);
  g_test_add_func ("/ui/window/says-one-thing-after-the-other",
                   test_window_says_one_thing_after_the_other);
  g_test_add_func ("/ui/window/asks-whose-a-new-collection-is-first",
                   test_window_asks_whose_a_new_collection_is_first);
  g_test_add_func ("/ui/window/is-freed-with-its-workspace",
                   test_window_is_freed_with_its_workspace);
  return g_test_run ();
}
