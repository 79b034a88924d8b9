/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for each goal: what is promised as a mark across the full scale, the result as a bar from
 * zero, and whether it is met in a colour, a sign and a word.  Shares stand on one scale; counts
 * have one each. */

#include "base/tal-danish-number.h"
#include "charts/tal-chart-bar.h"
#include "charts/tal-chart-block.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"
#include "charts/tal-chart-verdict.h"
#include "core/tal-goal-text.h"

#define MOST_PITCH 120.0
#define TRACK_HEIGHT 20.0
#define TRACK_RADIUS 4.0
#define BAR_SHARE 0.6
#define BAR_RADIUS 2.5
#define TARGET_WIDTH 3.0
#define TARGET_REACH 3.0
#define DIAMOND_REACH 6.0
#define DIAMOND_WIDTH 1.8
#define LABEL_GAP 3.0
#define SIGN_REACH 4.0
#define SIGN_WIDTH 1.8
#define SIGN_GAP 14.0
#define VERDICT_GAP 14.0
/* Of the width: what values and verdicts may take. */
#define MOST_VERDICT 0.3
/* Likewise: what wordings may take; and of the width that verdicts leave. */
#define MOST_NAMES 0.46
#define MOST_NAMES_BESIDE 0.68
/* Where nothing is drawn. */
#define MOST_NAMES_ALONE 0.72
#define TOLD_GAP 4.0
/* Shares that are all below it stand on a scale to LOW_MOST. */
#define LOW_LIMIT 15.0
#define LOW_MOST 20.0
#define FULL_MOST 100.0

typedef struct
{
  TalChartPlan *plan;
  TalChartRows *rows;
  TalChartTicks ticks; /* of all, where the scale is shared */
  gboolean      is_shared;
  gboolean      is_told;  /* all of them are told in words */
  gboolean      worded;   /* verdicts stand in words below values */
  gboolean      compared; /* targets stand beside values, as they have no label of their own */
  double        verdicts; /* the width of the column at the right */
  double        track;    /* its height */
} Bullets;

static const TalChartGoal *
get_goal (const Bullets *self, guint number)
{
  return g_ptr_array_index (self->plan->spec->goals, number);
}

/* Told in words, as nothing is counted. */
static gboolean
is_told (const TalChartGoal *goal)
{
  return goal->result_text != NULL && !goal->result.masked &&
         !tal_chart_value_is_known (&goal->result) && !tal_chart_value_is_known (&goal->target);
}

static gboolean
are_told (const Bullets *self)
{
  for (guint i = 0; i < self->plan->spec->goals->len; i++)
    {
      if (!is_told (get_goal (self, i)))
        return FALSE;
    }
  return TRUE;
}

static void
widen (TalChartReach *reach, const TalChartValue *value)
{
  if (!tal_chart_value_is_known (value))
    return;
  reach->least = MIN (reach->least, value->value);
  reach->most = MAX (reach->most, value->value);
}

/* Shares to a hundred, low ones to twenty; what lies outside and counts to a round number. */
static TalChartTicks
choose_ticks (TalChartReach reach, gboolean per_cent)
{
  if (!per_cent || reach.least < 0 || reach.most > FULL_MOST)
    return tal_chart_ticks_search (reach.least, reach.most > reach.least ? reach.most : 1, 4, TRUE);
  if (reach.most < LOW_LIMIT && reach.most > 0)
    return (TalChartTicks){ TAL_DECIMAL (5, 0), 0, 5 };
  return (TalChartTicks){ TAL_DECIMAL (25, 0), 0, 5 };
}

static TalChartTicks
choose_own_ticks (const TalChartGoal *goal)
{
  TalChartReach reach = { 0, 0 };

  widen (&reach, &goal->result);
  widen (&reach, &goal->target);
  return choose_ticks (reach, goal->per_cent);
}

/* Where all are shares. */
static gboolean
find_shared_reach (const Bullets *self, TalChartReach *ret_reach)
{
  TalChartReach reach = { 0, 0 };

  for (guint i = 0; i < self->plan->spec->goals->len; i++)
    {
      const TalChartGoal *goal = get_goal (self, i);

      if (!goal->per_cent && !is_told (goal))
        return FALSE;
      widen (&reach, &goal->result);
      widen (&reach, &goal->target);
    }
  *ret_reach = reach;
  return TRUE;
}

/* Whether a row is high enough for the label of the target above its track. */
static gboolean
holds_target_labels (const Bullets *self)
{
  double small = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);

  return self->rows->pitch >= TRACK_HEIGHT + small + 3 * LABEL_GAP;
}

static gboolean
holds_own_axes (const Bullets *self)
{
  double small = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);

  return !self->is_shared && self->rows->pitch >= TRACK_HEIGHT + 2 * small + 3 * LABEL_GAP;
}

static char *
dup_result (const Bullets *self, const TalChartGoal *goal)
{
  /* Nothing is said twice. */
  if (is_told (goal) || (self->worded && goal->verdict != NULL && goal->result_text != NULL &&
                         g_ascii_strcasecmp (goal->verdict, goal->result_text) == 0))
    return g_strdup ("");
  if (goal->result_text != NULL && !goal->result.masked)
    return g_strdup (goal->result_text);
  return tal_chart_text_dup_value_with_unit (self->plan->spec, &goal->result);
}

/* Where targets have no label of their own they stand beside the result. */
static char *
dup_value_text (const Bullets *self, const TalChartGoal *goal)
{
  g_autofree char *result = dup_result (self, goal);

  if (!self->compared || goal->target_text == NULL)
    return g_steal_pointer (&result);
  return g_strconcat (result, *result != '\0' ? " · " : "", goal->target_text, NULL);
}

static double
measure_verdict (const Bullets *self, const TalChartGoal *goal)
{
  if (goal->verdict == NULL)
    return 0;
  return SIGN_GAP + tal_chart_typesetter_measure (self->plan->typesetter, TAL_CHART_FONT_SMALL_BOLD,
                                                  goal->verdict);
}

static double
measure_words (const Bullets *self)
{
  double widest = 0;

  for (guint i = 0; i < self->plan->spec->goals->len; i++)
    widest = MAX (widest, measure_verdict (self, get_goal (self, i)));
  return widest;
}

static double
measure_values (const Bullets *self)
{
  double widest = 0;

  for (guint i = 0; i < self->plan->spec->goals->len; i++)
    {
      g_autofree char *text = dup_value_text (self, get_goal (self, i));

      widest = MAX (widest, tal_chart_typesetter_measure (self->plan->typesetter,
                                                          TAL_CHART_FONT_BOLD, text));
    }
  return widest;
}

/* Rows that hold no text have no verdict either: their colour says it.  Targets that are too long
 * to stand beside results do not. */
static void
measure_verdicts (Bullets *self)
{
  double most = self->plan->room.width * MOST_VERDICT;
  double words;
  double values;
  double sign;

  self->verdicts = 0;
  if (!tal_chart_rows_hold_text (self->rows, self->plan, TAL_CHART_FONT_BOLD))
    return;
  words = measure_words (self);
  self->worded = words > 0 && words <= most &&
                 self->rows->pitch >=
                     tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_BOLD) +
                         tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  sign = self->worded ? 0 : SIGN_GAP;
  self->compared = !holds_target_labels (self);
  values = measure_values (self);
  if (self->compared && values + sign > most)
    {
      self->compared = FALSE;
      values = measure_values (self);
    }
  self->verdicts = MIN (self->worded ? MAX (values, words) : values + sign, most) + 0.01;
}

static gboolean
is_decided (const TalChartGoal *goal)
{
  TalChartMarker sign;

  return tal_chart_verdict_find_marker (goal->attainment, &sign);
}

static void
add_sign (const Bullets *self, const TalChartGoal *goal, TalChartPoint middle)
{
  TalChartMarker sign;
  TalChartShape *shape = NULL;

  if (!tal_chart_verdict_find_marker (goal->attainment, &sign))
    return;
  shape = tal_chart_plan_add_marker (self->plan, sign, middle, SIGN_REACH, TAL_CHART_INK_NONE);
  shape->stroke = tal_chart_verdict_get_ink (goal->attainment);
  shape->stroke_width = SIGN_WIDTH;
}

/* The value, and below it the verdict: a sign and a word, or the sign alone before the value. */
static void
add_verdict (const Bullets *self, guint number)
{
  const TalChartGoal *goal = get_goal (self, number);
  g_autofree char    *value = dup_value_text (self, goal);
  double              middle = tal_chart_rows_get_middle (self->rows, number);
  double              line = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_BOLD);
  double              word = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  TalChartBox         box = { self->plan->room.x + self->plan->room.width - self->verdicts,
                              middle - line / 2, self->verdicts, line };
  TalChartPoint       sign = { box.x + SIGN_REACH + 1, middle };

  if (self->worded && goal->verdict != NULL)
    {
      box.y -= *value != '\0' ? word / 2 : line;
      sign.y = box.y + line + word / 2;
      tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL_BOLD,
                               tal_chart_verdict_get_ink (goal->attainment), goal->verdict,
                               box.x + (is_decided (goal) ? SIGN_GAP : 0), TAL_CHART_ALIGN_START,
                               box.y + line);
    }
  if (!self->worded)
    {
      box.x += SIGN_GAP;
      box.width -= SIGN_GAP;
    }
  add_sign (self, goal, sign);
  tal_chart_block_add (self->plan, TAL_CHART_FONT_BOLD, TAL_CHART_INK_TEXT, value, box,
                       TAL_CHART_ALIGN_START);
}

static char *
dup_tick (const TalChartGoal *goal, TalDecimal value, gboolean last)
{
  if (goal->per_cent && last)
    return tal_goal_text_value (value, TAL_MEASURE_UNIT_PER_CENT);
  return tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS);
}

/* Below the track of a row that has a scale of its own, within its ends. */
static void
add_tick_label (const Bullets       *self,
                const TalChartGoal  *goal,
                const TalChartTicks *ticks,
                guint                position,
                TalChartPoint        point)
{
  gboolean         last = position + 1 == ticks->length;
  g_autofree char *text = dup_tick (goal, tal_chart_ticks_get (ticks, position), last);
  TalChartBox      plot = self->rows->plot;
  TalChartBox box = tal_chart_plan_measure_text (self->plan, TAL_CHART_FONT_SMALL, text, point.x,
                                                 TAL_CHART_ALIGN_MIDDLE, point.y);

  box.x = CLAMP (box.x, plot.x, MAX (plot.x + plot.width - box.width, plot.x));
  if (tal_chart_plan_is_free (self->plan, box, TAL_CHART_TEXT_GAP))
    tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, text, box.x,
                             TAL_CHART_ALIGN_START, box.y);
}

static void
add_own_axis (const Bullets       *self,
              const TalChartGoal  *goal,
              const TalChartTicks *ticks,
              const TalChartScale *scale,
              double               bottom)
{
  for (guint i = 0; i < ticks->length; i++)
    {
      /* The ends first: those between them give way. */
      guint  position = i == 0 ? 0 : ticks->length - i;
      double x =
          tal_chart_scale_place (scale,
                                 tal_decimal_to_double (tal_chart_ticks_get (ticks, position)));

      add_tick_label (self, goal, ticks, position, (TalChartPoint){ x, bottom + 1 });
    }
}

static gboolean
is_upper_limit (TalComparison comparison)
{
  return comparison == TAL_COMPARISON_AT_MOST || comparison == TAL_COMPARISON_FEWER_THAN;
}

/* What the target is, above its mark, within the plot. */
static void
add_target_label (const Bullets *self, const TalChartGoal *goal, double x, double middle)
{
  TalChartBox plot = self->rows->plot;
  double      height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  TalChartBox box;

  if (goal->target_text == NULL || !holds_target_labels (self))
    return;
  box = tal_chart_plan_measure_text (self->plan, TAL_CHART_FONT_SMALL, goal->target_text, x,
                                     TAL_CHART_ALIGN_MIDDLE,
                                     middle - self->track / 2 - LABEL_GAP - 1 - height);
  box.x = CLAMP (box.x, plot.x, MAX (plot.x + plot.width - box.width, plot.x));
  tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, goal->target_text,
                           box.x, TAL_CHART_ALIGN_START, box.y);
}

/* A heavy mark; another unit's level is a diamond, as it is no promise. */
static void
add_target (const Bullets *self, guint number, double x, double middle)
{
  const TalChartGoal *goal = get_goal (self, number);
  TalChartBox         plot = self->rows->plot;
  double              reach = MIN (TARGET_REACH, self->track / 4);
  TalChartShape      *mark = NULL;
  double              least = MIN (DIAMOND_REACH, self->track / 2);

  if (goal->benchmark)
    {
      mark = tal_chart_plan_add_marker (self->plan, TAL_CHART_MARKER_DIAMOND,
                                        (TalChartPoint){ x, middle }, least, TAL_CHART_INK_GROUND);
      mark->stroke = TAL_CHART_INK_TARGET;
      mark->stroke_width = MIN (DIAMOND_WIDTH, least / 2);
    }
  else
    {
      TalChartBox box = { CLAMP (x - TARGET_WIDTH / 2, plot.x - TARGET_WIDTH / 2,
                                 plot.x + plot.width - TARGET_WIDTH / 2),
                          middle - self->track / 2 - reach, TARGET_WIDTH, self->track + 2 * reach };

      tal_chart_plan_add_rectangle (self->plan, box, TAL_CHART_INK_TARGET);
    }
  add_target_label (self, goal, x, middle);
}

/* The full scale, tinted where a result should not be. */
static void
add_track (const Bullets *self, const TalChartGoal *goal, const TalChartScale *scale, double middle)
{
  TalChartBox    plot = self->rows->plot;
  TalChartBox    box = { plot.x, middle - self->track / 2, plot.width, self->track };
  TalChartShape *track = tal_chart_plan_add_rectangle (self->plan, box, TAL_CHART_INK_TRACK);
  double         x;

  track->radius = TRACK_RADIUS;
  if (!is_upper_limit (goal->comparison) || !tal_chart_value_is_known (&goal->target))
    return;
  x = tal_chart_scale_place (scale, goal->target.value);
  box.width = MAX (box.width - (x - box.x), 0);
  box.x = x;
  track = tal_chart_plan_add_rectangle (self->plan, box, TAL_CHART_INK_AVOID);
  track->radius = TRACK_RADIUS;
}

static void
add_bar (const Bullets *self, guint number, const TalChartScale *scale, double middle)
{
  const TalChartGoal *goal = get_goal (self, number);
  TalChartInk         ink = tal_chart_verdict_get_ink (goal->attainment);
  double              zero = tal_chart_scale_place (scale, 0);
  double              end = tal_chart_scale_place (scale, goal->result.value);
  TalChartBox         box = tal_chart_bar_find_box (zero, end, middle, self->track * BAR_SHARE);
  TalChartValue       drawn = goal->result;
  TalChartShape      *bar = NULL;

  if (drawn.state == TAL_FIGURE_FINAL && tal_attainment_is_preliminary (goal->attainment))
    drawn.state = TAL_FIGURE_PRELIMINARY;
  bar = tal_chart_bar_add (self->plan, box, ink, BAR_RADIUS, &drawn);
  bar->series = 0;
  bar->position = (int)number;
  tal_chart_plan_add_spot (self->plan, 0, (int)number, (TalChartPoint){ end, middle },
                           goal->result.value, FALSE);
}

/* Lower in its row where only a label above it has room. */
static double
find_track_middle (const Bullets *self, guint number)
{
  double small = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  double above = self->track / 2 + small + 2 * LABEL_GAP;
  double middle = tal_chart_rows_get_middle (self->rows, number);

  if (!holds_target_labels (self))
    return middle;
  return middle + MAX (above - self->rows->pitch / 2, 0);
}

static void
add_told (const Bullets *self, guint number)
{
  TalChartBox box = self->rows->plot;

  box.x += TOLD_GAP;
  box.width = MAX (box.width - TOLD_GAP, 0);
  box.height = self->rows->pitch;
  box.y = tal_chart_rows_get_middle (self->rows, number) - box.height / 2;
  tal_chart_block_add (self->plan, TAL_CHART_FONT_PLAIN, TAL_CHART_INK_TEXT,
                       get_goal (self, number)->result_text, box, TAL_CHART_ALIGN_START);
}

static void
add_row (const Bullets *self, guint number)
{
  const TalChartGoal *goal = get_goal (self, number);
  TalChartBox         plot = self->rows->plot;
  TalChartTicks       ticks = self->ticks;
  TalChartScale       scale;
  double              middle = find_track_middle (self, number);

  if (self->verdicts > 0)
    add_verdict (self, number);
  if (is_told (goal))
    {
      add_told (self, number);
      return;
    }
  if (!self->is_shared)
    ticks = choose_own_ticks (goal);
  scale = (TalChartScale){ tal_chart_ticks_get_least (&ticks), tal_chart_ticks_get_most (&ticks),
                           plot.x, plot.x + plot.width };
  tal_chart_plan_add_scale (self->plan, scale);
  add_track (self, goal, &scale, middle);
  if (tal_chart_value_is_known (&goal->result))
    add_bar (self, number, &scale, middle);
  if (tal_chart_value_is_known (&goal->target))
    add_target (self, number, tal_chart_scale_place (&scale, goal->target.value), middle);
  if (holds_own_axes (self))
    add_own_axis (self, goal, &ticks, &scale, middle + self->track / 2 + TARGET_REACH);
}

static void
add_names_to_rows (const Bullets *self)
{
  for (guint i = 0; i < self->plan->spec->goals->len; i++)
    {
      const TalChartGoal *goal = get_goal (self, i);
      TalChartRow         row = { .name = goal->wording,
                                  .detail = goal->detail,
                                  .number = goal->number,
                                  .place = TAL_CHART_PLACE_PLAIN };

      tal_chart_rows_add (self->rows, row);
    }
}

/* Rows first in the whole room, as their height says what the column at the right holds. */
static void
place (Bullets *self)
{
  TalChartBox room = self->plan->room;

  if (self->is_shared)
    room.height -= tal_chart_rows_measure_axis (self->plan);
  add_names_to_rows (self);
  tal_chart_rows_place (self->rows, self->plan, room, MOST_PITCH);
  measure_verdicts (self);
  if (self->verdicts > 0)
    room.width -= self->verdicts + VERDICT_GAP;
  self->rows->most_names =
      MIN (self->plan->room.width * MOST_NAMES / room.width, MOST_NAMES_BESIDE);
  if (self->is_told)
    self->rows->most_names = MOST_NAMES_ALONE;
  tal_chart_rows_place (self->rows, self->plan, room, MOST_PITCH);
  self->track = tal_chart_rows_get_thickness (self->rows, TRACK_HEIGHT);
}

void
tal_chart_layout_bullet (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  Bullets                  bullets = { .plan = plan, .rows = rows };
  TalChartReach            reach = { 0, 0 };

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->plot = plan->room;
  if (plan->spec->goals->len == 0)
    return;

  bullets.is_told = are_told (&bullets);
  bullets.is_shared = !bullets.is_told && find_shared_reach (&bullets, &reach);
  tal_chart_plan_lower (plan, MOST_PITCH * plan->spec->goals->len);
  place (&bullets);
  plan->geometry->plot = rows->plot;
  bullets.ticks = choose_ticks (reach, TRUE);
  if (bullets.is_shared)
    tal_chart_rows_add_axis (rows, plan, &bullets.ticks);
  tal_chart_rows_add_names (rows, plan);
  for (guint i = 0; i < plan->spec->goals->len; i++)
    add_row (&bullets, i);
}
