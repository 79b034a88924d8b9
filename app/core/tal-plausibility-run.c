/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An entered series' figures, each beside its own period and those before it. */

#include "config.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-text.h"
#include "core/tal-observation.h"
#include "core/tal-parts.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>

static const TalRule rule_final = { "final-too-early",
                                    N_ ("A figure is final only when its period is over.") };
static const TalRule rule_overdue = { "final-overdue",
                                      N_ ("A final figure comes when it was expected.") };
static const TalRule rule_jump = { "jump", N_ ("A figure changes about as it did before.") };
static const TalRule rule_range = { "share-out-of-range",
                                    N_ ("A share is between 0 and 100 per cent."), .strict = TRUE };
static const TalRule rule_small = { "small-count",
                                    N_ ("A small count is hidden from the public.") };
static const TalRule rule_decimals = { "mixed-decimals",
                                       N_ ("Figures of one kind have the same decimals.") };

typedef struct
{
  TalPlausibility      *check;
  const TalSeries      *series;
  gboolean              is_share;
  const TalObservation *before; /* with a value */
  guint                 n_changes;
  __int128              largest; /* change so far */
  gboolean              mixed;   /* decimals were reported */
} Walk;

static void
check_state (const Walk *self, const TalObservation *observation)
{
  g_autofree char *place = NULL;
  g_autofree char *day = NULL;
  TalDay known = observation->as_of != TAL_DAY_NONE && observation->as_of < self->check->today
                     ? observation->as_of
                     : self->check->today;

  if (observation->state == TAL_FIGURE_FINAL && observation->missing == TAL_MISSING_NOT &&
      observation->period.last > known &&
      /* Money is granted before its year, and is final then. */
      !tal_measure_unit_is_money (self->series->measure_unit))
    {
      place = tal_plausibility_dup_place (self->series, observation->period);
      day = tal_danish_date_format (observation->period.last, TAL_DANISH_DATE_TEXT);
      tal_plausibility_report (self->check, &rule_final, TAL_SEVERITY_WARNING,
                               &self->series->record, observation->period,
                               g_strdup (_ ("final")),
                                         g_strdup (_ ("preliminary")),
                                                   g_strdup_printf (_ ("%s is final, but the period ends on %s. Should it be preliminary?"),
                                                       place, day));
    }
  else if (observation->state != TAL_FIGURE_FINAL && observation->final_expected != TAL_DAY_NONE &&
           observation->final_expected < self->check->today)
    {
      place = tal_plausibility_dup_place (self->series, observation->period);
      day = tal_danish_date_format (observation->final_expected, TAL_DANISH_DATE_TEXT);
      tal_plausibility_report (self->check, &rule_overdue, TAL_SEVERITY_NOTE, &self->series->record,
                               observation->period,
                               g_strdup (_ ("preliminary")),
                                         g_strdup (_ ("final")),
                                                   g_strdup_printf (_ ("%s is still preliminary; the final figure was expected on %s."),
                                                       place, day));
    }
}

static void
report_jump (const Walk *self, const TalObservation *observation)
{
  g_autofree char *place = tal_plausibility_dup_place (self->series, observation->period);
  g_autofree char *before = tal_plausibility_dup_value (self->series, self->before->value);
  g_autofree char *now = tal_plausibility_dup_value (self->series, observation->value);

  tal_plausibility_report (self->check, &rule_jump, TAL_SEVERITY_WARNING, &self->series->record,
                           observation->period, g_strdup (now), NULL,
                           g_strdup_printf (_ ("%s jumps from %s to %s, more than ever before: is it right?"),
                               place, before, now));
}

/* "Borgere, 2018: the change is 91 pct. since 2017 (105). Is it right?"; of what is per cent
 * itself both are said, for nobody reads per cent of per cent as they are meant. */
static void
report_change (const Walk *self, const TalObservation *observation)
{
  TalFraction before = tal_fraction_from_decimal (self->before->value);
  TalFraction change =
      tal_fraction_subtract (tal_fraction_from_decimal (observation->value), before);
  TalDecimal       per_cent = TAL_DECIMAL_NONE;
  g_autofree char *place = tal_plausibility_dup_place (self->series, observation->period);
  g_autofree char *now = tal_plausibility_dup_value (self->series, observation->value);
  g_autofree char *old = tal_plausibility_dup_value (self->series, self->before->value);
  g_autofree char *when = tal_danish_period_format (self->before->period, TAL_DANISH_PERIOD_TEXT);
  g_autofree char *said = NULL;
  char            *sentence = NULL;

  change =
      tal_fraction_divide (tal_fraction_multiply (change, tal_fraction_from_integer (100)), before);
  if (self->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ||
      !tal_fraction_round (change, 0, &per_cent))
    sentence =
        g_strdup_printf (_ ("%s is %s, but was %s in %s. Is it right?"), place, now, old, when);
  else
    {
      said = tal_goal_text_value (per_cent, TAL_MEASURE_UNIT_PER_CENT);
      sentence = g_strdup_printf (_ ("%s: the change is %s since %s (%s). Is it right?"), place,
                                     said, when, old);
    }
  tal_plausibility_report (self->check, &rule_jump, TAL_SEVERITY_WARNING, &self->series->record,
                           observation->period, g_strdup (now), NULL, sentence);
}

/* How many times the largest change so far one must be to be out of the ordinary: the fewer
 * are known, the more; with fewer than five nothing is known of what is ordinary. */
static guint
get_times_largest (guint n_changes)
{
  return n_changes >= 12 ? 3 : n_changes >= 8 ? 4 : n_changes >= 5 ? 6 : 0;
}

static __int128
measure (__int128 value)
{
  return value < 0 ? -value : value;
}

/* Whether the figure can be compared with the one before: neighbours of one kind with no break
 * between them, and not ranges, which are as long as anybody likes. */
static gboolean
is_next (const Walk *self, const TalObservation *observation)
{
  const TalObservation *before = self->before;

  return before != NULL && before->period.kind == observation->period.kind &&
         before->period.kind != TAL_PERIOD_RANGE &&
         before->period.last + 1 == observation->period.first &&
         tal_series_find_break (self->series, before->period, observation->period) == NULL;
}

/* Where little is known, a change of more than half, and of more than ten of what is counted.
 * From nothing anything may grow. */
static gboolean
is_large (__int128 before, __int128 change)
{
  return before != 0 && change * 2 > measure (before) &&
         change > tal_parts_count_billionths (TAL_DECIMAL (10, 0));
}

/* A change of a fifth at least, and of several times the largest that there was; or a large one
 * in a series that is young. */
static void
check_jump (Walk *self, const TalObservation *observation)
{
  __int128 now = tal_parts_count_billionths (observation->value);
  __int128 before = 0;
  __int128 change = 0;
  guint    times = get_times_largest (self->n_changes);

  if (!is_next (self, observation))
    {
      self->n_changes = 0;
      self->largest = 0;
      return;
    }

  before = tal_parts_count_billionths (self->before->value);
  change = measure (now - before);
  if (times > 0 && self->largest > 0 && change > times * self->largest &&
      change * 5 > measure (before))
    report_jump (self, observation);
  else if (times == 0 && is_large (before, change))
    report_change (self, observation);
  self->n_changes++;
  self->largest = MAX (self->largest, change);
}

static void
check_range (const Walk *self, const TalObservation *observation)
{
  g_autofree char *place = NULL;
  g_autofree char *stored = NULL;

  if (!self->is_share || (!tal_decimal_is_negative (observation->value) &&
                          tal_decimal_compare (observation->value, TAL_DECIMAL (100, 0)) <= 0))
    return;

  place = tal_plausibility_dup_place (self->series, observation->period);
  stored = tal_plausibility_dup_value (self->series, observation->value);
  tal_plausibility_report (self->check, &rule_range, TAL_SEVERITY_ERROR, &self->series->record,
                           observation->period, g_strdup (stored), NULL,
                           g_strdup_printf (_ ("%s is %s, but a share is between 0 and 100 per cent."), place,
                               stored));
}

/* 1 to 4 persons of a series that is marked as confidential below 5. */
static void
check_small (const Walk *self, const TalObservation *observation)
{
  int              limit = self->series->confidential_below;
  g_autofree char *place = NULL;
  g_autofree char *stored = NULL;

  if (!tal_series_is_count (self->series) || tal_decimal_is_zero (observation->value) ||
      tal_decimal_is_negative (observation->value) ||
      tal_decimal_compare (observation->value, TAL_DECIMAL (limit, 0)) >= 0)
    return;

  place = tal_plausibility_dup_place (self->series, observation->period);
  stored = tal_plausibility_dup_value (self->series, observation->value);
  tal_plausibility_report (self->check, &rule_small, TAL_SEVERITY_WARNING, &self->series->record,
                           observation->period, g_strdup (stored), NULL,
                           g_strdup_printf (_ ("%s: the figure is under %d. It is hidden in public "
                                               "briefings."),
                                               place, limit));
}

/* "5,3", "4,7", "4": the last one was more than it shows.  Counts have none to mix. */
static void
check_decimals (Walk *self, const TalObservation *observation)
{
  g_autofree char *place = NULL;
  g_autofree char *before = NULL;
  g_autofree char *now = NULL;

  if (self->mixed || self->before == NULL ||
      self->before->value.scale == observation->value.scale || tal_series_is_count (self->series) ||
      observation->approximation != TAL_APPROXIMATION_EXACT ||
      self->before->approximation != TAL_APPROXIMATION_EXACT)
    return;

  self->mixed = TRUE;
  place = tal_plausibility_dup_place (self->series, observation->period);
  before = tal_plausibility_dup_value (self->series, self->before->value);
  now = tal_plausibility_dup_value (self->series, observation->value);
  tal_plausibility_report (self->check, &rule_decimals, TAL_SEVERITY_NOTE, &self->series->record,
                           observation->period, g_strdup (now), NULL,
                           g_strdup_printf (_ ("%s is %s, with other decimals than %s before it."),
                                               place, now, before));
}

void
tal_plausibility_check_run (TalPlausibility *self, const TalSeries *series, const TalRun *run)
{
  Walk walk = { .check = self, .series = series };

  walk.is_share = series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
                  series->agreement != TAL_AGREEMENT_CHANGE &&
                  series->agreement != TAL_AGREEMENT_RELATIVE_CHANGE &&
                  tal_plausibility_has_word (series->name, "andel");
  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *observation = tal_run_get_observation (run, i);

      check_state (&walk, observation);
      if (observation->note != NULL)
        tal_plausibility_check_text (self, &observation->record, observation->period,
                                     observation->note);
      if (observation->missing != TAL_MISSING_NOT)
        continue;

      check_range (&walk, observation);
      check_small (&walk, observation);
      check_jump (&walk, observation);
      check_decimals (&walk, observation);
      walk.before = observation;
    }
}
