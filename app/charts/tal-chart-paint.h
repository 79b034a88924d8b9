/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints a chart that is laid out: on a screen, an image, a page.  It decides nothing. */

#pragma once

#include "charts/tal-chart-geometry.h"
#include "charts/tal-chart-style.h"

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* In the geometry's own units.  With 'ground' the canvas is filled first. */
void tal_chart_paint (const TalChartGeometry *geometry,
                      const TalChartStyle    *style,
                      TalChartTypesetter     *typesetter,
                      cairo_t                *cairo,
                      gboolean                ground);

G_END_DECLS
