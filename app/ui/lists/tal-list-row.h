/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One of a list that is a tree: its name, as far in as it is deep, and whether what is part of
 * it is shown.
 */

#pragma once

#include "core/tal-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_LIST_ROW (tal_list_row_get_type ())

G_DECLARE_FINAL_TYPE (TalListRow, tal_list_row, TAL, LIST_ROW, GtkListBoxRow)

GtkWidget *tal_list_row_new (TalId id, guint depth);
TalId      tal_list_row_get_id (TalListRow *self);
guint      tal_list_row_get_depth (TalListRow *self);
/* 'detail' may be NULL. */
void tal_list_row_show (TalListRow *self, const char *name, const char *detail);
/* Whether it has parts, and whether they are folded away. */
void tal_list_row_set_parts (TalListRow *self, gboolean has_parts, gboolean folded);

G_END_DECLS
