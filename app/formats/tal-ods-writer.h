/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a book of tables as an OpenDocument spreadsheet, a sheet each: numbers as numbers with
 * Danish formats, days as days, headings that stay in view, notes below.  Text is text.  A number
 * of more digits than a spreadsheet holds is written as text, so that none is lost.  The same
 * book gives the same bytes.
 */

#pragma once

#include "formats/tal-table-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* By way of the system's folder for temporary files.  TAL_ERROR_NOT_FOUND where the system lacks
 * the library, TAL_ERROR_NOT_WRITTEN, and whatever the stream reports. */
gboolean tal_ods_write (const TalTableBook *book,
                        GOutputStream      *stream,
                        GCancellable       *cancellable,
                        GError            **error);

G_END_DECLS
