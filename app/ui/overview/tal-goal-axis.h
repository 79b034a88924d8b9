/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words above a column of goal bars: where nothing, the target and its double are. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_AXIS (tal_goal_axis_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalAxis, tal_goal_axis, TAL, GOAL_AXIS, GtkWidget)

GtkWidget *tal_goal_axis_new (void);

G_END_DECLS
