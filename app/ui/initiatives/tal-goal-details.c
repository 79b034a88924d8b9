/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-details.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-entry.h"
#include "base/tal-danish-number.h"
#include "base/tal-error.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-draft.h"
#include "ui/initiatives/tal-remark-field.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  FIELD_TEXT,
  FIELD_TARGET,
  FIELD_WEEKS,
  FIELD_PERIOD,
  FIELD_DAY,
} FieldKind;

/* 'offset' is that of a text in TalGoal. */
static const struct
{
  const char *title;
  FieldKind   kind;
  gsize       offset;
} fields[] = {
  { N_ ("Wording"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, wording) },
    { N_ ("Target"), FIELD_TARGET, 0 },
      { N_ ("Deadline in weeks"), FIELD_WEEKS, 0 },
        { N_ ("Own measured period"), FIELD_PERIOD, 0 },
          { N_ ("Population"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, population) },
            { N_ ("Own method of measurement"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, method) },
              { N_ ("Own source of the figures"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, source) },
                { N_ ("Adopted by"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, adopted_by) },
                  { N_ ("Adopted on"), FIELD_DAY, 0 },
                    { N_ ("Reason for the target"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, reason) },
                      { N_ ("Note"), FIELD_TEXT, G_STRUCT_OFFSET (TalGoal, note) },
                    };

#define N_FIELDS G_N_ELEMENTS (fields)

struct _TalGoalDetails
{
  GtkWidget parent_instance;

  TalWorkspace   *workspace;
  TalId           goal;
  TalPeriod       target_period; /* of the target that is shown */
  guint           criterion;     /* that it is of */
  TalRemarkField *edits[N_FIELDS];

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TalGoalDetails, tal_goal_details, GTK_TYPE_WIDGET)

static char **
get_text (TalGoal *goal, guint position)
{
  return (char **)((char *)goal + fields[position].offset);
}

static gboolean
refuse (const char *sentence, GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, sentence);
  return FALSE;
}

static gboolean
write_target (TalGoalDetails *self, TalGoalDraft *draft, const char *text, GError **error)
{
  TalCriterion  *criterion = tal_goal_draft_get_criterion (draft, self->criterion);
  TalDanishEntry entry;

  if (!tal_danish_entry_parse (text, &entry, error))
    return FALSE;
  if (entry.kind != TAL_DANISH_ENTRY_NUMBER || entry.preliminary)
    return refuse (_ ("The target is a number, such as 350 or 8,7."), error);

  for (guint i = 0; criterion->targets != NULL && i < criterion->targets->len; i++)
    {
      TalTarget *target = &g_array_index (criterion->targets, TalTarget, i);

      if (tal_period_is_equal (target->period, self->target_period))
        target->value = entry.value;
    }
  return TRUE;
}

static gboolean
write_weeks (TalGoal *goal, const char *text, GError **error)
{
  guint64 n_weeks = 0;

  if (text[0] != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, 1000, &n_weeks, NULL))
    return refuse (_ ("The deadline is a whole number of weeks, such as 13."), error);

  goal->deadline_weeks = (int)n_weeks;
  return TRUE;
}

static gboolean
write_field (
    TalGoalDetails *self, TalGoalDraft *draft, guint position, const char *text, GError **error)
{
  TalGoal *goal = draft->goal;
  char   **own = NULL;

  switch (fields[position].kind)
    {
    case FIELD_TEXT:
      own = get_text (goal, position);
      g_free (*own);
      *own = text[0] != '\0' ? g_strdup (text) : NULL;
      return TRUE;
    case FIELD_TARGET:
      return write_target (self, draft, text, error);
    case FIELD_WEEKS:
      return write_weeks (goal, text, error);
    case FIELD_PERIOD:
      goal->measuring_period = TAL_PERIOD_UNSET;
      return text[0] == '\0' || tal_danish_period_parse (text, &goal->measuring_period, error);
    case FIELD_DAY:
      goal->adopted_on = TAL_DAY_NONE;
      return text[0] == '\0' || tal_danish_date_parse (text, &goal->adopted_on, error);
    }

  g_return_val_if_reached (FALSE);
}

static void
edited_cb (TalGoalDetails *self, const char *text, TalRemarkField *field)
{
  const TalRecord *record =
      tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), TAL_KIND_GOAL, self->goal);
  g_autoptr (TalGoalDraft) draft = NULL;
  g_autoptr (GError)       error = NULL;
  guint                    position = 0;

  if (record == NULL)
    return;

  while (self->edits[position] != field)
    position++;
  draft = tal_goal_draft_new_for_goal (tal_workspace_get_catalogue (self->workspace),
                                       TAL_GOAL (record));
  if (!write_field (self, draft, position, text, &error))
    {
      tal_remark_field_refuse (field, error->message);
      return;
    }

  tal_remark_field_store (field, self->workspace, tal_goal_draft_make_changes,
                          g_steal_pointer (&draft), (GDestroyNotify)tal_goal_draft_free);
}

static void
tal_goal_details_dispose (GObject *object)
{
  TalGoalDetails *self = TAL_GOAL_DETAILS (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_goal_details_parent_class)->dispose (object);
}

static void
tal_goal_details_class_init (TalGoalDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_goal_details_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
add_field (TalGoalDetails *self, guint position)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *field = tal_remark_field_new ();

  tal_remark_field_set_title (TAL_REMARK_FIELD (field), _ (fields[position].title));
  g_signal_connect_object (field, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_css_classes (row, (const char *[]){ "field", "editable", NULL });
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), field);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  self->edits[position] = TAL_REMARK_FIELD (field);
}

static void
tal_goal_details_init (TalGoalDetails *self)
{
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("As adopted"), -1);
  for (guint i = 0; i < N_FIELDS; i++)
    add_field (self, i);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}

GtkWidget *
tal_goal_details_new (void)
{
  return g_object_new (TAL_TYPE_GOAL_DETAILS, NULL);
}

void
tal_goal_details_set_workspace (TalGoalDetails *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_GOAL_DETAILS (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (g_set_object (&self->workspace, workspace))
    self->goal = TAL_ID_NONE;
}

/* As it is typed; NULL where there is none. */
static char *
write_text (const TalGoalStatus *status, guint position)
{
  const TalGoal *goal = status->goal;

  switch (fields[position].kind)
    {
    case FIELD_TEXT:
      return g_strdup (*get_text ((TalGoal *)goal, position));
    case FIELD_TARGET:
      return tal_decimal_is_none (status->target)
                 ? NULL
                 : tal_danish_number_format (status->target, TAL_DANISH_NUMBER_TRUE_MINUS);
    case FIELD_WEEKS:
      return goal->deadline_weeks > 0 ? g_strdup_printf ("%d", goal->deadline_weeks) : NULL;
    case FIELD_PERIOD:
      return tal_period_is_set (goal->measuring_period)
                 ? tal_danish_period_format (goal->measuring_period, TAL_DANISH_PERIOD_TEXT)
                 : NULL;
    case FIELD_DAY:
      return goal->adopted_on != TAL_DAY_NONE
                 ? tal_danish_date_format (goal->adopted_on, TAL_DANISH_DATE_TEXT)
                 : NULL;
    }

  g_return_val_if_reached (NULL);
}

/* Whether its criterion has that target written down, so that it can be corrected. */
static gboolean
has_target (TalGoalDetails *self, const TalGoalStatus *status)
{
  for (guint i = 0; i < tal_goal_get_n_criteria (status->goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (status->goal, i);

      if (criterion != status->criterion)
        continue;
      self->criterion = i;
      for (guint j = 0; criterion->targets != NULL && j < criterion->targets->len; j++)
        {
          if (tal_period_is_equal (g_array_index (criterion->targets, TalTarget, j).period,
                                   status->target_period))
            return TRUE;
        }
    }

  return FALSE;
}

void
tal_goal_details_show (TalGoalDetails *self, const TalGoalStatus *status)
{
  gboolean other = FALSE;
  gboolean editable = FALSE;

  g_return_if_fail (TAL_IS_GOAL_DETAILS (self));
  g_return_if_fail (status != NULL && self->workspace != NULL);

  other = !tal_id_is_equal (self->goal, status->goal->record.id);
  editable = !tal_workspace_get_read_only (self->workspace);
  self->goal = status->goal->record.id;
  self->target_period = status->target_period;
  for (guint i = 0; i < N_FIELDS; i++)
    {
      g_autofree char *text = write_text (status, i);
      gboolean         shown =
          fields[i].kind == FIELD_TARGET ? has_target (self, status) : editable || text != NULL;

      if (other)
        tal_remark_field_revert (self->edits[i]);
      tal_remark_field_set_remark (self->edits[i], text);
      tal_remark_field_set_editable (self->edits[i], editable);
      gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->edits[i])), shown);
    }
}

gboolean
tal_goal_details_revert_focused (TalGoalDetails *self)
{
  g_return_val_if_fail (TAL_IS_GOAL_DETAILS (self), FALSE);

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (tal_remark_field_revert_focused (self->edits[i]))
        return TRUE;
    }

  return FALSE;
}
