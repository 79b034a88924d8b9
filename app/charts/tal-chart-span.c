/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-span.h"

#include "charts/tal-chart-bar.h"

#define CAP_WIDTH 3.0
#define CAP_GAP 1.5
#define ARROW_LENGTH 10.0
#define RADIUS 2.0
/* Dashes become shorter towards an end that nobody knows; of the bar's thickness. */
#define FADE_LENGTH 34.0
/* A decline that no yearly amounts are known of, of the thickness. */
#define DECLINE_END 0.25

static const double dashes[][2] = {
  /* from and to, as parts of the fade */
  { 0.12, 0.42 },
  { 0.54, 0.74 },
  { 0.86, 1.0 },
};

typedef struct
{
  TalChartPlan       *plan;
  const TalChartSpan *span;
  guint               number;
  TalChartInk         ink;
  double              from;
  double              to;
  double              middle;
  double              thickness;
} Bar;

TalChartInk
tal_chart_span_get_ink (const TalChartSpan *span, TalChartInk first)
{
  g_return_val_if_fail (span != NULL, TAL_CHART_INK_NONE);

  if (span->slot == TAL_CHART_SLOT_FREE || span->slot > TAL_CHART_N_SLOTS)
    return first;
  return (TalChartInk)(first + span->slot - 1);
}

guint
tal_chart_span_get_texture_number (const TalChartSpan *span)
{
  g_return_val_if_fail (span != NULL, 0);

  return span->slot == TAL_CHART_SLOT_FREE || span->slot > TAL_CHART_N_SLOTS ? 0 : span->slot - 1;
}

static TalChartShape *
own (const Bar *self, TalChartShape *shape)
{
  shape->series = 0;
  shape->position = (int)self->number;
  return shape;
}

static void
add_stretch (const Bar *self, double from, double to, double share)
{
  TalChartValue  final = { .missing = TAL_MISSING_NOT };
  TalChartBox    box = tal_chart_bar_find_box (from, to, self->middle, self->thickness * share);
  TalChartShape *shape =
      own (self, tal_chart_bar_add_part (self->plan, box, self->ink,
                                         tal_chart_span_get_texture_number (self->span), &final));

  shape->radius = share >= 1 ? RADIUS : 0;
}

static void
add_set (const Bar *self)
{
  double      width = MIN (CAP_WIDTH, self->to - self->from);
  TalChartBox cap = { self->to - width, self->middle - self->thickness / 2 - 2, width,
                      self->thickness + 4 };

  TalChartBox gap = { MAX (cap.x - CAP_GAP, self->from), cap.y, 0, cap.height };

  /* Apart from a bar that may have much the same colour. */
  gap.width = cap.x - gap.x;
  add_stretch (self, self->from, self->to, 1);
  tal_chart_plan_add_rectangle (self->plan, gap, TAL_CHART_INK_GROUND);
  own (self, tal_chart_plan_add_rectangle (self->plan, cap, TAL_CHART_INK_NOT_MET));
}

static void
add_permanent (const Bar *self)
{
  double        length = MIN (ARROW_LENGTH, self->to - self->from);
  double        half = self->thickness / 2;
  double        neck = self->to - length;
  TalChartPoint corners[] = {
    { self->from, self->middle - half }, { neck, self->middle - half },
    { self->to, self->middle },          { neck, self->middle + half },
    { self->from, self->middle + half },
  };

  own (self, tal_chart_plan_add_polygon (self->plan, corners, G_N_ELEMENTS (corners), self->ink));
}

static void
add_fading (const Bar *self)
{
  double length = MIN (FADE_LENGTH, (self->to - self->from) / 2);
  double start = self->to - length;

  add_stretch (self, self->from, start, 1);
  for (guint i = 0; i < G_N_ELEMENTS (dashes); i++)
    add_stretch (self, start + dashes[i][0] * length, start + dashes[i][1] * length, 1);
}

static TalChartValue
get_amount (const TalChartSpan *span, guint year)
{
  if (span->amounts == NULL || year >= span->amounts->len)
    return TAL_CHART_VALUE_UNKNOWN;
  return g_array_index (span->amounts, TalChartValue, year);
}

static double
find_most (const TalChartSpan *span)
{
  double most = 0;

  for (guint i = 0; span->amounts != NULL && i < span->amounts->len; i++)
    {
      TalChartValue amount = get_amount (span, i);

      if (tal_chart_value_is_known (&amount))
        most = MAX (most, amount.value);
    }
  return most;
}

/* As thick each year as the year's amount says; a year that is not known is an empty outline. */
static void
add_year (const Bar *self, guint year, double from, double to, double most)
{
  TalChartValue  amount = get_amount (self->span, year);
  double         half = self->thickness / 2;
  TalChartBox    box = { from + 0.5, self->middle - half + 0.5, MAX (to - from - 1, 0),
                         self->thickness - 1 };
  TalChartShape *shape = NULL;

  if (tal_chart_value_is_known (&amount))
    {
      add_stretch (self, from, to, CLAMP (amount.value / most, 0, 1));
      return;
    }
  shape = own (self, tal_chart_plan_add_rectangle (self->plan, box, TAL_CHART_INK_GROUND));
  shape->stroke = self->ink;
  shape->stroke_width = 1;
  shape->dash = TAL_CHART_DASH_SHORT;
}

static void
add_taper (const Bar *self)
{
  double        half = self->thickness / 2;
  double        end = half * DECLINE_END;
  TalChartPoint corners[] = {
    { self->from, self->middle - half },
    { self->to, self->middle - end },
    { self->to, self->middle + end },
    { self->from, self->middle + half },
  };

  own (self, tal_chart_plan_add_polygon (self->plan, corners, G_N_ELEMENTS (corners), self->ink));
}

static void
add_declining (const Bar *self, const TalChartScale *years)
{
  double most = find_most (self->span);

  if (most <= 0)
    {
      add_taper (self);
      return;
    }
  for (guint i = 0; self->span->first_year + (double)i < self->span->last; i++)
    {
      double from = tal_chart_scale_place (years, self->span->first_year + (double)i);
      double to = tal_chart_scale_place (years, self->span->first_year + (double)i + 1);

      from = CLAMP (from, self->from, self->to);
      to = CLAMP (to, self->from, self->to);
      if (to > from)
        add_year (self, i, from, to, most);
    }
}

void
tal_chart_span_add (
    TalChartPlan *plan, guint number, const TalChartScale *years, double middle, double thickness)
{
  Bar bar = { .plan = plan, .number = number, .middle = middle, .thickness = thickness };

  g_return_if_fail (plan != NULL && years != NULL);
  g_return_if_fail (number < plan->spec->spans->len);

  bar.span = g_ptr_array_index (plan->spec->spans, number);
  bar.ink = tal_chart_span_get_ink (bar.span, TAL_CHART_INK_SERIES);
  bar.from = tal_chart_scale_place (years, bar.span->first);
  bar.to = tal_chart_scale_place (years, MAX (bar.span->last, bar.span->first));
  tal_chart_plan_add_spot (plan, 0, (int)number, (TalChartPoint){ bar.from, middle },
                           bar.span->first, FALSE);
  switch (bar.span->end)
    {
    case TAL_CHART_END_OPEN:
      add_stretch (&bar, bar.from, bar.to, 1);
      break;
    case TAL_CHART_END_SET:
      add_set (&bar);
      break;
    case TAL_CHART_END_NOT_SET:
      add_fading (&bar);
      break;
    case TAL_CHART_END_PERMANENT:
      add_permanent (&bar);
      break;
    case TAL_CHART_END_DECLINING:
      add_declining (&bar, years);
      break;
    }
}
