/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What amounts are shown in: kroner, thousands or millions of them.  They are stored in kroner.
 * Numbers are written as Danish readers write them, whatever the language of the program.
 */

#pragma once

#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_MONEY_UNIT_THOUSANDS,
  TAL_MONEY_UNIT_MILLIONS,
  TAL_MONEY_UNIT_KRONER,
} TalMoneyUnit;

#define TAL_N_MONEY_UNITS (TAL_MONEY_UNIT_KRONER + 1)

/* "1.000 kr.", "mio. kr.", "kr.", with no-break spaces. */
const char *tal_money_unit_get_name (TalMoneyUnit self);
/* How many decimals the amount needs, three at most. */
guint tal_money_unit_count_decimals (TalMoneyUnit self, TalDecimal kroner);
/* "" where there is no amount. */
char *tal_money_unit_format (TalMoneyUnit self, TalDecimal kroner, guint decimals);

G_END_DECLS
