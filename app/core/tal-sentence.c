/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-sentence.h"

#include "base/tal-danish-number.h"
#include "base/tal-fraction.h"
#include "core/tal-danish-period.h"

#define NO_BREAK_SPACE "\302\240"
#define MILLION G_GINT64_CONSTANT (1000000)

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
        continue;

      tally.n_goals++;
      tally.n_met += tal_attainment_is_met (each->attainment) ? 1 : 0;
      tally.preliminary |= tal_attainment_is_preliminary (each->attainment);
      if (!tal_figure_is_known (&each->figure))
        continue;

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
  if (tally->n_goals == 1)
    return g_strdup ("Målet");
  if (tally->n_met == 0)
    return g_strdup ("Ingen af målene");
  if (tally->n_met == tally->n_goals && tally->n_goals == 2)
    return g_strdup ("Begge mål");
  if (tally->n_met == tally->n_goals)
    return g_strdup_printf ("Alle %u mål", tally->n_goals);

  return g_strdup_printf ("%u af %u mål", tally->n_met, tally->n_goals);
}

char *
tal_sentence_goals_met (const TalTally *tally)
{
  g_autofree char *subject = NULL;
  g_autofree char *period = NULL;
  const char      *verb = NULL;
  gboolean         denied = FALSE;

  g_return_val_if_fail (tally != NULL, NULL);

  if (tally->n_goals == 0)
    return g_strdup ("Der er ingen mål");

  subject = count_met (tally);
  verb = tally->preliminary ? "er" : "blev";
  denied = tally->n_goals == 1 && tally->n_met == 0;
  if (tal_period_is_set (tally->period))
    period = tal_danish_period_format (tally->period, TAL_DANISH_PERIOD_TEXT);

  return g_strdup_printf ("%s %s %sopnået%s%s%s", subject, verb, denied ? "ikke " : "",
                          period != NULL ? " i " : "", period != NULL ? period : "",
                          tally->preliminary ? " (foreløbige tal)" : "");
}

char *
tal_sentence_share_met (const TalTally *tally)
{
  g_return_val_if_fail (tally != NULL, NULL);

  return g_strdup_printf ("%u af %u", tally->n_met, tally->n_goals);
}

char *
tal_sentence_count_initiatives (guint count)
{
  return g_strdup_printf ("%u" NO_BREAK_SPACE "%s", count, count == 1 ? "indsats" : "indsatser");
}

char *
tal_sentence_count_goals (guint count)
{
  return g_strdup_printf ("%u" NO_BREAK_SPACE "mål", count);
}

/* "0,8 mio. kr." for 800.000, but 960.000 in full: papers round only large amounts. */
static gboolean
is_told_in_millions (TalDecimal kroner)
{
  TalDecimal whole = tal_decimal_round (kroner, 0);

  if (tal_decimal_compare (kroner, TAL_DECIMAL (MILLION, 0)) >= 0)
    return TRUE;

  return tal_decimal_is_whole (kroner) && whole.coefficient >= MILLION / 10 &&
         whole.coefficient % (MILLION / 10) == 0;
}

char *
tal_sentence_amount (TalDecimal kroner)
{
  g_autofree char *number = NULL;
  TalDecimal       millions;

  if (is_told_in_millions (kroner) &&
      tal_fraction_round (tal_fraction_divide (tal_fraction_from_decimal (kroner),
                                               tal_fraction_from_integer (MILLION)),
                          1, &millions))
    {
      number = tal_danish_number_format (millions, TAL_DANISH_NUMBER_TRUE_MINUS);
      return g_strconcat (number, NO_BREAK_SPACE "mio." NO_BREAK_SPACE "kr.", NULL);
    }

  number = tal_danish_number_format (kroner, TAL_DANISH_NUMBER_TRUE_MINUS);
  return g_strconcat (number, NO_BREAK_SPACE "kr.", NULL);
}
