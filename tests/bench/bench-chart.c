/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a chart takes to lay out and paint, as ratios within one run: a long line against one
 * plain stroke through all its points, a short one against a frame of the screen.
 */

#include "bench/long-chart.h"
#include "bench/ratio.h"
#include "charts/tal-chart-paint.h"
#include "charts/tal-chart-plan.h"

#define WIDTH 1200
#define HEIGHT 700
#define MANY 10000
#define FEW 62
#define ROUNDS 15

/* Of a screen that shows sixty a second. */
#define FRAME 16667

static const TalChartStyle style = { .theme = TAL_CHART_THEME_LIGHT };

static gint64
measure_redraw (const TalChartSpec *spec, TalChartTypesetter *typesetter, cairo_surface_t *surface)
{
  gint64            started = g_get_monotonic_time ();
  TalChartGeometry *geometry = tal_chart_lay_out (spec, &style, typesetter, WIDTH, HEIGHT);
  cairo_t          *cairo = cairo_create (surface);

  tal_chart_paint (geometry, &style, typesetter, cairo, TRUE);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  tal_chart_geometry_free (geometry);
  return g_get_monotonic_time () - started;
}

/* Through where the chart has its figures. */
static gint64
measure_stroke (const TalChartGeometry *geometry, cairo_surface_t *surface)
{
  gint64   started = g_get_monotonic_time ();
  cairo_t *cairo = cairo_create (surface);

  cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cairo, 2);
  for (guint i = 0; i < geometry->spots->len; i++)
    {
      const TalChartSpot *spot = &g_array_index (geometry->spots, TalChartSpot, i);

      cairo_line_to (cairo, spot->point.x, spot->point.y);
    }
  cairo_stroke (cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  return g_get_monotonic_time () - started;
}

int
main (void)
{
  g_autoptr (TalChartSpec)       many = long_chart_new (MANY);
  g_autoptr (TalChartSpec)       few = long_chart_new (FEW);
  g_autoptr (TalChartTypesetter) typesetter = tal_chart_typesetter_new (NULL);
  g_autoptr (TalChartGeometry)   geometry =
      tal_chart_lay_out (many, &style, typesetter, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  gint64           long_redraw = G_MAXINT64;
  gint64           short_redraw = G_MAXINT64;
  gint64           stroke = G_MAXINT64;
  gboolean         fast = TRUE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      ratio_keep_least (&stroke, measure_stroke (geometry, surface));
      ratio_keep_least (&long_redraw, measure_redraw (many, typesetter, surface));
      ratio_keep_least (&short_redraw, measure_redraw (few, typesetter, surface));
    }
  cairo_surface_destroy (surface);

  fast &=
      ratio_report ("redraw of 10,000 points / one stroke through them", long_redraw, stroke, 450);
  fast &= ratio_report ("redraw of 62 points / a frame", short_redraw, FRAME, 300);
  return fast ? 0 : 1;
}
