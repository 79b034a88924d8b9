/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-sheet.h"

#include "base/tal-error.h"
#include "formats/tal-sheet-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TalCell empty_cell = {
  TAL_CELL_EMPTY, "",    { 0, G_MAXUINT8 },         TAL_DAY_NONE, FALSE,
  FALSE,          FALSE, TAL_CELL_DECIMALS_UNKNOWN,
};

TalSheet *
tal_sheet_new (const char *name, gboolean is_hidden, gboolean has_lines)
{
  TalSheet *self = g_new0 (TalSheet, 1);

  self->name = g_strdup (name);
  self->is_hidden = is_hidden;
  self->cells = g_array_new (FALSE, FALSE, sizeof (TalStoredCell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->lines = has_lines ? g_array_new (FALSE, FALSE, sizeof (guint32)) : NULL;
  self->hidden_rows = g_array_new (FALSE, FALSE, sizeof (TalSheetSpan));
  self->hidden_columns = g_array_new (FALSE, FALSE, sizeof (TalSheetSpan));
  self->merged = g_array_new (FALSE, FALSE, sizeof (TalSheetMerged));
  return self;
}

void
tal_sheet_free (TalSheet *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_clear_pointer (&self->lines, g_array_unref);
  g_array_unref (self->hidden_rows);
  g_array_unref (self->hidden_columns);
  g_array_unref (self->merged);
  g_free (self);
}

const char *
tal_sheet_get_name (const TalSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

gboolean
tal_sheet_is_hidden (const TalSheet *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_hidden;
}

guint
tal_sheet_get_n_rows (const TalSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
tal_sheet_get_n_columns (const TalSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

guint
tal_sheet_get_n_cells (const TalSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cells->len;
}

/* NULL where there is none. */
static const TalStoredCell *
find_stored (const TalSheet *self, guint row, guint column)
{
  const TalStoredCell *cells = (const TalStoredCell *)(gpointer)self->cells->data;
  guint                first = 0;
  guint                end = 0;

  if (row >= self->rows->len || column >= self->n_columns)
    return NULL;

  first = g_array_index (self->rows, guint32, row);
  end = row + 1 < self->rows->len ? g_array_index (self->rows, guint32, row + 1) : self->cells->len;
  /* In a row without gaps it stands where it should. */
  if (column < end - first && cells[first + column].column == column)
    return &cells[first + column];

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (cells[middle].column == column)
        return &cells[middle];
      if (cells[middle].column < column)
        first = middle + 1;
      else
        end = middle;
    }

  return NULL;
}

static gint64
get_value (const TalSheet *self, const TalStoredCell *stored)
{
  gint64 value = 0;

  memcpy (&value, self->texts + stored->text - sizeof value, sizeof value);
  return value;
}

TalCell
tal_sheet_get_cell (const TalSheet *self, guint row, guint column)
{
  const TalStoredCell *stored = NULL;
  TalCell              cell = empty_cell;

  g_return_val_if_fail (self != NULL, empty_cell);

  stored = find_stored (self, row, column);
  if (stored == NULL)
    return cell;

  cell.kind = stored->kind;
  cell.text = (const char *)self->texts + stored->text;
  cell.rounded = stored->rounded;
  cell.percent = stored->percent;
  cell.decimals = stored->decimals;
  switch (cell.kind)
    {
    case TAL_CELL_NUMBER:
      if (stored->scale != TAL_STORED_NO_NUMBER)
        cell.number = TAL_DECIMAL (get_value (self, stored), stored->scale);
      break;
    case TAL_CELL_DAY:
      cell.day = (TalDay)get_value (self, stored);
      break;
    case TAL_CELL_BOOLEAN:
      cell.is_true = get_value (self, stored) != 0;
      break;
    case TAL_CELL_EMPTY:
    case TAL_CELL_TEXT:
    case TAL_CELL_ERROR:
      break;
    }

  return cell;
}

const char *
tal_sheet_get_text (const TalSheet *self, guint row, guint column)
{
  const TalStoredCell *stored = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  stored = find_stored (self, row, column);
  return stored != NULL ? (const char *)self->texts + stored->text : "";
}

static gboolean
is_in_spans (const GArray *spans, guint number)
{
  guint first = 0;
  guint end = spans->len;

  while (first < end)
    {
      guint               middle = first + (end - first) / 2;
      const TalSheetSpan *span = &g_array_index (spans, TalSheetSpan, middle);

      if (number < span->first)
        end = middle;
      else if (number > span->last)
        first = middle + 1;
      else
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_sheet_is_row_hidden (const TalSheet *self, guint row)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_in_spans (self->hidden_rows, row);
}

gboolean
tal_sheet_is_column_hidden (const TalSheet *self, guint column)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return is_in_spans (self->hidden_columns, column);
}

/* How many merged areas begin in this row or above. */
static guint
count_begun (const TalSheet *self, guint row)
{
  guint first = 0;
  guint end = self->merged->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (self->merged, TalSheetMerged, middle).area.first_row <= row)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

gboolean
tal_sheet_find_merged (const TalSheet *self, guint row, guint column, TalCellArea *ret_area)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_area != NULL, FALSE);

  for (guint i = count_begun (self, row); i > 0; i--)
    {
      const TalSheetMerged *merged = &g_array_index (self->merged, TalSheetMerged, i - 1);

      if (merged->reach < row)
        return FALSE;
      if (row <= merged->area.last_row && column >= merged->area.first_column &&
          column <= merged->area.last_column)
        {
          *ret_area = merged->area;
          return TRUE;
        }
    }

  return FALSE;
}

/* "A", "Z", "AA". */
static void
append_letters (GString *place, guint column)
{
  if (column >= 26)
    append_letters (place, column / 26 - 1);
  g_string_append_c (place, (char)('A' + column % 26));
}

/* Only of letters, digits and underscores, as spreadsheets leave it without quotation marks. */
static gboolean
is_plain_name (const char *name)
{
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at != '_' && !g_unichar_isalnum (g_utf8_get_char (at)))
        return FALSE;
    }

  return *name != '\0';
}

char *
tal_sheet_dup_place (const TalSheet *self, guint row, guint column)
{
  g_autofree char *name = NULL;
  GString         *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->lines != NULL)
    return g_strdup_printf (_("line %u, column %u"),
        row < self->lines->len ? g_array_index (self->lines, guint32, row) : row + 1, column + 1);

  name = tal_error_dup_quotable (self->name);
  place = g_string_new (NULL);
  g_string_append_printf (place, is_plain_name (name) ? "%s!" : "'%s'!", name);
  append_letters (place, column);
  g_string_append_printf (place, "%u", row + 1);
  return g_string_free (place, FALSE);
}
