/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first cells of a table that is imported, as they would be stored, and why some are not. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_IMPORT_FIGURE_TABLE (tal_import_figure_table_get_type ())

G_DECLARE_FINAL_TYPE (
    TalImportFigureTable, tal_import_figure_table, TAL, IMPORT_FIGURE_TABLE, GtkWidget)

/* Of TalFigurePreview; none hides it. */
void tal_import_figure_table_show (TalImportFigureTable *self, const GPtrArray *preview);

G_END_DECLS
