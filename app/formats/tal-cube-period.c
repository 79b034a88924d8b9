/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-cube-period.h"

#include "base/tal-day.h"

#include <string.h>

#define MOST_DURATION 4000

typedef struct
{
  const char *letters; /* that files have for it */
  char        letter;  /* that TalPeriod has, or 0 for months */
  int         n_digits;
  int         most;
} Kind;

static const Kind kinds[] = {
  { "HSB", 'H', 1, 2 },
  { "KQ", 'Q', 1, 4 },
  { "M", 0, 2, 12 },
  { "UWV", 'W', 2, 53 },
};

static gboolean
take_number (const char **at, int n_digits, int *ret_number)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit ((*at)[i]))
        return FALSE;
      number = number * 10 + g_ascii_digit_value ((*at)[i]);
    }

  *at += n_digits;
  *ret_number = number;
  return TRUE;
}

static gboolean
take_year (const char **at, int *ret_year)
{
  return take_number (at, 4, ret_year) && *ret_year >= 1000;
}

static int
count_weeks (int year)
{
  gboolean is_long = tal_day_get_weekday (tal_day_new (year, 1, 1)) == 4 ||
                     tal_day_get_weekday (tal_day_new (year, 12, 31)) == 4;

  return is_long ? 53 : 52;
}

static char *
dup_numbered (int year, const Kind *kind, int number)
{
  if (number < 1 || number > kind->most || (kind->letter == 'W' && number > count_weeks (year)))
    return NULL;
  if (kind->letter == 0)
    return g_strdup_printf ("%04d-%02d", year, number);
  if (kind->letter == 'W')
    return g_strdup_printf ("%04d-W%02d", year, number);

  return g_strdup_printf ("%04d-%c%d", year, kind->letter, number);
}

/* "M05", "M5" and "M01D15", behind the year. */
static char *
dup_lettered (int year, const char *at)
{
  const Kind *kind = NULL;
  int         number = 0;
  int         day = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && kind == NULL; i++)
    {
      if (strchr (kinds[i].letters, g_ascii_toupper (*at)) != NULL)
        kind = &kinds[i];
    }
  if (kind == NULL || *at == '\0')
    return NULL;

  at++;
  if (!take_number (&at, strlen (at) == 1 ? 1 : kind->n_digits, &number))
    return NULL;
  if (*at == '\0')
    return dup_numbered (year, kind, number);
  if (kind->letter == 0 && *at++ == 'D' && take_number (&at, 2, &day) && *at == '\0' &&
      tal_day_is_valid_date (year, number, day))
    return g_strdup_printf ("%04d-%02d-%02d", year, number, day);

  return NULL;
}

/* The first and last day of "2006", "2006-01" or "2006-01-15", with a time of day or without. */
static gboolean
read_date (const char *text, TalDay *ret_first, TalDay *ret_last)
{
  int year = 0;
  int month = 1;
  int day = 1;

  if (!take_year (&text, &year))
    return FALSE;
  if (*text == '\0')
    {
      *ret_first = tal_day_new (year, 1, 1);
      *ret_last = tal_day_new (year, 12, 31);
      return TRUE;
    }
  if (*text++ != '-' || !take_number (&text, 2, &month) || month < 1 || month > 12)
    return FALSE;
  if (*text == '\0')
    {
      TalDay next = TAL_DAY_NONE;

      *ret_first = tal_day_new (year, month, 1);
      next = tal_day_add_months (*ret_first, 1);
      *ret_last = next != TAL_DAY_NONE ? next - 1 : TAL_DAY_LAST;
      return TRUE;
    }
  if (*text++ != '-' || !take_number (&text, 2, &day) ||
      !tal_day_is_valid_date (year, month, day) || (*text != '\0' && *text != 'T' && *text != 'Z'))
    return FALSE;

  *ret_first = *ret_last = tal_day_new (year, month, day);
  return TRUE;
}

static char *
dup_days (TalDay first, TalDay last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (last < first || last > TAL_DAY_LAST)
    return NULL;

  from = tal_day_to_string (first);
  to = tal_day_to_string (last);
  return g_strdup_printf ("%s/%s", from, to);
}

/* The last day of what begins on 'first' and lasts so long, or TAL_DAY_NONE. */
static TalDay
add_duration (TalDay first, const char *duration)
{
  gint64 number = 0;
  TalDay next = TAL_DAY_NONE;
  char  *end = NULL;

  if (duration[0] != 'P' || !g_ascii_isdigit (duration[1]))
    return TAL_DAY_NONE;

  number = g_ascii_strtoll (duration + 1, &end, 10);
  if (number < 1 || number > MOST_DURATION || *end == '\0' || end[1] != '\0')
    return TAL_DAY_NONE;

  switch (*end)
    {
    case 'Y':
      next = tal_day_add_months (first, (int)number * 12);
      break;
    case 'M':
      next = tal_day_add_months (first, (int)number);
      break;
    case 'W':
      next = first + (TalDay)number * 7;
      break;
    case 'D':
      next = first + (TalDay)number;
      break;
    default:
      break;
    }

  return next != TAL_DAY_NONE ? next - 1 : TAL_DAY_NONE;
}

char *
tal_cube_period_dup_lasting (const char *token, const char *duration)
{
  TalDay first = TAL_DAY_NONE;
  TalDay last = TAL_DAY_NONE;

  g_return_val_if_fail (token != NULL, NULL);
  g_return_val_if_fail (duration != NULL, NULL);

  if (!read_date (token, &first, &last))
    return NULL;

  last = add_duration (first, duration);
  return last != TAL_DAY_NONE ? dup_days (first, last) : NULL;
}

static char *
dup_interval (const char *token, const char *slash)
{
  g_autofree char *from = g_strndup (token, (gsize)(slash - token));
  TalDay           first = TAL_DAY_NONE;
  TalDay           last = TAL_DAY_NONE;
  TalDay           other = TAL_DAY_NONE;

  if (slash[1] == 'P')
    return tal_cube_period_dup_lasting (from, slash + 1);
  /* "2005/2006" may be a school year. */
  if (strlen (slash + 1) < strlen ("2006-01") || !read_date (from, &first, &other) ||
      !read_date (slash + 1, &other, &last))
    return NULL;

  return dup_days (first, last);
}

char *
tal_cube_period_dup (const char *token)
{
  const char *at = token;
  const char *slash = NULL;
  TalDay      first = TAL_DAY_NONE;
  TalDay      last = TAL_DAY_NONE;
  int         year = 0;

  g_return_val_if_fail (token != NULL, NULL);

  slash = strchr (token, '/');
  if (slash != NULL)
    return dup_interval (token, slash);
  if (!take_year (&at, &year))
    return NULL;
  if (*at == '\0')
    return g_strdup (token);
  if (g_ascii_isalpha (*at) || (*at == '-' && g_ascii_isalpha (at[1])))
    return dup_lettered (year, *at == '-' ? at + 1 : at);
  if (!read_date (token, &first, &last))
    return NULL;

  return g_strndup (token, *at == '-' && strlen (at) > strlen ("-01") ? strlen ("2006-01-15")
                                                                      : strlen ("2006-01"));
}

/* The year and number of "20061"; a year has none. */
static const Kind *
read_scaled (const char *token, char scale, int *ret_year, int *ret_number)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strchr (kinds[i].letters, scale) != NULL && take_year (&token, ret_year) &&
          take_number (&token, kinds[i].n_digits, ret_number) && *token == '\0')
        return &kinds[i];
    }

  return NULL;
}

char *
tal_cube_period_dup_scaled (const char *token, char scale)
{
  const Kind *kind = NULL;
  int         year = 0;
  int         number = 0;

  g_return_val_if_fail (token != NULL, NULL);

  kind = scale != 'A' && scale != '\0' ? read_scaled (token, scale, &year, &number) : NULL;
  return kind != NULL ? dup_numbered (year, kind, number) : tal_cube_period_dup (token);
}

char *
tal_cube_period_dup_next (const char *token, char scale)
{
  const Kind *kind = NULL;
  int         year = 0;
  int         number = 0;
  int         most = 0;

  g_return_val_if_fail (token != NULL, NULL);

  if (scale == 'A')
    return take_year (&token, &year) && *token == '\0' ? g_strdup_printf ("%04d", year + 1) : NULL;

  kind = scale != '\0' ? read_scaled (token, scale, &year, &number) : NULL;
  if (kind == NULL)
    return NULL;

  most = kind->letter == 'W' ? count_weeks (year) : kind->most;
  return number < most ? g_strdup_printf ("%04d%0*d", year, kind->n_digits, number + 1)
                       : g_strdup_printf ("%04d%0*d", year + 1, kind->n_digits, 1);
}
