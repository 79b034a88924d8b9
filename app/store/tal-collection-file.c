/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-collection-file.h"

#include "base/tal-error.h"
#include "store/tal-database.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* The header of a SQLite file, "The Database File Format" 1.3. */
#define HEADER_LENGTH 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_WRITE_VERSION 18
#define HEADER_APPLICATION_ID 68
#define WRITE_VERSION_WAL 2

static gboolean
refuse_with_errno (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);
  TalError         what = TAL_ERROR_NOT_WRITTEN;

  if (code == ENOENT || code == ENOTDIR)
    what = TAL_ERROR_NOT_FOUND;
  else if (code == EACCES || code == EPERM || code == EROFS)
    what = TAL_ERROR_READ_ONLY;
  else if (code == EEXIST)
    what = TAL_ERROR_CONFLICT;

  if (what == TAL_ERROR_NOT_FOUND)
    g_set_error (error, TAL_ERROR, what, _ ("There is no collection “%s”."), name);
  else if (what == TAL_ERROR_CONFLICT)
    g_set_error (error, TAL_ERROR, what,
                 _ ("There is a file “%s” already. Choose another name."), name);
  else if (what == TAL_ERROR_READ_ONLY)
    g_set_error (error, TAL_ERROR, what, _ ("“%s” may not be read by you."), name);
  else
    g_set_error (error, TAL_ERROR, what, _ ("“%s” cannot be opened: %s."), name, g_strerror (code));
  return FALSE;
}

static gboolean
refuse_to_create (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be made: there is no such folder."), name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, TAL_ERROR, TAL_ERROR_READ_ONLY,
                 _ ("“%s” cannot be made: its folder is read-only. Choose another folder."), name);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NO_SPACE,
                 _ ("“%s” cannot be made: the disk is full."), name);
  else
    return refuse_with_errno (error, path, code);
  return FALSE;
}

static gboolean
refuse_content (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, _ ("“%s” is not a collection."), name);
  return FALSE;
}

/* A file whose permissions let nobody write it was made so on purpose, which an
 * administrator's rights do not change. */
static gboolean
may_be_written (const char *path)
{
  struct stat status;

  return stat (path, &status) == 0 && (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) != 0 &&
         faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0;
}

static gboolean
is_on_network (const char *path)
{
  struct statfs status;

  return statfs (path, &status) == 0 &&
         tal_collection_file_is_network_type ((guint32)status.f_type);
}

/* By SQLite's own means: a file that this process has open already would lose all its
 * locks if it were opened and closed beside SQLite. */
static int
read_by_sqlite (const char *path, guint8 header[HEADER_LENGTH])
{
  sqlite3_vfs             *vfs = sqlite3_vfs_find (NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize)vfs->szOsFile);
  int                      flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
  int                      code = vfs->xOpen (vfs, path, file, flags, &flags);

  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_LENGTH, 0);
  if (file->pMethods != NULL)
    file->pMethods->xClose (file);
  return code;
}

/* Links followed: SQLite opens none, and what it writes beside a collection must lie
 * beside the collection itself. */
static char *
dup_real_path (const char *path)
{
  char *real = realpath (path, NULL);
  char *copy = real != NULL ? g_strdup (real) : g_canonicalize_filename (path, NULL);

  free (real);
  return copy;
}

static gboolean
read_header (const char *path, guint8 header[HEADER_LENGTH], GError **error)
{
  g_autofree char *absolute = dup_real_path (path);
  struct stat      status;

  if (stat (path, &status) != 0)
    return refuse_with_errno (error, path, errno);
  /* Opening a pipe would wait for its other end. */
  if (!S_ISREG (status.st_mode))
    return refuse_content (error, path);
  if (faccessat (AT_FDCWD, absolute, R_OK, AT_EACCESS) != 0)
    return refuse_with_errno (error, path, errno);

  return read_by_sqlite (absolute, header) == SQLITE_OK || refuse_content (error, path);
}

static gboolean
is_collection (const guint8 header[HEADER_LENGTH])
{
  guint32 application_id = 0;

  memcpy (&application_id, header + HEADER_APPLICATION_ID, sizeof application_id);
  return memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0 &&
         GUINT32_FROM_BE (application_id) == TAL_DATABASE_APPLICATION_ID;
}

static TalCollectionFile
look_around (const char *path)
{
  TalCollectionFile self = { .path = dup_real_path (path) };
  g_autofree char  *folder = g_path_get_dirname (self.path);

  self.writable = may_be_written (self.path) && may_be_written (folder);
  self.on_network = is_on_network (self.path);
  return self;
}

gboolean
tal_collection_file_is_network_type (guint32 type)
{
  static const guint32 types[] = {
    0x6969,     /* NFS */
    0x517B,     /* SMB */
    0xFF534D42, /* CIFS */
    0xFE534D42, /* SMB 2 and later */
    0x65735546, /* FUSE, under which GVfs and sshfs lie */
    0x01021997, /* 9P, as virtual machines share folders */
    0x5346414F, /* AFS */
    0x6B414653, /* kAFS */
    0x00C36400, /* Ceph */
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (types[i] == type)
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_collection_file_look (const char *path, TalCollectionFile *ret_file, GError **error)
{
  guint8           header[HEADER_LENGTH];
  g_autofree char *log = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (ret_file != NULL, FALSE);

  if (!read_header (path, header, error))
    return FALSE;
  if (!is_collection (header))
    return refuse_content (error, path);

  *ret_file = look_around (path);
  log = g_strconcat (ret_file->path, "-wal", NULL);
  ret_file->can_freeze =
      header[HEADER_WRITE_VERSION] == WRITE_VERSION_WAL && !g_file_test (log, G_FILE_TEST_EXISTS);
  return TRUE;
}

gboolean
tal_collection_file_create (const char *path, TalCollectionFile *ret_file, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = g_path_get_dirname (absolute);
  int              file = -1;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (ret_file != NULL, FALSE);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return refuse_to_create (error, path, ENOENT);
  if (!may_be_written (folder))
    return refuse_to_create (error, path, EACCES);

  file = open (absolute, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0)
    return refuse_to_create (error, path, errno);

  close (file);
  *ret_file = look_around (absolute);
  return TRUE;
}

void
tal_collection_file_remove (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };

  g_return_if_fail (path != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
}

void
tal_collection_file_clear (TalCollectionFile *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->path, g_free);
}
