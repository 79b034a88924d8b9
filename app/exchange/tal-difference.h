/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One object that a file and a collection do not agree on, and what was decided about it. */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_DIFFERENCE_NEW,      /* it is there alone */
  TAL_DIFFERENCE_CHANGED,  /* there, and perhaps here too, but in other fields */
  TAL_DIFFERENCE_KEPT,     /* changed, or removed, here alone */
  TAL_DIFFERENCE_REMOVED,  /* there alone */
  TAL_DIFFERENCE_CONFLICT, /* see the reason */
} TalDifferenceType;

typedef enum
{
  TAL_CONFLICT_NONE,
  TAL_CONFLICT_BOTH_CHANGED,  /* the same field, and neither knew of the other's change */
  TAL_CONFLICT_NOT_THEIRS,    /* what is not theirs, and the file doesn't say what it grew from */
  TAL_CONFLICT_REMOVED_HERE,  /* they send what was removed here */
  TAL_CONFLICT_REMOVED_THERE, /* they removed what was changed, or is owned, here */
} TalConflictReason;

typedef enum
{
  TAL_CHOICE_OPEN, /* of a conflict: nobody has decided */
  TAL_CHOICE_OURS,
  TAL_CHOICE_THEIRS,
} TalChoice;

typedef struct
{
  TalKey            key;
  TalDifferenceType type;
  TalConflictReason reason;
  TalRecord        *ours;   /* NULL where it is not here */
  TalRecord        *theirs; /* the removal where they removed it */
  TalRecord        *base;   /* what both have grown from, or NULL where that is not known */
  GPtrArray        *fields; /* of const TalField: of a conflict those that are in conflict */
  guint             line;   /* in the file, from 1 */
  TalChoice         choice;
  char             *breach; /* why what was chosen cannot be written, or NULL */
} TalDifference;

/* References the records. */
TalDifference *tal_difference_new (const TalKey     *key,
                                   TalDifferenceType type,
                                   TalConflictReason reason,
                                   const TalRecord  *ours,
                                   const TalRecord  *theirs,
                                   const TalRecord  *base);
void           tal_difference_free (TalDifference *self);

/* Whether somebody must still decide: a conflict that is open, or a choice that cannot be. */
gboolean tal_difference_is_open (const TalDifference *self);
/* What is the matter: a whole sentence, or NULL where nothing is. */
const char *tal_difference_get_matter (const TalDifference *self);
/* What it is about, in which fields, and what is the matter: a whole sentence, of a conflict or
 * of what cannot be written.  To be freed. */
char *tal_difference_dup_sentence (const TalDifference *self, const TalCatalogue *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalDifference, tal_difference_free)

G_END_DECLS
