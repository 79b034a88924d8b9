/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-bulk-table.h"

#include "base/tal-error.h"
#include "core/tal-run-codec.h"

#include <glib/gi18n-lib.h>

struct _TalBulkReader
{
  TalAdditions  additions; /* must be first: it is what is given out */
  TalStatement *rows;      /* NULL once they are at their end */
  gboolean      has_any;
};

gboolean
tal_bulk_table_append (
    TalDatabase *database, gint64 sequence, gboolean are_removed, const TalRun *run, GError **error)
{
  g_autoptr (TalStatement) row = NULL;
  g_autofree char         *text = NULL;

  g_return_val_if_fail (database != NULL && run != NULL, FALSE);

  row = tal_database_prepare (database,
                              "INSERT INTO bulks (change_set, uuid, removed, n_figures, figures) "
                              "VALUES (?1, ?2, ?3, ?4, ?5)",
                              error);
  if (row == NULL)
    return FALSE;

  text = tal_run_encode (run);
  tal_statement_bind_integer (row, 0, sequence);
  tal_statement_bind_id (row, 1, tal_run_get_series (run));
  tal_statement_bind_integer (row, 2, are_removed);
  tal_statement_bind_integer (row, 3, tal_run_get_length (run));
  tal_statement_bind_text (row, 4, text);
  return tal_statement_run (row, error);
}

static gboolean
read_run (TalStatement *row, TalRun **ret_run, GError **error)
{
  const char *text = tal_statement_get_text (row, 2);
  TalId       series = TAL_ID_NONE;

  if (!tal_statement_read_id (row, 1, &series, error))
    return FALSE;

  *ret_run = tal_run_decode (series, text != NULL ? text : "", error);
  return *ret_run != NULL;
}

gboolean
tal_bulk_table_read_changes (TalStatement *rows, TalChangeSet *changes, GError **error)
{
  g_return_val_if_fail (rows != NULL && changes != NULL, FALSE);

  while (tal_statement_next (rows))
    {
      g_autoptr (TalRun) run = NULL;
      gboolean           are_removed = tal_statement_get_integer (rows, 0) != 0;

      if (!read_run (rows, &run, error))
        return FALSE;
      for (guint i = 0; i < tal_run_get_length (run); i++)
        {
          const TalRecord *figure = &tal_run_get_observation (run, i)->record;

          tal_change_set_add (changes, are_removed ? figure : NULL, are_removed ? NULL : figure);
        }
    }

  return tal_statement_finish (rows, error);
}

static gboolean
read_next (TalAdditions *additions, TalRun **ret_run, GError **error)
{
  TalBulkReader *self = (TalBulkReader *)additions;

  *ret_run = NULL;
  if (self->rows == NULL)
    return TRUE;
  if (!read_run (self->rows, ret_run, error))
    return FALSE;
  if (tal_statement_next (self->rows))
    return TRUE;

  if (!tal_statement_finish (self->rows, error))
    {
      g_clear_pointer (ret_run, tal_run_unref);
      return FALSE;
    }
  g_clear_pointer (&self->rows, tal_statement_release);
  return TRUE;
}

TalBulkReader *
tal_bulk_reader_new (TalDatabase *database, gint64 sequence, gboolean inverted, GError **error)
{
  g_autoptr (TalBulkReader) self = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  self = g_new0 (TalBulkReader, 1);
  self->additions.next = read_next;
  self->rows = tal_database_prepare (database, TAL_BULK_TABLE_SELECT "ORDER BY uuid", error);
  if (self->rows == NULL)
    return NULL;

  tal_statement_bind_integer (self->rows, 0, sequence);
  /* What an entry has is all of one sort. */
  self->has_any = tal_statement_next (self->rows);
  if (self->has_any)
    self->additions.are_removed = (tal_statement_get_integer (self->rows, 0) != 0) != inverted;
  else if (!tal_statement_finish (self->rows, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tal_bulk_reader_free (TalBulkReader *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->rows, tal_statement_release);
  g_free (self);
}

TalAdditions *
tal_bulk_reader_get_additions (TalBulkReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->has_any ? &self->additions : NULL;
}
