/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that lie, one for each named thing, from zero; of several series one under the other,
 * the last the darkest.  Where every bar has its figure behind its end there is no axis. */

#include "charts/tal-chart-bar.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-legend.h"
#include "charts/tal-chart-rows.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-value-axis.h"

#define LEGEND_SHARE 0.35
#define MOST_PITCH 120.0
/* Of the width: names that are this long leave bars enough. */
#define MOST_NAMES 0.54
#define MOST_THICKNESS 52.0
/* Of a row. */
#define BARS_SHARE 0.64
#define RADIUS 3.0
#define LABEL_GAP 6.0
#define GROUP_GAP 6.0
/* Numbers beside one another take more room than below one another. */
#define TICK_SHARE 0.6
/* Of the plot's width; labels that take more give way to an axis. */
#define MOST_LABELS 0.6
/* With more than these the last no longer stands out against greys. */
#define MOST_GREYED 4

typedef struct
{
  TalChartPlan *plan;
  TalChartRows *rows;
  TalChartScale scale;
  TalChartFont  font;
  double        thickness;      /* of one bar */
  guint         first_labelled; /* series from here on have figures at their bars */
} Bars;

static TalChartInk
choose_ink (const TalChartPlan *plan, guint number)
{
  guint length = plan->spec->series->len;

  if (tal_chart_spec_get_series (plan->spec, number)->slot != TAL_CHART_SLOT_FREE ||
      length > MOST_GREYED)
    return tal_chart_plan_get_mark_ink (plan, number);
  if (number + 1 == length)
    return TAL_CHART_INK_SERIES;
  return (TalChartInk)(TAL_CHART_INK_REST + length - number - 2);
}

/* Greys are told apart without textures; colours in grey print are not. */
static guint
get_texture_number (const TalChartPlan *plan, guint number)
{
  return plan->spec->series->len > MOST_GREYED ? number : 0;
}

static void
add_legend (TalChartPlan *plan, TalChartBox *room)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (TalChartLegendEntry));

  for (guint i = 0; i < plan->spec->series->len; i++)
    {
      TalChartLegendEntry entry = { tal_chart_spec_get_series (plan->spec, i)->name,
                                    choose_ink (plan, i), get_texture_number (plan, i) };

      g_array_append_val (entries, entry);
    }
  if (entries->len > 1)
    tal_chart_legend_add (plan, (const TalChartLegendEntry *)(gconstpointer)entries->data,
                          entries->len, LEGEND_SHARE, room);
}

/* What labels take to the left of the plot and to its right. */
static void
measure_labels (const Bars *self, double *ret_left, double *ret_right)
{
  const TalChartSpec *spec = self->plan->spec;

  for (guint i = 0; i < spec->positions->len; i++)
    {
      for (guint j = self->first_labelled; j < spec->series->len; j++)
        {
          TalChartValue    value = tal_chart_series_get (tal_chart_spec_get_series (spec, j), i);
          g_autofree char *text = tal_chart_text_dup_value_with_unit (spec, &value);
          double           width =
              tal_chart_typesetter_measure (self->plan->typesetter, self->font, text) + LABEL_GAP;

          if (tal_chart_value_is_known (&value) && value.value < 0)
            *ret_left = MAX (*ret_left, width);
          else
            *ret_right = MAX (*ret_right, width);
        }
    }
}

/* FALSE where bars that leave room for the labels would be too short. */
static gboolean
make_room_for_labels (Bars *self)
{
  TalChartBox *plot = &self->rows->plot;
  double       left = 0;
  double       right = 0;

  measure_labels (self, &left, &right);
  if (left + right > plot->width * MOST_LABELS)
    return FALSE;

  plot->x += left;
  plot->width -= left + right;
  return TRUE;
}

static void
place_without_axis (Bars *self, TalChartReach reach)
{
  TalChartBox plot = self->rows->plot;
  double      zero;

  self->scale = (TalChartScale){ reach.least, reach.most, plot.x, plot.x + plot.width };
  tal_chart_plan_add_scale (self->plan, self->scale);
  zero = tal_chart_scale_place (&self->scale, 0);
  tal_chart_plan_add_line (self->plan,
                           (TalChartPoint[]){ { zero, plot.y }, { zero, plot.y + plot.height } }, 2,
                           TAL_CHART_INK_ZERO_LINE, 1);
}

/* An axis, as not every bar has its figure: only those of the last series, where they have room. */
static void
place_on_axis (Bars *self, TalChartReach reach, TalChartBox room)
{
  TalChartTicks ticks;

  room.height -= tal_chart_rows_measure_axis (self->plan);
  tal_chart_rows_place (self->rows, self->plan, room, MOST_PITCH);
  self->first_labelled = self->plan->spec->series->len - 1;
  if (!tal_chart_rows_hold_text (self->rows, self->plan, self->font) ||
      !make_room_for_labels (self))
    self->first_labelled++;
  ticks = tal_chart_value_axis_choose_ticks (reach, self->rows->plot.width * TICK_SHARE);
  self->scale = tal_chart_rows_add_axis (self->rows, self->plan, &ticks);
}

static void
add_label (const Bars *self, const TalChartValue *value, gboolean last, double end, double middle)
{
  g_autofree char *text = tal_chart_text_dup_value_with_unit (self->plan->spec, value);
  double           height = tal_chart_plan_get_text_height (self->plan, self->font);
  gboolean         left = tal_chart_value_is_known (value) && value->value < 0;
  TalChartInk      ink =
      last && tal_chart_value_is_known (value) ? TAL_CHART_INK_TEXT : TAL_CHART_INK_DIM_TEXT;

  tal_chart_plan_add_text (self->plan, self->font, ink, text,
                           left ? end - LABEL_GAP : end + LABEL_GAP,
                           left ? TAL_CHART_ALIGN_END : TAL_CHART_ALIGN_START, middle - height / 2);
}

static void
add_bar (const Bars *self, guint position, guint number)
{
  TalChartPlan *plan = self->plan;
  guint         length = plan->spec->series->len;
  TalChartValue value =
      tal_chart_series_get (tal_chart_spec_get_series (plan->spec, number), position);
  double middle = tal_chart_rows_get_middle (self->rows, position) +
                  self->thickness * (number - (length - 1) / 2.0);
  double         zero = tal_chart_scale_place (&self->scale, 0);
  double         end = zero;
  TalChartShape *bar = NULL;

  if (tal_chart_value_is_known (&value))
    {
      end = tal_chart_scale_place (&self->scale, value.value);
      bar = tal_chart_bar_add_part (plan,
                                    tal_chart_bar_find_box (zero, end, middle,
                                                            self->thickness * 0.94),
                                    choose_ink (plan, number), get_texture_number (plan, number),
                                    &value);
      bar->radius = RADIUS;
      bar->series = (int)number;
      bar->position = (int)position;
      tal_chart_plan_add_spot (plan, (int)number, (int)position, (TalChartPoint){ end, middle },
                               value.value, FALSE);
    }
  if (number >= self->first_labelled)
    add_label (self, &value, number + 1 == length, end, middle);
}

static void
place (Bars *self, TalChartBox room)
{
  TalChartPlan *plan = self->plan;
  guint         length = plan->spec->series->len;
  TalChartReach reach = tal_chart_value_axis_find_reach (plan->spec);
  double        line;

  reach.least = MIN (reach.least, 0);
  reach.most = MAX (reach.most, 0);
  self->font = length > 1 ? TAL_CHART_FONT_SMALL : TAL_CHART_FONT_BOLD;
  line = tal_chart_plan_get_text_height (plan, self->font);
  tal_chart_rows_place (self->rows, plan, room, MOST_PITCH);
  if (self->rows->pitch >= line * length + (length > 1 ? GROUP_GAP : 0) &&
      make_room_for_labels (self))
    place_without_axis (self, reach);
  else
    place_on_axis (self, reach, room);
  self->thickness = MIN (self->rows->pitch * BARS_SHARE, MOST_THICKNESS * length) / length;
  if (self->first_labelled == 0 && length > 1)
    self->thickness = MAX (self->thickness, line);
}

void
tal_chart_layout_distribution (TalChartPlan *plan)
{
  g_autoptr (TalChartRows) rows = tal_chart_rows_new ();
  Bars                     bars = { .plan = plan, .rows = rows };
  TalChartBox              room;

  tal_chart_plan_add_frame (plan, NULL);
  tal_chart_plan_lower (plan, MOST_PITCH * plan->spec->positions->len);
  room = plan->room;
  plan->geometry->plot = room;
  if (plan->spec->series->len == 0 || plan->spec->positions->len == 0)
    return;

  add_legend (plan, &room);
  tal_chart_rows_add_positions (rows, plan->spec, TRUE);
  rows->most_names = MOST_NAMES;
  place (&bars, room);
  tal_chart_rows_add_names (rows, plan);
  plan->geometry->plot = rows->plot;
  for (guint i = 0; i < plan->spec->positions->len; i++)
    {
      for (guint j = 0; j < plan->spec->series->len; j++)
        add_bar (&bars, i, j);
    }
}
