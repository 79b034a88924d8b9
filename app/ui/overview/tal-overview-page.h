/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every initiative and every goal, met or not, in one scan.  It never ranks initiatives
 * and never averages their results.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_OVERVIEW_PAGE (tal_overview_page_get_type ())

G_DECLARE_FINAL_TYPE (TalOverviewPage, tal_overview_page, TAL, OVERVIEW_PAGE, GtkWidget)

GtkWidget *tal_overview_page_new (void);
/* NULL lets go of it. */
void tal_overview_page_set_workspace (TalOverviewPage *self, TalWorkspace *workspace);
/* Shows the search entry and puts the cursor into it, or hides it and ends the search. */
void     tal_overview_page_set_searching (TalOverviewPage *self, gboolean searching);
gboolean tal_overview_page_get_searching (TalOverviewPage *self);

G_END_DECLS
