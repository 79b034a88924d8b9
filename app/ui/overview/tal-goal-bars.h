/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One bar for each goal of an initiative, every one scaled to its own target: the heavy
 * ticks stand in one vertical line, the right end is double the target, and what goes
 * beyond is cut with an arrow head.
 *
 * It is a picture for the row around it, which speaks the figures.
 */

#pragma once

#include "core/tal-attainment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_BARS (tal_goal_bars_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalBars, tal_goal_bars, TAL, GOAL_BARS, GtkWidget)

GtkWidget *tal_goal_bars_new (void);
/* What they say is copied.  No resize is queued: the row asks how high they are, in pixels. */
void tal_goal_bars_set_statuses (TalGoalBars         *self,
                                 const TalGoalStatus *statuses,
                                 guint                n_statuses);
int  tal_goal_bars_get_height (TalGoalBars *self);

G_END_DECLS
