/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-series-status.h"

/* Of a figure that nothing is promised of. */
static const TalCriterion no_promise = { .comparison = TAL_COMPARISON_AT_LEAST };

static TalGoalStatus
make_unfound (const TalCatalogue *catalogue, const TalSeries *series, TalPeriod period)
{
  return (TalGoalStatus){
    .catalogue = catalogue,
    .criterion = &no_promise,
    .series = series,
    .period = period,
    .target_period = TAL_PERIOD_UNSET,
    .target = TAL_DECIMAL_NONE,
    .figure = TAL_FIGURE_UNFOUND,
    .numerator = TAL_FIGURE_UNFOUND,
    .denominator = TAL_FIGURE_UNFOUND,
    .attainment = TAL_ATTAINMENT_NO_TARGET,
  };
}

/* A value, or a value that is there but may not be shown. */
static gboolean
has_result (const TalFigure *figure)
{
  return tal_figure_is_known (figure) || figure->missing == TAL_MISSING_WITHHELD;
}

static gboolean
is_newer (TalPeriod a, TalPeriod b)
{
  if (a.last != b.last)
    return a.last > b.last;

  return tal_period_count_days (a) > tal_period_count_days (b);
}

static gboolean
gather_newest (TalRunSource *runs, TalGoalStatus *status, GError **error)
{
  g_autoptr (GArray) periods =
      tal_derive_list_periods (status->catalogue, runs, status->series, error);

  if (periods == NULL)
    return FALSE;

  for (guint i = periods->len; i > 0; i--)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i - 1);
      TalFigure figure;

      if (tal_period_is_set (status->period) && !is_newer (period, status->period))
        continue;
      if (!tal_derive_figure (status->catalogue, runs, status->series, period, &figure, error))
        return FALSE;
      if (!has_result (&figure))
        continue;
      status->period = period;
      status->figure = figure;
    }

  return TRUE;
}

gboolean
tal_series_status_gather (const TalCatalogue *catalogue,
                          TalRunSource       *runs,
                          const TalSeries    *series,
                          TalPeriod           period,
                          TalGoalStatus      *ret_status,
                          GError            **error)
{
  TalGoalStatus status;

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (series != NULL && ret_status != NULL, FALSE);

  status = make_unfound (catalogue, series, period);
  if (tal_period_is_set (period)
          ? !tal_derive_figure (catalogue, runs, series, period, &status.figure, error)
          : !gather_newest (runs, &status, error))
    return FALSE;

  *ret_status = status;
  return TRUE;
}
