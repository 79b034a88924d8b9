/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/initiatives/tal-fact-text.h"

#include "core/tal-funding.h"
#include "core/tal-goal-text.h"
#include "core/tal-sentence.h"
#include "core/tal-title.h"

#include <glib/gi18n-lib.h>

/* "9 af 11" over "mål er opnået i 2023", or "3 mål" over "ikke opgjort endnu". */
static gboolean
write_goals (TalFactText *self, const TalGoalStatus *goals, guint n_goals)
{
  TalTally tally;

  if (n_goals == 0)
    return FALSE;

  tally = tal_sentence_tally (goals, n_goals);
  self->figure = tally.n_open < tally.n_goals ? tal_sentence_share_met (&tally)
                                              : tal_sentence_count_goals (n_goals);
  self->caption = tal_sentence_share_caption (&tally);
  self->name = g_strdup (_ ("Goals met"));
  self->summary = g_strdup_printf ("%s %s", self->figure, self->caption);
  return TRUE;
}

static gboolean
write_money (TalFactText *self, const TalCatalogue *catalogue, TalId initiative)
{
  TalFunding funding;

  if (!tal_funding_find_initiative (catalogue, initiative, &funding))
    return FALSE;

  self->figure = tal_sentence_amount (funding.kroner);
  self->caption = funding.year > 0 ? g_strdup_printf (_ ("set aside in %d"), funding.year)
                                   : g_strdup (_ ("set aside"));
  self->name = g_strdup (_ ("Money set aside"));
  self->summary = g_strdup_printf ("%s %s", self->figure, self->caption);
  return TRUE;
}

/* A count is known by what is counted; a share needs its whole name. */
static void
write_result (TalFactText *self, const TalGoalStatus *goal)
{
  gboolean         count = tal_series_is_count (goal->series) && goal->series->measure != NULL;
  g_autofree char *target = count ? tal_goal_text_target (goal) : tal_goal_text_label (goal);

  self->figure = tal_goal_text_result (goal);
  self->caption = g_strdup_printf ("%s (%s)", count ? goal->series->measure : self->name, target);
  self->summary = g_strdup_printf ("%s (%s)", self->figure, target);
}

static gboolean
write_figure (TalFactText             *self,
              const TalCatalogue      *catalogue,
              const TalInitiativeFact *fact,
              const TalGoalStatus     *goal,
              const TalSeriesStatuses *read)
{
  const TalRecord     *series = tal_catalogue_find (catalogue, TAL_KIND_SERIES, fact->series);
  const TalGoalStatus *status = read != NULL ? tal_series_statuses_find (read, fact->series) : NULL;

  if (series == NULL)
    return FALSE;

  self->name = g_strdup (tal_title_get_name (series));
  if (goal != NULL)
    {
      write_result (self, goal);
      return TRUE;
    }

  self->figure = status != NULL ? tal_goal_text_result (status) : g_strdup ("…");
  self->caption = g_strdup (self->name);
  self->summary = g_strdup (self->figure);
  return TRUE;
}

static gboolean
write_fact (TalFactText             *self,
            const TalInitiativeFact *fact,
            const TalStatusTable    *statuses,
            const TalInitiative     *initiative,
            const TalSeriesStatuses *read)
{
  const TalCatalogue  *catalogue = tal_status_table_get_catalogue (statuses);
  guint                n_goals = 0;
  const TalGoalStatus *goals =
      tal_status_table_get_initiative (statuses, initiative->record.id, &n_goals);

  switch (fact->kind)
    {
    case TAL_FACT_GOALS:
      return write_goals (self, goals, n_goals);
    case TAL_FACT_FIGURE:
      return write_figure (self, catalogue, fact,
                           tal_initiative_facts_find_goal (fact, goals, n_goals), read);
    case TAL_FACT_MONEY:
      return write_money (self, catalogue, initiative->record.id);
    }

  g_return_val_if_reached (FALSE);
}

TalFactText *
tal_fact_text_new (const TalInitiativeFact *fact,
                   const TalStatusTable    *statuses,
                   const TalInitiative     *initiative,
                   const TalSeriesStatuses *read)
{
  g_autoptr (TalFactText) self = NULL;

  g_return_val_if_fail (fact != NULL, NULL);
  g_return_val_if_fail (statuses != NULL && initiative != NULL, NULL);

  self = g_new0 (TalFactText, 1);
  return write_fact (self, fact, statuses, initiative, read) ? g_steal_pointer (&self) : NULL;
}

void
tal_fact_text_free (TalFactText *self)
{
  if (self == NULL)
    return;

  g_free (self->figure);
  g_free (self->caption);
  g_free (self->name);
  g_free (self->summary);
  g_free (self);
}

GArray *
tal_fact_text_list_series (const GArray         *facts,
                           const TalStatusTable *statuses,
                           const TalInitiative  *initiative)
{
  GArray              *series = NULL;
  guint                n_goals = 0;
  const TalGoalStatus *goals = NULL;

  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (statuses != NULL && initiative != NULL, NULL);

  series = g_array_new (FALSE, FALSE, sizeof (TalId));
  goals = tal_status_table_get_initiative (statuses, initiative->record.id, &n_goals);
  for (guint i = 0; i < facts->len; i++)
    {
      const TalInitiativeFact *fact = &g_array_index (facts, TalInitiativeFact, i);

      if (fact->kind == TAL_FACT_FIGURE &&
          tal_initiative_facts_find_goal (fact, goals, n_goals) == NULL)
        g_array_append_val (series, fact->series);
    }

  return series;
}
