/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows and columns of an entry grid are. */

#include "config.h"

#include "core/tal-danish-period.h"
#include "core/tal-derive.h"
#include "core/tal-initiative.h"
#include "core/tal-sentence.h"
#include "core/tal-title.h"
#include "model/tal-clock.h"
#include "model/tal-entry-grid-private.h"

#include <glib/gi18n-lib.h>

static const TalCatalogue *
get_catalogue (TalEntryGrid *self)
{
  return tal_entry_runs_get_catalogue (self->runs);
}

static const TalSeries *
find_series (TalEntryGrid *self, TalId id)
{
  const TalRecord *record = tal_catalogue_find (get_catalogue (self), TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

static TalEntryRow *
add_row (TalEntryGrid *self, const TalRecord *heading, int number)
{
  TalEntryRow *row = g_new0 (TalEntryRow, 1);

  row->heading = heading;
  row->number = number > 0 ? g_strdup_printf ("%d", number) : g_strdup ("");
  g_ptr_array_add (self->rows, row);
  return row;
}

/* A count is entered where its people are counted, a share where it stands and in its two
 * counts as far as there are single ones. */
static void
add_goal (TalEntryGrid *self, const TalGoal *goal)
{
  TalEntryRow *row = add_row (self, NULL, goal->number);
  guint        n_criteria = tal_goal_get_n_criteria (goal);

  row->goal = goal;
  if (n_criteria == 0)
    return;

  row->shown = find_series (self, tal_goal_get_criterion (goal, n_criteria - 1)->series);
  if (row->shown == NULL)
    return;

  if (!tal_series_is_derived (row->shown) && tal_series_is_count (row->shown))
    {
      row->parts[TAL_PART_NUMERATOR] = row->shown;
      return;
    }
  for (guint part = 0; part < TAL_N_PARTS; part++)
    row->parts[part] = tal_edit_find_part (get_catalogue (self), goal, (TalPart)part, NULL);
}

static void
add_goals (TalEntryGrid *self)
{
  guint                   n_initiatives = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_children (get_catalogue (self), TAL_KIND_INITIATIVE, self->plan,
                                  &n_initiatives);

  for (guint i = 0; i < n_initiatives; i++)
    {
      guint                   n_goals = 0;
      const TalRecord *const *goals =
          tal_catalogue_get_children (get_catalogue (self), TAL_KIND_GOAL, initiatives[i]->id,
                                      &n_goals);

      if (n_goals > 0)
        add_row (self, initiatives[i], TAL_INITIATIVE (initiatives[i])->number);
      for (guint j = 0; j < n_goals; j++)
        add_goal (self, TAL_GOAL (goals[j]));
    }
}

/* The goal whose own figure each series is: first of those that count it, then of those that
 * are measured of it. */
static GHashTable *
list_owners (TalEntryGrid *self)
{
  static const TalPart order[] = { TAL_PART_NUMERATOR, TAL_PART_VALUE, TAL_PART_DENOMINATOR };
  GHashTable          *owners = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint j = 0; j < self->rows->len; j++)
        {
          TalEntryRow     *row = g_ptr_array_index (self->rows, j);
          const TalSeries *own = row->parts[order[i]];

          if (own != NULL && !g_hash_table_contains (owners, own))
            g_hash_table_insert (owners, (gpointer)own, (gpointer)row->goal);
        }
    }

  return owners;
}

static void
link_denominators (TalEntryGrid *self)
{
  g_autoptr (GHashTable) owners = list_owners (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      TalEntryRow   *row = g_ptr_array_index (self->rows, i);
      const TalGoal *owner = NULL;

      if (row->parts[TAL_PART_DENOMINATOR] == NULL)
        continue;
      owner = g_hash_table_lookup (owners, row->parts[TAL_PART_DENOMINATOR]);
      row->lender = owner != row->goal ? owner : NULL;
    }
}

static void
add_series (TalEntryGrid *self)
{
  g_autoptr (GPtrArray) series = tal_entry_runs_list_series (get_catalogue (self), self->plan);
  const TalRecord      *above = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);
      const TalRecord *heading =
          tal_catalogue_find (get_catalogue (self), TAL_KIND_INITIATIVE, each->initiative);
      TalEntryRow *row = NULL;

      if (heading == NULL)
        heading = tal_catalogue_find (get_catalogue (self), TAL_KIND_PLAN, self->plan);
      if (heading != above && heading != NULL)
        add_row (self, heading,
                 heading->kind == TAL_KIND_INITIATIVE ? TAL_INITIATIVE (heading)->number : 0);
      above = heading;
      row = add_row (self, NULL, 0);
      row->shown = each;
      row->parts[TAL_PART_VALUE] = tal_series_is_derived (each) ? NULL : each;
    }
}

static void
add_periods_of_series (TalEntryGrid *self, const TalSeries *series)
{
  g_autoptr (GArray) found = NULL;

  if (series == NULL)
    return;

  found = tal_derive_list_periods (get_catalogue (self), tal_entry_runs_get_source (self->runs),
                                   series, NULL);
  if (found != NULL)
    g_array_append_vals (self->periods, found->data, found->len);
}

/* A goal may be entered in the periods that it is set for, whether or not there is a figure. */
static void
add_periods_of_goal (TalEntryGrid *self, const TalGoal *goal)
{
  if (tal_period_is_set (goal->measuring_period))
    g_array_append_val (self->periods, goal->measuring_period);

  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (goal, i);

      for (guint j = 0; criterion->targets != NULL && j < criterion->targets->len; j++)
        g_array_append_val (self->periods, g_array_index (criterion->targets, TalTarget, j).period);
    }
}

static void
list_periods (TalEntryGrid *self)
{
  g_array_set_size (self->periods, 0);
  g_array_append_vals (self->periods, self->added->data, self->added->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TalEntryRow *row = g_ptr_array_index (self->rows, i);

      add_periods_of_series (self, row->shown);
      if (row->goal != NULL)
        add_periods_of_goal (self, row->goal);
    }
  tal_period_list_sort (self->periods);
}

/* The newest that is over, as far as any is: that is the one to be reported. */
static TalPeriod
find_period_to_enter (TalEntryGrid *self)
{
  TalDay today = tal_clock_get_today ();

  for (guint i = self->periods->len; i > 0; i--)
    {
      TalPeriod period = g_array_index (self->periods, TalPeriod, i - 1);

      if (period.last < today)
        return period;
    }

  return self->periods->len > 0 ? g_array_index (self->periods, TalPeriod, 0) : TAL_PERIOD_UNSET;
}

void
tal_entry_grid_make_rows (TalEntryGrid *self)
{
  g_ptr_array_set_size (self->rows, 0);
  g_hash_table_remove_all (self->findings);
  g_hash_table_remove_all (self->lock_sentences);
  g_clear_pointer (&self->closings, tal_closings_free);
  if (self->runs == NULL)
    return;

  if (self->mode == TAL_ENTRY_MODE_GOALS)
    {
      add_goals (self);
      link_denominators (self);
    }
  else
    add_series (self);
  list_periods (self);
  if (!tal_period_is_set (self->period))
    self->period = find_period_to_enter (self);
}

void
tal_entry_grid_forget_statuses (TalEntryGrid *self)
{
  g_hash_table_remove_all (self->findings);
  for (guint i = 0; i < self->rows->len; i++)
    ((TalEntryRow *)g_ptr_array_index (self->rows, i))->assessed = FALSE;
}

TalEntryRow *
tal_entry_grid_get_row (TalEntryGrid *self, guint row)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

const TalGoalStatus *
tal_entry_grid_get_status (TalEntryGrid *self, TalEntryRow *row)
{
  if (row->assessed || row->goal == NULL || !tal_period_is_set (self->period))
    return row->assessed ? &row->status : NULL;

  row->assessed =
      tal_attainment_assess (get_catalogue (self), tal_entry_runs_get_source (self->runs),
                             row->goal, self->period, tal_clock_get_today (), &row->status, NULL);
  return row->assessed ? &row->status : NULL;
}

guint
tal_entry_grid_get_n_rows (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), 0);

  return self->rows->len;
}

guint
tal_entry_grid_get_n_columns (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), 0);

  return self->mode == TAL_ENTRY_MODE_GOALS ? TAL_N_ENTRY_COLUMNS : self->periods->len;
}

char *
tal_entry_grid_dup_heading (TalEntryGrid *self, guint column)
{
  static const char *const headings[TAL_N_ENTRY_COLUMNS] = {
    N_ ("Requirement"), N_ ("Numerator"),           N_ ("Denominator"),
                                                        N_ ("Result"),      N_ ("State of the figure"), N_ ("Status"),
                                                        };

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (column < tal_entry_grid_get_n_columns (self), NULL);

  return self->mode == TAL_ENTRY_MODE_GOALS
      ? g_strdup (_ (headings[column]))
      : tal_danish_period_format (g_array_index (self->periods, TalPeriod, column),
                                  TAL_DANISH_PERIOD_TABLE);
}

gboolean
tal_entry_grid_is_numeric (TalEntryGrid *self, guint column)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  return self->mode == TAL_ENTRY_MODE_SERIES || column == TAL_ENTRY_COLUMN_NUMERATOR ||
         column == TAL_ENTRY_COLUMN_DENOMINATOR || column == TAL_ENTRY_COLUMN_RESULT;
}

gboolean
tal_entry_grid_is_heading (TalEntryGrid *self, guint row)
{
  return tal_entry_grid_get_row (self, row)->heading != NULL;
}

const char *
tal_entry_grid_get_number (TalEntryGrid *self, guint row)
{
  return tal_entry_grid_get_row (self, row)->number;
}

const char *
tal_entry_grid_get_title (TalEntryGrid *self, guint row)
{
  const TalEntryRow *own = tal_entry_grid_get_row (self, row);
  const char        *title = NULL;

  if (own->heading != NULL)
    title = tal_title_get_name (own->heading);
  else if (own->goal != NULL)
    title = own->goal->wording;
  else
    title = own->shown->name;
  return title != NULL ? title : "";
}

gboolean
tal_entry_grid_find_goal (TalEntryGrid *self, TalId goal, guint *ret_row)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);
  g_return_val_if_fail (ret_row != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TalEntryRow *row = g_ptr_array_index (self->rows, i);

      if (row->goal != NULL && tal_id_is_equal (row->goal->record.id, goal))
        {
          *ret_row = i;
          return TRUE;
        }
    }

  return FALSE;
}

char *
tal_entry_grid_dup_summary (TalEntryGrid *self, guint row)
{
  g_autoptr (GArray) statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
  TalTally           tally;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);
  g_return_val_if_fail (tal_entry_grid_is_heading (self, row), NULL);

  if (self->mode == TAL_ENTRY_MODE_SERIES || !tal_period_is_set (self->period))
    return g_strdup ("");

  for (guint i = row + 1; i < self->rows->len && !tal_entry_grid_is_heading (self, i); i++)
    {
      const TalGoalStatus *status =
          tal_entry_grid_get_status (self, tal_entry_grid_get_row (self, i));

      if (status != NULL)
        g_array_append_val (statuses, *status);
    }

  tally = tal_sentence_tally ((const TalGoalStatus *)statuses->data, statuses->len);
  return tal_sentence_share_met (&tally);
}
