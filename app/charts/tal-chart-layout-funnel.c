/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chain of bars from zero, each a part of the one above it, with the share that is left between
 * them.  What leaves the chain on the way (a branch, which follows the stage that it leaves)
 * stands beside the next stage, from where that ends, on the same measure. */

#include "base/tal-fraction.h"
#include "charts/tal-chart-bar.h"
#include "charts/tal-chart-block.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-text.h"
#include "core/tal-goal-text.h"

#define MOST_PITCH 190.0
#define MOST_THICKNESS 84.0
/* Of a row: the bar, the rest leads to the next. */
#define THICKNESS 0.52
#define RADIUS 3.0
#define LABEL_GAP 6.0
#define BRANCH_GAP 10.0
#define SHARE_INSET 8.0
/* Of the plot's width: the most that is kept free for the words of branches. */
#define MOST_WORDS 0.35

typedef struct
{
  TalChartPlan         *plan;
  TalChartRows         *rows;
  const TalChartSeries *series;
  GArray               *stages; /* of guint: positions that are in the chain */
  TalChartScale         scale;
  double                thickness;
} Funnel;

static guint
get_stage (const Funnel *self, guint row)
{
  return g_array_index (self->stages, guint, row);
}

/* The first is a stage in any case: there is nothing that it could leave. */
static gboolean
is_branch (const Funnel *self, guint position)
{
  return position > 0 &&
         tal_chart_spec_get_position (self->plan->spec, position)->place == TAL_CHART_PLACE_BRANCH;
}

static TalChartValue
get_stage_value (const Funnel *self, guint row)
{
  return tal_chart_series_get (self->series, get_stage (self, row));
}

static const char *
get_label (const Funnel *self, guint position)
{
  const char *label = tal_chart_spec_get_position (self->plan->spec, position)->label;

  return label != NULL ? label : "";
}

/* The positions from the first on that stand in the row beside its stage: the branches between
 * the stage before it and the stage itself.  Those behind the last stage stand in its row. */
static guint
find_first_branch (const Funnel *self, guint row)
{
  return row == 0 ? 0 : get_stage (self, row - 1) + 1;
}

static guint
find_branches_end (const Funnel *self, guint row)
{
  return row + 1 == self->stages->len ? self->plan->spec->positions->len : get_stage (self, row);
}

static void
list_stages (Funnel *self)
{
  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      const TalChartPosition *position = tal_chart_spec_get_position (self->plan->spec, i);
      TalChartRow             row = { .name = get_label (self, i), .detail = position->detail };

      if (is_branch (self, i))
        continue;
      g_array_append_val (self->stages, i);
      tal_chart_rows_add (self->rows, row);
    }
}

/* "87 direkte i job". */
static char *
dup_branch_text (const Funnel *self, guint position)
{
  TalChartValue    value = tal_chart_series_get (self->series, position);
  g_autofree char *number = tal_chart_text_dup_value (self->plan->spec, &value);

  return g_strdup_printf ("%s %s", number, get_label (self, position));
}

static char *
dup_share (const Funnel *self, guint row)
{
  TalChartValue value = get_stage_value (self, row);
  TalChartValue before = TAL_CHART_VALUE_UNKNOWN;
  TalFraction   share;
  TalDecimal    shown;

  if (row > 0)
    before = get_stage_value (self, row - 1);
  if (!tal_chart_value_is_known (&value) || !tal_chart_value_is_known (&before))
    return NULL;
  share = tal_fraction_divide (tal_fraction_multiply (tal_fraction_from_decimal (value.shown),
                                                      tal_fraction_from_integer (100)),
                               tal_fraction_from_decimal (before.shown));
  if (!tal_fraction_round (share, (guint8)MIN (self->plan->spec->decimals, TAL_DECIMAL_MAX_SCALE),
                           &shown))
    return NULL;
  return tal_goal_text_value (shown, TAL_MEASURE_UNIT_PER_CENT);
}

static void
widen (TalChartScale *scale, const TalChartValue *value, double *sum)
{
  if (!tal_chart_value_is_known (value))
    return;
  scale->least = MIN (scale->least, value->value);
  *sum += MAX (value->value, 0);
}

/* What stands beside the bars of a row in any case: gaps, the figure, the words of its branches. */
static double
measure_words (const Funnel *self, guint row)
{
  TalChartValue    value = get_stage_value (self, row);
  g_autofree char *text = tal_chart_text_dup_value (self->plan->spec, &value);
  double           most = self->rows->plot.width * MOST_WORDS;
  double           width = 0;

  if (!tal_chart_rows_hold_text (self->rows, self->plan, TAL_CHART_FONT_SMALL))
    return 0;
  for (guint i = find_first_branch (self, row); i < find_branches_end (self, row); i++)
    {
      g_autofree char *words = NULL;

      if (!is_branch (self, i))
        continue;
      words = dup_branch_text (self, i);
      width += BRANCH_GAP + LABEL_GAP +
               tal_chart_typesetter_measure (self->plan->typesetter, TAL_CHART_FONT_SMALL, words);
      if (width > most)
        return most;
    }
  if (width > 0)
    width += LABEL_GAP +
             tal_chart_typesetter_measure (self->plan->typesetter, TAL_CHART_FONT_BOLD, text);
  return MIN (width, most);
}

/* One measure for all bars, so that the longest row with what stands beside it has room. */
static void
find_scale (Funnel *self)
{
  double words = 0;

  self->scale = (TalChartScale){ 0, 0, self->rows->plot.x, 0 };
  for (guint i = 0; i < self->stages->len; i++)
    {
      TalChartValue value = get_stage_value (self, i);
      double        sum = 0;

      widen (&self->scale, &value, &sum);
      for (guint j = find_first_branch (self, i); j < find_branches_end (self, i); j++)
        {
          TalChartValue branch = tal_chart_series_get (self->series, j);

          if (is_branch (self, j))
            widen (&self->scale, &branch, &sum);
        }
      self->scale.most = MAX (self->scale.most, sum);
      words = MAX (words, measure_words (self, i));
    }
  if (self->scale.most <= self->scale.least)
    self->scale.most = self->scale.least + 1;
  self->scale.end = self->rows->plot.x + self->rows->plot.width - words;
}

/* Where the row's bar ends; at zero where nothing is known. */
static double
find_end (const Funnel *self, guint row)
{
  TalChartValue value = get_stage_value (self, row);

  return tal_chart_scale_place (&self->scale, tal_chart_value_is_known (&value) ? value.value : 0);
}

static double
find_top (const Funnel *self, guint row)
{
  return tal_chart_rows_get_middle (self->rows, row) - self->thickness / 2;
}

/* From the bar above to this one, with the share between. */
static void
add_passage (const Funnel *self, guint row)
{
  g_autofree char *share = NULL;
  double           zero = tal_chart_scale_place (&self->scale, 0);
  double           from = find_top (self, row - 1) + self->thickness;
  double           to = find_top (self, row);
  double           height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  TalChartPoint    corners[] = {
       { zero, from }, { find_end (self, row - 1), from }, { find_end (self, row), to }, { zero, to }
  };

  if (!tal_chart_rows_hold_text (self->rows, self->plan, TAL_CHART_FONT_SMALL))
    return;
  share = dup_share (self, row);
  if (share == NULL)
    return;
  tal_chart_plan_add_polygon (self->plan, corners, G_N_ELEMENTS (corners), TAL_CHART_INK_TRACK);
  if (to - from >= height)
    tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL_BOLD, TAL_CHART_INK_TEXT, share,
                             zero + SHARE_INSET, TAL_CHART_ALIGN_START, (from + to - height) / 2);
}

/* The figure upon the bar's end or behind it; returns where the row goes on. */
static double
add_stage (const Funnel *self, guint row)
{
  TalChartPlan    *plan = self->plan;
  TalChartValue    value = get_stage_value (self, row);
  gboolean         known = tal_chart_value_is_known (&value);
  g_autofree char *text = tal_chart_text_dup_value (plan->spec, &value);
  double           middle = tal_chart_rows_get_middle (self->rows, row);
  double           end = find_end (self, row);
  double           height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_BOLD);
  TalChartBox    box = tal_chart_bar_find_box (tal_chart_scale_place (&self->scale, 0), end, middle,
                                               self->thickness);
  TalChartShape *shape = NULL;

  if (known)
    {
      shape = tal_chart_bar_add (plan, box, tal_chart_plan_get_mark_ink (plan, 0), RADIUS, &value);
      shape->series = 0;
      shape->position = (int)get_stage (self, row);
      tal_chart_plan_add_spot (plan, 0, (int)get_stage (self, row), (TalChartPoint){ end, middle },
                               value.value, FALSE);
      if (tal_chart_bar_add_text_upon (plan, box, value.state == TAL_FIGURE_FINAL,
                                       TAL_CHART_FONT_BOLD, tal_chart_plan_get_on_ink (plan, 0),
                                       text, TAL_CHART_ALIGN_END) != NULL)
        return box.x + box.width;
    }
  end = box.x + box.width;
  if (!tal_chart_rows_hold_text (self->rows, plan, TAL_CHART_FONT_BOLD))
    return end;
  shape = tal_chart_plan_add_text (plan, TAL_CHART_FONT_BOLD, TAL_CHART_INK_TEXT, text,
                                   end + LABEL_GAP, TAL_CHART_ALIGN_START, middle - height / 2);
  return shape != NULL ? shape->box.x + shape->box.width : end;
}

/* Behind its bar, else below it as far as the row goes, else its figure alone; returns where the
 * row goes on. */
static double
add_branch_words (const Funnel *self, guint position, TalChartBox bar)
{
  TalChartPlan    *plan = self->plan;
  g_autofree char *text = dup_branch_text (self, position);
  double           right = plan->room.x + plan->room.width;
  double           height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  double           end = bar.x + bar.width + LABEL_GAP;
  TalChartBox      beside = { end, bar.y + (bar.height - height) / 2, right - end, height };
  TalChartBox      below = { bar.x, bar.y + bar.height + 2, right - bar.x,
                             self->rows->pitch - bar.height - 4 };

  if (tal_chart_block_fits (plan, TAL_CHART_FONT_SMALL, text, beside) &&
      tal_chart_block_add (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, text, beside,
                           TAL_CHART_ALIGN_START))
    return end + tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_SMALL, text);
  if (below.y + below.height <= plan->room.y + plan->room.height + self->rows->pitch &&
      tal_chart_block_fits (plan, TAL_CHART_FONT_SMALL, text, below))
    tal_chart_block_add (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, text, below,
                         TAL_CHART_ALIGN_START);
  return bar.x + bar.width;
}

/* The chain's measure with its zero at 'zero'. */
static void
add_shifted_scale (const Funnel *self, double zero)
{
  TalChartScale scale = self->scale;
  double        shift = zero - tal_chart_scale_place (&scale, 0);

  scale.start += shift;
  scale.end += shift;
  tal_chart_plan_add_scale (self->plan, scale);
}

/* What leaves the chain before the row's stage, from 'start' on, each on the chain's measure. */
static void
add_branches (const Funnel *self, guint row, double start)
{
  double per_unit = (self->scale.end - self->scale.start) / (self->scale.most - self->scale.least);
  double middle = tal_chart_rows_get_middle (self->rows, row);
  double right = self->plan->room.x + self->plan->room.width;

  for (guint i = find_first_branch (self, row); i < find_branches_end (self, row); i++)
    {
      TalChartValue  value = tal_chart_series_get (self->series, i);
      double         length = tal_chart_value_is_known (&value) ? value.value * per_unit : 0;
      double         from = MIN (start + BRANCH_GAP, right - MAX (length, 0));
      TalChartBox    box = tal_chart_bar_find_box (from, from + length, middle, self->thickness);
      TalChartShape *shape = NULL;

      if (!is_branch (self, i))
        continue;
      if (tal_chart_value_is_known (&value))
        {
          add_shifted_scale (self, from);
          shape = tal_chart_bar_add (self->plan, box, TAL_CHART_INK_REST, RADIUS, &value);
          shape->series = 0;
          shape->position = (int)i;
          tal_chart_plan_add_spot (self->plan, 0, (int)i, (TalChartPoint){ from + length, middle },
                                   value.value, FALSE);
        }
      start = tal_chart_rows_hold_text (self->rows, self->plan, TAL_CHART_FONT_SMALL)
                  ? add_branch_words (self, i, box)
                  : box.x + box.width;
    }
}

static void
add_rows (const Funnel *self)
{
  for (guint i = 1; i < self->stages->len; i++)
    add_passage (self, i);
  for (guint i = 0; i < self->stages->len; i++)
    {
      double end;

      tal_chart_plan_add_scale (self->plan, self->scale);
      end = add_stage (self, i);
      add_branches (self, i, end);
    }
}

void
tal_chart_layout_funnel (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  g_autoptr (GArray)       stages = g_array_new (FALSE, FALSE, sizeof (guint));
  Funnel                   funnel = { .plan = plan, .rows = rows, .stages = stages };

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->plot = plan->room;
  if (plan->spec->series->len == 0 || plan->spec->positions->len == 0)
    return;

  funnel.series = tal_chart_spec_get_series (plan->spec, 0);
  list_stages (&funnel);
  tal_chart_plan_lower (plan, MOST_PITCH * rows->rows->len);
  tal_chart_rows_place (rows, plan, plan->room, MOST_PITCH);
  plan->geometry->plot = rows->plot;
  funnel.thickness = MIN (rows->pitch * THICKNESS, MOST_THICKNESS);
  find_scale (&funnel);
  tal_chart_rows_add_names (rows, plan);
  add_rows (&funnel);
}
