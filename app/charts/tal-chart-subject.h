/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a chart is of where the request names no series: the kind's natural subject among those
 * in scope.  Read from the records and from which periods have figures, never from their size.
 */

#pragma once

#include "charts/tal-chart-compose.h"

#include <glib.h>

G_BEGIN_DECLS

/* Each sets the series to be drawn, in order (const TalSeries *, to be freed), empty where there
 * is none; FALSE with the run source's error. */

/* The first share that is followed over three periods or more in several areas, else of several
 * target groups; else the first series with most periods, two at least. */
gboolean tal_chart_subject_find_lines (TalChartComposition *self,
                                       GPtrArray          **ret_series,
                                       GError             **error);
/* The series that counts something in most years, three to eight of them. */
gboolean tal_chart_subject_find_columns (TalChartComposition *self,
                                         GPtrArray          **ret_series,
                                         GError             **error);
/* In most periods of any kind, two to eight. */
gboolean tal_chart_subject_find_short_columns (TalChartComposition *self,
                                               GPtrArray          **ret_series,
                                               GError             **error);
/* The target groups of the first count of several, each total of them before its parts and the
 * total of all at the end. */
gboolean tal_chart_subject_find_multiples (TalChartComposition *self,
                                           GPtrArray          **ret_series,
                                           GError             **error);

/* The count of periods that it has figures in, of one kind. */
gboolean tal_chart_subject_count_periods (TalChartComposition *self,
                                          const TalSeries     *series,
                                          guint               *ret_count,
                                          TalPeriodKind       *ret_kind,
                                          GError             **error);
/* Whether figures of it are levels: not changes, which have a period before. */
gboolean tal_chart_subject_is_level (const TalSeries *series);

G_END_DECLS
