/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-row-keys.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>

struct _TalRowKeys
{
  TalDatabase        *database;
  const TalChangeSet *changes;
  GHashTable         *found;             /* TalKey → gint64, both owned */
  gint64              next[TAL_N_KINDS]; /* the next new key; 0 until asked for */
};

static void
remember (TalRowKeys *self, const TalKey *key, gint64 row_key)
{
  gint64 *value = g_new (gint64, 1);

  *value = row_key;
  g_hash_table_insert (self->found, g_memdup2 (key, sizeof *key), value);
}

static gboolean
load_key (TalRowKeys *self, const TalKey *key, gint64 *ret_key, GError **error)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM %s WHERE uuid = ?", tal_row_keys_get_table (key->kind));
  g_autoptr (TalStatement) row = tal_database_prepare (self->database, sql, error);
  gint64                   found = 0;

  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, key->id);
  if (tal_statement_next (row))
    found = tal_statement_get_integer (row, 0);
  if (!tal_statement_finish (row, error))
    return FALSE;

  if (found == 0)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD,
                   _ ("The change refers to a %s that is not there."),
                      tal_kind_get_title (key->kind));
      return FALSE;
    }

  *ret_key = found;
  return TRUE;
}

static gboolean
make_key (TalRowKeys *self, TalKind kind, gint64 *ret_key, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM %s", tal_row_keys_get_table (kind));

  if (self->next[kind] == 0)
    {
      gint64 highest = 0;

      if (!tal_database_load_integer (self->database, sql, &highest, error))
        return FALSE;
      self->next[kind] = highest + 1;
    }

  *ret_key = self->next[kind]++;
  return TRUE;
}

const char *
tal_row_keys_get_table (TalKind kind)
{
  static const char *const tables[TAL_N_KINDS] = {
    [TAL_KIND_UNIT] = "units",
    [TAL_KIND_MEMBER] = "members",
    [TAL_KIND_PLAN] = "plans",
    [TAL_KIND_INITIATIVE] = "initiatives",
    [TAL_KIND_SERIES] = "series",
    [TAL_KIND_GOAL] = "goals",
    [TAL_KIND_OBSERVATION] = "observations",
    [TAL_KIND_ASSESSMENT] = "assessments",
    [TAL_KIND_APPROPRIATION] = "appropriations",
    [TAL_KIND_CLOSING] = "closings",
    [TAL_KIND_REMOVAL] = "removals",
  };

  g_return_val_if_fail (kind < TAL_N_KINDS, NULL);

  return tables[kind];
}

TalRowKeys *
tal_row_keys_new (TalDatabase *database, const TalChangeSet *changes)
{
  TalRowKeys *self = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  self = g_new0 (TalRowKeys, 1);
  self->database = database;
  self->changes = changes;
  self->found = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, g_free);
  return self;
}

void
tal_row_keys_free (TalRowKeys *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->found);
  g_free (self);
}

gboolean
tal_row_keys_find (TalRowKeys *self, TalKind kind, TalId id, gint64 *ret_key, GError **error)
{
  TalKey           key = tal_key_for_object (kind, id);
  const gint64    *found = NULL;
  const TalChange *change = NULL;
  gint64           row_key = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (kind != TAL_KIND_OBSERVATION && kind != TAL_KIND_REMOVAL, FALSE);

  found = g_hash_table_lookup (self->found, &key);
  if (found != NULL)
    {
      *ret_key = *found;
      return TRUE;
    }

  change = tal_change_set_find (self->changes, &key);
  if (change != NULL && change->before == NULL ? !make_key (self, kind, &row_key, error)
                                               : !load_key (self, &key, &row_key, error))
    return FALSE;

  remember (self, &key, row_key);
  *ret_key = row_key;
  return TRUE;
}
