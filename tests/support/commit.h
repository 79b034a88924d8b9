/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a test does to the collection of a workspace, in one line each. */

#pragma once

#include "core/tal-series.h"
#include "model/tal-workspace.h"

#include <glib.h>

G_BEGIN_DECLS

/* The first series of that name; ends the test where there is none. */
const TalSeries *commit_find_series (TalWorkspace *workspace, const char *name);

/* A figure that isn't there yet: the period as files write it ("2018-Q4"). */
TalChangeSet *commit_new_figure (TalWorkspace *workspace,
                                 const char   *series,
                                 const char   *period,
                                 gint64        value);
/* A series under another name. */
TalChangeSet *commit_new_name (TalWorkspace *workspace, const char *series, const char *name);
/* Counts of fewer than that in the series must not leave the program. */
TalChangeSet *commit_new_limit (TalWorkspace *workspace, const char *series, int below);
/* The first goal whose wording begins like that, with another target in its first period. */
TalChangeSet *commit_new_target (TalWorkspace *workspace, const char *wording, gint64 target);

/* Commits and returns when it is on disk and "committed" was emitted.  Frees the changes. */
void commit_wait (TalWorkspace *workspace, TalChangeSet *changes);
/* Returns when everything is done that the workspace was asked for before. */
void commit_wait_for_all (TalWorkspace *workspace);

G_END_DECLS
