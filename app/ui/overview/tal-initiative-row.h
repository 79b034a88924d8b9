/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One initiative in the overview: number, name, its goals as bars, and how many were
 * met.  Activating it opens the initiative ("win.show-initiative").
 */

#pragma once

#include "core/tal-initiative.h"
#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_ROW (tal_initiative_row_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativeRow, tal_initiative_row, TAL, INITIATIVE_ROW, GtkListBoxRow)

/* 'numbered' keeps room for a number, as its neighbours have. */
GtkWidget *tal_initiative_row_new (TalId initiative, gboolean numbered);
TalId      tal_initiative_row_get_initiative (TalInitiativeRow *self);
/* Shows the initiative as it is there now. */
void tal_initiative_row_show (TalInitiativeRow *self, const TalStatusTable *statuses);

G_END_DECLS
