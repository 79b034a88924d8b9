/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table to be read: rows of text, numbers at the right, totals in bold.  It can be copied whole,
 * with Ctrl+C, its button or the action "table.copy", and is put into a spreadsheet or a text as
 * a table.
 *
 * Nothing can be chosen or changed in it, and every row is there at once: it is for tens of rows
 * and not for thousands.
 */

#pragma once

#include "ui/common/tal-text-table-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_TEXT_TABLE (tal_text_table_get_type ())

G_DECLARE_FINAL_TYPE (TalTextTable, tal_text_table, TAL, TEXT_TABLE, GtkWidget)

GtkWidget *tal_text_table_new (void);

/* What the table is called for a reader who hears it. */
void tal_text_table_set_name (TalTextTable *self, const char *name);
/* 'width' is that of a column of text as it would like to be, in characters, where it wraps;
 * one of 0 never wraps. */
void tal_text_table_add_column (TalTextTable *self, const char *title, guint width);
void tal_text_table_add_number_column (TalTextTable *self, const char *title);
/* Before the first row is added. */
void tal_text_table_set_column_title (TalTextTable *self, guint column, const char *title);

void tal_text_table_clear (TalTextTable *self);
/* Takes the row. */
void tal_text_table_take_row (TalTextTable *self, TalTextTableRow *row);
/* Shows and copies no more than the rows that have all words (see tal-list-search.h) and no total,
 * also of rows that come later; NULL shows all again.  How many are shown. */
guint tal_text_table_narrow (TalTextTable *self, char *const *words);

guint tal_text_table_get_n_rows (TalTextTable *self);
/* Borrowed; NULL behind the last. */
TalTextTableRow *tal_text_table_get_row (TalTextTable *self, guint number);

/* With tabs and line ends, headings first, as spreadsheets take it. */
char *tal_text_table_to_tabs (TalTextTable *self);
char *tal_text_table_to_html (TalTextTable *self);

G_END_DECLS
