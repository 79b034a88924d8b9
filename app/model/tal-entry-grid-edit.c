/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to the cells of an entry grid: each is one change set, and what is refused
 * stays in its cell. */

#include "config.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "model/tal-entry-grid-private.h"
#include "model/tal-figure-entry.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is on its way to the disk. */
typedef struct
{
  TalEntryGrid *grid;
  GArray       *keys;     /* of TalKey: the drafts that wait for it */
  char         *sentence; /* that is said when it is stored, or NULL */
} Errand;

static void
free_errand (Errand *errand)
{
  g_object_unref (errand->grid);
  g_array_unref (errand->keys);
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

  for (guint i = 0; i < errand->keys->len; i++)
    settle_draft (self, &g_array_index (errand->keys, TalKey, i), error);
  tal_entry_grid_emit_changed (self);
  if (error == NULL && errand->sentence != NULL)
    tal_entry_grid_emit_stored (self, errand->sentence);
}

/* Takes the keys, whose drafts wait. */
static void
store (TalEntryGrid *self, GArray *edits, GArray *keys, const char *label, const char *sentence)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->grid = g_object_ref (self);
  errand->keys = keys;
  errand->sentence = g_strdup (sentence);
  tal_workspace_edit_figures_async (self->workspace, edits, label, NULL, edited_cb, errand);
}

static const TalObservation *
find_part (TalEntryGrid *self, const TalEntryRow *row, TalPart part)
{
  const TalSeries *series = row->parts[part];

  return series != NULL ? tal_entry_runs_find (self->runs, series->record.id, self->period) : NULL;
}

static TalDecimal
get_part_value (TalEntryGrid *self, const TalEntryRow *row, TalPart part)
{
  const TalObservation *observation = find_part (self, row, part);

  return observation != NULL ? observation->value : TAL_DECIMAL_NONE;
}

static gboolean
parse_state (const char *text, TalFigureState *ret_state)
{
  g_autofree char *typed = tal_danish_text_dup_plain (text);
  const char      *words[] = { _ ("Final"), _ ("Preliminary"), _ ("Estimate") };

  for (guint i = 0; typed[0] != '\0' && i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = tal_danish_text_dup_plain (words[i]);

      if (g_str_has_prefix (word, typed))
        {
          *ret_state = (TalFigureState)i;
          return TRUE;
        }
    }

  return FALSE;
}

/* The state of a result is that of the figures that are entered for it. */
static void
add_state (TalEntryGrid *self, const TalEntryRow *row, TalFigureState state, GArray *edits)
{
  TalFigureEdit edit = { .sets_state = TRUE, .state = state };

  for (guint part = 0; part < TAL_N_PARTS; part++)
    {
      if (find_part (self, row, (TalPart)part) != NULL &&
          (part != TAL_PART_DENOMINATOR || row->lender == NULL))
        tal_placed_edit_list_add (edits, row->parts[part]->record.id, self->period, &edit);
    }
}

static gboolean
read_state (
    TalEntryGrid *self, const TalEntryRow *row, const char *text, GArray *edits, GError **error)
{
  TalFigureState state;

  if (!parse_state (text, &state))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("Write “Final”, “Preliminary” or “Estimate”."));
      return FALSE;
    }

  add_state (self, row, state, edits);
  if (edits->len > 0)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                       _ ("There is no figure in this period yet. Enter the figure first."));
  return FALSE;
}

/* "268/545": a denominator that is another goal's figure may be said, but not changed. */
static gboolean
read_share (
    TalEntryGrid *self, const TalEntryRow *row, const char *text, GArray *edits, GError **error)
{
  const TalSeries *above = row->parts[TAL_PART_NUMERATOR];
  const TalSeries *below = row->parts[TAL_PART_DENOMINATOR];
  TalDecimal       known = get_part_value (self, row, TAL_PART_DENOMINATOR);
  TalFigureEdit    numerator;
  TalFigureEdit    denominator;

  if (!tal_figure_entry_parse_share (text, above, below, &numerator, &denominator, error))
    return FALSE;
  if (row->lender != NULL &&
      (tal_decimal_is_none (known) || tal_decimal_compare (known, denominator.value) != 0))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _ ("The denominator is the figure of goal %d. Correct it there."),
                      row->lender->number);
      return FALSE;
    }

  tal_placed_edit_list_add (edits, above->record.id, self->period, &numerator);
  if (row->lender == NULL)
    tal_placed_edit_list_add (edits, below->record.id, self->period, &denominator);
  return TRUE;
}

/* A numerator is no larger than its denominator, whichever of them is typed. */
static gboolean
check_counts (TalEntryGrid        *self,
              const TalEntryRow   *row,
              guint                column,
              const TalFigureEdit *edit,
              GError             **error)
{
  TalDecimal above = get_part_value (self, row, TAL_PART_NUMERATOR);
  TalDecimal below = get_part_value (self, row, TAL_PART_DENOMINATOR);

  if (self->mode != TAL_ENTRY_MODE_GOALS || edit->missing != TAL_MISSING_NOT)
    return TRUE;
  if (column == TAL_ENTRY_COLUMN_NUMERATOR)
    above = edit->value;
  else if (column == TAL_ENTRY_COLUMN_DENOMINATOR)
    below = edit->value;
  return tal_figure_entry_check_share (above, below, error);
}

/* What a text means in a cell, added to 'edits'; nothing for no text where nothing is. */
static gboolean
read_text (
    TalEntryGrid *self, guint row, guint column, const char *text, GArray *edits, GError **error)
{
  const TalEntryRow    *own = tal_entry_grid_get_row (self, row);
  TalPeriod             period = TAL_PERIOD_UNSET;
  const TalSeries      *series = tal_entry_grid_find_target (self, row, column, &period);
  const TalObservation *before = NULL;
  TalFigureEdit         edit;

  if (series == NULL)
    return read_state (self, own, text, edits, error);
  if (self->mode == TAL_ENTRY_MODE_GOALS && own->parts[TAL_PART_NUMERATOR] != NULL &&
      own->parts[TAL_PART_DENOMINATOR] != NULL && tal_figure_entry_is_share (text))
    return read_share (self, own, text, edits, error);
  if (!tal_figure_entry_parse (text, series, &edit, error) ||
      !check_counts (self, own, column, &edit, error))
    return FALSE;

  before = tal_entry_runs_find (self->runs, series->record.id, period);
  if (before != NULL || edit.missing != TAL_MISSING_NOT_YET_REPORTED)
    tal_placed_edit_list_add (edits, series->record.id, period, &edit);
  return TRUE;
}

gboolean
tal_entry_grid_type (TalEntryGrid *self, guint row, guint column, const char *text)
{
  g_autoptr (GArray) edits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *typed = NULL;
  GArray            *keys = NULL;
  TalKey             key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (tal_entry_grid_is_editable (self, row, column), FALSE);

  tal_entry_grid_find_key (self, row, column, &key);
  g_hash_table_remove (self->drafts, &key);
  typed = tal_entry_grid_dup_typed (self, row, column);
  edits = tal_placed_edit_list_new ();
  if (!g_str_equal (typed, text) && !read_text (self, row, column, text, edits, &error))
    set_draft (self, &key, text, error->message);
  if (edits->len > 0)
    {
      set_draft (self, &key, text, NULL);
      keys = g_array_new (FALSE, FALSE, sizeof (TalKey));
      g_array_append_val (keys, key);
      store (self, edits, keys, _ ("results entered"), NULL);
    }
  tal_entry_grid_emit_changed (self);
  return error == NULL;
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

guint
tal_entry_grid_count_refused (TalEntryGrid *self)
{
  GHashTableIter iter;
  gpointer       draft = NULL;
  guint          n_refused = 0;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), 0);

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    n_refused += ((const TalEntryDraft *)draft)->reason != NULL ? 1 : 0;
  return n_refused;
}
