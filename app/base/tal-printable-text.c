/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-printable-text.h"

#define ELLIPSIS "…"

/* They let a text be read in another order than it is written. */
static gboolean
turns_direction (gunichar character)
{
  return character == 0x061C || character == 0x200E || character == 0x200F ||
         (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

static gboolean
is_no_character (gunichar character)
{
  return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF) ||
         character == 0xFEFF;
}

static gboolean
is_printable (gunichar character)
{
  return character >= 0x20 && (character < 0x7F || character > 0x9F) &&
         !turns_direction (character) && !is_no_character (character);
}

/* What stands in place of a character; 0 is nothing. */
static gunichar
replace (const char *at)
{
  gunichar character = g_utf8_get_char (at);

  if (character == '\t')
    return ' ';
  /* Of both line ends, the carriage return goes. */
  if (character == '\n' || (character == '\r' && at[1] != '\n'))
    return '\n';
  /* Separators of lines and paragraphs end a line as well. */
  if (character == 0x2028 || character == 0x2029)
    return '\n';
  return is_printable (character) ? character : 0;
}

static gboolean
is_clean (const char *text, gsize most)
{
  gsize length = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      if ((guchar)*at < 0x20 || (guchar)*at >= 0x7F || ++length > most)
        return FALSE;
    }
  return TRUE;
}

char *
tal_printable_text_dup (const char *text, gsize most)
{
  g_autofree char *valid = NULL;
  GString         *out = NULL;
  gsize            length = 0;
  gsize            before_last = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (most > 0, NULL);

  if (is_clean (text, most))
    return g_strdup (text);

  valid = g_utf8_make_valid (text, -1);
  out = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = replace (at);

      if (character == 0)
        continue;
      if (length == most)
        {
          g_string_truncate (out, before_last);
          g_string_append (out, ELLIPSIS);
          break;
        }
      before_last = out->len;
      g_string_append_unichar (out, character);
      length++;
    }
  return g_string_free (out, FALSE);
}
