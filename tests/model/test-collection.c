/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-goal.h"
#include "core/tal-observation.h"
#include "model/tal-collection-exchange.h"
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
  tal_collection_export (fixture->one, file, TAL_ID_NONE, TAL_ID_NONE, TAL_PERIOD_UNSET, NULL,
                         &error);
  g_assert_no_error (error);
  tal_collection_end_reading (fixture->one);

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "value=\"300\""));
  g_assert_null (strstr (text, "value=\"301\""));
  g_unlink (file);
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

  g_assert_false (tal_collection_export (fixture->one, fixture->path, TAL_ID_NONE, TAL_ID_NONE,
                                         TAL_PERIOD_UNSET, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  assert_numerator (fixture->one, 2, "268");
}

static void
add (const char *path, void (*test) (Fixture *fixture, gconstpointer unused))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/model/collection/reading-is-of-one-moment", test_collection_reading_is_of_one_moment);
  add ("/model/collection/export-is-of-the-moment-of-reading",
       test_collection_export_is_of_the_moment_of_reading);
  add ("/model/collection/hears-of-every-entry-of-others",
       test_collection_hears_of_every_entry_of_others);
  add ("/model/collection/undoes-what-others-did-last",
       test_collection_undoes_what_others_did_last);
  add ("/model/collection/undoes-all-steps-or-none", test_collection_undoes_all_steps_or_none);
  add ("/model/collection/leaves-no-file-that-could-not-be-made",
       test_collection_leaves_no_file_that_could_not_be_made);
  add ("/model/collection/is-not-exported-over", test_collection_is_not_exported_over);
  return g_test_run ();
}
