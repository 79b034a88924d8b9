/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Providers by how many courses they had, with what came of them.  It writes Danish by rule,
 * whatever the language of the program: these stand in the committee's own papers.
 */

#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-series-family.h"

/* A ratio of fewer courses than these tells little. */
#define FEW 30

typedef struct
{
  const TalSeries *series;
  char            *name;
  TalFigure        count; /* what it is a ratio of */
  const char      *noun;
} Row;

static void
clear_row (gpointer row)
{
  g_free (((Row *)row)->name);
}

static gboolean
is_ratio (const TalSeries *series)
{
  return series->basis == TAL_BASIS_RATIO && (series->measure_unit == TAL_MEASURE_UNIT_RATIO ||
                                              series->measure_unit == TAL_MEASURE_UNIT_PER_CENT);
}

/* The first ratio of several providers, those of one number to one before per cents. */
static void
find_natural (const TalChartComposition *self, TalMeasureUnit unit, GPtrArray *found)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);

  for (guint i = 0; i < candidates->len && found->len == 0; i++)
    {
      const TalSeries      *series = g_ptr_array_index (candidates, i);
      g_autoptr (GPtrArray) family = NULL;

      if (!is_ratio (series) || series->measure_unit != unit || tal_id_is_none (series->provider))
        continue;
      family = tal_series_family_list (self->catalogue, series, TAL_DIMENSION_PROVIDER);
      if (family->len > 1)
        g_ptr_array_extend (found, family, NULL, NULL);
    }
}

/* The noun of the single count below the line. */
static const char *
find_noun (const TalChartComposition *self, const TalSeries *series)
{
  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalSeries *part = tal_chart_compose_find_series (self, term->series);

      if (term->place == TAL_TERM_BELOW && part != NULL && part->measure != NULL)
        return part->measure;
    }
  return "forløb";
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TalFigure *count_a = &((const Row *)a)->count;
  const TalFigure *count_b = &((const Row *)b)->count;

  if (!tal_figure_is_known (count_a) || !tal_figure_is_known (count_b))
    return tal_figure_is_known (count_b) - tal_figure_is_known (count_a);
  return tal_fraction_compare (count_b->value, count_a->value);
}

static GArray *
list_rows (TalChartComposition *self, const GPtrArray *series, TalPeriod period, GError **error)
{
  g_autoptr (GPtrArray) names = tal_chart_words_list_names (series);
  g_autoptr (GArray)    rows = g_array_new (FALSE, TRUE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);
      const char      *provider = tal_chart_compose_find_member_name (self, each->provider);
      Row              row = { .series = each, .noun = find_noun (self, each) };

      row.name = g_strdup (provider != NULL ? provider : g_ptr_array_index (names, i));
      g_array_append_val (rows, row);
      if (!tal_derive_sum (self->catalogue, self->runs, each, TAL_TERM_BELOW, period,
                           &g_array_index (rows, Row, i).count, error))
        return NULL;
    }
  g_array_sort (rows, compare_rows);
  return g_steal_pointer (&rows);
}

/* The limit of what the ratio is of, where small counts are hidden. */
static int
find_limit (const TalChartComposition *self, const TalSeries *series)
{
  int limit = 0;

  for (guint i = 0; self->request->masked && i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalSeries *part = tal_chart_compose_find_series (self, term->series);

      if (part != NULL && term->place == TAL_TERM_BELOW)
        limit = MAX (limit, part->confidential_below);
    }
  return limit;
}

static gboolean
add_row (TalChartComposition *self, const Row *row, TalPeriod period, GError **error)
{
  TalChartPosition *position = tal_chart_spec_add_thing (self->spec, row->name);
  TalDecimal        count;

  if (tal_figure_is_known (&row->count) && tal_fraction_round (row->count.value, 0, &count))
    {
      position->hollow = count.coefficient < FEW;
      if (count.coefficient >= find_limit (self, row->series))
        position->detail = tal_danish_noun_count (count, row->noun);
    }
  return tal_chart_compose_add_value (self, 0, row->series, period, error);
}

static gboolean
fill (TalChartComposition *self, const GPtrArray *series, TalPeriod period, GError **error)
{
  g_autoptr (GArray) rows = list_rows (self, series, period, error);
  g_autofree char   *unit = tal_chart_words_dup_unit (self->catalogue, series);
  g_autofree char   *note = NULL;
  gboolean           hollow = FALSE;

  if (rows == NULL)
    return FALSE;

  tal_chart_spec_add_series (self->spec, unit);
  for (guint i = 0; i < rows->len; i++)
    {
      if (!add_row (self, &g_array_index (rows, Row, i), period, error))
        return FALSE;
      hollow = hollow || tal_chart_spec_get_position (self->spec, i)->hollow;
    }
  note = g_strdup_printf ("Hul cirkel: færre end %d %s.", FEW, g_array_index (rows, Row, 0).noun);
  if (hollow)
    tal_chart_spec_add_note (self->spec, note);
  return TRUE;
}

/* The series that are named; else the first ratio of several providers.  In the order of how
 * many courses they rest on, not of the ratio. */
gboolean
tal_chart_compose_dots (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  TalPeriod             period = TAL_PERIOD_UNSET;

  if (series == NULL)
    return FALSE;
  if (series->len == 0)
    find_natural (self, TAL_MEASURE_UNIT_RATIO, series);
  if (series->len == 0)
    find_natural (self, TAL_MEASURE_UNIT_PER_CENT, series);
  if (series->len == 0 || !tal_chart_compose_check_units (series, error) ||
      !tal_chart_compose_find_newest (self, g_ptr_array_index (series, 0), &period, error) ||
      !tal_period_is_set (period))
    return FALSE;

  tal_chart_compose_begin (self, series);
  self->shown = tal_chart_compose_find_shown (series);
  if (!fill (self, series, period, error))
    return FALSE;

  tal_chart_compose_take_title (self, NULL, tal_chart_words_dup_neutral_title (self, series));
  self->spec->subtitle =
      tal_chart_words_dup_subtitle (self, series, self->spec->title, period, period);
  self->spec->caption = tal_chart_words_dup_unit (self->catalogue, series);
  return TRUE;
}
