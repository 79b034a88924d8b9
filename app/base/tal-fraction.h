/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An exact fraction for arithmetic between decimals: shares, sums and changes
 * are computed with it and rounded once, when they are shown, so that 8048 of
 * 24208 is 33,2 pct. and never 33,3 by way of 33,25.
 *
 * A value type, kept in lowest terms with a positive denominator.  What is too
 * large for 128 bits, and a division by zero, gives an invalid fraction, which
 * stays invalid through further arithmetic.
 */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  __int128 numerator;
  __int128 denominator; /* zero marks an invalid fraction */
} TalFraction;

TalFraction tal_fraction_from_decimal (TalDecimal value);
TalFraction tal_fraction_from_integer (gint64 value);

gboolean    tal_fraction_is_valid (TalFraction value);
gboolean    tal_fraction_is_zero (TalFraction value);
TalFraction tal_fraction_add (TalFraction a, TalFraction b);
TalFraction tal_fraction_subtract (TalFraction a, TalFraction b);
TalFraction tal_fraction_multiply (TalFraction a, TalFraction b);
TalFraction tal_fraction_divide (TalFraction a, TalFraction b);

/* Both must be valid. */
int tal_fraction_compare (TalFraction a, TalFraction b);

/* The nearest decimal with 'scale' decimals, halves away from zero.  FALSE where
 * the fraction is invalid or too large for a decimal. */
gboolean tal_fraction_round (TalFraction value, guint8 scale, TalDecimal *ret_value);

/* For drawing only.  The fraction must be valid. */
double tal_fraction_to_double (TalFraction value);

G_END_DECLS
