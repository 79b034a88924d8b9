/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pictures of an initiative: how the results of the chosen goal went over time beside its
 * target, how its goals build upon one another, and what its people add up to.  What there is
 * nothing to draw of is not there.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_INITIATIVE_CHARTS (tal_initiative_charts_get_type ())

G_DECLARE_FINAL_TYPE (TalInitiativeCharts, tal_initiative_charts, TAL, INITIATIVE_CHARTS, GtkWidget)

GtkWidget *tal_initiative_charts_new (void);

void tal_initiative_charts_set_workspace (TalInitiativeCharts *self, TalWorkspace *workspace);
/* Each may be none. */
void tal_initiative_charts_set_initiative (TalInitiativeCharts *self, TalId initiative);
void tal_initiative_charts_set_goal (TalInitiativeCharts *self, TalId goal);

G_END_DECLS
