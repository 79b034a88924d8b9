/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One initiative in the overview: number, name, its goals as bars, and how many were
 * met.  Activating it opens the initiative ("win.show-initiative").  It is used again for
 * another one when its own is scrolled away.
 *
 * Showing another one queues no resize, for that lays out the whole window: whatever it stands in
 * asks for its size, and places it.
 */

#pragma once

#include "core/tal-initiative.h"
#include "model/tal-status-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_ROW (tal_initiative_row_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativeRow, tal_initiative_row, TAL, INITIATIVE_ROW, GtkWidget)

GtkWidget *tal_initiative_row_new (void);
/* Shows an initiative as it is there now; 'numbered' keeps room for a number, as its neighbours
 * have.  FALSE where that is what it has shown already. */
gboolean tal_initiative_row_show (TalInitiativeRow *self,
                                  TalStatusTable   *statuses,
                                  TalId             initiative,
                                  gboolean          numbered);
/* In pixels, with what the style puts around it. */
int tal_initiative_row_get_least_width (TalInitiativeRow *self);
int tal_initiative_row_get_height (TalInitiativeRow *self, int width);

G_END_DECLS
