/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must not be changed in an entry grid, and why. */

#include "config.h"

#include "model/tal-entry-grid-private.h"

#include <glib/gi18n-lib.h>

static TalClosings *
get_closings (TalEntryGrid *self)
{
  if (self->closings == NULL)
    self->closings = tal_closings_new (tal_entry_runs_get_catalogue (self->runs));
  return self->closings;
}

/* What locks a result's state: that any figure which is entered for it is locked. */
static const TalClosing *
find_lock_of_row (TalEntryGrid *self, const TalEntryRow *row)
{
  const TalClosing *found = NULL;

  for (guint part = 0; part < TAL_N_PARTS && found == NULL; part++)
    {
      if (row->parts[part] != NULL && (part != TAL_PART_DENOMINATOR || row->lender == NULL))
        found = tal_closings_find (get_closings (self), row->parts[part]->record.id, self->period);
    }

  return found;
}

static const TalClosing *
find_lock (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryRow *own = tal_entry_grid_get_row (self, row);
  TalPeriod          period = TAL_PERIOD_UNSET;
  const TalSeries   *series = NULL;

  if (own->heading != NULL || tal_closings_is_empty (get_closings (self)))
    return NULL;
  if (self->mode == TAL_ENTRY_MODE_GOALS && column == TAL_ENTRY_COLUMN_STATE)
    return find_lock_of_row (self, own);

  series = tal_entry_grid_find_target (self, row, column, &period);
  return series != NULL ? tal_closings_find (get_closings (self), series->record.id, period) : NULL;
}

/* The same words for every cell that a closing locks. */
static const char *
explain (TalEntryGrid *self, const TalClosing *closing)
{
  char *sentence = g_hash_table_lookup (self->lock_sentences, closing);

  if (sentence == NULL)
    {
      sentence = tal_closings_explain (tal_entry_runs_get_catalogue (self->runs), closing);
      g_hash_table_insert (self->lock_sentences, (gpointer)closing, sentence);
    }
  return sentence;
}

const char *
tal_entry_grid_get_lock (TalEntryGrid *self, guint row, guint column)
{
  const TalClosing *closing = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  if (self->workspace != NULL && tal_workspace_get_read_only (self->workspace))
    return _ ("The collection is read-only.");

  closing = find_lock (self, row, column);
  return closing != NULL ? explain (self, closing) : NULL;
}

gboolean
tal_entry_grid_is_row_locked (TalEntryGrid *self, guint row)
{
  const TalEntryRow *own = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  own = tal_entry_grid_get_row (self, row);
  if (self->mode != TAL_ENTRY_MODE_GOALS || own->heading != NULL)
    return FALSE;
  if (self->workspace != NULL && tal_workspace_get_read_only (self->workspace))
    return TRUE;
  return !tal_closings_is_empty (get_closings (self)) && find_lock_of_row (self, own) != NULL;
}

const char *
tal_entry_grid_find_lock (TalEntryGrid *self, const TalEntryRange *range)
{
  guint end = 0;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (range != NULL, NULL);

  end = MIN (range->column + range->n_columns, tal_entry_grid_get_n_columns (self));
  for (guint row = range->row; row < MIN (range->row + range->n_rows, self->rows->len); row++)
    {
      for (guint column = range->column; column < end; column++)
        {
          TalKey      key;
          const char *lock = NULL;

          if (tal_entry_grid_is_heading (self, row) ||
              !tal_entry_grid_find_key (self, row, column, &key))
            continue;
          lock = tal_entry_grid_get_lock (self, row, column);
          if (lock != NULL)
            return lock;
        }
    }

  return NULL;
}

const TalClosing *
tal_entry_grid_find_closing (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  if (self->runs == NULL || !tal_period_is_set (self->period))
    return NULL;
  return tal_closings_find_in_force (tal_entry_runs_get_catalogue (self->runs), self->plan,
                                     self->period);
}

guint
tal_entry_grid_count_unreported (TalEntryGrid *self)
{
  guint n_unreported = 0;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), 0);

  if (self->mode != TAL_ENTRY_MODE_GOALS || !tal_period_is_set (self->period))
    return 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TalGoalStatus *status =
          tal_entry_grid_get_status (self, tal_entry_grid_get_row (self, i));

      if (status != NULL && status->criterion != NULL && !tal_figure_is_known (&status->figure))
        n_unreported++;
    }

  return n_unreported;
}
