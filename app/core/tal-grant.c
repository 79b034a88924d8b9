/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-grant.h"

#include "base/tal-fraction.h"
#include "core/tal-initiative.h"

static void
free_grant (gpointer grant)
{
  g_ptr_array_unref (((TalGrant *)grant)->lines);
  g_free (grant);
}

static TalGrant *
find_grant (const GPtrArray *grants, const TalAppropriation *line)
{
  for (guint i = 0; i < grants->len; i++)
    {
      TalGrant *each = g_ptr_array_index (grants, i);

      if (tal_id_is_equal (each->initiative, line->initiative) &&
          g_strcmp0 (each->source, line->source) == 0)
        return each;
    }

  return NULL;
}

/* Lines come by year, so the last one says how it ends. */
static void
add_line (GPtrArray *grants, const TalAppropriation *line)
{
  TalGrant *grant = find_grant (grants, line);

  if (grant == NULL)
    {
      grant = g_new0 (TalGrant, 1);
      grant->initiative = line->initiative;
      grant->source = line->source;
      grant->lines = g_ptr_array_new ();
      grant->first_year = line->year;
      g_ptr_array_add (grants, grant);
    }
  g_ptr_array_add (grant->lines, (gpointer)line);
  grant->last_year = line->year;
  grant->expiry = line->expiry;
  grant->expiry_year = line->expiry == TAL_EXPIRY_YEAR ? line->expiry_year : 0;
}

static gboolean
is_of_plan (const TalCatalogue *catalogue, const TalAppropriation *line, TalId plan)
{
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, line->initiative);

  return tal_id_is_none (plan) ||
         (record != NULL && tal_id_is_equal (TAL_INITIATIVE (record)->plan, plan));
}

GPtrArray *
tal_grant_list (const TalCatalogue *catalogue, TalId plan)
{
  GPtrArray              *grants = g_ptr_array_new_with_free_func (free_grant);
  guint                   length = 0;
  const TalRecord *const *records = NULL;

  g_return_val_if_fail (catalogue != NULL, grants);

  records = tal_catalogue_get_records (catalogue, TAL_KIND_APPROPRIATION, &length);
  for (guint i = 0; i < length; i++)
    {
      if (is_of_plan (catalogue, TAL_APPROPRIATION (records[i]), plan))
        add_line (grants, TAL_APPROPRIATION (records[i]));
    }
  return grants;
}

GPtrArray *
tal_grant_list_of_lines (const GPtrArray *lines)
{
  GPtrArray *grants = g_ptr_array_new_with_free_func (free_grant);

  g_return_val_if_fail (lines != NULL, grants);

  for (guint i = 0; i < lines->len; i++)
    add_line (grants, g_ptr_array_index (lines, i));
  return grants;
}

TalDecimal
tal_grant_get_amount (const TalGrant *self, int year)
{
  TalFraction sum = tal_fraction_from_integer (0);
  TalDecimal  amount = TAL_DECIMAL_NONE;
  guint8      scale = 0;
  gboolean    found = FALSE;

  g_return_val_if_fail (self != NULL, TAL_DECIMAL_NONE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TalAppropriation *line = g_ptr_array_index (self->lines, i);

      if (line->year != year || tal_decimal_is_none (line->amount))
        continue;
      found = TRUE;
      scale = MAX (scale, line->amount.scale);
      sum = tal_fraction_add (sum, tal_fraction_from_decimal (line->amount));
    }
  return found && tal_fraction_round (sum, scale, &amount) ? amount : TAL_DECIMAL_NONE;
}

gboolean
tal_grant_is_even (const TalGrant *self)
{
  TalDecimal last;

  g_return_val_if_fail (self != NULL, FALSE);

  last = tal_grant_get_amount (self, self->last_year);
  if (tal_decimal_is_none (last))
    return self->first_year == self->last_year;
  for (int year = self->first_year; year < self->last_year; year++)
    {
      TalDecimal each = tal_grant_get_amount (self, year);

      if (tal_decimal_is_none (each) || tal_decimal_compare (each, last) != 0)
        return FALSE;
    }
  return TRUE;
}

gboolean
tal_grant_is_expired (const TalGrant *self, int year)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->expiry == TAL_EXPIRY_YEAR && self->expiry_year < year;
}

static gboolean
has_price_levels (const GPtrArray *grants)
{
  const char *level = NULL;

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);

      for (guint j = 0; j < grant->lines->len; j++)
        {
          const TalAppropriation *line = g_ptr_array_index (grant->lines, j);

          if (line->year != grant->last_year || line->price_level == NULL)
            continue;
          if (level != NULL && !g_str_equal (level, line->price_level))
            return TRUE;
          level = line->price_level;
        }
    }
  return FALSE;
}

TalGrantSum
tal_grant_sum (const GPtrArray *grants, TalDecimal *ret_kroner)
{
  TalFraction sum = tal_fraction_from_integer (0);
  gboolean    found = FALSE;
  int         year = 0;

  g_return_val_if_fail (grants != NULL, TAL_GRANT_SUM_NOTHING);
  g_return_val_if_fail (ret_kroner != NULL, TAL_GRANT_SUM_NOTHING);

  if (has_price_levels (grants))
    return TAL_GRANT_SUM_PRICE_LEVELS;
  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);
      TalDecimal      amount = tal_grant_get_amount (grant, grant->last_year);

      if (tal_decimal_is_none (amount))
        continue;
      if (found && grant->last_year != year)
        return TAL_GRANT_SUM_YEARS;
      found = TRUE;
      year = grant->last_year;
      sum = tal_fraction_add (sum, tal_fraction_from_decimal (amount));
    }
  return found && tal_fraction_round (sum, 0, ret_kroner) ? TAL_GRANT_SUM_KNOWN
                                                          : TAL_GRANT_SUM_NOTHING;
}

gboolean
tal_grant_find_disagreement (const GPtrArray *grants,
                             const TalPlan   *plan,
                             TalDecimal      *ret_kroner,
                             TalDecimal      *ret_difference)
{
  TalDecimal  kroner;
  TalDecimal  difference;
  TalFraction apart;

  g_return_val_if_fail (plan != NULL, FALSE);
  g_return_val_if_fail (ret_kroner != NULL, FALSE);
  g_return_val_if_fail (ret_difference != NULL, FALSE);

  if (tal_decimal_is_none (plan->frame) || tal_grant_sum (grants, &kroner) != TAL_GRANT_SUM_KNOWN ||
      tal_decimal_compare (kroner, plan->frame) == 0)
    return FALSE;

  apart = tal_decimal_compare (kroner, plan->frame) < 0
              ? tal_fraction_subtract (tal_fraction_from_decimal (plan->frame),
                                       tal_fraction_from_decimal (kroner))
              : tal_fraction_subtract (tal_fraction_from_decimal (kroner),
                                       tal_fraction_from_decimal (plan->frame));
  if (!tal_fraction_round (apart, 0, &difference))
    return FALSE;

  *ret_kroner = kroner;
  *ret_difference = difference;
  return TRUE;
}

const char *
tal_grant_find_price_level (const GPtrArray *grants)
{
  const char *level = NULL;

  g_return_val_if_fail (grants != NULL, NULL);

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant         *grant = g_ptr_array_index (grants, i);
      const TalAppropriation *last = g_ptr_array_index (grant->lines, grant->lines->len - 1);

      if (last->price_level == NULL || (i > 0 && g_strcmp0 (last->price_level, level) != 0))
        return NULL;
      level = last->price_level;
    }
  return level;
}
