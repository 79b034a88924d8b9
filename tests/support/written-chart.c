/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "support/written-chart.h"

#include <string.h>

void
written_chart_add_periods (TalChartSpec *spec, const char *periods)
{
  g_auto (GStrv) words = g_strsplit (periods, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      TalPeriod          period;

      g_assert_true (tal_period_parse (words[i], &period, &error));
      g_assert_no_error (error);
      tal_chart_spec_add_period (spec, period);
    }
}

void
written_chart_add_things (TalChartSpec *spec, const char *things)
{
  g_auto (GStrv) words = g_strsplit (things, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    tal_chart_spec_add_thing (spec, words[i]);
}

static TalChartValue
read_value (char *word)
{
  g_autoptr (GError) error = NULL;
  TalChartValue      value = TAL_CHART_VALUE_UNKNOWN;
  gboolean           preliminary = g_str_has_suffix (word, "*");
  TalDecimal         number;

  value.masked = g_str_equal (word, "m");
  if (value.masked || g_str_equal (word, "-"))
    return value;

  if (preliminary)
    word[strlen (word) - 1] = '\0';
  g_assert_true (tal_decimal_parse (word, &number, &error));
  g_assert_no_error (error);
  value = tal_chart_value_new (number);
  value.state = preliminary ? TAL_FIGURE_PRELIMINARY : TAL_FIGURE_FINAL;
  return value;
}

TalChartSeries *
written_chart_add_series (TalChartSpec *spec, const char *name, const char *figures)
{
  g_auto (GStrv)  words = g_strsplit (figures, " ", -1);
  TalChartSeries *series = tal_chart_spec_add_series (spec, name);

  for (guint i = 0; words[i] != NULL; i++)
    tal_chart_series_add (series, read_value (words[i]));
  return series;
}

void
written_chart_add_targets (TalChartSeries *series, const char *figures)
{
  g_auto (GStrv) words = g_strsplit (figures, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    tal_chart_series_add_target (series, read_value (words[i]));
}

TalChartGeometry *
written_chart_lay_out (const TalChartSpec *spec, double width, double height)
{
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);
  TalChartStyle                  style = { .theme = TAL_CHART_THEME_LIGHT };

  return tal_chart_lay_out (spec, &style, typesetter, width, height);
}

const TalChartShape *
written_chart_find (const TalChartGeometry *geometry, TalChartShapeKind kind, TalChartInk ink)
{
  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind == kind && (shape->fill == ink || shape->stroke == ink))
        return shape;
    }
  return NULL;
}

const TalChartShape *
written_chart_find_figure (const TalChartGeometry *geometry,
                           TalChartShapeKind       kind,
                           int                     series,
                           int                     position)
{
  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind == kind && shape->series == series && shape->position == position)
        return shape;
    }
  return NULL;
}

const TalChartShape *
written_chart_find_text (const TalChartGeometry *geometry, const char *text)
{
  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind == TAL_CHART_SHAPE_TEXT && g_str_equal (shape->text, text))
        return shape;
    }
  return NULL;
}

static const TalChartSpot *
find_spot (const TalChartGeometry *geometry, guint series, guint position)
{
  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *spot = &g_array_index (geometry->spots, TalChartSpot, i);

      if (spot->series == (int)series && spot->position == (int)position)
        return spot;
    }
  return NULL;
}

TalChartPoint
written_chart_get_spot (const TalChartGeometry *geometry, guint series, guint position)
{
  const TalChartSpot *spot = find_spot (geometry, series, position);

  if (spot == NULL)
    g_error ("The figure %u of series %u is not drawn", position, series);
  return spot->point;
}

gboolean
written_chart_has_spot (const TalChartGeometry *geometry, guint series, guint position)
{
  return find_spot (geometry, series, position) != NULL;
}
