/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-totals.h"

#include "core/tal-note-label.h"
#include "core/tal-note-sum.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One way to understand a total: each row's sign in it, and how many columns it fits. */
typedef struct
{
  int  *signs; /* of each row above: 1, 0, or -1 */
  guint n_rows;
  guint n_equal;
  guint n_rounded;
  guint n_known; /* columns that can be compared */
} Reading;

typedef struct
{
  const TalNoteTable *table;
  GPtrArray          *remarks;
  gboolean           *covered; /* rows that a total above was found to hold */
  guint               total;   /* the row being checked */
} Check;

static void
clear_reading (Reading *self)
{
  g_clear_pointer (&self->signs, g_free);
}

static TalNoteSum
sum_reading (const Check *check, const Reading *reading, guint column)
{
  TalNoteSum sum = TAL_NOTE_SUM_EMPTY;

  for (guint i = 0; i < reading->n_rows; i++)
    {
      if (reading->signs[i] != 0)
        tal_note_sum_add (&sum, check->table, i, column, reading->signs[i]);
    }

  return sum;
}

static gboolean
is_summed (const TalNoteTable *table, guint column)
{
  return table->columns[column].kind == TAL_NOTE_CELL_NUMBER ||
         table->columns[column].kind == TAL_NOTE_CELL_PERCENT;
}

static void
rate_reading (const Check *check, Reading *reading)
{
  reading->n_equal = reading->n_rounded = reading->n_known = 0;
  for (guint i = 0; i < check->table->n_columns; i++)
    {
      TalNoteSum        sum = sum_reading (check, reading, i);
      TalNoteSumVerdict verdict = tal_note_sum_compare (&sum, check->table, check->total, i);

      if (!is_summed (check->table, i))
        continue;
      reading->n_known += verdict != TAL_NOTE_SUM_UNKNOWN;
      reading->n_equal += verdict == TAL_NOTE_SUM_EQUAL;
      reading->n_rounded += verdict == TAL_NOTE_SUM_ROUNDED;
    }
}

static gboolean
is_better (const Reading *a, const Reading *b)
{
  if (a->n_equal != b->n_equal)
    return a->n_equal > b->n_equal;

  return a->n_rounded > b->n_rounded;
}

/* Keeps the better of the two, and frees the other. */
static void
keep_better (Reading *best, Reading *tried)
{
  if (best->signs == NULL || is_better (tried, best))
    {
      Reading worse = *best;

      *best = *tried;
      *tried = worse;
    }
  clear_reading (tried);
}

/* The plain rows since the total before, or all that no total holds, or all plain rows. */
static Reading
make_reading (const Check *check, gboolean group, gboolean with_totals)
{
  Reading reading = { g_new0 (int, check->total), check->total, 0, 0, 0 };

  for (guint i = check->total; i-- > 0;)
    {
      TalNoteRowKind kind = tal_note_table_get_row (check->table, i)->kind;

      if (kind == TAL_NOTE_ROW_TOTAL && group)
        break;
      if (kind == TAL_NOTE_ROW_PLAIN && !(with_totals && check->covered[i]))
        reading.signs[i] = 1;
      if (kind == TAL_NOTE_ROW_TOTAL && with_totals && !check->covered[i])
        reading.signs[i] = 1;
    }

  rate_reading (check, &reading);
  return reading;
}

/* A column whose total is no sum. */
static gboolean
is_of_means (const char *heading)
{
  static const char *const words[] = { "gennemsnit", "gns",   "median", " per ", " pr",  "andel",
                                       "pct",        "%",     "rate",   "alder", "dage", "varighed",
                                       "uger",       "timer", "indeks", NULL };

  return tal_note_has_any (heading, words);
}

/* A column of people or money, which can be added. */
static gboolean
is_of_amounts (const char *heading)
{
  static const char *const words[] = { "antal", "budget", "beløb", "kr.", "udgift", "i alt", NULL };

  return !is_of_means (heading) && tal_note_has_any (heading, words);
}

static gboolean
leaves_out (const char *name)
{
  static const char *const words[] = { "ekskl", "uden ", "fraregnet", "bortset", "unik", NULL };

  return tal_note_has_any (name, words);
}

/* A total that leaves a row out, as its name says: whichever row fits. */
static void
try_without (const Check *check, Reading *best)
{
  Reading whole = make_reading (check, FALSE, FALSE);

  for (guint i = 0; i < check->total; i++)
    {
      TalNoteRowKind kind = tal_note_table_get_row (check->table, i)->kind;
      Reading        tried = whole;

      if (kind != TAL_NOTE_ROW_PLAIN && kind != TAL_NOTE_ROW_PART)
        continue;
      tried.signs = g_memdup2 (whole.signs, whole.n_rows * sizeof (int));
      tried.signs[i] -= 1;
      rate_reading (check, &tried);
      keep_better (best, &tried);
    }

  clear_reading (&whole);
}

static Reading
find_reading (const Check *check)
{
  Reading best = make_reading (check, TRUE, FALSE);
  Reading open = make_reading (check, FALSE, TRUE);
  Reading all = make_reading (check, FALSE, FALSE);

  if (best.n_known == 0)
    clear_reading (&best);
  keep_better (&best, &open);
  keep_better (&best, &all);
  if (leaves_out (tal_note_table_get_row (check->table, check->total)->name))
    try_without (check, &best);

  return best;
}

static void
cover (Check *check, const Reading *reading)
{
  for (guint i = 0; i < reading->n_rows; i++)
    check->covered[i] = check->covered[i] || reading->signs[i] != 0;
}

/* The one row whose figure the difference is, or NULL. */
static const char *
find_row_of (const Check *check, const Reading *reading, guint column, TalFraction difference)
{
  const char *name = NULL;

  for (guint i = 0; i < reading->n_rows; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (check->table, i, column);
      TalFraction        value;

      if (reading->signs[i] == 0 || !tal_note_cell_is_figure (cell))
        continue;
      value = tal_fraction_from_decimal (cell->value);
      if (tal_fraction_compare (value, difference) != 0 &&
          tal_fraction_compare (tal_fraction_subtract (tal_fraction_from_integer (0), value),
                                difference) != 0)
        continue;
      if (name != NULL)
        return NULL;
      name = tal_note_table_get_row (check->table, i)->name;
    }

  return name;
}

static char *
dup_sentence (
    const char *name, const char *said, const char *sum, const char *difference, const char *row)
{
  if (row != NULL && *row != '\0')
    return g_strdup_printf (_("“%s” says %s, but its rows add up to %s; the difference of %s is the row “%s”."), name,
        said, sum, difference, row);

  return g_strdup_printf (_("“%s” says %s, but its rows add up to %s, a difference of %s."), name,
                             said, sum, difference);
}

static void
remark_off (const Check *check, const Reading *reading, const TalNoteSum *sum, guint column)
{
  const TalNoteRow  *row = tal_note_table_get_row (check->table, check->total);
  const TalNoteCell *cell = &row->cells[column];
  TalFraction        difference = tal_note_sum_get_difference (sum, cell);
  const char        *name = find_row_of (check, reading, column, difference);
  gboolean           is_less = tal_fraction_compare (difference, tal_fraction_from_integer (0)) < 0;
  g_autofree char   *added = tal_note_sum_format (sum);
  g_autofree char   *gap =
      tal_note_fraction_format (is_less ? tal_fraction_subtract (tal_fraction_from_integer (0),
                                                                 difference)
                                        : difference,
                                MAX (sum->scale, cell->value.scale));

  gboolean is_certain = reading->n_equal > 0 || name != NULL ||
                        tal_note_is_plain_total (row->name) || cell->kind == TAL_NOTE_CELL_PERCENT;

  tal_note_add_remark (check->remarks, is_certain ? TAL_SEVERITY_ERROR : TAL_SEVERITY_WARNING,
                       "table-total", row->line, cell->text,
                       tal_note_cell_dup_replacement (cell, added),
                       dup_sentence (row->name, cell->text, added, gap, name));
}

static void
remark_rounded (const Check *check, const TalNoteSum *sum, guint column)
{
  const TalNoteRow  *row = tal_note_table_get_row (check->table, check->total);
  const TalNoteCell *cell = &row->cells[column];
  g_autofree char   *added = tal_note_sum_format (sum);

  tal_note_add_remark (check->remarks, TAL_SEVERITY_NOTE, "table-total-rounding", row->line,
                       cell->text, tal_note_cell_dup_replacement (cell, added),
                       g_strdup_printf (_("“%s” says %s and its rows add up to %s, which may be rounding."),
                           row->name, cell->text, added));
}

static gboolean
is_last (const Check *check)
{
  for (guint i = check->total + 1; i < check->table->rows->len; i++)
    {
      if (tal_note_table_get_row (check->table, i)->kind != TAL_NOTE_ROW_WORDS)
        return FALSE;
    }

  return TRUE;
}

/* Whether it is sure that the figure should be that sum. */
static gboolean
is_sure (const Check *check, const Reading *reading, const TalNoteSum *sum, guint column)
{
  const TalNoteRow    *row = tal_note_table_get_row (check->table, check->total);
  const TalNoteCell   *cell = &row->cells[column];
  const TalNoteColumn *shape = &check->table->columns[column];
  TalFraction          difference = tal_note_sum_get_difference (sum, cell);

  if (cell->kind == TAL_NOTE_CELL_PERCENT)
    return tal_note_sum_is_near (sum, cell) &&
           (tal_decimal_compare (cell->value, TAL_DECIMAL (100, 0)) == 0 ||
            tal_fraction_compare (sum->value, tal_fraction_from_integer (100)) == 0);
  if (reading->n_equal > 0 && is_of_amounts (shape->heading))
    return TRUE;
  if (reading->n_equal > 1 && shape->scale == 0 && !is_of_means (shape->heading))
    return TRUE;
  if (sum->n_figures < 2 || tal_note_sum_has_mean (sum, cell))
    return FALSE;
  if (reading->n_equal > 0)
    return TRUE;
  if (leaves_out (row->name) || !(is_last (check) || tal_note_is_plain_total (row->name)))
    return FALSE;

  /* Where no column fits, the rows may overlap: only one that stands alone is sure. */
  return (reading->n_known == 1 &&
          (tal_note_sum_is_near (sum, cell) || tal_note_sum_is_misprint (sum, cell))) ||
         find_row_of (check, reading, column, difference) != NULL;
}

static void
check_column (const Check *check, const Reading *reading, guint column)
{
  TalNoteSum sum = sum_reading (check, reading, column);

  if (!is_summed (check->table, column))
    return;

  switch (tal_note_sum_compare (&sum, check->table, check->total, column))
    {
    case TAL_NOTE_SUM_UNKNOWN:
    case TAL_NOTE_SUM_EQUAL:
      return;
    case TAL_NOTE_SUM_ROUNDED:
      if (sum.n_figures > 1 && (check->table->columns[column].kind == TAL_NOTE_CELL_NUMBER ||
                                is_sure (check, reading, &sum, column)))
        remark_rounded (check, &sum, column);
      return;
    case TAL_NOTE_SUM_OFF:
      if (is_sure (check, reading, &sum, column))
        remark_off (check, reading, &sum, column);
      return;
    }
}

static void
check_missing (const Check *check, const Reading *reading, guint column)
{
  const TalNoteRow    *row = tal_note_table_get_row (check->table, check->total);
  const TalNoteColumn *shape = &check->table->columns[column];
  TalNoteSum           sum = sum_reading (check, reading, column);
  g_autofree char     *added = NULL;

  if (shape->kind != TAL_NOTE_CELL_NUMBER || row->cells[column].kind != TAL_NOTE_CELL_EMPTY ||
      row->cells[column].text[0] != '\0' || sum.n_figures < 2 || sum.is_missing ||
      !is_of_amounts (shape->heading))
    return;

  added = tal_note_sum_format (&sum);
  tal_note_add_remark (check->remarks, TAL_SEVERITY_WARNING, "table-total-missing", row->line,
                       row->name, g_strdup (added),
                       g_strdup_printf (_("“%s” has no figure for “%s”; the rows add up to %s."),
                                           row->name, shape->heading, added));
}

static void
check_total (Check *check)
{
  Reading reading = find_reading (check);

  for (guint i = 0; i < check->table->n_columns; i++)
    {
      check_column (check, &reading, i);
      if (reading.n_equal > 0)
        check_missing (check, &reading, i);
    }

  cover (check, &reading);
  clear_reading (&reading);
}

/* ---- Parts --------------------------------------------------------------------------- */

static guint
find_parts_end (const TalNoteTable *table, guint parent)
{
  guint end = parent + 1;

  while (end < table->rows->len && tal_note_table_get_row (table, end)->kind == TAL_NOTE_ROW_PART)
    end++;
  return end;
}

static TalNoteSum
sum_rows (const TalNoteTable *table, guint first, guint end, guint column)
{
  TalNoteSum sum = TAL_NOTE_SUM_EMPTY;

  for (guint i = first; i < end; i++)
    tal_note_sum_add (&sum, table, i, column, 1);
  return sum;
}

/* Parts that are the whole in one column are so in the others. */
static void
check_parts (const TalNoteTable *table, guint parent, guint end, GPtrArray *remarks)
{
  const TalNoteRow *row = tal_note_table_get_row (table, parent);
  guint             n_equal = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      TalNoteSum sum = sum_rows (table, parent + 1, end, i);

      n_equal += tal_note_sum_compare (&sum, table, parent, i) == TAL_NOTE_SUM_EQUAL;
    }

  for (guint i = 0; n_equal > 0 && end - parent > 2 && i < table->n_columns; i++)
    {
      TalNoteSum       sum = sum_rows (table, parent + 1, end, i);
      g_autofree char *added = tal_note_sum_format (&sum);

      if (table->columns[i].kind == TAL_NOTE_CELL_NUMBER &&
          tal_note_sum_compare (&sum, table, parent, i) == TAL_NOTE_SUM_OFF)
        tal_note_add_remark (remarks, TAL_SEVERITY_ERROR, "table-parts", row->line,
                             row->cells[i].text, g_strdup (added),
                             g_strdup_printf (_("“%s” says %s, but the parts below it add up to %s."), row->name,
                                 row->cells[i].text, added));
    }
}

/* A part is no more than its whole. */
static void
check_part (const TalNoteTable *table, guint parent, guint part, GPtrArray *remarks)
{
  const TalNoteRow *whole = tal_note_table_get_row (table, parent);
  const TalNoteRow *row = tal_note_table_get_row (table, part);

  for (guint i = 0; i < table->n_columns; i++)
    {
      if (table->columns[i].kind != TAL_NOTE_CELL_NUMBER ||
          whole->cells[i].kind != TAL_NOTE_CELL_NUMBER ||
          row->cells[i].kind != TAL_NOTE_CELL_NUMBER ||
          tal_decimal_compare (row->cells[i].value, whole->cells[i].value) <= 0)
        continue;

      tal_note_add_remark (remarks, TAL_SEVERITY_ERROR, "table-parts", row->line,
                           row->cells[i].text, NULL,
                           g_strdup_printf (_("“%s” says %s, which is more than the %s of “%s” that it is part of."),
                                               row->name, row->cells[i].text, whole->cells[i].text,
                                               whole->name));
    }
}

static void
check_all_parts (const TalNoteTable *table, GPtrArray *remarks)
{
  for (guint i = 0; i + 1 < table->rows->len; i++)
    {
      guint end = find_parts_end (table, i);

      if (tal_note_table_get_row (table, i)->kind != TAL_NOTE_ROW_PLAIN || end == i + 1)
        continue;

      check_parts (table, i, end, remarks);
      for (guint j = i + 1; j < end; j++)
        check_part (table, i, j, remarks);
    }
}

/* ---- Totals of rows ------------------------------------------------------------------ */

/* The columns from 'first' to a total's that hold figures of its kind. */
static TalNoteSum
sum_columns (const TalNoteTable *table, guint row, guint first, guint total)
{
  TalNoteSum sum = TAL_NOTE_SUM_EMPTY;

  for (guint i = first; i < total; i++)
    {
      if (table->columns[i].kind == table->columns[total].kind &&
          table->columns[i].scale == table->columns[total].scale &&
          !tal_note_is_total (table->columns[i].heading))
        tal_note_sum_add (&sum, table, row, i, 1);
    }

  return sum;
}

static guint
count_equal_rows (const TalNoteTable *table, guint first, guint total)
{
  guint n_equal = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      TalNoteSum sum = sum_columns (table, i, first, total);

      if (sum.n_figures > 1 && tal_note_sum_compare (&sum, table, i, total) == TAL_NOTE_SUM_EQUAL)
        n_equal++;
    }

  return n_equal;
}

/* All columns before the total's, or those since the total before, whichever more rows fit. */
static guint
find_first_column (const TalNoteTable *table, guint total)
{
  for (guint i = total; i-- > 0;)
    {
      if (tal_note_is_total (table->columns[i].heading))
        return count_equal_rows (table, i + 1, total) > count_equal_rows (table, 0, total) ? i + 1
                                                                                           : 0;
    }

  return 0;
}

static void
check_total_column (const TalNoteTable *table, guint total, GPtrArray *remarks)
{
  guint first = find_first_column (table, total);
  guint n_equal = count_equal_rows (table, first, total);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const TalNoteRow *row = tal_note_table_get_row (table, i);
      TalNoteSum        sum = sum_columns (table, i, first, total);
      g_autofree char  *added = tal_note_sum_format (&sum);

      if (sum.n_figures < 2 || tal_note_sum_compare (&sum, table, i, total) != TAL_NOTE_SUM_OFF ||
          (n_equal == 0 && (!tal_note_sum_is_near (&sum, &row->cells[total]) ||
                            tal_note_sum_has_mean (&sum, &row->cells[total]))))
        continue;

      tal_note_add_remark (remarks, TAL_SEVERITY_ERROR, "table-row-total", row->line,
                           row->cells[total].text,
                           tal_note_cell_dup_replacement (&row->cells[total], added),
                           g_strdup_printf (_("The row “%s” says %s under “%s”, but its columns add up to %s."),
                               row->name, row->cells[total].text, table->columns[total].heading,
                               added));
    }
}

void
tal_note_totals_check (const TalNoteTable *table, GPtrArray *remarks)
{
  g_autofree gboolean *covered = NULL;
  Check                check = { table, remarks, NULL, 0 };

  g_return_if_fail (table != NULL);
  g_return_if_fail (remarks != NULL);

  covered = g_new0 (gboolean, table->rows->len + 1);
  check.covered = covered;
  for (check.total = 0; check.total < table->rows->len; check.total++)
    {
      if (tal_note_table_get_row (table, check.total)->kind == TAL_NOTE_ROW_TOTAL)
        check_total (&check);
    }

  check_all_parts (table, remarks);
  for (guint i = 0; i < table->n_columns; i++)
    {
      if (is_summed (table, i) && tal_note_is_plain_total (table->columns[i].heading))
        check_total_column (table, i, remarks);
    }
}
