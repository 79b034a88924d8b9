/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-exchange-text.h"

#include "base/tal-error.h"
#include "core/tal-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* XML has no way to write the other control characters, nor the two non-characters. */
static gboolean
is_allowed (gunichar character, gboolean may_break)
{
  if (character == '\n' || character == '\t')
    return may_break;

  return character >= 0x20 && character != 0x7f && character != 0xfffe && character != 0xffff;
}

static gboolean
check_text (const char *text, gboolean may_break, glong limit, GError **error)
{
  glong length = 0;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                           _ ("The text is not valid UTF-8."));
      return FALSE;
    }

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at), length++)
    {
      if (!is_allowed (g_utf8_get_char (at), may_break))
        {
          g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                               _ ("The text has a control character."));
          return FALSE;
        }
    }

  if (length > limit)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
                   _ ("The text is longer than %ld characters."), limit);
      return FALSE;
    }

  return TRUE;
}

gboolean
tal_exchange_text_check_line (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return check_text (text, FALSE, TAL_FIELD_LINE_LENGTH, error);
}

gboolean
tal_exchange_text_check_prose (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return check_text (text, TRUE, TAL_FIELD_PROSE_LENGTH, error);
}
