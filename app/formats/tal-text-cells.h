/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cells of a table's row, from text in which the row is a line or many lines.
 *
 * Where each cell has a line of its own, nothing says where a row ends: most rows of a table
 * are a label and its numbers, so their length is the width of the table, and the lines
 * before the first such row are counted back from it.  Cells in which no such rows are found
 * stay paragraphs.
 */

#pragma once

#include "formats/tal-passage-builder.h"

#include <glib.h>

G_BEGIN_DECLS

/* The cells of "| a | b |"; "\|" is a bar of the text. */
char **tal_text_split_piped (const char *line);

typedef struct _TalTextCells TalTextCells;

TalTextCells *tal_text_cells_new (void);
void          tal_text_cells_free (TalTextCells *self);

/* Takes 'text'. */
void tal_text_cells_add (TalTextCells *self, char *text, guint line);
/* An empty cell for each bar. */
void tal_text_cells_add_bars (TalTextCells *self, const char *bars, guint line);

/* Adds the rows, as one table, and the paragraphs.  Empties the cells. */
gboolean tal_text_cells_build (TalTextCells *self, TalPassageBuilder *builder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalTextCells, tal_text_cells_free)

G_END_DECLS
