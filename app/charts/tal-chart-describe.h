/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart in words, for who cannot see it: "Linjediagram. København: fra 5,3 pct. i december
 * 2015 til 4,3 pct. i december 2017."  It writes Danish by rule, whatever the language of the
 * program: the text stands in the committee's own papers.
 */

#pragma once

#include "charts/tal-chart-spec.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whole sentences on one line: what kind of chart, what it is of, each series' course or each
 * part's figure, what is not known or not final, and the source. */
char *tal_chart_describe (const TalChartSpec *spec);

/* "Linjediagram", "Søjlediagram". */
const char *tal_chart_kind_get_title (TalChartKind kind);

G_END_DECLS
