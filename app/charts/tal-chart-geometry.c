/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-geometry.h"

#include "base/tal-decimal.h"

#include <math.h>

/* What arithmetic may be off by. */
#define HAIR 0.01

static const char *const shape_names[] = {
  [TAL_CHART_SHAPE_RECTANGLE] = "rectangle", [TAL_CHART_SHAPE_LINE] = "line",
  [TAL_CHART_SHAPE_POLYGON] = "polygon",     [TAL_CHART_SHAPE_MARKER] = "marker",
  [TAL_CHART_SHAPE_TEXT] = "text",
};

static const char *const dash_names[] = {
  [TAL_CHART_DASH_SOLID] = "solid",   [TAL_CHART_DASH_LONG] = "long",
  [TAL_CHART_DASH_SHORT] = "short",   [TAL_CHART_DASH_MIXED] = "mixed",
  [TAL_CHART_DASH_DOTTED] = "dotted", [TAL_CHART_DASH_UNCERTAIN] = "uncertain",
};

static const char *const texture_names[] = {
  [TAL_CHART_TEXTURE_PLAIN] = "plain",
  [TAL_CHART_TEXTURE_HATCHED] = "hatched",
  [TAL_CHART_TEXTURE_FALLING] = "falling",
  [TAL_CHART_TEXTURE_DOTTED] = "dotted",
};

static const char *const marker_names[] = {
  [TAL_CHART_MARKER_CIRCLE] = "circle",     [TAL_CHART_MARKER_SQUARE] = "square",
  [TAL_CHART_MARKER_TRIANGLE] = "triangle", [TAL_CHART_MARKER_DIAMOND] = "diamond",
  [TAL_CHART_MARKER_CROSS] = "cross",       [TAL_CHART_MARKER_CHECK] = "check",
};

gboolean
tal_chart_box_overlaps (TalChartBox a, TalChartBox b)
{
  return a.x + HAIR < b.x + b.width && b.x + HAIR < a.x + a.width && a.y + HAIR < b.y + b.height &&
         b.y + HAIR < a.y + a.height;
}

gboolean
tal_chart_box_contains (TalChartBox outer, TalChartBox inner)
{
  return inner.x >= outer.x - HAIR && inner.y >= outer.y - HAIR &&
         inner.x + inner.width <= outer.x + outer.width + HAIR &&
         inner.y + inner.height <= outer.y + outer.height + HAIR;
}

double
tal_chart_scale_place (const TalChartScale *self, double value)
{
  double span;

  g_return_val_if_fail (self != NULL, 0);

  span = self->most - self->least;
  if (span <= 0)
    return self->start;
  return self->start + (value - self->least) / span * (self->end - self->start);
}

TalChartGeometry *
tal_chart_geometry_new (double width, double height)
{
  TalChartGeometry *self = g_new0 (TalChartGeometry, 1);

  self->width = width;
  self->height = height;
  self->shapes = g_array_new (FALSE, TRUE, sizeof (TalChartShape));
  self->points = g_array_new (FALSE, TRUE, sizeof (TalChartPoint));
  self->scales = g_array_new (FALSE, TRUE, sizeof (TalChartScale));
  self->spots = g_array_new (FALSE, TRUE, sizeof (TalChartSpot));
  self->texts = g_string_chunk_new (1024);
  return self;
}

void
tal_chart_geometry_free (TalChartGeometry *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->shapes);
  g_array_unref (self->points);
  g_array_unref (self->scales);
  g_array_unref (self->spots);
  g_string_chunk_free (self->texts);
  g_free (self);
}

void
tal_chart_append_number (GString *text, double number, guint8 decimals)
{
  TalDecimal       rounded = TAL_DECIMAL (0, decimals);
  g_autofree char *written = NULL;

  g_return_if_fail (text != NULL && decimals <= TAL_DECIMAL_MAX_SCALE);

  for (guint8 i = 0; i < decimals; i++)
    number *= 10;
  rounded.coefficient = llround (number);
  while (rounded.scale > 0 && rounded.coefficient % 10 == 0)
    rounded = TAL_DECIMAL (rounded.coefficient / 10, (guint8)(rounded.scale - 1));
  written = tal_decimal_to_string (rounded);
  g_string_append (text, written);
}

static void
append_number (GString *text, double number)
{
  g_string_append_c (text, ' ');
  tal_chart_append_number (text, number, 1);
}

static void
append_ink (GString *text, const char *role, TalChartInk ink)
{
  if (ink != TAL_CHART_INK_NONE)
    g_string_append_printf (text, " %s %s", role, tal_chart_ink_get_name (ink));
}

static void
append_points (GString *text, const TalChartGeometry *self, const TalChartShape *shape)
{
  for (guint i = 0; i < shape->n_points; i++)
    {
      TalChartPoint point = g_array_index (self->points, TalChartPoint, shape->first_point + i);

      append_number (text, point.x);
      append_number (text, point.y);
    }
}

static void
append_shape (GString *text, const TalChartGeometry *self, const TalChartShape *shape)
{
  g_string_append (text, shape_names[shape->kind]);
  if (shape->kind == TAL_CHART_SHAPE_LINE || shape->kind == TAL_CHART_SHAPE_POLYGON)
    {
      append_points (text, self, shape);
    }
  else
    {
      append_number (text, shape->box.x);
      append_number (text, shape->box.y);
      append_number (text, shape->box.width);
      append_number (text, shape->box.height);
    }

  if (shape->kind == TAL_CHART_SHAPE_MARKER)
    g_string_append_printf (text, " %s", marker_names[shape->marker]);
  if (shape->kind == TAL_CHART_SHAPE_TEXT)
    g_string_append_printf (text, " %s ”%s”", tal_chart_font_get_name (shape->font), shape->text);
  append_ink (text, "fill", shape->fill);
  append_ink (text, "stroke", shape->stroke);
  if (shape->stroke != TAL_CHART_INK_NONE)
    append_number (text, shape->stroke_width);
  if (shape->dash != TAL_CHART_DASH_SOLID)
    g_string_append_printf (text, " %s", dash_names[shape->dash]);
  if (shape->texture != TAL_CHART_TEXTURE_PLAIN)
    g_string_append_printf (text, " %s", texture_names[shape->texture]);
  if (shape->position != TAL_CHART_NOBODY || shape->series != TAL_CHART_NOBODY)
    g_string_append_printf (text, " datum %d:%d", shape->series, shape->position);
  g_string_append_c (text, '\n');
}

char *
tal_chart_geometry_to_string (const TalChartGeometry *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->shapes->len; i++)
    append_shape (text, self, &g_array_index (self->shapes, TalChartShape, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
