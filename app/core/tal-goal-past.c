/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-goal-past.h"

struct _TalGoalPast
{
  GHashTable *changes; /* TalId * → an array of Change, oldest first */
};

typedef struct
{
  TalTime        changed_at;
  const TalGoal *before; /* NULL where it was made */
} Change;

static void
clear_change (gpointer change)
{
  const TalGoal *before = ((Change *)change)->before;

  if (before != NULL)
    tal_record_unref (&before->record);
}

TalGoalPast *
tal_goal_past_new (void)
{
  TalGoalPast *self = g_new0 (TalGoalPast, 1);

  self->changes = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, g_free,
                                         (GDestroyNotify)g_array_unref);
  return self;
}

void
tal_goal_past_free (TalGoalPast *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->changes);
  g_free (self);
}

void
tal_goal_past_add (TalGoalPast *self, TalId goal, TalTime changed_at, const TalGoal *before)
{
  Change  change = { changed_at, before };
  GArray *own = NULL;

  g_return_if_fail (self != NULL);

  own = g_hash_table_lookup (self->changes, &goal);
  if (own == NULL)
    {
      own = g_array_new (FALSE, FALSE, sizeof (Change));
      g_array_set_clear_func (own, clear_change);
      g_hash_table_insert (self->changes, g_memdup2 (&goal, sizeof goal), own);
    }
  if (before != NULL)
    tal_record_ref (&before->record);
  g_array_append_val (own, change);
}

const TalGoal *
tal_goal_past_find (const TalGoalPast *self, TalId goal, TalTime when)
{
  const GArray *own = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  own = g_hash_table_lookup (self->changes, &goal);
  for (guint i = 0; own != NULL && i < own->len; i++)
    {
      const Change *each = &g_array_index (own, Change, i);

      if (each->changed_at > when)
        return each->before;
    }

  return NULL;
}
