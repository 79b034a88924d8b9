/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An exact decimal number as a person wrote it: 8,70 stays 8,70.  A value type
 * of at most 18 digits, of which at most TAL_DECIMAL_MAX_SCALE are decimals.
 *
 * It computes nothing that could round; arithmetic is TalFraction's.  It knows
 * no language: its text form has a point and no grouping, as files have.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TAL_DECIMAL_MAX_SCALE 9
#define TAL_DECIMAL_MAX_COEFFICIENT G_GINT64_CONSTANT (999999999999999999)

typedef struct
{
  gint64 coefficient; /* the number without its point: 87 for 8.7 */
  guint8 scale;       /* how many of its digits are decimals: 1 for 8.7 */
} TalDecimal;

#define TAL_DECIMAL(coefficient_, scale_) ((TalDecimal){ (coefficient_), (scale_) })

/* Where a number may be absent: no number at all, which is not zero. */
#define TAL_DECIMAL_NONE ((TalDecimal){ 0, G_MAXUINT8 })

static inline gboolean
tal_decimal_is_none (TalDecimal value)
{
  return value.scale == G_MAXUINT8;
}

/* Text as in files: "-12.50".  No white space, no plus, no exponent; at least
 * one digit on each side of a point.  "-0" is zero.  TAL_ERROR_INVALID_TEXT, or
 * TAL_ERROR_OUT_OF_RANGE where it has more digits or decimals than fit. */
gboolean tal_decimal_parse (const char *text, TalDecimal *ret_value, GError **error);
char    *tal_decimal_to_string (TalDecimal value);

/* Text of a binary number as programs store it, "9.1400000000000006" or "1E-3": the shortest
 * decimal that is the same binary number, 9.14.  Where that has more than 15 digits or more
 * decimals than fit, as what was computed has, the value is rounded to them and 'ret_rounded'
 * says so.  TAL_ERROR_INVALID_TEXT, or TAL_ERROR_OUT_OF_RANGE where its whole part is
 * too large. */
gboolean tal_decimal_parse_binary (const char *text,
                                   TalDecimal *ret_value,
                                   gboolean   *ret_rounded,
                                   GError    **error);

/* By size alone: 8.7 equals 8.70. */
int tal_decimal_compare (TalDecimal a, TalDecimal b);
/* To the letter: 8.7 is not identical with 8.70. */
gboolean tal_decimal_is_identical (TalDecimal a, TalDecimal b);
gboolean tal_decimal_is_zero (TalDecimal value);
gboolean tal_decimal_is_negative (TalDecimal value);
/* Whether anything but zeros stands behind the point. */
gboolean tal_decimal_is_whole (TalDecimal value);

/* The nearest number with 'scale' decimals, halves away from zero.  A value whose
 * digits leave no room for added zeros keeps the decimals it has. */
TalDecimal tal_decimal_round (TalDecimal value, guint8 scale);

/* For drawing only: a binary number that is right to 15 digits. */
double tal_decimal_to_double (TalDecimal value);

G_END_DECLS
