/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-record-table.h"

#include "base/tal-error.h"
#include "store/tal-column.h"
#include "store/tal-list-reader.h"

#include <glib/gi18n-lib.h>

/* What stands before the fields in a row. */
#define RECORD_COLUMNS 6

struct _TalRecordTable
{
  TalDatabase        *database;
  TalKind             kind;
  const TalStructure *structure;
  char               *insert;
  char               *update;
  char *delete;
  char      *select_all; /* in the order of the row keys */
  char      *select_one;
  GPtrArray *lists; /* of TalRecordList */
};

static gboolean
delete_record (TalRecordTable *self, gint64 key, GError **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (self->database, self->delete, error);

  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, key);
  return tal_statement_run (row, error);
}

static gboolean
insert_lists (
    TalRecordTable *self, const TalRecord *record, gint64 key, TalRowKeys *keys, GError **error)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      if (!tal_record_list_insert (g_ptr_array_index (self->lists, i), self->database, record, key,
                                   keys, error))
        return FALSE;
    }

  return TRUE;
}

/* Lists are written whole where they differ. */
static gboolean
replace_lists (TalRecordTable  *self,
               const TalRecord *before,
               const TalRecord *after,
               gint64           key,
               TalRowKeys      *keys,
               GError         **error)
{
  for (guint i = 0; i < self->lists->len; i++)
    {
      const TalRecordList *list = g_ptr_array_index (self->lists, i);

      if (tal_field_is_equal (list->field, before, after))
        continue;
      if (!tal_record_list_delete (list, self->database, key, error) ||
          !tal_record_list_insert (list, self->database, after, key, keys, error))
        return FALSE;
    }

  return TRUE;
}

/* The columns of a row: key, uuid, owner, time, author, versions, fields. */
static TalRecord *
read_record (TalRecordTable *self, TalStatement *row, TalListReader *lists, GError **error)
{
  g_autoptr (TalRecord) record = NULL;
  TalId                 id = TAL_ID_NONE;

  if (!tal_statement_read_id (row, 1, &id, error))
    return NULL;

  record = tal_record_new (self->kind, id);
  if (!tal_statement_read_id (row, 2, &record->owner, error) ||
      !tal_statement_read_time (row, 3, &record->changed_at, error) ||
      !tal_statement_read_text (row, 4, &record->changed_by, error) ||
      !tal_statement_read_versions (row, 5, &record->versions, error) ||
      !tal_column_read_all (self->structure, record, row, RECORD_COLUMNS, error) ||
      !tal_list_reader_read (lists, record, tal_statement_get_integer (row, 0), error))
    return NULL;

  return g_steal_pointer (&record);
}

/* 'ret_record' is NULL where nothing is stored under the key. */
static gboolean
load_one (TalRecordTable *self,
          const TalKey   *key,
          TalRecord     **ret_record,
          gint64         *ret_key,
          GError        **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (self->database, self->select_one, error);
  g_autoptr (TalRecord)    record = NULL;
  gint64                   row_key = 0;

  if (row == NULL)
    return FALSE;

  tal_statement_bind_id (row, 0, key->id);
  if (self->kind == TAL_KIND_REMOVAL)
    tal_statement_bind_period (row, 1, key->period);
  if (tal_statement_next (row))
    {
      g_autoptr (TalListReader) lists = NULL;

      row_key = tal_statement_get_integer (row, 0);
      lists = tal_list_reader_new (self->database, self->lists, row_key, error);
      record = lists != NULL ? read_record (self, row, lists, error) : NULL;
      if (record == NULL)
        return FALSE;
    }
  if (!tal_statement_finish (row, error))
    return FALSE;

  *ret_record = g_steal_pointer (&record);
  *ret_key = row_key;
  return TRUE;
}

/* The owner of a removal is kept as it is, since it need not be there any more. */
static gboolean
bind_owner (TalRecordTable  *self,
            const TalRecord *record,
            TalStatement    *row,
            TalRowKeys      *keys,
            GError         **error)
{
  gint64 key = 0;

  if (self->kind == TAL_KIND_REMOVAL)
    tal_statement_bind_id (row, 2, record->owner);
  else if (tal_id_is_none (record->owner))
    tal_statement_bind_null (row, 2);
  else if (!tal_row_keys_find (keys, TAL_KIND_UNIT, record->owner, &key, error))
    return FALSE;
  else
    tal_statement_bind_integer (row, 2, key);

  return TRUE;
}

/* For insert and update alike.  A key of 0 lets the database choose one. */
static gboolean
write_row (TalRecordTable  *self,
           const char      *sql,
           const TalRecord *record,
           gint64           key,
           TalRowKeys      *keys,
           GError         **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (self->database, sql, error);

  if (row == NULL)
    return FALSE;

  if (key == 0)
    tal_statement_bind_null (row, 0);
  else
    tal_statement_bind_integer (row, 0, key);
  tal_statement_bind_id (row, 1, record->id);
  tal_statement_bind_time (row, 3, record->changed_at);
  tal_statement_bind_text (row, 4, record->changed_by);
  tal_statement_bind_versions (row, 5, record->versions);
  return bind_owner (self, record, row, keys, error) &&
         tal_column_bind_all (self->structure, record, row, RECORD_COLUMNS, keys, error) &&
         tal_statement_run (row, error);
}

static gboolean
insert_record (TalRecordTable *self, const TalRecord *record, TalRowKeys *keys, GError **error)
{
  gint64 key = 0;

  if (self->kind != TAL_KIND_REMOVAL &&
      !tal_row_keys_find (keys, self->kind, record->id, &key, error))
    return FALSE;

  return write_row (self, self->insert, record, key, keys, error) &&
         insert_lists (self, record, key, keys, error);
}

TalRecordTable *
tal_record_table_new (TalDatabase *database, TalKind kind)
{
  TalRecordTable  *self = NULL;
  const char      *table = tal_row_keys_get_table (kind);
  const char      *owner = kind == TAL_KIND_REMOVAL ? "owner" : "owner_id";
  g_autofree char *names = NULL;
  g_autofree char *expressions = NULL;
  g_autofree char *all = NULL;
  g_autofree char *but_key = NULL;
  g_autofree char *select = NULL;
  int              n_columns = 0;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (kind < TAL_N_KINDS && kind != TAL_KIND_OBSERVATION, NULL);

  self = g_new0 (TalRecordTable, 1);
  self->database = database;
  self->kind = kind;
  self->structure = tal_kind_get_structure (kind);
  self->lists = tal_record_list_make_all (self->structure);

  names = tal_column_dup_all_names (self->structure);
  expressions = tal_column_dup_all_expressions (self->structure);
  n_columns = RECORD_COLUMNS + tal_column_count_all (self->structure);
  all = tal_column_dup_parameters (1, n_columns);
  but_key = tal_column_dup_parameters (2, n_columns);
  self->insert = g_strdup_printf ("INSERT INTO %s (id, uuid, %s, changed_at, changed_by, "
                                  "versions%s) VALUES (%s)",
                                  table, owner, names, all);
  self->update = g_strdup_printf ("UPDATE %s SET (uuid, %s, changed_at, changed_by, versions%s) = "
                                  "(%s) WHERE id = ?1",
                                  table, owner, names, but_key);
  self->delete = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
  select =
      g_strdup_printf ("SELECT id, uuid, %s, changed_at, changed_by, versions%s FROM %s AS t",
                       kind == TAL_KIND_REMOVAL ? owner
                                                : "(SELECT uuid FROM units WHERE id = t.owner_id)",
                       expressions, table);
  self->select_all = g_strconcat (select, " ORDER BY id", NULL);
  self->select_one = g_strconcat (select, " WHERE uuid = ?1",
                                  kind == TAL_KIND_REMOVAL ? " AND period IS ?2" : NULL, NULL);
  return self;
}

void
tal_record_table_free (TalRecordTable *self)
{
  if (self == NULL)
    return;

  g_free (self->insert);
  g_free (self->update);
  g_free (self->delete);
  g_free (self->select_all);
  g_free (self->select_one);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

gboolean
tal_record_table_load (TalRecordTable *self, GPtrArray *records, GError **error)
{
  g_autoptr (TalStatement)  rows = NULL;
  g_autoptr (TalListReader) lists = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  rows = tal_database_prepare (self->database, self->select_all, error);
  lists = rows != NULL ? tal_list_reader_new (self->database, self->lists, 0, error) : NULL;
  if (lists == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      TalRecord *record = read_record (self, rows, lists, error);

      if (record == NULL)
        {
          g_prefix_error (error, _ ("%s, row %u: "), tal_kind_get_title (self->kind),
                                    (guint)tal_statement_get_integer (rows, 0));
          return FALSE;
        }
      g_ptr_array_add (records, record);
    }

  return tal_statement_finish (rows, error);
}

gboolean
tal_record_table_write (TalRecordTable  *self,
                        const TalChange *change,
                        TalRowKeys      *keys,
                        GError         **error)
{
  g_autoptr (TalRecord) stored = NULL;
  gint64                key = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (change != NULL && change->key.kind == self->kind, FALSE);

  if (!load_one (self, &change->key, &stored, &key, error))
    return FALSE;
  if (!tal_record_is_equal (stored, change->before))
    return tal_record_table_refuse_stale (error);

  if (change->before == NULL)
    return insert_record (self, change->after, keys, error);
  if (change->after == NULL)
    return delete_record (self, key, error);

  return write_row (self, self->update, change->after, key, keys, error) &&
         replace_lists (self, change->before, change->after, key, keys, error);
}

gboolean
tal_record_table_refuse_stale (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                       _ ("Someone else has changed this in the meantime. Look at it again and "
                          "repeat your change."));
  return FALSE;
}
