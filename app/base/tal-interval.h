/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a number may have been before it was rounded for print: "8,7" was at least 8,65 and
 * at most 8,75; "ca. 40" was somewhere about it.  Sums and shares of printed numbers are
 * intervals too, so that a difference which rounding can explain is told from one that it
 * cannot.
 */

#pragma once

#include "base/tal-approximation.h"
#include "base/tal-decimal.h"
#include "base/tal-fraction.h"

#include <glib.h>

G_BEGIN_DECLS

/* Both ends are in it.  An end that is not valid is none: "mere end 35" has no upper end. */
typedef struct
{
  TalFraction low;
  TalFraction high;
} TalInterval;

/* Of exactly this value: a count of persons is not rounded. */
TalInterval tal_interval_from_exact (TalFraction value);
/* Half a unit of the last decimal to each side, and more where the word before the number
 * says so: a twentieth of it for "ca.", upwards for "godt", downwards for "knap" and "næsten", without
 * end for "mere end" and "under". */
TalInterval tal_interval_from_printed (TalDecimal value, TalApproximation approximation);

TalInterval tal_interval_add (TalInterval a, TalInterval b);
TalInterval tal_interval_subtract (TalInterval a, TalInterval b);
/* By a factor of either sign. */
TalInterval tal_interval_scale (TalInterval self, TalFraction factor);
/* 'b' is above or at zero; a part of it that isn't is left out of account.  Where it can be zero
 * there is no end on the far side, and no end at all where it can be nothing else. */
TalInterval tal_interval_divide (TalInterval a, TalInterval b);

/* Whether one number can be in both. */
gboolean tal_interval_overlaps (TalInterval a, TalInterval b);
gboolean tal_interval_contains (TalInterval self, TalFraction value);

G_END_DECLS
