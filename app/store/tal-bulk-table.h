/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what change sets have beside their changes: figures that were added or taken away,
 * all of a series in one row (see tal-additions.h).  The figures of an entry are read again a series
 * at a time.
 */

#pragma once

#include "core/tal-additions.h"
#include "core/tal-change-set.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalBulkReader TalBulkReader;

/* Within a transaction. */
gboolean tal_bulk_table_append (TalDatabase  *database,
                                gint64        sequence,
                                gboolean      are_removed,
                                const TalRun *run,
                                GError      **error);

/* Of the entry ?1, to be gone on with. */
#define TAL_BULK_TABLE_SELECT "SELECT removed, uuid, figures FROM bulks WHERE change_set = ?1 "

/* Adds each figure of such rows to the changes, as a change like any other. */
gboolean tal_bulk_table_read_changes (TalStatement *rows, TalChangeSet *changes, GError **error);

/* Those of an entry, or 'inverted' what takes them back. */
TalBulkReader *tal_bulk_reader_new (TalDatabase *database,
                                    gint64       sequence,
                                    gboolean     inverted,
                                    GError     **error);
void           tal_bulk_reader_free (TalBulkReader *self);
/* Lasts as long as the reader; NULL where the entry has none. */
TalAdditions *tal_bulk_reader_get_additions (TalBulkReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalBulkReader, tal_bulk_reader_free)

G_END_DECLS
