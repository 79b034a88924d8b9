/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The import assistant as a person goes through it, by keys and by pointer. */

#include "config.h"

#include "support/commit.h"
#include "support/sent-file.h"
#include "ui/import/tal-import-choice-cell.h"
#include "ui/import/tal-import-difference-page.h"
#include "ui/import/tal-import-name-cell.h"
#include "ui/import/tal-import-window.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  TalTestStage stage;
  char        *file;
  GtkWidget   *assistant;
} Fixture;

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *each = windows; each != NULL; each = each->next)
    {
      if (g_type_is_a (G_OBJECT_TYPE (each->data), type))
        return each->data;
    }

  return NULL;
}

static TalWorkspace *
get_workspace (Fixture *fixture)
{
  return tal_window_get_workspace (fixture->stage.window);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  *fixture = (Fixture){ { NULL } };
  tal_test_stage_open (&fixture->stage);
  fixture->file = g_build_filename (fixture->stage.folder, "jki.indsats.xml", NULL);
  sent_file_write (fixture->file);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *left = find_window (TAL_TYPE_IMPORT_WINDOW);

  if (left != NULL)
    gtk_window_destroy (GTK_WINDOW (left));
  commit_wait_for_all (get_workspace (fixture));
  g_unlink (fixture->file);
  tal_test_stage_close (&fixture->stage);
  g_free (fixture->file);
}

static const char *
get_step (Fixture *fixture)
{
  GtkWidget *stack = g_object_get_data (G_OBJECT (fixture->assistant), "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

/* Lets what is under way in the worker come back, and be shown. */
static void
wait (Fixture *fixture)
{
  commit_wait_for_all (get_workspace (fixture));
  commit_wait_for_all (get_workspace (fixture));
  tal_test_stage_settle ();
}

static void
open_assistant (Fixture *fixture)
{
  g_autoptr (GFile)     file = g_file_new_for_path (fixture->file);
  g_autoptr (GPtrArray) stacks = NULL;

  tal_window_import_file (fixture->stage.window, file);
  fixture->assistant = find_window (TAL_TYPE_IMPORT_WINDOW);
  g_assert_nonnull (fixture->assistant);
  stacks = tal_test_stage_list_widgets (fixture->assistant, GTK_TYPE_STACK);
  g_object_set_data (G_OBJECT (fixture->assistant), "stack", g_ptr_array_index (stacks, 0));
  wait (fixture);
}

static void
act (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (fixture->assistant, action, NULL));
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

static GtkColumnView *
get_view (Fixture *fixture)
{
  GtkWidget *page = tal_test_stage_find_only (fixture->assistant, TAL_TYPE_IMPORT_DIFFERENCE_PAGE);

  return GTK_COLUMN_VIEW (tal_test_stage_find_only (page, GTK_TYPE_COLUMN_VIEW));
}

static GtkSingleSelection *
get_selection (Fixture *fixture)
{
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (get_view (fixture)));
}

static void
press (Fixture *fixture, guint key, GdkModifierType state)
{
  GtkEventController *keys = tal_test_stage_find_controller (GTK_WIDGET (get_view (fixture)),
                                                             GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean            taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &taken);
  g_assert_true (taken);
}

static TalImportItem *
get_selected (Fixture *fixture)
{
  return gtk_single_selection_get_selected_item (get_selection (fixture));
}

static void
assert_numerator (Fixture *fixture, int goal, gint64 expected)
{
  const TalGoalStatus *status = tal_test_stage_find_goal (&fixture->stage, goal);

  g_assert_cmpint (tal_fraction_compare (status->numerator.value,
                                         tal_fraction_from_integer (expected)),
                   ==, 0);
}

/* The same goal as they have worked on: a conflict. */
static void
edit_here (Fixture *fixture)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = TAL_DECIMAL (300, 0) };
  const TalGoal      *goal = tal_test_stage_find_goal (&fixture->stage, 2)->goal;
  TalPeriod           period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_parse ("2023", &period, NULL));
  tal_workspace_edit_goal_async (get_workspace (fixture), goal->record.id, TAL_PART_NUMERATOR,
                                 period, &edit, NULL, NULL, NULL);
  wait (fixture);
}

/* Enter does not close what was just opened. */
static void
test_import_begins_at_the_file (Fixture *fixture, gconstpointer unused)
{
  GtkWidget *focus = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.import-file", NULL);
  fixture->assistant = find_window (TAL_TYPE_IMPORT_WINDOW);
  tal_test_stage_show_frame (fixture->assistant);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->assistant));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (focus)), ==, _ ("_Choose a file …"));
}

static void
test_import_goes_through_its_steps (Fixture *fixture, gconstpointer unused)
{
  open_assistant (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "check");
  g_assert_nonnull (find_text (fixture->assistant, "BIF"));
  act (fixture, "import.next");
  g_assert_cmpstr (get_step (fixture), ==, "differences");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))), ==, 3);
  act (fixture, "import.next");
  g_assert_cmpstr (get_step (fixture), ==, "summary");
  assert_numerator (fixture, 5, 179);

  act (fixture, "import.next");
  g_assert_null (find_window (TAL_TYPE_IMPORT_WINDOW));
  assert_numerator (fixture, 2, 299);
  assert_numerator (fixture, 5, 181);
  g_assert_nonnull (find_text (GTK_WIDGET (fixture->stage.window), "3"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->stage.window), "win.undo", NULL);
  wait (fixture);
  assert_numerator (fixture, 2, 268);
  assert_numerator (fixture, 5, 179);
}

static void
test_import_goes_back_and_changes_nothing_when_closed (Fixture *fixture, gconstpointer unused)
{
  open_assistant (fixture);
  act (fixture, "import.next");
  act (fixture, "import.next");
  act (fixture, "import.back");
  g_assert_cmpstr (get_step (fixture), ==, "differences");
  act (fixture, "import.back");
  act (fixture, "import.back");
  g_assert_cmpstr (get_step (fixture), ==, "file");
  gtk_window_close (GTK_WINDOW (fixture->assistant));
  tal_test_stage_settle ();
  g_assert_null (find_window (TAL_TYPE_IMPORT_WINDOW));
  assert_numerator (fixture, 5, 179);
}

static void
test_import_is_chosen_by_keys (Fixture *fixture, gconstpointer unused)
{
  edit_here (fixture);
  open_assistant (fixture);
  act (fixture, "import.next");
  tal_test_stage_show_frame (fixture->assistant);

  press (fixture, GDK_KEY_F8, 0);
  g_assert_cmpint (tal_import_item_get_row (get_selected (fixture))->type, ==,
                   TAL_IMPORT_ROW_CONFLICT);
  g_assert_cmpint (tal_import_item_get_choice (get_selected (fixture)), ==, TAL_IMPORT_CHOICE_OPEN);
  press (fixture, GDK_KEY_d, 0);
  g_assert_cmpint (tal_import_item_get_choice (get_selected (fixture)), ==,
                   TAL_IMPORT_CHOICE_THEIRS);
  press (fixture, GDK_KEY_v, 0);
  g_assert_cmpint (tal_import_item_get_choice (get_selected (fixture)), ==, TAL_IMPORT_CHOICE_OURS);
  press (fixture, GDK_KEY_space, 0);
  g_assert_cmpint (tal_import_item_get_choice (get_selected (fixture)), ==,
                   TAL_IMPORT_CHOICE_THEIRS);

  /* Somebody who has chosen is asked before that is lost. */
  gtk_window_close (GTK_WINDOW (fixture->assistant));
  tal_test_stage_settle ();
  g_assert_nonnull (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (find_window (TAL_TYPE_IMPORT_WINDOW));
  gtk_window_close (GTK_WINDOW (find_window (ADW_TYPE_MESSAGE_DIALOG)));
  tal_test_stage_settle ();

  act (fixture, "import.next");
  act (fixture, "import.next");
  assert_numerator (fixture, 2, 299);
}

static void
click (GtkWidget *root, const char *label)
{
  g_autoptr (GPtrArray) buttons = tal_test_stage_list_widgets (root, GTK_TYPE_CHECK_BUTTON);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (buttons, i);

      if (g_strcmp0 (gtk_check_button_get_label (button), label) == 0)
        gtk_check_button_set_active (button, !gtk_check_button_get_active (button));
    }
}

/* The cell in the row of an item. */
static GtkWidget *
find_choice (Fixture *fixture, TalImportRowType type)
{
  g_autoptr (GPtrArray) names =
      tal_test_stage_list_widgets (fixture->assistant, TAL_TYPE_IMPORT_NAME_CELL);

  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget     *cell = g_ptr_array_index (names, i);
      TalImportItem *item = tal_import_name_cell_get_item (TAL_IMPORT_NAME_CELL (cell));

      if (item != NULL && tal_import_item_get_row (item)->type == type)
        return tal_test_stage_find_only (gtk_widget_get_parent (gtk_widget_get_parent (cell)),
                                         TAL_TYPE_IMPORT_CHOICE_CELL);
    }
  g_assert_not_reached ();
}

static void
test_import_is_chosen_by_pointer (Fixture *fixture, gconstpointer unused)
{
  edit_here (fixture);
  open_assistant (fixture);
  act (fixture, "import.next");
  tal_test_stage_show_frame (fixture->assistant);
  click (find_choice (fixture, TAL_IMPORT_ROW_CONFLICT), _ ("Ours"));
  click (find_choice (fixture, TAL_IMPORT_ROW_NEW), _ ("Take along"));
  act (fixture, "import.next");
  act (fixture, "import.next");
  assert_numerator (fixture, 2, 300);
  assert_numerator (fixture, 5, 181);
}

static void
test_import_leaves_out_what_is_undecided (Fixture *fixture, gconstpointer unused)
{
  edit_here (fixture);
  open_assistant (fixture);
  act (fixture, "import.next");
  act (fixture, "import.next");
  g_assert_nonnull (find_text (fixture->assistant, "1"));
  act (fixture, "import.next");
  assert_numerator (fixture, 2, 300);
  assert_numerator (fixture, 5, 181);
}

static void
test_import_shows_a_kind_at_a_time (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) chips = NULL;
  guint                 n_seen = 0;

  open_assistant (fixture);
  act (fixture, "import.next");
  chips = tal_test_stage_list_widgets (fixture->assistant, GTK_TYPE_TOGGLE_BUTTON);
  for (guint i = 0; i < chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (chips, i);
      const char      *label = gtk_button_get_label (GTK_BUTTON (chip));

      if (label == NULL || !gtk_widget_get_visible (GTK_WIDGET (chip)))
        continue;
      gtk_toggle_button_set_active (chip, TRUE);
      n_seen++;
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (get_selection (fixture))), ==,
                        g_ascii_strtoull (strrchr (label, ' ') + 1, NULL, 10));
    }
  /* All, new and changed. */
  g_assert_cmpuint (n_seen, ==, 3);
}

/* A row says all of itself to who cannot see it. */
static void
test_import_rows_speak (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) names = NULL;

  open_assistant (fixture);
  act (fixture, "import.next");
  tal_test_stage_show_frame (fixture->assistant);
  names = tal_test_stage_list_widgets (fixture->assistant, TAL_TYPE_IMPORT_NAME_CELL);
  g_assert_cmpuint (names->len, >=, 3);
  for (guint i = 0; i < names->len; i++)
    {
      GtkWidget       *cell = g_ptr_array_index (names, i);
      TalImportItem   *item = tal_import_name_cell_get_item (TAL_IMPORT_NAME_CELL (cell));
      g_autofree char *sentence = item != NULL ? tal_import_item_dup_sentence (item) : NULL;

      if (sentence != NULL)
        gtk_test_accessible_assert_property (gtk_widget_get_parent (gtk_widget_get_parent (cell)),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
    }
}

static void
test_import_compares_again_what_has_moved (Fixture *fixture, gconstpointer unused)
{
  open_assistant (fixture);
  act (fixture, "import.next");
  act (fixture, "import.next");
  edit_here (fixture);
  act (fixture, "import.next");
  wait (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "differences");
  assert_numerator (fixture, 2, 300);
  assert_numerator (fixture, 5, 179);
}

static void
test_import_refuses_what_is_no_file_for_it (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (g_file_set_contents (fixture->file, "<exchange>", -1, NULL));
  open_assistant (fixture);
  g_assert_cmpstr (get_step (fixture), ==, "check");
  g_assert_nonnull (find_text (fixture->assistant, _ ("The file cannot be imported")));
  g_assert_nonnull (
      tal_test_stage_find_titled (fixture->assistant, GTK_TYPE_BUTTON, _ ("_Copy error report")));
}

static void
test_import_says_that_nothing_is_new (Fixture *fixture, gconstpointer unused)
{
  sent_file_write_unchanged (fixture->file);
  open_assistant (fixture);
  g_assert_nonnull (find_text (fixture->assistant, _ ("The file contains no changes")));
  act (fixture, "import.next");
  g_assert_null (find_window (TAL_TYPE_IMPORT_WINDOW));
}

/* Into what is open, when the system opens a file with the program. */
static void
test_import_opens_with_the_program (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->file);

  g_application_open (G_APPLICATION (fixture->stage.application), &file, 1, "");
  wait (fixture);
  g_assert_nonnull (find_window (TAL_TYPE_IMPORT_WINDOW));
  g_assert_cmpstr (tal_workspace_get_path (get_workspace (fixture)), ==, fixture->stage.path);
}

static void
test_import_takes_a_file_that_is_dropped (Fixture *fixture, gconstpointer unused)
{
  GtkEventController *target =
      tal_test_stage_find_controller (GTK_WIDGET (fixture->stage.window), GTK_TYPE_DROP_TARGET);
  g_autoptr (GFile) file = g_file_new_for_path (fixture->file);
  g_auto (GValue)   value = G_VALUE_INIT;
  gboolean          taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &taken);
  g_assert_true (taken);
  g_assert_nonnull (find_window (TAL_TYPE_IMPORT_WINDOW));
  wait (fixture);
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

  add ("/ui/import/begins-at-the-file", test_import_begins_at_the_file);
  add ("/ui/import/goes-through-its-steps", test_import_goes_through_its_steps);
  add ("/ui/import/goes-back-and-changes-nothing-when-closed",
       test_import_goes_back_and_changes_nothing_when_closed);
  add ("/ui/import/is-chosen-by-keys", test_import_is_chosen_by_keys);
  add ("/ui/import/is-chosen-by-pointer", test_import_is_chosen_by_pointer);
  add ("/ui/import/leaves-out-what-is-undecided", test_import_leaves_out_what_is_undecided);
  add ("/ui/import/shows-a-kind-at-a-time", test_import_shows_a_kind_at_a_time);
  add ("/ui/import/rows-speak", test_import_rows_speak);
  add ("/ui/import/compares-again-what-has-moved", test_import_compares_again_what_has_moved);
  add ("/ui/import/refuses-what-is-no-file-for-it", test_import_refuses_what_is_no_file_for_it);
  add ("/ui/import/opens-with-the-program", test_import_opens_with_the_program);
  add ("/ui/import/takes-a-file-that-is-dropped", test_import_takes_a_file_that_is_dropped);
  add ("/ui/import/says-that-nothing-is-new", test_import_says_that_nothing_is_new);
  return g_test_run ();
}
