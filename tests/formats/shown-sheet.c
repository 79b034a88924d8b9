/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/shown-sheet.h"

#include "base/tal-error.h"

static void
append_cell (GString *shown, const TalCell *cell)
{
  g_autofree char *number = NULL;
  g_autofree char *day = NULL;

  switch (cell->kind)
    {
    case TAL_CELL_EMPTY:
      return;
    case TAL_CELL_TEXT:
      g_string_append (shown, cell->text);
      return;
    case TAL_CELL_NUMBER:
      number = tal_decimal_is_none (cell->number) ? g_strdup ("none")
                                                  : tal_decimal_to_string (cell->number);
      g_string_append_printf (shown, "=%s%s%s", number, cell->percent ? "%" : "",
                              cell->rounded ? "~" : "");
      return;
    case TAL_CELL_DAY:
      day = tal_day_to_string (cell->day);
      g_string_append_printf (shown, "@%s", day);
      return;
    case TAL_CELL_BOOLEAN:
      g_string_append_printf (shown, "?%d", cell->is_true);
      return;
    case TAL_CELL_ERROR:
      g_string_append_printf (shown, "!%s", cell->text);
      return;
    }

  g_assert_not_reached ();
}

char *
shown_sheet (const TalSheet *sheet)
{
  GString *shown = g_string_new (NULL);

  for (guint row = 0; row < tal_sheet_get_n_rows (sheet); row++)
    {
      for (guint column = 0; column < tal_sheet_get_n_columns (sheet); column++)
        {
          TalCell cell = tal_sheet_get_cell (sheet, row, column);

          g_string_append (shown, column > 0 ? "|" : "");
          append_cell (shown, &cell);
        }
      g_string_append_c (shown, '\n');
    }

  return g_string_free (shown, FALSE);
}

char *
shown_workbook (TalWorkbook *book, GError *error)
{
  GString *shown = g_string_new (NULL);

  if (book == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == TAL_ERROR);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_suffix (error->message, "."));
      g_assert_null (strchr (error->message, '\n'));
      g_string_append_printf (shown, "error %d", error->code);
      g_error_free (error);
      return g_string_free (shown, FALSE);
    }

  g_assert_no_error (error);
  for (guint i = 0; i < tal_workbook_get_n_sheets (book); i++)
    {
      const TalSheet  *sheet = tal_workbook_get_sheet (book, i);
      const char      *name = tal_sheet_get_name (sheet);
      g_autofree char *cells = shown_sheet (sheet);

      if (*name != '\0')
        g_string_append_printf (shown, tal_sheet_is_hidden (sheet) ? "(%s):\n" : "%s:\n", name);
      g_string_append (shown, cells);
    }

  tal_workbook_unref (book);
  return g_string_free (shown, FALSE);
}
