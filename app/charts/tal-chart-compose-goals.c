/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-compose.h"
#include "core/tal-goal-text.h"
#include "core/tal-initiative.h"
#include "core/tal-sentence.h"
#include "core/tal-title.h"

static void
add_goals (const TalChartComposition *self, TalId initiative, GPtrArray *goals)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, initiative, &length);

  for (guint i = 0; i < length; i++)
    g_ptr_array_add (goals, (gpointer)records[i]);
}

static void
add_plan_goals (const TalChartComposition *self, TalId plan, GPtrArray *goals)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_INITIATIVE, plan, &length);

  for (guint i = 0; i < length; i++)
    add_goals (self, records[i]->id, goals);
}

GPtrArray *
tal_chart_compose_list_goals (const TalChartComposition *self)
{
  GPtrArray              *goals = g_ptr_array_new ();
  const TalRecord        *named = NULL;
  const TalRecord *const *plans = NULL;
  guint                   length = 0;

  named = tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, self->request->goal);
  if (named != NULL)
    g_ptr_array_add (goals, (gpointer)named);
  else if (!tal_id_is_none (self->request->initiative))
    add_goals (self, self->request->initiative, goals);
  else if (!tal_id_is_none (self->request->plan))
    add_plan_goals (self, self->request->plan, goals);
  else
    {
      plans = tal_catalogue_get_records (self->catalogue, TAL_KIND_PLAN, &length);
      for (guint i = 0; i < length && goals->len == 0; i++)
        add_plan_goals (self, plans[i]->id, goals);
    }
  return goals;
}

/* The newest within the request with a result; a period without one where there is none. */
static gboolean
find_period (TalChartComposition *self, const TalGoal *goal, TalPeriod *ret_period, GError **error)
{
  const TalChartRequest *request = self->request;
  g_autoptr (GArray)     periods = NULL;

  *ret_period = TAL_PERIOD_UNSET;
  if (request->first == TAL_DAY_NONE && request->last == TAL_DAY_NONE)
    return TRUE;

  periods = tal_goal_figures_list_periods (self->catalogue, self->runs, goal, error);
  if (periods == NULL)
    return FALSE;
  *ret_period = tal_period_new (request->first != TAL_DAY_NONE ? request->first : request->last,
                                request->last != TAL_DAY_NONE ? request->last : TAL_DAY_LAST);
  for (guint i = periods->len; i > 0; i--)
    {
      TalPeriod     period = g_array_index (periods, TalPeriod, i - 1);
      TalGoalStatus status;

      if (!tal_chart_compose_is_asked_for (self, period))
        continue;
      if (!tal_attainment_assess (self->catalogue, self->runs, goal, period, request->today,
                                  &status, error))
        return FALSE;
      if (!tal_figure_is_known (&status.figure))
        continue;
      *ret_period = period;
      return TRUE;
    }
  return TRUE;
}

gboolean
tal_chart_compose_assess (TalChartComposition *self,
                          const TalGoal       *goal,
                          TalGoalStatus       *ret_status,
                          GError             **error)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  return find_period (self, goal, &period, error) &&
         tal_attainment_assess (self->catalogue, self->runs, goal, period, self->request->today,
                                ret_status, error);
}

static char *
dup_on_one_line (const char *wording)
{
  g_auto (GStrv) lines = g_strsplit (wording != NULL ? wording : "", "\n", -1);

  return g_strjoinv (" ", lines);
}

/* Its counts, and its period where the goals have several. */
static char *
write_detail (const TalGoalStatus *status, gboolean with_period)
{
  g_autofree char *counts = tal_goal_text_counts (status);
  g_autofree char *when = NULL;

  if (!with_period || !tal_period_is_set (status->period))
    return g_steal_pointer (&counts);
  when = tal_sentence_when (status->period);
  g_strchug (when);
  return counts != NULL ? g_strdup_printf ("%s %s", counts, when) : g_steal_pointer (&when);
}

/* All, and half of them, are levels of a share too. */
static TalDecimal
get_target (const TalGoalStatus *status)
{
  if (status->series == NULL || status->series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
    return status->target;
  if (status->criterion->comparison == TAL_COMPARISON_ALL)
    return TAL_DECIMAL (100, 0);
  if (status->criterion->comparison == TAL_COMPARISON_AT_LEAST_HALF)
    return TAL_DECIMAL (50, 0);
  return status->target;
}

static void
set_values (TalChartComposition *self, TalChartGoal *goal, const TalGoalStatus *status)
{
  TalDecimal target = TAL_DECIMAL_NONE;

  if (status->criterion == NULL || status->series == NULL)
    return;

  self->spec->decimals = (guint)MAX (status->series->decimals, 0);
  goal->result = tal_chart_compose_make_value (self, &status->figure);
  target = get_target (status);
  if (!tal_decimal_is_none (target))
    goal->target = tal_chart_value_new (target);
  goal->target_text = tal_goal_text_label (status);
  goal->comparison = status->criterion->comparison;
  goal->benchmark = status->criterion->basis == TAL_TARGET_BENCHMARK;
  goal->per_cent = status->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT;
}

static void
add_goal (TalChartComposition *self,
          const TalGoalStatus *status,
          gboolean             grouped,
          gboolean             with_period)
{
  g_autofree char      *wording = dup_on_one_line (status->goal->wording);
  TalChartGoal         *goal = tal_chart_spec_add_goal (self->spec, status->goal->number, wording);
  const TalRecord      *initiative = NULL;
  g_autoptr (GPtrArray) entered = tal_goal_figures_list_entered (self->catalogue, status->goal);

  initiative = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, status->goal->initiative);
  goal->id = status->goal->record.id;
  goal->group = grouped && initiative != NULL ? g_strdup (tal_title_get_name (initiative)) : NULL;
  goal->result_text = tal_goal_text_result (status);
  goal->detail = write_detail (status, with_period);
  goal->attainment = status->attainment;
  goal->verdict = g_strdup (tal_goal_text_verdict (status->attainment));
  set_values (self, goal, status);

  if (status->series != NULL)
    tal_chart_compose_remember (self, status->series, status->period, &status->figure,
                                self->spec->goals->len - 1);
  for (guint i = 0; i < entered->len; i++)
    tal_chart_compose_add_rest (self,
                                ((const TalSeries *)g_ptr_array_index (entered, i))->record.id);
}

static gboolean
have_several_initiatives (const GPtrArray *goals)
{
  for (guint i = 1; i < goals->len; i++)
    {
      if (!tal_id_is_equal (TAL_GOAL (g_ptr_array_index (goals, i))->initiative,
                            TAL_GOAL (g_ptr_array_index (goals, 0))->initiative))
        return TRUE;
    }
  return FALSE;
}

/* Shares stand on one scale, and are read as if they could be compared. */
static void
add_comparability (TalChartComposition *self, const TalGoalStatus *statuses, guint n_statuses)
{
  g_autoptr (GArray)        subjects = g_array_new (FALSE, TRUE, sizeof (TalComparabilitySubject));
  g_auto (TalComparability) result = { 0 };

  for (guint i = 0; i < n_statuses; i++)
    {
      TalComparabilitySubject subject;

      if (statuses[i].series == NULL || !tal_figure_is_known (&statuses[i].figure) ||
          statuses[i].series->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
        continue;
      subject = tal_comparability_subject_for_status (&statuses[i]);
      g_array_append_val (subjects, subject);
    }
  if (subjects->len < 2)
    return;

  result =
      tal_comparability_assess (self->catalogue,
                                &g_array_index (subjects, TalComparabilitySubject, 0),
                                subjects->len, TAL_COMPARABILITY_USE_BESIDE, TAL_DIFFERENCE_NONE);
  tal_chart_spec_add_note (self->spec, result.note);
}

/* The initiative, or its plan where there are several. */
static const char *
find_owner_name (const TalChartComposition *self, const TalGoal *goal, gboolean several)
{
  const TalRecord *record =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, goal->initiative);

  if (record != NULL && several)
    record = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (record)->plan);
  return record != NULL ? tal_title_get_name (record) : NULL;
}

static gboolean
compose_goals (TalChartComposition *self, gboolean without_values, GError **error)
{
  g_autoptr (GPtrArray)     goals = tal_chart_compose_list_goals (self);
  g_autofree TalGoalStatus *statuses = g_new0 (TalGoalStatus, MAX (goals->len, 1));
  gboolean                  several = have_several_initiatives (goals);
  const char               *owner = NULL;
  TalTally                  tally;

  if (goals->len == 0)
    return FALSE;
  for (guint i = 0; i < goals->len; i++)
    {
      if (!tal_chart_compose_assess (self, TAL_GOAL (g_ptr_array_index (goals, i)), &statuses[i],
                                     error))
        return FALSE;
    }

  self->spec = tal_chart_spec_new (self->request->kind, NULL);
  self->whole = TRUE;
  tally = tal_sentence_tally (statuses, goals->len);
  for (guint i = 0; i < goals->len; i++)
    add_goal (self, &statuses[i], several || without_values, !tal_period_is_set (tally.period));
  if (!without_values)
    add_comparability (self, statuses, goals->len);

  owner = find_owner_name (self, statuses[0].goal, several);
  tal_chart_compose_take_title (self, tal_sentence_goals_met (&tally),
                                g_strdup (owner != NULL ? owner : ""));
  self->spec->sentence = g_strconcat (self->spec->title, ".", NULL);
  self->spec->subtitle = owner != NULL ? g_strdup_printf ("Resultat og mål, %s", owner) : NULL;
  return TRUE;
}

gboolean
tal_chart_compose_bullet (TalChartComposition *self, GError **error)
{
  return compose_goals (self, FALSE, error);
}

gboolean
tal_chart_compose_strip (TalChartComposition *self, GError **error)
{
  return compose_goals (self, TRUE, error);
}
