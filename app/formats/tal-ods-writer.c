/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-ods-writer.h"

#include "base/tal-error.h"
#include "formats/tal-ods-content.h"
#include "formats/tal-zip-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE(prefix, name) \
  " xmlns:" prefix "=\"urn:oasis:names:tc:opendocument:xmlns:" name "\""
#define MEDIA_TYPE "application/vnd.oasis.opendocument.spreadsheet"
/* 1 January 1980, the first day of archives. */
#define FIRST_DAY 0x0021
#define PIECE (64 * 1024)
/* The fastest: a table packs well at any. */
#define LEVEL 1

/* An archive that is being put together. */
typedef struct
{
  const TalZipLibrary *library;
  zip_source_t        *bytes; /* where it is, once it is closed */
  zip_t               *zip;
} Archive;

static const char styles[] = XML "<office:document-styles" NAMESPACE ("office", "office:1.0")
    NAMESPACE ("style", "style:1.0")
        NAMESPACE ("fo",
                   "xsl-fo-compatible:1.0") " office:version=\"1.2\"><office:styles>"
                                            "<style:default-style "
                                            "style:family=\"table-cell\"><style:text-properties "
                                            "fo:language=\"da\" fo:country=\"DK\" "
                                            "fo:font-size=\"10pt\"/></style:default-style>"
                                            "</"
                                            "office:styles><office:automatic-styles><style:page-"
                                            "layout style:name=\"page\">"
                                            "<style:page-layout-properties "
                                            "fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" "
                                            "style:print-orientation=\"landscape\" "
                                            "style:scale-to-X=\"1\" style:scale-to-Y=\"0\"/>"
                                            "</style:page-layout></"
                                            "office:automatic-styles><office:master-styles>"
                                            "<style:master-page style:name=\"Default\" "
                                            "style:page-layout-name=\"page\"/>"
                                            "</office:master-styles></office:document-styles>\n";

static const char manifest[] = XML
    "<manifest:manifest" NAMESPACE ("manifest",
                                    "manifest:1.0") " manifest:version=\"1.2\">"
                                                    "<manifest:file-entry manifest:full-path=\"/\" "
                                                    "manifest:version=\"1.2\" "
                                                    "manifest:media-type=\"" MEDIA_TYPE "\"/>"
                                                    "<manifest:file-entry "
                                                    "manifest:full-path=\"content.xml\" "
                                                    "manifest:media-type=\"text/xml\"/>"
                                                    "<manifest:file-entry "
                                                    "manifest:full-path=\"styles.xml\" "
                                                    "manifest:media-type=\"text/xml\"/>"
                                                    "<manifest:file-entry "
                                                    "manifest:full-path=\"settings.xml\" "
                                                    "manifest:media-type=\"text/xml\"/>"
                                                    "<manifest:file-entry "
                                                    "manifest:full-path=\"meta.xml\" "
                                                    "manifest:media-type=\"text/xml\"/>"
                                                    "</manifest:manifest>\n";

static void
archive_clear (Archive *self)
{
  if (self->zip != NULL)
    self->library->discard (self->zip);
  if (self->bytes != NULL)
    self->library->source_free (self->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

static char *
dup_meta (const TalTableBook *book)
{
  const char      *author = tal_table_book_get_author (book);
  TalTime          written = tal_table_book_get_written (book);
  g_autofree char *title = g_markup_escape_text (tal_table_book_get_title (book), -1);
  g_autofree char *creator = g_markup_escape_text (author != NULL ? author : "", -1);
  g_autofree char *time = written != TAL_TIME_NONE ? tal_time_to_string (written) : NULL;
  g_autofree char *when =
      time != NULL ? g_strdup_printf ("<dc:date>%s</dc:date>", time) : g_strdup ("");

  return g_strdup_printf (XML "<office:document-meta" NAMESPACE ("office", "office:1.0")
                              NAMESPACE ("meta",
                                         "meta:1.0") " xmlns:dc=\"http://purl.org/dc/elements/1.1/"
                                                     "\" office:version=\"1.2\">"
                                                     "<office:meta><meta:generator>Indsatstal</"
                                                     "meta:generator>"
                                                     "<dc:title>%s</dc:title><dc:creator>%s</"
                                                     "dc:creator>%s</office:meta>"
                                                     "</office:document-meta>\n",
                          title, creator, when);
}

static gboolean
refuse (GError **error)
{
  g_autofree char *folder = g_filename_display_name (g_get_tmp_dir ());

  g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
               _ ("The ODS file could not be made in “%s”, the folder for temporary files. Make "
                  "room there, or choose CSV."),
                  folder);
  return FALSE;
}

/* Takes the source. */
static gboolean
add_source (Archive *self, const char *name, zip_source_t *source, zip_int32_t method)
{
  zip_int64_t index = -1;

  if (source == NULL)
    return FALSE;

  index = self->library->file_add (self->zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      self->library->source_free (source);
      return FALSE;
    }
  return self->library->set_file_compression (self->zip, (zip_uint64_t)index, method, LEVEL) == 0 &&
         self->library->file_set_dostime (self->zip, (zip_uint64_t)index, 0, FIRST_DAY, 0) == 0;
}

static gboolean
add_text (Archive *self, const char *name, const char *text, zip_int32_t method)
{
  return add_source (self, name, self->library->source_buffer_create (text, strlen (text), 0, NULL),
                     method);
}

/* The media type comes first and unpacked, so that whoever looks at the first bytes knows it. */
static gboolean
pack (Archive *self, const char *content, const char *settings, const char *meta)
{
  const TalZipLibrary *library = self->library;

  self->bytes = library->source_buffer_create (NULL, 0, 0, NULL);
  if (self->bytes == NULL)
    return FALSE;
  self->zip = library->open_from_source (self->bytes, ZIP_TRUNCATE, NULL);
  if (self->zip == NULL)
    return FALSE;

  /* The archive gives its own reference back when it is closed. */
  library->source_keep (self->bytes);
  if (!add_text (self, "mimetype", MEDIA_TYPE, ZIP_CM_STORE) ||
      !add_source (self, "content.xml", library->source_file_create (content, 0, -1, NULL),
                   ZIP_CM_DEFLATE) ||
      !add_text (self, "styles.xml", styles, ZIP_CM_DEFLATE) ||
      !add_text (self, "settings.xml", settings, ZIP_CM_DEFLATE) ||
      !add_text (self, "meta.xml", meta, ZIP_CM_DEFLATE) ||
      !add_text (self, "META-INF/manifest.xml", manifest, ZIP_CM_DEFLATE) ||
      library->close (self->zip) != 0)
    return FALSE;

  self->zip = NULL;
  return TRUE;
}

static gboolean
copy_bytes (Archive *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *piece = g_malloc (PIECE);
  zip_int64_t      length = 0;

  if (self->library->source_open (self->bytes) != 0)
    return refuse (error);
  while ((length = self->library->source_read (self->bytes, piece, PIECE)) > 0)
    {
      if (!g_output_stream_write_all (stream, piece, (gsize)length, NULL, cancellable, error))
        break;
    }
  self->library->source_close (self->bytes);
  return length == 0 || (length < 0 && refuse (error));
}

static gboolean
write_content (const TalTableBook *book,
               GFileIOStream      *file,
               GCancellable       *cancellable,
               GError            **error)
{
  return tal_ods_content_write (book, g_io_stream_get_output_stream (G_IO_STREAM (file)),
                                cancellable, error) &&
         g_io_stream_close (G_IO_STREAM (file), cancellable, error);
}

gboolean
tal_ods_write (const TalTableBook *book,
               GOutputStream      *stream,
               GCancellable       *cancellable,
               GError            **error)
{
  g_auto (Archive)          archive = { NULL };
  g_autoptr (GFile)         file = NULL;
  g_autoptr (GFileIOStream) content = NULL;
  g_autofree char          *settings = NULL;
  g_autofree char          *meta = NULL;
  gboolean                  written = FALSE;

  g_return_val_if_fail (book != NULL && tal_table_book_get_length (book) > 0, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  archive.library = tal_zip_library_get (error);
  if (archive.library == NULL)
    return FALSE;

  settings = tal_ods_content_dup_settings (book);
  meta = dup_meta (book);
  file = g_file_new_tmp ("indsats-XXXXXX.xml", &content, error);
  if (file == NULL)
    return FALSE;

  written = write_content (book, content, cancellable, error) &&
            (pack (&archive, g_file_peek_path (file), settings, meta) || refuse (error)) &&
            copy_bytes (&archive, stream, cancellable, error);
  g_file_delete (file, NULL, NULL);
  return written;
}
