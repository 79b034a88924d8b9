/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of series in rows above a plot, each behind a piece of what it names: only where there is
 * no room for names beside the marks themselves.  For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CHART_LEGEND_LINES, /* as TalChartLook says */
  TAL_CHART_LEGEND_AREAS,
} TalChartLegendKind;

/* Into the top of the room, which loses its height: at most half of it. */
void tal_chart_legend_add (TalChartPlan *plan, TalChartLegendKind kind);

G_END_DECLS
