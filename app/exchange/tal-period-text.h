/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods as other people's tables write them: all that Danish readers write
 * (core/tal-danish-period.h), the tokens of statistical offices, and a year and its part in a
 * column each.
 */

#pragma once

#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

/* "2016K1", "2016M01", "1. kvt. 2016", "jan. 2016", "2018-09-01/P3M". */
gboolean tal_period_text_parse (const char *text, TalPeriod *ret_period);
/* The same of two cells, where one is a year: "2016" and "1. kvt.", "K1", "januar", or "1" below
 * the heading "Kvartal".  'heading' is that of 'part'. */
gboolean tal_period_text_parse_parts (const char *year,
                                      const char *part,
                                      const char *heading,
                                      TalPeriod  *ret_period);

/* Whether it is the first day of a month, or the last: dates that stand for whole months are. */
gboolean tal_period_text_is_edge (TalPeriod period);
/* The period of that kind that a day lies in; other periods stay as they are. */
TalPeriod tal_period_text_widen (TalPeriod period, TalPeriodKind kind);

G_END_DECLS
