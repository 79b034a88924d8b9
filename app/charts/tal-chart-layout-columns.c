/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts by period as columns from zero: of one series, of several beside one another, or of
 * parts upon one another.  Few columns have their figures above them, and then no axis. */

#include "charts/tal-chart-end-labels.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-legend.h"
#include "charts/tal-chart-look.h"
#include "charts/tal-chart-point-label.h"
#include "charts/tal-chart-position-axis.h"
#include "charts/tal-chart-signs.h"
#include "charts/tal-chart-stack.h"
#include "charts/tal-chart-target-line.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"

#include <math.h>

/* Of the step from position to position, and never wider than a hand. */
#define COLUMN_SHARE 0.58
#define GROUP_SHARE 0.8
#define WIDEST_COLUMN 110.0
#define COLUMN_GAP 2.0
#define PART_GAP 1.6
#define RADIUS 3.0
#define OUTLINE_WIDTH 1.2
#define MOST_LABELLED 8
#define MOST_GROUPED_LABELLED 16
/* What figures above columns, and those inside parts, keep from their edges. */
#define FIGURE_GAP 4.0
/* Between the plot and the names to its right. */
#define NAME_GAP 7.0
#define LEAST_WIDTH 140.0
#define LEAST_HEIGHT 28.0
/* A slot that is narrower has no room for the sign of a missing figure. */
#define SIGN_WIDTH 12.0
/* The series that is grey in every picture. */
#define GREY_SLOT 6

/* While a chart is laid out. */
typedef struct
{
  TalChartPlan         *plan;
  TalChartEndLabels    *names; /* to the right; NULL where there are none */
  gboolean              labelled;
  TalChartReach         reach;
  TalChartTicks         ticks; /* where not labelled */
  TalChartBox           plot;
  TalChartScale         scale;
  GArray               *places;
  TalChartPositionAxis *axis;
  double                step;
  double                width;  /* of a column */
  guint                 beside; /* columns at each position */
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->names, tal_chart_end_labels_free);
  g_clear_pointer (&work->places, g_array_unref);
  g_clear_pointer (&work->axis, tal_chart_position_axis_free);
}

static TalChartValue
get_value (const Work *work, guint series, guint position)
{
  return tal_chart_series_get (tal_chart_spec_get_series (work->plan->spec, series), position);
}

static TalChartFont
get_figure_font (const Work *work)
{
  return work->beside > 1 ? TAL_CHART_FONT_SMALL_BOLD : TAL_CHART_FONT_BOLD;
}

static char *
write_figure (const Work *work, guint series, guint position)
{
  TalChartValue value = get_value (work, series, position);

  if (work->plan->spec->stacked && !tal_chart_stack_sum (work->plan->spec, position, &value))
    value = TAL_CHART_VALUE_UNKNOWN;
  /* Without an axis nothing else may say the unit. */
  if (work->beside == 1 && work->plan->spec->caption == NULL)
    return tal_chart_text_dup_value_with_unit (work->plan->spec, &value);
  return tal_chart_text_dup_value (work->plan->spec, &value);
}

/* Whether every figure has room above its column. */
static gboolean
can_label (const Work *work)
{
  const TalChartSpec *spec = work->plan->spec;
  guint               most = work->beside > 1 ? MOST_GROUPED_LABELLED : MOST_LABELLED;
  double slot = work->beside > 1 ? work->width + COLUMN_GAP - 1 : work->step - FIGURE_GAP;

  if (spec->positions->len * work->beside > most || work->plan->room.height < 4 * LEAST_HEIGHT)
    return FALSE;

  for (guint i = 0; i < spec->positions->len; i++)
    {
      for (guint j = 0; j < work->beside && j < spec->series->len; j++)
        {
          g_autofree char *figure = write_figure (work, j, i);

          if (tal_chart_typesetter_measure (work->plan->typesetter, get_figure_font (work),
                                            figure) > slot)
            return FALSE;
        }
    }
  return TRUE;
}

/* Of parts: beside the last column, at the middle of each. */
static void
append_parts (Work *work)
{
  const TalChartSpec *spec = work->plan->spec;
  guint               last = spec->positions->len;

  for (guint i = spec->series->len; last > 0 && i > 0; i--)
    {
      TalChartValue value = get_value (work, i - 1, last - 1);
      double        below;

      if (!tal_chart_value_is_known (&value))
        continue;
      below = tal_chart_stack_sum_below (work->plan->spec, i - 1, last - 1, value.value < 0);
      tal_chart_end_labels_append (work->names, tal_chart_spec_get_series (spec, i - 1)->name, NULL,
                                   tal_chart_plan_get_name_ink (work->plan, i - 1), TRUE,
                                   below + value.value / 2, (int)i - 1);
    }
}

static gboolean
has_all_last_parts (const Work *work)
{
  guint         last = work->plan->spec->positions->len;
  TalChartValue sum;

  return last > 0 && tal_chart_stack_sum (work->plan->spec, last - 1, &sum);
}

/* What stands to the right: targets, and the names of parts. */
static void
choose_names (Work *work)
{
  TalChartPlan *plan = work->plan;
  gboolean direct = plan->spec->stacked && plan->spec->series->len > 1 && has_all_last_parts (work);

  work->names = tal_chart_end_labels_new (plan);
  if (direct)
    append_parts (work);
  for (guint i = 0; i < plan->spec->series->len; i++)
    {
      double           value;
      g_autofree char *label = tal_chart_target_line_dup_label (plan->spec, i, &value);

      if (label != NULL)
        tal_chart_end_labels_append (work->names, label, NULL, TAL_CHART_INK_TEXT, FALSE, value,
                                     TAL_CHART_NOBODY);
    }
  if (plan->room.width - tal_chart_end_labels_get_width (work->names) < LEAST_WIDTH ||
      tal_chart_end_labels_get_height (work->names) > MAX (plan->room.height - 2 * LEAST_HEIGHT, 0))
    {
      g_clear_pointer (&work->names, tal_chart_end_labels_free);
      direct = FALSE;
    }
  if (plan->spec->series->len > 1 && !direct)
    tal_chart_legend_add_series (plan, FALSE);
}

static void
fit_columns (Work *work, double width)
{
  double share = work->beside > 1 ? GROUP_SHARE : COLUMN_SHARE;
  double most = WIDEST_COLUMN * work->beside;

  work->step = width / MAX (work->plan->spec->positions->len, 1);
  work->width = MIN (work->step * share, most) / work->beside;
}

/* Without an axis: room for the figures above, and for those below zero beneath.  The subtitle
 * says the unit. */
static void
fit_labelled (Work *work)
{
  double height = tal_chart_plan_get_text_height (work->plan, get_figure_font (work)) + FIGURE_GAP;
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
  double        line = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  TalChartBox   plot = plan->room;
  double        names = work->names != NULL ? tal_chart_end_labels_get_width (work->names) : 0;
  double        labels;

  if (names > 0)
    plot.width -= names + NAME_GAP;
  fit_columns (work, plot.width);
  work->labelled = can_label (work);
  work->ticks = tal_chart_value_axis_choose_ticks (work->reach, plot.height - 2 * line);
  labels =
      work->labelled ? 0 : tal_chart_value_axis_measure_upward (plan, &work->ticks, plot.width);
  work->places =
      tal_chart_position_axis_list_slots (plan->spec, plot.x + labels, plot.x + plot.width);
  fit_columns (work, plot.width - labels);
  work->axis = tal_chart_position_axis_new (plan, work->places, plan->room.x,
                                            plan->room.x + plan->room.width);
  if (plot.height - tal_chart_position_axis_get_height (work->axis) < LEAST_HEIGHT)
    g_clear_pointer (&work->axis, tal_chart_position_axis_free);
  else
    plot.height -= tal_chart_position_axis_get_height (work->axis);
  if (plan->spec->breaks->len > 0 && plot.height > LEAST_HEIGHT + 2 * line)
    {
      plot.y += line;
      plot.height -= line;
    }
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

/* The left side of a column. */
static double
get_side (const Work *work, guint series, guint position)
{
  double group = work->width * work->beside;

  return get_place (work, position) - group / 2 + work->width * (work->beside > 1 ? series : 0);
}

static guint
find_latest (const Work *work)
{
  guint latest = work->plan->spec->positions->len;

  while (latest > 0)
    {
      TalChartValue value = get_value (work, 0, latest - 1);

      if (tal_chart_value_is_known (&value))
        return latest - 1;
      latest--;
    }
  return 0;
}

/* Of one series the latest has its colour, the others step back. */
static void
choose_colour (const Work *work, TalChartShape *shape, guint series, guint position, guint latest)
{
  shape->fill = tal_chart_plan_get_mark_ink (work->plan, series);
  shape->texture = tal_chart_look_choose_texture (work->plan, series);
  if (work->plan->spec->series->len == 1 && position != latest)
    {
      shape->fill = (TalChartInk)(TAL_CHART_INK_SERIES + GREY_SLOT - 1);
      if (work->plan->style->patterns)
        {
          shape->fill = TAL_CHART_INK_REST + 1;
          shape->stroke = TAL_CHART_INK_REST_EDGE;
        }
    }
}

static void
finish_column (const Work *work, TalChartShape *shape, guint series, guint position, guint latest)
{
  TalChartValue value = get_value (work, series, position);

  shape->series = (int)series;
  shape->position = (int)position;
  shape->radius = work->plan->spec->stacked ? 0 : RADIUS;
  choose_colour (work, shape, series, position, latest);
  if (value.state != TAL_FIGURE_FINAL)
    shape->texture = TAL_CHART_TEXTURE_HATCHED;
  if (shape->texture != TAL_CHART_TEXTURE_PLAIN)
    shape->stroke = shape->fill;
  if (shape->stroke == TAL_CHART_INK_NONE || shape->box.height < 2 * OUTLINE_WIDTH)
    {
      shape->stroke = TAL_CHART_INK_NONE;
      return;
    }

  /* The stroke stays within the column. */
  shape->stroke_width = OUTLINE_WIDTH;
  shape->box.x += OUTLINE_WIDTH / 2;
  shape->box.y += OUTLINE_WIDTH / 2;
  shape->box.width = MAX (shape->box.width - OUTLINE_WIDTH, 0);
  shape->box.height -= OUTLINE_WIDTH;
}

/* From one value to another, however they lie. */
static TalChartShape *
add_box (Work *work, double x, double width, double from, double to)
{
  double      start = tal_chart_scale_place (&work->scale, from);
  double      end = tal_chart_scale_place (&work->scale, to);
  TalChartBox box = { x, MIN (start, end), width, fabs (end - start) };

  return tal_chart_plan_add_rectangle (work->plan, box, TAL_CHART_INK_NONE);
}

/* The figure of a part, where it has room and can be read. */
static void
add_part_figure (Work *work, guint series, guint position, TalChartBox box, TalChartTexture texture)
{
  TalChartValue    value = get_value (work, series, position);
  g_autofree char *figure = tal_chart_text_dup_value (work->plan->spec, &value);
  double           height = tal_chart_plan_get_text_height (work->plan, TAL_CHART_FONT_SMALL);
  TalChartShape   *text = NULL;

  if (texture != TAL_CHART_TEXTURE_PLAIN || box.height < height + 2 ||
      tal_chart_typesetter_measure (work->plan->typesetter, TAL_CHART_FONT_SMALL, figure) >
          box.width - 2 * FIGURE_GAP)
    return;
  text = tal_chart_plan_add_text (work->plan, TAL_CHART_FONT_SMALL,
                                  tal_chart_plan_get_on_ink (work->plan, series), figure,
                                  box.x + box.width / 2, TAL_CHART_ALIGN_MIDDLE,
                                  box.y + (box.height - height) / 2);
  if (text != NULL)
    {
      text->series = (int)series;
      text->position = (int)position;
    }
}

static void
add_part (Work *work, guint series, guint position, double below, guint latest)
{
  TalChartValue  value = get_value (work, series, position);
  TalChartShape *shape =
      add_box (work, get_side (work, 0, position), work->width, below, below + value.value);
  TalChartBox     box;
  TalChartTexture texture;

  if (shape->box.height > 2 * PART_GAP)
    {
      shape->box.y += PART_GAP / 2;
      shape->box.height -= PART_GAP;
    }
  finish_column (work, shape, series, position, latest);
  box = shape->box;
  texture = shape->texture;
  if (work->plan->spec->positions->len <= MOST_GROUPED_LABELLED)
    add_part_figure (work, series, position, box, texture);
}

/* A column or part, and where its end is. */
static void
add_column (Work *work, guint series, guint position, double below, guint latest)
{
  TalChartValue value = get_value (work, series, position);
  double        side = get_side (work, series, position);
  double        gap = work->beside > 1 && work->width > 3 * COLUMN_GAP ? COLUMN_GAP : 0;
  TalChartPoint point = { side + work->width / 2,
                          tal_chart_scale_place (&work->scale, below + value.value) };

  tal_chart_plan_add_spot (work->plan, (int)series, (int)position, point, below + value.value,
                           TRUE);
  /* Columns thinner than that are one area, which is drawn once. */
  if (work->step < 1 || (value.value <= 0 && value.value >= 0))
    return;
  if (work->plan->spec->stacked)
    add_part (work, series, position, below, latest);
  else
    finish_column (work, add_box (work, side + gap / 2, work->width - gap, 0, value.value), series,
                   position, latest);
}

/* Of columns thinner than a unit: one for each unit across, as high as the highest in it. */
static void
add_area (Work *work)
{
  GArray *spots = work->plan->geometry->spots;

  for (guint from = 0, to; work->step < 1 && from < spots->len; from = to)
    {
      double column = floor (g_array_index (spots, TalChartSpot, from).point.x);
      double least = 0;
      double most = 0;

      for (to = from; to < spots->len; to++)
        {
          const TalChartSpot *spot = &g_array_index (spots, TalChartSpot, to);

          if (spot->point.x < column || spot->point.x >= column + 1)
            break;
          least = MIN (least, spot->value);
          most = MAX (most, spot->value);
        }
      add_box (work, MIN (column, work->plot.x + work->plot.width - 1), 1, least, most)->fill =
          tal_chart_plan_get_mark_ink (work->plan, 0);
    }
}

/* Where there is no figure. */
static void
add_sign (Work *work, guint series, guint position)
{
  TalChartValue    value = get_value (work, series, position);
  g_autofree char *sign = tal_chart_text_dup_value (work->plan->spec, &value);
  double           height = tal_chart_plan_get_text_height (work->plan, TAL_CHART_FONT_SMALL);
  double           zero = tal_chart_scale_place (&work->scale, 0);

  if (work->width < SIGN_WIDTH || zero - height - 2 < work->plan->room.y)
    return;
  tal_chart_plan_add_text (work->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, sign,
                           get_side (work, series, position) + work->width / 2,
                           TAL_CHART_ALIGN_MIDDLE, zero - height - 2);
}

static void
add_columns (Work *work)
{
  const TalChartSpec *spec = work->plan->spec;
  guint               latest = spec->series->len == 1 ? find_latest (work) : 0;

  for (guint i = 0; i < spec->positions->len; i++)
    {
      double up = 0;
      double down = 0;

      for (guint j = 0; j < spec->series->len; j++)
        {
          TalChartValue value = get_value (work, j, i);

          if (!tal_chart_value_is_known (&value))
            {
              if (!spec->stacked)
                add_sign (work, j, i);
              continue;
            }
          add_column (work, j, i, spec->stacked ? (value.value < 0 ? down : up) : 0, latest);
          down += MIN (value.value, 0);
          up += MAX (value.value, 0);
        }
    }
  add_area (work);
}

static void
add_figure (Work *work, guint series, guint position, guint first_shape)
{
  TalChartValue    value = get_value (work, series, position);
  g_autofree char *figure = write_figure (work, series, position);
  TalChartShape   *text = NULL;
  TalChartPoint    end = { get_side (work, series, position) + work->width / 2, 0 };
  gboolean         negative = value.value < 0;
  double           top = value.value;

  if (work->plan->spec->stacked)
    {
      negative = FALSE;
      top = tal_chart_stack_sum_below (work->plan->spec, work->plan->spec->series->len, position,
                                       FALSE);
    }
  else if (!tal_chart_value_is_known (&value))
    return;
  end.y = tal_chart_scale_place (&work->scale, top);
  text =
      tal_chart_point_label_add (work->plan, get_figure_font (work), TAL_CHART_INK_TEXT, figure,
                                 end, 0,
                                 negative ? TAL_CHART_POINT_SIDE_BELOW : TAL_CHART_POINT_SIDE_ABOVE,
                                 (TalChartBox){ work->plan->room.x, work->plot.y,
                                                work->plan->room.width, work->plot.height },
                                 first_shape);
  if (text != NULL)
    {
      text->series = work->plan->spec->stacked ? TAL_CHART_NOBODY : (int)series;
      text->position = (int)position;
    }
}

/* Whether a figure stands clear of the columns beside its own. */
static gboolean
is_clear (const Work *work, guint position)
{
  g_autofree char *figure = write_figure (work, 0, position);

  return tal_chart_typesetter_measure (work->plan->typesetter, get_figure_font (work), figure) <=
         work->step;
}

/* Above every column where there is room for all; else the ends of a single series. */
static void
add_figures (Work *work, guint first_shape)
{
  const TalChartSpec *spec = work->plan->spec;

  for (guint i = 0; i < spec->positions->len; i++)
    {
      gboolean end = i == 0 || i + 1 == spec->positions->len;

      if (!work->labelled && !(end && spec->series->len == 1 && is_clear (work, i)))
        continue;
      for (guint j = 0; j < work->beside && j < spec->series->len; j++)
        add_figure (work, j, i, first_shape);
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
tal_chart_layout_columns (TalChartPlan *plan)
{
  Work   work = { .plan = plan };
  double right;
  guint  first_shape;

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->by_position = TRUE;
  work.beside = plan->spec->stacked ? 1 : MAX (plan->spec->series->len, 1);
  work.reach = tal_chart_stack_find_reach (plan->spec);
  choose_names (&work);
  fit_plot (&work);

  right = work.plot.x + work.plot.width;
  if (work.axis != NULL)
    tal_chart_position_axis_add (work.axis, plan, 0, work.plot.y + work.plot.height);
  if (work.names != NULL)
    tal_chart_end_labels_add (work.names, &work.scale, right, right + NAME_GAP, plan->room.y,
                              work.plot.y + work.plot.height + FIGURE_GAP);
  add_ground (&work);
  add_columns (&work);
  first_shape = plan->geometry->shapes->len;
  for (guint i = 0; i < plan->spec->series->len; i++)
    tal_chart_target_line_add (plan, i, work.places, &work.scale, work.plot.x, right);
  tal_chart_signs_add_breaks (plan, work.places, work.plot,
                              work.plot.y - plan->room.y > LEAST_HEIGHT / 2);
  add_figures (&work, first_shape);
  clear_work (&work);
}
