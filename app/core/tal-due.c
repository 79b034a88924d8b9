/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-due.h"

#include "core/tal-closings.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"

typedef struct
{
  const TalCatalogue *catalogue;
  TalDay              latest; /* the last day that is looked at */
  TalDay              today;
  GArray             *dues;
} Search;

static TalDay
get_earlier (TalDay a, TalDay b)
{
  if (a == TAL_DAY_NONE || b == TAL_DAY_NONE)
    return a == TAL_DAY_NONE ? b : a;

  return MIN (a, b);
}

/* The last day that the goal is measured on; TAL_DAY_NONE where it goes on. */
static TalDay
find_end (const Search *self, const TalInitiative *initiative)
{
  const TalRecord *plan = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, initiative->plan);

  return get_earlier (initiative->last, plan != NULL ? TAL_PLAN (plan)->last : TAL_DAY_NONE);
}

static gboolean
is_closed (const Search *self, const TalInitiative *initiative, TalPeriod period)
{
  return tal_closings_find_in_force (self->catalogue, initiative->plan, period) != NULL;
}

/* The year that the goal begins in, for nothing says what else it is measured by. */
static TalPeriod
find_first_year (const Search *self, const TalInitiative *initiative)
{
  const TalRecord *plan = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, initiative->plan);
  TalDay           first = initiative->first;
  TalPeriod        period = TAL_PERIOD_UNSET;
  int              year = 0;

  if (first == TAL_DAY_NONE && plan != NULL)
    first = TAL_PLAN (plan)->first;
  if (first == TAL_DAY_NONE)
    return TAL_PERIOD_UNSET;

  tal_day_get_date (first, &year, NULL, NULL);
  return tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period) ? period : TAL_PERIOD_UNSET;
}

/* Of a goal without any result. */
static TalPeriod
find_beginning (const Search *self, const TalInitiative *initiative, const TalGoalStatus *status)
{
  if (tal_period_is_set (status->target_period))
    return status->target_period;
  if (tal_period_is_set (status->goal->measuring_period))
    return status->goal->measuring_period;

  return find_first_year (self, initiative);
}

/* The first period that has no result and should have one; unset where there is none. */
static TalPeriod
find_first_owed (const Search *self, const TalInitiative *initiative, const TalGoalStatus *status)
{
  TalPeriod target = status->target_period;

  if (!tal_figure_is_known (&status->figure) || !tal_period_is_set (status->period))
    return find_beginning (self, initiative, status);
  if (tal_period_is_set (target) && !tal_period_is_equal (target, status->period) &&
      tal_period_contains (target, status->period))
    return target;
  if (status->period.kind == TAL_PERIOD_RANGE)
    return TAL_PERIOD_UNSET;

  return tal_period_step (status->period, 1);
}

static void
add (Search *self, const TalGoalStatus *status, TalDueKind kind, TalPeriod period, TalDay day)
{
  TalDue due = { status->goal, kind, period, day };

  g_array_append_val (self->dues, due);
}

static void
add_results (Search *self, const TalInitiative *initiative, const TalGoalStatus *status)
{
  TalDay    end = find_end (self, initiative);
  TalPeriod period = find_first_owed (self, initiative, status);

  for (guint i = 0; i < TAL_DUE_MAX_PERIODS; i++)
    {
      if (!tal_period_is_set (period) || period.last > self->latest ||
          (end != TAL_DAY_NONE && period.last > end))
        return;
      if (!is_closed (self, initiative, period))
        add (self, status, TAL_DUE_RESULT, period, period.last);
      if (period.kind == TAL_PERIOD_RANGE)
        return;
      period = tal_period_step (period, 1);
    }
}

static void
add_final (Search *self, const TalInitiative *initiative, const TalGoalStatus *status)
{
  TalDay day = status->figure.final_expected;

  if (!tal_figure_is_known (&status->figure) || status->figure.state == TAL_FIGURE_FINAL ||
      is_closed (self, initiative, status->period))
    return;
  if (day == TAL_DAY_NONE ? status->period.last < self->today : day <= self->latest)
    add (self, status, TAL_DUE_FINAL, status->period, day);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  TalDay first = ((const TalDue *)a)->day;
  TalDay second = ((const TalDue *)b)->day;

  if (first == TAL_DAY_NONE || second == TAL_DAY_NONE)
    return (first == TAL_DAY_NONE) - (second == TAL_DAY_NONE);

  return (first > second) - (first < second);
}

GArray *
tal_due_list (const TalCatalogue  *catalogue,
              const TalGoalStatus *statuses,
              guint                n_statuses,
              TalDay               today,
              int                  horizon)
{
  g_autoptr (GArray) dues = g_array_new (FALSE, FALSE, sizeof (TalDue));
  Search             search = { catalogue, today + horizon, today, dues };

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (statuses != NULL || n_statuses == 0, NULL);
  g_return_val_if_fail (horizon >= 0, NULL);

  for (guint i = 0; i < n_statuses; i++)
    {
      const TalGoalStatus *status = &statuses[i];
      const TalRecord     *record =
          tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, status->goal->initiative);

      if (record == NULL || status->criterion == NULL)
        continue;
      add_final (&search, TAL_INITIATIVE (record), status);
      if (TAL_INITIATIVE (record)->state != TAL_INITIATIVE_STATE_ENDED)
        add_results (&search, TAL_INITIATIVE (record), status);
    }

  g_array_sort (dues, compare_days);
  return g_steal_pointer (&dues);
}

gboolean
tal_due_is_overdue (const TalDue *self, TalDay today)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->day != TAL_DAY_NONE && self->day < today;
}
