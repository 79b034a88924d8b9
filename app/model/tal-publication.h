/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the worker hands to the main thread after each look at the disk: one consistent
 * picture of a collection, and what changed since the last one.  Made in the worker's
 * thread, then given away whole.
 */

#pragma once

#include "model/tal-collection.h"
#include "model/tal-status-table.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalCatalogue   *catalogue;
  TalStatusTable *statuses;
  TalChangeSet   *outside; /* what other programs wrote, or NULL */
  TalChangeSet   *changes; /* what this one wrote, or NULL */
  char           *undo_label;
  char           *redo_label;
  char           *unit_name;
  char           *path;
  char           *in_use; /* who else has it open, or NULL */
  gboolean        read_only;
  gboolean        example;
  gboolean        on_network_drive;
} TalPublication;

/* Takes what the collection's others have written.  NULL where the figures cannot be
 * read. */
TalPublication *tal_publication_new (TalCollection      *collection,
                                     const TalChangeSet *changes,
                                     TalPeriod           period,
                                     GError            **error);
void            tal_publication_free (TalPublication *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPublication, tal_publication_free)

G_END_DECLS
