/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-point-label.h"

/* Between the point's edge and the text. */
#define GAP 2.0
/* What else is tried where that is not clear. */
#define FARTHER 9.0
#define FARTHEST 18.0
/* Between the text and a line. */
#define CLEARANCE 1.5

/* Narrows the part of a segment, from 0 to 1, to where one coordinate is between two limits; as
 * Liang and Barsky clip lines. */
static void
clip (double from, double to, double least, double most, double *start, double *end)
{
  double first;
  double second;

  if (to <= from && to >= from)
    {
      if (from < least || from > most)
        *end = -1;
      return;
    }

  first = (least - from) / (to - from);
  second = (most - from) / (to - from);
  *start = MAX (*start, MIN (first, second));
  *end = MIN (*end, MAX (first, second));
}

static gboolean
is_crossed_by (const TalChartPlan *plan, TalChartBox box, const TalChartShape *shape)
{
  const TalChartPoint *points =
      &g_array_index (plan->geometry->points, TalChartPoint, shape->first_point);
  double clear = CLEARANCE + shape->stroke_width / 2;

  for (guint i = 1; i < shape->n_points; i++)
    {
      double start = 0;
      double end = 1;

      clip (points[i - 1].x, points[i].x, box.x - clear, box.x + box.width + clear, &start, &end);
      clip (points[i - 1].y, points[i].y, box.y - clear, box.y + box.height + clear, &start, &end);
      if (start <= end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_crossed (const TalChartPlan *plan, TalChartBox box, guint first_shape)
{
  for (guint i = first_shape; i < plan->geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (plan->geometry->shapes, TalChartShape, i);

      if (shape->kind == TAL_CHART_SHAPE_LINE && is_crossed_by (plan, box, shape))
        return TRUE;
      if (shape->kind == TAL_CHART_SHAPE_MARKER && tal_chart_box_overlaps (box, shape->box))
        return TRUE;
    }
  return FALSE;
}

TalChartShape *
tal_chart_point_label_add (TalChartPlan     *plan,
                           TalChartFont      font,
                           TalChartInk       ink,
                           const char       *text,
                           TalChartPoint     point,
                           double            reach,
                           TalChartPointSide side,
                           TalChartBox       plot,
                           guint             first_shape)
{
  static const struct
  {
    TalChartPointSide side;
    double            farther;
  } tries[] = {
    { TAL_CHART_POINT_SIDE_ABOVE, 0 },        { TAL_CHART_POINT_SIDE_BELOW, 0 },
    { TAL_CHART_POINT_SIDE_ABOVE, FARTHER },  { TAL_CHART_POINT_SIDE_BELOW, FARTHER },
    { TAL_CHART_POINT_SIDE_ABOVE, FARTHEST },
  };
  TalChartBox box;

  g_return_val_if_fail (plan != NULL && text != NULL, NULL);

  box = tal_chart_plan_measure_text (plan, font, text, point.x, TAL_CHART_ALIGN_MIDDLE, 0);
  box.x = MAX (MIN (box.x, plot.x + plot.width - box.width), plot.x);
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    {
      TalChartShape *shape = NULL;
      double         away = reach + GAP + tries[i].farther;

      if (side != TAL_CHART_POINT_SIDE_EITHER && side != tries[i].side)
        continue;
      box.y = tries[i].side == TAL_CHART_POINT_SIDE_ABOVE ? point.y - away - box.height
                                                          : point.y + away;
      if (box.y + box.height > plot.y + plot.height || is_crossed (plan, box, first_shape))
        continue;
      shape = tal_chart_plan_add_text (plan, font, ink, text, box.x, TAL_CHART_ALIGN_START, box.y);
      if (shape != NULL)
        return shape;
    }
  return NULL;
}
