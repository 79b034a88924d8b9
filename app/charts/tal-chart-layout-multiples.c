/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small chart for each series, all alike: the course of many, or of some that differ so much in
 * size that one axis would hide the small ones.  It writes Danish by rule, whatever the language
 * of the program: this stands in the committee's own papers. */

#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-point-label.h"
#include "charts/tal-chart-position-axis.h"
#include "charts/tal-chart-signs.h"
#include "charts/tal-chart-target-line.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-trace.h"
#include "charts/tal-chart-value-axis.h"

/* The panel that all others are measured by. */
#define PANEL_WIDTH 200.0
#define PANEL_HEIGHT 130.0
/* Narrower panels have smaller titles. */
#define NARROW_PANEL 160.0
#define GAP_ACROSS 24.0
#define GAP_DOWN 14.0
#define INSET 5.0
#define TITLE_GAP 4.0
#define MOST_TITLE_LINES 2
/* Below this a panel is all plot. */
#define LEAST_PLOT 24.0
#define TICKS 3
#define NOTE_OWN_AXES "Egen akse for hver figur."

/* While panels are laid out. */
typedef struct
{
  TalChartPlan         *plan;
  TalChartTicks         ticks; /* of a shared axis */
  TalChartBox           area;  /* of all panels */
  guint                 across;
  guint                 down;
  double                width; /* of a panel */
  double                height;
  TalChartPositionAxis *axis; /* NULL where the panels leave no room for words */
} Work;

static TalChartReach
find_reach (const TalChartSpec *spec, guint series)
{
  TalChartReach reach = { 0, 0 };

  for (guint i = 0; i < spec->positions->len; i++)
    {
      const TalChartSeries *drawn = tal_chart_spec_get_series (spec, series);
      TalChartValue values[2] = { tal_chart_series_get (drawn, i), TAL_CHART_VALUE_UNKNOWN };

      if (drawn->targets != NULL && i < drawn->targets->len)
        values[1] = g_array_index (drawn->targets, TalChartValue, i);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          if (!tal_chart_value_is_known (&values[j]))
            continue;
          reach.least = MIN (reach.least, values[j].value);
          reach.most = MAX (reach.most, values[j].value);
        }
    }
  if (reach.most <= reach.least)
    reach.most = 1;
  return reach;
}

static double
get_panel_size (double room, double gap, guint number)
{
  return MAX ((room - gap * (number - 1)) / number, 0);
}

/* As many beside one another as make the panels most like the one they are measured by. */
static void
choose_grid (Work *work, guint n_panels)
{
  double best = -1;

  for (guint across = 1; across <= n_panels; across++)
    {
      guint  down = (n_panels + across - 1) / across;
      double width = get_panel_size (work->area.width, GAP_ACROSS, across);
      double height = get_panel_size (work->area.height, GAP_DOWN, down);
      double fit = MIN (width / PANEL_WIDTH, height / PANEL_HEIGHT);

      if (fit < best)
        continue;
      best = fit;
      work->across = across;
      work->down = down;
      work->width = width;
      work->height = height;
    }
}

static TalChartFont
get_title_font (const Work *work)
{
  return work->width < NARROW_PANEL ? TAL_CHART_FONT_SMALL_BOLD : TAL_CHART_FONT_BOLD;
}

static GPtrArray *
wrap_title (const Work *work, guint series, guint most)
{
  return tal_chart_typesetter_wrap (work->plan->typesetter, get_title_font (work),
                                    tal_chart_spec_get_series (work->plan->spec, series)->name,
                                    work->width, most);
}

/* The lines of the longest title in a row, so that its plots begin at one height. */
static guint
count_title_lines (const Work *work, guint row)
{
  guint n_lines = 0;

  for (guint i = row * work->across;
       i < (row + 1) * work->across && i < work->plan->spec->series->len; i++)
    {
      g_autoptr (GPtrArray) lines = wrap_title (work, i, MOST_TITLE_LINES);

      n_lines = MAX (n_lines, lines->len);
    }
  return n_lines;
}

static TalChartBox
get_panel (const Work *work, guint series)
{
  return (TalChartBox){ work->area.x + (series % work->across) * (work->width + GAP_ACROSS),
                        work->area.y + (series / work->across) * (work->height + GAP_DOWN),
                        work->width, work->height };
}

/* Adds the title and leaves the plot, with room between them for the figures of the highest
 * points. */
static TalChartBox
add_title (Work *work, guint series, guint n_lines)
{
  TalChartBox           plot = get_panel (work, series);
  double                line = tal_chart_plan_get_text_height (work->plan, get_title_font (work));
  double                gap = plot.height > n_lines * line + 2 * LEAST_PLOT
                                  ? tal_chart_plan_get_text_height (work->plan, TAL_CHART_FONT_SMALL)
                                  : TITLE_GAP;
  g_autoptr (GPtrArray) lines = NULL;

  if (plot.height < n_lines * line + gap + LEAST_PLOT)
    n_lines = plot.height < line + gap + LEAST_PLOT ? 0 : 1;
  if (n_lines == 0)
    return plot;

  lines = wrap_title (work, series, n_lines);
  for (guint i = 0; i < lines->len; i++)
    {
      TalChartShape *title =
          tal_chart_plan_add_text (work->plan, get_title_font (work), TAL_CHART_INK_TEXT,
                                   g_ptr_array_index (lines, i), plot.x, TAL_CHART_ALIGN_START,
                                   plot.y + i * line);

      if (title != NULL)
        title->series = (int)series;
    }
  plot.y += n_lines * line + gap;
  plot.height -= n_lines * line + gap;
  return plot;
}

static void
add_grid (Work *work, const TalChartTicks *ticks, const TalChartScale *scale, TalChartBox plot)
{
  for (guint i = 0; i < ticks->length; i++)
    {
      gboolean      zero = ticks->first + i == 0;
      double        value = tal_decimal_to_double (tal_chart_ticks_get (ticks, i));
      double        y = tal_chart_scale_place (scale, value);
      TalChartPoint ends[] = { { plot.x, y }, { plot.x + plot.width, y } };

      /* Axes that differ have no lines that could be compared. */
      if (zero || !work->plan->spec->own_axes)
        tal_chart_plan_add_line (work->plan, ends, 2,
                                 zero ? TAL_CHART_INK_ZERO_LINE : TAL_CHART_INK_GRID, 1);
    }
}

/* To the left of the first panel of a row, of an axis that all share. */
static void
add_tick_labels (Work *work, const TalChartScale *scale)
{
  double height = tal_chart_plan_get_text_height (work->plan, TAL_CHART_FONT_SMALL);

  for (guint i = 0; i < work->ticks.length; i++)
    {
      TalDecimal       value = tal_chart_ticks_get (&work->ticks, i);
      g_autofree char *label = tal_chart_text_dup_tick (work->plan->spec, value, FALSE);

      tal_chart_plan_add_text (work->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, label,
                               work->area.x - INSET, TAL_CHART_ALIGN_END,
                               tal_chart_scale_place (scale, tal_decimal_to_double (value)) -
                                   height / 2);
    }
}

static void
add_figure (
    Work *work, const TalChartTrace *trace, guint position, TalChartBox plot, guint first_shape)
{
  TalChartValue value =
      tal_chart_series_get (tal_chart_spec_get_series (work->plan->spec, trace->series), position);
  g_autofree char *text = tal_chart_text_dup_value (work->plan->spec, &value);
  TalChartShape   *shape =
      tal_chart_point_label_add (work->plan, TAL_CHART_FONT_SMALL_BOLD, TAL_CHART_INK_TEXT, text,
                                 tal_chart_trace_get_point (trace, value, position),
                                 trace->look.reach, TAL_CHART_POINT_SIDE_EITHER, plot, first_shape);

  if (shape != NULL)
    {
      shape->series = (int)trace->series;
      shape->position = (int)position;
    }
}

static void
add_target_name (Work *work, const TalChartTrace *trace, TalChartBox plot, guint first_shape)
{
  double           value;
  g_autofree char *label =
      tal_chart_target_line_dup_label (work->plan->spec, trace->series, &value);
  TalChartPoint end = { plot.x + plot.width, 0 };

  if (label == NULL || tal_chart_typesetter_measure (work->plan->typesetter, TAL_CHART_FONT_SMALL,
                                                     label) > plot.width)
    return;
  end.y = tal_chart_scale_place (&trace->scale, value);
  tal_chart_point_label_add (work->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, label, end, 1,
                             TAL_CHART_POINT_SIDE_EITHER, plot, first_shape);
}

static void
add_marks (Work *work, const TalChartTrace *trace, TalChartBox plot)
{
  guint first_shape = work->plan->geometry->shapes->len;
  guint first;
  guint last;

  tal_chart_target_line_add (work->plan, trace->series, trace->places, &trace->scale, plot.x,
                             plot.x + plot.width);
  tal_chart_signs_add_breaks (work->plan, trace->places, plot, FALSE);
  tal_chart_trace_add (work->plan, trace);
  if (tal_chart_trace_find_ends (work->plan->spec, trace->series, &first, &last))
    {
      add_figure (work, trace, last, plot, first_shape);
      if (first < last)
        add_figure (work, trace, first, plot, first_shape);
    }
  add_target_name (work, trace, plot, first_shape);
}

static void
add_panel (Work *work, guint series, guint n_title_lines)
{
  TalChartPlan      *plan = work->plan;
  TalChartBox        plot = add_title (work, series, n_title_lines);
  TalChartTicks      ticks = work->ticks;
  g_autoptr (GArray) places =
      tal_chart_position_axis_list_places (plan->spec, plot.x + MIN (INSET, plot.width / 2),
                                           plot.x + MAX (plot.width - INSET, plot.width / 2));
  TalChartTrace trace = { series, places, { 0 }, tal_chart_look_choose (plan, series) };

  if (plan->spec->own_axes)
    {
      TalChartReach reach = find_reach (plan->spec, series);

      ticks = tal_chart_ticks_search (reach.least, reach.most, TICKS, TRUE);
    }
  trace.scale = (TalChartScale){ tal_chart_ticks_get_least (&ticks),
                                 tal_chart_ticks_get_most (&ticks), plot.y + plot.height, plot.y };
  tal_chart_plan_add_scale (plan, trace.scale);
  tal_chart_signs_add_gaps (plan, places, plot, (int)series);
  add_grid (work, &ticks, &trace.scale, plot);
  if (!plan->spec->own_axes && series % work->across == 0)
    add_tick_labels (work, &trace.scale);
  /* The lowest panel of each column has the words. */
  if (work->axis != NULL && series + work->across >= plan->spec->series->len)
    tal_chart_position_axis_add (work->axis, plan, plot.x, plot.y + plot.height);
  add_marks (work, &trace, plot);
}

/* The words of positions below a panel that begins at 0. */
static void
choose_words (Work *work)
{
  g_autoptr (GArray) places =
      tal_chart_position_axis_list_places (work->plan->spec, MIN (INSET, work->width / 2),
                                           MAX (work->width - INSET, work->width / 2));
  double height;

  work->axis = tal_chart_position_axis_new (work->plan, places, 0, work->width);
  height = tal_chart_position_axis_get_height (work->axis);
  if (work->area.height - height < LEAST_PLOT * work->down)
    g_clear_pointer (&work->axis, tal_chart_position_axis_free);
  else
    work->area.height -= height;
}

static void
fit_panels (Work *work)
{
  TalChartPlan *plan = work->plan;

  work->area = plan->room;
  if (!plan->spec->own_axes || plan->spec->subtitle == NULL)
    work->area = tal_chart_value_axis_add_caption (plan, plan->room);
  plan->geometry->plot = work->area;
  if (!plan->spec->own_axes)
    {
      double labels =
          tal_chart_value_axis_measure_upward (plan, &work->ticks, work->area.width / 2);

      work->area.x += labels;
      work->area.width -= labels;
    }
  choose_grid (work, plan->spec->series->len);
  choose_words (work);
  work->height = get_panel_size (work->area.height, GAP_DOWN, work->down);
}

void
tal_chart_layout_multiples (TalChartPlan *plan)
{
  Work             work = { .plan = plan };
  g_autofree char *note = NULL;
  guint            n_title_lines = 0;

  if (plan->spec->own_axes)
    note = g_strdup (NOTE_OWN_AXES);
  else
    {
      work.ticks =
          tal_chart_ticks_search (tal_chart_value_axis_find_reach (plan->spec).least,
                                  tal_chart_value_axis_find_reach (plan->spec).most, TICKS, TRUE);
      note = tal_chart_value_axis_dup_note (plan->spec, &work.ticks);
    }
  tal_chart_plan_add_frame (plan, note);
  plan->geometry->plot = plan->room;
  if (plan->spec->series->len == 0)
    return;

  fit_panels (&work);
  for (guint i = 0; i < plan->spec->series->len; i++)
    {
      if (i % work.across == 0)
        n_title_lines = count_title_lines (&work, i / work.across);
      add_panel (&work, i, n_title_lines);
    }
  g_clear_pointer (&work.axis, tal_chart_position_axis_free);
}
