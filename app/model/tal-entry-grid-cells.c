/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of an entry grid say. */

#include "config.h"

#include "base/tal-danish-number.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-derive.h"
#include "core/tal-goal-text.h"
#include "model/tal-clock.h"
#include "model/tal-entry-grid-private.h"
#include "model/tal-figure-entry.h"

#include <glib/gi18n-lib.h>

/* The part that a column of goals is of; FALSE for one that shows no figure. */
static gboolean
get_part (guint column, TalPart *ret_part)
{
  switch ((TalEntryColumn)column)
    {
    case TAL_ENTRY_COLUMN_NUMERATOR:
      *ret_part = TAL_PART_NUMERATOR;
      return TRUE;
    case TAL_ENTRY_COLUMN_DENOMINATOR:
      *ret_part = TAL_PART_DENOMINATOR;
      return TRUE;
    case TAL_ENTRY_COLUMN_RESULT:
      *ret_part = TAL_PART_VALUE;
      return TRUE;
    case TAL_ENTRY_COLUMN_REQUIREMENT:
    case TAL_ENTRY_COLUMN_STATE:
    case TAL_ENTRY_COLUMN_VERDICT:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

/* The entered series and the period that a cell shows, whoever's they are. */
static const TalSeries *
find_shown (TalEntryGrid *self, const TalEntryRow *row, guint column, TalPeriod *ret_period)
{
  TalPart part;

  if (row->heading != NULL)
    return NULL;
  if (self->mode == TAL_ENTRY_MODE_SERIES)
    {
      *ret_period = g_array_index (self->periods, TalPeriod, column);
      return row->parts[TAL_PART_VALUE];
    }

  *ret_period = self->period;
  return tal_period_is_set (self->period) && get_part (column, &part) ? row->parts[part] : NULL;
}

const TalSeries *
tal_entry_grid_find_target (TalEntryGrid *self, guint row, guint column, TalPeriod *ret_period)
{
  const TalEntryRow *own = tal_entry_grid_get_row (self, row);

  if (self->mode == TAL_ENTRY_MODE_GOALS && column == TAL_ENTRY_COLUMN_DENOMINATOR &&
      own->lender != NULL)
    return NULL;
  return find_shown (self, own, column, ret_period);
}

const TalObservation *
tal_entry_grid_find_figure (TalEntryGrid *self, guint row, guint column)
{
  TalPeriod        period = TAL_PERIOD_UNSET;
  const TalSeries *series = tal_entry_grid_find_target (self, row, column, &period);

  return series != NULL ? tal_entry_runs_find (self->runs, series->record.id, period) : NULL;
}

gboolean
tal_entry_grid_find_key (TalEntryGrid *self, guint row, guint column, TalKey *ret_key)
{
  const TalEntryRow *own = tal_entry_grid_get_row (self, row);
  const TalSeries   *series = NULL;
  TalPeriod          period = TAL_PERIOD_UNSET;

  if (self->mode == TAL_ENTRY_MODE_GOALS && column == TAL_ENTRY_COLUMN_STATE)
    {
      if (own->goal == NULL || own->shown == NULL || !tal_period_is_set (self->period))
        return FALSE;
      *ret_key = (TalKey){ TAL_KIND_GOAL, own->goal->record.id, self->period };
      return TRUE;
    }

  series = tal_entry_grid_find_target (self, row, column, &period);
  if (series == NULL)
    return FALSE;

  *ret_key = (TalKey){ TAL_KIND_OBSERVATION, series->record.id, period };
  return TRUE;
}

gboolean
tal_entry_grid_is_editable (TalEntryGrid *self, guint row, guint column)
{
  TalKey key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  return tal_entry_grid_find_key (self, row, column, &key) &&
         tal_entry_grid_get_lock (self, row, column) == NULL;
}

/* "Mål 5, tæller", "Ledige i alt, 4. kvt. 2015" */
static char *
dup_name (TalEntryGrid *self, const TalEntryRow *row, guint column)
{
  g_autofree char *heading = tal_entry_grid_dup_heading (self, column);
  g_autofree char *inside = NULL;

  if (row->goal == NULL)
    return g_strdup_printf ("%s, %s", row->shown->name, heading);

  inside = tal_danish_noun_dup_inside (heading);
  return g_strdup_printf (_ ("Goal %d, %s"), row->goal->number, inside);
}

static TalEntryMarks
get_marks (const TalObservation *observation)
{
  TalEntryMarks marks = 0;

  if (observation == NULL)
    return 0;
  if (observation->note != NULL)
    marks |= TAL_ENTRY_NOTED;
  if (observation->state != TAL_FIGURE_FINAL && observation->missing == TAL_MISSING_NOT)
    marks |= TAL_ENTRY_PRELIMINARY;
  if (observation->missing == TAL_MISSING_NOT_APPLICABLE)
    marks |= TAL_ENTRY_NOT_APPLICABLE;
  if (observation->missing == TAL_MISSING_WITHHELD)
    marks |= TAL_ENTRY_WITHHELD;
  return marks;
}

static gboolean
has_figure (const TalObservation *observation)
{
  return observation != NULL && observation->missing != TAL_MISSING_NOT_YET_REPORTED;
}

/* Whether the goal was to be measured in the period, and the period is over. */
static gboolean
is_due (TalEntryGrid *self, const TalEntryRow *row)
{
  if (row->goal == NULL || self->period.last >= tal_clock_get_today ())
    return FALSE;
  if (tal_period_is_equal (row->goal->measuring_period, self->period))
    return TRUE;

  for (guint i = 0; i < tal_goal_get_n_criteria (row->goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (row->goal, i);

      for (guint j = 0; criterion->targets != NULL && j < criterion->targets->len; j++)
        {
          if (tal_period_is_equal (g_array_index (criterion->targets, TalTarget, j).period,
                                   self->period))
            return TRUE;
        }
    }

  return FALSE;
}

/* A figure as tables show it: what discretion hides has its sign. */
static char *
dup_shown_text (const TalObservation *observation)
{
  g_autofree char *figure = NULL;

  if (observation != NULL && observation->missing == TAL_MISSING_WITHHELD)
    return g_strdup ("..");

  figure = tal_figure_entry_format (observation);
  return g_strconcat (figure, get_marks (observation) & TAL_ENTRY_PRELIMINARY ? "*" : "", NULL);
}

static void
load_entered (TalEntryGrid      *self,
              const TalEntryRow *row,
              const TalSeries   *series,
              TalPeriod          period,
              TalEntryCell      *cell)
{
  const TalObservation *observation = tal_entry_runs_find (self->runs, series->record.id, period);

  cell->text = dup_shown_text (observation);
  cell->marks |= get_marks (observation);
  if (!has_figure (observation) && is_due (self, row))
    cell->marks |= TAL_ENTRY_EXPECTED;
}

static char *
dup_computed (TalEntryGrid *self, const TalSeries *series, TalPeriod period, TalEntryMarks *marks)
{
  const TalCatalogue *catalogue = tal_entry_runs_get_catalogue (self->runs);
  TalFigure           figure;
  TalDecimal          value;
  g_autofree char    *number = NULL;

  if (!tal_derive_figure (catalogue, tal_entry_runs_get_source (self->runs), series, period,
                          &figure, NULL) ||
      !figure.found)
    return g_strdup ("");
  if (!tal_figure_get_decimal (&figure, series->decimals, &value))
    return g_strdup (figure.missing == TAL_MISSING_NOT_APPLICABLE ? "." : "..");

  if (figure.state != TAL_FIGURE_FINAL)
    *marks |= TAL_ENTRY_PRELIMINARY;
  number = tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strconcat (number, figure.state != TAL_FIGURE_FINAL ? "*" : "", NULL);
}

static const char *
get_state_word (const TalGoalStatus *status)
{
  if (status == NULL || !tal_figure_is_known (&status->figure))
    return "";

  return tal_figure_state_get_title (status->figure.state);
}

/* A cell that says something about the goal and holds no figure of its own. */
static void
load_about_goal (TalEntryGrid *self, TalEntryRow *row, guint column, TalEntryCell *cell)
{
  const TalGoalStatus *status = tal_entry_grid_get_status (self, row);

  switch ((TalEntryColumn)column)
    {
    case TAL_ENTRY_COLUMN_REQUIREMENT:
      cell->text = status != NULL ? tal_goal_text_requirement (status) : NULL;
      cell->marks |= TAL_ENTRY_COMPUTED;
      break;
    case TAL_ENTRY_COLUMN_RESULT:
      cell->text = status != NULL && status->figure.found ? tal_goal_text_result (status) : NULL;
      cell->marks |= TAL_ENTRY_COMPUTED;
      break;
    case TAL_ENTRY_COLUMN_STATE:
      cell->text = g_strdup (get_state_word (status));
      if (status != NULL && tal_figure_is_known (&status->figure) &&
          status->figure.state != TAL_FIGURE_FINAL)
        cell->marks |= TAL_ENTRY_PRELIMINARY;
      break;
    case TAL_ENTRY_COLUMN_VERDICT:
      cell->text = status != NULL ? g_strdup (tal_goal_text_verdict (status->attainment)) : NULL;
      cell->verdict = status != NULL ? status->attainment : TAL_ATTAINMENT_COMPUTED;
      cell->marks |= TAL_ENTRY_COMPUTED | TAL_ENTRY_VERDICT;
      break;
    case TAL_ENTRY_COLUMN_NUMERATOR:
    case TAL_ENTRY_COLUMN_DENOMINATOR:
      cell->text = g_strdup (".");
      cell->marks |= TAL_ENTRY_NOT_APPLICABLE;
      break;
    }
}

static void
load_lent (TalEntryGrid *self, const TalEntryRow *row, TalEntryCell *cell)
{
  cell->marks |= TAL_ENTRY_COMPUTED;
  cell->source = g_strdup_printf ("=%d", row->lender->number);
  cell->message =
      g_strdup_printf (_ ("This is the figure of goal %d. Correct it there."), row->lender->number);
}

static void
load_warning (TalEntryGrid *self, guint row, guint column, TalEntryCell *cell)
{
  const TalFinding *warning = tal_entry_grid_find_warning (self, row, column);
  g_autofree char  *brief = NULL;

  if (warning == NULL)
    return;

  cell->marks |= warning->kept ? TAL_ENTRY_KEPT : TAL_ENTRY_WARNED;
  g_free (cell->message);
  brief = tal_finding_dup_brief (warning);
  cell->message =
      warning->kept ? g_strdup_printf (_ ("Kept: %s"), brief) : g_steal_pointer (&brief);
}

/* The words beside a verdict, and those beside any cell that are refused. */
static void
load_note (TalEntryGrid *self, guint row, guint column, TalEntryCell *cell)
{
  const char *problem = tal_entry_grid_get_note_problem (self, row, column);
  const char *words = NULL;

  if (tal_entry_grid_can_explain (self, row, column))
    words = tal_entry_grid_get_note (self, row, column);
  if (words != NULL)
    {
      cell->marks |= TAL_ENTRY_NOTED;
      cell->message = g_strdup (words);
    }
  if (problem != NULL)
    {
      cell->marks |= TAL_ENTRY_REFUSED;
      g_free (cell->message);
      cell->message = g_strdup (problem);
    }
}

static void
load_draft (TalEntryGrid *self, guint row, guint column, TalEntryCell *cell)
{
  const TalEntryDraft *draft = NULL;
  TalKey               key;

  if (!tal_entry_grid_find_key (self, row, column, &key))
    return;

  if (tal_entry_grid_get_lock (self, row, column) == NULL)
    cell->marks |= TAL_ENTRY_EDITABLE;
  else
    cell->marks |= self->mode == TAL_ENTRY_MODE_GOALS ? TAL_ENTRY_LOCKED
                                                      : TAL_ENTRY_LOCKED | TAL_ENTRY_PADLOCK;
  draft = g_hash_table_lookup (self->drafts, &key);
  if (draft == NULL)
    return;

  g_free (cell->text);
  cell->text = g_strdup (draft->text);
  cell->marks |= draft->reason != NULL ? TAL_ENTRY_REFUSED : TAL_ENTRY_PENDING;
  cell->marks &= ~(TalEntryMarks)TAL_ENTRY_EXPECTED;
  if (draft->reason != NULL)
    {
      g_free (cell->message);
      cell->message = g_strdup (draft->reason);
    }
}

void
tal_entry_grid_load_cell (TalEntryGrid *self, guint row, guint column, TalEntryCell *ret_cell)
{
  TalEntryRow     *own = NULL;
  const TalSeries *series = NULL;
  TalPeriod        period = TAL_PERIOD_UNSET;
  TalEntryCell     cell = { NULL };

  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (column < tal_entry_grid_get_n_columns (self));
  g_return_if_fail (ret_cell != NULL);

  own = tal_entry_grid_get_row (self, row);
  if (own->heading != NULL)
    return;

  cell.name = dup_name (self, own, column);
  if (tal_entry_grid_is_numeric (self, column))
    cell.marks |= TAL_ENTRY_NUMERIC;
  series = find_shown (self, own, column, &period);
  if (series != NULL)
    load_entered (self, own, series, period, &cell);
  else if (self->mode == TAL_ENTRY_MODE_GOALS)
    load_about_goal (self, own, column, &cell);
  else
    {
      cell.text = dup_computed (self, own->shown, period, &cell.marks);
      cell.marks |= TAL_ENTRY_COMPUTED;
    }
  if (series != NULL && self->mode == TAL_ENTRY_MODE_GOALS &&
      column == TAL_ENTRY_COLUMN_DENOMINATOR && own->lender != NULL)
    load_lent (self, own, &cell);
  load_note (self, row, column, &cell);
  load_warning (self, row, column, &cell);
  load_draft (self, row, column, &cell);
  if (cell.text == NULL)
    cell.text = g_strdup ("");
  *ret_cell = cell;
}

char *
tal_entry_grid_dup_typed (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryDraft *draft = NULL;
  const TalSeries     *series = NULL;
  TalPeriod            period = TAL_PERIOD_UNSET;
  TalKey               key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (column < tal_entry_grid_get_n_columns (self), NULL);

  if (!tal_entry_grid_find_key (self, row, column, &key))
    return g_strdup ("");

  draft = g_hash_table_lookup (self->drafts, &key);
  if (draft != NULL)
    return g_strdup (draft->text);

  series = tal_entry_grid_find_target (self, row, column, &period);
  return series != NULL
             ? tal_figure_entry_format (tal_entry_runs_find (self->runs, series->record.id, period))
             : g_strdup (get_state_word (
                   tal_entry_grid_get_status (self, tal_entry_grid_get_row (self, row))));
}

/* The figure one period of the same kind earlier, in words: "2022: 171 borgere." */
static char *
dup_previous (TalEntryGrid *self, const TalSeries *series, TalPeriod period)
{
  TalPeriod             earlier = tal_period_step (period, -1);
  const TalObservation *before = NULL;
  g_autofree char      *when = NULL;
  g_autofree char      *figure = NULL;

  if (!tal_period_is_set (earlier))
    return g_strdup ("");

  before = tal_entry_runs_find (self->runs, series->record.id, earlier);
  when = tal_danish_period_format (earlier, TAL_DANISH_PERIOD_TABLE);
  figure = before != NULL ? tal_figure_entry_format_words (before, series) : g_strdup ("-");
  return g_strdup_printf ("%s: %s", when, figure);
}

char *
tal_entry_grid_dup_detail (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryRow *own = NULL;
  const TalSeries   *series = NULL;
  TalPeriod          period = TAL_PERIOD_UNSET;
  g_autofree char   *counted = NULL;
  g_autofree char   *previous = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (column < tal_entry_grid_get_n_columns (self), NULL);

  own = tal_entry_grid_get_row (self, row);
  series = find_shown (self, own, column, &period);
  if (series == NULL)
    return g_strdup ("");

  counted = tal_danish_noun_dup_heading (
      series->measure != NULL ? series->measure : tal_danish_unit_get_noun (series->measure_unit));
  previous = dup_previous (self, series, period);
  return previous[0] != '\0' ? g_strdup_printf ("%s · %s", counted, previous)
                             : g_steal_pointer (&counted);
}
