/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-plan.h"
#include "charts/tal-chart-rows.h"

#include <math.h>

/* Rows as they read well, with the air around them. */
#define BULLET_ROW 62.0
#define MIX_ROW 54.0
#define PAIR_ROW 72.0
#define DOTS_ROW 34.0
#define BAR_ROW 30.0
#define SERIES_BAR 19.0
#define STAGE_ROW 84.0
#define SPAN_ROW 26.0
#define SQUARE_LINE 92.0
#define SQUARE 48.0
#define SUM_BAR 110.0
/* Below or above rows: an axis of values, of years; a legend; totals of years. */
#define AXIS 24.0
#define LEGEND 24.0
#define TOTALS 120.0

/* Of the width, what verdicts leave to the rows of goals; of a column of names, what numbers and
 * indents take. */
#define GOALS_SHARE 0.8
#define NAME_INDENT 30.0
#define NAME_AIR 6.0
#define MOST_NAME_LINES 5
/* More names than these are not looked at. */
#define MOST_NAMES 300

/* Lines and columns are as high as a screen is wide. */
#define ASPECT (9.0 / 16.0)
#define MOST_PLOT 500.0
#define LEAST_HEIGHT 260.0
#define SPARKLINE_HEIGHT 30.0
#define MOST_TITLE_LINES 2
#define MOST_NOTE_LINES 8

static double
measure_lines (
    TalChartTypesetter *typesetter, TalChartFont font, const char *text, double width, guint most)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (text == NULL)
    return 0;
  lines = tal_chart_typesetter_wrap (typesetter, font, text, width, most);
  return lines->len * tal_chart_typesetter_get_height (typesetter, font);
}

/* What the texts around the plot take, as tal_chart_plan_add_frame sets them. */
static double
measure_frame (const TalChartSpec  *spec,
               const TalChartStyle *style,
               TalChartTypesetter  *typesetter,
               double               width)
{
  g_autoptr (GString) notes = g_string_new (spec->source != NULL ? "Kilde: " : NULL);
  double              height = 2 * TAL_CHART_MARGIN;
  double              below;

  if (!style->untitled)
    height +=
        TAL_CHART_MARGIN +
        measure_lines (typesetter, TAL_CHART_FONT_TITLE, spec->title, width, MOST_TITLE_LINES) +
        measure_lines (typesetter, TAL_CHART_FONT_SMALL, spec->subtitle, width, MOST_TITLE_LINES);
  if (spec->source != NULL)
    g_string_append (notes, spec->source);
  for (guint i = 0; i < spec->notes->len; i++)
    g_string_append_printf (notes, " %s", (const char *)g_ptr_array_index (spec->notes, i));
  below = measure_lines (typesetter, TAL_CHART_FONT_SMALL, notes->str, width, MOST_NOTE_LINES);
  return height + below + (below > 0 ? TAL_CHART_MARGIN : 0);
}

/* The name, and the detail below it, in the widest column that names can have. */
static double
measure_name (TalChartTypesetter *typesetter, const char *name, const char *detail, double width)
{
  double column = MAX (width * TAL_CHART_ROWS_MOST_NAMES - NAME_INDENT, 1);
  double height = NAME_AIR;

  if (name != NULL)
    height += measure_lines (typesetter, TAL_CHART_FONT_BOLD, name, column, MOST_NAME_LINES);
  if (detail != NULL)
    height += tal_chart_typesetter_get_height (typesetter, TAL_CHART_FONT_SMALL);
  return height;
}

/* Rows are equally high: as the highest name asks. */
static double
measure_goals (const TalChartSpec *spec, TalChartTypesetter *typesetter, double width)
{
  double row = BULLET_ROW;

  for (guint i = 0; i < MIN (spec->goals->len, MOST_NAMES); i++)
    {
      const TalChartGoal *goal = g_ptr_array_index (spec->goals, i);

      row = MAX (row, measure_name (typesetter, goal->wording, goal->detail, width * GOALS_SHARE));
    }
  return spec->goals->len * row;
}

static double
measure_rows (const TalChartSpec *spec, TalChartTypesetter *typesetter, double width, double least)
{
  double row = least;
  /* Dots have the detail at their right. */
  gboolean below = spec->kind != TAL_CHART_DOTS;

  for (guint i = 0; i < MIN (spec->positions->len, MOST_NAMES); i++)
    {
      const TalChartPosition *position = tal_chart_spec_get_position (spec, i);

      row = MAX (row, measure_name (typesetter, position->label, below ? position->detail : NULL,
                                    width));
    }
  return spec->positions->len * row;
}

static double
measure_strip (const TalChartSpec *spec, double width)
{
  double across = MAX (floor (width / SQUARE), 1);

  return ceil (spec->goals->len / across) * SQUARE_LINE;
}

static double
measure_timeline (const TalChartSpec *spec)
{
  double totals = spec->series->len > 0 && spec->positions->len > 0 ? TOTALS : 0;

  return spec->spans->len * SPAN_ROW + AXIS + LEGEND + totals;
}

static guint
count_stages (const TalChartSpec *spec)
{
  guint length = 0;

  for (guint i = 0; i < spec->positions->len; i++)
    length += tal_chart_spec_get_position (spec, i)->place != TAL_CHART_PLACE_BRANCH ? 1 : 0;
  return length;
}

/* Of the plot and what is written in it. */
static double
measure_plot (const TalChartSpec *spec, TalChartTypesetter *typesetter, double width)
{
  double bars = SERIES_BAR * spec->series->len + BAR_ROW - SERIES_BAR;

  switch (spec->kind)
    {
    case TAL_CHART_BULLET:
      return measure_goals (spec, typesetter, width) + AXIS;
    case TAL_CHART_STRIP:
      return measure_strip (spec, width);
    case TAL_CHART_MIX:
      return measure_rows (spec, typesetter, width, MIX_ROW) + LEGEND + AXIS;
    case TAL_CHART_DUMBBELL:
      return measure_rows (spec, typesetter, width, PAIR_ROW) + LEGEND + AXIS;
    case TAL_CHART_DISTRIBUTION:
      return spec->series->len > 1 ? measure_rows (spec, typesetter, width, bars) + LEGEND
                                   : measure_rows (spec, typesetter, width, BAR_ROW);
    case TAL_CHART_TIMELINE:
      return measure_timeline (spec);
    case TAL_CHART_DOTS:
      return measure_rows (spec, typesetter, width, DOTS_ROW) + AXIS;
    case TAL_CHART_SUM:
      return SUM_BAR;
    case TAL_CHART_FUNNEL:
      return count_stages (spec) * STAGE_ROW;
    case TAL_CHART_SPARKLINE:
    case TAL_CHART_LINE:
    case TAL_CHART_MULTIPLES:
    case TAL_CHART_COLUMNS:
    case TAL_CHART_WATERFALL:
    case TAL_CHART_YEARS:
    case TAL_CHART_N_KINDS:
      break;
    }
  return 0;
}

double
tal_chart_measure_height (const TalChartSpec  *spec,
                          const TalChartStyle *style,
                          TalChartTypesetter  *typesetter,
                          double               width)
{
  double room;
  double plot;

  g_return_val_if_fail (spec != NULL && style != NULL && typesetter != NULL, LEAST_HEIGHT);
  g_return_val_if_fail (width >= 1, LEAST_HEIGHT);

  if (spec->kind == TAL_CHART_SPARKLINE)
    return SPARKLINE_HEIGHT;
  room = MAX (width - 2 * TAL_CHART_MARGIN, 1);
  plot = measure_plot (spec, typesetter, room);
  if (plot <= 0)
    return CLAMP (width * ASPECT, LEAST_HEIGHT, MOST_PLOT);
  plot = ceil (plot + measure_frame (spec, style, typesetter, room));
  /* A single bar and a line of squares are no fuller for being higher. */
  if (spec->kind == TAL_CHART_SUM || spec->kind == TAL_CHART_STRIP)
    return plot;
  return MAX (plot, LEAST_HEIGHT);
}
