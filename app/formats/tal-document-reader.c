/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-document-reader.h"

#include "base/tal-error.h"
#include "formats/tal-archive.h"
#include "formats/tal-docx-reader.h"
#include "formats/tal-odt-reader.h"
#include "formats/tal-passage-builder.h"
#include "formats/tal-text-reader.h"

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
#define LARGEST_TEXT (64 * 1024 * 1024)
#define LARGEST_ARCHIVE (512 * 1024 * 1024) /* pictures and all */

typedef struct
{
  int         handle; /* -1 once it is closed or given away */
  goffset     size;
  const char *shown;   /* the file as the person named it */
  guint8      head[8]; /* its first bytes, zeros behind its end */
} Source;

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, sentence);
  return FALSE;
}

static gboolean
refuse_kind (GError **error)
{
  return refuse (error, _("A note can be text, Markdown, ODT or DOCX. Save it as one of them."));
}

static gboolean
refuse_reading (const Source *self, int reason, GError **error)
{
  if (reason == ENOENT)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _("There is no file “%s”."), self->shown);
  else
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                 _("“%s” cannot be read: %s."), self->shown, g_strerror (reason));
  return FALSE;
}

static gboolean
open_file (Source *self, const char *path, GError **error)
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
  if (self->size == 0)
    return refuse (error, _("The file is empty."));
  if (self->size <= LARGEST_ARCHIVE)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("The document has more text than a note can have."));
  return FALSE;
}

static gssize
read_some (const Source *self, guint8 *bytes, gsize length, GError **error)
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
read_head (Source *self, GError **error)
{
  gssize length = read_some (self, self->head, sizeof self->head, error);

  if (length < 0)
    return FALSE;
  if (lseek (self->handle, 0, SEEK_SET) != 0)
    return refuse_reading (self, errno, error);

  return TRUE;
}

static gboolean
begins_with (const Source *self, const char *bytes, gsize length)
{
  return memcmp (self->head, bytes, length) == 0;
}

static GBytes *
load_text (const Source *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8     *piece = g_malloc (PIECE);
  gssize                 length = 0;

  while ((length = read_some (self, piece, PIECE, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (bytes->len + (gsize)length > LARGEST_TEXT)
        {
          g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                               _("The document has more text than a note can have."));
          return NULL;
        }
      g_byte_array_append (bytes, piece, (guint)length);
    }

  return length == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static gboolean
read_text (const Source      *self,
           gboolean           markdown,
           TalPassageBuilder *builder,
           GCancellable      *cancellable,
           GError           **error)
{
  g_autoptr (GBytes) bytes = load_text (self, cancellable, error);

  return bytes != NULL && tal_text_read (bytes, markdown, builder, error);
}

static gboolean
read_archive (Source *self, TalPassageBuilder *builder, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalArchive) archive = NULL;

  archive = tal_archive_open (self->handle, error);
  self->handle = -1;
  if (archive == NULL)
    return FALSE;

  if (tal_docx_is (archive))
    return tal_docx_read (archive, builder, cancellable, error);
  if (tal_archive_has (archive, "content.xml"))
    return tal_odt_read (archive, builder, cancellable, error);

  return refuse_kind (error);
}

static gboolean
has_ending (const char *path, const char *const *endings)
{
  const char *dot = strrchr (path, '.');

  for (; dot != NULL && *endings != NULL; endings++)
    {
      if (g_ascii_strcasecmp (dot + 1, *endings) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_source (Source            *self,
             const char        *path,
             TalPassageBuilder *builder,
             GCancellable      *cancellable,
             GError           **error)
{
  static const char *const office[] = { "odt", "docx", NULL };
  static const char *const marked[] = { "md", "markdown", NULL };
  static const char *const plain[] = { "txt", "text", NULL };

  if (begins_with (self, "PK\x03\x04", 4))
    return read_archive (self, builder, cancellable, error);
  /* Word puts a document with a password into a container of its older kind. */
  if (begins_with (self, "\xd0\xcf\x11\xe0", 4) && has_ending (path, office))
    return refuse (error, _("The document is protected with a password. Save it without one and try again."));
  if (has_ending (path, office))
    return refuse (error, _("The document is damaged or incomplete. Save it again."));
  if (begins_with (self, "%PDF", 4) || begins_with (self, "{\\rtf", 5))
    return refuse_kind (error);
  if (has_ending (path, marked))
    return read_text (self, TRUE, builder, cancellable, error);
  if (has_ending (path, plain))
    return read_text (self, FALSE, builder, cancellable, error);

  return refuse_kind (error);
}

GPtrArray *
tal_document_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalPassageBuilder) builder = NULL;
  g_autofree char              *shown = NULL;
  Source                        source = { .handle = -1 };
  gboolean                      is_read = FALSE;

  g_return_val_if_fail (path != NULL, NULL);

  builder = tal_passage_builder_new ();
  shown = g_filename_display_name (path);
  source.shown = shown;
  is_read = open_file (&source, path, error) && read_head (&source, error) &&
            read_source (&source, path, builder, cancellable, error);
  if (source.handle >= 0)
    g_close (source.handle, NULL);

  return is_read ? tal_passage_builder_take (builder) : NULL;
}
