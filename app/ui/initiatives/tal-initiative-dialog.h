/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an initiative is called, which plan it is under, when it runs, whom it is for and who
 * takes part.  A new one is made or given up; one that is there is changed when the dialog is
 * closed, in one step to undo.  A plan, a target group, an area or a partner that is not
 * there yet is made with it.
 */

#pragma once

#include "core/tal-initiative.h"
#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_DIALOG (tal_initiative_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativeDialog, tal_initiative_dialog, TAL, INITIATIVE_DIALOG, AdwWindow)

/* A new one, which the parent is told to show by its action "win.show-initiative". */
GtkWidget *tal_initiative_dialog_new (GtkWindow *parent, TalWorkspace *workspace);
/* One that is there. */
GtkWidget *tal_initiative_dialog_new_for_initiative (GtkWindow           *parent,
                                                     TalWorkspace        *workspace,
                                                     const TalInitiative *initiative);

G_END_DECLS
