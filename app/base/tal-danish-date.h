/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as Danish readers write them: "20. maj 2019", whatever the locale says.
 */

#pragma once

#include "base/tal-day.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DANISH_DATE_TEXT,  /* "20. maj 2019", with no-break spaces */
  TAL_DANISH_DATE_SHORT, /* "20-05-2019" */
} TalDanishDateStyle;

char *tal_danish_date_format (TalDay day, TalDanishDateStyle style);

/* The name of a month, 1 to 12: "september", or "sep." when abbreviated ("maj" has
 * no abbreviation). */
const char *tal_danish_date_get_month_name (int month);
const char *tal_danish_date_get_month_abbreviation (int month);
/* The month whose name or abbreviation (with or without its full stop, in any
 * case) begins the text, 1 to 12, and where the text goes on; 0 where none does. */
int tal_danish_date_find_month (const char *text, const char **ret_rest);

/* Reads "20. maj 2019", "20-05-2019", "20.05.2019", "20/5 2019", "20/5-2019",
 * "20/5/2019" and "2019-05-20".  The day comes first, the year has four digits.
 * TAL_ERROR_INVALID_TEXT. */
gboolean tal_danish_date_parse (const char *text, TalDay *ret_day, GError **error);

G_END_DECLS
