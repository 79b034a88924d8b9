/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of somebody's table, as its file has it.  What it means (a figure, a period, a
 * heading) is not known here: a number of a text file is text until its column is understood
 * (formats/tal-number-style.h).
 */

#pragma once

#include "base/tal-day.h"
#include "base/tal-decimal.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_CELL_EMPTY,
  TAL_CELL_TEXT,
  TAL_CELL_NUMBER,
  TAL_CELL_DAY,
  TAL_CELL_BOOLEAN,
  TAL_CELL_ERROR, /* what a formula failed with ("#DIV/0!"), or a formula ("=B2/B3") whose value
                   * the file does not have */
} TalCellKind;

/* 'decimals' of a number whose file does not say how many are shown. */
#define TAL_CELL_DECIMALS_UNKNOWN ((guint8)31)

typedef struct
{
  TalCellKind kind;
  const char *text;     /* as it stands in the file, "" for an empty cell, never NULL.  A file that
                         * has no text of a number or a day has "9.14" or "2018-09-01" here. */
  TalDecimal  number;   /* of a number; TAL_DECIMAL_NONE where it has more digits than are held */
  TalDay      day;      /* of a day */
  gboolean    is_true;  /* of a boolean */
  gboolean    rounded;  /* the number has more decimals in the file: 1/3 is 0.333333333 here */
  gboolean    percent;  /* the number is shown as per cent: 0.087 as "8,7 %" */
  guint8      decimals; /* as shown, or TAL_CELL_DECIMALS_UNKNOWN */
} TalCell;

/* From the first to the last of both, counted from 0. */
typedef struct
{
  guint first_row;
  guint first_column;
  guint last_row;
  guint last_column;
} TalCellArea;

G_END_DECLS
