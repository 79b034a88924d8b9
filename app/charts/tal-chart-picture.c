/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/tal-chart-picture.h"

#include "base/tal-error.h"
#include "charts/tal-chart-describe.h"
#include "charts/tal-chart-paint.h"
#include "charts/tal-chart-plan.h"
#include "charts/tal-chart-svg.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A picture this wide is one at 1x. */
#define PLAIN_WIDTH 800.0
#define LEAST_SIDE 20.0
#define POINTS_IN_MILLIMETRE (72 / 25.4)
#define POINTS_IN_PIXEL 0.75
/* The height of text on paper. */
#define PAPER_TEXT_SIZE 8.5

double
tal_chart_size_get_scale (const TalChartSize *self, TalChartFormat format)
{
  double scale;

  g_return_val_if_fail (self != NULL, 1);

  if (self->paper)
    scale = PAPER_TEXT_SIZE / TAL_CHART_TEXT_SIZE;
  else
    scale = MAX (1, floor (self->width / PLAIN_WIDTH));
  /* A pixel of a page is a 96th of an inch, and so is that of an SVG. */
  if (self->paper && format != TAL_CHART_FORMAT_PDF)
    return scale / POINTS_IN_PIXEL;
  if (!self->paper && format == TAL_CHART_FORMAT_PDF)
    return scale * POINTS_IN_PIXEL;
  return scale;
}

/* A side in the format's own units: points or pixels. */
static double
get_length (const TalChartSize *size, TalChartFormat format, double side)
{
  double points = size->paper ? side * POINTS_IN_MILLIMETRE : side * POINTS_IN_PIXEL;

  return format == TAL_CHART_FORMAT_PDF ? points : points / POINTS_IN_PIXEL;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (closure, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

typedef struct
{
  const TalChartSpec  *spec;
  const TalChartStyle *style;
  TalChartTypesetter  *typesetter;
  TalChartGeometry    *geometry;
  double               scale;
} Drawing;

static void
paint (const Drawing *self, cairo_surface_t *surface)
{
  cairo_t *cairo = cairo_create (surface);

  cairo_scale (cairo, self->scale, self->scale);
  tal_chart_paint (self->geometry, self->style, self->typesetter, cairo, TRUE);
  cairo_destroy (cairo);
}

static GBytes *
take_bytes (cairo_status_t status, GByteArray *bytes, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);

  g_byte_array_unref (bytes);
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN, cairo_status_to_string (status));
  return NULL;
}

static GBytes *
write_png (const Drawing *self, double width, double height, GError **error)
{
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)ceil (width), (int)ceil (height));
  cairo_status_t status;

  paint (self, surface);
  status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return take_bytes (status, bytes, error);
}

static GBytes *
write_pdf (const Drawing *self, double width, double height, GError **error)
{
  g_autofree char *description = tal_chart_describe (self->spec);
  GByteArray      *bytes = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->spec->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  /* The same chart is the same file whenever it is drawn. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  paint (self, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return take_bytes (status, bytes, error);
}

static GBytes *
write_svg (const Drawing *self)
{
  g_autofree char *description = tal_chart_describe (self->spec);
  char            *text = tal_chart_svg_write (self->geometry, self->style, self->typesetter,
                                               self->spec->title, description, self->scale);

  return g_bytes_new_take (text, strlen (text));
}

static gboolean
is_possible (double side)
{
  return side >= LEAST_SIDE && side <= TAL_CHART_MAX_SIDE;
}

static gboolean
check_size (const TalChartSize *size, GError **error)
{
  if (is_possible (size->width) && (size->height <= 0 || is_possible (size->height)))
    return TRUE;

  g_set_error (error, TAL_ERROR, TAL_ERROR_OUT_OF_RANGE,
               _ ("A chart can be from %d to %d long on each side."), (int)LEAST_SIDE,
                  TAL_CHART_MAX_SIDE);
  return FALSE;
}

/* As high as suits the chart, within what a picture can be. */
static double
choose_height (const Drawing *self, double width)
{
  double height = self->scale * tal_chart_measure_height (self->spec, self->style, self->typesetter,
                                                          width / self->scale);

  return ceil (CLAMP (height, LEAST_SIDE, TAL_CHART_MAX_SIDE));
}

GBytes *
tal_chart_picture_write (const TalChartSpec  *spec,
                         const TalChartStyle *style,
                         TalChartFormat       format,
                         const TalChartSize  *size,
                         GError             **error)
{
  g_autoptr (TalChartTypesetter) typesetter = NULL;
  g_autoptr (TalChartGeometry)   geometry = NULL;
  Drawing                        drawing = { spec, style };
  double                         width;
  double                         height;

  g_return_val_if_fail (spec != NULL && style != NULL && size != NULL, NULL);

  if (!check_size (size, error))
    return NULL;

  width = get_length (size, format, size->width);
  typesetter = tal_chart_typesetter_new (style->family);
  drawing.typesetter = typesetter;
  drawing.scale = tal_chart_size_get_scale (size, format);
  height =
      size->height > 0 ? get_length (size, format, size->height) : choose_height (&drawing, width);
  geometry =
      tal_chart_lay_out (spec, style, typesetter, width / drawing.scale, height / drawing.scale);
  drawing.geometry = geometry;
  switch (format)
    {
    case TAL_CHART_FORMAT_SVG:
      return write_svg (&drawing);
    case TAL_CHART_FORMAT_PNG:
      return write_png (&drawing, width, height, error);
    case TAL_CHART_FORMAT_PDF:
      return write_pdf (&drawing, width, height, error);
    }
  g_return_val_if_reached (NULL);
}
