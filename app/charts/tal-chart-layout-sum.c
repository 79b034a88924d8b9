/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One bar of parts in absolute numbers, what they are called beneath them and what they come to
 * behind it.  It writes Danish by rule, whatever the language of the program: these stand in the
 * committee's own papers. */

#include "base/tal-fraction.h"
#include "charts/tal-chart-bar.h"
#include "charts/tal-chart-block.h"
#include "charts/tal-chart-layout.h"
#include "charts/tal-chart-legend.h"
#include "charts/tal-chart-text.h"

#define LEAST_THICKNESS 32.0
#define MOST_THICKNESS 90.0
/* Of the room's height. */
#define THICKNESS 0.3
#define PART_GAP 1.6
#define LABEL_GAP 6.0
#define TOTAL_GAP 12.0
/* Of the width: what the total may take, and what is left open where a part is not known. */
#define MOST_TOTAL 0.35
#define OPEN_SHARE 0.12
/* Lines of text that parts are named in beneath the bar. */
#define LABEL_LINES 3

typedef struct
{
  TalChartPlan         *plan;
  const TalChartSeries *series;
  TalChartBox           bar;
  TalChartScale         scale;
  double                sum;
  gboolean              open;
} Sum;

static gboolean
is_part (const Sum *self, guint position)
{
  return tal_chart_spec_get_position (self->plan->spec, position)->place != TAL_CHART_PLACE_TOTAL;
}

static TalChartInk
get_ink (guint position, TalChartInk first)
{
  return (TalChartInk)(first + position % TAL_CHART_N_SLOTS);
}

static void
add_up (Sum *self)
{
  self->scale = (TalChartScale){ 0, 0, 0, 0 };
  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      TalChartValue value = tal_chart_series_get (self->series, i);
      gboolean      known = tal_chart_value_is_known (&value);

      if (is_part (self, i))
        {
          self->sum += known ? value.value : 0;
          self->open = self->open || !known;
        }
      self->scale.least = MIN (self->scale.least, is_part (self, i) ? self->sum
                                                  : known           ? value.value
                                                                    : 0);
      self->scale.most = MAX (self->scale.most, is_part (self, i) ? self->sum
                                                : known           ? value.value
                                                                  : 0);
    }
  if (self->scale.most <= self->scale.least)
    self->scale.most = self->scale.least + 1;
}

/* The parts added up exactly; unknown where one of them is. */
static TalChartValue
compute_total (const Sum *self)
{
  TalFraction   total = tal_fraction_from_integer (0);
  TalDecimal    shown;
  TalChartValue value = TAL_CHART_VALUE_UNKNOWN;
  guint8        scale = 0;

  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      TalChartValue part = tal_chart_series_get (self->series, i);

      if (!tal_chart_value_is_known (&part))
        return TAL_CHART_VALUE_UNKNOWN;
      total = tal_fraction_add (total, tal_fraction_from_decimal (part.shown));
      scale = MAX (scale, part.shown.scale);
      if (part.state != TAL_FIGURE_FINAL)
        value.state = part.state;
      if (part.approximation != TAL_APPROXIMATION_EXACT)
        value.approximation = TAL_APPROXIMATION_ABOUT;
    }
  if (!tal_fraction_round (total, scale, &shown))
    return TAL_CHART_VALUE_UNKNOWN;
  value.missing = TAL_MISSING_NOT;
  value.shown = shown;
  return value;
}

/* "55 i alt"; what the spec calls its own total; NULL where it is not known. */
static char *
dup_total (const Sum *self)
{
  TalChartValue    total = TAL_CHART_VALUE_UNKNOWN;
  const char      *label = "i alt";
  g_autofree char *number = NULL;

  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      if (is_part (self, i))
        continue;
      total = tal_chart_series_get (self->series, i);
      label = tal_chart_spec_get_position (self->plan->spec, i)->label;
      number = tal_chart_text_dup_value_with_unit (self->plan->spec, &total);
      return g_strdup_printf ("%s %s", number, label != NULL ? label : "i alt");
    }
  total = compute_total (self);
  if (!tal_chart_value_is_known (&total))
    return NULL;
  number = tal_chart_text_dup_value_with_unit (self->plan->spec, &total);
  return g_strdup_printf ("%s %s", number, label);
}

/* Behind the bar, which is shortened by it. */
static void
add_total (Sum *self)
{
  g_autofree char *text = dup_total (self);
  TalChartBox      box = self->bar;
  double           line = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_BOLD);
  double           width;

  if (text == NULL)
    return;
  width = tal_chart_typesetter_measure (self->plan->typesetter, TAL_CHART_FONT_BOLD, text);
  width = MIN (width + 0.01, self->bar.width * MOST_TOTAL);
  box.x += box.width - width;
  box.width = width;
  box.height = MAX (box.height, MIN (3 * line, self->plan->room.height));
  box.y = MAX (self->bar.y + (self->bar.height - box.height) / 2, self->plan->room.y);
  if (tal_chart_block_add (self->plan, TAL_CHART_FONT_BOLD, TAL_CHART_INK_TEXT, text, box,
                           TAL_CHART_ALIGN_START))
    self->bar.width -= width + TOTAL_GAP;
}

static const char *
get_label (const Sum *self, guint position)
{
  const char *label = tal_chart_spec_get_position (self->plan->spec, position)->label;

  return label != NULL ? label : "";
}

/* Adds the bar of a part; returns whether its figure stands upon it. */
static gboolean
add_part (const Sum *self, guint position, TalChartBox box)
{
  TalChartPlan    *plan = self->plan;
  TalChartValue    value = tal_chart_series_get (self->series, position);
  g_autofree char *text = tal_chart_text_dup_value (plan->spec, &value);
  TalChartShape   *shape = NULL;

  shape = tal_chart_bar_add_part (plan, box, get_ink (position, TAL_CHART_INK_SERIES), position,
                                  &value);
  shape->radius = 2;
  shape->series = 0;
  shape->position = (int)position;
  return tal_chart_bar_add_text_upon (plan, box, tal_chart_bar_is_plain (plan, position, &value),
                                      TAL_CHART_FONT_BOLD, get_ink (position, TAL_CHART_INK_ON),
                                      text, TAL_CHART_ALIGN_START) != NULL;
}

/* "31 efter virksomhedspraktik": said beneath, where it is not said upon the bar. */
static char *
dup_named_value (const Sum *self, guint position)
{
  TalChartValue    value = tal_chart_series_get (self->series, position);
  g_autofree char *number = tal_chart_text_dup_value (self->plan->spec, &value);

  return g_strdup_printf ("%s %s", number, get_label (self, position));
}

static TalChartBox
find_label_box (const Sum *self, double from, double to)
{
  double line = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  double top = self->bar.y + self->bar.height + LABEL_GAP;
  double bottom = self->plan->room.y + self->plan->room.height;

  return (TalChartBox){ MIN (from, to), top, MAX (ABS (to - from) - LABEL_GAP, 0),
                        MIN (LABEL_LINES * line, bottom - top) };
}

/* The label under its part, from its top. */
static void
add_label (const Sum *self, guint position, TalChartBox box)
{
  g_autoptr (GPtrArray) lines =
      tal_chart_typesetter_wrap (self->plan->typesetter, TAL_CHART_FONT_SMALL,
                                 get_label (self, position), box.width, LABEL_LINES);

  box.height = lines->len * tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_SMALL);
  tal_chart_block_add_lines (self->plan, TAL_CHART_FONT_SMALL,
                             get_ink (position, TAL_CHART_INK_NAME), lines, box,
                             TAL_CHART_ALIGN_START);
}

/* The known parts from zero on.  Returns whether each part has its figure upon it and room for its
 * label beneath. */
static gboolean
add_parts (const Sum *self)
{
  double   sum = 0;
  gboolean whole = TRUE;

  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      TalChartValue value = tal_chart_series_get (self->series, i);
      double        from = tal_chart_scale_place (&self->scale, sum);
      double        to;
      TalChartBox   box;

      if (!tal_chart_value_is_known (&value))
        {
          whole = whole && !is_part (self, i);
          continue;
        }
      sum = is_part (self, i) ? sum + value.value : value.value;
      to = tal_chart_scale_place (&self->scale, sum);
      tal_chart_plan_add_spot (self->plan, 0, (int)i,
                               (TalChartPoint){ to, self->bar.y + self->bar.height / 2 }, sum,
                               FALSE);
      if (!is_part (self, i))
        continue;
      box = tal_chart_bar_find_box (from, to, self->bar.y + self->bar.height / 2, self->bar.height);
      box.width = MAX (box.width - PART_GAP, box.width / 2);
      whole = add_part (self, i, box) && whole;
      whole = whole && tal_chart_block_fits (self->plan, TAL_CHART_FONT_SMALL, get_label (self, i),
                                             find_label_box (self, from, to));
    }
  return whole;
}

static void
add_labels (const Sum *self)
{
  double sum = 0;

  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      TalChartValue value = tal_chart_series_get (self->series, i);
      double        from = tal_chart_scale_place (&self->scale, sum);

      if (!is_part (self, i))
        continue;
      sum += value.value;
      add_label (self, i, find_label_box (self, from, tal_chart_scale_place (&self->scale, sum)));
    }
}

/* Where parts are too narrow for their names: all of them in a list beneath. */
static void
add_list (const Sum *self)
{
  g_autoptr (GArray)    entries = g_array_new (FALSE, FALSE, sizeof (TalChartLegendEntry));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  double                bottom = self->plan->room.y + self->plan->room.height;
  TalChartBox           room = self->plan->room;

  for (guint i = 0; i < self->plan->spec->positions->len; i++)
    {
      TalChartLegendEntry entry = { NULL, get_ink (i, TAL_CHART_INK_SERIES), i };
      char               *name = dup_named_value (self, i);

      entry.name = name;
      g_ptr_array_add (names, name);
      if (is_part (self, i))
        g_array_append_val (entries, entry);
    }
  room.y = self->bar.y + self->bar.height + LABEL_GAP;
  room.height = MAX (bottom - room.y, 0);
  tal_chart_legend_add (self->plan, (const TalChartLegendEntry *)(gconstpointer)entries->data,
                        entries->len, 1, &room);
}

static void
add_open_rest (const Sum *self)
{
  double      height = tal_chart_plan_get_text_height (self->plan, TAL_CHART_FONT_PLAIN);
  TalChartBox box = self->bar;

  box.x = self->scale.end;
  box.width = self->bar.x + self->bar.width - box.x;
  tal_chart_plan_add_rectangle (self->plan, box, TAL_CHART_INK_TRACK);
  if (height <= box.height)
    tal_chart_plan_add_text (self->plan, TAL_CHART_FONT_PLAIN, TAL_CHART_INK_TEXT, "..",
                             box.x + LABEL_GAP, TAL_CHART_ALIGN_START,
                             box.y + (box.height - height) / 2);
}

void
tal_chart_layout_sum (TalChartPlan *plan)
{
  Sum    sum = { .plan = plan };
  double thickness;
  double line;

  tal_chart_plan_add_frame (plan, NULL);
  plan->geometry->plot = plan->room;
  if (plan->spec->series->len == 0 || plan->spec->positions->len == 0)
    return;

  sum.series = tal_chart_spec_get_series (plan->spec, 0);
  thickness = MIN (CLAMP (plan->room.height * THICKNESS, LEAST_THICKNESS, MOST_THICKNESS),
                   plan->room.height);
  line = tal_chart_plan_get_text_height (plan, TAL_CHART_FONT_SMALL);
  tal_chart_plan_lower (plan, thickness + LABEL_GAP +
                                  line * MAX (LABEL_LINES, plan->spec->positions->len));
  sum.bar = plan->room;
  sum.bar.height = thickness;
  add_up (&sum);
  add_total (&sum);
  plan->geometry->plot = sum.bar;
  sum.scale.start = sum.bar.x;
  sum.scale.end = sum.bar.x + sum.bar.width * (sum.open ? 1 - OPEN_SHARE : 1);
  tal_chart_plan_add_scale (plan, sum.scale);
  if (sum.open)
    add_open_rest (&sum);
  if (add_parts (&sum))
    add_labels (&sum);
  else
    add_list (&sum);
}
