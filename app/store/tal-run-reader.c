/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-run-reader.h"

#include "store/tal-observation-table.h"

/* About 20 MB of figures: the series of a large plan, or all of a small collection. */
#define MOST_OBSERVATIONS 100000
/* So many that copying a run for each costs less than reading it again. */
#define FEW_CHANGES 32

typedef struct
{
  TalId   series;
  TalRun *run;
  GList   link; /* in 'used' */
} Kept;

struct _TalRunReader
{
  TalRunSource source; /* must be first: it is what is given out */
  TalDatabase *database;
  GHashTable  *kept; /* TalId inside a Kept → that Kept */
  GQueue       used; /* of Kept, the last used first */
  guint        n_observations;
  gint64       version; /* of what others wrote, when 'kept' was read */
  guint        n_rollbacks;
};

/* A run without figures counts too. */
static guint
weigh (const TalRun *run)
{
  return tal_run_get_length (run) + 1;
}

static void
drop (TalRunReader *self, Kept *kept)
{
  g_hash_table_remove (self->kept, &kept->series);
  g_queue_unlink (&self->used, &kept->link);
  self->n_observations -= weigh (kept->run);
  tal_run_unref (kept->run);
  g_free (kept);
}

static void
drop_all (TalRunReader *self)
{
  while (self->used.tail != NULL)
    drop (self, self->used.tail->data);
}

static void
keep (TalRunReader *self, TalRun *run)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->series = tal_run_get_series (run);
  kept->run = tal_run_ref (run);
  kept->link.data = kept;
  g_hash_table_insert (self->kept, &kept->series, kept);
  g_queue_push_head_link (&self->used, &kept->link);
  self->n_observations += weigh (run);

  while (self->n_observations > MOST_OBSERVATIONS && self->used.length > 1)
    drop (self, self->used.tail->data);
}

static gboolean
drop_outdated (TalRunReader *self, GError **error)
{
  gint64 version = 0;
  guint  n_rollbacks = tal_database_get_n_rollbacks (self->database);

  if (!tal_database_load_integer (self->database, "PRAGMA data_version", &version, error))
    return FALSE;

  if (version != self->version || n_rollbacks != self->n_rollbacks)
    drop_all (self);
  self->version = version;
  self->n_rollbacks = n_rollbacks;
  return TRUE;
}

static TalRun *
ref_run (TalRunSource *source, TalId series, GError **error)
{
  TalRunReader *self = (TalRunReader *)source;
  Kept         *kept = NULL;
  TalRun       *run = NULL;

  if (!drop_outdated (self, error))
    return NULL;

  kept = g_hash_table_lookup (self->kept, &series);
  if (kept != NULL)
    {
      g_queue_unlink (&self->used, &kept->link);
      g_queue_push_head_link (&self->used, &kept->link);
      return tal_run_ref (kept->run);
    }

  run = tal_observation_table_load_run (self->database, series, error);
  if (run != NULL)
    keep (self, run);
  return run;
}

static gboolean
find_newest (TalRunSource *source, TalTime *ret_newest, GError **error)
{
  TalRunReader            *self = (TalRunReader *)source;
  g_autoptr (TalStatement) row =
      tal_database_prepare (self->database, "SELECT max (changed_at) FROM observations", error);

  *ret_newest = TAL_TIME_NONE;
  if (row == NULL)
    return FALSE;
  if (tal_statement_next (row) && !tal_statement_read_time (row, 0, ret_newest, error))
    return FALSE;

  return tal_statement_finish (row, error);
}

TalRunReader *
tal_run_reader_new (TalDatabase *database)
{
  TalRunReader *self = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  self = g_new0 (TalRunReader, 1);
  self->source.ref_run = ref_run;
  self->source.find_newest = find_newest;
  self->database = database;
  self->kept = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);
  g_queue_init (&self->used);
  return self;
}

void
tal_run_reader_free (TalRunReader *self)
{
  if (self == NULL)
    return;

  drop_all (self);
  g_hash_table_unref (self->kept);
  g_free (self);
}

TalRunSource *
tal_run_reader_get_source (TalRunReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->source;
}

/* The run as it is after a change. */
static void
change_kept (Kept *kept, const TalChange *change)
{
  TalRun *changed =
      tal_run_change (kept->run, change->key.period, (const TalObservation *)change->after);

  tal_run_unref (kept->run);
  kept->run = changed;
}

void
tal_run_reader_take (TalRunReader *self, const TalChangeSet *changes)
{
  guint n_changes = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (changes != NULL);

  n_changes = tal_change_set_get_length (changes);
  for (guint i = 0; i < n_changes; i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);
      Kept            *kept = NULL;

      if (change->key.kind == TAL_KIND_OBSERVATION)
        kept = g_hash_table_lookup (self->kept, &change->key.id);
      if (kept == NULL)
        continue;
      if (n_changes > FEW_CHANGES)
        {
          drop (self, kept);
          continue;
        }

      self->n_observations -= weigh (kept->run);
      change_kept (kept, change);
      self->n_observations += weigh (kept->run);
    }
}

void
tal_run_reader_forget (TalRunReader *self, TalId series)
{
  Kept *kept = NULL;

  g_return_if_fail (self != NULL);

  kept = g_hash_table_lookup (self->kept, &series);
  if (kept != NULL)
    drop (self, kept);
}

void
tal_run_reader_keep (TalRunReader *self, const TalRun *run)
{
  g_autoptr (TalRun) kept = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (run != NULL);

  kept = tal_run_ref (run);
  keep (self, kept);
}

guint
tal_run_reader_get_n_kept (const TalRunReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->used.length;
}
