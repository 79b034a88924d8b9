/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text as people paste it, made plain for the readers of Danish numbers, dates
 * and periods: what looks the same to the eye becomes the same characters.  It
 * knows no meaning and refuses nothing.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In lower case; every run of white space (also no-break and thin spaces) one
 * space and none at the ends; the minus sign and the dashes a hyphen; letters
 * composed ("å", not "a" and a ring).  Independent of the locale.  Bytes that are no UTF-8 become U+FFFD. */
char *tal_danish_text_dup_plain (const char *text);

/* These move 'cursor' behind what they find there, and leave it where they don't. */

/* These very bytes. */
gboolean tal_danish_text_skip (const char **cursor, const char *part);
/* At least one and at most 'most' digits (no more than nine), and no digit behind them. */
gboolean tal_danish_text_skip_number (const char **cursor, int most, int *ret_number);

G_END_DECLS
