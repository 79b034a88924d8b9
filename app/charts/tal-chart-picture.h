/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as the bytes of a file.  What is drawn is what the screen shows. */

#pragma once

#include "charts/tal-chart-spec.h"
#include "charts/tal-chart-style.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CHART_FORMAT_SVG,
  TAL_CHART_FORMAT_PNG,
  TAL_CHART_FORMAT_PDF,
} TalChartFormat;

/* Pixels at 1x of a picture whose text is 13 pixels high, or of paper millimetres, whose text is
 * 8.5 points high. */
typedef struct
{
  double   width;
  double   height; /* 0 is as high as suits what is drawn */
  gboolean paper;
} TalChartSize;

/* Neither side of a picture may be longer, in pixels or in millimetres. */
#define TAL_CHART_MAX_SIDE 8000

/* The units of layout, and how many pixels (points on paper) each is.  A picture 1,600 pixels
 * wide or more is one of half that width (a third, …) for a screen with finer pixels. */
double tal_chart_size_get_scale (const TalChartSize *self, TalChartFormat format);

/* TAL_ERROR_OUT_OF_RANGE where the size is none that a picture can have, TAL_ERROR_NOT_WRITTEN where there
 * is no memory for it. */
GBytes *tal_chart_picture_write (const TalChartSpec  *spec,
                                 const TalChartStyle *style,
                                 TalChartFormat       format,
                                 const TalChartSize  *size,
                                 GError             **error);

G_END_DECLS
