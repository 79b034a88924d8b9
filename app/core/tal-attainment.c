/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-attainment.h"

#include "core/tal-assessment.h"

/* From the strongest to the weakest: a goal of several criteria stands as the
 * weakest of them. */
static int
get_weakness (TalAttainment attainment)
{
  switch (attainment)
    {
    case TAL_ATTAINMENT_MET:
      return 0;
    case TAL_ATTAINMENT_ALREADY_MET:
      return 1;
    case TAL_ATTAINMENT_MET_SO_FAR:
      return 2;
    case TAL_ATTAINMENT_NOT_YET_MET:
      return 3;
    case TAL_ATTAINMENT_NO_TARGET:
      return 4;
    case TAL_ATTAINMENT_COMPUTED:
    case TAL_ATTAINMENT_NOT_MEASURED:
      return 5;
    case TAL_ATTAINMENT_NOT_MET:
      return 6;
    }

  g_return_val_if_reached (0);
}

static gboolean
holds (TalComparison    comparison,
       TalDecimal       target,
       const TalFigure *figure,
       const TalFigure *numerator,
       const TalFigure *denominator)
{
  TalFraction goal;
  int         order = 0;

  if (comparison == TAL_COMPARISON_ALL)
    return tal_fraction_compare (numerator->value, denominator->value) == 0;

  goal = tal_fraction_from_decimal (target);
  order = tal_fraction_compare (figure->value, goal);

  switch (comparison)
    {
    case TAL_COMPARISON_AT_LEAST:
      return order >= 0;
    case TAL_COMPARISON_AT_MOST:
      return order <= 0;
    case TAL_COMPARISON_MORE_THAN:
      return order > 0;
    case TAL_COMPARISON_FEWER_THAN:
      return order < 0;
    case TAL_COMPARISON_EXACTLY:
      return order == 0;
    case TAL_COMPARISON_ALL:
      break;
    }

  g_return_val_if_reached (FALSE);
}

/* A floor that a rising measure has passed, or a ceiling that it has broken, cannot
 * change any more. */
static gboolean
is_settled (TalComparison comparison, gboolean cumulative, gboolean met)
{
  if (!cumulative)
    return FALSE;

  switch (comparison)
    {
    case TAL_COMPARISON_AT_LEAST:
    case TAL_COMPARISON_MORE_THAN:
      return met;
    case TAL_COMPARISON_AT_MOST:
    case TAL_COMPARISON_FEWER_THAN:
      return !met;
    case TAL_COMPARISON_EXACTLY:
    case TAL_COMPARISON_ALL:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

static gboolean
is_known (const TalFigure *figure)
{
  return figure->found && figure->missing == TAL_MISSING_NOT;
}

TalAttainment
tal_attainment_decide (TalComparison    comparison,
                       gboolean         cumulative,
                       TalDecimal       target,
                       const TalFigure *figure,
                       const TalFigure *numerator,
                       const TalFigure *denominator,
                       TalPeriod        period,
                       TalDay           today)
{
  gboolean met = FALSE;

  g_return_val_if_fail (figure != NULL, TAL_ATTAINMENT_NOT_MEASURED);
  g_return_val_if_fail (numerator != NULL, TAL_ATTAINMENT_NOT_MEASURED);
  g_return_val_if_fail (denominator != NULL, TAL_ATTAINMENT_NOT_MEASURED);

  if (comparison != TAL_COMPARISON_ALL && tal_decimal_is_none (target))
    return TAL_ATTAINMENT_NO_TARGET;
  if (!is_known (figure))
    return TAL_ATTAINMENT_NOT_MEASURED;
  if (comparison == TAL_COMPARISON_ALL && !(is_known (numerator) && is_known (denominator)))
    return TAL_ATTAINMENT_NOT_MEASURED;

  met = holds (comparison, target, figure, numerator, denominator);
  if (figure->state == TAL_FIGURE_FINAL && period.last < today)
    return met ? TAL_ATTAINMENT_MET : TAL_ATTAINMENT_NOT_MET;
  if (is_settled (comparison, cumulative, met))
    return met ? TAL_ATTAINMENT_ALREADY_MET : TAL_ATTAINMENT_NOT_MET;

  return met ? TAL_ATTAINMENT_MET_SO_FAR : TAL_ATTAINMENT_NOT_YET_MET;
}

/* The target set for the period; else another series' level, where that is the
 * target: a benchmark in the same period, a result to keep in its own. */
static gboolean
find_target (const TalCatalogue *catalogue,
             TalRunSource       *runs,
             const TalCriterion *criterion,
             TalPeriod           period,
             TalTarget          *ret_target,
             GError            **error)
{
  const TalRecord *basis = NULL;
  TalFigure        level;

  *ret_target = (TalTarget){ TAL_PERIOD_UNSET, TAL_DECIMAL_NONE };
  if (tal_criterion_find_target (criterion, period, ret_target))
    return TRUE;

  basis = tal_catalogue_find (catalogue, TAL_KIND_SERIES, criterion->basis_series);
  if (basis == NULL)
    return TRUE;

  ret_target->period =
      tal_period_is_set (criterion->basis_period) ? criterion->basis_period : period;
  if (!tal_derive_figure (catalogue, runs, TAL_SERIES (basis), ret_target->period, &level, error))
    return FALSE;
  if (!tal_figure_get_decimal (&level, TAL_SERIES (basis)->decimals + 1, &ret_target->value))
    ret_target->value = TAL_DECIMAL_NONE;
  return TRUE;
}

static gboolean
assess_criterion (const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  const TalGoal      *goal,
                  const TalCriterion *criterion,
                  TalPeriod           period,
                  TalDay              today,
                  TalGoalStatus      *ret_status,
                  GError            **error)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, criterion->series);
  TalGoalStatus    status = { goal, criterion, NULL, period };
  TalTarget        target;

  g_return_val_if_fail (record != NULL, FALSE);

  status.series = TAL_SERIES (record);
  if (!tal_derive_figure (catalogue, runs, status.series, period, &status.figure, error) ||
      !tal_derive_sum (catalogue, runs, status.series, TAL_TERM_ABOVE, period, &status.numerator,
                       error) ||
      !tal_derive_sum (catalogue, runs, status.series, TAL_TERM_BELOW, period, &status.denominator,
                       error) ||
      !find_target (catalogue, runs, criterion, period, &target, error))
    return FALSE;

  status.target = target.value;
  status.target_period = target.period;
  status.attainment =
      tal_attainment_decide (criterion->comparison, goal->cumulative, target.value, &status.figure,
                             &status.numerator, &status.denominator, period, today);
  *ret_status = status;
  return TRUE;
}

static gboolean
assess_in_period (const TalCatalogue *catalogue,
                  TalRunSource       *runs,
                  const TalGoal      *goal,
                  TalPeriod           period,
                  TalDay              today,
                  TalGoalStatus      *ret_status,
                  GError            **error)
{
  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      TalGoalStatus each;

      if (!assess_criterion (catalogue, runs, goal, tal_goal_get_criterion (goal, i), period, today,
                             &each, error))
        return FALSE;

      /* Among equals the last decides: it is the narrower one ("heraf mindst halvdelen"). */
      if (i == 0 || get_weakness (each.attainment) >= get_weakness (ret_status->attainment))
        *ret_status = each;
    }

  return TRUE;
}

/* A goal that nobody has set or measured: no figure, whatever the period. */
static TalGoalStatus
make_unmeasured (const TalCatalogue *catalogue, const TalGoal *goal, TalPeriod period)
{
  TalGoalStatus status = { .goal = goal,
                           .period = period,
                           .target = TAL_DECIMAL_NONE,
                           .attainment = TAL_ATTAINMENT_NOT_MEASURED };
  guint         n_criteria = tal_goal_get_n_criteria (goal);

  status.figure.missing = TAL_MISSING_NOT_AVAILABLE;
  status.numerator = status.figure;
  status.denominator = status.figure;
  if (n_criteria > 0)
    {
      const TalRecord *series = NULL;

      status.criterion = tal_goal_get_criterion (goal, n_criteria - 1);
      series = tal_catalogue_find (catalogue, TAL_KIND_SERIES, status.criterion->series);
      status.series = series != NULL ? TAL_SERIES (series) : NULL;
    }
  return status;
}

/* Without a result there is still the latest target to show. */
static void
add_latest_target (TalGoalStatus *status)
{
  const GArray *targets = status->criterion != NULL ? status->criterion->targets : NULL;

  if (targets == NULL || targets->len == 0)
    {
      if (status->criterion != NULL && status->criterion->comparison != TAL_COMPARISON_ALL &&
          tal_id_is_none (status->criterion->basis_series))
        status->attainment = TAL_ATTAINMENT_NO_TARGET;
      return;
    }

  for (guint i = 0; i < targets->len; i++)
    {
      const TalTarget *each = &g_array_index (targets, TalTarget, i);

      if (i > 0 && tal_period_compare (each->period, status->target_period) < 0)
        continue;
      status->target = each->value;
      status->target_period = each->period;
    }
}

static void
apply_override (const TalCatalogue *catalogue, TalGoalStatus *status)
{
  guint                   length = 0;
  const TalRecord *const *assessments =
      tal_catalogue_get_children (catalogue, TAL_KIND_ASSESSMENT, status->goal->record.id, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalAssessment *each = TAL_ASSESSMENT (assessments[i]);

      if (each->verdict != TAL_ATTAINMENT_COMPUTED &&
          tal_period_is_equal (each->period, status->period))
        {
          status->attainment = each->verdict;
          status->overridden = TRUE;
        }
    }
}

static TalPeriodKind
get_target_kind (const TalGoal *goal)
{
  const TalCriterion *criterion = tal_goal_get_criterion (goal, 0);

  if (criterion->targets == NULL || criterion->targets->len == 0)
    return TAL_PERIOD_NONE;

  return g_array_index (criterion->targets, TalTarget, criterion->targets->len - 1).period.kind;
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

static gboolean
assess_newest (const TalCatalogue *catalogue,
               TalRunSource       *runs,
               const TalGoal      *goal,
               TalDay              today,
               TalGoalStatus      *ret_status,
               GError            **error)
{
  g_autoptr (GArray) periods = tal_attainment_list_periods (catalogue, runs, goal, error);
  TalPeriodKind      preferred = get_target_kind (goal);
  TalGoalStatus      newest = make_unmeasured (catalogue, goal, TAL_PERIOD_UNSET);

  if (periods == NULL)
    return FALSE;

  for (guint i = periods->len; i > 0; i--)
    {
      TalPeriod     period = g_array_index (periods, TalPeriod, i - 1);
      TalGoalStatus each;

      if (tal_period_is_set (newest.period) && !is_newer (period, newest.period, preferred))
        continue;
      if (!assess_in_period (catalogue, runs, goal, period, today, &each, error))
        return FALSE;
      if (is_known (&each.figure) || each.figure.missing == TAL_MISSING_WITHHELD)
        newest = each;
    }

  if (!tal_period_is_set (newest.period))
    add_latest_target (&newest);
  *ret_status = newest;
  return TRUE;
}

gboolean
tal_attainment_assess (const TalCatalogue *catalogue,
                       TalRunSource       *runs,
                       const TalGoal      *goal,
                       TalPeriod           period,
                       TalDay              today,
                       TalGoalStatus      *ret_status,
                       GError            **error)
{
  TalGoalStatus status;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (goal != NULL, FALSE);
  g_return_val_if_fail (today != TAL_DAY_NONE, FALSE);

  if (tal_goal_get_n_criteria (goal) == 0)
    status = make_unmeasured (catalogue, goal, period);
  else if (tal_period_is_set (period))
    {
      if (!assess_in_period (catalogue, runs, goal, period, today, &status, error))
        return FALSE;
    }
  else if (!assess_newest (catalogue, runs, goal, today, &status, error))
    return FALSE;

  apply_override (catalogue, &status);
  *ret_status = status;
  return TRUE;
}

GArray *
tal_attainment_list_periods (const TalCatalogue *catalogue,
                             TalRunSource       *runs,
                             const TalGoal      *goal,
                             GError            **error)
{
  g_autoptr (GArray) common = NULL;

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
      if (common == NULL)
        common = g_steal_pointer (&periods);
      else
        g_array_append_vals (common, periods->data, periods->len);
    }

  if (common == NULL)
    return g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  tal_period_list_sort (common);
  return g_steal_pointer (&common);
}

const char *
tal_goal_status_get_rule (const TalGoalStatus *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (tal_goal_get_n_criteria (self->goal))
    {
    case 0:
      return "none";
    case 1:
      return tal_comparison_get_name (self->criterion->comparison);
    default:
      return "compound";
    }
}

static gboolean
is_ceiling (TalComparison comparison)
{
  return comparison == TAL_COMPARISON_AT_MOST || comparison == TAL_COMPARISON_FEWER_THAN;
}

gboolean
tal_goal_status_get_reach (const TalGoalStatus *self, double *ret_reach)
{
  TalFraction reach;
  TalFraction target;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->criterion == NULL || !is_known (&self->figure))
    return FALSE;

  if (self->criterion->comparison == TAL_COMPARISON_ALL)
    reach = tal_fraction_divide (self->numerator.value, self->denominator.value);
  else if (tal_decimal_is_none (self->target))
    return FALSE;
  else
    {
      target = tal_fraction_from_decimal (self->target);
      reach = is_ceiling (self->criterion->comparison)
                  ? tal_fraction_divide (target, self->figure.value)
                  : tal_fraction_divide (self->figure.value, target);
    }

  if (!tal_fraction_is_valid (reach))
    return FALSE;

  *ret_reach = tal_fraction_to_double (reach);
  return TRUE;
}
