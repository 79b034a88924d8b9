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

G_END_DECLS
