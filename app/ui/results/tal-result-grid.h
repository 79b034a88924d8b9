/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entry grid on the screen, with the keys of a spreadsheet.  Only the rows and columns that
 * are seen have widgets, which are used again as it is scrolled; the headings and the two first
 * columns stay.  The cell that is active has the focus, and one text field is moved over it
 * while it is edited.
 *
 * "moved" is emitted when another cell is active, when the selection is another, and when what
 * the active one says may have changed.
 */

#pragma once

#include "model/tal-entry-grid.h"
#include "ui/results/tal-result-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_RESULT_GRID (tal_result_grid_get_type ())

G_DECLARE_FINAL_TYPE (TalResultGrid, tal_result_grid, TAL, RESULT_GRID, GtkWidget)

GtkWidget *tal_result_grid_new (void);

void tal_result_grid_set_model (TalResultGrid *self, TalEntryGrid *model);
/* More rows at once, closer together. */
void tal_result_grid_set_compact (TalResultGrid *self, gboolean compact);
/* FALSE where there is no cell. */
gboolean tal_result_grid_get_active (TalResultGrid *self, guint *ret_row, guint *ret_column);
/* Makes a cell active, scrolls to it and gives it the focus. */
void tal_result_grid_go_to (TalResultGrid *self, guint row, guint column);
/* The block that is chosen; the active cell at least. */
TalResultRange tal_result_grid_get_selection (TalResultGrid *self);

gboolean tal_result_grid_is_editing (TalResultGrid *self);
/* Ends the edit and stores what was typed, or takes it back; nothing where none is under way. */
void     tal_result_grid_finish_edit (TalResultGrid *self);
gboolean tal_result_grid_cancel_edit (TalResultGrid *self);

/* A block as spreadsheets copy it, from the active cell on; what cannot be read there is shown
 * first. */
void tal_result_grid_paste_text (TalResultGrid *self, const char *text);

/* Opens the words beside the active cell: a comment on its figure, or the explanation of a
 * verdict. */
void tal_result_grid_edit_note (TalResultGrid *self);

/* What a key does, for who presses it on a person's behalf. */
gboolean tal_result_grid_press (TalResultGrid *self, guint key, GdkModifierType modifiers);
/* The widget of a cell; NULL where it isn't seen. */
GtkWidget *tal_result_grid_find_cell (TalResultGrid *self, guint row, guint column);

G_END_DECLS
