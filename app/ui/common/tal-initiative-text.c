/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-initiative-text.h"

#include "base/tal-danish-collation.h"
#include "base/tal-danish-date.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-period.h"
#include "core/tal-funding.h"
#include "core/tal-goal-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SEPARATOR " · "

const TalPlan *
tal_initiative_text_find_plan (const TalInitiative *self, const TalCatalogue *catalogue)
{
  const TalRecord *record = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  record = tal_catalogue_find (catalogue, TAL_KIND_PLAN, self->plan);
  return record != NULL ? TAL_PLAN (record) : NULL;
}

TalTally
tal_initiative_text_tally (const TalInitiative *self, const TalStatusTable *statuses)
{
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;

  goals = tal_status_table_get_initiative (statuses, self->record.id, &n_goals);
  return tal_sentence_tally (goals, n_goals);
}

static void
take_part (GString *line, char *part)
{
  if (part != NULL && part[0] != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? SEPARATOR : "", part);
  g_free (part);
}

static char *
write_years (const TalInitiative *self, const TalPlan *plan)
{
  g_autofree char *first = NULL;

  if (self->first == TAL_DAY_NONE ||
      (plan != NULL && self->first == plan->first && self->last == plan->last))
    return NULL;

  if (self->last != TAL_DAY_NONE)
    return tal_danish_period_format (tal_period_new (self->first, self->last),
                                     TAL_DANISH_PERIOD_TABLE);

  first = tal_danish_date_format (self->first, TAL_DANISH_DATE_TEXT);
  return g_strdup_printf (_ ("since %s"), first);
}

static char *
write_money (const TalInitiative *self, const TalCatalogue *catalogue)
{
  TalFunding funding;

  if (!tal_funding_find_initiative (catalogue, self->record.id, &funding))
    return NULL;

  return tal_sentence_amount (funding.kroner);
}

/* "545 deltagere", of the first goal that is a count. */
static char *
write_people (const TalGoalStatus *goals, guint n_goals)
{
  for (guint i = 0; i < n_goals; i++)
    {
      const TalSeries *series = goals[i].series;
      TalDecimal       count;

      if (series != NULL && tal_series_is_count (series) && series->measure != NULL &&
          tal_figure_is_known (&goals[i].figure) &&
          tal_figure_get_decimal (&goals[i].figure, 0, &count))
        return tal_danish_noun_count (count, series->measure);
    }

  return NULL;
}

/* When the last of the preliminary figures is expected to be final. */
static char *
write_expectation (const TalGoalStatus *goals, guint n_goals)
{
  g_autofree char *day = NULL;
  TalDay           expected = TAL_DAY_NONE;

  for (guint i = 0; i < n_goals; i++)
    expected = MAX (expected, goals[i].figure.final_expected);
  if (expected == TAL_DAY_NONE)
    return NULL;

  day = tal_danish_date_format (expected, TAL_DANISH_DATE_TEXT);
  return g_strdup_printf (_ ("final figures expected %s"), day);
}

char *
tal_initiative_text_subtitle (const TalInitiative *self, const TalStatusTable *statuses)
{
  g_autoptr (GString)  line = g_string_new (NULL);
  const TalCatalogue  *catalogue = NULL;
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (statuses != NULL, NULL);

  catalogue = tal_status_table_get_catalogue (statuses);
  goals = tal_status_table_get_initiative (statuses, self->record.id, &n_goals);
  take_part (line, write_years (self, tal_initiative_text_find_plan (self, catalogue)));
  take_part (line, write_money (self, catalogue));
  take_part (line, write_people (goals, n_goals));
  take_part (line, write_expectation (goals, n_goals));
  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
tal_initiative_text_spoken (const TalInitiative *self, const TalStatusTable *statuses)
{
  g_autoptr (GString)  line = g_string_new (NULL);
  g_autofree char     *share = NULL;
  g_autofree char     *sentence = NULL;
  const TalGoalStatus *goals = NULL;
  guint                n_goals = 0;
  TalTally             tally;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (statuses != NULL, NULL);

  goals = tal_status_table_get_initiative (statuses, self->record.id, &n_goals);
  tally = tal_sentence_tally (goals, n_goals);
  if (self->number > 0)
    g_string_append_printf (line, _ ("Initiative %d, "), self->number);
  if (tally.n_open == tally.n_goals)
    {
      sentence = tal_sentence_goals_met (&tally);
      g_string_append_printf (line, "%s. %s.", self->name, sentence);
    }
  else
    {
      share = tal_sentence_share_met (&tally);
      /* Translators: "Fritidsjob til unge. 2 of 2 goals met." */
      g_string_append_printf (line, _ ("%s. %s goals met."), self->name, share);
    }
  for (guint i = 0; i < n_goals; i++)
    {
      g_autofree char *spoken = tal_goal_text_spoken (&goals[i]);

      g_string_append_printf (line, " %s", spoken);
    }

  return g_string_free (g_steal_pointer (&line), FALSE);
}

char *
tal_initiative_text_place (const TalInitiative *self, const TalCatalogue *catalogue)
{
  const TalPlan *plan = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  plan = tal_initiative_text_find_plan (self, catalogue);
  if (plan == NULL || plan->name == NULL)
    return g_strdup ("");
  if (self->number <= 0)
    return g_strdup (plan->name);

  /* Translators: a plan's name and the number of an initiative in it. */
  return g_strdup_printf (_ ("%s · initiative %d"), plan->name, self->number);
}

static gboolean
contains (const char *text, const char *wanted)
{
  g_autofree char *folded = text != NULL ? tal_danish_collation_dup_folded (text) : NULL;

  return folded != NULL && strstr (folded, wanted) != NULL;
}

gboolean
tal_initiative_text_is_found (const TalInitiative  *self,
                              const TalStatusTable *statuses,
                              const char           *wanted)
{
  const TalGoalStatus *goals = NULL;
  const TalPlan       *plan = NULL;
  guint                n_goals = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (wanted != NULL, FALSE);

  plan = tal_initiative_text_find_plan (self, tal_status_table_get_catalogue (statuses));
  if (contains (self->name, wanted) || (plan != NULL && contains (plan->name, wanted)))
    return TRUE;

  goals = tal_status_table_get_initiative (statuses, self->record.id, &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (contains (goals[i].goal->wording, wanted))
        return TRUE;
    }

  return FALSE;
}
