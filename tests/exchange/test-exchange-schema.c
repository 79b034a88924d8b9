/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The published schema and the reader are one contract: what one accepts the other
 * does, but for the rules that a schema cannot say. */

#include "base/tal-error.h"
#include "exchange/memory-collection.h"
#include "exchange/tal-exchange-xml-reader.h"

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <string.h>

#define SEED_ROUNDS 2000

static xmlSchema *schema;

static void
ignore_cb (void *user_data, const char *format, ...)
{
}

static void
load_schema (void)
{
  g_autofree char     *path = g_test_build_filename (G_TEST_DIST, "..", "..", "resources", "schema",
                                                     "indsatstal-exchange-1.xsd", NULL);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);

  schema = xmlSchemaParse (parser);
  g_assert_nonnull (schema);
  xmlSchemaFreeParserCtxt (parser);
}

static gboolean
does_schema_accept (GBytes *bytes)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  gsize          size = 0;
  const char    *text = g_bytes_get_data (bytes, &size);
  xmlDoc  *document = xmlCtxtReadMemory (parser, text != NULL ? text : "", (int)size, NULL, NULL,
                                         XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET |
                                             XML_PARSE_NOENT);
  gboolean is_valid = document != NULL && parser->nsWellFormed;

  if (is_valid)
    {
      xmlSchemaValidCtxt *validity = xmlSchemaNewValidCtxt (schema);

      xmlSchemaSetValidErrors (validity, ignore_cb, ignore_cb, NULL);
      is_valid = xmlSchemaValidateDoc (validity, document) == 0;
      xmlSchemaFreeValidCtxt (validity);
    }

  xmlFreeDoc (document);
  xmlFreeParserCtxt (parser);
  return is_valid;
}

static void
header_read_cb (TalExchangeHeader *header, gpointer user_data)
{
  tal_exchange_header_free (header);
}

static gboolean
record_read_cb (TalRecord *record, guint line, gpointer user_data, GError **error)
{
  tal_record_unref (record);
  return TRUE;
}

static gboolean
figure_read_cb (const TalObservation *figure, guint line, gpointer user_data, GError **error)
{
  return TRUE;
}

static void
note_made_cb (TalProblem *note, gpointer user_data)
{
  tal_problem_free (note);
}

static gboolean
does_reader_accept (GBytes *bytes, GError **error)
{
  static const TalExchangeSink sink = { header_read_cb, record_read_cb, figure_read_cb,
                                        note_made_cb, NULL };

  return tal_exchange_xml_read_bytes (bytes, &sink, NULL, NULL, error);
}

static GPtrArray *
list_fixtures (const char *folder)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_DIST, "..", "fixtures", "exchange", folder, NULL);
  g_autoptr (GDir)   directory = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray         *names = g_ptr_array_new_with_free_func (g_free);
  const char        *name = NULL;

  directory = g_dir_open (path, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (names->len, >, 0);
  return names;
}

static void
check_folder (const char *folder, gboolean by_schema, gboolean by_reader)
{
  g_autoptr (GPtrArray) names = list_fixtures (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GBytes) bytes = load_fixture (g_ptr_array_index (names, i));
      g_autoptr (GError) error = NULL;
      gboolean           accepted = does_reader_accept (bytes, &error);

      g_test_message ("%s: %s", (char *)g_ptr_array_index (names, i),
                      error != NULL ? error->message : "accepted");
      g_assert_cmpint (accepted, ==, by_reader);
      g_assert_cmpint (does_schema_accept (bytes), ==, by_schema);
      if (!accepted)
        g_assert_true (error->domain == TAL_ERROR);
    }
}

static void
test_exchange_schema_accepts_what_the_reader_accepts (void)
{
  check_folder ("valid", TRUE, TRUE);
}

static void
test_exchange_schema_refuses_what_the_reader_refuses (void)
{
  check_folder ("invalid", FALSE, FALSE);
}

static void
test_exchange_schema_cannot_say_every_rule (void)
{
  check_folder ("beyond-schema", TRUE, FALSE);
}

/* Pieces that are put in the place of others: near misses of every kind of value. */
static const char *const pieces[] = {
  "\"2023\"",
  "\"2023-Q5\"",
  "\"8,7\"",
  "\"\"",
  "\"true\"",
  "\"1\"",
  "\"0\"",
  "\"-1\"",
  "\"plan\"",
  "\"at-most\"",
  "\"2020-02-30\"",
  "<name>",
  "</name>",
  "<note>x</note>",
  " number=\"3\"",
  " by=\"\"",
  "/>",
  ">",
  " ",
  "&#10;",
  "<scope/>",
  "<!-- x -->",
  "x",
  "<![CDATA[]]>",
  " xml:lang=\"da\"",
  "<a:b xmlns:a=\"urn:a\"/>",
  " a:b=\"c\" xmlns:a=\"urn:a\"",
  "\"2017/2016\"",
  "\"00\"",
  "\"1.\"",
  "\"1.0\"",
  "\"final\"",
  " period=\"2023\"",
  "\"ratio\"",
  " \"",
  "\"É\"",
};

/* Cuts a piece out between two places where tokens meet, and puts another there. */
static GBytes *
mutate (GRand *random, GBytes *bytes)
{
  gsize       size = 0;
  const char *text = g_bytes_get_data (bytes, &size);
  GString    *result = g_string_new_len (text, (gssize)size);
  gsize       from = (gsize)g_rand_int_range (random, 60, (gint32)size - 1);
  gsize       to = 0;

  while (from > 60 && strchr ("\"<> ", text[from]) == NULL)
    from--;
  to = from + 1;
  while (to < size && strchr ("\"<> ", text[to]) == NULL)
    to++;
  if (text[from] == '"' && to < size && text[to] == '"')
    to++;

  if (g_rand_boolean (random))
    g_string_erase (result, (gssize)from, (gssize)(to - from));
  if (g_rand_int_range (random, 0, 4) > 0)
    g_string_insert (result, (gssize)from,
                     pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free_to_bytes (result);
}

/* The rules of valid/ and beyond-schema/ in one sentence each; no mutation meets others. */
static gboolean
is_beyond_schema (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return strstr (text, "2017/2016") != NULL || strstr (text, "-W53") != NULL ||
         strstr (text, "<!DOCTYPE") != NULL;
}

static void
test_exchange_schema_agrees_about_mutated_files (void)
{
  static const char *const seeds[] = { "valid/every-kind.xml", "valid/integration-plan.xml",
                                       "valid/missing.xml", "valid/scope.xml",
                                       "valid/explicit-defaults.xml" };
  guint32                  seed = g_test_rand_int_range (1, G_MAXINT32);
  GRand                   *random = g_rand_new_with_seed (seed);
  guint                    n_valid = 0;

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < SEED_ROUNDS; i++)
    {
      g_autoptr (GBytes) whole = load_fixture (seeds[i % G_N_ELEMENTS (seeds)]);
      g_autoptr (GBytes) bytes = mutate (random, whole);
      g_autoptr (GError) error = NULL;
      gboolean           by_schema = does_schema_accept (bytes);
      gboolean           by_reader = does_reader_accept (bytes, &error);

      n_valid += by_schema;
      if (by_schema != by_reader && !is_beyond_schema (bytes))
        {
          g_test_message ("%s\n%.*s", error != NULL ? error->message : "accepted",
                          (int)g_bytes_get_size (bytes),
                          (const char *)g_bytes_get_data (bytes, NULL));
          g_test_fail ();
          break;
        }
    }

  /* A mutation that always broke the file would prove little. */
  g_assert_cmpuint (n_valid, >, SEED_ROUNDS / 50);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  int result = 0;

  g_test_init (&argc, &argv, NULL);
  load_schema ();

  g_test_add_func ("/exchange/exchange-schema/accepts-what-the-reader-accepts",
                   test_exchange_schema_accepts_what_the_reader_accepts);
  g_test_add_func ("/exchange/exchange-schema/refuses-what-the-reader-refuses",
                   test_exchange_schema_refuses_what_the_reader_refuses);
  g_test_add_func ("/exchange/exchange-schema/cannot-say-every-rule",
                   test_exchange_schema_cannot_say_every_rule);
  g_test_add_func ("/exchange/exchange-schema/agrees-about-mutated-files",
                   test_exchange_schema_agrees_about_mutated_files);

  result = g_test_run ();
  xmlSchemaFree (schema);
  return result;
}
