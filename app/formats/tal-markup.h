/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads an XML file, or one XML entry of an archive, in a single pass, piece by piece, and
 * tells of elements and text.
 *
 * Refused before they cost anything: document type declarations (and with them entities),
 * encodings other than UTF-8 (of a file also UTF-16, ISO 8859-1 and Windows-1252), tags of more
 * than 64 KiB, nesting beyond the parser's own limit.  It never reads another file and never
 * asks the network.
 */

#pragma once

#include "formats/tal-archive.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalMarkupElement TalMarkupElement;

typedef struct
{
  /* FALSE stops with the error set. */
  gboolean (*element_started) (const TalMarkupElement *element, gpointer user_data, GError **error);
  gboolean (*element_ended) (const TalMarkupElement *element, gpointer user_data, GError **error);
  gboolean (*text_found) (const char *text, gsize length, gpointer user_data, GError **error);
} TalMarkupEvents;

/* TAL_ERROR_INVALID_FILE where it is not well-formed, TAL_ERROR_UNSAFE_FILE for what is
 * refused, or the error of an event. */
gboolean tal_markup_read (TalArchive            *archive,
                          const char            *name,
                          const TalMarkupEvents *events,
                          gpointer               user_data,
                          GCancellable          *cancellable,
                          GError               **error);
/* The same of a file that is XML itself, whose errors say the line. */
gboolean tal_markup_read_bytes (GBytes                *bytes,
                                const TalMarkupEvents *events,
                                gpointer               user_data,
                                GCancellable          *cancellable,
                                GError               **error);

/* Without its prefix.  An element of no namespace has "". */
const char *tal_markup_element_get_name (const TalMarkupElement *self);
const char *tal_markup_element_get_namespace (const TalMarkupElement *self);
gboolean    tal_markup_element_is (const TalMarkupElement *self, const char *name);
/* Of the end of its tag, from 1. */
guint tal_markup_element_get_line (const TalMarkupElement *self);
/* By its name without prefix; NULL where it is not there, and always for an end. */
char *tal_markup_element_dup_attribute (const TalMarkupElement *self, const char *name);
/* The same where it stands, without a NUL behind its 'ret_length' bytes. */
const char *tal_markup_element_find_attribute (const TalMarkupElement *self,
                                               const char             *name,
                                               gsize                  *ret_length);
/* Whether an attribute of that name, of any namespace, is just this. */
gboolean tal_markup_element_has_value (const TalMarkupElement *self,
                                       const char             *name,
                                       const char             *value);
/* The attributes in their order; none for an end. */
guint       tal_markup_element_get_n_attributes (const TalMarkupElement *self);
const char *tal_markup_element_get_attribute_name (const TalMarkupElement *self, guint attribute);
char       *tal_markup_element_dup_attribute_value (const TalMarkupElement *self, guint attribute);
/* A count from 'least' to 'most', which are what lies beyond; 'otherwise' where none is said. */
guint tal_markup_element_get_count (
    const TalMarkupElement *self, const char *name, guint least, guint most, guint otherwise);

G_END_DECLS
