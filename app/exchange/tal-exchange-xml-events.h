/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grammar of an exchange file: takes the elements, attributes and texts of an
 * XML document one after the other, checks that they are what the published schema
 * allows, and makes records of them.
 *
 * It follows the tables of the records' fields, as the writer does, and knows the
 * few things around them: the root, the scope, the groups of observations.  It reads
 * no bytes and does not recurse.  After the first error it takes nothing more.
 */

#pragma once

#include "base/tal-error.h"
#include "exchange/tal-exchange-xml-reader.h"

#include <glib.h>
#include <libxml/parser.h>

G_BEGIN_DECLS

typedef struct _TalExchangeXmlEvents TalExchangeXmlEvents;

/* 'sink' and 'user_data' must outlive it. */
TalExchangeXmlEvents *tal_exchange_xml_events_new (const TalExchangeSink *sink, gpointer user_data);
void                  tal_exchange_xml_events_free (TalExchangeXmlEvents *self);

/* The start of an element in a line.  'attributes' are as the parser gives them: name,
 * prefix, namespace, begin and end of the value, five pointers each. */
void tal_exchange_xml_events_start (TalExchangeXmlEvents *self,
                                    guint                 line,
                                    const xmlChar        *name,
                                    const xmlChar        *uri,
                                    int                   n_attributes,
                                    const xmlChar       **attributes);
void tal_exchange_xml_events_end (TalExchangeXmlEvents *self, guint line);
/* 'is_literal' for a CDATA section, which is text even where it is only spaces. */
void tal_exchange_xml_events_add_text (
    TalExchangeXmlEvents *self, guint line, const xmlChar *text, int length, gboolean is_literal);
/* What the grammar has no place for and 'sentence' says why. */
void tal_exchange_xml_events_refuse (TalExchangeXmlEvents *self,
                                     TalError              code,
                                     guint                 line,
                                     const char           *sentence);

/* Whether the root element has been closed. */
gboolean tal_exchange_xml_events_is_complete (const TalExchangeXmlEvents *self);
/* The first error, or NULL.  Borrowed. */
const GError *tal_exchange_xml_events_get_error (const TalExchangeXmlEvents *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalExchangeXmlEvents, tal_exchange_xml_events_free)

G_END_DECLS
