/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of an import is about, where that belongs, and what is the matter with it. */

#pragma once

#include "model/tal-import-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_NAME_CELL (tal_import_name_cell_get_type ())

G_DECLARE_FINAL_TYPE (TalImportNameCell, tal_import_name_cell, TAL, IMPORT_NAME_CELL, GtkWidget)

GtkWidget *tal_import_name_cell_new (void);
/* NULL for nothing. */
void           tal_import_name_cell_show (TalImportNameCell *self, TalImportItem *item);
TalImportItem *tal_import_name_cell_get_item (TalImportNameCell *self);

G_END_DECLS
