/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-claim.h"
#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-subject.h"
#include "charts/tal-chart-words.h"
#include "core/tal-attainment.h"
#include "core/tal-goal-text.h"
#include "core/tal-trend-text.h"

/* A goal that is followed over as many periods is a line. */
#define LEAST_PERIODS 3
/* More lines than these are drawn apart, and so are counts that differ by so much. */
#define MOST_LINES 5
#define FAR_APART 10
/* A single count of so many years is columns. */
#define MOST_COLUMNS 8

/* Of several areas the smallest is whose chart it is. */
static void
emphasise_home (TalChartComposition *self, const GPtrArray *series)
{
  guint deepest = 0;
  guint home = 0;
  guint n_homes = 0;

  if ((self->shown & TAL_DIFFERENCE_AREA) == 0)
    return;
  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);
      guint            depth = tal_chart_compose_measure_depth (self, each->area);

      if (depth < deepest)
        continue;
      n_homes = depth > deepest ? 1 : n_homes + 1;
      deepest = depth;
      home = i;
    }
  if (n_homes == 1)
    ((TalChartSeries *)g_ptr_array_index (self->spec->series, home))->emphasised = TRUE;
}

static gboolean
add_rows (TalChartComposition *self, const GPtrArray *series, const GArray *periods, GError **error)
{
  g_autoptr (GPtrArray) names = tal_chart_words_list_names (series);

  for (guint i = 0; i < periods->len; i++)
    tal_chart_spec_add_period (self->spec, g_array_index (periods, TalPeriod, i));
  for (guint i = 0; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);
      guint row = tal_chart_compose_add_series (self, each, g_ptr_array_index (names, i));

      for (guint j = 0; j < periods->len; j++)
        {
          if (!tal_chart_compose_add_value (self, row, each, g_array_index (periods, TalPeriod, j),
                                            error))
            return FALSE;
        }
    }
  emphasise_home (self, series);
  return TRUE;
}

/* The largest value of a row; FALSE where it has none above zero. */
static gboolean
find_most (const TalChartSpec *spec, guint row, double *ret_most)
{
  const TalChartSeries *series = tal_chart_spec_get_series (spec, row);
  double                most = 0;

  for (guint i = 0; i < series->values->len; i++)
    {
      TalChartValue value = tal_chart_series_get (series, i);

      if (tal_chart_value_is_known (&value))
        most = MAX (most, value.value);
    }
  *ret_most = most;
  return most > 0;
}

/* Whether counts are so unlike that the smaller would lie on the axis. */
static gboolean
are_far_apart (const TalChartSpec *spec)
{
  double least = G_MAXDOUBLE;
  double most = 0;

  for (guint row = 0; row < spec->series->len; row++)
    {
      double its_most = 0;

      if (!find_most (spec, row, &its_most))
        continue;
      least = MIN (least, its_most);
      most = MAX (most, its_most);
    }
  return most > least * FAR_APART;
}

/* The kind that suits the figures, where another one than asked for may be chosen. */
static TalChartKind
fit (const TalChartComposition *self)
{
  const TalChartSpec *spec = self->spec;
  TalPeriodKind       kind = tal_chart_spec_get_position (spec, 0)->period.kind;
  gboolean            share = spec->unit == TAL_MEASURE_UNIT_PER_CENT;

  if (!self->request->fitting || (spec->kind != TAL_CHART_LINE && spec->kind != TAL_CHART_COLUMNS))
    return spec->kind;
  if (spec->positions->len == 1)
    return TAL_CHART_COLUMNS;
  if (spec->series->len > MOST_LINES || (!share && are_far_apart (spec)))
    return TAL_CHART_MULTIPLES;
  if (spec->series->len == 1 && !share && kind == TAL_PERIOD_YEAR &&
      spec->positions->len <= MOST_COLUMNS)
    return TAL_CHART_COLUMNS;
  return spec->positions->len > MOST_COLUMNS ? TAL_CHART_LINE : spec->kind;
}

/* Shares have one scale; counts, which may be ten times larger than one another, their own. */
static void
choose_kind (TalChartComposition *self)
{
  self->spec->kind = fit (self);
  self->spec->own_axes = self->spec->kind == TAL_CHART_MULTIPLES && self->spec->series->len > 1 &&
                         self->spec->unit != TAL_MEASURE_UNIT_PER_CENT;
  if (self->spec->positions->len == 1)
    tal_chart_spec_add_note (self->spec, "Der er kun tal for én periode.");
}

/* What each row came to between the first and the last period, for its table. */
static gboolean
add_changes (TalChartComposition *self,
             const GPtrArray     *series,
             const GArray        *periods,
             GError             **error)
{
  TalPeriod first = g_array_index (periods, TalPeriod, 0);
  TalPeriod last = g_array_index (periods, TalPeriod, periods->len - 1);

  for (guint i = 0; periods->len > 1 && i < series->len; i++)
    {
      TalChartSeries *row = g_ptr_array_index (self->spec->series, i);
      TalTrend        trend;

      if (!tal_trend_find (self->catalogue, self->runs, g_ptr_array_index (series, i), first, last,
                           &trend, error))
        return FALSE;
      row->change = tal_trend_text_change (&trend, TRUE);
      row->rounded = row->change != NULL && tal_trend_text_note (&trend) != NULL;
    }
  return TRUE;
}

gboolean
tal_chart_compose_over_periods (TalChartComposition *self, const GPtrArray *series, GError **error)
{
  g_autoptr (GArray) periods = NULL;
  char              *claim = NULL;
  TalPeriod          last = TAL_PERIOD_UNSET;

  if (series->len == 0)
    return FALSE;
  if (!tal_chart_compose_check_units (series, error))
    return FALSE;
  periods = tal_chart_compose_list_periods (self, series, error);
  if (periods == NULL || periods->len == 0)
    return FALSE;

  tal_chart_compose_begin (self, series);
  self->shown = tal_chart_compose_find_shown (series);
  if (!add_rows (self, series, periods, error) || !add_changes (self, series, periods, error))
    return FALSE;
  choose_kind (self);
  if (!tal_chart_claim_over_periods (self, series, &claim, error) ||
      !tal_chart_claim_sentence (self, series, &self->spec->sentence, error))
    return FALSE;

  tal_chart_compose_add_breaks (self);
  tal_chart_compose_take_title (self, claim, tal_chart_words_dup_neutral_title (self, series));
  last = g_array_index (periods, TalPeriod, periods->len - 1);
  self->spec->subtitle = tal_chart_words_dup_subtitle (self, series, self->spec->title,
                                                       g_array_index (periods, TalPeriod, 0), last);
  self->spec->caption = tal_chart_words_dup_unit (self->catalogue, series);
  return TRUE;
}

/* The goal asked for; or of an initiative the first that is followed over several periods. */
static gboolean
find_goal (TalChartComposition *self, const TalGoal **ret_goal, GError **error)
{
  const TalRecord *named = tal_catalogue_find (self->catalogue, TAL_KIND_GOAL, self->request->goal);
  const TalRecord *const *goals = NULL;
  guint                   length = 0;

  *ret_goal = named != NULL ? TAL_GOAL (named) : NULL;
  if (named != NULL || tal_id_is_none (self->request->initiative))
    return TRUE;

  goals = tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, self->request->initiative,
                                      &length);
  for (guint i = 0; i < length && *ret_goal == NULL; i++)
    {
      const TalGoal   *goal = TAL_GOAL (goals[i]);
      const TalSeries *series = NULL;
      TalPeriodKind    kind = TAL_PERIOD_NONE;
      guint            count = 0;

      if (tal_goal_get_n_criteria (goal) > 0)
        series = tal_chart_compose_find_series (self, tal_goal_get_criterion (goal, 0)->series);
      if (series == NULL)
        continue;
      if (!tal_chart_subject_count_periods (self, series, &count, &kind, error))
        return FALSE;
      if (count >= LEAST_PERIODS)
        *ret_goal = goal;
    }
  return TRUE;
}

static const TalCriterion *
find_criterion (const TalGoal *goal, TalId series)
{
  for (guint i = 0; goal != NULL && i < tal_goal_get_n_criteria (goal); i++)
    {
      if (tal_id_is_equal (tal_goal_get_criterion (goal, i)->series, series))
        return tal_goal_get_criterion (goal, i);
    }
  return NULL;
}

/* The target in force in each period, beside the goal's own series. */
gboolean
tal_chart_compose_add_targets (TalChartComposition *self, const TalGoal *goal, GError **error)
{
  for (guint row = 0; row < self->spec->series->len; row++)
    {
      TalChartSeries     *series = g_ptr_array_index (self->spec->series, row);
      const TalCriterion *criterion = find_criterion (goal, series->id);
      TalGoalStatus       status;

      if (criterion == NULL || !tal_comparison_needs_target (criterion->comparison))
        continue;
      if (!tal_attainment_assess (self->catalogue, self->runs, goal, TAL_PERIOD_UNSET,
                                  self->request->today, &status, error))
        return FALSE;

      for (guint i = 0; i < self->spec->positions->len; i++)
        {
          TalTarget     target;
          TalPeriod     period = tal_chart_spec_get_position (self->spec, i)->period;
          TalChartValue value = TAL_CHART_VALUE_UNKNOWN;

          if (tal_criterion_find_target (criterion, period, &target))
            value = tal_chart_value_new (target.value);
          tal_chart_series_add_target (series, value);
        }
      series->benchmark = criterion->basis == TAL_TARGET_BENCHMARK;
      series->target_label = tal_goal_text_label (&status);
    }
  return TRUE;
}

static void
add_series_of (const TalChartComposition *self, const TalGoal *goal, GPtrArray *series)
{
  const TalSeries *own = NULL;

  if (goal != NULL && tal_goal_get_n_criteria (goal) > 0)
    own = tal_chart_compose_find_series (self, tal_goal_get_criterion (goal, 0)->series);
  if (own != NULL)
    g_ptr_array_add (series, (gpointer)own);
}

/* Exactly what is named; else a goal with its targets, where one is asked for or the initiative
 * follows one; else the natural subject. */
gboolean
tal_chart_compose_line (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  g_autoptr (GPtrArray) natural = NULL;
  const TalGoal        *goal = NULL;

  if (series == NULL || !find_goal (self, &goal, error))
    return FALSE;
  if (series->len == 0)
    add_series_of (self, goal, series);
  if (series->len == 0 && !tal_chart_subject_find_lines (self, &natural, error))
    return FALSE;

  return tal_chart_compose_over_periods (self, natural != NULL ? natural : series, error) &&
         tal_chart_compose_add_targets (self, goal, error);
}

gboolean
tal_chart_compose_sparkline (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  g_autoptr (GPtrArray) natural = NULL;

  if (series == NULL)
    return FALSE;
  if (series->len == 0 && !tal_chart_subject_find_lines (self, &natural, error))
    return FALSE;
  if (natural != NULL && natural->len > 0)
    g_ptr_array_add (series, g_ptr_array_index (natural, 0));
  return tal_chart_compose_over_periods (self, series, error);
}

gboolean
tal_chart_compose_multiples (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) series = tal_chart_compose_list_named (self, error);
  g_autoptr (GPtrArray) natural = NULL;

  if (series == NULL)
    return FALSE;
  if (series->len == 0 && !tal_chart_subject_find_multiples (self, &natural, error))
    return FALSE;
  return tal_chart_compose_over_periods (self, natural != NULL ? natural : series, error);
}
