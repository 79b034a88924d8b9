/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The destinations, and under them whether everything is saved and in which file. */

#pragma once

#include "model/tal-workspace.h"
#include "ui/window/tal-destination.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_SIDEBAR (tal_sidebar_get_type ())

G_DECLARE_FINAL_TYPE (TalSidebar, tal_sidebar, TAL, SIDEBAR, GtkWidget)

void tal_sidebar_set_menu (TalSidebar *self, GMenuModel *menu);
/* NULL lets go of it. */
void tal_sidebar_set_workspace (TalSidebar *self, TalWorkspace *workspace);
/* Marks where the window is.  A person's choice activates "win.show-destination". */
void tal_sidebar_set_destination (TalSidebar *self, TalDestination destination);
/* Puts the focus on it; FALSE before one is set. */
gboolean tal_sidebar_focus_destination (TalSidebar *self);
/* Shows the window's own buttons in its header bar. */
void tal_sidebar_set_alone (TalSidebar *self, gboolean alone);

G_END_DECLS
