/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-csv.h"

#include <string.h>

void
tal_csv_append_cell (GString *out, const char *text, char separator)
{
  g_return_if_fail (out != NULL);

  if (text == NULL)
    return;
  if (strchr (text, separator) == NULL && strpbrk (text, "\"\r\n") == NULL)
    {
      g_string_append (out, text);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}
