/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a change set, with the figures beside it. */

#include "config.h"

#include "base/tal-error.h"
#include "store/tal-bulk-table.h"
#include "store/tal-latest.h"
#include "store/tal-observation-table.h"
#include "store/tal-store-private.h"

#include <glib/gi18n-lib.h>

/* So many that what rests on them is computed while they are at hand. */
#define BATCH 20000

/* One change set being written. */
typedef struct
{
  TalStore           *store;
  TalDatabase        *database;
  const TalCatalogue *after;
  const TalChangeSet *changes;
  TalAdditions       *additions; /* or NULL */
  gint64              sequence;
  GArray             *batch; /* of TalId: series whose figures have been written since the last */
  guint               n_in_batch;
  guint               n_figures;
} Writing;

static gboolean
write_changes (Writing *self, GError **error)
{
  g_autoptr (TalRowKeys) keys = tal_row_keys_new (self->database, self->changes);

  for (guint i = 0; i < tal_change_set_get_length (self->changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (self->changes, i);
      TalRecordTable  *table = tal_store_get_table (self->store, change->key.kind);

      if (table != NULL ? !tal_record_table_write (table, change, keys, error)
                        : !tal_observation_table_write (self->database, change, keys, error))
        return FALSE;
    }

  tal_run_reader_take (tal_store_get_run_reader (self->store), self->changes);
  return TRUE;
}

static gboolean
finish_batch (Writing *self, GError **error)
{
  gboolean is_done =
      tal_latest_update_series (self->database, self->after, tal_store_get_runs (self->store),
                                self->batch, error);

  /* A figure at hand takes five times the room that it takes in a file. */
  for (guint i = 0; i < self->batch->len; i++)
    tal_run_reader_forget (tal_store_get_run_reader (self->store),
                           g_array_index (self->batch, TalId, i));
  g_array_set_size (self->batch, 0);
  self->n_in_batch = 0;
  return is_done;
}

static gboolean
write_run (Writing *self, const TalRun *run, GError **error)
{
  TalId         series = tal_run_get_series (run);
  gboolean      are_removed = self->additions->are_removed;
  TalRunReader *reader = tal_store_get_run_reader (self->store);
  gboolean      are_all = FALSE;

  if (!(are_removed ? tal_observation_table_remove_run (self->database, run, error)
                    : tal_observation_table_add_run (self->database, run, &are_all, error)) ||
      !tal_bulk_table_append (self->database, self->sequence, are_removed, run, error))
    return FALSE;

  tal_run_reader_forget (reader, series);
  if (are_all)
    tal_run_reader_keep (reader, run);
  g_array_append_val (self->batch, series);
  self->n_in_batch += tal_run_get_length (run);
  self->n_figures += tal_run_get_length (run);
  return self->n_in_batch < BATCH || finish_batch (self, error);
}

static gboolean
write_additions (Writing *self, GError **error)
{
  for (;;)
    {
      g_autoptr (TalRun) run = NULL;

      if (!self->additions->next (self->additions, &run, error))
        return FALSE;
      if (run == NULL)
        break;
      if (!write_run (self, run, error))
        return FALSE;
    }

  return finish_batch (self, error) &&
         tal_journal_add_bulks (self->database, self->sequence, self->n_figures, error);
}

/* What is taken away goes before the series that it is of, and what is added comes after it. */
static gboolean
write_all (Writing *self, const TalStamp *stamp, GError **error)
{
  gboolean are_removed = self->additions != NULL && self->additions->are_removed;

  if (!tal_journal_begin (self->database, self->changes, stamp, &self->sequence, error) ||
      (are_removed && !write_additions (self, error)) || !write_changes (self, error) ||
      !tal_latest_update (self->database, self->after, tal_store_get_runs (self->store),
                          self->changes, error) ||
      (self->additions != NULL && !are_removed && !write_additions (self, error)))
    return FALSE;

  if (tal_database_has_dangling (self->database))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                           _ ("Something else still refers to what would be removed."));
      return FALSE;
    }

  return TRUE;
}

gboolean
tal_store_write (TalStore           *self,
                 const TalCatalogue *after,
                 const TalChangeSet *changes,
                 TalAdditions       *additions,
                 const TalStamp     *stamp,
                 gint64             *ret_sequence,
                 GError            **error)
{
  Writing  writing = { self, NULL, after, changes, additions, 0, NULL, 0, 0 };
  gboolean written = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (after != NULL && changes != NULL, FALSE);
  g_return_val_if_fail (stamp != NULL, FALSE);

  writing.database = tal_store_get_database (self);
  g_return_val_if_fail (tal_database_is_in_transaction (writing.database), FALSE);

  writing.batch = g_array_new (FALSE, FALSE, sizeof (TalId));
  tal_database_expect_rows (writing.database,
                            additions != NULL ? G_MAXUINT : tal_change_set_get_length (changes));
  written = write_all (&writing, stamp, error);
  tal_database_expect_rows (writing.database, 0);
  g_array_unref (writing.batch);
  if (!written)
    {
      g_prefix_error (error, "%s ", _ ("The change was not saved."));
      return FALSE;
    }

  if (ret_sequence != NULL)
    *ret_sequence = writing.sequence;
  return TRUE;
}
