/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks at the bytes of an XML file before the parser does, and stops what would
 * cost the parser more than the file is worth: compressed files, encodings that a
 * text could hide in, and single tags, comments or other markup of more than 64 KiB
 * (the parser needs time in the square of a tag's attributes).
 *
 * It follows markup closely enough to know where each ends (a > in a quoted value or
 * a comment ends nothing) and judges nothing else.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalXmlGuard TalXmlGuard;

TalXmlGuard *tal_xml_guard_new (void);
void         tal_xml_guard_free (TalXmlGuard *self);

/* The next bytes of the file, in pieces of any size.  TAL_ERROR_UNSAFE_FILE. */
gboolean tal_xml_guard_check (TalXmlGuard *self, const guint8 *bytes, gsize length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalXmlGuard, tal_xml_guard_free)

G_END_DECLS
