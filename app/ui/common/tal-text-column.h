/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A column of wrapping text in a row.  A label that is asked how wide it would like to be
 * for a given height answers with as much as fits on one line, and pushes the columns
 * beside it out of line from row to row; in this column it is never asked that.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_TEXT_COLUMN (tal_text_column_get_type ())

G_DECLARE_FINAL_TYPE (TalTextColumn, tal_text_column, TAL, TEXT_COLUMN, GtkWidget)

void tal_text_column_set_child (TalTextColumn *self, GtkWidget *child);

G_END_DECLS
