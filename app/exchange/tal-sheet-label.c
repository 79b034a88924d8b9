/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "exchange/tal-sheet-label.h"

/* White space of any kind is one space, and there is none at the ends. */
static char *
dup_on_one_line (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean is_apart = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        {
          is_apart = line->len > 0;
          continue;
        }
      if (!g_unichar_isprint (character))
        continue;
      if (is_apart)
        g_string_append_c (line, ' ');
      is_apart = FALSE;
      g_string_append_unichar (line, character);
    }

  return g_string_free (line, FALSE);
}

char *
tal_sheet_label_dup (const TalSheet *sheet, guint row, guint column)
{
  const char *text = NULL;
  TalCellArea area = { 0 };

  g_return_val_if_fail (sheet != NULL, NULL);

  text = tal_sheet_get_text (sheet, row, column);
  if (*text == '\0' && tal_sheet_find_merged (sheet, row, column, &area))
    text = tal_sheet_get_text (sheet, area.first_row, area.first_column);
  return dup_on_one_line (text);
}

char *
tal_sheet_label_dup_from_left (const TalSheet *sheet, guint row, guint column, guint first_column)
{
  g_return_val_if_fail (sheet != NULL, NULL);

  for (guint at = column + 1; at > first_column; at--)
    {
      g_autofree char *text = tal_sheet_label_dup (sheet, row, at - 1);

      if (*text != '\0')
        return g_steal_pointer (&text);
    }

  return g_strdup ("");
}

char *
tal_sheet_label_dup_row (const TalSheet *sheet, guint row)
{
  GString *line = g_string_new (NULL);

  g_return_val_if_fail (sheet != NULL, NULL);

  for (guint column = 0; column < tal_sheet_get_n_columns (sheet); column++)
    {
      g_autofree char *text = dup_on_one_line (tal_sheet_get_text (sheet, row, column));

      if (*text != '\0' && line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, text);
    }
  return g_string_free (line, FALSE);
}
