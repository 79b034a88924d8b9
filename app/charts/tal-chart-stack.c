/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-stack.h"

double
tal_chart_stack_sum_below (const TalChartSpec *spec, guint series, guint position, gboolean negative)
{
  double sum = 0;

  g_return_val_if_fail (spec != NULL && series <= spec->series->len, 0);

  for (guint i = 0; i < series; i++)
    {
      TalChartValue value = tal_chart_series_get (tal_chart_spec_get_series (spec, i), position);

      if (tal_chart_value_is_known (&value) && (value.value < 0) == negative)
        sum += value.value;
    }
  return sum;
}

/* The same number with more decimals; FALSE where it would have too many digits. */
static gboolean
widen (TalDecimal *value, guint8 scale)
{
  for (; value->scale < scale; value->scale++)
    {
      if (__builtin_mul_overflow (value->coefficient, 10, &value->coefficient))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add (TalDecimal *sum, TalDecimal part)
{
  if (!widen (sum, part.scale) || !widen (&part, sum->scale) ||
      __builtin_add_overflow (sum->coefficient, part.coefficient, &sum->coefficient))
    return FALSE;
  return sum->coefficient <= TAL_DECIMAL_MAX_COEFFICIENT &&
         sum->coefficient >= -TAL_DECIMAL_MAX_COEFFICIENT;
}

gboolean
tal_chart_stack_sum (const TalChartSpec *spec, guint position, TalChartValue *ret_sum)
{
  TalDecimal     sum = TAL_DECIMAL (0, 0);
  TalFigureState state = TAL_FIGURE_FINAL;

  g_return_val_if_fail (spec != NULL && ret_sum != NULL, FALSE);

  for (guint i = 0; i < spec->series->len; i++)
    {
      TalChartValue value = tal_chart_series_get (tal_chart_spec_get_series (spec, i), position);

      if (!tal_chart_value_is_known (&value) || !add (&sum, value.shown))
        return FALSE;
      if (value.state != TAL_FIGURE_FINAL)
        state = value.state;
    }

  *ret_sum = tal_chart_value_new (sum);
  ret_sum->state = state;
  return TRUE;
}

TalChartReach
tal_chart_stack_find_reach (const TalChartSpec *spec)
{
  TalChartReach reach = { 0, 1 };

  g_return_val_if_fail (spec != NULL, reach);

  reach = tal_chart_value_axis_find_reach (spec);
  reach.least = MIN (reach.least, 0);
  reach.most = MAX (reach.most, 0);
  for (guint i = 0; spec->stacked && i < spec->positions->len; i++)
    {
      guint n_parts = spec->series->len;

      reach.least = MIN (reach.least, tal_chart_stack_sum_below (spec, n_parts, i, TRUE));
      reach.most = MAX (reach.most, tal_chart_stack_sum_below (spec, n_parts, i, FALSE));
    }
  return reach;
}
