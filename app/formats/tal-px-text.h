/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of a PC-Axis file in UTF-8, whatever character set it is written in. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* By its byte order mark; UTF-8 where it is valid as such; else by the CODEPAGE that it names;
 * Windows-1252 where CHARSET is "ANSI"; else code page 850, which
 * is what a file without CHARSET is in.  TAL_ERROR_INVALID_FILE. */
char *tal_px_text_dup (GBytes *bytes, GError **error);

G_END_DECLS
