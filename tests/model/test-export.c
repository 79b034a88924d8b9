/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files for others: what of a collection is written, how much that is, and for whom. */

#include "core/tal-initiative.h"
#include "core/tal-unit.h"
#include "model/tal-collection-export.h"
#include "model/tal-collection-tables.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char          *folder;
  char          *path;
  char          *file;
  TalCollection *collection;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->file = g_build_filename (fixture->folder, "ud.xml", NULL);
  fixture->collection = tal_collection_create_example (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  tal_collection_close (fixture->collection);
  g_unlink (fixture->path);
  g_unlink (fixture->file);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static char *
write_file (Fixture *fixture, const TalExchangeExport *what)
{
  g_autoptr (GError) error = NULL;
  char              *text = NULL;

  tal_collection_export (fixture->collection, fixture->file, what, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->file, &text, NULL, NULL));
  return text;
}

/* What is said before is what is written then. */
static void
assert_measured (Fixture *fixture, const TalExchangeExport *what)
{
  g_autofree char   *text = write_file (fixture, what);
  g_autoptr (GError) error = NULL;
  TalExchangeExtent  extent = { 0, 0 };

  tal_collection_measure_export (fixture->collection, what, &extent, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (extent.n_figures, ==, count (text, "<observation "));
  g_assert_cmpuint (extent.n_initiatives, ==, count (text, "\n  <initiative id="));
}

static GArray *
list_initiatives (Fixture *fixture, guint most)
{
  GArray                 *ids = g_array_new (FALSE, FALSE, sizeof (TalId));
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_collection_get_catalogue (fixture->collection),
                                 TAL_KIND_INITIATIVE, &length);

  for (guint i = 0; i < MIN (length, most); i++)
    g_array_append_val (ids, records[i]->id);
  return ids;
}

static void
test_export_is_measured_before (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) two = list_initiatives (fixture, 2);
  TalExchangeExport  what = { .since = TAL_TIME_NONE };
  TalPeriod          year = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &year));
  assert_measured (fixture, NULL);
  what.initiatives = two;
  assert_measured (fixture, &what);
  what.period = year;
  assert_measured (fixture, &what);
}

static void
test_export_names_whom_it_is_for (Fixture *fixture, gconstpointer unused)
{
  TalExchangeExport       what = { .since = TAL_TIME_NONE };
  guint                   length = 0;
  const TalRecord *const *units =
      tal_catalogue_get_records (tal_collection_get_catalogue (fixture->collection), TAL_KIND_UNIT,
                                 &length);
  char             id[TAL_ID_STRING_LENGTH + 1];
  g_autofree char *wanted = NULL;
  g_autofree char *text = NULL;

  what.to = units[length - 1]->id;
  tal_id_format (what.to, id);
  wanted = g_strdup_printf (" to=\"%s\"", id);
  text = write_file (fixture, &what);
  g_assert_nonnull (strstr (text, wanted));
}

/* Several initiatives, each with a table of its own, and none of the others. */
static void
test_export_tables_are_of_some_initiatives (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GArray) two = list_initiatives (fixture, 2);
  TalTableExport     what = { TAL_TABLE_FILE_CSV, .initiatives = two };
  const TalRecord   *other = NULL;
  g_autoptr (GError) error = NULL;
  guint              length = 0;

  other = tal_catalogue_get_records (tal_collection_get_catalogue (fixture->collection),
                                     TAL_KIND_INITIATIVE, &length)[2];
  what.table = TAL_INITIATIVE (other)->name;
  g_assert_false (
      tal_collection_export_tables (fixture->collection, fixture->file, &what, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  what.format = TAL_TABLE_FILE_ODS;
  what.table = NULL;
  g_assert_true (
      tal_collection_export_tables (fixture->collection, fixture->file, &what, NULL, &error));
  g_assert_no_error (error);
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  add ("/model/export/is-measured-before", test_export_is_measured_before);
  add ("/model/export/names-whom-it-is-for", test_export_names_whom_it_is_for);
  add ("/model/export/tables-are-of-some-initiatives", test_export_tables_are_of_some_initiatives);
  return g_test_run ();
}
