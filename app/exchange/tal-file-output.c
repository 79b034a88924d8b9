/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-file-output.h"

#include "base/tal-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif
#ifndef O_NOFOLLOW
#define O_NOFOLLOW 0
#endif
#ifndef O_BINARY
#define O_BINARY 0
#endif

#define TRIES 100

struct _TalFileOutput
{
  GOutputStream parent;

  char *path;   /* of the target, links followed */
  char *shown;  /* as the person named it */
  char *draft;  /* of the file beside it; NULL once it has moved or gone */
  int   handle; /* -1 when closed */
};

G_DEFINE_FINAL_TYPE (TalFileOutput, tal_file_output, G_TYPE_OUTPUT_STREAM)

static void
set_error (TalFileOutput *self, int reason, GError **error)
{
  switch (reason)
    {
    case EROFS:
    case EACCES:
    case EPERM:
      g_set_error (error, TAL_ERROR, TAL_ERROR_READ_ONLY,
                   _ ("“%s” cannot be written: the file or its folder is read-only. Choose "
                      "another folder."),
                      self->shown);
      break;
    case ENOSPC:
#ifdef EDQUOT
    case EDQUOT:
#endif
      g_set_error (error, TAL_ERROR, TAL_ERROR_NO_SPACE,
                   _ ("“%s” cannot be written: the disk is full. Make room or choose another "
                      "folder."),
                      self->shown);
      break;
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                   _ ("“%s” cannot be written: there is no such folder."), self->shown);
      break;
    default:
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                   _ ("“%s” cannot be written: %s."), self->shown, g_strerror (reason));
      break;
    }
}

/* Whether the target can be replaced; its permissions where there is one. */
static gboolean
check_target (TalFileOutput *self, gboolean *ret_exists, mode_t *ret_mode, GError **error)
{
  GStatBuf status;

  if (g_stat (self->path, &status) != 0)
    {
      *ret_exists = FALSE;
      return TRUE;
    }

  if (!S_ISREG (status.st_mode))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                   _ ("“%s” cannot be written: it is not a file."), self->shown);
      return FALSE;
    }

  /* Permissions bind also those who could override them. */
  if ((status.st_mode & 0222) == 0 || g_access (self->path, W_OK) != 0)
    {
      set_error (self, EACCES, error);
      return FALSE;
    }

  *ret_exists = TRUE;
  *ret_mode = status.st_mode & 0777;
  return TRUE;
}

/* The file behind a link, so that the link stays one. */
static char *
dup_real_path (const char *path)
{
#ifdef G_OS_UNIX
  char *real = realpath (path, NULL);

  if (real != NULL)
    {
      char *copy = g_strdup (real);

      free (real);
      return copy;
    }
#endif

  return g_strdup (path);
}

static gboolean
open_draft (TalFileOutput *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  for (guint i = 0; i < TRIES && self->handle < 0; i++)
    {
      g_autofree char *name = g_strdup_printf (".indsats-%08x.tmp", g_random_int ());
      g_autofree char *draft = g_build_filename (folder, name, NULL);

      self->handle =
          g_open (draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_BINARY, 0666);
      if (self->handle >= 0)
        self->draft = g_steal_pointer (&draft);
      else if (errno != EEXIST)
        break;
    }

  if (self->handle >= 0)
    return TRUE;

  set_error (self, errno, error);
  return FALSE;
}

static void
drop_draft (TalFileOutput *self)
{
  if (self->handle >= 0)
    g_close (self->handle, NULL);
  self->handle = -1;

  if (self->draft != NULL)
    g_unlink (self->draft);
  g_clear_pointer (&self->draft, g_free);
}

/* The name of a new file is on the disk when its folder is.  Not every file system can
 * be asked for that, so nothing is made of a refusal. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int              handle = g_open (folder, O_RDONLY | O_CLOEXEC, 0);

  if (handle < 0)
    return;

  g_fsync (handle);
  g_close (handle, NULL);
}

static gssize
tal_file_output_write (GOutputStream *stream,
                       const void    *bytes,
                       gsize          length,
                       GCancellable  *cancellable,
                       GError       **error)
{
  TalFileOutput *self = TAL_FILE_OUTPUT (stream);
  gssize         written = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  do
    written = write (self->handle, bytes, length);
  while (written < 0 && errno == EINTR);

  if (written < 0)
    set_error (self, errno, error);
  return written;
}

static void
tal_file_output_finalize (GObject *object)
{
  TalFileOutput *self = TAL_FILE_OUTPUT (object);

  drop_draft (self);
  g_free (self->path);
  g_free (self->shown);

  G_OBJECT_CLASS (tal_file_output_parent_class)->finalize (object);
}

static void
tal_file_output_class_init (TalFileOutputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tal_file_output_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = tal_file_output_write;
}

static void
tal_file_output_init (TalFileOutput *self)
{
  self->handle = -1;
}

TalFileOutput *
tal_file_output_open (const char *path, GError **error)
{
  g_autoptr (TalFileOutput) self = NULL;
  gboolean                  exists = FALSE;
  mode_t                    mode = 0;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (TAL_TYPE_FILE_OUTPUT, NULL);
  self->path = dup_real_path (path);
  self->shown = g_filename_display_name (path);

  if (!check_target (self, &exists, &mode, error) || !open_draft (self, error))
    return NULL;

#ifdef G_OS_UNIX
  if (exists)
    fchmod (self->handle, mode);
#endif
  return g_steal_pointer (&self);
}

gboolean
tal_file_output_commit (TalFileOutput *self, GError **error)
{
  gboolean is_whole = FALSE;
  int      handle = -1;

  g_return_val_if_fail (TAL_IS_FILE_OUTPUT (self), FALSE);
  g_return_val_if_fail (self->draft != NULL, FALSE);

  handle = self->handle;
  self->handle = -1;
  is_whole = g_fsync (handle) == 0;
  if (close (handle) != 0 && is_whole)
    is_whole = FALSE;

  if (!is_whole || g_rename (self->draft, self->path) != 0)
    {
      set_error (self, errno, error);
      drop_draft (self);
      return FALSE;
    }

  g_clear_pointer (&self->draft, g_free);
  sync_folder (self->path);
  return g_output_stream_close (G_OUTPUT_STREAM (self), NULL, error);
}

gboolean
tal_file_output_save (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (TalFileOutput) self = NULL;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  self = tal_file_output_open (path, error);
  return self != NULL &&
         g_output_stream_write_all (G_OUTPUT_STREAM (self), g_bytes_get_data (bytes, NULL),
                                    g_bytes_get_size (bytes), NULL, NULL, error) &&
         tal_file_output_commit (self, error);
}
