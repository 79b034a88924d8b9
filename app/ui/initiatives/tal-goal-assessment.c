/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-assessment.h"

#include "core/tal-assessment-edit.h"
#include "core/tal-goal-text.h"
#include "model/tal-clock.h"
#include "ui/initiatives/tal-remark-field.h"

#include <glib/gi18n-lib.h>

struct _TalGoalAssessment
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  TalId         goal;
  TalPeriod     period;
  gboolean      updating;
  char         *text; /* as it is stored or on its way */
  char         *why;  /* likewise, of the verdict */

  GtkWidget      *box;
  TalRemarkField *explanation;
  GtkDropDown    *verdict;
  TalRemarkField *reason;
};

G_DEFINE_FINAL_TYPE (TalGoalAssessment, tal_goal_assessment, GTK_TYPE_WIDGET)

static void
commit (TalGoalAssessment *self, TalRemarkField *field)
{
  const TalAssessment *before =
      tal_assessment_edit_find (tal_workspace_get_catalogue (self->workspace), self->goal,
                                self->period);
  TalAssessmentEdit *request = g_new0 (TalAssessmentEdit, 1);

  request->assessment = before != NULL ? before->record.id : TAL_ID_NONE;
  request->goal = self->goal;
  request->period = self->period;
  request->today = tal_clock_get_today ();
  request->text = g_strdup (self->text);
  request->verdict = (TalAttainment)gtk_drop_down_get_selected (self->verdict);
  request->reason = g_strdup (self->why);
  tal_remark_field_store (field, self->workspace, tal_assessment_edit_make_changes, request,
                          (GDestroyNotify)tal_assessment_edit_free);
}

static void
explanation_edited_cb (TalGoalAssessment *self, const char *text)
{
  g_free (self->text);
  self->text = g_strdup (text);
  commit (self, self->explanation);
}

static void
reason_edited_cb (TalGoalAssessment *self, const char *text)
{
  g_free (self->why);
  self->why = g_strdup (text);
  commit (self, self->reason);
}

static void
show_reason (TalGoalAssessment *self)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self->reason));

  gtk_widget_set_visible (row,
                          gtk_drop_down_get_selected (self->verdict) != TAL_ATTAINMENT_COMPUTED);
}

/* Another verdict waits for its reason; the computed one needs none. */
static void
verdict_selected_cb (TalGoalAssessment *self)
{
  if (self->updating || self->workspace == NULL)
    return;

  show_reason (self);
  if (gtk_drop_down_get_selected (self->verdict) == TAL_ATTAINMENT_COMPUTED ||
      (self->why != NULL && self->why[0] != '\0'))
    {
      commit (self, self->reason);
      return;
    }

  tal_remark_field_refuse (self->reason, _ ("Write why the computed verdict does not stand."));
  gtk_widget_child_focus (GTK_WIDGET (self->reason), GTK_DIR_TAB_FORWARD);
}

static void
tal_goal_assessment_dispose (GObject *object)
{
  TalGoalAssessment *self = TAL_GOAL_ASSESSMENT (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_goal_assessment_parent_class)->dispose (object);
}

static void
tal_goal_assessment_finalize (GObject *object)
{
  g_free (TAL_GOAL_ASSESSMENT (object)->text);
  g_free (TAL_GOAL_ASSESSMENT (object)->why);

  G_OBJECT_CLASS (tal_goal_assessment_parent_class)->finalize (object);
}

static void
tal_goal_assessment_class_init (TalGoalAssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_goal_assessment_dispose;
  G_OBJECT_CLASS (klass)->finalize = tal_goal_assessment_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_row (GtkWidget *list, GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_css_classes (row, (const char *[]){ "field", "editable", NULL });
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

/* The verdicts in the order of TalAttainment. */
static GtkWidget *
create_verdicts (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget                *chooser = NULL;

  gtk_string_list_append (names, _ ("As computed"));
  for (guint i = TAL_ATTAINMENT_MET; i <= TAL_ATTAINMENT_NO_TARGET; i++)
    gtk_string_list_append (names, tal_goal_text_verdict ((TalAttainment)i));
  chooser = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Verdict"), -1);
  return chooser;
}

static void
tal_goal_assessment_init (TalGoalAssessment *self)
{
  GtkWidget *heading = gtk_label_new (_ ("Explanation"));
  GtkWidget *list = gtk_list_box_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->explanation = TAL_REMARK_FIELD (tal_remark_field_new ());
  self->verdict = GTK_DROP_DOWN (create_verdicts ());
  self->reason = TAL_REMARK_FIELD (tal_remark_field_new ());
  tal_remark_field_set_title (self->explanation, _ ("Why the result is what it is"));
  tal_remark_field_set_title (self->reason, _ ("Why the computed verdict does not stand"));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_css_classes (heading, (const char *[]){ "heading", "inspector-heading", NULL });
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Explanation"), -1);
  add_row (list, GTK_WIDGET (self->explanation));
  add_row (list, GTK_WIDGET (self->verdict));
  add_row (list, GTK_WIDGET (self->reason));
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), list);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  g_signal_connect_object (self->explanation, "edited", G_CALLBACK (explanation_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reason, "edited", G_CALLBACK (reason_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->verdict, "notify::selected", G_CALLBACK (verdict_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
tal_goal_assessment_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_ASSESSMENT, NULL);
}

void
tal_goal_assessment_set_workspace (TalGoalAssessment *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_GOAL_ASSESSMENT (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  self->goal = TAL_ID_NONE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_stored (TalGoalAssessment *self, const TalAssessment *stored)
{
  g_free (self->text);
  g_free (self->why);
  self->text = g_strdup (stored != NULL ? stored->text : NULL);
  self->why = g_strdup (stored != NULL ? stored->verdict_reason : NULL);
  tal_remark_field_set_remark (self->explanation, self->text);
  tal_remark_field_set_remark (self->reason, self->why);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->verdict,
                              stored != NULL ? stored->verdict : TAL_ATTAINMENT_COMPUTED);
  self->updating = FALSE;
  show_reason (self);
}

void
tal_goal_assessment_show (TalGoalAssessment *self, const TalGoalStatus *status, TalPeriod period)
{
  const TalAssessment *stored = NULL;
  gboolean             editable = FALSE;

  g_return_if_fail (TAL_IS_GOAL_ASSESSMENT (self));
  g_return_if_fail (status != NULL && self->workspace != NULL);

  if (!tal_id_is_equal (self->goal, status->goal->record.id) ||
      !tal_period_is_equal (self->period, period))
    {
      tal_remark_field_revert (self->explanation);
      tal_remark_field_revert (self->reason);
    }
  self->goal = status->goal->record.id;
  self->period = period;
  editable = !tal_workspace_get_read_only (self->workspace);
  if (tal_period_is_set (period))
    stored = tal_assessment_edit_find (tal_workspace_get_catalogue (self->workspace), self->goal,
                                       period);
  show_stored (self, stored);
  tal_remark_field_set_editable (self->explanation, editable);
  tal_remark_field_set_editable (self->reason, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->verdict), editable);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          stored != NULL || (editable && tal_period_is_set (period) &&
                                             tal_attainment_is_missed (status->attainment)));
}

gboolean
tal_goal_assessment_revert_focused (TalGoalAssessment *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_ASSESSMENT (self), FALSE);

  return tal_remark_field_revert_focused (self->explanation) ||
         tal_remark_field_revert_focused (self->reason);
}
