/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How charts look on the screen.  Fonts are costly to find and take much room: all views whose
 * font is the same share what measures it.  For the main thread.
 */

#pragma once

#include "charts/tal-chart-style.h"
#include "charts/tal-chart-typesetter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* To be given back. */
TalChartTypesetter *tal_chart_screen_take_typesetter (const char *family);
void                tal_chart_screen_give_back (TalChartTypesetter *typesetter);

/* Light, dark, or of high contrast, as the windows are; the family is borrowed. */
TalChartStyle tal_chart_screen_get_style (const char *family);

/* Pixels for each unit of a chart's layout: the font is the window's, and a larger one enlarges
 * the whole picture. */
double tal_chart_screen_measure_scale (PangoContext *context);

G_END_DECLS
