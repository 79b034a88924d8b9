/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first step of an import: where a file is dropped or chosen, and what came in last.
 *
 * "file-chosen" is emitted with the GFile.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_FILE_PAGE (tal_import_file_page_get_type ())

G_DECLARE_FINAL_TYPE (TalImportFilePage, tal_import_file_page, TAL, IMPORT_FILE_PAGE, GtkWidget)

/* Reads what came in last. */
void tal_import_file_page_set_workspace (TalImportFilePage *self, TalWorkspace *workspace);
/* What is chosen already, in a sentence; NULL where nothing is. */
void tal_import_file_page_show_chosen (TalImportFilePage *self, const char *sentence);
/* Opens the system's own dialog. */
void tal_import_file_page_choose (TalImportFilePage *self);
/* The button that does the same. */
void tal_import_file_page_focus (TalImportFilePage *self);

G_END_DECLS
