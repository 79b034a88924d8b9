/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of one kind of record, with the tables of its lists.  Which columns there
 * are follows from the kind's fields, so that no field can be forgotten here.
 * Observations have a table of another shape.
 */

#pragma once

#include "core/tal-change-set.h"
#include "store/tal-database.h"
#include "store/tal-row-keys.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalRecordTable TalRecordTable;

/* The database must outlive it. */
TalRecordTable *tal_record_table_new (TalDatabase *database, TalKind kind);
void            tal_record_table_free (TalRecordTable *self);

/* Adds every record of the kind to an array that frees them. */
gboolean tal_record_table_load (TalRecordTable *self, GPtrArray *records, GError **error);

/* Within a transaction.  TAL_ERROR_CONFLICT where what is stored is not the change's
 * before. */
gboolean tal_record_table_write (TalRecordTable  *self,
                                 const TalChange *change,
                                 TalRowKeys      *keys,
                                 GError         **error);

/* What refuses a change that did not start from what is stored. */
gboolean tal_record_table_refuse_stale (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalRecordTable, tal_record_table_free)

G_END_DECLS
