/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a chart looks, whatever it shows.
 *
 * Geometry is laid out in units of which its plain text is TAL_CHART_TEXT_SIZE high.  A larger
 * text is the same picture on a smaller canvas, enlarged: whoever paints chooses the scale.
 */

#pragma once

#include "charts/tal-chart-palette.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_CHART_TEXT_SIZE 13.0

/* A font that is asked for by name, and what to take where it is absent. */
#define TAL_CHART_FONT_FAMILY "Cantarell, Noto Sans, DejaVu Sans, sans-serif"

typedef struct
{
  TalChartTheme theme;
  gboolean      high_contrast;
  gboolean      patterns; /* dashes, markers and hatches, so that grey print tells series apart */
  gboolean      untitled; /* the title and subtitle stand elsewhere, such as in a caption */
  const char   *family;   /* of the font, borrowed; NULL is TAL_CHART_FONT_FAMILY */
} TalChartStyle;

G_END_DECLS
