/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which facts stand at the top of an initiative's page, and in which order: all that there are
 * in one list, the chosen ones first.  What was chosen is stored when the dialog is closed.
 */

#pragma once

#include "core/tal-initiative.h"
#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_FACTS_DIALOG (tal_facts_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalFactsDialog, tal_facts_dialog, TAL, FACTS_DIALOG, AdwWindow)

/* 'parent' may be NULL. */
GtkWidget *tal_facts_dialog_new (GtkWindow           *parent,
                                 TalWorkspace        *workspace,
                                 const TalInitiative *initiative);

G_END_DECLS
