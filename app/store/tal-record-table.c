/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-record-table.h"

#include "base/tal-error.h"
#include "store/tal-column.h"

#include <glib/gi18n-lib.h>

/* What stands before the fields in a record's row, and in a list item's. */
#define RECORD_COLUMNS 5
#define ITEM_COLUMNS 3

/* The table of a list.  An item's parameters are its row key, its parent's, its
 * position and its fields; its columns the row key and the fields. */
typedef struct
{
  const TalField *field;
  char           *insert;
  char           *select; /* of one parent, in order */
  char *delete;           /* of one parent */
  GPtrArray *lists;       /* of List: those of its items */
} List;

struct _TalRecordTable
{
  TalDatabase        *database;
  TalKind             kind;
  const TalStructure *structure;
  char               *insert;
  char               *update;
  char *delete;
  char      *select;
  char      *select_one;
  GPtrArray *lists; /* of List */
};

static GPtrArray *make_lists (const TalStructure *structure);

static void
list_free (List *list)
{
  g_free (list->insert);
  g_free (list->select);
  g_free (list->delete);
  g_ptr_array_unref (list->lists);
  g_free (list);
}

static int
count_columns (const TalStructure *structure)
{
  int n_columns = 0;

  for (guint i = 0; i < structure->n_fields; i++)
    n_columns += tal_column_count (&structure->fields[i]);
  return n_columns;
}

static char *
dup_names (const TalStructure *structure)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < structure->n_fields; i++)
    tal_column_append_names (&structure->fields[i], names);
  return g_string_free (names, FALSE);
}

static char *
dup_expressions (const TalStructure *structure)
{
  GString *expressions = g_string_new (NULL);

  for (guint i = 0; i < structure->n_fields; i++)
    tal_column_append_expressions (&structure->fields[i], expressions);
  return g_string_free (expressions, FALSE);
}

/* "?1, ?2, …": 'first' and 'last' are both in it. */
static char *
dup_parameters (int first, int last)
{
  GString *parameters = g_string_new (NULL);

  for (int i = first; i <= last; i++)
    g_string_append_printf (parameters, "%s?%d", i > first ? ", " : "", i);
  return g_string_free (parameters, FALSE);
}

/* A list whose items have lists needs a row key for them to refer to; the others are
 * found by their parent alone. */
static List *
make_list (const TalStructure *structure, const TalField *field)
{
  List            *list = g_new0 (List, 1);
  g_autofree char *table =
      g_strdelimit (g_strconcat (structure->name, "_", field->name, NULL), "-", '_');
  g_autofree char *names = dup_names (field->item);
  g_autofree char *expressions = dup_expressions (field->item);
  g_autofree char *parameters = NULL;
  gboolean         keyed = FALSE;

  list->field = field;
  list->lists = make_lists (field->item);
  keyed = list->lists->len > 0;
  parameters = dup_parameters (keyed ? 1 : 2, ITEM_COLUMNS + count_columns (field->item));
  list->insert = g_strdup_printf ("INSERT INTO %s (%sparent_id, position%s) VALUES (%s)", table,
                                  keyed ? "id, " : "", names, parameters);
  list->select = g_strdup_printf ("SELECT %s%s FROM %s AS t WHERE parent_id = ?1 ORDER BY position",
                                  keyed ? "id" : "0", expressions, table);
  list->delete = g_strdup_printf ("DELETE FROM %s WHERE parent_id = ?1", table);
  return list;
}

static GPtrArray *
make_lists (const TalStructure *structure)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)list_free);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (structure->fields[i].type == TAL_FIELD_LIST)
        g_ptr_array_add (lists, make_list (structure, &structure->fields[i]));
    }
  return lists;
}

static gboolean
read_fields (
    const TalStructure *structure, gpointer to, TalStatement *row, int column, GError **error)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (!tal_column_read (&structure->fields[i], to, row, column, error))
        return FALSE;
      column += tal_column_count (&structure->fields[i]);
    }

  return TRUE;
}

static gboolean
bind_fields (const TalStructure *structure,
             gconstpointer       from,
             TalStatement       *row,
             int                 parameter,
             TalRowKeys         *keys,
             GError            **error)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (!tal_column_bind (&structure->fields[i], from, row, parameter, keys, error))
        return FALSE;
      parameter += tal_column_count (&structure->fields[i]);
    }

  return TRUE;
}

static gboolean
load_lists (TalDatabase     *database,
            const GPtrArray *lists,
            gpointer         structure,
            gint64           parent,
            GError         **error)
{
  for (guint i = 0; i < lists->len; i++)
    {
      const List              *list = g_ptr_array_index (lists, i);
      g_autoptr (TalStatement) rows = tal_database_prepare (database, list->select, error);

      if (rows == NULL)
        return FALSE;

      tal_statement_bind_integer (rows, 0, parent);
      while (tal_statement_next (rows))
        {
          gpointer item = tal_field_append_item (list->field, structure);
          gint64   key = tal_statement_get_integer (rows, 0);

          if (!read_fields (list->field->item, item, rows, 1, error) ||
              !load_lists (database, list->lists, item, key, error))
            return FALSE;
        }
      if (!tal_statement_finish (rows, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean insert_lists (TalDatabase     *database,
                              const GPtrArray *lists,
                              gconstpointer    structure,
                              gint64           parent,
                              TalRowKeys      *keys,
                              GError         **error);

static gboolean
insert_item (TalDatabase  *database,
             const List   *list,
             gint64        parent,
             guint         position,
             gconstpointer item,
             TalRowKeys   *keys,
             GError      **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (database, list->insert, error);

  if (row == NULL)
    return FALSE;

  if (list->lists->len > 0)
    tal_statement_bind_null (row, 0); /* a new row key */
  tal_statement_bind_integer (row, 1, parent);
  tal_statement_bind_integer (row, 2, position);
  if (!bind_fields (list->field->item, item, row, ITEM_COLUMNS, keys, error) ||
      !tal_statement_run (row, error))
    return FALSE;

  return list->lists->len == 0 || insert_lists (database, list->lists, item,
                                                tal_database_get_last_key (database), keys, error);
}

static gboolean
insert_list (TalDatabase  *database,
             const List   *list,
             gconstpointer structure,
             gint64        parent,
             TalRowKeys   *keys,
             GError      **error)
{
  const GArray *items = *(GArray *const *)TAL_FIELD_AT_CONST (list->field, structure);

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      if (!insert_item (database, list, parent, i, items->data + i * list->field->item->size, keys,
                        error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_lists (TalDatabase     *database,
              const GPtrArray *lists,
              gconstpointer    structure,
              gint64           parent,
              TalRowKeys      *keys,
              GError         **error)
{
  for (guint i = 0; i < lists->len; i++)
    {
      if (!insert_list (database, g_ptr_array_index (lists, i), structure, parent, keys, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
delete_by_key (TalDatabase *database, const char *sql, gint64 key, GError **error)
{
  g_autoptr (TalStatement) statement = tal_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  tal_statement_bind_integer (statement, 0, key);
  return tal_statement_run (statement, error);
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
      const List *list = g_ptr_array_index (self->lists, i);

      if (tal_field_is_equal (list->field, before, after))
        continue;
      if (!delete_by_key (self->database, list->delete, key, error) ||
          !insert_list (self->database, list, after, key, keys, error))
        return FALSE;
    }

  return TRUE;
}

/* The columns of a row: key, uuid, owner, time, author, fields. */
static TalRecord *
read_record (TalRecordTable *self, TalStatement *row, GError **error)
{
  g_autoptr (TalRecord) record = NULL;
  TalId                 id = TAL_ID_NONE;

  if (!tal_statement_read_id (row, 1, &id, error))
    return NULL;

  record = tal_record_new (self->kind, id);
  if (!tal_statement_read_id (row, 2, &record->owner, error) ||
      !tal_statement_read_time (row, 3, &record->changed_at, error) ||
      !tal_statement_read_text (row, 4, &record->changed_by, error) ||
      !read_fields (self->structure, record, row, RECORD_COLUMNS, error) ||
      !load_lists (self->database, self->lists, record, tal_statement_get_integer (row, 0), error))
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
      row_key = tal_statement_get_integer (row, 0);
      record = read_record (self, row, error);
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
  return bind_owner (self, record, row, keys, error) &&
         bind_fields (self->structure, record, row, RECORD_COLUMNS, keys, error) &&
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
         insert_lists (self->database, self->lists, record, key, keys, error);
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
  int              n_columns = 0;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (kind < TAL_N_KINDS && kind != TAL_KIND_OBSERVATION, NULL);

  self = g_new0 (TalRecordTable, 1);
  self->database = database;
  self->kind = kind;
  self->structure = tal_kind_get_structure (kind);
  self->lists = make_lists (self->structure);

  names = dup_names (self->structure);
  expressions = dup_expressions (self->structure);
  n_columns = RECORD_COLUMNS + count_columns (self->structure);
  all = dup_parameters (1, n_columns);
  but_key = dup_parameters (2, n_columns);
  self->insert =
      g_strdup_printf ("INSERT INTO %s (id, uuid, %s, changed_at, changed_by%s) VALUES (%s)", table,
                       owner, names, all);
  self->update =
      g_strdup_printf ("UPDATE %s SET (uuid, %s, changed_at, changed_by%s) = (%s) WHERE id = ?1",
                       table, owner, names, but_key);
  self->delete = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", table);
  self->select =
      g_strdup_printf ("SELECT id, uuid, %s, changed_at, changed_by%s FROM %s AS t",
                       kind == TAL_KIND_REMOVAL ? owner
                                                : "(SELECT uuid FROM units WHERE id = t.owner_id)",
                       expressions, table);
  self->select_one = g_strconcat (self->select, " WHERE uuid = ?1",
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
  g_free (self->select);
  g_free (self->select_one);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

gboolean
tal_record_table_load (TalRecordTable *self, GPtrArray *records, GError **error)
{
  g_autoptr (TalStatement) rows = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (records != NULL, FALSE);

  rows = tal_database_prepare (self->database, self->select, error);
  if (rows == NULL)
    return FALSE;

  while (tal_statement_next (rows))
    {
      TalRecord *record = read_record (self, rows, error);

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
    return delete_by_key (self->database, self->delete, key, error);

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
