/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a careful reader would ask about the cells of an entry grid.  The rules are those of
 * the plausibility check; here is only where in the grid they are said. */

#include "config.h"

#include "core/tal-finding.h"
#include "core/tal-plausibility.h"
#include "model/tal-clock.h"
#include "model/tal-entry-grid-private.h"

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
    tal_plausibility_check_one_goal (catalogue, runs, TAL_GOAL (record), tal_clock_get_today (),
                                     findings, NULL);
  else
    tal_plausibility_check_one_series (catalogue, runs, TAL_SERIES (record), tal_clock_get_today (),
                                       findings, NULL);
  return findings;
}

/* A mere note is no reason to stop. */
static const char *
find_in_period (TalEntryGrid *self, const TalRecord *record, TalPeriod period)
{
  const GPtrArray *findings = get_findings (self, record);

  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);

      if (each->severity != TAL_SEVERITY_NOTE && tal_period_is_equal (each->period, period))
        return each->sentence;
    }

  return NULL;
}

const char *
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
          const char     *refusal = find_refusal (self, row, column);
          TalEntryProblem problem = { row, column, refusal != NULL, refusal };

          if (refusal == NULL)
            problem.sentence = tal_entry_grid_find_warning (self, row, column);
          if (problem.sentence != NULL)
            g_array_append_val (problems, problem);
        }
    }

  return problems;
}
