/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of TalMerge, shared by the file that compares and the one that takes back
 * what would break a rule.
 */

#pragma once

#include "exchange/tal-merge.h"

G_BEGIN_DECLS

struct _TalMerge
{
  TalCatalogue    *catalogue;
  TalRunSource    *runs;
  const TalBundle *bundle;
  TalId            home_unit;
  TalMergePolicy   policy;
  TalMergeBaseFunc base;
  gpointer         user_data;
  TalRun          *run; /* the one last asked for */
  TalChangeSet    *changes;
  GPtrArray       *conflicts; /* of TalConflict */
  TalMergeCounts   counts;
};

/* Open where the policy is to ask. */
TalConflict *tal_merge_add_conflict (TalMerge         *self,
                                     const TalKey     *key,
                                     TalConflictReason reason,
                                     const TalRecord  *ours,
                                     const TalRecord  *theirs,
                                     const TalRecord  *base);

/* Turns changes that would break a rule of the figures into conflicts, until what is
 * left breaks none. */
gboolean tal_merge_drop_what_breaks_rules (TalMerge     *self,
                                           GCancellable *cancellable,
                                           GError      **error);

G_END_DECLS
