/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "exchange/memory-collection.h"
#include "exchange/tal-exchange-xml-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define ROOT "<exchange xmlns=\"urn:indsatstal:exchange:1\" version=\"1\" picture=\"full\">\n"
#define UNIT                                                              \
  "<unit id=\"0190293f-5a00-7000-8000-000000000001\" short-name=\"BIF\">" \
  "<name>Beskæftigelses- og Integrationsforvaltningen</name></unit>\n"

/* Reading must end within this, whatever the file. */
#define PATIENCE G_USEC_PER_SEC

typedef struct
{
  guint    n_headers;
  guint    n_records;
  guint    n_notes;
  guint    last_line;
  goffset  bytes;
  goffset  size;
  gboolean refuses;
} Tally;

static void
header_read_cb (TalExchangeHeader *header, gpointer user_data)
{
  Tally *tally = user_data;

  g_assert_cmpuint (tally->n_records, ==, 0);
  tally->n_headers++;
  tal_exchange_header_free (header);
}

static gboolean
count_record (Tally *tally, guint line, GError **error)
{
  tally->n_records++;
  tally->last_line = line;
  if (!tally->refuses)
    return TRUE;

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_CONFLICT, "no.");
  return FALSE;
}

static gboolean
record_read_cb (TalRecord *record, guint line, gpointer user_data, GError **error)
{
  Tally *tally = user_data;

  tal_record_unref (record);
  return count_record (tally, line, error);
}

static gboolean
figure_read_cb (const TalObservation *figure, guint line, gpointer user_data, GError **error)
{
  return count_record (user_data, line, error);
}

static void
note_made_cb (TalProblem *note, gpointer user_data)
{
  Tally *tally = user_data;

  tally->n_notes++;
  tal_problem_free (note);
}

static void
progressed_cb (goffset bytes, goffset size, gpointer user_data)
{
  Tally *tally = user_data;

  g_assert_cmpint (bytes, >, tally->bytes);
  tally->bytes = bytes;
  tally->size = size;
}

static const TalExchangeSink sink = { header_read_cb, record_read_cb, figure_read_cb, note_made_cb,
                                      progressed_cb };

static gboolean
read_bytes (const char *text, gsize size, Tally *tally, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return tal_exchange_xml_read_bytes (bytes, &sink, tally, NULL, error);
}

static void
test_exchange_xml_reader_names_line_element_and_reason (void)
{
  static const struct
  {
    const char *fixture;
    TalError    code;
    const char *line;
    const char *element; /* or a part of the reason */
  } cases[] = {
    { "value-comma", TAL_ERROR_INVALID_FILE, "16", "<observation>, value: “8,7”" },
    { "period-fifth-quarter", TAL_ERROR_INVALID_FILE, "16", "<observation>, period: “2017-Q5”" },
    { "period-danish", TAL_ERROR_INVALID_FILE, "16", "“2015K4”" },
    { "version-2", TAL_ERROR_NEWER_VERSION, "2", "" },
    { "namespace-2", TAL_ERROR_NEWER_VERSION, "2", "" },
    { "not-xml", TAL_ERROR_INVALID_FILE, "1", "" },
    { "empty", TAL_ERROR_INVALID_FILE, "1", "" },
    { "truncated", TAL_ERROR_INVALID_FILE, "18", "" },
    { "element-unknown", TAL_ERROR_INVALID_FILE, "6", "<department>" },
    { "attribute-unknown", TAL_ERROR_INVALID_FILE, "3", "“fax”" },
    { "name-missing", TAL_ERROR_INVALID_FILE, "3", "<name>" },
    { "word-danish", TAL_ERROR_INVALID_FILE, "3", "<plan>, kind: “handleplan”" },
    { "kinds-out-of-order", TAL_ERROR_INVALID_FILE, "6", "<unit>" },
    { "control-character", TAL_ERROR_INVALID_FILE, "4", "" },
    { "mismatched-tags", TAL_ERROR_INVALID_FILE, "5", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char   *name = g_strdup_printf ("invalid/%s.xml", cases[i].fixture);
      g_autofree char   *place = g_strdup_printf ("Line %s", cases[i].line);
      g_autoptr (GBytes) bytes = load_fixture (name);
      g_autoptr (GError) error = NULL;
      Tally              tally = { 0 };

      g_assert_false (tal_exchange_xml_read_bytes (bytes, &sink, &tally, NULL, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, TAL_ERROR, (int)cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (strstr (error->message, cases[i].element));
    }
}

static void
test_exchange_xml_reader_refuses_what_could_harm (void)
{
  static const struct
  {
    const char *text;
    gsize       size;
    TalError    code;
  } cases[] = {
#define HOSTILE(text_, code_) { text_, sizeof text_ - 1, code_ }
    HOSTILE ("<!DOCTYPE exchange SYSTEM \"http://127.0.0.1:1/x.dtd\">\n" ROOT "</exchange>",
             TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("<!DOCTYPE exchange [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n" ROOT
             "&a;</exchange>",
             TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("<!DOCTYPE e [<!ENTITY % a \"%b;%b;\"><!ENTITY % b \"%c;%c;\">%a;]>\n" ROOT
             "</exchange>",
             TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("\x1f\x8b\x08\x00\x00\x00\x00\x00", TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" ROOT "</exchange>",
             TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("<?xml version=\"1.0\" encoding=\"windows-1252\"?>" ROOT "</exchange>",
             TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("<\0\0\0?\0\0\0x\0\0\0", TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("\0\0\0<\0\0\0?", TAL_ERROR_UNSAFE_FILE),
    HOSTILE ("\x4c\x6f\xa7\x94\x93\x40", TAL_ERROR_UNSAFE_FILE),
    HOSTILE (ROOT "&lol;</exchange>", TAL_ERROR_INVALID_FILE),
    HOSTILE ("\xff\xfe", TAL_ERROR_INVALID_FILE),
    HOSTILE ("\0", TAL_ERROR_INVALID_FILE),
#undef HOSTILE
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Tally              tally = { 0 };
      gint64             start = g_get_monotonic_time ();

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_false (read_bytes (cases[i].text, cases[i].size, &tally, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, TAL_ERROR, (int)cases[i].code);
      g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
    }
}

/* 'count' times the piece between head and tail, with its number for its #. */
static void
check_repeated (const char *head, const char *piece, guint count, const char *tail, TalError code)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autoptr (GError)  error = NULL;
  Tally               tally = { 0 };
  gint64              start = 0;

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *number = g_strdup_printf ("%06u", i);
      g_auto (GStrv)   parts = g_strsplit (piece, "#", 2);

      g_string_append (text, parts[0]);
      if (parts[1] != NULL)
        {
          g_string_append (text, number);
          g_string_append (text, parts[1]);
        }
    }
  g_string_append (text, tail);

  start = g_get_monotonic_time ();
  g_assert_false (read_bytes (text->str, text->len, &tally, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, TAL_ERROR, (int)code);
  g_assert_cmpint (g_get_monotonic_time () - start, <, PATIENCE);
}

static void
test_exchange_xml_reader_ends_soon (void)
{
  check_repeated (ROOT "<unit", " a#=\">\"", 200000, "/></exchange>", TAL_ERROR_UNSAFE_FILE);
  check_repeated (ROOT "<unit", " xmlns:a#='>'", 200000, "/></exchange>", TAL_ERROR_UNSAFE_FILE);
  check_repeated (ROOT, "<x:a xmlns:x=\"urn:#\">", 100000, "", TAL_ERROR_UNSAFE_FILE);
  check_repeated (ROOT, "<exchange n=\"#\">", 100000, "", TAL_ERROR_INVALID_FILE);
  check_repeated (ROOT "<!--", "<a>'#\" ", 200000, "--></exchange>", TAL_ERROR_UNSAFE_FILE);
  check_repeated (ROOT "<?note", " > #", 200000, "?></exchange>", TAL_ERROR_UNSAFE_FILE);
  check_repeated (ROOT "<x:a xmlns:x=\"urn:a\"><![CDATA[", "]>#", 200000, "]]></x:a></exchange>",
                  TAL_ERROR_UNSAFE_FILE);
  check_repeated ("<!DOCTYPE e [", "<!ENTITY % a# \"x\">", 100000, "]><e/>", TAL_ERROR_UNSAFE_FILE);
  check_repeated (ROOT "<unit id=\"0190293f-5a00-7000-8000-000000000001\" short-name=\"B\"><name>",
                  "#", 200000, "</name></unit></exchange>", TAL_ERROR_INVALID_FILE);
}

/* A > in a value or comment ends nothing, and a quote in text begins nothing. */
static void
test_exchange_xml_reader_takes_odd_markup (void)
{
  static const char *const texts[] = {
    ROOT "<!-- it's > \" --><!----><?note it's > \" ?>" UNIT "</exchange>",
    ROOT "<x:a xmlns:x='urn:x' b='\">\"'>it's \"<![CDATA[<a \"']]]]>'</x:a>" UNIT "</exchange>",
    ROOT UNIT "</exchange><!-- end --><?end?>\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      Tally              tally = { 0 };

      read_bytes (texts[i], strlen (texts[i]), &tally, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (tally.n_records, ==, 1);
    }
}

static void
test_exchange_xml_reader_refuses_a_file_cut_anywhere (void)
{
  g_autoptr (GBytes) bytes = load_fixture ("valid/integration-plan.xml");
  gsize              size = 0;
  const char        *text = g_bytes_get_data (bytes, &size);

  /* Without its last line feed it is still whole. */
  for (gsize length = 0; length < size - 1; length++)
    {
      g_autoptr (GError) error = NULL;
      Tally              tally = { 0 };

      g_assert_false (read_bytes (text, length, &tally, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_FILE);
    }
}

static void
test_exchange_xml_reader_notes_what_is_foreign (void)
{
  g_autoptr (GBytes) bytes = load_fixture ("valid/foreign.xml");
  g_autoptr (GError) error = NULL;
  Tally              tally = { 0 };

  g_assert_true (tal_exchange_xml_read_bytes (bytes, &sink, &tally, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_headers, ==, 1);
  g_assert_cmpuint (tally.n_records, ==, 2);
  /* Three elements, an XInclude that stays unopened, and an attribute; not xml:lang. */
  g_assert_cmpuint (tally.n_notes, ==, 5);
}

static void
test_exchange_xml_reader_stops_when_told (void)
{
  g_autoptr (GBytes)       bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;
  g_autoptr (GError)       refusal = NULL;
  Tally                    tally = { 0 };
  Tally                    refusing = { .refuses = TRUE };

  g_assert_false (tal_exchange_xml_read_bytes (bytes, &sink, &refusing, NULL, &refusal));
  g_assert_error (refusal, TAL_ERROR, TAL_ERROR_INVALID_FILE);
  g_assert_true (g_str_has_prefix (refusal->message, "Line 3, <unit>"));
  g_assert_cmpuint (refusing.n_records, ==, 1);

  g_cancellable_cancel (cancellable);
  g_assert_false (tal_exchange_xml_read_bytes (bytes, &sink, &tally, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tally.n_records, ==, 0);
}

static void
test_exchange_xml_reader_reads_only_files (void)
{
  g_autofree char   *folder = g_dir_make_tmp ("exchange-XXXXXX", NULL);
  g_autofree char   *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char   *file = g_build_filename (folder, "file", NULL);
  g_autoptr (GError) no_file = NULL;
  g_autoptr (GError) no_folder = NULL;
  g_autoptr (GError) no_pipe = NULL;
  g_autoptr (GError) error = NULL;
  Tally              tally = { 0 };

  g_assert_false (tal_exchange_xml_read_file (file, &sink, &tally, NULL, &no_file));
  g_assert_error (no_file, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_assert_false (tal_exchange_xml_read_file (folder, &sink, &tally, NULL, &no_folder));
  g_assert_error (no_folder, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);

  /* Nobody writes to it: opening it must not wait. */
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_false (tal_exchange_xml_read_file (pipe, &sink, &tally, NULL, &no_pipe));
  g_assert_error (no_pipe, TAL_ERROR, TAL_ERROR_UNSAFE_FILE);

  g_assert_true (g_file_set_contents (file, ROOT UNIT "</exchange>", -1, NULL));
  g_assert_true (tal_exchange_xml_read_file (file, &sink, &tally, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_records, ==, 1);
  g_assert_cmpuint (tally.last_line, ==, 2);
  g_assert_cmpint (tally.bytes, ==, tally.size);

  g_unlink (pipe);
  g_unlink (file);
  g_rmdir (folder);
}

/* The parser gets pieces; what stands across their border must not be hurt. */
static void
test_exchange_xml_reader_joins_its_pieces (void)
{
  g_autoptr (GString) text = g_string_new (ROOT);
  g_autoptr (GError)  error = NULL;
  Tally               tally = { 0 };

  for (guint i = 1; i <= 2000; i++)
    g_string_append_printf (text,
                            "<unit id=\"0190293f-5a00-7000-8000-%012u\" short-name=\"Å&amp;%u\">"
                            "<name>Ældre &lt; øvrige &#x1F600;</name></unit>\r\n",
                            i, i);
  g_string_append (text, "</exchange>");

  g_assert_true (read_bytes (text->str, text->len, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_records, ==, 2000);
  g_assert_cmpuint (tally.last_line, ==, 2001);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/exchange-xml-reader/names-line-element-and-reason",
                   test_exchange_xml_reader_names_line_element_and_reason);
  g_test_add_func ("/exchange/exchange-xml-reader/refuses-what-could-harm",
                   test_exchange_xml_reader_refuses_what_could_harm);
  g_test_add_func ("/exchange/exchange-xml-reader/ends-soon", test_exchange_xml_reader_ends_soon);
  g_test_add_func ("/exchange/exchange-xml-reader/takes-odd-markup",
                   test_exchange_xml_reader_takes_odd_markup);
  g_test_add_func ("/exchange/exchange-xml-reader/refuses-a-file-cut-anywhere",
                   test_exchange_xml_reader_refuses_a_file_cut_anywhere);
  g_test_add_func ("/exchange/exchange-xml-reader/notes-what-is-foreign",
                   test_exchange_xml_reader_notes_what_is_foreign);
  g_test_add_func ("/exchange/exchange-xml-reader/stops-when-told",
                   test_exchange_xml_reader_stops_when_told);
  g_test_add_func ("/exchange/exchange-xml-reader/reads-only-files",
                   test_exchange_xml_reader_reads_only_files);
  g_test_add_func ("/exchange/exchange-xml-reader/joins-its-pieces",
                   test_exchange_xml_reader_joins_its_pieces);

  return g_test_run ();
}
