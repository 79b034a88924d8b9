/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-interval.h"

/* A division by zero: the end that is not there. */
#define NO_END ((TalFraction){ 0, 0 })

/* Neither is true of an end that is not there. */
static gboolean
is_negative (TalFraction value)
{
  return tal_fraction_is_valid (value) && value.numerator < 0;
}

static gboolean
is_positive (TalFraction value)
{
  return tal_fraction_is_valid (value) && value.numerator > 0;
}

TalInterval
tal_interval_from_exact (TalFraction value)
{
  return (TalInterval){ value, value };
}

/* A part of the value's size, whatever its sign. */
static TalFraction
take_part (TalFraction value, gint64 parts)
{
  TalFraction part = tal_fraction_divide (value, tal_fraction_from_integer (parts));

  return is_negative (part) ? tal_fraction_subtract (tal_fraction_from_integer (0), part) : part;
}

TalInterval
tal_interval_from_printed (TalDecimal value, TalApproximation approximation)
{
  TalFraction exact = tal_fraction_from_decimal (value);
  TalFraction half = { 0 };
  TalFraction twentieth = { 0 };
  TalInterval self = { exact, exact };

  g_return_val_if_fail (!tal_decimal_is_none (value), self);

  half = take_part (tal_fraction_from_decimal (TAL_DECIMAL (1, value.scale)), 2);
  twentieth = tal_fraction_add (half, take_part (exact, 20));
  self.low = tal_fraction_subtract (exact, half);
  self.high = tal_fraction_add (exact, half);
  switch (approximation)
    {
    case TAL_APPROXIMATION_EXACT:
      break;
    case TAL_APPROXIMATION_ABOUT:
      self.low = tal_fraction_subtract (exact, twentieth);
      self.high = tal_fraction_add (exact, twentieth);
      break;
    case TAL_APPROXIMATION_OVER:
      self.high = tal_fraction_add (exact, twentieth);
      break;
    case TAL_APPROXIMATION_UNDER:
    case TAL_APPROXIMATION_NEARLY:
      self.low = tal_fraction_subtract (exact, twentieth);
      break;
    case TAL_APPROXIMATION_MORE_THAN:
      self.high = NO_END;
      break;
    case TAL_APPROXIMATION_LESS_THAN:
      self.low = NO_END;
      break;
    }

  return self;
}

TalInterval
tal_interval_add (TalInterval a, TalInterval b)
{
  return (TalInterval){ tal_fraction_add (a.low, b.low), tal_fraction_add (a.high, b.high) };
}

TalInterval
tal_interval_subtract (TalInterval a, TalInterval b)
{
  return (TalInterval){ tal_fraction_subtract (a.low, b.high),
                        tal_fraction_subtract (a.high, b.low) };
}

TalInterval
tal_interval_scale (TalInterval self, TalFraction factor)
{
  TalFraction one = tal_fraction_multiply (self.low, factor);
  TalFraction other = tal_fraction_multiply (self.high, factor);

  return is_negative (factor) ? (TalInterval){ other, one } : (TalInterval){ one, other };
}

/* An end below zero is farthest from it by the smallest divisor, which is where 'b' begins. */
TalInterval
tal_interval_divide (TalInterval a, TalInterval b)
{
  TalFraction smallest = is_positive (b.low) ? b.low : NO_END;

  if (tal_fraction_is_valid (b.high) && !is_positive (b.high))
    return (TalInterval){ NO_END, NO_END };

  return (TalInterval){ tal_fraction_divide (a.low, is_negative (a.low) ? smallest : b.high),
                        tal_fraction_divide (a.high, is_negative (a.high) ? b.high : smallest) };
}

/* Whether 'low' is not above 'high', an end that isn't there being no hindrance. */
static gboolean
is_in_order (TalFraction low, TalFraction high)
{
  return !tal_fraction_is_valid (low) || !tal_fraction_is_valid (high) ||
         tal_fraction_compare (low, high) <= 0;
}

gboolean
tal_interval_overlaps (TalInterval a, TalInterval b)
{
  return is_in_order (a.low, b.high) && is_in_order (b.low, a.high);
}

gboolean
tal_interval_contains (TalInterval self, TalFraction value)
{
  return is_in_order (self.low, value) && is_in_order (value, self.high);
}
