/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a book of tables as a workbook of Excel, a sheet each: numbers as numbers, days as days,
 * headings that stay in view and are printed on every page, notes below, charts of Excel's own
 * below them.
 *
 * Text is text: nothing in it is computed, linked or formatted.  A number of more digits than a
 * spreadsheet holds is written as text, so that none is lost.  The same book gives the same bytes.
 */

#pragma once

#include "formats/tal-table-book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* By way of the system's folder for temporary files, a sheet's row at a time.  TAL_ERROR_NOT_FOUND
 * where the system lacks the library, TAL_ERROR_NOT_WRITTEN, and whatever the stream reports. */
gboolean tal_xlsx_write (const TalTableBook *book,
                         GOutputStream      *stream,
                         GCancellable       *cancellable,
                         GError            **error);

G_END_DECLS
