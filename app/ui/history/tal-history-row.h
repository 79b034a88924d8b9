/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the history: above the first of a day the day, then the time, who it was, what
 * was done and in which initiative.  An entry of several changes has an expander.
 */

#pragma once

#include "core/tal-catalogue.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_HISTORY_ROW (tal_history_row_get_type ())

G_DECLARE_FINAL_TYPE (TalHistoryRow, tal_history_row, TAL, HISTORY_ROW, GtkWidget)

GtkWidget *tal_history_row_new (void);
/* 'row' holds a TalHistoryItem; NULL lets go of it. */
void tal_history_row_show (TalHistoryRow *self, GtkTreeListRow *row, const TalCatalogue *catalogue);
/* All of it as one sentence: day, time, person, what was done. */
const char *tal_history_row_get_sentence (TalHistoryRow *self);

G_END_DECLS
