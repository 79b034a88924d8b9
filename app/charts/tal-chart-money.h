/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The money that a chart is of: the appropriations in scope and within the years asked for.
 * Amounts of different price levels are shown beside one another and said to differ.
 */

#pragma once

#include "charts/tal-chart-compose.h"
#include "core/tal-appropriation.h"

#include <glib.h>

G_BEGIN_DECLS

/* const TalAppropriation *, by initiative and year. */
GPtrArray *tal_chart_money_list (const TalChartComposition *self);
/* Their years, first and last; the array must not be empty. */
void      tal_chart_money_get_years (const GPtrArray *money, int *ret_first, int *ret_last);
TalPeriod tal_chart_money_get_period (int year);

/* Begins a spec in millions of kroner, or in kroner where none reaches a million, with as many
 * decimals as the amounts have, three at most. */
void tal_chart_money_begin (TalChartComposition *self, const GPtrArray *money);
/* An amount in kroner in the spec's unit; unknown where it is none. */
TalChartValue tal_chart_money_make_value (const TalChartComposition *self, TalDecimal kroner);
/* The sum; TAL_DECIMAL_NONE where there is none, or it is past all bounds. */
TalDecimal tal_chart_money_add (TalDecimal a, TalDecimal b);

/* The source, and what is to be said of price levels. */
void tal_chart_money_add_words (TalChartComposition *self, const GPtrArray *money);
/* "2020 p/l" where all amounts have that price level; NULL where none says one or they differ,
 * which 'ret_differ' tells apart. */
char *tal_chart_money_dup_price_level (const GPtrArray *money, gboolean *ret_differ);
/* The initiative or plan that is asked about; NULL where none is. */
const char *tal_chart_money_find_owner (const TalChartComposition *self);

G_END_DECLS
