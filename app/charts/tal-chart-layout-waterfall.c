/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one whole became another: both as columns from zero, and between them what was added and
 * what fell away, each from where the one before it ended.  Only the first series is drawn. */

#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-look.h"
#include "charts/tal-chart-point-label.h"
#include "charts/tal-chart-position-axis.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"

#include <math.h>

#define COLUMN_SHARE 0.64
#define WIDEST_COLUMN 110.0
#define RADIUS 3.0
#define OUTLINE_WIDTH 1.2
/* What is thinner would show nothing of a texture. */
#define LEAST_TEXTURED 4.0
#define CONNECTOR_WIDTH 1.0
#define MOST_LABELLED 16
#define FIGURE_GAP 4.0
#define LEAST_HEIGHT 28.0
#define SIGN_WIDTH 12.0
/* Columns thinner than this are not drawn one by one. */
#define LEAST_STEP 1.0

#define INK_TOTAL TAL_CHART_INK_SERIES_LAST
#define INK_RISING TAL_CHART_INK_SERIES
#define INK_FALLING (TAL_CHART_INK_SERIES + 1)

/* Where a position's column begins and ends. */
typedef struct
{
  TalChartValue value;
  gboolean      total;
  double        from;
  double        to;
} Step;

/* While a chart is laid out. */
typedef struct
{
  TalChartPlan         *plan;
  GArray               *steps; /* of Step */
  TalChartReach         reach;
  gboolean              labelled;
  TalChartTicks         ticks; /* where not labelled */
  TalChartBox           plot;
  TalChartScale         scale;
  GArray               *places;
  TalChartPositionAxis *axis;
  double                step;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->steps, g_array_unref);
  g_clear_pointer (&work->places, g_array_unref);
  g_clear_pointer (&work->axis, tal_chart_position_axis_free);
}

static const Step *
get_step (const Work *work, guint position)
{
  return &g_array_index (work->steps, Step, position);
}

static void
list_steps (Work *work)
{
  const TalChartSpec *spec = work->plan->spec;
  double              sum = 0;

  work->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  for (guint i = 0; i < spec->positions->len; i++)
    {
      Step step = { .value = tal_chart_series_get (tal_chart_spec_get_series (spec, 0), i),
                    .total = tal_chart_spec_get_position (spec, i)->place == TAL_CHART_PLACE_TOTAL,
                    .from = sum };

      if (step.total)
        step.from = 0;
      if (tal_chart_value_is_known (&step.value))
        sum = step.from + step.value.value;
      step.to = sum;
      g_array_append_val (work->steps, step);
      work->reach.least = MIN (work->reach.least, sum);
      work->reach.most = MAX (work->reach.most, sum);
    }
  if (work->reach.most <= work->reach.least)
    work->reach.most = 1;
}

/* "17.234", "−2.520", "+1.322". */
static char *
write_figure (const Work *work, const Step *step)
{
  const TalChartSpec *spec = work->plan->spec;

  if (!step->total && tal_chart_value_is_known (&step->value))
    return tal_chart_text_dup_change (spec, &step->value);
  return tal_chart_text_dup_value (spec, &step->value);
}

static gboolean
can_label (const Work *work)
{
  if (work->steps->len > MOST_LABELLED || work->plan->room.height < 4 * LEAST_HEIGHT)
    return FALSE;

  for (guint i = 0; i < work->steps->len; i++)
    {
      g_autofree char *figure = write_figure (work, get_step (work, i));

      if (tal_chart_typesetter_measure (work->plan->typesetter, TAL_CHART_FONT_BOLD, figure) >
          work->step - FIGURE_GAP)
        return FALSE;
    }
  return TRUE;
}

/* Without an axis: room for the figures above, and for those below zero beneath.  The subtitle
 * says the unit. */
static void
fit_labelled (Work *work)
{
  double height = tal_chart_plan_get_text_height (work->plan, TAL_CHART_FONT_BOLD) + FIGURE_GAP;
  double below = work->reach.least < 0 ? height : 0;

  if (work->plan->spec->subtitle == NULL)
    work->plot = tal_chart_value_axis_add_caption (work->plan, work->plot);
  work->plot.y += height;
  work->plot.height -= height;
  work->scale = (TalChartScale){ work->reach.least, work->reach.most,
                                 work->plot.y + work->plot.height - below, work->plot.y };
  tal_chart_plan_add_scale (work->plan, work->scale);
}

static void
fit_plot (Work *work)
{
  TalChartPlan *plan = work->plan;
  TalChartBox   plot = plan->room;
  double        labels = 0;

  work->step = plot.width / MAX (work->steps->len, 1);
  work->labelled = can_label (work);
  work->ticks = tal_chart_value_axis_choose_ticks (work->reach, plot.height * 0.8);
  if (!work->labelled)
    labels = tal_chart_value_axis_measure_upward (plan, &work->ticks, plot.width);
  work->step = (plot.width - labels) / MAX (work->steps->len, 1);
  work->places =
      tal_chart_position_axis_list_slots (plan->spec, plot.x + labels, plot.x + plot.width);
  work->axis = tal_chart_position_axis_new (plan, work->places, plan->room.x,
                                            plan->room.x + plan->room.width);
  if (plot.height - tal_chart_position_axis_get_height (work->axis) < LEAST_HEIGHT)
    g_clear_pointer (&work->axis, tal_chart_position_axis_free);
  else
    plot.height -= tal_chart_position_axis_get_height (work->axis);
  work->plot = plot;
  if (work->labelled)
    fit_labelled (work);
  else
    work->scale = tal_chart_value_axis_fit_upward (plan, &work->ticks, &work->plot);
  plan->geometry->plot = work->plot;
}

static double
get_place (const Work *work, guint position)
{
  return g_array_index (work->places, double, position);
}

static double
get_width (const Work *work)
{
  return MIN (work->step * COLUMN_SHARE, WIDEST_COLUMN);
}

static TalChartInk
choose_ink (const Step *step)
{
  if (step->total)
    return INK_TOTAL;
  return step->to < step->from ? INK_FALLING : INK_RISING;
}

static TalChartTexture
choose_texture (const Work *work, const Step *step)
{
  if (step->value.state != TAL_FIGURE_FINAL)
    return TAL_CHART_TEXTURE_HATCHED;
  return work->plan->style->patterns && !step->total && step->to < step->from
             ? TAL_CHART_TEXTURE_FALLING
             : TAL_CHART_TEXTURE_PLAIN;
}

static void
add_column (Work *work, guint position)
{
  const Step    *step = get_step (work, position);
  double         from = tal_chart_scale_place (&work->scale, step->from);
  double         to = tal_chart_scale_place (&work->scale, step->to);
  TalChartBox    box = { get_place (work, position) - get_width (work) / 2, MIN (from, to),
                         get_width (work), fabs (to - from) };
  TalChartShape *shape = NULL;
  TalChartPoint  point = { get_place (work, position), to };

  tal_chart_plan_add_spot (work->plan, 0, (int)position, point, step->to, TRUE);
  if (work->step < LEAST_STEP)
    return;
  shape = tal_chart_plan_add_rectangle (work->plan, box, choose_ink (step));
  shape->series = 0;
  shape->position = (int)position;
  shape->radius = step->total ? RADIUS : 0;
  if (box.height > LEAST_TEXTURED && box.width > LEAST_TEXTURED)
    shape->texture = choose_texture (work, step);
  if (shape->texture != TAL_CHART_TEXTURE_PLAIN)
    {
      shape->stroke = shape->fill;
      shape->stroke_width = OUTLINE_WIDTH;
      shape->box = (TalChartBox){ box.x + OUTLINE_WIDTH / 2, box.y + OUTLINE_WIDTH / 2,
                                  box.width - OUTLINE_WIDTH, box.height - OUTLINE_WIDTH };
    }
}

/* From the end of one column to where the next begins. */
static void
add_connector (Work *work, guint position)
{
  double        y = tal_chart_scale_place (&work->scale, get_step (work, position)->to);
  double        half = get_width (work) / 2;
  TalChartPoint ends[] = { { get_place (work, position) + half, y },
                           { get_place (work, position + 1) - half, y } };

  if (ends[1].x - ends[0].x > 1)
    tal_chart_plan_add_line (work->plan, ends, 2, TAL_CHART_INK_LINK, CONNECTOR_WIDTH);
}

/* Above its column, or what it lacks on the line that it would have begun at. */
static void
add_figure (Work *work, guint position, guint first_shape)
{
  const Step      *step = get_step (work, position);
  g_autofree char *figure = write_figure (work, step);
  gboolean         known = tal_chart_value_is_known (&step->value);
  gboolean         below = step->total ? step->to < 0 : MIN (step->from, step->to) < 0;
  double           end = below ? MIN (step->from, step->to) : MAX (step->from, step->to);
  TalChartPoint  point = { get_place (work, position), tal_chart_scale_place (&work->scale, end) };
  TalChartShape *text = NULL;

  if (!known && work->step < SIGN_WIDTH)
    return;
  text =
      tal_chart_point_label_add (work->plan, known ? TAL_CHART_FONT_BOLD : TAL_CHART_FONT_SMALL,
                                 known ? TAL_CHART_INK_TEXT : TAL_CHART_INK_DIM_TEXT, figure, point,
                                 0, below ? TAL_CHART_POINT_SIDE_BELOW : TAL_CHART_POINT_SIDE_ABOVE,
                                 work->plot, first_shape);
  if (text != NULL)
    {
      text->series = 0;
      text->position = (int)position;
    }
}

static void
add_steps (Work *work)
{
  guint first_shape = work->plan->geometry->shapes->len;

  for (guint i = 0; i < work->steps->len; i++)
    {
      if (tal_chart_value_is_known (&get_step (work, i)->value))
        add_column (work, i);
      if (i + 1 < work->steps->len)
        add_connector (work, i);
    }
  for (guint i = 0; i < work->steps->len; i++)
    {
      gboolean end = i == 0 || i + 1 == work->steps->len;

      if (work->labelled || end)
        add_figure (work, i, first_shape);
    }
}

static void
add_ground (Work *work)
{
  double        zero = tal_chart_scale_place (&work->scale, 0);
  TalChartPoint ends[] = { { work->plot.x, zero }, { work->plot.x + work->plot.width, zero } };

  if (!work->labelled)
    tal_chart_value_axis_add_upward (work->plan, &work->ticks, work->plot);
  else
    tal_chart_plan_add_line (work->plan, ends, 2, TAL_CHART_INK_ZERO_LINE, 1);
}

void
tal_chart_layout_waterfall (TalChartPlan *plan)
{
  Work work = { .plan = plan };

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->plot = plan->room;
  if (plan->spec->series->len == 0)
    return;

  list_steps (&work);
  fit_plot (&work);
  if (work.axis != NULL)
    tal_chart_position_axis_add (work.axis, plan, 0, work.plot.y + work.plot.height);
  add_ground (&work);
  add_steps (&work);
  clear_work (&work);
}
