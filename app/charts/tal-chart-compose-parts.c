/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Totals and what they are made of.  It writes Danish by rule, whatever the language of the
 * program: these stand in the committee's own papers.
 */

#include "charts/tal-chart-claim.h"
#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-text.h"
#include "core/tal-series-family.h"
#include "core/tal-trend-text.h"

#include <string.h>

#define LEAST_PARTS 3
#define MOST_SUMMED 6
/* More periods than these are not told apart as bars of one thing. */
#define MOST_PERIODS 3

typedef struct
{
  const TalSeries *total; /* NULL where only parts are named */
  GPtrArray       *parts; /* const TalSeries * */
} Whole;

static void
clear_whole (Whole *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Whole, clear_whole)

GPtrArray *
tal_chart_compose_list_parts (const TalChartComposition *self, const TalSeries *total)
{
  GPtrArray         *parts = g_ptr_array_new ();
  g_autoptr (GArray) found = tal_series_family_list_parts (self->catalogue, total);
  gboolean           holds =
      !tal_series_is_derived (total) &&
      (total->agreement == TAL_AGREEMENT_PARTS || total->agreement == TAL_AGREEMENT_OVERLAPPING);

  for (guint i = 0; i < found->len; i++)
    {
      const TalSeriesPart *part = &g_array_index (found, TalSeriesPart, i);

      if (part->depth == 0)
        g_ptr_array_add (parts, (gpointer)part->series);
    }
  for (guint i = 0; holds && i < tal_series_get_n_terms (total); i++)
    {
      const TalSeries *part =
          tal_chart_compose_find_series (self, tal_series_get_term (total, i)->series);

      if (part != NULL)
        g_ptr_array_add (parts, (gpointer)part);
    }
  return parts;
}

typedef gboolean (*Wanted) (const TalSeries *total, const GPtrArray *parts);

/* The first total in scope that is wanted. */
static gboolean
find_natural (const TalChartComposition *self, Wanted wanted, Whole *whole)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TalSeries      *total = g_ptr_array_index (candidates, i);
      g_autoptr (GPtrArray) parts = tal_chart_compose_list_parts (self, total);

      if (parts->len < 2 || !wanted (total, parts))
        continue;
      whole->total = total;
      whole->parts = g_steal_pointer (&parts);
      return TRUE;
    }
  return FALSE;
}

/* One total that is named is shown by its parts; several series are the parts. */
static gboolean
find_whole (const TalChartComposition *self, const Wanted *wanted, Whole *whole, GError **error)
{
  g_autoptr (GPtrArray) named = tal_chart_compose_list_named (self, error);

  if (named == NULL)
    return FALSE;
  if (named->len == 0)
    {
      for (guint i = 0; wanted[i] != NULL; i++)
        {
          if (find_natural (self, wanted[i], whole))
            return TRUE;
        }
      return FALSE;
    }
  if (named->len == 1)
    {
      whole->total = g_ptr_array_index (named, 0);
      whole->parts = tal_chart_compose_list_parts (self, whole->total);
      return whole->parts->len > 0;
    }
  whole->parts = g_steal_pointer (&named);
  return TRUE;
}

static gboolean
is_distribution (const TalSeries *total, const GPtrArray *parts)
{
  return total->measure_unit == TAL_MEASURE_UNIT_PER_CENT && parts->len >= LEAST_PARTS;
}

static gboolean
is_large_total (const TalSeries *total, const GPtrArray *parts)
{
  return parts->len >= LEAST_PARTS && total->measure_unit != TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
}

static gboolean
is_total (const TalSeries *total, const GPtrArray *parts)
{
  return parts->len >= 2 && total->measure_unit != TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
}

static gboolean
is_summed_count (const TalSeries *total, const GPtrArray *parts)
{
  return total->basis == TAL_BASIS_SUM && parts->len <= MOST_SUMMED &&
         (tal_series_is_count (total) || tal_series_counts_people (total));
}

static gboolean
is_overlapping (const Whole *self)
{
  return self->total != NULL && !tal_series_is_derived (self->total) &&
         self->total->agreement == TAL_AGREEMENT_OVERLAPPING;
}

/* The periods to show: the two or three there are, else the newest alone. */
static GArray *
list_few_periods (TalChartComposition *self, const Whole *whole, GError **error)
{
  GArray *periods = tal_chart_compose_list_periods (self, whole->parts, error);

  if (periods != NULL && periods->len > MOST_PERIODS)
    g_array_remove_range (periods, 0, periods->len - 1);
  return periods;
}

static void
add_things (TalChartComposition *self, const GPtrArray *parts)
{
  g_autoptr (GPtrArray) names = tal_chart_words_list_names (parts);

  for (guint i = 0; i < names->len; i++)
    tal_chart_spec_add_thing (self->spec, g_ptr_array_index (names, i));
}

static gboolean
add_row (TalChartComposition *self,
         const GPtrArray     *parts,
         TalPeriod            period,
         const char          *name,
         GError             **error)
{
  guint row = self->spec->series->len;

  tal_chart_spec_add_series (self->spec, name);
  for (guint i = 0; i < parts->len; i++)
    {
      if (!tal_chart_compose_add_value (self, row, g_ptr_array_index (parts, i), period, error))
        return FALSE;
    }
  return TRUE;
}

static TalFraction
add_up (const TalChartComposition *self, guint row, gboolean *ret_known)
{
  TalFraction sum = tal_fraction_from_integer (0);

  *ret_known = TRUE;
  for (guint i = 0; i < self->cells->len; i++)
    {
      const TalChartCell *cell = &g_array_index (self->cells, TalChartCell, i);

      if (cell->row != row)
        continue;
      *ret_known = *ret_known && tal_figure_is_known (&cell->figure);
      if (tal_figure_is_known (&cell->figure))
        sum = tal_fraction_add (sum, cell->figure.value);
    }
  return sum;
}

/* Whether the shares are of one whole, so that they should come to it. */
static gboolean
is_divided (const Whole *self)
{
  g_autofree char *heading = tal_chart_words_dup_heading (self->parts);

  return self->total != NULL || (heading != NULL && (g_str_has_prefix (heading, "Andel af ") ||
                                                     g_str_has_prefix (heading, "Fordeling ")));
}

/* Whether the parts of a row make up what they should, and what to say where they do not. */
static gboolean
note_sum (TalChartComposition *self, const Whole *whole, guint row, TalPeriod period, GError **error)
{
  gboolean    known = FALSE;
  TalFraction sum = add_up (self, row, &known);
  TalFraction all = tal_fraction_from_integer (100);
  TalFigure   total = TAL_FIGURE_UNFOUND;

  if (whole->total != NULL && !tal_chart_compose_derive (self, whole->total, period, &total, error))
    return FALSE;
  if (!known || !tal_fraction_is_valid (sum))
    return TRUE;

  if (is_overlapping (whole) ||
      (tal_figure_is_known (&total) && whole->total->agreement == TAL_AGREEMENT_PARTS &&
       tal_fraction_compare (sum, total.value) > 0))
    tal_chart_spec_add_note (self->spec, tal_series_counts_people (whole->total)
                                             ? "Flere mulige pr. person."
                                             : "Flere mulige.");
  else if (self->spec->unit == TAL_MEASURE_UNIT_PER_CENT && is_divided (whole) &&
           tal_fraction_compare (sum, all) != 0)
    tal_chart_spec_add_note (self->spec, "Tallene summer ikke til 100 pct.");
  else if (tal_figure_is_known (&total))
    tal_chart_compose_check_rounding (self, row, total.value);
  return TRUE;
}

/* "Kontanthjælpsforløb med en varighed over 1 år: knap 77 pct.": the first of shares that have no
 * heading in common. */
static char *
dup_first_claim (const TalChartComposition *self, const Whole *whole)
{
  g_autofree char *heading = tal_chart_words_dup_heading (whole->parts);
  TalChartValue    first = tal_chart_series_get (tal_chart_spec_get_series (self->spec, 0), 0);
  g_autofree char *value = NULL;

  if (heading != NULL || !tal_chart_value_is_known (&first))
    return NULL;
  /* A star needs its note beside it. */
  first.state = TAL_FIGURE_FINAL;
  value = tal_chart_text_dup_value_with_unit (self->spec, &first);
  return g_strdup_printf ("%s: %s", tal_chart_spec_get_position (self->spec, 0)->label, value);
}

static char *
dup_claim (const TalChartComposition *self, const Whole *whole)
{
  g_autofree char *unit = tal_chart_words_dup_unit (self->catalogue, whole->parts);
  g_autofree char *noun = NULL;
  const TalSeries *first = g_ptr_array_index (whole->parts, 0);

  if (self->spec->series->len != 1)
    return NULL;
  if (self->spec->unit == TAL_MEASURE_UNIT_PER_CENT && !is_divided (whole))
    return dup_first_claim (self, whole);
  if (self->spec->unit == TAL_MEASURE_UNIT_PER_CENT)
    return tal_chart_claim_largest (self, 0, "Størst andel");
  if (!tal_series_is_count (first) && !tal_series_counts_people (first))
    return tal_chart_claim_largest (self, 0, "Størst");
  noun = g_strconcat ("Flest ", unit, NULL);
  return tal_chart_claim_largest (self, 0, noun);
}

static char *
dup_plain_title (const TalChartComposition *self, const Whole *whole)
{
  char            *heading = tal_chart_words_dup_heading (whole->parts);
  g_autofree char *name = NULL;
  char            *total = NULL;

  if (heading != NULL || whole->total == NULL)
    return heading != NULL ? heading : tal_chart_words_dup_neutral_title (self, whole->parts);

  name = g_strdup (whole->total->name);
  total = strstr (name, " i alt");
  if (total != NULL)
    *total = '\0';
  return g_steal_pointer (&name);
}

static void
write_words (
    TalChartComposition *self, const Whole *whole, char *claim, TalPeriod first, TalPeriod last)
{
  g_autofree char *rest = NULL;
  g_autofree char *inside = NULL;

  tal_chart_compose_take_title (self, claim, dup_plain_title (self, whole));
  rest = tal_chart_words_dup_subtitle (self, whole->parts, self->spec->title, first, last);
  /* Names keep their capital. */
  inside = g_str_has_prefix (rest, "Antal ") || g_str_has_prefix (rest, "Pct.") ||
                   g_str_has_prefix (rest, "Mio.")
               ? tal_danish_noun_dup_inside (rest)
               : g_strdup (rest);
  if (strstr (self->spec->title, self->plain_title) == NULL &&
      !g_str_has_prefix (rest, self->plain_title))
    self->spec->subtitle = g_strdup_printf ("%s, %s", self->plain_title, inside);
  else
    self->spec->subtitle = g_steal_pointer (&rest);
  self->spec->caption = tal_chart_words_dup_unit (self->catalogue, whole->parts);
}

/* Sets 'ret_money' where it is money that is divided. */
static gboolean
find_divided (const TalChartComposition *self, Whole *whole, gboolean *ret_money, GError **error)
{
  static const Wanted large[] = { is_distribution, is_large_total, NULL };
  static const Wanted any[] = { is_total, NULL };
  gboolean            named = self->request->series != NULL && self->request->series->len > 0;

  if (find_whole (self, large, whole, error))
    return TRUE;
  if (named)
    return FALSE;
  *ret_money = tal_chart_compose_has_money (self);
  return *ret_money || find_whole (self, any, whole, error);
}

/* The parts of the total that is named, or the series that are; else of the first total of shares
 * in scope, of the first total of three parts or more, or of the money.  Of two or three periods
 * each is a row, of more the newest alone. */
gboolean
tal_chart_compose_distribution (TalChartComposition *self, GError **error)
{
  g_auto (Whole)     whole = { 0 };
  g_autoptr (GArray) periods = NULL;
  gboolean           money = FALSE;

  if (!find_divided (self, &whole, &money, error))
    return FALSE;
  if (money)
    return tal_chart_compose_money_parts (self, error);
  if (!tal_chart_compose_check_units (whole.parts, error))
    return FALSE;
  periods = list_few_periods (self, &whole, error);
  if (periods == NULL || periods->len == 0)
    return FALSE;

  tal_chart_compose_begin (self, whole.parts);
  self->whole = TRUE;
  add_things (self, whole.parts);
  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod        period = g_array_index (periods, TalPeriod, i);
      g_autofree char *name = tal_chart_words_dup_range (period, period);

      if (!add_row (self, whole.parts, period, name, error) ||
          !note_sum (self, &whole, i, period, error))
        return FALSE;
    }
  ((TalChartSeries *)g_ptr_array_index (self->spec->series, periods->len - 1))->emphasised = TRUE;
  self->whole = !is_overlapping (&whole);
  write_words (self, &whole, dup_claim (self, &whole), g_array_index (periods, TalPeriod, 0),
               g_array_index (periods, TalPeriod, periods->len - 1));
  return TRUE;
}

/* The newest period in which the whole, or its first part, has a value. */
static gboolean
find_period (TalChartComposition *self, const Whole *whole, TalPeriod *ret_period, GError **error)
{
  const TalSeries *asked =
      whole->total != NULL ? whole->total : g_ptr_array_index (whole->parts, 0);

  return tal_chart_compose_find_newest (self, asked, ret_period, error);
}

/* What all parts come to, as the last position. */
static gboolean
add_total (TalChartComposition *self,
           const Whole         *whole,
           TalPeriod            period,
           const char          *label,
           GError             **error)
{
  tal_chart_spec_add_thing (self->spec, label)->place = TAL_CHART_PLACE_TOTAL;
  return tal_chart_compose_add_value (self, 0, whole->total, period, error);
}

/* "Udsatte ledige kommet i job, deltidsjob eller uddannelse: 55 borgere". */
static char *
write_sum_claim (const TalChartComposition *self, const char *plain, const char *unit)
{
  guint            last = self->spec->positions->len - 1;
  TalChartValue    total = tal_chart_series_get (tal_chart_spec_get_series (self->spec, 0), last);
  g_autofree char *number = NULL;

  if (!tal_chart_value_is_known (&total) ||
      tal_chart_spec_get_position (self->spec, last)->place != TAL_CHART_PLACE_TOTAL)
    return NULL;
  total.state = TAL_FIGURE_FINAL;
  number = tal_chart_text_dup_value (self->spec, &total);
  return g_strdup_printf ("%s: %s\302\240%s", plain, number,
                          tal_danish_noun_for_number (unit, total.shown));
}

/* The parts of the sum that is named, or of the first sum of counts in scope, in its newest
 * period. */
gboolean
tal_chart_compose_sum (TalChartComposition *self, GError **error)
{
  static const Wanted wanted[] = { is_summed_count, NULL };
  g_auto (Whole)      whole = { 0 };
  g_autofree char    *unit = NULL;
  g_autofree char    *plain = NULL;
  TalPeriod           period = TAL_PERIOD_UNSET;

  if (!find_whole (self, wanted, &whole, error) ||
      !tal_chart_compose_check_units (whole.parts, error) ||
      !find_period (self, &whole, &period, error) || !tal_period_is_set (period))
    return FALSE;

  tal_chart_compose_begin (self, whole.parts);
  self->whole = TRUE;
  unit = tal_chart_words_dup_unit (self->catalogue, whole.parts);
  add_things (self, whole.parts);
  if (!add_row (self, whole.parts, period, unit, error) ||
      (whole.total != NULL && !add_total (self, &whole, period, unit, error)))
    return FALSE;

  plain = dup_plain_title (self, &whole);
  write_words (self, &whole, write_sum_claim (self, plain, unit), period, period);
  return TRUE;
}

/* The change of a part between the first and the last of the periods, as a value. */
static gboolean
add_change (TalChartComposition *self,
            const TalSeries     *part,
            TalPeriod            first,
            TalPeriod            last,
            GError             **error)
{
  TalChartSeries *row = g_ptr_array_index (self->spec->series, 0);
  TalTrend        trend;
  TalFigure       change;
  TalChartCell    cell = { .series = part, .period = last, .row = 0, .position = row->values->len };

  if (!tal_trend_find (self->catalogue, self->runs, part, first, last, &trend, error))
    return FALSE;

  change = trend.after;
  cell.figure = trend.after;
  change.computed = TRUE;
  change.value = tal_fraction_subtract (trend.after.value, trend.before.value);
  change.state = MAX (trend.before.state, trend.after.state);
  if (!tal_figure_is_known (&trend.before))
    change.missing = trend.before.missing;
  if (trend.broken)
    change.missing = TAL_MISSING_NOT_APPLICABLE;
  tal_chart_series_add (row, tal_chart_compose_make_value (self, &change));
  tal_chart_compose_add_subject (self, part);
  g_array_append_val (self->cells, cell);
  /* The figure before is told by the change, and counts with it. */
  cell.figure = trend.before;
  cell.period = first;
  g_array_append_val (self->cells, cell);
  return TRUE;
}

static gboolean
add_changes (
    TalChartComposition *self, const Whole *whole, TalPeriod first, TalPeriod last, GError **error)
{
  g_autofree char *from = tal_chart_words_dup_range (first, first);
  g_autofree char *to = tal_chart_words_dup_range (last, last);

  tal_chart_spec_add_thing (self->spec, from)->place = TAL_CHART_PLACE_TOTAL;
  add_things (self, whole->parts);
  tal_chart_spec_add_thing (self->spec, to)->place = TAL_CHART_PLACE_TOTAL;

  if (!tal_chart_compose_add_value (self, 0, whole->total, first, error))
    return FALSE;
  for (guint i = 0; i < whole->parts->len; i++)
    {
      if (!add_change (self, g_ptr_array_index (whole->parts, i), first, last, error))
        return FALSE;
    }
  return tal_chart_compose_add_value (self, 0, whole->total, last, error);
}

static gboolean
add_building (TalChartComposition *self, const Whole *whole, TalPeriod period, GError **error)
{
  add_things (self, whole->parts);
  for (guint i = 0; i < whole->parts->len; i++)
    {
      if (!tal_chart_compose_add_value (self, 0, g_ptr_array_index (whole->parts, i), period,
                                        error))
        return FALSE;
    }
  return add_total (self, whole, period, "I alt", error);
}

/* "Bevillingsbortfald i 2019: 32,8 mio. kr." */
static char *
write_building_claim (const TalChartComposition *self, const char *plain)
{
  guint            last = self->spec->positions->len - 1;
  TalChartValue    total = tal_chart_series_get (tal_chart_spec_get_series (self->spec, 0), last);
  g_autofree char *value = NULL;

  if (!tal_chart_value_is_known (&total))
    return NULL;
  total.state = TAL_FIGURE_FINAL;
  value = tal_chart_text_dup_value_with_unit (self->spec, &total);
  return g_strdup_printf ("%s: %s", plain, value);
}

static gboolean
claim_change (TalChartComposition *self,
              const Whole         *whole,
              TalPeriod            first,
              TalPeriod            last,
              char               **ret_claim,
              GError             **error)
{
  TalTrend trend;

  if (!tal_trend_find (self->catalogue, self->runs, whole->total, first, last, &trend, error))
    return FALSE;
  *ret_claim = tal_trend_text_claim (&trend);
  self->spec->sentence = tal_trend_text_sentence (&trend);
  return TRUE;
}

/* How a total came from its first to its last period within the request; of one period how its
 * parts build it.  The total that is named, else the first of three parts or more in scope. */
gboolean
tal_chart_compose_waterfall (TalChartComposition *self, GError **error)
{
  static const Wanted   wanted[] = { is_large_total, is_total, NULL };
  g_auto (Whole)        whole = { 0 };
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GArray)    periods = NULL;
  g_autofree char      *plain = NULL;
  char                 *claim = NULL;
  TalPeriod             first;
  TalPeriod             last;

  if (!find_whole (self, wanted, &whole, error) || whole.total == NULL ||
      !tal_chart_compose_check_units (whole.parts, error))
    return FALSE;
  g_ptr_array_add (alone, (gpointer)whole.total);
  periods = tal_chart_compose_list_periods (self, alone, error);
  if (periods == NULL || periods->len == 0)
    return FALSE;

  first = g_array_index (periods, TalPeriod, 0);
  last = g_array_index (periods, TalPeriod, periods->len - 1);
  tal_chart_compose_begin (self, alone);
  self->whole = TRUE;
  tal_chart_spec_add_series (self->spec, whole.total->name);
  plain = dup_plain_title (self, &whole);
  if (periods->len > 1)
    {
      if (!add_changes (self, &whole, first, last, error) ||
          !claim_change (self, &whole, first, last, &claim, error))
        return FALSE;
    }
  else
    {
      if (!add_building (self, &whole, first, error))
        return FALSE;
      claim = write_building_claim (self, plain);
    }
  write_words (self, &whole, claim, first, last);
  return TRUE;
}
