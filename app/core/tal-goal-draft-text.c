/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a draft asks for, in the words of papers.  It writes Danish by rule. */

#include "config.h"

#include "base/tal-error.h"
#include "core/tal-attainment.h"
#include "core/tal-danish-noun.h"
#include "core/tal-goal-draft.h"
#include "core/tal-goal-text.h"

#include <glib/gi18n-lib.h>

/* Whether the goal's result is that series, or its count. */
static gboolean
counts_in (const TalCatalogue *catalogue, const TalGoal *goal, TalId series)
{
  g_autoptr (TalGoalDraft) draft = tal_goal_draft_new_for_goal (catalogue, goal);

  for (guint i = 0; i < draft->measures->len; i++)
    {
      const TalGoalMeasure *measure = g_ptr_array_index (draft->measures, i);

      if (tal_id_is_equal (measure->figure.series, series) ||
          tal_id_is_equal (measure->numerator.series, series))
        return TRUE;
    }

  return FALSE;
}

const TalGoal *
tal_goal_draft_find_goal_of (const TalCatalogue *catalogue, TalId series, const TalGoal *except)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals = NULL;

  g_return_val_if_fail (catalogue != NULL && except != NULL, NULL);

  if (tal_id_is_none (series))
    return NULL;

  goals = tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, except->initiative, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (!tal_id_is_equal (goals[i]->id, except->record.id) &&
          counts_in (catalogue, TAL_GOAL (goals[i]), series))
        return TAL_GOAL (goals[i]);
    }

  return NULL;
}

/* What a part is called: by the person, else by its series. */
static char *
dup_name (const TalCatalogue *catalogue, const TalGoalPart *part)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, part->series);

  if (part->name != NULL)
    return g_strdup (part->name);
  if (record != NULL && TAL_SERIES (record)->name != NULL)
    return tal_danish_noun_dup_inside (TAL_SERIES (record)->name);

  return NULL;
}

/* " af deltagerne i mål 1", " deltagere i mål 7" behind "alle" */
static void
append_base (const TalCatalogue *catalogue,
             const TalGoalDraft *self,
             const TalGoalPart  *base,
             gboolean            all,
             GString            *sentence)
{
  g_autofree char *name = dup_name (catalogue, base);
  g_autofree char *definite = NULL;
  const TalGoal   *of = tal_goal_draft_find_goal_of (catalogue, base->series, self->goal);

  if (name == NULL)
    return;

  definite = tal_danish_noun_dup_definite (name);
  g_string_append_printf (sentence, all ? " %s" : " af %s", all ? name : definite);
  if (of != NULL)
    g_string_append_printf (sentence, " i mål %d", of->number);
}

static void
append_measure (const TalCatalogue   *catalogue,
                const TalGoalDraft   *self,
                const TalGoalMeasure *measure,
                gboolean              all,
                GString              *sentence)
{
  g_autofree char *counted = NULL;

  if (measure->shape == TAL_GOAL_SHAPE_SHARE)
    append_base (catalogue, self, &measure->base, all, sentence);
  counted = dup_name (catalogue, measure->shape == TAL_GOAL_SHAPE_SHARE ? &measure->numerator
                                                                        : &measure->figure);
  if (counted == NULL)
    return;

  if (measure->shape == TAL_GOAL_SHAPE_FIGURE && measure->figure.unit <= TAL_MEASURE_UNIT_COUNT)
    g_string_append_printf (sentence, " %s", counted);
  else
    g_string_append_printf (sentence, ": %s", counted);
}

/* A series as the sentence needs it, whether it exists or not. */
static TalSeries *
create_stand_in (const TalGoalMeasure *measure)
{
  TalSeries *series = tal_record_new (TAL_KIND_SERIES, measure->figure.series);

  series->measure_unit =
      measure->shape == TAL_GOAL_SHAPE_SHARE ? TAL_MEASURE_UNIT_PER_CENT : measure->figure.unit;
  return series;
}

static TalDecimal
get_latest_target (const TalCriterion *criterion)
{
  TalTarget target;

  return tal_criterion_find_target (criterion, tal_period_new (TAL_DAY_FIRST, TAL_DAY_LAST),
                                    &target)
             ? target.value
             : TAL_DECIMAL_NONE;
}

/* "Mindst 75 pct.", without the deadline, which stands at the end of the sentence. */
static char *
write_requirement (const TalCatalogue *catalogue, const TalGoalDraft *self)
{
  g_autoptr (TalRecord) copy = tal_record_copy (&self->goal->record);
  g_autoptr (TalRecord) series = NULL;
  TalGoal              *goal = (TalGoal *)copy;
  guint                 last = self->measures->len - 1;
  TalGoalStatus         status = { .catalogue = catalogue, .goal = goal };

  series = (TalRecord *)create_stand_in (g_ptr_array_index (self->measures, last));
  goal->deadline_weeks = 0;
  status.criterion = tal_goal_get_criterion (goal, last);
  status.series = TAL_SERIES (series);
  status.target = get_latest_target (status.criterion);
  return tal_goal_text_requirement (&status);
}

static void
append_deadline (const TalGoal *goal, GString *sentence)
{
  g_autofree char *weeks = NULL;

  if (goal->deadline_weeks <= 0)
    return;

  weeks = tal_danish_noun_count (TAL_DECIMAL (goal->deadline_weeks, 0), "uger");
  g_string_append_printf (sentence, " inden for %s", weeks);
}

char *
tal_goal_draft_dup_sentence (const TalCatalogue *catalogue,
                             const TalGoalDraft *self,
                             GError            **error)
{
  g_autoptr (GString)   sentence = NULL;
  g_autofree char      *requirement = NULL;
  const TalGoalMeasure *measure = NULL;
  const TalCriterion   *criterion = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (self != NULL, NULL);

  if (self->measures->len == 0)
    return g_strdup ("Måles ikke");

  measure = g_ptr_array_index (self->measures, self->measures->len - 1);
  criterion = tal_goal_get_criterion (self->goal, self->measures->len - 1);
  if (criterion->basis == TAL_TARGET_FIXED && tal_comparison_needs_target (criterion->comparison) &&
      tal_decimal_is_none (get_latest_target (criterion)))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD, _ ("Write the target."));
      return NULL;
    }

  requirement = write_requirement (catalogue, self);
  sentence = g_string_new (requirement);
  append_measure (catalogue, self, measure, !tal_comparison_needs_target (criterion->comparison),
                  sentence);
  append_deadline (self->goal, sentence);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

static void
add_entered (const TalCatalogue *catalogue,
             const TalGoalDraft *self,
             const TalGoalPart  *part,
             GPtrArray          *entered)
{
  g_autofree char *name = dup_name (catalogue, part);

  if (name == NULL || tal_goal_draft_find_goal_of (catalogue, part->series, self->goal) != NULL)
    return;

  g_ptr_array_add (entered, tal_danish_noun_dup_heading (name));
}

GPtrArray *
tal_goal_draft_list_entered (const TalCatalogue *catalogue, const TalGoalDraft *self)
{
  GPtrArray *entered = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (self != NULL, NULL);

  entered = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->measures->len; i++)
    {
      const TalGoalMeasure *measure = g_ptr_array_index (self->measures, i);

      if (measure->shape == TAL_GOAL_SHAPE_FIGURE)
        add_entered (catalogue, self, &measure->figure, entered);
      if (measure->shape != TAL_GOAL_SHAPE_SERIES)
        add_entered (catalogue, self, &measure->numerator, entered);
      if (measure->shape == TAL_GOAL_SHAPE_SHARE)
        add_entered (catalogue, self, &measure->base, entered);
    }

  return entered;
}
