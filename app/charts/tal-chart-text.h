/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as charts, their tables and their descriptions write them.  It writes Danish by rule,
 * whatever the language of the program: these stand in the committee's own papers.
 */

#pragma once

#include "charts/tal-chart-spec.h"

#include <glib.h>

G_BEGIN_DECLS

/* "4,3", "ca. 410", "29*" where preliminary, ".." where masked, withheld or unknown, "." where
 * not applicable. */
char *tal_chart_text_dup_value (const TalChartSpec *spec, const TalChartValue *value);
/* With its unit, where the unit is one that is said: "4,3 pct.", "29 pct.*", "12.124". */
char *tal_chart_text_dup_value_with_unit (const TalChartSpec *spec, const TalChartValue *value);
/* A difference: "+1.322", "−2.520". */
char *tal_chart_text_dup_change (const TalChartSpec *spec, const TalChartValue *value);
/* A number on an axis: "5.000", "2,5", "3 mio."; with the unit where 'with_unit'. */
char *tal_chart_text_dup_tick (const TalChartSpec *spec, TalDecimal value, gboolean with_unit);
/* A position in full: "december 2016", "4. kvt. 2016", its label. */
char *tal_chart_text_dup_position (const TalChartPosition *position);

G_END_DECLS
