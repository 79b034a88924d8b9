/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers behind a chart, as a table on the screen. */

#pragma once

#include "charts/tal-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_CHART_GRID (tal_chart_grid_get_type ())

G_DECLARE_FINAL_TYPE (TalChartGrid, tal_chart_grid, TAL, CHART_GRID, GtkWidget)

GtkWidget *tal_chart_grid_new (void);
/* NULL shows nothing. */
void tal_chart_grid_set_spec (TalChartGrid *self, const TalChartSpec *spec);

G_END_DECLS
