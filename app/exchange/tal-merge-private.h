/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of TalMerge, shared by the files that it is split over: one compares, one makes
 * changes of what was chosen, one takes back what would break a rule.
 */

#pragma once

#include "core/tal-figure-rules.h"
#include "exchange/tal-merge.h"

G_BEGIN_DECLS

typedef struct _TalMergeFigures TalMergeFigures;

/* Figures of a bundle that stand beside one another: of one series of its pack. */
typedef struct
{
  guint series;
  guint first;
  guint length;
} TalFigureRange;

struct _TalMerge
{
  TalCatalogue    *catalogue;
  TalRunSource    *runs;
  const TalBundle *bundle;
  TalWriter        writer;
  TalRun          *run;         /* the one last asked for */
  GHashTable      *past;        /* TalKey → GPtrArray of TalRecord; NULL until it is known */
  GPtrArray       *differences; /* of TalDifference */
  GHashTable      *by_key;      /* TalKey inside a difference → it */
  TalChangeSet    *silent;      /* what says the same, but was written later, or has seen more */
  TalMergeCounts   counts;
  TalMergeFigures *figures;
};

/* The unit by whose clock the times of the record are: its owner, of a figure that of its
 * series as they have it, or as it is here. */
TalId tal_merge_find_owner (const TalMerge *self, const TalRecord *record);
/* What the record has grown from; NULL where nobody knows. */
TalVersions *tal_merge_ref_versions (const TalMerge *self, const TalRecord *record);
/* Whether it belongs to the unit that sent the bundle.  What is ours never does. */
gboolean tal_merge_is_senders (const TalMerge *self, const TalRecord *record);
/* The trace of an object that was removed here, or NULL; the other one also finds that of the
 * series that a figure went with. */
const TalRecord *tal_merge_find_own_trace (const TalMerge *self, const TalKey *key);
const TalRecord *tal_merge_find_trace (const TalMerge *self, const TalKey *key);
/* Of a record that nobody else has yet: says what it has grown from, in the shortest way. */
void tal_merge_set_versions (const TalMerge *self, TalRecord *record, const TalVersions *versions);
/* Makes the record a change of its own, made here and now by whoever has seen that: others see
 * that it is the newest, in those fields (of const TalField) and as a whole.  'fields' may be NULL. */
void tal_merge_decide (const TalMerge    *self,
                       TalRecord         *record,
                       const TalVersions *seen,
                       GPtrArray         *fields);
/* The observations of one series come one after the other: one run is kept. */
gboolean tal_merge_ensure_run (TalMerge *self, TalId series, GError **error);

/* Compares one record of the bundle.  With 'doubtful', only adds the key to that set where its
 * past must be known first. */
gboolean tal_merge_compare (
    TalMerge *self, const TalRecord *theirs, guint line, GHashTable *doubtful, GError **error);

/* The same of a figure that is known to be here as 'ours', or not to be here. */
void tal_merge_compare_figure (TalMerge        *self,
                               const TalRecord *ours,
                               const TalRecord *theirs,
                               guint            line,
                               GHashTable      *doubtful);
/* Adds the difference that a new figure is which may not be written, with the reason. */
void tal_merge_list_breach (TalMerge             *self,
                            const TalCatalogue   *after,
                            const TalChangeSet   *changes,
                            const TalObservation *theirs,
                            guint                 line);

TalMergeFigures *tal_merge_figures_new (const TalFigurePack *pack);
void             tal_merge_figures_free (TalMergeFigures *self);
/* How many are taken and have no difference of their own. */
guint tal_merge_figures_get_n_fresh (const TalMergeFigures *self);
/* Finds out which have to be compared, once; with 'doubtful' see tal_merge_compare. */
gboolean tal_merge_sort_figures (TalMerge     *merge,
                                 GHashTable   *doubtful,
                                 GCancellable *cancellable,
                                 GError      **error);
/* Then compares them. */
void tal_merge_resolve_figures (TalMerge *merge);
/* Lists those that would break a rule. */
gboolean tal_merge_check_fresh (TalMerge           *merge,
                                const TalCatalogue *after,
                                const TalChangeSet *changes,
                                GCancellable       *cancellable,
                                GError            **error);

/* Turns changes that would break a rule of the figures into breaches of their differences,
 * until what is left breaks none. */
gboolean tal_merge_drop_what_breaks_rules (TalMerge     *self,
                                           TalChangeSet *changes,
                                           GCancellable *cancellable,
                                           GError      **error);

G_END_DECLS
