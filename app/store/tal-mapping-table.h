/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How tables of others are read, kept with the collection: maps as text, which the store does not
 * understand, and when each file was first read by one.
 */

#pragma once

#include "base/tal-id.h"
#include "base/tal-time.h"
#include "store/tal-store.h"

#include <glib.h>

G_BEGIN_DECLS

/* All maps, the one that was kept last first: an array of char *. */
GPtrArray *tal_mapping_table_load (TalStore *store, GError **error);
/* Within a transaction: puts the map in place of the one of that id. */
gboolean tal_mapping_table_save (TalStore *store, TalId map, const char *content, GError **error);

/* When a file of that digest was first read by the map, and when any file last was;
 * TAL_TIME_NONE where none was. */
gboolean tal_mapping_table_find_reading (TalStore   *store,
                                         TalId       map,
                                         const char *digest,
                                         TalTime    *ret_time,
                                         TalTime    *ret_last,
                                         GError    **error);
/* Within a transaction, once the map is saved; an earlier reading of the file stands. */
gboolean tal_mapping_table_save_reading (
    TalStore *store, TalId map, const char *digest, TalTime time, GError **error);

G_END_DECLS
