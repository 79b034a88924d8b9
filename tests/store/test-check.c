/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-problem.h"
#include "store/fixture.h"
#include "store/tal-check.h"

#include <glib.h>
#include <locale.h>
#include <string.h>

static gboolean
has_problem (const GPtrArray *problems, const char *code, const char *place)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (problems, i);
      const char       *found = tal_problem_get_place (problem);

      g_test_message ("%s: %s: %s", tal_problem_get_code (problem), found != NULL ? found : "",
                      tal_problem_get_sentence (problem));
      if (g_str_equal (tal_problem_get_code (problem), code) &&
          (place == NULL || (found != NULL && strstr (found, place) != NULL)))
        return TRUE;
    }

  return FALSE;
}

static void
test_check_finds_nothing_in_good_order (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GPtrArray)    problems = NULL;

  fixture_commit (fixture, plan, 0);
  changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);
  fixture_commit (fixture, changes, 0);
  fixture_undo (fixture, 2);
  fixture_undo (fixture, 1);
  fixture_redo (fixture, 1);
  fixture_reopen (fixture);

  problems = tal_store_check (fixture->store, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  fixture_free (fixture);
}

static void
test_check_names_damage (void)
{
  static const struct
  {
    const char *tampering;
    const char *code;
    const char *place;
  } cases[] = {
    { "UPDATE observations SET value = 269 WHERE value = 268", "not-in-history", "I virksomheds" },
    { "DELETE FROM observations WHERE value = 545", "lost", "Borgere i" },
    { "UPDATE goals SET wording = 'x' WHERE number = 3", "not-in-history", "3" },
    { "INSERT INTO units (uuid, name) VALUES (x'019000000000700080000000000000aa', 'X')",
      "not-in-history", "X" },
    { "PRAGMA foreign_keys = OFF; UPDATE goals SET initiative_id = 99 WHERE number = 2",
      "missing-reference", "goals" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM plans", "missing-reference", "initiatives" },
    { "UPDATE changes SET before = NULL, after = before WHERE change_set = 2", "broken-history",
      "I virksomheds" },
    { "UPDATE changes SET after = 'nonsense' WHERE change_set = 2", "damaged", NULL },
    { "UPDATE changes SET kind = 'nonsense' WHERE change_set = 2", "damaged", NULL },
    { "DELETE FROM changes WHERE change_set = 2", "broken-history", "2" },
    { "UPDATE latest_figures SET numerator = numerator + 1 WHERE part = 0", "outdated-latest",
      "2" },
    { "PRAGMA foreign_keys = ON; DELETE FROM latest", "outdated-latest", "3" },
    { "DELETE FROM latest_sources", "outdated-latest", "2" },
    { "UPDATE change_sets SET undone = 0", "broken-history", "2" },
    { "UPDATE change_sets SET undone = 1 WHERE sequence = 1", "broken-history", "1" },
    { "UPDATE change_sets SET reverses = 1 WHERE reverses = 2", "broken-history", "1" },
    { "UPDATE change_sets SET reverses = NULL", "broken-history", "3" },
    { "UPDATE change_sets SET sequence = 9 WHERE sequence = 3", "broken-history", "3" },
    { "UPDATE series SET versions = 'yesterday'", "damaged", NULL },
    { "UPDATE series SET changed_at = 'yesterday'", "damaged", NULL },
    { "UPDATE plans SET name = CAST (x'ff' AS TEXT)", "damaged", NULL },
    { "UPDATE observations SET last_day = 5, first_day = 4", "damaged", NULL },
    { "UPDATE observations SET as_of = -1 WHERE value = 268", "damaged", "I virksomheds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture                 *fixture = fixture_new ();
      g_autoptr (TalChangeSet) plan = fixture_make_plan ();
      g_autoptr (TalChangeSet) changes = NULL;
      g_autoptr (GPtrArray)    problems = NULL;
      g_autoptr (GError)       error = NULL;

      g_test_message ("%s", cases[i].tampering);
      fixture_commit (fixture, plan, 0);
      changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);
      fixture_commit (fixture, changes, 0);
      fixture_undo (fixture, 2);
      g_clear_pointer (&fixture->store, tal_store_close);
      fixture_tamper (fixture->path, cases[i].tampering);

      fixture->store = tal_store_open (fixture->path, TRUE, &error);
      g_assert_no_error (error);
      problems = tal_store_check (fixture->store, &error);
      g_assert_no_error (error);
      g_assert_true (has_problem (problems, cases[i].code, cases[i].place));
      fixture_free (fixture);
    }
}

/* Statistics that another program had SQLite gather are no damage. */
static void
test_check_allows_statistics (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();
  g_autoptr (GPtrArray)    problems = NULL;
  g_autoptr (GError)       error = NULL;

  fixture_commit (fixture, plan, 0);
  g_clear_pointer (&fixture->store, tal_store_close);
  fixture_tamper (fixture->path, "ANALYZE");
  fixture->store = tal_store_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  problems = tal_store_check (fixture->store, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/check/finds-nothing-in-good-order",
                   test_check_finds_nothing_in_good_order);
  g_test_add_func ("/store/check/names-the-damage", test_check_names_damage);
  g_test_add_func ("/store/check/allows-statistics", test_check_allows_statistics);

  return g_test_run ();
}
