/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-columns.h"

#include "core/tal-note-label.h"

#include <string.h>

#define LONGEST_NAME 60 /* bytes that a row's name has on average */
#define FARTHEST_SHIFT 2

static void
classify_row (TalNoteTable *self, guint at)
{
  TalNoteRow *row = self->rows->pdata[at];
  const char *label = NULL;

  if (!tal_note_row_has_figure (row, self->n_columns))
    {
      row->kind = TAL_NOTE_ROW_WORDS;
      return;
    }

  row->kind = TAL_NOTE_ROW_PLAIN;
  for (guint i = 0; i < self->n_columns && !tal_note_cell_is_figure (&row->cells[i]); i++)
    {
      if (row->cells[i].kind != TAL_NOTE_CELL_WORDS)
        continue;
      label = row->cells[i].text;
      if (tal_note_is_total (label))
        {
          row->kind = TAL_NOTE_ROW_TOTAL;
          row->name = label;
          return;
        }
    }

  if (label != NULL && tal_note_is_part (label))
    row->kind = TAL_NOTE_ROW_PART;
}

/* "Fleksjobvisiterede i alt" above its "heraf" is the whole of those, not a sum of the above. */
static void
classify_rows (TalNoteTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    classify_row (self, i);

  for (guint i = 0; i + 1 < self->rows->len; i++)
    {
      TalNoteRow *row = self->rows->pdata[i];

      if (row->kind == TAL_NOTE_ROW_TOTAL && !tal_note_is_plain_total (row->name) &&
          tal_note_table_get_row (self, i + 1)->kind == TAL_NOTE_ROW_PART)
        row->kind = TAL_NOTE_ROW_PLAIN;
    }
}

/* ---- Columns ------------------------------------------------------------------------- */

static guint8
find_scale (const TalNoteTable *self, guint column)
{
  guint  counts[TAL_DECIMAL_MAX_SCALE + 1] = { 0 };
  guint8 scale = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (self, i, column);

      if (tal_note_cell_is_figure (cell))
        counts[cell->value.scale]++;
    }

  for (guint8 i = 1; i <= TAL_DECIMAL_MAX_SCALE; i++)
    {
      if (counts[i] > counts[scale])
        scale = i;
    }

  return scale;
}

/* 1, 2, 3 down the first column: numbers of the rows, not figures. */
static gboolean
is_numbering (const TalNoteTable *self, guint column)
{
  gint64 next = 1;

  for (guint i = 0; column == 0 && i < self->rows->len; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (self, i, column);

      if (cell->kind == TAL_NOTE_CELL_NUMBER &&
          tal_decimal_compare (cell->value, TAL_DECIMAL (next++, 0)) != 0)
        return FALSE;
    }

  return next > 2;
}

static void
classify_column (TalNoteTable *self, guint column)
{
  guint           counts[TAL_NOTE_CELL_PERCENT + 1] = { 0 };
  TalNoteCellKind kind = TAL_NOTE_CELL_WORDS;

  for (guint i = 0; i < self->rows->len; i++)
    counts[tal_note_table_get_cell (self, i, column)->kind]++;
  for (TalNoteCellKind i = TAL_NOTE_CELL_YEAR; i <= TAL_NOTE_CELL_PERCENT; i++)
    {
      if (counts[i] > 0 && counts[i] >= counts[kind])
        kind = i;
    }

  self->columns[column].kind =
      kind == TAL_NOTE_CELL_NUMBER && is_numbering (self, column) ? TAL_NOTE_CELL_WORDS : kind;
  self->columns[column].scale = find_scale (self, column);
}

static int
find_first_figure (const TalNoteTable *self, const TalNoteRow *row)
{
  int first = 0;

  while (first < (int)self->n_columns && !tal_note_cell_is_figure (&row->cells[first]))
    first++;
  return first;
}

/* How well the row's figures fit the columns when all cells from 'from' on are moved by so
 * many places.  Negative where one falls outside, upon words, or into another kind of
 * column. */
static int
score_shift (const TalNoteTable *self, const TalNoteRow *row, int from, int shift)
{
  int score = 0;

  for (int i = MAX (from + shift, 0); i < from; i++)
    {
      if (row->cells[i].kind != TAL_NOTE_CELL_EMPTY)
        return -1;
    }

  for (int i = from; i < (int)self->n_columns; i++)
    {
      const TalNoteCell   *cell = &row->cells[i];
      const TalNoteColumn *column = NULL;

      if (cell->kind == TAL_NOTE_CELL_EMPTY)
        continue;
      if (i + shift < 0 || i + shift >= (int)self->n_columns)
        return -1;
      if (!tal_note_cell_is_figure (cell))
        continue;

      column = &self->columns[i + shift];
      if (column->kind != cell->kind)
        return -1;
      score += column->scale == cell->value.scale ? 3 : 2;
    }

  return score;
}

static void
move_cells (TalNoteTable *self, TalNoteRow *row, int from, int shift)
{
  TalNoteCell *moved = g_new0 (TalNoteCell, self->n_columns);

  for (int i = 0; i < (int)self->n_columns; i++)
    {
      moved[i].text = "";
      if (i < MIN (from, from + shift))
        moved[i] = row->cells[i];
      else if (i - shift >= from && i - shift < (int)self->n_columns)
        moved[i] = row->cells[i - shift];
    }
  g_free (row->cells);
  row->cells = moved;
}

/* The whole row stands beside its columns, or its figures do: whichever fits best. */
static void
shift_row (TalNoteTable *self, TalNoteRow *row)
{
  static const int shifts[] = { -1, 1, -FARTHEST_SHIFT, FARTHEST_SHIFT };
  const int        starts[] = { 0, find_first_figure (self, row) };
  int              from = 0;
  int              shift = 0;
  int              score = score_shift (self, row, 0, 0);

  if (score >= 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (starts) * G_N_ELEMENTS (shifts); i++)
    {
      int start = starts[i / G_N_ELEMENTS (shifts)];
      int tried = shifts[i % G_N_ELEMENTS (shifts)];
      int found = score_shift (self, row, start, tried);

      if (found > score)
        {
          score = found;
          from = start;
          shift = tried;
        }
    }
  if (shift != 0)
    move_cells (self, row, from, shift);
}

static gboolean
is_named_before (const TalNoteTable *self, guint row, guint column)
{
  const char *text = tal_note_table_get_cell (self, row, column)->text;

  for (guint i = 0; i < row; i++)
    {
      if (strcmp (tal_note_table_get_cell (self, i, column)->text, text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* How many rows the column tells apart, or 0 where it holds prose. */
static guint
count_names (const TalNoteTable *self, guint column)
{
  guint n_names = 0;
  guint n_words = 0;
  gsize length = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (self, i, column);

      if (cell->kind != TAL_NOTE_CELL_WORDS)
        continue;
      n_words++;
      length += strlen (cell->text);
      n_names += !is_named_before (self, i, column);
    }

  return length > (gsize)n_words * LONGEST_NAME ? 0 : n_names;
}

static void
name_rows (TalNoteTable *self)
{
  guint most = 0;
  guint column = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint n_names = self->columns[i].kind == TAL_NOTE_CELL_WORDS ? count_names (self, i) : 0;

      if (n_names > most)
        {
          most = n_names;
          column = i;
        }
    }

  for (guint i = 0; i < self->rows->len; i++)
    {
      TalNoteRow *row = self->rows->pdata[i];

      for (guint j = column + 1; j-- > 0 && row->name[0] == '\0';)
        {
          if (row->cells[j].kind == TAL_NOTE_CELL_WORDS)
            row->name = row->cells[j].text;
        }
    }
}

/* 1950 among the numbers of a column is one of them. */
static void
read_years_as_counts (TalNoteTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      TalNoteRow *row = self->rows->pdata[i];

      for (guint j = 0; tal_note_row_has_figure (row, self->n_columns) && j < self->n_columns; j++)
        {
          if (row->cells[j].kind == TAL_NOTE_CELL_YEAR &&
              self->columns[j].kind == TAL_NOTE_CELL_NUMBER)
            row->cells[j].kind = TAL_NOTE_CELL_NUMBER;
        }
    }
}

void
tal_note_columns_understand (TalNoteTable *table)
{
  g_return_if_fail (table != NULL);

  for (guint i = 0; i < table->n_columns; i++)
    classify_column (table, i);
  for (guint i = 0; i < table->rows->len; i++)
    shift_row (table, table->rows->pdata[i]);
  for (guint i = 0; i < table->n_columns; i++)
    classify_column (table, i);
  read_years_as_counts (table);
  classify_rows (table);
  name_rows (table);
}
