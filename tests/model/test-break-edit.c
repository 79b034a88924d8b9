/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-break-edit.h"
#include "support/example.h"

#include <glib.h>

#define SERIES "Afgang til job eller uddannelse"

static TalChangeSet *
change (Example *example, TalId series, TalDay day, const char *reason, GError **error)
{
  const TalBreakRequest request = { series, day, reason };

  return tal_collection_change (example->collection, tal_break_edit_set, &request, error);
}

static void
mark (Example *example, TalDay day, const char *reason)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes =
      change (example, example_find_series (example, SERIES)->record.id, day, reason, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
}

static void
test_break_is_marked_renamed_and_taken_away (Example *example, gconstpointer unused)
{
  TalDay day = tal_day_new (2016, 1, 1);

  mark (example, day, "Nyt register.");
  g_assert_cmpuint (tal_series_get_n_breaks (example_find_series (example, SERIES)), ==, 1);
  mark (example, day, "Ny opgørelse.");
  g_assert_cmpuint (tal_series_get_n_breaks (example_find_series (example, SERIES)), ==, 1);
  g_assert_cmpstr (tal_series_get_break (example_find_series (example, SERIES), 0)->reason, ==,
                   "Ny opgørelse.");
  mark (example, tal_day_new (2017, 1, 1), "Og igen.");
  g_assert_cmpuint (tal_series_get_n_breaks (example_find_series (example, SERIES)), ==, 2);
  mark (example, day, NULL);
  g_assert_cmpuint (tal_series_get_n_breaks (example_find_series (example, SERIES)), ==, 1);
  g_assert_cmpint (tal_series_get_break (example_find_series (example, SERIES), 0)->day, ==,
                   tal_day_new (2017, 1, 1));
}

static void
test_break_can_be_undone (Example *example, gconstpointer unused)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) undone = NULL;

  mark (example, tal_day_new (2016, 1, 1), "Nyt register.");
  undone = tal_collection_undo (example->collection, 1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (undone);
  g_assert_cmpuint (tal_series_get_n_breaks (example_find_series (example, SERIES)), ==, 0);
}

static void
test_same_break_changes_nothing (Example *example, gconstpointer unused)
{
  g_autoptr (TalChangeSet) changes = NULL;
  TalDay                   day = tal_day_new (2016, 1, 1);

  mark (example, day, "Nyt register.");
  changes = change (example, example_find_series (example, SERIES)->record.id, day, "Nyt register.",
                    NULL);
  g_assert_cmpuint (tal_change_set_get_length (changes), ==, 0);
}

static void
test_unknown_series_is_refused (Example *example, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (change (example, TAL_ID_NONE, tal_day_new (2016, 1, 1), "Nyt register.", &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/break-edit/break-is-marked-renamed-and-taken-away", Example, NULL,
              example_set_up, test_break_is_marked_renamed_and_taken_away, example_tear_down);
  g_test_add ("/model/break-edit/break-can-be-undone", Example, NULL, example_set_up,
              test_break_can_be_undone, example_tear_down);
  g_test_add ("/model/break-edit/same-break-changes-nothing", Example, NULL, example_set_up,
              test_same_break_changes_nothing, example_tear_down);
  g_test_add ("/model/break-edit/unknown-series-is-refused", Example, NULL, example_set_up,
              test_unknown_series_is_refused, example_tear_down);
  return g_test_run ();
}
