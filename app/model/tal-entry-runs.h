/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures that an entry grid shows, in memory: the runs of every entered series that the
 * goals and series of one plan rest on, as of one catalogue, and how the goals once stood.  It
 * is a run source, so that what is computed from them is computed without the database.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-goal-past.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalEntryRuns TalEntryRuns;

/* Reads them from 'source'; NULL with its error.  Takes 'past'. */
TalEntryRuns *tal_entry_runs_load (const TalCatalogue *catalogue,
                                   TalRunSource       *source,
                                   TalGoalPast        *past,
                                   TalId               plan,
                                   GError            **error);
void          tal_entry_runs_free (TalEntryRuns *self);

const TalCatalogue *tal_entry_runs_get_catalogue (const TalEntryRuns *self);
const TalGoalPast  *tal_entry_runs_get_past (const TalEntryRuns *self);
/* Empty runs for what it does not hold. */
TalRunSource *tal_entry_runs_get_source (TalEntryRuns *self);
/* NULL where there is none; borrowed until the next change of that series. */
const TalRun         *tal_entry_runs_find_run (TalEntryRuns *self, TalId series);
const TalObservation *tal_entry_runs_find (TalEntryRuns *self, TalId series, TalPeriod period);

/* Takes over what was committed.  FALSE where more than figures was changed: then it must be
 * loaded anew. */
gboolean tal_entry_runs_apply (TalEntryRuns *self, const TalChangeSet *changes);

/* Of the plan, borrowed: every series that belongs to it or to one of its initiatives, in the
 * order of those. */
GPtrArray *tal_entry_runs_list_series (const TalCatalogue *catalogue, TalId plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalEntryRuns, tal_entry_runs_free)

G_END_DECLS
