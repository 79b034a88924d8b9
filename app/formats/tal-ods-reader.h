/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an OpenDocument spreadsheet (.ods; ODF 1.2 and 1.3, content.xml) as a workbook of cells.
 * Formulas are not computed.  What is no cell is passed over: comments, drawings, tracked changes
 * and the copies that are kept of other files' sheets.
 */

#pragma once

#include "formats/tal-archive.h"
#include "formats/tal-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* TAL_ERROR_INVALID_FILE or TAL_ERROR_UNSAFE_FILE, with the place where there is one. */
TalWorkbook *tal_ods_read (TalArchive *archive, GCancellable *cancellable, GError **error);

G_END_DECLS
