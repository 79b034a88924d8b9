/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-money.h"

#include "charts/tal-chart-words.h"
#include "core/tal-title.h"

#define MILLION G_GINT64_CONSTANT (1000000)
#define MOST_DECIMALS 3
/* More sources than these are not told one by one. */
#define MOST_SOURCES 4

static gboolean
is_asked_for (const TalChartRequest *request, int year)
{
  int first = G_MININT;
  int last = G_MAXINT;

  if (request->first != TAL_DAY_NONE)
    tal_day_get_date (request->first, &first, NULL, NULL);
  if (request->last != TAL_DAY_NONE)
    tal_day_get_date (request->last, &last, NULL, NULL);
  return year >= first && year <= last;
}

GPtrArray *
tal_chart_money_list (const TalChartComposition *self)
{
  GPtrArray              *money = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_APPROPRIATION, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalAppropriation *each = TAL_APPROPRIATION (records[i]);

      if (is_asked_for (self->request, each->year) &&
          tal_chart_compose_is_initiative_in_scope (self, each->initiative))
        g_ptr_array_add (money, (gpointer)each);
    }
  return money;
}

void
tal_chart_money_get_years (const GPtrArray *money, int *ret_first, int *ret_last)
{
  *ret_first = G_MAXINT;
  *ret_last = G_MININT;
  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);

      *ret_first = MIN (*ret_first, each->year);
      *ret_last = MAX (*ret_last, each->year);
    }
}

TalPeriod
tal_chart_money_get_period (int year)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period);
  return period;
}

TalDecimal
tal_chart_money_add (TalDecimal a, TalDecimal b)
{
  TalDecimal  sum;
  TalFraction exact;

  if (tal_decimal_is_none (a))
    return b;
  if (tal_decimal_is_none (b))
    return a;
  exact = tal_fraction_add (tal_fraction_from_decimal (a), tal_fraction_from_decimal (b));
  return tal_fraction_round (exact, MAX (a.scale, b.scale), &sum) ? sum : TAL_DECIMAL_NONE;
}

static TalFraction
convert (const TalChartComposition *self, TalDecimal kroner)
{
  TalFraction value = tal_fraction_from_decimal (kroner);

  return self->spec->unit == TAL_MEASURE_UNIT_DKK
             ? value
             : tal_fraction_divide (value, tal_fraction_from_integer (MILLION));
}

static guint
count_decimals (const TalChartComposition *self, TalDecimal kroner)
{
  TalFraction exact = convert (self, kroner);

  for (guint decimals = 0; decimals < MOST_DECIMALS; decimals++)
    {
      TalDecimal rounded;

      if (tal_fraction_round (exact, (guint8)decimals, &rounded) &&
          tal_fraction_compare (tal_fraction_from_decimal (rounded), exact) == 0)
        return decimals;
    }
  return MOST_DECIMALS;
}

void
tal_chart_money_begin (TalChartComposition *self, const GPtrArray *money)
{
  self->spec = tal_chart_spec_new (self->request->kind, NULL);
  self->spec->unit = TAL_MEASURE_UNIT_DKK;
  self->whole = TRUE;
  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);

      if (!tal_decimal_is_none (each->amount) &&
          tal_decimal_compare (each->amount, TAL_DECIMAL (MILLION, 0)) >= 0)
        self->spec->unit = TAL_MEASURE_UNIT_MILLION_DKK;
    }
  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);

      if (!tal_decimal_is_none (each->amount))
        self->spec->decimals = MAX (self->spec->decimals, count_decimals (self, each->amount));
    }
}

TalChartValue
tal_chart_money_make_value (const TalChartComposition *self, TalDecimal kroner)
{
  TalChartValue value = TAL_CHART_VALUE_UNKNOWN;
  TalFraction   exact;

  if (tal_decimal_is_none (kroner))
    return value;
  exact = convert (self, kroner);
  if (!tal_fraction_round (exact, (guint8)self->spec->decimals, &value.shown))
    return value;
  value.missing = TAL_MISSING_NOT;
  value.value = tal_fraction_to_double (exact);
  return value;
}

char *
tal_chart_money_dup_price_level (const GPtrArray *money, gboolean *ret_differ)
{
  const char *level = NULL;

  *ret_differ = FALSE;
  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);

      if (i > 0 && g_strcmp0 (level, each->price_level) != 0)
        {
          *ret_differ = TRUE;
          return NULL;
        }
      level = each->price_level;
    }
  return level != NULL && level[0] != '\0' ? g_strdup_printf ("%s p/l", level) : NULL;
}

void
tal_chart_money_add_words (TalChartComposition *self, const GPtrArray *money)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  gboolean              differ = FALSE;
  g_autofree char      *level = tal_chart_money_dup_price_level (money, &differ);
  const char           *unit = self->spec->unit == TAL_MEASURE_UNIT_DKK ? "kr." : "mio. kr.";

  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);

      if (each->source != NULL && each->source[0] != '\0' &&
          !g_ptr_array_find_with_equal_func (sources, each->source, g_str_equal, NULL))
        g_ptr_array_add (sources, each->source);
    }
  if (sources->len > MOST_SOURCES)
    {
      g_ptr_array_set_size (sources, MOST_SOURCES);
      g_ptr_array_add (sources, (gpointer) "andre");
    }
  if (sources->len > 0)
    self->spec->source = tal_chart_words_join (sources);
  self->spec->caption = level != NULL ? g_strdup_printf ("%s (%s)", unit, level) : g_strdup (unit);
  if (differ)
    tal_chart_spec_add_note (self->spec, "Beløbene har forskelligt pris- og lønniveau.");
}

const char *
tal_chart_money_find_owner (const TalChartComposition *self)
{
  const TalRecord *record =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, self->request->initiative);

  if (record == NULL)
    record = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, self->request->plan);
  return record != NULL ? tal_title_get_name (record) : NULL;
}
