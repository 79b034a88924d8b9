/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as a file, in the format that its name ends in: .svg, .png or .pdf. */

#pragma once

#include "charts/tal-chart-picture.h"

#include <glib.h>

G_BEGIN_DECLS

/* TAL_ERROR_INVALID_TEXT, with a sentence, where the name ends in none of them. */
gboolean tal_chart_file_find_format (const char *name, TalChartFormat *ret_format, GError **error);

/* Beside the target first, then in its place: after an error what was there is still there. */
gboolean tal_chart_file_write (const TalChartSpec  *spec,
                               const TalChartStyle *style,
                               const TalChartSize  *size,
                               const char          *path,
                               GError             **error);

G_END_DECLS
