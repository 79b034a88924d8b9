/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which period the window shows: each goal's newest result, or one period that some goal
 * has a result in.  All choosers of a workspace show the same.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_PERIOD_CHOOSER (tal_period_chooser_get_type ())

G_DECLARE_FINAL_TYPE (TalPeriodChooser, tal_period_chooser, TAL, PERIOD_CHOOSER, GtkWidget)

GtkWidget *tal_period_chooser_new (void);
void       tal_period_chooser_set_workspace (TalPeriodChooser *self, TalWorkspace *workspace);

G_END_DECLS
