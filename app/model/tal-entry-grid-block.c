/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to several cells of an entry grid at once. */

#include "config.h"

#include "base/tal-danish-number.h"
#include "base/tal-fraction.h"
#include "model/tal-entry-grid-private.h"
#include "model/tal-figure-entry.h"

#include <glib/gi18n-lib.h>

/* Decimals that a sum of shown figures can need. */
#define SUM_DECIMALS 4

/* The rows of a block without the headings: an array of guint. */
static GArray *
list_rows (TalEntryGrid *self, const TalEntryRange *range)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = range->row; row < MIN (range->row + range->n_rows, self->rows->len); row++)
    {
      if (!tal_entry_grid_is_heading (self, row))
        g_array_append_val (rows, row);
    }

  return rows;
}

static guint
get_end (TalEntryGrid *self, const TalEntryRange *range)
{
  return MIN (range->column + range->n_columns, tal_entry_grid_get_n_columns (self));
}

TalCellBlock *
tal_entry_grid_copy (TalEntryGrid *self, const TalEntryRange *range)
{
  g_autoptr (GArray) rows = NULL;
  TalCellBlock      *block = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (range != NULL, NULL);

  rows = list_rows (self, range);
  block = tal_cell_block_new (rows->len, get_end (self, range) - range->column);
  for (guint i = 0; i < rows->len; i++)
    {
      for (guint column = range->column; column < get_end (self, range); column++)
        {
          g_auto (TalEntryCell) cell = { NULL };

          tal_entry_grid_load_cell (self, g_array_index (rows, guint, i), column, &cell);
          tal_cell_block_set (block, i, column - range->column, cell.text);
        }
    }

  return block;
}

/* The same text for each cell of the block that can be edited. */
static void
add_texts (TalEntryGrid *self, guint row, guint first, guint end, const char *text, GArray *texts)
{
  for (guint column = first; column < end; column++)
    {
      if (tal_entry_grid_is_editable (self, row, column))
        tal_entry_text_list_add (texts, row, column, text);
    }
}

/* Why nothing was done to a block, where a lock is the reason. */
static void
say_lock (TalEntryGrid *self, const TalEntryRange *range)
{
  const char *lock = tal_entry_grid_find_lock (self, range);

  if (lock != NULL)
    tal_entry_grid_emit_failed (self, lock);
}

static void
drop_drafts (TalEntryGrid *self, const GArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const TalEntryText *each = &g_array_index (texts, TalEntryText, i);

      tal_entry_grid_revert (self, each->row, each->column);
    }
}

void
tal_entry_grid_clear (TalEntryGrid *self, const TalEntryRange *range)
{
  g_autoptr (TalEntryBatch) batch = NULL;
  g_autoptr (GArray)        texts = NULL;
  g_autoptr (GArray)        rows = NULL;
  g_autofree char          *sentence = NULL;
  guint                     n_edits = 0;

  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (range != NULL);

  texts = tal_entry_text_list_new ();
  rows = list_rows (self, range);
  for (guint i = 0; i < rows->len; i++)
    add_texts (self, g_array_index (rows, guint, i), range->column, get_end (self, range), "",
               texts);
  drop_drafts (self, texts);
  batch = tal_entry_grid_read (self, texts);
  n_edits = tal_entry_batch_get_edits (batch)->len;
  if (n_edits == 0)
    {
      say_lock (self, range);
      return;
    }

  sentence = g_strdup_printf (ngettext ("%u value was deleted", "%u values were deleted", n_edits),
                              n_edits);
  tal_entry_grid_store (self, batch, NULL, sentence);
}

void
tal_entry_grid_fill_down (TalEntryGrid *self, const TalEntryRange *range)
{
  g_autoptr (TalEntryBatch) batch = NULL;
  g_autoptr (GArray)        texts = NULL;
  g_autoptr (GArray)        rows = NULL;
  g_autofree char          *sentence = NULL;
  guint                     n_edits = 0;

  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (range != NULL);

  texts = tal_entry_text_list_new ();
  rows = list_rows (self, range);
  for (guint column = range->column; rows->len > 0 && column < get_end (self, range); column++)
    {
      g_auto (TalEntryCell) first = { NULL };

      tal_entry_grid_load_cell (self, g_array_index (rows, guint, 0), column, &first);
      for (guint i = 1; i < rows->len; i++)
        add_texts (self, g_array_index (rows, guint, i), column, column + 1, first.text, texts);
    }
  batch = tal_entry_grid_read (self, texts);
  n_edits = tal_entry_batch_get_edits (batch)->len;
  if (n_edits == 0)
    {
      say_lock (self, range);
      return;
    }

  sentence =
      g_strdup_printf (ngettext ("%u value was filled in", "%u values were filled in", n_edits),
                       n_edits);
  tal_entry_grid_store (self, batch, NULL, sentence);
}

/* The figures of a block that have a value, or those of them that can be changed: an array of
 * const TalObservation *. */
static GPtrArray *
list_figures (TalEntryGrid *self, const TalEntryRange *range, gboolean only_open)
{
  GPtrArray         *figures = g_ptr_array_new ();
  g_autoptr (GArray) rows = list_rows (self, range);

  for (guint i = 0; i < rows->len; i++)
    {
      for (guint column = range->column; column < get_end (self, range); column++)
        {
          const TalObservation *figure =
              tal_entry_grid_find_figure (self, g_array_index (rows, guint, i), column);

          if (figure != NULL && figure->missing == TAL_MISSING_NOT &&
              (!only_open ||
               tal_entry_grid_get_lock (self, g_array_index (rows, guint, i), column) == NULL))
            g_ptr_array_add (figures, (gpointer)figure);
        }
    }

  return figures;
}

void
tal_entry_grid_toggle_state (TalEntryGrid *self, const TalEntryRange *range)
{
  g_autoptr (TalEntryBatch) batch = NULL;
  g_autoptr (GPtrArray)     figures = NULL;
  g_autofree char          *sentence = NULL;
  TalFigureEdit             edit = { .sets_state = TRUE, .state = TAL_FIGURE_FINAL };

  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (range != NULL);

  figures = list_figures (self, range, TRUE);
  if (figures->len == 0)
    {
      say_lock (self, range);
      return;
    }

  for (guint i = 0; i < figures->len; i++)
    {
      if (((const TalObservation *)g_ptr_array_index (figures, i))->state == TAL_FIGURE_FINAL)
        edit.state = TAL_FIGURE_PRELIMINARY;
    }
  batch = tal_entry_batch_new ();
  for (guint i = 0; i < figures->len; i++)
    {
      const TalObservation *each = g_ptr_array_index (figures, i);

      tal_entry_batch_add (batch, each->record.id, each->period, &edit);
    }

  sentence =
      edit.state == TAL_FIGURE_FINAL
          ? g_strdup_printf (ngettext ("%u figure was marked as final",
                                       "%u figures were marked as final", figures->len),
                             figures->len)
          : g_strdup_printf (ngettext ("%u figure was marked as preliminary",
                                       "%u figures were marked as preliminary", figures->len),
                             figures->len);
  tal_entry_grid_store (self, batch, NULL, sentence);
}

static guint
count_missing (TalEntryGrid *self, const TalEntryRange *range)
{
  g_autoptr (GArray) rows = list_rows (self, range);
  guint              n_missing = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      for (guint column = range->column; column < get_end (self, range); column++)
        {
          g_auto (TalEntryCell) cell = { NULL };

          tal_entry_grid_load_cell (self, g_array_index (rows, guint, i), column, &cell);
          n_missing += cell.marks & TAL_ENTRY_EXPECTED ? 1 : 0;
        }
    }

  return n_missing;
}

static char *
dup_total (const GPtrArray *figures)
{
  TalFraction      sum = tal_fraction_from_integer (0);
  guint8           decimals = 0;
  TalDecimal       total;
  g_autofree char *number = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      const TalObservation *each = g_ptr_array_index (figures, i);

      sum = tal_fraction_add (sum, tal_fraction_from_decimal (each->value));
      decimals = MAX (decimals, MIN (each->value.scale, SUM_DECIMALS));
    }
  if (!tal_fraction_round (sum, decimals, &total))
    return g_strdup ("");

  number = tal_danish_number_format (total, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strdup_printf (_ ("Sum: %s"), number);
}

char *
tal_entry_grid_dup_sum (TalEntryGrid *self, const TalEntryRange *range)
{
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GString)   text = g_string_new (NULL);
  guint                 n_missing = 0;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (range != NULL, NULL);

  figures = list_figures (self, range, FALSE);
  n_missing = count_missing (self, range);
  if (figures->len > 1)
    {
      g_autofree char *total = dup_total (figures);

      g_string_append (text, total);
    }
  if (n_missing > 0)
    g_string_append_printf (text, "%s", text->len > 0 ? " · " : "");
  if (n_missing > 0)
    g_string_append_printf (text,
                            ngettext ("%u cell is missing", "%u cells are missing", n_missing),
                            n_missing);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
