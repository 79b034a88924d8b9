/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Round numbers for an axis: the extended algorithm of Talbot, Lin and Hanrahan ("An Extension
 * of Wilkinson's Algorithm for Positioning Tick Labels on Axes", IEEE TVCG 16(6), 2010), with
 * the steps 1, 5, 2, 2,5, 4, 3 in order of preference and the weights 0,25 simplicity, 0,2
 * coverage, 0,5 density and 0,05 legibility (which is the same for all).  Ticks are exact
 * decimals, so that their labels are.
 */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalDecimal step;
  gint64     first; /* the first tick is so many steps from zero */
  guint      length;
} TalChartTicks;

/* About 'wanted' ticks, at least 2, for figures between two finite numbers.  'loose' ticks
 * reach to or past both ends, tight ones need not.  Equal numbers are given some room around
 * them. */
TalChartTicks tal_chart_ticks_search (double least, double most, guint wanted, gboolean loose);

TalDecimal tal_chart_ticks_get (const TalChartTicks *self, guint position);
double     tal_chart_ticks_get_least (const TalChartTicks *self);
double     tal_chart_ticks_get_most (const TalChartTicks *self);

G_END_DECLS
