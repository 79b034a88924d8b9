/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts upon one another: what is above zero piles up, what is below it down.  For layouts. */

#pragma once

#include "charts/tal-chart-spec.h"
#include "charts/tal-chart-value-axis.h"

#include <glib.h>

G_BEGIN_DECLS

/* The sum of the known figures of the series before 'series' that are below zero, or of those
 * that are not. */
double tal_chart_stack_sum_below (const TalChartSpec *spec,
                                  guint               series,
                                  guint               position,
                                  gboolean            negative);

/* The whole of a position, exact; preliminary where a part is.  FALSE where a part is missing, or
 * the whole has too many digits. */
gboolean tal_chart_stack_sum (const TalChartSpec *spec, guint position, TalChartValue *ret_sum);

/* As tal_chart_value_axis_find_reach, with zero always, and with the sums where the spec is
 * stacked. */
TalChartReach tal_chart_stack_find_reach (const TalChartSpec *spec);

G_END_DECLS
