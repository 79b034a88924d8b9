/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Titles that say what a chart shows.  It writes Danish by rule, whatever the language of the
 * program: these stand in the committee's own papers.
 *
 * A title is made from the figures alone and counted anew each time: it claims what holds for
 * what is printed, and nothing where figures are missing, approximate or of two kinds.
 */

#pragma once

#include "charts/tal-chart-compose.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of series over periods, which the spec holds in the same order: "København har fortsat en
 * større andel aktivitetsparate over 30 år end Klyngen og hele landet", "Stigende andel i tre af
 * fire målgrupper", "Afgang til job eller uddannelse er steget med 38 pct. siden 2014".  Sets
 * NULL where nothing may be claimed. */
gboolean tal_chart_claim_over_periods (TalChartComposition *self,
                                       const GPtrArray     *series,
                                       char               **ret_claim,
                                       GError             **error);
/* The same in whole sentences, for running text: how the emphasised row, or each of two, moved
 * between its first and its last period; of more how many rose or fell, and which went the other
 * way.  Of a sparkline the change alone, "−17,2 pct.".  NULL where there is nothing to say. */
gboolean tal_chart_claim_sentence (TalChartComposition *self,
                                   const GPtrArray     *series,
                                   char               **ret_sentence,
                                   GError             **error);
/* Of one total's parts: "Flest forløb: Dansk Råstof (3.011)", "Størst andel: Øvrige indsatser (36
 * pct.)"; NULL where two are largest. */
char *tal_chart_claim_largest (const TalChartComposition *self, guint row, const char *noun);

G_END_DECLS
