/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals against their results: what is measured, whether it was, and whether a miss was
 * explained. */

#include "config.h"

#include "base/tal-danish-text.h"
#include "core/tal-assessment.h"
#include "core/tal-attainment.h"
#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-goal-text.h"
#include "core/tal-goal.h"
#include "core/tal-plausibility-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const TalRule rule_unit = { "goal-unit",
                                   N_ ("A goal and its result are counted in the same unit.") };
static const TalRule rule_missing = { "missing-result",
                                      N_ ("A goal has a result when its period is over.") };
static const TalRule rule_period = { "period-differs",
                                     N_ ("A goal is measured in the period that it is for.") };
static const TalRule rule_explain = { "no-explanation", N_ ("A missed goal is explained.") };
static const TalRule rule_evidence = { "not-evidenced",
                                       N_ ("A goal is met when each of its parts has a figure.") };
static const TalRule rule_kept = { "definition-differs",
                                   N_ ("A result is kept by measuring the same again.") };
static const TalRule rule_moved = { "target-moved",
                                    N_ ("A target stays as it is once its result is final.") };

typedef struct
{
  TalPlausibility *check;
  const TalGoal   *goal;
  char            *title;  /* "Mål 6" and its initiative */
  TalGoalStatus    status; /* with its newest result */
} Look;

static void
report (const Look    *self,
        const TalRule *rule,
        TalSeverity    severity,
        TalPeriod      period,
        char          *stored,
        char          *expected,
        char          *sentence)
{
  tal_plausibility_report (self->check, rule, severity, &self->goal->record, period, stored,
                           expected, sentence);
}

static const TalSeries *
find_series (const TalPlausibility *check, TalId id)
{
  const TalRecord *record = tal_catalogue_find (check->catalogue, TAL_KIND_SERIES, id);

  return record != NULL ? TAL_SERIES (record) : NULL;
}

/* 350 helårspladser are not 545 deltagere. */
static void
check_unit (const Look *self, const TalCriterion *criterion)
{
  const TalSeries *series = find_series (self->check, criterion->series);
  TalMeasureUnit   adopted = TAL_MEASURE_UNIT_PERSONS;
  const char      *wanted = NULL;
  const char      *counted = NULL;

  if (series == NULL || criterion->target_unit == TAL_TARGET_UNIT_OF_SERIES)
    return;

  adopted = criterion->target_unit == TAL_TARGET_UNIT_PER_CENT
                ? TAL_MEASURE_UNIT_PER_CENT
                : (TalMeasureUnit)(criterion->target_unit - TAL_TARGET_UNIT_PERSONS);
  if (adopted == series->measure_unit)
    return;

  wanted = tal_danish_unit_get_noun (adopted);
  counted = tal_danish_unit_get_noun (series->measure_unit);
  report (self, &rule_unit, TAL_SEVERITY_WARNING, TAL_PERIOD_UNSET, g_strdup (counted),
          g_strdup (wanted),
          g_strdup_printf (_ ("%s is set in %s, but the result is counted in %s."), self->title,
                              wanted, counted));
}

/* Without the full stop that it may end in: it is quoted. */
static char *
dup_quotable (const char *definition)
{
  gsize length = strlen (definition);

  return g_strndup (definition, g_str_has_suffix (definition, ".") ? length - 1 : length);
}

/* "Fastholde 62,4 pct. i arbejde eller uddannelse" while fleksjob and førtidspension are
 * counted too. */
static void
check_kept (const Look *self, const TalCriterion *criterion)
{
  const TalSeries *series = find_series (self->check, criterion->series);
  const TalSeries *kept = find_series (self->check, criterion->basis_series);
  g_autofree char *now = NULL;
  g_autofree char *then = NULL;
  g_autofree char *plain_now = NULL;
  g_autofree char *plain_then = NULL;

  if (criterion->basis == TAL_TARGET_FIXED || series == NULL || kept == NULL || series == kept ||
      series->definition == NULL || kept->definition == NULL)
    return;

  now = dup_quotable (series->definition);
  then = dup_quotable (kept->definition);
  plain_now = tal_danish_text_dup_plain (now);
  plain_then = tal_danish_text_dup_plain (then);
  if (g_str_equal (plain_now, plain_then))
    return;

  report (self, &rule_kept, TAL_SEVERITY_WARNING, TAL_PERIOD_UNSET, g_strdup (now), g_strdup (then),
          g_strdup_printf (_ ("%s is measured as “%s”, but what it is held against counts “%s”."),
                              self->title, now, then));
}

/* Whether any figure is known in a period that has days of this one. */
static gboolean
find_result (const Look *self, const TalSeries *series, TalPeriod period, gboolean *ret_found)
{
  TalPlausibility   *check = self->check;
  g_autoptr (GArray) periods =
      tal_derive_list_periods (check->catalogue, check->runs, series, check->error);

  *ret_found = FALSE;
  for (guint i = 0; periods != NULL && i < periods->len && !*ret_found; i++)
    {
      TalPeriod each = g_array_index (periods, TalPeriod, i);
      TalFigure figure;

      if (!tal_period_overlaps (each, period))
        continue;
      if (!tal_derive_figure (check->catalogue, check->runs, series, each, &figure, check->error))
        return FALSE;
      *ret_found = tal_figure_is_known (&figure) || figure.missing == TAL_MISSING_WITHHELD;
    }

  return periods != NULL;
}

/* What a person said of the goal in a period that has days of this one. */
static const TalAssessment *
find_assessment (const Look *self,
                 TalPeriod   period,
                 gboolean (*is_wanted) (const TalAssessment *assessment))
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_children (self->check->catalogue, TAL_KIND_ASSESSMENT,
                                  self->goal->record.id, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalAssessment *each = TAL_ASSESSMENT (records[i]);

      if (tal_period_overlaps (each->period, period) && is_wanted (each))
        return each;
    }

  return NULL;
}

static gboolean
is_explanation (const TalAssessment *assessment)
{
  return assessment->text != NULL;
}

static gboolean
says_met (const TalAssessment *assessment)
{
  return tal_attainment_is_met (assessment->verdict);
}

static gboolean
says_not_met (const TalAssessment *assessment)
{
  return assessment->verdict == TAL_ATTAINMENT_NOT_MET;
}

static gboolean
check_result (const Look *self, const TalCriterion *criterion, TalPeriod period)
{
  const TalSeries *series = find_series (self->check, criterion->series);
  gboolean         found = FALSE;
  g_autofree char *when = NULL;

  if (series == NULL || period.last >= self->check->today)
    return TRUE;
  if (!find_result (self, series, period, &found))
    return FALSE;
  /* That it was not met can be said without a number; that it was cannot. */
  if (found || find_assessment (self, period, says_not_met) != NULL)
    return TRUE;

  when = tal_danish_period_format (period, TAL_DANISH_PERIOD_TEXT);
  if (find_assessment (self, period, says_met) != NULL)
    report (self, &rule_evidence, TAL_SEVERITY_WARNING, period, NULL, NULL,
            g_strdup_printf (_ ("%s is said to be met in %s, but “%s” has no figure."), self->title,
                                when, series->name));
  else
    report (self, &rule_missing, TAL_SEVERITY_WARNING, period, NULL, NULL,
            g_strdup_printf (_ ("%s has no result in %s, so it cannot be said whether it was met."),
                                self->title, when));
  return TRUE;
}

/* Its own targets; "all" and "at least half" have none and are due when the goal's other parts
 * are. */
static const GArray *
find_targets (const TalGoal *goal, const TalCriterion *criterion)
{
  const GArray *targets = criterion->targets;

  if (tal_comparison_needs_target (criterion->comparison))
    return targets;

  for (guint i = 0; i < tal_goal_get_n_criteria (goal) && targets == NULL; i++)
    targets = tal_goal_get_criterion (goal, i)->targets;
  return targets;
}

static gboolean
check_results (const Look *self, const TalCriterion *criterion)
{
  const GArray *targets = find_targets (self->goal, criterion);

  if (tal_period_is_set (self->goal->measuring_period))
    return check_result (self, criterion, self->goal->measuring_period);
  if (targets == NULL && !tal_comparison_needs_target (criterion->comparison) &&
      tal_period_is_set (self->status.period))
    return check_result (self, criterion, self->status.period);

  for (guint i = 0; targets != NULL && i < targets->len; i++)
    {
      if (!check_result (self, criterion, g_array_index (targets, TalTarget, i).period))
        return FALSE;
    }
  return TRUE;
}

/* 19 months of a goal for two years: once those are over, the figure that is final is of
 * another period, and nobody has said on the goal that it is to be so. */
static void
check_period (const Look *self)
{
  const TalGoalStatus *status = &self->status;
  g_autofree char     *measured = NULL;
  g_autofree char     *wanted = NULL;

  if (!tal_figure_is_known (&status->figure) || status->figure.state != TAL_FIGURE_FINAL ||
      !tal_period_is_set (status->target_period) ||
      tal_period_is_set (self->goal->measuring_period) ||
      status->target_period.last >= self->check->today ||
      tal_period_is_equal (status->period, status->target_period) ||
      !tal_period_overlaps (status->period, status->target_period))
    return;

  measured = tal_danish_period_format (status->period, TAL_DANISH_PERIOD_TEXT);
  wanted = tal_danish_period_format (status->target_period, TAL_DANISH_PERIOD_TEXT);
  report (self, &rule_period, TAL_SEVERITY_WARNING, status->period, g_strdup (measured),
          g_strdup (wanted),
          g_strdup_printf (_ ("%s: the measured period is %s; the goal is for %s. If that is as it "
                              "should be, state the measuring period on the goal."),
                              self->title, measured, wanted));
}

static void
check_explained (const Look *self)
{
  g_autofree char *when = NULL;

  if (self->status.attainment != TAL_ATTAINMENT_NOT_MET ||
      find_assessment (self, self->status.period, is_explanation) != NULL)
    return;

  when = tal_danish_period_format (self->status.period, TAL_DANISH_PERIOD_TEXT);
  report (self, &rule_explain, TAL_SEVERITY_WARNING, self->status.period, NULL, NULL,
          g_strdup_printf (_ ("%s was not met in %s and has no explanation."), self->title, when));
}

/* When what the goal rests on in a period was last entered or explained; TAL_TIME_NONE where
 * nobody knows. */
static gboolean
find_last_word (const Look *self, TalPeriod period, TalTime *ret_time)
{
  TalPlausibility      *check = self->check;
  g_autoptr (GPtrArray) entered = tal_goal_figures_list_entered (check->catalogue, self->goal);
  const TalAssessment  *words = find_assessment (self, period, is_explanation);

  *ret_time = TAL_TIME_NONE;
  for (guint i = 0; i < entered->len; i++)
    {
      const TalSeries   *series = g_ptr_array_index (entered, i);
      g_autoptr (TalRun) run =
          tal_run_source_ref_run (check->runs, series->record.id, check->error);

      if (run == NULL)
        return FALSE;
      for (guint j = 0; j < tal_run_get_length (run); j++)
        {
          const TalObservation *each = tal_run_get_observation (run, j);

          if (tal_period_overlaps (each->period, period))
            *ret_time = MAX (*ret_time, each->record.changed_at);
        }
    }

  if (*ret_time != TAL_TIME_NONE && words != NULL)
    *ret_time = MAX (*ret_time, words->record.changed_at);
  return TRUE;
}

static void
report_moved (const Look *self, const TalGoalStatus *now, const TalGoalStatus *then)
{
  g_autofree char *promised = tal_goal_text_promise (now);
  g_autofree char *once = tal_goal_text_promise (then);
  g_autofree char *when = NULL;

  if (g_str_equal (promised, once))
    return;

  when = tal_danish_period_format (now->period, TAL_DANISH_PERIOD_TEXT);
  report (self, &rule_moved, TAL_SEVERITY_WARNING, now->period, g_strdup (promised),
          g_strdup (once),
          g_strdup_printf (_ ("%s: the target was changed after the final result of %s. It was "
                              "“%s”, and is now “%s”."),
                              self->title, when, once, promised));
}

/* What is measured may have been taken away since. */
static gboolean
is_still_measured (const Look *self, const TalGoal *before)
{
  for (guint i = 0; i < tal_goal_get_n_criteria (before); i++)
    {
      if (find_series (self->check, tal_goal_get_criterion (before, i)->series) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Set lower when the result is there, a target is always met. */
static gboolean
check_moved (const Look *self, TalPeriod period)
{
  TalPlausibility *check = self->check;
  const TalGoal   *before = NULL;
  TalTime          last_word = TAL_TIME_NONE;
  TalGoalStatus    now;
  TalGoalStatus    then;

  if (!find_last_word (self, period, &last_word))
    return FALSE;
  before = last_word != TAL_TIME_NONE
               ? tal_goal_past_find (check->past, self->goal->record.id, last_word)
               : NULL;
  if (before == NULL || !is_still_measured (self, before))
    return TRUE;

  if (!tal_attainment_assess (check->catalogue, check->runs, self->goal, period, check->today, &now,
                              check->error) ||
      !tal_attainment_assess (check->catalogue, check->runs, before, period, check->today, &then,
                              check->error))
    return FALSE;

  if (tal_figure_is_known (&now.figure) && now.figure.state == TAL_FIGURE_FINAL)
    report_moved (self, &now, &then);
  return TRUE;
}

/* Those that it has a target for, and the one that its newest result is of: each once. */
static GArray *
list_promised (const Look *self)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));

  if (tal_period_is_set (self->status.period))
    g_array_append_val (periods, self->status.period);
  for (guint i = 0; i < tal_goal_get_n_criteria (self->goal); i++)
    {
      const GArray *targets = tal_goal_get_criterion (self->goal, i)->targets;

      for (guint j = 0; targets != NULL && j < targets->len; j++)
        g_array_append_val (periods, g_array_index (targets, TalTarget, j).period);
    }

  tal_period_list_sort (periods);
  return periods;
}

static gboolean
check_all_moved (const Look *self)
{
  g_autoptr (GArray) periods = NULL;

  if (self->check->past == NULL)
    return TRUE;

  periods = list_promised (self);
  for (guint i = 0; i < periods->len; i++)
    {
      if (!check_moved (self, g_array_index (periods, TalPeriod, i)))
        return FALSE;
    }
  return TRUE;
}

gboolean
tal_plausibility_look_at_goal (TalPlausibility *check, const TalGoal *goal)
{
  const TalRecord *initiative =
      tal_catalogue_find (check->catalogue, TAL_KIND_INITIATIVE, goal->initiative);
  g_autofree char *title =
      g_strdup_printf (_ ("Goal %d (%s)"), goal->number,
                          initiative != NULL ? TAL_INITIATIVE (initiative)->name : "");
  Look look = { .check = check, .goal = goal, .title = title };

  if (!tal_attainment_assess (check->catalogue, check->runs, goal, TAL_PERIOD_UNSET, check->today,
                              &look.status, check->error))
    return FALSE;

  for (guint i = 0; i < tal_goal_get_n_criteria (goal); i++)
    {
      const TalCriterion *criterion = tal_goal_get_criterion (goal, i);

      check_unit (&look, criterion);
      check_kept (&look, criterion);
      if (!check_results (&look, criterion))
        return FALSE;
    }

  check_period (&look);
  check_explained (&look);
  return check_all_moved (&look);
}

gboolean
tal_plausibility_check_goals (TalPlausibility *self)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_GOAL, &length);

  for (guint i = 0; i < length; i++)
    {
      if (!tal_plausibility_look_at_goal (self, TAL_GOAL (records[i])))
        return FALSE;
    }

  return TRUE;
}
