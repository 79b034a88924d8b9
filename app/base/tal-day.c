/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-day.h"

#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>

#define FIRST_YEAR 1000
#define LAST_YEAR 9999

#define DAYS_FROM_MARCH 306 /* from 1 March of year 0 to 1 January of year 1 */
#define DAYS_OF_LEAP_YEARS 1461
#define DAYS_OF_CENTURY 36524
#define DAYS_OF_CYCLE 146097 /* 400 years */

gboolean
tal_day_is_valid_date (int year, int month, int day)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;

  return g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year);
}

/* By hand, for a million figures have two days each.  Years begin in March here, so that the day
 * that leap years have is the last of one; the lengths of the months then repeat after five. */
TalDay
tal_day_new (int year, int month, int day)
{
  int years = month > 2 ? year : year - 1;
  int months = month > 2 ? month - 3 : month + 9;

  g_return_val_if_fail (tal_day_is_valid_date (year, month, day), TAL_DAY_NONE);

  return years * 365 + years / 4 - years / 100 + years / 400 + (153 * months + 2) / 5 + day -
         DAYS_FROM_MARCH;
}

void
tal_day_get_date (TalDay self, int *ret_year, int *ret_month, int *ret_day)
{
  int days = self - 1 + DAYS_FROM_MARCH;
  int in_cycle = days % DAYS_OF_CYCLE;
  int years = (in_cycle - in_cycle / (DAYS_OF_LEAP_YEARS - 1) + in_cycle / DAYS_OF_CENTURY -
               in_cycle / (DAYS_OF_CYCLE - 1)) /
              365;
  int in_year = in_cycle - (365 * years + years / 4 - years / 100);
  int months = (5 * in_year + 2) / 153;

  g_return_if_fail (self >= TAL_DAY_FIRST && self <= TAL_DAY_LAST);

  if (ret_year != NULL)
    *ret_year = years + days / DAYS_OF_CYCLE * 400 + (months >= 10 ? 1 : 0);
  if (ret_month != NULL)
    *ret_month = months < 10 ? months + 3 : months - 9;
  if (ret_day != NULL)
    *ret_day = in_year - (153 * months + 2) / 5 + 1;
}

/* The first day of year 1 was a Monday. */
int
tal_day_get_weekday (TalDay self)
{
  g_return_val_if_fail (self >= TAL_DAY_FIRST && self <= TAL_DAY_LAST, 0);

  return (self - 1) % 7 + 1;
}

TalDay
tal_day_add_months (TalDay self, int months)
{
  int    year;
  int    month;
  int    day;
  gint64 count;

  g_return_val_if_fail (self >= TAL_DAY_FIRST && self <= TAL_DAY_LAST, TAL_DAY_NONE);

  tal_day_get_date (self, &year, &month, &day);
  count = (gint64)year * 12 + month - 1 + months;
  if (count < FIRST_YEAR * 12 || count >= (LAST_YEAR + 1) * 12)
    return TAL_DAY_NONE;

  year = (int)(count / 12);
  month = (int)(count % 12) + 1;
  day = MIN (day, g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year));

  return tal_day_new (year, month, day);
}

static gboolean
has_shape (const char *text)
{
  static const char shape[] = "dddd-dd-dd";

  for (gsize i = 0; i < sizeof shape; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }

  return TRUE;
}

static int
read_number (const char *text, int length)
{
  int number = 0;

  for (int i = 0; i < length; i++)
    number = number * 10 + g_ascii_digit_value (text[i]);

  return number;
}

gboolean
tal_day_parse (const char *text, TalDay *ret_day, GError **error)
{
  g_autofree char *quotable = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_day != NULL, FALSE);

  if (!has_shape (text) || !tal_day_is_valid_date (read_number (text, 4), read_number (text + 5, 2),
                                                   read_number (text + 8, 2)))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _("“%s” is not a date written as 2018-09-01."), quotable);
      return FALSE;
    }

  *ret_day =
      tal_day_new (read_number (text, 4), read_number (text + 5, 2), read_number (text + 8, 2));
  return TRUE;
}

char *
tal_day_to_string (TalDay self)
{
  int year;
  int month;
  int day;

  g_return_val_if_fail (self >= TAL_DAY_FIRST && self <= TAL_DAY_LAST, NULL);

  tal_day_get_date (self, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}
