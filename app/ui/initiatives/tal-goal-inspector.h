/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything about one goal's result in one period, to be read and corrected: its
 * numerator, denominator or value, whether it is final, and a remark.  Each field is
 * saved when it is left; what cannot be saved says so beside the field.
 */

#pragma once

#include "model/tal-workspace.h"
#include "ui/initiatives/tal-field-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_INSPECTOR (tal_goal_inspector_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalInspector, tal_goal_inspector, TAL, GOAL_INSPECTOR, GtkWidget)

GtkWidget *tal_goal_inspector_new (void);
/* NULL lets go of it. */
void tal_goal_inspector_set_workspace (TalGoalInspector *self, TalWorkspace *workspace);
/* What was refused of the goal before is kept, and shown again with that goal and the period
 * that was asked for. */
void  tal_goal_inspector_set_goal (TalGoalInspector *self, TalId goal);
TalId tal_goal_inspector_get_goal (TalGoalInspector *self);
/* Puts the cursor into the first field that can be edited; FALSE where none can. */
gboolean tal_goal_inspector_focus_first_field (TalGoalInspector *self);
/* Puts the cursor into the explanation. */
void tal_goal_inspector_start_explaining (TalGoalInspector *self);
/* Takes back what is typed in the field with the focus and not stored; FALSE where
 * nothing is. */
gboolean tal_goal_inspector_revert_focused (TalGoalInspector *self);
/* What was refused of goals or periods that are not shown now. */
const TalFieldDrafts *tal_goal_inspector_get_drafts (TalGoalInspector *self);

G_END_DECLS
