/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one person does to a collection: setting a figure, undoing and redoing. */

#include "config.h"

#include "base/tal-error.h"
#include "core/tal-version-stamp.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"

#include <glib/gi18n-lib.h>

static TalChangeSet *
make_changes (TalCollection *self, TalChangeMaker maker, gconstpointer request, GError **error)
{
  const TalWriter writer = tal_collection_get_writer (self);

  return maker (self->catalogue, tal_store_get_runs (self->store), &writer, request, error);
}

TalChangeSet *
tal_collection_make_changes (TalCollection *self,
                             TalChangeMaker maker,
                             gconstpointer  request,
                             GError       **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (maker != NULL, NULL);

  return tal_collection_refresh (self, error) ? make_changes (self, maker, request, error) : NULL;
}

TalChangeSet *
tal_collection_write_edit (TalCollection      *self,
                           TalTransaction     *transaction,
                           const TalChangeSet *changes,
                           GError            **error)
{
  g_autoptr (TalChangeSet) written = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  gint64                   sequence = 0;

  if (tal_change_set_get_length (changes) == 0)
    return tal_change_set_ref (changes);

  written = tal_version_stamp (changes, self->catalogue, self->replica);
  if (!tal_collection_write (self, written, NULL, 0, &after, &sequence, error) ||
      !tal_collection_finish (self, transaction, g_steal_pointer (&after), sequence, error))
    return NULL;

  return g_steal_pointer (&written);
}

TalChangeSet *
tal_collection_commit (TalCollection *self, const TalChangeSet *changes, GError **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  if (!tal_collection_begin (self, &transaction, error))
    return NULL;

  return tal_collection_write_edit (self, &transaction, changes, error);
}

TalChangeSet *
tal_collection_change (TalCollection *self,
                       TalChangeMaker maker,
                       gconstpointer  request,
                       GError       **error)
{
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autoptr (TalChangeSet) changes = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (maker != NULL, NULL);

  if (!tal_collection_begin (self, &transaction, error))
    return NULL;

  changes = make_changes (self, maker, request, error);
  return changes != NULL ? tal_collection_write_edit (self, &transaction, changes, error) : NULL;
}

TalChangeSet *
tal_collection_set_goal_figure (TalCollection       *self,
                                TalId                goal,
                                TalPart              part,
                                TalPeriod            period,
                                const TalFigureEdit *edit,
                                GError             **error)
{
  TalGoalEdit request = { goal, part, period };

  g_return_val_if_fail (edit != NULL, NULL);

  request.edit = *edit;
  return tal_collection_change (self, tal_edit_goal, &request, error);
}

TalChangeSet *
tal_collection_set_series_figure (
    TalCollection *self, TalId series, TalPeriod period, const TalFigureEdit *edit, GError **error)
{
  TalPlacedEdit request = { series, period };

  g_return_val_if_fail (edit != NULL, NULL);

  request.edit = *edit;
  return tal_collection_change (self, tal_edit_figure, &request, error);
}

static gboolean
begins_with_home_unit (TalCollection *self)
{
  g_autoptr (TalJournalEntry) entry = tal_store_load_entry (self->store, 1, NULL);
  TalKey                      home = tal_key_for_object (TAL_KIND_UNIT, self->home_unit);

  return entry != NULL && entry->origin == TAL_ORIGIN_EDIT && tal_key_equal (&entry->first, &home);
}

/* That is its unit, where it was given one, and then the example, where it is one. */
gboolean
tal_collection_is_the_beginning (TalCollection *self, gint64 sequence)
{
  gint64 n_first = (self->example ? 1 : 0) + (begins_with_home_unit (self) ? 1 : 0);

  return sequence <= n_first;
}

static gboolean
refuse_to_repeat (TalOrigin origin, guint n_possible, GError **error)
{
  if (n_possible > 0)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                 origin == TAL_ORIGIN_UNDO
                     ? ngettext ("Only %u change can be undone; nothing was done.",
                                 "Only %u changes can be undone; nothing was done.", n_possible)
                     : ngettext ("Only %u change can be redone; nothing was done.",
                                 "Only %u changes can be redone; nothing was done.", n_possible),
                 n_possible);
  else
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                         origin == TAL_ORIGIN_UNDO ? _ ("There is nothing to undo.")
                                                   : _ ("There is nothing to redo."));
  return FALSE;
}

/* What stands in the way is said with what it stands in the way of; a full disk is not
 * about this change. */
static void
explain (GError **error, TalOrigin origin, const char *label)
{
  if (error == NULL || (!g_error_matches (*error, TAL_ERROR, TAL_ERROR_CONFLICT) &&
                        !g_error_matches (*error, TAL_ERROR, TAL_ERROR_INVALID_RECORD)))
    return;

  g_prefix_error (error, origin == TAL_ORIGIN_UNDO ? _ ("%s: this cannot be undone. ")
                                                   : _ ("%s: this cannot be redone. "), label);
}

/* Within a transaction: an undo writes the inverse of an entry, a redo the entry itself
 * once more, and the catalogue follows. */
static gboolean
repeat_entry (
    TalCollection *self, gint64 entry, TalOrigin origin, GPtrArray *applied, GError **error)
{
  g_autoptr (TalChangeSet)  original = tal_store_load_without_bulks (self->store, entry, error);
  g_autoptr (TalChangeSet)  inverse = NULL;
  g_autoptr (TalChangeSet)  again = NULL;
  g_autoptr (TalBulkReader) bulks = NULL;
  TalCatalogue             *after = NULL;
  const char               *label = NULL;

  if (original == NULL)
    return FALSE;
  bulks = tal_store_read_bulks (self->store, entry, origin == TAL_ORIGIN_UNDO, error);
  if (bulks == NULL)
    return FALSE;

  label = tal_change_set_get_label (original);
  inverse = tal_change_set_invert (original, origin, label);
  again = origin == TAL_ORIGIN_UNDO ? tal_change_set_ref (inverse)
                                    : tal_change_set_invert (inverse, origin, label);
  if (!tal_collection_write (self, again, tal_bulk_reader_get_additions (bulks), entry, &after,
                             &self->sequence, error))
    {
      explain (error, origin, label);
      return FALSE;
    }

  tal_catalogue_unref (self->catalogue);
  self->catalogue = after;
  g_ptr_array_add (applied, g_steal_pointer (&again));
  return TRUE;
}

static gboolean
repeat_entries (
    TalCollection *self, guint n_steps, TalOrigin origin, GPtrArray *applied, GError **error)
{
  while (applied->len < n_steps)
    {
      gint64 entry = 0;

      if (origin == TAL_ORIGIN_UNDO ? !tal_store_find_undo (self->store, &entry, error)
                                    : !tal_store_find_redo (self->store, &entry, error))
        return FALSE;
      if (entry == 0 || tal_collection_is_the_beginning (self, entry))
        return refuse_to_repeat (origin, applied->len, error);
      if (!repeat_entry (self, entry, origin, applied, error))
        return FALSE;
    }

  return TRUE;
}

/* All in one transaction: what is the newest must not change between finding and undoing
 * it, and a person who asked for three gets three or none. */
GPtrArray *
tal_collection_repeat (
    TalCollection *self, gint64 only, guint n_steps, TalOrigin origin, GError **error)
{
  g_auto (TalTransaction)  transaction = TAL_TRANSACTION_INIT;
  g_autoptr (GPtrArray)    applied = NULL;
  g_autoptr (TalCatalogue) before = NULL;
  gint64                   sequence = 0;

  if (!tal_collection_begin (self, &transaction, error))
    return NULL;

  applied = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_change_set_unref);
  before = tal_catalogue_ref (self->catalogue);
  sequence = self->sequence;
  if (!(only != 0 ? repeat_entry (self, only, origin, applied, error)
                  : repeat_entries (self, n_steps, origin, applied, error)) ||
      !tal_transaction_commit (&transaction, error))
    {
      tal_catalogue_unref (self->catalogue);
      self->catalogue = g_steal_pointer (&before);
      self->sequence = sequence;
      return NULL;
    }

  return g_steal_pointer (&applied);
}

GPtrArray *
tal_collection_undo (TalCollection *self, guint n_steps, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_steps > 0, NULL);

  return tal_collection_repeat (self, 0, n_steps, TAL_ORIGIN_UNDO, error);
}

GPtrArray *
tal_collection_redo (TalCollection *self, guint n_steps, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_steps > 0, NULL);

  return tal_collection_repeat (self, 0, n_steps, TAL_ORIGIN_REDO, error);
}

static char *
dup_label (TalCollection *self, gboolean (*find) (TalStore *, gint64 *, GError **))
{
  g_autoptr (TalJournalEntry) entry = NULL;
  gint64                      sequence = 0;

  if (!find (self->store, &sequence, NULL) || sequence == 0 ||
      tal_collection_is_the_beginning (self, sequence))
    return NULL;

  entry = tal_store_load_entry (self->store, sequence, NULL);
  return entry != NULL ? g_strdup (entry->label) : NULL;
}

char *
tal_collection_dup_undo_label (TalCollection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_label (self, tal_store_find_undo);
}

char *
tal_collection_dup_redo_label (TalCollection *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_label (self, tal_store_find_redo);
}
