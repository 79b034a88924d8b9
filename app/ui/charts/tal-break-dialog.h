/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks why a series is broken from a period on, and breaks it; or takes the break away. */

#pragma once

#include "core/tal-period.h"
#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The workspace is kept alive until the person has answered.  What goes wrong is said by the
 * window's "win.show-message". */
GtkWidget *tal_break_dialog_new (GtkWindow    *parent,
                                 TalWorkspace *workspace,
                                 TalId         series,
                                 TalPeriod     period);

G_END_DECLS
