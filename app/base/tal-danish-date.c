/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-date.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"

static const struct
{
  const char *name;
  const char *abbreviation;
} months[] = {
  { "januar", "jan." },    { "februar", "feb." }, { "marts", "mar." },    { "april", "apr." },
  { "maj", "maj" },        { "juni", "jun." },    { "juli", "jul." },     { "august", "aug." },
  { "september", "sep." }, { "oktober", "okt." }, { "november", "nov." }, { "december", "dec." },
};

char *
tal_danish_date_format (TalDay day, TalDanishDateStyle style)
{
  int year;
  int month;
  int number;

  g_return_val_if_fail (day >= TAL_DAY_FIRST && day <= TAL_DAY_LAST, NULL);

  tal_day_get_date (day, &year, &month, &number);
  switch (style)
    {
    case TAL_DANISH_DATE_TEXT:
      return g_strdup_printf ("%d." NO_BREAK_SPACE "%s" NO_BREAK_SPACE "%d", number,
                              tal_danish_date_get_month_name (month), year);
    case TAL_DANISH_DATE_SHORT:
      return g_strdup_printf ("%02d-%02d-%04d", number, month, year);
    }

  g_return_val_if_reached (NULL);
}

const char *
tal_danish_date_get_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return months[month - 1].name;
}

const char *
tal_danish_date_get_month_abbreviation (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  return months[month - 1].abbreviation;
}

/* Where the text goes on behind the word, or NULL where the word does not begin it
 * or goes on itself ("majoritet"). */
static const char *
find_rest (const char *text, const char *word, gsize length)
{
  if (g_ascii_strncasecmp (text, word, length) != 0)
    return NULL;

  text += length;
  if (g_unichar_isalpha (g_utf8_get_char_validated (text, -1)))
    return NULL;

  return text;
}

int
tal_danish_date_find_month (const char *text, const char **ret_rest)
{
  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (ret_rest != NULL, 0);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++)
    {
      const char *rest = find_rest (text, months[i].abbreviation, 3);

      if (rest == NULL)
        rest = find_rest (text, months[i].name, strlen (months[i].name));
      else if (*rest == '.')
        rest++;

      if (rest != NULL)
        {
          *ret_rest = rest;
          return (int)i + 1;
        }
    }

  return 0;
}

/* "20. maj 2019", from behind its day. */
static gboolean
read_name_and_year (const char *rest, int *ret_month, int *ret_year)
{
  int month;

  tal_danish_text_skip (&rest, ".");
  tal_danish_text_skip (&rest, " ");
  month = tal_danish_date_find_month (rest, &rest);
  if (month == 0)
    return FALSE;

  tal_danish_text_skip (&rest, " ");
  if (!tal_danish_text_skip_number (&rest, 4, ret_year) || *rest != '\0')
    return FALSE;

  *ret_month = month;
  return TRUE;
}

/* "20-05-2019", "20.05.2019", "20/5 2019" or "20/5-2019", from behind the day. */
static gboolean
read_number_and_year (const char *rest, int *ret_month, int *ret_year)
{
  static const char separators[][2] = {
    { '-', '-' }, { '.', '.' }, { '/', ' ' }, { '/', '-' }, { '/', '/' },
  };
  char before = *rest++;

  if (before == '\0' || !tal_danish_text_skip_number (&rest, 2, ret_month))
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      if (before == separators[i][0] && *rest == separators[i][1])
        {
          rest++;
          return tal_danish_text_skip_number (&rest, 4, ret_year) && *rest == '\0';
        }
    }

  return FALSE;
}

static gboolean
read_date (const char *plain, TalDay *ret_day)
{
  const char *rest = plain;
  int         year;
  int         month;
  int         day;

  if (tal_day_parse (plain, ret_day, NULL))
    return TRUE;

  if (!tal_danish_text_skip_number (&rest, 2, &day))
    return FALSE;
  if (!read_name_and_year (rest, &month, &year) && !read_number_and_year (rest, &month, &year))
    return FALSE;
  if (!tal_day_is_valid_date (year, month, day))
    return FALSE;

  *ret_day = tal_day_new (year, month, day);
  return TRUE;
}

gboolean
tal_danish_date_parse (const char *text, TalDay *ret_day, GError **error)
{
  g_autofree char *plain = NULL;
  g_autofree char *quotable = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_day != NULL, FALSE);

  plain = tal_danish_text_dup_plain (text);
  if (read_date (plain, ret_day))
    return TRUE;

  quotable = tal_error_dup_quotable (text);
  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
               _("“%s” is not a date. Write it as 20-05-2019."), quotable);
  return FALSE;
}
