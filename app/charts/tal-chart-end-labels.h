/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and last figures to the right of lines, where a reader meets them, in place of a legend:
 * a name, behind or below it a figure, at the height of the line's end or as near as the others
 * let it.  For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalChartEndLabels TalChartEndLabels;

TalChartEndLabels *tal_chart_end_labels_new (TalChartPlan *plan);
void               tal_chart_end_labels_free (TalChartEndLabels *self);

/* Adds a label at a value.  'name' and 'figure' may each be NULL; a 'bold' name stands in its
 * ink, the figure behind it too. */
void tal_chart_end_labels_append (TalChartEndLabels *self,
                                  const char        *name,
                                  const char        *figure,
                                  TalChartInk        ink,
                                  gboolean           bold,
                                  double             value,
                                  int                series);

/* What the widest needs, at most 35 per cent of the canvas, and all below one another. */
double tal_chart_end_labels_get_width (const TalChartEndLabels *self);
double tal_chart_end_labels_get_height (const TalChartEndLabels *self);

/* Whether every name is there in whole words. */
gboolean tal_chart_end_labels_are_whole (const TalChartEndLabels *self);

/* Adds the texts from 'x' on, between 'top' and 'bottom', and a thin line from 'end' to each that
 * had to move by more than a line.  Nothing where they do not fit. */
void tal_chart_end_labels_add (const TalChartEndLabels *self,
                               const TalChartScale     *scale,
                               double                   end,
                               double                   x,
                               double                   top,
                               double                   bottom);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartEndLabels, tal_chart_end_labels_free)

G_END_DECLS
