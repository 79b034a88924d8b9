/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How figures stand in a table that leaves the collection: as numbers, with the unit and the marks
 * that the window has, and below the table what its marks mean. */

#pragma once

#include "core/tal-derive.h"
#include "core/tal-series.h"
#include "formats/tal-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Which marks a table has. */
typedef enum
{
  TAL_SHEET_MARK_PRELIMINARY = 1 << 0,
  TAL_SHEET_MARK_NOT_AVAILABLE = 1 << 1,
  TAL_SHEET_MARK_NOT_APPLICABLE = 1 << 2,
  TAL_SHEET_MARK_WITHHELD = 1 << 3,
  TAL_SHEET_MARK_HIDDEN = 1 << 4, /* small, or it would tell a small one */
} TalSheetMarks;

/* The next cell of the table's row: an entered figure as it was entered; a computed one with one
 * decimal more than the 'decimals' that are shown.  Returns the marks that it has. */
TalSheetMarks tal_sheet_cells_add_figure (TalTable        *table,
                                          const TalFigure *figure,
                                          TalMeasureUnit   unit,
                                          int              decimals);
/* A figure that must not leave the collection. */
TalSheetMarks tal_sheet_cells_add_hidden (TalTable *table);

/* A note for each mark; 'limit' is what small counts are under. */
void tal_sheet_cells_add_legend (TalTable *table, TalSheetMarks marks, int limit);

G_END_DECLS
