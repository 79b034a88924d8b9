/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-backup.h"

#include "base/tal-error.h"
#include "store/tal-collection-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#define ENDING ".sikkerhedskopi-"

static gboolean
refuse_with_errno (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);
  TalError         what = TAL_ERROR_NOT_WRITTEN;

  if (code == ENOSPC || code == EDQUOT)
    what = TAL_ERROR_NO_SPACE;
  else if (code == EACCES || code == EPERM || code == EROFS)
    what = TAL_ERROR_READ_ONLY;

  g_set_error (error, TAL_ERROR, what,
               _ ("No backup could be made at “%s”: %s."), name, g_strerror (code));
  return FALSE;
}

/* In one step: a commit in between would start it again, and a collection is small. */
static gboolean
copy_pages (TalDatabase *from, TalDatabase *to, GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (tal_database_get_handle (to), "main",
                                                tal_database_get_handle (from), "main");

  if (backup != NULL)
    {
      sqlite3_backup_step (backup, -1);
      sqlite3_backup_finish (backup);
    }

  if (sqlite3_errcode (tal_database_get_handle (to)) != SQLITE_OK)
    {
      tal_database_set_error (to, sqlite3_extended_errcode (tal_database_get_handle (to)), error);
      return FALSE;
    }

  return tal_database_execute (to, "PRAGMA journal_mode = DELETE", error);
}

/* A rename is on the disk when its folder is. */
static gboolean
sync_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              file = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean         synced = file >= 0 && (fsync (file) == 0 || errno == EINVAL);
  int              code = errno;

  if (file >= 0)
    close (file);
  return synced || refuse_with_errno (error, path, code);
}

static gboolean
write_beside (TalDatabase *database, const char *temporary, GError **error)
{
  g_autoptr (TalDatabase) copy = tal_database_open_for_copy (temporary, error);

  return copy != NULL && copy_pages (database, copy, error);
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* The dated copies of the collection called 'name', oldest first. */
static GPtrArray *
list_dated (const char *folder, const char *name)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  g_autofree char *prefix = g_strconcat (name, ENDING, NULL);
  GPtrArray       *found = g_ptr_array_new_with_free_func (g_free);
  const char      *each = NULL;

  while (directory != NULL && (each = g_dir_read_name (directory)) != NULL)
    {
      if (g_str_has_prefix (each, prefix) &&
          strlen (each) == strlen (prefix) + strlen ("YYYYMMDD-HHMMSS"))
        g_ptr_array_add (found, g_build_filename (folder, each, NULL));
    }

  g_ptr_array_sort (found, compare_paths);
  return found;
}

/* An old copy that cannot be removed is no reason to refuse a new one. */
static void
remove_oldest (const char *folder, const char *name)
{
  g_autoptr (GPtrArray) copies = list_dated (folder, name);

  for (guint i = 0; i + TAL_BACKUP_KEPT < copies->len; i++)
    g_unlink (g_ptr_array_index (copies, i));
}

/* 2024-06-18T08:42:00Z as 20240618-084200. */
static char *
dup_time_for_name (TalTime time)
{
  g_autofree char *text = tal_time_to_string (time);
  GString         *name = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (name, *p);
      else if (*p == 'T')
        g_string_append_c (name, '-');
    }
  return g_string_free (name, FALSE);
}

gboolean
tal_backup_write (TalDatabase *database, const char *path, GError **error)
{
  g_autofree char *temporary = NULL;

  g_return_val_if_fail (database != NULL, FALSE);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);
  g_return_val_if_fail (!tal_database_is_in_transaction (database), FALSE);

  temporary = g_strconcat (path, ".part", NULL);
  tal_collection_file_remove (temporary);
  if (!write_beside (database, temporary, error))
    {
      tal_collection_file_remove (temporary);
      return FALSE;
    }
  if (g_rename (temporary, path) != 0)
    {
      refuse_with_errno (error, path, errno);
      tal_collection_file_remove (temporary);
      return FALSE;
    }

  return sync_folder (path, error);
}

char *
tal_backup_write_dated (TalDatabase *database, const char *folder, TalTime made_at, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *time = NULL;
  g_autofree char *place = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (database != NULL, NULL);
  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (made_at != TAL_TIME_NONE, NULL);

  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      refuse_with_errno (error, folder, errno);
      return NULL;
    }

  name = g_path_get_basename (tal_database_get_path (database));
  time = dup_time_for_name (made_at);
  place = g_canonicalize_filename (folder, NULL);
  path = g_strconcat (place, G_DIR_SEPARATOR_S, name, ENDING, time, NULL);
  if (!tal_backup_write (database, path, error))
    return NULL;

  remove_oldest (place, name);
  return g_steal_pointer (&path);
}
