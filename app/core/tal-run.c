/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-run.h"

struct _TalRun
{
  gatomicrefcount ref_count;
  TalId           series;
  GPtrArray      *observations; /* of TalObservation, in the order of their periods */
};

static int
compare_periods (gconstpointer a, gconstpointer b)
{
  const TalObservation *observation_a = *(const TalObservation *const *)a;
  const TalObservation *observation_b = *(const TalObservation *const *)b;

  return tal_period_compare (observation_a->period, observation_b->period);
}

/* As the database has them. */
static gboolean
is_in_order (const GPtrArray *observations)
{
  for (guint i = 1; i < observations->len; i++)
    {
      if (compare_periods (&observations->pdata[i - 1], &observations->pdata[i]) > 0)
        return FALSE;
    }

  return TRUE;
}

TalRun *
tal_run_new (TalId series, GPtrArray *observations)
{
  TalRun *self = NULL;

  g_return_val_if_fail (observations != NULL, NULL);

  self = g_new0 (TalRun, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->series = series;
  self->observations = observations;
  if (!is_in_order (observations))
    g_ptr_array_sort (observations, compare_periods);
  return self;
}

TalRun *
tal_run_ref (const TalRun *self)
{
  TalRun *counted = (TalRun *)self;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&counted->ref_count);
  return counted;
}

void
tal_run_unref (TalRun *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->observations);
  g_free (self);
}

TalId
tal_run_get_series (const TalRun *self)
{
  g_return_val_if_fail (self != NULL, TAL_ID_NONE);

  return self->series;
}

guint
tal_run_get_length (const TalRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->observations->len;
}

const TalObservation *
tal_run_get_observation (const TalRun *self, guint position)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position < self->observations->len, NULL);

  return g_ptr_array_index (self->observations, position);
}

/* Where the figure of the period stands, or would. */
static gboolean
find_position (const TalRun *self, TalPeriod period, guint *ret_position)
{
  guint low = 0;
  guint high = self->observations->len;

  while (low < high)
    {
      guint                 middle = low + (high - low) / 2;
      const TalObservation *each = g_ptr_array_index (self->observations, middle);
      int                   order = tal_period_compare (each->period, period);

      if (order == 0)
        {
          *ret_position = middle;
          return TRUE;
        }
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  *ret_position = low;
  return FALSE;
}

const TalObservation *
tal_run_find (const TalRun *self, TalPeriod period)
{
  guint position = 0;

  g_return_val_if_fail (self != NULL, NULL);

  return find_position (self, period, &position) ? g_ptr_array_index (self->observations, position)
                                                 : NULL;
}

static gpointer
ref_observation (gconstpointer observation, gpointer unused)
{
  return tal_record_ref (observation);
}

TalRun *
tal_run_change (const TalRun *self, TalPeriod period, const TalObservation *figure)
{
  TalRun  *changed = NULL;
  guint    position = 0;
  gboolean found = FALSE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (figure == NULL || tal_period_is_equal (figure->period, period), NULL);

  changed = g_new0 (TalRun, 1);
  g_atomic_ref_count_init (&changed->ref_count);
  changed->series = self->series;
  changed->observations =
      g_ptr_array_new_full (self->observations->len + 1, (GDestroyNotify)tal_record_unref);
  g_ptr_array_extend (changed->observations, self->observations, ref_observation, NULL);
  found = find_position (changed, period, &position);
  if (found)
    g_ptr_array_remove_index (changed->observations, position);
  if (figure != NULL)
    g_ptr_array_insert (changed->observations, (int)position, tal_record_ref (&figure->record));
  return changed;
}

TalRun *
tal_run_source_ref_run (TalRunSource *self, TalId series, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ref_run (self, series, error);
}
