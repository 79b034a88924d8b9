/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A promise about one or more series.  It has one criterion for each thing that
 * must hold; a goal of several is met when each is, a goal of none is not
 * measured.  A criterion has a target for each period it was set for, which is
 * carried forward until the next.
 */

#pragma once

#include "core/tal-record.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_COMPARISON_AT_LEAST,
  TAL_COMPARISON_AT_MOST,
  TAL_COMPARISON_MORE_THAN,
  TAL_COMPARISON_FEWER_THAN,
  TAL_COMPARISON_EXACTLY,
  TAL_COMPARISON_ALL,           /* the share's numerator equals its denominator; needs no target */
  TAL_COMPARISON_AT_LEAST_HALF, /* it is half of it or more; needs no target */
} TalComparison;

typedef enum
{
  TAL_TARGET_FIXED,
  TAL_TARGET_BENCHMARK, /* another unit's realised level in the same period */
  TAL_TARGET_KEEP,      /* an earlier result */
} TalTargetBasis;

/* What the target is counted in, as adopted: the series' own unit, or another one, which is a
 * fault of the goal that its reader must know.  After the first, as TalMeasureUnit. */
typedef enum
{
  TAL_TARGET_UNIT_OF_SERIES,
  TAL_TARGET_UNIT_PERSONS,
  TAL_TARGET_UNIT_FULL_TIME_PERSONS,
  TAL_TARGET_UNIT_FULL_YEAR_PERSONS,
  TAL_TARGET_UNIT_FULL_YEAR_PLACES,
  TAL_TARGET_UNIT_FAMILIES,
  TAL_TARGET_UNIT_COURSES,
  TAL_TARGET_UNIT_PLACEMENTS,
  TAL_TARGET_UNIT_CASES,
  TAL_TARGET_UNIT_AWARDS,
  TAL_TARGET_UNIT_COUNT,
  TAL_TARGET_UNIT_PER_CENT,
} TalTargetUnit;

typedef struct
{
  TalPeriod  period;
  TalDecimal value;
} TalTarget;

typedef struct
{
  TalId          series;
  TalComparison  comparison;
  TalTargetUnit  target_unit;
  TalTargetBasis basis;
  TalId          basis_unit;   /* whose level it is, or none */
  TalId          basis_series; /* where that level is found, or none: then targets hold it */
  TalPeriod      basis_period; /* of the result to be kept */
  GArray        *targets;      /* of TalTarget; NULL is empty */
} TalCriterion;

typedef struct
{
  TalRecord record;
  TalId     initiative;
  int       number;
  gboolean  cumulative;       /* a preliminary figure can only rise */
  TalPeriod measuring_period; /* where it differs from the target's */
  int       deadline_weeks;   /* 0 is none */
  TalDay    adopted_on;
  char     *wording; /* as adopted */
  char     *adopted_by;
  char     *reason;     /* why this target */
  char     *population; /* whom it is measured on */
  char     *source;
  char     *method;
  char     *note;
  GArray   *criteria; /* of TalCriterion; NULL is empty */
} TalGoal;

#define TAL_GOAL(record) \
  ((const TalGoal *)tal_record_check ((const TalRecord *)(record), TAL_KIND_GOAL))

extern const TalStructure tal_goal_structure;

guint               tal_goal_get_n_criteria (const TalGoal *self);
const TalCriterion *tal_goal_get_criterion (const TalGoal *self, guint position);
/* Whether it compares with a target; "all" and "at least half" compare the share's own counts. */
gboolean tal_comparison_needs_target (TalComparison comparison);
/* "at-least", "fixed": the fixed words of files. */
const char *tal_comparison_get_name (TalComparison comparison);
const char *tal_target_basis_get_name (TalTargetBasis basis);

/* The target in force for a result in 'period': the one set for exactly that
 * period, else the latest set for a period that began no later than it ended, of two
 * that began alike the longer's.
 * FALSE where none was set. */
gboolean tal_criterion_find_target (const TalCriterion *self,
                                    TalPeriod           period,
                                    TalTarget          *ret_target);

/* For whoever makes a goal: a criterion at its defaults, added to a draft.  It is at that
 * address until the next one is added. */
TalCriterion *tal_goal_add_criterion (TalGoal *self);
void          tal_goal_remove_criterion (TalGoal *self, guint position);
void          tal_criterion_add_target (TalCriterion *self, TalPeriod period, TalDecimal value);
void          tal_criterion_clear_targets (TalCriterion *self);

G_END_DECLS
