/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dot in each row, a ring where the figure rests on few, and how many they are at the right. */

#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"

#define MOST_PITCH 100.0
#define DOT_REACH 6.0
#define RING_WIDTH 2.0
#define LABEL_GAP 6.0
#define DETAIL_GAP 14.0
/* Of the width: what the texts at the right may take. */
#define MOST_DETAIL 0.25
/* How much of the width, more or less, is left for the axis before names are known; less, as
 * numbers beside one another take more than below one another. */
#define PLOT_SHARE 0.32
/* What dots take of the row's height, where rows are low. */
#define MOST_OF_PITCH 0.4

typedef struct
{
  TalChartPlan         *plan;
  TalChartRows         *rows;
  const TalChartSeries *series;
  TalChartScale         scale;
  double                details; /* their width */
} Dots;

static double
measure_details (const Dots *self)
{
  const TalChartSpec *spec = self->plan->spec;
  double              line = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  double              widest = 0;

  if (self->plan->room.height / spec->positions->len < line)
    return 0;
  for (guint i = 0; i < spec->positions->len; i++)
    {
      const char *detail = tal_chart_spec_get_position (spec, i)->detail;

      if (detail != NULL)
        widest = MAX (widest, tal_chart_typesetter_measure (self->plan->typesetter,
                                                            TAL_CHART_FONT_SMALL, detail));
    }
  return MIN (widest, self->plan->room.width * MOST_DETAIL);
}

static void
add_detail (const Dots *self, guint row)
{
  TalChartPlan         *plan = self->plan;
  const char           *detail = tal_chart_spec_get_position (plan->spec, row)->detail;
  double                height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  g_autoptr (GPtrArray) lines = NULL;

  if (detail == NULL || self->details <= 0)
    return;
  lines = tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL, detail,
                                     self->details + 0.01, 1);
  if (lines->len > 0)
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT,
                             g_ptr_array_index (lines, 0), plan->room.x + plan->room.width,
                             TAL_CHART_ALIGN_END,
                             tal_chart_rows_get_middle (self->rows, row) - height / 2);
}

static double
get_reach (const Dots *self)
{
  return MIN (DOT_REACH, self->rows->pitch * MOST_OF_PITCH);
}

static void
add_dot (const Dots *self, guint row, TalChartPoint point, const TalChartValue *value)
{
  const TalChartPosition *position = tal_chart_spec_get_position (self->plan->spec, row);
  TalChartInk             ink = tal_chart_plan_get_mark_ink (self->plan, 0);
  gboolean                hollow = position->hollow || value->state != TAL_FIGURE_FINAL;
  double                  stroke = hollow ? MIN (RING_WIDTH, get_reach (self) / 2) : 0;
  TalChartShape *dot = tal_chart_plan_add_marker (self->plan, TAL_CHART_MARKER_CIRCLE, point,
                                                  get_reach (self) - stroke / 2,
                                                  hollow ? TAL_CHART_INK_GROUND : ink);

  dot->stroke = hollow ? ink : TAL_CHART_INK_NONE;
  dot->stroke_width = stroke;
  dot->series = 0;
  dot->position = (int)row;
  tal_chart_plan_add_spot (self->plan, 0, (int)row, point, value->value, FALSE);
}

/* To the right of the dot, or to its left where there is no room. */
static void
add_label (const Dots *self, TalChartPoint point, const TalChartValue *value)
{
  TalChartPlan    *plan = self->plan;
  g_autofree char *text = tal_chart_text_dup_value (plan->spec, value);
  double           height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_PLAIN);
  double           offset = get_reach (self) + LABEL_GAP;
  TalChartBox box = tal_chart_plan_measure_text (plan, TAL_CHART_FONT_PLAIN, text, point.x + offset,
                                                 TAL_CHART_ALIGN_START, point.y - height / 2);

  if (box.x + box.width > self->rows->plot.x + self->rows->plot.width + DETAIL_GAP / 2)
    box.x = point.x - offset - box.width;
  if (tal_chart_plan_is_free (plan, box, LABEL_GAP))
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_PLAIN, TAL_CHART_INK_TEXT, text, box.x,
                             TAL_CHART_ALIGN_START, box.y);
}

static void
add_row (const Dots *self, guint row)
{
  TalChartValue value = tal_chart_series_get (self->series, row);
  TalChartPoint point = { self->rows->plot.x, tal_chart_rows_get_middle (self->rows, row) };
  gboolean      known = tal_chart_value_is_known (&value);

  if (known)
    point.x = tal_chart_scale_place (&self->scale, value.value);
  if (tal_chart_rows_hold_text (self->rows, self->plan, TAL_CHART_FONT_PLAIN))
    {
      add_detail (self, row);
      add_label (self, point, &value);
    }
  if (known)
    add_dot (self, row, point, &value);
}

/* The dots at the ends of the axis reach past it. */
static void
place_rows (Dots *self)
{
  TalChartBox  room = self->plan->room;
  TalChartBox *plot = &self->rows->plot;
  double       least = MIN (DOT_REACH, room.width / 8);

  self->details = measure_details (self);
  room.width -= self->details > 0 ? self->details + DETAIL_GAP : 0;
  room.height -= tal_chart_rows_measure_axis (self->plan);
  tal_chart_rows_add_positions (self->rows, self->plan->spec, FALSE);
  tal_chart_rows_place (self->rows, self->plan, room, MOST_PITCH);
  plot->x += least;
  plot->width -= 2 * least;
}

void
tal_chart_layout_dots (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  Dots                     dots = { .plan = plan, .rows = rows };
  TalChartReach            reach = tal_chart_value_axis_find_reach (plan->spec);
  TalChartTicks    ticks = tal_chart_value_axis_choose_ticks (reach, plan->room.width * PLOT_SHARE);
  g_autofree char *note = tal_chart_value_axis_dup_note (plan->spec, &ticks);

  tal_chart_plan_add_frame (plan, note);
  plan->geometry->plot = plan->room;
  if (plan->spec->series->len == 0 || plan->spec->positions->len == 0)
    return;

  dots.series = tal_chart_spec_get_series (plan->spec, 0);
  tal_chart_plan_lower (plan, MOST_PITCH * plan->spec->positions->len);
  place_rows (&dots);
  dots.scale = tal_chart_rows_add_axis (rows, plan, &ticks);
  plan->geometry->plot = rows->plot;
  tal_chart_rows_add_names (rows, plan);
  for (guint i = 0; i < plan->spec->positions->len; i++)
    add_row (&dots, i);
}
