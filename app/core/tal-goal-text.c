/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-text.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-noun.h"
#include "core/tal-sentence.h"

#define NO_BREAK_SPACE "\302\240"

static char *
format_number (TalDecimal value)
{
  return tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
}

static gboolean
has_target (const TalGoalStatus *self)
{
  return !tal_decimal_is_none (self->target) &&
         tal_comparison_needs_target (self->criterion->comparison);
}

/* Whether the figure is a part of a whole, so that counts stand behind it; those that a
 * sum or a change is made of are something else. */
static gboolean
is_share (const TalGoalStatus *self)
{
  return (self->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ||
          self->series->measure_unit == TAL_MEASURE_UNIT_RATIO) &&
         (self->series->basis == TAL_BASIS_RATIO || self->series->basis == TAL_BASIS_ENTERED);
}

static gboolean
is_for_half (const TalGoalStatus *self)
{
  return self->criterion != NULL && self->criterion->comparison == TAL_COMPARISON_AT_LEAST_HALF;
}

static gboolean
is_for_all (const TalGoalStatus *self)
{
  return self->criterion != NULL && self->criterion->comparison == TAL_COMPARISON_ALL;
}

/* "Half" as a share is written. */
static TalDecimal
get_half (const TalGoalStatus *self)
{
  return self->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ? TAL_DECIMAL (50, 0)
                                                                 : TAL_DECIMAL (5, 1);
}

static gboolean
decides_the_same (const TalGoalStatus *self, TalDecimal shown)
{
  TalComparison comparison = self->criterion->comparison;

  if (is_for_half (self))
    return tal_attainment_holds (TAL_COMPARISON_AT_LEAST, tal_fraction_from_decimal (shown),
                                 get_half (self)) ==
           tal_attainment_holds (TAL_COMPARISON_AT_LEAST, self->figure.value, get_half (self));

  return tal_attainment_holds (comparison, tal_fraction_from_decimal (shown), self->target) ==
         tal_attainment_holds (comparison, self->figure.value, self->target);
}

/* Rounded to the decimals of the series, and to one more as long as the rounded number
 * would tell another story than the exact one. */
static gboolean
round_result (const TalGoalStatus *self, TalDecimal *ret_shown)
{
  guint8   decimals = (guint8)CLAMP (self->series->decimals, 0, TAL_DECIMAL_MAX_SCALE);
  gboolean rounded = FALSE;

  for (; decimals <= TAL_DECIMAL_MAX_SCALE; decimals++)
    {
      if (!tal_fraction_round (self->figure.value, decimals, ret_shown))
        break;
      rounded = TRUE;
      if (!(has_target (self) || (is_share (self) && is_for_half (self))) ||
          decides_the_same (self, *ret_shown))
        break;
    }

  return rounded;
}

/* Millions round more than the series does: where that would tell another story, the
 * amount is written out. */
static char *
format_result (const TalGoalStatus *self, TalDecimal shown)
{
  g_autofree char *number = NULL;

  if (self->series->measure_unit != TAL_MEASURE_UNIT_DKK || !has_target (self) ||
      decides_the_same (self, tal_sentence_round_amount (shown)))
    return tal_goal_text_value (shown, self->series->measure_unit);

  number = format_number (shown);
  return g_strconcat (number, NO_BREAK_SPACE "kr.", NULL);
}

static gboolean
round_count (const TalFigure *figure, TalDecimal *ret_count)
{
  return tal_figure_is_known (figure) && tal_fraction_round (figure->value, 0, ret_count);
}

static char *
mark (const TalFigure *figure, char *text)
{
  char *marked = g_strconcat (tal_approximation_get_prefix (figure->approximation), text,
                              figure->state != TAL_FIGURE_FINAL ? "*" : "", NULL);

  g_free (text);
  return marked;
}

static const char *
get_missing_text (TalMissing missing)
{
  switch (missing)
    {
    case TAL_MISSING_NOT:
    case TAL_MISSING_NOT_AVAILABLE:
    case TAL_MISSING_NOT_YET_REPORTED:
      return "ikke opgjort";
    case TAL_MISSING_NOT_APPLICABLE:
      return "ikke relevant";
    case TAL_MISSING_WITHHELD:
      return "skjult";
    }

  g_return_val_if_reached (NULL);
}

char *
tal_goal_text_value (TalDecimal value, TalMeasureUnit unit)
{
  g_autofree char *number = format_number (value);

  switch (unit)
    {
    case TAL_MEASURE_UNIT_PER_CENT:
      return g_strconcat (number, NO_BREAK_SPACE "pct.", NULL);
    case TAL_MEASURE_UNIT_PERCENTAGE_POINTS:
      return g_strconcat (number, NO_BREAK_SPACE "procentpoint", NULL);
    case TAL_MEASURE_UNIT_WEEKS:
      return tal_danish_noun_count (value, "uger");
    case TAL_MEASURE_UNIT_MILLION_DKK:
      return g_strconcat (number, NO_BREAK_SPACE "mio." NO_BREAK_SPACE "kr.", NULL);
    case TAL_MEASURE_UNIT_DKK:
      return tal_sentence_amount (value);
    case TAL_MEASURE_UNIT_PERSONS:
    case TAL_MEASURE_UNIT_FULL_TIME_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PLACES:
    case TAL_MEASURE_UNIT_FAMILIES:
    case TAL_MEASURE_UNIT_COURSES:
    case TAL_MEASURE_UNIT_PLACEMENTS:
    case TAL_MEASURE_UNIT_CASES:
    case TAL_MEASURE_UNIT_AWARDS:
    case TAL_MEASURE_UNIT_COUNT:
    case TAL_MEASURE_UNIT_RATIO:
    case TAL_MEASURE_UNIT_INDEX:
      return g_steal_pointer (&number);
    }

  g_return_val_if_reached (NULL);
}

char *
tal_goal_text_result (const TalGoalStatus *self)
{
  TalDecimal shown;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->criterion == NULL)
    return g_strdup ("måles ikke");
  if (self->series == NULL || !tal_figure_is_known (&self->figure))
    return g_strdup (get_missing_text (self->figure.missing));

  /* As sure as the share is, since "all" is a claim about both counts. */
  if (is_for_all (self) && round_count (&self->numerator, &shown))
    return mark (&self->figure, format_number (shown));

  if (!round_result (self, &shown))
    return g_strdup (get_missing_text (TAL_MISSING_NOT_AVAILABLE));

  return mark (&self->figure, format_result (self, shown));
}

static char *
count (TalDecimal number, const char *noun)
{
  return noun != NULL && noun[0] != '\0' ? tal_danish_noun_count (number, noun)
                                         : format_number (number);
}

char *
tal_goal_text_counts (const TalGoalStatus *self)
{
  g_autofree char *numerator_text = NULL;
  g_autofree char *denominator_text = NULL;
  TalDecimal       numerator;
  TalDecimal       denominator;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->series == NULL || !is_share (self) || !round_count (&self->numerator, &numerator))
    return NULL;

  if (!round_count (&self->denominator, &denominator))
    return count (numerator, self->series->measure);

  numerator_text = format_number (numerator);
  denominator_text = count (denominator, self->series->measure);
  return g_strconcat (numerator_text, " af ", denominator_text, NULL);
}

const char *
tal_goal_text_verdict (TalAttainment attainment)
{
  switch (attainment)
    {
    case TAL_ATTAINMENT_MET:
      return "Opnået";
    case TAL_ATTAINMENT_NOT_MET:
      return "Ikke opnået";
    case TAL_ATTAINMENT_MET_SO_FAR:
      return "Foreløbigt opnået";
    case TAL_ATTAINMENT_NOT_YET_MET:
      return "Endnu ikke opnået";
    case TAL_ATTAINMENT_ALREADY_MET:
      return "Allerede opnået";
    case TAL_ATTAINMENT_NO_TARGET:
      return "Intet måltal";
    case TAL_ATTAINMENT_COMPUTED:
    case TAL_ATTAINMENT_NOT_MEASURED:
      return "Ikke opgjort";
    }

  g_return_val_if_reached (NULL);
}

static const char *
get_verdict_clause (TalAttainment attainment)
{
  switch (attainment)
    {
    case TAL_ATTAINMENT_MET:
      return "Målet blev opnået";
    case TAL_ATTAINMENT_NOT_MET:
      return "Målet blev ikke opnået";
    case TAL_ATTAINMENT_MET_SO_FAR:
      return "Målet er foreløbigt opnået";
    case TAL_ATTAINMENT_NOT_YET_MET:
      return "Målet er endnu ikke opnået";
    case TAL_ATTAINMENT_ALREADY_MET:
      return "Målet er allerede opnået";
    case TAL_ATTAINMENT_NO_TARGET:
      return "Målet har intet måltal";
    case TAL_ATTAINMENT_COMPUTED:
    case TAL_ATTAINMENT_NOT_MEASURED:
      return "Målet er ikke opgjort";
    }

  g_return_val_if_reached (NULL);
}

char *
tal_goal_text_status (const TalGoalStatus *self)
{
  g_autofree char *result = NULL;
  g_autofree char *counted = NULL;
  const char      *clause = NULL;
  TalDecimal       numerator;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->criterion == NULL && !self->overridden)
    return g_strdup ("Målet måles ikke");

  clause = get_verdict_clause (self->attainment);
  if (self->series == NULL || !tal_figure_is_known (&self->figure))
    return g_strdup (clause);

  result = tal_goal_text_result (self);
  if (!is_share (self) || is_for_all (self) || !round_count (&self->numerator, &numerator) ||
      self->series->measure == NULL || self->series->measure[0] == '\0')
    return g_strdup_printf ("%s (%s)", clause, result);

  counted = tal_danish_noun_count (numerator, self->series->measure);
  return g_strdup_printf ("%s (%s/%s)", clause, result, counted);
}

char *
tal_goal_text_spoken (const TalGoalStatus *self)
{
  g_autofree char *result = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *verdict = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  result = tal_goal_text_result (self);
  verdict = g_utf8_strdown (tal_goal_text_verdict (self->attainment), -1);
  if (self->criterion == NULL && !self->overridden)
    return g_strdup_printf ("Mål %d: %s.", self->goal->number, result);
  if (self->criterion == NULL ||
      (tal_comparison_needs_target (self->criterion->comparison) && !has_target (self)))
    return g_strdup_printf ("Mål %d: %s, %s.", self->goal->number, result, verdict);

  wanted = tal_goal_text_promise (self);
  return g_strdup_printf ("Mål %d: %s, mål %s, %s.", self->goal->number, result, wanted, verdict);
}
