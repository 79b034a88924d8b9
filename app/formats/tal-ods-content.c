/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/tal-ods-content.h"

#include "formats/tal-table-text.h"

#include <string.h>

#define PIECE (64 * 1024)
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define NAMESPACE(prefix, name) \
  " xmlns:" prefix "=\"urn:oasis:names:tc:opendocument:xmlns:" name "\""
/* Above the headings stand the title and an empty row. */
#define TITLE_ROWS 2
#define MOST_LINES 25
/* No wider than a page is read, in characters. */
#define MOST_NOTE_WIDTH 100
#define MOST_FROZEN_WIDTH 32
/* Of a character, in hundredths of a centimetre, and of a line. */
#define CHARACTER_WIDTH 20
#define LINE_HEIGHT 46

typedef struct
{
  const TalTableBook *book;
  GOutputStream      *stream;
  GCancellable       *cancellable;
  GString            *out;
} Content;

static const char *const row_names[] = { "plain", "heading", "total" };

static gboolean
flush (Content *self, gsize most, GError **error)
{
  gboolean written = TRUE;

  if (self->out->len > most)
    {
      written = g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL,
                                           self->cancellable, error);
      g_string_truncate (self->out, 0);
    }
  return written;
}

static void
append_escaped (GString *out, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize)length);

  g_string_append (out, escaped);
}

/* One line as a paragraph: of several spaces only the first is one in a document. */
static void
append_paragraph (GString *out, const char *line)
{
  const char *at = line;

  g_string_append (out, "<text:p>");
  while (*at != '\0')
    {
      gsize length = strcspn (at, " ");

      append_escaped (out, at, length);
      at += length;
      if (*at != ' ')
        break;
      g_string_append (out, at == line || at[-1] == ' ' || at[1] == '\0' ? "<text:s/>" : " ");
      at++;
    }
  g_string_append (out, "</text:p>");
}

static void
append_text (GString *out, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    append_paragraph (out, lines[i]);
}

static void
append_text_cell (GString *out, const char *style, const char *text)
{
  g_string_append_printf (out,
                          "<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">",
                          style);
  append_text (out, text);
  g_string_append (out, "</table:table-cell>");
}

static void
append_empty_cell (GString *out, const char *style)
{
  g_string_append_printf (out, "<table:table-cell table:style-name=\"%s\"/>", style);
}

static void
append_number_cell (GString            *out,
                    const TalTable     *table,
                    guint               number,
                    const TalTableCell *cell,
                    TalTableRowKind     kind)
{
  const TalTableFormat *format = tal_table_get_format (table, cell->format);
  g_autofree char      *shown = tal_table_dup_text (table, cell);
  g_autofree char      *value = tal_decimal_to_string (cell->number);
  g_autofree char      *style = NULL;

  if (!tal_table_is_number_exact (cell->number))
    {
      style = g_strdup_printf ("mark-%s", row_names[kind]);
      append_text_cell (out, style, shown);
      return;
    }

  g_string_append_printf (out,
                          "<table:table-cell table:style-name=\"c%u-%u-%s\" "
                          "office:value-type=\"float\" office:value=\"%s\">",
                          number, cell->format, row_names[kind], value);
  if (format->unit != NULL)
    {
      g_autofree char *with_unit = g_strconcat (shown, format->unit, NULL);

      append_text (out, with_unit);
    }
  else
    append_text (out, shown);
  g_string_append (out, "</table:table-cell>");
}

static void
append_day_cell (GString *out, const TalTable *table, const TalTableCell *cell, const char *row)
{
  g_autofree char *day = tal_day_to_string (cell->day);
  g_autofree char *shown = tal_table_dup_text (table, cell);

  g_string_append_printf (out,
                          "<table:table-cell table:style-name=\"day-%s\" "
                          "office:value-type=\"date\" office:date-value=\"%s\">",
                          row, day);
  append_text (out, shown);
  g_string_append (out, "</table:table-cell>");
}

static void
append_cell (GString *out, const TalTable *table, guint number, guint row, guint column)
{
  const TalTableCell *cell = tal_table_get_cell (table, row, column);
  TalTableRowKind     kind = tal_table_get_row_kind (table, row);
  const char         *name = row_names[kind];
  char                style[16];

  switch (cell->kind)
    {
    case TAL_TABLE_CELL_EMPTY:
      g_snprintf (style, sizeof style, "mark-%s", name);
      append_empty_cell (out, style);
      return;
    case TAL_TABLE_CELL_TEXT:
      /* What has room beside it needs no lines. */
      if (kind == TAL_TABLE_ROW_HEADING && tal_table_is_row_empty_behind (table, row, column))
        append_text_cell (out, "title", cell->text);
      else
        {
          g_snprintf (style, sizeof style, "text-%s", name);
          append_text_cell (out, style, cell->text);
        }
      return;
    case TAL_TABLE_CELL_MARK:
      g_snprintf (style, sizeof style, "mark-%s", name);
      append_text_cell (out, style, cell->text);
      return;
    case TAL_TABLE_CELL_NUMBER:
      append_number_cell (out, table, number, cell, kind);
      return;
    case TAL_TABLE_CELL_DAY:
      append_day_cell (out, table, cell, name);
      return;
    }
}

static void
append_number_style (GString *out, guint number, guint position, const TalTableFormat *format)
{
  g_string_append_printf (out,
                          "<number:number-style style:name=\"n%u-%u\" number:language=\"da\" "
                          "number:country=\"DK\">",
                          number, position);
  if (format->before != NULL)
    {
      g_string_append (out, "<number:text>");
      append_escaped (out, format->before, strlen (format->before));
      g_string_append (out, "</number:text>");
    }
  g_string_append_printf (out,
                          "<number:number number:decimal-places=\"%u\" "
                          "number:min-integer-digits=\"1\"%s/>",
                          format->decimals, format->ungrouped ? "" : " number:grouping=\"true\"");
  if (format->unit != NULL || format->mark != NULL)
    {
      g_autofree char *behind = g_strconcat (format->unit != NULL ? format->unit : "",
                                             format->mark != NULL ? format->mark : "", NULL);

      g_string_append (out, "<number:text>");
      append_escaped (out, behind, strlen (behind));
      g_string_append (out, "</number:text>");
    }
  g_string_append (out, "</number:number-style>");
}

/* 'cell', 'paragraph' and 'text' are attributes of the properties of that name. */
static void
append_style (GString    *out,
              const char *name,
              const char *number_style,
              const char *cell,
              const char *paragraph,
              const char *text)
{
  g_string_append_printf (out, "<style:style style:name=\"%s\" style:family=\"table-cell\"", name);
  if (number_style != NULL)
    g_string_append_printf (out, " style:data-style-name=\"%s\"", number_style);
  g_string_append_printf (out,
                          "><style:table-cell-properties style:vertical-align=\"top\"%s/>"
                          "<style:paragraph-properties%s/><style:text-properties%s/>"
                          "</style:style>",
                          cell, paragraph, text);
}

#define WRAP " fo:wrap-option=\"wrap\""
#define BOLD " fo:font-weight=\"bold\""
#define TO_THE_RIGHT " fo:text-align=\"end\""
/* Away from a number that ends where the text begins. */
#define INDENT " fo:margin-left=\"0.2cm\""

static const char *
get_row_cell (TalTableRowKind kind)
{
  return kind == TAL_TABLE_ROW_TOTAL ? " fo:border-top=\"0.5pt solid #000000\"" : "";
}

static const char *
get_row_text (TalTableRowKind kind)
{
  return kind != TAL_TABLE_ROW_PLAIN ? BOLD : "";
}

static void
append_row_styles (GString *out, TalTableRowKind kind)
{
  const char      *name = row_names[kind];
  g_autofree char *text = g_strdup_printf ("text-%s", name);
  g_autofree char *mark = g_strdup_printf ("mark-%s", name);
  g_autofree char *day = g_strdup_printf ("day-%s", name);
  g_autofree char *wrapped = g_strconcat (get_row_cell (kind), WRAP, NULL);

  append_style (out, text, NULL, wrapped, INDENT, get_row_text (kind));
  append_style (out, mark, NULL, get_row_cell (kind), TO_THE_RIGHT, get_row_text (kind));
  append_style (out, day, "day", get_row_cell (kind), "", get_row_text (kind));
}

static void
append_table_styles (GString *out, const TalTable *table, guint number)
{
  for (guint i = 0; i < tal_table_get_n_columns (table); i++)
    {
      guint width = tal_table_get_width (table, i) * CHARACTER_WIDTH;

      g_string_append_printf (out,
                              "<style:style style:name=\"w%u-%u\" style:family=\"table-column\">"
                              "<style:table-column-properties style:column-width=\"%u.%02ucm\"/>"
                              "</style:style>",
                              number, i, width / 100, width % 100);
    }

  for (guint i = 0; i < tal_table_get_n_formats (table); i++)
    {
      g_autofree char *number_style = g_strdup_printf ("n%u-%u", number, i);

      append_number_style (out, number, i, tal_table_get_format (table, i));
      for (guint kind = 0; kind < G_N_ELEMENTS (row_names); kind++)
        {
          g_autofree char *name = g_strdup_printf ("c%u-%u-%s", number, i, row_names[kind]);

          append_style (out, name, number_style, get_row_cell ((TalTableRowKind)kind), "",
                        get_row_text ((TalTableRowKind)kind));
        }
    }
}

static void
append_styles (GString *out, const TalTableBook *book)
{
  g_string_append (out, "<office:automatic-styles>"
                        "<number:date-style style:name=\"day\" number:language=\"da\" "
                        "number:country=\"DK\"><number:day number:style=\"long\"/>"
                        "<number:text>-</number:text><number:month number:style=\"long\"/>"
                        "<number:text>-</number:text><number:year number:style=\"long\"/>"
                        "</number:date-style>"
                        "<style:style style:name=\"sheet\" style:family=\"table\" "
                        "style:master-page-name=\"Default\"/>");
  append_style (out, "title", NULL, "", "", BOLD " fo:font-size=\"14pt\"");
  append_style (out, "head", NULL,
                WRAP " fo:background-color=\"#e6e6e6\" fo:border-bottom=\"0.5pt solid #000000\"",
                INDENT, BOLD);
  append_style (out, "note", NULL, WRAP, "", "");
  for (guint i = 0; i < G_N_ELEMENTS (row_names); i++)
    append_row_styles (out, (TalTableRowKind)i);
  for (guint i = 1; i <= MOST_LINES; i++)
    g_string_append_printf (out,
                            "<style:style style:name=\"h%u\" style:family=\"table-row\">"
                            "<style:table-row-properties style:row-height=\"%u.%02ucm\" "
                            "style:use-optimal-row-height=\"false\"/></style:style>",
                            i, i * LINE_HEIGHT / 100, i * LINE_HEIGHT % 100);
  for (guint i = 0; i < tal_table_book_get_length (book); i++)
    append_table_styles (out, tal_table_book_get_table (book, i), i);
  g_string_append (out, "</office:automatic-styles>");
}

static void
begin_row (GString *out, guint n_lines)
{
  g_string_append_printf (out, "<table:table-row table:style-name=\"h%u\">",
                          MIN (n_lines, MOST_LINES));
}

static void
append_headings (GString *out, const TalTable *table)
{
  g_string_append (out, "<table:table-row>");
  append_text_cell (out, "title", tal_table_get_title (table));
  g_string_append (out, "</table:table-row><table:table-row><table:table-cell/></table:table-row>");
  if (tal_table_get_n_headings (table) == 0)
    return;

  g_string_append (out, "<table:table-header-rows>");
  for (guint row = 0; row < tal_table_get_n_headings (table); row++)
    {
      begin_row (out, tal_table_count_heading_lines (table, row));
      for (guint column = 0; column < tal_table_get_n_columns (table); column++)
        {
          const char *heading = tal_table_get_heading (table, row, column);

          if (heading != NULL)
            append_text_cell (out, "head", heading);
          else
            append_empty_cell (out, "head");
        }
      g_string_append (out, "</table:table-row>");
    }
  g_string_append (out, "</table:table-header-rows>");
}

static void
append_notes (GString *out, const TalTable *table)
{
  guint width = 0;
  guint span = 0;

  while (span < tal_table_get_n_columns (table) && width < MOST_NOTE_WIDTH)
    width += tal_table_get_width (table, span++);

  g_string_append (out, "<table:table-row><table:table-cell/></table:table-row>");
  for (guint i = 0; i < tal_table_get_n_notes (table); i++)
    {
      const char *note = tal_table_get_note (table, i);

      g_string_append_printf (out,
                              "<table:table-row table:style-name=\"h%u\">"
                              "<table:table-cell table:style-name=\"note\" "
                              "table:number-columns-spanned=\"%u\" "
                              "table:number-rows-spanned=\"1\" office:value-type=\"string\">",
                              MIN (tal_table_count_lines (note, width), MOST_LINES), span);
      append_text (out, note);
      g_string_append (out, "</table:table-cell></table:table-row>");
    }
}

static gboolean
write_table (Content *self, guint number, GError **error)
{
  const TalTable *table = tal_table_book_get_table (self->book, number);
  const char     *name = tal_table_book_get_sheet_name (self->book, number);

  g_string_append (self->out, "<table:table table:style-name=\"sheet\" table:name=\"");
  append_escaped (self->out, name, strlen (name));
  g_string_append (self->out, "\">");
  for (guint i = 0; i < tal_table_get_n_columns (table); i++)
    g_string_append_printf (self->out, "<table:table-column table:style-name=\"w%u-%u\"/>", number,
                            i);
  append_headings (self->out, table);
  for (guint row = 0; row < tal_table_get_n_rows (table); row++)
    {
      begin_row (self->out, tal_table_count_row_lines (table, row));
      for (guint column = 0; column < tal_table_get_n_columns (table); column++)
        append_cell (self->out, table, number, row, column);
      g_string_append (self->out, "</table:table-row>\n");
      if (!flush (self, PIECE, error))
        return FALSE;
    }
  append_notes (self->out, table);
  g_string_append (self->out, "</table:table>");
  return flush (self, PIECE, error);
}

gboolean
tal_ods_content_write (const TalTableBook *book,
                       GOutputStream      *stream,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr (GString) out = g_string_new (XML);
  Content             content = { book, stream, cancellable, out };

  g_return_val_if_fail (book != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  g_string_append (out,
                   "<office:document-content" NAMESPACE ("office", "office:1.0")
                       NAMESPACE ("style", "style:1.0") NAMESPACE ("text", "text:1.0")
                           NAMESPACE ("table", "table:1.0") NAMESPACE ("number", "datastyle:1.0")
                               NAMESPACE ("fo",
                                          "xsl-fo-compatible:1.0") " office:version=\"1.2\">");
  append_styles (out, book);
  g_string_append (out, "<office:body><office:spreadsheet>");
  for (guint i = 0; i < tal_table_book_get_length (book); i++)
    {
      if (!write_table (&content, i, error))
        return FALSE;
    }
  g_string_append (out, "</office:spreadsheet></office:body></office:document-content>\n");
  return flush (&content, 0, error);
}

static void
append_setting (GString *out, const char *name, const char *type, guint value)
{
  g_string_append_printf (out,
                          "<config:config-item config:name=\"%s\" config:type=\"%s\">%u"
                          "</config:config-item>",
                          name, type, value);
}

/* 2 is what a split is called that doesn't move; pane 3 is below and to the right. */
static void
append_sheet_settings (GString *out, const TalTable *table, const char *name)
{
  guint n_rows = TITLE_ROWS + tal_table_get_n_headings (table);
  guint n_columns =
      tal_table_get_n_columns (table) > 4 && tal_table_get_width (table, 0) <= MOST_FROZEN_WIDTH
          ? 1
          : 0;

  if (tal_table_get_n_headings (table) == 0)
    return;

  g_string_append (out, "<config:config-item-map-entry config:name=\"");
  append_escaped (out, name, strlen (name));
  g_string_append (out, "\">");
  append_setting (out, "HorizontalSplitMode", "short", n_columns > 0 ? 2 : 0);
  append_setting (out, "VerticalSplitMode", "short", 2);
  append_setting (out, "HorizontalSplitPosition", "int", n_columns);
  append_setting (out, "VerticalSplitPosition", "int", n_rows);
  append_setting (out, "ActiveSplitRange", "short", n_columns > 0 ? 3 : 2);
  append_setting (out, "PositionRight", "int", n_columns);
  append_setting (out, "PositionBottom", "int", n_rows);
  g_string_append (out, "</config:config-item-map-entry>");
}

char *
tal_ods_content_dup_settings (const TalTableBook *book)
{
  GString *out = NULL;

  g_return_val_if_fail (book != NULL, NULL);

  out = g_string_new (
      XML "<office:document-settings" NAMESPACE ("office", "office:1.0")
          NAMESPACE ("config",
                     "config:1.0") " office:version=\"1.2\">"
                                   "<office:settings><config:config-item-set "
                                   "config:name=\"ooo:view-settings\""
                                   " xmlns:ooo=\"http://openoffice.org/2004/office\">"
                                   "<config:config-item-map-indexed config:name=\"Views\">"
                                   "<config:config-item-map-entry>"
                                   "<config:config-item-map-named config:name=\"Tables\">");
  for (guint i = 0; i < tal_table_book_get_length (book); i++)
    append_sheet_settings (out, tal_table_book_get_table (book, i),
                           tal_table_book_get_sheet_name (book, i));
  g_string_append (out, "</config:config-item-map-named></config:config-item-map-entry>"
                        "</config:config-item-map-indexed></config:config-item-set>"
                        "</office:settings></office:document-settings>\n");
  return g_string_free (out, FALSE);
}
