/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis of values: round numbers, fine lines across the plot, the unit once.  It
 * writes Danish by rule, whatever the language of the program.  For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"
#include "charts/tal-chart-ticks.h"

#include <glib.h>

G_BEGIN_DECLS

/* The least and greatest that must lie within, zero among them unless the axis may begin
 * elsewhere. */
typedef struct
{
  double least;
  double most;
} TalChartReach;

/* Of every known value and target of the spec's series; with zero unless it is zoomed.  From 0 to
 * 1 where nothing is known. */
TalChartReach tal_chart_value_axis_find_reach (const TalChartSpec *spec);

/* Ticks that suit a length of so many units, for an axis of values upwards. */
TalChartTicks tal_chart_value_axis_choose_ticks (TalChartReach reach, double length);

/* "Aksen begynder ved 40.", "Aksen slutter ved −40."; NULL where zero is on it. */
char *tal_chart_value_axis_dup_note (const TalChartSpec *spec, const TalChartTicks *ticks);

/* What the labels of an axis upwards take of a width, with their distance from it; 0 where they
 * would take more than half. */
double tal_chart_value_axis_measure_upward (TalChartPlan        *plan,
                                            const TalChartTicks *ticks,
                                            double               width);
/* The caption alone, for a plot without labels: returns what it leaves. */
TalChartBox tal_chart_value_axis_add_caption (TalChartPlan *plan, TalChartBox plot);
/* Upwards: narrows 'plot' by the labels to its left and the caption above, adds the caption and
 * the scale, which is returned. */
TalChartScale tal_chart_value_axis_fit_upward (TalChartPlan        *plan,
                                               const TalChartTicks *ticks,
                                               TalChartBox         *plot);
/* The labels, and lines across a plot that is fitted.  The lowest line is dashed where it is
 * above zero. */
void tal_chart_value_axis_add_upward (TalChartPlan        *plan,
                                      const TalChartTicks *ticks,
                                      TalChartBox          plot);

G_END_DECLS
