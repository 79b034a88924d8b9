/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching everything at once: what is in the collection, and what can be done.  The cursor
 * stays in the field; Up and Down choose, Enter goes there, Escape clears and then closes.
 */

#pragma once

#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_SEARCH_DIALOG (tal_search_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalSearchDialog, tal_search_dialog, TAL, SEARCH_DIALOG, AdwWindow)

/* Something that can be done now. */
typedef struct
{
  char *title;
  char *action; /* with its target: "win.show-destination::offers" */
  char *keys;   /* as people read them; NULL for none */
} TalSearchAction;

void tal_search_action_free (TalSearchAction *self);

/* For the window 'parent', whose actions are run; 'actions' is an array of TalSearchAction
 * that it takes.  The workspace may be NULL: then only those are found. */
void tal_search_dialog_present (GtkWindow *parent, TalWorkspace *workspace, GPtrArray *actions);

G_END_DECLS
