/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-observation.h"
#include "core/tal-removal.h"
#include "core/tal-series.h"
#include "core/tal-unit.h"
#include "exchange/memory-collection.h"
#include "exchange/tal-exchange-text.h"
#include "exchange/tal-exchange-xml-writer.h"
#include "exchange/tal-xml-output.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libxml/xmlschemas.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static void
assert_bytes_equal (GBytes *a, GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

static TalBundle *
load_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  TalBundle         *bundle = tal_bundle_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static void
test_exchange_xml_writer_writes_what_was_read (void)
{
  static const char *const     locales[] = { "C", "da_DK.UTF-8", "de_DE.UTF-8" };
  g_autoptr (GBytes)           bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (TalBundle)        bundle = load_bytes (bytes);
  g_autoptr (MemoryCollection) collection = memory_collection_new_from_bundle (bundle);

  for (gsize i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (GBytes) again = NULL;

      /* Where a locale is not installed the one before stays. */
      setlocale (LC_ALL, locales[i]);
      again = memory_collection_write (collection);
      assert_bytes_equal (bytes, again);
    }
  setlocale (LC_ALL, "C");
}

static void
test_exchange_xml_writer_does_not_depend_on_order (void)
{
  g_autoptr (GBytes)           bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (TalBundle)        bundle = load_bytes (bytes);
  g_autoptr (MemoryCollection) backwards =
      memory_collection_new (tal_bundle_get_header (bundle)->from);
  g_autoptr (GPtrArray) records = list_records (bundle);
  g_autoptr (GBytes)    again = NULL;

  for (guint i = records->len; i > 0; i--)
    memory_collection_put (backwards, tal_record_ref (g_ptr_array_index (records, i - 1)));
  again = memory_collection_write (backwards);
  assert_bytes_equal (bytes, again);
}

static void
test_exchange_xml_writer_escapes_only_what_it_must (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (TalXmlOutput)  output = tal_xml_output_new (stream, NULL);
  g_autoptr (GError)        error = NULL;

  tal_xml_output_open (output, "a");
  tal_xml_output_add_attribute (output, "none", NULL);
  tal_xml_output_add_attribute (output, "some", "Ø & <b> \"c\" 'd'\t\n\r");
  tal_xml_output_add_prose (output, "b", "Ø & <b> \"c\" 'd' ]]>\t\n\r");
  tal_xml_output_open (output, "c");
  tal_xml_output_close (output);
  tal_xml_output_close (output);
  g_assert_true (tal_xml_output_finish (output, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL));
  g_assert_cmpstr (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)), ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<a some=\"Ø &amp; &lt;b> &quot;c&quot; 'd'&#9;&#10;&#13;\">\n"
                   "  <b>Ø &amp; &lt;b&gt; \"c\" 'd' ]]&gt;\t\n&#13;</b>\n"
                   "  <c/>\n"
                   "</a>\n");
}

/* Texts that a format could stumble over. */
static const char *const texts[] = {
  "Håndholdt og vedvarende virksomhedsindsats for ledige",
  "15 pct. af borgerne, der har været i \"virksomhedspraktik\" & 'opkvalificering'",
  "1 < 2 > 0 ]]> <!-- --> &amp; &#10;",
  "  to linjer\n\tmed indryk  ",
  "€ 𝄞 e\u0301 \u00a0 \u2028",
};

static TalId
choose_id (GRand *random, const GPtrArray *ids)
{
  return *(TalId *)g_ptr_array_index (ids, (guint)g_rand_int_range (random, 0, (gint32)ids->len));
}

static TalPeriod
choose_period (GRand *random)
{
  static const char *const periods[] = {
    "2017", "2017-H1", "2017-Q4", "2017-03", "2017-W05", "2018-09-01", "2017-01-01/2018-07-31"
  };
  TalPeriod period = TAL_PERIOD_UNSET;

  tal_period_parse (periods[g_rand_int_range (random, 0, G_N_ELEMENTS (periods))], &period, NULL);
  return period;
}

static void fill_structure (GRand              *random,
                            const TalStructure *structure,
                            gpointer            place,
                            GPtrArray *const   *ids);

static void
fill_field (GRand *random, const TalField *field, gpointer structure, GPtrArray *const *ids)
{
  gpointer place = TAL_FIELD_AT (field, structure);

  switch (field->type)
    {
    case TAL_FIELD_TEXT:
      *(char **)place = g_strdup (texts[g_rand_int_range (random, 0, 3)]);
      break;
    case TAL_FIELD_PROSE:
      *(char **)place = g_strdup (texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
      break;
    case TAL_FIELD_REFERENCE:
      if (ids[field->target]->len > 0)
        *(TalId *)place = choose_id (random, ids[field->target]);
      break;
    case TAL_FIELD_INTEGER:
      *(int *)place = g_rand_int_range (random, 1, 2024);
      break;
    case TAL_FIELD_BOOLEAN:
      *(gboolean *)place = g_rand_boolean (random);
      break;
    case TAL_FIELD_WORD:
      *(guint *)place =
          (guint)g_rand_int_range (random, 0, (gint32)g_strv_length ((char **)field->words));
      break;
    case TAL_FIELD_DECIMAL:
      *(TalDecimal *)place = TAL_DECIMAL (g_rand_int_range (random, -99999, 99999),
                                          (guint8)g_rand_int_range (random, 0, 4));
      break;
    case TAL_FIELD_DAY:
      *(TalDay *)place = g_rand_int_range (random, TAL_DAY_FIRST, TAL_DAY_LAST);
      break;
    case TAL_FIELD_PERIOD:
      *(TalPeriod *)place = choose_period (random);
      break;
    case TAL_FIELD_LIST:
      /* The first series has none to be made of. */
      if (field->item->fields[0].type == TAL_FIELD_REFERENCE &&
          ids[field->item->fields[0].target]->len == 0)
        break;
      for (gint32 n = g_rand_int_range (random, 0, 4); n > 0; n--)
        fill_structure (random, field->item, tal_field_append_item (field, structure), ids);
      break;
    }
}

/* All that is required, and the rest now and then. */
static void
fill_structure (GRand *random, const TalStructure *structure, gpointer place, GPtrArray *const *ids)
{
  for (guint i = 0; i < structure->n_fields; i++)
    {
      if (structure->fields[i].required || g_rand_boolean (random))
        fill_field (random, &structure->fields[i], place, ids);
    }
}

static void
stamp (GRand *random, TalRecord *record)
{
  if (g_rand_boolean (random))
    record->changed_at = 1718700120 + g_rand_int_range (random, 0, 4);
  if (g_rand_boolean (random))
    record->changed_by = g_strdup (texts[g_rand_int_range (random, 0, 3)]);
}

static TalRecord *
make_record (GRand *random, TalKind kind, TalId id, GPtrArray *const *ids)
{
  TalRecord *record = tal_record_new (kind, id);

  fill_structure (random, tal_kind_get_structure (kind), record, ids);
  stamp (random, record);
  if (kind == TAL_KIND_SERIES)
    ((TalSeries *)record)->basis = TAL_BASIS_ENTERED;
  if (kind == TAL_KIND_REMOVAL)
    ((TalRemoval *)record)->period = TAL_PERIOD_UNSET;
  if (kind != TAL_KIND_OBSERVATION && ids[TAL_KIND_UNIT]->len > 0)
    record->owner = choose_id (random, ids[TAL_KIND_UNIT]);
  return record;
}

/* A collection that is full of everything; what its records mean is no matter. */
static MemoryCollection *
make_collection (guint32 seed)
{
  GRand            *random = g_rand_new_with_seed (seed);
  MemoryCollection *collection = memory_collection_new (make_id (1));
  GPtrArray        *ids[TAL_N_KINDS];
  guint             number = 1;

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    ids[kind] = g_ptr_array_new_with_free_func (g_free);

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    {
      for (guint i = 0; i < 4; i++, number++)
        {
          TalId id = kind == TAL_KIND_OBSERVATION ? choose_id (random, ids[TAL_KIND_SERIES])
                                                  : make_id (number);

          memory_collection_put (collection, make_record (random, (TalKind)kind, id, ids));
          g_ptr_array_add (ids[kind], g_memdup2 (&id, sizeof id));
        }
    }

  for (guint kind = 0; kind < TAL_N_KINDS; kind++)
    g_ptr_array_unref (ids[kind]);
  g_rand_free (random);
  return collection;
}

static void
assert_schema_accepts (GBytes *bytes)
{
  g_autofree char     *path = g_test_build_filename (G_TEST_DIST, "..", "..", "resources", "schema",
                                                     "indsatstal-exchange-1.xsd", NULL);
  xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt (path);
  xmlSchema           *schema = xmlSchemaParse (parser);
  xmlSchemaValidCtxt  *validity = xmlSchemaNewValidCtxt (schema);
  xmlDoc              *document =
      xmlReadMemory (g_bytes_get_data (bytes, NULL), (int)g_bytes_get_size (bytes), NULL, NULL, 0);

  g_assert_nonnull (document);
  g_assert_cmpint (xmlSchemaValidateDoc (validity, document), ==, 0);

  xmlFreeDoc (document);
  xmlSchemaFreeValidCtxt (validity);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

static void
assert_same_records (MemoryCollection *collection, const TalBundle *bundle)
{
  g_autoptr (GPtrArray) records = list_records (bundle);

  for (guint i = 0; i < records->len; i++)
    {
      const TalRecord *record = g_ptr_array_index (records, i);
      TalKey           key = tal_record_get_key (record);

      g_assert_true (tal_record_is_equal (memory_collection_find (collection, &key), record));
    }
}

static void
test_exchange_xml_writer_loses_nothing (void)
{
  guint32 seed = (guint32)g_test_rand_int ();

  for (guint32 i = 0; i < 200; i++)
    {
      g_autoptr (MemoryCollection) collection = make_collection (seed + i);
      g_autoptr (GBytes)           bytes = memory_collection_write (collection);
      g_autoptr (TalBundle)        bundle = load_bytes (bytes);
      g_autoptr (MemoryCollection) copy = memory_collection_new_from_bundle (bundle);
      g_autoptr (GBytes)           again = memory_collection_write (copy);

      g_test_message ("seed %u", seed + i);
      assert_schema_accepts (bytes);
      assert_same_records (collection, bundle);
      assert_bytes_equal (bytes, again);
    }
}

static TalBundle *
write_scope (MemoryCollection *collection, TalExchangeHeader *header)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes)        bytes = NULL;
  g_autoptr (GError)        error = NULL;

  tal_exchange_xml_write (stream, collection->catalogue, &collection->source, header, NULL, NULL,
                          &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  assert_schema_accepts (bytes);
  return load_bytes (bytes);
}

/* A second plan with one initiative, whose series rests on one of the first plan's. */
static void
add_second_plan (MemoryCollection *collection)
{
  static const char text[] =
      "<exchange xmlns='urn:indsatstal:exchange:1' version='1' picture='delta'>"
      "<plan id='0190293f-5a00-7000-8000-000000000022' kind='agreement'><name>Aftale</name></plan>"
      "<initiative id='0190293f-5a00-7000-8000-000000000032'"
      " plan='0190293f-5a00-7000-8000-000000000022'><name>Fritidsjob til unge</name></initiative>"
      "<series id='0190293f-5a00-7000-8000-000000000044' measure-unit='persons' basis='sum'"
      " initiative='0190293f-5a00-7000-8000-000000000032'><name>Unge</name>"
      "<term series='0190293f-5a00-7000-8000-000000000042' place='above'/></series>"
      "<observations series='0190293f-5a00-7000-8000-000000000042'>"
      "<observation period='2022' value='251'/></observations>"
      "</exchange>";
  g_autoptr (TalBundle) bundle = load_text (text);
  g_autoptr (GPtrArray) records = list_records (bundle);

  for (guint i = 0; i < records->len; i++)
    memory_collection_put (collection, tal_record_ref (g_ptr_array_index (records, i)));
}

static void
test_exchange_xml_writer_takes_in_what_the_scope_rests_on (void)
{
  static const struct
  {
    guint       plan;
    guint       initiative;
    const char *period;
    guint       n_records;
  } cases[] = {
    { 0, 0, NULL, 16 },     { 0, 0, "2023", 15 }, /* without the figure of 2022 */
    { 21, 0, NULL, 13 },    /* without the second plan, its initiative and series */
    { 0, 31, NULL, 13 },    /* the same, since the plan has one initiative */
    { 22, 0, NULL, 10 },    /* with one series of the first plan, its figures, initiative, plan */
    { 22, 0, "2022", 9 },   /* and of its two figures one */
    { 22, 31, "2021", 13 }, /* everything but the figures */
  };
  g_autoptr (GBytes)           bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (TalBundle)        whole = load_bytes (bytes);
  g_autoptr (MemoryCollection) collection = memory_collection_new_from_bundle (whole);

  add_second_plan (collection);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalExchangeHeader) header = tal_exchange_header_new ();
      g_autoptr (TalBundle)         bundle = NULL;
      g_autoptr (GError)            error = NULL;
      TalPeriod                     period = TAL_PERIOD_UNSET;

      if (cases[i].plan > 0)
        tal_exchange_scope_add_plan (header->scope, make_id (cases[i].plan));
      if (cases[i].initiative > 0)
        tal_exchange_scope_add_initiative (header->scope, make_id (cases[i].initiative));
      if (cases[i].period != NULL)
        g_assert_true (tal_period_parse (cases[i].period, &period, NULL));
      tal_exchange_scope_set_period (header->scope, period);

      bundle = write_scope (collection, header);
      g_test_message ("%u %u %s", cases[i].plan, cases[i].initiative, cases[i].period);
      g_assert_cmpuint (count_records (bundle), ==, cases[i].n_records);
      g_assert_true (
          tal_exchange_scope_is_equal (tal_bundle_get_header (bundle)->scope, header->scope));
      /* The file stands alone. */
      g_assert_true (tal_bundle_check_or_refuse (bundle, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_exchange_xml_writer_refuses_what_no_file_can_hold (void)
{
  g_autofree char  *prose = g_strnfill (TAL_FIELD_PROSE_LENGTH + 1, 'a');
  g_autofree char  *line = g_strnfill (TAL_FIELD_LINE_LENGTH + 1, 'a');
  const char *const cases[][2] = {
    { "B\nF", "Integrationsforvaltningen" },
    { "BIF", "\x01" },
    { "BIF", "\xff" },
    { "BIF", "linje\r\n" },
    { "BIF", "" },
    { "BIF", prose },
    { line, "Integrationsforvaltningen" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MemoryCollection)  collection = memory_collection_new (make_id (1));
      g_autoptr (GOutputStream)     stream = g_memory_output_stream_new_resizable ();
      g_autoptr (TalExchangeHeader) header = tal_exchange_header_new ();
      g_autoptr (GError)            error = NULL;
      TalUnit                      *unit = tal_record_new (TAL_KIND_UNIT, make_id (1));

      unit->short_name = g_strdup (cases[i][0]);
      unit->name = g_strdup (cases[i][1]);
      memory_collection_put (collection, unit);
      g_assert_false (tal_exchange_xml_write (stream, collection->catalogue, &collection->source,
                                              header, NULL, NULL, &error));
      g_assert_true (error->domain == TAL_ERROR);
    }
}

static TalError
write_file_error (const char *path, MemoryCollection *collection)
{
  g_autoptr (TalExchangeHeader) header = tal_exchange_header_new ();
  g_autoptr (GError)            error = NULL;

  g_assert_false (tal_exchange_xml_write_file (path, collection->catalogue, &collection->source,
                                               header, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == TAL_ERROR);
  return error->code;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint            count = 0;

  while (g_dir_read_name (directory) != NULL)
    count++;
  return count;
}

static void
assert_content (const char *path, GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize            size = 0;

  g_assert_true (g_file_get_contents (path, &text, &size, NULL));
  g_assert_cmpmem (text, size, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_exchange_xml_writer_leaves_whole_files (void)
{
  g_autofree char              *folder = g_dir_make_tmp ("exchange-XXXXXX", NULL);
  g_autofree char              *file = g_build_filename (folder, "bif.indsats.xml", NULL);
  g_autofree char              *link = g_build_filename (folder, "link.xml", NULL);
  g_autofree char              *nowhere = g_build_filename (folder, "none", "a.xml", NULL);
  g_autoptr (GBytes)            bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (TalBundle)         bundle = load_bytes (bytes);
  g_autoptr (MemoryCollection)  collection = memory_collection_new_from_bundle (bundle);
  g_autoptr (TalExchangeHeader) header = tal_exchange_header_new ();
  g_autoptr (GError)            error = NULL;
  GStatBuf                      status;

  header->from = collection->unit;
  g_assert_true (tal_exchange_xml_write_file (file, collection->catalogue, &collection->source,
                                              header, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (file, bytes);

  /* Through a link, over an old file, with its permissions. */
  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_assert_cmpint (g_chmod (file, 0640), ==, 0);
  g_assert_cmpint (symlink ("bif.indsats.xml", link), ==, 0);
  g_assert_true (tal_exchange_xml_write_file (link, collection->catalogue, &collection->source,
                                              header, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (file, bytes);
  g_assert_cmpint (g_lstat (link, &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);

  g_assert_cmpint (g_chmod (file, 0444), ==, 0);
  g_assert_cmpint (write_file_error (file, collection), ==, TAL_ERROR_READ_ONLY);
  g_assert_cmpint (write_file_error (folder, collection), ==, TAL_ERROR_NOT_WRITTEN);
  g_assert_cmpint (write_file_error (nowhere, collection), ==, TAL_ERROR_NOT_WRITTEN);
  g_assert_cmpint (write_file_error ("/proc/version.xml", collection), !=, 0);
  assert_content (file, bytes);
  g_assert_cmpuint (count_files (folder), ==, 2);

  g_unlink (link);
  g_unlink (file);
  g_rmdir (folder);
}

/* A limit on the size of files stands for a disk that fills up in the middle. */
static void
test_exchange_xml_writer_leaves_the_old_file_when_it_fails (void)
{
  g_autofree char             *folder = g_dir_make_tmp ("exchange-XXXXXX", NULL);
  g_autofree char             *file = g_build_filename (folder, "bif.indsats.xml", NULL);
  g_autoptr (GBytes)           bytes = load_fixture ("valid/integration-plan.xml");
  g_autoptr (GBytes)           old = g_bytes_new_static ("old", 3);
  g_autoptr (TalBundle)        bundle = load_bytes (bytes);
  g_autoptr (MemoryCollection) collection = memory_collection_new_from_bundle (bundle);
  struct rlimit                before;
  struct rlimit                little;

  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  little = before;
  little.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  g_assert_cmpint (write_file_error (file, collection), ==, TAL_ERROR_NOT_WRITTEN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  assert_content (file, old);
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_unlink (file);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/exchange-xml-writer/writes-what-was-read",
                   test_exchange_xml_writer_writes_what_was_read);
  g_test_add_func ("/exchange/exchange-xml-writer/does-not-depend-on-order",
                   test_exchange_xml_writer_does_not_depend_on_order);
  g_test_add_func ("/exchange/exchange-xml-writer/escapes-only-what-it-must",
                   test_exchange_xml_writer_escapes_only_what_it_must);
  g_test_add_func ("/exchange/exchange-xml-writer/loses-nothing",
                   test_exchange_xml_writer_loses_nothing);
  g_test_add_func ("/exchange/exchange-xml-writer/takes-in-what-the-scope-rests-on",
                   test_exchange_xml_writer_takes_in_what_the_scope_rests_on);
  g_test_add_func ("/exchange/exchange-xml-writer/refuses-what-no-file-can-hold",
                   test_exchange_xml_writer_refuses_what_no_file_can_hold);
  g_test_add_func ("/exchange/exchange-xml-writer/leaves-whole-files",
                   test_exchange_xml_writer_leaves_whole_files);
  g_test_add_func ("/exchange/exchange-xml-writer/leaves-the-old-file-when-it-fails",
                   test_exchange_xml_writer_leaves_the_old_file_when_it_fails);

  return g_test_run ();
}
