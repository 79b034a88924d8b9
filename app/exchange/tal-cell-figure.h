/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of values, read as a figure: a number, or why there is none. */

#pragma once

#include "exchange/tal-column-map.h"
#include "formats/tal-cell.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  TalDecimal       value; /* TAL_DECIMAL_NONE where it is missing */
  TalMissing       missing;
  TalApproximation approximation;
  gboolean         is_preliminary; /* a "*" stands behind it */
  gboolean         percent;
  char            *note;     /* another mark behind it, to be freed; or NULL */
  char            *sentence; /* why it cannot be read; to be freed */
} TalCellFigure;

gboolean tal_cell_figure_is_empty (const TalCell *cell);
/* FALSE with a sentence where the cell is no figure. */
gboolean tal_cell_figure_read (const TalCell      *cell,
                               const TalMapColumn *column,
                               const TalColumnMap *map,
                               TalCellFigure      *ret_figure);
/* "foreløbig", "endelig", "skøn"; FALSE where it says nothing of that. */
gboolean tal_cell_figure_read_state (const char *text, TalFigureState *ret_state);

G_END_DECLS
