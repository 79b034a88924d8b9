/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that was ever done to a collection, by day: who did what, with what it was before
 * and after beside it, and the ways to take it back.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_HISTORY_PAGE (tal_history_page_get_type ())

G_DECLARE_FINAL_TYPE (TalHistoryPage, tal_history_page, TAL, HISTORY_PAGE, GtkWidget)

/* It follows whichever workspace its property "workspace" is set to. */
GtkWidget *tal_history_page_new (void);
/* Only what happened in the initiative, whatever was searched for before. */
void tal_history_page_show_initiative (TalHistoryPage *self, TalId initiative);
/* Puts the cursor where words of the history are searched for. */
void tal_history_page_start_search (TalHistoryPage *self);

G_END_DECLS
