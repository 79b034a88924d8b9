/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether figures may be put side by side, drawn in one chart or added up, and the Danish
 * note that says why not.  A pure function of records and figures.
 *
 * Figures of different units, of different things, of shares of different wholes or from
 * initiatives that are measured in ways of their own are not comparable.  Where only the
 * source, method, target group, place, period or state differ they may be compared, and it
 * is said.  What is not recorded on both sides is no difference: the note never guesses.
 * Price levels are not its business; the figures here are not money of several years.
 */

#pragma once

#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"
#include "core/tal-derive.h"

#include <glib.h>

G_BEGIN_DECLS

/* A set of what differs. */
typedef enum
{
  TAL_DIFFERENCE_NONE = 0,
  TAL_DIFFERENCE_PLAN = 1 << 0, /* initiatives of a plan that forbids comparison */
  TAL_DIFFERENCE_UNIT = 1 << 1,
  TAL_DIFFERENCE_MEASURE = 1 << 2, /* what is counted */
  TAL_DIFFERENCE_DENOMINATOR = 1 << 3,
  TAL_DIFFERENCE_UNSTATED_DENOMINATOR = 1 << 4, /* of one share only */
  TAL_DIFFERENCE_DEFINITION = 1 << 5,
  TAL_DIFFERENCE_TARGET_GROUP = 1 << 6, /* or the population a goal is measured on */
  TAL_DIFFERENCE_AREA = 1 << 7,
  TAL_DIFFERENCE_OFFER = 1 << 8,
  TAL_DIFFERENCE_PROVIDER = 1 << 9,
  TAL_DIFFERENCE_COHORT = 1 << 10,
  TAL_DIFFERENCE_PERIOD = 1 << 11, /* of the same length; not of one series, whose story it is */
  TAL_DIFFERENCE_PERIOD_LENGTH = 1 << 12,
  TAL_DIFFERENCE_OVERLAP = 1 << 13, /* figures to be added hold the same days */
  TAL_DIFFERENCE_ROLL_UP = 1 << 14, /* how periods make a longer one */
  TAL_DIFFERENCE_SOURCE = 1 << 15,
  TAL_DIFFERENCE_METHOD = 1 << 16,
  TAL_DIFFERENCE_STATE = 1 << 17,
  TAL_DIFFERENCE_APPROXIMATION = 1 << 18,
} TalDifference;

typedef enum
{
  TAL_COMPARABILITY_USE_BESIDE, /* in a table or a sentence */
  TAL_COMPARABILITY_USE_DRAWN,  /* in one chart */
  TAL_COMPARABILITY_USE_ADDED,
} TalComparabilityUse;

typedef enum
{
  TAL_COMPARABILITY_FULL,
  TAL_COMPARABILITY_NOTED,
  TAL_COMPARABILITY_REFUSED,
} TalComparabilityGrade;

/* A series, perhaps one figure of it, perhaps as the result of a goal. */
typedef struct
{
  const TalSeries *series;
  const TalFigure *figure; /* NULL is the series as a whole */
  TalPeriod        period; /* of the figure; may be unset */
  const TalGoal   *goal;   /* whose population, source and method go before the series'; or NULL */
} TalComparabilitySubject;

typedef struct
{
  TalComparabilityGrade grade;
  TalDifference         differences; /* those that the note says */
  char                 *note;        /* one Danish sentence; NULL where nothing differs */
} TalComparability;

void tal_comparability_clear (TalComparability *self);

/* Of all the subjects with one another.  'shown' are the differences that the table or the
 * chart is about, such as the target groups of its rows; they are not said unless they
 * forbid the comparison.  Of two subjects the note has both sides' words: "Tallene kan ikke
 * sammenlignes: de har forskellig enhed (helårspersoner og sager)."; of more it names what
 * differs: "Forskellige målgrupper og måleperioder; procentsatserne kan ikke sammenlignes." */
TalComparability tal_comparability_assess (const TalCatalogue            *catalogue,
                                           const TalComparabilitySubject *subjects,
                                           guint                          n_subjects,
                                           TalComparabilityUse            use,
                                           TalDifference                  shown);

/* The result of a goal as a subject; the status must have a series and must live as long. */
TalComparabilitySubject tal_comparability_subject_for_status (const TalGoalStatus *status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalComparability, tal_comparability_clear)

G_END_DECLS
