/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts of charts on the screen.  They are costly to find and take much room: all views whose
 * font is the same share what measures it.  For the main thread.
 */

#pragma once

#include "charts/tal-chart-typesetter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be given back. */
TalChartTypesetter *tal_chart_fonts_take (const char *family);
void                tal_chart_fonts_give_back (TalChartTypesetter *typesetter);

/* Pixels for each unit of a chart's layout: the font is the window's, and a larger one enlarges
 * the whole picture. */
double tal_chart_fonts_measure_scale (PangoContext *context);

G_END_DECLS
