/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "formats/tal-xlsx-writer.h"

#include "base/tal-error.h"
#include "formats/tal-table-text.h"
#include "formats/tal-xlsx-inputs.h"
#include "formats/tal-xlsx-library.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Above the headings stand the title and an empty row. */
#define TITLE_ROWS 2
#define ROWS_BETWEEN_CANCELLING 500
#define LINE_HEIGHT 15.0 /* points, as Excel's own */
#define MOST_LINES 25
#define ROWS_OF_CHART 17
#define CHART_WIDTH 1.6 /* of Excel's own size */
#define PAPER_A4 9
#define HEAD_COLOUR 0xE6E6E6
#define INPUT_COLOUR 0xFFF8DC
/* A first column that leaves room for others beside it when it stays in view. */
#define MOST_FROZEN_WIDTH 32
#define EXCEL_DAY_ZERO tal_day_new (1899, 12, 30)

typedef enum
{
  STYLE_TITLE,
  STYLE_HEADING,
  STYLE_TEXT,
  STYLE_MARK,
  STYLE_DAY,
  STYLE_NOTE,
  STYLE_OWN, /* of a number, with its own format */
} Style;

/* Of a cell that is filled in, in whatever row. */
#define ROW_INPUT (TAL_TABLE_ROW_TOTAL + 1)
#define N_ROW_KINDS (ROW_INPUT + 1)

typedef struct
{
  const TalXlsxLibrary *library;
  const TalTableBook   *book;
  GCancellable         *cancellable;
  lxw_workbook         *workbook;
  lxw_format           *formats[STYLE_OWN][N_ROW_KINDS];
  lxw_error             problem; /* the first one */
} Writer;

/* One sheet of it. */
typedef struct
{
  Writer         *writer;
  const TalTable *table;
  const char     *name;
  lxw_worksheet  *worksheet;
  GPtrArray      *formats; /* lxw_format * or NULL, of each number format and kind of row */
  guint           row;     /* the next one to be written */
} Sheet;

/* libxlsxwriter prints numbers as the C library does, which has a comma in Danish. */
typedef struct
{
  locale_t plain;
  locale_t before;
} Locale;

static void
locale_clear (Locale *self)
{
  if (self->plain == (locale_t)0)
    return;
  uselocale (self->before);
  freelocale (self->plain);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Locale, locale_clear)

static Locale
locale_enter (void)
{
  Locale self = { newlocale (LC_NUMERIC_MASK, "C", (locale_t)0), (locale_t)0 };

  if (self.plain != (locale_t)0)
    self.before = uselocale (self.plain);
  return self;
}

static void
note_problem (Writer *self, lxw_error problem)
{
  if (self->problem == LXW_NO_ERROR)
    self->problem = problem;
}

static lxw_format *
make_format (Writer *self, Style style, guint row)
{
  const TalXlsxLibrary *library = self->library;
  lxw_format           *format = library->workbook_add_format (self->workbook);

  if (style == STYLE_TITLE || style == STYLE_HEADING || row == TAL_TABLE_ROW_HEADING ||
      row == TAL_TABLE_ROW_TOTAL)
    library->format_set_bold (format);
  if (row == ROW_INPUT)
    {
      library->format_set_unlocked (format);
      library->format_set_bg_color (format, INPUT_COLOUR);
      library->format_set_bottom (format, LXW_BORDER_HAIR);
    }
  if (row == TAL_TABLE_ROW_TOTAL)
    library->format_set_top (format, LXW_BORDER_THIN);
  library->format_set_align (format, LXW_ALIGN_VERTICAL_TOP);

  if (style == STYLE_TITLE)
    library->format_set_font_size (format, 14);
  if (style == STYLE_HEADING)
    {
      library->format_set_bg_color (format, HEAD_COLOUR);
      library->format_set_bottom (format, LXW_BORDER_THIN);
    }
  if (style == STYLE_HEADING || style == STYLE_TEXT || style == STYLE_NOTE)
    library->format_set_text_wrap (format);
  /* Away from a number that ends where the text begins. */
  if (style == STYLE_HEADING || style == STYLE_TEXT)
    library->format_set_indent (format, 1);
  if (style == STYLE_MARK)
    library->format_set_align (format, LXW_ALIGN_RIGHT);
  if (style == STYLE_DAY)
    library->format_set_num_format (format, "dd\\-mm\\-yyyy");
  return format;
}

static lxw_format *
get_format (Writer *self, Style style, guint row)
{
  if (self->formats[style][row] == NULL)
    self->formats[style][row] = make_format (self, style, row);
  return self->formats[style][row];
}

static lxw_format *
get_number_format (Sheet *self, guint format, guint row)
{
  guint       position = format * N_ROW_KINDS + row;
  lxw_format *found = g_ptr_array_index (self->formats, position);

  if (found == NULL)
    {
      g_autofree char *code = tal_table_format_to_code (tal_table_get_format (self->table, format));

      found = make_format (self->writer, STYLE_OWN, row);
      self->writer->library->format_set_num_format (found, code);
      g_ptr_array_index (self->formats, position) = found;
    }
  return found;
}

static gboolean
is_escape (const char *at)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;

  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return FALSE;
    }
  return at[6] == '_';
}

/* Excel reads "_x0041_" as an A: the underscore is escaped in that way itself.  NULL where there is
 * none, as nearly always. */
static char *
dup_escaped (const char *text)
{
  GString *out = NULL;

  if (strstr (text, "_x") == NULL)
    return NULL;

  out = g_string_new (NULL);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (is_escape (at))
        g_string_append (out, "_x005F");
      g_string_append_c (out, *at);
    }
  return g_string_free (out, FALSE);
}

static void
write_text (Sheet *self, guint column, const char *text, lxw_format *format)
{
  g_autofree char *escaped = dup_escaped (text);

  note_problem (self->writer,
                self->writer->library->worksheet_write_string (self->worksheet, self->row,
                                                               (lxw_col_t)column,
                                                               escaped != NULL ? escaped : text,
                                                               format));
}

static void
write_double (Sheet *self, guint column, double number, lxw_format *format)
{
  note_problem (self->writer,
                self->writer->library->worksheet_write_number (self->worksheet, self->row,
                                                               (lxw_col_t)column, number, format));
}

static void
write_number (Sheet *self, guint column, const TalTableCell *cell, guint kind)
{
  lxw_format *format = get_number_format (self, cell->format, kind);

  if (tal_table_is_number_exact (cell->number))
    write_double (self, column, tal_decimal_to_double (cell->number), format);
  else
    {
      g_autofree char *text = tal_table_dup_text (self->table, cell);

      write_text (self, column, text, get_format (self->writer, STYLE_MARK, kind));
    }
}

static void
write_blank (Sheet *self, guint column, lxw_format *format)
{
  note_problem (self->writer,
                self->writer->library->worksheet_write_blank (self->worksheet, self->row,
                                                              (lxw_col_t)column, format));
}

/* What has one line has the height that Excel gives it. */
static void
set_height (Sheet *self, guint n_lines)
{
  if (n_lines > 1)
    note_problem (self->writer,
                  self->writer->library->worksheet_set_row (self->worksheet, self->row,
                                                            LINE_HEIGHT * MIN (n_lines, MOST_LINES),
                                                            NULL));
}

static void
write_cell (Sheet *self, guint row, guint column)
{
  const TalTableCell *cell = tal_table_get_cell (self->table, row, column);
  guint               kind = tal_table_get_row_kind (self->table, row);

  if (kind == TAL_TABLE_ROW_PLAIN && tal_table_get_input (self->table, column) != NULL)
    kind = ROW_INPUT;
  switch (cell->kind)
    {
    case TAL_TABLE_CELL_EMPTY:
      if (kind >= TAL_TABLE_ROW_TOTAL)
        write_blank (self, column, get_format (self->writer, STYLE_MARK, kind));
      return;
    case TAL_TABLE_CELL_TEXT:
      /* What has room beside it needs no lines. */
      write_text (self, column, cell->text,
                  get_format (self->writer,
                              kind == TAL_TABLE_ROW_HEADING &&
                                      tal_table_is_row_empty_behind (self->table, row, column)
                                  ? STYLE_TITLE
                                  : STYLE_TEXT,
                              kind));
      return;
    case TAL_TABLE_CELL_MARK:
      write_text (self, column, cell->text, get_format (self->writer, STYLE_MARK, kind));
      return;
    case TAL_TABLE_CELL_NUMBER:
      write_number (self, column, cell, kind);
      return;
    case TAL_TABLE_CELL_DAY:
      write_double (self, column, cell->day - EXCEL_DAY_ZERO,
                    get_format (self->writer, STYLE_DAY, kind));
      return;
    }
}

static void
write_head (Sheet *self)
{
  lxw_format *format = get_format (self->writer, STYLE_HEADING, TAL_TABLE_ROW_PLAIN);

  write_text (self, 0, tal_table_get_title (self->table),
              get_format (self->writer, STYLE_TITLE, TAL_TABLE_ROW_PLAIN));
  self->row += TITLE_ROWS;
  for (guint i = 0; i < tal_table_get_n_headings (self->table); i++)
    {
      set_height (self, tal_table_count_heading_lines (self->table, i));
      for (guint column = 0; column < tal_table_get_n_columns (self->table); column++)
        {
          const char *heading = tal_table_get_heading (self->table, i, column);

          if (heading != NULL)
            write_text (self, column, heading, format);
          else
            write_blank (self, column, format);
        }
      self->row++;
    }
}

static guint
get_total_width (const TalTable *table, guint *ret_last)
{
  guint width = 0;
  guint column = 0;

  /* No wider than a page is read. */
  for (column = 0; column < tal_table_get_n_columns (table) && width < 100; column++)
    width += tal_table_get_width (table, column);
  *ret_last = column - 1;
  return width;
}

static void
write_notes (Sheet *self)
{
  const TalXlsxLibrary *library = self->writer->library;
  lxw_format           *format = get_format (self->writer, STYLE_NOTE, TAL_TABLE_ROW_PLAIN);
  guint                 last = 0;
  guint                 width = get_total_width (self->table, &last);

  self->row++;
  for (guint i = 0; i < tal_table_get_n_notes (self->table); i++)
    {
      const char      *note = tal_table_get_note (self->table, i);
      g_autofree char *escaped = dup_escaped (note);

      set_height (self, tal_table_count_lines (note, width));
      if (last > 0)
        note_problem (self->writer,
                      library->worksheet_merge_range (self->worksheet, self->row, 0, self->row,
                                                      (lxw_col_t)last,
                                                      escaped != NULL ? escaped : note, format));
      else
        write_text (self, 0, note, format);
      self->row++;
    }
}

static void
add_chart_column (Sheet *self, lxw_chart *chart, const TalTableChart *asked, guint column)
{
  const TalXlsxLibrary *library = self->writer->library;
  lxw_chart_series     *series = library->chart_add_series (chart, NULL, NULL);
  lxw_row_t             head = TITLE_ROWS;
  lxw_row_t             first = head + tal_table_get_n_headings (self->table) + asked->first_row;
  lxw_row_t             last = first + asked->n_rows - 1;

  library->chart_series_set_categories (series, self->name, first, 0, last, 0);
  library->chart_series_set_values (series, self->name, first, (lxw_col_t)column, last,
                                    (lxw_col_t)column);
  library->chart_series_set_name_range (series, self->name, head, (lxw_col_t)column);
}

static void
write_chart (Sheet *self, const TalTableChart *asked)
{
  const TalXlsxLibrary *library = self->writer->library;
  lxw_chart_options     options = { .x_scale = CHART_WIDTH, .y_scale = 1 };
  const TalTableFormat  format = { .decimals = (guint8)asked->decimals };
  g_autofree char      *code = tal_table_format_to_code (&format);
  lxw_chart            *chart = NULL;

  chart = library->workbook_add_chart (self->writer->workbook, asked->kind == TAL_TABLE_CHART_LINE
                                                                   ? LXW_CHART_LINE
                                                                   : LXW_CHART_COLUMN);
  for (guint i = 0; i < asked->columns->len; i++)
    add_chart_column (self, chart, asked, g_array_index (asked->columns, guint, i));
  library->chart_title_set_name (chart, asked->title);
  if (asked->caption != NULL)
    library->chart_axis_set_name (chart->y_axis, asked->caption);
  library->chart_axis_set_num_format (chart->y_axis, code);
  library->chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  note_problem (self->writer, library->worksheet_insert_chart_opt (self->worksheet, self->row + 1,
                                                                   0, chart, &options));
  self->row += ROWS_OF_CHART;
}

static void
set_up_sheet (Sheet *self)
{
  const TalXlsxLibrary *library = self->writer->library;
  guint                 n_columns = tal_table_get_n_columns (self->table);
  guint                 n_headings = tal_table_get_n_headings (self->table);

  for (guint i = 0; i < n_columns; i++)
    {
      lxw_row_col_options options = { .hidden = tal_table_is_column_hidden (self->table, i) };

      note_problem (self->writer,
                    library->worksheet_set_column_opt (self->worksheet, (lxw_col_t)i, (lxw_col_t)i,
                                                       tal_table_get_width (self->table, i), NULL,
                                                       &options));
    }
  library->worksheet_set_landscape (self->worksheet);
  library->worksheet_set_paper (self->worksheet, PAPER_A4);
  library->worksheet_fit_to_pages (self->worksheet, 1, 0);
  if (n_headings == 0)
    return;

  library->worksheet_freeze_panes (self->worksheet, TITLE_ROWS + n_headings,
                                   n_columns > 4 &&
                                           tal_table_get_width (self->table, 0) <= MOST_FROZEN_WIDTH
                                       ? 1
                                       : 0);
  library->worksheet_repeat_rows (self->worksheet, TITLE_ROWS, TITLE_ROWS + n_headings - 1);
}

static gboolean
write_sheet (Sheet *self, GError **error)
{
  set_up_sheet (self);
  write_head (self);
  note_problem (self->writer, tal_xlsx_inputs_add (self->writer->library, self->worksheet,
                                                   self->table, self->row));
  for (guint row = 0; row < tal_table_get_n_rows (self->table); row++)
    {
      if (row % ROWS_BETWEEN_CANCELLING == 0 &&
          g_cancellable_set_error_if_cancelled (self->writer->cancellable, error))
        return FALSE;

      set_height (self, tal_table_count_row_lines (self->table, row));
      for (guint column = 0; column < tal_table_get_n_columns (self->table); column++)
        write_cell (self, row, column);
      self->row++;
    }
  write_notes (self);
  for (guint i = 0; i < tal_table_get_n_charts (self->table); i++)
    write_chart (self, tal_table_get_chart (self->table, i));
  return TRUE;
}

static gboolean
write_table (Writer *self, guint position, GError **error)
{
  const char           *name = tal_table_book_get_sheet_name (self->book, position);
  const TalTable       *table = tal_table_book_get_table (self->book, position);
  g_autoptr (GPtrArray) formats = g_ptr_array_new ();
  Sheet                 sheet = { self, table, name, NULL, formats, 0 };

  g_ptr_array_set_size (formats, (int)(tal_table_get_n_formats (table) * N_ROW_KINDS));
  sheet.worksheet = self->library->workbook_add_worksheet (self->workbook, name);
  if (sheet.worksheet == NULL)
    {
      note_problem (self, LXW_ERROR_CREATING_TMPFILE);
      return TRUE;
    }
  return write_sheet (&sheet, error);
}

static void
set_properties (Writer *self)
{
  TalTime            written = tal_table_book_get_written (self->book);
  lxw_doc_properties properties = {
    .title = (char *)tal_table_book_get_title (self->book),
    .author = (char *)tal_table_book_get_author (self->book),
    /* Zero would be now. */
    .created = (time_t)(written != TAL_TIME_NONE ? MAX (written, 1) : 1),
  };

  self->library->workbook_set_properties (self->workbook, &properties);
}

static gboolean
write_workbook (Writer *self, const char *path, GError **error)
{
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  gboolean             complete = TRUE;

  self->workbook = self->library->workbook_new_opt (path, &options);
  if (self->workbook == NULL)
    {
      self->problem = LXW_ERROR_MEMORY_MALLOC_FAILED;
      return TRUE;
    }

  set_properties (self);
  for (guint i = 0; complete && i < tal_table_book_get_length (self->book); i++)
    complete = write_table (self, i, error);
  /* It is what frees the workbook, too. */
  note_problem (self, self->library->workbook_close (self->workbook));
  return complete;
}

static gboolean
copy_file (const char *path, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile)            file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) input = g_file_read (file, cancellable, error);

  return input != NULL &&
         g_output_stream_splice (stream, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_NONE,
                                 cancellable, error) >= 0;
}

static gboolean
write_by_way_of (Writer *self, const char *path, GOutputStream *stream, GError **error)
{
  g_auto (Locale) locale = locale_enter ();

  if (!write_workbook (self, path, error))
    return FALSE;
  if (self->problem != LXW_NO_ERROR)
    {
      g_autofree char *folder = g_filename_display_name (g_get_tmp_dir ());

      g_set_error (error, TAL_ERROR, TAL_ERROR_NOT_WRITTEN,
                   _ ("The XLSX file could not be made in “%s”, the folder for temporary files. "
                      "Make room there, or choose ODS or CSV."),
                      folder);
      return FALSE;
    }

  return copy_file (path, stream, self->cancellable, error);
}

gboolean
tal_xlsx_write (const TalTableBook *book,
                GOutputStream      *stream,
                GCancellable       *cancellable,
                GError            **error)
{
  Writer           writer = { .book = book, .cancellable = cancellable };
  g_autofree char *path = NULL;
  int              handle = -1;
  gboolean         written = FALSE;

  g_return_val_if_fail (book != NULL && tal_table_book_get_length (book) > 0, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  writer.library = tal_xlsx_library_get (error);
  if (writer.library == NULL)
    return FALSE;

  handle = g_file_open_tmp ("indsats-XXXXXX.xlsx", &path, error);
  if (handle < 0)
    return FALSE;

  g_close (handle, NULL);
  written = write_by_way_of (&writer, path, stream, error);
  g_unlink (path);
  return written;
}
