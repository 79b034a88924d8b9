/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-exchanged-state.h"

#include "core/tal-record-codec.h"
#include "core/tal-removal.h"

static void
bind_key (TalStatement *row, TalId unit, const TalKey *key)
{
  tal_statement_bind_id (row, 0, unit);
  tal_statement_bind_text (row, 1, tal_kind_get_name (key->kind));
  tal_statement_bind_id (row, 2, key->id);
  tal_statement_bind_integer (row, 3, key->period.first);
  tal_statement_bind_integer (row, 4, key->period.last);
}

/* The key of the same object's other state: there, or removed. */
static TalKey
get_opposite (const TalRecord *record)
{
  TalKey key = tal_record_get_key (record);

  key.kind = record->kind == TAL_KIND_REMOVAL ? TAL_REMOVAL (record)->removed : TAL_KIND_REMOVAL;
  return key;
}

static gboolean
delete_state (TalDatabase *database, TalId unit, const TalKey *key, GError **error)
{
  g_autoptr (TalStatement) row =
      tal_database_prepare (database,
                            "DELETE FROM exchanged_states WHERE unit = ?1 AND kind = ?2 "
                            "AND uuid = ?3 AND first_day = ?4 AND last_day = ?5",
                            error);

  if (row == NULL)
    return FALSE;

  bind_key (row, unit, key);
  return tal_statement_run (row, error);
}

gboolean
tal_exchanged_state_load (
    TalDatabase *database, TalId unit, const TalKey *key, TalRecord **ret_state, GError **error)
{
  g_autoptr (TalStatement) row = NULL;
  g_autoptr (TalRecord)    state = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (key != NULL && ret_state != NULL, FALSE);

  row = tal_database_prepare (database,
                              "SELECT state FROM exchanged_states WHERE unit = ?1 AND kind = ?2 "
                              "AND uuid = ?3 AND first_day = ?4 AND last_day = ?5",
                              error);
  if (row == NULL)
    return FALSE;

  bind_key (row, unit, key);
  if (tal_statement_next (row))
    {
      state = tal_record_decode (key->kind, key->id, tal_statement_get_text (row, 0), error);
      if (state == NULL)
        return FALSE;
    }
  if (!tal_statement_finish (row, error))
    return FALSE;

  *ret_state = g_steal_pointer (&state);
  return TRUE;
}

gboolean
tal_exchanged_state_save (TalDatabase *database, TalId unit, const TalRecord *record, GError **error)
{
  g_autoptr (TalStatement) row = NULL;
  g_autofree char         *state = NULL;
  TalKey                   key = { 0 };
  TalKey                   opposite = { 0 };

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  key = tal_record_get_key (record);
  opposite = get_opposite (record);
  if (!delete_state (database, unit, &opposite, error))
    return FALSE;

  row = tal_database_prepare (database,
                              "INSERT OR REPLACE INTO exchanged_states "
                              "(unit, kind, uuid, first_day, last_day, state) "
                              "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                              error);
  if (row == NULL)
    return FALSE;

  state = tal_record_encode (record);
  bind_key (row, unit, &key);
  tal_statement_bind_text (row, 5, state);
  return tal_statement_run (row, error);
}
