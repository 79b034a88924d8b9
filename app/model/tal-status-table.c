/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-status-table.h"

#include "core/tal-initiative.h"
#include "model/tal-status-table-compute.h"

#include <string.h>

struct _TalStatusTable
{
  gatomicrefcount ref_count;
  TalCatalogue   *catalogue;
  GArray         *statuses;    /* of TalGoalStatus */
  GHashTable     *by_goal;     /* TalGoal → its position + 1 */
  GHashTable     *initiatives; /* TalInitiative → the position of its first goal + 1 */
};

G_DEFINE_BOXED_TYPE (TalStatusTable, tal_status_table, tal_status_table_ref, tal_status_table_unref)

TalStatusTable *
tal_status_table_ref (TalStatusTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tal_status_table_unref (TalStatusTable *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->initiatives);
  g_hash_table_unref (self->by_goal);
  g_array_unref (self->statuses);
  tal_catalogue_unref (self->catalogue);
  g_free (self);
}

const TalCatalogue *
tal_status_table_get_catalogue (const TalStatusTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

guint
tal_status_table_get_length (const TalStatusTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->statuses->len;
}

const TalGoalStatus *
tal_status_table_get_status (const TalStatusTable *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->statuses->len, NULL);

  return &g_array_index (self->statuses, TalGoalStatus, position);
}

const TalGoalStatus *
tal_status_table_get_initiative (const TalStatusTable *self, TalId initiative, guint *ret_length)
{
  const TalRecord *record = NULL;
  guint            first = 0;
  guint            end = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ret_length != NULL, NULL);

  *ret_length = 0;
  record = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, initiative);
  first = GPOINTER_TO_UINT (g_hash_table_lookup (self->initiatives, record));
  if (first == 0)
    return NULL;

  for (end = first - 1; end < self->statuses->len; end++)
    {
      if (!tal_id_is_equal (tal_status_table_get_status (self, end)->goal->initiative, initiative))
        break;
    }

  *ret_length = end - (first - 1);
  return tal_status_table_get_status (self, first - 1);
}

/* The records are immutable: the same one says the same. */
static gboolean
have_same_appropriations (const TalStatusTable *a, const TalStatusTable *b, TalId initiative)
{
  guint                   n_a = 0;
  guint                   n_b = 0;
  const TalRecord *const *of_a =
      tal_catalogue_get_children (a->catalogue, TAL_KIND_APPROPRIATION, initiative, &n_a);
  const TalRecord *const *of_b =
      tal_catalogue_get_children (b->catalogue, TAL_KIND_APPROPRIATION, initiative, &n_b);

  return n_a == n_b && (n_a == 0 || memcmp (of_a, of_b, sizeof *of_a * n_a) == 0);
}

/* But for the catalogue, of which every table has its own. */
static gboolean
stand_the_same (const TalGoalStatus *a, const TalGoalStatus *b)
{
  TalGoalStatus other = *b;

  other.catalogue = a->catalogue;
  return memcmp (a, &other, sizeof other) == 0;
}

gboolean
tal_status_table_is_same (const TalStatusTable *a, const TalStatusTable *b, TalId initiative)
{
  const TalRecord     *record = NULL;
  const TalGoalStatus *of_a = NULL;
  const TalGoalStatus *of_b = NULL;
  guint                n_a = 0;
  guint                n_b = 0;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  record = tal_catalogue_find (a->catalogue, TAL_KIND_INITIATIVE, initiative);
  of_a = tal_status_table_get_initiative (a, initiative, &n_a);
  of_b = tal_status_table_get_initiative (b, initiative, &n_b);
  if (record == NULL || n_a != n_b ||
      record != tal_catalogue_find (b->catalogue, TAL_KIND_INITIATIVE, initiative) ||
      tal_catalogue_find (a->catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (record)->plan) !=
          tal_catalogue_find (b->catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (record)->plan) ||
      !have_same_appropriations (a, b, initiative))
    return FALSE;

  for (guint i = 0; i < n_a; i++)
    {
      if (!stand_the_same (&of_a[i], &of_b[i]))
        return FALSE;
    }

  return TRUE;
}

const TalGoalStatus *
tal_status_table_find_goal (const TalStatusTable *self, TalId goal)
{
  const TalRecord *record = NULL;
  guint            position = 0;

  g_return_val_if_fail (self != NULL, NULL);

  record = tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, goal);
  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_goal, record));
  return position > 0 ? tal_status_table_get_status (self, position - 1) : NULL;
}

static gboolean
add_goals (TalStatusTable    *self,
           TalGoalFiguresFunc gather,
           gpointer           user_data,
           const TalRecord   *initiative,
           TalDay             today,
           GError           **error)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, initiative->id, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      g_auto (TalGoalFigures) figures = { 0 };
      TalGoalStatus           status;

      if (!gather (self->catalogue, TAL_GOAL (goals[i]), &figures, user_data, error))
        return FALSE;

      status = tal_attainment_conclude (self->catalogue, TAL_GOAL (goals[i]), &figures, today);
      g_array_append_val (self->statuses, status);
      g_hash_table_insert (self->by_goal, (gpointer)goals[i],
                           GUINT_TO_POINTER (self->statuses->len));
      if (i == 0)
        g_hash_table_insert (self->initiatives, (gpointer)initiative,
                             GUINT_TO_POINTER (self->statuses->len));
    }

  return TRUE;
}

static TalStatusTable *
table_new (const TalCatalogue *catalogue)
{
  TalStatusTable *self = g_new0 (TalStatusTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->catalogue = tal_catalogue_ref (catalogue);
  self->statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
  return self;
}

TalStatusTable *
tal_status_table_compute (const TalCatalogue *catalogue,
                          TalGoalFiguresFunc  gather,
                          gpointer            user_data,
                          TalDay              today,
                          GError            **error)
{
  g_autoptr (TalStatusTable) self = NULL;
  guint                      n_plans = 0;
  const TalRecord *const    *plans = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (gather != NULL, NULL);

  self = table_new (catalogue);
  self->by_goal = g_hash_table_new (NULL, NULL);
  self->initiatives = g_hash_table_new (NULL, NULL);

  plans = tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &n_plans);
  for (guint i = 0; i < n_plans; i++)
    {
      guint                   n_initiatives = 0;
      const TalRecord *const *initiatives =
          tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plans[i]->id, &n_initiatives);

      for (guint j = 0; j < n_initiatives; j++)
        {
          if (!add_goals (self, gather, user_data, initiatives[j], today, error))
            return NULL;
        }
    }

  return g_steal_pointer (&self);
}

TalStatusTable *
tal_status_table_renew (TalStatusTable     *before,
                        const TalCatalogue *catalogue,
                        GHashTable         *touched,
                        TalGoalFiguresFunc  gather,
                        gpointer            user_data,
                        TalDay              today,
                        GError            **error)
{
  g_autoptr (TalStatusTable) self = NULL;

  g_return_val_if_fail (before != NULL && catalogue != NULL, NULL);
  g_return_val_if_fail (touched != NULL && gather != NULL, NULL);

  self = table_new (catalogue);
  self->by_goal = g_hash_table_ref (before->by_goal);
  self->initiatives = g_hash_table_ref (before->initiatives);
  g_array_append_vals (self->statuses, before->statuses->data, before->statuses->len);
  for (guint i = 0; i < self->statuses->len; i++)
    {
      TalGoalStatus          *status = &g_array_index (self->statuses, TalGoalStatus, i);
      g_auto (TalGoalFigures) figures = { 0 };

      status->catalogue = catalogue;
      if (!g_hash_table_contains (touched, status->goal))
        continue;
      if (!gather (catalogue, status->goal, &figures, user_data, error))
        return NULL;

      *status = tal_attainment_conclude (catalogue, status->goal, &figures, today);
    }

  return g_steal_pointer (&self);
}
