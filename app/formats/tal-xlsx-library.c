/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-xlsx-library.h"

#include "base/tal-error.h"
#include "formats/tal-library.h"

#include <glib/gi18n-lib.h>

/* Its structures grow from version to version: another one's would be read wrongly. */
static const char *const file_names[] = { "libxlsxwriter.so." LXW_SOVERSION,
                                          "libxlsxwriter." LXW_SOVERSION ".dylib",
                                          "libxlsxwriter.dll", NULL };

static gboolean
load (TalXlsxLibrary *library)
{
  const TalLibraryFunction functions[] = {
    { "chart_add_series", &library->chart_add_series },
    { "chart_axis_set_name", &library->chart_axis_set_name },
    { "chart_axis_set_num_format", &library->chart_axis_set_num_format },
    { "chart_legend_set_position", &library->chart_legend_set_position },
    { "chart_series_set_categories", &library->chart_series_set_categories },
    { "chart_series_set_name_range", &library->chart_series_set_name_range },
    { "chart_series_set_values", &library->chart_series_set_values },
    { "chart_title_set_name", &library->chart_title_set_name },
    { "format_set_align", &library->format_set_align },
    { "format_set_bg_color", &library->format_set_bg_color },
    { "format_set_bold", &library->format_set_bold },
    { "format_set_bottom", &library->format_set_bottom },
    { "format_set_font_size", &library->format_set_font_size },
    { "format_set_indent", &library->format_set_indent },
    { "format_set_num_format", &library->format_set_num_format },
    { "format_set_text_wrap", &library->format_set_text_wrap },
    { "format_set_top", &library->format_set_top },
    { "format_set_unlocked", &library->format_set_unlocked },
    { "workbook_add_chart", &library->workbook_add_chart },
    { "workbook_add_format", &library->workbook_add_format },
    { "workbook_add_worksheet", &library->workbook_add_worksheet },
    { "workbook_close", &library->workbook_close },
    { "workbook_new_opt", &library->workbook_new_opt },
    { "workbook_set_properties", &library->workbook_set_properties },
    { "worksheet_data_validation_range", &library->worksheet_data_validation_range },
    { "worksheet_fit_to_pages", &library->worksheet_fit_to_pages },
    { "worksheet_freeze_panes", &library->worksheet_freeze_panes },
    { "worksheet_insert_chart_opt", &library->worksheet_insert_chart_opt },
    { "worksheet_merge_range", &library->worksheet_merge_range },
    { "worksheet_protect", &library->worksheet_protect },
    { "worksheet_repeat_rows", &library->worksheet_repeat_rows },
    { "worksheet_set_column", &library->worksheet_set_column },
    { "worksheet_set_column_opt", &library->worksheet_set_column_opt },
    { "worksheet_set_landscape", &library->worksheet_set_landscape },
    { "worksheet_set_paper", &library->worksheet_set_paper },
    { "worksheet_set_row", &library->worksheet_set_row },
    { "worksheet_write_blank", &library->worksheet_write_blank },
    { "worksheet_write_number", &library->worksheet_write_number },
    { "worksheet_write_string", &library->worksheet_write_string },
    { NULL },
  };

  return tal_library_load (file_names, functions);
}

const TalXlsxLibrary *
tal_xlsx_library_get (GError **error)
{
  static TalXlsxLibrary library;
  static gsize          state = 0;

  if (g_once_init_enter (&state))
    g_once_init_leave (&state, load (&library) ? 1 : 2);
  if (state == 1)
    return &library;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                       _ ("The library that writes XLSX files, libxlsxwriter, is not installed. "
                          "Choose ODS or CSV."));
  return NULL;
}
