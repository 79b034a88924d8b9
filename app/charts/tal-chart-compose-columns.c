/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-subject.h"
#include "charts/tal-chart-words.h"
#include "core/tal-goal.h"
#include "core/tal-trend-text.h"

/* What is counted in several years; else the money; else what is counted in few periods.  Sets
 * NULL where it is the money. */
static gboolean
find_natural (TalChartComposition *self, GPtrArray **ret_series, GError **error)
{
  g_autoptr (GPtrArray) series = NULL;

  if (!tal_chart_subject_find_columns (self, &series, error))
    return FALSE;
  if (series->len == 0 && tal_chart_compose_has_money (self))
    g_clear_pointer (&series, g_ptr_array_unref);
  else if (series->len == 0)
    {
      g_clear_pointer (&series, g_ptr_array_unref);
      if (!tal_chart_subject_find_short_columns (self, &series, error))
        return FALSE;
    }
  *ret_series = g_steal_pointer (&series);
  return TRUE;
}

/* Exactly what is named; else its natural subject. */
gboolean
tal_chart_compose_columns (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  const TalRecord      *goal = NULL;

  if (series == NULL)
    return FALSE;
  if (series->len == 0)
    {
      g_clear_pointer (&series, g_ptr_array_unref);
      if (!find_natural (self, &series, error))
        return FALSE;
    }
  if (series == NULL)
    return tal_chart_compose_money (self, error);
  if (!tal_chart_compose_over_periods (self, series, error))
    return FALSE;

  goal = tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, self->request->goal);
  return goal == NULL || tal_chart_compose_add_targets (self, TAL_GOAL (goal), error);
}

static int
get_year (TalPeriod period)
{
  int year = 0;

  tal_day_get_date (period.first, &year, NULL, NULL);
  return year;
}

static gboolean
is_part_of_year (TalPeriodKind kind)
{
  return kind == TAL_PERIOD_MONTH || kind == TAL_PERIOD_QUARTER;
}

/* The series with most months or quarters, where more than one of a year has a figure. */
static gboolean
find_seasonal (TalChartComposition *self, GPtrArray *found, GError **error)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);
  guint                 most = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const TalSeries      *series = g_ptr_array_index (candidates, i);
      g_autoptr (GPtrArray) alone = g_ptr_array_new ();
      g_autoptr (GArray)    periods = NULL;

      if (!tal_chart_subject_is_level (series))
        continue;
      g_ptr_array_add (alone, (gpointer)series);
      periods = tal_chart_compose_list_periods (self, alone, error);
      if (periods == NULL)
        return FALSE;
      if (periods->len <= MAX (most, 4) ||
          !is_part_of_year (g_array_index (periods, TalPeriod, 0).kind) ||
          get_year (g_array_index (periods, TalPeriod, 0)) ==
              get_year (g_array_index (periods, TalPeriod, 1)) - 1)
        continue;
      most = periods->len;
      g_ptr_array_set_size (found, 0);
      g_ptr_array_add (found, (gpointer)series);
    }
  return TRUE;
}

/* The periods of a year, a row for each; the positions are those of the last. */
static gboolean
add_years (TalChartComposition *self,
           const TalSeries     *series,
           TalPeriodKind        kind,
           int                  first,
           int                  last,
           GError             **error)
{
  int n_parts = kind == TAL_PERIOD_MONTH ? 12 : 4;

  for (int year = first; year <= last; year++)
    {
      g_autofree char *name = g_strdup_printf ("%d", year);
      TalChartSeries  *row = tal_chart_spec_add_series (self->spec, name);

      row->id = series->record.id;
      row->emphasised = year == last;
      for (int part = 1; part <= n_parts; part++)
        {
          TalPeriod period = TAL_PERIOD_UNSET;

          if (!tal_period_from_number (kind, year, part, &period))
            return FALSE;
          if (year == last)
            tal_chart_spec_add_period (self->spec, period);
          if (!tal_chart_compose_add_value (self, self->spec->series->len - 1, series, period,
                                            error))
            return FALSE;
        }
    }
  return TRUE;
}

/* The same period of the year before is what a season is compared with. */
static gboolean
claim_since_last_year (TalChartComposition *self,
                       const TalSeries     *series,
                       char               **ret_claim,
                       GError             **error)
{
  TalPeriod newest = TAL_PERIOD_UNSET;
  TalTrend  trend;

  if (!tal_chart_compose_find_newest (self, series, &newest, error))
    return FALSE;
  if (!tal_period_is_set (newest) || !is_part_of_year (newest.kind))
    return TRUE;
  if (!tal_trend_find (self->catalogue, self->runs, series,
                       tal_period_step (newest, newest.kind == TAL_PERIOD_MONTH ? -12 : -4), newest,
                       &trend, error))
    return FALSE;
  *ret_claim = tal_trend_text_claim (&trend);
  return TRUE;
}

gboolean
tal_chart_compose_years (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  g_autoptr (GArray)    periods = NULL;
  char                 *claim = NULL;
  const TalSeries      *drawn = NULL;
  TalPeriod             first;
  TalPeriod             last;

  if (series == NULL || (series->len == 0 && !find_seasonal (self, series, error)))
    return FALSE;
  if (series->len == 0)
    return FALSE;

  g_ptr_array_set_size (series, 1);
  drawn = g_ptr_array_index (series, 0);
  periods = tal_chart_compose_list_periods (self, series, error);
  if (periods == NULL || periods->len == 0)
    return FALSE;
  first = g_array_index (periods, TalPeriod, 0);
  last = g_array_index (periods, TalPeriod, periods->len - 1);
  if (!is_part_of_year (first.kind) || get_year (first) == get_year (last))
    return FALSE;

  tal_chart_compose_begin (self, series);
  if (!add_years (self, drawn, first.kind, get_year (first), get_year (last), error) ||
      !claim_since_last_year (self, drawn, &claim, error))
    return FALSE;

  tal_chart_compose_take_title (self, claim, tal_chart_words_dup_neutral_title (self, series));
  self->spec->subtitle =
      tal_chart_words_dup_subtitle (self, series, self->spec->title, first, last);
  self->spec->caption = tal_chart_words_dup_unit (self->catalogue, series);
  return TRUE;
}
