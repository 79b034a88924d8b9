/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-px-text.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD (64 * 1024) /* in which the character set is named */

static char *
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, sentence);
  return NULL;
}

/* The text of 'KEYWORD="text"' at the beginning of a line. */
static char *
dup_setting (const char *text, gsize length, const char *keyword)
{
  gsize       width = strlen (keyword);
  const char *end = text + MIN (length, HEAD);

  for (const char *at = text; at != NULL && at < end; at = memchr (at, '\n', (gsize)(end - at)))
    {
      const char *close = NULL;

      at += *at == '\n';
      if ((gsize)(end - at) <= width || g_ascii_strncasecmp (at, keyword, width) != 0)
        continue;

      for (at += width; at < end && (*at == ' ' || *at == '='); at++)
        continue;
      if (at == end || *at != '"')
        continue;
      at++;
      close = memchr (at, '"', (gsize)(end - at));
      return close != NULL ? g_strndup (at, (gsize)(close - at)) : NULL;
    }

  return NULL;
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (; *names != NULL; names++)
    {
      if (g_ascii_strcasecmp (name, *names) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The converter's name for a code page, or NULL.  Windows-1252 has all that ISO 8859-1 prints. */
static const char *
find_codeset (const char *page)
{
  static const char *const latin[] = { "iso-8859-1", "iso8859-1", "latin1", "windows-1252",
                                       "1252",       "cp1252",    "ansi",   NULL };
  static const char *const latin9[] = { "iso-8859-15", "iso8859-15", "latin9", NULL };
  static const char *const unicode[] = { "utf-8", "utf8", "65001", NULL };
  static const char *const dos[] = { "850", "cp850", "ibm850", NULL };
  static const char *const dos_us[] = { "437", "cp437", "ibm437", NULL };
  static const char *const dos_nordic[] = { "865", "cp865", "ibm865", NULL };

  if (is_one_of (page, latin))
    return "WINDOWS-1252";
  if (is_one_of (page, latin9))
    return "ISO-8859-15";
  if (is_one_of (page, unicode))
    return "UTF-8";
  if (is_one_of (page, dos))
    return "CP850";
  if (is_one_of (page, dos_us))
    return "CP437";

  return is_one_of (page, dos_nordic) ? "CP865" : NULL;
}

static char *
convert (const char *text, gsize length, const char *codeset, GError **error)
{
  g_autofree char *converted = g_convert (text, (gssize)length, "UTF-8", codeset, NULL, NULL, NULL);

  if (converted == NULL)
    return refuse (error, _("The text of the file is not in the character set that it names. Get it again."));

  return g_steal_pointer (&converted);
}

static char *
dup_decoded (const char *text, gsize length, GError **error)
{
  g_autofree char *page = dup_setting (text, length, "CODEPAGE");
  g_autofree char *charset = dup_setting (text, length, "CHARSET");
  gboolean         is_ansi = charset != NULL && g_ascii_strcasecmp (charset, "ANSI") == 0;
  const char      *codeset = page != NULL ? find_codeset (page) : NULL;

  /* No text of another set with letters beyond ASCII is valid UTF-8 but by a rare accident. */
  if (g_utf8_validate_len (text, length, NULL))
    return g_strndup (text, length);
  if (page != NULL && codeset == NULL)
    {
      g_autofree char *shown = tal_error_dup_quotable (page);

      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                   _("The file is in the character set “%s”, which cannot be read."), shown);
      return NULL;
    }
  if (codeset == NULL && charset != NULL)
    codeset = is_ansi ? "WINDOWS-1252" : find_codeset (charset);

  return convert (text, length, codeset != NULL ? codeset : "CP850", error);
}

char *
tal_px_text_dup (GBytes *bytes, GError **error)
{
  gsize       length = 0;
  const char *text = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    return refuse (error, _("The file is empty."));
  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    return convert (text, length, "UTF-16", error);
  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    return convert (text + 3, length - 3, "UTF-8", error);
  if (memchr (text, '\0', length) != NULL)
    return refuse (error, _("This is not a PC-Axis file."));

  return dup_decoded (text, length, error);
}
