/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-archive.h"

#include "base/tal-error.h"
#include "formats/tal-zip-library.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#define PIECE (64 * 1024)
#define MOST_ENTRIES 10000
/* Text of an office document packs to a tenth or a fiftieth; nothing a person wrote packs to
 * less than this.  Small entries may. */
#define HIGHEST_RATIO 250
#define SMALL_BYTES (1024 * 1024)

struct _TalArchive
{
  const TalZipLibrary *library;
  zip_t               *zip;
  guint64              most_bytes; /* of an entry, unpacked */
};

static gboolean
refuse (GError **error, TalError code, const char *sentence)
{
  g_set_error_literal (error, TAL_ERROR, code, sentence);
  return FALSE;
}

static gboolean
refuse_damaged (GError **error)
{
  return refuse (error, TAL_ERROR_INVALID_FILE,
                 _("The document is damaged or incomplete. Save it again."));
}

static gboolean
refuse_unpacked (GError **error)
{
  return refuse (error, TAL_ERROR_UNSAFE_FILE,
                 _("The file unpacks to far more than a document or a table can be."));
}

TalArchive *
tal_archive_open (int handle, guint64 most_bytes, GError **error)
{
  g_autoptr (TalArchive) self = g_new0 (TalArchive, 1);
  int                    reason = 0;

  g_return_val_if_fail (handle >= 0, NULL);

  self->most_bytes = most_bytes;
  self->library = tal_zip_library_get (error);
  if (self->library == NULL)
    {
      g_close (handle, NULL);
      return NULL;
    }

  self->zip = self->library->fdopen (handle, 0, &reason);
  if (self->zip == NULL)
    {
      g_close (handle, NULL);
      refuse_damaged (error);
      return NULL;
    }

  if (self->library->get_num_entries (self->zip, 0) > MOST_ENTRIES)
    {
      refuse (error, TAL_ERROR_UNSAFE_FILE,
              _("The file has far more parts than a document or a table has."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
tal_archive_close (TalArchive *self)
{
  if (self == NULL)
    return;

  if (self->zip != NULL)
    self->library->discard (self->zip);
  g_free (self);
}

gboolean
tal_archive_has (TalArchive *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return self->library->name_locate (self->zip, name, 0) >= 0;
}

/* What the directory says; what is read is counted as well. */
static gboolean
check_entry (const TalArchive *self, const zip_stat_t *entry, GError **error)
{
  if ((entry->valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry->encryption_method != ZIP_EM_NONE)
    return refuse (error, TAL_ERROR_INVALID_FILE,
                   _("The document is protected with a password. Save it without one and try again."));
  if ((entry->valid & ZIP_STAT_SIZE) == 0 || (entry->valid & ZIP_STAT_COMP_SIZE) == 0)
    return refuse_damaged (error);
  if (entry->size > self->most_bytes)
    return refuse_unpacked (error);
  if (entry->size > SMALL_BYTES && entry->size / HIGHEST_RATIO > entry->comp_size)
    return refuse_unpacked (error);

  return TRUE;
}

static zip_file_t *
open_entry (TalArchive *self, const char *name, GError **error)
{
  zip_stat_t  entry;
  zip_file_t *file = NULL;

  self->library->stat_init (&entry);
  if (self->library->stat (self->zip, name, 0, &entry) != 0)
    {
      refuse_damaged (error);
      return NULL;
    }
  if (!check_entry (self, &entry, error))
    return NULL;

  file = self->library->fopen_index (self->zip, entry.index, 0);
  if (file == NULL)
    refuse_damaged (error);
  return file;
}

static gboolean
read_entry (TalArchive    *self,
            zip_file_t    *file,
            TalArchiveSink sink,
            gpointer       user_data,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree guint8 *piece = g_malloc (PIECE);
  zip_int64_t        length = 0;
  guint64            total = 0;

  while ((length = self->library->fread (file, piece, PIECE)) > 0)
    {
      total += (guint64)length;
      if (total > self->most_bytes)
        return refuse_unpacked (error);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !sink (piece, (gsize)length, user_data, error))
        return FALSE;
    }

  return length == 0 ? TRUE : refuse_damaged (error);
}

gboolean
tal_archive_read (TalArchive    *self,
                  const char    *name,
                  TalArchiveSink sink,
                  gpointer       user_data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  zip_file_t *file = NULL;
  gboolean    is_read = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  file = open_entry (self, name, error);
  if (file == NULL)
    return FALSE;

  is_read = read_entry (self, file, sink, user_data, cancellable, error);
  self->library->fclose (file);
  return is_read;
}

char *
tal_archive_find_text (TalArchive *self, const char *name)
{
  g_autofree char *text = NULL;
  zip_file_t      *file = NULL;
  zip_int64_t      length = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  file = tal_archive_has (self, name) ? open_entry (self, name, NULL) : NULL;
  if (file == NULL)
    return NULL;

  text = g_malloc (PIECE + 1);
  length = self->library->fread (file, text, PIECE);
  self->library->fclose (file);
  if (length < 0)
    return NULL;

  text[length] = '\0';
  return g_steal_pointer (&text);
}
