/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-fraction.h"

static const TalFraction invalid = { 0, 0 };

static __int128
find_common_divisor (__int128 a, __int128 b)
{
  while (b != 0)
    {
      __int128 rest = a % b;

      a = b;
      b = rest;
    }

  return a < 0 ? -a : a;
}

/* The one number whose opposite does not exist is not let in, so that a sign can
 * always be turned. */
static TalFraction
make_fraction (__int128 numerator, __int128 denominator)
{
  const __int128 smallest = -(((__int128)1 << 126) - 1) * 2 - 2;
  __int128       divisor;

  if (denominator == 0 || numerator == smallest || denominator == smallest)
    return invalid;

  divisor = find_common_divisor (numerator, denominator);
  if (denominator < 0)
    divisor = -divisor;

  return (TalFraction){ numerator / divisor, denominator / divisor };
}

TalFraction
tal_fraction_from_decimal (TalDecimal value)
{
  __int128 unit = 1;

  g_return_val_if_fail (value.scale <= TAL_DECIMAL_MAX_SCALE, invalid);

  for (guint8 i = 0; i < value.scale; i++)
    unit *= 10;

  return make_fraction (value.coefficient, unit);
}

TalFraction
tal_fraction_from_integer (gint64 value)
{
  return (TalFraction){ value, 1 };
}

gboolean
tal_fraction_is_valid (TalFraction value)
{
  return value.denominator != 0;
}

gboolean
tal_fraction_is_zero (TalFraction value)
{
  return value.denominator != 0 && value.numerator == 0;
}

TalFraction
tal_fraction_add (TalFraction a, TalFraction b)
{
  __int128 divisor;
  __int128 left;
  __int128 right;
  __int128 sum;
  __int128 denominator;

  if (!tal_fraction_is_valid (a) || !tal_fraction_is_valid (b))
    return invalid;

  divisor = find_common_divisor (a.denominator, b.denominator);
  if (__builtin_mul_overflow (a.numerator, b.denominator / divisor, &left) ||
      __builtin_mul_overflow (b.numerator, a.denominator / divisor, &right) ||
      __builtin_add_overflow (left, right, &sum) ||
      __builtin_mul_overflow (a.denominator, b.denominator / divisor, &denominator))
    return invalid;

  return make_fraction (sum, denominator);
}

TalFraction
tal_fraction_subtract (TalFraction a, TalFraction b)
{
  b.numerator = -b.numerator;

  return tal_fraction_add (a, b);
}

/* Shortened crosswise first, so that only a result that is itself too large is lost. */
TalFraction
tal_fraction_multiply (TalFraction a, TalFraction b)
{
  TalFraction outer;
  TalFraction inner;
  __int128    numerator;
  __int128    denominator;

  if (!tal_fraction_is_valid (a) || !tal_fraction_is_valid (b))
    return invalid;

  outer = make_fraction (a.numerator, b.denominator);
  inner = make_fraction (b.numerator, a.denominator);
  if (__builtin_mul_overflow (outer.numerator, inner.numerator, &numerator) ||
      __builtin_mul_overflow (outer.denominator, inner.denominator, &denominator))
    return invalid;

  return make_fraction (numerator, denominator);
}

TalFraction
tal_fraction_divide (TalFraction a, TalFraction b)
{
  if (!tal_fraction_is_valid (b))
    return invalid;

  return tal_fraction_multiply (a, make_fraction (b.denominator, b.numerator));
}

static __int128
divide_downwards (__int128 numerator, __int128 denominator, __int128 *ret_rest)
{
  __int128 quotient = numerator / denominator;
  __int128 rest = numerator % denominator;

  if (rest < 0)
    {
      quotient--;
      rest += denominator;
    }

  *ret_rest = rest;
  return quotient;
}

/* By their continued fractions, which cannot overflow as products could: where the
 * whole parts are equal, the order of the rests is the opposite of the order of
 * their reciprocals. */
int
tal_fraction_compare (TalFraction a, TalFraction b)
{
  int direction = 1;

  g_return_val_if_fail (tal_fraction_is_valid (a), 0);
  g_return_val_if_fail (tal_fraction_is_valid (b), 0);

  for (;;)
    {
      __int128 rest_a;
      __int128 rest_b;
      __int128 whole_a = divide_downwards (a.numerator, a.denominator, &rest_a);
      __int128 whole_b = divide_downwards (b.numerator, b.denominator, &rest_b);

      if (whole_a != whole_b)
        return whole_a > whole_b ? direction : -direction;
      if (rest_a == 0 || rest_b == 0)
        return ((rest_a != 0) - (rest_b != 0)) * direction;

      a = (TalFraction){ a.denominator, rest_a };
      b = (TalFraction){ b.denominator, rest_b };
      direction = -direction;
    }
}

/* The next decimal of rest / denominator.  Ten additions modulo the denominator,
 * because ten times the rest may not fit in 128 bits. */
static int
find_next_digit (__int128 *rest, __int128 denominator)
{
  __int128 sum = 0;
  int      digit = 0;

  for (int i = 0; i < 10; i++)
    {
      if (sum >= denominator - *rest)
        {
          sum -= denominator - *rest;
          digit++;
        }
      else
        {
          sum += *rest;
        }
    }

  *rest = sum;
  return digit;
}

gboolean
tal_fraction_round (TalFraction value, guint8 scale, TalDecimal *ret_value)
{
  gboolean negative = value.numerator < 0;
  __int128 size = negative ? -value.numerator : value.numerator;
  __int128 rest;
  __int128 rounded;

  g_return_val_if_fail (scale <= TAL_DECIMAL_MAX_SCALE, FALSE);
  g_return_val_if_fail (ret_value != NULL, FALSE);

  if (!tal_fraction_is_valid (value) || size / value.denominator > TAL_DECIMAL_MAX_COEFFICIENT)
    return FALSE;

  rounded = size / value.denominator;
  rest = size % value.denominator;
  for (guint8 i = 0; i < scale; i++)
    rounded = rounded * 10 + find_next_digit (&rest, value.denominator);

  if (rest >= value.denominator - rest)
    rounded++;
  if (rounded > TAL_DECIMAL_MAX_COEFFICIENT)
    return FALSE;

  *ret_value = TAL_DECIMAL ((gint64)(negative ? -rounded : rounded), scale);
  return TRUE;
}

double
tal_fraction_to_double (TalFraction value)
{
  g_return_val_if_fail (tal_fraction_is_valid (value), 0);

  return (double)value.numerator / (double)value.denominator;
}
