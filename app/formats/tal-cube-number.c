/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-cube-number.h"

#include <string.h>

#define MOST_EXPONENT 99

typedef struct
{
  const char *at;
  const char *end;
  gint64      coefficient;
  int         scale;   /* decimals of the coefficient; below zero it wants zeros behind it */
  int         n_zeros; /* behind it that are not in it yet */
  gboolean    has_digit;
  gboolean    is_too_long;
} Reading;

/* Zeros wait until a digit comes behind them: 1.5000000000 fits. */
static void
take_digit (Reading *self, int digit, gboolean is_decimal)
{
  self->has_digit = TRUE;
  self->scale += is_decimal;
  if (digit == 0)
    {
      self->n_zeros += self->coefficient != 0 && self->n_zeros < G_MAXINT;
      return;
    }

  for (; self->n_zeros > 0 && self->coefficient <= TAL_DECIMAL_MAX_COEFFICIENT / 10;
       self->n_zeros--)
    self->coefficient *= 10;
  if (self->n_zeros > 0 || self->coefficient > (TAL_DECIMAL_MAX_COEFFICIENT - digit) / 10)
    self->is_too_long = TRUE;
  else
    self->coefficient = self->coefficient * 10 + digit;
}

static void
take_digits (Reading *self, gboolean are_decimals)
{
  for (; self->at < self->end && g_ascii_isdigit (*self->at); self->at++)
    take_digit (self, g_ascii_digit_value (*self->at), are_decimals);
}

static gboolean
take_exponent (Reading *self)
{
  gboolean is_negative = FALSE;
  int      exponent = 0;

  if (self->at == self->end || (*self->at != 'e' && *self->at != 'E'))
    return TRUE;

  self->at++;
  if (self->at < self->end && (*self->at == '-' || *self->at == '+'))
    is_negative = *self->at++ == '-';
  if (self->at == self->end)
    return FALSE;

  for (; self->at < self->end && g_ascii_isdigit (*self->at); self->at++)
    exponent = MIN (exponent * 10 + g_ascii_digit_value (*self->at), MOST_EXPONENT);
  self->scale += is_negative ? exponent : -exponent;
  return TRUE;
}

/* Writes the zeros out that the number was written with, as far as there is room. */
static gboolean
place_point (Reading *self)
{
  if (self->coefficient == 0)
    {
      self->scale = CLAMP (self->scale, 0, TAL_DECIMAL_MAX_SCALE);
      return TRUE;
    }

  /* The coefficient lacks its last zeros, so it has that many decimals fewer. */
  self->scale -= self->n_zeros;
  if (self->scale > TAL_DECIMAL_MAX_SCALE)
    return FALSE;
  for (; self->scale < 0 || self->n_zeros > 0; self->scale++, self->n_zeros--)
    {
      if (self->scale >= 0 && (self->scale == TAL_DECIMAL_MAX_SCALE ||
                               self->coefficient > TAL_DECIMAL_MAX_COEFFICIENT / 10))
        break;
      if (self->coefficient > TAL_DECIMAL_MAX_COEFFICIENT / 10)
        return FALSE;
      self->coefficient *= 10;
    }

  return TRUE;
}

TalCubeNumber
tal_cube_number_parse (const char *text, gsize length, TalDecimal *ret_value)
{
  Reading  reading = { text, text + length, 0, 0, 0, FALSE, FALSE };
  gboolean is_negative = FALSE;

  g_return_val_if_fail (text != NULL, TAL_CUBE_NUMBER_NONE);
  g_return_val_if_fail (ret_value != NULL, TAL_CUBE_NUMBER_NONE);

  /* A scale that counts every digit must not overflow. */
  if (length > 4096)
    return TAL_CUBE_NUMBER_NONE;
  if (length > 0 && (*text == '-' || *text == '+'))
    is_negative = *reading.at++ == '-';

  take_digits (&reading, FALSE);
  if (reading.at < reading.end && *reading.at == '.')
    {
      reading.at++;
      take_digits (&reading, TRUE);
    }
  if (!reading.has_digit || !take_exponent (&reading) || reading.at != reading.end)
    return TAL_CUBE_NUMBER_NONE;
  if (reading.is_too_long || !place_point (&reading))
    return TAL_CUBE_NUMBER_TOO_LONG;

  *ret_value =
      TAL_DECIMAL (is_negative ? -reading.coefficient : reading.coefficient, (guint8)reading.scale);
  return TAL_CUBE_NUMBER_OK;
}

TalCubeCell
tal_cube_number_to_cell (const char *text, guint line)
{
  TalCubeCell cell = { .number = TAL_DECIMAL_NONE, .mark = text, .line = line };

  g_return_val_if_fail (text != NULL, cell);

  if (*text == '\0' || strcmp (text, "NaN") == 0)
    {
      cell.missing = TAL_CUBE_MISSING_NOT_AVAILABLE;
      return cell;
    }

  switch (tal_cube_number_parse (text, strlen (text), &cell.number))
    {
    case TAL_CUBE_NUMBER_OK:
      cell.mark = NULL;
      break;
    case TAL_CUBE_NUMBER_TOO_LONG:
      cell.missing = TAL_CUBE_MISSING_TOO_LONG;
      break;
    case TAL_CUBE_NUMBER_NONE:
      cell.missing = TAL_CUBE_MISSING_UNKNOWN;
      break;
    }

  return cell;
}
