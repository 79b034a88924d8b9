/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-history-item.h"

#include "core/tal-danish-noun.h"
#include "model/tal-clock.h"

struct _TalHistoryItem
{
  GObject parent_instance;

  TalHistoryEntry *entry;  /* owned; NULL for a change */
  TalHistoryItem  *parent; /* of a change: its entry's */
  TalChangeSet    *changes;
  guint            position;
  char            *sentence;
  TalDay           day;
  gboolean         begins_day;
};

G_DEFINE_FINAL_TYPE (TalHistoryItem, tal_history_item, G_TYPE_OBJECT)

static void
tal_history_item_finalize (GObject *object)
{
  TalHistoryItem *self = TAL_HISTORY_ITEM (object);

  tal_history_entry_free (self->entry);
  g_clear_object (&self->parent);
  g_clear_pointer (&self->changes, tal_change_set_unref);
  g_free (self->sentence);

  G_OBJECT_CLASS (tal_history_item_parent_class)->finalize (object);
}

static void
tal_history_item_class_init (TalHistoryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_history_item_finalize;
}

static void
tal_history_item_init (TalHistoryItem *self)
{
}

TalHistoryItem *
tal_history_item_new (TalHistoryEntry *entry)
{
  TalHistoryItem *self = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  self = g_object_new (TAL_TYPE_HISTORY_ITEM, NULL);
  self->entry = entry;
  self->day = tal_clock_get_local_day (entry->made_at);
  return self;
}

TalHistoryItem *
tal_history_item_new_change (TalHistoryItem     *entry,
                             const TalChangeSet *changes,
                             guint               position,
                             const char         *sentence)
{
  TalHistoryItem *self = NULL;

  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (entry) && entry->entry != NULL, NULL);
  g_return_val_if_fail (position < tal_change_set_get_length (changes), NULL);
  g_return_val_if_fail (sentence != NULL, NULL);

  self = g_object_new (TAL_TYPE_HISTORY_ITEM, NULL);
  self->parent = g_object_ref (entry);
  self->changes = tal_change_set_ref (changes);
  self->position = position;
  self->sentence = g_strdup (sentence);
  self->day = entry->day;
  return self;
}

const TalHistoryEntry *
tal_history_item_get_entry (TalHistoryItem *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (self), NULL);

  return self->parent != NULL ? self->parent->entry : self->entry;
}

const TalChange *
tal_history_item_get_change (TalHistoryItem *self, guint *ret_position)
{
  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (self), NULL);

  if (self->changes == NULL)
    return NULL;
  if (ret_position != NULL)
    *ret_position = self->position;
  return tal_change_set_get_change (self->changes, self->position);
}

TalKey
tal_history_item_get_key (TalHistoryItem *self)
{
  const TalChange *change = tal_history_item_get_change (self, NULL);

  return change != NULL ? change->key : tal_history_item_get_entry (self)->first;
}

TalDay
tal_history_item_get_day (TalHistoryItem *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (self), TAL_DAY_NONE);

  return self->day;
}

char *
tal_history_item_dup_sentence (TalHistoryItem *self)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (self), NULL);

  /* As it is kept it also goes on behind "Undo: ". */
  words =
      self->sentence != NULL ? g_strdup (self->sentence) : tal_history_entry_describe (self->entry);
  return tal_danish_noun_dup_heading (words);
}

gboolean
tal_history_item_get_begins_day (TalHistoryItem *self)
{
  g_return_val_if_fail (TAL_IS_HISTORY_ITEM (self), FALSE);

  return self->begins_day;
}

void
tal_history_item_set_begins_day (TalHistoryItem *self, gboolean begins_day)
{
  g_return_if_fail (TAL_IS_HISTORY_ITEM (self));

  self->begins_day = begins_day;
}

void
tal_history_item_set_undone (TalHistoryItem *self, gboolean undone)
{
  g_return_if_fail (TAL_IS_HISTORY_ITEM (self) && self->entry != NULL);

  self->entry->undone = undone;
}
