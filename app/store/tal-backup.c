/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/tal-backup.h"

#include "base/tal-error.h"
#include "store/tal-collection-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define ENDING ".sikkerhedskopi-"
#define ASIDE ".erstattet-"
#define TIME_OF_NAME "YYYYMMDD-HHMMSS"

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
               _ ("“%s” could not be written: %s."), name, g_strerror (code));
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

/* The other way round; TAL_TIME_NONE where it isn't one. */
static TalTime
read_time_of_name (const char *text)
{
  g_autofree char *iso = NULL;
  TalTime          time = TAL_TIME_NONE;

  if (strlen (text) != strlen (TIME_OF_NAME) || strspn (text, "0123456789-") != strlen (text))
    return TAL_TIME_NONE;

  iso = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", text, text + 4, text + 6, text + 9,
                         text + 11, text + 13);
  return tal_time_parse (iso, &time, NULL) ? time : TAL_TIME_NONE;
}

/* "indsatser.indsats.1c9a0f3e": two collections of one name in different folders must not
 * take one another's copies for their own. */
static char *
dup_name_of_place (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strdup_printf ("%s.%.8s", name, sum);
}

void
tal_backup_free (TalBackup *self)
{
  g_free (self->path);
  g_free (self);
}

static TalBackup *
backup_new (const char *folder, const char *file, const char *time)
{
  TalBackup  *self = NULL;
  TalTime     made_at = read_time_of_name (time);
  struct stat status;

  if (made_at == TAL_TIME_NONE)
    return NULL;

  self = g_new0 (TalBackup, 1);
  self->path = g_build_filename (folder, file, NULL);
  self->made_at = made_at;
  if (stat (self->path, &status) == 0)
    self->size = status.st_size;
  return self;
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const TalBackup *first = *(const TalBackup *const *)a;
  const TalBackup *second = *(const TalBackup *const *)b;

  return (first->made_at < second->made_at) - (first->made_at > second->made_at);
}

/* Those whose names begin so, newest first. */
static GPtrArray *
list_beginning (const char *folder, const char *beginning)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GPtrArray       *found = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_backup_free);
  const char      *each = NULL;

  while (directory != NULL && (each = g_dir_read_name (directory)) != NULL)
    {
      const char *ending = g_strrstr (each, ENDING);
      TalBackup  *backup = NULL;

      if (ending != NULL && g_str_has_prefix (each, beginning))
        backup = backup_new (folder, each, ending + strlen (ENDING));
      if (backup != NULL)
        g_ptr_array_add (found, backup);
    }

  g_ptr_array_sort (found, compare_backups);
  return found;
}

/* An old copy that cannot be removed is no reason to refuse a new one. */
static void
remove_oldest (const char *folder, const char *name)
{
  g_autofree char      *beginning = g_strconcat (name, ENDING, NULL);
  g_autoptr (GPtrArray) copies = list_beginning (folder, beginning);

  for (guint i = TAL_BACKUP_KEPT; i < copies->len; i++)
    g_unlink (((TalBackup *)g_ptr_array_index (copies, i))->path);
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

  name = dup_name_of_place (tal_database_get_path (database));
  time = dup_time_for_name (made_at);
  place = g_canonicalize_filename (folder, NULL);
  path = g_strconcat (place, G_DIR_SEPARATOR_S, name, ENDING, time, NULL);
  if (!tal_backup_write (database, path, error))
    return NULL;

  remove_oldest (place, name);
  return g_steal_pointer (&path);
}

GPtrArray *
tal_backup_list (const char *folder, const char *path)
{
  g_autoptr (GPtrArray) own = NULL;
  g_autofree char      *name = NULL;
  g_autofree char      *beginning = NULL;
  g_autofree char      *file = NULL;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  name = dup_name_of_place (path);
  beginning = g_strconcat (name, ENDING, NULL);
  own = list_beginning (folder, beginning);
  if (own->len > 0)
    return g_steal_pointer (&own);

  file = g_path_get_basename (path);
  g_free (beginning);
  beginning = g_strconcat (file, ".", NULL);
  return list_beginning (folder, beginning);
}

static gboolean
copy_file (const char *from, const char *to, GError **error)
{
  g_autoptr (GFile)  source = g_file_new_for_path (from);
  g_autoptr (GFile)  target = g_file_new_for_path (to);
  g_autoptr (GError) failure = NULL;
  int                file = -1;
  gboolean           synced = FALSE;

  if (!g_file_copy (source, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL,
                    NULL, NULL, &failure))
    {
      gboolean is_full = g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE);

      return refuse_with_errno (error, to, is_full ? ENOSPC : EIO);
    }

  file = open (to, O_RDWR | O_CLOEXEC);
  synced = file >= 0 && fsync (file) == 0;
  if (file >= 0)
    close (file);
  return synced || refuse_with_errno (error, to, errno);
}

/* With what SQLite left beside it: a file whose journal is not its own is ruined by it.  All
 * of them or none. */
static gboolean
move_whole (const char *from, const char *to)
{
  static const char *const endings[] = { "-wal", "-journal", "" };
  gboolean                 moved = TRUE;
  guint                    n_moved = 0;
  int                      code = 0;

  for (; n_moved < G_N_ELEMENTS (endings) && moved; n_moved++)
    {
      g_autofree char *old = g_strconcat (from, endings[n_moved], NULL);
      g_autofree char *new = g_strconcat (to, endings[n_moved], NULL);

      moved = g_rename (old, new) == 0 || errno == ENOENT;
      code = errno;
    }

  for (; !moved && n_moved > 0; n_moved--)
    {
      g_autofree char *old = g_strconcat (from, endings[n_moved - 1], NULL);
      g_autofree char *new = g_strconcat (to, endings[n_moved - 1], NULL);

      g_rename (new, old);
    }

  errno = code;
  return moved;
}

static gboolean
put_in_place (const char *temporary, const char *path, TalTime now, GError **error)
{
  g_autofree char *time = dup_time_for_name (now);
  g_autofree char *aside = g_strconcat (path, ASIDE, time, NULL);
  int              code = 0;

  if (!move_whole (path, aside))
    return refuse_with_errno (error, path, errno);
  if (g_rename (temporary, path) == 0)
    return sync_folder (path, error);

  code = errno;
  move_whole (aside, path);
  return refuse_with_errno (error, path, code);
}

gboolean
tal_backup_restore (const char *backup, const char *path, TalTime now, GError **error)
{
  g_auto (TalCollectionFile) file = { 0 };
  g_autofree char           *temporary = NULL;

  g_return_val_if_fail (backup != NULL, FALSE);
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);
  g_return_val_if_fail (now != TAL_TIME_NONE, FALSE);

  temporary = g_strconcat (path, ".part", NULL);
  if (!tal_collection_file_look (backup, &file, error))
    return FALSE;
  if (copy_file (backup, temporary, error) && put_in_place (temporary, path, now, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}
