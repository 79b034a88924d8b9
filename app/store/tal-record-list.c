/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tal-record-list.h"

#include "store/tal-column.h"

/* What stands before the fields in an item's row: its row key, its parent's, its position. */
#define ITEM_COLUMNS 3

static GPtrArray *make_all (const TalStructure *structure, const TalRecordList *outer);

static void
record_list_free (TalRecordList *self)
{
  g_free (self->table);
  g_free (self->insert);
  g_free (self->select);
  g_free (self->select_of_one);
  g_free (self->delete);
  g_ptr_array_unref (self->lists);
  g_free (self);
}

/* "goal_criteria CROSS JOIN criterion_targets AS t ON …": the tables from the record's own list
 * inwards, each read in the order of the one before. */
static void
append_source (const TalRecordList *self, const char *alias, GString *sql)
{
  if (self->outer == NULL)
    {
      g_string_append_printf (sql, "%s AS %s", self->table, alias);
      return;
    }

  append_source (self->outer, self->outer->table, sql);
  g_string_append_printf (sql, " CROSS JOIN %s AS %s ON %s.parent_id = %s.id", self->table, alias,
                          alias, self->outer->table);
}

/* The column with the row key of the record. */
static char *
dup_record (const TalRecordList *self, const char *alias)
{
  return self->outer != NULL ? dup_record (self->outer, self->outer->table)
                             : g_strconcat (alias, ".parent_id", NULL);
}

/* That of the record, then from the record's own list inwards. */
static void
append_order (const TalRecordList *self, const char *alias, GString *sql)
{
  if (self->outer != NULL)
    append_order (self->outer, self->outer->table, sql);
  else
    g_string_append_printf (sql, "%s.parent_id", alias);
  g_string_append_printf (sql, ", %s.position", alias);
}

static char *
dup_select (const TalRecordList *self, gboolean one)
{
  GString         *sql = g_string_new ("SELECT ");
  g_autofree char *record = dup_record (self, "t");
  g_autofree char *expressions = tal_column_dup_all_expressions (self->field->item);

  g_string_append_printf (sql, "%s, t.parent_id, %s%s FROM ", record,
                          self->lists->len > 0 ? "t.id" : "0", expressions);
  append_source (self, "t", sql);
  if (one)
    g_string_append_printf (sql, " WHERE %s = ?1", record);
  g_string_append (sql, " ORDER BY ");
  append_order (self, "t", sql);
  return g_string_free (sql, FALSE);
}

/* A list whose items have lists needs a row key for them to refer to; the others are
 * found by their parent alone. */
static TalRecordList *
record_list_new (const TalStructure *structure, const TalField *field, const TalRecordList *outer)
{
  TalRecordList   *self = g_new0 (TalRecordList, 1);
  g_autofree char *names = tal_column_dup_all_names (field->item);
  g_autofree char *parameters = NULL;
  gboolean         keyed = FALSE;

  self->field = field;
  self->outer = outer;
  self->table = g_strdelimit (g_strconcat (structure->name, "_", field->name, NULL), "-", '_');
  self->lists = make_all (field->item, self);
  keyed = self->lists->len > 0;
  parameters =
      tal_column_dup_parameters (keyed ? 1 : 2, ITEM_COLUMNS + tal_column_count_all (field->item));
  self->insert = g_strdup_printf ("INSERT INTO %s (%sparent_id, position%s) VALUES (%s)",
                                  self->table, keyed ? "id, " : "", names, parameters);
  self->select = dup_select (self, FALSE);
  self->select_of_one = dup_select (self, TRUE);
  self->delete = g_strdup_printf ("DELETE FROM %s WHERE parent_id = ?1", self->table);
  return self;
}

static GPtrArray *
make_all (const TalStructure *structure, const TalRecordList *outer)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)record_list_free);

  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (structure->fields[i].type == TAL_FIELD_LIST)
        g_ptr_array_add (lists, record_list_new (structure, &structure->fields[i], outer));
    }
  return lists;
}

static gboolean
insert_item (const TalRecordList *self,
             TalDatabase         *database,
             gint64               parent,
             guint                position,
             gconstpointer        item,
             TalRowKeys          *keys,
             GError             **error)
{
  g_autoptr (TalStatement) row = tal_database_prepare (database, self->insert, error);
  gint64                   key = 0;

  if (row == NULL)
    return FALSE;

  if (self->lists->len > 0)
    tal_statement_bind_null (row, 0); /* a new row key */
  tal_statement_bind_integer (row, 1, parent);
  tal_statement_bind_integer (row, 2, position);
  if (!tal_column_bind_all (self->field->item, item, row, ITEM_COLUMNS, keys, error) ||
      !tal_statement_run (row, error))
    return FALSE;

  key = tal_database_get_last_key (database);
  for (guint i = 0; i < self->lists->len; i++)
    {
      if (!tal_record_list_insert (g_ptr_array_index (self->lists, i), database, item, key, keys,
                                   error))
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
tal_record_list_make_all (const TalStructure *structure)
{
  g_return_val_if_fail (structure != NULL, NULL);

  return make_all (structure, NULL);
}

gboolean
tal_record_list_insert (const TalRecordList *self,
                        TalDatabase         *database,
                        gconstpointer        structure,
                        gint64               parent,
                        TalRowKeys          *keys,
                        GError             **error)
{
  const GArray *items = NULL;

  g_return_val_if_fail (self != NULL && structure != NULL, FALSE);

  items = *(GArray *const *)TAL_FIELD_AT_CONST (self->field, structure);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      if (!insert_item (self, database, parent, i, items->data + i * self->field->item->size, keys,
                        error))
        return FALSE;
    }

  return TRUE;
}

gboolean
tal_record_list_delete (const TalRecordList *self,
                        TalDatabase         *database,
                        gint64               parent,
                        GError             **error)
{
  g_autoptr (TalStatement) row = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  row = tal_database_prepare (database, self->delete, error);
  if (row == NULL)
    return FALSE;

  tal_statement_bind_integer (row, 0, parent);
  return tal_statement_run (row, error);
}
