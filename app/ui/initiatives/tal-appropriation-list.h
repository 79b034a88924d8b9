/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The money of an initiative, a row a year and source: it is added, corrected and taken away
 * here.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_APPROPRIATION_LIST (tal_appropriation_list_get_type ())

G_DECLARE_FINAL_TYPE (
    TalAppropriationList, tal_appropriation_list, TAL, APPROPRIATION_LIST, GtkWidget)

GtkWidget *tal_appropriation_list_new (void);

/* NULL while there is none. */
void tal_appropriation_list_set_workspace (TalAppropriationList *self, TalWorkspace *workspace);
/* As the workspace has it now; to be called again when that has changed. */
void tal_appropriation_list_show (TalAppropriationList *self, TalId initiative);

G_END_DECLS
