/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stranger's first minutes: from an empty collection to an initiative with three goals. */

#include "config.h"

#include "core/tal-goal-text.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "ui/initiatives/tal-goal-dialog.h"
#include "ui/initiatives/tal-goal-row.h"
#include "ui/initiatives/tal-initiative-dialog.h"
#include "ui/tal-test-stage.h"

static const TalCatalogue *
get_catalogue (TalTestStage *stage)
{
  return tal_workspace_get_catalogue (tal_window_get_workspace (stage->window));
}

static GtkWindow *
find_dialog (TalTestStage *stage)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (stage->window) &&
          gtk_widget_get_visible (l->data))
        return l->data;
    }

  return NULL;
}

static gboolean
has_no_dialog (gpointer user_data)
{
  return find_dialog (user_data) == NULL;
}

/* Presses the keys of an action in the window and returns the dialog that comes. */
static GtkWindow *
open_dialog (TalTestStage *stage, const char *action, GType type)
{
  GtkWindow *dialog = NULL;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage->window), action, NULL));
  tal_test_stage_settle ();
  dialog = find_dialog (stage);
  g_assert_nonnull (dialog);
  g_assert_true (g_type_is_a (G_OBJECT_TYPE (dialog), type));
  return dialog;
}

static void
type (GtkWindow *dialog, const char *field, const char *text)
{
  GtkWidget *row = tal_test_stage_find_titled (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, field);

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (gtk_widget_grab_focus (row));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
choose (GtkWindow *dialog, const char *field, const char *choice)
{
  GtkWidget  *row = tal_test_stage_find_titled (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW, field);
  GListModel *choices = NULL;

  g_assert_nonnull (row);
  g_assert_true (gtk_widget_get_visible (row));
  choices = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GtkStringObject) each = g_list_model_get_item (choices, i);

      if (g_str_equal (gtk_string_object_get_string (each), choice))
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
          return;
        }
    }

  g_error ("There is no choice %s", choice);
}

/* Enter in a field is the button at the top. */
static void
press (GtkWindow *dialog)
{
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  tal_test_stage_settle ();
}

static void
finish (TalTestStage *stage, GtkWindow *dialog)
{
  press (dialog);
  tal_test_stage_wait (has_no_dialog, stage);
}

/* NULL while there is none. */
static const TalGoal *
find_goal (TalTestStage *stage, int number)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (get_catalogue (stage), TAL_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      if (TAL_GOAL (goals[i])->number == number)
        return TAL_GOAL (goals[i]);
    }

  return NULL;
}

static const TalGoal *
get_goal (TalTestStage *stage, int number)
{
  const TalGoal *goal = find_goal (stage, number);

  if (goal == NULL)
    g_error ("there is no goal %d", number);
  return goal;
}

static void
make_initiative (TalTestStage *stage)
{
  GtkWindow *dialog = open_dialog (stage, "win.new", TAL_TYPE_INITIATIVE_DIALOG);

  type (dialog, "Indsatsens navn", "Virksomhedsindsats for ledige");
  type (dialog, "Den nye plans navn", "Integrationshandleplanen 2024-28");
  type (dialog, "Første dag", "1. januar 2024");
  finish (stage, dialog);
  g_assert_cmpstr (tal_window_get_page_name (stage->window), ==, "initiative");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (stage->window)), ==,
                   "Virksomhedsindsats for ledige");
}

static void
make_goals (TalTestStage *stage)
{
  GtkWindow *dialog = open_dialog (stage, "win.new", TAL_TYPE_GOAL_DIALOG);

  type (dialog, "Hvad der tælles", "deltagere");
  type (dialog, "Målværdi", "350");
  type (dialog, "Fra perioden", "2024");
  finish (stage, dialog);

  dialog = open_dialog (stage, "win.new-goal", TAL_TYPE_GOAL_DIALOG);
  choose (dialog, "Måles som", "En andel af to antal");
  type (dialog, "Hvad der tælles", "borgere i virksomhedsplacering");
  choose (dialog, "Som andel af", "Mål 1: deltagere");
  type (dialog, "Målværdi", "75 pct.");
  finish (stage, dialog);

  dialog = open_dialog (stage, "win.new-goal", TAL_TYPE_GOAL_DIALOG);
  choose (dialog, "Måles som", "En andel af to antal");
  type (dialog, "Hvad der tælles", "borgere i job");
  choose (dialog, "Som andel af", "Mål 2: borgere i virksomhedsplacering");
  type (dialog, "Målværdi", "40");
  type (dialog, "Frist i uger (kan være tom)", "13");
  finish (stage, dialog);
}

static void
test_first_run_makes_a_plan_an_initiative_and_three_goals (void)
{
  TalTestStage            stage = { NULL };
  const TalInitiative    *initiative = NULL;
  const TalRecord *const *records = NULL;
  guint                   length = 0;

  tal_test_stage_open_empty (&stage);
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (stage.window), GTK_TYPE_LABEL,
                                                "Ingen indsatser endnu"));
  make_initiative (&stage);
  make_goals (&stage);

  records = tal_catalogue_get_records (get_catalogue (&stage), TAL_KIND_INITIATIVE, &length);
  g_assert_cmpuint (length, ==, 1);
  initiative = TAL_INITIATIVE (records[0]);
  g_assert_cmpint (initiative->number, ==, 1);
  g_assert_cmpint (initiative->first, ==, tal_day_new (2024, 1, 1));
  g_assert_cmpstr (get_goal (&stage, 1)->wording, ==, "Mindst 350 deltagere");
  g_assert_cmpstr (get_goal (&stage, 2)->wording, ==,
                   "Mindst 75\302\240pct. af deltagerne i mål 1: borgere i virksomhedsplacering");
  g_assert_cmpstr (get_goal (&stage, 3)->wording, ==,
                   "Mindst 40\302\240pct. af borgerne i virksomhedsplacering i mål 2: "
                   "borgere i job inden for 13\302\240uger");
  /* Four are entered and two computed: the goals share their counts. */
  tal_catalogue_get_records (get_catalogue (&stage), TAL_KIND_SERIES, &length);
  g_assert_cmpuint (length, ==, 5);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.go-back", NULL));
  tal_test_stage_settle ();
  g_assert_cmpstr (tal_window_get_page_name (stage.window), ==, "overview");

  tal_test_stage_close (&stage);
}

/* What is wrong is said in the dialog, which stays. */
static void
test_first_run_says_what_is_missing (void)
{
  TalTestStage stage = { NULL };
  GtkWindow   *dialog = NULL;

  tal_test_stage_open_empty (&stage);
  dialog = open_dialog (&stage, "win.new", TAL_TYPE_INITIATIVE_DIALOG);
  press (dialog);
  g_assert_nonnull (tal_test_stage_find_titled (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                                "Skriv, hvad indsatsen hedder."));
  type (dialog, "Indsatsens navn", "Indsats");
  type (dialog, "Den nye plans navn", "Plan");
  type (dialog, "Første dag", "engang");
  press (dialog);
  g_assert_true (find_dialog (&stage) == dialog);
  type (dialog, "Første dag", "");
  finish (&stage, dialog);

  dialog = open_dialog (&stage, "win.new-goal", TAL_TYPE_GOAL_DIALOG);
  type (dialog, "Hvad der tælles", "deltagere");
  type (dialog, "Målværdi", "mange");
  press (dialog);
  g_assert_true (find_dialog (&stage) == dialog);
  g_assert_true (
      gtk_widget_has_css_class (tal_test_stage_find_titled (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW,
                                                            "Målværdi"),
                                "error"));
  gtk_window_close (dialog);

  tal_test_stage_close (&stage);
}

static gboolean
has_two_goals (gpointer user_data)
{
  return find_goal (user_data, 1) != NULL && find_goal (user_data, 3) == NULL;
}

static gboolean
has_three_goals (gpointer user_data)
{
  return find_goal (user_data, 3) != NULL;
}

static gboolean
has_moved (gpointer user_data)
{
  return g_str_has_prefix (get_goal (user_data, 3)->wording, "Mindst 75");
}

static gboolean
has_moved_back (gpointer user_data)
{
  return g_str_has_prefix (get_goal (user_data, 3)->wording, "Mindst 40");
}

/* In the list of goals. */
static void
press_key (TalTestStage *stage, guint key, GdkModifierType modifiers)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (GTK_WIDGET (stage->window), TAL_TYPE_GOAL_ROW);

  g_assert_cmpuint (rows->len, >, 0);
  g_assert_nonnull (tal_test_stage_press (g_ptr_array_index (rows, 0), key, modifiers));
}

static void
test_first_run_deletes_moves_and_undoes (void)
{
  TalTestStage stage = { NULL };

  tal_test_stage_open_empty (&stage);
  make_initiative (&stage);
  make_goals (&stage);

  tal_window_show_initiative (stage.window, get_goal (&stage, 3)->initiative,
                              get_goal (&stage, 3)->record.id);
  press_key (&stage, GDK_KEY_Up, GDK_ALT_MASK);
  tal_test_stage_wait (has_moved, &stage);
  g_assert_true (g_str_has_prefix (get_goal (&stage, 2)->wording, "Mindst 40"));
  press_key (&stage, GDK_KEY_Down, GDK_ALT_MASK);
  tal_test_stage_wait (has_moved_back, &stage);

  tal_window_show_initiative (stage.window, get_goal (&stage, 3)->initiative,
                              get_goal (&stage, 3)->record.id);
  press_key (&stage, GDK_KEY_Delete, 0);
  tal_test_stage_wait (has_two_goals, &stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (has_three_goals, &stage);

  tal_test_stage_close (&stage);
}

/* NULL while there is none. */
static const TalInitiative *
find_initiative (TalTestStage *stage)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (get_catalogue (stage), TAL_KIND_INITIATIVE, &length);

  return length > 0 ? TAL_INITIATIVE (records[0]) : NULL;
}

static const TalInitiative *
get_initiative (TalTestStage *stage)
{
  const TalInitiative *initiative = find_initiative (stage);

  if (initiative == NULL)
    g_error ("there is no initiative");
  return initiative;
}

static gboolean
is_archived (gpointer user_data)
{
  return get_initiative (user_data)->archived;
}

static gboolean
has_no_initiative (gpointer user_data)
{
  return find_initiative (user_data) == NULL;
}

static gboolean
has_initiative (gpointer user_data)
{
  return find_initiative (user_data) != NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog (user_data) != NULL;
}

static GtkWidget *
find_archived_check (TalTestStage *stage)
{
  return tal_test_stage_find_titled (GTK_WIDGET (stage->window), GTK_TYPE_CHECK_BUTTON,
                                     "Vis arkiverede");
}

static void
test_first_run_archives (void)
{
  TalTestStage stage = { NULL };
  GtkWidget   *check = NULL;

  tal_test_stage_open_empty (&stage);
  make_initiative (&stage);
  tal_window_show_destination (stage.window, TAL_DESTINATION_OVERVIEW);
  check = find_archived_check (&stage);
  g_assert_false (gtk_widget_get_visible (check));

  tal_window_show_initiative (stage.window, get_initiative (&stage)->record.id, TAL_ID_NONE);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.archive-initiative", "s", "");
  tal_test_stage_wait (is_archived, &stage);
  g_assert_true (gtk_widget_get_visible (check));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);

  tal_test_stage_close (&stage);
}

/* With the figures that would go too, in the words of a plural. */
static void
test_first_run_asks_before_an_initiative_is_deleted (void)
{
  TalTestStage stage = { NULL };
  GtkWindow   *dialog = NULL;

  tal_test_stage_open_empty (&stage);
  make_initiative (&stage);
  make_goals (&stage);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.delete-initiative", "s", "");
  tal_test_stage_wait (has_dialog, &stage);
  dialog = find_dialog (&stage);
  g_assert_cmpstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "3 mål og 0 resultater slettes også. Du kan fortryde bagefter.");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  gtk_window_destroy (dialog);
  tal_test_stage_wait (has_no_initiative, &stage);
  g_assert_cmpstr (tal_window_get_page_name (stage.window), ==, "overview");

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  tal_test_stage_wait (has_initiative, &stage);
  g_assert_nonnull (get_goal (&stage, 3));

  tal_test_stage_close (&stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/first-run/makes-a-plan-an-initiative-and-three-goals",
                   test_first_run_makes_a_plan_an_initiative_and_three_goals);
  g_test_add_func ("/ui/first-run/says-what-is-missing", test_first_run_says_what_is_missing);
  g_test_add_func ("/ui/first-run/deletes-moves-and-undoes",
                   test_first_run_deletes_moves_and_undoes);
  g_test_add_func ("/ui/first-run/archives", test_first_run_archives);
  g_test_add_func ("/ui/first-run/asks-before-an-initiative-is-deleted",
                   test_first_run_asks_before_an_initiative_is_deleted);
  return g_test_run ();
}
