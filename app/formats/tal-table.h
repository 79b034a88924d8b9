/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table as it is written to other people's programs: a title, rows of headings, rows of typed
 * cells, and below them notes and where the figures are from; perhaps charts of its columns.
 *
 * It is built row by row and never changed behind.  Its texts are made harmless as they come in
 * (see tal_printable_text_dup); they are text wherever they are written, never a formula.  A
 * number stays a number in every format: what belongs to it, "ca. " before and " pct." or "*"
 * behind, is how it is shown.
 *
 * It knows no file and no goal.
 */

#pragma once

#include "base/tal-day.h"
#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

/* What Excel holds, and so the most that a table has. */
#define TAL_TABLE_MAX_ROWS 1000000
#define TAL_TABLE_MAX_COLUMNS 16384

typedef enum
{
  TAL_TABLE_CELL_EMPTY,
  TAL_TABLE_CELL_TEXT,
  TAL_TABLE_CELL_MARK, /* why there is no number: "..", "*"; set where numbers are */
  TAL_TABLE_CELL_NUMBER,
  TAL_TABLE_CELL_DAY,
} TalTableCellKind;

/* How a number is shown.  The texts may be NULL. */
typedef struct
{
  const char *before; /* "ca. " */
  const char *unit;   /* " pct." */
  const char *mark;   /* "*" */
  guint8      decimals;
  gboolean    ungrouped; /* years and numbers of things */
} TalTableFormat;

typedef struct
{
  TalTableCellKind kind;
  guint            format; /* of a number, see tal_table_get_format */
  union
  {
    const char *text; /* owned by the table */
    TalDecimal  number;
    TalDay      day;
  };
} TalTableCell;

typedef enum
{
  TAL_TABLE_ROW_PLAIN,
  TAL_TABLE_ROW_HEADING, /* names the rows below it */
  TAL_TABLE_ROW_TOTAL,
} TalTableRowKind;

typedef enum
{
  TAL_TABLE_CHART_LINE,
  TAL_TABLE_CHART_COLUMNS,
} TalTableChartKind;

/* Of some columns over some rows, which are named by the cells of the first column. */
typedef struct
{
  TalTableChartKind kind;
  char             *title;
  char             *caption; /* of the value axis; or NULL */
  guint             first_row;
  guint             n_rows;
  guint             decimals; /* on the value axis */
  GArray           *columns;  /* of guint */
} TalTableChart;

/* What somebody fills in who gets the table as a form. */
typedef enum
{
  TAL_TABLE_INPUT_NONE,
  TAL_TABLE_INPUT_NUMBER, /* or one of the choices */
  TAL_TABLE_INPUT_CHOICE,
  TAL_TABLE_INPUT_TEXT,
} TalTableInputKind;

typedef struct
{
  TalTableInputKind  kind;
  const char        *title;   /* of the hint, at most 32 characters */
  const char        *hint;    /* at most 255 */
  const char *const *choices; /* NULL-terminated; NULL is none */
} TalTableInput;

typedef struct _TalTable TalTable;

/* 'name' is what its sheet is called, 'title' stands above it. */
TalTable *tal_table_new (const char *name, const char *title);
void      tal_table_free (TalTable *self);

/* Before the first row, in order.  'width' is in characters. */
void tal_table_add_column (TalTable *self, guint width);
/* A column whose cells somebody fills in: then all others are locked, where a format can.
 * 'input' is copied. */
void tal_table_set_input (TalTable *self, guint column, const TalTableInput *input);
/* A column for the program that reads the table again, not for people. */
void tal_table_hide_column (TalTable *self, guint column);
/* A row of headings, one a column; NULL is an empty one. */
void tal_table_add_headings (TalTable *self, const char *const *headings);

/* Every row has as many cells as there are columns: those that lack at its end are empty. */
void tal_table_begin_row (TalTable *self, TalTableRowKind kind);
/* NULL and "" are empty. */
void tal_table_add_text (TalTable *self, const char *text);
void tal_table_add_mark (TalTable *self, const char *mark);
/* TAL_DECIMAL_NONE is empty. */
void tal_table_add_number (TalTable *self, TalDecimal number, const TalTableFormat *format);
/* TAL_DAY_NONE is empty. */
void tal_table_add_day (TalTable *self, TalDay day);

/* A paragraph below the table, once however often it is added; NULL is nothing. */
void tal_table_add_note (TalTable *self, const char *note);
/* To be filled in; 'columns' is empty. */
TalTableChart *tal_table_add_chart (TalTable *self, TalTableChartKind kind, const char *title);

const char *tal_table_get_name (const TalTable *self);
const char *tal_table_get_title (const TalTable *self);
guint       tal_table_get_n_columns (const TalTable *self);
guint       tal_table_get_width (const TalTable *self, guint column);
gboolean    tal_table_is_column_hidden (const TalTable *self, guint column);
/* NULL where the column isn't filled in. */
const TalTableInput *tal_table_get_input (const TalTable *self, guint column);
/* Whether any column is. */
gboolean tal_table_is_form (const TalTable *self);
guint    tal_table_get_n_headings (const TalTable *self);
/* NULL where it is empty. */
const char           *tal_table_get_heading (const TalTable *self, guint row, guint column);
guint                 tal_table_get_n_rows (const TalTable *self);
TalTableRowKind       tal_table_get_row_kind (const TalTable *self, guint row);
const TalTableCell   *tal_table_get_cell (const TalTable *self, guint row, guint column);
guint                 tal_table_get_n_formats (const TalTable *self);
const TalTableFormat *tal_table_get_format (const TalTable *self, guint format);
guint                 tal_table_get_n_notes (const TalTable *self);
const char           *tal_table_get_note (const TalTable *self, guint note);
guint                 tal_table_get_n_charts (const TalTable *self);
const TalTableChart  *tal_table_get_chart (const TalTable *self, guint chart);

/* Whether all cells from there on to the right are empty, so that a text has room. */
gboolean tal_table_is_row_empty_behind (const TalTable *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalTable, tal_table_free)

G_END_DECLS
