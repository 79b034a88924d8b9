/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One column of the fields of an import's row, a line each: what they are called, what stands
 * there here, or what they send.  What differs between the two is bold.
 */

#pragma once

#include "model/tal-import-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_IMPORT_COLUMN_FIELD,
  TAL_IMPORT_COLUMN_OURS,
  TAL_IMPORT_COLUMN_THEIRS,
} TalImportColumn;

#define TAL_TYPE_IMPORT_FIELDS_CELL (tal_import_fields_cell_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportFieldsCell, tal_import_fields_cell, TAL, IMPORT_FIELDS_CELL, GtkWidget)

GtkWidget *tal_import_fields_cell_new (TalImportColumn column);
/* NULL for nothing. */
void tal_import_fields_cell_show (TalImportFieldsCell *self, const TalImportRow *row);

G_END_DECLS
