/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money by year, and what it is given for.  It writes Danish by rule, whatever the language of
 * the program: these stand in the committee's own papers.
 */

#include "charts/tal-chart-claim.h"
#include "charts/tal-chart-money.h"
#include "charts/tal-chart-words.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "core/tal-sentence.h"
#include "core/tal-title.h"

#define TITLE "Afsatte midler"
#define N_MONEY_KINDS (TAL_MONEY_TRANSFERS + 1)

/* From the bottom of a column. */
static const struct
{
  TalMoneyKind kind;
  const char  *name;
} money_kinds[N_MONEY_KINDS] = {
  { TAL_MONEY_TRANSFERS, "Overførsler" },
  { TAL_MONEY_SERVICE, "Service" },
  { TAL_MONEY_UNSPECIFIED, "Uden styringsområde" },
};

gboolean
tal_chart_compose_has_money (const TalChartComposition *self)
{
  g_autoptr (GPtrArray) money = tal_chart_money_list (self);

  return money->len > 0 && tal_chart_money_find_owner (self) != NULL;
}

static TalDecimal
add_up (const GPtrArray *money, int year, TalMoneyKind kind, gboolean any_kind)
{
  TalDecimal sum = TAL_DECIMAL_NONE;

  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);

      if (each->year == year && (any_kind || each->money_kind == kind))
        sum = tal_chart_money_add (sum, each->amount);
    }
  return sum;
}

static gboolean
has_kind (const GPtrArray *money, TalMoneyKind kind)
{
  for (guint i = 0; i < money->len; i++)
    {
      if (((const TalAppropriation *)g_ptr_array_index (money, i))->money_kind == kind)
        return TRUE;
    }
  return FALSE;
}

/* A kind that a year has nothing of is nothing, and no gap, where it has money of another. */
static void
add_kind (TalChartComposition *self,
          const GPtrArray     *money,
          TalMoneyKind         kind,
          const char          *name,
          int                  first,
          int                  last)
{
  TalChartSeries *series = tal_chart_spec_add_series (self->spec, name);

  for (int year = first; year <= last; year++)
    {
      TalChartValue value = tal_chart_money_make_value (self, add_up (money, year, kind, FALSE));

      if (!tal_chart_value_is_known (&value) &&
          !tal_decimal_is_none (add_up (money, year, kind, TRUE)))
        value = tal_chart_money_make_value (self, TAL_DECIMAL (0, 0));
      tal_chart_series_add (series, value);
    }
}

/* "Der er afsat 8,8 mio. kr. årligt i perioden 2020-2023": where it is, at one price level. */
static char *
write_yearly_claim (const GPtrArray *money, int first, int last)
{
  gboolean         differ = FALSE;
  g_autofree char *level = tal_chart_money_dup_price_level (money, &differ);
  TalDecimal       yearly = add_up (money, first, TAL_MONEY_UNSPECIFIED, TRUE);
  g_autofree char *amount = NULL;

  if (first == last || differ || tal_decimal_is_none (yearly))
    return NULL;
  for (int year = first; year <= last; year++)
    {
      TalDecimal each = add_up (money, year, TAL_MONEY_UNSPECIFIED, TRUE);

      if (tal_decimal_is_none (each) || tal_decimal_compare (each, yearly) != 0)
        return NULL;
    }
  amount = tal_sentence_amount (yearly);
  return g_strdup_printf ("Der er afsat %s årligt i perioden %d-%d", amount, first, last);
}

gboolean
tal_chart_compose_money (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) money = tal_chart_money_list (self);
  g_autofree char      *range = NULL;
  const char           *owner = tal_chart_money_find_owner (self);
  int                   first = 0;
  int                   last = 0;

  if (money->len == 0)
    return FALSE;

  tal_chart_money_get_years (money, &first, &last);
  tal_chart_money_begin (self, money);
  for (int year = first; year <= last; year++)
    tal_chart_spec_add_period (self->spec, tal_chart_money_get_period (year));
  for (guint i = 0; i < N_MONEY_KINDS; i++)
    {
      if (has_kind (money, money_kinds[i].kind))
        add_kind (self, money, money_kinds[i].kind, money_kinds[i].name, first, last);
    }
  self->spec->stacked = self->spec->series->len > 1;
  if (!self->spec->stacked && has_kind (money, TAL_MONEY_UNSPECIFIED))
    {
      TalChartSeries *only = g_ptr_array_index (self->spec->series, 0);

      g_free (only->name);
      only->name = g_strdup (TITLE);
    }

  tal_chart_compose_take_title (self, write_yearly_claim (money, first, last), g_strdup (TITLE));
  tal_chart_money_add_words (self, money);
  range = tal_chart_words_dup_range (tal_chart_money_get_period (first),
                                     tal_chart_money_get_period (last));
  self->spec->subtitle = g_strdup_printf ("%s%s%s, %s", owner != NULL ? owner : "",
                                          owner != NULL ? ", " : "", self->spec->caption, range);
  return TRUE;
}

/* What one line of money is for. */
static const char *
find_purpose (const TalChartComposition *self, const TalAppropriation *money)
{
  const TalRecord *initiative =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, money->initiative);

  if (!tal_id_is_none (self->request->initiative) && money->note != NULL && money->note[0] != '\0')
    return money->note;
  return initiative != NULL ? tal_title_get_name (initiative) : "";
}

typedef struct
{
  const char *name;
  TalDecimal  amount;
} Purpose;

/* An array of Purpose, each once, in the order of the plan. */
static GArray *
list_purposes (const TalChartComposition *self, const GPtrArray *money, int year)
{
  GArray *purposes = g_array_new (FALSE, FALSE, sizeof (Purpose));

  for (guint i = 0; i < money->len; i++)
    {
      const TalAppropriation *each = g_ptr_array_index (money, i);
      Purpose                 purpose = { find_purpose (self, each), each->amount };
      guint                   at = 0;

      if (each->year != year)
        continue;
      while (at < purposes->len &&
             !g_str_equal (g_array_index (purposes, Purpose, at).name, purpose.name))
        at++;
      if (at == purposes->len)
        g_array_append_val (purposes, purpose);
      else
        g_array_index (purposes, Purpose, at).amount =
            tal_chart_money_add (g_array_index (purposes, Purpose, at).amount, purpose.amount);
    }
  return purposes;
}

/* A plan may be stated to come to something else than its rows. */
static void
note_frame (TalChartComposition *self, TalDecimal sum)
{
  const TalRecord *record =
      tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, self->request->plan);
  g_autofree char *rows = NULL;
  g_autofree char *frame = NULL;
  g_autofree char *note = NULL;

  if (record == NULL || !tal_id_is_none (self->request->initiative) || tal_decimal_is_none (sum) ||
      tal_decimal_is_none (TAL_PLAN (record)->frame) ||
      tal_decimal_compare (TAL_PLAN (record)->frame, sum) == 0)
    return;
  rows = tal_sentence_amount (sum);
  frame = tal_sentence_amount (TAL_PLAN (record)->frame);
  note = g_strdup_printf ("Rækkerne giver %s i alt; der er oplyst %s", rows, frame);
  tal_chart_spec_add_note (self->spec, note);
}

gboolean
tal_chart_compose_money_parts (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) money = tal_chart_money_list (self);
  g_autoptr (GArray)    purposes = NULL;
  const char           *owner = tal_chart_money_find_owner (self);
  g_autofree char      *amount = NULL;
  TalDecimal            sum = TAL_DECIMAL_NONE;
  TalChartSeries       *series = NULL;
  int                   first = 0;
  int                   year = 0;

  if (money->len == 0 || owner == NULL)
    return FALSE;

  tal_chart_money_get_years (money, &first, &year);
  tal_chart_money_begin (self, money);
  purposes = list_purposes (self, money, year);
  series = tal_chart_spec_add_series (self->spec, "Bevilling");
  for (guint i = 0; i < purposes->len; i++)
    {
      const Purpose *each = &g_array_index (purposes, Purpose, i);

      tal_chart_spec_add_thing (self->spec, each->name);
      tal_chart_series_add (series, tal_chart_money_make_value (self, each->amount));
      sum = tal_chart_money_add (sum, each->amount);
    }

  tal_chart_compose_take_title (self, tal_chart_claim_largest (self, 0, "Størst bevilling"),
                                g_strdup (owner));
  tal_chart_money_add_words (self, money);
  note_frame (self, sum);
  amount = tal_decimal_is_none (sum) ? NULL : tal_sentence_amount (sum);
  self->spec->subtitle =
      g_strdup_printf ("%s, %s, %d%s%s", owner, self->spec->caption, year,
                       amount != NULL ? ", i alt " : "", amount != NULL ? amount : "");
  return TRUE;
}
