/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"

#include <string.h>

#define QUOTABLE_LENGTH 60 /* characters */

GQuark
tal_error_quark (void)
{
  return g_quark_from_static_string ("tal-error-quark");
}

char *
tal_error_dup_quotable (const char *text)
{
  g_autofree char *valid = NULL;
  GString         *quotable;
  const char      *at;
  guint            length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  /* Ends a multiple of the longest character away, so that a long text is not
   * copied whole and the cut character falls behind the limit. */
  valid = g_utf8_make_valid (text, (gssize)strnlen (text, (QUOTABLE_LENGTH + 2) * 4));
  quotable = g_string_new (NULL);

  for (at = valid; *at != '\0' && length < QUOTABLE_LENGTH; at = g_utf8_next_char (at), length++)
    {
      gunichar character = g_utf8_get_char (at);

      g_string_append_unichar (quotable, g_unichar_iscntrl (character) ? ' ' : character);
    }

  if (*at != '\0')
    g_string_append (quotable, "…");

  return g_string_free (quotable, FALSE);
}
