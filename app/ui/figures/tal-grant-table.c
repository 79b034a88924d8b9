/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/figures/tal-grant-table.h"

#include "core/tal-initiative.h"
#include "core/tal-member.h"

#include <glib/gi18n-lib.h>

#define AMOUNT_COLUMN 4

static char *
dup_target_groups (const TalCatalogue *catalogue, const TalInitiative *initiative)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; initiative->target_groups != NULL && i < initiative->target_groups->len; i++)
    {
      TalId            id = g_array_index (initiative->target_groups, TalInitiativeLink, i).id;
      const TalRecord *member = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, id);

      if (member != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                TAL_MEMBER (member)->name);
    }
  return g_string_free (names, FALSE);
}

static char *
dup_years (const TalGrant *grant)
{
  if (grant->first_year == grant->last_year)
    return g_strdup_printf ("%d", grant->last_year);
  return g_strdup_printf ("%d-%d", grant->first_year, grant->last_year);
}

/* What each year had, where that was not always the same: "2017: 2.750, 2018: 3.500". */
static char *
dup_amounts (const TalGrant *grant, TalMoneyUnit unit, guint decimals)
{
  GString *amounts = NULL;

  if (tal_grant_is_even (grant))
    return NULL;

  amounts = g_string_new (NULL);
  for (int year = grant->first_year; year < grant->last_year; year++)
    {
      TalDecimal       kroner = tal_grant_get_amount (grant, year);
      g_autofree char *amount = tal_money_unit_format (unit, kroner, decimals);

      if (!tal_decimal_is_none (kroner))
        g_string_append_printf (amounts, "%s%d: %s", amounts->len > 0 ? ", " : "", year, amount);
    }
  return g_string_free (amounts, FALSE);
}

static void
add_expiry (TalTextTableRow *row, const TalGrant *grant, int year)
{
  TalTextTableCell *cell = NULL;
  g_autofree char  *expiry_year = g_strdup_printf ("%d", grant->expiry_year);

  switch (grant->expiry)
    {
    case TAL_EXPIRY_NOT_STATED:
      cell = tal_text_table_row_add (row, _ ("Not stated"));
      cell->dim = TRUE;
      break;
    case TAL_EXPIRY_YEAR:
      /* It ends with its year, so this year's is within twelve months. */
      cell = tal_text_table_row_add (row, grant->expiry_year == year ? NULL : expiry_year);
      if (grant->expiry_year == year)
        cell->chip = g_strdup_printf (_ ("Expires in %d"), year);
      else if (grant->expiry_year < year)
        cell->chip = g_strdup (_ ("Expired"));
      break;
    case TAL_EXPIRY_NOT_SET:
      cell = tal_text_table_row_add (row, _ ("Expiry not set"));
      cell->dim = TRUE;
      break;
    case TAL_EXPIRY_DECLINING:
      tal_text_table_row_add (row, _ ("Declining"));
      break;
    case TAL_EXPIRY_PERMANENT:
      tal_text_table_row_add (row, _ ("Permanent"));
      break;
    }
}

static TalTextTableRow *
create_row (const TalCatalogue *catalogue,
            const TalGrant     *grant,
            TalMoneyUnit        unit,
            guint               decimals,
            int                 year)
{
  TalTextTableRow *row = tal_text_table_row_new (FALSE);
  const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, grant->initiative);
  const TalInitiative *initiative = record != NULL ? TAL_INITIATIVE (record) : NULL;
  TalDecimal           kroner = tal_grant_get_amount (grant, grant->last_year);
  g_autofree char  *groups = initiative != NULL ? dup_target_groups (catalogue, initiative) : NULL;
  g_autofree char  *years = dup_years (grant);
  g_autofree char  *amount = tal_money_unit_format (unit, kroner, decimals);
  TalTextTableCell *cell = NULL;

  tal_text_table_row_add (row, groups);
  cell = tal_text_table_row_add (row, initiative != NULL ? initiative->name : NULL);
  cell->dim = tal_grant_is_expired (grant, year);
  tal_text_table_row_add (row, grant->source);
  tal_text_table_row_add (row, years);
  cell = tal_text_table_row_add (row, amount);
  cell->caption = dup_amounts (grant, unit, decimals);
  add_expiry (row, grant, year);
  return row;
}

static TalTextTableRow *
create_total (const GPtrArray *grants, TalMoneyUnit unit, guint decimals)
{
  TalTextTableRow *row = tal_text_table_row_new (TRUE);
  TalDecimal       kroner = TAL_DECIMAL_NONE;
  g_autofree char *name = g_strdup_printf (_ ("Total (%u)"), grants->len);
  g_autofree char *amount = NULL;

  if (tal_grant_sum (grants, &kroner) != TAL_GRANT_SUM_KNOWN)
    kroner = TAL_DECIMAL_NONE;
  amount = tal_money_unit_format (unit, kroner, decimals);
  tal_text_table_row_add (row, name);
  for (guint column = 1; column < AMOUNT_COLUMN; column++)
    tal_text_table_row_add (row, NULL);
  tal_text_table_row_add (row, amount);
  return row;
}

/* As many as the amount needs that needs most. */
static guint
count_decimals (const GPtrArray *grants, TalMoneyUnit unit)
{
  guint decimals = 0;

  for (guint i = 0; i < grants->len; i++)
    {
      const TalGrant *grant = g_ptr_array_index (grants, i);

      for (int year = grant->first_year; year <= grant->last_year; year++)
        decimals = MAX (decimals,
                        tal_money_unit_count_decimals (unit, tal_grant_get_amount (grant, year)));
    }
  return decimals;
}

static void
set_amount_title (TalTextTable *table, const GPtrArray *grants, TalMoneyUnit unit)
{
  const char      *level = tal_grant_find_price_level (grants);
  const char      *name = tal_money_unit_get_name (unit);
  g_autofree char *title = NULL;

  title = level != NULL ? g_strdup_printf (_ ("Amount (%s – %s prices)"), name, level)
                        : g_strdup_printf (_ ("Amount (%s)"), name);
  tal_text_table_set_column_title (table, AMOUNT_COLUMN, title);
}

void
tal_grant_table_add_columns (TalTextTable *table)
{
  g_return_if_fail (TAL_IS_TEXT_TABLE (table));

  tal_text_table_set_name (table, _ ("Appropriations"));
  tal_text_table_add_column (table, _ ("Target group"), 20);
  tal_text_table_add_column (table, _ ("Purpose"), 26);
  tal_text_table_add_column (table, _ ("Source"), 18);
  tal_text_table_add_column (table, _ ("Year"), 0);
  tal_text_table_add_number_column (table, _ ("Amount"));
  tal_text_table_add_column (table, _ ("Expires"), 12);
}

void
tal_grant_table_fill (TalTextTable       *table,
                      const TalCatalogue *catalogue,
                      const GPtrArray    *grants,
                      TalMoneyUnit        unit,
                      int                 year)
{
  guint decimals;

  g_return_if_fail (TAL_IS_TEXT_TABLE (table));
  g_return_if_fail (catalogue != NULL);
  g_return_if_fail (grants != NULL);

  decimals = count_decimals (grants, unit);
  tal_text_table_clear (table);
  set_amount_title (table, grants, unit);
  for (guint i = 0; i < grants->len; i++)
    tal_text_table_take_row (table, create_row (catalogue, g_ptr_array_index (grants, i), unit,
                                                decimals, year));
  if (grants->len > 0)
    tal_text_table_take_row (table, create_total (grants, unit, decimals));
}

const char *
tal_grant_table_get_note (const GPtrArray *grants)
{
  TalDecimal kroner;

  g_return_val_if_fail (grants != NULL, NULL);

  switch (tal_grant_sum (grants, &kroner))
    {
    case TAL_GRANT_SUM_NOTHING:
    case TAL_GRANT_SUM_KNOWN:
      return NULL;
    case TAL_GRANT_SUM_PRICE_LEVELS:
      return _ ("The amounts are of different price levels.");
    case TAL_GRANT_SUM_YEARS:
      return _ ("The amounts are of different years and are not added up.");
    }

  g_return_val_if_reached (NULL);
}

char *
tal_grant_table_write_disagreement (const GPtrArray *grants, const TalPlan *plan, TalMoneyUnit unit)
{
  g_autofree char *stated = NULL;
  g_autofree char *sum = NULL;
  g_autofree char *apart = NULL;
  TalDecimal       kroner;
  TalDecimal       difference;
  guint            decimals;

  g_return_val_if_fail (grants != NULL, NULL);
  g_return_val_if_fail (plan != NULL, NULL);

  if (!tal_grant_find_disagreement (grants, plan, &kroner, &difference))
    return NULL;

  decimals = MAX (tal_money_unit_count_decimals (unit, plan->frame),
                  tal_money_unit_count_decimals (unit, kroner));
  stated = tal_money_unit_format (unit, plan->frame, decimals);
  sum = tal_money_unit_format (unit, kroner, decimals);
  apart = tal_money_unit_format (unit, difference, decimals);
  return g_strdup_printf (_ ("The total is stated to be %s. The rows add up to %s (difference %s)."), stated, sum, apart);
}
