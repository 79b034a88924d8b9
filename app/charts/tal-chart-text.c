/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-text.h"

#include "base/tal-approximation.h"
#include "base/tal-danish-number.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-text.h"

#define NBSP "\302\240"

#define MILLION 1000000

static const char *
get_missing_sign (const TalChartValue *value)
{
  return !value->masked && value->missing == TAL_MISSING_NOT_APPLICABLE ? "." : "..";
}

static char *
write_value (const TalChartValue *value, char *number)
{
  g_autofree char *written = number;

  return g_strconcat (tal_approximation_get_prefix (value->approximation), written,
                      value->state == TAL_FIGURE_FINAL ? "" : "*", NULL);
}

char *
tal_chart_text_dup_value (const TalChartSpec *spec, const TalChartValue *value)
{
  g_return_val_if_fail (spec != NULL && value != NULL, NULL);

  if (!tal_chart_value_is_known (value))
    return g_strdup (get_missing_sign (value));
  return write_value (value, tal_danish_number_format (value->shown, TAL_DANISH_NUMBER_TRUE_MINUS));
}

char *
tal_chart_text_dup_value_with_unit (const TalChartSpec *spec, const TalChartValue *value)
{
  g_return_val_if_fail (spec != NULL && value != NULL, NULL);

  if (!tal_chart_value_is_known (value))
    return g_strdup (get_missing_sign (value));
  return write_value (value, tal_goal_text_value (value->shown, spec->unit));
}

char *
tal_chart_text_dup_change (const TalChartSpec *spec, const TalChartValue *value)
{
  g_return_val_if_fail (spec != NULL && value != NULL, NULL);

  if (!tal_chart_value_is_known (value))
    return g_strdup (get_missing_sign (value));
  return write_value (value, tal_danish_number_format (value->shown, TAL_DANISH_NUMBER_TRUE_MINUS |
                                                                         TAL_DANISH_NUMBER_SIGNED));
}

/* "3 mio.", "2,5 mio.": as short as it is exact. */
static char *
write_millions (TalDecimal value)
{
  TalDecimal       millions = TAL_DECIMAL (value.coefficient, (guint8)(value.scale + 6));
  g_autofree char *number = NULL;

  while (millions.scale > 0 && millions.coefficient % 10 == 0)
    millions = TAL_DECIMAL (millions.coefficient / 10, (guint8)(millions.scale - 1));
  number = tal_danish_number_format (millions, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strconcat (number, NBSP "mio.", NULL);
}

static gboolean
is_large (TalDecimal value)
{
  return value.scale == 0 && (value.coefficient >= MILLION || value.coefficient <= -MILLION);
}

char *
tal_chart_text_dup_tick (const TalChartSpec *spec, TalDecimal value, gboolean with_unit)
{
  g_return_val_if_fail (spec != NULL, NULL);

  if (is_large (value))
    return write_millions (value);
  if (with_unit)
    return tal_goal_text_value (value, spec->unit);
  return tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
}

char *
tal_chart_text_dup_position (const TalChartPosition *position)
{
  g_return_val_if_fail (position != NULL, NULL);

  if (position->label != NULL)
    return g_strdup (position->label);
  /* Only the names of months are long enough to be worth their abbreviation elsewhere. */
  return tal_danish_period_format (position->period, position->period.kind == TAL_PERIOD_MONTH
                                                         ? TAL_DANISH_PERIOD_TEXT
                                                         : TAL_DANISH_PERIOD_TABLE);
}
