/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans and lists: named, put in order, merged and cleaned up in their own window. */

#include "config.h"

#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"
#include "support/commit.h"
#include "ui/initiatives/tal-figure-row.h"
#include "ui/initiatives/tal-remark-field.h"
#include "ui/lists/tal-list-row.h"
#include "ui/lists/tal-list-tree.h"
#include "ui/lists/tal-lists-window.h"
#include "ui/lists/tal-merge-dialog.h"
#include "ui/lists/tal-plan-copy-dialog.h"
#include "ui/lists/tal-record-form.h"
#include "ui/tal-test-stage.h"

#include <glib/gi18n.h>

typedef struct
{
  TalTestStage stage;
  GtkWidget   *lists;
  TalListTree *tree;
} Lists;

static GtkWidget *
find_widget (GtkWidget *root, GType type, guint position)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (root, type);

  g_assert_cmpuint (found->len, >, position);
  return g_ptr_array_index (found, position);
}

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

static void
open_lists (Lists *self, const char *list)
{
  tal_test_stage_open (&self->stage);
  gtk_widget_activate_action (GTK_WIDGET (self->stage.window), "win.show-lists", "s", list);
  tal_test_stage_settle ();
  self->lists = find_window (TAL_TYPE_LISTS_WINDOW);
  g_assert_nonnull (self->lists);
  self->tree = TAL_LIST_TREE (find_widget (self->lists, TAL_TYPE_LIST_TREE, 0));
}

static void
close_lists (Lists *self)
{
  gtk_window_destroy (GTK_WINDOW (self->lists));
  tal_test_stage_close (&self->stage);
}

static const TalCatalogue *
get_catalogue (Lists *self)
{
  return tal_workspace_get_catalogue (tal_window_get_workspace (self->stage.window));
}

static void
act (Lists *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (self->lists, action, NULL));
  commit_wait_for_all (tal_window_get_workspace (self->stage.window));
}

static void
type (Lists *self, guint field, const char *text)
{
  GtkWidget *edit = find_widget (self->lists, TAL_TYPE_REMARK_FIELD, field);

  g_assert_true (gtk_widget_grab_focus (find_widget (edit, GTK_TYPE_TEXT_VIEW, 0)));
  gtk_text_buffer_set_text (tal_remark_field_get_buffer (TAL_REMARK_FIELD (edit)), text, -1);
  gtk_window_set_focus (GTK_WINDOW (self->lists), NULL);
  commit_wait_for_all (tal_window_get_workspace (self->stage.window));
}

static const TalMember *
find_member (Lists *self, const char *name)
{
  guint                   length = 0;
  const TalRecord *const *members =
      tal_catalogue_get_records (get_catalogue (self), TAL_KIND_MEMBER, &length);

  for (guint i = 0; i < length; i++)
    {
      if (g_strcmp0 (TAL_MEMBER (members[i])->name, name) == 0)
        return TAL_MEMBER (members[i]);
    }

  return NULL;
}

static const char *
get_reason (GtkWidget *field)
{
  g_autoptr (GPtrArray) labels = tal_test_stage_list_widgets (field, GTK_TYPE_LABEL);

  for (guint i = 0; i < labels->len; i++)
    {
      GtkWidget *label = g_ptr_array_index (labels, i);

      if (gtk_widget_has_css_class (label, "error") && gtk_widget_get_visible (label))
        return gtk_label_get_text (GTK_LABEL (label));
    }

  return NULL;
}

static void
test_lists_name_what_is_new (void)
{
  Lists            self = { { NULL } };
  const TalMember *member = NULL;
  TalId            id;

  open_lists (&self, "areas");
  act (&self, "list.new");
  g_assert_nonnull (find_member (&self, _ ("New area")));
  id = find_member (&self, _ ("New area"))->record.id;
  g_assert_true (tal_id_is_equal (tal_list_tree_get_selected (self.tree), id));

  type (&self, 0, "Ydre\nNordvest");
  member = find_member (&self, "Ydre Nordvest");
  g_assert_nonnull (member);
  g_assert_cmpint (member->dimension, ==, TAL_DIMENSION_AREA);
  type (&self, 2, "Utterslev\n\nBispeparken");
  g_assert_cmpuint (find_member (&self, "Ydre Nordvest")->aliases->len, ==, 2);

  for (guint i = 0; i < 3; i++)
    act (&self, "list.undo");
  g_assert_null (tal_catalogue_find (get_catalogue (&self), TAL_KIND_MEMBER, id));
  close_lists (&self);
}

static void
test_lists_say_beside_the_field_what_they_refuse (void)
{
  Lists self = { { NULL } };

  open_lists (&self, "plans");
  type (&self, 1, "i overmorgen");
  g_assert_nonnull (get_reason (find_widget (self.lists, TAL_TYPE_REMARK_FIELD, 1)));
  type (&self, 0, "");
  g_assert_nonnull (get_reason (find_widget (self.lists, TAL_TYPE_REMARK_FIELD, 0)));
  close_lists (&self);
}

static void
test_lists_keep_what_is_used_and_say_by_whom (void)
{
  Lists self = { { NULL } };
  TalId plan;
  guint n_before = 0;
  guint n_after = 0;

  open_lists (&self, "plans");
  plan = tal_list_tree_get_selected (self.tree);
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_before);
  act (&self, "list.remove");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  g_assert_nonnull (get_reason (self.lists));

  act (&self, "list.new");
  g_assert_false (tal_id_is_equal (tal_list_tree_get_selected (self.tree), plan));
  act (&self, "list.remove");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  close_lists (&self);
}

static void
press (Lists *self, guint key)
{
  GtkWidget          *rows = find_widget (GTK_WIDGET (self->tree), GTK_TYPE_LIST_BOX, 0);
  GtkEventController *keys = tal_test_stage_find_controller (rows, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean            taken = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, 0, &taken);
  g_assert_true (taken);
}

/* Tab goes to the form of the record that is chosen, and chooses no other on its way. */
static void
test_lists_lead_by_tab_to_the_form (void)
{
  Lists      self = { { NULL } };
  GtkWidget *focus = NULL;
  TalId      chosen;

  open_lists (&self, "plans");
  tal_test_stage_show_frame (self.lists);
  chosen = tal_list_tree_get_selected (self.tree);
  gtk_widget_grab_focus (GTK_WIDGET (self.tree));
  press (&self, GDK_KEY_Tab);
  focus = gtk_window_get_focus (GTK_WINDOW (self.lists));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, TAL_TYPE_RECORD_FORM));
  g_assert_true (tal_id_is_equal (tal_list_tree_get_selected (self.tree), chosen));
  close_lists (&self);
}

static void
test_lists_fold_by_the_arrow_keys (void)
{
  Lists                   self = { { NULL } };
  g_autoptr (GPtrArray)   before = NULL;
  g_autoptr (GPtrArray)   folded = NULL;
  g_autoptr (GPtrArray)   after = NULL;
  const TalMember        *whole = NULL;
  const TalRecord *const *members = NULL;
  guint                   length = 0;

  open_lists (&self, "areas");
  members = tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &length);
  for (guint i = 0; i < length && whole == NULL; i++)
    {
      const TalMember *member = TAL_MEMBER (members[i]);

      if (member->dimension == TAL_DIMENSION_AREA && !tal_id_is_none (member->parent))
        whole = TAL_MEMBER (
            tal_catalogue_find (get_catalogue (&self), TAL_KIND_MEMBER, member->parent));
    }
  if (whole == NULL)
    {
      g_test_skip ("the example has no area in an area");
      close_lists (&self);
      return;
    }

  tal_list_tree_select (self.tree, whole->record.id);
  gtk_widget_grab_focus (GTK_WIDGET (self.tree));
  before = tal_test_stage_list_widgets (self.lists, TAL_TYPE_LIST_ROW);
  press (&self, GDK_KEY_Left);
  folded = tal_test_stage_list_widgets (self.lists, TAL_TYPE_LIST_ROW);
  g_assert_cmpuint (folded->len, <, before->len);
  press (&self, GDK_KEY_Right);
  after = tal_test_stage_list_widgets (self.lists, TAL_TYPE_LIST_ROW);
  g_assert_cmpuint (after->len, ==, before->len);
  close_lists (&self);
}

static void
test_lists_merge_two_into_one (void)
{
  Lists      self = { { NULL } };
  guint      n_before = 0;
  guint      n_after = 0;
  GtkWidget *dialog = NULL;

  open_lists (&self, "target-groups");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &n_before);
  act (&self, "list.merge");
  dialog = find_window (TAL_TYPE_MERGE_DIALOG);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (tal_test_stage_find_titled (dialog, GTK_TYPE_BUTTON, _ ("_Merge")),
                                                     "clicked");
  commit_wait_for_all (tal_window_get_workspace (self.stage.window));
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &n_after);
  g_assert_cmpuint (n_after, ==, n_before - 1);

  act (&self, "list.undo");
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_MEMBER, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  close_lists (&self);
}

/* The goal of that number whose initiative carries that one on. */
static const TalGoal *
find_carried_on (Lists *self, TalId former, int number)
{
  guint                   length = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (get_catalogue (self), TAL_KIND_GOAL, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalRecord *initiative = tal_catalogue_find (get_catalogue (self), TAL_KIND_INITIATIVE,
                                                        TAL_GOAL (goals[i])->initiative);

      if (TAL_GOAL (goals[i])->number == number &&
          tal_id_is_equal (TAL_INITIATIVE (initiative)->predecessor, former))
        return TAL_GOAL (goals[i]);
    }

  return NULL;
}

static void
copy_plan (Lists *self, TalId plan)
{
  GtkWidget *dialog = NULL;
  char       id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (plan, id);
  gtk_widget_activate_action (GTK_WIDGET (self->stage.window), "win.copy-plan", "s", id);
  dialog = find_window (TAL_TYPE_PLAN_COPY_DIALOG);
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (tal_test_stage_find_titled (dialog, GTK_TYPE_BUTTON, _ ("_Copy")),
                                                     "clicked");
  commit_wait_for_all (tal_window_get_workspace (self->stage.window));
  tal_test_stage_settle ();
  g_assert_null (find_window (TAL_TYPE_PLAN_COPY_DIALOG));
}

/* Into the first field of the goal that is selected on the initiative's page. */
static void
enter_result (Lists *self, const char *text)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (GTK_WIDGET (self->stage.window), TAL_TYPE_FIGURE_ROW);
  TalFigureRow *row = NULL;

  for (guint i = 0; i < rows->len && row == NULL; i++)
    {
      if (gtk_widget_get_mapped (g_ptr_array_index (rows, i)))
        row = g_ptr_array_index (rows, i);
    }
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (row)));
  gtk_editable_set_text (tal_figure_row_get_editable (row), text);
  g_signal_emit_by_name (tal_figure_row_get_editable (row), "activate");
  commit_wait_for_all (tal_window_get_workspace (self->stage.window));
}

static gboolean
has_result (Lists *self, const TalGoal *goal)
{
  TalWorkspace        *workspace = tal_window_get_workspace (self->stage.window);
  guint                n_goals = 0;
  const TalGoalStatus *goals =
      tal_status_table_get_initiative (tal_workspace_get_statuses (workspace), goal->initiative,
                                       &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      if (tal_id_is_equal (goals[i].goal->record.id, goal->record.id))
        return tal_figure_is_known (&goals[i].figure);
    }

  return FALSE;
}

/* The yearly round: the plan carried on, a first result of its new period, and all of it taken
 * back. */
static void
test_lists_copy_a_plan_into_the_next_period (void)
{
  Lists                self = { { NULL } };
  TalWorkspace        *workspace = NULL;
  const TalInitiative *initiative = NULL;
  const TalGoal       *goal = NULL;
  const TalPlan       *plan = NULL;
  TalPeriod            period;
  TalId                former;
  guint                n_before = 0;
  guint                n_after = 0;

  tal_test_stage_open (&self.stage);
  workspace = tal_window_get_workspace (self.stage.window);
  former = tal_test_stage_find_goal (&self.stage, 4)->goal->initiative;
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_before);
  g_assert_null (find_carried_on (&self, former, 4));
  copy_plan (&self, TAL_INITIATIVE (
                        tal_catalogue_find (get_catalogue (&self), TAL_KIND_INITIATIVE, former))
                        ->plan);

  goal = find_carried_on (&self, former, 4);
  g_assert_nonnull (goal);
  initiative = TAL_INITIATIVE (
      tal_catalogue_find (get_catalogue (&self), TAL_KIND_INITIATIVE, goal->initiative));
  plan = TAL_PLAN (tal_catalogue_find (get_catalogue (&self), TAL_KIND_PLAN, initiative->plan));
  g_assert_cmpstr (plan->name, ==, "Integrationshandleplanen 2024-2028");
  g_assert_cmpint (initiative->state, ==, TAL_INITIATIVE_STATE_PLANNED);
  g_assert_cmpstr (tal_window_get_page_name (self.stage.window), ==, "overview");

  g_assert_true (tal_period_parse ("2024", &period, NULL));
  tal_workspace_set_period (workspace, period);
  commit_wait_for_all (workspace);
  tal_window_show_initiative (self.stage.window, initiative->record.id, goal->record.id);
  commit_wait_for_all (workspace);
  g_assert_false (has_result (&self, goal));
  enter_result (&self, "361");
  g_assert_true (has_result (&self, find_carried_on (&self, former, 4)));

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (self.stage.window), "win.undo", NULL);
      commit_wait_for_all (workspace);
    }
  tal_catalogue_get_records (get_catalogue (&self), TAL_KIND_PLAN, &n_after);
  g_assert_cmpuint (n_after, ==, n_before);
  g_assert_null (find_carried_on (&self, former, 4));
  tal_test_stage_close (&self.stage);
}

int
main (int argc, char **argv)
{
  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  g_test_add_func ("/ui/lists/name-what-is-new", test_lists_name_what_is_new);
  g_test_add_func ("/ui/lists/say-beside-the-field-what-they-refuse",
                   test_lists_say_beside_the_field_what_they_refuse);
  g_test_add_func ("/ui/lists/keep-what-is-used-and-say-by-whom",
                   test_lists_keep_what_is_used_and_say_by_whom);
  g_test_add_func ("/ui/lists/lead-by-tab-to-the-form", test_lists_lead_by_tab_to_the_form);
  g_test_add_func ("/ui/lists/fold-by-the-arrow-keys", test_lists_fold_by_the_arrow_keys);
  g_test_add_func ("/ui/lists/merge-two-into-one", test_lists_merge_two_into_one);
  g_test_add_func ("/ui/lists/copy-a-plan-into-the-next-period",
                   test_lists_copy_a_plan_into_the_next_period);
  return g_test_run ();
}
