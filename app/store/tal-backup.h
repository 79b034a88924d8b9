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
#define TAL_BACKUP_KEPT 30

/* A dated copy. */
typedef struct
{
  char   *path;
  TalTime made_at;
  gint64  size; /* bytes */
} TalBackup;

void tal_backup_free (TalBackup *self);

/* A copy at 'path', over what is there.  Not within a write transaction. */
gboolean tal_backup_write (TalDatabase *database, const char *path, GError **error);
/* A copy in 'folder' named after the collection, where it lies and the time (UTC); the oldest
 * ones beyond TAL_BACKUP_KEPT are removed.  Returns its path. */
char *tal_backup_write_dated (TalDatabase *database,
                              const char  *folder,
                              TalTime      made_at,
                              GError     **error);

/* The dated copies in 'folder' of the collection at 'path', newest first: an array that frees
 * its TalBackup.  Where it has none those of other collections of its name, which is what it
 * has when it was moved.  Empty where there is no such folder. */
GPtrArray *tal_backup_list (const char *folder, const char *path);

/* Puts the content of a copy in the place of the collection at 'path', which nobody may have
 * open.  What stands there is kept beside it, under a name that ends with the time, and
 * nothing has changed after an error.  TAL_ERROR_INVALID_FILE where the copy is no collection,
 * TAL_ERROR_NO_SPACE, TAL_ERROR_READ_ONLY, TAL_ERROR_NOT_WRITTEN. */
gboolean tal_backup_restore (const char *backup, const char *path, TalTime now, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalBackup, tal_backup_free)

G_END_DECLS
