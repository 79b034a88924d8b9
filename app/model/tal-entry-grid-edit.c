/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to the cells of an entry grid: each is one change set, and what is refused
 * stays in its cell. */

#include "config.h"

#include "model/tal-entry-grid-private.h"
#include "model/tal-figure-entry.h"

#include <glib/gi18n-lib.h>

/* What is on its way to the disk. */
typedef struct
{
  TalEntryGrid *grid;
  gboolean      single; /* then the draft of 'key' waits for it */
  TalKey        key;
  char         *sentence; /* that is said when it is stored, or NULL */
} Errand;

static void
free_errand (Errand *errand)
{
  g_object_unref (errand->grid);
  g_free (errand->sentence);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

static void
set_draft (TalEntryGrid *self, const TalKey *key, const char *text, const char *reason)
{
  TalEntryDraft *draft = g_new0 (TalEntryDraft, 1);

  draft->text = g_strdup (text);
  draft->reason = g_strdup (reason);
  g_hash_table_replace (self->drafts, g_memdup2 (key, sizeof *key), draft);
}

/* What waited is stored, or keeps its text with the reason why it isn't. */
static void
settle_draft (TalEntryGrid *self, const TalKey *key, const GError *error)
{
  TalEntryDraft *draft = g_hash_table_lookup (self->drafts, key);

  if (draft == NULL || draft->reason != NULL)
    return;
  if (error != NULL)
    draft->reason = g_strdup (error->message);
  else
    g_hash_table_remove (self->drafts, key);
}

static void
edited_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;
  TalEntryGrid      *self = errand->grid;

  tal_workspace_edit_figures_finish (TAL_WORKSPACE (object), result, &error);
  if (self->workspace != TAL_WORKSPACE (object))
    return;

  if (errand->single)
    settle_draft (self, &errand->key, error);
  else if (error != NULL)
    tal_entry_grid_emit_failed (self, error->message);
  tal_entry_grid_emit_changed (self);
  if (error == NULL && errand->sentence != NULL)
    tal_entry_grid_emit_stored (self, errand->sentence);
}

void
tal_entry_grid_store (TalEntryGrid        *self,
                      const TalEntryBatch *batch,
                      const TalKey        *key,
                      const char          *sentence)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->grid = g_object_ref (self);
  errand->sentence = g_strdup (sentence);
  errand->single = key != NULL;
  if (key != NULL)
    errand->key = *key;
  tal_workspace_edit_figures_async (self->workspace, tal_entry_batch_get_edits (batch),
                                    sentence != NULL
                                        ? sentence
                                        : _ ("Results entered"), NULL, edited_cb, errand);
}

gboolean
tal_entry_grid_type (TalEntryGrid *self, guint row, guint column, const char *text)
{
  g_autoptr (TalEntryBatch) batch = NULL;
  g_autoptr (GArray)        texts = NULL;
  g_autofree char          *typed = NULL;
  const char               *reason = NULL;
  TalKey                    key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (tal_entry_grid_is_editable (self, row, column), FALSE);

  tal_entry_grid_find_key (self, row, column, &key);
  g_hash_table_remove (self->drafts, &key);
  typed = tal_entry_grid_dup_typed (self, row, column);
  texts = tal_entry_text_list_new ();
  if (!g_str_equal (typed, text))
    tal_entry_text_list_add (texts, row, column, text);
  batch = tal_entry_grid_read (self, texts);
  if (texts->len > 0)
    reason = g_array_index (texts, TalEntryText, 0).reason;
  if (reason != NULL || tal_entry_batch_get_edits (batch)->len > 0)
    set_draft (self, &key, text, reason);
  if (tal_entry_batch_get_edits (batch)->len > 0)
    tal_entry_grid_store (self, batch, &key, NULL);
  tal_entry_grid_emit_changed (self);
  return reason == NULL;
}

char *
tal_entry_grid_dup_offer (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryDraft *draft = NULL;
  const TalSeries     *series = NULL;
  TalPeriod            period = TAL_PERIOD_UNSET;
  TalKey               key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  series = tal_entry_grid_find_target (self, row, column, &period);
  if (series == NULL || !tal_entry_grid_find_key (self, row, column, &key))
    return NULL;

  draft = g_hash_table_lookup (self->drafts, &key);
  return draft != NULL && draft->reason != NULL ? tal_figure_entry_dup_offer (draft->text, series)
                                                : NULL;
}

gboolean
tal_entry_grid_revert (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryDraft *draft = NULL;
  TalKey               key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  if (!tal_entry_grid_find_key (self, row, column, &key))
    return FALSE;

  draft = g_hash_table_lookup (self->drafts, &key);
  if (draft == NULL || draft->reason == NULL)
    return FALSE;

  g_hash_table_remove (self->drafts, &key);
  tal_entry_grid_emit_changed (self);
  return TRUE;
}

static guint
count_refused (GHashTable *drafts)
{
  GHashTableIter iter;
  gpointer       draft = NULL;
  guint          n_refused = 0;

  g_hash_table_iter_init (&iter, drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    n_refused += ((const TalEntryDraft *)draft)->reason != NULL ? 1 : 0;
  return n_refused;
}

guint
tal_entry_grid_count_refused (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), 0);

  return count_refused (self->drafts) + count_refused (self->notes);
}
