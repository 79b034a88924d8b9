/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One span of a timeline, and how its end is drawn by what is said of it: a cap where it expires,
 * an arrow where it goes on, dashes where no day is set, steps down where it declines.
 */

#pragma once

#include "charts/tal-chart-plan.h"

#include <glib.h>

G_BEGIN_DECLS

/* From its first day to its last on the scale of years; adds its spot, of series 0, at its first
 * day.  The scale must be the plan's last. */
void tal_chart_span_add (
    TalChartPlan *plan, guint number, const TalChartScale *years, double middle, double thickness);

/* Its colour: its own slot, or the first. */
TalChartInk tal_chart_span_get_ink (const TalChartSpan *span, TalChartInk first);
/* Which part's texture it has in grey print. */
guint tal_chart_span_get_texture_number (const TalChartSpan *span);

G_END_DECLS
