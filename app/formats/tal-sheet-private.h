/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a sheet lies in memory, for the builder that fills it and the workbook that frees it. */

#pragma once

#include "formats/tal-sheet.h"

#include <glib.h>

G_BEGIN_DECLS

#define TAL_STORED_NO_NUMBER 15 /* in place of a scale */

/* Eight bytes a cell.  What is not text lies in the eight bytes before its text: a number's
 * coefficient, a day, 0 or 1. */
typedef struct
{
  guint32 column : 14;
  guint32 kind : 3;
  guint32 scale : 4;
  guint32 decimals : 5;
  guint32 percent : 1;
  guint32 rounded : 1;
  guint32 text; /* where it begins in the texts of the workbook */
} TalStoredCell;

G_STATIC_ASSERT (sizeof (TalStoredCell) == 8);

typedef struct
{
  guint first;
  guint last;
} TalSheetSpan;

typedef struct
{
  TalCellArea area;
  guint       reach; /* the last row of this area and of those before it */
} TalSheetMerged;

struct _TalSheet
{
  char         *name;
  gboolean      is_hidden;
  const guint8 *texts; /* the workbook's */
  GArray       *cells; /* of TalStoredCell, by row and column */
  GArray       *rows;  /* of guint32: where each row begins among the cells */
  GArray       *lines; /* of guint32: the line of each row in a text file; or NULL */
  guint         n_columns;
  GArray       *hidden_rows;    /* of TalSheetSpan, in order */
  GArray       *hidden_columns; /* of TalSheetSpan, in order */
  GArray       *merged;         /* of TalSheetMerged, by first row */
};

TalSheet *tal_sheet_new (const char *name, gboolean is_hidden, gboolean has_lines);
void      tal_sheet_free (TalSheet *self);

G_END_DECLS
