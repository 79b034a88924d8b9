/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks a person before a period of a plan is closed for good, and why before it is opened
 * again.  What came of it is said by the parent's "win.show-undoable" and "win.show-message".
 */

#pragma once

#include "core/tal-closing.h"
#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows itself as soon as it is known what would become final; where the period cannot be
 * closed it says why instead.  'n_unreported' goals have no result in the period. */
void tal_closing_dialog_ask_to_close (
    GtkWindow *parent, TalWorkspace *workspace, TalId plan, TalPeriod period, guint n_unreported);
/* Of a closing that is in force, and not kept. */
void tal_closing_dialog_ask_to_reopen (GtkWindow        *parent,
                                       TalWorkspace     *workspace,
                                       const TalClosing *closing);

G_END_DECLS
