/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every warning and error of the entry grid, under the initiative it belongs to.  Whoever
 * activates one is led to its cell: "activated" is emitted with the row and the column.
 */

#pragma once

#include "model/tal-entry-grid.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_ENTRY_PROBLEMS (tal_entry_problems_get_type ())

G_DECLARE_FINAL_TYPE (TalEntryProblems, tal_entry_problems, TAL, ENTRY_PROBLEMS, GtkWidget)

GtkWidget *tal_entry_problems_new (void);
/* Shows what there is now. */
void tal_entry_problems_update (TalEntryProblems *self, TalEntryGrid *model);

G_END_DECLS
