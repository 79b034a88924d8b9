/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures that a verdict on a goal rests on, in one period: for each criterion
 * its result, numerator, denominator and target.  They do not depend on the day,
 * so the newest ones of each goal are kept beside the data they come from and a
 * page of goals is shown without reading a single run.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-derive.h"
#include "core/tal-goal.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

/* The target of a level that is computed has all nine decimals (fewer where it is too
 * large for them), for the verdict's sake. */
typedef struct
{
  TalFigure figure;
  TalFigure numerator; /* not found where none is known */
  TalFigure denominator;
  TalTarget target; /* its value is TAL_DECIMAL_NONE where there is none */
} TalCriterionFigures;

typedef struct
{
  TalPeriod            period;     /* unset where the goal has no result at all */
  guint                n_criteria; /* the goal's */
  TalCriterionFigures *criteria;   /* owned */
} TalGoalFigures;

void tal_goal_figures_clear (TalGoalFigures *self);

/* Those of exactly 'period', or where it is unset of the newest period with a
 * result: the one that ends last, then one of the same kind as the target's, then
 * the longest.  Without any result the figures are not found, and the target is the
 * latest one set or the earlier result to be kept.  The goal must be in the catalogue. */
gboolean tal_goal_figures_gather (const TalCatalogue *catalogue,
                                  TalRunSource       *runs,
                                  const TalGoal      *goal,
                                  TalPeriod           period,
                                  TalGoalFigures     *ret_figures,
                                  GError            **error);

/* The periods in which a criterion of the goal may have a figure, oldest first: an
 * array of TalPeriod. */
GArray *tal_goal_figures_list_periods (const TalCatalogue *catalogue,
                                       TalRunSource       *runs,
                                       const TalGoal      *goal,
                                       GError            **error);

/* The entered series that the goal's figures (targets included) rest on: an array of
 * const TalSeries *, each once. */
GPtrArray *tal_goal_figures_list_entered (const TalCatalogue *catalogue, const TalGoal *goal);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalGoalFigures, tal_goal_figures_clear)

G_END_DECLS
