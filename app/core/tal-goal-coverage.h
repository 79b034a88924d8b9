/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of the period that a goal is for its figure covers: 19 of 24 months.  Whole months
 * are counted as months, anything else as days.  A figure that covers all of it, or lies
 * outside it, has no coverage to tell.
 */

#pragma once

#include "core/tal-attainment.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int      n_covered;
  int      n_wanted;
  gboolean in_months; /* else in days */
} TalGoalCoverage;

/* FALSE where nothing is missing or there is no figure. */
gboolean tal_goal_coverage_find (const TalGoalStatus *status, TalGoalCoverage *ret_coverage);

/* "19 af 24 måneder" */
char *tal_goal_coverage_write (const TalGoalCoverage *self);
/* "Der mangler 5 måneder", "Der mangler 1 måned" */
char *tal_goal_coverage_write_missing (const TalGoalCoverage *self);

G_END_DECLS
