/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What texts mean in the cells of an entry grid. */

#include "config.h"

#include "base/tal-danish-text.h"
#include "base/tal-error.h"
#include "model/tal-entry-grid-private.h"
#include "model/tal-figure-entry.h"

#include <glib/gi18n-lib.h>

static const TalObservation *
find_part (TalEntryGrid *self, const TalEntryRow *row, TalPart part)
{
  const TalSeries *series = row->parts[part];

  return series != NULL ? tal_entry_runs_find (self->runs, series->record.id, self->period) : NULL;
}

/* As it will be, where the batch says so. */
static TalDecimal
get_part_value (TalEntryGrid *self, const TalEntryRow *row, TalPart part, const TalEntryBatch *batch)
{
  const TalObservation *observation = find_part (self, row, part);
  const TalFigureEdit  *edit = NULL;

  if (row->parts[part] != NULL)
    edit = tal_entry_batch_find (batch, row->parts[part]->record.id, self->period);
  if (edit != NULL && edit->sets_value)
    return edit->missing == TAL_MISSING_NOT ? edit->value : TAL_DECIMAL_NONE;
  return observation != NULL ? observation->value : TAL_DECIMAL_NONE;
}

/* Whether there is a figure, or will be. */
static gboolean
has_part (TalEntryGrid *self, const TalEntryRow *row, TalPart part, const TalEntryBatch *batch)
{
  return find_part (self, row, part) != NULL ||
         (row->parts[part] != NULL &&
          tal_entry_batch_find (batch, row->parts[part]->record.id, self->period) != NULL);
}

static gboolean
add_state (TalEntryGrid *self, const TalEntryRow *row, TalFigureState state, TalEntryBatch *batch)
{
  TalFigureEdit edit = { .sets_state = TRUE, .state = state };
  gboolean      added = FALSE;

  for (guint part = 0; part < TAL_N_PARTS; part++)
    {
      if (has_part (self, row, (TalPart)part, batch) &&
          (part != TAL_PART_DENOMINATOR || row->lender == NULL))
        {
          tal_entry_batch_add (batch, row->parts[part]->record.id, self->period, &edit);
          added = TRUE;
        }
    }

  return added;
}

static gboolean
read_state (TalEntryGrid      *self,
            const TalEntryRow *row,
            const char        *text,
            TalEntryBatch     *batch,
            GError           **error)
{
  TalFigureState state;

  if (!tal_figure_state_from_title (text, &state))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("Write “Final”, “Preliminary” or “Estimate”."));
      return FALSE;
    }

  if (add_state (self, row, state, batch))
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                       _ ("There is no figure in this period yet. Enter the figure first."));
  return FALSE;
}

/* "268/545": a denominator that is another goal's figure may be said, but not changed. */
static gboolean
read_share (TalEntryGrid      *self,
            const TalEntryRow *row,
            const char        *text,
            TalEntryBatch     *batch,
            GError           **error)
{
  const TalSeries *above = row->parts[TAL_PART_NUMERATOR];
  const TalSeries *below = row->parts[TAL_PART_DENOMINATOR];
  TalDecimal       known = get_part_value (self, row, TAL_PART_DENOMINATOR, batch);
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

  tal_entry_batch_add (batch, above->record.id, self->period, &numerator);
  if (row->lender == NULL)
    tal_entry_batch_add (batch, below->record.id, self->period, &denominator);
  return TRUE;
}

/* A numerator is no larger than its denominator, whichever of them is typed. */
static gboolean
check_counts (TalEntryGrid *self, guint row, const TalEntryBatch *batch, GError **error)
{
  const TalEntryRow *own = tal_entry_grid_get_row (self, row);

  return self->mode != TAL_ENTRY_MODE_GOALS ||
         tal_figure_entry_check_share (get_part_value (self, own, TAL_PART_NUMERATOR, batch),
                                       get_part_value (self, own, TAL_PART_DENOMINATOR, batch),
                                       error);
}

static gboolean
is_state (TalEntryGrid *self, guint column)
{
  return self->mode == TAL_ENTRY_MODE_GOALS && column == TAL_ENTRY_COLUMN_STATE;
}

/* What a text means in a cell, put into the batch; nothing for no text where nothing is. */
static gboolean
read_figure (TalEntryGrid *self, const TalEntryText *text, TalEntryBatch *batch, GError **error)
{
  const TalEntryRow    *own = tal_entry_grid_get_row (self, text->row);
  TalPeriod             period = TAL_PERIOD_UNSET;
  const TalSeries      *series = NULL;
  const TalObservation *before = NULL;
  TalFigureEdit         edit;

  series = tal_entry_grid_find_target (self, text->row, text->column, &period);
  if (self->mode == TAL_ENTRY_MODE_GOALS && own->parts[TAL_PART_NUMERATOR] != NULL &&
      own->parts[TAL_PART_DENOMINATOR] != NULL && tal_figure_entry_is_share (text->text))
    return read_share (self, own, text->text, batch, error);
  if (!tal_figure_entry_parse (text->text, series, &edit, error))
    return FALSE;

  before = tal_entry_runs_find (self->runs, series->record.id, period);
  if (before != NULL || edit.missing != TAL_MISSING_NOT_YET_REPORTED)
    tal_entry_batch_add (batch, series->record.id, period, &edit);
  return TRUE;
}

static void
read_one (TalEntryGrid *self, TalEntryText *text, TalEntryBatch *batch)
{
  g_autoptr (GError) error = NULL;
  const TalEntryRow *row = tal_entry_grid_get_row (self, text->row);

  if (text->reason != NULL)
    return;
  if (is_state (self, text->column) ? !read_state (self, row, text->text, batch, &error)
                                    : !read_figure (self, text, batch, &error))
    text->reason = g_strdup (error->message);
}

/* Figures first: a state is that of figures which may be in the same block. */
static void
read_all (TalEntryGrid *self, GArray *texts, TalEntryBatch *batch)
{
  for (guint state = 0; state < 2; state++)
    {
      for (guint i = 0; i < texts->len; i++)
        {
          TalEntryText *each = &g_array_index (texts, TalEntryText, i);

          if (is_state (self, each->column) == (state == 1))
            read_one (self, each, batch);
        }
    }
}

TalEntryBatch *
tal_entry_grid_read (TalEntryGrid *self, GArray *texts)
{
  g_autoptr (TalEntryBatch) batch = tal_entry_batch_new ();
  gboolean                  refused = FALSE;

  read_all (self, texts, batch);
  for (guint i = 0; i < texts->len; i++)
    {
      TalEntryText      *each = &g_array_index (texts, TalEntryText, i);
      g_autoptr (GError) error = NULL;

      if (each->reason == NULL && !is_state (self, each->column) &&
          !check_counts (self, each->row, batch, &error))
        {
          each->reason = g_strdup (error->message);
          refused = TRUE;
        }
    }

  /* Once more without those that went into the batch and should not have. */
  if (refused)
    {
      tal_entry_batch_free (batch);
      batch = tal_entry_batch_new ();
      read_all (self, texts, batch);
    }
  return g_steal_pointer (&batch);
}

static void
clear_text (gpointer text)
{
  g_free (((TalEntryText *)text)->text);
  g_free (((TalEntryText *)text)->reason);
}

GArray *
tal_entry_text_list_new (void)
{
  GArray *texts = g_array_new (FALSE, FALSE, sizeof (TalEntryText));

  g_array_set_clear_func (texts, clear_text);
  return texts;
}

void
tal_entry_text_list_add (GArray *texts, guint row, guint column, const char *text)
{
  TalEntryText added = { row, column, g_strdup (text), NULL };

  g_array_append_val (texts, added);
}
