/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-figures.h"

static TalGoalFigures
make_unfound (const TalGoal *goal, TalPeriod period)
{
  TalGoalFigures figures = { .period = period, .n_criteria = tal_goal_get_n_criteria (goal) };

  figures.criteria = g_new0 (TalCriterionFigures, MAX (figures.n_criteria, 1));
  for (guint i = 0; i < figures.n_criteria; i++)
    {
      TalCriterionFigures *each = &figures.criteria[i];

      each->figure = TAL_FIGURE_UNFOUND;
      each->numerator = TAL_FIGURE_UNFOUND;
      each->denominator = TAL_FIGURE_UNFOUND;
      each->target.value = TAL_DECIMAL_NONE;
    }
  return figures;
}

/* As exact as a decimal can say it. */
static gboolean
get_exact_level (const TalFigure *level, TalDecimal *ret_value)
{
  for (int decimals = TAL_DECIMAL_MAX_SCALE; decimals >= 0; decimals--)
    {
      if (tal_figure_get_decimal (level, decimals, ret_value))
        return TRUE;
    }

  return FALSE;
}

/* Another series' level as the target: a benchmark in the same period, a result to
 * keep in its own.  Leaves the target where there is none. */
static gboolean
find_level (const TalCatalogue *catalogue,
            TalRunSource       *runs,
            const TalCriterion *criterion,
            TalPeriod           period,
            TalTarget          *ret_target,
            GError            **error)
{
  const TalRecord *basis = tal_catalogue_find (catalogue, TAL_KIND_SERIES, criterion->basis_series);
  TalTarget        target = { period, TAL_DECIMAL_NONE };
  TalFigure        level;

  if (basis == NULL || criterion->basis == TAL_TARGET_FIXED)
    return TRUE;

  if (criterion->basis == TAL_TARGET_KEEP && tal_period_is_set (criterion->basis_period))
    target.period = criterion->basis_period;
  if (!tal_derive_figure (catalogue, runs, TAL_SERIES (basis), target.period, &level, error))
    return FALSE;

  if (get_exact_level (&level, &target.value))
    *ret_target = target;
  return TRUE;
}

static gboolean
gather_criterion (const TalCatalogue  *catalogue,
                  TalRunSource        *runs,
                  const TalCriterion  *criterion,
                  TalPeriod            period,
                  TalCriterionFigures *ret_figures,
                  GError             **error)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, criterion->series);
  const TalSeries *series = NULL;

  g_return_val_if_fail (record != NULL, FALSE);

  series = TAL_SERIES (record);
  if (!tal_derive_figure (catalogue, runs, series, period, &ret_figures->figure, error) ||
      !tal_derive_sum (catalogue, runs, series, TAL_TERM_ABOVE, period, &ret_figures->numerator,
                       error) ||
      !tal_derive_sum (catalogue, runs, series, TAL_TERM_BELOW, period, &ret_figures->denominator,
                       error))
    return FALSE;

  tal_criterion_find_target (criterion, period, &ret_figures->target);
  return find_level (catalogue, runs, criterion, period, &ret_figures->target, error);
}

static gboolean
gather_in_period (const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  const TalGoal      *goal,
                  TalPeriod           period,
                  TalGoalFigures     *ret_figures,
                  GError            **error)
{
  g_auto (TalGoalFigures) figures = make_unfound (goal, period);

  for (guint i = 0; i < figures.n_criteria; i++)
    {
      if (!gather_criterion (catalogue, runs, tal_goal_get_criterion (goal, i), period,
                             &figures.criteria[i], error))
        return FALSE;
    }

  *ret_figures = figures;
  figures.criteria = NULL;
  return TRUE;
}

/* A value, or a value that is there but may not be shown. */
static gboolean
has_result (const TalGoalFigures *figures)
{
  for (guint i = 0; i < figures->n_criteria; i++)
    {
      const TalFigure *figure = &figures->criteria[i].figure;

      if (tal_figure_is_known (figure) || figure->missing == TAL_MISSING_WITHHELD)
        return TRUE;
    }

  return FALSE;
}

/* The latest target, or where there is none no target. */
static TalTarget
find_latest_target (const TalCriterion *criterion)
{
  TalTarget latest = { TAL_PERIOD_UNSET, TAL_DECIMAL_NONE };

  for (guint i = 0; criterion->targets != NULL && i < criterion->targets->len; i++)
    {
      const TalTarget *each = &g_array_index (criterion->targets, TalTarget, i);

      if (i == 0 || tal_period_compare (each->period, latest.period) > 0)
        latest = *each;
    }

  return latest;
}

/* Of the first criterion that has a target. */
static TalPeriodKind
get_target_kind (const TalGoal *goal)
{
  TalPeriodKind kind = TAL_PERIOD_NONE;

  for (guint i = 0; i < tal_goal_get_n_criteria (goal) && kind == TAL_PERIOD_NONE; i++)
    kind = find_latest_target (tal_goal_get_criterion (goal, i)).period.kind;

  return kind;
}

static gboolean
is_newer (TalPeriod a, TalPeriod b, TalPeriodKind preferred)
{
  if (a.last != b.last)
    return a.last > b.last;
  if ((a.kind == preferred) != (b.kind == preferred))
    return a.kind == preferred;

  return tal_period_count_days (a) > tal_period_count_days (b);
}

/* Without a result there is still the latest target to show, or the earlier result that is to
 * be kept. */
static gboolean
add_latest_targets (const TalCatalogue *catalogue,
                    TalRunSource       *runs,
                    const TalGoal      *goal,
                    TalGoalFigures     *figures,
                    GError            **error)
{
  for (guint i = 0; i < figures->n_criteria; i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (goal, i);
      TalTarget          *target = &figures->criteria[i].target;

      *target = find_latest_target (criterion);
      if (criterion->basis == TAL_TARGET_KEEP && tal_period_is_set (criterion->basis_period) &&
          !find_level (catalogue, runs, criterion, criterion->basis_period, target, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
gather_newest (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalGoal      *goal,
               TalGoalFigures     *ret_figures,
               GError            **error)
{
  g_autoptr (GArray)      periods = tal_goal_figures_list_periods (catalogue, runs, goal, error);
  g_auto (TalGoalFigures) newest = make_unfound (goal, TAL_PERIOD_UNSET);
  TalPeriodKind           preferred = get_target_kind (goal);

  if (periods == NULL)
    return FALSE;

  for (guint i = periods->len; i > 0; i--)
    {
      g_auto (TalGoalFigures) each = { 0 };
      TalPeriod               period = g_array_index (periods, TalPeriod, i - 1);

      if (tal_period_is_set (newest.period) && !is_newer (period, newest.period, preferred))
        continue;
      if (!gather_in_period (catalogue, runs, goal, period, &each, error))
        return FALSE;
      if (has_result (&each))
        {
          TalGoalFigures older = newest;

          newest = each;
          each = older;
        }
    }

  if (!tal_period_is_set (newest.period) &&
      !add_latest_targets (catalogue, runs, goal, &newest, error))
    return FALSE;
  *ret_figures = newest;
  newest.criteria = NULL;
  return TRUE;
}

void
tal_goal_figures_clear (TalGoalFigures *self)
{
  g_clear_pointer (&self->criteria, g_free);
  self->n_criteria = 0;
}

gboolean
tal_goal_figures_gather (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalGoal      *goal,
                         TalPeriod           period,
                         TalGoalFigures     *ret_figures,
                         GError            **error)
{
  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (goal != NULL, FALSE);
  g_return_val_if_fail (ret_figures != NULL, FALSE);

  if (tal_goal_get_n_criteria (goal) == 0)
    {
      *ret_figures = make_unfound (goal, period);
      return TRUE;
    }

  if (tal_period_is_set (period))
    return gather_in_period (catalogue, runs, goal, period, ret_figures, error);

  return gather_newest (catalogue, runs, goal, ret_figures, error);
}

GArray *
tal_goal_figures_list_periods (const TalCatalogue *catalogue,
                               TalRunSource       *runs,
                               const TalGoal      *goal,
                               GError            **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  g_return_val_if_fail (catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      const TalRecord *series =
          tal_catalogue_find (catalogue, TAL_KIND_SERIES, tal_goal_get_criterion (goal, i)->series);
      g_autoptr (GArray) periods = NULL;

      g_return_val_if_fail (series != NULL, NULL);

      periods = tal_derive_list_periods (catalogue, runs, TAL_SERIES (series), error);
      if (periods == NULL)
        return NULL;
      g_array_append_vals (all, periods->data, periods->len);
    }

  tal_period_list_sort (all);
  return g_steal_pointer (&all);
}

/* 'visited' holds every series looked at, so that a ring of them ends. */
static void
collect_entered (const TalCatalogue *catalogue, TalId series, GHashTable *visited, GPtrArray *all)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, series);

  if (record == NULL || !g_hash_table_add (visited, (gpointer)record))
    return;

  if (!tal_series_is_derived (TAL_SERIES (record)))
    g_ptr_array_add (all, (gpointer)record);

  /* Also of an entered share: the counts that it is known to rest on stand beside it. */
  for (guint i = 0; i < tal_series_get_n_terms (TAL_SERIES (record)); i++)
    collect_entered (catalogue, tal_series_get_term (TAL_SERIES (record), i)->series, visited, all);
}

GPtrArray *
tal_goal_figures_list_entered (const TalCatalogue *catalogue, const TalGoal *goal)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  GPtrArray             *all = g_ptr_array_new ();

  g_return_val_if_fail (catalogue != NULL, all);
  g_return_val_if_fail (goal != NULL, all);

  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (goal, i);

      collect_entered (catalogue, criterion->series, visited, all);
      collect_entered (catalogue, criterion->basis_series, visited, all);
    }
  return all;
}
