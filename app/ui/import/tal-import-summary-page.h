/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of an import: what will be written and what will not, before it is. */

#pragma once

#include "model/tal-import-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_SUMMARY_PAGE (tal_import_summary_page_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportSummaryPage, tal_import_summary_page, TAL, IMPORT_SUMMARY_PAGE, GtkWidget)

void tal_import_summary_page_show (TalImportSummaryPage *self, TalImportList *list);
/* Whether a report is to be kept as a file. */
gboolean tal_import_summary_page_get_wants_receipt (TalImportSummaryPage *self);

G_END_DECLS
