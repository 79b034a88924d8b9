/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-plausibility.h"

#include "base/tal-danish-text.h"
#include "core/tal-goal-text.h"
#include "core/tal-plausibility-private.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The finding that stands for the rest of its kind says how many they are. */
static void
count_the_rest (TalPlausibility *self)
{
  TalFinding *last = NULL;
  guint       n_more = self->n_of_one - TAL_PLAUSIBILITY_MOST_OF_ONE;

  last = g_ptr_array_index (self->findings, self->findings->len - 1);
  g_clear_pointer (&last->stored, g_free);
  g_clear_pointer (&last->expected, g_free);
  g_free (last->sentence);
  last->sentence =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: there is %u more of this kind.",
                                    "%s: there are %u more of this kind.", n_more),
                       last->place, n_more);
  last->period = TAL_PERIOD_UNSET;
}

/* A sentence that ends in "pct." has its full stop already. */
static char *
end_once (char *sentence)
{
  if (g_str_has_suffix (sentence, ".."))
    sentence[strlen (sentence) - 1] = '\0';
  return sentence;
}

void
tal_plausibility_report (TalPlausibility *self,
                         const TalRule   *rule,
                         TalSeverity      severity,
                         const TalRecord *record,
                         TalPeriod        period,
                         char            *stored,
                         char            *expected,
                         char            *sentence)
{
  TalFinding *finding = NULL;

  if (self->last_rule != rule || !tal_id_is_equal (self->last_id, record->id))
    self->n_of_one = 0;
  self->last_rule = rule;
  self->last_id = record->id;
  self->n_of_one++;

  if (self->n_of_one <= TAL_PLAUSIBILITY_MOST_OF_ONE + 1)
    {
      finding = g_new0 (TalFinding, 1);
      finding->rule = rule;
      finding->severity = severity;
      finding->key = tal_record_get_key (record);
      finding->period = period;
      finding->place = tal_title_for_record (self->catalogue, record);
      finding->stored = stored;
      finding->expected = expected;
      finding->sentence = end_once (sentence);
      g_ptr_array_add (self->findings, finding);
    }
  else
    {
      g_free (stored);
      g_free (expected);
      g_free (sentence);
    }
  if (self->n_of_one > TAL_PLAUSIBILITY_MOST_OF_ONE)
    count_the_rest (self);
}

TalDay
tal_plausibility_get_status_day (const TalPlausibility *self, const TalPlan *plan)
{
  return plan != NULL && plan->status_day != TAL_DAY_NONE && plan->status_day < self->today
             ? plan->status_day
             : self->today;
}

const TalPlan *
tal_plausibility_find_plan (const TalPlausibility *self, TalId initiative)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, initiative);

  if (record == NULL)
    return NULL;

  record = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (record)->plan);
  return record != NULL ? TAL_PLAN (record) : NULL;
}

char *
tal_plausibility_dup_value (const TalSeries *series, TalDecimal value)
{
  return tal_goal_text_value (value, series->measure_unit);
}

char *
tal_plausibility_dup_rounded (const TalSeries *series, TalFraction value, guint8 decimals)
{
  TalDecimal rounded;

  return tal_fraction_round (value, MIN (decimals, TAL_DECIMAL_MAX_SCALE), &rounded)
             ? tal_plausibility_dup_value (series, rounded)
             : NULL;
}

gboolean
tal_plausibility_has_word (const char *text, const char *word)
{
  g_autofree char *plain = NULL;

  if (text == NULL)
    return FALSE;

  plain = tal_danish_text_dup_plain (text);
  for (const char *found = strstr (plain, word); found != NULL; found = strstr (found + 1, word))
    {
      if (found == plain ||
          !g_unichar_isalpha (g_utf8_get_char (g_utf8_find_prev_char (plain, found))))
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_plausibility_check (const TalCatalogue *catalogue,
                        TalRunSource       *runs,
                        TalDay              today,
                        GPtrArray          *findings,
                        GError            **error)
{
  TalPlausibility self = {
    .catalogue = catalogue, .runs = runs, .today = today, .findings = findings, .error = error
  };

  g_return_val_if_fail (catalogue != NULL && runs != NULL, FALSE);
  g_return_val_if_fail (findings != NULL, FALSE);

  tal_plausibility_check_initiatives (&self);
  tal_plausibility_check_money (&self);
  tal_plausibility_check_texts (&self);
  return tal_plausibility_check_series (&self) && tal_plausibility_check_columns (&self) &&
         tal_plausibility_check_goals (&self);
}
