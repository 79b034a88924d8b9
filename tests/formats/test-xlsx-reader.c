/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/note-file.h"
#include "formats/shown-sheet.h"
#include "formats/tal-table-file.h"
#include "formats/tal-xlsx-format.h"

#include <string.h>

#define RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEETS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"

#define RELS(type, target)                                                                     \
  "<Relationships xmlns=\"" RELATIONSHIPS "\"><Relationship Id=\"r1\" Type=\"" OFFICE "/" type \
  "\" Target=\"" target "\"/></Relationships>"

static const char strings[] =
    "<sst xmlns=\"" SHEETS "\"><si><t>Område</t></si>"
    "<si><r><t xml:space=\"preserve\">Kvin</t></r><r><rPr><b/></rPr><t>der</t></r></si>"
    "<si><t>漢</t><rPh sb=\"0\" eb=\"1\"><t>kan</t></rPh></si>"
    "<si><t>a_x000D_b_x005F_x0041_</t></si><si><t/></si></sst>";

static const char styles[] =
    "<styleSheet xmlns=\"" SHEETS "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"0.0%\"/>"
    "<numFmt numFmtId=\"171\" formatCode=\"[$-406]d.\\ mmmm\\ yyyy\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
    "<xf numFmtId=\"171\"/><xf numFmtId=\"4\"/><xf numFmtId=\"22\"/></cellXfs></styleSheet>";

/* A workbook of one sheet whose sheet's element holds 'content'. */
static char *
new_workbook (const char *content, const char *properties, const char *xmlns)
{
  g_autofree char *workbook = g_strdup_printf ("<workbook xmlns=\"%s\" xmlns:r=\"" OFFICE
                                               "\">%s<sheets><sheet name=\"Ark1\" sheetId=\"1\""
                                               " r:id=\"r3\"/></sheets></workbook>",
                                               xmlns, properties);
  g_autofree char *sheet =
      g_strdup_printf ("<worksheet xmlns=\"%s\">%s</worksheet>", xmlns, content);
  NoteEntry entries[] = {
    { "_rels/.rels", RELS ("officeDocument", "/xl/workbook.xml"), -1, NULL },
    { "xl/workbook.xml", workbook, -1, NULL },
    { "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"" RELATIONSHIPS "\">"
      "<Relationship Id=\"r1\" Type=\"" OFFICE "/sharedStrings\" Target=\"/xl/strings.xml\"/>"
      "<Relationship Id=\"r2\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"r3\" Type=\"" OFFICE "/worksheet\" Target=\"../xl/ark/a.xml\"/>"
      "</Relationships>",
      -1, NULL },
    { "xl/strings.xml", strings, -1, NULL },
    { "xl/styles.xml", styles, -1, NULL },
    { "xl/ark/a.xml", sheet, -1, NULL },
  };

  return note_file_new_archive ("tal.xlsx", entries, G_N_ELEMENTS (entries));
}

static TalWorkbook *
read_workbook (char *path, GError **error)
{
  TalWorkbook *book = tal_table_file_read (path, NULL, NULL, error);

  note_file_free (path);
  return book;
}

static char *
dup_rows (const char *rows, const char *properties)
{
  g_autofree char *content = g_strconcat ("<sheetData>", rows, "</sheetData>", NULL);
  GError          *error = NULL;
  TalWorkbook     *book = read_workbook (new_workbook (content, properties, SHEETS), &error);

  return shown_workbook (book, error);
}

static void
test_xlsx_reads_every_kind_of_cell (void)
{
  static const struct
  {
    const char *cell;
    const char *shown;
  } cases[] = {
    { "<c r=\"A1\"><v>352</v></c>", "=352" },
    { "<c r=\"A1\" t=\"n\"><v>9.1400000000000006</v></c>", "=9.14" },
    { "<c r=\"A1\" s=\"2\"><v>8.6999999999999994E-2</v></c>", "=0.087%" },
    { "<c r=\"A1\"><v>0.33333333333333331</v></c>", "=0.333333333~" },
    { "<c r=\"A1\"><v>1E+30</v></c>", "=none" },
    { "<c r=\"A1\" t=\"s\"><v>0</v></c>", "Område" },
    { "<c r=\"A1\" t=\"s\"><v>1</v></c>", "Kvinder" }, /* two runs */
    { "<c r=\"A1\" t=\"s\"><v>2</v></c>", "漢" },      /* without its reading */
    { "<c r=\"A1\" t=\"s\"><v>3</v></c>", "a b_x0041_" },
    { "<c r=\"A1\" t=\"inlineStr\"><is><t>2.351</t></is></c>", "2.351" }, /* stays text */
    { "<c r=\"A1\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c>", "ab" },
    { "<c r=\"A1\" t=\"str\"><f>A2&amp;A3</f><v>Mænd</v></c>", "Mænd" },
    { "<c r=\"A1\"><f>B2/B3</f><v>0.5</v></c>", "=0.5" },
    { "<c r=\"A1\"><f>B2/B3</f></c>", "!=B2/B3" }, /* saved without a value */
    { "<c r=\"A1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "!#DIV/0!" },
    { "<c r=\"A1\" t=\"b\"><v>1</v></c>", "?1" },
    { "<c r=\"A1\" t=\"b\"><v>0</v></c>", "?0" },
    { "<c r=\"A1\" s=\"1\"><v>43344</v></c>", "@2018-09-01" },
    { "<c r=\"A1\" s=\"3\"><v>43344.5</v></c>", "@2018-09-01" },
    { "<c r=\"A1\" s=\"1\"><v>1</v></c>", "@1900-01-01" },
    { "<c r=\"A1\" s=\"1\"><v>59</v></c>", "@1900-02-28" },
    { "<c r=\"A1\" s=\"1\"><v>60</v></c>", "=60" }, /* the day that never was */
    { "<c r=\"A1\" s=\"1\"><v>61</v></c>", "@1900-03-01" },
    { "<c r=\"A1\" s=\"1\"><v>-1</v></c>", "=-1" },
    { "<c r=\"A1\" t=\"d\"><v>2018-09-01T00:00:00</v></c>", "@2018-09-01" },
    { "<c r=\"A1\" s=\"4\"><v>1234.5</v></c>", "=1234.5" },
    { "<c r=\"A1\" s=\"99\"><v>7</v></c>", "=7" }, /* a style that is not there */
    { "<c><v>7</v></c>", "=7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *row = g_strdup_printf ("<row r=\"1\">%s</row>", cases[i].cell);
      g_autofree char *shown = dup_rows (row, "");
      g_autofree char *expected = g_strdup_printf ("Ark1:\n%s\n", cases[i].shown);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (shown, ==, expected);
    }
}

static void
test_xlsx_finds_where_cells_are (void)
{
  static const struct
  {
    const char *rows;
    const char *shown;
  } cases[] = {
    /* Rows and cells without places follow those before. */
    { "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      "Ark1:\n=1|=2\n=3|\n" },
    { "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>",
      "Ark1:\n||\n|=1|=2\n=3||\n" },
    { "<row r=\"1\"><c r=\"A1\"/><c r=\"B1\" s=\"1\"/></row><row r=\"5\"/>", "error" },
    { "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>", "error" },
    { "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"/>", "error" },
    { "<row r=\"2\"><c r=\"A3\"><v>1</v></c></row>", "error" },
    { "<row r=\"0\"><c><v>1</v></c></row>", "error" },
    { "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>", "error" },
    { "<row r=\"99999999\"><c><v>1</v></c></row>", "error" },
    { "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c></row>", "error" }, /* no such text */
    { "<row r=\"1\"><c r=\"A1\"><v>1,5</v></c></row>", "error" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = dup_rows (cases[i].rows, "");

      g_test_message ("%s", cases[i].rows);
      if (strcmp (cases[i].shown, "error") == 0)
        g_assert_true (g_str_has_prefix (shown, "error"));
      else
        g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_xlsx_counts_from_1904 (void)
{
  g_autofree char *shown = dup_rows ("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>41882</v></c><c r=\"B1\" "
                                     "s=\"1\"><v>0</v></c></row>",
                                     "<workbookPr date1904=\"1\"/>");

  g_assert_cmpstr (shown, ==, "Ark1:\n@2018-09-01|@1904-01-01\n");
}

static void
test_xlsx_reads_strict_files (void)
{
  GError          *error = NULL;
  TalWorkbook     *book = read_workbook (new_workbook ("<sheetData><row r=\"1\"><c r=\"A1\" "
                                                           "t=\"s\"><v>1</v></c></row></sheetData>",
                                                       "", STRICT),
                                         &error);
  g_autofree char *shown = shown_workbook (book, error);

  g_assert_cmpstr (shown, ==, "Ark1:\nKvinder\n");
}

static void
test_xlsx_knows_merged_and_hidden (void)
{
  g_autoptr (TalWorkbook) book =
      read_workbook (new_workbook ("<cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols>"
                                   "<sheetData><row r=\"1\"><c r=\"A1\" s=\"2\"><v>1</v></c></row>"
                                   "<row r=\"2\" hidden=\"1\"><c r=\"A2\" "
                                   "s=\"4\"><v>2</v></c></row></sheetData>"
                                   "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>",
                                   "", SHEETS),
                     NULL);
  const TalSheet *sheet = tal_workbook_find_sheet (book, "Ark1");
  TalCellArea     area = { 0 };

  g_assert_true (tal_sheet_find_merged (sheet, 1, 0, &area));
  g_assert_false (tal_sheet_find_merged (sheet, 1, 1, &area));
  g_assert_true (tal_sheet_is_row_hidden (sheet, 1));
  g_assert_false (tal_sheet_is_row_hidden (sheet, 0));
  g_assert_true (tal_sheet_is_column_hidden (sheet, 2));
  g_assert_cmpint (tal_sheet_get_cell (sheet, 0, 0).decimals, ==, 1);
  g_assert_cmpint (tal_sheet_get_cell (sheet, 1, 0).decimals, ==, 2);
}

static void
test_xlsx_format_is_understood (void)
{
  static const struct
  {
    const char *code;
    gboolean    is_day;
    gboolean    percent;
    guint       decimals;
  } cases[] = {
    { "General", FALSE, FALSE, 31 },
    { "0", FALSE, FALSE, 0 },
    { "#,##0.00;[Red]-#,##0.00", FALSE, FALSE, 2 },
    { "0.0%", FALSE, TRUE, 1 },
    { "0.0\" pct.\"", FALSE, FALSE, 1 }, /* the number itself is the share */
    { "0\\%", FALSE, FALSE, 0 },
    { "d/m/yyyy", TRUE, FALSE, 31 },
    { "[$-406]mmmm yy;@", TRUE, FALSE, 31 },
    { "mmm", TRUE, FALSE, 31 },
    { "h:mm:ss", FALSE, FALSE, 31 },
    { "[h]:mm", FALSE, FALSE, 31 },
    { "\"d. \"0", FALSE, FALSE, 0 },
    { "_-* #,##0.0_-", FALSE, FALSE, 1 },
    { "\"open", FALSE, FALSE, 31 },
    { "\\", FALSE, FALSE, 31 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalXlsxFormat format = tal_xlsx_format_parse (cases[i].code);

      g_test_message ("%s", cases[i].code);
      g_assert_cmpint (format.is_day, ==, cases[i].is_day);
      g_assert_cmpint (format.percent, ==, cases[i].percent);
      g_assert_cmpuint (format.decimals, ==, cases[i].decimals);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/xlsx-reader/reads-every-kind-of-cell",
                   test_xlsx_reads_every_kind_of_cell);
  g_test_add_func ("/formats/xlsx-reader/finds-where-cells-are", test_xlsx_finds_where_cells_are);
  g_test_add_func ("/formats/xlsx-reader/counts-from-1904", test_xlsx_counts_from_1904);
  g_test_add_func ("/formats/xlsx-reader/reads-strict-files", test_xlsx_reads_strict_files);
  g_test_add_func ("/formats/xlsx-reader/knows-merged-and-hidden",
                   test_xlsx_knows_merged_and_hidden);
  g_test_add_func ("/formats/xlsx-reader/format-is-understood", test_xlsx_format_is_understood);

  return g_test_run ();
}
