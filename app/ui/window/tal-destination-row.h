/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A destination in the sidebar: icon, title, and a number where something waits there. */

#pragma once

#include "ui/window/tal-destination.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_DESTINATION_ROW (tal_destination_row_get_type ())

G_DECLARE_FINAL_TYPE (TalDestinationRow, tal_destination_row, TAL, DESTINATION_ROW, GtkListBoxRow)

GtkWidget     *tal_destination_row_new (TalDestination destination);
TalDestination tal_destination_row_get_destination (TalDestinationRow *self);
/* 0 hides it. */
void tal_destination_row_set_badge (TalDestinationRow *self, guint count);

G_END_DECLS
