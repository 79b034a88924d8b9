/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a careful reader would ask about the cells of an entry grid.  The rules are those of
 * the plausibility check; here is only where in the grid they are said. */

#include "config.h"

#include "core/tal-plausibility.h"
#include "model/tal-clock.h"
#include "model/tal-entry-grid-private.h"

#include <glib/gi18n-lib.h>

/* The findings about a series or a goal; worked out when they are first asked for. */
static const GPtrArray *
get_findings (TalEntryGrid *self, const TalRecord *record)
{
  const TalCatalogue *catalogue = tal_entry_runs_get_catalogue (self->runs);
  TalRunSource       *runs = tal_entry_runs_get_source (self->runs);
  GPtrArray          *findings = g_hash_table_lookup (self->findings, record);

  if (findings != NULL)
    return findings;

  findings = tal_finding_list_new ();
  g_hash_table_insert (self->findings, (gpointer)record, findings);
  if (record->kind == TAL_KIND_GOAL)
    tal_plausibility_check_one_goal (catalogue, runs, tal_entry_runs_get_past (self->runs),
                                     TAL_GOAL (record), tal_clock_get_today (), findings, NULL);
  else
    tal_plausibility_check_one_series (catalogue, runs, TAL_SERIES (record), tal_clock_get_today (),
                                       findings, NULL);
  return findings;
}

/* A mere note is no reason to stop. */
static const TalFinding *
find_in_period (TalEntryGrid *self, const TalRecord *record, TalPeriod period)
{
  const GPtrArray  *findings = get_findings (self, record);
  const TalFinding *kept = NULL;

  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);

      if (each->severity == TAL_SEVERITY_NOTE || !tal_period_is_equal (each->period, period))
        continue;
      if (!each->kept)
        return each;
      kept = each;
    }

  return kept;
}

const TalFinding *
tal_entry_grid_find_warning (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryRow *own = tal_entry_grid_get_row (self, row);
  TalPeriod          period = TAL_PERIOD_UNSET;
  const TalSeries   *series = NULL;

  if (own->heading != NULL)
    return NULL;

  series = tal_entry_grid_find_target (self, row, column, &period);
  if (series != NULL)
    return find_in_period (self, &series->record, period);
  if (self->mode == TAL_ENTRY_MODE_SERIES)
    return find_in_period (self, &own->shown->record,
                           g_array_index (self->periods, TalPeriod, column));
  if (column == TAL_ENTRY_COLUMN_VERDICT && tal_period_is_set (self->period))
    return find_in_period (self, &own->goal->record, self->period);
  if (column == TAL_ENTRY_COLUMN_RESULT && own->shown != NULL &&
      own->shown != own->parts[TAL_PART_NUMERATOR])
    return find_in_period (self, &own->shown->record, self->period);
  return NULL;
}

/* What is refused in a cell; NULL where nothing is. */
static const char *
find_refusal (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryDraft *draft = NULL;
  TalKey               key;

  if (g_hash_table_size (self->drafts) == 0 || !tal_entry_grid_find_key (self, row, column, &key))
    return NULL;

  draft = g_hash_table_lookup (self->drafts, &key);
  return draft != NULL ? draft->reason : NULL;
}

GArray *
tal_entry_grid_list_problems (TalEntryGrid *self)
{
  GArray *problems = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  problems = g_array_new (FALSE, FALSE, sizeof (TalEntryProblem));
  for (guint row = 0; row < self->rows->len; row++)
    {
      for (guint column = 0; column < tal_entry_grid_get_n_columns (self); column++)
        {
          const char       *refusal = find_refusal (self, row, column);
          const TalFinding *warning =
              refusal == NULL ? tal_entry_grid_find_warning (self, row, column) : NULL;
          TalEntryProblem problem = { row, column, refusal != NULL,
                                      warning != NULL && warning->kept,
                                      warning != NULL ? warning->sentence : refusal };

          if (problem.sentence != NULL)
            g_array_append_val (problems, problem);
        }
    }

  return problems;
}

/* The figure that the warning of a cell asks about; NULL where it asks about none, or what is
 * typed there isn't stored yet. */
static const TalObservation *
find_asked (TalEntryGrid *self, guint row, guint column)
{
  TalKey key;

  if (!tal_entry_grid_find_key (self, row, column, &key) ||
      g_hash_table_contains (self->drafts, &key) ||
      tal_entry_grid_get_lock (self, row, column) != NULL)
    return NULL;

  return tal_entry_grid_find_figure (self, row, column);
}

gboolean
tal_entry_grid_can_keep (TalEntryGrid *self, guint row, guint column)
{
  const TalFinding *warning = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);
  g_return_val_if_fail (column < tal_entry_grid_get_n_columns (self), FALSE);

  warning = tal_entry_grid_find_warning (self, row, column);
  return warning != NULL && warning->keepable && !warning->kept &&
         find_asked (self, row, column) != NULL;
}

/* Why nothing in a block could be kept. */
static const char *
explain (TalEntryGrid *self, const TalEntryRange *range)
{
  const char *lock = tal_entry_grid_find_lock (self, range);
  gboolean    kept = FALSE;

  if (lock != NULL)
    return lock;

  for (guint row = range->row; row < range->row + range->n_rows; row++)
    {
      for (guint column = range->column; column < range->column + range->n_columns; column++)
        {
          const TalFinding *warning = tal_entry_grid_find_warning (self, row, column);

          if (warning != NULL && !warning->kept)
            return _ ("This warning cannot be kept. Correct what it is about.");
          kept = kept || warning != NULL;
        }
    }

  return kept ? _ ("The figure is kept already.") : _ ("There is no warning to keep here.");
}

void
tal_entry_grid_keep (TalEntryGrid *self, const TalEntryRange *range, gboolean kept)
{
  g_autoptr (TalEntryBatch) batch = NULL;
  g_autofree char          *sentence = NULL;
  TalFigureEdit             edit = { .sets_kept = TRUE, .kept = kept };
  guint                     n_edits = 0;

  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (range != NULL);

  batch = tal_entry_batch_new ();
  for (guint row = range->row; row < range->row + range->n_rows; row++)
    {
      for (guint column = range->column; column < range->column + range->n_columns; column++)
        {
          const TalObservation *figure = find_asked (self, row, column);

          if (figure == NULL ||
              (kept ? !tal_entry_grid_can_keep (self, row, column) : !figure->kept))
            continue;
          edit.value = figure->value;
          tal_entry_batch_add (batch, figure->record.id, figure->period, &edit);
        }
    }

  n_edits = tal_entry_batch_get_edits (batch)->len;
  if (n_edits == 0)
    {
      tal_entry_grid_emit_failed (self, explain (self, range));
      return;
    }

  sentence = kept ? g_strdup_printf (ngettext ("%u value was kept", "%u values were kept", n_edits),
                                     n_edits)
                  : g_strdup_printf (ngettext ("%u value is no longer kept",
                                               "%u values are no longer kept", n_edits),
                                     n_edits);
  tal_entry_grid_store (self, batch, NULL, sentence);
}
