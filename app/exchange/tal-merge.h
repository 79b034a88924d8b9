/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a bundle would change in a collection, found by comparing and not by guessing
 * from times.  Pure: it changes nothing, and the same arguments give the same answer.
 *
 * An object is compared in three: as it is here, as it is there, and as it was when
 * the two units last exchanged it.  What changed only there is taken, what changed
 * only here is kept, field by field; what changed on both sides is a conflict.  Where
 * no earlier exchange is known, a unit may change what it owns, and any other
 * difference is a conflict.  An object that the bundle does not mention is never
 * touched; what is gone there is named by a removal.
 *
 * Who changed an object and when is no difference of its own: where the content is
 * the same, the later of the two is kept without a word.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-run.h"
#include "exchange/tal-bundle.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalMerge TalMerge;

typedef enum
{
  TAL_MERGE_POLICY_ASK,    /* conflicts stay open */
  TAL_MERGE_POLICY_THEIRS, /* what is sent wins */
  TAL_MERGE_POLICY_OURS,   /* what is here wins */
} TalMergePolicy;

typedef enum
{
  TAL_CONFLICT_BOTH_CHANGED,  /* the same field, here and there, since the last exchange */
  TAL_CONFLICT_NOT_THEIRS,    /* they changed what is not theirs; no earlier exchange is known */
  TAL_CONFLICT_REMOVED_HERE,  /* they send what was removed here */
  TAL_CONFLICT_REMOVED_THERE, /* they removed what was changed, or is owned, here */
  TAL_CONFLICT_BREAKS_RULE,   /* taking it would break a rule of the figures here */
} TalConflictReason;

typedef struct
{
  TalKey            key;
  TalConflictReason reason;
  TalRecord        *ours;     /* NULL where it is not here */
  TalRecord        *theirs;   /* NULL where they removed it */
  TalRecord        *base;     /* at the last exchange, or NULL */
  GPtrArray        *fields;   /* of const TalField: those that conflict; empty where all do */
  gboolean          open;     /* whether the policy left it undecided */
  char             *sentence; /* whole: what it is about, what is the matter */
} TalConflict;

/* Each object of the bundle is counted once. */
typedef struct
{
  guint n_new;
  guint n_changed;   /* taken from them, wholly or in some fields */
  guint n_kept;      /* changed here only */
  guint n_unchanged; /* says the same on both sides */
  guint n_removed;
  guint n_conflicts;
} TalMergeCounts;

/* The state of an object when it was last exchanged with the bundle's sender: a new
 * reference, or NULL where it never was. */
typedef TalRecord *(*TalMergeBaseFunc) (const TalKey *key, gpointer user_data);

/* 'home_unit' is the unit whose collection this is, or none.  'base' may be NULL.
 * 'label' is the change set's.  The bundle must hold together with the catalogue
 * (tal_bundle_check).  Fails only where 'runs' does, and when cancelled. */
TalMerge *tal_merge_new (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalBundle    *bundle,
                         TalId               home_unit,
                         TalMergePolicy      policy,
                         TalMergeBaseFunc    base,
                         gpointer            user_data,
                         const char         *label,
                         GCancellable       *cancellable,
                         GError            **error);
void      tal_merge_free (TalMerge *self);

/* All that is not an open conflict, of origin TAL_ORIGIN_IMPORT.  Borrowed. */
const TalChangeSet   *tal_merge_get_changes (const TalMerge *self);
const TalMergeCounts *tal_merge_get_counts (const TalMerge *self);
guint                 tal_merge_get_n_conflicts (const TalMerge *self);
const TalConflict    *tal_merge_get_conflict (const TalMerge *self, guint position);
/* Whether some conflict is open: then nothing should be written. */
gboolean tal_merge_has_open_conflict (const TalMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMerge, tal_merge_free)

G_END_DECLS
