/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers that initiatives have in their plan and goals in their initiative.  In most
 * plans goals are numbered through, so that "mål 5" is one goal of the plan; in others each
 * initiative begins again from 1.
 */

#pragma once

#include "core/tal-writer.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whether no two goals of the plan have the same number. */
gboolean tal_goal_number_runs_through (const TalCatalogue *catalogue, TalId plan);
/* Of a new goal: after all others of the plan where they are numbered through, else after the
 * initiative's own. */
int tal_goal_number_find_next (const TalCatalogue *catalogue, TalId initiative);
/* Of a new initiative; 0 where the plan has some and none has a number. */
int tal_goal_number_find_next_initiative (const TalCatalogue *catalogue, TalId plan);

typedef struct
{
  TalKind kind; /* TAL_KIND_GOAL or TAL_KIND_INITIATIVE */
  TalId   id;
  int     steps; /* towards the end; negative is towards the beginning */
} TalMoveRequest;

/* TalChangeMakers.  The first moves a goal among those of its initiative, or an initiative among
 * those of its plan: the numbers stay where they are and the records change places.  Nothing
 * where it stands at the end already. */
TalChangeSet *tal_goal_number_move (const TalCatalogue *catalogue,
                                    TalRunSource       *runs,
                                    const TalWriter    *writer,
                                    gconstpointer       move_request,
                                    GError            **error);
/* Numbers the goals of a plan through from 1, in the order in which they stand; the request
 * is the plan's TalId. */
TalChangeSet *tal_goal_number_renumber (const TalCatalogue *catalogue,
                                        TalRunSource       *runs,
                                        const TalWriter    *writer,
                                        gconstpointer       plan,
                                        GError            **error);

G_END_DECLS
