/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/shown-sheet.h"
#include "formats/tal-csv-reader.h"

#include <string.h>

static TalWorkbook *
read_bytes (const char *bytes, gsize length, TalCsvReport *ret_report, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);

  return tal_csv_read (content, ret_report, NULL, error);
}

static char *
dup_shown (const char *bytes, gsize length, TalCsvReport *ret_report)
{
  GError      *error = NULL;
  TalWorkbook *book = read_bytes (bytes, length, ret_report, &error);

  return shown_workbook (book, error);
}

static void
test_csv_finds_what_stands_between_cells (void)
{
  static const struct
  {
    const char *text;
    char        delimiter;
    const char *shown;
  } cases[] = {
    { "Område;2017;2018\nKvinder;9,14;8,7\n", ';', "Område|2017|2018\nKvinder|9,14|8,7\n" },
    { "Area,2017,2018\nWomen,9.14,8.7\n", ',', "Area|2017|2018\nWomen|9.14|8.7\n" },
    { "Område\t2017\nKvinder\t2.351\n", '\t', "Område|2017\nKvinder|2.351\n" },
    { "Område|2017\nKvinder|352\n", '|', "Område|2017\nKvinder|352\n" },
    /* More commas than semicolons. */
    { "Andel, pct., af alle;9,14\nAndel, pct., af nye;8,70\n", ';',
      "Andel, pct., af alle|9,14\nAndel, pct., af nye|8,70\n" },
    { "2,351;9,14\n1,200;8,70\n", ';', "2,351|9,14\n1,200|8,70\n" },
    { "\"Mænd; kvinder\",352,9\n\"Børn; unge\",12,8\n", ',',
      "Mænd; kvinder|352|9\nBørn; unge|12|8\n" },
    /* One column of decimals and not two of whole numbers. */
    { "9,14\n8,70\n", '\0', "9,14\n8,70\n" },
    { "Antal\n352\n", '\0', "Antal\n352\n" },
    { "sep=|\na|b;c;d\ne|f;g;h\n", '|', "a|b;c;d\ne|f;g;h\n" },
    { "\"sep=;\"\r\na;b\r\n", ';', "a|b\n" },
    /* A title and a footnote do not hide the table. */
    { "Ledige, pct.\n\nOmråde;2017;2018\nKvinder;9,1;8,7\nMænd;8,1;8,2\nKilde: BIFLIS\n", ';',
      "Ledige, pct.||\n||\nOmråde|2017|2018\nKvinder|9,1|8,7\nMænd|8,1|8,2\nKilde: BIFLIS||\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalCsvReport     report = { 0 };
      g_autofree char *shown = dup_shown (cases[i].text, strlen (cases[i].text), &report);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpint (report.delimiter, ==, cases[i].delimiter);
    }
}

static void
test_csv_reads_quotation_marks_and_line_ends (void)
{
  static const struct
  {
    const char *text;
    const char *shown;
  } cases[] = {
    { "a;\"b;c\"\nd;\"e \"\"f\"\"\"\n", "a|b;c\nd|e \"f\"\n" },
    { "a;\"b\nc\"\nd;e\n", "a|b\nc\nd|e\n" },
    { "a;\"b\r\nc\"\r\nd;e", "a|b\nc\nd|e\n" },
    { "a;b\rc;d\r", "a|b\nc|d\n" },
    { "a;b\r\nc;d\r\n", "a|b\nc|d\n" },
    { "a;b\nc;d", "a|b\nc|d\n" },
    { "a;b\n\nc;d\n\n\n", "a|b\n|\nc|d\n" },
    { "a;b;\nc;d;\n;;\n", "a|b\nc|d\n" },
    { "a;b\nc\nd;e;f\n", "a|b|\nc||\nd|e|f\n" },
    { "a; \"b\" ;c\nd;e;f\n", "a|b|c\nd|e|f\n" },
    { "rør 5\" lang;3\nb;4\n", "rør 5\" lang|3\nb|4\n" }, /* inside a cell it is an inch */
    { "a;\"\"\nb;\"\"\"\"\n", "a|\nb|\"\n" },
    { " a ;b\nc;d\n", " a |b\nc|d\n" },
    { "=1+2;b\nc;d\n", "=1+2|b\nc|d\n" }, /* is text and never computed */
    { "a;b\n\x1a", "a|b\n" },
    { "", "" },
    { "\n\n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = dup_shown (cases[i].text, strlen (cases[i].text), NULL);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_csv_finds_the_encoding (void)
{
  static const struct
  {
    const char     *bytes;
    gsize           length;
    TalTextEncoding encoding;
    gboolean        has_mark;
  } cases[] = {
    { "Mål;æøå\n", 11, TAL_TEXT_ENCODING_UTF_8, FALSE },
    { "\xef\xbb\xbfMål;æøå\n", 14, TAL_TEXT_ENCODING_UTF_8, TRUE },
    { "M\xe5l;\xe6\xf8\xe5\n", 8, TAL_TEXT_ENCODING_WINDOWS_1252, FALSE },
    { "\xff\xfeM\0\xe5\0l\0;\0\xe6\0\xf8\0\xe5\0\n\0", 18, TAL_TEXT_ENCODING_UTF_16, TRUE },
    { "\xfe\xff\0M\0\xe5\0l\0;\0\xe6\0\xf8\0\xe5\0\n", 18, TAL_TEXT_ENCODING_UTF_16, TRUE },
  };
  g_autofree char *dash = dup_shown ("a;\x96;\x80\n", 6, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TalCsvReport     report = { 0 };
      g_autofree char *shown = dup_shown (cases[i].bytes, cases[i].length, &report);

      g_test_message ("case %u", (guint)i);
      g_assert_cmpstr (shown, ==, "Mål|æøå\n");
      g_assert_cmpint (report.encoding, ==, cases[i].encoding);
      g_assert_cmpint (report.has_mark, ==, cases[i].has_mark);
    }

  g_assert_cmpstr (dash, ==, "a|–|€\n");
}

static void
test_csv_refuses_with_a_place (void)
{
  static const struct
  {
    const char *bytes;
    gsize       length; /* 0 for a text */
    const char *place;  /* in the message */
  } cases[] = {
    { "a;b\nc;\"d\ne;f\n", 0, "Line 2, column 2" },      /* never closed */
    { "a;b\nc;\"d \"e\" f\"\n", 0, "Line 2, column 2" }, /* not doubled */
    { "a;b\nc;\x01\n", 0, "Line 2" },
    { "a;b\nc;\xc2\x85\n", 0, "Line 2" },
    { "a;b\nc\0d\n", 9, "UTF-8" },
    { "a\0;\0b\0", 6, "UTF-8" },                    /* UTF-16 without its mark */
    { "a;b\r\nc;M\xef\xbf\xbdl\r\n", 0, "Line 2" }, /* lost by another program */
    { "æ;ø\nå;M\xe5l\n", 0, "Line 2" },             /* glued together of two encodings */
    { "\xe6;b\nc;\x81\n", 0, "Line 2" },            /* no letter of Windows-1252 */
    { "\xff\xfe\0\xd8\0\0", 6, "UTF-8" },           /* half a letter */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gsize              length = cases[i].length > 0 ? cases[i].length : strlen (cases[i].bytes);

      g_assert_null (read_bytes (cases[i].bytes, length, NULL, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

static void
test_csv_says_rows_and_lines (void)
{
  static const char       text[] = "Titel\n\na;\"b\nc\";d\ne;f;g\nh;i\n";
  g_autoptr (GError)      error = NULL;
  TalCsvReport            report = { 0 };
  g_autoptr (TalWorkbook) book = read_bytes (text, strlen (text), &report, &error);
  g_autofree char        *place = NULL;

  g_assert_no_error (error);
  place = tal_sheet_dup_place (tal_workbook_get_sheet (book, 0), 3, 1);
  g_assert_cmpstr (place, ==, "line 5, column 2"); /* behind a row of two lines */
  g_assert_cmpuint (report.n_rows, ==, 4);
  g_assert_cmpuint (report.n_uneven, ==, 2);
  g_assert_cmpuint (report.uneven_line, ==, 1);
}

static void
test_csv_keeps_its_limits (void)
{
  g_autoptr (GString)      long_cell = g_string_new ("a;\"");
  g_autoptr (GString)      wide = g_string_new ("a");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes)       bytes = g_bytes_new_static ("a;b\n", 4);
  g_autoptr (GError)       error = NULL;
  g_autofree char         *shown = NULL;
  g_autofree char         *wide_shown = NULL;
  g_autofree char         *expected = g_strdup_printf ("error %d", TAL_ERROR_UNSAFE_FILE);

  for (guint i = 0; i < 300000; i++)
    g_string_append (long_cell, "c;d\n");
  g_string_append (long_cell, "\"\n");
  shown = dup_shown (long_cell->str, long_cell->len, NULL);
  g_assert_cmpstr (shown, ==, expected);

  for (guint i = 0; i < TAL_SHEET_MOST_COLUMNS; i++)
    g_string_append (wide, ";a");
  wide_shown = dup_shown (wide->str, wide->len, NULL);
  g_assert_cmpstr (wide_shown, ==, expected);

  g_cancellable_cancel (cancellable);
  g_assert_null (tal_csv_read (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/csv-reader/finds-what-stands-between-cells",
                   test_csv_finds_what_stands_between_cells);
  g_test_add_func ("/formats/csv-reader/reads-quotation-marks-and-line-ends",
                   test_csv_reads_quotation_marks_and_line_ends);
  g_test_add_func ("/formats/csv-reader/finds-the-encoding", test_csv_finds_the_encoding);
  g_test_add_func ("/formats/csv-reader/refuses-with-a-place", test_csv_refuses_with_a_place);
  g_test_add_func ("/formats/csv-reader/says-rows-and-lines", test_csv_says_rows_and_lines);
  g_test_add_func ("/formats/csv-reader/keeps-its-limits", test_csv_keeps_its_limits);

  return g_test_run ();
}
