/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-paint.h"

#include "charts/tal-chart-dash.h"

#include <math.h>

/* Cairo's cost of one stroke grows faster than its points: a long line is painted in pieces. */
#define POINTS_IN_PIECE 64

typedef struct
{
  const TalChartGeometry *geometry;
  const TalChartStyle    *style;
  TalChartTypesetter     *typesetter;
  cairo_t                *cairo;
} Painter;

static void
set_ink (const Painter *self, TalChartInk ink)
{
  guint32 colour = tal_chart_palette_get (self->style->theme, self->style->high_contrast, ink);

  cairo_set_source_rgb (self->cairo, (double)(colour >> 16 & 0xff) / 255,
                        (double)(colour >> 8 & 0xff) / 255, (double)(colour & 0xff) / 255);
}

static void
set_stroke (const Painter *self, const TalChartShape *shape)
{
  guint         length;
  const double *pattern = tal_chart_dash_get_pattern (shape->dash, &length);

  set_ink (self, shape->stroke);
  cairo_set_line_width (self->cairo, shape->stroke_width);
  cairo_set_dash (self->cairo, pattern, (int)length, 0);
}

static void
trace_box (cairo_t *cairo, TalChartBox box, double radius)
{
  double reach = MIN (radius, MIN (box.width, box.height) / 2);

  cairo_new_path (cairo);
  if (reach <= 0)
    {
      cairo_rectangle (cairo, box.x, box.y, box.width, box.height);
      return;
    }

  cairo_arc (cairo, box.x + box.width - reach, box.y + reach, reach, -G_PI / 2, 0);
  cairo_arc (cairo, box.x + box.width - reach, box.y + box.height - reach, reach, 0, G_PI / 2);
  cairo_arc (cairo, box.x + reach, box.y + box.height - reach, reach, G_PI / 2, G_PI);
  cairo_arc (cairo, box.x + reach, box.y + reach, reach, G_PI, G_PI * 3 / 2);
  cairo_close_path (cairo);
}

static void
trace_marker (cairo_t *cairo, const TalChartShape *shape)
{
  TalChartPoint corners[4];
  guint         n_corners = tal_chart_marker_list_corners (shape->marker, shape->box, corners);

  cairo_new_path (cairo);
  if (n_corners == 0)
    cairo_arc (cairo, shape->box.x + shape->box.width / 2, shape->box.y + shape->box.height / 2,
               shape->box.width / 2, 0, 2 * G_PI);
  for (guint i = 0; i < n_corners; i++)
    {
      if (i == 0 || (tal_chart_marker_is_open (shape->marker) && i % 2 == 0))
        cairo_move_to (cairo, corners[i].x, corners[i].y);
      else
        cairo_line_to (cairo, corners[i].x, corners[i].y);
    }
  if (!tal_chart_marker_is_open (shape->marker))
    cairo_close_path (cairo);
}

static void
trace_points (const Painter *self, const TalChartShape *shape, guint from, guint to)
{
  cairo_new_path (self->cairo);
  for (guint i = from; i < to; i++)
    {
      TalChartPoint point =
          g_array_index (self->geometry->points, TalChartPoint, shape->first_point + i);

      cairo_line_to (self->cairo, point.x, point.y);
    }
}

/* In the box that is clipped to: lines of equal x + y, or of equal x - y where they fall, as far
 * from the canvas' corner as multiples of the step say. */
static void
paint_hatch (const Painter *self, const TalChartShape *shape)
{
  double      sign = shape->texture == TAL_CHART_TEXTURE_FALLING ? -1 : 1;
  TalChartBox box = shape->box;
  double      bottom = box.y + box.height;
  double      least = (box.x + MIN (sign * box.y, sign * bottom)) / G_SQRT2;
  double      most = (box.x + box.width + MAX (sign * box.y, sign * bottom)) / G_SQRT2;

  set_ink (self, shape->fill);
  cairo_set_line_width (self->cairo, TAL_CHART_HATCH_WIDTH);
  cairo_set_dash (self->cairo, NULL, 0, 0);
  cairo_new_path (self->cairo);
  for (double step = floor (least / TAL_CHART_HATCH_STEP); step * TAL_CHART_HATCH_STEP < most;
       step++)
    {
      double sum = (step * TAL_CHART_HATCH_STEP + TAL_CHART_HATCH_WIDTH / 2) * G_SQRT2;

      cairo_move_to (self->cairo, sum - sign * box.y, box.y);
      cairo_line_to (self->cairo, sum - sign * bottom, bottom);
    }
  cairo_stroke (self->cairo);
}

static void
paint_dots (const Painter *self, const TalChartShape *shape)
{
  TalChartBox box = shape->box;
  double      step = TAL_CHART_DOT_STEP;

  set_ink (self, shape->fill);
  cairo_new_path (self->cairo);
  for (double y = floor (box.y / step) * step + step / 2; y < box.y + box.height + step; y += step)
    {
      for (double x = floor (box.x / step) * step + step / 2; x < box.x + box.width + step;
           x += step)
        {
          cairo_new_sub_path (self->cairo);
          cairo_arc (self->cairo, x, y, TAL_CHART_DOT_REACH, 0, 2 * G_PI);
        }
    }
  cairo_fill (self->cairo);
}

static void
paint_texture (const Painter *self, const TalChartShape *shape)
{
  cairo_save (self->cairo);
  cairo_clip_preserve (self->cairo);
  set_ink (self, TAL_CHART_INK_GROUND);
  cairo_fill (self->cairo);
  if (shape->texture == TAL_CHART_TEXTURE_DOTTED)
    paint_dots (self, shape);
  else
    paint_hatch (self, shape);
  cairo_restore (self->cairo);
}

/* The path that stands: filled, then stroked. */
static void
paint_traced (const Painter *self, const TalChartShape *shape)
{
  if (shape->fill != TAL_CHART_INK_NONE)
    {
      set_ink (self, shape->fill);
      cairo_fill_preserve (self->cairo);
    }
  if (shape->stroke != TAL_CHART_INK_NONE)
    {
      set_stroke (self, shape);
      cairo_stroke_preserve (self->cairo);
    }
  cairo_new_path (self->cairo);
}

static void
paint_rectangle (const Painter *self, const TalChartShape *shape)
{
  TalChartShape outline = *shape;

  if (shape->texture != TAL_CHART_TEXTURE_PLAIN)
    {
      trace_box (self->cairo, shape->box, shape->radius);
      paint_texture (self, shape);
      outline.fill = TAL_CHART_INK_NONE;
    }
  trace_box (self->cairo, shape->box, shape->radius);
  paint_traced (self, &outline);
}

static void
paint_line (const Painter *self, const TalChartShape *shape)
{
  cairo_set_line_join (self->cairo, CAIRO_LINE_JOIN_ROUND);
  set_stroke (self, shape);
  if (shape->dash != TAL_CHART_DASH_SOLID || shape->n_points <= POINTS_IN_PIECE)
    {
      trace_points (self, shape, 0, shape->n_points);
      cairo_stroke (self->cairo);
      return;
    }

  /* Pieces have a stretch in common, so that the join between them is one of the latter's.
   * Among so many points no eye sees how finely edges are smoothed. */
  cairo_set_antialias (self->cairo, CAIRO_ANTIALIAS_FAST);
  for (guint from = 0; from + 2 < shape->n_points; from += POINTS_IN_PIECE - 2)
    {
      trace_points (self, shape, from, MIN (from + POINTS_IN_PIECE, shape->n_points));
      cairo_stroke (self->cairo);
    }
  cairo_set_antialias (self->cairo, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_shape (const Painter *self, const TalChartShape *shape)
{
  switch (shape->kind)
    {
    case TAL_CHART_SHAPE_RECTANGLE:
      paint_rectangle (self, shape);
      break;
    case TAL_CHART_SHAPE_LINE:
      paint_line (self, shape);
      break;
    case TAL_CHART_SHAPE_POLYGON:
      trace_points (self, shape, 0, shape->n_points);
      cairo_close_path (self->cairo);
      paint_traced (self, shape);
      break;
    case TAL_CHART_SHAPE_MARKER:
      trace_marker (self->cairo, shape);
      paint_traced (self, shape);
      break;
    case TAL_CHART_SHAPE_TEXT:
      set_ink (self, shape->fill);
      cairo_move_to (self->cairo, shape->box.x,
                     shape->box.y +
                         tal_chart_typesetter_get_ascent (self->typesetter, shape->font));
      tal_chart_typesetter_show (self->typesetter, self->cairo, shape->font, shape->text);
      cairo_new_path (self->cairo);
      break;
    }
}

void
tal_chart_paint (const TalChartGeometry *geometry,
                 const TalChartStyle    *style,
                 TalChartTypesetter     *typesetter,
                 cairo_t                *cairo,
                 gboolean                ground)
{
  Painter painter = { geometry, style, typesetter, cairo };

  g_return_if_fail (geometry != NULL && style != NULL && typesetter != NULL && cairo != NULL);

  cairo_save (cairo);
  if (ground)
    {
      set_ink (&painter, TAL_CHART_INK_GROUND);
      cairo_rectangle (cairo, 0, 0, geometry->width, geometry->height);
      cairo_fill (cairo);
    }
  for (guint i = 0; i < geometry->shapes->len; i++)
    paint_shape (&painter, &g_array_index (geometry->shapes, TalChartShape, i));
  cairo_restore (cairo);
}
