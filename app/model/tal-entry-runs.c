/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-entry-runs.h"

#include "core/tal-derive.h"
#include "core/tal-goal-figures.h"

struct _TalEntryRuns
{
  TalRunSource  source; /* first: what is asked of it is asked of the whole */
  TalCatalogue *catalogue;
  TalGoalPast  *past;
  GHashTable   *runs; /* TalId * → TalRun */
};

static TalRun *
ref_known_run (TalRunSource *source, TalId series, GError **error)
{
  TalEntryRuns *self = (TalEntryRuns *)source;
  const TalRun *run = tal_entry_runs_find_run (self, series);

  return run != NULL
             ? tal_run_ref (run)
             : tal_run_new (series,
                            g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref));
}

/* Takes the run. */
static void
take_run (TalEntryRuns *self, TalRun *run)
{
  TalId id = tal_run_get_series (run);

  g_hash_table_replace (self->runs, g_memdup2 (&id, sizeof id), run);
}

static gboolean
load_all (TalEntryRuns *self, TalRunSource *source, const GPtrArray *series, GError **error)
{
  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);
      TalRun          *run = NULL;

      if (g_hash_table_contains (self->runs, &each->record.id))
        continue;
      run = tal_run_source_ref_run (source, each->record.id, error);
      if (run == NULL)
        return FALSE;
      take_run (self, run);
    }

  return TRUE;
}

static gboolean
load_goals (TalEntryRuns *self, TalRunSource *source, TalId initiative, GError **error)
{
  guint                   n_goals = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, initiative, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (GPtrArray) entered =
          tal_goal_figures_list_entered (self->catalogue, TAL_GOAL (goals[i]));

      if (!load_all (self, source, entered, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_plan (TalEntryRuns *self, TalRunSource *source, TalId plan, GError **error)
{
  g_autoptr (GPtrArray)   series = tal_entry_runs_list_series (self->catalogue, plan);
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_INITIATIVE, plan, &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      if (!load_goals (self, source, initiatives[i]->id, error))
        return FALSE;
    }
  for (guint i = 0; i < series->len; i++)
    {
      g_autoptr (GPtrArray) entered =
          tal_derive_list_entered (self->catalogue, g_ptr_array_index (series, i));

      if (!load_all (self, source, entered, error))
        return FALSE;
    }

  return TRUE;
}

TalEntryRuns *
tal_entry_runs_load (const TalCatalogue *catalogue,
                     TalRunSource       *source,
                     TalGoalPast        *past,
                     TalId               plan,
                     GError            **error)
{
  g_autoptr (TalEntryRuns) self = NULL;

  g_return_val_if_fail (catalogue != NULL && source != NULL, NULL);
  g_return_val_if_fail (past != NULL, NULL);

  self = g_new0 (TalEntryRuns, 1);
  self->source.ref_run = ref_known_run;
  self->catalogue = tal_catalogue_ref (catalogue);
  self->past = past;
  self->runs = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, g_free,
                                      (GDestroyNotify)tal_run_unref);
  return load_plan (self, source, plan, error) ? g_steal_pointer (&self) : NULL;
}

void
tal_entry_runs_free (TalEntryRuns *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->runs);
  tal_goal_past_free (self->past);
  tal_catalogue_unref (self->catalogue);
  g_free (self);
}

const TalCatalogue *
tal_entry_runs_get_catalogue (const TalEntryRuns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

const TalGoalPast *
tal_entry_runs_get_past (const TalEntryRuns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->past;
}

TalRunSource *
tal_entry_runs_get_source (TalEntryRuns *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->source;
}

const TalRun *
tal_entry_runs_find_run (TalEntryRuns *self, TalId series)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->runs, &series);
}

const TalObservation *
tal_entry_runs_find (TalEntryRuns *self, TalId series, TalPeriod period)
{
  const TalRun *run = tal_entry_runs_find_run (self, series);

  return run != NULL ? tal_run_find (run, period) : NULL;
}

/* The changes of figures by their series: TalId * → an array of TalChange.  NULL where there
 * are others. */
static GHashTable *
sort_by_series (const TalChangeSet *changes)
{
  g_autoptr (GHashTable) sorted = g_hash_table_new_full (tal_id_key_hash, tal_id_key_equal, NULL,
                                                         (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);
      GPtrArray       *own = NULL;

      if (change->key.kind == TAL_KIND_REMOVAL)
        continue;
      if (change->key.kind != TAL_KIND_OBSERVATION)
        return NULL;
      own = g_hash_table_lookup (sorted, &change->key.id);
      if (own == NULL)
        {
          own = g_ptr_array_new ();
          g_hash_table_insert (sorted, (gpointer)&change->key.id, own);
        }
      g_ptr_array_add (own, (gpointer)change);
    }

  return g_steal_pointer (&sorted);
}

static TalRun *
make_changed_run (const TalRun *run, const TalChangeSet *changes, const GPtrArray *own)
{
  GPtrArray *observations = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *each = tal_run_get_observation (run, i);
      TalKey                key = tal_record_get_key (&each->record);

      if (tal_change_set_find (changes, &key) == NULL)
        g_ptr_array_add (observations, tal_record_ref (&each->record));
    }
  for (guint i = 0; i < own->len; i++)
    {
      const TalChange *change = g_ptr_array_index (own, i);

      if (change->after != NULL)
        g_ptr_array_add (observations, tal_record_ref (change->after));
    }

  return tal_run_new (tal_run_get_series (run), observations);
}

gboolean
tal_entry_runs_apply (TalEntryRuns *self, const TalChangeSet *changes)
{
  g_autoptr (GHashTable) sorted = NULL;
  GHashTableIter         iter;
  gpointer               id = NULL;
  gpointer               own = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  sorted = sort_by_series (changes);
  if (sorted == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, sorted);
  while (g_hash_table_iter_next (&iter, &id, &own))
    {
      const TalRun *run = g_hash_table_lookup (self->runs, id);

      if (run != NULL)
        take_run (self, make_changed_run (run, changes, own));
    }
  return TRUE;
}

static void
add_children (const TalCatalogue *catalogue, TalId initiative, GPtrArray *series)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (series, (gpointer)TAL_SERIES (records[i]));
}

GPtrArray *
tal_entry_runs_list_series (const TalCatalogue *catalogue, TalId plan)
{
  GPtrArray              *series = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &length);

  for (guint i = 0; i < length; i++)
    add_children (catalogue, records[i]->id, series);

  records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);
  for (guint i = 0; i < length; i++)
    {
      const TalSeries *each = TAL_SERIES (records[i]);

      if (tal_id_is_none (each->initiative) && tal_id_is_equal (each->plan, plan))
        g_ptr_array_add (series, (gpointer)each);
    }
  return series;
}
