/* SPDX-License-Identifier: GPL-3.0-or-later */

/* States a goal: what is measured, of what, and what is asked for, with the sentence that it
 * makes and what will be entered for it above the form.  Of a new goal it makes the goal, of
 * one that is there it changes it; either is one step to undo.
 */

#pragma once

#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_DIALOG (tal_goal_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalDialog, tal_goal_dialog, TAL, GOAL_DIALOG, AdwWindow)

/* A new goal of an initiative.  The parent hears of it by its action "win.show-goal". */
GtkWidget *tal_goal_dialog_new (GtkWindow *parent, TalWorkspace *workspace, TalId initiative);
/* A goal that is there; NULL where it is put together in a way that a form cannot show. */
GtkWidget *tal_goal_dialog_new_for_goal (GtkWindow     *parent,
                                         TalWorkspace  *workspace,
                                         const TalGoal *goal);

G_END_DECLS
