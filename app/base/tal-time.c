/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-time.h"

#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SECONDS_A_DAY 86400
#define EPOCH_DAY ((TalDay)719163) /* 1970-01-01 */
#define FIRST_TIME ((TalTime)(TAL_DAY_FIRST - EPOCH_DAY) * SECONDS_A_DAY)
#define LAST_TIME ((TalTime)(TAL_DAY_LAST - EPOCH_DAY + 1) * SECONDS_A_DAY - 1)

/* Reads the clock in "2024-06-18T08:42:00Z", from its T on. */
static gboolean
read_clock (const char *text, int *ret_second)
{
  static const char shape[] = "Tdd:dd:ddZ";
  int               hour;
  int               minute;
  int               second;

  for (gsize i = 0; i < sizeof shape; i++)
    {
      if (shape[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
        return FALSE;
    }

  hour = g_ascii_digit_value (text[1]) * 10 + g_ascii_digit_value (text[2]);
  minute = g_ascii_digit_value (text[4]) * 10 + g_ascii_digit_value (text[5]);
  second = g_ascii_digit_value (text[7]) * 10 + g_ascii_digit_value (text[8]);
  if (hour > 23 || minute > 59 || second > 59)
    return FALSE;

  *ret_second = (hour * 60 + minute) * 60 + second;
  return TRUE;
}

gboolean
tal_time_parse (const char *text, TalTime *ret_time, GError **error)
{
  g_autofree char *quotable = NULL;
  g_autofree char *date = NULL;
  const char      *clock;
  TalDay           day;
  int              second;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_time != NULL, FALSE);

  date = g_strndup (text, strlen ("2024-06-18"));
  clock = text + strlen (date);
  if (!tal_day_parse (date, &day, NULL) || !read_clock (clock, &second))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _("“%s” is not a time written as 2024-06-18T08:42:00Z."), quotable);
      return FALSE;
    }

  *ret_time = (TalTime)(day - EPOCH_DAY) * SECONDS_A_DAY + second;
  return TRUE;
}

static char *
put_digits (char *to, int number, guint n_digits)
{
  for (guint i = n_digits; i > 0; i--, number /= 10)
    to[i - 1] = (char)('0' + number % 10);

  return to + n_digits;
}

/* By hand: the journal has it twice for each figure that is written. */
char *
tal_time_to_string (TalTime self)
{
  char  text[] = "0000-00-00T00:00:00Z";
  char *p = text;
  int   year;
  int   month;
  int   day;
  int   second;

  g_return_val_if_fail (self >= FIRST_TIME && self <= LAST_TIME, NULL);

  tal_day_get_date (tal_time_get_day (self), &year, &month, &day);
  second = (int)((self - FIRST_TIME) % SECONDS_A_DAY);
  p = put_digits (p, year, 4) + 1;
  p = put_digits (p, month, 2) + 1;
  p = put_digits (p, day, 2) + 1;
  p = put_digits (p, second / 3600, 2) + 1;
  p = put_digits (p, second / 60 % 60, 2) + 1;
  put_digits (p, second % 60, 2);
  return g_strdup (text);
}

TalDay
tal_time_get_day (TalTime self)
{
  g_return_val_if_fail (self >= FIRST_TIME && self <= LAST_TIME, TAL_DAY_NONE);

  return TAL_DAY_FIRST + (TalDay)((self - FIRST_TIME) / SECONDS_A_DAY);
}
