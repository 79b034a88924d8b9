/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which characters the bytes of a text file are.  Found out by the bytes alone and said, so that
 * a person can see what was taken for what.
 *
 * It never puts a character in place of one it cannot read: a file with bytes that are none, with
 * letters that an earlier program has already lost (U+FFFD), or with control characters is
 * refused with its line.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_TEXT_ENCODING_UTF_8,
  TAL_TEXT_ENCODING_UTF_16,
  TAL_TEXT_ENCODING_WINDOWS_1252, /* and Latin-1, which is part of it */
} TalTextEncoding;

/* As other programs call it: "UTF-8". */
const char *tal_text_encoding_get_name (TalTextEncoding self);

/* The text as UTF-8, without a byte order mark, of 'ret_length' bytes and a NUL.
 * TAL_ERROR_INVALID_FILE. */
char *tal_text_encoding_decode (GBytes          *bytes,
                                TalTextEncoding *ret_encoding,
                                gboolean        *ret_has_mark,
                                gsize           *ret_length,
                                GError         **error);

G_END_DECLS
