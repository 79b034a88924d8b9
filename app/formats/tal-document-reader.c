/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-document-reader.h"

#include "base/tal-error.h"
#include "formats/tal-archive.h"
#include "formats/tal-docx-reader.h"
#include "formats/tal-input-file.h"
#include "formats/tal-odt-reader.h"
#include "formats/tal-passage-builder.h"
#include "formats/tal-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST_TEXT (64 * 1024 * 1024)
#define LARGEST_ARCHIVE (512 * 1024 * 1024) /* pictures and all */

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
refuse_size (GError **error)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _("The document has more text than a note can have."));
  return FALSE;
}

static gboolean
read_text (TalInputFile      *file,
           gboolean           markdown,
           TalPassageBuilder *builder,
           GCancellable      *cancellable,
           GError           **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (tal_input_file_get_size (file) > LARGEST_TEXT)
    return refuse_size (error);

  bytes = tal_input_file_load (file, LARGEST_TEXT, cancellable, error);
  return bytes != NULL && tal_text_read (bytes, markdown, builder, error);
}

static gboolean
read_archive (TalInputFile      *file,
              TalPassageBuilder *builder,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (TalArchive) archive = NULL;

  archive = tal_archive_open (tal_input_file_take_handle (file), LARGEST_TEXT, error);
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
read_source (TalInputFile      *file,
             const char        *path,
             TalPassageBuilder *builder,
             GCancellable      *cancellable,
             GError           **error)
{
  static const char *const office[] = { "odt", "docx", NULL };
  static const char *const marked[] = { "md", "markdown", NULL };
  static const char *const plain[] = { "txt", "text", NULL };

  if (tal_input_file_begins_with (file, "PK\x03\x04", 4))
    return read_archive (file, builder, cancellable, error);
  /* Word puts a document with a password into a container of its older kind. */
  if (tal_input_file_begins_with (file, "\xd0\xcf\x11\xe0", 4) && has_ending (path, office))
    return refuse (error, _("The document is protected with a password. Save it without one and try again."));
  if (has_ending (path, office))
    return refuse (error, _("The document is damaged or incomplete. Save it again."));
  if (tal_input_file_begins_with (file, "%PDF", 4) ||
      tal_input_file_begins_with (file, "{\\rtf", 5))
    return refuse_kind (error);
  if (has_ending (path, marked))
    return read_text (file, TRUE, builder, cancellable, error);
  if (has_ending (path, plain))
    return read_text (file, FALSE, builder, cancellable, error);

  return refuse_kind (error);
}

GPtrArray *
tal_document_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalPassageBuilder) builder = NULL;
  g_autoptr (TalInputFile)      file = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = tal_input_file_open (path, error);
  if (file == NULL)
    return NULL;
  if (tal_input_file_get_size (file) > LARGEST_ARCHIVE)
    {
      refuse_size (error);
      return NULL;
    }

  builder = tal_passage_builder_new ();
  return read_source (file, path, builder, cancellable, error) ? tal_passage_builder_take (builder)
                                                               : NULL;
}
