/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collection held against itself, and a finished note held against a collection. */

#pragma once

#include "core/tal-finding.h"
#include "model/tal-collection.h"

#include <glib.h>

G_BEGIN_DECLS

/* Everything in the figures that a careful reader would ask about (see
 * core/tal-plausibility.h), as an array of TalFinding.  'today' decides which periods are
 * over. */
GPtrArray *tal_collection_check_figures (TalCollection *self, TalDay today, GError **error);

/* What a finished note (text, Markdown, OpenDocument or Word) says beside the figures, as an
 * array of TalRemark in the order of the note.  The errors of tal_document_read too. */
GPtrArray *tal_collection_check_note (TalCollection *self,
                                      const char    *path,
                                      TalDay         today,
                                      GError       **error);

G_END_DECLS
