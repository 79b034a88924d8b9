/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Series over time, or of years over one another by month: lines, named at their right ends, with
 * what they should come to. */

#include "charts/tal-chart-end-labels.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-legend.h"
#include "charts/tal-chart-point-label.h"
#include "charts/tal-chart-position-axis.h"
#include "charts/tal-chart-signs.h"
#include "charts/tal-chart-target-line.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-trace.h"
#include "charts/tal-chart-value-axis.h"

/* Between the plot's sides and the first and last figure. */
#define INSET 7.0
/* Between the plot and the names to its right. */
#define NAME_GAP 7.0
/* A plot that is narrower or lower than this is worth more than what stands beside it. */
#define LEAST_WIDTH 140.0
#define LEAST_HEIGHT 28.0
/* What title, notes and words take of a canvas, as far as is known before they are set. */
#define PLOT_SHARE 0.6

/* How much is said at the ends of lines. */
typedef enum
{
  NAMING_IN_FULL,
  NAMING_WITHOUT_REST_FIGURES,
  NAMING_LEADS, /* only of what stands out */
  N_NAMINGS,
} Naming;

/* While a chart is laid out. */
typedef struct
{
  TalChartPlan         *plan;
  TalChartEndLabels    *names; /* NULL where a legend names the lines */
  TalChartTicks         ticks;
  TalChartBox           plot;
  TalChartScale         scale;
  GArray               *places;
  TalChartPositionAxis *axis;
  GArray               *order;
} Work;

static void
clear_work (Work *work)
{
  g_clear_pointer (&work->names, tal_chart_end_labels_free);
  g_clear_pointer (&work->places, g_array_unref);
  g_clear_pointer (&work->axis, tal_chart_position_axis_free);
  g_clear_pointer (&work->order, g_array_unref);
}

/* The last figure, and its period where that is not the chart's last. */
static char *
write_last (const TalChartSpec *spec, guint series, guint last)
{
  TalChartValue    value = tal_chart_series_get (tal_chart_spec_get_series (spec, series), last);
  g_autofree char *figure = tal_chart_text_dup_value_with_unit (spec, &value);
  g_autofree char *period = NULL;

  if (last + 1 == spec->positions->len)
    return g_steal_pointer (&figure);
  period = tal_chart_text_dup_position (tal_chart_spec_get_position (spec, last));
  return g_strdup_printf ("%s (%s)", figure, period);
}

static void
append_name (Work *work, guint series, Naming naming)
{
  const TalChartSpec *spec = work->plan->spec;
  TalChartLook        look = tal_chart_look_choose (work->plan, series);
  gboolean            full = look.leads || spec->series->len <= TAL_CHART_MOST_COLOURED;
  g_autofree char    *figure = NULL;
  guint               first;
  guint               last;

  if (!tal_chart_trace_find_ends (spec, series, &first, &last) || (!full && naming == NAMING_LEADS))
    return;
  if (full || naming == NAMING_IN_FULL)
    figure = write_last (spec, series, last);
  tal_chart_end_labels_append (work->names, tal_chart_spec_get_series (spec, series)->name, figure,
                               look.name, full,
                               tal_chart_series_get (tal_chart_spec_get_series (spec, series), last)
                                   .value,
                               (int)series);
}

static void
append_target (Work *work, guint series)
{
  double           value;
  g_autofree char *label = tal_chart_target_line_dup_label (work->plan->spec, series, &value);

  if (label != NULL)
    tal_chart_end_labels_append (work->names, label, NULL, TAL_CHART_INK_TEXT, FALSE, value,
                                 TAL_CHART_NOBODY);
}

/* Whether names to the right leave a plot, and the plot's height holds them. */
static gboolean
try_naming (Work *work, Naming naming)
{
  TalChartPlan *plan = work->plan;
  double        height =
      plan->room.height - 2 * tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);

  work->names = tal_chart_end_labels_new (plan);
  for (guint i = work->order->len; i > 0; i--)
    append_name (work, g_array_index (work->order, guint, i - 1), naming);
  for (guint i = 0; i < plan->spec->series->len; i++)
    append_target (work, i);
  if (tal_chart_end_labels_get_height (work->names) <= MAX (height, LEAST_HEIGHT) &&
      plan->room.width - tal_chart_end_labels_get_width (work->names) >= LEAST_WIDTH &&
      (naming == NAMING_LEADS || tal_chart_end_labels_are_whole (work->names)))
    return TRUE;

  g_clear_pointer (&work->names, tal_chart_end_labels_free);
  return FALSE;
}

/* Names to the right; of many lines fewer, as long as one is the subject; else a legend. */
static void
choose_names (Work *work)
{
  gboolean many = work->plan->spec->series->len > TAL_CHART_MOST_COLOURED;

  for (guint i = 0; i < (many ? N_NAMINGS : 1); i++)
    {
      if (try_naming (work, (Naming)i))
        return;
    }
  tal_chart_legend_add_series (work->plan, TRUE);
}

/* The plot: what words to all sides leave. */
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
  if (!plan->spec->zoomed)
    work->ticks = tal_chart_value_axis_choose_ticks (tal_chart_value_axis_find_reach (plan->spec),
                                                     plot.height - 2 * line);
  labels = tal_chart_value_axis_measure_upward (plan, &work->ticks, plot.width);
  work->places = tal_chart_position_axis_list_places (plan->spec, plot.x + labels + INSET,
                                                      plot.x + plot.width - INSET);
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
  work->scale = tal_chart_value_axis_fit_upward (plan, &work->ticks, &plot);
  work->plot = plot;
  plan->geometry->plot = plot;
}

static TalChartTrace
create_trace (const Work *work, guint series)
{
  return (TalChartTrace){ series, work->places, work->scale,
                          tal_chart_look_choose (work->plan, series) };
}

static void
add_figure (Work *work, guint series, guint position, guint first_shape)
{
  TalChartTrace trace = create_trace (work, series);
  TalChartValue value =
      tal_chart_series_get (tal_chart_spec_get_series (work->plan->spec, series), position);
  g_autofree char *text = tal_chart_text_dup_value (work->plan->spec, &value);
  TalChartShape   *shape =
      tal_chart_point_label_add (work->plan, TAL_CHART_FONT_BOLD, trace.look.name, text,
                                 tal_chart_trace_get_point (&trace, value, position),
                                 trace.look.reach, TAL_CHART_POINT_SIDE_EITHER, work->plot,
                                 first_shape);

  if (shape != NULL)
    {
      shape->series = (int)series;
      shape->position = (int)position;
    }
}

/* First figures at their points; last ones too where no name has them. */
static void
add_figures (Work *work, guint first_shape)
{
  const TalChartSpec *spec = work->plan->spec;

  for (guint i = work->order->len; i > 0; i--)
    {
      guint series = g_array_index (work->order, guint, i - 1);
      guint first;
      guint last;

      if ((spec->series->len > TAL_CHART_MOST_COLOURED || spec->kind == TAL_CHART_YEARS) &&
          !tal_chart_look_choose (work->plan, series).leads)
        continue;
      if (!tal_chart_trace_find_ends (spec, series, &first, &last))
        continue;
      if (first < last)
        add_figure (work, series, first, first_shape);
      if (work->names == NULL)
        add_figure (work, series, last, first_shape);
    }
}

static void
add_marks (Work *work)
{
  TalChartPlan *plan = work->plan;
  guint         first_shape = plan->geometry->shapes->len;

  for (guint i = 0; i < plan->spec->series->len; i++)
    tal_chart_target_line_add (plan, i, work->places, &work->scale, work->plot.x,
                               work->plot.x + work->plot.width);
  tal_chart_signs_add_breaks (plan, work->places, work->plot,
                              work->plot.y - plan->room.y >
                                  tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL));
  for (guint i = 0; i < work->order->len; i++)
    {
      TalChartTrace trace = create_trace (work, g_array_index (work->order, guint, i));

      tal_chart_trace_add (plan, &trace);
    }
  add_figures (work, first_shape);
}

void
tal_chart_layout_line (TalChartPlan *plan)
{
  Work             work = { .plan = plan };
  g_autofree char *note = NULL;
  double           right;

  if (plan->spec->zoomed)
    {
      work.ticks = tal_chart_value_axis_choose_ticks (tal_chart_value_axis_find_reach (plan->spec),
                                                      plan->room.height * PLOT_SHARE);
      note = tal_chart_value_axis_dup_note (plan->spec, &work.ticks);
    }
  tal_chart_plan_add_frame (plan, note);
  plan->geometry->by_position = TRUE;
  work.order = tal_chart_look_list_order (plan);
  choose_names (&work);
  fit_plot (&work);

  right = work.plot.x + work.plot.width;
  if (work.axis != NULL)
    tal_chart_position_axis_add (work.axis, plan, 0, work.plot.y + work.plot.height);
  if (work.names != NULL)
    tal_chart_end_labels_add (work.names, &work.scale, right, right + NAME_GAP, plan->room.y,
                              work.plot.y + work.plot.height + 4);
  tal_chart_signs_add_gaps (plan, work.places, work.plot, TAL_CHART_NOBODY);
  tal_chart_value_axis_add_upward (plan, &work.ticks, work.plot);
  add_marks (&work);
  clear_work (&work);
}
