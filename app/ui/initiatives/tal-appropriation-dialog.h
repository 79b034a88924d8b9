/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money for an initiative in one year: how much, from where and until when.  Adding it has a
 * Cancel; what is changed in money that is there is kept when the dialog is closed.
 */

#pragma once

#include "core/tal-appropriation.h"
#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_APPROPRIATION_DIALOG (tal_appropriation_dialog_get_type ())

G_DECLARE_FINAL_TYPE (
    TalAppropriationDialog, tal_appropriation_dialog, TAL, APPROPRIATION_DIALOG, AdwWindow)

/* Adds to the initiative; begins as the newest money of it says, a year on. */
GtkWidget *tal_appropriation_dialog_new (GtkWindow    *parent,
                                         TalWorkspace *workspace,
                                         TalId         initiative);
GtkWidget *tal_appropriation_dialog_new_for_appropriation (GtkWindow              *parent,
                                                           TalWorkspace           *workspace,
                                                           const TalAppropriation *appropriation);

G_END_DECLS
