/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-table-file.h"

#include "base/tal-cell-block.h"
#include "base/tal-error.h"
#include "formats/tal-archive.h"
#include "formats/tal-input-file.h"
#include "formats/tal-ods-reader.h"
#include "formats/tal-workbook-builder.h"
#include "formats/tal-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LARGEST_FILE (512 * 1024 * 1024)
#define LARGEST_PART (G_GUINT64_CONSTANT (1024) * 1024 * 1024) /* of an archive, unpacked */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_INVALID_FILE, sentence);
  return FALSE;
}

/* A workbook that is encrypted lies in a container of Office's older kind, under this name. */
static gboolean
has_encrypted_package (GBytes *bytes)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize             length = 0;
  const char       *content = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i + sizeof name <= length; i++)
    {
      if (content[i] == 'E' && memcmp (content + i, name, sizeof name) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
refuse_old_office (TalInputFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = tal_input_file_load (file, LARGEST_FILE, cancellable, error);

  if (bytes == NULL)
    return FALSE;
  if (has_encrypted_package (bytes))
    return refuse (error, _("The document is protected with a password. Save it without one and try again."));

  return refuse (error, _("The file is from an older Excel (.xls). Open it there, save it as XLSX and try again."));
}

static gboolean
is_markup (const TalInputFile *file)
{
  static const char *const starts[] = { "<html",  "<!doctype html",
                                        "<table", "<head",
                                        "<meta",  "urn:schemas-microsoft-com:office:spreadsheet" };

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      if (tal_input_file_is_markup (file, starts[i]))
        return TRUE;
    }

  return FALSE;
}

/* Files that people take for tables; TRUE where it is none of them. */
static gboolean
check_kind (TalInputFile *file, GCancellable *cancellable, GError **error)
{
  if (tal_input_file_get_size (file) > LARGEST_FILE)
    {
      g_set_error (error, TAL_ERROR, TAL_ERROR_UNSAFE_FILE,
                   _("The file is larger than %d MB, which no table is."),
                      LARGEST_FILE / (1024 * 1024));
      return FALSE;
    }
  if (tal_input_file_begins_with (file, "\xd0\xcf\x11\xe0", 4))
    return refuse_old_office (file, cancellable, error);
  if (tal_input_file_begins_with (file, "%PDF", 4))
    return refuse (error,
                   _("The file is a PDF, which has no cells. Get the table as XLSX, ODS or CSV."));
  if (tal_input_file_begins_with (file, "{\\rtf", 5))
    return refuse (error, _("The file is a text document. Copy the table into a spreadsheet and save it."));
  if (tal_input_file_begins_with (file, "\x1f\x8b", 2))
    return refuse (error, _("The file is compressed. Unpack it and try again."));
  if (is_markup (file))
    return refuse (error,
                   _("The file is a web page, whatever its name says. Open it in a spreadsheet, "
                            "save it as XLSX and try again."));
  if (tal_input_file_is_markup (file, "<?xml"))
    return refuse (error, _("The file is XML and no table."));

  return TRUE;
}

static TalWorkbook *
read_archive (TalInputFile *file, TalTableReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (TalArchive) archive =
      tal_archive_open (tal_input_file_take_handle (file), LARGEST_PART, error);

  if (archive == NULL)
    return NULL;

  if (tal_xlsx_is (archive) && !tal_archive_has (archive, "xl/workbook.bin"))
    {
      report->kind = TAL_TABLE_KIND_XLSX;
      return tal_xlsx_read (archive, cancellable, error);
    }
  if (tal_archive_has (archive, "xl/workbook.bin"))
    {
      refuse (error,
              _("The file is an Excel workbook of the binary kind (.xlsb). Save it as XLSX and "
                       "try again."));
      return NULL;
    }
  if (tal_archive_has (archive, "content.xml"))
    {
      report->kind = TAL_TABLE_KIND_ODS;
      return tal_ods_read (archive, cancellable, error);
    }

  refuse (error, _("The file is no table. Save it as XLSX, ODS or CSV."));
  return NULL;
}

static TalWorkbook *
read_file (TalInputFile *file, TalTableReport *report, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (tal_input_file_begins_with (file, "PK\x03\x04", 4))
    return read_archive (file, report, cancellable, error);

  bytes = tal_input_file_load (file, LARGEST_FILE, cancellable, error);
  if (bytes == NULL)
    return NULL;

  report->kind = TAL_TABLE_KIND_TEXT;
  return tal_csv_read (bytes, &report->text, cancellable, error);
}

static gboolean
check_cells (const TalWorkbook *book, GError **error)
{
  return tal_workbook_get_n_cells (book) > 0 ||
         refuse (error, _("There are no data in this file."));
}

TalWorkbook *
tal_table_file_read (const char     *path,
                     TalTableReport *ret_report,
                     GCancellable   *cancellable,
                     GError        **error)
{
  g_autoptr (TalInputFile) file = NULL;
  g_autoptr (TalWorkbook)  book = NULL;
  TalTableReport           report = { 0 };

  g_return_val_if_fail (path != NULL, NULL);

  file = tal_input_file_open (path, error);
  if (file == NULL || !check_kind (file, cancellable, error))
    return NULL;

  book = read_file (file, &report, cancellable, error);
  if (book == NULL || !check_cells (book, error))
    return NULL;

  if (ret_report != NULL)
    *ret_report = report;
  return g_steal_pointer (&book);
}

static gboolean
add_block (TalWorkbookBuilder *builder, const TalCellBlock *block, GError **error)
{
  TalCell cell = { .kind = TAL_CELL_TEXT,
                   .number = TAL_DECIMAL_NONE,
                   .decimals = TAL_CELL_DECIMALS_UNKNOWN };

  for (guint row = 0; row < tal_cell_block_get_n_rows (block); row++)
    {
      if (!tal_workbook_builder_begin_row (builder, row, row + 1, error))
        return FALSE;
      for (guint column = 0; column < tal_cell_block_get_n_columns (block); column++)
        {
          cell.text = tal_cell_block_get (block, row, column);
          if (!tal_workbook_builder_add (builder, column, &cell, error))
            return FALSE;
        }
    }

  return TRUE;
}

TalWorkbook *
tal_table_file_read_clipboard (const char *text, TalTableReport *ret_report, GError **error)
{
  g_autoptr (TalWorkbookBuilder) builder = tal_workbook_builder_new ();
  g_autoptr (TalCellBlock)       block = NULL;
  g_autoptr (TalWorkbook)        book = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  block = tal_cell_block_parse (text);
  if (!tal_workbook_builder_begin_sheet (builder, "", FALSE, TRUE, error) ||
      !add_block (builder, block, error))
    return NULL;

  book = tal_workbook_builder_take (builder);
  if (tal_workbook_get_n_cells (book) == 0)
    {
      refuse (error, _("There are no data on the clipboard."));
      return NULL;
    }
  if (ret_report != NULL)
    *ret_report = (TalTableReport){ .kind = TAL_TABLE_KIND_CLIPBOARD };
  return g_steal_pointer (&book);
}
