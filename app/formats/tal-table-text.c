/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-table-text.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-number.h"

#include <string.h>

/* What is left of a column between its edges, and where letters are bold. */
#define EDGE 1
#define BOLD(width) ((width)*9 / 10)

#define MOST_EXACT G_GINT64_CONSTANT (999999999999999)

static char *
dup_number (const TalTableFormat *format, TalDecimal number)
{
  TalDanishNumberFlags flags =
      format->ungrouped ? TAL_DANISH_NUMBER_UNGROUPED : TAL_DANISH_NUMBER_PLAIN;
  g_autofree char *plain = tal_danish_number_format (number, flags);

  return g_strconcat (format->before != NULL ? format->before : "", plain,
                      format->mark != NULL ? format->mark : "", NULL);
}

char *
tal_table_dup_text (const TalTable *self, const TalTableCell *cell)
{
  g_return_val_if_fail (self != NULL && cell != NULL, NULL);

  switch (cell->kind)
    {
    case TAL_TABLE_CELL_EMPTY:
      return NULL;
    case TAL_TABLE_CELL_TEXT:
    case TAL_TABLE_CELL_MARK:
      return g_strdup (cell->text);
    case TAL_TABLE_CELL_NUMBER:
      return dup_number (tal_table_get_format (self, cell->format), cell->number);
    case TAL_TABLE_CELL_DAY:
      return tal_danish_date_format (cell->day, TAL_DANISH_DATE_SHORT);
    }

  g_return_val_if_reached (NULL);
}

/* A text of the format's own stands in quotes, and has none. */
static void
append_quoted (GString *code, const char *text)
{
  if (text == NULL)
    return;

  g_string_append_c (code, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at != '"')
        g_string_append_c (code, *at);
    }
  g_string_append_c (code, '"');
}

char *
tal_table_format_to_code (const TalTableFormat *format)
{
  GString *code = NULL;

  g_return_val_if_fail (format != NULL, NULL);

  code = g_string_new (NULL);
  append_quoted (code, format->before);
  g_string_append (code, format->ungrouped ? "0" : "#,##0");
  for (guint i = 0; i < format->decimals; i++)
    g_string_append (code, i == 0 ? ".0" : "0");
  append_quoted (code, format->unit);
  append_quoted (code, format->mark);
  return g_string_free (code, FALSE);
}

gboolean
tal_table_is_number_exact (TalDecimal number)
{
  return number.coefficient <= MOST_EXACT && number.coefficient >= -MOST_EXACT;
}

guint
tal_table_count_lines (const char *text, guint width)
{
  guint lines = 1;
  gsize used = 0;

  g_return_val_if_fail (text != NULL && width > 0, 1);

  while (*text != '\0')
    {
      gsize bytes = strcspn (text, " \n");
      gsize length = (gsize)g_utf8_strlen (text, (gssize)bytes);

      if (used > 0 && used + length > width)
        {
          lines++;
          used = 0;
        }
      /* A word that is longer than the line goes on in the next ones. */
      lines += length > width ? (guint)((length - 1) / width) : 0;
      used += MIN (length, width) + 1;
      text += bytes;
      if (*text == '\n')
        {
          lines++;
          used = 0;
        }
      if (*text != '\0')
        text++;
    }
  return lines;
}

static guint
get_room (const TalTable *self, guint column)
{
  guint width = tal_table_get_width (self, column);

  return width > EDGE ? width - EDGE : 1;
}

guint
tal_table_count_row_lines (const TalTable *self, guint row)
{
  guint most = 1;

  g_return_val_if_fail (self != NULL, 1);

  for (guint column = 0; column < tal_table_get_n_columns (self); column++)
    {
      const TalTableCell *cell = tal_table_get_cell (self, row, column);

      if (cell->kind == TAL_TABLE_CELL_TEXT && !tal_table_is_column_hidden (self, column))
        most = MAX (most, tal_table_count_lines (cell->text, get_room (self, column)));
    }
  return most;
}

guint
tal_table_count_heading_lines (const TalTable *self, guint row)
{
  guint most = 1;

  g_return_val_if_fail (self != NULL, 1);

  for (guint column = 0; column < tal_table_get_n_columns (self); column++)
    {
      const char *heading = tal_table_get_heading (self, row, column);

      if (heading != NULL && !tal_table_is_column_hidden (self, column))
        most = MAX (most, tal_table_count_lines (heading, MAX (BOLD (get_room (self, column)), 1)));
    }
  return most;
}
