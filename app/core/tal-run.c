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

TalRun *
tal_run_new (TalId series, GPtrArray *observations)
{
  TalRun *self = NULL;

  g_return_val_if_fail (observations != NULL, NULL);

  self = g_new0 (TalRun, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->series = series;
  self->observations = observations;
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

const TalObservation *
tal_run_find (const TalRun *self, TalPeriod period)
{
  guint low = 0;
  guint high = 0;

  g_return_val_if_fail (self != NULL, NULL);

  high = self->observations->len;
  while (low < high)
    {
      guint                 middle = low + (high - low) / 2;
      const TalObservation *each = g_ptr_array_index (self->observations, middle);
      int                   order = tal_period_compare (each->period, period);

      if (order == 0)
        return each;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

TalRun *
tal_run_source_ref_run (TalRunSource *self, TalId series, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ref_run (self, series, error);
}
