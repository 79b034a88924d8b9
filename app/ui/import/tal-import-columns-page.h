/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The step of an import in which somebody says what a table is: what its columns are, which series
 * its labels stand for, and what would be stored of it.
 *
 * "answered" is emitted with a TalFigureAnswer * that is valid meanwhile, and "changed" once all is
 * said: after one or more answers, or where it was decided whether cells that cannot be read stay
 * out.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "model/tal-figure-file.h"
#include "model/tal-figure-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_COLUMNS_PAGE (tal_import_columns_page_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportColumnsPage, tal_import_columns_page, TAL, IMPORT_COLUMNS_PAGE, GtkWidget)

/* Forgets the file before. */
void tal_import_columns_page_clear (TalImportColumnsPage *self);
/* How the file is understood now; the catalogue has what its labels may stand for. */
void tal_import_columns_page_show (TalImportColumnsPage  *self,
                                   const TalFigureFile   *file,
                                   const TalFigureReport *report,
                                   const TalCatalogue    *catalogue);
/* That what was answered is being tried. */
void tal_import_columns_page_show_trying (TalImportColumnsPage *self);

gboolean tal_import_columns_page_get_skips_refused (TalImportColumnsPage *self);
/* What must be answered first, in a sentence; NULL for nothing. */
const char *tal_import_columns_page_get_reason (TalImportColumnsPage *self);

G_END_DECLS
