/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-periods.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"

#include <string.h>

/* So many tokens make the longest period: "januar 2017 - juli 2018", "4. kvt. 2015". */
#define LONGEST_PERIOD 7

static const char openers[] =
    " januar februar marts april maj juni juli august september oktober november december jan feb "
    "mar apr jun jul aug sep okt nov dec primo medio ultimo uge h1 h2 q1 q2 q3 q4 k1 k2 k3 k4 ";

static gboolean
may_open_period (const TalDanishTokens *tokens, guint at)
{
  const TalDanishToken *token = tal_danish_tokens_get (tokens, at);
  gsize                 length = strlen (token->text);

  if (token->kind == TAL_DANISH_TOKEN_NUMBER)
    return length <= 2 || (length == 4 && (token->text[0] == '1' || token->text[0] == '2')) ||
           length == 10;

  return tal_danish_tokens_is_one_of (tokens, at, openers) ||
         (token->kind == TAL_DANISH_TOKEN_WORD && g_ascii_isdigit (token->text[0]) && length == 6);
}

/* "31.05.16", as minutes write days. */
static gboolean
read_short_date (const char *text, TalPeriod *ret_period)
{
  g_auto (GStrv)   parts = g_strsplit (text, ".", -1);
  g_autofree char *whole = NULL;

  if (g_strv_length (parts) != 3 || strlen (parts[2]) != 2)
    return FALSE;

  whole = g_strdup_printf ("%s.%s.%s%s", parts[0], parts[1], parts[2][0] >= '7' ? "19" : "20",
                           parts[2]);
  return tal_danish_period_parse (whole, ret_period, NULL);
}

/* The longest period that begins there; how many tokens it has, or 0. */
static guint
read_period (const TalDanishTokens *tokens, const char *text, guint at, TalPeriod *ret_period)
{
  const TalDanishToken *first = tal_danish_tokens_get (tokens, at);
  guint                 length = tal_danish_tokens_get_length (tokens);

  if (first->kind == TAL_DANISH_TOKEN_NUMBER && read_short_date (first->text, ret_period))
    return 1;
  if (!may_open_period (tokens, at))
    return 0;
  /* "fra 2014 til 2017" tells a change from one year to another. */
  if (tal_danish_tokens_is_one_of (tokens, (gint64)at - 1, " fra ") &&
      tal_danish_tokens_is_one_of (tokens, (gint64)at + 1, " til "))
    length = at + 1;
  for (guint count = MIN (LONGEST_PERIOD, length - at); count > 0; count--)
    {
      const TalDanishToken *last = tal_danish_tokens_get (tokens, at + count - 1);
      g_autofree char      *part = NULL;

      if (last->kind == TAL_DANISH_TOKEN_MARK)
        continue;
      part = g_strndup (text + first->start, last->end - first->start);
      if (tal_danish_period_parse (part, ret_period, NULL))
        return count;
    }

  return 0;
}

/* "i forhold til 2013", "sammenlignet med 2013", "siden 2013", "end i 2013". */
static gboolean
is_base (const TalDanishTokens *tokens, guint at)
{
  gint64 before = (gint64)at - 1;

  if (tal_danish_tokens_is_one_of (tokens, before, " i "))
    before--;
  if (tal_danish_tokens_is_one_of (tokens, before, " siden end "))
    return TRUE;

  return tal_danish_tokens_is_one_of (tokens, before, " til med ") &&
         tal_danish_tokens_is_one_of (tokens, before - 1, " forhold sammenlignet sammenligning ");
}

void
tal_note_periods_add (GArray                *periods,
                      const TalDanishTokens *tokens,
                      const char            *text,
                      gsize                  offset,
                      guint                  first,
                      guint                  last)
{
  for (guint at = first; at < last;)
    {
      TalNotePeriod found;
      guint         count = read_period (tokens, text, at, &found.period);

      if (count > 0)
        {
          found.base = is_base (tokens, at);
          found.start = offset + tal_danish_tokens_get (tokens, at)->start;
          found.end = offset + tal_danish_tokens_get (tokens, at + count - 1)->end;
          g_array_append_val (periods, found);
        }
      at += MAX (count, 1);
    }
}

int
tal_note_periods_find_year (const GArray *periods, int found)
{
  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod period = g_array_index (periods, TalNotePeriod, i).period;
      int       first = 0;
      int       last = 0;
      int       month;
      int       day;

      tal_day_get_date (period.first, &first, &month, &day);
      tal_day_get_date (period.last, &last, &month, &day);
      if (first != last || (found != 0 && found != first))
        return -1;
      found = first;
    }

  return found;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  gsize start_a = ((const TalNotePeriod *)a)->start;
  gsize start_b = ((const TalNotePeriod *)b)->start;

  return (start_a > start_b) - (start_a < start_b);
}

void
tal_note_periods_add_months (
    GArray *periods, const TalDanishTokens *tokens, gsize offset, guint first, guint last, int year)
{
  guint length;

  g_return_if_fail (periods != NULL);
  g_return_if_fail (tokens != NULL);

  length = periods->len;

  for (guint at = first + 1; at < last; at++)
    {
      const TalDanishToken *token = tal_danish_tokens_get (tokens, at);
      const char           *rest = NULL;
      int                   month = tal_danish_date_find_month (token->text, &rest);
      TalNotePeriod         found = { .start = offset + token->start, .end = offset + token->end };
      g_autofree char      *text = g_strdup_printf ("%s %d", token->text, year);
      gboolean              taken = FALSE;

      for (guint i = 0; i < length; i++)
        taken |= g_array_index (periods, TalNotePeriod, i).start < found.end &&
                 g_array_index (periods, TalNotePeriod, i).end > found.start;
      if (!taken && month > 0 && *rest == '\0' &&
          tal_danish_tokens_is_one_of (tokens, (gint64)at - 1, " i fra til mod primo ultimo pr ") &&
          tal_danish_period_parse (text, &found.period, NULL))
        g_array_append_val (periods, found);
    }

  g_array_sort (periods, compare_places);
}

TalPeriod
tal_note_periods_find_only (const char *text)
{
  g_autoptr (TalDanishTokens) tokens = NULL;
  g_autoptr (GArray)          periods = g_array_new (FALSE, FALSE, sizeof (TalNotePeriod));

  g_return_val_if_fail (text != NULL, TAL_PERIOD_UNSET);

  tokens = tal_danish_tokens_new (text);
  tal_note_periods_add (periods, tokens, text, 0, 0, tal_danish_tokens_get_length (tokens));
  return periods->len == 1 ? g_array_index (periods, TalNotePeriod, 0).period : TAL_PERIOD_UNSET;
}
