/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-spec.h"

static const char *const kind_names[TAL_CHART_N_KINDS] = {
  [TAL_CHART_SPARKLINE] = "sparkline",
  [TAL_CHART_BULLET] = "bullet",
  [TAL_CHART_STRIP] = "strip",
  [TAL_CHART_LINE] = "line",
  [TAL_CHART_MULTIPLES] = "multiples",
  [TAL_CHART_MIX] = "mix",
  [TAL_CHART_DUMBBELL] = "dumbbell",
  [TAL_CHART_COLUMNS] = "columns",
  [TAL_CHART_DISTRIBUTION] = "distribution",
  [TAL_CHART_TIMELINE] = "timeline",
  [TAL_CHART_DOTS] = "dots",
  [TAL_CHART_SUM] = "sum",
  [TAL_CHART_FUNNEL] = "funnel",
  [TAL_CHART_WATERFALL] = "waterfall",
  [TAL_CHART_YEARS] = "years",
};

static void
free_series (TalChartSeries *series)
{
  g_free (series->name);
  g_free (series->target_label);
  g_free (series->change);
  g_clear_pointer (&series->values, g_array_unref);
  g_clear_pointer (&series->targets, g_array_unref);
  g_free (series);
}

static void
free_position (TalChartPosition *position)
{
  g_free (position->label);
  g_free (position->detail);
  g_free (position);
}

static void
clear_break (TalChartBreak *self)
{
  g_free (self->reason);
}

static void
free_goal (TalChartGoal *goal)
{
  g_free (goal->group);
  g_free (goal->wording);
  g_free (goal->detail);
  g_free (goal->result_text);
  g_free (goal->target_text);
  g_free (goal->verdict);
  g_free (goal);
}

static void
free_span (TalChartSpan *span)
{
  g_free (span->name);
  g_free (span->group);
  g_free (span->amount);
  g_clear_pointer (&span->amounts, g_array_unref);
  g_free (span);
}

TalChartSpec *
tal_chart_spec_new (TalChartKind kind, const char *title)
{
  TalChartSpec *self = NULL;

  g_return_val_if_fail (kind < TAL_CHART_N_KINDS, NULL);

  self = g_new0 (TalChartSpec, 1);
  g_atomic_ref_count_init (&self->references);
  self->kind = kind;
  self->title = g_strdup (title != NULL ? title : "");
  self->unit = TAL_MEASURE_UNIT_COUNT;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify)free_series);
  self->positions = g_ptr_array_new_with_free_func ((GDestroyNotify)free_position);
  self->goals = g_ptr_array_new_with_free_func ((GDestroyNotify)free_goal);
  self->spans = g_ptr_array_new_with_free_func ((GDestroyNotify)free_span);
  self->breaks = g_array_new (FALSE, TRUE, sizeof (TalChartBreak));
  self->rests_on = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_array_set_clear_func (self->breaks, (GDestroyNotify)clear_break);
  return self;
}

TalChartSpec *
tal_chart_spec_ref (const TalChartSpec *self)
{
  TalChartSpec *shared = (TalChartSpec *)self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&shared->references);
  return shared;
}

void
tal_chart_spec_unref (TalChartSpec *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->sentence);
  g_free (self->caption);
  g_free (self->source);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->series);
  g_ptr_array_unref (self->positions);
  g_ptr_array_unref (self->goals);
  g_ptr_array_unref (self->spans);
  g_array_unref (self->breaks);
  g_array_unref (self->rests_on);
  g_free (self);
}

TalChartSeries *
tal_chart_spec_add_series (TalChartSpec *self, const char *name)
{
  TalChartSeries *series = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  series = g_new0 (TalChartSeries, 1);
  series->name = g_strdup (name);
  series->values = g_array_new (FALSE, TRUE, sizeof (TalChartValue));
  g_ptr_array_add (self->series, series);
  return series;
}

static TalChartPosition *
add_position (TalChartSpec *self, TalPeriod period, const char *label)
{
  TalChartPosition *position = g_new0 (TalChartPosition, 1);

  position->period = period;
  position->label = g_strdup (label);
  g_ptr_array_add (self->positions, position);
  return position;
}

TalChartPosition *
tal_chart_spec_add_period (TalChartSpec *self, TalPeriod period)
{
  g_return_val_if_fail (self != NULL && tal_period_is_set (period), NULL);

  return add_position (self, period, NULL);
}

TalChartPosition *
tal_chart_spec_add_thing (TalChartSpec *self, const char *label)
{
  g_return_val_if_fail (self != NULL && label != NULL, NULL);

  return add_position (self, TAL_PERIOD_UNSET, label);
}

TalChartGoal *
tal_chart_spec_add_goal (TalChartSpec *self, int number, const char *wording)
{
  TalChartGoal *goal = NULL;

  g_return_val_if_fail (self != NULL && wording != NULL, NULL);

  goal = g_new0 (TalChartGoal, 1);
  goal->number = number;
  goal->wording = g_strdup (wording);
  goal->result = TAL_CHART_VALUE_UNKNOWN;
  goal->target = TAL_CHART_VALUE_UNKNOWN;
  g_ptr_array_add (self->goals, goal);
  return goal;
}

TalChartSpan *
tal_chart_spec_add_span (TalChartSpec *self, const char *name)
{
  TalChartSpan *span = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  span = g_new0 (TalChartSpan, 1);
  span->name = g_strdup (name);
  g_ptr_array_add (self->spans, span);
  return span;
}

void
tal_chart_spec_add_break (TalChartSpec *self, guint position, const char *reason)
{
  TalChartBreak added = { position, g_strdup (reason) };

  g_return_if_fail (self != NULL && reason != NULL);

  g_array_append_val (self->breaks, added);
}

void
tal_chart_spec_add_note (TalChartSpec *self, const char *sentence)
{
  g_return_if_fail (self != NULL);

  if (sentence == NULL ||
      g_ptr_array_find_with_equal_func (self->notes, sentence, g_str_equal, NULL))
    return;

  g_ptr_array_add (self->notes, g_strdup (sentence));
}

void
tal_chart_series_add (TalChartSeries *self, TalChartValue value)
{
  g_return_if_fail (self != NULL);

  g_array_append_val (self->values, value);
}

void
tal_chart_series_add_target (TalChartSeries *self, TalChartValue value)
{
  g_return_if_fail (self != NULL);

  if (self->targets == NULL)
    self->targets = g_array_new (FALSE, TRUE, sizeof (TalChartValue));
  g_array_append_val (self->targets, value);
}

TalChartValue
tal_chart_series_get (const TalChartSeries *self, guint position)
{
  g_return_val_if_fail (self != NULL, TAL_CHART_VALUE_UNKNOWN);

  if (position >= self->values->len)
    return TAL_CHART_VALUE_UNKNOWN;
  return g_array_index (self->values, TalChartValue, position);
}

const TalChartSeries *
tal_chart_spec_get_series (const TalChartSpec *self, guint number)
{
  g_return_val_if_fail (self != NULL && number < self->series->len, NULL);

  return g_ptr_array_index (self->series, number);
}

const TalChartPosition *
tal_chart_spec_get_position (const TalChartSpec *self, guint number)
{
  g_return_val_if_fail (self != NULL && number < self->positions->len, NULL);

  return g_ptr_array_index (self->positions, number);
}

TalChartValue
tal_chart_value_new (TalDecimal value)
{
  return (TalChartValue){ .value = tal_decimal_to_double (value), .shown = value };
}

gboolean
tal_chart_value_is_known (const TalChartValue *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->missing == TAL_MISSING_NOT && !self->masked;
}

const char *
tal_chart_kind_get_name (TalChartKind kind)
{
  g_return_val_if_fail (kind < TAL_CHART_N_KINDS, NULL);

  return kind_names[kind];
}

gboolean
tal_chart_kind_from_name (const char *name, TalChartKind *ret_kind)
{
  g_return_val_if_fail (name != NULL && ret_kind != NULL, FALSE);

  for (guint i = 0; i < TAL_CHART_N_KINDS; i++)
    {
      if (!g_str_equal (name, kind_names[i]))
        continue;
      *ret_kind = (TalChartKind)i;
      return TRUE;
    }

  return FALSE;
}
