/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "core/tal-series.h"
#include "model/tal-clock.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-collection-export.h"
#include "model/tal-collection.h"
#include "model/tal-name-search.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* Two programs that have the same copy of the example open. */
typedef struct
{
  char          *folder;
  char          *path;
  TalCollection *one;
  TalCollection *other;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->one = tal_collection_create_example (fixture->path, NULL, &error);
  g_assert_no_error (error);
  fixture->other = tal_collection_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_pointer (&fixture->one, tal_collection_close);
  g_clear_pointer (&fixture->other, tal_collection_close);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static const TalGoal *
find_goal (TalCollection *collection, int number)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  g_autoptr (GError)  error = NULL;
  const TalRecord    *plan =
      tal_name_search_find (catalogue, TAL_KIND_PLAN, "Integrationshandleplanen", &error);
  const TalRecord *goal = NULL;

  g_assert_no_error (error);
  goal = tal_name_search_find_goal (catalogue, number, plan->id, TAL_ID_NONE, &error);
  g_assert_no_error (error);
  return TAL_GOAL (goal);
}

static TalPeriod
get_year (int year)
{
  g_autofree char *text = g_strdup_printf ("%04d", year);
  TalPeriod        period;

  g_assert_true (tal_period_parse (text, &period, NULL));
  return period;
}

static void
set_numerator (TalCollection *collection, int goal, gint64 value)
{
  const TalFigureEdit      edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes =
      tal_collection_set_goal_figure (collection, find_goal (collection, goal)->record.id,
                                      TAL_PART_NUMERATOR, get_year (2023), &edit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

/* The numerator of a goal as the overview has it. */
static char *
dup_numerator (TalCollection *collection, int goal)
{
  g_autoptr (GError)         error = NULL;
  g_autoptr (TalStatusTable) statuses =
      tal_collection_compute_statuses (collection, TAL_PERIOD_UNSET, tal_day_new (2024, 6, 18),
                                       &error);
  TalDecimal numerator = TAL_DECIMAL_NONE;

  g_assert_no_error (error);
  tal_figure_get_exact (&tal_status_table_find_goal (statuses,
                                                     find_goal (collection, goal)->record.id)
                             ->numerator,
                        &numerator);
  return tal_decimal_to_string (numerator);
}

static void
assert_numerator (TalCollection *collection, int goal, const char *expected)
{
  g_autofree char *numerator = dup_numerator (collection, goal);

  g_assert_cmpstr (numerator, ==, expected);
}

static void
test_collection_reading_is_of_one_moment (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  set_numerator (fixture->other, 2, 300);
  g_assert_true (tal_collection_begin_reading (fixture->one, &error));
  g_assert_no_error (error);
  assert_numerator (fixture->one, 2, "300");

  set_numerator (fixture->other, 2, 301);
  set_numerator (fixture->other, 5, 180);
  assert_numerator (fixture->one, 2, "300");
  assert_numerator (fixture->one, 5, "179");
  assert_numerator (fixture->other, 5, "180");

  tal_collection_end_reading (fixture->one);
  assert_numerator (fixture->one, 2, "301");
  assert_numerator (fixture->one, 5, "180");
}

static void
test_collection_export_is_of_the_moment_of_reading (Fixture *fixture, gconstpointer unused)
{
  g_autofree char   *file = g_build_filename (fixture->folder, "bif.xml", NULL);
  g_autofree char   *text = NULL;
  g_autoptr (GError) error = NULL;

  set_numerator (fixture->other, 2, 300);
  g_assert_true (tal_collection_begin_reading (fixture->one, &error));
  set_numerator (fixture->other, 2, 301);
  tal_collection_export (fixture->one, file, NULL, NULL, &error);
  g_assert_no_error (error);
  tal_collection_end_reading (fixture->one);

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "value=\"300\""));
  g_assert_null (strstr (text, "value=\"301\""));
  g_unlink (file);
}

static void
assert_has_period (TalCollection *collection, const char *text, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) periods = tal_collection_list_periods (collection, &error);
  TalPeriod          period = TAL_PERIOD_UNSET;
  gboolean           found = FALSE;

  g_assert_no_error (error);
  g_assert_true (tal_period_parse (text, &period, NULL));
  for (guint i = 0; i < periods->len; i++)
    found |= tal_period_is_equal (g_array_index (periods, TalPeriod, i), period);
  g_assert_cmpint (found, ==, expected);
}

/* They are kept, and must not be kept too long. */
static void
test_collection_knows_new_periods (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GPtrArray)    undone = NULL;
  TalFigureEdit            edit = { .sets_value = TRUE, .value = TAL_DECIMAL (300, 0) };
  TalPeriod                period = TAL_PERIOD_UNSET;

  assert_has_period (fixture->one, "2023", TRUE);
  assert_has_period (fixture->one, "2031", FALSE);
  assert_has_period (fixture->other, "2031", FALSE);

  g_assert_true (tal_period_parse ("2031", &period, NULL));
  changes = tal_collection_set_goal_figure (fixture->one, find_goal (fixture->one, 2)->record.id,
                                            TAL_PART_NUMERATOR, period, &edit, &error);
  g_assert_no_error (error);
  assert_has_period (fixture->one, "2031", TRUE);
  g_assert_true (tal_collection_refresh (fixture->other, &error));
  assert_has_period (fixture->other, "2031", TRUE);

  undone = tal_collection_undo (fixture->one, 1, &error);
  g_assert_no_error (error);
  assert_has_period (fixture->one, "2031", FALSE);
}

static void
test_collection_hears_of_every_entry_of_others (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalChangeSet) outside = NULL;
  g_autoptr (GError)       error = NULL;

  set_numerator (fixture->other, 2, 300);
  set_numerator (fixture->other, 5, 180);
  g_assert_true (tal_collection_refresh (fixture->one, &error));
  g_assert_no_error (error);
  outside = tal_collection_take_outside (fixture->one);
  g_assert_cmpuint (tal_change_set_get_length (outside), ==, 2);
  g_assert_null (tal_collection_take_outside (fixture->one));
}

/* What is the newest when it is undone, not when it was looked for. */
static void
test_collection_undoes_what_others_did_last (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError)    error = NULL;

  set_numerator (fixture->one, 2, 300);
  set_numerator (fixture->other, 5, 180);
  undone = tal_collection_undo (fixture->one, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->len, ==, 1);
  assert_numerator (fixture->one, 2, "300");
  assert_numerator (fixture->one, 5, "179");
}

static void
test_collection_undoes_all_steps_or_none (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError)    error = NULL;

  set_numerator (fixture->one, 2, 300);
  set_numerator (fixture->one, 2, 301);
  g_assert_null (tal_collection_undo (fixture->one, 3, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  assert_numerator (fixture->one, 2, "301");

  undone = tal_collection_undo (fixture->one, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (undone->len, ==, 2);
  assert_numerator (fixture->one, 2, "268");
  assert_numerator (fixture->other, 2, "268");
  g_clear_pointer (&undone, g_ptr_array_unref);

  undone = tal_collection_redo (fixture->other, 2, &error);
  g_assert_no_error (error);
  assert_numerator (fixture->one, 2, "301");
  g_assert_null (tal_collection_redo (fixture->one, 1, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

static void
test_collection_leaves_no_file_that_could_not_be_made (Fixture *fixture, gconstpointer unused)
{
  g_autofree char   *path = g_build_filename (fixture->folder, "new.indsats", NULL);
  g_autofree char   *long_name = g_strnfill (5000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (tal_collection_create (path, long_name, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_INVALID_RECORD);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  /* One that was there is not touched. */
  g_assert_null (tal_collection_create_example (fixture->path, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_collection_is_not_exported_over (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tal_collection_export (fixture->one, fixture->path, NULL, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  assert_numerator (fixture->one, 2, "268");
}

/* Two departments with the example: what one of them set comes to the other. */
static TalImportReport *
import_from_other (Fixture        *fixture,
                   TalCollection  *receiver,
                   TalImportPolicy policy,
                   gboolean        dry_run)
{
  g_autofree char       *file = g_build_filename (fixture->folder, "sent.xml", NULL);
  const TalImportRequest request = { file, policy, .dry_run = dry_run };
  g_autoptr (GError)     error = NULL;
  TalImportReport       *report = NULL;

  tal_collection_export (fixture->one, file, NULL, NULL, &error);
  g_assert_no_error (error);
  report = tal_collection_import (receiver, &request, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (file);
  return report;
}

static void
test_collection_import_reports_what_it_did (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    TalImportPolicy policy;
    gboolean        dry_run;
    gboolean        written;
    gboolean        open;
    const char     *changed_here; /* the numerators of goals 2 and 5 afterwards */
    const char     *changed_there;
  } cases[] = {
    { TAL_IMPORT_ASK, FALSE, FALSE, TRUE, "300", "179" },
    { TAL_IMPORT_THEIRS, TRUE, FALSE, FALSE, "300", "179" },
    { TAL_IMPORT_OURS, FALSE, TRUE, FALSE, "300", "181" },
  };
  g_autofree char          *path = g_build_filename (fixture->folder, "other.indsats", NULL);
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) receiver = tal_collection_create_example (path, NULL, &error);

  g_assert_no_error (error);
  set_numerator (fixture->one, 2, 299);
  set_numerator (fixture->one, 5, 181);
  set_numerator (receiver, 2, 300);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalImportReport) report =
          import_from_other (fixture, receiver, cases[i].policy, cases[i].dry_run);

      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (report->written, ==, cases[i].written);
      g_assert_cmpint (report->open, ==, cases[i].open);
      g_assert_cmpuint (report->n_conflicts, ==, 1);
      g_assert_cmpuint (report->n_new, ==, 0);
      g_assert_cmpuint (report->n_changed, ==, 1);
      assert_numerator (receiver, 2, cases[i].changed_here);
      assert_numerator (receiver, 5, cases[i].changed_there);
    }

  g_clear_pointer (&receiver, tal_collection_close);
  g_unlink (path);
}

/* "2017-07-01 nyt register", one a line. */
static char *
dup_breaks (TalCollection *collection)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  g_autoptr (GString) breaks = g_string_new (NULL);
  const TalSeries    *series =
      TAL_SERIES (tal_name_search_find (catalogue, TAL_KIND_SERIES, "Revalidering", NULL));

  for (guint i = 0; i < tal_series_get_n_breaks (series); i++)
    {
      const TalSeriesBreak *each = tal_series_get_break (series, i);
      g_autofree char      *day = tal_day_to_string (each->day);

      g_string_append_printf (breaks, "%s %s\n", day, each->reason);
    }
  return g_string_free (g_steal_pointer (&breaks), FALSE);
}

static void
assert_breaks (TalCollection *collection, const char *expected)
{
  g_autofree char *breaks = dup_breaks (collection);

  g_assert_cmpstr (breaks, ==, expected);
}

#define TWO_BREAKS "2017-07-01 nyt ledighedsregister\n2010-01-01 ”ny” lov & <bekendtgørelse>\n"

static void
break_series (TalCollection *collection)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "breaks");
  g_autoptr (TalRecord)    after = NULL;
  g_autoptr (GError)       error = NULL;
  const TalRecord         *before = tal_name_search_find (tal_collection_get_catalogue (collection),
                                                          TAL_KIND_SERIES, "Revalidering", &error);

  g_assert_no_error (error);
  after = tal_record_copy (before);
  tal_series_add_break ((TalSeries *)after, tal_day_new (2017, 7, 1), "nyt ledighedsregister");
  tal_series_add_break ((TalSeries *)after, tal_day_new (2010, 1, 1),
                        "”ny” lov & <bekendtgørelse>");
  tal_change_set_add (changes, before, after);
  tal_change_set_unref (tal_collection_commit (collection, changes, &error));
  g_assert_no_error (error);
}

static void
test_collection_keeps_the_breaks_of_a_series (Fixture *fixture, gconstpointer unused)
{
  g_autofree char            *path = g_build_filename (fixture->folder, "other.indsats", NULL);
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalCollection)   receiver = tal_collection_create_example (path, NULL, &error);
  g_autoptr (TalImportReport) report = NULL;
  g_autoptr (GPtrArray)       undone = NULL;
  g_autoptr (GPtrArray)       redone = NULL;

  g_assert_no_error (error);
  assert_breaks (receiver, "");
  break_series (fixture->one);
  assert_breaks (fixture->one, TWO_BREAKS);
  g_assert_true (tal_collection_refresh (fixture->other, &error));
  assert_breaks (fixture->other, TWO_BREAKS);
  report = import_from_other (fixture, receiver, TAL_IMPORT_ASK, FALSE);
  g_assert_cmpuint (report->n_changed, ==, 1);
  assert_breaks (receiver, TWO_BREAKS);

  undone = tal_collection_undo (fixture->one, 1, &error);
  g_assert_no_error (error);
  assert_breaks (fixture->one, "");
  redone = tal_collection_redo (fixture->one, 1, &error);
  g_assert_no_error (error);
  assert_breaks (fixture->one, TWO_BREAKS);

  g_clear_pointer (&receiver, tal_collection_close);
  g_unlink (path);
}

static void
test_clock_is_the_readers_own (void)
{
  static const struct
  {
    TalTime     time;
    const char *shown; /* in Copenhagen */
  } cases[] = {
    { 1718700120, "18. juni 2024 10.42" },
    { 1704063600, "1. januar 2024 00.00" }, /* still the old year in Greenwich */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) shown = g_string_new (NULL);
      g_autofree char    *text = tal_clock_format_local (cases[i].time);

      g_string_append (shown, text);
      g_string_replace (shown, "\302\240", " ", 0);
      g_assert_cmpstr (shown->str, ==, cases[i].shown);
    }
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *backups = NULL;
  int              result = 0;

  /* Before anything asks for them: the copies that an import puts aside, and the time. */
  backups = g_dir_make_tmp ("indsatstal-test-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", backups, TRUE);
  g_setenv ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", TRUE);
  g_test_init (&argc, &argv, NULL);

  add ("/model/collection/reading-is-of-one-moment", test_collection_reading_is_of_one_moment);
  add ("/model/collection/export-is-of-the-moment-of-reading",
       test_collection_export_is_of_the_moment_of_reading);
  add ("/model/collection/knows-new-periods", test_collection_knows_new_periods);
  add ("/model/collection/hears-of-every-entry-of-others",
       test_collection_hears_of_every_entry_of_others);
  add ("/model/collection/undoes-what-others-did-last",
       test_collection_undoes_what_others_did_last);
  add ("/model/collection/undoes-all-steps-or-none", test_collection_undoes_all_steps_or_none);
  add ("/model/collection/leaves-no-file-that-could-not-be-made",
       test_collection_leaves_no_file_that_could_not_be_made);
  add ("/model/collection/is-not-exported-over", test_collection_is_not_exported_over);
  add ("/model/collection/import-reports-what-it-did", test_collection_import_reports_what_it_did);
  add ("/model/collection/keeps-the-breaks-of-a-series",
       test_collection_keeps_the_breaks_of_a_series);
  g_test_add_func ("/model/clock/is-the-readers-own", test_clock_is_the_readers_own);
  result = g_test_run ();
  remove_folder (backups);
  return result;
}
