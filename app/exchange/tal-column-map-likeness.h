/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a map that is kept is fitted to another file of the same kind. */

#pragma once

#include "exchange/tal-column-map.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file whose suggested map is 'self' is one that 'kept' was made for: most of its
 * headings are the same, or stand in the same place and mean the same. */
gboolean tal_column_map_is_like (const TalColumnMap *self, const TalColumnMap *kept);
/* Takes over what 'kept' says, and its identity.  A column is found by its heading, else by its
 * place and meaning: then 'notes' (of char *) gets a sentence that it was renamed.  Where a person
 * 'told' the map with this very file it wins over what the file shows. */
void tal_column_map_adopt (TalColumnMap       *self,
                           const TalColumnMap *kept,
                           gboolean            told,
                           GPtrArray          *notes);

/* Takes over only what 'kept' remembers of labels: answers that 'self' has not, and what was made
 * for those that it has. */
void tal_column_map_recall (TalColumnMap *self, const TalColumnMap *kept);

G_END_DECLS
