/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-point-label.h"

/* Between the point's edge and the text. */
#define GAP 2.0
/* What else is tried where that is not clear. */
#define FARTHER 9.0
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
tal_chart_point_label_add (TalChartPlan *plan,
                           const char   *text,
                           TalChartInk   ink,
                           TalChartPoint point,
                           double        reach,
                           TalChartBox   plot,
                           guint         first_shape)
{
  TalChartBox    box;
  TalChartShape *shape = NULL;
  double         tops[5];

  g_return_val_if_fail (plan != NULL && text != NULL, NULL);

  box = tal_chart_plan_measure_text (plan, TAL_CHART_FONT_BOLD, text, point.x,
                                     TAL_CHART_ALIGN_MIDDLE, 0);
  box.x = MAX (MIN (box.x, plot.x + plot.width - box.width), plot.x);
  tops[0] = point.y - reach - GAP - box.height;
  tops[1] = point.y + reach + GAP;
  tops[2] = tops[0] - FARTHER;
  tops[3] = tops[1] + FARTHER;
  tops[4] = tops[2] - FARTHER;
  for (guint i = 0; shape == NULL && i < G_N_ELEMENTS (tops); i++)
    {
      box.y = tops[i];
      if (box.y + box.height <= plot.y + plot.height && !is_crossed (plan, box, first_shape))
        shape = tal_chart_plan_add_text (plan, TAL_CHART_FONT_BOLD, ink, text, box.x,
                                         TAL_CHART_ALIGN_START, box.y);
    }
  return shape;
}
