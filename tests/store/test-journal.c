/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-appropriation.h"
#include "core/tal-assessment.h"
#include "core/tal-observation.h"
#include "store/fixture.h"

#include <glib.h>
#include <locale.h>

static void
set_figure (Fixture *fixture, gint64 value)
{
  g_autoptr (TalChangeSet) changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, value);

  fixture_commit (fixture, changes, 0);
}

static gint64
get_figure (Fixture *fixture)
{
  g_autoptr (TalRun) run =
      tal_run_source_ref_run (tal_store_get_runs (fixture->store),
                              fixture_get_id (TAL_KIND_SERIES, SERIES_PLACED), NULL);

  return tal_run_get_observation (run, 0)->value.coefficient;
}

static Fixture *
new_with_plan (void)
{
  Fixture                 *fixture = fixture_new ();
  g_autoptr (TalChangeSet) plan = fixture_make_plan ();

  fixture_commit (fixture, plan, 0);
  return fixture;
}

static void
assert_candidates (Fixture *fixture, gint64 undo, gint64 redo)
{
  gint64 found = -1;

  g_assert_true (tal_store_find_undo (fixture->store, &found, NULL));
  g_assert_cmpint (found, ==, undo);
  g_assert_true (tal_store_find_redo (fixture->store, &found, NULL));
  g_assert_cmpint (found, ==, redo);
}

static void
test_journal_keeps_what_was_done (void)
{
  Fixture                    *fixture = new_with_plan ();
  g_autoptr (TalChangeSet)    changes = fixture_make_figure (fixture, SERIES_PLACED, 2023, 348);
  g_autoptr (TalChangeSet)    kept = NULL;
  g_autoptr (TalJournalEntry) entry = NULL;
  g_autoptr (GError)          error = NULL;

  fixture_commit (fixture, changes, 0);
  fixture_reopen (fixture);

  entry = tal_store_load_entry (fixture->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (entry->author, ==, "Maria Holm");
  g_assert_cmpstr (entry->label, ==, "a figure");
  g_assert_cmpint (entry->made_at, ==, 1718700121);
  g_assert_cmpint (entry->origin, ==, TAL_ORIGIN_EDIT);
  g_assert_cmpuint (entry->n_changes, ==, 1);
  g_assert_false (entry->undone);
  g_assert_false (tal_id_is_none (entry->id));

  kept = tal_store_load_changes (fixture->store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tal_change_set_get_length (kept), ==, 1);
  g_assert_true (tal_record_is_equal (tal_change_set_get_change (kept, 0)->before,
                                      tal_change_set_get_change (changes, 0)->before));
  g_assert_true (tal_record_is_equal (tal_change_set_get_change (kept, 0)->after,
                                      tal_change_set_get_change (changes, 0)->after));
  fixture_free (fixture);
}

static void
test_journal_lists_newest_first (void)
{
  Fixture              *fixture = new_with_plan ();
  g_autoptr (GPtrArray) newest = NULL;
  g_autoptr (GPtrArray) older = NULL;
  const gint64          values[] = { 110, 179, 348 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    set_figure (fixture, values[i]);

  newest = tal_store_load_history (fixture->store, NULL, 0, 2, NULL);
  g_assert_cmpuint (newest->len, ==, 2);
  g_assert_cmpint (((TalJournalEntry *)newest->pdata[0])->sequence, ==, 4);
  g_assert_cmpint (((TalJournalEntry *)newest->pdata[1])->sequence, ==, 3);

  older = tal_store_load_history (fixture->store, NULL, 3, 10, NULL);
  g_assert_cmpuint (older->len, ==, 2);
  g_assert_cmpint (((TalJournalEntry *)older->pdata[0])->sequence, ==, 2);
  g_assert_cmpint (((TalJournalEntry *)older->pdata[1])->sequence, ==, 1);
  fixture_free (fixture);
}

static void
test_journal_undoes_and_redoes_over_restarts (void)
{
  Fixture *fixture = new_with_plan ();

  assert_candidates (fixture, 1, 0);
  set_figure (fixture, 179); /* 2 */
  set_figure (fixture, 348); /* 3 */
  assert_candidates (fixture, 3, 0);

  fixture_undo (fixture, 3); /* 4 */
  fixture_reopen (fixture);
  g_assert_cmpint (get_figure (fixture), ==, 179);
  assert_candidates (fixture, 2, 3);

  fixture_undo (fixture, 2); /* 5 */
  fixture_reopen (fixture);
  g_assert_cmpint (get_figure (fixture), ==, 268);
  assert_candidates (fixture, 1, 2);

  fixture_redo (fixture, 2); /* 6 */
  fixture_reopen (fixture);
  g_assert_cmpint (get_figure (fixture), ==, 179);
  assert_candidates (fixture, 2, 3);

  /* What is done after an undo ends what could be redone. */
  set_figure (fixture, 110); /* 7 */
  assert_candidates (fixture, 7, 0);
  fixture_undo (fixture, 7); /* 8 */
  assert_candidates (fixture, 2, 7);
  fixture_free (fixture);
}

/* What is taken back out of turn is what is brought again first. */
static void
test_journal_redoes_what_was_undone_last (void)
{
  Fixture                 *fixture = new_with_plan ();
  g_autoptr (TalChangeSet) other = fixture_make_figure (fixture, SERIES_PLACED, 2022, 110);

  fixture_commit (fixture, other, 0); /* 2 */
  set_figure (fixture, 179);          /* 3 */
  fixture_undo (fixture, 2);          /* 4 */
  assert_candidates (fixture, 3, 2);
  fixture_undo (fixture, 3); /* 5 */
  assert_candidates (fixture, 1, 3);
  fixture_redo (fixture, 3); /* 6 */
  assert_candidates (fixture, 3, 2);
  fixture_redo (fixture, 2); /* 7 */
  assert_candidates (fixture, 3, 0);
  fixture_free (fixture);
}

static guint
count_found (Fixture *fixture, const TalHistoryFilter *filter)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) found = tal_store_load_history (fixture->store, filter, 0, 10, &error);

  g_assert_no_error (error);
  return found->len;
}

static void
test_journal_finds_what_is_wanted (void)
{
  Fixture               *fixture = new_with_plan ();
  const TalHistoryFilter cases[] = {
    { 0 },
    { .only_figures = TRUE },
    { .only_imports = TRUE },
    { .author = (char *)"Maria Holm" },
    { .author = (char *)"Anders Juhl" },
    { .since = 1718700121 },
    { .since = 1718700122 },
    { .text = (char *)"A FIGURE" },
    { .text = (char *)"another" },
  };
  static const guint expected[] = { 2, 2, 0, 2, 0, 1, 0, 1, 0 };

  set_figure (fixture, 179);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", (guint)i);
      g_assert_cmpuint (count_found (fixture, &cases[i]), ==, expected[i]);
    }
  fixture_free (fixture);
}

static void
test_journal_finds_an_initiatives_entries (void)
{
  Fixture               *fixture = new_with_plan ();
  const TalHistoryFilter filter = { .initiative = fixture_get_id (TAL_KIND_INITIATIVE, 4) };
  const TalHistoryFilter nobodys = { .initiative = tal_id_new () };

  set_figure (fixture, 179);
  g_assert_cmpuint (count_found (fixture, &filter), ==, 2);
  g_assert_cmpuint (count_found (fixture, &nobodys), ==, 0);
  fixture_free (fixture);
}

/* A goal, what is written of it and money are the initiative's even when they are gone, and so
 * is everything that was done to them while they were there. */
static void
test_journal_finds_what_was_removed (void)
{
  Fixture               *fixture = new_with_plan ();
  const TalHistoryFilter initiatives = { .initiative = fixture_get_id (TAL_KIND_INITIATIVE, 4) };
  const TalHistoryFilter goals = { .goal = fixture_get_id (TAL_KIND_GOAL, GOAL_WORKING) };
  const TalHistoryFilter others = { .goal = fixture_get_id (TAL_KIND_GOAL, GOAL_PLACED) };
  g_autoptr (TalRecord)  words = tal_record_new (TAL_KIND_ASSESSMENT, tal_id_new ());
  g_autoptr (TalRecord)  money = tal_record_new (TAL_KIND_APPROPRIATION, tal_id_new ());
  const TalRecord       *goal = tal_catalogue_find (fixture->catalogue, TAL_KIND_GOAL, goals.goal);
  const TalRecord       *records[] = { money, words };
  g_autoptr (TalChangeSet) removal = tal_change_set_new (TAL_ORIGIN_EDIT, "goal 3 deleted");

  ((TalAssessment *)words)->goal = goals.goal;
  ((TalAssessment *)words)->text = g_strdup ("Løbende optag.");
  ((TalAppropriation *)money)->initiative = initiatives.initiative;
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (TalChangeSet) addition = tal_change_set_new (TAL_ORIGIN_EDIT, "added");

      tal_change_set_add (addition, NULL, records[i]);
      fixture_commit (fixture, addition, 0);
    }
  g_assert_cmpuint (count_found (fixture, &initiatives), ==, 3);
  g_assert_cmpuint (count_found (fixture, &goals), ==, 2);

  tal_change_set_add (removal, words, NULL);
  tal_change_set_add (removal, goal, NULL);
  fixture_commit (fixture, removal, 0);
  g_assert_cmpuint (count_found (fixture, &initiatives), ==, 4);
  g_assert_cmpuint (count_found (fixture, &goals), ==, 3);
  g_assert_cmpuint (count_found (fixture, &others), ==, 1);
  fixture_free (fixture);
}

/* The figures that it rests on, and no others. */
static void
test_journal_finds_a_goals_changes (void)
{
  Fixture                 *fixture = new_with_plan ();
  TalId                    goal = fixture_get_id (TAL_KIND_GOAL, GOAL_WORKING);
  const TalHistoryFilter   filter = { .goal = goal };
  g_autoptr (TalChangeSet) working = fixture_make_figure (fixture, SERIES_WORKING, 2023, 111);
  g_autoptr (TalChangeSet) both = fixture_make_figure (fixture, SERIES_PEOPLE, 2023, 546);
  g_autoptr (TalChangeSet) found = NULL;

  fixture_commit (fixture, both, 0);
  g_assert_cmpuint (count_found (fixture, &filter), ==, 1);
  fixture_commit (fixture, working, 0);
  g_assert_cmpuint (count_found (fixture, &filter), ==, 2);

  found = tal_store_load_goal_changes (fixture->store, 3, goal, NULL);
  g_assert_cmpuint (tal_change_set_get_length (found), ==, 1);
  g_clear_pointer (&found, tal_change_set_unref);
  found = tal_store_load_goal_changes (fixture->store, 2, goal, NULL);
  g_assert_cmpuint (tal_change_set_get_length (found), ==, 0);
  fixture_free (fixture);
}

static void
test_journal_knows_who_wrote_and_what_came_later (void)
{
  Fixture                    *fixture = new_with_plan ();
  g_autoptr (GPtrArray)       authors = NULL;
  g_autoptr (TalJournalEntry) entry = NULL;
  gint64                      later = -1;

  set_figure (fixture, 179);
  set_figure (fixture, 348);
  authors = tal_store_list_authors (fixture->store, NULL);
  g_assert_cmpuint (authors->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (authors, 0), ==, "Maria Holm");

  entry = tal_store_load_entry (fixture->store, 2, NULL);
  g_assert_cmpint (entry->first.kind, ==, TAL_KIND_OBSERVATION);
  g_assert_true (tal_store_find_later (fixture->store, &entry->first, 2, &later, NULL));
  g_assert_cmpint (later, ==, 3);
  g_assert_true (tal_store_find_later (fixture->store, &entry->first, 3, &later, NULL));
  g_assert_cmpint (later, ==, 0);
  fixture_free (fixture);
}

/* Writes the goal with another wording, by an edit now or an import of what was changed then. */
static void
reword_goal (Fixture *fixture, TalOrigin origin, TalTime changed_at, const char *wording)
{
  const TalRecord         *before = tal_catalogue_find (fixture->catalogue, TAL_KIND_GOAL,
                                                        fixture_get_id (TAL_KIND_GOAL, GOAL_PLACED));
  g_autoptr (TalChangeSet) changes = tal_change_set_new (origin, "another wording");
  g_autoptr (TalRecord)    after = tal_record_copy (before);

  g_free (((TalGoal *)after)->wording);
  ((TalGoal *)after)->wording = g_strdup (wording);
  after->changed_at = changed_at;
  tal_change_set_add (changes, before, after);
  fixture_commit (fixture, changes, 0);
}

static void
test_journal_knows_how_goals_once_stood (void)
{
  static const struct
  {
    int         when;    /* after the plan was written, in seconds */
    const char *wording; /* NULL: nothing is known, or nothing has changed since */
  } rows[] = {
    { -1, NULL }, { 0, "first" }, { 1, "second" }, { 39, "second" }, { 40, NULL },
  };
  Fixture           *fixture = new_with_plan ();
  const TalTime      written_at = fixture->now - 1;
  const TalId        id = fixture_get_id (TAL_KIND_GOAL, GOAL_PLACED);
  const TalGoal     *made = TAL_GOAL (tal_catalogue_find (fixture->catalogue, TAL_KIND_GOAL, id));
  g_autofree char   *first = g_strdup (made->wording);
  g_autoptr (GError) error = NULL;
  g_autoptr (TalGoalPast) past = NULL;

  reword_goal (fixture, TAL_ORIGIN_EDIT, TAL_TIME_NONE, "second");
  reword_goal (fixture, TAL_ORIGIN_IMPORT, written_at + 40, "third");
  fixture_undo (fixture, 3);
  set_figure (fixture, 348);
  past = tal_store_load_goal_past (fixture->store, &error);
  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const TalGoal *then = tal_goal_past_find (past, id, written_at + rows[i].when);
      const char    *expected = g_strcmp0 (rows[i].wording, "first") == 0 ? first : rows[i].wording;

      g_test_message ("%d", rows[i].when);
      g_assert_cmpstr (then != NULL ? then->wording : NULL, ==, expected);
    }
  g_assert_null (tal_goal_past_find (past, fixture_get_id (TAL_KIND_GOAL, GOAL_WORKING), 0));
  fixture_free (fixture);
}

static void
test_journal_refuses_to_reverse_twice (void)
{
  static const struct
  {
    TalOrigin   origin;
    gint64      original;
    const char *why;
  } cases[] = {
    { TAL_ORIGIN_UNDO, 2, "it is undone already" },
    { TAL_ORIGIN_UNDO, 3, "an undo is undone by redoing" },
    { TAL_ORIGIN_UNDO, 9, "there is none" },
    { TAL_ORIGIN_REDO, 1, "it was never undone" },
  };
  Fixture         *fixture = new_with_plan ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  set_figure (fixture, 348);
  fixture_undo (fixture, 2);
  before = fixture_dump (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TalChangeSet) forward = fixture_make_figure (fixture, SERIES_PLACED, 2023, 110);
      const TalChange         *change = tal_change_set_get_change (forward, 0);
      g_autoptr (TalChangeSet) changes = tal_change_set_new (cases[i].origin, "again");
      g_autoptr (GError)       error = NULL;

      g_test_message ("%s", cases[i].why);
      tal_change_set_add (changes, change->before, change->after);
      g_assert_false (fixture_write (fixture, changes, cases[i].original, &error));
      g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
    }

  after = fixture_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
  fixture_free (fixture);
}

static void
test_journal_names_a_missing_entry (void)
{
  Fixture           *fixture = new_with_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_null (tal_store_load_entry (fixture->store, 12, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tal_store_load_changes (fixture->store, 12, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  fixture_free (fixture);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/journal/keeps-what-was-done", test_journal_keeps_what_was_done);
  g_test_add_func ("/store/journal/lists-newest-first", test_journal_lists_newest_first);
  g_test_add_func ("/store/journal/undoes-and-redoes-over-restarts",
                   test_journal_undoes_and_redoes_over_restarts);
  g_test_add_func ("/store/journal/redoes-what-was-undone-last",
                   test_journal_redoes_what_was_undone_last);
  g_test_add_func ("/store/journal/finds-what-is-wanted", test_journal_finds_what_is_wanted);
  g_test_add_func ("/store/journal/finds-an-initiatives-entries",
                   test_journal_finds_an_initiatives_entries);
  g_test_add_func ("/store/journal/finds-what-was-removed", test_journal_finds_what_was_removed);
  g_test_add_func ("/store/journal/finds-a-goals-changes", test_journal_finds_a_goals_changes);
  g_test_add_func ("/store/journal/knows-who-wrote-and-what-came-later",
                   test_journal_knows_who_wrote_and_what_came_later);
  g_test_add_func ("/store/journal/knows-how-goals-once-stood",
                   test_journal_knows_how_goals_once_stood);
  g_test_add_func ("/store/journal/refuses-to-reverse-twice",
                   test_journal_refuses_to_reverse_twice);
  g_test_add_func ("/store/journal/names-a-missing-entry", test_journal_names_a_missing_entry);

  return g_test_run ();
}
