/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of a TalTextTable: cells of text, filled by whoever makes it and not changed once it is
 * in a table.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_TEXT_TABLE_ROW (tal_text_table_row_get_type ())

G_DECLARE_FINAL_TYPE (TalTextTableRow, tal_text_table_row, TAL, TEXT_TABLE_ROW, GObject)

typedef struct
{
  char    *text;
  char    *caption; /* dim, below the text; or NULL */
  char    *chip;    /* behind the text; or NULL */
  gboolean dim;
  gboolean repeated; /* as in the row above: written where the row stands alone, such as in a copy */
} TalTextTableCell;

/* A total stands out from the rows that it is of. */
TalTextTableRow *tal_text_table_row_new (gboolean total);
gboolean         tal_text_table_row_is_total (TalTextTableRow *self);

/* At the end; the text is copied, NULL is empty.  The cell is the row's, valid until the next. */
TalTextTableCell *tal_text_table_row_add (TalTextTableRow *self, const char *text);
/* NULL behind the last. */
const TalTextTableCell *tal_text_table_row_get_cell (TalTextTableRow *self, guint column);

G_END_DECLS
