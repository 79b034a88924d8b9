/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around a chart: what its series are called, what its axis counts, what stands below
 * its title.  It writes Danish by rule, whatever the language of the program: these stand in the
 * committee's own papers.
 */

#pragma once

#include "charts/tal-chart-compose.h"

#include <glib.h>

G_BEGIN_DECLS

/* "a, b og c". */
char *tal_chart_words_join (const GPtrArray *words);
/* What each series is called beside the others, of char *: what is left behind the heading that
 * all of them share, else the whole name. */
GPtrArray *tal_chart_words_list_names (const GPtrArray *series);
/* What they share: "Andel aktivitetsparate over 30 år ud af befolkningen"; the name of a single
 * one; NULL where they share nothing. */
char *tal_chart_words_dup_heading (const GPtrArray *series);
/* What is counted, in the plural: "borgere", "fuldtidspersoner", "pct. af befolkningen". */
char *tal_chart_words_dup_unit (const TalCatalogue *catalogue, const GPtrArray *series);
/* "2014-2017", "4. kvt. 2015 - 4. kvt. 2017", "2015". */
char *tal_chart_words_dup_range (TalPeriod first, TalPeriod last);
/* Measure, place, unit and period, those of them that are common to all and not in the title. */
char *tal_chart_words_dup_subtitle (const TalChartComposition *self,
                                    const GPtrArray           *series,
                                    const char                *title,
                                    TalPeriod                  first,
                                    TalPeriod                  last);
/* The initiative, or the plan, that all of them are of; NULL where there is none. */
char *tal_chart_words_dup_owner (const TalChartComposition *self, const GPtrArray *series);
/* A title that claims nothing: the heading, the initiative or plan, or what is counted. */
char *tal_chart_words_dup_neutral_title (const TalChartComposition *self, const GPtrArray *series);
/* A measure's target groups, areas and so on: "målgrupper". */
const char *tal_chart_words_get_dimension (TalDimension dimension);

G_END_DECLS
