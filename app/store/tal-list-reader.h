/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of records, read beside them: one statement for each table, however many the
 * records are.
 *
 *   g_autoptr (TalListReader) reader = tal_list_reader_new (database, lists, 0, error);
 *
 *   for each record, in the order of the row keys
 *     tal_list_reader_read (reader, record, key, error)
 *
 * All of it within one transaction.
 */

#pragma once

#include "store/tal-record-list.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalListReader TalListReader;

/* 'lists' is of TalRecordList, of one kind of record; it and the database must outlive the
 * reader.  For the record with the row key 'key', or for all where it is 0. */
TalListReader *tal_list_reader_new (TalDatabase     *database,
                                    const GPtrArray *lists,
                                    gint64           key,
                                    GError         **error);
void           tal_list_reader_free (TalListReader *self);

/* Fills the lists of a record that has none yet.  Its row key must be above that of the record
 * before. */
gboolean tal_list_reader_read (TalListReader *self, gpointer record, gint64 key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalListReader, tal_list_reader_free)

G_END_DECLS
