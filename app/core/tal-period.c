/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-period.h"

#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many months a kind lasts, or 0 where it is not made of months. */
static int
count_months (TalPeriodKind kind)
{
  switch (kind)
    {
    case TAL_PERIOD_YEAR:
      return 12;
    case TAL_PERIOD_HALF_YEAR:
      return 6;
    case TAL_PERIOD_QUARTER:
      return 3;
    case TAL_PERIOD_MONTH:
      return 1;
    case TAL_PERIOD_NONE:
    case TAL_PERIOD_WEEK:
    case TAL_PERIOD_DAY:
    case TAL_PERIOD_RANGE:
      return 0;
    }

  g_return_val_if_reached (0);
}

static gboolean
is_in_calendar (gint64 day)
{
  return day >= TAL_DAY_FIRST && day <= TAL_DAY_LAST;
}

/* The whole months that the days are, or 0 where they begin or end within one. */
static int
count_whole_months (TalDay first, TalDay last)
{
  int year;
  int month;
  int day;
  int last_year;
  int last_month;
  int last_day;

  tal_day_get_date (first, &year, &month, &day);
  tal_day_get_date (last, &last_year, &last_month, &last_day);
  if (day != 1 ||
      last_day != g_date_get_days_in_month ((GDateMonth)last_month, (GDateYear)last_year))
    return 0;

  return (last_year - year) * 12 + last_month - month + 1;
}

static TalPeriodKind
find_kind (TalDay first, TalDay last)
{
  static const TalPeriodKind kinds[] = {
    TAL_PERIOD_YEAR,
    TAL_PERIOD_HALF_YEAR,
    TAL_PERIOD_QUARTER,
    TAL_PERIOD_MONTH,
  };
  int months = count_whole_months (first, last);
  int month;

  tal_day_get_date (first, NULL, &month, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (months == count_months (kinds[i]) && (month - 1) % months == 0)
        return kinds[i];
    }

  if (first == last)
    return TAL_PERIOD_DAY;
  if (last - first == 6 && tal_day_get_weekday (first) == 1)
    return TAL_PERIOD_WEEK;

  return TAL_PERIOD_RANGE;
}

TalPeriod
tal_period_new (TalDay first, TalDay last)
{
  g_return_val_if_fail (is_in_calendar (first), TAL_PERIOD_UNSET);
  g_return_val_if_fail (is_in_calendar (last), TAL_PERIOD_UNSET);
  g_return_val_if_fail (first <= last, TAL_PERIOD_UNSET);

  return (TalPeriod){ find_kind (first, last), first, last };
}

/* The days from 'first' on, or nothing where they leave the calendar. */
static TalPeriod
make_months (TalDay first, int months)
{
  TalDay last_month = tal_day_add_months (first, months - 1);
  int    year;
  int    month;

  if (last_month == TAL_DAY_NONE)
    return TAL_PERIOD_UNSET;

  tal_day_get_date (last_month, &year, &month, NULL);

  return tal_period_new (first, tal_day_new (year, month,
                                             g_date_get_days_in_month ((GDateMonth)month,
                                                                       (GDateYear)year)));
}

static TalPeriod
make_days (gint64 first, gint64 length)
{
  if (!is_in_calendar (first) || !is_in_calendar (first + length - 1))
    return TAL_PERIOD_UNSET;

  return tal_period_new ((TalDay)first, (TalDay)(first + length - 1));
}

/* The week that holds the day is numbered in the year that holds its Thursday. */
static TalPeriod
find_week (int year, int number)
{
  TalDay fourth_of_january = tal_day_new (year, 1, 4);
  TalDay monday;
  int    thursday_year;

  if (number < 1 || number > 53)
    return TAL_PERIOD_UNSET;

  monday = fourth_of_january - tal_day_get_weekday (fourth_of_january) + 1 + (number - 1) * 7;
  if (!is_in_calendar (monday + 3))
    return TAL_PERIOD_UNSET;

  tal_day_get_date (monday + 3, &thursday_year, NULL, NULL);
  if (thursday_year != year)
    return TAL_PERIOD_UNSET;

  return make_days (monday, 7);
}

static TalPeriod
find_day (int year, int number)
{
  if (number < 1 || number > g_date_is_leap_year ((GDateYear)year) + 365)
    return TAL_PERIOD_UNSET;

  return make_days (tal_day_new (year, 1, 1) + number - 1, 1);
}

static TalPeriod
find_months (int year, int number, int months)
{
  if (number < 1 || number > 12 / months)
    return TAL_PERIOD_UNSET;

  return make_months (tal_day_new (year, (number - 1) * months + 1, 1), months);
}

gboolean
tal_period_from_number (TalPeriodKind kind, int year, int number, TalPeriod *ret_period)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_return_val_if_fail (ret_period != NULL, FALSE);

  if (!tal_day_is_valid_date (year, 1, 1))
    return FALSE;

  switch (kind)
    {
    case TAL_PERIOD_YEAR:
    case TAL_PERIOD_HALF_YEAR:
    case TAL_PERIOD_QUARTER:
    case TAL_PERIOD_MONTH:
      period = find_months (year, number, count_months (kind));
      break;
    case TAL_PERIOD_WEEK:
      period = find_week (year, number);
      break;
    case TAL_PERIOD_DAY:
      period = find_day (year, number);
      break;
    case TAL_PERIOD_NONE:
    case TAL_PERIOD_RANGE:
      break;
    }

  if (!tal_period_is_set (period))
    return FALSE;

  *ret_period = period;
  return TRUE;
}

int
tal_period_compare (TalPeriod a, TalPeriod b)
{
  if (a.last != b.last)
    return a.last < b.last ? -1 : 1;

  return (a.first < b.first) - (a.first > b.first);
}

gboolean
tal_period_is_equal (TalPeriod a, TalPeriod b)
{
  return a.first == b.first && a.last == b.last;
}

gboolean
tal_period_is_set (TalPeriod self)
{
  return self.kind != TAL_PERIOD_NONE;
}

guint
tal_period_hash (TalPeriod self)
{
  return (guint)self.first * 31u + (guint)self.last;
}

gboolean
tal_period_contains (TalPeriod self, TalPeriod other)
{
  return tal_period_is_set (self) && tal_period_is_set (other) && self.first <= other.first &&
         other.last <= self.last;
}

gboolean
tal_period_overlaps (TalPeriod self, TalPeriod other)
{
  return tal_period_is_set (self) && tal_period_is_set (other) && self.first <= other.last &&
         other.first <= self.last;
}

gboolean
tal_period_ends_in (TalPeriod self, TalPeriod other)
{
  return tal_period_is_set (self) && tal_period_is_set (other) && other.first <= self.last &&
         self.last <= other.last;
}

int
tal_period_count_days (TalPeriod self)
{
  return tal_period_is_set (self) ? self.last - self.first + 1 : 0;
}

TalPeriod
tal_period_step (TalPeriod self, int steps)
{
  gint64 months;
  gint64 days;
  TalDay first;

  if (!tal_period_is_set (self))
    return self;

  months = count_whole_months (self.first, self.last);
  if (months == 0)
    {
      days = tal_period_count_days (self);
      return make_days (self.first + days * steps, days);
    }

  if (ABS (months * steps) > G_MAXINT)
    return TAL_PERIOD_UNSET;

  first = tal_day_add_months (self.first, (int)(months * steps));
  if (first == TAL_DAY_NONE)
    return TAL_PERIOD_UNSET;

  return make_months (first, (int)months);
}

/* The period of the kind that begins on the day. */
static TalPeriod
find_tile (TalPeriodKind kind, TalDay first)
{
  int       months = count_months (kind);
  TalPeriod tile = TAL_PERIOD_UNSET;

  if (kind == TAL_PERIOD_NONE || kind == TAL_PERIOD_RANGE)
    return TAL_PERIOD_UNSET;

  if (months > 0)
    tile = make_months (first, months);
  else
    tile = make_days (first, kind == TAL_PERIOD_WEEK ? 7 : 1);

  return tile.kind == kind ? tile : TAL_PERIOD_UNSET;
}

GArray *
tal_period_list_parts (TalPeriod self, TalPeriodKind kind)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  TalDay  next = self.first;

  while (tal_period_is_set (self) && next <= self.last)
    {
      TalPeriod part = find_tile (kind, next);

      if (!tal_period_contains (self, part))
        {
          g_array_set_size (parts, 0);
          return parts;
        }

      g_array_append_val (parts, part);
      next = part.last + 1;
    }

  return parts;
}

/* Reads 'shape', in which y is a digit of the year, n one of a number in it, and
 * every other character stands for itself. */
static gboolean
match_shape (const char *text, const char *shape, int *ret_year, int *ret_number)
{
  int year = 0;
  int number = 0;

  if (strlen (text) != strlen (shape))
    return FALSE;

  for (gsize i = 0; shape[i] != '\0'; i++)
    {
      if (shape[i] != 'y' && shape[i] != 'n')
        {
          if (text[i] != shape[i])
            return FALSE;
          continue;
        }

      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      if (shape[i] == 'y')
        year = year * 10 + g_ascii_digit_value (text[i]);
      else
        number = number * 10 + g_ascii_digit_value (text[i]);
    }

  *ret_year = year;
  *ret_number = number;
  return TRUE;
}

static gboolean
read_named (const char *text, TalPeriod *ret_period)
{
  static const struct
  {
    const char   *shape;
    TalPeriodKind kind;
  } shapes[] = {
    { "yyyy-Hn", TAL_PERIOD_HALF_YEAR },
    { "yyyy-Qn", TAL_PERIOD_QUARTER },
    { "yyyy-nn", TAL_PERIOD_MONTH },
    { "yyyy-Wnn", TAL_PERIOD_WEEK },
  };
  int    year;
  int    number;
  TalDay day;

  if (match_shape (text, "yyyy", &year, &number))
    return tal_period_from_number (TAL_PERIOD_YEAR, year, 1, ret_period);

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      if (match_shape (text, shapes[i].shape, &year, &number))
        return tal_period_from_number (shapes[i].kind, year, number, ret_period);
    }

  if (!tal_day_parse (text, &day, NULL))
    return FALSE;

  *ret_period = tal_period_new (day, day);
  return TRUE;
}

static gboolean
read_period (const char *text, TalPeriod *ret_period)
{
  g_autofree char *front = NULL;
  const char      *slash = strchr (text, '/');
  TalPeriod        from;
  TalPeriod        to;

  if (slash == NULL)
    return read_named (text, ret_period);

  front = g_strndup (text, (gsize)(slash - text));
  if (!read_named (front, &from) || !read_named (slash + 1, &to))
    return FALSE;
  if (from.first > to.first || from.last > to.last)
    return FALSE;

  *ret_period = tal_period_new (from.first, to.last);
  return TRUE;
}

gboolean
tal_period_parse (const char *text, TalPeriod *ret_period, GError **error)
{
  g_autofree char *quotable = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_period != NULL, FALSE);

  if (read_period (text, ret_period))
    return TRUE;

  quotable = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _("“%s” is not a period written as 2017, 2017-H1, 2017-Q4, 2017-03, 2017-W05, "
                 "2018-09-01 or 2017-01-01/2018-07-31."),
                  quotable);
  return FALSE;
}

/* A week belongs to the year of its Thursday. */
static char *
format_week (TalPeriod self)
{
  TalDay thursday = self.first + 3;
  int    year;

  tal_day_get_date (thursday, &year, NULL, NULL);

  return g_strdup_printf ("%04d-W%02d", year, (thursday - tal_day_new (year, 1, 1)) / 7 + 1);
}

static char *
format_range (TalPeriod self)
{
  g_autofree char *first = tal_day_to_string (self.first);
  g_autofree char *last = tal_day_to_string (self.last);

  return g_strconcat (first, "/", last, NULL);
}

/* By hand: an export has one for each of its figures, and most are months. */
static char *
format_month (int year, int month)
{
  char text[] = "0000-00";

  for (int i = 3; i >= 0; i--, year /= 10)
    text[i] = (char)('0' + year % 10);
  text[5] = (char)('0' + month / 10);
  text[6] = (char)('0' + month % 10);
  return g_strdup (text);
}

char *
tal_period_to_string (TalPeriod self)
{
  int year;
  int month;

  g_return_val_if_fail (tal_period_is_set (self), NULL);

  tal_day_get_date (self.first, &year, &month, NULL);
  switch (self.kind)
    {
    case TAL_PERIOD_YEAR:
      return g_strdup_printf ("%04d", year);
    case TAL_PERIOD_HALF_YEAR:
      return g_strdup_printf ("%04d-H%d", year, (month - 1) / 6 + 1);
    case TAL_PERIOD_QUARTER:
      return g_strdup_printf ("%04d-Q%d", year, (month - 1) / 3 + 1);
    case TAL_PERIOD_MONTH:
      return format_month (year, month);
    case TAL_PERIOD_WEEK:
      return format_week (self);
    case TAL_PERIOD_DAY:
      return tal_day_to_string (self.first);
    case TAL_PERIOD_RANGE:
      return format_range (self);
    case TAL_PERIOD_NONE:
      break;
    }

  g_return_val_if_reached (NULL);
}
