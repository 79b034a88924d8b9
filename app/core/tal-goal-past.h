/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How goals stood before they were changed, as the history knows it: what was promised when a
 * result became final.
 *
 * It is filled in by whoever reads the history and then only asked.
 */

#pragma once

#include "base/tal-time.h"
#include "core/tal-goal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalGoalPast TalGoalPast;

TalGoalPast *tal_goal_past_new (void);
void         tal_goal_past_free (TalGoalPast *self);

/* The next change of a goal, in the order of the history.  'before' is referenced; NULL where
 * the change made the goal. */
void tal_goal_past_add (TalGoalPast *self, TalId goal, TalTime changed_at, const TalGoal *before);

/* The goal as it stood at 'when', borrowed; NULL where it was not changed after that, or was
 * not there yet. */
const TalGoal *tal_goal_past_find (const TalGoalPast *self, TalId goal, TalTime when);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalGoalPast, tal_goal_past_free)

G_END_DECLS
