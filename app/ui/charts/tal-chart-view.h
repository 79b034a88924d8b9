/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart on the screen.  The pointer and the arrow keys move a cursor from figure to figure and
 * show what is read there; a click or Enter pins it.  The picture itself is painted once for each
 * size and style, and kept while the cursor moves over it.
 *
 * What can be done with a chart (copying, saving) are the actions of whoever it stands in:
 * "chart.copy" and "chart.toggle-table" have keys here, and "chart.menu" is asked for with the
 * secondary button or the menu key.
 */

#pragma once

#include "charts/tal-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_CHART_VIEW (tal_chart_view_get_type ())

G_DECLARE_FINAL_TYPE (TalChartView, tal_chart_view, TAL, CHART_VIEW, GtkWidget)

GtkWidget *tal_chart_view_new (void);

/* NULL shows nothing. */
void                tal_chart_view_set_spec (TalChartView *self, const TalChartSpec *spec);
const TalChartSpec *tal_chart_view_get_spec (TalChartView *self);
void                tal_chart_view_set_menu (TalChartView *self, GMenuModel *menu);

/* What the cursor reads now, in one line; NULL where there is no cursor. */
char *tal_chart_view_dup_reading (TalChartView *self);
/* The figure that the menu was asked for at; FALSE where it was none, or is there no more. */
gboolean tal_chart_view_get_asked (TalChartView *self, guint *ret_series, guint *ret_position);
/* How often the picture was laid out and painted since the view was made: what does not concern
 * it must not make it painted again. */
guint tal_chart_view_get_n_paintings (TalChartView *self);

G_END_DECLS
