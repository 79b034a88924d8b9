/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What wholes consist of: a bar of the same length for each position, the first part on the
 * common left edge.  A part that is not known leaves the rest of its bar open. */

#include "charts/tal-chart-bar.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-legend.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"

#define MOST_PITCH 130.0
#define THICKNESS 64.0
#define BAR_SHARE 0.6
#define LEGEND_SHARE 0.35
#define PART_GAP 1.6
#define LABEL_GAP 6.0
/* Of the bar: what is left open where a part of a count is not known. */
#define OPEN_SHARE 0.12
/* What rounded shares may add up to above a hundred. */
#define ROUNDING 0.5

typedef struct
{
  TalChartPlan *plan;
  TalChartRows *rows;
  double        thickness;
  gboolean      per_cent;
} Mix;

typedef struct
{
  TalChartReach reach; /* of the sums from part to part */
  double        sum;
  gboolean      open; /* some part is not known */
} Whole;

static TalChartValue
get_value (const Mix *self, guint position, guint part)
{
  return tal_chart_series_get (tal_chart_spec_get_series (self->plan->spec, part), position);
}

static Whole
add_up (const Mix *self, guint position)
{
  Whole whole = { 0 };

  for (guint i = 0; i < self->plan->spec->series->len; i++)
    {
      TalChartValue value = get_value (self, position, i);

      if (!tal_chart_value_is_known (&value))
        {
          whole.open = whole.open || value.missing != TAL_MISSING_NOT_APPLICABLE;
          continue;
        }
      whole.sum += value.value;
      whole.reach.least = MIN (whole.reach.least, whole.sum);
      whole.reach.most = MAX (whole.reach.most, whole.sum);
    }
  return whole;
}

/* Of shares to a hundred, of counts to what they add up to. */
static TalChartScale
make_scale (const Mix *self, const Whole *whole)
{
  TalChartBox   plot = self->rows->plot;
  TalChartScale scale = { whole->reach.least, whole->reach.most, plot.x, plot.x + plot.width };

  if (self->per_cent)
    scale.most = MAX (scale.most, 100);
  else if (whole->open)
    scale.end -= plot.width * OPEN_SHARE;
  if (scale.most <= scale.least)
    scale.most = scale.least + 1;
  return scale;
}

static void
add_part (const Mix *self, guint position, guint part, double from, double to)
{
  TalChartPlan    *plan = self->plan;
  TalChartValue    value = get_value (self, position, part);
  g_autofree char *text = NULL;
  double           middle = tal_chart_rows_get_middle (self->rows, position);
  TalChartBox      box = tal_chart_bar_find_box (from, to, middle, self->thickness);
  TalChartShape   *bar = NULL;

  box.width = MAX (box.width - PART_GAP, box.width / 2);
  bar = tal_chart_bar_add_part (plan, box, tal_chart_plan_get_mark_ink (plan, part), part, &value);
  bar->series = (int)part;
  bar->position = (int)position;
  if (tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_PLAIN) > box.height)
    return;
  text = tal_chart_text_dup_value (plan->spec, &value);
  tal_chart_bar_add_text_upon (plan, box, tal_chart_bar_is_plain (plan, part, &value),
                               part == 0 ? TAL_CHART_FONT_BOLD : TAL_CHART_FONT_PLAIN,
                               tal_chart_plan_get_on_ink (plan, part), text, TAL_CHART_ALIGN_START);
}

/* From where the known parts end: what is not known stands there. */
static void
add_open_rest (const Mix *self, guint position, double from)
{
  TalChartBox plot = self->rows->plot;
  double      middle = tal_chart_rows_get_middle (self->rows, position);
  TalChartBox box = tal_chart_bar_find_box (MIN (from, plot.x + plot.width), plot.x + plot.width,
                                            middle, self->thickness);
  double      height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_PLAIN);

  tal_chart_plan_add_rectangle (self->plan, box, TAL_CHART_INK_TRACK);
  if (height <= self->thickness)
    tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_PLAIN, TAL_CHART_INK_TEXT, "..",
                             box.x + LABEL_GAP, TAL_CHART_ALIGN_START, middle - height / 2);
}

static void
add_row (const Mix *self, guint position)
{
  Whole         whole = add_up (self, position);
  TalChartScale scale = make_scale (self, &whole);
  double        sum = 0;
  double        middle = tal_chart_rows_get_middle (self->rows, position);

  tal_chart_plan_add_scale (self->plan, scale);
  if (whole.open)
    add_open_rest (self, position, tal_chart_scale_place (&scale, whole.sum));
  for (guint i = 0; i < self->plan->spec->series->len; i++)
    {
      TalChartValue value = get_value (self, position, i);
      double        from = tal_chart_scale_place (&scale, sum);
      double        to;

      if (!tal_chart_value_is_known (&value))
        continue;
      sum += value.value;
      to = tal_chart_scale_place (&scale, sum);
      add_part (self, position, i, from, to);
      tal_chart_plan_add_spot (self->plan, (int)i, (int)position, (TalChartPoint){ to, middle },
                               sum, FALSE);
    }
}

static void
add_legend (TalChartPlan *plan, TalChartBox *room)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TalChartLegendEntry));

  for (guint i = 0; i < plan->spec->series->len; i++)
    {
      TalChartLegendEntry entry = { tal_chart_spec_get_series (plan->spec, i)->name,
                                    tal_chart_plan_get_mark_ink (plan, i), i };

      g_array_append_val (entries, entry);
    }
  tal_chart_legend_add (plan, (const TalChartLegendEntry *)(gconstpointer)entries->data,
                        entries->len, LEGEND_SHARE, room);
}

/* Whether every row is a whole hundred, or what rounding makes of one. */
static gboolean
has_common_scale (const Mix *self)
{
  if (!self->per_cent)
    return FALSE;
  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      Whole whole = add_up (self, i);

      if (whole.reach.least < 0 || whole.reach.most > 100 + ROUNDING)
        return FALSE;
    }
  return TRUE;
}

void
tal_chart_layout_mix (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  Mix                      mix = { .plan = plan, .rows = rows };
  TalChartTicks            ticks = { TAL_DECIMAL (50, 0), 0, 3 };
  TalChartBox              room;
  gboolean                 common;

  tal_chart_plan_add_frame (plan, NULL);
  tal_chart_plan_lower (plan, MOST_PITCH * plan->spec->positions->len);
  room = plan->room;
  plan->geometry->plot = room;
  if (plan->spec->series->len == 0 || plan->spec->positions->len == 0)
    return;

  mix.per_cent = plan->spec->unit == TAL_MEASURE_UNIT_PER_CENT;
  common = has_common_scale (&mix);
  add_legend (plan, &room);
  if (common)
    room.height -= tal_chart_rows_measure_axis (plan);
  tal_chart_rows_add_positions (rows, plan->spec, TRUE);
  tal_chart_rows_place (rows, plan, room, MOST_PITCH);
  plan->geometry->plot = rows->plot;
  mix.thickness = tal_chart_rows_get_thickness (rows, MIN (THICKNESS, rows->pitch * BAR_SHARE));
  if (common)
    tal_chart_rows_add_axis (rows, plan, &ticks);
  tal_chart_rows_add_names (rows, plan);
  for (guint i = 0; i < plan->spec->positions->len; i++)
    add_row (&mix, i);
}
