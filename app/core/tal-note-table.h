/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of a note as the checks of it see it: what stands above its columns, what its rows
 * are called, and what its cells say as numbers.
 *
 * Tables in notes are ragged.  A row whose numbers stand a place or two beside the columns
 * they fit is moved there; a table that goes on under a repeated heading is one; what is still
 * not understood has no numbers and is left alone.  Tables of more rows or columns than a
 * reader can follow are not read at all.
 */

#pragma once

#include "base/tal-approximation.h"
#include "base/tal-decimal.h"
#include "base/tal-fraction.h"
#include "base/tal-interval.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_NOTE_CELL_EMPTY, /* also "-", which counts as nothing */
  TAL_NOTE_CELL_WORDS,
  TAL_NOTE_CELL_MISSING, /* "..": there is a figure, but not here */
  TAL_NOTE_CELL_YEAR,    /* "2015" as a year is written */
  TAL_NOTE_CELL_NUMBER,
  TAL_NOTE_CELL_PERCENT,
} TalNoteCellKind;

typedef struct
{
  TalNoteCellKind  kind;
  const char      *text;
  TalDecimal       value; /* of a number or per cent */
  TalApproximation approximation;
} TalNoteCell;

typedef enum
{
  TAL_NOTE_ROW_PLAIN,
  TAL_NOTE_ROW_PART,  /* "heraf …": of the plain row above */
  TAL_NOTE_ROW_TOTAL, /* "I alt", "Sum" */
  TAL_NOTE_ROW_WORDS, /* no numbers: a heading between rows */
} TalNoteRowKind;

typedef struct
{
  TalNoteRowKind kind;
  guint          line;
  const char    *name;  /* what tells the row from others, "" where nothing does */
  TalNoteCell   *cells; /* as many as the table has columns */
} TalNoteRow;

typedef struct
{
  TalNoteCellKind kind;    /* of most of its cells: words, year, number or per cent */
  guint8          scale;   /* decimals of most of its numbers */
  char           *heading; /* the rows above the numbers in one, "" where none */
} TalNoteColumn;

typedef struct
{
  guint          first;   /* passage of its first row */
  guint          end;     /* the passage behind its last */
  guint          caption; /* passage of its caption, or G_MAXUINT */
  guint          line;
  GPtrArray     *rows; /* TalNoteRow, without those of the heading */
  TalNoteColumn *columns;
  guint          n_columns;
} TalNoteTable;

/* The tables (TalNoteTable) of the passages, which must outlive them. */
GPtrArray *tal_note_table_list (const GPtrArray *passages);

const TalNoteRow  *tal_note_table_get_row (const TalNoteTable *self, guint row);
const TalNoteCell *tal_note_table_get_cell (const TalNoteTable *self, guint row, guint column);
/* Whether a cell has a figure: a number or a per cent. */
gboolean tal_note_cell_is_figure (const TalNoteCell *self);
/* Whether any of that many cells has one. */
gboolean tal_note_row_has_figure (const TalNoteRow *self, guint n_columns);

/* What a figure may have been, rounded or not. */
TalInterval tal_note_table_get_interval (const TalNoteTable *self,
                                         const TalNoteCell  *cell,
                                         guint               column);

G_END_DECLS
