/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures text for charts, and sets it on paper: the only place that knows of fonts.  Its
 * measures do not depend on a screen: nothing is rounded to pixels.  For one thread.
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CHART_FONT_PLAIN,
  TAL_CHART_FONT_BOLD,
  TAL_CHART_FONT_SMALL, /* captions, sources, labels of axes */
  TAL_CHART_FONT_SMALL_BOLD,
  TAL_CHART_FONT_TITLE,
  TAL_CHART_N_FONTS,
} TalChartFont;

typedef struct _TalChartTypesetter TalChartTypesetter;

/* 'family' as in TalChartStyle. */
TalChartTypesetter *tal_chart_typesetter_new (const char *family);
void                tal_chart_typesetter_free (TalChartTypesetter *self);

const char *tal_chart_typesetter_get_family (const TalChartTypesetter *self);
double      tal_chart_font_get_size (TalChartFont font);
gboolean    tal_chart_font_is_bold (TalChartFont font);
/* "plain", "small-bold". */
const char *tal_chart_font_get_name (TalChartFont font);

/* Of a line: from the highest to the lowest letter, and from its top to the letters' foot. */
double tal_chart_typesetter_get_height (TalChartTypesetter *self, TalChartFont font);
double tal_chart_typesetter_get_ascent (TalChartTypesetter *self, TalChartFont font);
double tal_chart_typesetter_measure (TalChartTypesetter *self, TalChartFont font, const char *text);

/* The text in lines no wider than 'width', at most 'most' of them: broken between words, and
 * inside one only where it is wider than a line; what does not fit ends in "…".  No line where
 * not even that fits.  Frees its strings. */
GPtrArray *tal_chart_typesetter_wrap (
    TalChartTypesetter *self, TalChartFont font, const char *text, double width, guint most);

/* Whether lines, as wrapped, have the whole text and break no word of it. */
gboolean tal_chart_typesetter_is_whole (const GPtrArray *lines, const char *text);

/* With its foot on the context's current point, in its current colour. */
void tal_chart_typesetter_show (TalChartTypesetter *self,
                                cairo_t            *cairo,
                                TalChartFont        font,
                                const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartTypesetter, tal_chart_typesetter_free)

G_END_DECLS
