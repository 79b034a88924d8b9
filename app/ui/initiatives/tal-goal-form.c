/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-goal-form.h"

#include "base/tal-danish-entry.h"
#include "base/tal-danish-number.h"
#include "base/tal-error.h"
#include "core/tal-danish-period.h"

#include <glib/gi18n-lib.h>

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static gboolean
asks_target (const TalGoalForm *self)
{
  return self->asks == TAL_GOAL_FORM_KEEP ||
         tal_comparison_needs_target ((TalComparison)self->asks);
}

static gboolean
read_kind (const TalGoalMeasure *measure, TalGoalFormKind *ret_kind)
{
  if (measure->shape == TAL_GOAL_SHAPE_SERIES)
    return FALSE;

  if (measure->shape == TAL_GOAL_SHAPE_SHARE)
    *ret_kind = TAL_GOAL_FORM_SHARE;
  else if (measure->figure.unit <= TAL_MEASURE_UNIT_COUNT)
    *ret_kind = TAL_GOAL_FORM_COUNT;
  else if (measure->figure.unit == TAL_MEASURE_UNIT_PER_CENT)
    *ret_kind = TAL_GOAL_FORM_PER_CENT;
  else if (measure->figure.unit == TAL_MEASURE_UNIT_DKK)
    *ret_kind = TAL_GOAL_FORM_AMOUNT;
  else if (measure->figure.unit == TAL_MEASURE_UNIT_WEEKS)
    *ret_kind = TAL_GOAL_FORM_WEEKS;
  else
    return FALSE;
  return TRUE;
}

/* The latest target of the first criterion, as it is typed. */
static void
read_target (const TalCriterion *criterion, TalGoalForm *form)
{
  const TalTarget *latest = NULL;

  for (guint i = 0; criterion->targets != NULL && i < criterion->targets->len; i++)
    {
      const TalTarget *each = &g_array_index (criterion->targets, TalTarget, i);

      if (latest == NULL || each->period.first >= latest->period.first)
        latest = each;
    }
  if (latest != NULL)
    {
      form->target = tal_danish_number_format (latest->value, TAL_DANISH_NUMBER_TRUE_MINUS);
      form->period = tal_danish_period_format (latest->period, TAL_DANISH_PERIOD_TEXT);
    }
  if (tal_period_is_set (criterion->basis_period))
    form->kept_period = tal_danish_period_format (criterion->basis_period, TAL_DANISH_PERIOD_TEXT);
}

static void
read_measure (const TalGoalMeasure *measure, TalGoalForm *form)
{
  const TalGoalPart *counted =
      measure->shape == TAL_GOAL_SHAPE_SHARE ? &measure->numerator : &measure->figure;

  form->counted = g_strdup (counted->name);
  form->unit = counted->unit;
  form->base = measure->base.series;
  form->base_name = g_strdup (measure->base.name);
}

gboolean
tal_goal_form_read (const TalGoalDraft *draft, TalGoalForm *ret_form)
{
  guint                 n_measures = tal_goal_draft_get_n_measures (draft);
  const TalGoalMeasure *measure = NULL;
  const TalCriterion   *criterion = NULL;
  g_auto (TalGoalForm)  form = { .kind = TAL_GOAL_FORM_NOT_MEASURED };

  form.wording = g_strdup (draft->goal->wording);
  form.cumulative = draft->goal->cumulative;
  if (draft->goal->deadline_weeks > 0)
    form.weeks = g_strdup_printf ("%d", draft->goal->deadline_weeks);
  if (n_measures > 0)
    {
      measure = tal_goal_draft_get_measure (draft, 0);
      criterion = tal_goal_get_criterion (draft->goal, 0);
      if (!read_kind (measure, &form.kind) ||
          (criterion->basis != TAL_TARGET_KEEP && !tal_id_is_none (criterion->basis_series)))
        return FALSE;
      read_measure (measure, &form);
      read_target (criterion, &form);
      form.asks =
          criterion->basis == TAL_TARGET_KEEP ? TAL_GOAL_FORM_KEEP : (guint)criterion->comparison;
      form.level_of = criterion->basis_unit;
    }
  if (n_measures == 2)
    {
      const TalGoalMeasure *second = tal_goal_draft_get_measure (draft, 1);

      if (second->shape != TAL_GOAL_SHAPE_SHARE || measure->shape != TAL_GOAL_SHAPE_SHARE ||
          !tal_id_is_equal (second->base.series, measure->base.series) ||
          tal_goal_get_criterion (draft->goal, 1)->comparison != TAL_COMPARISON_AT_LEAST_HALF)
        return FALSE;
      form.half = g_strdup (second->numerator.name);
    }
  if (n_measures > 2)
    return FALSE;

  *ret_form = form;
  form = (TalGoalForm){ 0 };
  return TRUE;
}

void
tal_goal_form_clear (TalGoalForm *self)
{
  g_clear_pointer (&self->counted, g_free);
  g_clear_pointer (&self->base_name, g_free);
  g_clear_pointer (&self->target, g_free);
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->kept_period, g_free);
  g_clear_pointer (&self->half, g_free);
  g_clear_pointer (&self->wording, g_free);
  g_clear_pointer (&self->weeks, g_free);
}

static gboolean
refuse (const char *sentence, TalGoalField field, TalGoalField *ret_field, GError **error)
{
  *ret_field = field;
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, sentence);
  return FALSE;
}

static void
name_part (TalGoalPart *part, const char *name, TalMeasureUnit unit)
{
  tal_goal_part_set_name (part, name);
  part->unit = unit;
}

static void
write_figure (TalGoalMeasure *measure, const TalGoalForm *form, TalMeasureUnit unit)
{
  if (measure->shape != TAL_GOAL_SHAPE_FIGURE)
    {
      measure->figure.series = TAL_ID_NONE;
      measure->numerator.series = TAL_ID_NONE;
      tal_goal_part_set_name (&measure->numerator, NULL);
      measure->base.series = TAL_ID_NONE;
      tal_goal_part_set_name (&measure->base, NULL);
    }
  measure->shape = TAL_GOAL_SHAPE_FIGURE;
  name_part (&measure->figure, form->counted, unit);
}

/* A count that becomes a share goes on as its numerator. */
static void
write_share (TalGoalMeasure *measure, const TalGoalForm *form, const char *counted)
{
  if (measure->shape != TAL_GOAL_SHAPE_SHARE)
    {
      measure->numerator.series =
          measure->figure.unit == form->unit ? measure->figure.series : TAL_ID_NONE;
      measure->figure.series = TAL_ID_NONE;
      tal_goal_part_set_name (&measure->figure, NULL);
    }
  measure->shape = TAL_GOAL_SHAPE_SHARE;
  measure->figure.unit = TAL_MEASURE_UNIT_PER_CENT;
  name_part (&measure->numerator, counted, form->unit);
  measure->base.series = form->base;
  name_part (&measure->base, form->base_name, form->unit);
}

static void
write_measure (TalGoalMeasure *measure, const TalGoalForm *form)
{
  switch (form->kind)
    {
    case TAL_GOAL_FORM_COUNT:
      write_figure (measure, form, form->unit);
      return;
    case TAL_GOAL_FORM_SHARE:
      write_share (measure, form, form->counted);
      return;
    case TAL_GOAL_FORM_PER_CENT:
      write_figure (measure, form, TAL_MEASURE_UNIT_PER_CENT);
      return;
    case TAL_GOAL_FORM_AMOUNT:
      write_figure (measure, form, TAL_MEASURE_UNIT_DKK);
      return;
    case TAL_GOAL_FORM_WEEKS:
      write_figure (measure, form, TAL_MEASURE_UNIT_WEEKS);
      return;
    case TAL_GOAL_FORM_NOT_MEASURED:
      return;
    }

  g_assert_not_reached ();
}

/* Sets the target of the period and leaves those of others. */
static void
set_target (TalCriterion *criterion, TalPeriod period, TalDecimal value)
{
  for (guint i = 0; criterion->targets != NULL && i < criterion->targets->len; i++)
    {
      TalTarget *each = &g_array_index (criterion->targets, TalTarget, i);

      if (tal_period_is_equal (each->period, period))
        {
          each->value = value;
          return;
        }
    }

  tal_criterion_add_target (criterion, period, value);
}

static gboolean
write_target (TalCriterion      *criterion,
              const TalGoalForm *form,
              TalGoalField      *ret_field,
              GError           **error)
{
  TalDanishEntry entry;
  TalPeriod      period;

  *ret_field = TAL_GOAL_FIELD_TARGET;
  if (!tal_danish_entry_parse (form->target != NULL ? form->target : "", &entry, error))
    return FALSE;
  if (entry.kind == TAL_DANISH_ENTRY_EMPTY)
    return refuse (_ ("Write the target."), TAL_GOAL_FIELD_TARGET, ret_field, error);
  if (entry.kind != TAL_DANISH_ENTRY_NUMBER || entry.preliminary)
    return refuse (_ ("The target is a number, such as 350 or 8,7."), TAL_GOAL_FIELD_TARGET,
                      ret_field, error);
  if (entry.percent && form->kind != TAL_GOAL_FORM_SHARE && form->kind != TAL_GOAL_FORM_PER_CENT)
    return refuse (_ ("A percentage is measured as a share; choose that above."),
                      TAL_GOAL_FIELD_TARGET, ret_field, error);

  *ret_field = TAL_GOAL_FIELD_PERIOD;
  if (is_empty (form->period))
    return refuse (_ ("Write the period that the target is for, such as 2026."),
                      TAL_GOAL_FIELD_PERIOD, ret_field, error);
  if (!tal_danish_period_parse (form->period, &period, error))
    return FALSE;

  set_target (criterion, period, entry.value);
  *ret_field = TAL_GOAL_FIELD_NONE;
  return TRUE;
}

static gboolean
write_basis (TalCriterion      *criterion,
             const TalGoalForm *form,
             TalGoalField      *ret_field,
             GError           **error)
{
  /* Where a kept result is found is not the form's to say. */
  if (form->asks != TAL_GOAL_FORM_KEEP)
    criterion->basis_series = TAL_ID_NONE;
  criterion->basis = TAL_TARGET_FIXED;
  criterion->basis_unit = TAL_ID_NONE;
  criterion->basis_period = TAL_PERIOD_UNSET;
  if (form->asks == TAL_GOAL_FORM_KEEP)
    {
      criterion->basis = TAL_TARGET_KEEP;
      *ret_field = TAL_GOAL_FIELD_KEPT_PERIOD;
      if (!is_empty (form->kept_period) &&
          !tal_danish_period_parse (form->kept_period, &criterion->basis_period, error))
        return FALSE;
      *ret_field = TAL_GOAL_FIELD_NONE;
    }
  else if (!tal_id_is_none (form->level_of))
    {
      criterion->basis = TAL_TARGET_BENCHMARK;
      criterion->basis_unit = form->level_of;
    }
  return TRUE;
}

static gboolean
write_criterion (TalCriterion      *criterion,
                 const TalGoalForm *form,
                 gboolean           lacks_target,
                 TalGoalField      *ret_field,
                 GError           **error)
{
  /* What is kept may be a ceiling: only a comparison that cannot be kept is put right. */
  if (form->asks != TAL_GOAL_FORM_KEEP)
    criterion->comparison = (TalComparison)form->asks;
  else if (!tal_comparison_needs_target (criterion->comparison))
    criterion->comparison = TAL_COMPARISON_AT_LEAST;

  if (asks_target (form))
    return ((lacks_target && is_empty (form->target)) ||
            write_target (criterion, form, ret_field, error)) &&
           write_basis (criterion, form, ret_field, error);

  tal_criterion_clear_targets (criterion);
  return TRUE;
}

static gboolean
check_words (const TalGoalForm *self, TalGoalField *ret_field, GError **error)
{
  if (self->kind == TAL_GOAL_FORM_NOT_MEASURED)
    return !is_empty (self->wording) ||
           refuse (_ ("Write the goal: it is not measured, so its words say it."),
                      TAL_GOAL_FIELD_WORDING, ret_field, error);
  if (is_empty (self->counted))
    return refuse (self->kind == TAL_GOAL_FORM_COUNT || self->kind == TAL_GOAL_FORM_SHARE
                   ? _ ("Write what is counted, such as participants.")
                   : _ ("Write what is measured."), TAL_GOAL_FIELD_COUNTED, ret_field, error);
  if (self->kind == TAL_GOAL_FORM_SHARE && tal_id_is_none (self->base) &&
      is_empty (self->base_name))
    return refuse (_ ("Write what it is a share of, such as participants."), TAL_GOAL_FIELD_BASE,
                      ret_field, error);
  if (self->kind != TAL_GOAL_FORM_SHARE && !asks_target (self))
    return refuse (_ ("“All” and “at least half” are said of a share of two counts."),
                      TAL_GOAL_FIELD_TARGET, ret_field, error);
  return TRUE;
}

static gboolean
write_weeks (TalGoal *goal, const char *weeks, TalGoalField *ret_field, GError **error)
{
  guint64 n_weeks = 0;

  goal->deadline_weeks = 0;
  if (is_empty (weeks))
    return TRUE;
  if (!g_ascii_string_to_unsigned (weeks, 10, 1, 1000, &n_weeks, NULL))
    return refuse (_ ("The deadline is a whole number of weeks, such as 13."), TAL_GOAL_FIELD_WEEKS,
                      ret_field, error);

  goal->deadline_weeks = (int)n_weeks;
  return TRUE;
}

/* Whether the goal was adopted without a target: then it needs none now. */
static gboolean
lacks_target (const TalGoalDraft *before)
{
  return tal_goal_draft_get_n_measures (before) > 0 &&
         tal_goal_get_criterion (before->goal, 0)->targets == NULL;
}

static void
fit_measures (TalGoalDraft *draft, guint n_measures)
{
  while (tal_goal_draft_get_n_measures (draft) > n_measures)
    tal_goal_draft_remove_measure (draft, tal_goal_draft_get_n_measures (draft) - 1);
  while (tal_goal_draft_get_n_measures (draft) < n_measures)
    tal_goal_draft_add_measure (draft);
}

TalGoalDraft *
tal_goal_form_write (const TalGoalForm  *self,
                     const TalGoalDraft *before,
                     TalGoalField       *ret_field,
                     GError            **error)
{
  g_autoptr (TalGoalDraft) draft = NULL;
  gboolean                 halves = self->kind == TAL_GOAL_FORM_SHARE && !is_empty (self->half);

  g_return_val_if_fail (self != NULL && before != NULL, NULL);
  g_return_val_if_fail (ret_field != NULL, NULL);

  *ret_field = TAL_GOAL_FIELD_NONE;
  if (!check_words (self, ret_field, error))
    return NULL;

  draft = tal_goal_draft_copy (before);
  g_free (draft->goal->wording);
  draft->goal->wording = g_strdup (self->wording);
  draft->goal->cumulative = self->cumulative;
  fit_measures (draft, self->kind == TAL_GOAL_FORM_NOT_MEASURED ? 0 : (halves ? 2 : 1));
  if (!write_weeks (draft->goal, self->weeks, ret_field, error))
    return NULL;
  if (self->kind == TAL_GOAL_FORM_NOT_MEASURED)
    return g_steal_pointer (&draft);

  write_measure (tal_goal_draft_get_measure (draft, 0), self);
  if (!write_criterion (tal_goal_draft_get_criterion (draft, 0), self, lacks_target (before),
                        ret_field, error))
    return NULL;
  if (halves)
    {
      write_share (tal_goal_draft_get_measure (draft, 1), self, self->half);
      tal_goal_draft_get_criterion (draft, 1)->comparison = TAL_COMPARISON_AT_LEAST_HALF;
    }
  return g_steal_pointer (&draft);
}
