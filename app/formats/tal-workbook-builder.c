/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-workbook-builder.h"

#include "base/tal-error.h"
#include "formats/tal-sheet-private.h"
#include "formats/tal-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SHEETS 1024
#define MOST_CELLS (32 * 1024 * 1024)
#define MOST_TEXT (1024 * 1024 * 1024) /* bytes */
#define MOST_MERGED (1024 * 1024)

struct _TalWorkbookBuilder
{
  GPtrArray  *sheets;
  TalSheet   *sheet; /* begun last, or NULL */
  GByteArray *texts;
  guint       n_cells; /* of all sheets */
};

static gboolean
refuse_size (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("The file has more in it than a table can have. Take out what is not "
                         "needed and try again."));
  return FALSE;
}

static gboolean
refuse_order (const TalWorkbookBuilder *self, guint column, GError **error)
{
  g_autofree char *place = tal_workbook_builder_dup_place (self, column);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
               _("The file is damaged: %s is there twice or out of order. Save it again."), place);
  return FALSE;
}

TalWorkbookBuilder *
tal_workbook_builder_new (void)
{
  TalWorkbookBuilder *self = g_new0 (TalWorkbookBuilder, 1);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_sheet_free);
  self->texts = g_byte_array_new ();
  return self;
}

TalWorkbookBuilder *
tal_workbook_builder_new_over (char *text, gsize length, GError **error)
{
  TalWorkbookBuilder *self = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (length >= MOST_TEXT)
    {
      g_free (text);
      refuse_size (error);
      return NULL;
    }

  self = tal_workbook_builder_new ();
  g_byte_array_unref (self->texts);
  self->texts = g_byte_array_new_take ((guint8 *)text, length + 1);
  return self;
}

void
tal_workbook_builder_free (TalWorkbookBuilder *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->sheets);
  g_byte_array_unref (self->texts);
  g_free (self);
}

gboolean
tal_workbook_builder_begin_sheet (TalWorkbookBuilder *self,
                                  const char         *name,
                                  gboolean            is_hidden,
                                  gboolean            has_lines,
                                  GError            **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (self->sheets->len >= MOST_SHEETS)
    return refuse_size (error);

  self->sheet = tal_sheet_new (name, is_hidden, has_lines);
  g_ptr_array_add (self->sheets, self->sheet);
  return TRUE;
}

gboolean
tal_workbook_builder_begin_row (TalWorkbookBuilder *self, guint row, guint line, GError **error)
{
  g_return_val_if_fail (self != NULL && self->sheet != NULL, FALSE);

  if (row < self->sheet->rows->len)
    return refuse_order (self, 0, error);
  if (row >= TAL_SHEET_MOST_ROWS)
    return refuse_size (error);

  while (self->sheet->rows->len <= row)
    {
      guint32 begin = self->sheet->cells->len;

      g_array_append_val (self->sheet->rows, begin);
      if (self->sheet->lines != NULL)
        g_array_append_val (self->sheet->lines, line);
    }

  return TRUE;
}

gboolean
tal_workbook_builder_keep_text (
    TalWorkbookBuilder *self, const char *text, gsize length, TalKeptText *ret_kept, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_kept != NULL, FALSE);

  if (length >= MOST_TEXT - self->texts->len)
    return refuse_size (error);

  *ret_kept = self->texts->len;
  g_byte_array_append (self->texts, (const guint8 *)text, (guint)length);
  g_byte_array_append (self->texts, (const guint8 *)"", 1);
  return TRUE;
}

static gboolean
store (TalWorkbookBuilder *self, const TalStoredCell *stored, GError **error)
{
  TalSheet *sheet = self->sheet;
  guint32   begin = g_array_index (sheet->rows, guint32, sheet->rows->len - 1);

  if (self->n_cells >= MOST_CELLS)
    return refuse_size (error);
  if (sheet->cells->len > begin &&
      g_array_index (sheet->cells, TalStoredCell, sheet->cells->len - 1).column >= stored->column)
    return refuse_order (self, stored->column, error);

  g_array_append_vals (sheet->cells, stored, 1);
  sheet->n_columns = MAX (sheet->n_columns, stored->column + 1u);
  self->n_cells++;
  return TRUE;
}

/* The value that stands before the text of a cell; FALSE for one that is only text. */
static gboolean
find_value (const TalCell *cell, gint64 *ret_value)
{
  switch (cell->kind)
    {
    case TAL_CELL_NUMBER:
      *ret_value = cell->number.coefficient;
      return TRUE;
    case TAL_CELL_DAY:
      *ret_value = cell->day;
      return TRUE;
    case TAL_CELL_BOOLEAN:
      *ret_value = cell->is_true;
      return TRUE;
    case TAL_CELL_EMPTY:
    case TAL_CELL_TEXT:
    case TAL_CELL_ERROR:
      return FALSE;
    }

  g_return_val_if_reached (FALSE);
}

gboolean
tal_workbook_builder_add (TalWorkbookBuilder *self,
                          guint               column,
                          const TalCell      *cell,
                          GError            **error)
{
  TalStoredCell stored = { 0 };
  TalKeptText   kept = 0;
  gint64        value = 0;

  g_return_val_if_fail (self != NULL && self->sheet != NULL, FALSE);
  g_return_val_if_fail (cell != NULL && cell->text != NULL, FALSE);
  g_return_val_if_fail (self->sheet->rows->len > 0, FALSE);

  if (cell->kind == TAL_CELL_EMPTY || (cell->kind == TAL_CELL_TEXT && *cell->text == '\0'))
    return TRUE;
  if (column >= TAL_SHEET_MOST_COLUMNS || MOST_TEXT - self->texts->len < sizeof value)
    return refuse_size (error);

  if (find_value (cell, &value))
    g_byte_array_append (self->texts, (const guint8 *)&value, sizeof value);
  if (!tal_workbook_builder_keep_text (self, cell->text, strlen (cell->text), &kept, error))
    return FALSE;

  stored.column = column & (TAL_SHEET_MOST_COLUMNS - 1);
  stored.kind = cell->kind & 7;
  stored.scale =
      tal_decimal_is_none (cell->number) ? TAL_STORED_NO_NUMBER : cell->number.scale & 15;
  stored.decimals = MIN (cell->decimals, TAL_CELL_DECIMALS_UNKNOWN) & 31;
  stored.percent = cell->percent != FALSE;
  stored.rounded = cell->rounded != FALSE;
  stored.text = kept;
  return store (self, &stored, error);
}

gboolean
tal_workbook_builder_add_kept (TalWorkbookBuilder *self,
                               guint               column,
                               TalKeptText         text,
                               GError            **error)
{
  TalStoredCell stored = { 0 };

  g_return_val_if_fail (self != NULL && self->sheet != NULL, FALSE);
  g_return_val_if_fail (text < self->texts->len, FALSE);
  g_return_val_if_fail (self->sheet->rows->len > 0, FALSE);

  if (self->texts->data[text] == '\0')
    return TRUE;
  if (column >= TAL_SHEET_MOST_COLUMNS)
    return refuse_size (error);

  stored.column = column & (TAL_SHEET_MOST_COLUMNS - 1);
  stored.kind = TAL_CELL_TEXT;
  stored.scale = TAL_STORED_NO_NUMBER;
  stored.decimals = TAL_CELL_DECIMALS_UNKNOWN;
  stored.text = text;
  return store (self, &stored, error);
}

gboolean
tal_workbook_builder_repeat_row (TalWorkbookBuilder *self, guint times, GError **error)
{
  TalSheet *sheet = NULL;
  guint     begin = 0;
  guint     n_cells = 0;

  g_return_val_if_fail (self != NULL && self->sheet != NULL, FALSE);
  g_return_val_if_fail (self->sheet->rows->len > 0, FALSE);

  sheet = self->sheet;
  begin = g_array_index (sheet->rows, guint32, sheet->rows->len - 1);
  n_cells = sheet->cells->len - begin;
  for (guint i = 1; n_cells > 0 && i < times; i++)
    {
      if (n_cells > MOST_CELLS - self->n_cells)
        return refuse_size (error);
      if (!tal_workbook_builder_begin_row (self, sheet->rows->len, 0, error))
        return FALSE;

      g_array_set_size (sheet->cells, sheet->cells->len + n_cells);
      memcpy (&g_array_index (sheet->cells, TalStoredCell, sheet->cells->len - n_cells),
              &g_array_index (sheet->cells, TalStoredCell, begin),
              n_cells * sizeof (TalStoredCell));
      self->n_cells += n_cells;
    }

  return TRUE;
}

static void
add_span (GArray *spans, guint first, guint last)
{
  TalSheetSpan  added = { first, last };
  TalSheetSpan *before =
      spans->len > 0 ? &g_array_index (spans, TalSheetSpan, spans->len - 1) : NULL;

  if (first > last)
    return;
  if (before != NULL && first <= before->last + 1)
    before->last = MAX (before->last, last);
  else
    g_array_append_val (spans, added);
}

void
tal_workbook_builder_hide_rows (TalWorkbookBuilder *self, guint first, guint last)
{
  g_return_if_fail (self != NULL && self->sheet != NULL);

  add_span (self->sheet->hidden_rows, first, MIN (last, TAL_SHEET_MOST_ROWS));
}

void
tal_workbook_builder_hide_columns (TalWorkbookBuilder *self, guint first, guint last)
{
  g_return_if_fail (self != NULL && self->sheet != NULL);

  add_span (self->sheet->hidden_columns, first, MIN (last, TAL_SHEET_MOST_COLUMNS));
}

gboolean
tal_workbook_builder_merge (TalWorkbookBuilder *self, const TalCellArea *area, GError **error)
{
  TalSheetMerged merged = { 0 };

  g_return_val_if_fail (self != NULL && self->sheet != NULL, FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  if (self->sheet->merged->len >= MOST_MERGED)
    return refuse_size (error);

  merged.area = *area;
  g_array_append_val (self->sheet->merged, merged);
  return TRUE;
}

char *
tal_workbook_builder_dup_place (const TalWorkbookBuilder *self, guint column)
{
  g_return_val_if_fail (self != NULL && self->sheet != NULL, NULL);

  return tal_sheet_dup_place (self->sheet, MAX (self->sheet->rows->len, 1) - 1, column);
}

static int
compare_merged (gconstpointer a, gconstpointer b)
{
  guint left = ((const TalSheetMerged *)a)->area.first_row;
  guint right = ((const TalSheetMerged *)b)->area.first_row;

  return (left > right) - (left < right);
}

static void
finish_sheet (TalSheet *sheet)
{
  guint reach = 0;

  g_array_sort (sheet->merged, compare_merged);
  for (guint i = 0; i < sheet->merged->len; i++)
    {
      TalSheetMerged *merged = &g_array_index (sheet->merged, TalSheetMerged, i);

      reach = MAX (reach, merged->area.last_row);
      merged->reach = reach;
    }

  /* Rows below the last cell are only ruled paper. */
  while (sheet->rows->len > 0 &&
         g_array_index (sheet->rows, guint32, sheet->rows->len - 1) == sheet->cells->len)
    g_array_set_size (sheet->rows, sheet->rows->len - 1);
}

TalWorkbook *
tal_workbook_builder_take (TalWorkbookBuilder *self)
{
  GPtrArray *sheets = NULL;
  guint8    *texts = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->sheets->len; i++)
    finish_sheet (self->sheets->pdata[i]);

  sheets = self->sheets;
  texts = g_byte_array_free (self->texts, FALSE);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_sheet_free);
  self->texts = g_byte_array_new ();
  self->sheet = NULL;
  self->n_cells = 0;
  return tal_workbook_new (sheets, texts);
}
