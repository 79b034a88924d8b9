/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-sheet-goals.h"

#include "core/tal-danish-period.h"
#include "core/tal-goal-table.h"
#include "core/tal-goal-text.h"
#include "core/tal-initiative.h"
#include "exchange/tal-sheet-cells.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const TalSheetScope *scope;
  TalTable            *table;
  TalSheetMarks        marks;
} Sheet;

static const guint widths[] = { 36, 6, 48, 24, 16, 14, 12, 12, 20 };

static void
add_headings (TalTable *table)
{
  const char *const headings[] = {
    _ ("Initiative"), _ ("No."),   _ ("Goal"),   _ ("Target"), _ ("Period"),
                                                                  _ ("Result"),     _ ("Count"), _ ("Out of"), _ ("Status") };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    tal_table_add_column (table, widths[i]);
  tal_table_add_headings (table, headings);
}

static int
compare_with_target (TalFraction value, const TalGoalStatus *status)
{
  return tal_fraction_compare (value, tal_fraction_from_decimal (status->target));
}

/* 39,6 pct. isn't shown as the 40 pct. that were promised. */
static int
find_decimals (const TalGoalStatus *status)
{
  int        decimals = CLAMP (status->series->decimals, 0, TAL_DECIMAL_MAX_SCALE - 1);
  TalDecimal shown;

  if (tal_decimal_is_none (status->target) || !tal_figure_is_known (&status->figure) ||
      !tal_fraction_round (status->figure.value, (guint8)decimals, &shown))
    return decimals;

  return compare_with_target (tal_fraction_from_decimal (shown), status) ==
                 compare_with_target (status->figure.value, status)
             ? decimals
             : decimals + 1;
}

static gboolean
is_hidden (const Sheet *self, const TalGoalStatus *status)
{
  return status->series != NULL && tal_period_is_set (status->period) &&
         tal_sheet_masking_hides (self->scope->masking, status->series, status->period);
}

/* Whether a count that a share rests on must be hidden, though the share may be shown. */
static gboolean
is_term_hidden (const Sheet *self, const TalGoalStatus *status)
{
  for (guint i = 0; i < tal_series_get_n_terms (status->series); i++)
    {
      const TalRecord *part = tal_catalogue_find (self->scope->catalogue, TAL_KIND_SERIES,
                                                  tal_series_get_term (status->series, i)->series);

      if (part != NULL && tal_period_is_set (status->period) &&
          tal_sheet_masking_hides (self->scope->masking, TAL_SERIES (part), status->period))
        return TRUE;
    }
  return FALSE;
}

static void
add_result (Sheet *self, const TalGoalStatus *status)
{
  if (status->series == NULL)
    tal_table_add_text (self->table, NULL);
  else if (is_hidden (self, status))
    self->marks |= tal_sheet_cells_add_hidden (self->table);
  else
    self->marks |=
        tal_sheet_cells_add_figure (self->table, &status->figure, status->series->measure_unit,
                                    find_decimals (status));
}

static void
add_count (Sheet *self, const TalFigure *count, gboolean hidden)
{
  if (hidden && tal_figure_is_known (count))
    self->marks |= tal_sheet_cells_add_hidden (self->table);
  else
    self->marks |= tal_sheet_cells_add_figure (self->table, count, TAL_MEASURE_UNIT_COUNT, 0);
}

static void
add_counts (Sheet *self, const TalGoalStatus *status)
{
  gboolean hidden =
      status->series != NULL && (is_hidden (self, status) || is_term_hidden (self, status));

  add_count (self, &status->numerator, hidden);
  add_count (self, &status->denominator, hidden);
}

static void
add_goal (Sheet *self, const TalGoalStatus *status, const TalInitiative *initiative)
{
  const TalTableFormat number = { .ungrouped = TRUE };
  g_autofree char     *requirement = tal_goal_text_requirement (status);
  g_autofree char     *period = tal_period_is_set (status->period)
                                    ? tal_danish_period_format (status->period, TAL_DANISH_PERIOD_TEXT)
                                    : NULL;
  g_autofree char     *name = NULL;

  if (initiative != NULL && initiative->number > 0)
    name = g_strdup_printf ("%d. %s", initiative->number, initiative->name);
  else if (initiative != NULL)
    name = g_strdup (initiative->name);

  tal_table_begin_row (self->table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (self->table, name);
  tal_table_add_number (self->table, TAL_DECIMAL (status->goal->number, 0), &number);
  tal_table_add_text (self->table, status->goal->wording);
  tal_table_add_text (self->table, requirement);
  tal_table_add_text (self->table, period);
  add_result (self, status);
  add_counts (self, status);
  tal_table_add_text (self->table, tal_goal_text_verdict (status->attainment));
}

TalTable *
tal_sheet_goals_new (const TalSheetScope *scope,
                     const char          *name,
                     const TalGoalStatus *goals,
                     guint                n_goals)
{
  g_autoptr (TalGoalTable) shown = NULL;
  TalTable                *table = NULL;
  Sheet                    sheet = { scope, NULL, 0 };

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (n_goals > 0, NULL);

  shown = tal_goal_table_new (scope->catalogue, goals, n_goals, TAL_GOAL_TABLE_INITIATIVES,
                              TAL_GOAL_TABLE_NOTE);
  table = tal_table_new (name, shown->title);
  sheet.table = table;
  add_headings (table);
  for (guint i = 0; i < n_goals; i++)
    {
      const TalRecord *initiative =
          tal_catalogue_find (scope->catalogue, TAL_KIND_INITIATIVE, goals[i].goal->initiative);

      add_goal (&sheet, &goals[i], initiative != NULL ? TAL_INITIATIVE (initiative) : NULL);
    }
  tal_table_add_note (table, shown->note);
  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *preliminary = tal_goal_text_preliminary (&goals[i]);

      tal_table_add_note (table, preliminary);
    }
  tal_sheet_cells_add_legend (table, sheet.marks, tal_sheet_masking_get_limit (scope->masking));
  return table;
}
