/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One goal's result against its target, on an axis of its own.  A picture for the row
 * around it, which speaks the figures.
 */

#pragma once

#include "core/tal-attainment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_BULLET (tal_goal_bullet_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalBullet, tal_goal_bullet, TAL, GOAL_BULLET, GtkWidget)

GtkWidget *tal_goal_bullet_new (void);
/* What it says is copied. */
void tal_goal_bullet_set_status (TalGoalBullet *self, const TalGoalStatus *status);

G_END_DECLS
