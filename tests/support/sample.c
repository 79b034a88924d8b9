/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/sample.h"

#include "base/tal-error.h"
#include "core/tal-plausibility.h"

#include <glib.h>

static const char *const missing_words[] = { "not", "not-available", "not-applicable", "withheld",
                                             "not-yet-reported" };

static TalRun *
ref_run (TalRunSource *source, TalId series, GError **error)
{
  Sample    *self = (Sample *)source;
  GPtrArray *own = NULL;

  self->n_reads++;
  if (self->unreadable)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_BUSY, "The sample cannot be read.");
      return NULL;
    }

  own = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  for (guint i = 0; i < self->observations->len; i++)
    {
      const TalRecord *each = g_ptr_array_index (self->observations, i);

      if (tal_id_is_equal (each->id, series))
        g_ptr_array_add (own, tal_record_ref (each));
    }
  return tal_run_new (series, own);
}

Sample *
sample_new (void)
{
  Sample *self = g_new0 (Sample, 1);

  self->source.ref_run = ref_run;
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  self->observations = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
  return self;
}

void
sample_free (Sample *self)
{
  tal_catalogue_unref (self->catalogue);
  tal_goal_past_free (self->past);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->observations);
  g_free (self);
}

TalPeriod
sample_period (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalPeriod          period = TAL_PERIOD_UNSET;

  if (text != NULL)
    tal_period_parse (text, &period, &error);
  g_assert_no_error (error);
  return period;
}

TalDay
sample_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalDay             day = TAL_DAY_NONE;

  tal_day_parse (text, &day, &error);
  g_assert_no_error (error);
  return day;
}

TalDecimal
sample_decimal (const char *text)
{
  g_autoptr (GError) error = NULL;
  TalDecimal         value = TAL_DECIMAL_NONE;

  tal_decimal_parse (text, &value, &error);
  g_assert_no_error (error);
  return value;
}

gpointer
sample_add_record (Sample *self, TalKind kind)
{
  TalRecord *record = tal_record_new (kind, tal_id_new ());

  g_assert_null (self->catalogue);
  g_ptr_array_add (self->records, record);
  return record;
}

TalSeries *
sample_add_series (Sample *self, const char *name, TalMeasureUnit unit, int decimals)
{
  TalSeries *series = sample_add_record (self, TAL_KIND_SERIES);

  series->name = g_strdup (name);
  series->measure_unit = unit;
  series->decimals = decimals;
  return series;
}

TalSeries *
sample_add_count (Sample *self, const char *name)
{
  return sample_add_series (self, name, TAL_MEASURE_UNIT_PERSONS, 0);
}

TalGoal *
sample_add_goal (Sample *self, int number)
{
  TalGoal *goal = sample_add_record (self, TAL_KIND_GOAL);

  goal->number = number;
  return goal;
}

void
sample_add_term (TalSeries *self, const TalSeries *part, TalTermSign sign, TalTermPlace place)
{
  TalTerm term = { part->record.id, sign, place };

  if (self->terms == NULL)
    self->terms = g_array_new (FALSE, TRUE, sizeof (TalTerm));
  g_array_append_val (self->terms, term);
}

TalSeries *
sample_add_share (Sample *self, const TalSeries *above, const TalSeries *below)
{
  TalSeries *share = sample_add_series (self, "Andel", TAL_MEASURE_UNIT_PER_CENT, 0);

  share->basis = TAL_BASIS_RATIO;
  share->factor = TAL_DECIMAL (100, 0);
  share->measure = g_strdup ("borgere");
  sample_add_term (share, above, TAL_TERM_PLUS, TAL_TERM_ABOVE);
  sample_add_term (share, below, TAL_TERM_PLUS, TAL_TERM_BELOW);
  return share;
}

TalCriterion *
sample_add_criterion (TalGoal         *goal,
                      const TalSeries *series,
                      TalComparison    comparison,
                      const char      *period,
                      const char      *target)
{
  TalCriterion *criterion = tal_goal_add_criterion (goal);

  criterion->series = series->record.id;
  criterion->comparison = comparison;
  if (target != NULL)
    tal_criterion_add_target (criterion, sample_period (period), sample_decimal (target));
  return criterion;
}

static TalMissing
find_missing (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (missing_words); i++)
    {
      if (g_str_equal (word, missing_words[i]))
        return (TalMissing)i;
    }

  return TAL_MISSING_NOT;
}

TalObservation *
sample_enter (Sample *self, const TalSeries *series, const char *period, const char *value)
{
  g_autofree char *number = g_strdup (value);
  const char      *digits = number;
  TalObservation  *observation =
      tal_observation_new (series->record.id, sample_period (period), TAL_DECIMAL_NONE);

  g_ptr_array_add (self->observations, observation);
  observation->missing = find_missing (value);
  if (observation->missing != TAL_MISSING_NOT)
    return observation;

  if (g_str_has_suffix (value, "*"))
    observation->state = TAL_FIGURE_PRELIMINARY;
  if (g_str_has_suffix (value, "~"))
    observation->state = TAL_FIGURE_ESTIMATE;
  g_strdelimit (number, "*~", '\0');
  observation->approximation = tal_approximation_skip (&digits);
  observation->value = sample_decimal (digits);
  return observation;
}

const TalCatalogue *
sample_get_catalogue (Sample *self)
{
  if (self->catalogue == NULL)
    self->catalogue = tal_catalogue_new_from_records (self->records);

  return self->catalogue;
}

TalGoalStatus
sample_assess (Sample *self, const TalGoal *goal, const char *period, const char *today)
{
  g_autoptr (GError) error = NULL;
  TalGoalStatus      status = { 0 };

  tal_attainment_assess (sample_get_catalogue (self), &self->source, goal, sample_period (period),
                         sample_day (today), &status, &error);
  g_assert_no_error (error);
  return status;
}

char *
sample_derive (Sample *self, const TalSeries *series, const char *period, int decimals)
{
  static const char *const marks[] = { "", "*", "~" };
  g_autoptr (GError)       error = NULL;
  g_autofree char         *number = NULL;
  TalFigure                figure = { 0 };
  TalDecimal               shown = TAL_DECIMAL_NONE;

  tal_derive_figure (sample_get_catalogue (self), &self->source, series, sample_period (period),
                     &figure, &error);
  g_assert_no_error (error);

  if (!figure.found)
    return g_strdup ("unfound");
  if (!tal_figure_is_known (&figure))
    return g_strdup (missing_words[figure.missing]);

  g_assert_true (tal_figure_get_decimal (&figure, decimals, &shown));
  number = tal_decimal_to_string (shown);
  return g_strconcat (tal_approximation_get_prefix (figure.approximation), number,
                      marks[figure.state], NULL);
}

char *
sample_dup_findings (Sample *self, const char *today)
{
  static const char *const severities[] = { "note", "warning", "error" };
  g_autoptr (GPtrArray)    findings = tal_finding_list_new ();
  g_autoptr (GError)       error = NULL;
  GString                 *text = g_string_new ("");

  tal_plausibility_check (sample_get_catalogue (self), &self->source, self->past,
                          sample_day (today), findings, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);
      g_autofree char  *period =
          tal_period_is_set (each->period) ? tal_period_to_string (each->period) : g_strdup ("-");

      g_assert_nonnull (each->place);
      g_assert_cmpstr (each->sentence, !=, "");
      g_string_append_printf (text, "%s%s %s %s %s -> %s\n", each->kept ? "kept " : "",
                              each->rule->code, severities[each->severity], period,
                              each->stored != NULL ? each->stored : "-",
                              each->expected != NULL ? each->expected : "-");
    }
  g_string_replace (text, "\xc2\xa0", " ", 0);
  return g_string_free (text, FALSE);
}
