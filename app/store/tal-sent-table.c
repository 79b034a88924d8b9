/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tal-sent-table.h"

#include "store/tal-store-private.h"

gboolean
tal_sent_table_has (TalStore *store, TalId unit, TalPeriod period, gboolean *ret_has, GError **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (store != NULL && ret_has != NULL, FALSE);

  row = tal_database_prepare (tal_store_get_database (store),
                              "SELECT EXISTS (SELECT 1 FROM sent WHERE unit = ?1 "
                              "AND period IN ('', ?2))",
                              error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, unit);
  tal_statement_bind_period (row, 1, period);
  *ret_has = tal_statement_next (row) && tal_statement_get_integer (row, 0) != 0;
  return tal_statement_finish (row, error);
}

static gboolean
save_record (TalStatement    *row,
             TalId            unit,
             TalPeriod        period,
             const TalRecord *record,
             gint64           sequence,
             GError         **error)
{
  tal_statement_bind_id (row, 0, unit);
  tal_statement_bind_text (row, 1, tal_kind_get_name (record->kind));
  tal_statement_bind_id (row, 2, record->id);
  tal_statement_bind_period (row, 3, period);
  tal_statement_bind_integer (row, 4, sequence);
  return tal_statement_run (row, error);
}

gboolean
tal_sent_table_save (TalStore        *store,
                     TalId            unit,
                     TalPeriod        period,
                     const GPtrArray *records,
                     gint64           sequence,
                     GError         **error)
{
  TalDatabase             *database = NULL;
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (store != NULL && records != NULL, FALSE);
  g_return_val_if_fail (!tal_id_is_none (unit) && sequence > 0, FALSE);

  database = tal_store_get_database (store);
  g_return_val_if_fail (tal_database_is_in_transaction (database), FALSE);

  row = tal_database_prepare (database,
                              "INSERT INTO sent (unit, kind, uuid, period, sequence) "
                              "VALUES (?1, ?2, ?3, coalesce (?4, ''), ?5) "
                              "ON CONFLICT (unit, kind, uuid, period) "
                              "DO UPDATE SET sequence = excluded.sequence",
                              error);
  if (row == NULL)
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      if (!save_record (row, unit, period, g_ptr_array_index (records, i), sequence, error))
        return FALSE;
    }
  return TRUE;
}
