/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a plan's results are entered: the plan, the period, and the grid of its goals or its
 * series, with a line under it that says what the active cell is.
 */

#pragma once

#include "model/tal-entry-grid.h"
#include "ui/results/tal-result-grid.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_ENTRY_PAGE (tal_entry_page_get_type ())

G_DECLARE_FINAL_TYPE (TalEntryPage, tal_entry_page, TAL, ENTRY_PAGE, GtkWidget)

GtkWidget *tal_entry_page_new (void);

TalEntryGrid  *tal_entry_page_get_model (TalEntryPage *self);
TalResultGrid *tal_entry_page_get_grid (TalEntryPage *self);
/* At once, or as soon as its rows are read if nobody has left the page by then. */
void tal_entry_page_focus_grid (TalEntryPage *self);

/* How many texts would be lost with the page, for they are refused; what is being typed is
 * stored first. */
guint tal_entry_page_count_unsaved (TalEntryPage *self);
/* Takes back what is being typed and isn't stored; FALSE where nothing is. */
gboolean tal_entry_page_revert (TalEntryPage *self);

G_END_DECLS
