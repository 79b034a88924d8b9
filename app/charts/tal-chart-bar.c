/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-bar.h"

#define OUTLINE_WIDTH 1.2
/* Between the end of a bar and the text inside it. */
#define TEXT_INSET 6.0
#define LEAST_INSET 2.5
#define GROUND_INSET 2.5

/* In the order of the parts; the first is what the chart is about. */
static const TalChartTexture textures[] = {
  TAL_CHART_TEXTURE_PLAIN,
  TAL_CHART_TEXTURE_FALLING,
  TAL_CHART_TEXTURE_DOTTED,
};

TalChartBox
tal_chart_bar_find_box (double from, double to, double middle, double thickness)
{
  return (TalChartBox){ MIN (from, to), middle - thickness / 2, MAX (from, to) - MIN (from, to),
                        thickness };
}

/* A grey that hardly stands out from the ground has an edge. */
static TalChartInk
find_edge (TalChartInk ink, TalChartTexture texture)
{
  if (ink > TAL_CHART_INK_REST && ink <= TAL_CHART_INK_REST_LAST)
    return TAL_CHART_INK_REST_EDGE;
  return texture == TAL_CHART_TEXTURE_PLAIN ? TAL_CHART_INK_NONE : ink;
}

static TalChartShape *
add_bar (TalChartPlan *plan, TalChartBox box, TalChartInk ink, TalChartTexture texture)
{
  TalChartShape *shape = NULL;
  TalChartInk    edge = find_edge (ink, texture);
  double         inset = MIN (OUTLINE_WIDTH / 2, MIN (box.width, box.height) / 4);
  TalChartBox    inner = { box.x + inset, box.y + inset, box.width - 2 * inset,
                           box.height - 2 * inset };

  if (edge == TAL_CHART_INK_NONE)
    return tal_chart_plan_add_rectangle (plan, box, ink);

  /* The outer edge of the outline is where the bar ends. */
  shape = tal_chart_plan_add_rectangle (plan, inner, ink);
  shape->texture = texture;
  shape->stroke = edge;
  shape->stroke_width = 2 * inset;
  return shape;
}

TalChartShape *
tal_chart_bar_add (
    TalChartPlan *plan, TalChartBox box, TalChartInk ink, double radius, const TalChartValue *value)
{
  TalChartShape *shape = NULL;

  g_return_val_if_fail (plan != NULL && value != NULL, NULL);

  shape = add_bar (plan, box, ink,
                   value->state == TAL_FIGURE_FINAL ? TAL_CHART_TEXTURE_PLAIN
                                                    : TAL_CHART_TEXTURE_HATCHED);
  shape->radius = radius;
  return shape;
}

static TalChartTexture
choose_texture (const TalChartPlan *plan, guint number, const TalChartValue *value)
{
  if (value->state != TAL_FIGURE_FINAL)
    return TAL_CHART_TEXTURE_HATCHED;
  return plan->style->patterns ? textures[number % G_N_ELEMENTS (textures)]
                               : TAL_CHART_TEXTURE_PLAIN;
}

gboolean
tal_chart_bar_is_plain (const TalChartPlan *plan, guint number, const TalChartValue *value)
{
  g_return_val_if_fail (plan != NULL && value != NULL, FALSE);

  return choose_texture (plan, number, value) == TAL_CHART_TEXTURE_PLAIN;
}

TalChartShape *
tal_chart_bar_add_part (
    TalChartPlan *plan, TalChartBox box, TalChartInk ink, guint number, const TalChartValue *value)
{
  g_return_val_if_fail (plan != NULL && value != NULL, NULL);

  return add_bar (plan, box, ink, choose_texture (plan, number, value));
}

static double
find_x (TalChartBox box, TalChartAlign align)
{
  switch (align)
    {
    case TAL_CHART_ALIGN_START:
      return box.x + TEXT_INSET;
    case TAL_CHART_ALIGN_MIDDLE:
      break;
    case TAL_CHART_ALIGN_END:
      return box.x + box.width - TEXT_INSET;
    }
  return box.x + box.width / 2;
}

TalChartShape *
tal_chart_bar_add_text_upon (TalChartPlan *plan,
                             TalChartBox   box,
                             gboolean      plain,
                             TalChartFont  font,
                             TalChartInk   ink,
                             const char   *text,
                             TalChartAlign align)
{
  TalChartBox place;
  double      height;

  g_return_val_if_fail (plan != NULL && text != NULL, NULL);

  height = tal_chart_plan_get_text_height (plan, font);
  if (height > box.height || box.width <= 2 * LEAST_INSET)
    return NULL;
  place = tal_chart_plan_measure_text (plan, font, text, find_x (box, align), align,
                                       box.y + (box.height - height) / 2);
  if (place.width + 2 * LEAST_INSET > box.width)
    return NULL;
  if (place.width + 2 * TEXT_INSET > box.width)
    place.x = box.x + (box.width - place.width) / 2;
  if (!tal_chart_plan_is_free (plan, place, 0))
    return NULL;
  if (!plain)
    tal_chart_plan_add_rectangle (plan,
                                  (TalChartBox){ place.x - GROUND_INSET, place.y,
                                                 place.width + 2 * GROUND_INSET, place.height },
                                  TAL_CHART_INK_GROUND);
  return tal_chart_plan_add_text (plan, font, plain ? ink : TAL_CHART_INK_TEXT, text, place.x,
                                  TAL_CHART_ALIGN_START, place.y);
}
