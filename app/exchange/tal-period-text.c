/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-period-text.h"

#include "base/tal-danish-text.h"
#include "core/tal-danish-period.h"
#include "formats/tal-cube-period.h"

#include <string.h>

/* No period is written with more bytes. */
#define LONGEST 100

gboolean
tal_period_text_parse (const char *text, TalPeriod *ret_period)
{
  g_autofree char *plain = NULL;
  g_autofree char *token = NULL;

  g_return_val_if_fail (text != NULL && ret_period != NULL, FALSE);

  /* Every cell of a table is asked, and most are none: a period has a digit. */
  if (strnlen (text, LONGEST) == LONGEST || strpbrk (text, "0123456789") == NULL)
    return FALSE;
  if (tal_danish_period_parse (text, ret_period, NULL))
    return TRUE;

  plain = g_strstrip (g_strdup (text));
  token = tal_cube_period_dup (plain);
  return token != NULL && tal_period_parse (token, ret_period, NULL);
}

/* Takes the text. */
static gboolean
parse_taking (char *text, TalPeriod *ret_period)
{
  g_autofree char *taken = text;

  return tal_period_text_parse (taken, ret_period);
}

gboolean
tal_period_text_parse_parts (const char *year,
                             const char *part,
                             const char *heading,
                             TalPeriod  *ret_period)
{
  static const struct
  {
    const char *heading;
    const char *before;
    const char *behind;
  } numbered[] = {
    { "kvartal", "", ". kvartal " },
    { "kvt", "", ". kvartal " },
    { "quarter", "", ". kvartal " },
    { "måned", "", "/" },
    { "month", "", "/" },
    { "uge", "uge ", ", " },
    { "week", "uge ", ", " },
    { "halvår", "", ". halvår " },
  };
  g_autofree char *plain = NULL;

  g_return_val_if_fail (year != NULL && part != NULL, FALSE);
  g_return_val_if_fail (heading != NULL && ret_period != NULL, FALSE);

  plain = tal_danish_text_dup_plain (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (numbered); i++)
    {
      if (strstr (plain, numbered[i].heading) != NULL &&
          strspn (part, "0123456789") == strlen (part))
        return parse_taking (g_strconcat (numbered[i].before, part, numbered[i].behind, year, NULL),
                             ret_period);
    }

  return parse_taking (g_strconcat (part, " ", year, NULL), ret_period) ||
         parse_taking (g_strconcat (year, part, NULL), ret_period);
}

gboolean
tal_period_text_is_edge (TalPeriod period)
{
  TalPeriod month = tal_period_text_widen (period, TAL_PERIOD_MONTH);

  return period.kind == TAL_PERIOD_DAY &&
         (period.first == month.first || period.first == month.last);
}

TalPeriod
tal_period_text_widen (TalPeriod period, TalPeriodKind kind)
{
  TalPeriod widened = TAL_PERIOD_UNSET;
  int       year = 0;
  int       month = 0;
  int       day = 0;

  if (period.kind != TAL_PERIOD_DAY)
    return period;

  tal_day_get_date (period.first, &year, &month, &day);
  if (kind == TAL_PERIOD_MONTH)
    tal_period_from_number (kind, year, month, &widened);
  else if (kind == TAL_PERIOD_QUARTER)
    tal_period_from_number (kind, year, (month + 2) / 3, &widened);
  else if (kind == TAL_PERIOD_YEAR)
    tal_period_from_number (kind, year, 1, &widened);
  return tal_period_is_set (widened) ? widened : period;
}
