/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-funding.h"

#include "base/tal-fraction.h"
#include "core/tal-appropriation.h"

/* A sum under way: a newer year starts it again, an older one is passed over. */
typedef struct
{
  gboolean    found;
  int         year;
  TalFraction sum;
} Total;

static void
add_initiative (Total *total, const TalCatalogue *catalogue, TalId initiative)
{
  const TalRecord *const *records = NULL;
  guint                   n_records = 0;

  records = tal_catalogue_get_children (catalogue, TAL_KIND_APPROPRIATION, initiative, &n_records);
  for (guint i = 0; i < n_records; i++)
    {
      const TalAppropriation *each = TAL_APPROPRIATION (records[i]);

      if (tal_decimal_is_none (each->amount) || (total->found && each->year < total->year))
        continue;

      if (!total->found || each->year > total->year)
        *total = (Total){ TRUE, each->year, tal_fraction_from_integer (0) };
      total->sum = tal_fraction_add (total->sum, tal_fraction_from_decimal (each->amount));
    }
}

static gboolean
conclude (const Total *total, TalFunding *ret_funding)
{
  TalDecimal kroner;

  if (!total->found || !tal_fraction_round (total->sum, 0, &kroner))
    return FALSE;

  *ret_funding = (TalFunding){ total->year, kroner };
  return TRUE;
}

gboolean
tal_funding_find_initiative (const TalCatalogue *catalogue,
                             TalId               initiative,
                             TalFunding         *ret_funding)
{
  Total total = { FALSE };

  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (ret_funding != NULL, FALSE);

  add_initiative (&total, catalogue, initiative);
  return conclude (&total, ret_funding);
}

gboolean
tal_funding_find_plan (const TalCatalogue *catalogue, TalId plan, TalFunding *ret_funding)
{
  const TalRecord *const *initiatives = NULL;
  guint                   n_initiatives = 0;
  Total                   total = { FALSE };

  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (ret_funding != NULL, FALSE);

  initiatives = tal_catalogue_get_children (catalogue, TAL_KIND_INITIATIVE, plan, &n_initiatives);
  for (guint i = 0; i < n_initiatives; i++)
    add_initiative (&total, catalogue, initiatives[i]->id);

  return conclude (&total, ret_funding);
}
