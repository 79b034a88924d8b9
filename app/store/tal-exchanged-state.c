/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-exchanged-state.h"

#include "base/tal-error.h"
#include "core/tal-record-codec.h"

#include <glib/gi18n-lib.h>

static void
bind_key (TalStatement *row, TalId unit, const TalKey *key)
{
  tal_statement_bind_id (row, 0, unit);
  tal_statement_bind_id (row, 1, key->id);
  tal_statement_bind_integer (row, 2, key->period.first);
  tal_statement_bind_integer (row, 3, key->period.last);
}

/* The newest state of the object that stands, there or removed: kind and text. */
static TalStatement *
find_newest (TalDatabase *database, TalId unit, const TalKey *key, GError **error)
{
  TalStatement *row =
      tal_database_prepare (database,
                            "SELECT kind, state FROM exchanged_states "
                            "LEFT JOIN change_sets ON sequence = change_set "
                            "WHERE unit = ?1 AND exchanged_states.uuid = ?2 AND first_day = ?3 AND "
                            "last_day = ?4 "
                            "AND ifnull (undone, 0) = 0 ORDER BY change_set DESC LIMIT 1",
                            error);

  if (row != NULL)
    bind_key (row, unit, key);
  return row;
}

gboolean
tal_exchanged_state_load (
    TalDatabase *database, TalId unit, const TalKey *key, TalRecord **ret_state, GError **error)
{
  g_autoptr (TalStatement) row = NULL;
  g_autoptr (TalRecord)    state = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (key != NULL && ret_state != NULL, FALSE);

  row = find_newest (database, unit, key, error);
  if (row == NULL)
    return FALSE;

  if (tal_statement_next (row) &&
      g_strcmp0 (tal_statement_get_text (row, 0), tal_kind_get_name (key->kind)) == 0)
    {
      state = tal_record_decode (key->kind, key->id, tal_statement_get_text (row, 1), error);
      if (state == NULL)
        return FALSE;
    }
  if (!tal_statement_finish (row, error))
    return FALSE;

  *ret_state = g_steal_pointer (&state);
  return TRUE;
}

static gboolean
is_known (TalDatabase  *database,
          TalId         unit,
          const TalKey *key,
          const char   *state,
          gboolean     *ret_known,
          GError      **error)
{
  g_autoptr (TalStatement) row = find_newest (database, unit, key, error);
  gboolean                 known = FALSE;

  if (row == NULL)
    return FALSE;

  if (tal_statement_next (row))
    known = g_strcmp0 (tal_statement_get_text (row, 0), tal_kind_get_name (key->kind)) == 0 &&
            g_strcmp0 (tal_statement_get_text (row, 1), state) == 0;
  if (!tal_statement_finish (row, error))
    return FALSE;

  *ret_known = known;
  return TRUE;
}

gboolean
tal_exchanged_state_save (TalDatabase *database, TalId unit, const TalRecord *record, GError **error)
{
  g_autoptr (TalStatement) row = NULL;
  g_autofree char         *state = NULL;
  TalKey                   key = { 0 };
  gboolean                 known = FALSE;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  key = tal_record_get_key (record);
  state = tal_record_encode (record);
  if (!is_known (database, unit, &key, state, &known, error))
    return FALSE;
  if (known)
    return TRUE;

  row = tal_database_prepare (database,
                              "INSERT OR REPLACE INTO exchanged_states "
                              "(unit, uuid, first_day, last_day, kind, state, change_set) "
                              "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ifnull (max (sequence), 0) "
                              "FROM change_sets",
                              error);
  if (row == NULL)
    return FALSE;

  bind_key (row, unit, &key);
  tal_statement_bind_text (row, 4, tal_kind_get_name (key.kind));
  tal_statement_bind_text (row, 5, state);
  return tal_statement_run (row, error);
}

static gboolean
check_state (TalStatement *row, GError **error)
{
  g_autoptr (TalRecord) state = NULL;
  const char           *name = tal_statement_get_text (row, 1);
  const char           *text = tal_statement_get_text (row, 2);
  TalKind               kind = TAL_KIND_UNIT;
  TalId                 id = TAL_ID_NONE;

  if (!tal_statement_read_id (row, 0, &id, error))
    return FALSE;
  if (name == NULL || text == NULL || !tal_kind_from_name (name, &kind))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED, _ ("It is of no kind."));
      return FALSE;
    }

  state = tal_record_decode (kind, id, text, error);
  return state != NULL;
}

gboolean
tal_exchanged_state_check_all (TalDatabase *database, GError **error)
{
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL, FALSE);

  rows = tal_database_prepare (database, "SELECT uuid, kind, state FROM exchanged_states", error);
  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      if (check_state (rows, error))
        continue;

      g_prefix_error (error, "%s ", _ ("What was last exchanged with a unit cannot be read."));
      return FALSE;
    }

  return tal_statement_finish (rows, error);
}
