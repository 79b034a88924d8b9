/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-csv-reader.h"
#include "formats/tal-number-style.h"

int LLVMFuzzerTestOneInput (const guint8 *start, gsize size);

int
LLVMFuzzerTestOneInput (const guint8 *start, gsize size)
{
  g_autoptr (GBytes)      bytes = g_bytes_new_static (start, size);
  g_autoptr (GError)      error = NULL;
  TalCsvReport            report = { 0 };
  g_autoptr (TalWorkbook) book = tal_csv_read (bytes, &report, NULL, &error);
  const TalSheet         *sheet = NULL;

  /* A table, or a sentence why there is none. */
  g_assert_true ((book == NULL) == (error != NULL));
  if (book == NULL)
    return 0;

  sheet = tal_workbook_get_sheet (book, 0);
  for (guint column = 0; column < MIN (tal_sheet_get_n_columns (sheet), 16); column++)
    {
      TalNumberSurvey survey;

      tal_number_style_survey (sheet, column, 0, tal_sheet_get_n_rows (sheet), &survey);
    }

  return 0;
}
