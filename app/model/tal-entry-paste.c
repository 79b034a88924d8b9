/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-entry-paste.h"

#include "base/tal-danish-text.h"
#include "core/tal-danish-period.h"
#include "model/tal-entry-grid-private.h"

#include <glib/gi18n-lib.h>

struct _TalEntryPaste
{
  TalEntryGrid  *grid;
  TalEntryRange  at;
  TalCellBlock  *block;
  gboolean       can_have_headings;
  gboolean       headings;
  GArray        *texts;   /* of TalEntryText: those with a place */
  GArray        *origins; /* of guint: the cell of the block that each is, counted by rows */
  GHashTable    *reasons; /* the block's cell + 1 → why it cannot be read */
  TalEntryBatch *batch;
};

/* The column of the grid that a heading names; G_MAXUINT where none. */
static guint
find_heading (TalEntryGrid *grid, const char *text)
{
  g_autofree char *plain = tal_danish_text_dup_plain (text);
  TalPeriod        period = TAL_PERIOD_UNSET;
  gboolean         is_period =
      grid->mode == TAL_ENTRY_MODE_SERIES && tal_danish_period_parse (text, &period, NULL);

  for (guint column = 0; column < tal_entry_grid_get_n_columns (grid); column++)
    {
      g_autofree char *heading = tal_entry_grid_dup_heading (grid, column);
      g_autofree char *own = tal_danish_text_dup_plain (heading);

      if (g_str_equal (own, plain) ||
          (is_period &&
           tal_period_is_equal (period, g_array_index (grid->periods, TalPeriod, column))))
        return column;
    }

  return G_MAXUINT;
}

/* Whether every text of the first row is a heading, and there is something under it. */
static gboolean
looks_like_headings (const TalEntryPaste *self)
{
  if (tal_cell_block_get_n_rows (self->block) < 2)
    return FALSE;

  for (guint column = 0; column < tal_cell_block_get_n_columns (self->block); column++)
    {
      if (find_heading (self->grid, tal_cell_block_get (self->block, 0, column)) == G_MAXUINT)
        return FALSE;
    }

  return TRUE;
}

static guint
find_column (const TalEntryPaste *self, guint column)
{
  guint found = self->at.column + column;

  if (self->headings)
    return find_heading (self->grid, tal_cell_block_get (self->block, 0, column));
  return found < tal_entry_grid_get_n_columns (self->grid) ? found : G_MAXUINT;
}

static void
refuse (TalEntryPaste *self, guint origin, const char *reason)
{
  g_hash_table_insert (self->reasons, GUINT_TO_POINTER (origin + 1), g_strdup (reason));
}

static void
add_text (TalEntryPaste *self, guint row, guint column, const char *text, guint origin)
{
  TalKey key;

  if (row == G_MAXUINT || column == G_MAXUINT)
    {
      refuse (self, origin, _ ("There is no cell for it in the grid."));
      return;
    }
  if (tal_entry_grid_is_heading (self->grid, row) ||
      !tal_entry_grid_find_key (self->grid, row, column, &key))
    return;
  if (tal_entry_grid_get_lock (self->grid, row, column) != NULL)
    {
      refuse (self, origin, tal_entry_grid_get_lock (self->grid, row, column));
      return;
    }

  tal_entry_text_list_add (self->texts, row, column, text);
  g_array_append_val (self->origins, origin);
}

/* Row by row: so lie the figures of a series on the disk too. */
static void
add_block (TalEntryPaste *self)
{
  guint             n_columns = tal_cell_block_get_n_columns (self->block);
  guint             row = self->at.row;
  g_autofree guint *targets = g_new (guint, n_columns);

  for (guint column = 0; column < n_columns; column++)
    targets[column] = find_column (self, column);

  for (guint i = self->headings ? 1 : 0; i < tal_cell_block_get_n_rows (self->block); i++, row++)
    {
      while (row < tal_entry_grid_get_n_rows (self->grid) &&
             tal_entry_grid_is_heading (self->grid, row))
        row++;
      for (guint column = 0; column < n_columns; column++)
        {
          const char *text = tal_cell_block_get (self->block, i, column);

          if (text[0] != '\0')
            add_text (self, row < tal_entry_grid_get_n_rows (self->grid) ? row : G_MAXUINT,
                      targets[column], text, i * n_columns + column);
        }
    }
}

/* One value for every cell that is selected. */
static void
add_everywhere (TalEntryPaste *self)
{
  const char *text = tal_cell_block_get (self->block, 0, 0);

  for (guint row = self->at.row; row < self->at.row + self->at.n_rows; row++)
    {
      for (guint column = self->at.column; column < self->at.column + self->at.n_columns; column++)
        add_text (self, row, column, text, 0);
    }
}

static void
hold_against_grid (TalEntryPaste *self)
{
  g_hash_table_remove_all (self->reasons);
  g_array_set_size (self->texts, 0);
  g_array_set_size (self->origins, 0);
  g_clear_pointer (&self->batch, tal_entry_batch_free);

  if (tal_cell_block_get_n_rows (self->block) == 1 &&
      tal_cell_block_get_n_columns (self->block) == 1)
    add_everywhere (self);
  else
    add_block (self);

  self->batch = tal_entry_grid_read (self->grid, self->texts);
  for (guint i = 0; i < self->texts->len; i++)
    {
      const TalEntryText *each = &g_array_index (self->texts, TalEntryText, i);

      if (each->reason != NULL)
        refuse (self, g_array_index (self->origins, guint, i), each->reason);
    }
}

TalEntryPaste *
tal_entry_paste_new (TalEntryGrid *grid, const TalEntryRange *at, TalCellBlock *block)
{
  TalEntryPaste *self = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (grid), NULL);
  g_return_val_if_fail (at != NULL && block != NULL, NULL);

  self = g_new0 (TalEntryPaste, 1);
  self->grid = g_object_ref (grid);
  self->at = *at;
  self->block = block;
  self->texts = tal_entry_text_list_new ();
  self->origins = g_array_new (FALSE, FALSE, sizeof (guint));
  self->reasons = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->can_have_headings = looks_like_headings (self);
  self->headings = self->can_have_headings;
  hold_against_grid (self);
  return self;
}

void
tal_entry_paste_free (TalEntryPaste *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->batch, tal_entry_batch_free);
  g_hash_table_unref (self->reasons);
  g_array_unref (self->origins);
  g_array_unref (self->texts);
  tal_cell_block_free (self->block);
  g_object_unref (self->grid);
  g_free (self);
}

const TalCellBlock *
tal_entry_paste_get_block (const TalEntryPaste *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->block;
}

gboolean
tal_entry_paste_can_have_headings (const TalEntryPaste *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->can_have_headings;
}

gboolean
tal_entry_paste_get_headings (const TalEntryPaste *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->headings;
}

void
tal_entry_paste_set_headings (TalEntryPaste *self, gboolean headings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (!headings || self->can_have_headings);

  if (self->headings == headings)
    return;

  self->headings = headings;
  hold_against_grid (self);
}

/* Cells without a place are refused and have no text. */
guint
tal_entry_paste_get_n_values (const TalEntryPaste *self)
{
  guint n_read = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->texts->len; i++)
    n_read += g_array_index (self->texts, TalEntryText, i).reason == NULL ? 1 : 0;
  return n_read + tal_entry_paste_get_n_refused (self);
}

guint
tal_entry_paste_get_n_refused (const TalEntryPaste *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_hash_table_size (self->reasons);
}

const char *
tal_entry_paste_get_reason (const TalEntryPaste *self, guint row, guint column)
{
  guint origin = 0;

  g_return_val_if_fail (self != NULL, NULL);

  origin = row * tal_cell_block_get_n_columns (self->block) + column;
  return g_hash_table_lookup (self->reasons, GUINT_TO_POINTER (origin + 1));
}

void
tal_entry_paste_store (TalEntryPaste *self)
{
  g_autofree char *sentence = NULL;
  guint            n_values = 0;

  g_return_if_fail (self != NULL);

  if (tal_entry_batch_get_edits (self->batch)->len == 0)
    return;

  n_values = tal_entry_paste_get_n_values (self) - tal_entry_paste_get_n_refused (self);
  sentence = g_strdup_printf (ngettext ("%u value was pasted", "%u values were pasted", n_values),
                              n_values);
  tal_entry_grid_store (self->grid, self->batch, NULL, sentence);
}
