/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of a collection: reading it, and taking back any entry or any single change of
 * one, however old.  It is only ever added to: what takes something back is an entry too.
 */

#pragma once

#include "core/tal-history-filter.h"
#include "model/tal-collection.h"
#include "model/tal-history.h"

#include <glib.h>

G_BEGIN_DECLS

/* The newest 'limit' entries that fit the filter (NULL: all do) before 'before' (0 for the
 * newest), newest first: an array that frees its TalHistoryEntry. */
GPtrArray *tal_collection_load_history (TalCollection          *self,
                                        const TalHistoryFilter *filter,
                                        gint64                  before,
                                        guint                   limit,
                                        GError                **error);
/* The changes of one entry. */
TalChangeSet *tal_collection_load_changes (TalCollection *self, gint64 sequence, GError **error);
/* Those of one goal among them: itself, what is written of it, and the figures it rests on. */
TalChangeSet *tal_collection_load_goal_changes (TalCollection *self,
                                                gint64         sequence,
                                                TalId          goal,
                                                GError       **error);
/* Everybody who is in the history by name, in Danish order: an array of strings. */
GPtrArray *tal_collection_list_authors (TalCollection *self, GError **error);

/* Undoes one entry that is neither undone nor the undoing of another; the next redo brings it
 * again.  The changes that were written.  TAL_ERROR_CONFLICT, with what was done to the same
 * thing since, where something was. */
TalChangeSet *tal_collection_undo_entry (TalCollection *self, gint64 sequence, GError **error);
/* Sets what the change of that position is about to what it was before the change, as a new
 * change of its own.  Likewise. */
TalChangeSet *tal_collection_restore (TalCollection *self,
                                      gint64         sequence,
                                      guint          position,
                                      GError       **error);

G_END_DECLS
