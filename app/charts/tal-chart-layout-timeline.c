/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row for each span under an axis of years, and below them what each year comes to.  The spots of
 * spans are those of series 0, the spots of yearly totals those of series 1.  It writes Danish by
 * rule, whatever the language of the program: these stand in the committee's own papers. */

#include "charts/tal-chart-bar.h"
#include "charts/tal-chart-block.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-legend.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-span.h"
#include "charts/tal-chart-text.h"

#include <math.h>

#define TODAY "i dag"

#define MOST_PITCH 72.0
#define MOST_THICKNESS 28.0
#define BAR_SHARE 0.62
/* Of low rows, so that amounts fit upon their bars. */
#define MOST_BAR_SHARE 0.85
#define LEGEND_SHARE 0.25
#define LABEL_GAP 6.0
#define AXIS_GAP 4.0
#define TODAY_WIDTH 1.2
/* Totals take so much of the height, and stand below a gap. */
#define TOTALS_SHARE 0.28
#define MOST_TOTALS 150.0
#define LEAST_TOTALS 40.0
#define TOTALS_GAP 12.0
#define ROW_AIR 2.0
#define COLUMN_SHARE 0.58
#define COLUMN_RADIUS 3.0
#define TOTALS_SERIES 1

typedef struct
{
  TalChartPlan *plan;
  TalChartRows *rows;
  TalChartScale years;
  TalChartBox   totals; /* below the rows; without height where there are none */
} Timeline;

static const TalChartSpan *
get_span (const Timeline *self, guint number)
{
  return g_ptr_array_index (self->plan->spec->spans, number);
}

static int
get_year (const TalChartPosition *position)
{
  int year = 0;
  int month;
  int day;

  tal_day_get_date (position->period.first, &year, &month, &day);
  return year;
}

static gboolean
has_totals (const TalChartSpec *spec)
{
  for (guint i = 0; spec->series->len > 0 && i < spec->positions->len; i++)
    {
      TalChartValue total = tal_chart_series_get (tal_chart_spec_get_series (spec, 0), i);

      if (tal_chart_value_is_known (&total))
        return TRUE;
    }
  return FALSE;
}

/* Whole years, at least one. */
static void
find_years (Timeline *self)
{
  const TalChartSpec *spec = self->plan->spec;
  double              first = HUGE_VAL;
  double              last = -HUGE_VAL;

  for (guint i = 0; i < spec->spans->len; i++)
    {
      first = MIN (first, floor (get_span (self, i)->first));
      last = MAX (last, ceil (MAX (get_span (self, i)->last, get_span (self, i)->first)));
    }
  for (guint i = 0; has_totals (spec) && i < spec->positions->len; i++)
    {
      int year = get_year (tal_chart_spec_get_position (spec, i));

      first = MIN (first, year);
      last = MAX (last, year + 1.0);
    }
  self->years.least = first;
  self->years.most = MAX (last, first + 1);
}

/* Each group once, in the order of the spans. */
static void
add_legend (const Timeline *self, TalChartBox *room)
{
  g_autoptr (GArray)     entries = g_array_new (FALSE, FALSE, sizeof (TalChartLegendEntry));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->plan->spec->spans->len; i++)
    {
      const TalChartSpan *span = get_span (self, i);
      TalChartLegendEntry entry = { span->group,
                                    tal_chart_span_get_ink (span, TAL_CHART_INK_SERIES),
                                    tal_chart_span_get_texture_number (span) };

      if (span->group != NULL && g_hash_table_add (seen, span->group))
        g_array_append_val (entries, entry);
    }
  if (entries->len > 1)
    tal_chart_legend_add (self->plan, (const TalChartLegendEntry *)(gconstpointer)entries->data,
                          entries->len, LEGEND_SHARE, room);
}

static double
place_year (const Timeline *self, double year)
{
  return tal_chart_scale_place (&self->years, year);
}

/* The name of every year, or of every so many. */
static int
count_step (const Timeline *self)
{
  double width =
      tal_chart_typesetter_measure (self->plan->typesetter, TAL_CHART_FONT_SMALL, "0000");
  double room = place_year (self, self->years.least + 1) - self->years.start;

  if (room <= 0)
    return G_MAXINT / 2;
  return (int)CLAMP (ceil ((width + TAL_CHART_TEXT_GAP) / room), 1, G_MAXINT / 2);
}

/* In the middle of its year. */
static void
add_year_label (const Timeline *self, double year, double top)
{
  g_autofree char *text = g_strdup_printf ("%d", (int)year);
  TalChartBox      box =
      tal_chart_plan_measure_text (self->plan, TAL_CHART_FONT_SMALL, text,
                                   place_year (self, year + 0.5), TAL_CHART_ALIGN_MIDDLE, top);

  if (top >= self->plan->room.y && tal_chart_plan_is_free (self->plan, box, LABEL_GAP))
    tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_DIM_TEXT, text, box.x,
                             TAL_CHART_ALIGN_START, top);
}

static void
add_years (const Timeline *self)
{
  TalChartBox plot = self->rows->plot;
  double      bottom =
      self->totals.height > 0 ? self->totals.y + self->totals.height : plot.y + plot.height;
  double top =
      plot.y - AXIS_GAP - tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  int step = count_step (self);

  add_year_label (self, self->years.least, top);
  add_year_label (self, self->years.most - 1, top);
  for (double year = self->years.least; year <= self->years.most; year += step)
    {
      TalChartPoint ends[] = { { place_year (self, year), plot.y },
                               { place_year (self, year), bottom } };

      tal_chart_plan_add_line (self->plan, ends, 2, TAL_CHART_INK_GRID, 1);
      if (year < self->years.most)
        add_year_label (self, year, top);
    }
}

/* Upon the left end of the bar where it fits there, else beside it. */
static void
add_amount (const Timeline *self, guint number, double thickness)
{
  TalChartPlan       *plan = self->plan;
  const TalChartSpan *span = get_span (self, number);
  double              middle = tal_chart_rows_get_middle (self->rows, number);
  double              from = place_year (self, span->first);
  double              to = place_year (self, MAX (span->last, span->first));
  double              height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL_BOLD);
  TalChartBox         bar = tal_chart_bar_find_box (from, to, middle, MAX (thickness, height));
  TalChartValue       final = { .missing = TAL_MISSING_NOT };
  gboolean plain = tal_chart_bar_is_plain (plan, tal_chart_span_get_texture_number (span), &final);
  TalChartBox box;

  if (span->amount == NULL || !tal_chart_rows_hold_text (self->rows, plan, TAL_CHART_FONT_SMALL))
    return;
  if (span->end == TAL_CHART_END_NOT_SET)
    bar.width /= 2;
  if (span->end != TAL_CHART_END_DECLINING && thickness >= height - 2 &&
      tal_chart_bar_add_text_upon (plan, bar, plain || span->end == TAL_CHART_END_PERMANENT,
                                   TAL_CHART_FONT_SMALL_BOLD,
                                   tal_chart_span_get_ink (span, TAL_CHART_INK_ON), span->amount,
                                   TAL_CHART_ALIGN_START) != NULL)
    return;
  box = tal_chart_plan_measure_text (plan, TAL_CHART_FONT_SMALL, span->amount, to + LABEL_GAP,
                                     TAL_CHART_ALIGN_START, middle - height / 2);
  if (box.x + box.width > plan->room.x + plan->room.width)
    box.x = from - LABEL_GAP - box.width;
  if (box.x > self->rows->names.x + self->rows->names.width &&
      tal_chart_plan_is_free (plan, box, LABEL_GAP))
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, span->amount, box.x,
                             TAL_CHART_ALIGN_START, box.y);
}

static void
add_spans (const Timeline *self)
{
  double text = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL_BOLD);
  double pitch = self->rows->pitch;
  double thickness =
      MIN (MAX (pitch * BAR_SHARE, MIN (text, pitch * MOST_BAR_SHARE)), MOST_THICKNESS);

  for (guint i = 0; i < self->plan->spec->spans->len; i++)
    {
      tal_chart_span_add (self->plan, i, &self->years, tal_chart_rows_get_middle (self->rows, i),
                          thickness);
      add_amount (self, i, thickness);
    }
}

static void
add_today (const Timeline *self)
{
  TalChartBox    plot = self->rows->plot;
  double         today = self->plan->spec->today;
  double         x = place_year (self, today);
  double         bottom = plot.y + plot.height + AXIS_GAP;
  TalChartPoint  ends[] = { { x, plot.y }, { x, bottom } };
  TalChartShape *line = NULL;

  if (today < self->years.least || today > self->years.most || today <= 0)
    return;
  line = tal_chart_plan_add_line (self->plan, ends, 2, TAL_CHART_INK_TEXT, TODAY_WIDTH);
  line->dash = TAL_CHART_DASH_SHORT;
  if (bottom + tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL) <=
      self->plan->room.y + self->plan->room.height)
    tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, TODAY, x,
                             TAL_CHART_ALIGN_MIDDLE, bottom);
}

static double
measure_today (const Timeline *self)
{
  return self->plan->spec->today > 0
             ? tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL) + AXIS_GAP
             : 0;
}

/* From zero to the least and the most. */
static TalChartScale
make_totals_scale (const Timeline *self)
{
  const TalChartSeries *series = tal_chart_spec_get_series (self->plan->spec, 0);
  double                line = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  TalChartScale         scale = { 0, 0, self->totals.y + self->totals.height,
                                  self->totals.y + line + AXIS_GAP };

  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      TalChartValue total = tal_chart_series_get (series, i);

      if (!tal_chart_value_is_known (&total))
        continue;
      scale.least = MIN (scale.least, total.value);
      scale.most = MAX (scale.most, total.value);
    }
  if (scale.most <= scale.least)
    scale.most = scale.least + 1;
  if (scale.least < 0)
    scale.start -= line + AXIS_GAP;
  return scale;
}

static void
add_total (const Timeline *self, const TalChartScale *scale, guint number)
{
  TalChartPlan    *plan = self->plan;
  TalChartValue    total = tal_chart_series_get (tal_chart_spec_get_series (plan->spec, 0), number);
  g_autofree char *text = tal_chart_text_dup_value (plan->spec, &total);
  gboolean         known = tal_chart_value_is_known (&total);
  int              year = get_year (tal_chart_spec_get_position (plan->spec, number));
  double           middle = place_year (self, year + 0.5);
  double           width = (place_year (self, 1) - place_year (self, 0)) * COLUMN_SHARE;
  double           zero = tal_chart_scale_place (scale, 0);
  double           end = tal_chart_scale_place (scale, known ? total.value : 0);
  double           height = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  TalChartBox      box = { middle - width / 2, MIN (zero, end), width, ABS (end - zero) };
  TalChartShape   *column = NULL;

  if (known)
    {
      column = tal_chart_bar_add (plan, box, TAL_CHART_INK_SERIES_LAST, COLUMN_RADIUS, &total);
      column->series = TOTALS_SERIES;
      column->position = (int)number;
      tal_chart_plan_add_spot (plan, TOTALS_SERIES, (int)number, (TalChartPoint){ middle, end },
                               total.value, TRUE);
    }
  box =
      tal_chart_plan_measure_text (plan, TAL_CHART_FONT_SMALL, text, middle, TAL_CHART_ALIGN_MIDDLE,
                                   end > zero ? end + 2 : end - height - 2);
  if (tal_chart_plan_is_free (plan, box, AXIS_GAP / 2))
    tal_chart_plan_add_text (plan, TAL_CHART_FONT_SMALL, TAL_CHART_INK_TEXT, text, box.x,
                             TAL_CHART_ALIGN_START, box.y);
}

/* Columns under the years, and what they are at the left. */
static void
add_totals (const Timeline *self)
{
  TalChartScale scale = make_totals_scale (self);
  double        zero = tal_chart_scale_place (&scale, 0);
  TalChartBox   plot = self->rows->plot;
  TalChartBox   name = self->rows->names;
  guint         length = self->plan->spec->positions->len;
  TalChartPoint ends[] = { { plot.x, zero }, { plot.x + plot.width, zero } };

  tal_chart_plan_add_scale (self->plan, scale);
  tal_chart_plan_add_line (self->plan, ends, 2, TAL_CHART_INK_ZERO_LINE, 1);
  name.y = self->totals.y;
  name.height = self->totals.height;
  tal_chart_block_add (self->plan, TAL_CHART_FONT_BOLD, TAL_CHART_INK_TEXT,
                       tal_chart_spec_get_series (self->plan->spec, 0)->name, name,
                       TAL_CHART_ALIGN_START);
  add_total (self, &scale, 0);
  for (guint i = length - 1; i > 0; i--)
    add_total (self, &scale, i);
}

/* As high as the names need: a line, or two small ones where one of them is long. */
static double
measure_pitch (const Timeline *self)
{
  TalChartPlan *plan = self->plan;
  double        most = plan->room.width * TAL_CHART_ROWS_MOST_NAMES;

  for (guint i = 0; i < plan->spec->spans->len; i++)
    {
      if (tal_chart_typesetter_measure (plan->typesetter, TAL_CHART_FONT_PLAIN,
                                        get_span (self, i)->name) > most)
        return 2 * tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL) + ROW_AIR;
    }
  return tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_PLAIN) + ROW_AIR;
}

/* Less where rows would be lower than their names. */
static double
choose_totals_height (const Timeline *self, double height)
{
  double left = height - TOTALS_GAP - measure_pitch (self) * self->plan->spec->spans->len;

  return CLAMP (MIN (height * TOTALS_SHARE, left), MIN (LEAST_TOTALS, height / 2), MOST_TOTALS);
}

/* Legend and years above, totals below, the rows between. */
static void
place (Timeline *self)
{
  TalChartBox room = self->plan->room;
  double      axis = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL) + AXIS_GAP;
  double      bottom = room.y + room.height;

  add_legend (self, &room);
  room.y += MIN (axis, room.height);
  room.height -= MIN (axis, room.height);
  if (has_totals (self->plan->spec))
    self->totals.height = choose_totals_height (self, room.height);
  room.height -= self->totals.height + MIN (measure_today (self) + TOTALS_GAP, room.height / 4);
  for (guint i = 0; i < self->plan->spec->spans->len; i++)
    {
      TalChartRow row = { .name = get_span (self, i)->name };

      tal_chart_rows_add (self->rows, row);
    }
  tal_chart_rows_place (self->rows, self->plan, room, MOST_PITCH);
  self->totals.x = self->rows->plot.x;
  self->totals.width = self->rows->plot.width;
  self->totals.y =
      MIN (self->rows->plot.y + self->rows->plot.height + measure_today (self) + TOTALS_GAP,
           bottom - self->totals.height);
}

void
tal_chart_layout_timeline (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  Timeline                 timeline = { .plan = plan, .rows = rows };

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->plot = plan->room;
  if (plan->spec->spans->len == 0)
    return;

  if (!has_totals (plan->spec))
    tal_chart_plan_lower (plan, MOST_PITCH * plan->spec->spans->len);
  place (&timeline);
  find_years (&timeline);
  timeline.years.start = rows->plot.x;
  timeline.years.end = rows->plot.x + rows->plot.width;
  plan->geometry->plot = rows->plot;
  tal_chart_plan_add_scale (plan, timeline.years);
  add_years (&timeline);
  tal_chart_rows_add_names (rows, plan);
  add_spans (&timeline);
  add_today (&timeline);
  if (has_totals (plan->spec))
    add_totals (&timeline);
}
