/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The periods that there are goals' figures in.  Every figure must be looked at to know them, and
 * most edits leave them as they were: so they are kept.
 */

#include "config.h"

#include "core/tal-derive.h"
#include "core/tal-goal-figures.h"
#include "core/tal-goal.h"
#include "model/tal-collection-private.h"

static gboolean
has_period (const GArray *periods, TalPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    {
      if (tal_period_is_equal (g_array_index (periods, TalPeriod, i), period))
        return TRUE;
    }

  return FALSE;
}

/* A figure more in a period that others have too changes nothing; one less may have been the
 * last. */
static gboolean
may_change_periods (const TalCollection *self, const TalChange *change)
{
  if (change->key.kind == TAL_KIND_OBSERVATION)
    return change->after == NULL ||
           (change->before == NULL && !has_period (self->periods, change->key.period));

  return change->key.kind == TAL_KIND_GOAL || change->key.kind == TAL_KIND_SERIES;
}

void
tal_collection_note_periods (TalCollection *self, const TalChangeSet *changes)
{
  for (guint i = 0; i < tal_change_set_get_length (changes) && self->periods != NULL; i++)
    {
      if (may_change_periods (self, tal_change_set_get_change (changes, i)))
        g_clear_pointer (&self->periods, g_array_unref);
    }
  if (tal_change_set_get_n_bulks (changes) > 0)
    g_clear_pointer (&self->periods, g_array_unref);
}

static GArray *
find_periods (TalCollection *self, GError **error)
{
  g_autoptr (GArray)      all = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  GArray                 *newest_first = NULL;
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (GArray) periods =
          tal_goal_figures_list_periods (self->catalogue, tal_store_get_runs (self->store),
                                         TAL_GOAL (goals[i]), error);

      if (periods == NULL)
        return NULL;
      g_array_append_vals (all, periods->data, periods->len);
    }

  tal_period_list_sort (all);
  newest_first = g_array_sized_new (FALSE, FALSE, sizeof (TalPeriod), all->len);
  for (guint i = all->len; i > 0; i--)
    g_array_append_val (newest_first, g_array_index (all, TalPeriod, i - 1));
  return newest_first;
}

GArray *
tal_collection_list_periods (TalCollection *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->periods == NULL)
    self->periods = find_periods (self, error);
  return self->periods != NULL ? g_array_copy (self->periods) : NULL;
}
