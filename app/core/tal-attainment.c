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

/* Where twice the value is past all bounds, so is the value itself for every purpose. */
static gboolean
is_half (TalFraction value, TalFraction whole)
{
  TalFraction twice = tal_fraction_add (value, value);

  return tal_fraction_is_valid (twice) ? tal_fraction_compare (twice, whole) >= 0
                                       : tal_fraction_compare (value, whole) >= 0;
}

gboolean
tal_comparison_holds (TalComparison comparison, TalFraction value, TalFraction target)
{
  int order = tal_fraction_compare (value, target);

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
    case TAL_COMPARISON_ALL:
      return order == 0;
    case TAL_COMPARISON_AT_LEAST_HALF:
      return is_half (value, target);
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_attainment_holds (TalComparison comparison, TalFraction value, TalDecimal target)
{
  TalDecimal rounded;

  if (target.scale == TAL_DECIMAL_MAX_SCALE &&
      tal_fraction_round (value, TAL_DECIMAL_MAX_SCALE, &rounded))
    value = tal_fraction_from_decimal (rounded);

  return tal_comparison_holds (comparison, value, tal_fraction_from_decimal (target));
}

static gboolean
holds (TalComparison comparison, const TalCriterionFigures *figures)
{
  if (!tal_comparison_needs_target (comparison))
    return tal_comparison_holds (comparison, figures->numerator.value, figures->denominator.value);

  return tal_attainment_holds (comparison, figures->figure.value, figures->target.value);
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
    case TAL_COMPARISON_AT_LEAST_HALF:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

TalAttainment
tal_attainment_decide (TalComparison              comparison,
                       gboolean                   cumulative,
                       const TalCriterionFigures *figures,
                       TalPeriod                  period,
                       TalDay                     today)
{
  gboolean met = FALSE;

  g_return_val_if_fail (figures != NULL, TAL_ATTAINMENT_NOT_MEASURED);

  if (tal_comparison_needs_target (comparison) && tal_decimal_is_none (figures->target.value))
    return TAL_ATTAINMENT_NO_TARGET;
  if (!tal_figure_is_known (&figures->figure))
    return TAL_ATTAINMENT_NOT_MEASURED;
  if (!tal_comparison_needs_target (comparison) &&
      !(tal_figure_is_known (&figures->numerator) && tal_figure_is_known (&figures->denominator)))
    return TAL_ATTAINMENT_NOT_MEASURED;

  met = holds (comparison, figures);
  if (figures->figure.state == TAL_FIGURE_FINAL && period.last < today)
    return met ? TAL_ATTAINMENT_MET : TAL_ATTAINMENT_NOT_MET;
  if (is_settled (comparison, cumulative, met))
    return met ? TAL_ATTAINMENT_ALREADY_MET : TAL_ATTAINMENT_NOT_MET;

  return met ? TAL_ATTAINMENT_MET_SO_FAR : TAL_ATTAINMENT_NOT_YET_MET;
}

/* What half is in the unit of the share: 50 of per cent. */
static TalDecimal
get_half (const TalSeries *series)
{
  TalFraction whole = tal_decimal_is_none (series->factor)
                          ? tal_fraction_from_integer (1)
                          : tal_fraction_from_decimal (series->factor);
  TalFraction half = tal_fraction_divide (whole, tal_fraction_from_integer (2));
  TalDecimal  rounded = TAL_DECIMAL_NONE;

  for (guint8 scale = 0; scale <= TAL_DECIMAL_MAX_SCALE; scale++)
    {
      if (tal_fraction_round (half, scale, &rounded) &&
          tal_fraction_compare (tal_fraction_from_decimal (rounded), half) == 0)
        break;
    }
  return rounded;
}

static TalGoalStatus
conclude_criterion (const TalCatalogue   *catalogue,
                    const TalGoal        *goal,
                    const TalGoalFigures *figures,
                    guint                 position,
                    TalDay                today)
{
  const TalCriterion        *criterion = tal_goal_get_criterion (goal, position);
  const TalCriterionFigures *each = &figures->criteria[position];
  const TalRecord *series = tal_catalogue_find (catalogue, TAL_KIND_SERIES, criterion->series);

  return (TalGoalStatus){
    .catalogue = catalogue,
    .goal = goal,
    .criterion = criterion,
    .series = series != NULL ? TAL_SERIES (series) : NULL,
    .period = figures->period,
    .target_period = each->target.period,
    .target = criterion->comparison == TAL_COMPARISON_AT_LEAST_HALF && series != NULL
                  ? get_half (TAL_SERIES (series))
                  : each->target.value,
    .figure = each->figure,
    .numerator = each->numerator,
    .denominator = each->denominator,
    .attainment = tal_attainment_decide (criterion->comparison, goal->cumulative, each,
                                         figures->period, today),
  };
}

/* What a person put in the computed verdict's place, or TAL_ATTAINMENT_COMPUTED. */
static TalAttainment
find_override (const TalCatalogue *catalogue, const TalGoal *goal, TalPeriod period)
{
  TalAttainment           verdict = TAL_ATTAINMENT_COMPUTED;
  guint                   length = 0;
  const TalRecord *const *assessments =
      tal_catalogue_get_children (catalogue, TAL_KIND_ASSESSMENT, goal->record.id, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalAssessment *each = TAL_ASSESSMENT (assessments[i]);

      if (each->verdict != TAL_ATTAINMENT_COMPUTED && tal_period_is_equal (each->period, period))
        verdict = each->verdict;
    }

  return verdict;
}

/* The weakest of the criteria, or of those that have a figure; 'status' is untouched where
 * there is none. */
static void
conclude_weakest (const TalCatalogue   *catalogue,
                  const TalGoalFigures *figures,
                  TalDay                today,
                  gboolean              known_only,
                  TalGoalStatus        *status)
{
  gboolean found = FALSE;

  for (guint i = 0; i < figures->n_criteria; i++)
    {
      TalGoalStatus each = conclude_criterion (catalogue, status->goal, figures, i, today);

      if (known_only && !tal_figure_is_known (&each.figure))
        continue;

      /* Among equals the last decides: it is the narrower one ("heraf mindst halvdelen"). */
      if (!found || get_weakness (each.attainment) >= get_weakness (status->attainment))
        *status = each;
      found = TRUE;
    }
}

TalGoalStatus
tal_attainment_conclude (const TalCatalogue   *catalogue,
                         const TalGoal        *goal,
                         const TalGoalFigures *figures,
                         TalDay                today)
{
  TalGoalStatus status = { .catalogue = catalogue,
                           .goal = goal,
                           .period = figures->period,
                           .target = TAL_DECIMAL_NONE,
                           .figure = TAL_FIGURE_UNFOUND,
                           .numerator = TAL_FIGURE_UNFOUND,
                           .denominator = TAL_FIGURE_UNFOUND,
                           .attainment = TAL_ATTAINMENT_NOT_MEASURED };
  TalAttainment verdict = TAL_ATTAINMENT_COMPUTED;

  g_return_val_if_fail (catalogue != NULL, status);
  g_return_val_if_fail (goal != NULL, status);
  g_return_val_if_fail (figures->n_criteria == tal_goal_get_n_criteria (goal), status);
  g_return_val_if_fail (today != TAL_DAY_NONE, status);

  conclude_weakest (catalogue, figures, today, FALSE, &status);
  verdict = find_override (catalogue, goal, figures->period);
  if (verdict == TAL_ATTAINMENT_COMPUTED)
    return status;

  /* The criterion without a figure decides nothing any more; one with a figure is shown. */
  if (!tal_figure_is_known (&status.figure))
    conclude_weakest (catalogue, figures, today, TRUE, &status);
  status.attainment = verdict;
  status.overridden = TRUE;
  return status;
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
  g_auto (TalGoalFigures) figures = { 0 };

  g_return_val_if_fail (ret_status != NULL, FALSE);

  if (!tal_goal_figures_gather (catalogue, runs, goal, period, &figures, error))
    return FALSE;

  *ret_status = tal_attainment_conclude (catalogue, goal, &figures, today);
  return TRUE;
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
tal_goal_status_get_reach (const TalGoalStatus *self, TalFraction *ret_reach)
{
  TalFraction reach;
  TalFraction target;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->criterion == NULL || !tal_figure_is_known (&self->figure))
    return FALSE;

  if (!tal_comparison_needs_target (self->criterion->comparison))
    {
      reach = tal_fraction_divide (self->numerator.value, self->denominator.value);
      if (self->criterion->comparison == TAL_COMPARISON_AT_LEAST_HALF)
        reach = tal_fraction_add (reach, reach);
    }
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

  *ret_reach = reach;
  return TRUE;
}
