/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans and lists: what initiatives and figures are described by, to be named, put in order,
 * explained and cleaned up.  The lists stand to the left, the chosen one as a tree in the
 * middle, and the form of what is chosen there to the right.
 */

#pragma once

#include "model/tal-workspace.h"
#include "ui/lists/tal-list-kind.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_LISTS_WINDOW (tal_lists_window_get_type ())

G_DECLARE_FINAL_TYPE (TalListsWindow, tal_lists_window, TAL, LISTS_WINDOW, AdwWindow)

/* Beside 'parent', whose "win.show-place" takes a person to what refers to something. */
GtkWidget *tal_lists_window_new (GtkWindow *parent, TalWorkspace *workspace);

/* Shows a list; 'id' is chosen in it unless it is none. */
void tal_lists_window_show_list (TalListsWindow *self, TalListKind list, TalId id);

G_END_DECLS
