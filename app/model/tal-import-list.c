/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-import-list.h"

struct _TalImportList
{
  GObject parent_instance;

  TalImportReport *report;
  TalImportFilter  filter;
  GArray          *shown; /* of guint: the rows' places in the report */
  GHashTable      *items; /* place + 1 → weak TalImportItem, of those that somebody holds */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TalImportList,
                               tal_import_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static TalImportRow *
get_row (TalImportList *self, guint place)
{
  return g_ptr_array_index (self->report->rows, place);
}

static gboolean
fits (const TalImportRow *row, TalImportFilter filter)
{
  switch (filter)
    {
    case TAL_IMPORT_FILTER_ALL:
      return TRUE;
    case TAL_IMPORT_FILTER_NEW:
      return row->type == TAL_IMPORT_ROW_NEW;
    case TAL_IMPORT_FILTER_CHANGED:
      return row->type == TAL_IMPORT_ROW_CHANGED;
    case TAL_IMPORT_FILTER_KEPT:
      return row->type == TAL_IMPORT_ROW_KEPT;
    case TAL_IMPORT_FILTER_REMOVED:
      return row->type == TAL_IMPORT_ROW_REMOVED;
    case TAL_IMPORT_FILTER_CONFLICTS:
      return row->type == TAL_IMPORT_ROW_CONFLICT;
    case TAL_IMPORT_FILTER_REFUSED:
      return row->refused;
    }

  g_return_val_if_reached (FALSE);
}

static void
list_shown (TalImportList *self)
{
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->report->rows->len; i++)
    {
      if (fits (get_row (self, i), self->filter))
        g_array_append_val (self->shown, i);
    }
}

static void
item_ended_cb (gpointer user_data, GObject *item)
{
  GHashTable    *items = user_data;
  GHashTableIter iter;
  gpointer       each = NULL;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &each))
    {
      if (each == item)
        {
          g_hash_table_iter_remove (&iter);
          return;
        }
    }
}

/* What was chosen is seen at once where it is shown. */
static void
choose (TalImportList *self, guint place, TalImportChoice choice)
{
  TalImportRow  *row = get_row (self, place);
  TalImportItem *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (place + 1));

  if (choice == TAL_IMPORT_CHOICE_OPEN && row->type != TAL_IMPORT_ROW_CONFLICT)
    choice = tal_import_row_get_default_choice (row);
  if (row->choice == choice)
    return;

  row->choice = choice;
  if (item != NULL)
    g_object_notify (G_OBJECT (item), "choice");
}

static GType
tal_import_list_get_item_type (GListModel *model)
{
  return TAL_TYPE_IMPORT_ITEM;
}

static guint
tal_import_list_get_n_items (GListModel *model)
{
  return TAL_IMPORT_LIST (model)->shown->len;
}

static gpointer
tal_import_list_get_item (GListModel *model, guint position)
{
  TalImportList *self = TAL_IMPORT_LIST (model);
  TalImportItem *item = NULL;
  guint          place;

  if (position >= self->shown->len)
    return NULL;

  place = g_array_index (self->shown, guint, position);
  item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (place + 1));
  if (item != NULL)
    return g_object_ref (item);

  item = tal_import_item_new (G_OBJECT (self), get_row (self, place), self->report->catalogue);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (place + 1), item);
  g_object_weak_ref (G_OBJECT (item), item_ended_cb, self->items);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = tal_import_list_get_item_type;
  iface->get_n_items = tal_import_list_get_n_items;
  iface->get_item = tal_import_list_get_item;
}

/* An item holds its list, so that none is left here. */
static void
tal_import_list_finalize (GObject *object)
{
  TalImportList *self = TAL_IMPORT_LIST (object);

  g_hash_table_unref (self->items);
  g_array_unref (self->shown);
  tal_import_report_free (self->report);

  G_OBJECT_CLASS (tal_import_list_parent_class)->finalize (object);
}

static void
tal_import_list_class_init (TalImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_import_list_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tal_import_list_init (TalImportList *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_hash_table_new (NULL, NULL);
}

TalImportList *
tal_import_list_new (TalImportReport *report)
{
  TalImportList *self = NULL;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (TAL_TYPE_IMPORT_LIST, NULL);
  self->report = report;
  list_shown (self);
  return self;
}

const TalImportReport *
tal_import_list_get_report (TalImportList *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), NULL);

  return self->report;
}

void
tal_import_list_set_filter (TalImportList *self, TalImportFilter filter)
{
  guint n_before;

  g_return_if_fail (TAL_IS_IMPORT_LIST (self));

  if (self->filter == filter)
    return;

  n_before = self->shown->len;
  self->filter = filter;
  list_shown (self);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->shown->len);
}

TalImportFilter
tal_import_list_get_filter (TalImportList *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), TAL_IMPORT_FILTER_ALL);

  return self->filter;
}

guint
tal_import_list_count (TalImportList *self, TalImportFilter filter)
{
  guint n_rows = 0;

  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), 0);

  for (guint i = 0; i < self->report->rows->len; i++)
    n_rows += fits (get_row (self, i), filter) ? 1 : 0;
  return n_rows;
}

void
tal_import_list_choose (TalImportList *self, guint position, TalImportChoice choice)
{
  g_return_if_fail (TAL_IS_IMPORT_LIST (self));
  g_return_if_fail (position < self->shown->len);

  choose (self, g_array_index (self->shown, guint, position), choice);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

void
tal_import_list_choose_all (TalImportList *self, TalImportFilter filter, TalImportChoice choice)
{
  g_return_if_fail (TAL_IS_IMPORT_LIST (self));

  for (guint i = 0; i < self->report->rows->len; i++)
    {
      if (fits (get_row (self, i), filter))
        choose (self, i, choice);
    }
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static gboolean
say_the_same (const TalImportRow *row, const TalImportRow *other)
{
  return row->type == other->type && tal_record_is_equal (row->ours, other->ours) &&
         tal_record_is_equal (row->theirs, other->theirs);
}

guint
tal_import_list_take_choices (TalImportList *self, TalImportList *earlier)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (tal_key_hash, tal_key_equal);
  guint                  n_lost = 0;

  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), 0);
  g_return_val_if_fail (TAL_IS_IMPORT_LIST (earlier), 0);

  for (guint i = 0; i < self->report->rows->len; i++)
    g_hash_table_insert (rows, &get_row (self, i)->key, GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < earlier->report->rows->len; i++)
    {
      const TalImportRow *row = get_row (earlier, i);
      guint               place = 0;

      if (row->choice == tal_import_row_get_default_choice (row))
        continue;
      place = GPOINTER_TO_UINT (g_hash_table_lookup (rows, &row->key));
      if (place > 0 && say_the_same (get_row (self, place - 1), row))
        choose (self, place - 1, row->choice);
      else
        n_lost++;
    }
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
  return n_lost;
}

gboolean
tal_import_list_find_matter (TalImportList *self, guint position, int step, guint *ret_position)
{
  guint length;

  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  length = self->shown->len;
  if (position >= length)
    position = step > 0 ? length - 1 : 0;
  for (guint i = 1; i <= length; i++)
    {
      guint               at = (position + (step > 0 ? i : length - i)) % length;
      const TalImportRow *row = get_row (self, g_array_index (self->shown, guint, at));

      if (row->type != TAL_IMPORT_ROW_CONFLICT && !row->refused)
        continue;
      *ret_position = at;
      return TRUE;
    }
  return FALSE;
}

static void
count_taken (const TalImportRow *row, TalImportTally *tally)
{
  switch (row->type)
    {
    case TAL_IMPORT_ROW_NEW:
      tally->n_new++;
      break;
    case TAL_IMPORT_ROW_CHANGED:
    case TAL_IMPORT_ROW_KEPT:
      tally->n_changed++;
      break;
    case TAL_IMPORT_ROW_REMOVED:
      tally->n_removed++;
      break;
    case TAL_IMPORT_ROW_CONFLICT:
      if (row->theirs->kind == row->key.kind)
        tally->n_changed++;
      else
        tally->n_removed++;
      break;
    }
}

TalImportTally
tal_import_list_get_tally (TalImportList *self)
{
  TalImportTally tally = { 0 };

  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), tally);

  for (guint i = 0; i < self->report->rows->len; i++)
    {
      const TalImportRow *row = get_row (self, i);

      if (row->choice == TAL_IMPORT_CHOICE_OPEN)
        tally.n_open++;
      else if (row->choice == TAL_IMPORT_CHOICE_OURS)
        tally.n_left++;
      else if (row->refused)
        tally.n_refused++;
      else
        count_taken (row, &tally);
    }
  return tally;
}

gboolean
tal_import_list_has_choices (TalImportList *self)
{
  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), FALSE);

  for (guint i = 0; i < self->report->rows->len; i++)
    {
      const TalImportRow *row = get_row (self, i);

      if (row->choice != tal_import_row_get_default_choice (row))
        return TRUE;
    }
  return FALSE;
}

GHashTable *
tal_import_list_dup_choices (TalImportList *self)
{
  GHashTable *choices = NULL;

  g_return_val_if_fail (TAL_IS_IMPORT_LIST (self), NULL);

  choices = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  for (guint i = 0; i < self->report->rows->len; i++)
    {
      const TalImportRow *row = get_row (self, i);

      if (row->choice != tal_import_row_get_default_choice (row))
        g_hash_table_insert (choices, g_memdup2 (&row->key, sizeof row->key),
                             GINT_TO_POINTER (row->choice));
    }
  return choices;
}
