/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/note-file.h"
#include "formats/shown-sheet.h"
#include "formats/tal-table-file.h"

#include <string.h>

#define OLD_OFFICE "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

/* Reads the file and removes it. */
static TalWorkbook *
read_file (char *path, TalTableReport *ret_report, GError **error)
{
  TalWorkbook *book = tal_table_file_read (path, ret_report, NULL, error);

  note_file_free (path);
  return book;
}

static void
test_table_is_told_by_its_content (void)
{
  TalTableReport   report = { 0 };
  GError          *error = NULL;
  TalWorkbook     *book = read_file (note_file_new ("tal.xlsx", "a;b\n1;2\n", 8), &report, &error);
  g_autofree char *shown = shown_workbook (book, error);

  g_assert_cmpstr (shown, ==, "a|b\n1|2\n");
  g_assert_cmpint (report.kind, ==, TAL_TABLE_KIND_TEXT);
  g_assert_cmpint (report.text.delimiter, ==, ';');
  g_assert_cmpuint (report.text.n_rows, ==, 2);
}

static void
test_table_refuses_what_is_none (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize       length;
    const char *sentence; /* a part of it */
  } cases[] = {
    { "tal.xls", OLD_OFFICE "W\0o\0r\0k\0b\0o\0o\0k\0", 24, ".xls" },
    { "tal.xlsx", OLD_OFFICE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 40, "password" },
    { "tal.csv", "%PDF-1.7", 8, "PDF" },
    { "tal.xls", "<html><table><tr><td>1</td></tr></table>", 40, "web page" },
    { "tal.xls", "\xef\xbb\xbf \n<!DOCTYPE html>", 20, "web page" },
    { "tal.xls",
      "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
      86, "web page" },
    { "tal.xml", "<?xml version=\"1.0\"?><a/>", 25, "XML" },
    { "tal.csv", "\x1f\x8b\x08", 3, "compressed" },
    { "tal.csv", "{\\rtf1 }", 8, "text document" },
    { "tal.csv", "", 0, "empty" },
    { "tal.csv", "\n\n", 2, "no data" },
    { "tal.csv", ";;\r\n;;\r\n", 8, "no data" },
    { "tal.xlsx", "PK\x03\x04 and nothing more", 20, "damaged" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      char *path = note_file_new (cases[i].name, cases[i].bytes, (gssize)cases[i].length);

      g_test_message ("case %u", (guint)i);
      g_assert_null (read_file (path, NULL, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].sentence));
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_table_refuses_other_archives (void)
{
  static const NoteEntry binary[] = { { "xl/workbook.bin", "\x01", 1, NULL } };
  static const NoteEntry picture[] = { { "picture.png", "\x89PNG", 4, NULL } };
  static const NoteEntry locked[] = { { "xl/workbook.xml", "<workbook/>", -1, "hemmelig" } };
  static const NoteEntry locked_parts[] = {
    { "content.xml", "\x8a\x01 not XML", -1, NULL },
    { "META-INF/manifest.xml", "<manifest:encryption-data/>", -1, NULL },
  };
  static const NoteEntry text[] = {
    { "content.xml",
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\">"
      "<office:body><office:text/></office:body></office:document-content>",
      -1, NULL },
  };
  static const NoteEntry entity[] = {
    { "content.xml", "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>", -1, NULL },
  };
  const struct
  {
    const NoteEntry *entries;
    gsize            n_entries;
    TalError         code;
  } cases[] = {
    { binary, 1, TAL_ERROR_INVALID_FILE }, { picture, 1, TAL_ERROR_INVALID_FILE },
    { locked, 1, TAL_ERROR_INVALID_FILE }, { locked_parts, 2, TAL_ERROR_INVALID_FILE },
    { text, 1, TAL_ERROR_INVALID_FILE },   { entity, 1, TAL_ERROR_UNSAFE_FILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GError          *error = NULL;
      TalWorkbook     *book = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *expected = g_strdup_printf ("error %d", (int)cases[i].code);

      g_test_message ("case %u", (guint)i);
      book = read_file (note_file_new_archive ("tal.xlsx", cases[i].entries, cases[i].n_entries),
                        NULL, &error);
      shown = shown_workbook (book, error);
      g_assert_cmpstr (shown, ==, expected);
    }
}

static void
test_table_refuses_what_is_packed_too_well (void)
{
  g_autofree char *spaces = g_strnfill (4 * 1024 * 1024, ' ');
  NoteEntry        entry = { "content.xml", spaces, -1, NULL };
  GError          *error = NULL;
  TalWorkbook     *book = read_file (note_file_new_archive ("tal.ods", &entry, 1), NULL, &error);
  g_autofree char *shown = shown_workbook (book, error);
  g_autofree char *expected = g_strdup_printf ("error %d", TAL_ERROR_UNSAFE_FILE);

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_table_comes_from_the_clipboard (void)
{
  TalTableReport report = { 0 };
  GError        *error = NULL;
  GError        *empty_error = NULL;
  TalWorkbook   *book =
      tal_table_file_read_clipboard ("Område\t2017\nKvinder\t\"9,14\"\n", &report, &error);
  TalWorkbook     *empty = tal_table_file_read_clipboard ("\t\n", NULL, &empty_error);
  g_autofree char *shown = shown_workbook (book, error);
  g_autofree char *empty_shown = shown_workbook (empty, empty_error);

  g_assert_cmpstr (shown, ==, "Område|2017\nKvinder|9,14\n");
  g_assert_true (g_str_has_prefix (empty_shown, "error"));
  g_assert_cmpint (report.kind, ==, TAL_TABLE_KIND_CLIPBOARD);
}

/* How many cells others count in their files. */
static void
test_table_reads_what_others_wrote (void)
{
  static const struct
  {
    const char *name;
    guint       n_rows;
    guint       n_columns;
    guint       n_cells;
    guint       row;
    guint       column;
    const char *text;
  } cases[] = {
    { "csv-01-statbank-FOLK1A-utf8bom-crlf.csv", 53, 4, 212, 1, 3, "5475791" },
    { "xlsx-01-statbank-RAS200.xlsx", 119, 15, 1292, 3, 7, "72.1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError)      error = NULL;
      g_autoptr (TalWorkbook) book = NULL;
      g_autofree char        *path = NULL;
      const char             *folder = g_getenv ("INDSATSTAL_SAMPLES");
      const TalSheet         *sheet = NULL;

      if (folder == NULL)
        {
          g_test_skip ("INDSATSTAL_SAMPLES names no folder");
          return;
        }

      path = g_build_filename (folder, cases[i].name, NULL);
      book = tal_table_file_read (path, NULL, NULL, &error);
      g_assert_no_error (error);
      sheet = tal_workbook_get_sheet (book, 0);
      g_assert_cmpuint (tal_sheet_get_n_rows (sheet), ==, cases[i].n_rows);
      g_assert_cmpuint (tal_sheet_get_n_columns (sheet), ==, cases[i].n_columns);
      g_assert_cmpuint (tal_sheet_get_n_cells (sheet), ==, cases[i].n_cells);
      g_assert_cmpstr (tal_sheet_get_text (sheet, cases[i].row, cases[i].column), ==,
                       cases[i].text);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/table-file/is-told-by-its-content", test_table_is_told_by_its_content);
  g_test_add_func ("/formats/table-file/refuses-what-is-none", test_table_refuses_what_is_none);
  g_test_add_func ("/formats/table-file/refuses-other-archives", test_table_refuses_other_archives);
  g_test_add_func ("/formats/table-file/refuses-what-is-packed-too-well",
                   test_table_refuses_what_is_packed_too_well);
  g_test_add_func ("/formats/table-file/comes-from-the-clipboard",
                   test_table_comes_from_the_clipboard);
  g_test_add_func ("/formats/table-file/reads-what-others-wrote",
                   test_table_reads_what_others_wrote);

  return g_test_run ();
}
