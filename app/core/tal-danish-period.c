/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-danish-period.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"
#define RANGE_HYPHEN NO_BREAK_SPACE "- "
/* No range is written with more bytes, and trying every place to split it costs their square. */
#define LONGEST_RANGE 100

/* '#' is the number of the period, '@' its year; full stops, commas and spaces may be
 * left out. */
static const struct
{
  const char   *pattern;
  TalPeriodKind kind;
} patterns[] = {
  { "@", TAL_PERIOD_YEAR },
  { "#. halvår @", TAL_PERIOD_HALF_YEAR },
  { "#. halvaar @", TAL_PERIOD_HALF_YEAR },
  { "h# @", TAL_PERIOD_HALF_YEAR },
  { "@ h#", TAL_PERIOD_HALF_YEAR },
  { "#. kvartal @", TAL_PERIOD_QUARTER },
  { "#. kvt. @", TAL_PERIOD_QUARTER },
  { "k# @", TAL_PERIOD_QUARTER },
  { "q# @", TAL_PERIOD_QUARTER },
  { "@ k#", TAL_PERIOD_QUARTER },
  { "@ q#", TAL_PERIOD_QUARTER },
  { "#/@", TAL_PERIOD_MONTH },
  { "@ m#", TAL_PERIOD_MONTH },
  { "uge #, @", TAL_PERIOD_WEEK },
  { "@ u#", TAL_PERIOD_WEEK },
};

static char *
format_month (int year, int month, TalDanishPeriodStyle style)
{
  const char *name = NULL;

  switch (style)
    {
    case TAL_DANISH_PERIOD_TABLE:
      name = tal_danish_date_get_month_abbreviation (month);
      break;
    case TAL_DANISH_PERIOD_TEXT:
      name = tal_danish_date_get_month_name (month);
      break;
    }

  return g_strdup_printf ("%s" NO_BREAK_SPACE "%d", name, year);
}

/* A week belongs to the year of its Thursday. */
static char *
format_week (TalDay monday)
{
  TalDay thursday = monday + 3;
  int    year;

  tal_day_get_date (thursday, &year, NULL, NULL);

  return g_strdup_printf ("uge" NO_BREAK_SPACE "%d," NO_BREAK_SPACE "%d",
                          (thursday - tal_day_new (year, 1, 1)) / 7 + 1, year);
}

static char *
format_years (int first, int last)
{
  if (first / 100 == last / 100 && last % 100 > 12)
    return g_strdup_printf ("%d-%02d", first, last % 100);

  return g_strdup_printf ("%d-%d", first, last);
}

static char *
format_range (TalPeriod period)
{
  g_autoptr (GArray) years = tal_period_list_parts (period, TAL_PERIOD_YEAR);
  g_autoptr (GArray) months = tal_period_list_parts (period, TAL_PERIOD_MONTH);
  g_autofree char   *from = NULL;
  g_autofree char   *to = NULL;
  int                first_year;
  int                first_month;
  int                last_year;
  int                last_month;

  tal_day_get_date (period.first, &first_year, &first_month, NULL);
  tal_day_get_date (period.last, &last_year, &last_month, NULL);
  if (years->len > 0)
    return format_years (first_year, last_year);

  if (months->len > 0)
    {
      from = format_month (first_year, first_month, TAL_DANISH_PERIOD_TEXT);
      to = format_month (last_year, last_month, TAL_DANISH_PERIOD_TEXT);
    }
  else
    {
      from = tal_danish_date_format (period.first, TAL_DANISH_DATE_TEXT);
      to = tal_danish_date_format (period.last, TAL_DANISH_DATE_TEXT);
    }

  return g_strconcat (from, RANGE_HYPHEN, to, NULL);
}

char *
tal_danish_period_format (TalPeriod period, TalDanishPeriodStyle style)
{
  const char *quarter = style == TAL_DANISH_PERIOD_TABLE ? "kvt." : "kvartal";
  int         year;
  int         month;

  g_return_val_if_fail (tal_period_is_set (period), NULL);

  tal_day_get_date (period.first, &year, &month, NULL);
  switch (period.kind)
    {
    case TAL_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);
    case TAL_PERIOD_HALF_YEAR:
      return g_strdup_printf ("%d." NO_BREAK_SPACE "halvår" NO_BREAK_SPACE "%d",
                              (month - 1) / 6 + 1, year);
    case TAL_PERIOD_QUARTER:
      return g_strdup_printf ("%d." NO_BREAK_SPACE "%s" NO_BREAK_SPACE "%d", (month - 1) / 3 + 1,
                              quarter, year);
    case TAL_PERIOD_MONTH:
      return format_month (year, month, style);
    case TAL_PERIOD_WEEK:
      return format_week (period.first);
    case TAL_PERIOD_DAY:
      return tal_danish_date_format (period.first, TAL_DANISH_DATE_TEXT);
    case TAL_PERIOD_RANGE:
      return format_range (period);
    case TAL_PERIOD_NONE:
      break;
    }

  g_return_val_if_reached (NULL);
}

static gboolean
match_pattern (const char *text, const char *pattern, int *ret_year, int *ret_number)
{
  int      year = 0;
  int      number = 1; /* of a year in itself */
  gboolean matches = TRUE;

  for (; *pattern != '\0' && matches; pattern++)
    {
      if (*pattern == '@')
        matches = tal_danish_text_skip_number (&text, 4, &year);
      else if (*pattern == '#')
        matches = tal_danish_text_skip_number (&text, 2, &number);
      else if (*text == *pattern)
        text++;
      else
        matches = strchr (". ,", *pattern) != NULL;
    }

  if (!matches || *text != '\0')
    return FALSE;

  *ret_year = year;
  *ret_number = number;
  return TRUE;
}

static gboolean
read_pattern (const char *text, TalPeriod *ret_period)
{
  int year;
  int number;

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      if (match_pattern (text, patterns[i].pattern, &year, &number))
        return tal_period_from_number (patterns[i].kind, year, number, ret_period);
    }

  return FALSE;
}

/* "dec. 2015" */
static gboolean
read_month (const char *text, TalPeriod *ret_period)
{
  int year;
  int month = tal_danish_date_find_month (text, &text);

  if (month == 0)
    return FALSE;

  tal_danish_text_skip (&text, " ");
  if (!tal_danish_text_skip_number (&text, 4, &year) || *text != '\0')
    return FALSE;

  return tal_period_from_number (TAL_PERIOD_MONTH, year, month, ret_period);
}

/* "primo september 2018": a day of a month or of a year. */
static gboolean
read_point (const char *text, TalPeriod *ret_period)
{
  TalPeriod period;
  TalDay    day;
  gboolean  medio = tal_danish_text_skip (&text, "medio ");
  gboolean  ultimo = !medio && tal_danish_text_skip (&text, "ultimo ");

  if (!medio && !ultimo && !tal_danish_text_skip (&text, "primo "))
    return FALSE;
  if (!read_month (text, &period) && !read_pattern (text, &period))
    return FALSE;
  if (period.kind != TAL_PERIOD_MONTH && period.kind != TAL_PERIOD_YEAR)
    return FALSE;

  day = ultimo ? period.last : period.first;
  if (medio)
    day = period.kind == TAL_PERIOD_MONTH ? day + 14 : tal_day_add_months (day, 6);

  *ret_period = tal_period_new (day, day);
  return TRUE;
}

static gboolean
read_single (const char *text, TalPeriod *ret_period)
{
  g_autofree char *upper = g_ascii_strup (text, -1); /* "2017-Q4" has lost its capital */
  TalDay           day;

  if (read_pattern (text, ret_period) || read_month (text, ret_period) ||
      read_point (text, ret_period) || tal_period_parse (upper, ret_period, NULL))
    return TRUE;

  if (!tal_danish_date_parse (text, &day, NULL))
    return FALSE;

  *ret_period = tal_period_new (day, day);
  return TRUE;
}

/* "2017-18" and "2017/2018": the two years, the second in full. */
static gboolean
read_years (const char *text, int *ret_first, int *ret_last, gboolean *ret_short)
{
  const char *digits;
  int         first;
  int         last;
  gboolean    two_digits;

  if (!tal_danish_text_skip_number (&text, 4, &first))
    return FALSE;

  tal_danish_text_skip (&text, " ");
  if (!tal_danish_text_skip (&text, "-") && !tal_danish_text_skip (&text, "/"))
    return FALSE;

  tal_danish_text_skip (&text, " ");
  digits = text;
  if (!tal_danish_text_skip_number (&text, 4, &last) || *text != '\0')
    return FALSE;

  two_digits = text - digits == 2;
  if (two_digits)
    last += first / 100 * 100;
  if (!tal_day_is_valid_date (first, 1, 1) || !tal_day_is_valid_date (last, 1, 1) || last <= first)
    return FALSE;

  *ret_first = first;
  *ret_last = last;
  *ret_short = two_digits;
  return TRUE;
}

/* Two sides around a hyphen or a word: at the first place where both can be read. */
static gboolean
read_range (const char *text, TalPeriod *ret_period)
{
  static const char *separators[] = { "-", "/", " til og med ", " t.o.m. ", " til " };

  tal_danish_text_skip (&text, "fra ");

  for (const char *at = text; *at != '\0'; at++)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
        {
          g_autofree char *front = NULL;
          g_autofree char *back = NULL;
          TalPeriod        from;
          TalPeriod        to;

          if (!g_str_has_prefix (at, separators[i]))
            continue;

          front = g_strchomp (g_strndup (text, (gsize)(at - text)));
          back = g_strchug (g_strdup (at + strlen (separators[i])));
          if (!read_single (front, &from) || !read_single (back, &to) || from.first > to.first ||
              from.last > to.last)
            continue;

          *ret_period = tal_period_new (from.first, to.last);
          return TRUE;
        }
    }

  return FALSE;
}

static void
refuse_two_readings (const char *text, int first, int last, GError **error)
{
  g_autofree char *quotable = tal_error_dup_quotable (text);
  g_autofree char *month = format_month (first, last % 100, TAL_DANISH_PERIOD_TEXT);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _("“%s” can be a month or two years. Write %s or %d-%d."), quotable, month, first,
                  last);
}

gboolean
tal_danish_period_parse (const char *text, TalPeriod *ret_period, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *quotable = NULL;
  int              first;
  int              last;
  gboolean         two_digits;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_period != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  if (read_years (plain, &first, &last, &two_digits))
    {
      if (two_digits && last % 100 >= 1 && last % 100 <= 12)
        {
          refuse_two_readings (text, first, last, error);
          return FALSE;
        }

      *ret_period = tal_period_new (tal_day_new (first, 1, 1), tal_day_new (last, 12, 31));
      return TRUE;
    }

  if (read_single (plain, ret_period) ||
      (strlen (plain) <= LONGEST_RANGE && read_range (plain, ret_period)))
    return TRUE;

  quotable = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _("“%s” is not a period. Write it as 2017, 4. kvartal 2015, december 2015 or "
                 "20-05-2019."),
                  quotable);
  return FALSE;
}
