/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file system for SQLite that fails when told to: the n-th write, sync, truncation,
 * opening or removal, once or from there on.  It is SQLite's own otherwise.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  FAILING_VFS_FULL,  /* the disk is */
  FAILING_VFS_BROKEN /* an input or output error */
} FailingVfsReason;

/* Makes it the one that every database opened from now on is on. */
void failing_vfs_install (void);
/* Counts from 1; 0 lets all go well. */
void failing_vfs_arm (guint first, gboolean for_good, FailingVfsReason reason);
void failing_vfs_disarm (void);
/* Operations since it was armed. */
guint failing_vfs_get_n_operations (void);

typedef enum
{
  FAILING_VFS_WRITE,
  FAILING_VFS_TRUNCATE,
  FAILING_VFS_SYNC,
  FAILING_VFS_DELETE,
} FailingVfsChange;

/* Told of each change after it has been made: 'size' bytes were written at 'offset', or the file was
 * cut to 'size'; a removal that is to outlive a loss of power is followed by a sync. */
typedef void (*FailingVfsWatcher) (FailingVfsChange change,
                                   const char      *path,
                                   gint64           offset,
                                   const void      *bytes,
                                   gsize            size,
                                   gpointer         user_data);

/* NULL ends the watch. */
void failing_vfs_watch (FailingVfsWatcher watcher, gpointer user_data);

G_END_DECLS
