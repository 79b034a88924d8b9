/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goals of an initiative as the committee's table, see core/tal-goal-table.h: each row a goal
 * that can be chosen, the layout and what is in it in a menu.  Ctrl+C copies it whole.
 *
 * "goal-chosen" is emitted when another row is chosen, "goal-activated" by Enter.
 */

#pragma once

#include "core/tal-goal-table.h"
#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_TABLE_VIEW (tal_goal_table_view_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalTableView, tal_goal_table_view, TAL, GOAL_TABLE_VIEW, GtkWidget)

GtkWidget *tal_goal_table_view_new (void);
/* References the statuses. */
void  tal_goal_table_view_show (TalGoalTableView *self, TalStatusTable *statuses, TalId initiative);
TalId tal_goal_table_view_get_chosen (TalGoalTableView *self);

G_END_DECLS
