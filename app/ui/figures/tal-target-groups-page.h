/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many, what share, which way, compared with whom: the counts of each target group at the
 * left, one of them or a share of it drawn at the right.  Its property "workspace" is the collection
 * that it shows.
 */

#pragma once

#include "model/tal-workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_TARGET_GROUPS_PAGE (tal_target_groups_page_get_type ())

G_DECLARE_FINAL_TYPE (
    TalTargetGroupsPage, tal_target_groups_page, TAL, TARGET_GROUPS_PAGE, GtkWidget)

GtkWidget *tal_target_groups_page_new (void);
/* Chooses the row of a series; where it has none, the first. */
void tal_target_groups_page_show_series (TalTargetGroupsPage *self, TalId series);

G_END_DECLS
