/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A column of a table that is imported: its heading and first values, what it is, and how its
 * numbers are written.
 *
 * "answered" is emitted with a TalFigureAnswer * that is valid meanwhile.
 */

#pragma once

#include "model/tal-figure-answer.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_COLUMN_ROW (tal_import_column_row_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportColumnRow, tal_import_column_row, TAL, IMPORT_COLUMN_ROW, AdwActionRow)

GtkWidget *tal_import_column_row_new (const TalFigureFile *file, guint column);
/* How the file has it now. */
void tal_import_column_row_show (TalImportColumnRow *self, const TalFigureFile *file);

G_END_DECLS
