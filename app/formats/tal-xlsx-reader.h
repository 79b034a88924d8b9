/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an Excel workbook (.xlsx and .xlsm; ECMA-376 and ISO/IEC 29500 Strict) as a workbook of
 * cells.  Formulas are not computed: what the program that saved the file made of them is read,
 * and a formula without that is an error in its cell.  Macros, links and charts are passed over.
 */

#pragma once

#include "formats/tal-archive.h"
#include "formats/tal-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean tal_xlsx_is (TalArchive *archive);

/* TAL_ERROR_INVALID_FILE or TAL_ERROR_UNSAFE_FILE, with the place where there is one. */
TalWorkbook *tal_xlsx_read (TalArchive *archive, GCancellable *cancellable, GError **error);

G_END_DECLS
