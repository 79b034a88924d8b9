/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-expiring-money.h"

#include "base/tal-fraction.h"
#include "core/tal-danish-noun.h"
#include "core/tal-sentence.h"

#define NO_BREAK_SPACE "\302\240"
#define PRICE_LEVELS "Beløbene har forskelligt pris- og lønniveau."

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const int *year_a = a;
  const int *year_b = b;

  return (*year_a > *year_b) - (*year_a < *year_b);
}

GArray *
tal_expiring_money_list_years (const GPtrArray *grants)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  g_return_val_if_fail (grants != NULL, years);

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);
      gboolean        listed = FALSE;

      for (guint j = 0; j < years->len && !listed; j++)
        listed = g_array_index (years, int, j) == grant->expiry_year;
      if (grant->expiry == TAL_EXPIRY_YEAR && !listed)
        g_array_append_val (years, grant->expiry_year);
    }
  g_array_sort (years, compare_years);
  return years;
}

int
tal_expiring_money_find_nearest (const GPtrArray *grants, int year)
{
  g_autoptr (GArray) years = NULL;

  g_return_val_if_fail (grants != NULL, 0);

  years = tal_expiring_money_list_years (grants);
  for (guint i = 0; i < years->len; i++)
    {
      if (g_array_index (years, int, i) >= year)
        return g_array_index (years, int, i);
    }
  return years->len > 0 ? g_array_index (years, int, years->len - 1) : 0;
}

/* What its last known year had; a grant may expire later than it has amounts. */
static gboolean
has_amount (const TalGrant *grant)
{
  return !tal_decimal_is_none (tal_grant_get_amount (grant, grant->last_year));
}

static GPtrArray *
list_expiring (const GPtrArray *grants, int year, gboolean *ret_complete)
{
  GPtrArray *expiring = g_ptr_array_new ();

  *ret_complete = TRUE;
  for (guint i = 0; i < grants->len; i++)
    {
      TalGrant *grant = g_ptr_array_index (grants, i);

      if (grant->expiry != TAL_EXPIRY_YEAR || grant->expiry_year != year)
        continue;
      g_ptr_array_add (expiring, grant);
      *ret_complete = *ret_complete && has_amount (grant);
    }
  return expiring;
}

/* A grant falls away with what it was in its last year, whichever year that is. */
static TalDecimal
add_up (const GPtrArray *grants)
{
  TalFraction sum = tal_fraction_from_integer (0);
  TalDecimal  kroner = TAL_DECIMAL_NONE;
  gboolean    found = FALSE;

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);

      if (!has_amount (grant))
        continue;
      found = TRUE;
      sum = tal_fraction_add (sum, tal_fraction_from_decimal (
                                       tal_grant_get_amount (grant, grant->last_year)));
    }
  return found && tal_fraction_round (sum, 0, &kroner) ? kroner : TAL_DECIMAL_NONE;
}

char *
tal_expiring_money_write (const GPtrArray *grants, int year, int this_year)
{
  g_autoptr (GPtrArray) expiring = NULL;
  g_autofree char      *count = NULL;
  g_autofree char      *amount = NULL;
  const char           *verb = year < this_year ? "bortfaldt" : "bortfalder";
  gboolean              complete = FALSE;
  gboolean              differ = FALSE;
  TalDecimal            kroner;

  g_return_val_if_fail (grants != NULL, NULL);

  expiring = list_expiring (grants, year, &complete);
  if (expiring->len == 0)
    return g_strdup_printf ("I %d %s ingen bevillinger.", year, verb);

  count = tal_danish_noun_count (TAL_DECIMAL (expiring->len, 0), "bevillinger");
  differ = tal_grant_sum (expiring, &kroner) == TAL_GRANT_SUM_PRICE_LEVELS;
  kroner = add_up (expiring);
  if (differ)
    return g_strdup_printf ("I %d %s %s. " PRICE_LEVELS, year, verb, count);
  if (tal_decimal_is_none (kroner))
    return g_strdup_printf ("I %d %s %s.", year, verb, count);

  amount = tal_sentence_amount (kroner);
  if (expiring->len == 1)
    return g_strdup_printf ("I %d %s %s på %s", year, verb, count, amount);
  return g_strdup_printf ("I %d %s %s%s fordelt på %s.", year, verb,
                          complete ? "" : "mindst" NO_BREAK_SPACE, amount, count);
}
