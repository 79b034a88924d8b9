/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of a list a thing has: its target groups, its areas, its partners.  Folded it says
 * them in a line; open it is a list of checks that narrows as one types, and Enter takes the
 * one that is called so, or adds a new one of that name.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TAL_TYPE_LINK_ROW (tal_link_row_get_type ())

G_DECLARE_FINAL_TYPE (TalLinkRow, tal_link_row, TAL, LINK_ROW, AdwExpanderRow)

GtkWidget *tal_link_row_new (void);

/* Adds something that can be chosen. */
void tal_link_row_add (TalLinkRow *self, TalId id, const char *name, gboolean chosen);
/* The chosen ones, an array of TalId, in the order in which they stand. */
GArray *tal_link_row_list_chosen (TalLinkRow *self);
/* The names of those that a person added and chose, an array that frees them. */
GPtrArray *tal_link_row_list_added (TalLinkRow *self);

G_END_DECLS
