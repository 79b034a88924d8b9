/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-inspector.h"

#include "core/tal-danish-period.h"
#include "core/tal-goal-text.h"
#include "model/tal-figure-entry.h"
#include "ui/common/tal-verdict-label.h"
#include "ui/initiatives/tal-field-drafts.h"
#include "ui/initiatives/tal-figure-row.h"
#include "ui/initiatives/tal-goal-assessment.h"
#include "ui/initiatives/tal-goal-details.h"
#include "ui/initiatives/tal-goal-history.h"
#include "ui/initiatives/tal-property-row.h"
#include "ui/initiatives/tal-remark-field.h"

#include <glib/gi18n-lib.h>

struct _TalGoalInspector
{
  GtkWidget parent_instance;

  TalWorkspace   *workspace;
  GSignalGroup   *signals;
  GCancellable   *reading; /* of the parts of the goal that is shown */
  TalId           goal;
  TalPeriod       chosen; /* the period that is asked for; unset for the newest */
  TalGoalParts   *parts;  /* NULL until they are read */
  TalFieldDrafts *drafts; /* of other goals and periods */
  gboolean        updating;

  GtkWidget         *box;
  GtkLabel          *title;
  TalVerdictLabel   *verdict;
  TalPropertyRow    *requirement;
  TalFigureRow      *value;
  TalFigureRow      *numerator;
  TalFigureRow      *denominator;
  TalFigureRow      *figures[TAL_N_PARTS]; /* the three above, by their part */
  GtkListBoxRow     *final_row;
  GtkSwitch         *final_switch;
  GtkWidget         *description;
  TalPropertyRow    *period;
  TalPropertyRow    *method;
  TalPropertyRow    *source;
  TalRemarkField    *remark;
  TalGoalAssessment *assessment;
  TalGoalDetails    *details;
  TalGoalHistory    *history;
};

G_DEFINE_FINAL_TYPE (TalGoalInspector, tal_goal_inspector, GTK_TYPE_WIDGET)

/* An edit under way, with the field that asked for it and what was typed there; NULL where none
 * did. */
typedef struct
{
  TalGoalInspector *inspector;
  GtkWidget        *field;
  char             *text;
  TalId             goal;
  TalPeriod         period;
} Edit;

static void
edit_free (Edit *self)
{
  g_object_unref (self->inspector);
  g_clear_object (&self->field);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, edit_free)

static const TalGoalStatus *
find_status (TalGoalInspector *self)
{
  TalStatusTable *statuses = NULL;

  if (self->workspace == NULL || tal_id_is_none (self->goal))
    return NULL;

  statuses = tal_workspace_get_statuses (self->workspace);
  return statuses != NULL ? tal_status_table_find_goal (statuses, self->goal) : NULL;
}

/* The period that is shown and edited: the result's, else the one asked for, else the
 * target's. */
static TalPeriod
find_period (TalGoalInspector *self, const TalGoalStatus *status)
{
  if (tal_period_is_set (status->period))
    return status->period;
  if (tal_period_is_set (tal_workspace_get_period (self->workspace)))
    return tal_workspace_get_period (self->workspace);

  return status->target_period;
}

/* The figure whose state and remark stand for the whole result: the value where it is
 * entered, else its numerator. */
static TalPart
find_own_part (const TalGoalParts *parts)
{
  return parts->series[TAL_PART_VALUE] != NULL ? TAL_PART_VALUE : TAL_PART_NUMERATOR;
}

static void
say (TalGoalInspector *self, GtkWidget *field, const char *reason)
{
  if (TAL_IS_FIGURE_ROW (field))
    tal_figure_row_refuse (TAL_FIGURE_ROW (field), reason, NULL);
  else if (TAL_IS_REMARK_FIELD (field))
    tal_remark_field_refuse (TAL_REMARK_FIELD (field), reason);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", reason);
}

static void
show_figure (TalGoalInspector *self, const TalGoalStatus *status, TalPart part)
{
  TalFigureRow         *row = self->figures[part];
  const TalSeries      *series = self->parts->series[part];
  const TalObservation *observation = self->parts->observations[part];
  g_autofree char      *typed = tal_figure_entry_format (observation);
  g_autofree char      *words = NULL;
  g_autofree char      *subtitle = NULL;
  const TalGoal        *others = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row), series != NULL);
  if (series == NULL)
    return;

  words = tal_figure_entry_format_words (observation, series);
  tal_figure_row_set_figure (row, typed, words);
  tal_figure_row_set_editable (row, !tal_workspace_get_read_only (self->workspace));
  if (part == TAL_PART_DENOMINATOR)
    others = tal_edit_find_goal_of_people (self->parts->catalogue, status->goal, series);
  if (others != NULL)
    subtitle = g_strdup_printf (_ ("the people of goal %d"), others->number);
  tal_figure_row_set_subtitle (row, subtitle);
}

/* A computed result with one more decimal than papers have, and as papers have it. */
static void
show_computed (TalGoalInspector *self, const TalGoalStatus *status)
{
  TalFigureRow    *row = self->figures[TAL_PART_VALUE];
  g_autofree char *exact = NULL;
  g_autofree char *shown = tal_goal_text_result (status);
  g_autofree char *subtitle = NULL;
  TalDecimal       value;

  gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
  tal_figure_row_set_editable (row, FALSE);
  if (status->series == NULL || !tal_figure_is_known (&status->figure) ||
      !tal_figure_get_decimal (&status->figure, status->series->decimals + 1, &value))
    {
      tal_figure_row_set_figure (row, shown, shown);
      tal_figure_row_set_subtitle (row, NULL);
      return;
    }

  exact = tal_goal_text_value (value, status->series->measure_unit);
  subtitle = g_strdup_printf (_ ("shown as %s in briefings"), shown);
  tal_figure_row_set_figure (row, exact, exact);
  tal_figure_row_set_subtitle (row, subtitle);
}

static void
show_parts (TalGoalInspector *self, const TalGoalStatus *status)
{
  TalPart               own = find_own_part (self->parts);
  const TalObservation *observation = self->parts->observations[own];
  gboolean              editable = !tal_workspace_get_read_only (self->workspace);

  self->updating = TRUE;
  for (guint i = 0; i < TAL_N_PARTS; i++)
    show_figure (self, status, (TalPart)i);
  if (self->parts->series[TAL_PART_VALUE] == NULL)
    show_computed (self, status);

  gtk_widget_set_sensitive (GTK_WIDGET (self->final_row), editable && observation != NULL);
  gtk_switch_set_active (self->final_switch,
                         observation != NULL && observation->state == TAL_FIGURE_FINAL);
  tal_remark_field_set_editable (self->remark, editable && observation != NULL);
  tal_remark_field_set_remark (self->remark, observation != NULL ? observation->note : NULL);
  self->updating = FALSE;
}

static void
show_description (TalGoalInspector *self, const TalGoalStatus *status)
{
  const TalSeries *series = status->series;
  const TalSeries *own = NULL;
  g_autofree char *period = NULL;
  TalPeriod        measured = tal_period_is_set (status->goal->measuring_period)
                                  ? status->goal->measuring_period
                                  : find_period (self, status);

  if (self->parts != NULL)
    own = self->parts->series[find_own_part (self->parts)];
  if (tal_period_is_set (measured))
    period = tal_danish_period_format (measured, TAL_DANISH_PERIOD_TEXT);
  tal_property_row_set_value (self->period, period);
  tal_property_row_set_value (self->method, series != NULL && series->method != NULL
                                                ? series->method
                                                : (own != NULL ? own->method : NULL));
  tal_property_row_set_value (self->source, series != NULL && series->source != NULL
                                                ? series->source
                                                : (own != NULL ? own->source : NULL));
  gtk_widget_set_visible (self->description,
                          gtk_widget_get_visible (GTK_WIDGET (self->period)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->method)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->source)));
}

static void
show_status (TalGoalInspector *self, const TalGoalStatus *status)
{
  g_autofree char *title = g_strdup_printf (_ ("Goal %d"), status->goal->number);
  g_autofree char *requirement = tal_goal_text_requirement (status);

  gtk_label_set_label (self->title, title);
  tal_verdict_label_set_status (self->verdict, status);
  tal_property_row_set_value (self->requirement, requirement);
  show_description (self, status);
  tal_goal_assessment_show (self->assessment, status, find_period (self, status));
  tal_goal_details_show (self->details, status);
}

static void
parts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalGoalInspector) self = user_data;
  g_autoptr (TalGoalParts)     parts = NULL;
  g_autoptr (GError)           error = NULL;
  const TalGoalStatus         *status = NULL;

  parts = tal_workspace_load_parts_finish (TAL_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (parts == NULL)
    {
      say (self, NULL, error->message);
      return;
    }

  status = find_status (self);
  if (status == NULL)
    return;

  g_clear_pointer (&self->parts, tal_goal_parts_free);
  self->parts = g_steal_pointer (&parts);
  show_parts (self, status);
  show_description (self, status);
}

static void
stop_reading (TalGoalInspector *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Shows a goal in a period, and first puts aside what was refused of the one before. */
static void
turn_to (TalGoalInspector *self, TalId goal)
{
  const TalGoalStatus *before = find_status (self);
  guint n_kept = tal_field_drafts_take (self->drafts, self->goal, self->chosen, self->box);

  if (n_kept > 0 && before != NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("What you typed at goal %d could not be saved. It still stands there."),
          before->goal->number);

      say (self, NULL, message);
    }

  self->goal = goal;
  self->chosen =
      self->workspace != NULL ? tal_workspace_get_period (self->workspace) : TAL_PERIOD_UNSET;
  g_clear_pointer (&self->parts, tal_goal_parts_free);
  for (guint i = 0; i < TAL_N_PARTS; i++)
    tal_figure_row_revert (self->figures[i]);
  tal_remark_field_revert (self->remark);
}

static void
refresh (TalGoalInspector *self)
{
  const TalGoalStatus *status = find_status (self);
  TalPeriod            period;

  stop_reading (self);
  gtk_widget_set_visible (self->box, status != NULL);
  if (status == NULL)
    return;

  show_status (self, status);
  self->reading = g_cancellable_new ();
  period = find_period (self, status);
  if (tal_period_is_set (period))
    tal_workspace_load_parts_async (self->workspace, self->goal, period, self->reading,
                                    parts_loaded_cb, g_object_ref (self));
  tal_goal_history_show (self->history, self->goal);
  tal_field_drafts_give_back (self->drafts, self->goal, self->chosen);
}

/* Where its goal is not shown any more, the text waits until it is again. */
static void
refuse (const Edit *edit, const char *reason)
{
  TalGoalInspector *self = edit->inspector;

  if (edit->field == NULL || (tal_id_is_equal (self->goal, edit->goal) &&
                              tal_period_is_equal (self->chosen, edit->period)))
    {
      say (self, edit->field, reason);
      return;
    }

  tal_field_drafts_add (self->drafts, edit->goal, edit->period, edit->field, edit->text, reason);
  say (self, NULL, reason);
}

static void
goal_edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Edit)   edit = user_data;
  g_autoptr (GError) error = NULL;

  if (!tal_workspace_edit_goal_finish (TAL_WORKSPACE (source), result, &error))
    {
      refuse (edit, error->message);
      return;
    }

  if (edit->inspector->workspace == TAL_WORKSPACE (source))
    refresh (edit->inspector);
}

/* The field and its text may be NULL. */
static void
commit (TalGoalInspector    *self,
        TalPart              part,
        const TalFigureEdit *figure,
        GtkWidget           *field,
        const char          *text)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->inspector = g_object_ref (self);
  edit->field = field != NULL ? g_object_ref (field) : NULL;
  edit->text = g_strdup (text);
  edit->goal = self->goal;
  edit->period = self->chosen;
  tal_workspace_edit_goal_async (self->workspace, self->goal, part, self->parts->period, figure,
                                 NULL, goal_edited_cb, edit);
}

static void
figure_edited_cb (TalGoalInspector *self, const char *text, TalFigureRow *row)
{
  g_autoptr (GError) error = NULL;
  const TalSeries   *series = NULL;
  TalPart            part = TAL_PART_VALUE;
  TalFigureEdit      edit;

  while (self->figures[part] != row)
    part++;
  series = self->parts != NULL ? self->parts->series[part] : NULL;
  if (series == NULL)
    return;

  if (!tal_figure_entry_parse (text, series, &edit, &error))
    {
      g_autofree char *offer = tal_figure_entry_dup_offer (text, series);

      tal_figure_row_refuse (row, error->message, offer);
      return;
    }

  commit (self, part, &edit, GTK_WIDGET (row), text);
}

static void
final_switched_cb (TalGoalInspector *self)
{
  TalFigureEdit edit = { .sets_state = TRUE };

  if (self->updating || self->parts == NULL)
    return;

  edit.state =
      gtk_switch_get_active (self->final_switch) ? TAL_FIGURE_FINAL : TAL_FIGURE_PRELIMINARY;
  commit (self, find_own_part (self->parts), &edit, NULL, NULL);
}

static void
remark_edited_cb (TalGoalInspector *self, const char *text)
{
  TalFigureEdit edit = { .sets_note = TRUE, .note = text };

  if (self->parts != NULL)
    commit (self, find_own_part (self->parts), &edit, GTK_WIDGET (self->remark), text);
}

static void
statuses_changed_cb (TalGoalInspector *self)
{
  if (!tal_period_is_equal (self->chosen, tal_workspace_get_period (self->workspace)))
    turn_to (self, self->goal);
  refresh (self);
}

static void
tal_goal_inspector_dispose (GObject *object)
{
  TalGoalInspector *self = TAL_GOAL_INSPECTOR (object);

  stop_reading (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->parts, tal_goal_parts_free);
  g_clear_pointer (&self->drafts, tal_field_drafts_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_GOAL_INSPECTOR);

  G_OBJECT_CLASS (tal_goal_inspector_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE
                                               "/ui/initiatives/tal-goal-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, box);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, title);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, verdict);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, requirement);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, value);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, numerator);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, denominator);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, final_row);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, final_switch);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, description);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, period);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, method);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, source);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, remark);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, assessment);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, details);
  gtk_widget_class_bind_template_child (widget_class, TalGoalInspector, history);
  gtk_widget_class_bind_template_callback (widget_class, figure_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, final_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, remark_edited_cb);
}

static void
tal_goal_inspector_class_init (TalGoalInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_goal_inspector_dispose;

  g_type_ensure (TAL_TYPE_FIGURE_ROW);
  g_type_ensure (TAL_TYPE_GOAL_ASSESSMENT);
  g_type_ensure (TAL_TYPE_GOAL_DETAILS);
  g_type_ensure (TAL_TYPE_GOAL_HISTORY);
  g_type_ensure (TAL_TYPE_PROPERTY_ROW);
  g_type_ensure (TAL_TYPE_REMARK_FIELD);
  g_type_ensure (TAL_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
tal_goal_inspector_init (TalGoalInspector *self)
{
  self->drafts = tal_field_drafts_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->figures[TAL_PART_VALUE] = self->value;
  self->figures[TAL_PART_NUMERATOR] = self->numerator;
  self->figures[TAL_PART_DENOMINATOR] = self->denominator;

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
}

GtkWidget *
tal_goal_inspector_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_INSPECTOR, NULL);
}

void
tal_goal_inspector_set_workspace (TalGoalInspector *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_GOAL_INSPECTOR (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_group_set_target (self->signals, workspace);
  tal_goal_assessment_set_workspace (self->assessment, workspace);
  tal_goal_details_set_workspace (self->details, workspace);
  tal_goal_history_set_workspace (self->history, workspace);
  self->goal = TAL_ID_NONE;
  turn_to (self, TAL_ID_NONE);
  tal_field_drafts_clear (self->drafts);
  refresh (self);
}

void
tal_goal_inspector_set_goal (TalGoalInspector *self, TalId goal)
{
  g_return_if_fail (TAL_IS_GOAL_INSPECTOR (self));

  if (tal_id_is_equal (self->goal, goal))
    return;

  turn_to (self, goal);
  refresh (self);
}

TalId
tal_goal_inspector_get_goal (TalGoalInspector *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_INSPECTOR (self), TAL_ID_NONE);

  return self->goal;
}

gboolean
tal_goal_inspector_focus_first_field (TalGoalInspector *self)
{
  static const TalPart order[] = { TAL_PART_NUMERATOR, TAL_PART_DENOMINATOR, TAL_PART_VALUE };

  g_return_val_if_fail (TAL_IS_GOAL_INSPECTOR (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      TalFigureRow *row = self->figures[order[i]];

      if (gtk_widget_get_visible (GTK_WIDGET (row)) &&
          gtk_editable_get_editable (tal_figure_row_get_editable (row)))
        return gtk_widget_grab_focus (GTK_WIDGET (row));
    }

  return FALSE;
}

void
tal_goal_inspector_start_explaining (TalGoalInspector *self)
{
  g_return_if_fail (TAL_IS_GOAL_INSPECTOR (self));

  gtk_widget_child_focus (GTK_WIDGET (self->assessment), GTK_DIR_TAB_FORWARD);
}

gboolean
tal_goal_inspector_revert_focused (TalGoalInspector *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_INSPECTOR (self), FALSE);

  for (guint i = 0; i < TAL_N_PARTS; i++)
    {
      if (gtk_widget_get_focus_child (GTK_WIDGET (self->figures[i])) != NULL &&
          tal_figure_row_is_pending (self->figures[i]))
        {
          tal_figure_row_revert (self->figures[i]);
          return TRUE;
        }
    }
  if (tal_goal_assessment_revert_focused (self->assessment) ||
      tal_goal_details_revert_focused (self->details))
    return TRUE;
  return tal_remark_field_revert_focused (self->remark);
}

const TalFieldDrafts *
tal_goal_inspector_get_drafts (TalGoalInspector *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_INSPECTOR (self), NULL);

  return self->drafts;
}
