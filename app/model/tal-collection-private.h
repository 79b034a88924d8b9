/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that a collection is split over, and for nobody else. */

#pragma once

#include "core/tal-writer.h"
#include "exchange/tal-bundle.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-collection.h"
#include "model/tal-status-table.h"
#include "store/tal-presence.h"
#include "store/tal-store.h"

G_BEGIN_DECLS

struct _TalCollection
{
  TalStore      *store;
  TalPresence   *presence;  /* on a network drive, once it is announced; else NULL */
  TalCatalogue  *catalogue; /* as of 'sequence' */
  gint64         sequence;  /* of the newest entry of the history that is known here */
  TalId          home_unit;
  TalId          replica; /* who it is in versions (see tal-versions.h) */
  gboolean       example;
  TalChangeSet  *outside; /* what others wrote and nobody has taken yet, or NULL */
  TalTransaction reading; /* under way between begin_reading and end_reading */

  /* The statuses that were computed last, NULL where too much has changed since, and the series
   * whose figures have: a set of TalId *. */
  TalStatusTable *statuses;
  TalPeriod       statuses_period;
  TalDay          statuses_day;
  GHashTable     *moved;

  GArray
      *periods; /* that some goal has figures in, newest first; NULL where that must be looked up */
};

/* Who works here, and now. */
TalWriter tal_collection_get_writer (const TalCollection *self);
/* The unit whose collection it is, where it is there: an import that gave it one may have been
 * undone. */
const TalRecord *tal_collection_find_home_unit (const TalCollection *self);
/* Reads whose collection it is. */
gboolean tal_collection_load_identity (TalCollection *self, GError **error);

/* Closes one that could not be made as it should, and removes its file. */
void tal_collection_discard (TalCollection *self);

/* Begins a transaction and brings the catalogue up to date with what is on disk. */
gboolean tal_collection_begin (TalCollection  *self,
                               TalTransaction *ret_transaction,
                               GError        **error);
/* Within it: checks and writes the changes, and the additions beside them (or NULL), of which the
 * changes are told.  'ret_after' is the catalogue to take over once the transaction is committed. */
gboolean tal_collection_write (TalCollection *self,
                               TalChangeSet  *changes,
                               TalAdditions  *additions,
                               gint64         reverses,
                               TalCatalogue **ret_after,
                               gint64        *ret_sequence,
                               GError       **error);
/* Forgets the periods of the goals where the changes may have made others of them. */
void tal_collection_note_periods (TalCollection *self, const TalChangeSet *changes);
/* Commits and takes over, or leaves everything as it was. */
gboolean tal_collection_finish (TalCollection  *self,
                                TalTransaction *transaction,
                                TalCatalogue   *after,
                                gint64          sequence,
                                GError        **error);

/* The same for what a person does here, with the versions that it makes (see tal_version_stamp):
 * the changes as they were written.  Nothing is written where there are none. */
TalChangeSet *tal_collection_write_edit (TalCollection      *self,
                                         TalTransaction     *transaction,
                                         const TalChangeSet *changes,
                                         GError            **error);

/* What a collection was made with cannot be undone: there would be nothing left. */
gboolean tal_collection_is_the_beginning (TalCollection *self, gint64 sequence);
/* Undoes or redoes, as tal_collection_undo does; where 'only' is not 0, that entry and no
 * other. */
GPtrArray *tal_collection_repeat (
    TalCollection *self, gint64 only, guint n_steps, TalOrigin origin, GError **error);

/* Something else than an exchange file that is imported like one. */
typedef struct
{
  const char *label; /* in the history */
  /* The bundle, made of what is in the collection now. */
  TalBundle *(*make) (TalCollection *collection,
                      gpointer       target,
                      GCancellable  *cancellable,
                      GError       **error);
  /* Writes what goes with it, in the same transaction. */
  gboolean (*finish) (TalCollection *collection, gpointer target, GError **error);
  gpointer target;
  gboolean holds_back; /* after 'make': nothing may be written */
} TalBundleMaker;

/* As tal_collection_import; 'path' of the request is not looked at. */
TalImportReport *tal_collection_import_made (TalCollection          *self,
                                             TalBundleMaker         *maker,
                                             const TalImportRequest *request,
                                             GCancellable           *cancellable,
                                             GError                **error);

/* A slip of the finger must not turn a collection into a file for others: TAL_ERROR_CONFLICT. */
gboolean tal_collection_may_replace (const char *path, GError **error);

G_END_DECLS
