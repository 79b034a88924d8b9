/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a table as text that spreadsheets read. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One cell, in quotes only where something in it would be read as the table's own.  A text that
 * a spreadsheet would compute as a formula ("=1+2", "@sum", "-a") gets an apostrophe before it
 * and is shown as it stands; a number with its sign stays a number.  'text' may be NULL: the
 * cell is empty. */
void tal_csv_append_cell (GString *out, const char *text, char separator);

G_END_DECLS
