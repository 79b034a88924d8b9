/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-text-encoding.h"

#include "base/tal-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LOST_CHARACTER "\xef\xbf\xbd" /* U+FFFD */
#define END_OF_FILE '\x1a'            /* that DOS programs wrote behind their text */

/* Windows-1252 from 0x80 to 0x9F; 0 where it has no character. */
static const gunichar upper_control[] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

G_STATIC_ASSERT (G_N_ELEMENTS (upper_control) == 0x20);

const char *
tal_text_encoding_get_name (TalTextEncoding self)
{
  switch (self)
    {
    case TAL_TEXT_ENCODING_UTF_8:
      return "UTF-8";
    case TAL_TEXT_ENCODING_UTF_16:
      return "UTF-16";
    case TAL_TEXT_ENCODING_WINDOWS_1252:
      return "Windows-1252";
    }

  g_return_val_if_reached (NULL);
}

/* Lines end with LF, CR LF or CR. */
static guint
count_lines (const char *text, const char *end)
{
  guint lines = 1;

  for (const char *at = text; at < end; at++)
    lines += *at == '\n' || (*at == '\r' && at[1] != '\n');
  return lines;
}

static gboolean
refuse (const char *text, const char *at, const char *sentence, GError **error)
{
  g_autofree char *place = g_strdup_printf (_("Line %u: "), count_lines (text, at));

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, "%s%s", place, sentence);
  return FALSE;
}

static gboolean
refuse_binary (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
                       _("The file is not text that can be read. Save it as UTF-8 and try again."));
  return FALSE;
}

static gboolean
check_characters (const char *text, gsize length, GError **error)
{
  const guint8 *bytes = (const guint8 *)text;

  for (gsize i = 0; i < length; i++)
    {
      if (bytes[i] >= 0x20 && bytes[i] < 0x7f)
        continue;
      if (bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r')
        continue;
      if (bytes[i] < 0x80 || (bytes[i] == 0xc2 && bytes[i + 1] < 0xa0))
        return refuse (text, text + i,
                       _("there is a control character, which no table has. Take it out and try "
                         "again."),
                          error);
      if (bytes[i] == 0xef && strncmp (text + i, LOST_CHARACTER, strlen (LOST_CHARACTER)) == 0)
        return refuse (text, text + i,
                       _("a letter was lost (�) when the file was saved. Save it as UTF-8 from the "
                         "program that it comes from."),
                          error);
    }

  return TRUE;
}

/* Letters that are well-formed UTF-8 up to 'end' and behind it, in a text that is not. */
static gboolean
is_mostly_utf_8 (const char *text, gsize length)
{
  const char *end = text + length;
  gsize       n_letters = 0;
  gsize       n_others = 0;

  for (const char *at = text; at < end;)
    {
      gunichar letter = (guint8)*at < 0x80 ? 0 : g_utf8_get_char_validated (at, end - at);

      if ((guint8)*at >= 0x80 && letter < 0x110000)
        n_letters++;
      else if ((guint8)*at >= 0x80)
        n_others++;
      at = (guint8)*at >= 0x80 && letter < 0x110000 ? g_utf8_next_char (at) : at + 1;
    }

  return n_letters > n_others;
}

static char *
decode_1252 (const char *text, gsize length, GError **error)
{
  g_autoptr (GString) decoded = g_string_sized_new (length + length / 16);
  const char         *end = text + length;

  for (const char *at = text; at < end; at++)
    {
      guint8   byte = (guint8)*at;
      gunichar letter = byte >= 0x80 && byte < 0xa0 ? upper_control[byte - 0x80] : byte;

      if (byte < 0x80)
        g_string_append_c (decoded, *at);
      else if (letter != 0)
        g_string_append_unichar (decoded, letter);
      else
        {
          refuse (text, at,
                  _("there is a letter that is neither UTF-8 nor Windows-1252. Save the file as "
                    "UTF-8 and try again."),
                     error);
          return NULL;
        }
    }

  return g_string_free (g_steal_pointer (&decoded), FALSE);
}

static char *
decode_unmarked (const char *text, gsize length, TalTextEncoding *ret_encoding, GError **error)
{
  const char *wrong = NULL;

  if (memchr (text, '\0', length) != NULL)
    {
      refuse_binary (error);
      return NULL;
    }

  *ret_encoding = TAL_TEXT_ENCODING_UTF_8;
  if (g_utf8_validate (text, (gssize)length, &wrong))
    return g_strndup (text, length);
  if (is_mostly_utf_8 (text, length))
    {
      refuse (text, wrong,
              _("there is a letter that is not UTF-8, while the others are. Save the file as UTF-8 "
                "and try again."),
                 error);
      return NULL;
    }

  *ret_encoding = TAL_TEXT_ENCODING_WINDOWS_1252;
  return decode_1252 (text, length, error);
}

static char *
decode_utf_16 (const char *text, gsize length, const char *charset, GError **error)
{
  g_autofree char *decoded = g_convert (text, (gssize)length, "UTF-8", charset, NULL, NULL, NULL);

  if (decoded != NULL)
    return g_steal_pointer (&decoded);

  refuse_binary (error);
  return NULL;
}

static char *
decode (const char      *text,
        gsize            length,
        TalTextEncoding *ret_encoding,
        gboolean        *ret_has_mark,
        GError         **error)
{
  *ret_has_mark = TRUE;
  *ret_encoding = TAL_TEXT_ENCODING_UTF_16;
  if (length >= 2 && memcmp (text, "\xff\xfe", 2) == 0)
    return decode_utf_16 (text + 2, length - 2, "UTF-16LE", error);
  if (length >= 2 && memcmp (text, "\xfe\xff", 2) == 0)
    return decode_utf_16 (text + 2, length - 2, "UTF-16BE", error);

  *ret_has_mark = length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0;
  if (*ret_has_mark)
    {
      text += 3;
      length -= 3;
    }

  return decode_unmarked (text, length, ret_encoding, error);
}

char *
tal_text_encoding_decode (GBytes          *bytes,
                          TalTextEncoding *ret_encoding,
                          gboolean        *ret_has_mark,
                          gsize           *ret_length,
                          GError         **error)
{
  g_autofree char *decoded = NULL;
  TalTextEncoding  encoding = TAL_TEXT_ENCODING_UTF_8;
  gboolean         has_mark = FALSE;
  const char      *text = NULL;
  gsize            length = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (ret_encoding != NULL && ret_has_mark != NULL && ret_length != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  decoded = decode (text != NULL ? text : "", length, &encoding, &has_mark, error);
  if (decoded == NULL)
    return NULL;

  length = strlen (decoded);
  if (length > 0 && decoded[length - 1] == END_OF_FILE)
    decoded[--length] = '\0';
  if (!check_characters (decoded, length, error))
    return NULL;

  *ret_encoding = encoding;
  *ret_has_mark = has_mark;
  *ret_length = length;
  return g_steal_pointer (&decoded);
}
