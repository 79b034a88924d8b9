/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of a workspace as a list of TalHistoryItem, newest first.  It is read in pages
 * as somebody comes near the end of what is there, so that a long history opens at once, and
 * follows what is committed.
 *
 * "loaded" is emitted when a page has come, also an empty one, or could not be read.
 */

#pragma once

#include "core/tal-history-filter.h"
#include "model/tal-history-item.h"
#include "model/tal-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define TAL_TYPE_HISTORY_LIST (tal_history_list_get_type ())
/* Entries that are read at once. */
#define TAL_HISTORY_LIST_PAGE 500

G_DECLARE_FINAL_TYPE (TalHistoryList, tal_history_list, TAL, HISTORY_LIST, GObject)

/* The workspace may be NULL: then it is empty. */
TalHistoryList *tal_history_list_new (TalWorkspace *workspace);
/* Reads it anew where the filter is another one. */
void tal_history_list_set_filter (TalHistoryList *self, const TalHistoryFilter *filter);
const TalHistoryFilter *tal_history_list_get_filter (TalHistoryList *self);
/* Whether the oldest entry that fits is there. */
gboolean tal_history_list_is_complete (TalHistoryList *self);
/* Why the last page could not be read; NULL where it could. */
const char *tal_history_list_get_problem (TalHistoryList *self);

/* The changes of an entry as a list of TalHistoryItem, which fills when they are read. */
GListModel *tal_history_list_open_entry (TalHistoryList *self, TalHistoryItem *entry);

G_END_DECLS
