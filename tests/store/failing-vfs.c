/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/failing-vfs.h"

#include <sqlite3.h>
#include <string.h>

typedef struct
{
  sqlite3_file  base; /* must be first */
  sqlite3_file *real; /* in the same block, behind this */
  const char   *name; /* SQLite's, or NULL for a temporary file */
} File;

static sqlite3_vfs      vfs;
static sqlite3_vfs     *real_vfs;
static guint            n_operations;
static guint            first_failure;
static gboolean         fails_for_good;
static FailingVfsReason why;

static FailingVfsWatcher watcher;
static gpointer          watcher_target;

/* The code to fail with, or SQLITE_OK. */
static int
count_operation (int broken)
{
  n_operations++;
  if (first_failure == 0 || n_operations < first_failure ||
      (n_operations > first_failure && !fails_for_good))
    return SQLITE_OK;

  return why == FAILING_VFS_FULL ? SQLITE_FULL : broken;
}

/* Tells of what was done, and gives its code. */
static int
tell (int              code,
      FailingVfsChange change,
      const char      *name,
      gint64           offset,
      const void      *bytes,
      gsize            size)
{
  if (code == SQLITE_OK && watcher != NULL && name != NULL)
    watcher (change, name, offset, bytes, size, watcher_target);

  return code;
}

static int
close_file (sqlite3_file *file)
{
  File *self = (File *)file;

  return self->real->pMethods->xClose (self->real);
}

static int
read_file (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  File *self = (File *)file;

  return self->real->pMethods->xRead (self->real, buffer, amount, offset);
}

static int
write_file (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  File *self = (File *)file;
  int   code = count_operation (SQLITE_IOERR_WRITE);

  if (code == SQLITE_OK)
    code = self->real->pMethods->xWrite (self->real, buffer, amount, offset);
  return tell (code, FAILING_VFS_WRITE, self->name, offset, buffer, (gsize)amount);
}

static int
truncate_file (sqlite3_file *file, sqlite3_int64 size)
{
  File *self = (File *)file;
  int   code = count_operation (SQLITE_IOERR_TRUNCATE);

  if (code == SQLITE_OK)
    code = self->real->pMethods->xTruncate (self->real, size);
  return tell (code, FAILING_VFS_TRUNCATE, self->name, 0, NULL, (gsize)size);
}

static int
sync_file (sqlite3_file *file, int flags)
{
  File *self = (File *)file;
  int   code = count_operation (SQLITE_IOERR_FSYNC);

  if (code == SQLITE_OK)
    code = self->real->pMethods->xSync (self->real, flags);
  return tell (code, FAILING_VFS_SYNC, self->name, 0, NULL, 0);
}

static int
get_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  File *self = (File *)file;

  return self->real->pMethods->xFileSize (self->real, size);
}

static int
lock_file (sqlite3_file *file, int level)
{
  File *self = (File *)file;

  return self->real->pMethods->xLock (self->real, level);
}

static int
unlock_file (sqlite3_file *file, int level)
{
  File *self = (File *)file;

  return self->real->pMethods->xUnlock (self->real, level);
}

static int
check_reserved_lock (sqlite3_file *file, int *result)
{
  File *self = (File *)file;

  return self->real->pMethods->xCheckReservedLock (self->real, result);
}

static int
control_file (sqlite3_file *file, int operation, void *argument)
{
  File *self = (File *)file;

  return self->real->pMethods->xFileControl (self->real, operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  File *self = (File *)file;

  return self->real->pMethods->xSectorSize (self->real);
}

static int
get_characteristics (sqlite3_file *file)
{
  File *self = (File *)file;

  return self->real->pMethods->xDeviceCharacteristics (self->real);
}

static int
map_shared (sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
  File *self = (File *)file;

  return self->real->pMethods->xShmMap (self->real, page, size, extend, memory);
}

static int
lock_shared (sqlite3_file *file, int offset, int n, int flags)
{
  File *self = (File *)file;

  return self->real->pMethods->xShmLock (self->real, offset, n, flags);
}

static void
set_shared_barrier (sqlite3_file *file)
{
  File *self = (File *)file;

  self->real->pMethods->xShmBarrier (self->real);
}

static int
unmap_shared (sqlite3_file *file, int remove)
{
  File *self = (File *)file;

  return self->real->pMethods->xShmUnmap (self->real, remove);
}

static const sqlite3_io_methods methods = {
  2,
  close_file,
  read_file,
  write_file,
  truncate_file,
  sync_file,
  get_file_size,
  lock_file,
  unlock_file,
  check_reserved_lock,
  control_file,
  get_sector_size,
  get_characteristics,
  map_shared,
  lock_shared,
  set_shared_barrier,
  unmap_shared,
};

static int
open_file (sqlite3_vfs *self, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
  File *opened = (File *)file;
  int   code = SQLITE_OK;

  opened->base.pMethods = NULL;
  if (flags & SQLITE_OPEN_CREATE)
    code = count_operation (SQLITE_CANTOPEN);
  if (code != SQLITE_OK)
    return code;

  opened->real = (sqlite3_file *)&opened[1];
  opened->name = name;
  code = real_vfs->xOpen (real_vfs, name, opened->real, flags, ret_flags);
  if (opened->real->pMethods != NULL)
    opened->base.pMethods = &methods;
  return code;
}

static int
delete_file (sqlite3_vfs *self, const char *name, int sync)
{
  int code = count_operation (SQLITE_IOERR_DELETE);

  if (code == SQLITE_OK)
    code = real_vfs->xDelete (real_vfs, name, sync);
  tell (code, FAILING_VFS_DELETE, name, 0, NULL, 0);
  return sync ? tell (code, FAILING_VFS_SYNC, name, 0, NULL, 0) : code;
}

void
failing_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "failing";
  vfs.szOsFile = (int)sizeof (File) + real_vfs->szOsFile;
  vfs.pNext = NULL;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
failing_vfs_arm (guint first, gboolean for_good, FailingVfsReason reason)
{
  n_operations = 0;
  first_failure = first;
  fails_for_good = for_good;
  why = reason;
}

void
failing_vfs_disarm (void)
{
  first_failure = 0;
}

guint
failing_vfs_get_n_operations (void)
{
  return n_operations;
}

void
failing_vfs_watch (FailingVfsWatcher function, gpointer user_data)
{
  watcher = function;
  watcher_target = user_data;
}
