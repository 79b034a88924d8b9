/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-table-text.h"

#include "base/tal-danish-date.h"
#include "base/tal-danish-number.h"

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
