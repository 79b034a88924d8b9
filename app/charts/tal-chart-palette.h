/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The colours of charts, by what they are for.  Geometry names inks; only painting asks which
 * colour an ink has in a theme.
 *
 * The six series colours are at least 9 apart in OKLab (× 100) for normal, protan, deutan and
 * tritan sight (Machado 2009, full severity), and stand at least 3:1 out from the ground;
 * text at least 4.5:1, as WCAG 2.1 asks of graphics and of text.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CHART_THEME_LIGHT,
  TAL_CHART_THEME_DARK,
  TAL_CHART_THEME_PRINT, /* the light colours on white paper */
} TalChartTheme;

/* How many series can be told apart by colour, and how many greys there are for the rest. */
#define TAL_CHART_N_SLOTS 6
#define TAL_CHART_N_RESTS 3

typedef enum
{
  TAL_CHART_INK_NONE,
  TAL_CHART_INK_GROUND,
  TAL_CHART_INK_TEXT,
  TAL_CHART_INK_DIM_TEXT,
  TAL_CHART_INK_GRID,
  TAL_CHART_INK_ZERO_LINE,
  TAL_CHART_INK_TRACK, /* the full scale behind a bar */
  TAL_CHART_INK_BAND,  /* where figures are missing */
  TAL_CHART_INK_AVOID, /* where a result should not be */
  TAL_CHART_INK_LINK,  /* between two dots */
  TAL_CHART_INK_TARGET,
  TAL_CHART_INK_MET,
  TAL_CHART_INK_NOT_MET,
  TAL_CHART_INK_OPEN,
  TAL_CHART_INK_ON_MET,
  TAL_CHART_INK_ON_NOT_MET,
  TAL_CHART_INK_ON_OPEN,
  TAL_CHART_INK_SERIES, /* six marks; TAL_CHART_INK_SERIES + slot - 1 */
  TAL_CHART_INK_SERIES_LAST = TAL_CHART_INK_SERIES + TAL_CHART_N_SLOTS - 1,
  TAL_CHART_INK_NAME, /* six texts beside them */
  TAL_CHART_INK_NAME_LAST = TAL_CHART_INK_NAME + TAL_CHART_N_SLOTS - 1,
  TAL_CHART_INK_ON, /* six texts upon them */
  TAL_CHART_INK_ON_LAST = TAL_CHART_INK_ON + TAL_CHART_N_SLOTS - 1,
  TAL_CHART_INK_REST, /* three greys, darkest first */
  TAL_CHART_INK_REST_LAST = TAL_CHART_INK_REST + TAL_CHART_N_RESTS - 1,
  TAL_CHART_INK_ON_REST, /* three texts upon them */
  TAL_CHART_INK_ON_REST_LAST = TAL_CHART_INK_ON_REST + TAL_CHART_N_RESTS - 1,
  TAL_CHART_INK_REST_EDGE, /* around a grey that is lighter than 3:1 */
  TAL_CHART_N_INKS,
} TalChartInk;

/* As 0xRRGGBB.  With 'high_contrast' lines, dim text and edges are as strong as text. */
guint32 tal_chart_palette_get (TalChartTheme theme, gboolean high_contrast, TalChartInk ink);

/* "series-1", "dim-text": as geometry is written. */
const char *tal_chart_ink_get_name (TalChartInk ink);

/* The contrast of two colours, from 1 to 21 (WCAG 2.1, relative luminance). */
double tal_chart_palette_measure_contrast (guint32 a, guint32 b);

G_END_DECLS
