/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small collection in memory, made in a few lines by a test: series with their
 * figures, goals with their targets, and the runs that the figures are read from.
 *
 * Everything is written as in files, and what cannot be read ends the test.  Records
 * may be changed until the catalogue is first asked for.
 */

#pragma once

#include "core/tal-assessment.h"
#include "core/tal-attainment.h"
#include "core/tal-catalogue.h"
#include "core/tal-derive.h"
#include "core/tal-goal-past.h"
#include "core/tal-goal.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalRunSource  source;
  GPtrArray    *records;      /* of TalRecord */
  GPtrArray    *observations; /* of TalObservation */
  TalCatalogue *catalogue;    /* NULL until it is asked for */
  TalGoalPast  *past;         /* NULL where nobody gave it one; freed with the sample */
  gboolean      unreadable;   /* every run gives an error */
  guint         n_reads;      /* runs asked for */
} Sample;

Sample *sample_new (void);
void    sample_free (Sample *self);

TalPeriod  sample_period (const char *text);
TalDay     sample_day (const char *text);
TalDecimal sample_decimal (const char *text);

/* Borrowed from the sample. */
TalSeries *sample_add_series (Sample *self, const char *name, TalMeasureUnit unit, int decimals);
/* Of persons. */
TalSeries *sample_add_count (Sample *self, const char *name);
TalGoal   *sample_add_goal (Sample *self, int number);
gpointer   sample_add_record (Sample *self, TalKind kind);

void sample_add_term (TalSeries *self, const TalSeries *part, TalTermSign sign, TalTermPlace place);
/* A share in per cent, without decimals, of two series that count. */
TalSeries *sample_add_share (Sample *self, const TalSeries *above, const TalSeries *below);

/* 'target' may be NULL.  Valid until the next criterion of the goal. */
TalCriterion *sample_add_criterion (TalGoal         *goal,
                                    const TalSeries *series,
                                    TalComparison    comparison,
                                    const char      *period,
                                    const char      *target);

/* 'value' is a number as in files, "ca. " before it where approximate, "*" behind it where
 * preliminary, "~" where an estimate; or "not-available", "withheld" and the like. */
TalObservation *sample_enter (Sample          *self,
                              const TalSeries *series,
                              const char      *period,
                              const char      *value);

const TalCatalogue *sample_get_catalogue (Sample *self);

/* 'period' may be NULL: the newest. */
TalGoalStatus sample_assess (Sample        *self,
                             const TalGoal *goal,
                             const char    *period,
                             const char    *today);

/* The figure as text: "49", "withheld", "unfound"; with "*", "~" and "ca. " as above. */
char *sample_derive (Sample *self, const TalSeries *series, const char *period, int decimals);

/* What the plausibility check finds: "code severity period stored -> expected", one a line,
 * with plain spaces, and "kept " before what somebody said is right. */
char *sample_dup_findings (Sample *self, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sample, sample_free)

G_END_DECLS
