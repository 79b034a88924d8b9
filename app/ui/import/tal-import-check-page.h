/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The second step of an import: that the file is being read, then what was checked and what the
 * file is, or why it cannot be imported.
 */

#pragma once

#include "model/tal-import-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_CHECK_PAGE (tal_import_check_page_get_type ())

G_DECLARE_FINAL_TYPE (TalImportCheckPage, tal_import_check_page, TAL, IMPORT_CHECK_PAGE, GtkWidget)

/* That something takes its time; how far it is is shown once it has taken a second. */
void tal_import_check_page_show_running (TalImportCheckPage *self, const char *sentence);
/* Of what is under way.  All of them: something is done that cannot be measured. */
void tal_import_check_page_show_progress (TalImportCheckPage *self, goffset bytes, goffset size);
void tal_import_check_page_show_report (TalImportCheckPage    *self,
                                        GFile                 *file,
                                        const TalImportReport *report);
/* NULL is the clipboard. */
void tal_import_check_page_show_failure (TalImportCheckPage *self,
                                         GFile              *file,
                                         const GError       *error);

G_END_DECLS
