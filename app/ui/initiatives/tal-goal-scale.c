/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/initiatives/tal-goal-scale.h"

#include "base/tal-danish-number.h"
#include "core/tal-goal-text.h"

#define WANTED_STEPS 4

/* The shares that are drawn against 100: smaller ones would be a sliver. */
#define SMALL_SHARE 12.5

static double
read_figure (const TalFigure *figure)
{
  return tal_figure_is_known (figure) && tal_fraction_is_valid (figure->value)
             ? tal_fraction_to_double (figure->value)
             : 0;
}

void
tal_goal_scale_choose_steps (TalGoalScale *self, double most)
{
  static const gint64 mantissas[] = { 1, 2, 5 };

  g_return_if_fail (self != NULL);

  self->step = TAL_DECIMAL (1, 0);
  self->n_steps = 1;
  if (self->per_cent && most > SMALL_SHARE && most <= 100)
    {
      self->step = TAL_DECIMAL (25, 0);
      self->n_steps = 4;
      return;
    }

  for (gint64 power = 1; power < TAL_DECIMAL_MAX_COEFFICIENT / 100; power *= 10)
    {
      for (guint i = 0; i < G_N_ELEMENTS (mantissas); i++)
        {
          double step = (double)(mantissas[i] * power);

          if (step * WANTED_STEPS < most)
            continue;

          self->step = TAL_DECIMAL (mantissas[i] * power, 0);
          self->n_steps = 1;
          while (step * self->n_steps < most)
            self->n_steps++;
          return;
        }
    }
}

/* Of "all" and "at least half" as a part of the whole, in the share's own unit. */
static double
get_target (const TalGoalStatus *status)
{
  double whole = status->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ? 100 : 1;

  switch (status->criterion->comparison)
    {
    case TAL_COMPARISON_ALL:
      return whole;
    case TAL_COMPARISON_AT_LEAST_HALF:
      return whole / 2;
    case TAL_COMPARISON_AT_LEAST:
    case TAL_COMPARISON_AT_MOST:
    case TAL_COMPARISON_MORE_THAN:
    case TAL_COMPARISON_FEWER_THAN:
    case TAL_COMPARISON_EXACTLY:
      return tal_decimal_to_double (status->target);
    }

  g_return_val_if_reached (0);
}

TalGoalScale
tal_goal_scale_for_status (const TalGoalStatus *status)
{
  TalGoalScale scale = { .step = TAL_DECIMAL (1, 0), .n_steps = 1 };
  gboolean     for_all = FALSE;

  g_return_val_if_fail (status != NULL, scale);

  if (status->criterion == NULL || status->series == NULL)
    return scale;

  for_all = status->criterion->comparison == TAL_COMPARISON_ALL;
  if (for_all && tal_figure_is_known (&status->denominator))
    {
      scale.has_result = tal_figure_is_known (&status->numerator);
      scale.result = read_figure (&status->numerator);
      scale.has_target = TRUE;
      scale.target = read_figure (&status->denominator);
    }
  else
    {
      scale.per_cent = status->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT;
      scale.has_result = tal_figure_is_known (&status->figure);
      scale.result = read_figure (&status->figure);
      scale.has_target = !tal_comparison_needs_target (status->criterion->comparison) ||
                         !tal_decimal_is_none (status->target);
      if (scale.has_target)
        scale.target = get_target (status);
    }

  tal_goal_scale_choose_steps (&scale, MAX (scale.result, scale.target));
  return scale;
}

double
tal_goal_scale_get_place (const TalGoalScale *self, double value)
{
  g_return_val_if_fail (self != NULL, 0);

  return CLAMP (value / (tal_decimal_to_double (self->step) * self->n_steps), 0, 1);
}

char *
tal_goal_scale_dup_label (const TalGoalScale *self, guint step)
{
  TalDecimal value;

  g_return_val_if_fail (self != NULL, NULL);

  value = TAL_DECIMAL (self->step.coefficient * step, self->step.scale);
  if (self->per_cent && step == self->n_steps)
    return tal_goal_text_value (value, TAL_MEASURE_UNIT_PER_CENT);

  return tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
}
