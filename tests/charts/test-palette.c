/* SPDX-License-Identifier: GPL-3.0-or-later */

/* WCAG 2.1 asks 4.5:1 of text and 3:1 of the parts of a picture that must be seen. */

#include "charts/tal-chart-palette.h"

#include <glib.h>
#include <math.h>

#define LEAST_TEXT 4.5
#define LEAST_MARK 3.0

/* What stands apart for every kind of sight: OKLab distance, times a hundred. */
#define LEAST_DISTANCE 9.0

static const struct
{
  const char   *name;
  TalChartTheme theme;
  gboolean      high_contrast;
} looks[] = {
  { "light", TAL_CHART_THEME_LIGHT, FALSE },
  { "light, high contrast", TAL_CHART_THEME_LIGHT, TRUE },
  { "dark", TAL_CHART_THEME_DARK, FALSE },
  { "dark, high contrast", TAL_CHART_THEME_DARK, TRUE },
  { "print", TAL_CHART_THEME_PRINT, FALSE },
};

static double
measure (guint look, TalChartInk ink, TalChartInk ground)
{
  return tal_chart_palette_measure_contrast (tal_chart_palette_get (looks[look].theme,
                                                                    looks[look].high_contrast, ink),
                                             tal_chart_palette_get (looks[look].theme,
                                                                    looks[look].high_contrast,
                                                                    ground));
}

static void
assert_stands_out (guint look, TalChartInk ink, TalChartInk ground, double least)
{
  g_test_message ("%s: %s on %s", looks[look].name, tal_chart_ink_get_name (ink),
                  tal_chart_ink_get_name (ground));
  g_assert_cmpfloat (measure (look, ink, ground), >=, least);
}

static void
test_text_can_be_read (void)
{
  static const TalChartInk texts[] = { TAL_CHART_INK_TEXT, TAL_CHART_INK_DIM_TEXT };

  for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        assert_stands_out (look, texts[i], TAL_CHART_INK_GROUND, LEAST_TEXT);
      for (guint i = 0; i < TAL_CHART_N_SLOTS; i++)
        assert_stands_out (look, (TalChartInk)(TAL_CHART_INK_NAME + i), TAL_CHART_INK_GROUND,
                           LEAST_TEXT);
    }
}

static void
test_text_upon_marks_can_be_read (void)
{
  static const TalChartInk pairs[][2] = {
    { TAL_CHART_INK_ON_MET, TAL_CHART_INK_MET },
    { TAL_CHART_INK_ON_NOT_MET, TAL_CHART_INK_NOT_MET },
    { TAL_CHART_INK_ON_OPEN, TAL_CHART_INK_OPEN },
  };

  for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        assert_stands_out (look, pairs[i][0], pairs[i][1], LEAST_TEXT);
      for (guint i = 0; i < TAL_CHART_N_SLOTS; i++)
        assert_stands_out (look, (TalChartInk)(TAL_CHART_INK_ON + i),
                           (TalChartInk)(TAL_CHART_INK_SERIES + i), LEAST_TEXT);
      for (guint i = 0; i < TAL_CHART_N_RESTS; i++)
        assert_stands_out (look, (TalChartInk)(TAL_CHART_INK_ON_REST + i),
                           (TalChartInk)(TAL_CHART_INK_REST + i), LEAST_TEXT);
    }
}

/* A grey that is lighter has an edge that is not. */
static void
test_marks_can_be_seen (void)
{
  static const TalChartInk marks[] = {
    TAL_CHART_INK_MET,  TAL_CHART_INK_NOT_MET, TAL_CHART_INK_OPEN,
    TAL_CHART_INK_LINK, TAL_CHART_INK_TARGET,  TAL_CHART_INK_REST_EDGE,
  };

  for (guint look = 0; look < G_N_ELEMENTS (looks); look++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        assert_stands_out (look, marks[i], TAL_CHART_INK_GROUND, LEAST_MARK);
      for (guint i = 0; i < TAL_CHART_N_SLOTS; i++)
        assert_stands_out (look, (TalChartInk)(TAL_CHART_INK_SERIES + i), TAL_CHART_INK_GROUND,
                           LEAST_MARK);
    }
}

typedef struct
{
  double red;
  double green;
  double blue;
} Light;

/* How cones that are missing altogether see linear light (Machado, Oliveira and Fernandes, 2009,
 * full severity). */
static const double sights[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static double
linearise (guint32 channel)
{
  double part = (double)(channel & 0xff) / 255;

  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static Light
see (guint32 colour, const double sight[3][3])
{
  Light  light = { linearise (colour >> 16), linearise (colour >> 8), linearise (colour) };
  double seen[3];

  for (guint i = 0; i < 3; i++)
    seen[i] = CLAMP (sight[i][0] * light.red + sight[i][1] * light.green + sight[i][2] * light.blue,
                     0, 1);
  return (Light){ seen[0], seen[1], seen[2] };
}

/* To OKLab (Ottosson, 2020): lightness, green to red, blue to yellow. */
static Light
weigh (Light light)
{
  double l =
      cbrt (0.4122214708 * light.red + 0.5363325363 * light.green + 0.0514459929 * light.blue);
  double m =
      cbrt (0.2119034982 * light.red + 0.6806995451 * light.green + 0.1073969566 * light.blue);
  double s =
      cbrt (0.0883024619 * light.red + 0.2817188376 * light.green + 0.6299787005 * light.blue);

  return (Light){ 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                  1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                  0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s };
}

static double
measure_distance (guint32 a, guint32 b, const double sight[3][3])
{
  Light one = weigh (see (a, sight));
  Light other = weigh (see (b, sight));

  return 100 * sqrt (pow (one.red - other.red, 2) + pow (one.green - other.green, 2) +
                     pow (one.blue - other.blue, 2));
}

static void
assert_apart (TalChartTheme theme, TalChartInk a, TalChartInk b)
{
  for (guint i = 0; i < G_N_ELEMENTS (sights); i++)
    {
      g_test_message ("theme %d, sight %u: %s and %s", theme, i, tal_chart_ink_get_name (a),
                      tal_chart_ink_get_name (b));
      g_assert_cmpfloat (measure_distance (tal_chart_palette_get (theme, FALSE, a),
                                           tal_chart_palette_get (theme, FALSE, b), sights[i]),
                         >=, LEAST_DISTANCE);
    }
}

static void
test_series_are_told_apart_by_all (void)
{
  static const TalChartTheme themes[] = { TAL_CHART_THEME_LIGHT, TAL_CHART_THEME_DARK };

  for (guint theme = 0; theme < G_N_ELEMENTS (themes); theme++)
    {
      for (guint a = 0; a < TAL_CHART_N_SLOTS; a++)
        {
          for (guint b = a + 1; b < TAL_CHART_N_SLOTS; b++)
            assert_apart (themes[theme], (TalChartInk)(TAL_CHART_INK_SERIES + a),
                          (TalChartInk)(TAL_CHART_INK_SERIES + b));
        }
      assert_apart (themes[theme], TAL_CHART_INK_MET, TAL_CHART_INK_NOT_MET);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/charts/palette/text-can-be-read", test_text_can_be_read);
  g_test_add_func ("/charts/palette/text-upon-marks-can-be-read", test_text_upon_marks_can_be_read);
  g_test_add_func ("/charts/palette/marks-can-be-seen", test_marks_can_be_seen);
  g_test_add_func ("/charts/palette/series-are-told-apart-by-all",
                   test_series_are_told_apart_by_all);
  return g_test_run ();
}
