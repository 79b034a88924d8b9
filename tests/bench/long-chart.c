/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench/long-chart.h"

/* A caseload that wanders. */
#define START 14644
#define STEP 90

TalChartSpec *
long_chart_new (guint n_points)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (2018);
  TalChartSpec     *spec = tal_chart_spec_new (TAL_CHART_LINE, "Udsatte borgere, dag for dag");
  TalChartSeries   *series = tal_chart_spec_add_series (spec, "København");
  gint64            value = START;
  TalDay            day = tal_day_new (1990, 1, 1);

  for (guint i = 0; i < n_points; i++)
    {
      value = ABS (value + g_rand_int_range (dice, -STEP, STEP + 1));
      tal_chart_spec_add_period (spec, tal_period_new (day + (TalDay)i, day + (TalDay)i));
      tal_chart_series_add (series, tal_chart_value_new (TAL_DECIMAL (value, 0)));
    }
  return spec;
}
