/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of a collection, which its journal keeps. */

#include "store/tal-past.h"
#include "store/tal-store-private.h"

GPtrArray *
tal_store_load_history (
    TalStore *self, const TalHistoryFilter *filter, gint64 before, guint limit, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_load (tal_store_get_database (self), filter, before, limit, error);
}

TalGoalPast *
tal_store_load_goal_past (TalStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_load_goal_past (tal_store_get_database (self), error);
}

GPtrArray *
tal_store_list_authors (TalStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_list_authors (tal_store_get_database (self), error);
}

gboolean
tal_store_find_later (
    TalStore *self, const TalKey *key, gint64 sequence, gint64 *ret_sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tal_journal_find_later (tal_store_get_database (self), key, sequence, ret_sequence, error);
}

TalJournalEntry *
tal_store_load_entry (TalStore *self, gint64 sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_load_entry (tal_store_get_database (self), sequence, error);
}

TalChangeSet *
tal_store_load_changes (TalStore *self, gint64 sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_load_changes (tal_store_get_database (self), sequence, error);
}

TalChangeSet *
tal_store_load_without_bulks (TalStore *self, gint64 sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_load_without_bulks (tal_store_get_database (self), sequence, error);
}

TalBulkReader *
tal_store_read_bulks (TalStore *self, gint64 sequence, gboolean inverted, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_bulk_reader_new (tal_store_get_database (self), sequence, inverted, error);
}

TalChangeSet *
tal_store_load_goal_changes (TalStore *self, gint64 sequence, TalId goal, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_journal_load_goal_changes (tal_store_get_database (self), sequence, goal, error);
}

gboolean
tal_store_find_undo (TalStore *self, gint64 *ret_sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tal_journal_find_undo (tal_store_get_database (self), ret_sequence, error);
}

gboolean
tal_store_find_redo (TalStore *self, gint64 *ret_sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return tal_journal_find_redo (tal_store_get_database (self), ret_sequence, error);
}

GHashTable *
tal_store_load_past (TalStore *self, GHashTable *keys, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_past_load (tal_store_get_database (self), keys, error);
}

GHashTable *
tal_store_list_changed (TalStore *self, TalTime since, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_past_list_changed (tal_store_get_database (self), since, error);
}

GHashTable *
tal_store_list_unsent (TalStore *self, TalId unit, TalPeriod period, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_past_list_unsent (tal_store_get_database (self), unit, period, error);
}
