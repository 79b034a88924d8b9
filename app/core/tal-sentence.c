/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-sentence.h"

#include "base/tal-danish-number.h"
#include "base/tal-fraction.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-period.h"

#define NO_BREAK_SPACE "\302\240"
#define MILLION G_GINT64_CONSTANT (1000000)

/* Not measured yet, or not told what it is measured against. */
static gboolean
is_open (TalAttainment attainment)
{
  return attainment == TAL_ATTAINMENT_COMPUTED || attainment == TAL_ATTAINMENT_NOT_MEASURED ||
         attainment == TAL_ATTAINMENT_NO_TARGET;
}

static char *
format_count (guint count)
{
  return tal_danish_number_format (TAL_DECIMAL (count, 0), TAL_DANISH_NUMBER_PLAIN);
}

TalTally
tal_sentence_tally (const TalGoalStatus *statuses, guint n_statuses)
{
  TalTally tally = { .all_final = TRUE, .period = TAL_PERIOD_UNSET };
  gboolean periods_differ = FALSE;

  g_return_val_if_fail (statuses != NULL || n_statuses == 0, tally);

  for (guint i = 0; i < n_statuses; i++)
    {
      const TalGoalStatus *each = &statuses[i];

      if (each->criterion == NULL)
        {
          tally.n_unmeasured++;
          continue;
        }

      tally.n_goals++;
      tally.n_met += tal_attainment_is_met (each->attainment) ? 1 : 0;
      tally.n_open += is_open (each->attainment) ? 1 : 0;
      tally.preliminary |= tal_attainment_is_preliminary (each->attainment);
      if (!tal_figure_is_known (&each->figure))
        continue;

      tally.has_figures = TRUE;
      tally.all_final &= each->figure.state == TAL_FIGURE_FINAL;
      if (!tal_period_is_set (tally.period))
        tally.period = each->period;
      else if (!tal_period_is_equal (tally.period, each->period))
        periods_differ = TRUE;
    }

  if (periods_differ)
    tally.period = TAL_PERIOD_UNSET;
  return tally;
}

static char *
count_met (const TalTally *tally)
{
  g_autofree char *met = format_count (tally->n_met);
  g_autofree char *all = format_count (tally->n_goals);

  if (tally->n_goals == 1)
    return g_strdup ("Målet");
  if (tally->n_met == 0)
    return g_strdup ("Ingen af målene");
  if (tally->n_met == tally->n_goals && tally->n_goals == 2)
    return g_strdup ("Begge mål");
  if (tally->n_met == tally->n_goals)
    return g_strdup_printf ("Alle %s mål", all);

  return g_strdup_printf ("%s af %s mål", met, all);
}

char *
tal_sentence_when (TalPeriod period)
{
  g_autofree char   *text = NULL;
  const char        *preposition = " i ";
  g_autoptr (GArray) years = tal_period_list_parts (period, TAL_PERIOD_YEAR);

  if (!tal_period_is_set (period))
    return g_strdup ("");

  text = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  if (period.kind == TAL_PERIOD_DAY)
    preposition = " den ";
  else if (period.kind == TAL_PERIOD_RANGE && years->len == 0)
    preposition = " i perioden ";

  return g_strconcat (preposition, text, NULL);
}

/* What may still change, and what is not there yet, is not told as past. */
static const char *
get_verb (const TalTally *tally)
{
  return tally->preliminary || tally->n_open > 0 ? "er" : "blev";
}

static const char *
get_caveat (const TalTally *tally)
{
  return tally->preliminary ? " (foreløbige tal)" : "";
}

char *
tal_sentence_goals_met (const TalTally *tally)
{
  g_autofree char *subject = NULL;
  g_autofree char *when = NULL;
  gboolean         denied = FALSE;

  g_return_val_if_fail (tally != NULL, NULL);

  if (tally->n_goals == 0)
    return g_strdup (tally->n_unmeasured == 0   ? "Der er ingen mål"
                     : tally->n_unmeasured == 1 ? "Målet måles ikke"
                                                : "Målene måles ikke");
  if (tally->n_open == tally->n_goals)
    return g_strdup (tally->n_goals + tally->n_unmeasured == 1
                         ? "Målet er ikke opgjort endnu"
                         : "Ingen af målene er opgjort endnu");

  subject = count_met (tally);
  when = tal_sentence_when (tally->period);
  denied = tally->n_goals == 1 && tally->n_met == 0;

  return g_strdup_printf ("%s %s %sopnået%s%s", subject, get_verb (tally), denied ? "ikke " : "",
                          when, get_caveat (tally));
}

char *
tal_sentence_share_met (const TalTally *tally)
{
  g_return_val_if_fail (tally != NULL, NULL);

  if (tally->n_goals == 0)
    return g_strdup (tally->n_unmeasured > 0 ? "måles ikke" : "ingen mål");
  if (tally->n_open == tally->n_goals)
    return g_strdup ("ikke opgjort");

  return g_strdup_printf ("%u af %u", tally->n_met, tally->n_goals);
}

char *
tal_sentence_share_caption (const TalTally *tally)
{
  g_autofree char *when = NULL;

  g_return_val_if_fail (tally != NULL, NULL);

  if (tally->n_open == tally->n_goals)
    return g_strdup (tally->n_goals == 0 ? "måles ikke" : "ikke opgjort endnu");

  when = tal_sentence_when (tally->period);
  return g_strdup_printf ("mål %s opnået%s%s", get_verb (tally), when, get_caveat (tally));
}

char *
tal_sentence_count_initiatives (guint count)
{
  return tal_danish_noun_count (TAL_DECIMAL (count, 0), "indsatser");
}

char *
tal_sentence_count_goals (guint count)
{
  return tal_danish_noun_count (TAL_DECIMAL (count, 0), "mål");
}

/* "0,8 mio. kr." for 800.000, but 960.000 in full: papers round only large amounts. */
static gboolean
is_told_in_millions (TalDecimal kroner)
{
  TalDecimal tenths = TAL_DECIMAL (MILLION / 10, 0);

  if (tal_decimal_compare (kroner, TAL_DECIMAL (MILLION, 0)) >= 0 ||
      tal_decimal_compare (kroner, TAL_DECIMAL (-MILLION, 0)) <= 0)
    return TRUE;

  return tal_decimal_compare (kroner, tenths) >= 0 && tal_decimal_is_whole (kroner) &&
         tal_decimal_round (kroner, 0).coefficient % (MILLION / 10) == 0;
}

/* With one decimal, halves away from zero; FALSE where papers have it in full. */
static gboolean
round_millions (TalDecimal kroner, TalDecimal *ret_millions)
{
  TalFraction millions =
      tal_fraction_divide (tal_fraction_from_decimal (kroner), tal_fraction_from_integer (MILLION));

  return is_told_in_millions (kroner) && tal_fraction_round (millions, 1, ret_millions);
}

TalDecimal
tal_sentence_round_amount (TalDecimal kroner)
{
  TalDecimal millions;

  if (!round_millions (kroner, &millions))
    return kroner;

  return TAL_DECIMAL (millions.coefficient * (MILLION / 10), 0);
}

char *
tal_sentence_amount (TalDecimal kroner)
{
  g_autofree char *number = NULL;
  TalDecimal       millions;

  if (!round_millions (kroner, &millions))
    {
      number = tal_danish_number_format (kroner, TAL_DANISH_NUMBER_TRUE_MINUS);
      return g_strconcat (number, NO_BREAK_SPACE "kr.", NULL);
    }

  /* From ten millions on a zero behind the comma says nothing. */
  if (ABS (millions.coefficient) >= 100 && tal_decimal_is_whole (millions))
    millions = tal_decimal_round (millions, 0);
  number = tal_danish_number_format (millions, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strconcat (number, NO_BREAK_SPACE "mio." NO_BREAK_SPACE "kr.", NULL);
}
