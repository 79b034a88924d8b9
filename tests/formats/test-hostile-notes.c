/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "formats/note-file.h"
#include "formats/tal-document-reader.h"

#include <glib/gstdio.h>
#include <string.h>

/* The file is refused with that code, and nothing is read from it. */
static void
assert_refused (char *path, TalError code)
{
  g_autofree char *expected = g_strdup_printf ("error %d", (int)code);

  note_assert_passages (path, expected);
}

static void
test_refuses_foreign_content (void)
{
  static const struct
  {
    const char *name;
    const char *bytes;
    gsize       length;
  } cases[] = {
    { "notat.txt", "a\0b", 3 },
    { "notat.md",
      "a\x01"
      "b",
      3 },
    { "notat.md", "\x81\x8d\x90", 3 }, /* neither UTF-8 nor Windows-1252 */
    { "notat.txt", "", 0 },
    { "notat.txt", "%PDF-1.7 ...", 12 },
    { "notat.txt", "{\\rtf1 x}", 9 },
    { "notat.pdf", "%PDF-1.7 ...", 12 },
    { "notat.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 },
    { "notat.docx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8 }, /* Word's password */
    { "notat.docx", "no archive", 10 },
    { "notat.odt", "<office/>", 9 },
    { "notat", "text without an ending", 22 },
    { "notat.odt", "PK\x03\x04 and nothing more", 20 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (note_file_new (cases[i].name, cases[i].bytes, (gssize)cases[i].length),
                    TAL_ERROR_INVALID_FILE);
}

static void
test_refuses_what_is_no_file (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) folder = NULL;

  g_assert_null (tal_document_read ("/nowhere/notat.txt", NULL, &missing));
  g_assert_error (missing, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_assert_null (tal_document_read (g_get_tmp_dir (), NULL, &folder));
  g_assert_error (folder, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);
}

static void
test_refuses_incomplete_archives (void)
{
  static const NoteEntry foreign[] = { { "xl/workbook.xml", "<workbook/>", -1, NULL } };
  static const NoteEntry sheet[] = {
    { "content.xml",
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:"
      "office:1.0\"><office:body><office:spreadsheet/></office:body>"
      "</office:document-content>",
      -1, NULL },
  };
  static const NoteEntry locked[] = { { "content.xml", ODT_START ODT_END, -1, "hemmelig" } };
  static const NoteEntry scrambled[] = {
    { "content.xml", "\x8a\x01 not XML", -1, NULL },
    { "META-INF/manifest.xml", "<manifest:encryption-data/>", -1, NULL },
  };
  g_autofree char *bytes = NULL;
  char            *path = NULL;
  gsize            length = 0;

  assert_refused (note_file_new_archive ("a.xlsx", foreign, 1), TAL_ERROR_INVALID_FILE);
  assert_refused (note_file_new_archive ("a.odt", sheet, 1), TAL_ERROR_INVALID_FILE);
  assert_refused (note_file_new_archive ("a.odt", locked, 1), TAL_ERROR_INVALID_FILE);
  assert_refused (note_file_new_archive ("a.odt", scrambled, 2), TAL_ERROR_INVALID_FILE);

  path = note_file_new_odt ("<text:p>Et tal</text:p>");
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  note_file_free (path);
  for (gsize cut = 8; cut < length; cut += 37)
    assert_refused (note_file_new ("a.odt", bytes, (gssize)cut), TAL_ERROR_INVALID_FILE);

  /* One byte of the packed text. */
  for (gsize i = 0; i + 11 < length; i++)
    {
      if (memcmp (bytes + i, "content.xml", 11) == 0)
        {
          bytes[i + 40] ^= 0x55;
          break;
        }
    }
  assert_refused (note_file_new ("a.odt", bytes, (gssize)length), TAL_ERROR_INVALID_FILE);
}

static void
test_refuses_hostile_markup (void)
{
  static const struct
  {
    const char *content;
    TalError    code;
  } cases[] = {
    { "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>", TAL_ERROR_UNSAFE_FILE },
    { "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>", TAL_ERROR_UNSAFE_FILE },
    { "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>", TAL_ERROR_UNSAFE_FILE },
    { ODT_START "<text:p>&unknown;</text:p>" ODT_END, TAL_ERROR_INVALID_FILE },
    { ODT_START "<text:p>\xff</text:p>" ODT_END, TAL_ERROR_INVALID_FILE },
    { ODT_START "<text:p>", TAL_ERROR_INVALID_FILE },
    { ODT_START "<text:p></text:h>" ODT_END, TAL_ERROR_INVALID_FILE },
    { "no markup", TAL_ERROR_INVALID_FILE },
    { "", TAL_ERROR_INVALID_FILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      NoteEntry entry = { "content.xml", cases[i].content, -1, NULL };

      g_test_message ("case %u", (guint)i);
      assert_refused (note_file_new_archive ("a.odt", &entry, 1), cases[i].code);
    }
}

/* 'count' times the text, between a start and an end. */
static char *
dup_repeated (const char *start, const char *text, gsize count, const char *end)
{
  GString *all = g_string_new (start);

  for (gsize i = 0; i < count; i++)
    g_string_append (all, text);
  return g_string_free (g_string_append (all, end), FALSE);
}

static void
test_refuses_what_passes_limits (void)
{
  static const struct
  {
    const char *start;
    const char *text;
    gsize       count;
    const char *end;
    TalError    code;
  } cases[] = {
    /* Unpacks to a thousand times itself. */
    { ODT_START "<text:p>", "          ", 400000, "</text:p>" ODT_END, TAL_ERROR_UNSAFE_FILE },
    { ODT_START, "<text:p>", 3000, ODT_END, TAL_ERROR_INVALID_FILE }, /* never closed */
    { ODT_START, "<text:span>", 3000, "", TAL_ERROR_INVALID_FILE },   /* too deep */
    { ODT_START "<text:p a=\"", "0123456789", 7000, "\"/>" ODT_END, TAL_ERROR_UNSAFE_FILE },
    { ODT_START "<text:p", " a='>'", 12000, "/>" ODT_END, TAL_ERROR_UNSAFE_FILE },
    { ODT_START "<table:table><table:table-row>",
      "<table:table-cell "
      "table:number-columns-repeated=\"900\"><text:p>1</text:p></table:table-cell>",
      2, "</table:table-row></table:table>" ODT_END, TAL_ERROR_UNSAFE_FILE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *content =
          dup_repeated (cases[i].start, cases[i].text, cases[i].count, cases[i].end);
      NoteEntry entry = { "content.xml", content, -1, NULL };

      g_test_message ("case %u", (guint)i);
      assert_refused (note_file_new_archive ("a.odt", &entry, 1), cases[i].code);
    }
}

static void
test_refuses_more_than_a_note (void)
{
  g_autofree char *lines = dup_repeated ("", "\n", 2000001, "");
  g_autofree char *columns = dup_repeated ("a", "\t", 1200, "b");
  g_autofree char *parts = NULL;

  assert_refused (note_file_new ("a.txt", lines, -1), TAL_ERROR_UNSAFE_FILE);
  assert_refused (note_file_new ("a.md", columns, -1), TAL_ERROR_UNSAFE_FILE);
}

/* Marks that never close cost no more than others. */
static void
test_reads_hopeless_marks_in_time (void)
{
  static const char *const marks[] = { "*a ", "[",   "<b",         "**a _b ",
                                       "|",   "\t|", "a |\n1 |\n", "![a](" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autofree char *text = dup_repeated ("x", marks[i], 50000, "");
      g_autofree char *shown = NULL;
      gint64           start = g_get_monotonic_time ();

      shown = note_file_dup_passages (note_file_new ("a.md", text, -1));
      g_test_message ("%s: %" G_GINT64_FORMAT " ms", marks[i],
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_stops_when_asked (void)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  char                    *path = note_file_new_odt ("<text:p>Et tal</text:p>");

  g_cancellable_cancel (cancellable);
  g_assert_null (tal_document_read (path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  note_file_free (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/hostile/refuses-foreign-content", test_refuses_foreign_content);
  g_test_add_func ("/formats/hostile/refuses-what-is-no-file", test_refuses_what_is_no_file);
  g_test_add_func ("/formats/hostile/refuses-incomplete-archives",
                   test_refuses_incomplete_archives);
  g_test_add_func ("/formats/hostile/refuses-hostile-markup", test_refuses_hostile_markup);
  g_test_add_func ("/formats/hostile/refuses-what-passes-limits", test_refuses_what_passes_limits);
  g_test_add_func ("/formats/hostile/refuses-more-than-a-note", test_refuses_more_than_a_note);
  g_test_add_func ("/formats/hostile/reads-hopeless-marks-in-time",
                   test_reads_hopeless_marks_in_time);
  g_test_add_func ("/formats/hostile/stops-when-asked", test_stops_when_asked);
  return g_test_run ();
}
