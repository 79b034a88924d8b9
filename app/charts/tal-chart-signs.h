/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn across a plot where figures are not to be had, or cannot be compared: bands
 * behind longer gaps, ".." where a figure is withheld, lines where series are broken.  It writes
 * Danish by rule, whatever the language of the program.  For layouts.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* Bands from figure to figure where every series lacks more than one, behind everything else, and
 * the word for it.  Where 'series' is not TAL_CHART_NOBODY, only that one counts. */
void tal_chart_signs_add_gaps (TalChartPlan *plan,
                               const GArray *places,
                               TalChartBox   plot,
                               int           series);
/* Lines between the last position of one kind and the first of another, with the word above the
 * plot where 'worded'. */
void tal_chart_signs_add_breaks (TalChartPlan *plan,
                                 const GArray *places,
                                 TalChartBox   plot,
                                 gboolean      worded);

G_END_DECLS
