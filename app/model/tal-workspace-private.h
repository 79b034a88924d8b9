/* SPDX-License-Identifier: GPL-3.0-or-later */

/* For the files that a workspace is split over, and for nobody else. */

#pragma once

#include "core/tal-search.h"
#include "model/tal-collection.h"
#include "model/tal-publication.h"
#include "model/tal-worker.h"
#include "model/tal-workspace.h"

G_BEGIN_DECLS

struct _TalWorkspace
{
  GObject         parent_instance;
  TalWorker      *worker;     /* NULL once closed */
  TalCollection  *collection; /* the worker's: no other thread may touch it */
  TalPublication *shown;      /* the newest picture; NULL until it is open */
  TalPeriod       period;     /* that the statuses are for; unset is each goal's newest */
  guint           n_saving;
  TalSearchIndex *index; /* the worker's, of what was searched last; NULL for none */
};

/* Asks the worker to run 'func' with 'task'; where the workspace is closed the task fails
 * at once. */
void tal_workspace_run (TalWorkspace *self, GTask *task, GTaskThreadFunc func);

/* One more thing is on its way to the disk (1), or one less (-1). */
void tal_workspace_count_saving (TalWorkspace *self, int step);

/* Takes over a picture and says what is new in it. */
void tal_workspace_publish (TalWorkspace *self, TalPublication *publication);

G_END_DECLS
