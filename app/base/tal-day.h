/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day of the Gregorian calendar as a number: 1 is 1 January of year 1, the
 * next day is one more.  TAL_DAY_NONE means "no day given".  It reads no clock;
 * "today" is always an argument.  Years 1000 to 9999, so that every day has ten
 * characters.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gint32 TalDay;

#define TAL_DAY_NONE ((TalDay)0)
#define TAL_DAY_FIRST ((TalDay)364878) /* 1000-01-01 */
#define TAL_DAY_LAST ((TalDay)3652059) /* 9999-12-31 */

gboolean tal_day_is_valid_date (int year, int month, int day);
/* The date must be valid. */
TalDay tal_day_new (int year, int month, int day);
/* The day must not be TAL_DAY_NONE.  Any ret_ may be NULL. */
void tal_day_get_date (TalDay self, int *ret_year, int *ret_month, int *ret_day);
/* 1 is Monday, 7 is Sunday. */
int tal_day_get_weekday (TalDay self);
/* The same date 'months' later, or the last day of that month where it is shorter.
 * TAL_DAY_NONE where that lies outside the years. */
TalDay tal_day_add_months (TalDay self, int months);

/* ISO 8601: "2018-09-01" and nothing else.  TAL_ERROR_INVALID_TEXT. */
gboolean tal_day_parse (const char *text, TalDay *ret_day, GError **error);
char    *tal_day_to_string (TalDay self);

G_END_DECLS
