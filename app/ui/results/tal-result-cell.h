/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell of the result grid: one line of text with the marks of its state, drawn by hand and
 * light enough for a screen full of them.  It is a widget of its own all the same, so that it
 * can have the focus and be read aloud.
 */

#pragma once

#include "model/tal-entry-cell.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_RESULT_CELL (tal_result_cell_get_type ())

G_DECLARE_FINAL_TYPE (TalResultCell, tal_result_cell, TAL, RESULT_CELL, GtkWidget)

/* How a cell that is no figure is written. */
typedef enum
{
  TAL_RESULT_CELL_PLAIN,
  TAL_RESULT_CELL_NUMBER,  /* dim, set against the right */
  TAL_RESULT_CELL_HEADING, /* bold */
  TAL_RESULT_CELL_NUMERIC_HEADING,
} TalResultCellStyle;

/* In the room between a cell's edges and its text, in pixels. */
#define TAL_RESULT_CELL_PADDING 10

GtkWidget *tal_result_cell_new (GtkAccessibleRole role);

/* The column that it shows; G_MAXUINT while it shows none. */
void  tal_result_cell_set_column (TalResultCell *self, guint column);
guint tal_result_cell_get_column (TalResultCell *self);
/* Takes the contents of the cell, which is cleared. */
void tal_result_cell_take (TalResultCell *self, TalEntryCell *cell);
void tal_result_cell_set_text (TalResultCell *self, const char *text, TalResultCellStyle style);
/* Of a cell that is no figure: whether the figures of its row are locked. */
void tal_result_cell_set_locked (TalResultCell *self, gboolean locked);
/* Whether it is in the block that is chosen, and whether it is the one that keys act on. */
void tal_result_cell_set_chosen (TalResultCell *self, gboolean selected, gboolean active);
/* What it shows; borrowed. */
const TalEntryCell *tal_result_cell_get_cell (TalResultCell *self);

G_END_DECLS
