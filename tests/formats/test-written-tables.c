/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/tal-ods-writer.h"
#include "formats/tal-table-csv.h"
#include "formats/tal-table-text.h"
#include "formats/tal-xlsx-writer.h"
#include "formats/written-table.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static gboolean
write_csv (const TalTableBook *book,
           GOutputStream      *stream,
           GCancellable       *cancellable,
           GError            **error)
{
  return tal_table_csv_write (tal_table_book_get_table (book, 0), stream, cancellable, error);
}

static const WrittenTableFunc writers[] = { tal_xlsx_write, tal_ods_write, write_csv };

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in %s", part, text);
}

static void
assert_lacks (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s” is in %s", part, text);
}

static void
test_written_tables_tells_formats (void)
{
  static const struct
  {
    TalTableFormat format;
    const char    *code;
  } cases[] = {
    { { NULL, NULL, NULL, 0, FALSE }, "#,##0" },
    { { NULL, NULL, NULL, 0, TRUE }, "0" },
    { { NULL, " pct.", NULL, 1, FALSE }, "#,##0.0\" pct.\"" },
    { { "ca. ", NULL, "*", 2, FALSE }, "\"ca. \"#,##0.00\"*\"" },
    { { NULL, " \"x\"", NULL, 0, FALSE }, "#,##0\" x\"" }, /* a quote would end the text */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = tal_table_format_to_code (&cases[i].format);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

static void
test_written_tables_names_sheets (void)
{
  static const char *const names[][2] = {
    { "Mål", "Mål" },
    { "mål", "mål (2)" },
    { "Mål: [a]*?/\\", "Mål- -a-----" },
    { "'citat'", "citat-" },
    { "", "-" },
    { "Aftale om udsatte borgere i København", "Aftale om udsatte borgere i Kø…" },
    { "Aftale om udsatte borgere i Københavns Kommune", "Aftale om udsatte borgere … (2)" },
  };
  g_autoptr (TalTableBook) book = tal_table_book_new ("Bog", NULL, TAL_TIME_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      tal_table_book_take (book, tal_table_new (names[i][0], "Titel"));
      g_assert_cmpstr (tal_table_book_get_sheet_name (book, i), ==, names[i][1]);
    }
}

static void
test_written_tables_csv_is_as_excel_wants_it (void)
{
  g_autoptr (TalTableBook) book = written_table_new_book ();
  g_autoptr (GBytes)       file = written_table_write (book, write_csv);
  g_autofree char *text = g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  g_assert_cmpstr (text, ==,
                   "\357\273\277Talrække;Andel;Antal;Opgjort\r\n"
                   ";pct.;personer;\r\n"
                   "Udsatte borgere;;;\r\n"
                   "'=1+2;9,14*;ca. 1.410;20-05-2019\r\n"
                   "\"To  ord\nog <b> & \"\"citat\"\"\";..;2019;\r\n"
                   "I alt;-1,5*;ca. 123.456.789,012345678;\r\n"
                   "\r\n"
                   "Kilde: Jobindsats.dk\r\n");
}

static void
test_written_tables_xlsx_keeps_numbers (void)
{
  g_autoptr (TalTableBook) book = written_table_new_book ();
  g_autoptr (GBytes)       file = written_table_write (book, tal_xlsx_write);
  g_autofree char         *sheet = written_table_dup_entry (file, "xl/worksheets/sheet1.xml");
  g_autofree char         *styles = written_table_dup_entry (file, "xl/styles.xml");
  g_autofree char         *properties = written_table_dup_entry (file, "docProps/core.xml");
  g_autofree char         *chart = written_table_dup_entry (file, "xl/charts/chart1.xml");

  written_table_assert_well_formed (file);
  assert_has (sheet, "<v>9.140000000000001</v>");
  assert_has (sheet, "<v>1410</v>");
  assert_has (sheet, "<v>-1.5</v>");
  assert_has (sheet, "<v>43605</v>");              /* 20 May 2019 */
  assert_has (sheet, "ca. 123.456.789,012345678"); /* more digits than a number has there */
  assert_has (sheet, "state=\"frozen\"");
  assert_has (sheet, "Kilde: Jobindsats.dk");
  assert_lacks (sheet, "<f>");
  assert_has (styles, "#,##0.0&quot; pct.&quot;&quot;*&quot;");
  assert_has (properties, "2019-06-08T13:20:00Z</dcterms:created>");
  assert_has (properties, "<dc:creator>BIF</dc:creator>");
  assert_has (chart, "'Mål- 2019'!$B$6:$B$7");
}

/* What is filled in is open and checked; what says which figure it is, is hidden and locked. */
static void
test_written_tables_xlsx_is_a_form (void)
{
  static const char *const marks[] = { "..", "*", NULL };
  static const char *const states[] = { "Endelig", "Skøn", NULL };
  const TalTableInput      number = { TAL_TABLE_INPUT_NUMBER, "Et tal", "Eller ..", marks };
  const TalTableInput      state = { TAL_TABLE_INPUT_CHOICE, "Tilstand", "Vælg", states };
  TalTableBook            *book = tal_table_book_new ("Skema", NULL, TAL_TIME_NONE);
  TalTable                *table = tal_table_new ("Skema", "Tal for 2023");
  g_autoptr (GBytes)       file = NULL;
  g_autofree char         *sheet = NULL;
  g_autofree char         *styles = NULL;

  for (guint i = 0; i < 4; i++)
    tal_table_add_column (table, 12);
  g_assert_false (tal_table_is_form (table));
  tal_table_set_input (table, 1, &number);
  tal_table_set_input (table, 2, &state);
  tal_table_hide_column (table, 3);
  tal_table_begin_row (table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (table, "Deltagere");
  tal_table_book_take (book, table);

  file = written_table_write (book, tal_xlsx_write);
  tal_table_book_free (book);
  sheet = written_table_dup_entry (file, "xl/worksheets/sheet1.xml");
  styles = written_table_dup_entry (file, "xl/styles.xml");
  assert_has (sheet, "<sheetProtection");
  assert_has (sheet, "<formula1>OR(ISNUMBER(B3),B3=\"..\",B3=\"*\")</formula1>");
  assert_has (sheet, "<formula1>\"Endelig,Skøn\"</formula1>");
  assert_has (sheet, "<col min=\"4\" max=\"4\" width=\"12.7109375\" hidden=\"1\"");
  assert_has (styles, "<protection locked=\"0\"/>");
}

static void
test_written_tables_ods_keeps_numbers (void)
{
  g_autoptr (TalTableBook) book = written_table_new_book ();
  g_autoptr (GBytes)       file = written_table_write (book, tal_ods_write);
  g_autofree char         *content = written_table_dup_entry (file, "content.xml");
  g_autofree char         *settings = written_table_dup_entry (file, "settings.xml");
  const char              *bytes = g_bytes_get_data (file, NULL);

  written_table_assert_well_formed (file);
  /* Where programs look for the media type. */
  g_assert_cmpint (memcmp (bytes + 30, "mimetypeapplication/vnd.oasis", 29), ==, 0);
  assert_has (content, "office:value=\"9.14\"");
  assert_has (content, "office:value=\"1410\"");
  assert_has (content, "office:date-value=\"2019-05-20\"");
  assert_has (content, "<text:p>9,14* pct.</text:p>");
  assert_has (content, "To <text:s/>ord</text:p><text:p>og &lt;b&gt; &amp; &quot;citat&quot;");
  assert_has (content, "ca. 123.456.789,012345678");
  assert_lacks (content, "table:formula");
  assert_has (settings, "config:name=\"Mål- 2019\"");
  assert_has (settings, "VerticalSplitPosition\" config:type=\"int\">4<");
}

/* What is hostile stays text, and nothing of it is lost but what cannot be seen. */
static void
test_written_tables_leaves_nothing_to_compute (void)
{
  static const char *const texts[] = {
    "=1+2",
    "+1+2",
    "-2+3",
    "@SUM(A1)",
    "  =1+2",
    "=HYPERLINK(\"http://x\";\"ja\")",
    "=cmd|'/c calc'!A1",
    "http://example.org",
    "mailto:x@example.org",
    "_x0041_",
    "<f>1+2</f>",
    "{=1+2}",
  };
  g_autoptr (TalTableBook) book = written_table_new_texts (texts, G_N_ELEMENTS (texts));
  g_autoptr (GBytes)       xlsx = written_table_write (book, tal_xlsx_write);
  g_autoptr (GBytes)       ods = written_table_write (book, tal_ods_write);
  g_autofree char         *sheet = written_table_dup_entry (xlsx, "xl/worksheets/sheet1.xml");
  g_autofree char         *content = written_table_dup_entry (ods, "content.xml");

  written_table_assert_well_formed (xlsx);
  written_table_assert_well_formed (ods);
  assert_lacks (sheet, "<f>");
  assert_lacks (sheet, "hyperlink");
  assert_lacks (content, "table:formula");
  assert_lacks (content, "text:a ");
  assert_has (sheet, "_x005F_x0041_"); /* else Excel reads an A */
  assert_has (content, "_x0041_");
}

static void
test_written_tables_same_content_same_bytes (void)
{
  g_autoptr (TalTableBook) book = written_table_new_book ();

  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (TalTableBook) other = written_table_new_book ();
      g_autoptr (GBytes)       first = written_table_write (book, writers[i]);
      g_autoptr (GBytes)       second = NULL;

      /* The next second, and a language with a decimal comma. */
      g_usleep (1100000);
      if (setlocale (LC_ALL, "da_DK.UTF-8") == NULL)
        g_test_message ("There is no Danish locale.");
      g_setenv ("TZ", "Pacific/Auckland", TRUE);
      second = written_table_write (other, writers[i]);
      g_unsetenv ("TZ");
      setlocale (LC_ALL, "C.UTF-8");
      g_assert_true (g_bytes_equal (first, second));
    }
}

static void
test_written_tables_stops_when_cancelled (void)
{
  g_autoptr (TalTableBook) book = written_table_new_book ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autoptr (GError)        error = NULL;

      g_assert_false (writers[i](book, stream, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* All sheets as LibreOffice reads them, in one XML file; NULL where it isn't installed. */
static char *
read_with_libreoffice (GBytes *file, const char *name)
{
  g_autofree char   *office = g_find_program_in_path ("soffice");
  g_autofree char   *folder = g_dir_make_tmp ("indsatstal-office-XXXXXX", NULL);
  g_autofree char   *path = g_build_filename (folder, name, NULL);
  g_autofree char   *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  g_autofree char   *read = g_build_filename (folder, "tal.fods", NULL);
  const char        *words[] = { office, profile, "--headless", "--convert-to", "fods", "--outdir",
                                 folder, path,    NULL };
  const char        *remove[] = { "rm", "-r", folder, NULL };
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  if (office == NULL)
    return NULL;

  g_file_set_contents (path, g_bytes_get_data (file, NULL), (gssize)g_bytes_get_size (file),
                       &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (read, &text, NULL, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **)remove, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  return text;
}

static void
test_written_tables_libreoffice_reads_the_same (gconstpointer user_data)
{
  gboolean                 xlsx = g_str_equal (user_data, "tal.xlsx");
  g_autoptr (TalTableBook) book = written_table_new_book ();
  g_autoptr (GBytes)       file = written_table_write (book, xlsx ? tal_xlsx_write : tal_ods_write);
  g_autofree char         *text = read_with_libreoffice (file, user_data);

  if (text == NULL)
    {
      g_test_skip ("LibreOffice is not installed.");
      return;
    }

  assert_has (text, "table:name=\"Mål- 2019\"");
  assert_has (text, "table:name=\"Mål- 2019 (2)\"");
  assert_has (text, "<text:p>=1+2</text:p>");
  assert_lacks (text, "table:formula=");
  assert_has (text, "office:value=\"9.14\"");
  assert_has (text, "office:value=\"1410\"");
  assert_has (text, "office:value=\"-1.5\"");
  assert_has (text, "office:date-value=\"2019-05-20\"");
  assert_has (text, "<text:p>ca. 123.456.789,012345678</text:p>");
  assert_has (text, "<number:text> pct.*</number:text>");
  assert_has (text, "<text:p>Kilde: Jobindsats.dk</text:p>");
  if (xlsx)
    assert_has (text, "chart:chart");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formats/written-tables/tells-formats", test_written_tables_tells_formats);
  g_test_add_func ("/formats/written-tables/names-sheets", test_written_tables_names_sheets);
  g_test_add_func ("/formats/written-tables/csv-is-as-excel-wants-it",
                   test_written_tables_csv_is_as_excel_wants_it);
  g_test_add_func ("/formats/written-tables/xlsx-keeps-numbers",
                   test_written_tables_xlsx_keeps_numbers);
  g_test_add_func ("/formats/written-tables/xlsx-is-a-form", test_written_tables_xlsx_is_a_form);
  g_test_add_func ("/formats/written-tables/ods-keeps-numbers",
                   test_written_tables_ods_keeps_numbers);
  g_test_add_func ("/formats/written-tables/leaves-nothing-to-compute",
                   test_written_tables_leaves_nothing_to_compute);
  g_test_add_func ("/formats/written-tables/same-content-same-bytes",
                   test_written_tables_same_content_same_bytes);
  g_test_add_func ("/formats/written-tables/stops-when-cancelled",
                   test_written_tables_stops_when_cancelled);
  g_test_add_data_func ("/formats/written-tables/libreoffice-reads-the-same-xlsx", "tal.xlsx",
                        test_written_tables_libreoffice_reads_the_same);
  g_test_add_data_func ("/formats/written-tables/libreoffice-reads-the-same-ods", "tal.ods",
                        test_written_tables_libreoffice_reads_the_same);
  return g_test_run ();
}
