/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies a plan with its initiatives and goals into the period that follows: asks what the new
 * one is called and when it is, and says what is copied and what is not.
 */

#pragma once

#include "core/tal-plan.h"
#include "model/tal-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_PLAN_COPY_DIALOG (tal_plan_copy_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TalPlanCopyDialog, tal_plan_copy_dialog, TAL, PLAN_COPY_DIALOG, AdwWindow)

/* When it is done the parent is asked to show the overview, and to offer to undo it. */
GtkWidget *tal_plan_copy_dialog_new (GtkWindow     *parent,
                                     TalWorkspace  *workspace,
                                     const TalPlan *plan);

G_END_DECLS
