/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tal-mapping-table.h"

#include "store/tal-store-private.h"

GPtrArray *
tal_mapping_table_load (TalStore *store, GError **error)
{
  g_autoptr (GPtrArray)    maps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (store != NULL, NULL);

  rows = tal_database_prepare (tal_store_get_database (store),
                               "SELECT content FROM mappings ORDER BY id DESC", error);
  if (rows == NULL)
    return NULL;

  while (tal_statement_next (rows))
    {
      char *content = NULL;

      if (!tal_statement_read_text (rows, 0, &content, error))
        return NULL;
      g_ptr_array_add (maps, content);
    }
  return tal_statement_finish (rows, error) ? g_steal_pointer (&maps) : NULL;
}

gboolean
tal_mapping_table_save (TalStore *store, TalId map, const char *content, GError **error)
{
  TalDatabase             *database = NULL;
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (store != NULL && content != NULL, FALSE);

  database = tal_store_get_database (store);
  g_return_val_if_fail (tal_database_is_in_transaction (database), FALSE);

  row = tal_database_prepare (database,
                              "INSERT INTO mappings (uuid, content) VALUES (?1, ?2) "
                              "ON CONFLICT (uuid) DO UPDATE SET content = excluded.content",
                              error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, map);
  tal_statement_bind_text (row, 1, content);
  return tal_statement_run (row, error);
}

gboolean
tal_mapping_table_find_reading (TalStore   *store,
                                TalId       map,
                                const char *digest,
                                TalTime    *ret_time,
                                TalTime    *ret_last,
                                GError    **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (store != NULL && digest != NULL, FALSE);
  g_return_val_if_fail (ret_time != NULL && ret_last != NULL, FALSE);

  row = tal_database_prepare (tal_store_get_database (store),
                              "SELECT max (read_at) FILTER (WHERE digest = ?2), max (read_at) FROM "
                              "mapping_readings "
                              "WHERE mapping_id = (SELECT id FROM mappings WHERE uuid = ?1)",
                              error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, map);
  tal_statement_bind_text (row, 1, digest);
  *ret_time = TAL_TIME_NONE;
  *ret_last = TAL_TIME_NONE;
  if (tal_statement_next (row) && (!tal_statement_read_time (row, 0, ret_time, error) ||
                                   !tal_statement_read_time (row, 1, ret_last, error)))
    return FALSE;

  return tal_statement_finish (row, error);
}

gboolean
tal_mapping_table_save_reading (
    TalStore *store, TalId map, const char *digest, TalTime time, GError **error)
{
  TalDatabase             *database = NULL;
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (store != NULL && digest != NULL, FALSE);

  database = tal_store_get_database (store);
  g_return_val_if_fail (tal_database_is_in_transaction (database), FALSE);

  row = tal_database_prepare (database,
                              "INSERT INTO mapping_readings (mapping_id, digest, read_at) "
                              "SELECT id, ?2, ?3 FROM mappings WHERE uuid = ?1 "
                              "ON CONFLICT (mapping_id, digest) DO NOTHING",
                              error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, map);
  tal_statement_bind_text (row, 1, digest);
  tal_statement_bind_time (row, 2, time);
  return tal_statement_run (row, error);
}
