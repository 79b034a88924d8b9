/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The texts that the cells of an Excel workbook share (sharedStrings.xml), kept once.  Formatting
 * inside a text is dropped, and so are the readings of Japanese words that stand beside it.
 */

#pragma once

#include "formats/tal-archive.h"
#include "formats/tal-workbook-builder.h"

#include <glib.h>

G_BEGIN_DECLS

/* The longest text of a cell, in bytes; no program writes more. */
#define TAL_XLSX_MOST_TEXT (1024 * 1024)

/* The texts (TalKeptText) by number.  'part' may be NULL: none. */
GArray *tal_xlsx_strings_read (TalArchive         *archive,
                               const char         *part,
                               TalWorkbookBuilder *builder,
                               GCancellable       *cancellable,
                               GError            **error);

/* In place: "_x000D_" is a character that XML cannot hold, "_x005F_" the underscore before
 * what only looks so.  Control characters become spaces. */
void tal_xlsx_strings_unescape (GString *text);

G_END_DECLS
