/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The row keys that stand for ids inside the database, while one change set is
 * written.  A record that the change set makes gets its key when it is first asked
 * for, so that records may refer to one another in any order.
 */

#pragma once

#include "core/tal-change-set.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalRowKeys TalRowKeys;

/* The table of a kind: "units". */
const char *tal_row_keys_get_table (TalKind kind);

/* 'changes' must outlive it. */
TalRowKeys *tal_row_keys_new (TalDatabase *database, const TalChangeSet *changes);
void        tal_row_keys_free (TalRowKeys *self);

/* TAL_ERROR_INVALID_RECORD where there is no such object, stored or about to be.  Not
 * for observations and removals, which nothing refers to. */
gboolean tal_row_keys_find (
    TalRowKeys *self, TalKind kind, TalId id, gint64 *ret_key, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalRowKeys, tal_row_keys_free)

G_END_DECLS
