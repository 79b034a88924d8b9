/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-money-unit.h"

#include "base/tal-danish-number.h"
#include "base/tal-fraction.h"

#define MOST_DECIMALS 3
#define NO_BREAK_SPACE "\302\240"

static const struct
{
  const char *name;
  gint64      kroner;
} units[] = {
  [TAL_MONEY_UNIT_THOUSANDS] = { "1.000" NO_BREAK_SPACE "kr.", 1000 },
  [TAL_MONEY_UNIT_MILLIONS] = { "mio." NO_BREAK_SPACE "kr.", 1000000 },
  [TAL_MONEY_UNIT_KRONER] = { "kr.", 1 },
};

G_STATIC_ASSERT (G_N_ELEMENTS (units) == TAL_N_MONEY_UNITS);

const char *
tal_money_unit_get_name (TalMoneyUnit self)
{
  return units[self].name;
}

static TalFraction
convert (TalMoneyUnit self, TalDecimal kroner)
{
  return tal_fraction_divide (tal_fraction_from_decimal (kroner),
                              tal_fraction_from_integer (units[self].kroner));
}

guint
tal_money_unit_count_decimals (TalMoneyUnit self, TalDecimal kroner)
{
  if (tal_decimal_is_none (kroner))
    return 0;

  for (guint decimals = 0; decimals < MOST_DECIMALS; decimals++)
    {
      TalFraction exact = convert (self, kroner);
      TalDecimal  rounded;

      if (tal_fraction_round (exact, (guint8)decimals, &rounded) &&
          tal_fraction_compare (tal_fraction_from_decimal (rounded), exact) == 0)
        return decimals;
    }

  return MOST_DECIMALS;
}

char *
tal_money_unit_format (TalMoneyUnit self, TalDecimal kroner, guint decimals)
{
  TalDecimal amount;

  if (tal_decimal_is_none (kroner) ||
      !tal_fraction_round (convert (self, kroner), (guint8)decimals, &amount))
    return g_strdup ("");

  return tal_danish_number_format (amount, TAL_DANISH_NUMBER_TRUE_MINUS);
}
