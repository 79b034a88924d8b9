/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/tal-test-number.h"

#include <string.h>

gboolean
tal_test_number_read_printed (const char *text, TalTestNumber *ret_number)
{
  static const char *const words[] = { "(",         "fra ",      "til ",    "ca. ",
                                       "Ca. ",      "godt ",     "Godt ",   "knap ",
                                       "Knap ",     "næsten ",   "under ",  "mindst ",
                                       "mere end ", "Mere end ", "op til ", "lidt over " };
  gboolean                 negative = FALSE;
  TalTestNumber            number = { 0, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_has_prefix (text, words[i]))
        text += strlen (words[i]);
    }
  negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;

  for (; g_ascii_isdigit (*text) || (*text == '.' && g_ascii_isdigit (text[1])); text++)
    {
      if (*text != '.')
        number.digits = number.digits * 10 + g_ascii_digit_value (*text);
    }
  for (text += *text == ',' ? 1 : 0; text[-1] != ' ' && g_ascii_isdigit (*text); text++)
    {
      number.digits = number.digits * 10 + g_ascii_digit_value (*text);
      number.scale++;
    }

  if (negative)
    number.digits = -number.digits;
  *ret_number = number;
  return TRUE;
}

TalTestNumber
tal_test_number_read_stored (const char *text)
{
  const char   *point = strchr (text, '.');
  TalTestNumber number = { 0, point != NULL ? (int)strlen (point + 1) : 0 };

  for (const char *p = text + (*text == '-' ? 1 : 0); *p != '\0'; p++)
    {
      if (p == point)
        continue;
      g_assert_true (g_ascii_isdigit (*p));
      number.digits = number.digits * 10 + g_ascii_digit_value (*p);
    }
  if (*text == '-')
    number.digits = -number.digits;
  return number;
}

static gint64
divide (gint64 above, gint64 below)
{
  gint64 half = below / 2;

  return (above < 0 ? above - half : above + half) / below;
}

static gint64
get_power (int exponent)
{
  gint64 power = 1;

  for (int i = 0; i < exponent; i++)
    power *= 10;
  return power;
}

gint64
tal_test_number_round (TalTestNumber self, int scale)
{
  if (self.scale <= scale)
    return self.digits * get_power (scale - self.scale);

  return divide (self.digits, get_power (self.scale - scale));
}

gint64
tal_test_number_round_ratio (TalTestNumber above,
                             TalTestNumber below,
                             TalTestNumber factor,
                             int           scale)
{
  return divide (above.digits * factor.digits * get_power (below.scale + scale),
                 below.digits * get_power (above.scale + factor.scale));
}
