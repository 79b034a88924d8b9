/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One initiative: its main figures, its goals with their results, the explanations of the
 * selected goal, and beside them the inspector in which that goal's result is corrected.
 */

#pragma once

#include "model/tal-workspace.h"
#include "ui/initiatives/tal-field-drafts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_PAGE (tal_initiative_page_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativePage, tal_initiative_page, TAL, INITIATIVE_PAGE, GtkWidget)

GtkWidget *tal_initiative_page_new (void);
/* NULL lets go of it. */
void tal_initiative_page_set_workspace (TalInitiativePage *self, TalWorkspace *workspace);
/* Selects its first goal that was not met, else its first. */
void  tal_initiative_page_set_initiative (TalInitiativePage *self, TalId initiative);
TalId tal_initiative_page_get_initiative (TalInitiativePage *self);
void  tal_initiative_page_select_goal (TalInitiativePage *self, TalId goal);
/* The selected one; none where there is none.  "goal-selected" is emitted when it
 * changes. */
TalId tal_initiative_page_get_goal (TalInitiativePage *self);
/* Lights the selected goal up for a moment, so that a person sees where something happened. */
void tal_initiative_page_flash (TalInitiativePage *self);

gboolean tal_initiative_page_get_details_shown (TalInitiativePage *self);
void     tal_initiative_page_set_details_shown (TalInitiativePage *self, gboolean shown);
/* The selected goal; where there is none, what makes the first. */
gboolean tal_initiative_page_focus_goals (TalInitiativePage *self);
/* FALSE where they are not shown. */
gboolean tal_initiative_page_focus_details (TalInitiativePage *self);
gboolean tal_initiative_page_is_in_details (TalInitiativePage *self);
/* Shows the inspector and puts the cursor into its first field. */
void tal_initiative_page_start_entry (TalInitiativePage *self);
/* Takes back what is being typed and is not stored; FALSE where nothing is. */
gboolean tal_initiative_page_revert_focused (TalInitiativePage *self);
/* What was refused of goals or periods that are not shown now. */
const TalFieldDrafts *tal_initiative_page_get_drafts (TalInitiativePage *self);

G_END_DECLS
