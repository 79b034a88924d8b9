/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The third step of an import: what the file and the collection do not agree on, row by row, and
 * what is to be done about each.  Space takes along or not, V keeps ours, D takes theirs, F8 goes
 * to the next conflict.
 */

#pragma once

#include "model/tal-import-list.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_DIFFERENCE_PAGE (tal_import_difference_page_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportDifferencePage, tal_import_difference_page, TAL, IMPORT_DIFFERENCE_PAGE, GtkWidget)

/* 'notice' stands above the rows; NULL for that nothing has been changed yet. */
void tal_import_difference_page_show (TalImportDifferencePage *self,
                                      TalImportList           *list,
                                      const char              *notice);
/* The rows. */
void tal_import_difference_page_focus (TalImportDifferencePage *self);

G_END_DECLS
