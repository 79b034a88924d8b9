/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands above the initiatives of one plan in the overview: its summary where its
 * initiatives may be compared, its name and the axis.  It is used again for another plan when
 * its own is scrolled away.
 */

#pragma once

#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_PLAN_HEADING (tal_plan_heading_get_type ())

G_DECLARE_FINAL_TYPE (TalPlanHeading, tal_plan_heading, TAL, PLAN_HEADING, GtkWidget)

GtkWidget *tal_plan_heading_new (void);
/* Shows the plan as it is there now; 'summed' shows its summary too, where it may have one. */
void tal_plan_heading_show (TalPlanHeading *self,
                            TalStatusTable *statuses,
                            TalId           plan,
                            gboolean        summed);

G_END_DECLS
