/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one door for tables that come from other programs: CSV and its relatives, XLSX and ODS,
 * told apart by what is in the file and never by its name.  What is none of them is refused with
 * a sentence that says what it is and how to save it instead.
 *
 * Every file is taken for hostile: nothing that it names is opened, nothing in it is run, and
 * limits are kept on what it holds.
 */

#pragma once

#include "formats/tal-csv-reader.h"
#include "formats/tal-workbook.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_TABLE_KIND_TEXT,
  TAL_TABLE_KIND_XLSX,
  TAL_TABLE_KIND_ODS,
  TAL_TABLE_KIND_CLIPBOARD,
} TalTableKind;

typedef struct
{
  TalTableKind kind;
  TalCsvReport text; /* of TAL_TABLE_KIND_TEXT */
} TalTableReport;

/* TAL_ERROR_NOT_FOUND, TAL_ERROR_NOT_WRITTEN where it cannot be read, TAL_ERROR_INVALID_FILE where
 * it is no table, damaged or without anything in it, TAL_ERROR_UNSAFE_FILE beyond a limit; each
 * with one sentence.  'ret_report' may be NULL. */
TalWorkbook *tal_table_file_read (const char     *path,
                                  TalTableReport *ret_report,
                                  GCancellable   *cancellable,
                                  GError        **error);

/* Rows of cells between tabs, as spreadsheets put them on the clipboard. */
TalWorkbook *tal_table_file_read_clipboard (const char     *text,
                                            TalTableReport *ret_report,
                                            GError        **error);

G_END_DECLS
