/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-input-file.h"

#include "base/tal-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef O_NONBLOCK
#define O_NONBLOCK 0
#endif
#ifndef O_CLOEXEC
#define O_CLOEXEC 0
#endif
#ifndef O_BINARY
#define O_BINARY 0
#endif

#define PIECE (64 * 1024)
#define HEAD 512

struct _TalInputFile
{
  int     handle; /* -1 once it is given away */
  goffset size;
  char   *shown; /* the file as the person named it */
  char    head[HEAD + 1];
  gsize   head_length;
};

static gboolean
refuse_reading (const TalInputFile *self, int reason, GError **error)
{
  if (reason == ENOENT)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _("There is no file “%s”."), self->shown);
  else
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                 _("“%s” cannot be read: %s."), self->shown, g_strerror (reason));
  return FALSE;
}

static gssize
read_some (const TalInputFile *self, gpointer bytes, gsize length, GError **error)
{
  gssize count = 0;

  do
    count = read (self->handle, bytes, length);
  while (count < 0 && errno == EINTR);

  if (count < 0)
    refuse_reading (self, errno, error);
  return count;
}

static gboolean
open_file (TalInputFile *self, const char *path, GError **error)
{
  struct stat status;

  /* Without O_NONBLOCK a pipe would wait for somebody to write to it. */
  self->handle = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_BINARY, 0);
  if (self->handle < 0)
    return refuse_reading (self, errno, error);

  if (fstat (self->handle, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE, _("“%s” is not a file."), self->shown);
      return FALSE;
    }

  self->size = status.st_size;
  if (self->size > 0)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, _("The file is empty."));
  return FALSE;
}

static gboolean
read_head (TalInputFile *self, GError **error)
{
  gssize length = read_some (self, self->head, HEAD, error);

  if (length < 0)
    return FALSE;
  if (lseek (self->handle, 0, SEEK_SET) != 0)
    return refuse_reading (self, errno, error);

  self->head_length = (gsize)length;
  return TRUE;
}

TalInputFile *
tal_input_file_open (const char *path, GError **error)
{
  g_autoptr (TalInputFile) self = g_new0 (TalInputFile, 1);

  g_return_val_if_fail (path != NULL, NULL);

  self->handle = -1;
  self->shown = g_filename_display_name (path);
  if (!open_file (self, path, error) || !read_head (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
tal_input_file_close (TalInputFile *self)
{
  if (self == NULL)
    return;

  if (self->handle >= 0)
    g_close (self->handle, NULL);
  g_free (self->shown);
  g_free (self);
}

goffset
tal_input_file_get_size (const TalInputFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

gboolean
tal_input_file_begins_with (const TalInputFile *self, const char *bytes, gsize length)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  return length <= self->head_length && memcmp (self->head, bytes, length) == 0;
}

/* In lower case, without the mark of an encoding and the empty half of the characters of UTF-16. */
static char *
dup_head_text (const TalInputFile *self)
{
  static const char *const marks[] = { "\xef\xbb\xbf", "\xff\xfe", "\xfe\xff" };
  GString                 *text = g_string_sized_new (self->head_length);
  gsize                    start = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (tal_input_file_begins_with (self, marks[i], strlen (marks[i])))
        start = strlen (marks[i]);
    }
  for (gsize i = start; i < self->head_length; i++)
    {
      if (self->head[i] != '\0')
        g_string_append_c (text, g_ascii_tolower (self->head[i]));
    }
  return g_strchug (g_string_free (text, FALSE));
}

gboolean
tal_input_file_is_markup (const TalInputFile *self, const char *text)
{
  g_autofree char *head = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  head = dup_head_text (self);
  return *head == '<' && strstr (head, text) != NULL;
}

GBytes *
tal_input_file_load (TalInputFile *self, gsize most, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  g_autofree guint8     *piece = g_malloc (PIECE);
  gssize                 length = 0;

  g_return_val_if_fail (self != NULL && self->handle >= 0, NULL);

  bytes = g_byte_array_sized_new ((guint)MIN ((gsize)self->size, most));
  while ((length = read_some (self, piece, PIECE, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (bytes->len + (gsize)length > most)
        {
          g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("“%s” is larger than what can be read."), self->shown);
          return NULL;
        }
      g_byte_array_append (bytes, piece, (guint)length);
    }

  return length == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

int
tal_input_file_take_handle (TalInputFile *self)
{
  int handle = -1;

  g_return_val_if_fail (self != NULL, -1);

  handle = self->handle;
  self->handle = -1;
  return handle;
}
