/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a text file with a separator between its cells (CSV and its relatives) as a workbook of
 * one sheet, and says what it took the file for.
 *
 * Every cell is text: which of them are numbers, and whether they are Danish or English, is
 * found out for a column (formats/tal-number-style.h).  Quotation marks, line breaks inside
 * them, all ends of lines and rows of different lengths are read; what is quoted as no program
 * would is refused with its place.
 */

#pragma once

#include "formats/tal-text-encoding.h"
#include "formats/tal-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  TalTextEncoding encoding;
  gboolean        has_mark;    /* a byte order mark */
  char            delimiter;   /* '\0' where all rows have one cell */
  guint           n_rows;      /* that have something in them */
  guint           n_uneven;    /* of these, with another number of cells than most */
  guint           uneven_line; /* of the first such row, from 1; or 0 */
} TalCsvReport;

/* TAL_ERROR_INVALID_FILE or TAL_ERROR_UNSAFE_FILE with the place.  'ret_report' may be NULL. */
TalWorkbook *tal_csv_read (GBytes       *bytes,
                           TalCsvReport *ret_report,
                           GCancellable *cancellable,
                           GError      **error);

G_END_DECLS
