/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-csv.h"

#include <string.h>

/* Spreadsheets read what follows as text. */
#define GUARD "'"

/* A sign with nothing to compute behind it: a number, or the dash of papers. */
static gboolean
is_number (const char *text)
{
  return text[1 + strspn (text + 1, "0123456789.,")] == '\0';
}

/* What tells a spreadsheet that it shall compute; white space may hide it. */
static gboolean
is_formula (const char *text)
{
  switch (text[0])
    {
    case '=':
    case '@':
    case '\t':
    case '\r':
      return TRUE;
    case '+':
    case '-':
      return !is_number (text);
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
