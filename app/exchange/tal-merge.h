/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a bundle would change in a collection, found by comparing and not by guessing
 * from times.  Pure: it changes nothing, and the same arguments give the same answer.
 *
 * What an object has grown from (TalVersions) says whether one side has seen the other's
 * content: then the newer is taken or kept.  Where neither has, the two are compared field by
 * field with what both have grown from: what changed only there is taken, what changed only
 * here is kept, what changed on both sides is a conflict.  A file that doesn't say what its
 * objects have grown from may change what belongs to its sender; any other difference is a
 * conflict.  An object that the bundle does not mention is never touched; what is gone there
 * is named by a removal.
 *
 * Who changed an object and when is no difference of its own: where the content is
 * the same, the later of the two is kept without a word.
 */

#pragma once

#include "core/tal-additions.h"
#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-run.h"
#include "core/tal-writer.h"
#include "exchange/tal-bundle.h"
#include "exchange/tal-difference.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalMerge          TalMerge;
typedef struct _TalMergeAdditions TalMergeAdditions;

/* Each object of the bundle is counted once. */
typedef struct
{
  guint n_new;
  guint n_changed;   /* there, wholly or in some fields */
  guint n_kept;      /* changed here only */
  guint n_unchanged; /* says the same on both sides */
  guint n_removed;
  guint n_conflicts;
} TalMergeCounts;

/* What objects were here earlier: of those keys (a set of const TalKey *) that have a past, an
 * array of their TalRecord, the newest first.  NULL with an error. */
typedef GHashTable *(*TalMergePastFunc) (GHashTable *keys, gpointer user_data, GError **error);

/* Compares.  'writer' is who decides here, and the unit whose collection this is.  'past' may be
 * NULL.  The bundle must hold together with the catalogue (tal_bundle_check) and must, as 'runs',
 * outlive the merge.  Fails only where 'runs' or 'past' does, and when cancelled. */
TalMerge *tal_merge_new (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalBundle    *bundle,
                         const TalWriter    *writer,
                         TalMergePastFunc    past,
                         gpointer            user_data,
                         GCancellable       *cancellable,
                         GError            **error);
void      tal_merge_free (TalMerge *self);

const TalMergeCounts *tal_merge_get_counts (const TalMerge *self);
/* In the order of the bundle. */
guint                tal_merge_get_n_differences (const TalMerge *self);
const TalDifference *tal_merge_get_difference (const TalMerge *self, guint position);

/* Of new figures only some thousands are differences, which is more than people look at; the others
 * are taken.  How many those are. */
guint tal_merge_get_n_unlisted (const TalMerge *self);

/* Takes theirs, or leaves what is here.  A conflict may be left open. */
void tal_merge_choose (TalMerge *self, guint position, TalChoice choice);
/* Decides everything that is open. */
void tal_merge_choose_all (TalMerge *self, TalChoice choice);

/* All that was chosen, of origin TAL_ORIGIN_IMPORT.  What would break a rule of the figures is
 * left out, and its difference says why. */
TalChangeSet *tal_merge_make_changes (TalMerge     *self,
                                      const char   *label,
                                      GCancellable *cancellable,
                                      GError      **error);
/* What goes with those changes: the new figures that have no difference of their own. */
TalMergeAdditions *tal_merge_additions_new (const TalMerge *merge, GCancellable *cancellable);
void               tal_merge_additions_free (TalMergeAdditions *self);
/* NULL where there are none. */
TalAdditions *tal_merge_additions_get (TalMergeAdditions *self);

/* Whether a difference is open (see tal_difference_is_open). */
gboolean tal_merge_is_open (const TalMerge *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMerge, tal_merge_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalMergeAdditions, tal_merge_additions_free)

G_END_DECLS
