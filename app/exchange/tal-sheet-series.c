/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-sheet-series.h"

#include "base/tal-danish-date.h"
#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-derive.h"
#include "core/tal-title.h"
#include "exchange/tal-sheet-cells.h"

#include <glib/gi18n-lib.h>

#define PERIOD_WIDTH 24
#define FIGURE_WIDTH 22
/* More lines in a chart are not told apart. */
#define MOST_DRAWN 6
#define LEAST_DRAWN_PERIODS 2

typedef struct
{
  const TalSeries *series;
  GArray          *periods; /* of TalPeriod in which something is said of it */
  GArray          *figures; /* of TalFigure, one a period */
  GHashTable      *places;  /* TalPeriod → the figure of it */
  gboolean         has_hidden;
  TalPeriodKind    drawn; /* the kind that it has most values of; NONE where it isn't drawn */
} Column;

typedef struct
{
  TalSheetScope *scope;
  TalTable      *table;
  GPtrArray     *columns; /* of Column */
  GArray        *rows;    /* of TalPeriod */
  TalSheetMarks  marks;
} Sheet;

static void
column_free (Column *self)
{
  g_hash_table_unref (self->places);
  g_array_unref (self->periods);
  g_array_unref (self->figures);
  g_free (self);
}

static gboolean
is_within (const TalSheetScope *scope, TalPeriod period)
{
  return !tal_period_is_set (scope->within) || tal_period_contains (scope->within, period);
}

/* The kind of which most values are known and shown: a line needs two of one kind. */
static TalPeriodKind
find_drawn (const Column *self, const TalSheetMasking *masking)
{
  guint         counts[TAL_PERIOD_RANGE + 1] = { 0 };
  TalPeriodKind best = TAL_PERIOD_NONE;

  for (guint i = 0; i < self->periods->len; i++)
    {
      TalPeriod period = g_array_index (self->periods, TalPeriod, i);

      if (period.kind != TAL_PERIOD_RANGE &&
          tal_figure_is_known (&g_array_index (self->figures, TalFigure, i)) &&
          !tal_sheet_masking_hides (masking, self->series, period))
        counts[period.kind]++;
    }
  for (guint kind = TAL_PERIOD_YEAR; kind < TAL_PERIOD_RANGE; kind++)
    {
      if (counts[kind] >= LEAST_DRAWN_PERIODS && counts[kind] > counts[best])
        best = (TalPeriodKind)kind;
    }
  return best;
}

static guint
period_hash (gconstpointer period)
{
  return tal_period_hash (*(const TalPeriod *)period);
}

static gboolean
period_equal (gconstpointer a, gconstpointer b)
{
  return tal_period_is_equal (*(const TalPeriod *)a, *(const TalPeriod *)b);
}

static Column *
column_new (const TalSeries *series)
{
  Column *self = g_new0 (Column, 1);

  self->series = series;
  self->periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  self->figures = g_array_new (FALSE, FALSE, sizeof (TalFigure));
  self->places = g_hash_table_new (period_hash, period_equal);
  return self;
}

static gboolean
read_figures (Column *self, TalSheetScope *scope, GError **error)
{
  g_autoptr (GArray) periods =
      tal_derive_list_periods (scope->catalogue, scope->runs, self->series, error);

  if (periods == NULL)
    return FALSE;

  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i);
      TalFigure figure;

      if (!is_within (scope, period))
        continue;
      if (!tal_derive_figure (scope->catalogue, scope->runs, self->series, period, &figure, error))
        return FALSE;
      /* What can't be computed was never said by anybody. */
      if (!figure.found || (figure.computed && figure.missing != TAL_MISSING_NOT))
        continue;
      g_array_append_val (self->periods, period);
      g_array_append_val (self->figures, figure);
    }
  return TRUE;
}

static Column *
read_column (TalSheetScope *scope, const TalSeries *series, GError **error)
{
  Column *self = column_new (series);

  if (!read_figures (self, scope, error))
    {
      column_free (self);
      return NULL;
    }

  for (guint i = 0; i < self->periods->len; i++)
    {
      TalPeriod *period = &g_array_index (self->periods, TalPeriod, i);

      g_hash_table_insert (self->places, period, &g_array_index (self->figures, TalFigure, i));
      if (tal_sheet_masking_hides (scope->masking, series, *period))
        self->has_hidden = TRUE;
    }
  self->drawn = find_drawn (self, scope->masking);
  return self;
}

static gboolean
read_columns (Sheet *self, const TalSeries **series, guint n_series, GError **error)
{
  for (guint i = 0; i < n_series; i++)
    {
      Column *column = read_column (self->scope, series[i], error);

      if (column == NULL)
        return FALSE;
      if (column->periods->len == 0)
        {
          column_free (column);
          continue;
        }
      g_ptr_array_add (self->columns, column);
      g_array_append_vals (self->rows, column->periods->data, column->periods->len);
    }
  return TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const TalPeriod *first = a;
  const TalPeriod *second = b;

  if (first->kind != second->kind)
    return first->kind < second->kind ? -1 : 1;
  return tal_period_compare (*first, *second);
}

static void
sort_rows (Sheet *self)
{
  guint kept = 0;

  g_array_sort (self->rows, compare_rows);
  for (guint i = 0; i < self->rows->len; i++)
    {
      TalPeriod period = g_array_index (self->rows, TalPeriod, i);

      if (kept == 0 ||
          !tal_period_is_equal (g_array_index (self->rows, TalPeriod, kept - 1), period))
        g_array_index (self->rows, TalPeriod, kept++) = period;
    }
  g_array_set_size (self->rows, kept);
}

static void
add_headings (Sheet *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) units = g_ptr_array_new ();
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  gboolean              has_members = FALSE;

  tal_table_add_column (self->table, PERIOD_WIDTH);
  g_ptr_array_add (names, (gpointer)_ ("Period"));
  g_ptr_array_add (units, NULL);
  g_ptr_array_add (members, NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);
      char         *of = tal_title_dup_members (self->scope->catalogue, column->series);

      tal_table_add_column (self->table, FIGURE_WIDTH);
      g_ptr_array_add (names, column->series->name);
      g_ptr_array_add (units, (gpointer)tal_danish_unit_get_noun (column->series->measure_unit));
      g_ptr_array_add (members, of);
      has_members = has_members || of != NULL;
    }

  tal_table_add_headings (self->table, (const char *const *)names->pdata);
  if (has_members)
    tal_table_add_headings (self->table, (const char *const *)members->pdata);
  tal_table_add_headings (self->table, (const char *const *)units->pdata);
}

static void
add_row (Sheet *self, TalPeriod period)
{
  g_autofree char *name = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);

  tal_table_begin_row (self->table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (self->table, name);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column    *column = g_ptr_array_index (self->columns, i);
      const TalFigure *figure = g_hash_table_lookup (column->places, &period);

      if (figure == NULL)
        tal_table_add_text (self->table, NULL);
      else if (tal_sheet_masking_hides (self->scope->masking, column->series, period))
        self->marks |= tal_sheet_cells_add_hidden (self->table);
      else
        self->marks |=
            tal_sheet_cells_add_figure (self->table, figure, column->series->measure_unit,
                                        column->series->decimals);
    }
}

static void
add_said (TalTable *table, const char *name, const char *said)
{
  g_autofree char *note = NULL;

  if (said == NULL || said[0] == '\0')
    return;

  note = g_strdup_printf ("%s: %s", name, said);
  tal_table_add_note (table, note);
}

/* What is said of single figures. */
static gboolean
add_figure_notes (Sheet *self, const Column *column, GError **error)
{
  g_autoptr (TalRun) run =
      tal_run_source_ref_run (self->scope->runs, column->series->record.id, error);

  if (run == NULL)
    return FALSE;

  for (guint i = 0; i < tal_run_get_length (run); i++)
    {
      const TalObservation *observation = tal_run_get_observation (run, i);
      g_autofree char      *when = NULL;
      g_autofree char      *which = NULL;

      if (!is_within (self->scope, observation->period))
        continue;
      self->scope->newest = MAX (self->scope->newest, observation->record.changed_at);
      if (observation->note == NULL || column->has_hidden)
        continue;
      when = tal_danish_period_format (observation->period, TAL_DANISH_PERIOD_TEXT);
      which = g_strdup_printf ("%s, %s", column->series->name, when);
      add_said (self->table, which, observation->note);
    }
  return TRUE;
}

static void
add_breaks (Sheet *self, const TalSeries *series)
{
  for (guint i = 0; i < tal_series_get_n_breaks (series); i++)
    {
      const TalSeriesBreak *each = tal_series_get_break (series, i);
      g_autofree char      *day = tal_danish_date_format (each->day, TAL_DANISH_DATE_TEXT);
      g_autofree char      *note =
          g_strdup_printf (_ ("%s: break in the figures on %s: %s"), series->name, day,
                              each->reason != NULL ? each->reason : "..");

      tal_table_add_note (self->table, note);
    }
}

/* A remark may say again what is hidden, in words that nobody can check: those of a series with
 * hidden figures are left out, and that is said. */
static gboolean
add_notes (Sheet *self, GError **error)
{
  gboolean left_out = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column    *column = g_ptr_array_index (self->columns, i);
      const TalSeries *series = column->series;

      add_said (self->table, series->name, series->definition);
      add_said (self->table, series->name, series->cohort);
      add_said (self->table, series->name, series->method);
      if (!column->has_hidden)
        add_said (self->table, series->name, series->note);
      add_breaks (self, series);
      if (!add_figure_notes (self, column, error))
        return FALSE;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);

      add_said (self->table, _ ("Source"), column->series->source);
      left_out = left_out || column->has_hidden;
    }
  if (left_out)
    tal_table_add_note (self->table, _ ("Remarks on series with hidden figures are left out."));
  return TRUE;
}

/* The rows of one kind stand together. */
static void
find_rows (const Sheet *self, TalPeriodKind kind, guint *ret_first, guint *ret_length)
{
  *ret_first = 0;
  *ret_length = 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (g_array_index (self->rows, TalPeriod, i).kind != kind)
        continue;
      if (*ret_length == 0)
        *ret_first = i;
      *ret_length += 1;
    }
}

static TalTableChart *
begin_chart (Sheet *self, TalPeriodKind kind, const TalSeries *series)
{
  TalTableChart *chart =
      tal_table_add_chart (self->table, TAL_TABLE_CHART_LINE, tal_table_get_title (self->table));

  find_rows (self, kind, &chart->first_row, &chart->n_rows);
  chart->caption = g_strdup (tal_danish_unit_get_noun (series->measure_unit));
  chart->decimals = (guint)MAX (series->decimals, 0);
  return chart;
}

static void
add_charts_of_kind (Sheet *self, TalPeriodKind kind, TalMeasureUnit unit)
{
  TalTableChart *chart = NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = g_ptr_array_index (self->columns, i);
      guint         number = i + 1;

      if (column->drawn != kind || column->series->measure_unit != unit)
        continue;
      if (chart == NULL || chart->columns->len == MOST_DRAWN)
        chart = begin_chart (self, kind, column->series);
      g_array_append_val (chart->columns, number);
    }
}

static void
add_charts (Sheet *self)
{
  for (guint kind = TAL_PERIOD_YEAR; kind < TAL_PERIOD_RANGE; kind++)
    {
      for (guint unit = 0; unit <= TAL_MEASURE_UNIT_MILLION_DKK; unit++)
        add_charts_of_kind (self, (TalPeriodKind)kind, (TalMeasureUnit)unit);
    }
}

TalTable *
tal_sheet_series_new (TalSheetScope    *scope,
                      const char       *name,
                      const char       *title,
                      const TalSeries **series,
                      guint             n_series,
                      GError          **error)
{
  g_autoptr (TalTable)  table = tal_table_new (name, title);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify)column_free);
  g_autoptr (GArray)    rows = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  Sheet                 sheet = { scope, table, columns, rows, 0 };

  g_return_val_if_fail (scope != NULL, NULL);
  g_return_val_if_fail (n_series <= TAL_SHEET_SERIES_MOST, NULL);

  if (!read_columns (&sheet, series, n_series, error) || columns->len == 0)
    return NULL;

  sort_rows (&sheet);
  add_headings (&sheet);
  for (guint i = 0; i < rows->len; i++)
    add_row (&sheet, g_array_index (rows, TalPeriod, i));
  if (!add_notes (&sheet, error))
    return NULL;

  tal_sheet_cells_add_legend (table, sheet.marks, tal_sheet_masking_get_limit (scope->masking));
  add_charts (&sheet);
  return g_steal_pointer (&table);
}
