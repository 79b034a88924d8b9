/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The latest changes of an initiative, its goals, figures, explanations and money, in the words
 * of the history.  They are read while they are seen, and again after each commit.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_LATEST_CHANGES (tal_latest_changes_get_type ())

G_DECLARE_FINAL_TYPE (TalLatestChanges, tal_latest_changes, TAL, LATEST_CHANGES, GtkWidget)

GtkWidget *tal_latest_changes_new (void);

/* NULL while there is none. */
void tal_latest_changes_set_workspace (TalLatestChanges *self, TalWorkspace *workspace);
void tal_latest_changes_set_initiative (TalLatestChanges *self, TalId initiative);

G_END_DECLS
