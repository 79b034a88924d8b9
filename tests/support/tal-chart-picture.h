/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tests ask of a chart that is laid out. */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* In the light theme; owns the spec from here on, as it frees it. */
TalChartGeometry *tal_chart_picture_lay_out (TalChartSpec *spec,
                                             gboolean      patterns,
                                             double        width,
                                             double        height);

/* NULL where nothing is written so. */
const TalChartShape *tal_chart_picture_find_text (const TalChartGeometry *geometry,
                                                  const char             *text);
/* The first that is not text and stands for the figure; NULL where none does. */
const TalChartShape *tal_chart_picture_find_mark (const TalChartGeometry *geometry,
                                                  int                     series,
                                                  int                     position);
const TalChartSpot  *tal_chart_picture_find_spot (const TalChartGeometry *geometry,
                                                  int                     series,
                                                  int                     position);
/* How many shapes are filled with an ink. */
guint tal_chart_picture_count_filled (const TalChartGeometry *geometry, TalChartInk ink);

/* Both numbers to half a unit: what a reader of the picture would call the same place. */
#define tal_chart_picture_assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 0.5)

/* 624, 1 is 62,4. */
TalChartValue tal_chart_picture_value (gint64 coefficient, guint8 scale);
TalChartValue tal_chart_picture_preliminary (gint64 coefficient, guint8 scale);

G_END_DECLS
