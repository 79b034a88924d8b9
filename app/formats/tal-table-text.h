/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What cells of a table are as text, and how spreadsheets are told to show their numbers. */

#pragma once

#include "formats/tal-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* As Danish readers write it, without the unit: "ca. 1.410*", "20-05-2019"; NULL of an empty
 * cell. */
char *tal_table_dup_text (const TalTable *self, const TalTableCell *cell);

/* In the language of Excel's own number formats, "#,##0.0\" pct.\"": each Excel shows it with the
 * marks of its own country. */
char *tal_table_format_to_code (const TalTableFormat *format);

/* Whether a spreadsheet, whose numbers have 15 digits, holds the number as it is. */
gboolean tal_table_is_number_exact (TalDecimal number);

/* How many lines a text takes up in a column of 'width' characters, where words stay whole if they
 * can; and so the highest cell of a row.  Spreadsheets that are told nothing cut what is higher
 * than a line. */
guint tal_table_count_lines (const char *text, guint width);
guint tal_table_count_row_lines (const TalTable *self, guint row);
guint tal_table_count_heading_lines (const TalTable *self, guint row);

G_END_DECLS
