/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-table.h"

#include "base/tal-printable-text.h"

/* The most characters that a cell has in Excel. */
#define MOST_CHARACTERS 32767

typedef struct
{
  guint         width;
  gboolean      hidden;
  TalTableInput input;
  GStrv         choices; /* of the input; owned */
} Column;

static void
column_clear (Column *column)
{
  g_strfreev (column->choices);
}

struct _TalTable
{
  char         *name;
  char         *title;
  GArray       *columns;  /* of Column */
  GPtrArray    *headings; /* of char *, row by row */
  GArray       *kinds;    /* of TalTableRowKind, one a row */
  GArray       *cells;    /* of TalTableCell, row by row */
  GArray       *formats;  /* of TalTableFormat */
  GPtrArray    *notes;    /* of char * */
  GPtrArray    *charts;   /* of TalTableChart */
  GStringChunk *texts;    /* each once */
};

static void
chart_free (TalTableChart *chart)
{
  g_free (chart->title);
  g_free (chart->caption);
  g_array_unref (chart->columns);
  g_free (chart);
}

TalTable *
tal_table_new (const char *name, const char *title)
{
  TalTable *self = NULL;

  g_return_val_if_fail (name != NULL && title != NULL, NULL);

  self = g_new0 (TalTable, 1);
  self->name = tal_printable_text_dup (name, MOST_CHARACTERS);
  self->title = tal_printable_text_dup (title, MOST_CHARACTERS);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, (GDestroyNotify)column_clear);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (TalTableRowKind));
  self->cells = g_array_new (FALSE, TRUE, sizeof (TalTableCell));
  self->formats = g_array_new (FALSE, FALSE, sizeof (TalTableFormat));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->charts = g_ptr_array_new_with_free_func ((GDestroyNotify)chart_free);
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
tal_table_free (TalTable *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->kinds);
  g_array_unref (self->cells);
  g_array_unref (self->formats);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->charts);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static const char *
keep_text (TalTable *self, const char *text)
{
  g_autofree char *printable = NULL;

  if (is_blank (text))
    return NULL;

  printable = tal_printable_text_dup (text, MOST_CHARACTERS);
  return g_string_chunk_insert_const (self->texts, printable);
}

void
tal_table_add_column (TalTable *self, guint width)
{
  const Column column = { .width = width };

  g_return_if_fail (self != NULL);
  g_return_if_fail (width > 0);
  g_return_if_fail (self->kinds->len == 0 && self->headings->len == 0);
  g_return_if_fail (self->columns->len < TAL_TABLE_MAX_COLUMNS);

  g_array_append_val (self->columns, column);
}

void
tal_table_set_input (TalTable *self, guint column, const TalTableInput *input)
{
  Column *filled = NULL;

  g_return_if_fail (self != NULL && input != NULL);
  g_return_if_fail (column < self->columns->len);

  filled = &g_array_index (self->columns, Column, column);
  g_strfreev (filled->choices);
  filled->choices = g_strdupv ((GStrv)(gpointer)input->choices);
  filled->input =
      (TalTableInput){ input->kind, keep_text (self, input->title), keep_text (self, input->hint),
                       (const char *const *)filled->choices };
}

void
tal_table_hide_column (TalTable *self, guint column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (column < self->columns->len);

  g_array_index (self->columns, Column, column).hidden = TRUE;
}

void
tal_table_add_headings (TalTable *self, const char *const *headings)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (headings != NULL);
  g_return_if_fail (self->kinds->len == 0);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (self->headings, is_blank (headings[i])
                                         ? NULL
                                         : tal_printable_text_dup (headings[i], MOST_CHARACTERS));
}

/* The cells that lack in the row under way. */
static void
fill_row (TalTable *self)
{
  g_array_set_size (self->cells, self->kinds->len * self->columns->len);
}

void
tal_table_begin_row (TalTable *self, TalTableRowKind kind)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->columns->len > 0);
  g_return_if_fail (self->kinds->len < TAL_TABLE_MAX_ROWS);

  fill_row (self);
  g_array_append_val (self->kinds, kind);
}

static void
add_cell (TalTable *self, const TalTableCell *cell)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cells->len < self->kinds->len * self->columns->len);

  g_array_append_vals (self->cells, cell, 1);
}

void
tal_table_add_text (TalTable *self, const char *text)
{
  TalTableCell cell = { .kind = is_blank (text) ? TAL_TABLE_CELL_EMPTY : TAL_TABLE_CELL_TEXT };

  cell.text = keep_text (self, text);
  add_cell (self, &cell);
}

void
tal_table_add_mark (TalTable *self, const char *mark)
{
  TalTableCell cell = { .kind = is_blank (mark) ? TAL_TABLE_CELL_EMPTY : TAL_TABLE_CELL_MARK };

  cell.text = keep_text (self, mark);
  add_cell (self, &cell);
}

static gboolean
is_same_format (const TalTableFormat *a, const TalTableFormat *b)
{
  return a->before == b->before && a->unit == b->unit && a->mark == b->mark &&
         a->decimals == b->decimals && a->ungrouped == b->ungrouped;
}

/* Neighbours are mostly shown alike, so the search begins at the newest. */
static guint
keep_format (TalTable *self, const TalTableFormat *format)
{
  TalTableFormat kept = { keep_text (self, format->before), keep_text (self, format->unit),
                          keep_text (self, format->mark), format->decimals, format->ungrouped };

  for (guint i = self->formats->len; i > 0; i--)
    {
      if (is_same_format (&g_array_index (self->formats, TalTableFormat, i - 1), &kept))
        return i - 1;
    }

  g_array_append_val (self->formats, kept);
  return self->formats->len - 1;
}

void
tal_table_add_number (TalTable *self, TalDecimal number, const TalTableFormat *format)
{
  TalTableCell cell = { .kind = TAL_TABLE_CELL_EMPTY };

  g_return_if_fail (self != NULL);
  g_return_if_fail (format != NULL);

  if (!tal_decimal_is_none (number))
    {
      cell.kind = TAL_TABLE_CELL_NUMBER;
      cell.number = number;
      cell.format = keep_format (self, format);
    }
  add_cell (self, &cell);
}

void
tal_table_add_day (TalTable *self, TalDay day)
{
  TalTableCell cell = { .kind = TAL_TABLE_CELL_EMPTY };

  if (day != TAL_DAY_NONE)
    {
      cell.kind = TAL_TABLE_CELL_DAY;
      cell.day = day;
    }
  add_cell (self, &cell);
}

void
tal_table_add_note (TalTable *self, const char *note)
{
  g_autofree char *printable = NULL;

  g_return_if_fail (self != NULL);

  if (is_blank (note))
    return;

  printable = tal_printable_text_dup (note, MOST_CHARACTERS);
  if (!g_ptr_array_find_with_equal_func (self->notes, printable, g_str_equal, NULL))
    g_ptr_array_add (self->notes, g_steal_pointer (&printable));
}

TalTableChart *
tal_table_add_chart (TalTable *self, TalTableChartKind kind, const char *title)
{
  TalTableChart *chart = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  chart = g_new0 (TalTableChart, 1);
  chart->kind = kind;
  chart->title = tal_printable_text_dup (title, MOST_CHARACTERS);
  chart->columns = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->charts, chart);
  return chart;
}

const char *
tal_table_get_name (const TalTable *self)
{
  return self->name;
}

const char *
tal_table_get_title (const TalTable *self)
{
  return self->title;
}

guint
tal_table_get_n_columns (const TalTable *self)
{
  return self->columns->len;
}

guint
tal_table_get_width (const TalTable *self, guint column)
{
  return g_array_index (self->columns, Column, column).width;
}

gboolean
tal_table_is_column_hidden (const TalTable *self, guint column)
{
  return g_array_index (self->columns, Column, column).hidden;
}

const TalTableInput *
tal_table_get_input (const TalTable *self, guint column)
{
  const TalTableInput *input = &g_array_index (self->columns, Column, column).input;

  return input->kind != TAL_TABLE_INPUT_NONE ? input : NULL;
}

gboolean
tal_table_is_form (const TalTable *self)
{
  for (guint column = 0; column < self->columns->len; column++)
    {
      if (tal_table_get_input (self, column) != NULL)
        return TRUE;
    }

  return FALSE;
}

guint
tal_table_get_n_headings (const TalTable *self)
{
  return self->columns->len > 0 ? self->headings->len / self->columns->len : 0;
}

const char *
tal_table_get_heading (const TalTable *self, guint row, guint column)
{
  return g_ptr_array_index (self->headings, row * self->columns->len + column);
}

guint
tal_table_get_n_rows (const TalTable *self)
{
  return self->kinds->len;
}

TalTableRowKind
tal_table_get_row_kind (const TalTable *self, guint row)
{
  return g_array_index (self->kinds, TalTableRowKind, row);
}

const TalTableCell *
tal_table_get_cell (const TalTable *self, guint row, guint column)
{
  static const TalTableCell empty = { .kind = TAL_TABLE_CELL_EMPTY };
  guint                     position = row * self->columns->len + column;

  /* The last row may not be filled. */
  return position < self->cells->len ? &g_array_index (self->cells, TalTableCell, position)
                                     : &empty;
}

guint
tal_table_get_n_formats (const TalTable *self)
{
  return self->formats->len;
}

const TalTableFormat *
tal_table_get_format (const TalTable *self, guint format)
{
  return &g_array_index (self->formats, TalTableFormat, format);
}

guint
tal_table_get_n_notes (const TalTable *self)
{
  return self->notes->len;
}

const char *
tal_table_get_note (const TalTable *self, guint note)
{
  return g_ptr_array_index (self->notes, note);
}

guint
tal_table_get_n_charts (const TalTable *self)
{
  return self->charts->len;
}

const TalTableChart *
tal_table_get_chart (const TalTable *self, guint chart)
{
  return g_ptr_array_index (self->charts, chart);
}

gboolean
tal_table_is_row_empty_behind (const TalTable *self, guint row, guint column)
{
  for (guint i = column + 1; i < self->columns->len; i++)
    {
      if (tal_table_get_cell (self, row, i)->kind != TAL_TABLE_CELL_EMPTY)
        return FALSE;
    }
  return TRUE;
}
