/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/tal-list-reader.h"

#include "store/tal-column.h"

struct _TalListReader
{
  GPtrArray *walks; /* of Walk */
};

/* Through the items of one list of every record. */
typedef struct
{
  const TalRecordList *list;
  TalStatement        *rows;
  gboolean             more;  /* it stands at an item that nobody has taken */
  GPtrArray           *walks; /* of Walk: through the lists of the items */
} Walk;

static GPtrArray *start_walks (TalDatabase     *database,
                               const GPtrArray *lists,
                               gint64           key,
                               GError         **error);

static void
walk_free (Walk *self)
{
  tal_statement_release (self->rows);
  g_clear_pointer (&self->walks, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Walk, walk_free)

/* FALSE where the next item cannot be read; 'more' says whether there is one. */
static gboolean
step (Walk *self, GError **error)
{
  self->more = tal_statement_next (self->rows);
  return self->more || tal_statement_finish (self->rows, error);
}

static Walk *
start_walk (TalDatabase *database, const TalRecordList *list, gint64 key, GError **error)
{
  g_autoptr (Walk) self = g_new0 (Walk, 1);

  self->list = list;
  self->rows =
      tal_database_prepare (database, key != 0 ? list->select_of_one : list->select, error);
  if (self->rows == NULL)
    return NULL;

  if (key != 0)
    tal_statement_bind_integer (self->rows, 0, key);
  self->walks = start_walks (database, list->lists, key, error);
  if (self->walks == NULL || !step (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static GPtrArray *
start_walks (TalDatabase *database, const GPtrArray *lists, gint64 key, GError **error)
{
  g_autoptr (GPtrArray) walks = g_ptr_array_new_with_free_func ((GDestroyNotify)walk_free);

  for (guint i = 0; i < lists->len; i++)
    {
      Walk *walk = start_walk (database, g_ptr_array_index (lists, i), key, error);

      if (walk == NULL)
        return NULL;
      g_ptr_array_add (walks, walk);
    }

  return g_steal_pointer (&walks);
}

static gint64
get_key (Walk *self, int column)
{
  return tal_statement_get_integer (self->rows, column);
}

/* Items of a record that isn't there: the check of a collection tells of them. */
static gboolean
pass_strays (Walk *self, gint64 record, GError **error)
{
  while (self->more && get_key (self, TAL_RECORD_LIST_RECORD) < record)
    {
      if (!step (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes the items that are part of 'structure', which has the row key 'parent'. */
static gboolean
take_items (const GPtrArray *walks, gpointer structure, gint64 record, gint64 parent, GError **error)
{
  for (guint i = 0; i < walks->len; i++)
    {
      Walk           *walk = g_ptr_array_index (walks, i);
      const TalField *field = walk->list->field;

      if (!pass_strays (walk, record, error))
        return FALSE;
      while (walk->more && get_key (walk, TAL_RECORD_LIST_PARENT) == parent)
        {
          gpointer item = tal_field_append_item (field, structure);

          if (!tal_column_read_all (field->item, item, walk->rows, TAL_RECORD_LIST_FIELDS, error) ||
              !take_items (walk->walks, item, record, get_key (walk, TAL_RECORD_LIST_KEY), error) ||
              !step (walk, error))
            return FALSE;
        }
    }

  return TRUE;
}

TalListReader *
tal_list_reader_new (TalDatabase *database, const GPtrArray *lists, gint64 key, GError **error)
{
  TalListReader *self = NULL;
  GPtrArray     *walks = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (lists != NULL, NULL);

  walks = start_walks (database, lists, key, error);
  if (walks == NULL)
    return NULL;

  self = g_new0 (TalListReader, 1);
  self->walks = walks;
  return self;
}

void
tal_list_reader_free (TalListReader *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->walks);
  g_free (self);
}

gboolean
tal_list_reader_read (TalListReader *self, gpointer record, gint64 key, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  return take_items (self->walks, record, key, key, error);
}
