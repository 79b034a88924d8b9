/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as SVG 1.1, written from its geometry: text stays text, and the same geometry gives
 * the same bytes.
 */

#pragma once

#include "charts/tal-chart-geometry.h"
#include "charts/tal-chart-style.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'scale' pixels for each unit.  The title and the description are what a reader hears.  Frees
 * with g_free. */
char *tal_chart_svg_write (const TalChartGeometry *geometry,
                           const TalChartStyle    *style,
                           TalChartTypesetter     *typesetter,
                           const char             *title,
                           const char             *description,
                           double                  scale);

G_END_DECLS
