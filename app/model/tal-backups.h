/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The copies that the program keeps of people's collections, in their own data folder: made
 * before an import, and once in a while when a collection that has changed is opened.
 */

#pragma once

#include "base/tal-time.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char   *path;
  TalTime made_at;
} TalKeptCopy;

TalKeptCopy *tal_kept_copy_new (const char *path, TalTime made_at);
void         tal_kept_copy_free (TalKeptCopy *self);

char *tal_backups_dup_folder (void);
/* Those of the collection at 'path', newest first: an array that frees its TalKeptCopy. */
GPtrArray *tal_backups_list (const char *path);

/* Brings a copy of the collection at 'path' back, and returns where it is then.  With 'in_place'
 * it takes the place of a collection that nobody can open, which is kept beside it; without,
 * it lies beside the collection as "Mål (18-06-2024 10.42).indsats", and an existing file of
 * that name is refused with TAL_ERROR_CONFLICT. */
char *tal_backups_restore (const TalKeptCopy *copy,
                           const char        *path,
                           gboolean           in_place,
                           GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalKeptCopy, tal_kept_copy_free)

G_END_DECLS
