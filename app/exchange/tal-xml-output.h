/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XML text in one canonical layout: UTF-8, LF, two spaces a level, one element a
 * line, elements without content closed in their own tag.  Escapes & < > in text and
 * & < " tab, LF and CR in attributes, and nothing else.
 *
 * It writes 64 KiB at a time and checks neither names nor characters: those are the
 * caller's.  An error of the stream makes all that follows do nothing, and is
 * reported by tal_xml_output_finish.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TalXmlOutput TalXmlOutput;

/* Begins with the XML declaration. */
TalXmlOutput *tal_xml_output_new (GOutputStream *stream, GCancellable *cancellable);
void          tal_xml_output_free (TalXmlOutput *self);

/* The name must stay valid until the element is closed. */
void tal_xml_output_open (TalXmlOutput *self, const char *name);
/* Of the element opened last, before anything is in it.  NULL text writes nothing. */
void tal_xml_output_add_attribute (TalXmlOutput *self, const char *name, const char *text);
/* An element of text. */
void tal_xml_output_add_prose (TalXmlOutput *self, const char *name, const char *text);
void tal_xml_output_close (TalXmlOutput *self);

/* Whether the stream has failed or the work was cancelled, so that going on is in vain. */
gboolean tal_xml_output_has_error (const TalXmlOutput *self);
/* Writes what is left.  Every element must be closed.  The stream stays open. */
gboolean tal_xml_output_finish (TalXmlOutput *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalXmlOutput, tal_xml_output_free)

G_END_DECLS
