/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-xlsx-reader.h"

#include "formats/tal-workbook-builder.h"
#include "formats/tal-xlsx-format.h"
#include "formats/tal-xlsx-parts.h"
#include "formats/tal-xlsx-sheet.h"
#include "formats/tal-xlsx-strings.h"

gboolean
tal_xlsx_is (TalArchive *archive)
{
  g_autofree char *workbook = NULL;

  g_return_val_if_fail (archive != NULL, FALSE);

  workbook = tal_xlsx_parts_find_workbook (archive);
  return workbook != NULL;
}

static gboolean
read_sheets (TalArchive          *archive,
             const TalXlsxParts  *parts,
             const TalXlsxShared *shared,
             TalWorkbookBuilder  *builder,
             GCancellable        *cancellable,
             GError             **error)
{
  for (guint i = 0; i < parts->sheets->len; i++)
    {
      const TalXlsxSheet *sheet = parts->sheets->pdata[i];

      if (sheet->part == NULL)
        continue;
      if (!tal_workbook_builder_begin_sheet (builder, sheet->name, sheet->is_hidden, FALSE,
                                             error) ||
          !tal_xlsx_sheet_read (archive, sheet->part, shared, builder, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

TalWorkbook *
tal_xlsx_read (TalArchive *archive, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalWorkbookBuilder) builder = tal_workbook_builder_new ();
  g_autoptr (TalXlsxParts)       parts = NULL;
  g_autoptr (GArray)             formats = NULL;
  g_autoptr (GArray)             strings = NULL;
  g_autofree char               *workbook = NULL;
  TalXlsxShared                  shared = { 0 };

  g_return_val_if_fail (archive != NULL, NULL);

  workbook = tal_xlsx_parts_find_workbook (archive);
  g_return_val_if_fail (workbook != NULL, NULL);

  parts = tal_xlsx_parts_read (archive, workbook, cancellable, error);
  if (parts == NULL)
    return NULL;
  formats = tal_xlsx_format_read_styles (archive, parts->styles, cancellable, error);
  if (formats == NULL)
    return NULL;
  strings = tal_xlsx_strings_read (archive, parts->strings, builder, cancellable, error);
  if (strings == NULL)
    return NULL;

  shared = (TalXlsxShared){ strings, formats, parts->from_1904 };
  if (!read_sheets (archive, parts, &shared, builder, cancellable, error))
    return NULL;

  return tal_workbook_builder_take (builder);
}
