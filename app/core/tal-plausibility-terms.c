/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stated totals and shares against the figures that they are stated of, and computed shares
 * against what a share can be. */

#include "config.h"

#include "core/tal-derive.h"
#include "core/tal-observation.h"
#include "core/tal-parts.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>

static const TalRule rule_sum = { "sum", N_ ("A total is the sum of its parts.") };
static const TalRule rule_sum_missing = { "sum-missing",
                                          N_ ("A total is stated where all its parts are.") };
static const TalRule rule_share = { "share", N_ ("A share is its numerator of its denominator.") };
static const TalRule rule_change = { "change", N_ ("A change is what the figures changed by.") };
static const TalRule rule_parts = { "parts-above-whole",
                                    N_ ("Parts are together no more than the whole.") };
static const TalRule rule_above = { "numerator-above-denominator",
                                    N_ ("A share is no more than the whole.") };
static const TalRule rule_zero = { "shown-as-zero", N_ ("What is not zero is not shown as zero.") };

/* One series and what it is held against. */
typedef struct
{
  TalPlausibility *check;
  const TalSeries *series;
  TalParts        *parts;
} Comparison;

static const TalRule *
get_rule (const TalSeries *series)
{
  switch (series->agreement)
    {
    case TAL_AGREEMENT_RATIO:
      return &rule_share;
    case TAL_AGREEMENT_CHANGE:
    case TAL_AGREEMENT_RELATIVE_CHANGE:
      return &rule_change;
    case TAL_AGREEMENT_NONE:
    case TAL_AGREEMENT_SUM:
    case TAL_AGREEMENT_PARTS:
    case TAL_AGREEMENT_OVERLAPPING:
      return &rule_sum;
    }

  g_return_val_if_reached (&rule_sum);
}

/* What explains that a stated value is not the computed one. */
typedef enum
{
  BY_NOTHING,
  BY_WORDS, /* "ca.", "mere end" */
  BY_ROUNDING,
} Explanation;

static char *
dup_difference (const TalSeries *series,
                TalPeriod        period,
                Explanation      by,
                const char      *stored,
                const char      *expected)
{
  g_autofree char *place = tal_plausibility_dup_place (series, period);

  switch (by)
    {
    case BY_ROUNDING:
      return g_strdup_printf (_ ("%s: %s is stated and the parts make %s; rounding can explain the difference."), place,
          stored, expected);
    case BY_WORDS:
      return g_strdup_printf (_ ("%s: %s is stated and the parts make %s; only because they are "
                                 "approximate can both be right."),
                                 place, stored, expected);
    case BY_NOTHING:
      break;
    }

  if (series->agreement == TAL_AGREEMENT_RATIO)
    return g_strdup_printf (_ ("%s: %s is stated, but the counts make it %s."), place, stored,
                               expected);
  return g_strdup_printf (_ ("%s: %s is stated, but the parts make %s."), place, stored, expected);
}

static TalFraction
get_factor (const TalSeries *series)
{
  return tal_decimal_is_none (series->factor) ? tal_fraction_from_integer (1)
                                              : tal_fraction_from_decimal (series->factor);
}

/* What should have been stated, as far as the terms' own decimals tell. */
static gboolean
find_interval (const Comparison *self, TalPeriod period, gboolean worded, TalInterval *ret_interval)
{
  TalPeriod   earlier = tal_period_step (period, -MAX (self->series->lag, 1));
  TalInterval one = tal_interval_from_exact (tal_fraction_from_integer (1));
  TalInterval above;
  TalInterval other;

  if (!tal_parts_sum_interval (self->parts, TAL_TERM_ABOVE, period, worded, &above, NULL))
    return FALSE;

  switch (self->series->agreement)
    {
    case TAL_AGREEMENT_SUM:
      *ret_interval = above;
      return TRUE;
    case TAL_AGREEMENT_RATIO:
      if (!tal_parts_sum_interval (self->parts, TAL_TERM_BELOW, period, worded, &other, NULL))
        return FALSE;
      *ret_interval =
          tal_interval_scale (tal_interval_divide (above, other), get_factor (self->series));
      return TRUE;
    case TAL_AGREEMENT_CHANGE:
      if (!tal_parts_sum_interval (self->parts, TAL_TERM_ABOVE, earlier, worded, &other, NULL))
        return FALSE;
      *ret_interval = tal_interval_subtract (above, other);
      return TRUE;
    case TAL_AGREEMENT_RELATIVE_CHANGE:
      if (!tal_parts_sum_interval (self->parts, TAL_TERM_ABOVE, earlier, worded, &other, NULL))
        return FALSE;
      *ret_interval =
          tal_interval_scale (tal_interval_subtract (tal_interval_divide (above, other), one),
                              get_factor (self->series));
      return TRUE;
    case TAL_AGREEMENT_NONE:
    case TAL_AGREEMENT_PARTS:
    case TAL_AGREEMENT_OVERLAPPING:
      break;
    }

  g_return_val_if_reached (FALSE);
}

static Explanation
explain (const Comparison *self, const TalObservation *observation)
{
  TalInterval expected;

  for (guint worded = 0; worded < 2; worded++)
    {
      TalInterval stated = tal_parts_make_interval (self->series, observation, worded != 0);

      if (find_interval (self, observation->period, worded != 0, &expected) &&
          tal_interval_overlaps (stated, expected))
        return worded != 0 ? BY_WORDS : BY_ROUNDING;
    }

  return BY_NOTHING;
}

/* How the parts come to what should be there, and what the figure can be corrected to.  Of a
 * share with one decimal more than was stated, so that its rounding is seen. */
static void
show_workings (const Comparison     *self,
               TalFinding           *finding,
               const TalObservation *observation,
               TalFraction           expected,
               TalDecimal            rounded)
{
  guint8           more = self->series->agreement == TAL_AGREEMENT_RATIO ? 1 : 0;
  guint8           decimals = (guint8)(observation->value.scale + more);
  g_autofree char *value = tal_plausibility_dup_rounded (self->series, expected, decimals);

  if (finding == NULL || value == NULL)
    return;

  finding->correction = rounded;
  finding->workings =
      tal_plausibility_dup_workings (self->check, self->series, observation->period, value);
}

static void
compare (const Comparison *self, const TalObservation *observation, TalFraction expected)
{
  static const TalSeverity severities[] = { TAL_SEVERITY_ERROR, TAL_SEVERITY_WARNING,
                                            TAL_SEVERITY_NOTE };
  TalDecimal               rounded;
  Explanation              by = BY_NOTHING;
  TalFinding              *finding = NULL;
  g_autofree char         *stored = NULL;
  g_autofree char         *should_be = NULL;

  if (!tal_fraction_round (expected, observation->value.scale, &rounded) ||
      tal_decimal_compare (rounded, observation->value) == 0)
    return;

  by = explain (self, observation);
  stored = tal_plausibility_dup_value (self->series, observation->value);
  should_be = tal_plausibility_dup_value (self->series, rounded);
  finding = tal_plausibility_report (self->check, get_rule (self->series), severities[by],
                                     &self->series->record, observation->period, g_strdup (stored),
                                     g_strdup (should_be),
                                     dup_difference (self->series, observation->period, by, stored,
                                                     should_be));
  show_workings (self, finding, observation, expected, rounded);
}

/* With as many decimals as it takes. */
static char *
dup_exact (const TalSeries *series, TalFraction value)
{
  guint8     scale = 0;
  TalDecimal rounded;

  while (scale < TAL_DECIMAL_MAX_SCALE && tal_fraction_round (value, scale, &rounded) &&
         tal_fraction_compare (tal_fraction_from_decimal (rounded), value) != 0)
    scale++;
  return tal_plausibility_dup_rounded (series, value, scale);
}

static void
report_missing_sum (const Comparison *self, const TalObservation *observation, TalFraction expected)
{
  g_autofree char *place = tal_plausibility_dup_place (self->series, observation->period);
  g_autofree char *should_be = dup_exact (self->series, expected);

  if (should_be == NULL)
    return;

  tal_plausibility_report (self->check, &rule_sum_missing, TAL_SEVERITY_WARNING,
                           &self->series->record, observation->period, NULL, g_strdup (should_be),
                           g_strdup_printf (_ ("%s has no total, though its parts make %s."), place,
                                               should_be));
}

/* 1 of 203 shown as 0,00: a real one that disappears. */
static void
check_zero (const Comparison *self, TalPeriod period, TalFraction value, guint8 decimals)
{
  TalDecimal       shown;
  g_autofree char *place = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *expected = NULL;

  if (tal_fraction_is_zero (value) || !tal_fraction_round (value, decimals, &shown) ||
      !tal_decimal_is_zero (shown))
    return;

  place = tal_plausibility_dup_place (self->series, period);
  stored = tal_plausibility_dup_value (self->series, shown);
  while (decimals < TAL_DECIMAL_MAX_SCALE && tal_decimal_is_zero (shown) &&
         tal_fraction_round (value, ++decimals, &shown))
    continue;
  expected = tal_plausibility_dup_value (self->series, shown);
  tal_plausibility_report (self->check, &rule_zero, TAL_SEVERITY_WARNING, &self->series->record,
                           period, g_strdup (stored), g_strdup (expected),
                           g_strdup_printf (_ ("%s is shown as %s, though it is %s."), place,
                                               stored, expected));
}

/* A share in per cent of one thing in another, and nothing else. */
static gboolean
is_share (const TalSeries *series)
{
  return series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
         !tal_decimal_is_none (series->factor) &&
         tal_decimal_compare (series->factor, TAL_DECIMAL (100, 0)) == 0;
}

static void
check_share (const Comparison *self, TalPeriod period, TalFraction above, TalFraction below)
{
  TalFraction      share = tal_fraction_divide (above, below);
  TalFraction      value = tal_fraction_multiply (share, get_factor (self->series));
  g_autofree char *place = NULL;
  g_autofree char *stored = NULL;

  if (!tal_fraction_is_valid (value))
    return;

  check_zero (self, period, value, (guint8)CLAMP (self->series->decimals, 0, 9));
  if (!is_share (self->series) || tal_fraction_compare (share, tal_fraction_from_integer (1)) <= 0)
    return;

  stored = tal_plausibility_dup_rounded (self->series, value, (guint8)self->series->decimals);
  if (stored == NULL)
    return;

  place = tal_plausibility_dup_place (self->series, period);
  tal_plausibility_report (self->check, &rule_above, TAL_SEVERITY_WARNING, &self->series->record,
                           period, g_strdup (stored), NULL,
                           g_strdup_printf (_ ("%s is %s: the numerator is larger than the denominator, so the two "
                          "do not count the same."),
                               place, stored));
}

/* Whether a share can neither be above the whole nor look like zero, decided in whole numbers
 * for all those figures that have nothing to say. */
static gboolean
is_ordinary (const Comparison *self, const TalPartSum *above, const TalPartSum *below)
{
  return above->plain && below->plain && above->billionths >= 0 && below->billionths > 0 &&
         above->billionths <= below->billionths &&
         (above->billionths == 0 || (below->billionths / above->billionths < 100 &&
                                     (is_share (self->series) || self->series->decimals >= 2)));
}

static gboolean
check_computed_share (const Comparison *self, TalPeriod period)
{
  TalPartSum above;
  TalPartSum below;

  if (!tal_parts_sum (self->parts, TAL_TERM_ABOVE, period, &above, self->check->error) ||
      !tal_parts_sum (self->parts, TAL_TERM_BELOW, period, &below, self->check->error))
    return FALSE;

  if (above.known && below.known && !is_ordinary (self, &above, &below))
    check_share (self, period, tal_part_sum_get_value (&above), tal_part_sum_get_value (&below));
  return TRUE;
}

static gboolean
check_computed_shares (const Comparison *self)
{
  TalPlausibility   *check = self->check;
  const TalRun      *run = tal_parts_get_leading_run (self->parts);
  g_autoptr (GArray) periods = NULL;

  if (run != NULL)
    {
      for (guint i = 0; i < tal_run_get_length (run); i++)
        {
          if (!check_computed_share (self, tal_run_get_observation (run, i)->period))
            return FALSE;
        }
      return TRUE;
    }

  periods = tal_derive_list_periods (check->catalogue, check->runs, self->series, check->error);
  for (guint i = 0; periods != NULL && i < periods->len; i++)
    {
      if (!check_computed_share (self, g_array_index (periods, TalPeriod, i)))
        return FALSE;
    }
  return periods != NULL;
}

static gboolean
check_stated_sum (const Comparison *self, const TalObservation *observation)
{
  TalPartSum sum;

  if (!tal_parts_sum (self->parts, TAL_TERM_ABOVE, observation->period, &sum, self->check->error))
    return FALSE;
  if (!sum.known)
    return TRUE;

  if (observation->missing == TAL_MISSING_NOT)
    {
      if (!sum.plain || sum.billionths != tal_parts_count_billionths (observation->value))
        compare (self, observation, tal_part_sum_get_value (&sum));
    }
  else if (observation->missing == TAL_MISSING_NOT_AVAILABLE)
    report_missing_sum (self, observation, tal_part_sum_get_value (&sum));
  return TRUE;
}

/* A share or a change: as a computed series of that basis would have it. */
static gboolean
check_stated_value (const Comparison *self, const TalObservation *observation)
{
  static const TalBasis bases[] = { TAL_BASIS_ENTERED, TAL_BASIS_SUM, TAL_BASIS_RATIO,
                                    TAL_BASIS_CHANGE, TAL_BASIS_RELATIVE_CHANGE };
  TalPlausibility      *check = self->check;
  TalSeries             computed = *self->series;
  TalFigure             figure;

  if (observation->missing != TAL_MISSING_NOT)
    return TRUE;

  computed.basis = bases[self->series->agreement];
  if (!tal_derive_figure (check->catalogue, check->runs, &computed, observation->period, &figure,
                          check->error))
    return FALSE;
  if (!tal_figure_is_known (&figure))
    return TRUE;

  compare (self, observation, figure.value);
  if (self->series->agreement == TAL_AGREEMENT_RATIO && tal_decimal_is_zero (observation->value))
    check_zero (self, observation->period, figure.value, observation->value.scale);
  return TRUE;
}

static void
report_parts (const Comparison *self, const TalObservation *observation, TalFraction parts)
{
  g_autofree char *place = tal_plausibility_dup_place (self->series, observation->period);
  g_autofree char *stored = tal_plausibility_dup_value (self->series, observation->value);
  g_autofree char *sum =
      tal_plausibility_dup_rounded (self->series, parts, observation->value.scale);

  if (sum == NULL)
    return;

  tal_plausibility_report (self->check, &rule_parts, TAL_SEVERITY_ERROR, &self->series->record,
                           observation->period, g_strdup (sum), g_strdup (stored),
                           g_strdup_printf (_ ("%s: the parts make %s, which is more than the whole, %s; where one can "
                          "be counted several times, that must be said and no total shown."),
                               place, sum, stored));
}

static gboolean
check_parts (const Comparison *self, const TalObservation *observation)
{
  TalInterval whole;
  TalInterval parts;
  TalPartSum  sum;

  if (observation->missing != TAL_MISSING_NOT)
    return TRUE;
  if (!tal_parts_sum (self->parts, TAL_TERM_ABOVE, observation->period, &sum, self->check->error))
    return FALSE;
  if (!sum.known ||
      (sum.plain && sum.billionths <= tal_parts_count_billionths (observation->value)))
    return TRUE;

  if (!tal_parts_sum_interval (self->parts, TAL_TERM_ABOVE, observation->period, TRUE, &parts,
                               self->check->error))
    return FALSE;
  whole = tal_parts_make_interval (self->series, observation, TRUE);
  if (!tal_interval_overlaps (whole, parts))
    report_parts (self, observation, tal_part_sum_get_value (&sum));
  return TRUE;
}

/* Each part alone. */
static gboolean
check_overlapping (const Comparison *self, const TalObservation *observation)
{
  TalInterval whole;

  if (observation->missing != TAL_MISSING_NOT)
    return TRUE;

  whole = tal_parts_make_interval (self->series, observation, TRUE);
  for (guint i = 0; i < tal_parts_get_length (self->parts); i++)
    {
      TalInterval part;

      if (!tal_parts_get_interval (self->parts, i, observation->period, TRUE, &part,
                                   self->check->error))
        return FALSE;
      if (tal_fraction_is_valid (whole.high) && tal_fraction_is_valid (part.low) &&
          tal_fraction_compare (part.low, whole.high) > 0)
        report_parts (self, observation, part.low);
    }
  return TRUE;
}

static gboolean
check_stated (const Comparison *self, const TalObservation *observation)
{
  switch (self->series->agreement)
    {
    case TAL_AGREEMENT_NONE:
      return TRUE;
    case TAL_AGREEMENT_SUM:
      return check_stated_sum (self, observation);
    case TAL_AGREEMENT_RATIO:
    case TAL_AGREEMENT_CHANGE:
    case TAL_AGREEMENT_RELATIVE_CHANGE:
      return check_stated_value (self, observation);
    case TAL_AGREEMENT_PARTS:
      return check_parts (self, observation);
    case TAL_AGREEMENT_OVERLAPPING:
      return check_overlapping (self, observation);
    }

  g_return_val_if_reached (TRUE);
}

gboolean
tal_plausibility_check_terms (TalPlausibility *self, const TalSeries *series, const TalRun *run)
{
  g_autoptr (TalParts) parts = NULL;
  Comparison           comparison = { self, series, NULL };

  if (series->basis != TAL_BASIS_RATIO &&
      (tal_series_is_derived (series) || series->agreement == TAL_AGREEMENT_NONE))
    return TRUE;

  parts = tal_parts_new (self->catalogue, self->runs, series, self->error);
  if (parts == NULL)
    return FALSE;

  comparison.parts = parts;
  if (run == NULL)
    return check_computed_shares (&comparison);
  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      if (!check_stated (&comparison, tal_run_get_observation (run, i)))
        return FALSE;
    }
  return TRUE;
}
