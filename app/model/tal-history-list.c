/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-history-list.h"

#include "core/tal-change-text.h"
#include "model/tal-workspace-history.h"

/* The next page is asked for when so few items are left below. */
#define NEAR_THE_END 100

struct _TalHistoryList
{
  GObject parent_instance;

  TalWorkspace    *workspace; /* NULL for none */
  TalHistoryFilter filter;
  GPtrArray       *items; /* of TalHistoryItem, newest first */
  GCancellable    *loading;
  GCancellable    *catching_up;
  gboolean         complete;
  char            *problem;
};

enum
{
  LOADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TalHistoryList,
                               tal_history_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
get_sequence (TalHistoryList *self, guint position)
{
  return tal_history_item_get_entry (g_ptr_array_index (self->items, position))->sequence;
}

static void
mark_days (TalHistoryList *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      TalHistoryItem *item = g_ptr_array_index (self->items, i);
      TalDay          above =
          i > 0 ? tal_history_item_get_day (g_ptr_array_index (self->items, i - 1)) : TAL_DAY_NONE;

      tal_history_item_set_begins_day (item, tal_history_item_get_day (item) != above);
    }
}

/* Takes the entries over. */
static void
insert_entries (TalHistoryList *self, GPtrArray *entries, guint n_entries, guint position)
{
  for (guint i = 0; i < n_entries; i++)
    {
      TalHistoryEntry *entry = g_steal_pointer (&g_ptr_array_index (entries, i));

      g_ptr_array_insert (self->items, (int)(position + i), tal_history_item_new (entry));
    }
}

static void
page_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryList) self = user_data;
  g_autoptr (GError)         error = NULL;
  g_autoptr (GPtrArray)      entries = NULL;
  guint                      length = self->items->len;

  entries = tal_workspace_load_history_finish (TAL_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  g_clear_pointer (&self->problem, g_free);
  self->complete = entries == NULL || entries->len < TAL_HISTORY_LIST_PAGE;
  if (entries == NULL)
    self->problem = g_strdup (error->message);
  else
    insert_entries (self, entries, entries->len, length);

  mark_days (self, length, self->items->len);
  if (self->items->len > length)
    g_list_model_items_changed (G_LIST_MODEL (self), length, 0, self->items->len - length);
  g_signal_emit (self, signals[LOADED], 0);
}

static void
load_page (TalHistoryList *self)
{
  gint64 before = self->items->len > 0 ? get_sequence (self, self->items->len - 1) : 0;

  if (self->workspace == NULL || self->complete || self->loading != NULL)
    return;

  self->loading = g_cancellable_new ();
  tal_workspace_load_history_async (self->workspace, &self->filter, before, TAL_HISTORY_LIST_PAGE,
                                    self->loading, page_loaded_cb, g_object_ref (self));
}

static void
reload (TalHistoryList *self)
{
  guint length = self->items->len;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->catching_up);
  g_clear_object (&self->catching_up);
  g_ptr_array_set_size (self->items, 0);
  self->complete = FALSE;
  if (length > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, length, 0);
  load_page (self);
}

/* An undo or redo that is new marks the entry it is about, wherever that stands. */
static void
mark_reversed (TalHistoryList *self, const TalHistoryEntry *reversal)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (get_sequence (self, i) != reversal->reverses)
        continue;
      tal_history_item_set_undone (g_ptr_array_index (self->items, i),
                                   reversal->origin == TAL_ORIGIN_UNDO);
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
      return;
    }
}

static guint
count_newer (TalHistoryList *self, const GPtrArray *entries)
{
  gint64 newest = self->items->len > 0 ? get_sequence (self, 0) : 0;
  guint  n_newer = 0;

  while (n_newer < entries->len &&
         ((const TalHistoryEntry *)g_ptr_array_index (entries, n_newer))->sequence > newest)
    n_newer++;
  return n_newer;
}

static void
caught_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalHistoryList) self = user_data;
  g_autoptr (GError)         error = NULL;
  g_autoptr (GPtrArray)      entries = NULL;
  guint                      n_newer = 0;
  guint                      n_known = 0;

  entries = tal_workspace_load_history_finish (TAL_WORKSPACE (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->catching_up);
  n_newer = entries != NULL ? count_newer (self, entries) : 0;
  if (n_newer == TAL_HISTORY_LIST_PAGE)
    {
      reload (self);
      return;
    }

  for (guint i = n_newer; i > 0; i--)
    {
      const TalHistoryEntry *entry = g_ptr_array_index (entries, i - 1);

      if (entry->reverses != 0)
        mark_reversed (self, entry);
    }

  /* What was the first may not begin its day any more. */
  n_known = MIN (self->items->len, 1);
  if (n_newer > 0)
    {
      insert_entries (self, entries, n_newer, 0);
      mark_days (self, 0, n_newer + n_known);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_known, n_newer + n_known);
    }
  g_signal_emit (self, signals[LOADED], 0);
}

/* A filter may leave out the undoing of what it shows, so all that is new is asked for then. */
static void
committed_cb (TalHistoryList *self)
{
  const TalHistoryFilter all = { 0 };

  if (!tal_history_filter_is_equal (&self->filter, &all))
    {
      reload (self);
      return;
    }
  if (self->loading != NULL && self->items->len == 0)
    {
      reload (self);
      return;
    }

  g_cancellable_cancel (self->catching_up);
  g_clear_object (&self->catching_up);
  self->catching_up = g_cancellable_new ();
  tal_workspace_load_history_async (self->workspace, &self->filter, 0, TAL_HISTORY_LIST_PAGE,
                                    self->catching_up, caught_up_cb, g_object_ref (self));
}

static GType
get_item_type (GListModel *model)
{
  return TAL_TYPE_HISTORY_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return TAL_HISTORY_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TalHistoryList *self = TAL_HISTORY_LIST (model);

  if (position >= self->items->len)
    return NULL;

  if (position + NEAR_THE_END >= self->items->len)
    load_page (self);
  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
tal_history_list_dispose (GObject *object)
{
  TalHistoryList *self = TAL_HISTORY_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_cancellable_cancel (self->catching_up);
  g_clear_object (&self->catching_up);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tal_history_list_parent_class)->dispose (object);
}

static void
tal_history_list_finalize (GObject *object)
{
  TalHistoryList *self = TAL_HISTORY_LIST (object);

  g_ptr_array_unref (self->items);
  tal_history_filter_clear (&self->filter);
  g_free (self->problem);

  G_OBJECT_CLASS (tal_history_list_parent_class)->finalize (object);
}

static void
tal_history_list_class_init (TalHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tal_history_list_dispose;
  object_class->finalize = tal_history_list_finalize;

  signals[LOADED] = g_signal_new ("loaded", TAL_TYPE_HISTORY_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
tal_history_list_init (TalHistoryList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

TalHistoryList *
tal_history_list_new (TalWorkspace *workspace)
{
  TalHistoryList *self = NULL;

  g_return_val_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (TAL_TYPE_HISTORY_LIST, NULL);
  if (workspace != NULL)
    {
      self->workspace = g_object_ref (workspace);
      g_signal_connect_object (workspace, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      load_page (self);
    }
  return self;
}

void
tal_history_list_set_filter (TalHistoryList *self, const TalHistoryFilter *filter)
{
  g_return_if_fail (TAL_IS_HISTORY_LIST (self));
  g_return_if_fail (filter != NULL);

  if (tal_history_filter_is_equal (&self->filter, filter))
    return;

  tal_history_filter_clear (&self->filter);
  tal_history_filter_copy (&self->filter, filter);
  reload (self);
}

const TalHistoryFilter *
tal_history_list_get_filter (TalHistoryList *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_LIST (self), NULL);

  return &self->filter;
}

gboolean
tal_history_list_is_complete (TalHistoryList *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_LIST (self), FALSE);

  return self->complete;
}

const char *
tal_history_list_get_problem (TalHistoryList *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_LIST (self), NULL);

  return self->problem;
}

typedef struct
{
  GListStore     *store;
  TalHistoryItem *entry;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Opening                 *opening = user_data;
  TalWorkspace            *workspace = TAL_WORKSPACE (source);
  const TalCatalogue      *catalogue = tal_workspace_get_catalogue (workspace);
  g_autoptr (TalChangeSet) changes = tal_workspace_load_changes_finish (workspace, result, NULL);
  g_autoptr (GPtrArray)    items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; changes != NULL && i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);
      g_autofree char *sentence = NULL;

      if (tal_change_text_is_trace (change))
        continue;
      sentence = tal_change_text_for_change (catalogue, change->before, change->after);
      g_ptr_array_add (items, tal_history_item_new_change (opening->entry, changes, i, sentence));
    }

  g_list_store_splice (opening->store, 0, 0, items->pdata, items->len);
  g_object_unref (opening->store);
  g_object_unref (opening->entry);
  g_free (opening);
}

GListModel *
tal_history_list_open_entry (TalHistoryList *self, TalHistoryItem *entry)
{
  GListStore *store = NULL;
  Opening    *opening = NULL;

  g_return_val_if_fail (TAL_IS_HISTORY_LIST (self), NULL);
  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (entry), NULL);

  store = g_list_store_new (TAL_TYPE_HISTORY_ITEM);
  if (self->workspace != NULL)
    {
      opening = g_new0 (Opening, 1);
      opening->store = g_object_ref (store);
      opening->entry = g_object_ref (entry);
      tal_workspace_load_changes_async (self->workspace,
                                        tal_history_item_get_entry (entry)->sequence, NULL,
                                        opened_cb, opening);
    }
  return G_LIST_MODEL (store);
}
