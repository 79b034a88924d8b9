/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis of one goal: from nothing in round steps to a round number that holds both
 * the result and the target.  Shares run to 100 unless they are small.
 */

#pragma once

#include "base/tal-decimal.h"
#include "core/tal-attainment.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalDecimal step;
  guint      n_steps;
  gboolean   per_cent;

  /* In the axis' own unit; of a goal for all they are counts. */
  gboolean has_result;
  double   result;
  gboolean has_target;
  double   target;
} TalGoalScale;

TalGoalScale tal_goal_scale_for_status (const TalGoalStatus *status);
/* Of an axis that must hold 'most'. */
void tal_goal_scale_choose_steps (TalGoalScale *self, double most);

/* Where a value lies: 0 at the start, 1 at the end, cut to these. */
double tal_goal_scale_get_place (const TalGoalScale *self, double value);
/* What stands at a step, from 0 to n_steps; the last of a share with its unit. */
char *tal_goal_scale_dup_label (const TalGoalScale *self, guint step);

G_END_DECLS
