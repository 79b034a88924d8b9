/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One object compared field by field: as it is here, as it is there, and what is known of how the
 * two came about.  A list is one field; all that is stated by an observation goes together, since
 * a value makes no sense with another one's reason for its absence.  Pure.
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
/* The same where each was changed without the other: their versions say what of each is news to
 * the other, on both sides alike. */
TalMergeFields *tal_merge_fields_new_from_versions (const TalRecord   *ours,
                                                    const TalRecord   *theirs,
                                                    const TalVersions *our_versions,
                                                    const TalVersions *their_versions);
void            tal_merge_fields_free (TalMergeFields *self);

gboolean tal_merge_fields_has_conflict (const TalMergeFields *self);

/* Whether two records of an object say the same and belong to the same unit, whoever
 * wrote them and when.  Either may be NULL. */
gboolean tal_merge_fields_is_same (const TalRecord *a, const TalRecord *b);
/* Of const TalField: those in which two records of an object differ.  To be freed. */
GPtrArray *tal_merge_fields_list_different (const TalRecord *a, const TalRecord *b);
/* Says of a record that nobody else has yet that it was written when, and by whom, that was. */
void tal_merge_fields_stamp (TalRecord *record, const TalRecord *written);
/* Of two records of an object, the one written later; by author where that is equal, so
 * that the order of the two makes no difference. */
const TalRecord *tal_merge_fields_find_later (const TalRecord *a, const TalRecord *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMergeFields, tal_merge_fields_free)

G_END_DECLS
