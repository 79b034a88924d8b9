/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one person does to a collection: setting a figure, undoing and redoing. */

#include "config.h"

#include "base/tal-error.h"
#include "model/tal-clock.h"
#include "model/tal-collection-private.h"

#include <glib/gi18n-lib.h>

/* Makes and writes an edit of 'series' while nobody else can write. */
static TalChangeSet *
set_figure (TalCollection       *self,
            const TalSeries     *series,
            TalPeriod            period,
            const TalFigureEdit *edit,
            TalTransaction      *transaction,
            GError             **error)
{
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalCatalogue) after = NULL;
  gint64                   sequence = 0;

  changes = tal_edit_figure (self->catalogue, tal_store_get_runs (self->store), series, period,
                             edit, tal_clock_get_now (), tal_clock_get_author (), error);
  if (changes == NULL)
    return NULL;
  if (tal_change_set_get_length (changes) == 0)
    return g_steal_pointer (&changes);

  if (!tal_collection_write (self, changes, 0, &after, &sequence, error) ||
      !tal_collection_finish (self, transaction, g_steal_pointer (&after), sequence, error))
    return NULL;

  return g_steal_pointer (&changes);
}

TalChangeSet *
tal_collection_set_goal_figure (TalCollection       *self,
                                TalId                goal,
                                TalPart              part,
                                TalPeriod            period,
                                const TalFigureEdit *edit,
                                GError             **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
  const TalRecord        *record = NULL;
  const TalSeries        *series = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (edit != NULL, NULL);

  if (!tal_collection_begin (self, &transaction, error))
    return NULL;

  record = tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, goal);
  if (record == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The goal isn't there any more."));
      return NULL;
    }

  series = tal_edit_find_part (self->catalogue, TAL_GOAL (record), part, error);
  return series != NULL ? set_figure (self, series, period, edit, &transaction, error) : NULL;
}

TalChangeSet *
tal_collection_set_series_figure (
    TalCollection *self, TalId series, TalPeriod period, const TalFigureEdit *edit, GError **error)
{
  g_auto (TalTransaction) transaction = TAL_TRANSACTION_INIT;
  const TalRecord        *record = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (edit != NULL, NULL);

  if (!tal_collection_begin (self, &transaction, error))
    return NULL;

  record = tal_catalogue_find (self->catalogue, TAL_KIND_SERIES, series);
  if (record == NULL)
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           _ ("The series isn't there any more."));
      return NULL;
    }

  return set_figure (self, TAL_SERIES (record), period, edit, &transaction, error);
}

/* What a collection was made with is not undone: there would be nothing left. */
static gboolean
is_the_beginning (TalCollection *self, gint64 sequence)
{
  g_autoptr (TalChangeSet) changes = NULL;
  TalKey                   home = tal_key_for_object (TAL_KIND_UNIT, self->home_unit);

  if (sequence != 1 || self->example)
    return sequence == 1;

  changes = tal_store_load_changes (self->store, sequence, NULL);
  return changes != NULL && tal_change_set_get_origin (changes) == TAL_ORIGIN_EDIT &&
         tal_change_set_find (changes, &home) != NULL;
}

/* An undo commits the inverse of an entry, a redo the entry itself once more. */
static gboolean
repeat_entry (TalCollection *self,
              gint64         sequence,
              TalOrigin      origin,
              TalChangeSet **ret_applied,
              GError       **error)
{
  g_autoptr (TalChangeSet) original = NULL;
  g_autoptr (TalChangeSet) inverse = NULL;
  g_autoptr (TalChangeSet) again = NULL;
  const char              *label = NULL;

  if (sequence == 0 || is_the_beginning (self, sequence))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                           origin == TAL_ORIGIN_UNDO ? _ ("There is nothing to undo.")
                                                     : _ ("There is nothing to redo."));
      return FALSE;
    }

  original = tal_store_load_changes (self->store, sequence, error);
  if (original == NULL)
    return FALSE;

  label = tal_change_set_get_label (original);
  inverse = tal_change_set_invert (original, origin, label);
  again = origin == TAL_ORIGIN_UNDO ? tal_change_set_ref (inverse)
                                    : tal_change_set_invert (inverse, origin, label);
  if (!tal_collection_write_and_finish (self, again, sequence, error))
    {
      g_prefix_error (error, origin == TAL_ORIGIN_UNDO ? _ ("“%s” cannot be undone. ")
                                                       : _ ("“%s” cannot be redone. "), label);
      return FALSE;
    }

  if (ret_applied != NULL)
    *ret_applied = g_steal_pointer (&again);
  return TRUE;
}

gboolean
tal_collection_undo (TalCollection *self, TalChangeSet **ret_applied, GError **error)
{
  gint64 sequence = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  return tal_store_find_undo (self->store, &sequence, error) &&
         repeat_entry (self, sequence, TAL_ORIGIN_UNDO, ret_applied, error);
}

gboolean
tal_collection_redo (TalCollection *self, TalChangeSet **ret_applied, GError **error)
{
  gint64 sequence = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  return tal_store_find_redo (self->store, &sequence, error) &&
         repeat_entry (self, sequence, TAL_ORIGIN_REDO, ret_applied, error);
}

static char *
dup_label (TalCollection *self, gboolean (*find) (TalStore *, gint64 *, GError **))
{
  g_autoptr (TalJournalEntry) entry = NULL;
  gint64                      sequence = 0;

  if (!find (self->store, &sequence, NULL) || sequence == 0 || is_the_beginning (self, sequence))
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
