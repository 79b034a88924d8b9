/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/tal-chart-picture.h"

TalChartGeometry *
tal_chart_picture_lay_out (TalChartSpec *spec, gboolean patterns, double width, double height)
{
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);
  g_autoptr (TalChartSpec)       owned = spec;
  TalChartStyle                  style = { .patterns = patterns };

  return tal_chart_lay_out (owned, &style, typesetter, width, height);
}

const TalChartShape *
tal_chart_picture_find_text (const TalChartGeometry *geometry, const char *text)
{
  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind == TAL_CHART_SHAPE_TEXT && g_str_equal (shape->text, text))
        return shape;
    }
  return NULL;
}

const TalChartShape *
tal_chart_picture_find_mark (const TalChartGeometry *geometry, int series, int position)
{
  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind != TAL_CHART_SHAPE_TEXT && shape->series == series &&
          shape->position == position)
        return shape;
    }
  return NULL;
}

const TalChartSpot *
tal_chart_picture_find_spot (const TalChartGeometry *geometry, int series, int position)
{
  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *spot = &g_array_index (geometry->spots, TalChartSpot, i);

      if (spot->series == series && spot->position == position)
        return spot;
    }
  return NULL;
}

guint
tal_chart_picture_count_filled (const TalChartGeometry *geometry, TalChartInk ink)
{
  guint length = 0;

  for (guint i = 0; i < geometry->shapes->len; i++)
    length += g_array_index (geometry->shapes, TalChartShape, i).fill == ink ? 1 : 0;
  return length;
}

TalChartValue
tal_chart_picture_value (gint64 coefficient, guint8 scale)
{
  return tal_chart_value_new (TAL_DECIMAL (coefficient, scale));
}

TalChartValue
tal_chart_picture_preliminary (gint64 coefficient, guint8 scale)
{
  TalChartValue value = tal_chart_picture_value (coefficient, scale);

  value.state = TAL_FIGURE_PRELIMINARY;
  return value;
}
