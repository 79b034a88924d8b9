/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-history.h"

#include "core/tal-goal.h"
#include "ui/common/tal-seen.h"

/* How many are listed. */
#define LENGTH 5

struct _TalGoalHistory
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GCancellable *reading; /* NULL unless they are being read */
  TalId         goal;

  GtkWidget *box;
  GtkBox    *lines;
};

G_DEFINE_FINAL_TYPE (TalGoalHistory, tal_goal_history, GTK_TYPE_WIDGET)

static void
add_line (TalGoalHistory *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_css_classes (label, (const char *[]){ "caption", "dim-label", NULL });
  gtk_box_append (self->lines, label);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalGoalHistory) self = user_data;
  g_autoptr (GPtrArray)      sentences = NULL;
  GtkWidget                 *child = NULL;

  sentences = tal_workspace_list_goal_history_finish (TAL_WORKSPACE (source), result, NULL);
  if (sentences == NULL)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_box_remove (self->lines, child);
  for (guint i = 0; i < sentences->len; i++)
    add_line (self, g_ptr_array_index (sentences, i));
  gtk_widget_set_visible (self->box, sentences->len > 0);
}

static void
stop_reading (TalGoalHistory *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_lines (GtkWidget *widget)
{
  TalGoalHistory *self = TAL_GOAL_HISTORY (widget);

  stop_reading (self);
  if (self->workspace == NULL || tal_id_is_none (self->goal))
    return;

  self->reading = g_cancellable_new ();
  tal_workspace_list_goal_history_async (self->workspace, self->goal, LENGTH, self->reading,
                                         listed_cb, g_object_ref (self));
}

/* The history narrowed down to the goal's initiative. */
static void
show_all_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalGoalHistory  *self = TAL_GOAL_HISTORY (widget);
  const TalRecord *record = NULL;
  char             id[TAL_ID_STRING_LENGTH + 1];

  if (self->workspace != NULL)
    record = tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), TAL_KIND_GOAL,
                                 self->goal);
  if (record == NULL)
    return;

  tal_id_format (TAL_GOAL (record)->initiative, id);
  gtk_widget_activate_action (widget, "win.show-history", "s", id);
}

static void
tal_goal_history_dispose (GObject *object)
{
  TalGoalHistory *self = TAL_GOAL_HISTORY (object);

  stop_reading (self);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_GOAL_HISTORY);

  G_OBJECT_CLASS (tal_goal_history_parent_class)->dispose (object);
}

static void
tal_goal_history_class_init (TalGoalHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_goal_history_dispose;

  gtk_widget_class_install_action (widget_class, "goal-history.show-all", NULL, show_all_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/initiatives/tal-goal-history.ui");
  gtk_widget_class_bind_template_child (widget_class, TalGoalHistory, box);
  gtk_widget_class_bind_template_child (widget_class, TalGoalHistory, lines);
}

static void
tal_goal_history_init (TalGoalHistory *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_goal_history_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_HISTORY, NULL);
}

void
tal_goal_history_set_workspace (TalGoalHistory *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_GOAL_HISTORY (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  stop_reading (self);
  self->goal = TAL_ID_NONE;
  gtk_widget_set_visible (self->box, FALSE);
}

void
tal_goal_history_show (TalGoalHistory *self, TalId goal)
{
  g_return_if_fail (TAL_IS_GOAL_HISTORY (self));
  g_return_if_fail (self->workspace != NULL);

  stop_reading (self);
  if (!tal_id_is_equal (self->goal, goal))
    gtk_widget_set_visible (self->box, FALSE);
  self->goal = goal;
  tal_seen_call (GTK_WIDGET (self), read_lines);
}
