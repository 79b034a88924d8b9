/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One sheet of a workbook: cells by row and column, both counted from 0.  Immutable, and lives
 * as long as its workbook.
 *
 * It is as wide and as long as its cells reach; what is asked for beyond that is empty.
 */

#pragma once

#include "formats/tal-cell.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_SHEET_MOST_ROWS 4194304
#define TAL_SHEET_MOST_COLUMNS 16384

typedef struct _TalSheet TalSheet;

/* "" where the file has no sheets but only a table. */
const char *tal_sheet_get_name (const TalSheet *self);
gboolean    tal_sheet_is_hidden (const TalSheet *self);

guint tal_sheet_get_n_rows (const TalSheet *self);
guint tal_sheet_get_n_columns (const TalSheet *self);
/* Those with something in them. */
guint tal_sheet_get_n_cells (const TalSheet *self);

TalCell     tal_sheet_get_cell (const TalSheet *self, guint row, guint column);
const char *tal_sheet_get_text (const TalSheet *self, guint row, guint column);

gboolean tal_sheet_is_row_hidden (const TalSheet *self, guint row);
gboolean tal_sheet_is_column_hidden (const TalSheet *self, guint column);
/* Whether the cell is part of a merged area, whose text is in its first cell. */
gboolean tal_sheet_find_merged (const TalSheet *self,
                                guint           row,
                                guint           column,
                                TalCellArea    *ret_area);

/* What a person finds it by: "Ark1!B7", or "line 7, column 2" of a text file. */
char *tal_sheet_dup_place (const TalSheet *self, guint row, guint column);

G_END_DECLS
