/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the result grid: the cells that are seen of one row of the model, or the headings
 * of the columns.  It is used again for another row when its own is scrolled away.
 */

#pragma once

#include "model/tal-entry-grid.h"
#include "ui/results/tal-result-cell.h"
#include "ui/results/tal-result-columns.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TAL_TYPE_RESULT_ROW (tal_result_row_get_type ())

G_DECLARE_FINAL_TYPE (TalResultRow, tal_result_row, TAL, RESULT_ROW, GtkWidget)

/* The row of the column headings. */
#define TAL_RESULT_ROW_HEADINGS (G_MAXUINT - 1)

/* The block of cells that is chosen, and which of them is active. */
typedef struct
{
  guint row;
  guint column;
  guint n_rows;
  guint n_columns;
  guint active_row;
  guint active_column;
} TalResultRange;

/* The columns are the grid's and outlive it. */
GtkWidget *tal_result_row_new (const TalResultColumns *columns);

guint tal_result_row_get_row (TalResultRow *self);
/* Shows a row of the model as far as it is seen, and again when either has changed. */
void tal_result_row_show (TalResultRow         *self,
                          TalEntryGrid         *model,
                          guint                 row,
                          const TalResultRange *selection);
/* The same row with other columns in sight: only what comes in is asked for. */
void tal_result_row_extend (TalResultRow         *self,
                            TalEntryGrid         *model,
                            const TalResultRange *selection);
/* May be used for another row; to be hidden where it isn't. */
void tal_result_row_release (TalResultRow *self);
/* Shows none, and is not seen itself. */
void tal_result_row_hide (TalResultRow *self);
/* NULL where the column isn't seen. */
GtkWidget *tal_result_row_find_cell (TalResultRow *self, guint column);

G_END_DECLS
