/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What does not look right in the figures of an initiative, the gravest first, each with its
 * way out.  It is looked for while it is seen, and again after each commit; of a period that
 * was chosen only what is about that one is shown.  Without anything to say it is away.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_CHECK (tal_initiative_check_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativeCheck, tal_initiative_check, TAL, INITIATIVE_CHECK, GtkWidget)

GtkWidget *tal_initiative_check_new (void);

/* NULL while there is none. */
void tal_initiative_check_set_workspace (TalInitiativeCheck *self, TalWorkspace *workspace);
void tal_initiative_check_set_initiative (TalInitiativeCheck *self, TalId initiative);
/* Of "goal-asked": the goal that somebody wants to see. */
TalId tal_initiative_check_get_asked (TalInitiativeCheck *self);

G_END_DECLS
