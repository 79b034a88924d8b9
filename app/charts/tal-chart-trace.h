/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The course of a series through its figures: straight from one to the next, broken where a
 * figure is missing or of another kind than the one before, dashed where it leads to one that is
 * not final.  Never a figure that is not there.  For layouts.
 */

#pragma once

#include "charts/tal-chart-look.h"
#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* Up to so many positions each figure has a mark of its own. */
#define TAL_CHART_MOST_MARKED 12

typedef struct
{
  guint         series;
  const GArray *places; /* of double, one for each position: where it stands across */
  TalChartScale scale;
  TalChartLook  look;
} TalChartTrace;

/* The line, its marks, and a spot for each known figure on the plan's last scale, which must be
 * the trace's. */
void tal_chart_trace_add (TalChartPlan *plan, const TalChartTrace *trace);

/* Where a figure stands; it must be known. */
TalChartPoint tal_chart_trace_get_point (const TalChartTrace *trace,
                                         TalChartValue        value,
                                         guint                position);

/* The first and the last known position; FALSE where there is none. */
gboolean tal_chart_trace_find_ends (const TalChartSpec *spec,
                                    guint               series,
                                    guint              *ret_first,
                                    guint              *ret_last);

/* The points of a line that an eye can tell apart: of those in a column one unit wide the first,
 * the lowest, the highest and the last, in their order.  An array of TalChartPoint. */
GArray *tal_chart_trace_thin (const TalChartPoint *points, guint n_points);

G_END_DECLS
