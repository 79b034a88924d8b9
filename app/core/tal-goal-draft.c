/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-goal-draft.h"

#include "core/tal-danish-noun.h"

static TalGoalMeasure *
measure_new (void)
{
  TalGoalMeasure *measure = g_new0 (TalGoalMeasure, 1);

  measure->shape = TAL_GOAL_SHAPE_FIGURE;
  return measure;
}

static void
measure_free (TalGoalMeasure *measure)
{
  g_free (measure->figure.name);
  g_free (measure->numerator.name);
  g_free (measure->base.name);
  g_free (measure);
}

static TalGoalPart
copy_part (const TalGoalPart *part)
{
  return (TalGoalPart){ part->series, g_strdup (part->name), part->unit };
}

static gboolean
is_same_part (const TalGoalPart *a, const TalGoalPart *b)
{
  return tal_id_is_equal (a->series, b->series) && g_strcmp0 (a->name, b->name) == 0 &&
         a->unit == b->unit;
}

static TalGoalDraft *
draft_new_taking (TalGoal *goal)
{
  TalGoalDraft *self = g_new0 (TalGoalDraft, 1);

  self->goal = goal;
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify)measure_free);
  return self;
}

TalGoalDraft *
tal_goal_draft_new (TalId goal, TalId initiative)
{
  TalGoalDraft *self = NULL;

  g_return_val_if_fail (!tal_id_is_none (goal), NULL);

  self = draft_new_taking (tal_record_new (TAL_KIND_GOAL, goal));
  self->goal->initiative = initiative;
  return self;
}

static const TalSeries *
find_series (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

/* The only series in a place, where it is counted and not computed. */
static const TalSeries *
find_single_count (const TalCatalogue *catalogue, const TalSeries *share, TalTermPlace place)
{
  const TalSeries *found = NULL;

  for (guint i = 0; i < tal_series_get_n_terms (share); i++)
    {
      const TalTerm *term = tal_series_get_term (share, i);

      if (term->place != place)
        continue;
      if (found != NULL || term->sign != TAL_TERM_PLUS)
        return NULL;
      found = find_series (catalogue, term->series);
      if (found == NULL || tal_series_is_derived (found))
        return NULL;
    }

  return found;
}

static TalGoalPart
read_part (const TalSeries *series)
{
  TalGoalPart part = { TAL_ID_NONE };

  if (series != NULL)
    {
      part.series = series->record.id;
      part.name = series->name != NULL ? tal_danish_noun_dup_inside (series->name) : NULL;
      part.unit = series->measure_unit;
    }
  return part;
}

static gboolean
is_plain_share (const TalSeries *series)
{
  return series->basis == TAL_BASIS_RATIO && tal_series_get_n_terms (series) == 2 &&
         series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
         !tal_decimal_is_none (series->factor) &&
         tal_decimal_compare (series->factor, TAL_DECIMAL (100, 0)) == 0;
}

static TalGoalMeasure *
read_measure (const TalCatalogue *catalogue, TalId id)
{
  TalGoalMeasure  *measure = measure_new ();
  const TalSeries *series = find_series (catalogue, id);
  const TalSeries *numerator = NULL;
  const TalSeries *base = NULL;

  measure->figure = read_part (series);
  measure->figure.series = id;
  measure->shape = TAL_GOAL_SHAPE_SERIES;
  if (series == NULL)
    return measure;

  numerator = find_single_count (catalogue, series, TAL_TERM_ABOVE);
  base = find_single_count (catalogue, series, TAL_TERM_BELOW);
  if (is_plain_share (series) && numerator != NULL && base != NULL)
    {
      measure->shape = TAL_GOAL_SHAPE_SHARE;
      measure->numerator = read_part (numerator);
      measure->base = read_part (base);
    }
  else if (!tal_series_is_derived (series))
    {
      measure->shape = TAL_GOAL_SHAPE_FIGURE;
      if (series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
          tal_series_get_n_terms (series) == 1 && series->agreement == TAL_AGREEMENT_NONE)
        measure->numerator = read_part (numerator);
    }
  return measure;
}

TalGoalDraft *
tal_goal_draft_new_for_goal (const TalCatalogue *catalogue, const TalGoal *goal)
{
  TalGoalDraft *self = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (goal != NULL, NULL);

  self = draft_new_taking (tal_record_copy (&goal->record));
  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    g_ptr_array_add (self->measures,
                     read_measure (catalogue, tal_goal_get_criterion (goal, i)->series));
  return self;
}

TalGoalDraft *
tal_goal_draft_copy (const TalGoalDraft *self)
{
  TalGoalDraft *copy = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  copy = draft_new_taking (tal_record_copy (&self->goal->record));
  for (guint i = 0; i < self->measures->len; i++)
    {
      const TalGoalMeasure *from = g_ptr_array_index (self->measures, i);
      TalGoalMeasure       *to = measure_new ();

      to->shape = from->shape;
      to->figure = copy_part (&from->figure);
      to->numerator = copy_part (&from->numerator);
      to->base = copy_part (&from->base);
      g_ptr_array_add (copy->measures, to);
    }
  return copy;
}

void
tal_goal_draft_free (TalGoalDraft *self)
{
  if (self == NULL)
    return;

  tal_record_unref (&self->goal->record);
  g_ptr_array_unref (self->measures);
  g_free (self);
}

gboolean
tal_goal_draft_is_equal (const TalGoalDraft *a, const TalGoalDraft *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!tal_record_says_the_same (&a->goal->record, &b->goal->record) ||
      a->measures->len != b->measures->len)
    return FALSE;

  for (guint i = 0; i < a->measures->len; i++)
    {
      const TalGoalMeasure *one = g_ptr_array_index (a->measures, i);
      const TalGoalMeasure *other = g_ptr_array_index (b->measures, i);

      if (one->shape != other->shape || !is_same_part (&one->figure, &other->figure) ||
          !is_same_part (&one->numerator, &other->numerator) ||
          !is_same_part (&one->base, &other->base))
        return FALSE;
    }

  return TRUE;
}

TalGoalMeasure *
tal_goal_draft_add_measure (TalGoalDraft *self)
{
  TalGoalMeasure *measure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  tal_goal_add_criterion (self->goal);
  measure = measure_new ();
  g_ptr_array_add (self->measures, measure);
  return measure;
}

void
tal_goal_draft_remove_measure (TalGoalDraft *self, guint position)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (position < self->measures->len);

  tal_goal_remove_criterion (self->goal, position);
  g_ptr_array_remove_index (self->measures, position);
}

guint
tal_goal_draft_get_n_measures (const TalGoalDraft *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->measures->len;
}

TalGoalMeasure *
tal_goal_draft_get_measure (const TalGoalDraft *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->measures->len, NULL);

  return g_ptr_array_index (self->measures, position);
}

TalCriterion *
tal_goal_draft_get_criterion (const TalGoalDraft *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < tal_goal_get_n_criteria (self->goal), NULL);

  return &g_array_index (self->goal->criteria, TalCriterion, position);
}

void
tal_goal_part_set_name (TalGoalPart *self, const char *name)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  self->name = name != NULL && name[0] != '\0' ? g_strdup (name) : NULL;
}
