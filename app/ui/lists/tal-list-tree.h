/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One list as a tree in Danish order, narrowed by a search.  Right and Left unfold and fold
 * what is chosen, or go to its first part and to its whole.
 *
 * "selected" is emitted when another record is chosen; "list.remove" and "list.rename" are
 * activated by Delete and F2.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "ui/lists/tal-list-kind.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_LIST_TREE (tal_list_tree_get_type ())

G_DECLARE_FINAL_TYPE (TalListTree, tal_list_tree, TAL, LIST_TREE, GtkWidget)

GtkWidget *tal_list_tree_new (void);

/* The records of the list; keeps the choice where it is still there. */
void tal_list_tree_show (TalListTree *self, TalListKind list, const TalCatalogue *catalogue);
/* Only those whose name has each word of it, with what they are part of; "" shows all. */
void tal_list_tree_set_search (TalListTree *self, const char *text);

/* Unfolds what it is part of.  None chooses the first one. */
void  tal_list_tree_select (TalListTree *self, TalId id);
TalId tal_list_tree_get_selected (TalListTree *self);

G_END_DECLS
