/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis of positions: where each stands across the plot, and the words below.  For layouts.
 *
 * Up to six periods are written in full; more of them short, with the year below at the first of
 * each year; more than 24 are told by their years alone.  Where words would touch every second is
 * left out until they do not.  The first and the last always stay, as long as both fit.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* Where positions stand from 'start' to 'end', an array of double: periods at their middle,
 * straight by time, things at equal steps.  One alone stands in the middle. */
GArray *tal_chart_position_axis_list_places (const TalChartSpec *spec, double start, double end);
/* The middles of as many equal slots. */
GArray *tal_chart_position_axis_list_slots (const TalChartSpec *spec, double start, double end);

typedef struct _TalChartPositionAxis TalChartPositionAxis;

/* Chooses the words, none of which leaves 'left' to 'right'.  The places, in ascending order, are
 * copied. */
TalChartPositionAxis *tal_chart_position_axis_new (TalChartPlan *plan,
                                                   const GArray *places,
                                                   double        left,
                                                   double        right);
void                  tal_chart_position_axis_free (TalChartPositionAxis *self);

/* What the words need below the plot, with the distance from it. */
double tal_chart_position_axis_get_height (const TalChartPositionAxis *self);
/* Adds the words below a plot that ends at 'bottom', all so far to the right of where they were
 * chosen for: panels that are alike share them. */
void tal_chart_position_axis_add (const TalChartPositionAxis *self,
                                  TalChartPlan               *plan,
                                  double                      shift,
                                  double                      bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartPositionAxis, tal_chart_position_axis_free)

G_END_DECLS
