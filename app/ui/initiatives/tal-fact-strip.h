/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The main facts about an initiative side by side: those that were chosen, else how many goals
 * were met, the counts of the first of them, and its money; see core/tal-initiative-facts.h.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_FACT_STRIP (tal_fact_strip_get_type ())

G_DECLARE_FINAL_TYPE (TalFactStrip, tal_fact_strip, TAL, FACT_STRIP, GtkWidget)

GtkWidget *tal_fact_strip_new (void);
/* NULL lets go of it. */
void tal_fact_strip_set_workspace (TalFactStrip *self, TalWorkspace *workspace);
/* As the initiative stands now; a figure that no goal is about comes when it has been read. */
void tal_fact_strip_show (TalFactStrip *self, TalId initiative);

G_END_DECLS
