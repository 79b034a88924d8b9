/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One hit of a search: what it is called, and where it is or which keys do it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_SEARCH_ROW (tal_search_row_get_type ())

G_DECLARE_FINAL_TYPE (TalSearchRow, tal_search_row, TAL, SEARCH_ROW, GtkListBoxRow)

/* 'detail' may be NULL; 'action' is a detailed name, run when the hit is chosen. */
GtkWidget  *tal_search_row_new (const char *group,
                                const char *title,
                                const char *detail,
                                const char *action);
const char *tal_search_row_get_group (TalSearchRow *self);
const char *tal_search_row_get_action (TalSearchRow *self);
/* "Goals: Goal 5: Minimum 80 pct. …, Fritidsjob til unge". */
const char *tal_search_row_get_sentence (TalSearchRow *self);

G_END_DECLS
