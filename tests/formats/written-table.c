/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/written-table.h"

#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

static void
add_figures (TalTable *table)
{
  const TalTableFormat share = { .unit = " pct.", .mark = "*", .decimals = 1 };
  const TalTableFormat count = { .before = "ca. " };
  const TalTableFormat year = { .ungrouped = TRUE };

  tal_table_begin_row (table, TAL_TABLE_ROW_HEADING);
  tal_table_add_text (table, "Udsatte borgere");
  tal_table_begin_row (table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (table, "=1+2");
  tal_table_add_number (table, TAL_DECIMAL (914, 2), &share);
  tal_table_add_number (table, TAL_DECIMAL (1410, 0), &count);
  tal_table_add_day (table, tal_day_new (2019, 5, 20));
  tal_table_begin_row (table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (table, "To  ord\nog <b> & \"citat\"");
  tal_table_add_mark (table, "..");
  tal_table_add_number (table, TAL_DECIMAL (2019, 0), &year);
  tal_table_begin_row (table, TAL_TABLE_ROW_TOTAL);
  tal_table_add_text (table, "I alt");
  tal_table_add_number (table, TAL_DECIMAL (-15, 1), &share);
  tal_table_add_number (table, TAL_DECIMAL (123456789012345678, 9), &count);
}

TalTableBook *
written_table_new_book (void)
{
  static const char *const headings[] = { "Talrække", "Andel", "Antal", "Opgjort" };
  static const char *const units[] = { NULL, "pct.", "personer", NULL };
  TalTableBook            *book = tal_table_book_new ("Tal fra BIF", "BIF", 1560000000);
  TalTable                *table = tal_table_new ("Mål: 2019", "Målsætninger og status");
  TalTableChart           *chart = NULL;
  guint                    column = 1;

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    tal_table_add_column (table, i == 0 ? 30 : 12);
  tal_table_add_headings (table, headings);
  tal_table_add_headings (table, units);
  add_figures (table);
  tal_table_add_note (table, "Kilde: Jobindsats.dk");
  tal_table_add_note (table, "Kilde: Jobindsats.dk");
  chart = tal_table_add_chart (table, TAL_TABLE_CHART_LINE, "Andel over tid");
  chart->first_row = 1;
  chart->n_rows = 2;
  g_array_append_val (chart->columns, column);
  tal_table_book_take (book, table);

  table = tal_table_new ("Mål/ 2019", "Læs mig");
  tal_table_add_column (table, 80);
  tal_table_begin_row (table, TAL_TABLE_ROW_PLAIN);
  tal_table_add_text (table, "Æøå");
  tal_table_book_take (book, table);
  return book;
}

TalTableBook *
written_table_new_texts (const char *const *texts, gsize n_texts)
{
  TalTableBook *book = tal_table_book_new ("Tekster", NULL, TAL_TIME_NONE);
  TalTable     *table = tal_table_new ("Tekster", "Tekster");

  tal_table_add_column (table, 40);
  for (gsize i = 0; i < n_texts; i++)
    {
      tal_table_begin_row (table, TAL_TABLE_ROW_PLAIN);
      tal_table_add_text (table, texts[i]);
    }
  tal_table_book_take (book, table);
  return book;
}

GBytes *
written_table_write (const TalTableBook *book, WrittenTableFunc write)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError)        error = NULL;

  write (book, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static zip_t *
open_archive (GBytes *file)
{
  gsize         length = 0;
  const void   *bytes = g_bytes_get_data (file, &length);
  zip_source_t *source = zip_source_buffer_create (bytes, length, 0, NULL);
  zip_t        *zip = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);

  g_assert_nonnull (zip);
  return zip;
}

static char *
dup_entry (zip_t *zip, zip_uint64_t index)
{
  zip_stat_t  status;
  zip_file_t *entry = zip_fopen_index (zip, index, 0);
  char       *text = NULL;

  g_assert_nonnull (entry);
  g_assert_cmpint (zip_stat_index (zip, index, 0, &status), ==, 0);
  text = g_malloc0 (status.size + 1);
  g_assert_cmpint (zip_fread (entry, text, status.size), ==, (zip_int64_t)status.size);
  zip_fclose (entry);
  return text;
}

char *
written_table_dup_entry (GBytes *file, const char *name)
{
  zip_t      *zip = open_archive (file);
  zip_int64_t index = zip_name_locate (zip, name, 0);
  char       *text = index >= 0 ? dup_entry (zip, (zip_uint64_t)index) : NULL;

  zip_discard (zip);
  return text;
}

void
written_table_assert_well_formed (GBytes *file)
{
  zip_t      *zip = open_archive (file);
  zip_int64_t n_entries = zip_get_num_entries (zip, 0);

  g_assert_cmpint (n_entries, >, 4);
  for (zip_int64_t i = 0; i < n_entries; i++)
    {
      const char      *name = zip_get_name (zip, (zip_uint64_t)i, 0);
      g_autofree char *text = dup_entry (zip, (zip_uint64_t)i);
      xmlDoc          *document = NULL;

      if (!g_str_has_suffix (name, ".xml") && !g_str_has_suffix (name, ".rels"))
        continue;
      g_test_message ("%s", name);
      document = xmlReadMemory (text, (int)strlen (text), name, NULL, XML_PARSE_NONET);
      g_assert_nonnull (document);
      xmlFreeDoc (document);
    }
  zip_discard (zip);
}
