/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The latest changes of one goal, a line each: of its figures, its terms and what is written
 * of it.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_HISTORY (tal_goal_history_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalHistory, tal_goal_history, TAL, GOAL_HISTORY, GtkWidget)

GtkWidget *tal_goal_history_new (void);

/* NULL while there is none. */
void tal_goal_history_set_workspace (TalGoalHistory *self, TalWorkspace *workspace);
/* Reads them anew.  Those of another goal are away at once. */
void tal_goal_history_show (TalGoalHistory *self, TalId goal);

G_END_DECLS
