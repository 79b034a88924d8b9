/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one item of the history did, field by field before and after, and the ways to take it
 * back.  What stands in the way of that is said here.
 */

#pragma once

#include "model/tal-history-item.h"
#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_HISTORY_DETAILS (tal_history_details_get_type ())

G_DECLARE_FINAL_TYPE (TalHistoryDetails, tal_history_details, TAL, HISTORY_DETAILS, GtkWidget)

GtkWidget *tal_history_details_new (void);
/* Both may be NULL: then it asks to choose something. */
void tal_history_details_show (TalHistoryDetails *self,
                               TalWorkspace      *workspace,
                               TalHistoryItem    *item);

G_END_DECLS
