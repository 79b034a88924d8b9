/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers behind a chart, as they are written: the table under it, on the clipboard and in
 * the terminal.  It writes Danish by rule, whatever the language of the program.
 */

#pragma once

#include "charts/tal-chart-spec.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint       n_columns;
  GPtrArray  *cells;   /* of char *, row by row; the first row is the headings */
  const char *note;    /* below it: a whole sentence, or NULL */
  gboolean   *numeric; /* of each column: set to the right */
} TalChartTable;

TalChartTable *tal_chart_table_new (const TalChartSpec *spec);
void           tal_chart_table_free (TalChartTable *self);

/* With the headings. */
guint       tal_chart_table_get_n_rows (const TalChartTable *self);
const char *tal_chart_table_get (const TalChartTable *self, guint row, guint column);

/* In columns of even width, for a terminal. */
char *tal_chart_table_to_text (const TalChartTable *self);
/* Separated by tabs, as spreadsheets take it. */
char *tal_chart_table_to_tabs (const TalChartTable *self);
/* A table element with the caption and the source, as word processors take it. */
char *tal_chart_table_to_html (const TalChartTable *self, const TalChartSpec *spec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalChartTable, tal_chart_table_free)

G_END_DECLS
