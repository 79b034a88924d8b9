/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strokes, textures and outlines of markers, in numbers: what cairo and SVG have to be told
 * alike.
 */

#pragma once

#include "charts/tal-chart-geometry.h"

#include <glib.h>

G_BEGIN_DECLS

/* How far hatching lines are from one another, and how thick. */
#define TAL_CHART_HATCH_STEP 5.0
#define TAL_CHART_HATCH_WIDTH 2.4
#define TAL_CHART_DOT_STEP 4.0
#define TAL_CHART_DOT_REACH 0.9

/* Lengths on and off; 'ret_length' 0 of a solid line. */
const double *tal_chart_dash_get_pattern (TalChartDash dash, guint *ret_length);

/* The corners of a marker in a box: how many there are.  A circle has none. */
guint tal_chart_marker_list_corners (TalChartMarker marker,
                                     TalChartBox    box,
                                     TalChartPoint  corners[4]);
/* Whether its corners are the ends of strokes, two by two, and not an outline. */
gboolean tal_chart_marker_is_open (TalChartMarker marker);

G_END_DECLS
