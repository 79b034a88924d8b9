/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a chart beside it, and which kind suits its figures. */

#include "charts/tal-chart-compose.h"
#include "core/tal-trend-text.h"

/* More periods of a count than these are a line. */
#define MOST_COLUMNS 8

static gboolean
find_ends (const TalChartSpec *spec, guint *ret_first, guint *ret_last)
{
  const TalChartSeries *series = tal_chart_spec_get_series (spec, 0);
  gboolean              found = FALSE;

  for (guint i = 0; i < series->values->len; i++)
    {
      TalChartValue value = tal_chart_series_get (series, i);

      if (!tal_chart_value_is_known (&value))
        continue;
      if (!found)
        *ret_first = i;
      found = TRUE;
      *ret_last = i;
    }
  return found && *ret_first < *ret_last;
}

static gboolean
tells_a_course (const TalChartSpec *spec)
{
  return (spec->kind == TAL_CHART_LINE || spec->kind == TAL_CHART_COLUMNS ||
          spec->kind == TAL_CHART_SPARKLINE) &&
         spec->series->len > 0 && !tal_id_is_none (tal_chart_spec_get_series (spec, 0)->id);
}

gboolean
tal_chart_compose_say (TalChartComposition *self, GError **error)
{
  TalChartSpec    *spec = self->spec;
  const TalSeries *series = NULL;
  TalTrend         trend;
  guint            first = 0;
  guint            last = 0;

  if (!tells_a_course (spec) || !find_ends (spec, &first, &last))
    return TRUE;

  series = tal_chart_compose_find_series (self, tal_chart_spec_get_series (spec, 0)->id);
  if (series == NULL)
    return TRUE;
  if (!tal_trend_find (self->catalogue, self->runs, series,
                       tal_chart_spec_get_position (spec, first)->period,
                       tal_chart_spec_get_position (spec, last)->period, &trend, error))
    return FALSE;

  spec->sentence = spec->kind == TAL_CHART_SPARKLINE ? tal_trend_text_change (&trend, TRUE)
                                                     : tal_trend_text_sentence (&trend);
  return TRUE;
}

gboolean
tal_chart_compose_fit (TalChartComposition *self, TalChartKind *ret_kind, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  g_autoptr (GArray)    periods = NULL;
  const TalSeries      *first = NULL;

  if (series == NULL)
    return FALSE;
  *ret_kind = self->request->kind;
  if (self->request->kind != TAL_CHART_LINE || series->len == 0)
    return TRUE;

  periods = tal_chart_compose_list_periods (self, series, error);
  if (periods == NULL)
    return FALSE;
  first = g_ptr_array_index (series, 0);
  if (periods->len <= 1 && series->len > 1)
    *ret_kind = TAL_CHART_DISTRIBUTION;
  else if (periods->len <= 1 ||
           (series->len == 1 && periods->len <= MOST_COLUMNS && tal_series_is_count (first)))
    *ret_kind = TAL_CHART_COLUMNS;
  return TRUE;
}
