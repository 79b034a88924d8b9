/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was imported, as a paper to keep: PDF, with every change and every field before and
 * after.
 */

#pragma once

#include "model/tal-import-report.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'name' is what the file is called that was imported.  Beside the target first, then in its
 * place: after an error what was there is still there. */
gboolean tal_import_receipt_write (const TalImportReport *report,
                                   const char            *name,
                                   const char            *path,
                                   GError               **error);

G_END_DECLS
