/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-markup.h"

#include "base/tal-error.h"
#include "formats/tal-xml-parser.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>
#include <string.h>

#define TAG_LENGTH (64 * 1024)
#define PIECE (64 * 1024)

struct _TalMarkupElement
{
  const char     *name;
  const char     *uri;
  guint           line;
  int             n_attributes;
  const xmlChar **attributes; /* as the parser gives them, five places each */
};

/* How far the bytes are in a tag: the parser's time is the square of a tag's attributes. */
typedef struct
{
  gboolean in_tag;
  char     quote;
  gsize    length;
} Guard;

typedef struct
{
  xmlParserCtxt         *parser;
  gboolean               is_file; /* and not an entry, whose lines nobody sees */
  const TalMarkupEvents *events;
  gpointer               user_data;
  Guard                  guard;
  GError                *error; /* of an event, or NULL */
} Reading;

static guint
get_line (const Reading *self)
{
  return self->parser->input != NULL ? (guint)MAX (self->parser->input->line, 1) : 1;
}

static void
set_error (const Reading *self, GError **error, TalError code, const char *sentence)
{
  if (self->is_file)
    g_set_error (error, TAL_ERROR, code, _("Line %u: %s"), get_line (self), sentence);
  else
    g_set_error_literal (error, TAL_ERROR, code, sentence);
}

static void
refuse (Reading *self, TalError code, const char *sentence)
{
  if (self->error == NULL)
    set_error (self, &self->error, code, sentence);
  xmlStopParser (self->parser);
}

/* Those that have a < where ASCII has it, and that no text can hide in. */
static gboolean
is_encoding_allowed (const Reading *self, const char *name)
{
  static const char *const of_files[] = {
    "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-15", "US-ASCII", "WINDOWS-1252",
  };

  if (g_ascii_strcasecmp (name, "UTF-8") == 0)
    return TRUE;
  for (gsize i = 0; self->is_file && i < G_N_ELEMENTS (of_files); i++)
    {
      if (g_ascii_strcasecmp (name, of_files[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
document_started_cb (void *user_data)
{
  Reading       *self = user_data;
  const xmlChar *encoding = self->parser->encoding;

  if (encoding == NULL && self->parser->input != NULL)
    encoding = self->parser->input->encoding;
  if (encoding != NULL && !is_encoding_allowed (self, (const char *)encoding))
    refuse (self, TAL_ERROR_UNSAFE_FILE, _("The text of the document is not UTF-8."));
}

/* Refused before the parser looks inside: entities could double until time or memory end. */
static void
document_type_found_cb (void          *user_data,
                        const xmlChar *name,
                        const xmlChar *external_id,
                        const xmlChar *system_id)
{
  Reading *self = user_data;

  refuse (self, TAL_ERROR_UNSAFE_FILE,
          self->is_file
          ? _("The file has a document type declaration, which files of figures never have.")
          : _("The document has a document type declaration, which no office program writes."));
}

static void
stop_unless (Reading *self, gboolean may_go_on)
{
  if (!may_go_on)
    xmlStopParser (self->parser);
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
  Reading         *self = user_data;
  TalMarkupElement element = { (const char *)name, uri != NULL ? (const char *)uri : "",
                               get_line (self), n_attributes, attributes };

  if (self->error == NULL)
    stop_unless (self, self->events->element_started (&element, self->user_data, &self->error));
}

static void
element_ended_cb (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Reading         *self = user_data;
  TalMarkupElement element = { (const char *)name, uri != NULL ? (const char *)uri : "",
                               get_line (self), 0, NULL };

  if (self->error == NULL)
    stop_unless (self, self->events->element_ended (&element, self->user_data, &self->error));
}

static void
text_found_cb (void *user_data, const xmlChar *text, int length)
{
  Reading *self = user_data;

  if (self->error == NULL)
    stop_unless (self, self->events->text_found ((const char *)text, (gsize)length, self->user_data,
                                                 &self->error));
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
  events.cdataBlock = text_found_cb;

  return tal_xml_parser_new (&events, reading);
}

static gboolean
is_tag_too_long (Guard *self, const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      char character = (char)bytes[i];

      if (!self->in_tag)
        {
          const guint8 *tag = memchr (bytes + i, '<', length - i);

          if (tag == NULL)
            return FALSE;
          i = (gsize)(tag - bytes);
          *self = (Guard){ TRUE, 0, 0 };
          continue;
        }

      self->length++;
      if (self->length > TAG_LENGTH)
        return TRUE;
      /* Declarations and comments have no values whose quotes must close. */
      if (self->length == 1 && (character == '!' || character == '?'))
        self->in_tag = FALSE;
      else if (self->quote != 0)
        self->quote = character == self->quote ? 0 : self->quote;
      else if (character == '"' || character == '\'')
        self->quote = character;
      else
        self->in_tag = character != '>';
    }

  return FALSE;
}

static gboolean
check_reading (Reading *self, GError **error)
{
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->parser->wellFormed && self->parser->nsWellFormed)
    return TRUE;

  set_error (self, error, TAL_ERROR_INVALID_FILE,
             self->is_file ? _("The file is damaged or incomplete. Get it again.")
                           : _("The document is damaged or incomplete. Save it again."));
  return FALSE;
}

static gboolean
take_piece (const guint8 *bytes, gsize length, gpointer user_data, GError **error)
{
  Reading *self = user_data;

  if (is_tag_too_long (&self->guard, bytes, length))
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                   _("A tag of the document is longer than %u KiB."), TAG_LENGTH / 1024);
      return FALSE;
    }

  xmlParseChunk (self->parser, (const char *)bytes, (int)length, FALSE);
  return check_reading (self, error);
}

static gboolean
read_pieces (GBytes *bytes, Reading *reading, GCancellable *cancellable, GError **error)
{
  gsize         size = 0;
  const guint8 *start = g_bytes_get_data (bytes, &size);

  for (gsize at = 0; at < size; at += PIECE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_piece (start + at, MIN (PIECE, size - at), reading, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes what the parser still holds. */
static gboolean
end_reading (Reading *self, gboolean is_read, GError **error)
{
  if (is_read)
    {
      xmlParseChunk (self->parser, NULL, 0, TRUE);
      is_read = check_reading (self, error);
    }

  xmlFreeParserCtxt (self->parser);
  g_clear_error (&self->error);
  return is_read;
}

gboolean
tal_markup_read (TalArchive            *archive,
                 const char            *name,
                 const TalMarkupEvents *events,
                 gpointer               user_data,
                 GCancellable          *cancellable,
                 GError               **error)
{
  Reading reading = { .events = events, .user_data = user_data };

  g_return_val_if_fail (archive != NULL, FALSE);
  g_return_val_if_fail (events != NULL, FALSE);

  reading.parser = new_parser (&reading);
  return end_reading (&reading,
                      tal_archive_read (archive, name, take_piece, &reading, cancellable, error),
                      error);
}

gboolean
tal_markup_read_bytes (GBytes                *bytes,
                       const TalMarkupEvents *events,
                       gpointer               user_data,
                       GCancellable          *cancellable,
                       GError               **error)
{
  Reading reading = { .is_file = TRUE, .events = events, .user_data = user_data };

  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (events != NULL, FALSE);

  reading.parser = new_parser (&reading);
  return end_reading (&reading, read_pieces (bytes, &reading, cancellable, error), error);
}

const char *
tal_markup_element_get_name (const TalMarkupElement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

const char *
tal_markup_element_get_namespace (const TalMarkupElement *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uri;
}

gboolean
tal_markup_element_is (const TalMarkupElement *self, const char *name)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return strcmp (self->name, name) == 0;
}

guint
tal_markup_element_get_line (const TalMarkupElement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

guint
tal_markup_element_get_n_attributes (const TalMarkupElement *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint)self->n_attributes;
}

const char *
tal_markup_element_get_attribute_name (const TalMarkupElement *self, guint attribute)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((int)attribute < self->n_attributes, NULL);

  return (const char *)self->attributes[5 * attribute];
}

char *
tal_markup_element_dup_attribute_value (const TalMarkupElement *self, guint attribute)
{
  const xmlChar **found = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((int)attribute < self->n_attributes, NULL);

  found = self->attributes + 5 * attribute;
  return g_strndup ((const char *)found[3], (gsize)(found[4] - found[3]));
}

const char *
tal_markup_element_find_attribute (const TalMarkupElement *self,
                                   const char             *name,
                                   gsize                  *ret_length)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (ret_length != NULL, NULL);

  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + 5 * i;

      if (strcmp ((const char *)attribute[0], name) == 0)
        {
          *ret_length = (gsize)(attribute[4] - attribute[3]);
          return (const char *)attribute[3];
        }
    }

  return NULL;
}

char *
tal_markup_element_dup_attribute (const TalMarkupElement *self, const char *name)
{
  gsize       length = 0;
  const char *text = tal_markup_element_find_attribute (self, name, &length);

  return text != NULL ? g_strndup (text, length) : NULL;
}

gboolean
tal_markup_element_has_value (const TalMarkupElement *self, const char *name, const char *value)
{
  gsize length = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (name != NULL && value != NULL, FALSE);

  length = strlen (value);
  for (int i = 0; i < self->n_attributes; i++)
    {
      const xmlChar **attribute = self->attributes + 5 * i;

      if (strcmp ((const char *)attribute[0], name) == 0 &&
          (gsize)(attribute[4] - attribute[3]) == length &&
          memcmp (attribute[3], value, length) == 0)
        return TRUE;
    }

  return FALSE;
}

guint
tal_markup_element_get_count (
    const TalMarkupElement *self, const char *name, guint least, guint most, guint otherwise)
{
  gsize       length = 0;
  const char *found = tal_markup_element_find_attribute (self, name, &length);
  char        text[24] = "";
  guint64     count = 0;

  if (found == NULL)
    return otherwise;

  memcpy (text, found, MIN (length, sizeof text - 1));
  if (!g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &count, NULL))
    return least;

  return (guint)CLAMP (count, least, most);
}
