/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Series one by one: what they say of themselves, and their figures. */

#include "config.h"

#include "base/tal-danish-text.h"
#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-observation.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TalRule rule_denominator = { "no-denominator",
                                          N_ ("A share says what it is a share of.") };
static const TalRule rule_unit = { "unit-words",
                                   N_ ("What is counted and the unit say the same.") };
static const TalRule rule_period = { "period-words",
                                     N_ ("A note and the figures are about the same period.") };

static const TalRule rule_span = {
  "period-short", N_ ("The final figure of a whole initiative covers all of it.")
  };

/* The nouns that name a unit, at the end of what is counted: "virksomhedsplaceringer". */
static const struct
{
  const char    *noun;
  TalMeasureUnit unit;
} nouns[] = {
  { "fuldtidspersoner", TAL_MEASURE_UNIT_FULL_TIME_PERSONS },
  { "helårspersoner", TAL_MEASURE_UNIT_FULL_YEAR_PERSONS },
  { "helårspladser", TAL_MEASURE_UNIT_FULL_YEAR_PLACES },
  { "familier", TAL_MEASURE_UNIT_FAMILIES },
  { "forløb", TAL_MEASURE_UNIT_COURSES },
  { "placeringer", TAL_MEASURE_UNIT_PLACEMENTS },
  { "sager", TAL_MEASURE_UNIT_CASES },
  { "tilkendelser", TAL_MEASURE_UNIT_AWARDS },
  { "borgere", TAL_MEASURE_UNIT_PERSONS },
  { "personer", TAL_MEASURE_UNIT_PERSONS },
};

static void
report_series (TalPlausibility *self,
               const TalRule   *rule,
               TalSeverity      severity,
               const TalSeries *series,
               char            *stored,
               char            *expected,
               char            *sentence)
{
  tal_plausibility_report (self, rule, severity, &series->record, TAL_PERIOD_UNSET, stored,
                           expected, sentence);
}

static guint
count_terms (const TalSeries *series, TalTermPlace place)
{
  guint n_terms = 0;

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      if (tal_series_get_term (series, i)->place == place)
        n_terms++;
    }

  return n_terms;
}

/* A share whose numerator is told and whose denominator isn't cannot be checked by anybody;
 * one that comes from nowhere neither. */
static void
check_denominator (TalPlausibility *self, const TalSeries *series)
{
  gboolean has_above = count_terms (series, TAL_TERM_ABOVE) > 0;

  if (series->measure_unit != TAL_MEASURE_UNIT_PER_CENT || tal_series_is_derived (series) ||
      series->agreement != TAL_AGREEMENT_NONE || count_terms (series, TAL_TERM_BELOW) > 0)
    return;

  if (has_above)
    report_series (self, &rule_denominator, TAL_SEVERITY_WARNING, series, NULL, NULL,
                   g_strdup_printf (_ ("%s: the numerator of the share is known, but not what it "
                                       "is a share of."),
                                       series->name));
  else if (series->source == NULL)
    report_series (self, &rule_denominator, TAL_SEVERITY_NOTE, series, NULL, NULL,
                   g_strdup_printf (_ ("%s has neither counts nor a source, so the share cannot "
                                       "be checked."),
                                       series->name));
}

static gboolean
is_compatible (TalMeasureUnit named, TalMeasureUnit stored)
{
  gboolean is_part =
      stored == TAL_MEASURE_UNIT_FULL_TIME_PERSONS || stored == TAL_MEASURE_UNIT_FULL_YEAR_PERSONS;

  return named == stored || stored >= TAL_MEASURE_UNIT_COUNT ||
         (named == TAL_MEASURE_UNIT_PERSONS && is_part);
}

/* "Antal …" of figures that are per cent, "borgere" of figures that are courses. */
static void
check_unit_words (TalPlausibility *self, const TalSeries *series)
{
  g_autofree char *measure = NULL;

  if (series->measure == NULL)
    return;

  measure = tal_danish_text_dup_plain (series->measure);
  if (g_str_has_prefix (measure, "antal ") && series->measure_unit == TAL_MEASURE_UNIT_PER_CENT)
    {
      report_series (self, &rule_unit, TAL_SEVERITY_WARNING, series, g_strdup (series->measure),
                     g_strdup (_ ("a share")),
                               g_strdup_printf (_ ("%s says “%s”, but the figures are per cent."),
                                                   series->name, series->measure));
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      if (!g_str_has_suffix (measure, nouns[i].noun))
        continue;
      if (!is_compatible (nouns[i].unit, series->measure_unit))
        report_series (self, &rule_unit, TAL_SEVERITY_WARNING, series, g_strdup (series->measure),
                       g_strdup (tal_danish_unit_get_noun (series->measure_unit)),
                       g_strdup_printf (_ ("%s says “%s”, but the unit of the figures is %s."),
                                           series->name, series->measure,
                                           tal_danish_unit_get_noun (series->measure_unit)));
      break;
    }
}

/* The period of "Perioden er 1. kvartal 2015" in a note. */
static gboolean
find_period_in_words (const char *note, TalPeriod *ret_period)
{
  static const char lead[] = "perioden er ";
  g_autofree char  *plain = tal_danish_text_dup_plain (note);
  g_autofree char  *words = NULL;
  const char       *found = strstr (plain, lead);
  gsize             length = 0;

  if (found == NULL)
    return FALSE;

  /* To the end of the sentence: a point that no number stands before. */
  found += strlen (lead);
  while (found[length] != '\0' && found[length] != ',' && found[length] != ';' &&
         !(found[length] == '.' && (found[length + 1] == '\0' || found[length + 1] == ' ') &&
           length > 3))
    length++;
  words = g_strndup (found, length);
  return tal_danish_period_parse (words, ret_period, NULL);
}

/* A note may tell the year of figures that are its quarters. */
static gboolean
has_figures_within (const TalRun *run, TalPeriod period)
{
  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      if (tal_period_contains (period, tal_run_get_observation (run, i)->period))
        return TRUE;
    }

  return FALSE;
}

static void
check_period_words (TalPlausibility *self, const TalSeries *series, const TalRun *run)
{
  g_autofree char *said = NULL;
  g_autofree char *stored = NULL;
  TalPeriod        period;

  if (series->note == NULL || tal_run_get_length (run) == 0 ||
      !find_period_in_words (series->note, &period) || has_figures_within (run, period))
    return;

  /* A table's series share its note, and one finding says it. */
  if (self->period_note != NULL && g_str_equal (self->period_note, series->note))
    return;
  self->period_note = series->note;

  said = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  stored =
      tal_danish_period_format (tal_run_get_observation (run, 0)->period, TAL_DANISH_PERIOD_TEXT);
  report_series (self, &rule_period, TAL_SEVERITY_WARNING, series, g_strdup (said),
                 g_strdup (stored),
                 g_strdup_printf (_ ("%s: the note says %s, but the figures are of %s."),
                                     series->name, said, stored));
}

/* "The final result of the whole period 2015-2018" of a project that ran to March 2019. */
static void
check_span (TalPlausibility *self, const TalSeries *series, const TalRun *run)
{
  const TalRecord *record =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);
  const TalInitiative  *initiative = record != NULL ? TAL_INITIATIVE (record) : NULL;
  const TalObservation *last = NULL;
  g_autofree char      *said = NULL;
  g_autofree char      *whole = NULL;

  if (initiative == NULL || initiative->first == TAL_DAY_NONE || initiative->last == TAL_DAY_NONE ||
      initiative->last >=
          tal_plausibility_get_status_day (self,
                                           tal_plausibility_find_plan (self, series->initiative)) ||
      tal_run_get_length (run) == 0)
    return;

  last = tal_run_get_observation (run, tal_run_get_length (run) - 1);
  if (last->period.kind != TAL_PERIOD_RANGE || last->state != TAL_FIGURE_FINAL ||
      last->period.first > initiative->first || last->period.last >= initiative->last)
    return;

  /* Its other figures tell the same story. */
  if (tal_id_is_equal (self->short_initiative, series->initiative))
    return;
  self->short_initiative = series->initiative;

  said = tal_danish_period_format (last->period, TAL_DANISH_PERIOD_TEXT);
  whole = tal_danish_period_format (tal_period_new (initiative->first, initiative->last),
                                    TAL_DANISH_PERIOD_TEXT);
  tal_plausibility_report (self, &rule_span, TAL_SEVERITY_WARNING, &series->record, last->period,
                           g_strdup (said), g_strdup (whole),
                           g_strdup_printf (_ ("%s is final for %s, but the initiative ran %s."),
                                               series->name, said, whole));
}

gboolean
tal_plausibility_look_at_series (TalPlausibility *self, const TalSeries *series)
{
  g_autoptr (TalRun) run = NULL;
  gboolean           done = FALSE;

  check_denominator (self, series);
  check_unit_words (self, series);
  if (!tal_series_is_derived (series))
    {
      run = tal_run_source_ref_run (self->runs, series->record.id, self->error);
      if (run == NULL)
        return FALSE;
      self->run = run;
      check_period_words (self, series, run);
      check_span (self, series, run);
      tal_plausibility_check_run (self, series, run);
    }

  done = tal_plausibility_check_terms (self, series, run);
  self->run = NULL;
  return done;
}

gboolean
tal_plausibility_check_series (TalPlausibility *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      if (!tal_plausibility_look_at_series (self, TAL_SERIES (records[i])))
        return FALSE;
    }

  return TRUE;
}
