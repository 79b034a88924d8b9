/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-past.h"

#include "base/tal-error.h"
#include "core/tal-observation.h"
#include "core/tal-record-codec.h"
#include "core/tal-run-codec.h"

#include <glib/gi18n-lib.h>

static gboolean
read_key (TalStatement *row, TalKey *ret_key, GError **error)
{
  const char *name = tal_statement_get_text (row, 0);
  TalId       id = TAL_ID_NONE;

  if (!tal_statement_read_id (row, 1, &id, error))
    return FALSE;
  if (name == NULL || !tal_kind_from_name (name, &ret_key->kind))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_DAMAGED,
                           _ ("The history has a change of no kind."));
      return FALSE;
    }

  ret_key->id = id;
  ret_key->period.first = (TalDay)tal_statement_get_integer (row, 2);
  ret_key->period.last = (TalDay)tal_statement_get_integer (row, 3);
  return TRUE;
}

static void
add_state (GHashTable *past, const TalKey *key, TalRecord *state)
{
  GPtrArray *states = g_hash_table_lookup (past, key);

  if (states == NULL)
    {
      states = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_record_unref);
      g_hash_table_insert (past, g_memdup2 (key, sizeof *key), states);
    }
  g_ptr_array_add (states, state);
}

static gboolean
read_change (TalStatement *row, GHashTable *keys, GHashTable *past, GError **error)
{
  TalKey     key = { 0 };
  TalRecord *state = NULL;

  if (!read_key (row, &key, error))
    return FALSE;
  if (!g_hash_table_contains (keys, &key))
    return TRUE;

  state = tal_record_decode (key.kind, key.id, tal_statement_get_text (row, 4), error);
  if (state == NULL)
    return FALSE;

  add_state (past, &key, state);
  return TRUE;
}

/* The figures of a bulk, whose series and text are in the columns from 1 on. */
static TalRun *
read_bulk (TalStatement *row, int text_column, GError **error)
{
  const char *text = tal_statement_get_text (row, text_column);
  TalId       series = TAL_ID_NONE;

  return tal_statement_read_id (row, 1, &series, error)
             ? tal_run_decode (series, text != NULL ? text : "", error)
             : NULL;
}

/* 'series' are those of which there are figures among the keys. */
static gboolean
read_removed_bulk (
    TalStatement *row, GHashTable *keys, GHashTable *series, GHashTable *past, GError **error)
{
  g_autoptr (TalRun) run = NULL;
  TalId              id = TAL_ID_NONE;

  if (!tal_statement_read_id (row, 1, &id, error))
    return FALSE;
  if (!g_hash_table_contains (series, &id))
    return TRUE;

  run = read_bulk (row, 4, error);
  if (run == NULL)
    return FALSE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalRecord *figure = &tal_run_get_observation (run, i)->record;
      TalKey           key = tal_record_get_key (figure);

      if (g_hash_table_contains (keys, &key))
        add_state (past, &key, tal_record_ref (figure));
    }
  return TRUE;
}

static GHashTable *
list_series (GHashTable *keys)
{
  GHashTable    *series = g_hash_table_new (tal_id_key_hash, tal_id_key_equal);
  GHashTableIter iter;
  gpointer       key = NULL;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      if (((TalKey *)key)->kind == TAL_KIND_OBSERVATION)
        g_hash_table_add (series, &((TalKey *)key)->id);
    }
  return series;
}

static gboolean
add_change (TalStatement *row, GHashTable *keys, GError **error)
{
  TalKey key = { 0 };

  if (!read_key (row, &key, error))
    return FALSE;

  g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
  return TRUE;
}

static gboolean
add_bulk (TalStatement *row, GHashTable *keys, GError **error)
{
  g_autoptr (TalRun) run = read_bulk (row, 2, error);

  if (run == NULL)
    return FALSE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      TalKey key = tal_record_get_key (&tal_run_get_observation (run, i)->record);

      g_hash_table_add (keys, g_memdup2 (&key, sizeof key));
    }
  return TRUE;
}

/* Takes the keys of all rows. */
static gboolean
add_rows (TalStatement *rows,
          gboolean (*add) (TalStatement *row, GHashTable *keys, GError **error),
          GHashTable *keys,
          GError    **error)
{
  while (tal_statement_next (rows))
    {
      if (!add (rows, keys, error))
        return FALSE;
    }
  return tal_statement_finish (rows, error);
}

GHashTable *
tal_past_list_changed (TalDatabase *database, TalTime since, GError **error)
{
  g_autoptr (GHashTable)   keys = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  g_autoptr (TalStatement) changes = NULL;
  g_autoptr (TalStatement) bulks = NULL;

  g_return_val_if_fail (database != NULL && since != TAL_TIME_NONE, NULL);

  changes = tal_database_prepare (database,
                                  "SELECT kind, c.uuid, first_day, last_day FROM changes AS c "
                                  "JOIN change_sets ON sequence = change_set WHERE made_at >= ?1",
                                  error);
  bulks = changes == NULL ? NULL
                          : tal_database_prepare (database,
                                                  "SELECT NULL, b.uuid, figures FROM bulks AS b "
                                                  "JOIN change_sets ON sequence = change_set "
                                                  "WHERE made_at >= ?1",
                                                  error);
  if (bulks == NULL)
    return NULL;

  tal_statement_bind_time (changes, 0, since);
  tal_statement_bind_time (bulks, 0, since);
  return add_rows (changes, add_change, keys, error) && add_rows (bulks, add_bulk, keys, error)
             ? g_steal_pointer (&keys)
             : NULL;
}

static void
bind_sending (TalStatement *rows, TalId unit, TalPeriod period)
{
  tal_statement_bind_id (rows, 0, unit);
  tal_statement_bind_period (rows, 1, period);
}

GHashTable *
tal_past_list_unsent (TalDatabase *database, TalId unit, TalPeriod period, GError **error)
{
  g_autoptr (GHashTable)   keys = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  g_autoptr (TalStatement) changes = NULL;
  g_autoptr (TalStatement) bulks = NULL;

  g_return_val_if_fail (database != NULL && !tal_id_is_none (unit), NULL);

  changes = tal_database_prepare (database,
                                  "SELECT kind, c.uuid, first_day, last_day FROM changes AS c "
                                  "WHERE change_set > coalesce ("
                                  "(SELECT max (s.sequence) FROM sent AS s WHERE s.unit = ?1 AND "
                                  "s.uuid = c.uuid "
                                  "AND s.kind = CASE c.kind WHEN 'observation' THEN 'series' ELSE "
                                  "c.kind END "
                                  "AND s.period IN ('', ?2)), 0)",
                                  error);
  bulks = changes == NULL
              ? NULL
              : tal_database_prepare (database,
                                      "SELECT NULL, b.uuid, figures FROM bulks AS b WHERE "
                                      "change_set > coalesce ("
                                      "(SELECT max (s.sequence) FROM sent AS s WHERE s.unit = ?1 "
                                      "AND s.kind = 'series' AND s.uuid = b.uuid AND s.period IN "
                                      "('', ?2)), 0)",
                                      error);
  if (bulks == NULL)
    return NULL;

  bind_sending (changes, unit, period);
  bind_sending (bulks, unit, period);
  return add_rows (changes, add_change, keys, error) && add_rows (bulks, add_bulk, keys, error)
             ? g_steal_pointer (&keys)
             : NULL;
}

GHashTable *
tal_past_load (TalDatabase *database, GHashTable *keys, GError **error)
{
  g_autoptr (GHashTable)   past = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free,
                                                         (GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GHashTable)   series = NULL;
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (database != NULL && keys != NULL, NULL);

  /* A bulk has no position among the changes. */
  rows = tal_database_prepare (database,
                               "SELECT kind, uuid, first_day, last_day, before, change_set, "
                               "position FROM changes WHERE before IS NOT NULL "
                               "UNION ALL SELECT 'observation', uuid, 0, 0, figures, change_set, "
                               "-1 FROM bulks WHERE removed = 1 ORDER BY 6 DESC, 7 DESC",
                               error);
  if (rows == NULL)
    return NULL;

  series = list_series (keys);
  while (tal_statement_next (rows))
    {
      gboolean is_bulk = tal_statement_get_integer (rows, 6) < 0;

      if (is_bulk ? !read_removed_bulk (rows, keys, series, past, error)
                  : !read_change (rows, keys, past, error))
        return NULL;
    }
  if (!tal_statement_finish (rows, error))
    return NULL;

  return g_steal_pointer (&past);
}
