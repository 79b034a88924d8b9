/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole plan at a glance: one square for each goal, in its number, grouped by
 * initiative.  Filled is met, outlined is not met, hatched may still change, dotted has
 * no result.  Groups that do not fit go to the next line.
 */

#pragma once

#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_STRIP (tal_goal_strip_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalStrip, tal_goal_strip, TAL, GOAL_STRIP, GtkWidget)

GtkWidget *tal_goal_strip_new (void);
/* The goals of all the plan's initiatives. */
void tal_goal_strip_set_plan (TalGoalStrip *self, TalStatusTable *statuses, TalId plan);

G_END_DECLS
