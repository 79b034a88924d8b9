/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-entry-batch.h"

struct _TalEntryBatch
{
  GArray     *edits;     /* of TalPlacedEdit */
  GHashTable *positions; /* TalKey * of the figure → its position + 1 */
};

TalEntryBatch *
tal_entry_batch_new (void)
{
  TalEntryBatch *self = g_new0 (TalEntryBatch, 1);

  self->edits = tal_placed_edit_list_new ();
  self->positions = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  return self;
}

void
tal_entry_batch_free (TalEntryBatch *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->positions);
  g_array_unref (self->edits);
  g_free (self);
}

static TalFigureEdit *
find_edit (const TalEntryBatch *self, TalId series, TalPeriod period)
{
  TalKey key = { TAL_KIND_OBSERVATION, series, period };
  guint  position = GPOINTER_TO_UINT (g_hash_table_lookup (self->positions, &key));

  return position > 0 ? &g_array_index (self->edits, TalPlacedEdit, position - 1).edit : NULL;
}

static void
merge (TalFigureEdit *edit, const TalFigureEdit *more)
{
  if (more->sets_value)
    {
      edit->sets_value = TRUE;
      edit->value = more->value;
      edit->missing = more->missing;
    }
  if (more->sets_approximation)
    {
      edit->sets_approximation = TRUE;
      edit->approximation = more->approximation;
    }
  if (more->sets_state)
    {
      edit->sets_state = TRUE;
      edit->state = more->state;
    }
  if (more->sets_note)
    {
      edit->sets_note = TRUE;
      g_free ((char *)edit->note);
      edit->note = g_strdup (more->note);
    }
}

void
tal_entry_batch_add (TalEntryBatch *self, TalId series, TalPeriod period, const TalFigureEdit *edit)
{
  TalKey         key = { TAL_KIND_OBSERVATION, series, period };
  TalFigureEdit *known = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (edit != NULL);

  known = find_edit (self, series, period);
  if (known != NULL)
    {
      merge (known, edit);
      return;
    }

  tal_placed_edit_list_add (self->edits, series, period, edit);
  g_hash_table_insert (self->positions, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (self->edits->len));
}

const TalFigureEdit *
tal_entry_batch_find (const TalEntryBatch *self, TalId series, TalPeriod period)
{
  g_return_val_if_fail (self != NULL, NULL);

  return find_edit (self, series, period);
}

GArray *
tal_entry_batch_get_edits (const TalEntryBatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edits;
}
