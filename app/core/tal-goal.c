/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-goal.h"

#include <glib/gi18n-lib.h>

static const char *const comparisons[] = { "at-least", "at-most", "more-than",     "fewer-than",
                                           "exactly",  "all",     "at-least-half", NULL };
static const char *const bases[] = { "fixed", "benchmark", "keep", NULL };

static const char *const target_units[] = { "of-series",
                                            "persons",
                                            "full-time-persons",
                                            "full-year-persons",
                                            "full-year-places",
                                            "families",
                                            "courses",
                                            "placements",
                                            "cases",
                                            "awards",
                                            "count",
                                            "per-cent",
                                            NULL };

static const TalField target_fields[] = {
  { "period", N_ ("Period"), TAL_FIELD_PERIOD, TRUE, G_STRUCT_OFFSET (TalTarget, period) },
    { "value", N_ ("Target"), TAL_FIELD_DECIMAL, TRUE, G_STRUCT_OFFSET (TalTarget, value) },
  };

static const TalStructure target = { "target", sizeof (TalTarget), target_fields,
                                     G_N_ELEMENTS (target_fields) };

enum
{
  CRITERION_TARGETS = 7,
  GOAL_CRITERIA = 13,
};

static const TalField criterion_fields[] = {
  { "series",
    N_ ("Series"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalCriterion, series),
        .target = TAL_KIND_SERIES },
    { "comparison",
      N_ ("Direction"),
          TAL_FIELD_WORD,
          TRUE,
          G_STRUCT_OFFSET (TalCriterion, comparison),
          .words = comparisons },
      { "target-unit",
        N_ ("Unit of the target"),
            TAL_FIELD_WORD,
            FALSE,
            G_STRUCT_OFFSET (TalCriterion, target_unit),
            .words = target_units },
        { "basis",
          N_ ("Basis of the target"),
              TAL_FIELD_WORD,
              FALSE,
              G_STRUCT_OFFSET (TalCriterion, basis),
              .words = bases },
          { "basis-unit",
            N_ ("Compared with"),
                TAL_FIELD_REFERENCE,
                FALSE,
                G_STRUCT_OFFSET (TalCriterion, basis_unit),
                .target = TAL_KIND_UNIT },
            { "basis-series",
              N_ ("Compared series"),
                  TAL_FIELD_REFERENCE,
                  FALSE,
                  G_STRUCT_OFFSET (TalCriterion, basis_series),
                  .target = TAL_KIND_SERIES },
              { "basis-period",
                N_ ("Result to keep"),
                    TAL_FIELD_PERIOD,
                    FALSE,
                    G_STRUCT_OFFSET (TalCriterion, basis_period) },
                [CRITERION_TARGETS] = { "targets",
                                        N_ ("Targets"),
                                            TAL_FIELD_LIST,
                                            FALSE,
                                            G_STRUCT_OFFSET (TalCriterion, targets),
                                            .item = &target },
                };

static const TalStructure criterion = { "criterion", sizeof (TalCriterion), criterion_fields,
                                        G_N_ELEMENTS (criterion_fields) };

static const TalField fields[] = {
  { "initiative",
    N_ ("Initiative"),
        TAL_FIELD_REFERENCE,
        TRUE,
        G_STRUCT_OFFSET (TalGoal, initiative),
        .target = TAL_KIND_INITIATIVE },
    { "number", N_ ("Number"), TAL_FIELD_INTEGER, TRUE, G_STRUCT_OFFSET (TalGoal, number) },
      { "cumulative",
        N_ ("Can only rise"), TAL_FIELD_BOOLEAN, FALSE, G_STRUCT_OFFSET (TalGoal, cumulative) },
        { "measuring-period",
          N_ ("Measuring period"),
              TAL_FIELD_PERIOD,
              FALSE,
              G_STRUCT_OFFSET (TalGoal, measuring_period) },
          { "deadline-weeks",
            N_ ("Deadline in weeks"),
                TAL_FIELD_INTEGER,
                FALSE,
                G_STRUCT_OFFSET (TalGoal, deadline_weeks) },
            { "adopted-on",
              N_ ("Adopted on"), TAL_FIELD_DAY, FALSE, G_STRUCT_OFFSET (TalGoal, adopted_on) },
              { "wording",
                N_ ("Wording"), TAL_FIELD_PROSE, TRUE, G_STRUCT_OFFSET (TalGoal, wording) },
                { "adopted-by",
                  N_ ("Adopted by"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalGoal, adopted_by) },
                  { "reason",
                    N_ ("Reason"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalGoal, reason) },
                    { "population",
                      N_ ("Population"),
                          TAL_FIELD_PROSE,
                          FALSE,
                          G_STRUCT_OFFSET (TalGoal, population) },
                      { "source",
                        N_ ("Source"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalGoal, source) },
                        { "method",
                          N_ ("Method"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalGoal, method) },
                          { "note",
                            N_ ("Note"), TAL_FIELD_PROSE, FALSE, G_STRUCT_OFFSET (TalGoal, note) },
                            [GOAL_CRITERIA] = { "criteria",
                                                N_ ("Criteria"),
                                                    TAL_FIELD_LIST,
                                                    FALSE,
                                                    G_STRUCT_OFFSET (TalGoal, criteria),
                                                    .item = &criterion },
                            };

const TalStructure tal_goal_structure = { "goal", sizeof (TalGoal), fields, G_N_ELEMENTS (fields) };

guint
tal_goal_get_n_criteria (const TalGoal *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->criteria != NULL ? self->criteria->len : 0;
}

const TalCriterion *
tal_goal_get_criterion (const TalGoal *self, guint position)
{
  g_return_val_if_fail (position < tal_goal_get_n_criteria (self), NULL);

  return &g_array_index (self->criteria, TalCriterion, position);
}

gboolean
tal_comparison_needs_target (TalComparison comparison)
{
  return comparison != TAL_COMPARISON_ALL && comparison != TAL_COMPARISON_AT_LEAST_HALF;
}

const char *
tal_comparison_get_name (TalComparison comparison)
{
  g_return_val_if_fail (comparison < G_N_ELEMENTS (comparisons) - 1, NULL);

  return comparisons[comparison];
}

const char *
tal_target_basis_get_name (TalTargetBasis basis)
{
  g_return_val_if_fail (basis < G_N_ELEMENTS (bases) - 1, NULL);

  return bases[basis];
}

/* Of two that begin alike the longer is the later one. */
static gboolean
begins_later (const TalTarget *a, const TalTarget *b)
{
  return a->period.first != b->period.first ? a->period.first > b->period.first
                                            : a->period.last > b->period.last;
}

gboolean
tal_criterion_find_target (const TalCriterion *self, TalPeriod period, TalTarget *ret_target)
{
  const TalTarget *found = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tal_period_is_set (period), FALSE);

  for (guint i = 0; self->targets != NULL && i < self->targets->len; i++)
    {
      const TalTarget *each = &g_array_index (self->targets, TalTarget, i);

      if (tal_period_is_equal (each->period, period))
        {
          found = each;
          break;
        }

      if (each->period.first <= period.last && (found == NULL || begins_later (each, found)))
        found = each;
    }

  if (found == NULL)
    return FALSE;

  *ret_target = *found;
  return TRUE;
}

TalCriterion *
tal_goal_add_criterion (TalGoal *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_field_append_item (&fields[GOAL_CRITERIA], self);
}

void
tal_goal_remove_criterion (TalGoal *self, guint position)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (position < tal_goal_get_n_criteria (self));

  /* The list does not own what its items hold: the record does. */
  tal_structure_clear (&criterion, &g_array_index (self->criteria, TalCriterion, position));
  g_array_remove_index (self->criteria, position);
}

void
tal_criterion_clear_targets (TalCriterion *self)
{
  g_return_if_fail (self != NULL);

  /* A target holds nothing that has to be freed. */
  g_clear_pointer (&self->targets, g_array_unref);
}

void
tal_criterion_add_target (TalCriterion *self, TalPeriod period, TalDecimal value)
{
  TalTarget *added = NULL;

  g_return_if_fail (self != NULL);

  added = tal_field_append_item (&criterion_fields[CRITERION_TARGETS], self);
  added->period = period;
  added->value = value;
}
