/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-trace.h"
#include "support/written-chart.h"

#include <glib.h>

#define MANY 10000

static void
test_keeps_what_an_eye_sees_of_a_column (void)
{
  static const TalChartPoint points[] = {
    { 1.0, 5 }, { 1.1, 6 }, { 1.2, 9 }, { 1.3, 4 }, { 1.5, 1 }, { 1.9, 3 }, { 2.0, 7 },
  };
  static const TalChartPoint kept[] = { { 1.0, 5 }, { 1.2, 9 }, { 1.5, 1 }, { 1.9, 3 }, { 2.0, 7 } };
  g_autoptr (GArray)         thinned = tal_chart_trace_thin (points, G_N_ELEMENTS (points));

  g_assert_cmpuint (thinned->len, ==, G_N_ELEMENTS (kept));
  for (guint i = 0; i < thinned->len; i++)
    {
      g_assert_cmpfloat_with_epsilon (g_array_index (thinned, TalChartPoint, i).x, kept[i].x,
                                      0.001);
      g_assert_cmpfloat_with_epsilon (g_array_index (thinned, TalChartPoint, i).y, kept[i].y,
                                      0.001);
    }
}

static void
test_keeps_points_a_column_apart (void)
{
  static const TalChartPoint points[] = { { 1, 5 }, { 2, 5 }, { 3, 5 } };
  g_autoptr (GArray)         thinned = tal_chart_trace_thin (points, G_N_ELEMENTS (points));

  g_assert_cmpuint (thinned->len, ==, G_N_ELEMENTS (points));
}

static void
test_nothing_is_thinned_to_nothing (void)
{
  g_autoptr (GArray) thinned = tal_chart_trace_thin (NULL, 0);

  g_assert_cmpuint (thinned->len, ==, 0);
}

/* Ten thousand days are drawn with four points a column, and each can still be pointed at. */
static void
test_a_long_line_is_short_to_paint (void)
{
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "");
  g_autoptr (TalChartGeometry) geometry = NULL;
  TalChartSeries              *series = tal_chart_spec_add_series (spec, "Ledige");
  TalDay                       first = tal_day_new (1995, 1, 1);

  for (int i = 0; i < MANY; i++)
    {
      tal_chart_spec_add_period (spec, tal_period_new (first + i, first + i));
      tal_chart_series_add (series, tal_chart_value_new (TAL_DECIMAL (i * 7919 % 1000, 0)));
    }
  geometry = written_chart_lay_out (spec, 800, 450);

  g_assert_cmpuint (geometry->spots->len, ==, MANY);
  g_assert_cmpuint (geometry->points->len, <, 4 * 800);
}

/* The ends of the series' lines and which of them are dashed: "2016-2018 2018~2019". */
static char *
write_pieces (const TalChartGeometry *geometry)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < geometry->shapes->len; i++)
    {
      const TalChartShape *shape = &g_array_index (geometry->shapes, TalChartShape, i);

      if (shape->kind != TAL_CHART_SHAPE_LINE || shape->series != 0)
        continue;
      g_string_append_printf (text, "%s%s%u", text->len > 0 ? " " : "",
                              shape->dash == TAL_CHART_DASH_UNCERTAIN ? "~" : "-", shape->n_points);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const struct
{
  const char *claim;
  const char *figures;
  guint       broken; /* from this position on; 0 is never */
  const char *pieces; /* how many points each has, "~" where it is dashed */
} rows[] = {
  { "one-line", "1 2 3 4 5", 0, "-5" },
  { "a-gap-breaks-it", "1 2 - 4 5", 0, "-2 -2" },
  { "a-figure-withheld-breaks-it", "1 2 m 4 5", 0, "-2 -2" },
  { "one-figure-alone-is-no-line", "1 2 - 4 -", 0, "-2" },
  { "a-break-in-the-series-breaks-it", "1 2 3 4 5", 2, "-2 -3" },
  { "what-is-not-final-is-led-to-by-dashes", "1 2 3 4* 5*", 0, "-3 ~3" },
  { "what-is-final-again-is-solid", "1 2* 3 4 5", 0, "~2 -4" },
};

static void
test_pieces (gconstpointer user_data)
{
  guint                        row = GPOINTER_TO_UINT (user_data);
  g_autoptr (TalChartSpec)     spec = tal_chart_spec_new (TAL_CHART_LINE, "");
  g_autoptr (TalChartGeometry) geometry = NULL;
  g_autofree char             *pieces = NULL;

  written_chart_add_periods (spec, "2015 2016 2017 2018 2019");
  written_chart_add_series (spec, "Ledige", rows[row].figures);
  if (rows[row].broken > 0)
    tal_chart_spec_add_break (spec, rows[row].broken, "Databrud i 2017: nyt register.");
  geometry = written_chart_lay_out (spec, 800, 450);
  pieces = write_pieces (geometry);
  g_assert_cmpstr (pieces, ==, rows[row].pieces);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/trace/keeps-what-an-eye-sees-of-a-column",
                   test_keeps_what_an_eye_sees_of_a_column);
  g_test_add_func ("/charts/trace/keeps-points-a-column-apart", test_keeps_points_a_column_apart);
  g_test_add_func ("/charts/trace/nothing-is-thinned-to-nothing",
                   test_nothing_is_thinned_to_nothing);
  g_test_add_func ("/charts/trace/a-long-line-is-short-to-paint",
                   test_a_long_line_is_short_to_paint);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charts/trace/%s", rows[i].claim);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_pieces);
    }
  return g_test_run ();
}
