/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-table.h"

#include "base/tal-danish-entry.h"
#include "base/tal-passage.h"
#include "core/tal-note-columns.h"
#include "core/tal-note-label.h"

#include <string.h>

#define MOST_ROWS 500
#define MOST_COLUMNS 40
#define LONGEST_NUMBER 40  /* bytes of a cell that may be a number */
#define FARTHEST_CAPTION 4 /* passages between a caption and its table */
#define FARTHEST_REST 3    /* passages between a table and where it goes on */

static const TalPassage *
get_passage (const GPtrArray *passages, guint at)
{
  return passages->pdata[at];
}

static gboolean
is_row (const GPtrArray *passages, guint at)
{
  return at < passages->len && get_passage (passages, at)->kind == TAL_PASSAGE_ROW;
}

/* ---- Cells --------------------------------------------------------------------------- */

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4 &&
         (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20"));
}

static TalNoteCell
read_cell (const char *text)
{
  TalNoteCell    cell = { .kind = TAL_NOTE_CELL_WORDS, .text = text };
  TalDanishEntry entry;

  if (strlen (text) > LONGEST_NUMBER || !tal_danish_entry_parse (text, &entry, NULL))
    return cell;

  switch (entry.kind)
    {
    case TAL_DANISH_ENTRY_EMPTY:
      cell.kind = TAL_NOTE_CELL_EMPTY;
      return cell;
    case TAL_DANISH_ENTRY_NOT_AVAILABLE:
    case TAL_DANISH_ENTRY_WITHHELD:
    case TAL_DANISH_ENTRY_NOT_APPLICABLE:
      cell.kind = TAL_NOTE_CELL_MISSING;
      return cell;
    case TAL_DANISH_ENTRY_SHARE:
      return cell;
    case TAL_DANISH_ENTRY_NUMBER:
      break;
    }

  /* How exact "3,3 mio. kr." is, its value no longer says. */
  if (strpbrk (text, "mM") != NULL)
    return cell;

  cell.kind = entry.percent                          ? TAL_NOTE_CELL_PERCENT
              : is_year (text)                       ? TAL_NOTE_CELL_YEAR
              : strpbrk (text, "0123456789") != NULL ? TAL_NOTE_CELL_NUMBER
                                                     : TAL_NOTE_CELL_EMPTY;
  cell.value = entry.value;
  cell.approximation = entry.approximation;
  return cell;
}

gboolean
tal_note_cell_is_figure (const TalNoteCell *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == TAL_NOTE_CELL_NUMBER || self->kind == TAL_NOTE_CELL_PERCENT;
}

/* ---- Rows ---------------------------------------------------------------------------- */

static void
free_row (TalNoteRow *row)
{
  g_free (row->cells);
  g_free (row);
}

static TalNoteRow *
new_row (const TalPassage *passage, guint n_columns)
{
  TalNoteRow *row = g_new0 (TalNoteRow, 1);
  guint       at = 0;

  row->line = passage->line;
  row->name = "";
  row->cells = g_new0 (TalNoteCell, n_columns);
  for (guint i = 0; i < n_columns; i++)
    row->cells[i].text = "";
  for (char **cell = passage->cells; *cell != NULL && at < n_columns; cell++)
    row->cells[at++] = read_cell (*cell);
  return row;
}

gboolean
tal_note_row_has_figure (const TalNoteRow *self, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (tal_note_cell_is_figure (&self->cells[i]))
        return TRUE;
    }

  return FALSE;
}

const TalNoteRow *
tal_note_table_get_row (const TalNoteTable *self, guint row)
{
  return self->rows->pdata[row];
}

const TalNoteCell *
tal_note_table_get_cell (const TalNoteTable *self, guint row, guint column)
{
  return &tal_note_table_get_row (self, row)->cells[column];
}

/* ---- Tables -------------------------------------------------------------------------- */

static void
free_table (TalNoteTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].heading);
  g_free (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* 1, 2, 3 across, as months stand above their columns. */
static gboolean
is_counting (const TalNoteTable *self, guint row)
{
  guint  n_figures = 0;
  gint64 next = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const TalNoteCell *cell = tal_note_table_get_cell (self, row, i);

      if (!tal_note_cell_is_figure (cell))
        continue;
      n_figures++;
      if (cell->kind != TAL_NOTE_CELL_NUMBER ||
          tal_decimal_compare (cell->value, TAL_DECIMAL (next++, 0)) != 0)
        return FALSE;
    }

  return n_figures > 2;
}

/* The rows above the first with a figure that is none of a heading. */
static guint
count_heading_rows (const TalNoteTable *self)
{
  guint n_rows = 0;

  while (n_rows < self->rows->len &&
         (!tal_note_row_has_figure (self->rows->pdata[n_rows], self->n_columns) ||
          is_counting (self, n_rows)))
    n_rows++;
  return n_rows;
}

static void
take_heading (TalNoteTable *self)
{
  guint n_rows = count_heading_rows (self);

  for (guint i = 0; i < self->n_columns; i++)
    {
      GString *heading = g_string_new (NULL);

      for (guint j = 0; j < n_rows; j++)
        {
          const char *text = tal_note_table_get_cell (self, j, i)->text;

          if (*text != '\0' && heading->len > 0)
            g_string_append_c (heading, ' ');
          g_string_append (heading, text);
        }
      self->columns[i].heading = g_string_free (heading, FALSE);
    }

  if (n_rows > 0)
    g_ptr_array_remove_range (self->rows, 0, n_rows);
}

static void
find_caption (TalNoteTable *self, const GPtrArray *passages)
{
  const char *kind = NULL;
  guint       number = 0;

  self->caption = G_MAXUINT;
  for (guint i = self->first; i-- > 0 && self->first - i <= FARTHEST_CAPTION;)
    {
      if (is_row (passages, i))
        return;
      if (tal_note_parse_caption (get_passage (passages, i)->text, &kind, &number))
        {
          self->caption = i;
          return;
        }
    }
}

/* Whether the rows there go on with a table: under the same heading, with no caption of their
 * own between. */
static gboolean
goes_on (const GPtrArray *passages, guint first, guint end, guint next)
{
  const char *kind = NULL;
  guint       number = 0;

  if (!is_row (passages, next) || next - end > FARTHEST_REST ||
      strcmp (get_passage (passages, first)->text, get_passage (passages, next)->text) != 0)
    return FALSE;

  for (guint i = end; i < next; i++)
    {
      if (get_passage (passages, i)->kind == TAL_PASSAGE_HEADING ||
          tal_note_parse_caption (get_passage (passages, i)->text, &kind, &number))
        return FALSE;
    }

  return TRUE;
}

static guint
find_end (const GPtrArray *passages, guint first)
{
  guint end = first + 1;

  while (is_row (passages, end) &&
         get_passage (passages, end)->table == get_passage (passages, first)->table)
    end++;
  return end;
}

static guint
find_next_row (const GPtrArray *passages, guint at)
{
  while (at < passages->len && !is_row (passages, at))
    at++;
  return at;
}

static guint
count_columns (const GPtrArray *passages, guint first, guint end)
{
  guint n_columns = 0;

  for (guint i = first; i < end; i++)
    {
      if (is_row (passages, i))
        n_columns = MAX (n_columns, g_strv_length (get_passage (passages, i)->cells));
    }

  return n_columns;
}

/* NULL where it is none that can be checked. */
static TalNoteTable *
new_table (const GPtrArray *passages, guint first, guint end)
{
  guint         n_columns = count_columns (passages, first, end);
  TalNoteTable *self = NULL;

  if (n_columns > MOST_COLUMNS || end - first > MOST_ROWS)
    return NULL;

  self = g_new0 (TalNoteTable, 1);
  self->first = first;
  self->end = end;
  self->line = get_passage (passages, first)->line;
  self->n_columns = n_columns;
  self->columns = g_new0 (TalNoteColumn, n_columns);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify)free_row);
  for (guint i = first; i < end; i++)
    {
      /* A heading that is repeated where the table goes on is none of its rows. */
      if (is_row (passages, i) && (i == first || strcmp (get_passage (passages, i)->text,
                                                         get_passage (passages, first)->text) != 0))
        g_ptr_array_add (self->rows, new_row (get_passage (passages, i), n_columns));
    }

  find_caption (self, passages);
  take_heading (self);
  tal_note_columns_understand (self);
  return self;
}

GPtrArray *
tal_note_table_list (const GPtrArray *passages)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify)free_table);
  guint      at = 0;

  g_return_val_if_fail (passages != NULL, tables);

  while ((at = find_next_row (passages, at)) < passages->len)
    {
      TalNoteTable *table = NULL;
      guint         end = find_end (passages, at);
      guint         next = find_next_row (passages, end);

      while (goes_on (passages, at, end, next))
        {
          end = find_end (passages, next);
          next = find_next_row (passages, end);
        }

      table = new_table (passages, at, end);
      if (table != NULL)
        g_ptr_array_add (tables, table);
      at = end;
    }

  return tables;
}

/* Whether numbers of the column may be rounded: shares, decimals and thousands of kroner. */
static gboolean
is_rounded (const TalNoteTable *self, guint column)
{
  static const char *const words[] = { "mio", "mia", "1.000", "tusind", "t.kr", NULL };

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->columns[column].kind == TAL_NOTE_CELL_PERCENT || self->columns[column].scale > 0)
    return TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      for (const char *const *word = words; *word != NULL; word++)
        {
          if ((i == column || i == 0) && strstr (self->columns[i].heading, *word) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

TalInterval
tal_note_table_get_interval (const TalNoteTable *self, const TalNoteCell *cell, guint column)
{
  if (cell->value.scale > 0 || cell->approximation != TAL_APPROXIMATION_EXACT ||
      is_rounded (self, column))
    return tal_interval_from_printed (cell->value, cell->approximation);

  return tal_interval_from_exact (tal_fraction_from_decimal (cell->value));
}
