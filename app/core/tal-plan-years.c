/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-plan-years.h"

#include <string.h>

static int
get_year (TalDay day)
{
  int year = 0;

  tal_day_get_date (day, &year, NULL, NULL);
  return year;
}

/* 0 where it isn't whole months. */
static int
count_months (TalPeriod period)
{
  g_autoptr (GArray) months = tal_period_list_parts (period, TAL_PERIOD_MONTH);

  return (int)months->len;
}

/* The period of that many months, or days where it has none, from a day on. */
static TalPeriod
begin_at (TalDay first, int n_months, int n_days)
{
  TalDay end = n_months > 0 ? tal_day_add_months (first, n_months) : first + n_days;

  return end != TAL_DAY_NONE ? tal_period_new (first, end - 1) : TAL_PERIOD_UNSET;
}

void
tal_plan_years_follow (const TalPlan *plan, TalDay today, TalDay *ret_first, TalDay *ret_last)
{
  TalPeriod before;
  TalPeriod after;

  g_return_if_fail (plan != NULL);
  g_return_if_fail (ret_first != NULL && ret_last != NULL);

  *ret_first =
      plan->last != TAL_DAY_NONE ? plan->last + 1 : tal_day_new (get_year (today) + 1, 1, 1);
  *ret_last = TAL_DAY_NONE;
  if (plan->first == TAL_DAY_NONE || plan->last == TAL_DAY_NONE)
    return;

  before = tal_period_new (plan->first, plan->last);
  after = begin_at (*ret_first, count_months (before), tal_period_count_days (before));
  *ret_last = after.last;
}

/* "2019-2023", or "2019" where it is one year or open. */
static char *
dup_years (TalDay first, TalDay last)
{
  if (last == TAL_DAY_NONE || get_year (first) == get_year (last))
    return g_strdup_printf ("%d", get_year (first));

  return g_strdup_printf ("%d-%d", get_year (first), get_year (last));
}

static char *
replace_once (const char *text, const char *old, const char *with)
{
  const char *found = strstr (text, old);

  if (found == NULL)
    return NULL;

  return g_strdup_printf ("%.*s%s%s", (int)(found - text), text, with, found + strlen (old));
}

/* As people write the years of a plan, the longest way first; NULL beyond the last. */
static char *
dup_way (guint way, int from, int to)
{
  switch (way)
    {
    case 0:
      return g_strdup_printf ("%d-%d", from, to);
    case 1:
      return g_strdup_printf ("%d–%d", from, to);
    case 2:
      return g_strdup_printf ("%d-%02d", from, to % 100);
    case 3:
      return g_strdup_printf ("%d", from);
    default:
      return NULL;
    }
}

/* NULL where the name has none of the years of the plan. */
static char *
replace_years (const TalPlan *plan, const char *years)
{
  int from = get_year (plan->first);
  int to = plan->last != TAL_DAY_NONE ? get_year (plan->last) : from;

  for (guint way = 0;; way++)
    {
      g_autofree char *old = dup_way (way, from, to);
      char            *renamed = old != NULL ? replace_once (plan->name, old, years) : NULL;

      if (old == NULL || renamed != NULL)
        return renamed;
    }
}

char *
tal_plan_years_rename (const TalPlan *plan, TalDay first, TalDay last)
{
  g_autofree char *years = NULL;
  char            *renamed = NULL;

  g_return_val_if_fail (plan != NULL && plan->name != NULL, NULL);
  g_return_val_if_fail (first != TAL_DAY_NONE, NULL);

  years = dup_years (first, last);
  renamed = plan->first != TAL_DAY_NONE ? replace_years (plan, years) : NULL;
  return renamed != NULL ? renamed : g_strdup_printf ("%s %s", plan->name, years);
}

static TalPeriod
find_around (TalPeriodKind kind, TalDay day)
{
  TalPeriod year = TAL_PERIOD_UNSET;

  if (!tal_period_from_number (TAL_PERIOD_YEAR, get_year (day), 1, &year) ||
      kind == TAL_PERIOD_YEAR)
    return year;

  for (int number = 1;; number++)
    {
      TalPeriod period = TAL_PERIOD_UNSET;

      if (!tal_period_from_number (kind, get_year (day), number, &period))
        return TAL_PERIOD_UNSET;
      if (period.first <= day && day <= period.last)
        return period;
    }
}

TalPeriod
tal_plan_years_move_period (TalPeriod period, const TalPlan *plan, TalDay first, TalDay last)
{
  gboolean  is_whole = FALSE;
  TalPeriod around = TAL_PERIOD_UNSET;

  g_return_val_if_fail (plan != NULL && tal_period_is_set (period), TAL_PERIOD_UNSET);
  g_return_val_if_fail (first != TAL_DAY_NONE, TAL_PERIOD_UNSET);

  is_whole = period.first == plan->first && period.last == plan->last;
  if (is_whole && last != TAL_DAY_NONE)
    return tal_period_new (first, last);
  if (period.kind != TAL_PERIOD_RANGE)
    around = find_around (period.kind, first);
  if (tal_period_is_set (around))
    return around;

  return begin_at (first, count_months (period), tal_period_count_days (period));
}
