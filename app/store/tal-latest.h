/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The newest figures of every goal, kept beside what they are computed from and
 * written in the same transaction, so that an overview reads no run.  Nothing is
 * known here that could not be computed again.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-change-set.h"
#include "core/tal-goal-figures.h"
#include "core/tal-run.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* Within a transaction that has written the changes: computes the goals again that
 * they may touch. */
gboolean tal_latest_update (TalDatabase        *database,
                            const TalCatalogue *after,
                            TalRunSource       *runs,
                            const TalChangeSet *changes,
                            GError            **error);
/* The same where figures of those series, an array of TalId, were added or taken away. */
gboolean tal_latest_update_series (TalDatabase        *database,
                                   const TalCatalogue *after,
                                   TalRunSource       *runs,
                                   const GArray       *series,
                                   GError            **error);
/* Within a transaction: computes all of them again. */
gboolean tal_latest_rebuild (TalDatabase        *database,
                             const TalCatalogue *catalogue,
                             TalRunSource       *runs,
                             GError            **error);

/* The goals whose kept figures are not what they would be if computed now: an array
 * of const TalGoal *. */
GPtrArray *tal_latest_list_wrong (TalDatabase        *database,
                                  const TalCatalogue *catalogue,
                                  TalRunSource       *runs,
                                  GError            **error);

G_END_DECLS
