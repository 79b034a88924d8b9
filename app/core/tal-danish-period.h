/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Periods as Danish readers write them: "4. kvt. 2015" in a table, "4. kvartal
 * 2015" in running text.
 */

#pragma once

#include "core/tal-period.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DANISH_PERIOD_TABLE, /* "4. kvt. 2015", "dec. 2015", "2017-18" */
  TAL_DANISH_PERIOD_TEXT,  /* "4. kvartal 2015", "december 2015", "2017-18" */
} TalDanishPeriodStyle;

/* With no-break spaces inside; a range may break behind its hyphen.  Whole years
 * are "2017-18", whole months "januar 2017 - juli 2018", other ranges two dates.
 * Years are written in full across a century ("1998-2003") and where the short form
 * could be a month ("2010-2011"), so that what is written can be read back.  The
 * period must be set. */
char *tal_danish_period_format (TalPeriod period, TalDanishPeriodStyle style);

/* Reads what people and registers write: "2023", "1. halvår 2015", "H1 2015",
 * "2015H1", "4.kvartal 2015", "4. kvt. 2015", "Q4 2015", "2015K4", "2015Q4",
 * "dec. 2015", "december 2015", "12/2015", "2015M12", "uge 5, 2017", "2017U05",
 * "2017-18", "2017/18", "2017-2018", "januar 2017- juli 2018" (with "-", en dash,
 * "til", "t.o.m." or "til og med", and perhaps "fra" before it), "primo/medio/ultimo
 * september 2018" (its 1st, 15th or last day; of a year 1 January, 1 July and
 * 31 December), dates, and everything tal_period_parse reads.  "2010-11" could be a
 * November or two years and is refused with both readings.  A period with one end,
 * such as "siden 2016", is refused.  TAL_ERROR_INVALID_TEXT. */
gboolean tal_danish_period_parse (const char *text, TalPeriod *ret_period, GError **error);

G_END_DECLS
