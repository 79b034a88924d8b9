/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a person chooses for one row of an import: ours or theirs, or whether to take along what
 * is new.
 *
 * "chosen" is emitted with the TalImportChoice that was asked for.
 */

#pragma once

#include "model/tal-import-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_CHOICE_CELL (tal_import_choice_cell_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportChoiceCell, tal_import_choice_cell, TAL, IMPORT_CHOICE_CELL, GtkWidget)

GtkWidget *tal_import_choice_cell_new (void);
/* Follows the item's choice; NULL for none. */
void tal_import_choice_cell_show (TalImportChoiceCell *self, TalImportItem *item);

G_END_DECLS
