/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart out of the window: onto the clipboard, into a file, on paper. */

#pragma once

#include "charts/tal-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* As a picture (PNG and SVG), as its description and as a table (text with tabs, HTML): whatever
 * it is put into takes what it likes best.  FALSE with an error. */
gboolean tal_chart_export_copy (GtkWidget *widget, const TalChartSpec *spec, GError **error);
/* The table alone. */
void tal_chart_export_copy_table (GtkWidget *widget, const TalChartSpec *spec);

/* In the format that the file's name ends in: a sentence that it is done, NULL with an error. */
char *tal_chart_export_save (const TalChartSpec *spec, GFile *file, GError **error);

/* Called with a whole sentence of what went well or wrong, unless the person thought better of it. */
typedef void (*TalChartExportDone) (GObject *object, const char *sentence);

/* Through the system's own dialog; 'object' is kept alive until then. */
void tal_chart_export_print (GtkWindow          *parent,
                             const TalChartSpec *spec,
                             TalChartExportDone  done,
                             GObject            *object);

G_END_DECLS
