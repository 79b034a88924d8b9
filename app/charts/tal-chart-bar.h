/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar that lies, from zero or from the part before it to where its figure stands, in the
 * strokes that say how final the figure is, and what can be written upon it.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* From one place to the other, whichever is left. */
TalChartBox tal_chart_bar_find_box (double from, double to, double middle, double thickness);

/* Hatched with an outline where 'value' is not final. */
TalChartShape *tal_chart_bar_add (TalChartPlan        *plan,
                                  TalChartBox          box,
                                  TalChartInk          ink,
                                  double               radius,
                                  const TalChartValue *value);
/* A part of a bar: its texture tells it from its neighbours where the style asks for patterns. */
TalChartShape *tal_chart_bar_add_part (
    TalChartPlan *plan, TalChartBox box, TalChartInk ink, guint number, const TalChartValue *value);

/* The text in the middle of the box, with 'shape' the bar's last shape; on a piece of ground where
 * the bar is not plain.  NULL where it does not fit. */
TalChartShape *tal_chart_bar_add_text_upon (TalChartPlan *plan,
                                            TalChartBox   box,
                                            gboolean      plain,
                                            TalChartFont  font,
                                            TalChartInk   ink,
                                            const char   *text,
                                            TalChartAlign align);
/* Whether the bar of such a figure, as such a part, is of one colour. */
gboolean tal_chart_bar_is_plain (const TalChartPlan  *plan,
                                 guint                number,
                                 const TalChartValue *value);

G_END_DECLS
