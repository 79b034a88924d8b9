/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-text.h"

#include <string.h>

static gboolean
is_dash (gunichar character)
{
  return g_unichar_type (character) == G_UNICODE_DASH_PUNCTUATION || character == 0x2212;
}

char *
tal_danish_text_dup_plain (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString         *plain;
  gboolean         space = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  plain = g_string_new (NULL);
  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_isspace (character))
        {
          space = TRUE;
          continue;
        }

      if (space && plain->len > 0)
        g_string_append_c (plain, ' ');
      space = FALSE;
      g_string_append_unichar (plain, is_dash (character) ? '-' : g_unichar_tolower (character));
    }

  return g_string_free (plain, FALSE);
}

gboolean
tal_danish_text_skip (const char **cursor, const char *part)
{
  g_return_val_if_fail (cursor != NULL && *cursor != NULL, FALSE);
  g_return_val_if_fail (part != NULL, FALSE);

  if (!g_str_has_prefix (*cursor, part))
    return FALSE;

  *cursor += strlen (part);
  return TRUE;
}

gboolean
tal_danish_text_skip_number (const char **cursor, int most, int *ret_number)
{
  int length = 0;
  int number = 0;

  g_return_val_if_fail (cursor != NULL && *cursor != NULL, FALSE);
  g_return_val_if_fail (most > 0 && most <= 9, FALSE);
  g_return_val_if_fail (ret_number != NULL, FALSE);

  while (length <= most && g_ascii_isdigit ((*cursor)[length]))
    {
      if (length < most)
        number = number * 10 + g_ascii_digit_value ((*cursor)[length]);
      length++;
    }

  if (length == 0 || length > most)
    return FALSE;

  *cursor += length;
  *ret_number = number;
  return TRUE;
}
