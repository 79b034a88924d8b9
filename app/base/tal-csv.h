/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a table as text that spreadsheets read. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a file begins with, so that Excel reads it as UTF-8. */
#define TAL_CSV_BYTE_ORDER_MARK "\357\273\277"

/* One cell, in quotes only where something in it would be read as the table's own.  A text that
 * a spreadsheet would compute as a formula ("=1+2", "@sum", "-a", also behind white space or in
 * wide characters) gets an apostrophe before it and is shown as it stands; a number with its
 * sign stays a number.  'text' may be NULL: the cell is empty. */
void tal_csv_append_cell (GString *out, const char *text, char separator);
/* A line of cells with its end, CR and LF. */
void tal_csv_append_line (GString *out, const char *const *cells, guint n_cells, char separator);

G_END_DECLS
