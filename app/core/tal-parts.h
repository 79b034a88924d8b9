/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a series is made of, read side by side: its terms' figures period by period, in whole
 * numbers where that is enough, so that a million figures are added up in no time.  For the
 * plausibility check and nobody else.
 */

#pragma once

#include "base/tal-interval.h"
#include "core/tal-catalogue.h"
#include "core/tal-run.h"
#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalParts TalParts;

/* The terms above or below the line, added up in one period. */
typedef struct
{
  gboolean    known;      /* there are terms there, and each has a value or is not applicable */
  gboolean    plain;      /* the sum is 'billionths' and not 'value' */
  __int128    billionths; /* what it is counted in, so that every decimal is a whole number */
  TalFraction value;
} TalPartSum;

/* Reads the runs of the entered terms; NULL with the run source's error. */
TalParts *tal_parts_new (const TalCatalogue *catalogue,
                         TalRunSource       *runs,
                         const TalSeries    *series,
                         GError            **error);
void      tal_parts_free (TalParts *self);

/* Of the first entered term above the line, borrowed; NULL where there is none. */
const TalRun *tal_parts_get_leading_run (const TalParts *self);

/* Periods must come in the order of tal_period_compare.  A term that is not applicable ("-" in
 * a table) counts as nothing. */
gboolean tal_parts_sum (
    TalParts *self, TalTermPlace place, TalPeriod period, TalPartSum *ret_sum, GError **error);
/* The sum as a fraction, however it was made. */
TalFraction tal_part_sum_get_value (const TalPartSum *self);
/* A decimal in billionths. */
__int128 tal_parts_count_billionths (TalDecimal value);

/* What the sum may have been before its terms were rounded for print, with 'worded' also what
 * "ca." and its like hide.  The sum must be known. */
gboolean tal_parts_sum_interval (TalParts    *self,
                                 TalTermPlace place,
                                 TalPeriod    period,
                                 gboolean     worded,
                                 TalInterval *ret_sum,
                                 GError     **error);
/* The same of one term. */
gboolean tal_parts_get_interval (TalParts    *self,
                                 guint        position,
                                 TalPeriod    period,
                                 gboolean     worded,
                                 TalInterval *ret_interval,
                                 GError     **error);

guint tal_parts_get_length (const TalParts *self);

/* What a stated value may have been: counts are not rounded. */
TalInterval tal_parts_make_interval (const TalSeries      *series,
                                     const TalObservation *observation,
                                     gboolean              worded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalParts, tal_parts_free)

G_END_DECLS
