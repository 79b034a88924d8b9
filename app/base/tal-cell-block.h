/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block of cells as spreadsheets put it on the clipboard: rows of texts between tabs, in
 * quotes where a text has tabs, line ends or quotes of its own, as Excel and LibreOffice do.
 *
 * It does not know what the texts mean.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalCellBlock TalCellBlock;

/* Of empty cells. */
TalCellBlock *tal_cell_block_new (guint n_rows, guint n_columns);
/* Every text is a block: rows that are shorter than the longest are filled with empty cells,
 * and what isn't quoted as it should be stands for itself. */
TalCellBlock *tal_cell_block_parse (const char *text);
void          tal_cell_block_free (TalCellBlock *self);

guint       tal_cell_block_get_n_rows (const TalCellBlock *self);
guint       tal_cell_block_get_n_columns (const TalCellBlock *self);
const char *tal_cell_block_get (const TalCellBlock *self, guint row, guint column);
void        tal_cell_block_set (TalCellBlock *self, guint row, guint column, const char *text);

/* What tal_cell_block_parse reads back, and the same as an HTML table. */
char *tal_cell_block_to_tabs (const TalCellBlock *self);
char *tal_cell_block_to_html (const TalCellBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalCellBlock, tal_cell_block_free)

G_END_DECLS
