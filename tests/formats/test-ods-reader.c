/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/note-file.h"
#include "formats/shown-sheet.h"
#include "formats/tal-table-file.h"

#include <string.h>

#define OASIS "urn:oasis:names:tc:opendocument:xmlns:"

static char *
new_spreadsheet (const char *body)
{
  g_autofree char *content =
      g_strdup_printf ("<office:document-content xmlns:office=\"" OASIS
                       "office:1.0\" xmlns:text=\"" OASIS "text:1.0\" xmlns:table=\"" OASIS
                       "table:1.0\" xmlns:style=\"" OASIS "style:1.0\" xmlns:draw=\"" OASIS
                       "drawing:1.0\""
                       " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:"
                       "calcext:1.0\">"
                       "<office:automatic-styles><style:style style:name=\"ta2\" "
                       "style:family=\"table\">"
                       "<style:table-properties "
                       "table:display=\"false\"/></style:style></office:automatic-styles>"
                       "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
                       "</office:document-content>",
                       body);
  NoteEntry entries[] = {
    { "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1, NULL },
    { "content.xml", content, -1, NULL },
  };

  return note_file_new_archive ("tal.ods", entries, G_N_ELEMENTS (entries));
}

static TalWorkbook *
read_spreadsheet (const char *body, GError **error)
{
  char        *path = new_spreadsheet (body);
  TalWorkbook *book = tal_table_file_read (path, NULL, NULL, error);

  note_file_free (path);
  return book;
}

static char *
dup_rows (const char *rows)
{
  g_autofree char *body =
      g_strdup_printf ("<table:table table:name=\"Ark1\">%s</table:table>", rows);
  GError      *error = NULL;
  TalWorkbook *book = read_spreadsheet (body, &error);

  return shown_workbook (book, error);
}

static void
test_ods_reads_every_kind_of_cell (void)
{
  static const struct
  {
    const char *attributes;
    const char *content;
    const char *shown;
  } cases[] = {
    { "office:value-type=\"float\" office:value=\"9.14\"", "<text:p>9,1</text:p>", "=9.14" },
    { "office:value-type=\"percentage\" office:value=\"0.087\"", "<text:p>8,70 %</text:p>",
      "=0.087%" },
    { "office:value-type=\"currency\" office:value=\"8600\"", "<text:p>8.600 kr.</text:p>",
      "=8600" },
    { "office:value-type=\"float\" office:value=\"7\"", "", "=7" },
    { "office:value-type=\"float\" office:value=\"syv\"", "<text:p>7</text:p>", "error" },
    { "office:value-type=\"date\" office:date-value=\"2018-09-01\"", "<text:p>1. sept.</text:p>",
      "@2018-09-01" },
    { "office:value-type=\"date\" office:date-value=\"2018-09-01T12:30:00\"",
      "<text:p>1. sept.</text:p>", "@2018-09-01" },
    { "office:value-type=\"boolean\" office:boolean-value=\"true\"", "<text:p>SAND</text:p>",
      "?1" },
    { "office:value-type=\"string\"", "<text:p>2.351</text:p>", "2.351" },
    { "office:value-type=\"string\" office:string-value=\"Mænd\"", "", "Mænd" },
    { "office:value-type=\"string\"", "<text:p>a</text:p><text:p>b</text:p>", "a\nb" },
    { "office:value-type=\"string\"",
      "<text:p>a<text:s text:c=\"2\"/><text:span>b</text:span><text:line-break/>c</text:p>",
      "a  b\nc" },
    { "office:value-type=\"string\"",
      "<office:annotation><text:p>note</text:p></office:annotation><text:p>352*</text:p>", "352*" },
    { "office:value-type=\"string\"",
      "<draw:frame><text:p>box</text:p></draw:frame><text:p>x</text:p>", "x" },
    { "office:value-type=\"string\" calcext:value-type=\"error\"", "<text:p>#DIV/0!</text:p>",
      "!#DIV/0!" },
    { "table:formula=\"of:=[.A2]\"", "", "!of:=[.A2]" }, /* saved without a value */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = g_strdup_printf ("<table:table-row><table:table-cell "
                                               "%s>%s</table:table-cell></table:table-row>",
                                               cases[i].attributes, cases[i].content);
      g_autofree char *shown = dup_rows (rows);
      g_autofree char *expected = g_strdup_printf ("Ark1:\n%s\n", cases[i].shown);

      g_test_message ("%s %s", cases[i].attributes, cases[i].content);
      if (strcmp (cases[i].shown, "error") == 0)
        g_assert_true (g_str_has_prefix (shown, "error"));
      else
        g_assert_cmpstr (shown, ==, expected);
    }
}

#define SEVEN(attributes) \
  "<table:table-cell office:value-type=\"float\" office:value=\"7\" " attributes "/>"

static void
test_ods_repeats_what_is_repeated (void)
{
  static const struct
  {
    const char *rows;
    const char *shown;
  } cases[] = {
    { "<table:table-row>" SEVEN ("table:number-columns-repeated=\"3\"") "</table:table-row>",
      "Ark1:\n=7|=7|=7\n" },
    /* A whole sheet of ruled paper. */
    { "<table:table-row>" SEVEN (
          "") "<table:table-cell table:number-columns-repeated=\"16383\"/>"
              "</table:table-row><table:table-row table:number-rows-repeated=\"1048575\">"
              "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>",
      "Ark1:\n=7\n" },
    { "<table:table-row table:number-rows-repeated=\"2\">" SEVEN (
          "") "</table:table-row>"
              "<table:table-row "
              "table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
              "<table:table-row><table:table-cell/>" SEVEN ("") "</table:table-row>",
      "Ark1:\n=7|\n=7|\n|\n|\n|=7\n" },
    { "<table:table-header-rows><table:table-row>" SEVEN (
          "") "</table:table-row>"
              "</table:table-header-rows><table:table-row-group><table:table-row>" SEVEN (
                  "") "</table:table-row></table:table-row-group>",
      "Ark1:\n=7\n=7\n" },
    /* What is covered is not seen, and keeps its place. */
    { "<table:table-row>" SEVEN (
          "table:number-columns-spanned=\"2\" "
          "table:number-rows-spanned=\"1\"") "<table:covered-table-cell "
                                             "office:value-type=\"float\" "
                                             "office:value=\"8\"/>" SEVEN ("") "</table:table-row>",
      "Ark1:\n=7||=7\n" },
    { "<table:table-row>" SEVEN ("table:number-columns-repeated=\"16385\"")
          SEVEN ("") "</table:table-row>",
      "error" },
    /* A bomb of 17 billion cells. */
    { "<table:table-row table:number-rows-repeated=\"1048576\">" SEVEN (
          "table:number-columns-repeated=\"16384\"") "</table:table-row>",
      "error" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = dup_rows (cases[i].rows);

      g_test_message ("case %u", (guint)i);
      if (strcmp (cases[i].shown, "error") == 0)
        g_assert_true (g_str_has_prefix (shown, "error"));
      else
        g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_ods_knows_sheets (void)
{
  static const char body[] =
      "<table:tracked-changes><table:cell-content-change><table:previous>"
      "<table:change-track-table-cell office:value-type=\"float\" office:value=\"1\"/>"
      "</table:previous></table:cell-content-change></table:tracked-changes>"
      "<table:table table:name=\"Ark1\"><table:shapes><draw:frame><text:p>x</text:p></draw:frame>"
      "</table:shapes><table:table-column table:number-columns-repeated=\"2\"/>"
      "<table:table-column table:visibility=\"collapse\"/>"
      "<table:table-row>" SEVEN (
          "table:number-rows-spanned=\"2\"") "</table:table-row>"
                                             "<table:table-row table:visibility=\"filter\">" SEVEN (
                                                 "") "</table:table-row></table:table>"
                                                     "<table:table table:name=\"Skjult\" "
                                                     "table:style-name=\"ta2\"><table:table-"
                                                     "row>" SEVEN (
                                                         "") "</table:table-row></table:table>"
                                                             "<table:table "
                                                             "table:name=\"'file:///"
                                                             "a.ods'#$Ark1\"><table:table-"
                                                             "row>" SEVEN (
                                                                 "") "</table:table-row></"
                                                                     "table:table>";
  g_autoptr (TalWorkbook) book = read_spreadsheet (body, NULL);
  const TalSheet         *sheet = tal_workbook_find_sheet (book, "Ark1");
  TalCellArea             area = { 0 };

  g_assert_cmpuint (tal_workbook_get_n_sheets (book), ==, 2);
  g_assert_false (tal_sheet_is_hidden (sheet));
  g_assert_true (tal_sheet_is_hidden (tal_workbook_find_sheet (book, "Skjult")));
  g_assert_true (tal_sheet_is_row_hidden (sheet, 1));
  g_assert_true (tal_sheet_is_column_hidden (sheet, 2));
  g_assert_false (tal_sheet_is_column_hidden (sheet, 1));
  g_assert_true (tal_sheet_find_merged (sheet, 1, 0, &area));
  g_assert_cmpuint (tal_sheet_get_n_cells (sheet), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/ods-reader/reads-every-kind-of-cell",
                   test_ods_reads_every_kind_of_cell);
  g_test_add_func ("/formats/ods-reader/repeats-what-is-repeated",
                   test_ods_repeats_what_is_repeated);
  g_test_add_func ("/formats/ods-reader/knows-sheets", test_ods_knows_sheets);

  return g_test_run ();
}
