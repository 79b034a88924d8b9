/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One object compared in three, field by field: as it is here, as it is there, and
 * as it was when both sides last agreed on it.  A list is one field; an observation's
 * value, the reason for its absence and that it was kept are one too, since one makes
 * no sense with another's other.  Pure.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRecord *ours;   /* what changed there alone is taken, and what conflicts is ours */
  TalRecord *theirs; /* the same, and what conflicts is theirs */
  GPtrArray *fields; /* of const TalField: what changed on both sides, differently */
  gboolean   owner_conflicts;
} TalMergeFields;

/* The three are of one object. */
TalMergeFields *tal_merge_fields_new (const TalRecord *ours,
                                      const TalRecord *theirs,
                                      const TalRecord *base);
void            tal_merge_fields_free (TalMergeFields *self);

gboolean tal_merge_fields_has_conflict (const TalMergeFields *self);

/* Whether two records of an object say the same and belong to the same unit, whoever
 * wrote them and when.  Either may be NULL. */
gboolean tal_merge_fields_is_same (const TalRecord *a, const TalRecord *b);
/* Of two records of an object, the one written later; by author where that is equal, so
 * that the order of the two makes no difference. */
const TalRecord *tal_merge_fields_find_later (const TalRecord *a, const TalRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMergeFields, tal_merge_fields_free)

G_END_DECLS
