/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two figures in each row: what is compared with, a grey ring, and the own one, a filled dot;
 * between them the difference. */

#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"

#define MOST_PITCH 140.0
#define RING_REACH 6.0
#define RING_WIDTH 2.0
#define DOT_REACH 7.0
#define LINK_WIDTH 3.0
#define LABEL_GAP 3.0
/* Of a name behind a dot of its own. */
#define KEY_REACH 5.0
#define KEY_GAP 15.0
/* What dots take of the row's height, where rows are low. */
#define MOST_OF_PITCH 0.4
/* How much of the width, more or less, is left for the axis before names are known; less, as
 * numbers beside one another take more than below one another. */
#define PLOT_SHARE 0.37

enum
{
  COMPARED,
  OWN,
  N_SIDES
};

typedef struct
{
  TalChartPlan *plan;
  TalChartRows *rows;
  TalChartScale scale;
  guint         n_sides;
} Pairs;

static TalChartInk
get_name_ink (const Pairs *self, guint side)
{
  if (side == COMPARED && self->n_sides > 1)
    return TAL_CHART_INK_DIM_TEXT;
  return TAL_CHART_INK_NAME;
}

static double
get_reach (const Pairs *self, guint side)
{
  double wanted = side == COMPARED && self->n_sides > 1 ? RING_REACH : DOT_REACH;

  return MIN (wanted, self->rows->pitch * MOST_OF_PITCH);
}

static TalChartValue
get_value (const Pairs *self, guint row, guint side)
{
  return tal_chart_series_get (tal_chart_spec_get_series (self->plan->spec, side), row);
}

/* Below the middle of a row that has no room above it for figures. */
static double
find_line (const Pairs *self, guint row)
{
  double label = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_BOLD);
  double wanted = DOT_REACH + 2 * LABEL_GAP + label - self->rows->pitch / 2;
  double most = self->rows->pitch / 2 - get_reach (self, OWN) - 1;

  return tal_chart_rows_get_middle (self->rows, row) + MAX (MIN (wanted, most), 0);
}

static TalChartPoint
find_point (const Pairs *self, guint row, const TalChartValue *value)
{
  return (TalChartPoint){ tal_chart_scale_place (&self->scale, value->value),
                          find_line (self, row) };
}

/* A figure that is not final is hollow, as the one that is compared with always is. */
static void
add_dot (const Pairs *self, guint row, guint side)
{
  TalChartValue  value = get_value (self, row, side);
  gboolean       ring = side == COMPARED && self->n_sides > 1;
  TalChartInk    ink = ring ? TAL_CHART_INK_SERIES_LAST : TAL_CHART_INK_SERIES;
  gboolean       hollow = ring || value.state != TAL_FIGURE_FINAL;
  double         stroke = hollow ? MIN (RING_WIDTH, get_reach (self, side) / 2) : 0;
  TalChartPoint  point;
  TalChartShape *dot = NULL;

  if (!tal_chart_value_is_known (&value))
    return;
  point = find_point (self, row, &value);
  dot = tal_chart_plan_add_marker (self->plan, TAL_CHART_MARKER_CIRCLE, point,
                                   get_reach (self, side) - stroke / 2,
                                   hollow ? TAL_CHART_INK_GROUND : ink);
  dot->stroke = hollow ? ink : TAL_CHART_INK_NONE;
  dot->stroke_width = stroke;
  dot->series = (int)side;
  dot->position = (int)row;
  tal_chart_plan_add_spot (self->plan, (int)side, (int)row, point, value.value, FALSE);
}

static void
add_link (const Pairs *self, guint row)
{
  TalChartValue  compared = get_value (self, row, COMPARED);
  TalChartValue  own = get_value (self, row, OWN);
  TalChartPoint  ends[N_SIDES];
  TalChartShape *link = NULL;

  if (!tal_chart_value_is_known (&compared) || !tal_chart_value_is_known (&own))
    return;
  ends[COMPARED] = find_point (self, row, &compared);
  ends[OWN] = find_point (self, row, &own);
  link = tal_chart_plan_add_line (self->plan, ends, N_SIDES, TAL_CHART_INK_LINK, LINK_WIDTH);
  if (own.state != TAL_FIGURE_FINAL || compared.state != TAL_FIGURE_FINAL)
    link->dash = TAL_CHART_DASH_UNCERTAIN;
}

/* Which way the label leans, so that two that are near each other part. */
static TalChartAlign
choose_align (const Pairs *self, guint row, guint side, double width)
{
  TalChartValue value = get_value (self, row, side);
  TalChartValue other = TAL_CHART_VALUE_UNKNOWN;
  double        distance;

  if (self->n_sides > 1)
    other = get_value (self, row, side == COMPARED ? OWN : COMPARED);
  if (!tal_chart_value_is_known (&other))
    return TAL_CHART_ALIGN_MIDDLE;
  distance = find_point (self, row, &other).x - find_point (self, row, &value).x;
  if (ABS (distance) > width + TAL_CHART_TEXT_GAP)
    return TAL_CHART_ALIGN_MIDDLE;
  if (distance > 0 || (distance >= 0 && side == COMPARED))
    return TAL_CHART_ALIGN_END;
  return TAL_CHART_ALIGN_START;
}

/* Where the label that leans begins or ends: over its own dot, but no further than halfway to the
 * other's. */
static double
find_leaning_edge (const Pairs *self, guint row, guint side, TalChartAlign align, double x)
{
  TalChartValue other = get_value (self, row, side == COMPARED ? OWN : COMPARED);
  double        halfway = (x + find_point (self, row, &other).x) / 2;
  double        over = get_reach (self, side) - 2;

  if (align == TAL_CHART_ALIGN_END)
    return MIN (x + over, halfway - LABEL_GAP);
  return MAX (x - over, halfway + LABEL_GAP);
}

/* Above its dot, moved in where it would reach past the plot. */
static void
add_value_label (const Pairs *self, guint row, guint side)
{
  TalChartPlan    *plan = self->plan;
  TalChartValue    value = get_value (self, row, side);
  g_autofree char *text = tal_chart_text_dup_value (plan->spec, &value);
  TalChartFont     font = side + 1 == self->n_sides ? TAL_CHART_FONT_BOLD : TAL_CHART_FONT_PLAIN;
  double           width = tal_chart_typesetter_measure (plan->typesetter, font, text);
  TalChartAlign    align = choose_align (self, row, side, width);
  double           left = self->rows->names.x + self->rows->names.width + TAL_CHART_TEXT_GAP;
  double           right = plan->room.x + plan->room.width;
  TalChartPoint    point;
  TalChartBox      box;
  double           edge;

  if (!tal_chart_value_is_known (&value))
    return;
  point = find_point (self, row, &value);
  edge = point.x;
  if (align != TAL_CHART_ALIGN_MIDDLE)
    edge = find_leaning_edge (self, row, side, align, point.x);
  box = tal_chart_plan_measure_text (plan, font, text, edge, align,
                                     point.y - get_reach (self, side) - LABEL_GAP -
                                         tal_chart_plan_get_text_height (plan, font));
  box.x = MAX (MIN (box.x, right - box.width), left);
  if (box.y >= plan->room.y && tal_chart_plan_is_free (plan, box, LABEL_GAP))
    tal_chart_plan_add_text (plan, font, get_name_ink (self, side), text, box.x,
                             TAL_CHART_ALIGN_START, box.y);
}

/* Where a row has nothing to show it says so. */
static void
add_missing (const Pairs *self, guint row)
{
  TalChartValue    own = get_value (self, row, self->n_sides - 1);
  g_autofree char *text = tal_chart_text_dup_value (self->plan->spec, &own);
  double           height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_PLAIN);

  for (guint i = 0; i < self->n_sides; i++)
    {
      TalChartValue value = get_value (self, row, i);

      if (tal_chart_value_is_known (&value))
        return;
    }
  tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_PLAIN, TAL_CHART_INK_DIM_TEXT, text,
                           self->rows->plot.x + LABEL_GAP, TAL_CHART_ALIGN_START,
                           tal_chart_rows_get_middle (self->rows, row) - height / 2);
}

static const char *
get_name (const Pairs *self, guint side)
{
  return tal_chart_spec_get_series (self->plan->spec, side)->name;
}

/* Where the name would stand above its dot in the first row. */
static TalChartBox
find_name_box (const Pairs *self, guint side, double top)
{
  TalChartPlan *plan = self->plan;
  TalChartValue value = get_value (self, 0, side);
  double        width = tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_SMALL_BOLD,
                                                      get_name (self, side));
  TalChartBox   box =
      tal_chart_plan_measure_text (plan, TAL_CHART_FONT_SMALL_BOLD, get_name (self, side),
                                   find_point (self, 0, &value).x,
                                   choose_align (self, 0, side, width), top);

  box.x = MIN (box.x, plan->room.x + plan->room.width - box.width);
  return box;
}

/* Whether each name can stand above its dot, clear of the other. */
static gboolean
names_fit (const Pairs *self, double top)
{
  TalChartBox boxes[N_SIDES];

  for (guint i = 0; i < self->n_sides; i++)
    {
      TalChartValue value = get_value (self, 0, i);

      if (!tal_chart_value_is_known (&value))
        return FALSE;
      boxes[i] = find_name_box (self, i, top);
      if (boxes[i].x < self->plan->room.x)
        return FALSE;
      boxes[i].width += TAL_CHART_TEXT_GAP;
      boxes[i].x -= TAL_CHART_TEXT_GAP / 2;
    }
  return self->n_sides < N_SIDES || !tal_chart_box_overlaps (boxes[COMPARED], boxes[OWN]);
}

/* A dot as in the rows and the name behind it; returns where the next may begin. */
static double
add_key (const Pairs *self, guint side, double x, double top)
{
  TalChartPlan         *plan = self->plan;
  gboolean              ring = side == COMPARED && self->n_sides > 1;
  TalChartInk           ink = ring ? TAL_CHART_INK_SERIES_LAST : TAL_CHART_INK_SERIES;
  double                height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL_BOLD);
  double                width = plan->room.x + plan->room.width - x - KEY_GAP;
  TalChartShape        *dot = NULL;
  TalChartShape        *text = NULL;
  g_autoptr (GPtrArray) lines =
      tal_chart_typesetter_wrap (plan->typesetter, TAL_CHART_FONT_SMALL_BOLD, get_name (self, side),
                                 width, 1);

  if (lines->len == 0)
    return x;
  dot = tal_chart_plan_add_marker (plan, TAL_CHART_MARKER_CIRCLE,
                                   (TalChartPoint){ x + KEY_REACH, top + height / 2 },
                                   KEY_REACH - 1, ring ? TAL_CHART_INK_GROUND : ink);
  dot->stroke = ink;
  dot->stroke_width = RING_WIDTH;
  text = tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL_BOLD, get_name_ink (self, side),
                                  g_ptr_array_index (lines, 0), x + KEY_GAP, TAL_CHART_ALIGN_START,
                                  top);
  return text != NULL ? text->box.x + text->box.width + KEY_GAP : x;
}

static void
add_names (const Pairs *self, double top, guint n_lines)
{
  double height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  double x = self->plan->room.x;

  if (n_lines == 1 && self->rows->rows->len > 0 && names_fit (self, top))
    {
      for (guint i = 0; i < self->n_sides; i++)
        tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL_BOLD, get_name_ink (self, i),
                                 get_name (self, i), find_name_box (self, i, top).x,
                                 TAL_CHART_ALIGN_START, top);
      return;
    }
  for (guint i = 0; i < self->n_sides && n_lines > 0; i++)
    {
      double next = add_key (self, i, x, n_lines > 1 ? top + height * i : top);

      x = n_lines > 1 ? self->plan->room.x : next;
    }
}

/* How many lines above the rows the names take; none where they would take the rows' place. */
static guint
count_name_lines (const Pairs *self)
{
  double width = 0;
  double height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  guint  lines;

  for (guint i = 0; i < self->n_sides; i++)
    width +=
        2 * KEY_GAP + tal_chart_typesetter_measure (self->plan->typesetter,
                                                    TAL_CHART_FONT_SMALL_BOLD, get_name (self, i));
  lines = width > self->plan->room.width ? N_SIDES : 1;
  return height * lines < self->plan->room.height / 3 ? lines : 0;
}

/* The dots at the ends of the axis reach past it. */
static void
place_rows (const Pairs *self, double top)
{
  TalChartBox  room = self->plan->room;
  TalChartBox *plot = &self->rows->plot;
  double       least = MIN (DOT_REACH, room.width / 8);

  room.height -= top - room.y + tal_chart_rows_measure_axis (self->plan);
  room.y = top;
  tal_chart_rows_place (self->rows, self->plan, room, MOST_PITCH);
  plot->x += least;
  plot->width -= 2 * least;
}

void
tal_chart_layout_dumbbell (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  Pairs                    pairs = { .plan = plan, .rows = rows };
  TalChartReach            reach = tal_chart_value_axis_find_reach (plan->spec);
  TalChartTicks    ticks = tal_chart_value_axis_choose_ticks (reach, plan->room.width * PLOT_SHARE);
  g_autofree char *note = tal_chart_value_axis_dup_note (plan->spec, &ticks);
  double           height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL_BOLD);
  guint            n_lines;

  tal_chart_plan_add_frame (plan, note);
  plan->geometry->plot = plan->room;
  pairs.n_sides = MIN (plan->spec->series->len, N_SIDES);
  if (pairs.n_sides == 0 || plan->spec->positions->len == 0)
    return;

  tal_chart_plan_lower (plan, MOST_PITCH * plan->spec->positions->len);
  n_lines = count_name_lines (&pairs);
  tal_chart_rows_add_positions (rows, plan->spec, TRUE);
  place_rows (&pairs, plan->room.y + height * n_lines);
  pairs.scale = tal_chart_rows_add_axis (rows, plan, &ticks);
  plan->geometry->plot = rows->plot;
  tal_chart_rows_add_names (rows, plan);
  add_names (&pairs, plan->room.y, n_lines);
  for (guint i = 0; i < plan->spec->positions->len; i++)
    {
      if (pairs.n_sides == N_SIDES)
        add_link (&pairs, i);
      for (guint j = 0; j < pairs.n_sides; j++)
        add_dot (&pairs, i, j);
      if (!tal_chart_rows_hold_text (rows, plan, TAL_CHART_FONT_PLAIN))
        continue;
      add_missing (&pairs, i);
      for (guint j = pairs.n_sides; j-- > 0;)
        add_value_label (&pairs, i, j);
    }
}
