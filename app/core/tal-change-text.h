/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done to a record, as one sentence of the history: "Goal 5, 2023: numerator
 * corrected from 171 to 179", "The initiative “Fritidsjob til unge” created".  It walks the
 * table of fields, so that every change of every kind can be said.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of 'before' and 'after' one may be NULL, as in a change set.  'catalogue' may lack the
 * record; it is asked for the names of others. */
char *tal_change_text_for_change (const TalCatalogue *catalogue,
                                  const TalRecord    *before,
                                  const TalRecord    *after);
/* The same without where it was: "numerator corrected from 171 to 179". */
char *tal_change_text_for_deed (const TalCatalogue *catalogue,
                                const TalRecord    *before,
                                const TalRecord    *after);
/* Of all the changes of a set, which is a label for it: the first one in words and how many
 * more there are.  "" for an empty one. */
char *tal_change_text_for_set (const TalCatalogue *catalogue, const TalChangeSet *changes);

/* Whether the change is only the trace that a removal leaves, which people need not see. */
gboolean tal_change_text_is_trace (const TalChange *change);

/* One field before and after; NULL where it was not filled in, or the record not there. */
typedef struct
{
  char *title;
  char *before;
  char *after;
} TalFieldChange;

/* The fields that differ, in the order of their table: an array that frees its
 * TalFieldChange. */
GPtrArray *tal_change_text_list_fields (const TalCatalogue *catalogue,
                                        const TalRecord    *before,
                                        const TalRecord    *after);

G_END_DECLS
