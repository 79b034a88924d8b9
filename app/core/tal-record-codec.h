/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A record as text that a person can read and a later version can still parse:
 * the journal's "before" and "after".  The text is a GVariant dictionary of field
 * names to canonical texts, {'number': <'2'>, 'wording': <'…'>}; lists are arrays
 * of such dictionaries.  Unknown names are refused, so that nothing is lost in
 * silence.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

/* Everything but kind and id (and for an observation everything but its series),
 * which stand beside it.  Equal records give equal texts. */
char *tal_record_encode (const TalRecord *self);
/* TAL_ERROR_DAMAGED where the text is not one that tal_record_encode wrote. */
TalRecord *tal_record_decode (TalKind kind, TalId id, const char *text, GError **error);

G_END_DECLS
