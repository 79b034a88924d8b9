/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import of more figures than anybody looks at one by one: it is written, undone and redone a
 * series at a time, and is one entry of the history all the same.
 */

#include "base/tal-error.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-collection-history.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define N_SERIES 40
#define N_MONTHS 200
#define N_FIGURES (N_SERIES * N_MONTHS)
#define N_HEADS (1 + N_SERIES)
#define ID "01900000-0000-7000-8000-%012u"

typedef struct
{
  char          *folder;
  char          *path;
  char          *file;
  TalCollection *collection;
} Fixture;

static char *
make_xml (guint n_months, const char *changed, guint value)
{
  GString *xml = g_string_new ("<exchange xmlns='urn:indsatstal:exchange:1' version='1' "
                               "from='01900000-0000-7000-8000-000000009999' picture='full'>"
                               "<unit id='01900000-0000-7000-8000-000000009999' "
                               "owner='01900000-0000-7000-8000-000000009999' "
                               "short-name='BIF'><name>BIF</name></unit>");

  for (guint i = 0; i < N_SERIES; i++)
    g_string_append_printf (xml,
                            "<series id='" ID "' owner='01900000-0000-7000-8000-000000009999' "
                            "changed='2024-01-01T00:00:00Z' measure-unit='persons'>"
                            "<name>Borgere %u</name></series>",
                            i, i);
  for (guint i = 0; i < N_SERIES; i++)
    {
      g_string_append_printf (xml, "<observations series='" ID "'>", i);
      for (guint j = 0; j < n_months; j++)
        g_string_append_printf (xml,
                                "<observation period='%u-%02u' value='%u'%s><note>Nr. "
                                "%u</note></observation>",
                                2000 + j / 12, j % 12 + 1, value + j, changed, j);
      g_string_append (xml, "</observations>");
    }
  g_string_append (xml, "</exchange>");
  return g_string_free (xml, FALSE);
}

static TalImportReport *
import (Fixture *self, guint n_months, const char *changed, guint value)
{
  const TalImportRequest request = { .path = self->file, .policy = TAL_IMPORT_THEIRS };
  g_autofree char       *xml = make_xml (n_months, changed, value);
  g_autoptr (GError)     error = NULL;
  TalImportReport       *report = NULL;

  g_file_set_contents (self->file, xml, -1, &error);
  g_assert_no_error (error);
  report = tal_collection_import (self->collection, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static guint
count_figures (Fixture *self)
{
  guint n_figures = 0;

  for (guint i = 0; i < N_SERIES; i++)
    {
      g_autofree char   *text = g_strdup_printf (ID, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (TalRun) run = NULL;
      TalId              id = TAL_ID_NONE;

      g_assert_true (tal_id_parse (text, &id, NULL));
      run = tal_run_source_ref_run (tal_collection_get_runs (self->collection), id, &error);
      g_assert_no_error (error);
      n_figures += tal_run_get_length (run);
    }
  return n_figures;
}

static void
assert_sound (Fixture *self)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) problems = tal_collection_check (self->collection, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static TalHistoryEntry *
load_newest (Fixture *self)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) entries =
      tal_collection_load_history (self->collection, NULL, 0, 1, &error);

  g_assert_no_error (error);
  return g_ptr_array_steal_index (entries, 0);
}

static void
fixture_set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", self->folder, TRUE);
  self->path = g_build_filename (self->folder, "many.indsats", NULL);
  self->file = g_build_filename (self->folder, "many.indsats.xml", NULL);
  self->collection = tal_collection_create (self->path, "SOF", &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture *self, gconstpointer unused)
{
  tal_collection_close (self->collection);
  g_unlink (self->path);
  g_unlink (self->file);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->file);
}

static void
test_import_many_lists_some_and_takes_all (Fixture *self, gconstpointer unused)
{
  g_autoptr (TalImportReport) report = import (self, N_MONTHS, "", 100);
  g_autoptr (TalImportReport) again = NULL;
  g_autoptr (TalHistoryEntry) entry = load_newest (self);
  g_autoptr (TalChangeSet)    changes = NULL;
  g_autoptr (GError)          error = NULL;

  g_assert_true (report->written);
  g_assert_cmpuint (report->n_new, ==, N_HEADS + N_FIGURES);
  g_assert_cmpuint (report->n_unlisted, >, 0);
  g_assert_cmpuint (report->rows->len + report->n_unlisted, ==, N_HEADS + N_FIGURES);
  g_assert_cmpuint (count_figures (self), ==, N_FIGURES);
  g_assert_cmpuint (entry->n_changes, ==, N_HEADS + N_FIGURES);
  changes = tal_collection_load_changes (self->collection, entry->sequence, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, N_HEADS + N_FIGURES);
  assert_sound (self);

  again = import (self, N_MONTHS, "", 100);
  g_assert_false (again->n_new > 0 || again->n_changed > 0);
  g_assert_cmpuint (again->n_unchanged, ==, N_HEADS + N_FIGURES);
}

static void
test_import_many_is_undone_and_redone (Fixture *self, gconstpointer unused)
{
  g_autoptr (TalImportReport) report = import (self, N_MONTHS, "", 100);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError)          error = NULL;
      g_autoptr (GPtrArray)       undone = NULL;
      g_autoptr (GPtrArray)       redone = NULL;
      g_autoptr (TalHistoryEntry) entry = NULL;

      undone = tal_collection_undo (self->collection, 1, &error);
      g_assert_no_error (error);
      g_assert_true (
          tal_change_set_touches_kind (g_ptr_array_index (undone, 0), TAL_KIND_OBSERVATION));
      g_assert_cmpuint (tal_change_set_get_n_bulks (g_ptr_array_index (undone, 0)), >, 0);
      g_assert_cmpuint (count_figures (self), ==, 0);
      entry = load_newest (self);
      g_assert_cmpuint (entry->n_changes, ==, N_HEADS + N_FIGURES);
      assert_sound (self);

      /* Also in a program that has just begun. */
      tal_collection_close (self->collection);
      self->collection = tal_collection_open (self->path, FALSE, &error);
      g_assert_no_error (error);
      redone = tal_collection_redo (self->collection, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (count_figures (self), ==, N_FIGURES);
      assert_sound (self);
    }
}

/* Somebody has since changed a figure that has no row of its own. */
static void
test_import_many_is_not_undone_over_an_edit (Fixture *self, gconstpointer unused)
{
  const TalFigureEdit         edit = { .sets_value = TRUE, .value = TAL_DECIMAL (7, 0) };
  g_autoptr (TalImportReport) report = import (self, N_MONTHS, "", 100);
  g_autoptr (TalHistoryEntry) entry = load_newest (self);
  g_autoptr (TalChangeSet)    changes = NULL;
  g_autofree char            *text = g_strdup_printf (ID, N_SERIES - 1);
  g_autoptr (GError)          error = NULL;
  TalPeriod                   period = TAL_PERIOD_UNSET;
  TalId                       series = TAL_ID_NONE;

  g_assert_true (tal_id_parse (text, &series, NULL));
  g_assert_true (tal_period_parse ("2016-08", &period, NULL));
  changes = tal_collection_set_series_figure (self->collection, series, period, &edit, &error);
  g_assert_no_error (error);
  g_assert_null (tal_collection_undo_entry (self->collection, entry->sequence, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_assert_cmpuint (count_figures (self), ==, N_FIGURES);
  assert_sound (self);
}

/* What was undone stays undone, when the same comes again it is new; what is changed there is a
 * change. */
static void
test_import_many_comes_again (Fixture *self, gconstpointer unused)
{
  g_autoptr (TalImportReport) report = import (self, N_MONTHS, "", 100);
  g_autoptr (TalImportReport) again = NULL;
  g_autoptr (TalImportReport) changed = NULL;
  g_autoptr (GError)          error = NULL;

  g_ptr_array_unref (tal_collection_undo (self->collection, 1, &error));
  g_assert_no_error (error);
  again = import (self, N_MONTHS, "", 100);
  g_assert_cmpuint (again->n_new, ==, N_HEADS + N_FIGURES);
  changed = import (self, N_MONTHS + 1, " changed='2024-02-01T00:00:00Z'", 101);
  g_assert_cmpuint (changed->n_changed, ==, N_FIGURES);
  g_assert_cmpuint (changed->n_new, ==, N_SERIES);
  g_assert_cmpuint (changed->n_unlisted, ==, 0);
  g_assert_cmpuint (count_figures (self), ==, N_FIGURES + N_SERIES);
  assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/model/import-many/lists-some-and-takes-all", Fixture, NULL, fixture_set_up,
              test_import_many_lists_some_and_takes_all, fixture_tear_down);
  g_test_add ("/model/import-many/is-undone-and-redone", Fixture, NULL, fixture_set_up,
              test_import_many_is_undone_and_redone, fixture_tear_down);
  g_test_add ("/model/import-many/is-not-undone-over-an-edit", Fixture, NULL, fixture_set_up,
              test_import_many_is_not_undone_over_an_edit, fixture_tear_down);
  g_test_add ("/model/import-many/comes-again", Fixture, NULL, fixture_set_up,
              test_import_many_comes_again, fixture_tear_down);
  return g_test_run ();
}
