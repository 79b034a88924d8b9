/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a note that is plain text or Markdown.  UTF-8 (with or without a byte order mark),
 * UTF-16 with one, and else Windows-1252, as older word processors save.
 *
 * Rows of a table are lines with tabs between cells, Markdown's lines with bars, or a line a
 * cell that ends in " |", as minutes copied from a web page have them; such a row is put
 * together from its label and the numbers behind it.  Lines that are one paragraph broken to
 * a width are one passage, with the line it begins on.  It understands no nesting, no code
 * blocks and no HTML beyond dropping its tags.
 */

#pragma once

#include "formats/tal-passage-builder.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'markdown': whether marks of emphasis, links and headings are marks, not text.
 * TAL_ERROR_INVALID_FILE where the bytes are no text, TAL_ERROR_UNSAFE_FILE beyond a limit. */
gboolean tal_text_read (GBytes            *bytes,
                        gboolean           markdown,
                        TalPassageBuilder *builder,
                        GError           **error);

G_END_DECLS
