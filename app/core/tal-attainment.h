/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a goal stands in a period: its result beside its target, and the verdict.  A
 * pure function of records, figures and the day it is asked on.
 *
 * The verdict is decided on exact values, never on rounded ones.  Equal is enough
 * for "at least", "at most" and "exactly"; "more than" and "fewer than" are strict;
 * "all" means that the numerator equals the denominator.  A figure that is
 * preliminary, or whose period isn't over, gives "so far"; but where the measure can
 * only rise, a target once passed is already met, and a ceiling once broken stays
 * broken.  A goal of several criteria stands as its weakest does.
 */

#pragma once

#include "core/tal-attainment-state.h"
#include "core/tal-catalogue.h"
#include "core/tal-goal-figures.h"
#include "core/tal-goal.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

/* A value; its pointers are borrowed from the catalogue it was made with. */
typedef struct
{
  const TalCatalogue *catalogue; /* that it was made with */
  const TalGoal      *goal;
  const TalCriterion *criterion; /* the deciding one; NULL for a goal without */
  const TalSeries    *series;    /* its series; NULL likewise */
  TalPeriod           period;    /* of the result; unset where there is none */
  TalPeriod           target_period;
  TalDecimal          target; /* TAL_DECIMAL_NONE where there is none */
  TalFigure           figure;
  TalFigure           numerator; /* not found where none is known */
  TalFigure           denominator;
  TalAttainment       attainment;
  gboolean            overridden; /* a person put this verdict in the computed one's place */
} TalGoalStatus;

/* The verdict on figures that are there already. */
TalGoalStatus tal_attainment_conclude (const TalCatalogue   *catalogue,
                                       const TalGoal        *goal,
                                       const TalGoalFigures *figures,
                                       TalDay                today);

/* The figures gathered (see tal_goal_figures_gather for 'period') and the verdict. */
gboolean tal_attainment_assess (const TalCatalogue *catalogue,
                                TalRunSource       *runs,
                                const TalGoal      *goal,
                                TalPeriod           period,
                                TalDay              today,
                                TalGoalStatus      *ret_status,
                                GError            **error);

/* Whether a value stands to its target as the comparison asks; both must be valid.  For
 * "all" and "at least half" they are the numerator and the denominator. */
gboolean tal_comparison_holds (TalComparison comparison, TalFraction value, TalFraction target);

/* Whether a value stands to a target that is not "all".  A target with all nine decimals
 * is a computed level, as near as a decimal comes to it; the value is then taken as near,
 * so that two thirds are at least two thirds. */
gboolean tal_attainment_holds (TalComparison comparison, TalFraction value, TalDecimal target);

/* The verdict on one criterion alone. */
TalAttainment tal_attainment_decide (TalComparison              comparison,
                                     gboolean                   cumulative,
                                     const TalCriterionFigures *figures,
                                     TalPeriod                  period,
                                     TalDay                     today);

/* "at-least" … "all", "compound" for several criteria, "none" for none. */
const char *tal_goal_status_get_rule (const TalGoalStatus *self);

/* How far the result is on the way to the target: 1 at the target, 2 at
 * double.  For a ceiling it is target ÷ result.  FALSE where there is no result, no
 * target, or nothing to divide by. */
gboolean tal_goal_status_get_reach (const TalGoalStatus *self, TalFraction *ret_reach);

G_END_DECLS
