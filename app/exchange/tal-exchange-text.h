/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What texts an exchange file can hold: valid UTF-8 without control characters (but
 * line feeds and tabs in prose) and not too long.  Reader and writer ask the same
 * question, so that what is written can be read.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of one line, and of many.  TAL_ERROR_INVALID_TEXT, or TAL_ERROR_OUT_OF_RANGE for a
 * text that is too long. */
gboolean tal_exchange_text_check_line (const char *text, GError **error);
gboolean tal_exchange_text_check_prose (const char *text, GError **error);

G_END_DECLS
