/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts as tests write them: figures and periods in a line of text each, and what of the
 * geometry can be asked for in a few words.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* Periods as in files: "2015 2016 2017-Q1". */
void written_chart_add_periods (TalChartSpec *spec, const char *periods);
/* Things: "jan.|feb.|marts". */
void written_chart_add_things (TalChartSpec *spec, const char *things);
/* Figures with a point, "-" where one is missing, "m" where it is withheld, a "*" behind what is
 * not final: "5.3 - 4.3*". */
TalChartSeries *written_chart_add_series (TalChartSpec *spec,
                                          const char   *name,
                                          const char   *figures);
void            written_chart_add_targets (TalChartSeries *series, const char *figures);

/* In a plain light style.  The caller owns it. */
TalChartGeometry *written_chart_lay_out (const TalChartSpec *spec, double width, double height);

/* The first shape of a kind with a stroke or fill of an ink; NULL where there is none. */
const TalChartShape *written_chart_find (const TalChartGeometry *geometry,
                                         TalChartShapeKind       kind,
                                         TalChartInk             ink);
/* The first shape of a kind that stands for a figure; NULL where there is none. */
const TalChartShape *written_chart_find_figure (const TalChartGeometry *geometry,
                                                TalChartShapeKind       kind,
                                                int                     series,
                                                int                     position);
/* The text that is exactly this; NULL where it does not stand there. */
const TalChartShape *written_chart_find_text (const TalChartGeometry *geometry, const char *text);
/* Where a figure is; it must be drawn. */
TalChartPoint written_chart_get_spot (const TalChartGeometry *geometry,
                                      guint                   series,
                                      guint                   position);
gboolean written_chart_has_spot (const TalChartGeometry *geometry, guint series, guint position);

G_END_DECLS
