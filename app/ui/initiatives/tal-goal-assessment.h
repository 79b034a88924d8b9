/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person's words on a goal's result in the period that is shown: why it was or was not met,
 * and where the computed verdict does not stand, which one does and why.  It shows itself
 * where there is something to explain or an explanation.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_ASSESSMENT (tal_goal_assessment_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalAssessment, tal_goal_assessment, TAL, GOAL_ASSESSMENT, GtkWidget)

GtkWidget *tal_goal_assessment_new (void);
/* NULL lets go of it. */
void tal_goal_assessment_set_workspace (TalGoalAssessment *self, TalWorkspace *workspace);
/* Shows a goal as it stands now; nothing where the period is unset. */
void tal_goal_assessment_show (TalGoalAssessment   *self,
                               const TalGoalStatus *status,
                               TalPeriod            period);
/* Takes back what is typed in the field with the focus and not stored; FALSE where nothing
 * is. */
gboolean tal_goal_assessment_revert_focused (TalGoalAssessment *self);

G_END_DECLS
