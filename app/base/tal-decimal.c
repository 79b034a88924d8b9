/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-decimal.h"

#include "base/tal-error.h"
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A sign, all digits of a gint64 and a point. */
#define LONGEST_TEXT 24

static const gint64 powers_of_ten[] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000,
};

G_STATIC_ASSERT (G_N_ELEMENTS (powers_of_ten) == TAL_DECIMAL_MAX_SCALE + 1);

static gboolean
is_well_formed (const char *text)
{
  const char *at = text;

  if (*at == '-')
    at++;
  if (!g_ascii_isdigit (*at))
    return FALSE;
  while (g_ascii_isdigit (*at))
    at++;
  if (*at == '\0')
    return TRUE;
  if (*at != '.' || !g_ascii_isdigit (at[1]))
    return FALSE;

  at++;
  while (g_ascii_isdigit (*at))
    at++;

  return *at == '\0';
}

static gboolean
read_digits (const char *text, TalDecimal *ret_value)
{
  TalDecimal value = TAL_DECIMAL (0, 0);
  gboolean   behind_point = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '.')
        {
          behind_point = TRUE;
          continue;
        }

      if (value.coefficient > TAL_DECIMAL_MAX_COEFFICIENT / 10)
        return FALSE;
      value.coefficient = value.coefficient * 10 + g_ascii_digit_value (*at);

      if (behind_point && ++value.scale > TAL_DECIMAL_MAX_SCALE)
        return FALSE;
    }

  *ret_value = value;
  return TRUE;
}

gboolean
tal_decimal_parse (const char *text, TalDecimal *ret_value, GError **error)
{
  g_autofree char *quotable = NULL;
  gboolean         negative;
  TalDecimal       value;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_value != NULL, FALSE);

  if (!is_well_formed (text))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT,
                   _("“%s” is not a number with a point before the decimals."), quotable);
      return FALSE;
    }

  negative = *text == '-';
  if (!read_digits (negative ? text + 1 : text, &value))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
                   _("“%s” has more than 18 digits or more than 9 decimals."), quotable);
      return FALSE;
    }

  if (negative)
    value.coefficient = -value.coefficient;

  *ret_value = value;
  return TRUE;
}

#define EXACT_DIGITS 15 /* as many as a binary number always keeps apart */
#define LARGEST_EXACT 1e15

/* Without the zeros that end its decimals. */
static TalDecimal
strip_zeros (TalDecimal value)
{
  while (value.scale > 0 && value.coefficient % 10 == 0)
    value = TAL_DECIMAL (value.coefficient / 10, (guint8)(value.scale - 1));

  return value;
}

/* What is written with so few digits is the shortest way to write it. */
static gboolean
is_short (const char *text)
{
  gsize length = strlen (text);

  return length <= EXACT_DIGITS && is_well_formed (text);
}

/* To 15 digits, of which at most TAL_DECIMAL_MAX_SCALE are decimals. */
static gboolean
round_binary (double number, TalDecimal *ret_value)
{
  char   written[64];
  char   format[] = "%.0f";
  int    magnitude = 0; /* digits before the point */
  double bound = 1;

  for (; fabs (number) >= bound; bound *= 10)
    magnitude++;
  if (magnitude > 18)
    return FALSE;

  format[2] = (char)('0' + CLAMP (EXACT_DIGITS - magnitude, 0, TAL_DECIMAL_MAX_SCALE));
  return tal_decimal_parse (g_ascii_formatd (written, sizeof written, format, number), ret_value,
                            NULL);
}

/* A quotient of two whole numbers that a binary number holds is the one nearest to the decimal. */
static gboolean
find_exact (double number, TalDecimal *ret_value)
{
  for (guint8 scale = 0; scale <= TAL_DECIMAL_MAX_SCALE; scale++)
    {
      double unit = (double)powers_of_ten[scale];
      double scaled = number * unit;
      gint64 coefficient = 0;
      double back = 0;

      if (fabs (scaled) >= LARGEST_EXACT)
        return FALSE;

      coefficient = (gint64)(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
      back = (double)coefficient / unit;
      if (back >= number && back <= number)
        {
          *ret_value = TAL_DECIMAL (coefficient, scale);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_binary (const char *text, double *ret_number)
{
  char *end = NULL;

  *ret_number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*ret_number) &&
         text[strspn (text, "+-0123456789.eE")] == '\0';
}

gboolean
tal_decimal_parse_binary (const char *text,
                          TalDecimal *ret_value,
                          gboolean   *ret_rounded,
                          GError    **error)
{
  g_autofree char *quotable = NULL;
  TalDecimal       value;
  double           number = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_value != NULL && ret_rounded != NULL, FALSE);

  if (is_short (text) && tal_decimal_parse (text, &value, NULL))
    {
      *ret_value = strip_zeros (value);
      *ret_rounded = FALSE;
      return TRUE;
    }

  if (!read_binary (text, &number))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_INVALID_TEXT, _("“%s” is not a number."), quotable);
      return FALSE;
    }
  if (find_exact (number, &value))
    {
      *ret_value = value;
      *ret_rounded = FALSE;
      return TRUE;
    }
  if (!round_binary (number, &value))
    {
      quotable = tal_error_dup_quotable (text);
      g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
                   _("“%s” has more than 18 digits or more than 9 decimals."), quotable);
      return FALSE;
    }

  /* Whole numbers beyond 15 digits are as they stand. */
  *ret_rounded = fabs (number) < LARGEST_EXACT || (double)value.coefficient < number ||
                 (double)value.coefficient > number;
  *ret_value = strip_zeros (value);
  return TRUE;
}

char *
tal_decimal_to_string (TalDecimal value)
{
  char   text[LONGEST_TEXT];
  char  *p = text + sizeof text - 1;
  gint64 rest = ABS (value.coefficient);

  g_return_val_if_fail (value.scale <= TAL_DECIMAL_MAX_SCALE, NULL);

  /* By hand, from the last digit on: an export has one for each of its figures. */
  *p = '\0';
  for (int n_digits = 0; n_digits <= value.scale || rest > 0; n_digits++, rest /= 10)
    {
      if (n_digits == value.scale && n_digits > 0)
        *--p = '.';
      *--p = (char)('0' + rest % 10);
    }
  if (value.coefficient < 0)
    *--p = '-';
  return g_strdup (p);
}

int
tal_decimal_compare (TalDecimal a, TalDecimal b)
{
  __int128 left;
  __int128 right;

  g_return_val_if_fail (a.scale <= TAL_DECIMAL_MAX_SCALE, 0);
  g_return_val_if_fail (b.scale <= TAL_DECIMAL_MAX_SCALE, 0);

  left = (__int128)a.coefficient * powers_of_ten[b.scale];
  right = (__int128)b.coefficient * powers_of_ten[a.scale];

  return (left > right) - (left < right);
}

gboolean
tal_decimal_is_identical (TalDecimal a, TalDecimal b)
{
  return a.coefficient == b.coefficient && a.scale == b.scale;
}

gboolean
tal_decimal_is_zero (TalDecimal value)
{
  return value.coefficient == 0;
}

gboolean
tal_decimal_is_negative (TalDecimal value)
{
  return value.coefficient < 0;
}

gboolean
tal_decimal_is_whole (TalDecimal value)
{
  g_return_val_if_fail (value.scale <= TAL_DECIMAL_MAX_SCALE, FALSE);

  return value.coefficient % powers_of_ten[value.scale] == 0;
}

static TalDecimal
append_zeros (TalDecimal value, guint8 count)
{
  gint64 unit = powers_of_ten[count];

  if (ABS (value.coefficient) > TAL_DECIMAL_MAX_COEFFICIENT / unit)
    return value;

  return TAL_DECIMAL (value.coefficient * unit, (guint8)(value.scale + count));
}

TalDecimal
tal_decimal_round (TalDecimal value, guint8 scale)
{
  gint64 unit;
  gint64 size;
  gint64 rounded;

  g_return_val_if_fail (value.scale <= TAL_DECIMAL_MAX_SCALE, value);
  g_return_val_if_fail (scale <= TAL_DECIMAL_MAX_SCALE, value);

  if (scale >= value.scale)
    return append_zeros (value, (guint8)(scale - value.scale));

  unit = powers_of_ten[value.scale - scale];
  size = ABS (value.coefficient);
  rounded = size / unit + (size % unit >= unit / 2);

  return TAL_DECIMAL (value.coefficient < 0 ? -rounded : rounded, scale);
}

double
tal_decimal_to_double (TalDecimal value)
{
  g_return_val_if_fail (value.scale <= TAL_DECIMAL_MAX_SCALE, 0);

  return (double)value.coefficient / (double)powers_of_ten[value.scale];
}
