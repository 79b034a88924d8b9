/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs from the database, the last ones read kept at hand.  It never answers with
 * what is not stored any more: runs follow what is written here, and all are dropped when
 * another program has written or a transaction was rolled back.
 */

#pragma once

#include "core/tal-change-set.h"
#include "core/tal-run.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalRunReader TalRunReader;

/* The database must outlive it. */
TalRunReader *tal_run_reader_new (TalDatabase *database);
void          tal_run_reader_free (TalRunReader *self);

TalRunSource *tal_run_reader_get_source (TalRunReader *self);
/* What has been written: few changes are made to the runs at hand, of many the runs are
 * forgotten. */
void tal_run_reader_take (TalRunReader *self, const TalChangeSet *changes);
/* The figures of that series are others now. */
void tal_run_reader_forget (TalRunReader *self, TalId series);
/* What has been written are all figures of a series of which none are at hand. */
void tal_run_reader_keep (TalRunReader *self, const TalRun *run);
/* For tests: how many are at hand. */
guint tal_run_reader_get_n_kept (const TalRunReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalRunReader, tal_run_reader_free)

G_END_DECLS
