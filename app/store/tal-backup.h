/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole copies of a collection, made while it is in use.  A copy is made under a
 * temporary name and then put in place, so that a half one never has the name of a
 * backup.
 */

#pragma once

#include "base/tal-time.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* How many dated copies of one collection are kept. */
#define TAL_BACKUP_KEPT 10

/* A copy at 'path', over what is there.  Not within a write transaction. */
gboolean tal_backup_write (TalDatabase *database, const char *path, GError **error);
/* A copy in 'folder' named after the collection and the time (UTC); the oldest ones
 * beyond TAL_BACKUP_KEPT are removed.  Returns its path. */
char *tal_backup_write_dated (TalDatabase *database,
                              const char  *folder,
                              TalTime      made_at,
                              GError     **error);

G_END_DECLS
