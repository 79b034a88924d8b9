/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One goal on its initiative's page: number, wording, the counts behind its result, its
 * bullet and its verdict.
 */

#pragma once

#include "core/tal-attainment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_GOAL_ROW (tal_goal_row_get_type ())

G_DECLARE_FINAL_TYPE (TalGoalRow, tal_goal_row, TAL, GOAL_ROW, GtkListBoxRow)

GtkWidget *tal_goal_row_new (void);
void       tal_goal_row_show (TalGoalRow *self, const TalGoalStatus *status);
/* The goal that it showed last. */
TalId tal_goal_row_get_goal (TalGoalRow *self);

G_END_DECLS
