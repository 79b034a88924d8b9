/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands below a chart.  It writes Danish by rule, whatever the language of the program:
 * these stand in the committee's own papers.
 */

#include "base/tal-danish-date.h"
#include "base/tal-error.h"
#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-words.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-series-family.h"

#include <string.h>

/* A definition that is longer is not a note below a chart. */
#define LONGEST_DEFINITION 200
/* More sources than these are not told one by one. */
#define MOST_SOURCES 4
/* A share of fewer is said to be. */
#define FEW_PEOPLE 20

static gboolean
is_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
add_once (GPtrArray *texts, const char *text)
{
  if (is_text (text) && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_ptr_array_add (texts, (gpointer)text);
}

static const TalPlan *
find_plan (const TalChartComposition *self, const TalSeries *series)
{
  TalId            plan = series->plan;
  const TalRecord *record = NULL;

  if (!tal_id_is_none (series->initiative))
    {
      record = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);
      plan = record != NULL ? TAL_INITIATIVE (record)->plan : TAL_ID_NONE;
    }
  record = tal_id_is_none (plan) ? NULL : tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, plan);
  return record != NULL ? TAL_PLAN (record) : NULL;
}

static char *
write_plan (const TalPlan *plan)
{
  g_autofree char *day = NULL;

  if (plan->status_day == TAL_DAY_NONE)
    return g_strdup (plan->name);
  day = tal_danish_date_format (plan->status_day, TAL_DANISH_DATE_TEXT);
  return g_strdup_printf ("%s, status %s", plan->name, day);
}

static void
add_source (TalChartComposition *self)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  if (self->spec->source != NULL)
    return;
  for (guint i = 0; i < self->subjects->len; i++)
    add_once (sources, ((const TalSeries *)g_ptr_array_index (self->subjects, i))->source);
  if (sources->len > MOST_SOURCES)
    {
      g_ptr_array_set_size (sources, MOST_SOURCES);
      g_ptr_array_add (sources, (gpointer) "andre");
    }
  if (sources->len > 0)
    self->spec->source = tal_chart_words_join (sources);

  for (guint i = 0; i < self->subjects->len && self->spec->source == NULL; i++)
    {
      const TalPlan *plan = find_plan (self, g_ptr_array_index (self->subjects, i));

      if (plan != NULL)
        self->spec->source = write_plan (plan);
    }
}

/* "* Foreløbig opgørelse, januar 2017 - juli 2018.": of the periods of that state. */
static void
add_state_note (TalChartComposition *self, TalFigureState state, const char *opening)
{
  g_autofree char   *range = NULL;
  g_autofree char   *note = NULL;
  g_autoptr (GArray) periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);

      if (tal_figure_is_known (&cell->figure) && cell->figure.state == state)
        g_array_append_val (periods, cell->period);
    }
  if (periods->len == 0)
    return;

  tal_period_list_sort (periods);
  range = tal_chart_words_dup_range (g_array_index (periods, TalPeriod, 0),
                                     g_array_index (periods, TalPeriod, periods->len - 1));
  note = g_strdup_printf ("* %s, %s.", opening, range);
  tal_chart_spec_add_note (self->spec, note);
}

/* Of the series as a whole: what differs between figures of theirs is seen. */
static gboolean
add_comparability (TalChartComposition *self, GError **error)
{
  g_autoptr (GArray)        subjects = g_array_new (FALSE, TRUE, sizeof (TalComparabilitySubject));
  g_auto (TalComparability) result = { 0 };

  if (self->whole || self->subjects->len < 2)
    return TRUE;

  for (guint i = 0; i < self->subjects->len; i++)
    {
      TalComparabilitySubject subject = { .series = g_ptr_array_index (self->subjects, i),
                                          .period = TAL_PERIOD_UNSET };

      /* A total beside its parts is defined by them. */
      if (subject.series->basis != TAL_BASIS_SUM)
        g_array_append_val (subjects, subject);
    }
  if (subjects->len < 2)
    return TRUE;
  result = tal_comparability_assess (self->catalogue,
                                     &g_array_index (subjects, TalComparabilitySubject, 0),
                                     subjects->len, TAL_COMPARABILITY_USE_DRAWN, self->shown);
  if (result.grade == TAL_COMPARABILITY_REFUSED &&
      (result.differences & (TAL_DIFFERENCE_DENOMINATOR | TAL_DIFFERENCE_UNIT)) != 0)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, result.note);
      return FALSE;
    }
  tal_chart_spec_add_note (self->spec, result.note);
  return TRUE;
}

/* Of shares, where one definition is that of them all. */
static void
add_definition (TalChartComposition *self)
{
  const char *definition = NULL;

  if (self->whole || self->subjects->len == 0 || self->spec->unit != TAL_MEASURE_UNIT_PER_CENT)
    return;

  definition = ((const TalSeries *)g_ptr_array_index (self->subjects, 0))->definition;
  for (guint i = 1; i < self->subjects->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (self->subjects, i);

      if (g_strcmp0 (definition, each->definition) != 0)
        return;
    }
  if (is_text (definition) && g_utf8_strlen (definition, -1) <= LONGEST_DEFINITION)
    tal_chart_spec_add_note (self->spec, definition);
}

/* Whether what is below the line counts people. */
static gboolean
is_share_of_people (const TalChartComposition *self, const TalSeries *series)
{
  if (series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
    return FALSE;
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalSeries *part = tal_chart_compose_find_series (self, term->series);

      if (term->place == TAL_TERM_BELOW)
        return part != NULL && tal_series_counts_people (part);
    }
  return FALSE;
}

/* A share of few people moves by much when one of them does. */
static gboolean
add_few (TalChartComposition *self, GError **error)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);
      TalFigure           below;

      if (!tal_figure_is_known (&cell->figure) || !is_share_of_people (self, cell->series))
        continue;
      if (!tal_derive_sum (self->catalogue, self->runs, cell->series, TAL_TERM_BELOW, cell->period,
                           &below, error))
        return FALSE;
      if (!tal_figure_is_known (&below) ||
          tal_fraction_compare (below.value, tal_fraction_from_integer (FEW_PEOPLE)) >= 0)
        continue;
      tal_chart_spec_add_note (self->spec, "Beregnet på færre end 20 personer.");
      return TRUE;
    }
  return TRUE;
}

static void
add_rests_on (TalChartComposition *self)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      g_autoptr (GPtrArray) entered =
          tal_derive_list_entered (self->catalogue, g_ptr_array_index (self->subjects, i));

      for (guint j = 0; j < entered->len; j++)
        tal_chart_compose_add_rest (self,
                                    ((const TalSeries *)g_ptr_array_index (entered, j))->record.id);
    }
}

TalDifference
tal_chart_compose_find_shown (const GPtrArray *series)
{
  static const TalDifference differences[] = { TAL_DIFFERENCE_TARGET_GROUP, TAL_DIFFERENCE_AREA,
                                               TAL_DIFFERENCE_OFFER, TAL_DIFFERENCE_PROVIDER };
  TalDifference              shown = TAL_DIFFERENCE_NONE;

  for (guint i = 1; i < series->len; i++)
    {
      const TalSeries *first = g_ptr_array_index (series, 0);
      const TalSeries *each = g_ptr_array_index (series, i);

      for (guint j = 0; j < G_N_ELEMENTS (differences); j++)
        {
          if (!tal_id_is_equal (tal_series_get_member (first, (TalDimension)j),
                                tal_series_get_member (each, (TalDimension)j)))
            shown |= differences[j];
        }
      if (g_strcmp0 (first->cohort, each->cohort) != 0)
        shown |= TAL_DIFFERENCE_COHORT;
    }
  return shown;
}

void
tal_chart_compose_take_title (TalChartComposition *self, char *claim, char *plain)
{
  g_free (self->plain_title);
  self->plain_title = plain;
  g_free (self->spec->title);
  self->spec->title = claim != NULL ? claim : g_strdup (plain);
}

void
tal_chart_compose_check_rounding (TalChartComposition *self, guint row, TalFraction total)
{
  const TalChartSeries *series = tal_chart_spec_get_series (self->spec, row);
  TalFraction           sum = tal_fraction_from_integer (0);
  TalDecimal            shown;

  for (guint i = 0; i < series->values->len; i++)
    {
      TalChartValue value = tal_chart_series_get (series, i);

      if (!tal_chart_value_is_known (&value))
        return;
      sum = tal_fraction_add (sum, tal_fraction_from_decimal (value.shown));
    }
  if (!tal_fraction_round (total, (guint8)self->spec->decimals, &shown) ||
      !tal_fraction_is_valid (sum) ||
      tal_fraction_compare (sum, tal_fraction_from_decimal (shown)) == 0)
    return;
  tal_chart_spec_add_note (self->spec, "Summen kan afvige på grund af afrunding.");
}

/* Where everything is an estimate there is nothing to tell apart: that is said once, and neither
 * hatched nor starred. */
static void
settle_estimates (TalChartComposition *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);

      if (tal_figure_is_known (&cell->figure) && cell->figure.state != TAL_FIGURE_ESTIMATE)
        return;
    }
  if (self->cells->len == 0 || self->spec->goals->len > 0)
    return;

  for (guint i = 0; i < self->spec->series->len; i++)
    {
      GArray *values = ((TalChartSeries *)g_ptr_array_index (self->spec->series, i))->values;

      for (guint j = 0; j < values->len; j++)
        g_array_index (values, TalChartValue, j).state = TAL_FIGURE_FINAL;
    }
  for (guint i = 0; i < self->cells->len; i++)
    g_array_index (self->cells, TalChartCell, i).figure.state = TAL_FIGURE_FINAL;
  tal_chart_spec_add_note (self->spec, "Alle tal er forventede tal.");
}

gboolean
tal_chart_compose_finish (TalChartComposition *self, GError **error)
{
  if (!add_comparability (self, error) || !add_few (self, error))
    return FALSE;

  settle_estimates (self);
  add_state_note (self, TAL_FIGURE_PRELIMINARY, "Foreløbig opgørelse");
  add_state_note (self, TAL_FIGURE_ESTIMATE, "Forventede tal");
  add_definition (self);
  add_source (self);
  add_rests_on (self);
  return tal_chart_compose_mask (self, error);
}
