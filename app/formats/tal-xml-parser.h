/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The XML parser of all readers, set up to trust nobody: it asks no network, and says nothing to the
 * terminal.  Entities are taken for what they stand for, so that the caller must refuse document
 * type declarations by the event 'internalSubset'.
 */

#pragma once

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

/* For pieces of a file, to be freed by xmlFreeParserCtxt.  'events' is copied. */
xmlParserCtxt *tal_xml_parser_new (xmlSAXHandler *events, gpointer user_data);

G_END_DECLS
