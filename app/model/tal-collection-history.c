/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-collection-history.h"

#include "base/tal-error.h"
#include "core/tal-change-text.h"
#include "core/tal-observation.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"

#include <glib/gi18n-lib.h>

static TalHistoryEntry *
make_entry (const TalJournalEntry *stored)
{
  TalHistoryEntry *entry = g_new0 (TalHistoryEntry, 1);

  entry->sequence = stored->sequence;
  entry->made_at = stored->made_at;
  entry->author = g_strdup (stored->author);
  entry->origin = stored->origin;
  entry->label = g_strdup (stored->label);
  entry->reverses = stored->reverses;
  entry->undone = stored->undone;
  entry->n_changes = stored->n_changes;
  entry->first = stored->first;
  return entry;
}

GPtrArray *
tal_collection_load_history (
    TalCollection *self, const TalHistoryFilter *filter, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) stored = NULL;
  GPtrArray            *entries = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  stored = tal_store_load_history (self->store, filter, before, limit, error);
  if (stored == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_history_entry_free);
  for (guint i = 0; i < stored->len; i++)
    g_ptr_array_add (entries, make_entry (g_ptr_array_index (stored, i)));
  return entries;
}

TalChangeSet *
tal_collection_load_changes (TalCollection *self, gint64 sequence, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_load_changes (self->store, sequence, error);
}

TalChangeSet *
tal_collection_load_goal_changes (TalCollection *self, gint64 sequence, TalId goal, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_load_goal_changes (self->store, sequence, goal, error);
}

GPtrArray *
tal_collection_list_authors (TalCollection *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return tal_store_list_authors (self->store, error);
}

/* Says what was done to the same thing after an entry; FALSE where nothing was, or it cannot
 * be read. */
static gboolean
refuse_later (TalCollection *self, const TalKey *key, gint64 sequence, GError **error)
{
  g_autoptr (TalJournalEntry) entry = NULL;
  g_autoptr (TalChangeSet)    changes = NULL;
  g_autofree char            *sentence = NULL;
  g_autofree char            *when = NULL;
  const TalChange            *change = NULL;
  gint64                      later = 0;

  if (!tal_store_find_later (self->store, key, sequence, &later, NULL) || later == 0)
    return FALSE;

  entry = tal_store_load_entry (self->store, later, NULL);
  changes = tal_store_load_changes (self->store, later, NULL);
  change = changes != NULL ? tal_change_set_find (changes, key) : NULL;
  if (entry == NULL || change == NULL)
    return FALSE;

  sentence = tal_change_text_for_change (self->catalogue, change->before, change->after);
  when = tal_clock_format_local (entry->made_at);
  g_clear_error (error);
  /* Translators: what was done later, who did it, and when. */
  g_set_error (error, TAL_ERROR, TAL_ERROR_CONFLICT,
               _ ("This has been changed since: %s (%s, %s). Take that back first, or correct it "
                  "by hand."),
                  sentence, entry->author != NULL ? entry->author : "–", when);
  return TRUE;
}

/* Of a whole entry the first of its changes that stands in the way. */
static void
explain_conflict (TalCollection *self, gint64 sequence, GError **error)
{
  g_autoptr (TalChangeSet) changes = NULL;

  if (error == NULL || !g_error_matches (*error, TAL_ERROR, TAL_ERROR_CONFLICT))
    return;

  changes = tal_store_load_changes (self->store, sequence, NULL);
  for (guint i = 0; changes != NULL && i < tal_change_set_get_length (changes); i++)
    {
      if (refuse_later (self, &tal_change_set_get_change (changes, i)->key, sequence, error))
        return;
    }
}

static gboolean
check_can_be_undone (TalCollection *self, gint64 sequence, GError **error)
{
  g_autoptr (TalJournalEntry) entry = tal_store_load_entry (self->store, sequence, error);

  if (entry == NULL)
    return FALSE;

  if (entry->undone)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT, _ ("This has been undone already."));
  else if (entry->reverses != 0)
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                         _ ("This took something back itself. Use redo to bring that again."));
  else if (tal_collection_is_the_beginning (self, sequence))
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                         _ ("This is what the collection was made with, and cannot be undone."));
  else
    return TRUE;
  return FALSE;
}

TalChangeSet *
tal_collection_undo_entry (TalCollection *self, gint64 sequence, GError **error)
{
  g_autoptr (GPtrArray) applied = NULL;
  g_autoptr (GError)    refusal = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!check_can_be_undone (self, sequence, error))
    return NULL;

  applied = tal_collection_repeat (self, sequence, 1, TAL_ORIGIN_UNDO, &refusal);
  if (applied == NULL)
    {
      explain_conflict (self, sequence, &refusal);
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }

  return tal_change_set_ref (g_ptr_array_index (applied, 0));
}

/* What the key stands for now, a new reference; NULL where nothing does. */
static gboolean
load_current (TalCollection *self, const TalKey *key, TalRecord **ret_record, GError **error)
{
  g_autoptr (TalRun)    run = NULL;
  const TalRecord      *record = NULL;
  const TalObservation *figure = NULL;

  if (key->kind == TAL_KIND_OBSERVATION)
    {
      run = tal_run_source_ref_run (tal_store_get_runs (self->store), key->id, error);
      if (run == NULL)
        return FALSE;
      figure = tal_run_find (run, key->period);
      record = figure != NULL ? &figure->record : NULL;
    }
  else
    {
      record = tal_catalogue_find_key (self->catalogue, key);
    }

  *ret_record = record != NULL ? tal_record_ref (record) : NULL;
  return TRUE;
}

static gboolean
is_the_same (const TalRecord *a, const TalRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return tal_record_says_the_same (a, b);
}

/* The object itself, and the trace that its removal left. */
static gboolean
is_about (const TalChange *change, gpointer user_data)
{
  const TalKey *key = user_data;

  return tal_id_is_equal (change->key.id, key->id) &&
         tal_period_is_equal (change->key.period, key->period) &&
         (change->key.kind == key->kind || change->key.kind == TAL_KIND_REMOVAL);
}

static gboolean
add_restored (TalCollection   *self,
              const TalChange *change,
              gint64           sequence,
              TalChangeSet    *changes,
              GError         **error)
{
  g_autoptr (TalRecord) current = NULL;
  g_autoptr (TalRecord) restored = NULL;

  if (!load_current (self, &change->key, &current, error))
    return FALSE;
  /* A trace follows its object, whatever became of it. */
  if (change->key.kind == TAL_KIND_REMOVAL)
    {
      if (change->after == NULL && current != NULL)
        tal_change_set_add (changes, current, NULL);
      return TRUE;
    }
  if (!is_the_same (current, change->before))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT,
                           _ ("This has been changed since. Correct it by hand."));
      refuse_later (self, &change->key, sequence, error);
      return FALSE;
    }
  if (change->after == NULL)
    {
      tal_catalogue_add_removal (self->catalogue, changes, current, tal_clock_get_now (),
                                 tal_clock_get_author ());
      return TRUE;
    }

  restored = tal_record_copy (change->after);
  restored->changed_at = tal_clock_get_now ();
  g_free (restored->changed_by);
  restored->changed_by = g_strdup (tal_clock_get_author ());
  tal_change_set_add (changes, current, restored);
  return TRUE;
}

/* What has to be written so that the object is again what it was before the change. */
static TalChangeSet *
make_restoration (TalCollection *self, gint64 sequence, guint position, GError **error)
{
  g_autoptr (TalChangeSet) entry = tal_store_load_changes (self->store, sequence, error);
  g_autoptr (TalChangeSet) inverse = NULL;
  g_autoptr (TalChangeSet) wanted = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autofree char         *label = NULL;
  TalKey                   key;

  if (entry == NULL)
    return NULL;
  if (position >= tal_change_set_get_length (entry))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The history has no such change."));
      return NULL;
    }

  key = tal_change_set_get_change (entry, position)->key;
  inverse = tal_change_set_invert (entry, TAL_ORIGIN_EDIT, NULL);
  wanted = tal_change_set_subset (inverse, is_about, &key);
  label = tal_change_text_for_set (self->catalogue, wanted);
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, label);
  for (guint i = 0; i < tal_change_set_get_length (wanted); i++)
    {
      if (!add_restored (self, tal_change_set_get_change (wanted, i), sequence, changes, error))
        return NULL;
    }

  return g_steal_pointer (&changes);
}

TalChangeSet *
tal_collection_restore (TalCollection *self, gint64 sequence, guint position, GError **error)
{
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autoptr (TalChangeSet) changes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!tal_collection_begin (self, &transaction, error))
    return NULL;

  changes = make_restoration (self, sequence, position, error);
  return changes != NULL ? tal_collection_write_edit (self, &transaction, changes, error) : NULL;
}
