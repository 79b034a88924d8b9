/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure written at its point of a line: above it, or below where it would lie on a line,
 * or a little farther away.
 * For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CHART_POINT_SIDE_EITHER,
  TAL_CHART_POINT_SIDE_ABOVE,
  TAL_CHART_POINT_SIDE_BELOW,
} TalChartPointSide;

/* Between the sides of 'plot' and above its foot, clear of what is 'reach' around the point.  Only
 * lines and marks from the shape 'first_shape' on are minded.  NULL, and nothing added, where
 * there is no room. */
TalChartShape *tal_chart_point_label_add (TalChartPlan     *plan,
                                          TalChartFont      font,
                                          TalChartInk       ink,
                                          const char       *text,
                                          TalChartPoint     point,
                                          double            reach,
                                          TalChartPointSide side,
                                          TalChartBox       plot,
                                          guint             first_shape);

G_END_DECLS
