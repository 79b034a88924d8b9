/* SPDX-License-Identifier: GPL-3.0-or-later */

/* libxlsxwriter, loaded when the first workbook is written: it brings a library for encryption
 * that every start of the programs would wait for, and few runs write one.
 */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* The functions that are used, each with the type that the library's headers declare. */
typedef struct
{
  __typeof__ (chart_add_series)                *chart_add_series;
  __typeof__ (chart_axis_set_name)             *chart_axis_set_name;
  __typeof__ (chart_axis_set_num_format)       *chart_axis_set_num_format;
  __typeof__ (chart_legend_set_position)       *chart_legend_set_position;
  __typeof__ (chart_series_set_categories)     *chart_series_set_categories;
  __typeof__ (chart_series_set_name_range)     *chart_series_set_name_range;
  __typeof__ (chart_series_set_values)         *chart_series_set_values;
  __typeof__ (chart_title_set_name)            *chart_title_set_name;
  __typeof__ (format_set_align)                *format_set_align;
  __typeof__ (format_set_bg_color)             *format_set_bg_color;
  __typeof__ (format_set_bold)                 *format_set_bold;
  __typeof__ (format_set_bottom)               *format_set_bottom;
  __typeof__ (format_set_font_size)            *format_set_font_size;
  __typeof__ (format_set_indent)               *format_set_indent;
  __typeof__ (format_set_num_format)           *format_set_num_format;
  __typeof__ (format_set_text_wrap)            *format_set_text_wrap;
  __typeof__ (format_set_top)                  *format_set_top;
  __typeof__ (format_set_unlocked)             *format_set_unlocked;
  __typeof__ (workbook_add_chart)              *workbook_add_chart;
  __typeof__ (workbook_add_format)             *workbook_add_format;
  __typeof__ (workbook_add_worksheet)          *workbook_add_worksheet;
  __typeof__ (workbook_close)                  *workbook_close;
  __typeof__ (workbook_new_opt)                *workbook_new_opt;
  __typeof__ (workbook_set_properties)         *workbook_set_properties;
  __typeof__ (worksheet_data_validation_range) *worksheet_data_validation_range;
  __typeof__ (worksheet_fit_to_pages)          *worksheet_fit_to_pages;
  __typeof__ (worksheet_freeze_panes)          *worksheet_freeze_panes;
  __typeof__ (worksheet_insert_chart_opt)      *worksheet_insert_chart_opt;
  __typeof__ (worksheet_merge_range)           *worksheet_merge_range;
  __typeof__ (worksheet_protect)               *worksheet_protect;
  __typeof__ (worksheet_repeat_rows)           *worksheet_repeat_rows;
  __typeof__ (worksheet_set_column)            *worksheet_set_column;
  __typeof__ (worksheet_set_column_opt)        *worksheet_set_column_opt;
  __typeof__ (worksheet_set_landscape)         *worksheet_set_landscape;
  __typeof__ (worksheet_set_paper)             *worksheet_set_paper;
  __typeof__ (worksheet_set_row)               *worksheet_set_row;
  __typeof__ (worksheet_write_blank)           *worksheet_write_blank;
  __typeof__ (worksheet_write_number)          *worksheet_write_number;
  __typeof__ (worksheet_write_string)          *worksheet_write_string;
} TalXlsxLibrary;

/* Loaded once for the whole run, by any thread; TAL_ERROR_NOT_FOUND where the system has
 * none of the version that this program was built with. */
const TalXlsxLibrary *tal_xlsx_library_get (GError **error);

G_END_DECLS
