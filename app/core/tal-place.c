/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-place.h"

#include "core/tal-appropriation.h"
#include "core/tal-assessment.h"
#include "core/tal-goal-figures.h"
#include "core/tal-initiative.h"

#include <glib/gi18n-lib.h>

/* How well a series answers for a goal: the lower, the better. */
enum
{
  RANK_RESULT,
  RANK_NUMERATOR,
  RANK_DENOMINATOR,
  RANK_AMONG_OTHERS,
  RANK_NOT_AT_ALL,
};

static const TalSeries *
find_series (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

static gboolean
is_single_term (const TalSeries *ratio, TalId series, TalTermPlace place)
{
  gboolean found = FALSE;

  for (guint i = 0; i < tal_series_get_n_terms (ratio); i++)
    {
      const TalTerm *term = tal_series_get_term (ratio, i);

      if (term->place != place)
        continue;
      if (!tal_id_is_equal (term->series, series))
        return FALSE;
      found = TRUE;
    }

  return found;
}

static guint
rank_criterion (const TalCatalogue *catalogue, const TalCriterion *criterion, TalId series)
{
  const TalSeries *result = find_series (catalogue, criterion->series);

  if (tal_id_is_equal (criterion->series, series))
    return RANK_RESULT;
  if (result == NULL || result->basis != TAL_BASIS_RATIO)
    return RANK_NOT_AT_ALL;
  if (is_single_term (result, series, TAL_TERM_ABOVE))
    return RANK_NUMERATOR;
  if (is_single_term (result, series, TAL_TERM_BELOW))
    return RANK_DENOMINATOR;
  return RANK_NOT_AT_ALL;
}

static gboolean
rests_on (const TalCatalogue *catalogue, const TalGoal *goal, TalId series)
{
  g_autoptr (GPtrArray) entered = tal_goal_figures_list_entered (catalogue, goal);

  for (guint i = 0; i < entered->len; i++)
    {
      if (tal_id_is_equal (((const TalSeries *)g_ptr_array_index (entered, i))->record.id, series))
        return TRUE;
    }

  return FALSE;
}

static guint
rank_goal (const TalCatalogue *catalogue, const TalGoal *goal, TalId series)
{
  guint best = RANK_NOT_AT_ALL;

  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    best = MIN (best, rank_criterion (catalogue, tal_goal_get_criterion (goal, i), series));

  if (best == RANK_NOT_AT_ALL && rests_on (catalogue, goal, series))
    return RANK_AMONG_OTHERS;
  return best;
}

static TalPlace
place_at_goal (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *goal = tal_catalogue_find (catalogue, TAL_KIND_GOAL, id);

  return (TalPlace){ .initiative = goal != NULL ? TAL_GOAL (goal)->initiative : TAL_ID_NONE,
                     .goal = id };
}

TalPlace
tal_place_for_series (const TalCatalogue *catalogue, TalId series)
{
  const TalRecord *const *goals = NULL;
  const TalSeries        *record = NULL;
  const TalGoal          *found = NULL;
  guint                   best = RANK_NOT_AT_ALL;
  guint                   n_goals = 0;

  g_return_val_if_fail (catalogue != NULL, (TalPlace){ 0 });

  record = find_series (catalogue, series);
  if (record == NULL)
    return (TalPlace){ .initiative = TAL_ID_NONE, .goal = TAL_ID_NONE };

  goals = tal_id_is_none (record->initiative)
              ? tal_catalogue_get_records (catalogue, TAL_KIND_GOAL, &n_goals)
              : tal_catalogue_get_children (catalogue, TAL_KIND_GOAL, record->initiative, &n_goals);
  for (guint i = 0; i < n_goals && best != RANK_RESULT; i++)
    {
      guint rank = rank_goal (catalogue, TAL_GOAL (goals[i]), series);

      if (rank < best)
        {
          best = rank;
          found = TAL_GOAL (goals[i]);
        }
    }

  if (found == NULL)
    return (TalPlace){ .initiative = record->initiative, .goal = TAL_ID_NONE };
  return (TalPlace){ .initiative = found->initiative,
                     .goal = found->record.id,
                     .is_part = best < RANK_AMONG_OTHERS,
                     .part = best < RANK_AMONG_OTHERS ? (TalPart)best : TAL_PART_VALUE };
}

TalPlace
tal_place_for_record (const TalCatalogue *catalogue, const TalRecord *record)
{
  TalPlace place = { .initiative = TAL_ID_NONE, .goal = TAL_ID_NONE };

  g_return_val_if_fail (catalogue != NULL, place);
  g_return_val_if_fail (record != NULL, place);

  switch (record->kind)
    {
    case TAL_KIND_INITIATIVE:
      place.initiative = record->id;
      break;
    case TAL_KIND_GOAL:
      place.initiative = TAL_GOAL (record)->initiative;
      place.goal = record->id;
      break;
    case TAL_KIND_ASSESSMENT:
      return place_at_goal (catalogue, TAL_ASSESSMENT (record)->goal);
    case TAL_KIND_APPROPRIATION:
      place.initiative = TAL_APPROPRIATION (record)->initiative;
      break;
    case TAL_KIND_SERIES:
    case TAL_KIND_OBSERVATION:
      return tal_place_for_series (catalogue, record->id);
    case TAL_KIND_UNIT:
    case TAL_KIND_MEMBER:
    case TAL_KIND_PLAN:
    case TAL_KIND_CLOSING:
    case TAL_KIND_REMOVAL:
      break;
    }

  return place;
}

const char *
tal_part_get_title (TalPart part)
{
  switch (part)
    {
    case TAL_PART_VALUE:
      return _ ("result");
    case TAL_PART_NUMERATOR:
      return _ ("numerator");
    case TAL_PART_DENOMINATOR:
      return _ ("denominator");
    }

  g_return_val_if_reached (NULL);
}
