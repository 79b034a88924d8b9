/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The initiatives of the overview under the headings of their plans, however many they are:
 * only what is seen is widgets, and these are used again as it is scrolled.  What has the focus
 * keeps its widget wherever it is.
 *
 * What is seen stays where it is when something above it turns out higher than was guessed, and
 * when the collection has changed.
 */

#pragma once

#include "model/tal-status-table.h"
#include "ui/overview/tal-overview-places.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_OVERVIEW_LIST (tal_overview_list_get_type ())

G_DECLARE_FINAL_TYPE (TalOverviewList, tal_overview_list, TAL, OVERVIEW_LIST, GtkWidget)

GtkWidget *tal_overview_list_new (void);
/* What stands above everything and is scrolled with it; NULL for nothing. */
void       tal_overview_list_set_filters (TalOverviewList *self, GtkWidget *filters);
GtkWidget *tal_overview_list_get_filters (TalOverviewList *self);
/* Takes the places, which are in the table.  'summed' shows the plans' summaries. */
void tal_overview_list_show (TalOverviewList   *self,
                             TalStatusTable    *statuses,
                             TalOverviewPlaces *places,
                             gboolean           summed);
/* The row of an initiative; NULL where it has none at present. */
GtkWidget *tal_overview_list_find_row (TalOverviewList *self, TalId initiative);

G_END_DECLS
