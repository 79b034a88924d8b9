/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a series should come to: a line across the plot at the target, which steps where the
 * target does, in the ink of text so that it is nobody's result.  Rings mark the level of
 * somebody else.  For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* The series' targets between 'left' and 'right', each as far as halfway to its neighbours. */
void tal_chart_target_line_add (TalChartPlan        *plan,
                                guint                series,
                                const GArray        *places,
                                const TalChartScale *scale,
                                double               left,
                                double               right);

/* What is said of the last known target, "mål 40 pct.", and its value; NULL where there is
 * none, or where a series before this one says the same of the same. */
char *tal_chart_target_line_dup_label (const TalChartSpec *spec, guint series, double *ret_value);

G_END_DECLS
