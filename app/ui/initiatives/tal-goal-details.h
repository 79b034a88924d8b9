/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal as it was adopted, to be read and corrected where it stands: its words, its target,
 * whom and how it is measured, who adopted it and why.  Each field is saved when it is left;
 * what cannot be kept says so beside the field.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_DETAILS (tal_goal_details_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalDetails, tal_goal_details, TAL, GOAL_DETAILS, GtkWidget)

GtkWidget *tal_goal_details_new (void);
/* NULL lets go of it. */
void tal_goal_details_set_workspace (TalGoalDetails *self, TalWorkspace *workspace);
/* Shows a goal as it stands now.  What is typed for another goal is given up first. */
void tal_goal_details_show (TalGoalDetails *self, const TalGoalStatus *status);
/* Takes back what is typed in the field with the focus and not stored; FALSE where nothing
 * is. */
gboolean tal_goal_details_revert_focused (TalGoalDetails *self);

G_END_DECLS
