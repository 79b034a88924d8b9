/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One plan in the overview: its summary where its initiatives may be compared, its
 * heading with the axis, and a row for each initiative.  The order is the plan's own,
 * never that of the results.
 */

#pragma once

#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_PLAN_SECTION (tal_plan_section_get_type ())

G_DECLARE_FINAL_TYPE (TalPlanSection, tal_plan_section, TAL, PLAN_SECTION, GtkWidget)

GtkWidget *tal_plan_section_new (TalId plan);
TalId      tal_plan_section_get_plan (TalPlanSection *self);
/* Shows the plan as it is now; rows that stay keep their focus. */
void tal_plan_section_show (TalPlanSection *self, const TalStatusTable *statuses);
/* Shows only the rows that a search finds (NULL is all), those of archived initiatives only
 * where they are wanted too, and the summary only where nothing is searched for.  Returns how
 * many rows are left. */
guint tal_plan_section_filter (TalPlanSection       *self,
                               const TalStatusTable *statuses,
                               const char           *wanted,
                               gboolean              archived);

G_END_DECLS
