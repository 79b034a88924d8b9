/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection on disk: one SQLite file with the records, the figures and the whole
 * history.  It loads what is there and writes change sets; it decides nothing, and
 * it does not check the rules of the figures, which is done before.
 *
 * May be used from any thread, but from one at a time.  It reads no clock: times
 * are arguments.  Every error is a sentence about the collection:
 * TAL_ERROR_BUSY, _NO_SPACE, _READ_ONLY, _NOT_WRITTEN, _DAMAGED, and where a
 * function says so others.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "core/tal-additions.h"
#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-run.h"
#include "store/tal-bulk-table.h"
#include "store/tal-journal.h"
#include "store/tal-transaction.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalStore TalStore;

/* A new, empty collection without a home unit.  An existing file is refused with
 * TAL_ERROR_CONFLICT and left alone. */
TalStore *tal_store_create (const char *path, GError **error);
/* TAL_ERROR_NOT_FOUND, TAL_ERROR_INVALID_FILE where it is no collection,
 * TAL_ERROR_NEWER_VERSION, TAL_ERROR_DAMAGED where its tables are not the program's.
 * Without 'read_only' a file or folder that may not be written is refused with
 * TAL_ERROR_READ_ONLY; with it such a file can be read. */
TalStore *tal_store_open (const char *path, gboolean read_only, GError **error);
/* Nothing of a transaction that was not committed is kept.  The last to close leaves
 * a single file, so that a copy of it is whole. */
void tal_store_close (TalStore *self);
/* Closes a collection that could not be made as it should, and removes it. */
void tal_store_discard (TalStore *self);

/* Absolute. */
const char *tal_store_get_path (const TalStore *self);
gboolean    tal_store_is_read_only (const TalStore *self);
gboolean    tal_store_is_on_network_drive (const TalStore *self);

/* The collection's own identity. */
gboolean tal_store_load_id (TalStore *self, TalId *ret_id, GError **error);
/* The unit whose collection this is; none until it is set.  Set within a
 * transaction; the unit need not be stored (yet, or any more). */
gboolean tal_store_load_home_unit (TalStore *self, TalId *ret_unit, GError **error);
gboolean tal_store_save_home_unit (TalStore *self, TalId unit, GError **error);
/* Who this collection is among those that exchange, in what its records have grown from: none
 * where it is its home unit. */
gboolean tal_store_load_replica (TalStore *self, TalId *ret_replica, GError **error);
gboolean tal_store_save_replica (TalStore *self, TalId replica, GError **error);
/* Whether it is the example that the program ships, or a copy.  Set within a transaction. */
gboolean tal_store_load_is_example (TalStore *self, gboolean *ret_example, GError **error);
gboolean tal_store_save_is_example (TalStore *self, gboolean example, GError **error);

/* Everything but the figures, as it is on disk now. */
TalCatalogue *tal_store_load_catalogue (TalStore *self, GError **error);
/* The figures: belongs to the store and lives as long, on the store's thread.  Runs
 * that it has read are kept and dropped when they are written, by whomever. */
TalRunSource *tal_store_get_runs (TalStore *self);
/* Whether another program wrote since the catalogue was last loaded. */
gboolean tal_store_has_moved (TalStore *self, gboolean *ret_moved, GError **error);

/* Takes the write lock; see tal-transaction.h for how it ends. */
gboolean tal_store_begin (TalStore *self, TalTransaction *ret_transaction, GError **error);

/* Without the lock: what is read until it ends is of one moment, whatever others write
 * meanwhile.  Nothing may be written in it.  Within another transaction it is part of that. */
gboolean tal_store_begin_reading (TalStore *self, TalTransaction *ret_transaction, GError **error);

/* Within a transaction: writes every change and the entry of the history, and brings
 * what is derived from them up to date; with the additions, where there are any, as the one
 * entry.  'after' is the catalogue with the changes applied.
 *
 * TAL_ERROR_CONFLICT where what is stored is not a change's before, or an undo is of
 * what is undone already; TAL_ERROR_INVALID_RECORD where a record would refer to
 * what isn't there.  After an error the transaction must be left. */
gboolean tal_store_write (TalStore           *self,
                          const TalCatalogue *after,
                          const TalChangeSet *changes,
                          TalAdditions       *additions,
                          const TalStamp     *stamp,
                          gint64             *ret_sequence,
                          GError            **error);

/* The history: see tal-journal.h. */
GPtrArray *tal_store_load_history (
    TalStore *self, const TalHistoryFilter *filter, gint64 before, guint limit, GError **error);
GPtrArray *tal_store_list_authors (TalStore *self, GError **error);
gboolean   tal_store_find_later (
      TalStore *self, const TalKey *key, gint64 sequence, gint64 *ret_sequence, GError **error);
TalGoalPast     *tal_store_load_goal_past (TalStore *self, GError **error);
TalJournalEntry *tal_store_load_entry (TalStore *self, gint64 sequence, GError **error);
TalChangeSet    *tal_store_load_changes (TalStore *self, gint64 sequence, GError **error);
/* Its changes and, a series at a time, what it has beside them, or 'inverted' what takes that back:
 * so an entry of any size is undone and redone. */
TalChangeSet  *tal_store_load_without_bulks (TalStore *self, gint64 sequence, GError **error);
TalBulkReader *tal_store_read_bulks (TalStore *self,
                                     gint64    sequence,
                                     gboolean  inverted,
                                     GError  **error);
TalChangeSet  *tal_store_load_goal_changes (TalStore *self,
                                            gint64    sequence,
                                            TalId     goal,
                                            GError  **error);
gboolean       tal_store_find_undo (TalStore *self, gint64 *ret_sequence, GError **error);
gboolean       tal_store_find_redo (TalStore *self, gint64 *ret_sequence, GError **error);

/* The newest figures of each goal, read without a run: a table of TalId * to
 * TalGoalFigures *.  A goal whose figures are too large to be kept, or are made of
 * one another, has none; gather those of that goal. */
GHashTable *tal_store_load_latest (TalStore *self, GError **error);
/* Computes all of them again, within a transaction. */
gboolean tal_store_rebuild_latest (TalStore *self, const TalCatalogue *catalogue, GError **error);

/* What those objects were earlier: see tal_past_load. */
GHashTable *tal_store_load_past (TalStore *self, GHashTable *keys, GError **error);
/* What has changed since: see tal_past_list_changed. */
GHashTable *tal_store_list_changed (TalStore *self, TalTime since, GError **error);
/* What a unit has not been sent yet: see tal_past_list_unsent. */
GHashTable *tal_store_list_unsent (TalStore *self, TalId unit, TalPeriod period, GError **error);

/* A whole copy of what is committed in 'folder', which is made where it is not there, named after the
 * collection and 'made_at'; of the copies made so, the newest ten are kept.  Returns
 * its path. */
char *tal_store_back_up (TalStore *self, const char *folder, TalTime made_at, GError **error);

/* Everything that does not hold together, as an array that frees its TalProblem;
 * empty where all is well.  Reads the whole collection. */
GPtrArray *tal_store_check (TalStore *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalStore, tal_store_close)

G_END_DECLS
