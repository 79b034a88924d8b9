/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/tal-exchange-xml-reader.h"

#include "base/tal-error.h"
#include "exchange/tal-exchange-xml-events.h"
#include "exchange/tal-xml-guard.h"
#include "formats/tal-xml-parser.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
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
#define LARGEST (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)

/* Where the bytes come from: an open file or memory. */
typedef struct
{
  int           handle; /* -1 for memory */
  const guint8 *bytes;
  goffset       size;
  goffset       position;
  const char   *shown; /* the file as the person named it, or NULL */
} Source;

typedef struct
{
  xmlParserCtxt        *parser;
  TalExchangeXmlEvents *events;
} Reading;

static guint
get_line (const Reading *self)
{
  return self->parser->input != NULL ? (guint)MAX (self->parser->input->line, 1) : 1;
}

/* The parser must not go on where the events do not. */
static void
stop_after_error (Reading *self)
{
  if (tal_exchange_xml_events_get_error (self->events) != NULL)
    xmlStopParser (self->parser);
}

static gboolean
is_encoding_allowed (const xmlChar *name)
{
  static const char *const allowed[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE" };

  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (allowed); i++)
    {
      if (g_ascii_strcasecmp ((const char *)name, allowed[i]) == 0)
        return TRUE;
    }

  return name == NULL;
}

static void
document_started_cb (void *user_data)
{
  Reading *self = user_data;

  if (is_encoding_allowed (self->parser->encoding) &&
      (self->parser->input == NULL || is_encoding_allowed (self->parser->input->encoding)))
    return;

  tal_exchange_xml_events_refuse (self->events, TAL_ERROR_UNSAFE_FILE, 1,
                                  _ ("The file is neither UTF-8 nor UTF-16."));
  stop_after_error (self);
}

/* Refused before the parser looks inside: entities could double until time or memory
 * end, and read other files. */
static void
document_type_found_cb (void          *user_data,
                        const xmlChar *name,
                        const xmlChar *external_id,
                        const xmlChar *system_id)
{
  Reading *self = user_data;

  tal_exchange_xml_events_refuse (self->events, TAL_ERROR_UNSAFE_FILE, get_line (self),
                                  _ ("The file has a document type declaration, which exchange files never have."));
  stop_after_error (self);
}

static void
element_started_cb (void           *user_data,
                    const xmlChar  *name,
                    const xmlChar  *prefix,
                    const xmlChar  *uri,
                    int             n_namespaces,
                    const xmlChar **namespaces,
                    int             n_attributes,
                    int             n_defaulted,
                    const xmlChar **attributes)
{
  Reading *self = user_data;

  tal_exchange_xml_events_start (self->events, get_line (self), name, uri, n_attributes,
                                 attributes);
  stop_after_error (self);
}

static void
element_ended_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading *self = user_data;

  tal_exchange_xml_events_end (self->events, get_line (self));
  stop_after_error (self);
}

static void
text_found_cb (void *user_data, const xmlChar *text, int length)
{
  Reading *self = user_data;

  tal_exchange_xml_events_add_text (self->events, get_line (self), text, length, FALSE);
  stop_after_error (self);
}

static void
literal_found_cb (void *user_data, const xmlChar *text, int length)
{
  Reading *self = user_data;

  tal_exchange_xml_events_add_text (self->events, get_line (self), text, length, TRUE);
  stop_after_error (self);
}

static xmlParserCtxt *
new_parser (Reading *reading)
{
  xmlSAXHandler events = { 0 };

  events.initialized = XML_SAX2_MAGIC;
  events.startDocument = document_started_cb;
  events.internalSubset = document_type_found_cb;
  events.startElementNs = element_started_cb;
  events.endElementNs = element_ended_cb;
  events.characters = text_found_cb;
  events.ignorableWhitespace = text_found_cb;
  events.cdataBlock = literal_found_cb;

  return tal_xml_parser_new (&events, reading);
}

/* What people see most in their own words, and the rest in the parser's. */
static char *
dup_reason (const Reading *self, const xmlError *reason)
{
  g_autofree char *said = NULL;

  switch (reason != NULL ? reason->code : XML_ERR_DOCUMENT_EMPTY)
    {
    case XML_ERR_DOCUMENT_EMPTY:
      return g_strdup (_ ("This is not XML."));
    case XML_ERR_TAG_NAME_MISMATCH:
      return g_strdup (_ ("An element is closed that is not the one last opened."));
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      return g_strdup (_ ("There is a character that no text may have."));
    case XML_ERR_INVALID_ENCODING:
      return g_strdup (_ ("The text is not valid UTF-8."));
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return g_strdup (_ ("Only &amp;, &lt;, &gt;, &quot; and &apos; are known."));
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup (_ ("An attribute is there twice."));
    default:
      said = g_strstrip (g_strdup (reason->message != NULL ? reason->message : ""));
      return g_strdup_printf (_ ("It is not well-formed XML (%s)."), said);
    }
}

static gboolean
refuse_form (const Reading *self, gboolean at_end, GError **error)
{
  const xmlError  *reason = xmlCtxtGetLastError (self->parser);
  g_autofree char *sentence = NULL;

  if (at_end && !tal_exchange_xml_events_is_complete (self->events))
    sentence = g_strdup (_ ("The file ends before it is complete. Get it again."));
  else
    sentence = dup_reason (self, reason);

  g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE,
               _ ("Line %u: %s"), get_line (self), sentence);
  return FALSE;
}

/* FALSE where the parser, or the grammar, did not like what it got. */
static gboolean
check_reading (const Reading *self, gboolean at_end, GError **error)
{
  const GError *found = tal_exchange_xml_events_get_error (self->events);

  if (found != NULL)
    {
      g_propagate_error (error, g_error_copy (found));
      return FALSE;
    }
  if (!self->parser->wellFormed || !self->parser->nsWellFormed)
    return refuse_form (self, at_end, error);
  if (at_end && !tal_exchange_xml_events_is_complete (self->events))
    return refuse_form (self, at_end, error);

  return TRUE;
}

static gssize
read_piece (Source *source, guint8 *piece, const guint8 **ret_bytes, GError **error)
{
  gssize length = 0;

  if (source->handle < 0)
    {
      *ret_bytes = source->bytes + source->position;
      return (gssize)MIN (PIECE, source->size - source->position);
    }

  do
    length = read (source->handle, piece, PIECE);
  while (length < 0 && errno == EINTR);

  if (length < 0)
    g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                 _ ("“%s” cannot be read: %s."), source->shown, g_strerror (errno));
  *ret_bytes = piece;
  return length;
}

static gboolean
check_size (goffset size, GError **error)
{
  if (size <= LARGEST)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                       _ ("The file is larger than 2 GiB."));
  return FALSE;
}

static gboolean
parse_pieces (Reading               *self,
              Source                *source,
              const TalExchangeSink *sink,
              gpointer               user_data,
              GCancellable          *cancellable,
              GError               **error)
{
  g_autoptr (TalXmlGuard) guard = tal_xml_guard_new ();
  g_autofree guint8      *piece = g_malloc (PIECE);
  const guint8           *bytes = NULL;
  gssize                  length = 0;

  while ((length = read_piece (source, piece, &bytes, error)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      source->position += length;
      if (!check_size (source->position, error) ||
          !tal_xml_guard_check (guard, bytes, (gsize)length, error))
        return FALSE;

      xmlParseChunk (self->parser, (const char *)bytes, (int)length, FALSE);
      if (!check_reading (self, FALSE, error))
        return FALSE;
      if (sink->show_progress != NULL)
        sink->show_progress (source->position, MAX (source->size, source->position), user_data);
    }

  if (length < 0)
    return FALSE;

  xmlParseChunk (self->parser, NULL, 0, TRUE);
  return check_reading (self, TRUE, error);
}

static gboolean
read_source (Source                *source,
             const TalExchangeSink *sink,
             gpointer               user_data,
             GCancellable          *cancellable,
             GError               **error)
{
  g_autoptr (TalExchangeXmlEvents) events = tal_exchange_xml_events_new (sink, user_data);
  Reading                          reading = { NULL, events };
  gboolean                         is_read = FALSE;

  reading.parser = new_parser (&reading);
  is_read = parse_pieces (&reading, source, sink, user_data, cancellable, error);
  xmlFreeParserCtxt (reading.parser);
  return is_read;
}

static gboolean
open_file (Source *source, const char *path, GError **error)
{
  struct stat status;

  /* Without O_NONBLOCK a pipe would wait for somebody to write to it. */
  source->handle = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_BINARY, 0);
  if (source->handle < 0)
    {
      if (errno == ENOENT)
        g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                     _ ("There is no file “%s”."), source->shown);
      else
        g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                     _ ("“%s” cannot be read: %s."), source->shown, g_strerror (errno));
      return FALSE;
    }

  if (fstat (source->handle, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                   _ ("“%s” is not a file."), source->shown);
      return FALSE;
    }

  source->size = status.st_size;
  return check_size (source->size, error);
}

gboolean
tal_exchange_xml_read_file (const char            *path,
                            const TalExchangeSink *sink,
                            gpointer               user_data,
                            GCancellable          *cancellable,
                            GError               **error)
{
  g_autofree char *shown = NULL;
  Source           source = { -1, NULL, 0, 0, NULL };
  gboolean         is_read = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  shown = g_filename_display_name (path);
  source.shown = shown;
  is_read = open_file (&source, path, error) &&
            read_source (&source, sink, user_data, cancellable, error);
  if (source.handle >= 0)
    g_close (source.handle, NULL);
  return is_read;
}

gboolean
tal_exchange_xml_read_bytes (GBytes                *bytes,
                             const TalExchangeSink *sink,
                             gpointer               user_data,
                             GCancellable          *cancellable,
                             GError               **error)
{
  Source source = { -1, NULL, 0, 0, NULL };
  gsize  size = 0;

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (sink != NULL, FALSE);

  source.bytes = g_bytes_get_data (bytes, &size);
  source.size = (goffset)size;
  return read_source (&source, sink, user_data, cancellable, error);
}

const char *
tal_exchange_xml_get_version (void)
{
  return xmlParserVersion;
}
