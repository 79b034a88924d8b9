/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure written at its point of a line: above it, or below where it would lie on a line,
 * or a little farther away.
 * For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* Between the sides of 'plot' and above its foot, clear of what is 'reach' around the point.  Only
 * lines and marks from the shape 'first_shape' on are minded.  NULL, and nothing added, where
 * there is no room. */
TalChartShape *tal_chart_point_label_add (TalChartPlan *plan,
                                          const char   *text,
                                          TalChartInk   ink,
                                          TalChartPoint point,
                                          double        reach,
                                          TalChartBox   plot,
                                          guint         first_shape);

G_END_DECLS
