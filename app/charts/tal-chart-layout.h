/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The layouts of the kinds, a file or two each.  Each calls tal_chart_plan_add_frame once and
 * fills the room that it leaves.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

void tal_chart_layout_bullet (TalChartPlan *plan);
void tal_chart_layout_columns (TalChartPlan *plan);
void tal_chart_layout_distribution (TalChartPlan *plan);
void tal_chart_layout_dots (TalChartPlan *plan);
void tal_chart_layout_dumbbell (TalChartPlan *plan);
void tal_chart_layout_funnel (TalChartPlan *plan);
/* Also the years over one another. */
void tal_chart_layout_line (TalChartPlan *plan);
void tal_chart_layout_mix (TalChartPlan *plan);
void tal_chart_layout_multiples (TalChartPlan *plan);
void tal_chart_layout_sparkline (TalChartPlan *plan);
void tal_chart_layout_strip (TalChartPlan *plan);
void tal_chart_layout_sum (TalChartPlan *plan);
void tal_chart_layout_timeline (TalChartPlan *plan);
void tal_chart_layout_waterfall (TalChartPlan *plan);

G_END_DECLS
