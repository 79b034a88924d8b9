/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-csv.h"

#include <string.h>

/* Spreadsheets read what follows as text. */
#define GUARD "'"

/* A sign with nothing to compute behind it: a number, perhaps marked as preliminary, or the dash
 * of papers. */
static gboolean
is_number (const char *text)
{
  const char *end = text + 1 + strspn (text + 1, "0123456789.,");

  return *end == '\0' || g_str_equal (end, "*");
}

/* Behind white space, which some programs pass over. */
static const char *
skip_blanks (const char *text)
{
  while (*text == '\n' || g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* What tells a spreadsheet that it shall compute; some read wide characters as plain ones. */
static gboolean
is_formula (const char *text)
{
  const char *begin = skip_blanks (text);

  if (text[0] == '\t' || text[0] == '\r')
    return TRUE;

  switch (g_utf8_get_char (begin))
    {
    case '=':
    case '@':
    case 0xFF1D: /* = */
    case 0xFF20: /* @ */
    case 0xFF0B: /* + */
    case 0xFF0D: /* - */
      return TRUE;
    case '+':
    case '-':
      return !is_number (begin);
    default:
      return FALSE;
    }
}

void
tal_csv_append_cell (GString *out, const char *text, char separator)
{
  const char *guard = NULL;

  g_return_if_fail (out != NULL);

  if (text == NULL)
    return;

  guard = is_formula (text) ? GUARD : "";
  if (strchr (text, separator) == NULL && strpbrk (text, "\"\r\n") == NULL)
    {
      g_string_append_printf (out, "%s%s", guard, text);
      return;
    }

  g_string_append_printf (out, "\"%s", guard);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

void
tal_csv_append_line (GString *out, const char *const *cells, guint n_cells, char separator)
{
  g_return_if_fail (out != NULL);
  g_return_if_fail (cells != NULL);

  for (guint i = 0; i < n_cells; i++)
    {
      if (i > 0)
        g_string_append_c (out, separator);
      tal_csv_append_cell (out, cells[i], separator);
    }
  g_string_append (out, "\r\n");
}
