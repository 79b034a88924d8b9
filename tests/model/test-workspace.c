/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-error.h"
#include "core/tal-goal-text.h"
#include "core/tal-goal.h"
#include "core/tal-initiative-facts.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "model/tal-collection.h"
#include "model/tal-name-search.h"
#include "model/tal-workspace-check.h"
#include "model/tal-workspace-series.h"
#include "model/tal-workspace.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* A workspace on a copy of the example, and what it has said. */
typedef struct
{
  char         *folder;
  char         *path;
  TalWorkspace *workspace;
  GString      *heard;  /* "committed:edit committed:outside …" */
  GAsyncResult *result; /* of the last call */
} Fixture;

static void
done_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->result);
  fixture->result = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return fixture->result;
}

static void
committed_cb (TalWorkspace *workspace, const TalChangeSet *changes, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->heard, "%s:%u ",
                          tal_change_set_get_origin (changes) == TAL_ORIGIN_OUTSIDE
                              ? "outside"
                              : tal_origin_get_name (tal_change_set_get_origin (changes)),
                          tal_change_set_get_length (changes));
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->heard = g_string_new (NULL);

  tal_workspace_create_async (fixture->path, NULL, TRUE, NULL, done_cb, fixture);
  fixture->workspace = tal_workspace_open_finish (wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_signal_connect (fixture->workspace, "committed", G_CALLBACK (committed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->result);
  tal_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_string_free (fixture->heard, TRUE);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static TalId
find_goal (const TalCatalogue *catalogue, int number)
{
  g_autoptr (GError) error = NULL;
  const TalRecord   *plan =
      tal_name_search_find (catalogue, TAL_KIND_PLAN, "Integrationshandleplanen", &error);
  const TalRecord *goal = NULL;

  g_assert_no_error (error);
  goal = tal_name_search_find_goal (catalogue, number, plan->id, TAL_ID_NONE, &error);
  g_assert_no_error (error);
  return goal->id;
}

static TalPeriod
get_2023 (void)
{
  TalPeriod period;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &period));
  return period;
}

static void
set_numerator (Fixture *fixture, int goal, gint64 value)
{
  TalFigureEdit      edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (GError) error = NULL;

  tal_workspace_edit_goal_async (fixture->workspace,
                                 find_goal (tal_workspace_get_catalogue (fixture->workspace), goal),
                                 TAL_PART_NUMERATOR, get_2023 (), &edit, NULL, done_cb, fixture);
  tal_workspace_edit_goal_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
}

static void
assert_counts (Fixture *fixture, int goal, gint64 numerator, gint64 denominator)
{
  TalStatusTable      *statuses = tal_workspace_get_statuses (fixture->workspace);
  const TalGoalStatus *status =
      tal_status_table_find_goal (statuses,
                                  find_goal (tal_workspace_get_catalogue (fixture->workspace),
                                             goal));

  g_assert_nonnull (status);
  g_assert_cmpint (tal_fraction_compare (status->numerator.value,
                                         tal_fraction_from_integer (numerator)),
                   ==, 0);
  g_assert_cmpint (tal_fraction_compare (status->denominator.value,
                                         tal_fraction_from_integer (denominator)),
                   ==, 0);
}

static void
test_workspace_shows_a_change_when_it_is_on_disk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalCollection) other = NULL;
  g_autoptr (GError)        error = NULL;
  TalGoalStatus             status;

  assert_counts (fixture, 2, 268, 545);
  set_numerator (fixture, 2, 410);
  g_assert_cmpstr (fixture->heard->str, ==, "edit:1 ");
  assert_counts (fixture, 2, 410, 545);
  assert_counts (fixture, 3, 110, 410);
  g_assert_nonnull (tal_workspace_get_undo_label (fixture->workspace));
  g_assert_null (tal_workspace_get_redo_label (fixture->workspace));

  other = tal_collection_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (
      tal_attainment_assess (tal_collection_get_catalogue (other), tal_collection_get_runs (other),
                             TAL_GOAL (tal_catalogue_find (tal_collection_get_catalogue (other),
                                                           TAL_KIND_GOAL,
                                                           find_goal (tal_collection_get_catalogue (
                                                                          other),
                                                                      2))),
                             get_2023 (), tal_day_new (2024, 6, 18), &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status.attainment, ==, TAL_ATTAINMENT_MET);
}

static void
test_workspace_undoes_and_redoes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *undone = NULL;
  g_autofree char   *redone = NULL;
  g_autofree char   *nothing = NULL;

  set_numerator (fixture, 2, 410);
  tal_workspace_undo_async (fixture->workspace, NULL, done_cb, fixture);
  undone = tal_workspace_undo_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  assert_counts (fixture, 2, 268, 545);
  g_assert_null (tal_workspace_get_undo_label (fixture->workspace));
  g_assert_cmpstr (tal_workspace_get_redo_label (fixture->workspace), ==, undone);

  tal_workspace_redo_async (fixture->workspace, NULL, done_cb, fixture);
  redone = tal_workspace_undo_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_assert_cmpstr (redone, ==, undone);
  assert_counts (fixture, 2, 410, 545);
  g_assert_cmpstr (fixture->heard->str, ==, "edit:1 undo:1 redo:1 ");

  tal_workspace_redo_async (fixture->workspace, NULL, done_cb, fixture);
  nothing = tal_workspace_undo_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_assert_null (nothing);
}

static void
set_by_another (Fixture *fixture, int goal, gint64 value)
{
  TalFigureEdit             edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (TalCollection) other = NULL;
  g_autoptr (TalChangeSet)  changes = NULL;
  g_autoptr (GError)        error = NULL;

  other = tal_collection_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  changes =
      tal_collection_set_goal_figure (other, find_goal (tal_collection_get_catalogue (other), goal),
                                      TAL_PART_NUMERATOR, get_2023 (), &edit, &error);
  g_assert_no_error (error);
}

static void
test_workspace_hears_what_another_program_wrote (Fixture *fixture, gconstpointer unused)
{
  set_by_another (fixture, 2, 300);
  tal_workspace_look_outside (fixture->workspace);
  while (fixture->heard->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fixture->heard->str, ==, "outside:1 ");
  assert_counts (fixture, 2, 300, 545);
}

static void
test_workspace_writes_on_top_of_what_another_program_wrote (Fixture *fixture, gconstpointer unused)
{
  set_by_another (fixture, 2, 300);
  set_numerator (fixture, 5, 200);
  g_assert_cmpstr (fixture->heard->str, ==, "outside:1 edit:1 ");
  assert_counts (fixture, 2, 300, 545);
  assert_counts (fixture, 5, 200, 348);
}

/* A change set made from what is no longer there must not be written. */
static void
test_workspace_refuses_a_stale_change (Fixture *fixture, gconstpointer unused)
{
  const TalCatalogue      *catalogue = tal_workspace_get_catalogue (fixture->workspace);
  const TalRecord         *before = NULL;
  g_autoptr (TalRecord)    first = NULL;
  g_autoptr (TalRecord)    second = NULL;
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (TalChangeSet) stale = NULL;
  g_autoptr (GError)       error = NULL;

  before = tal_name_search_find (catalogue, TAL_KIND_INITIATIVE, "Fritidsjob til unge", &error);
  g_assert_no_error (error);
  first = tal_record_copy (before);
  second = tal_record_copy (before);
  ((TalInitiative *)first)->number = 6;
  ((TalInitiative *)second)->number = 7;
  changes = tal_change_set_new (TAL_ORIGIN_EDIT, "6");
  tal_change_set_add (changes, before, first);
  stale = tal_change_set_new (TAL_ORIGIN_EDIT, "7");
  tal_change_set_add (stale, before, second);

  tal_workspace_commit_async (fixture->workspace, changes, NULL, done_cb, fixture);
  g_assert_true (
      tal_workspace_commit_finish (fixture->workspace, wait_for_result (fixture), &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  tal_workspace_commit_async (fixture->workspace, stale, NULL, done_cb, fixture);
  g_assert_false (
      tal_workspace_commit_finish (fixture->workspace, wait_for_result (fixture), &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_assert_cmpstr (fixture->heard->str, ==, "edit:1 ");
}

static void
test_workspace_shows_the_period_asked_for (Fixture *fixture, gconstpointer unused)
{
  TalStatusTable *before = tal_status_table_ref (tal_workspace_get_statuses (fixture->workspace));
  TalPeriod       earlier = tal_period_step (get_2023 (), -1);
  const TalGoalStatus *status = NULL;

  tal_workspace_set_period (fixture->workspace, earlier);
  while (tal_workspace_get_statuses (fixture->workspace) == before)
    g_main_context_iteration (NULL, TRUE);
  tal_status_table_unref (before);

  status = tal_status_table_get_status (tal_workspace_get_statuses (fixture->workspace), 0);
  g_assert_true (tal_period_is_equal (status->period, earlier));
  g_assert_cmpint (status->attainment, ==, TAL_ATTAINMENT_NO_TARGET);
}

static void
test_workspace_tells_what_stands_behind_a_goal (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalGoalParts) parts = NULL;
  g_autoptr (GPtrArray)    history = NULL;
  g_autoptr (GArray)       periods = NULL;
  g_autoptr (GError)       error = NULL;
  TalId                    goal = find_goal (tal_workspace_get_catalogue (fixture->workspace), 2);

  set_numerator (fixture, 2, 410);
  tal_workspace_load_parts_async (fixture->workspace, goal, get_2023 (), NULL, done_cb, fixture);
  parts = tal_workspace_load_parts_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_assert_null (parts->series[TAL_PART_VALUE]);
  g_assert_cmpint (parts->observations[TAL_PART_NUMERATOR]->value.coefficient, ==, 410);
  g_assert_cmpint (parts->observations[TAL_PART_DENOMINATOR]->value.coefficient, ==, 545);

  tal_workspace_list_goal_history_async (fixture->workspace, goal, 5, NULL, done_cb, fixture);
  history = tal_workspace_list_goal_history_finish (fixture->workspace, wait_for_result (fixture),
                                                    &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_nonnull (strstr (g_ptr_array_index (history, 0), "268"));
  g_assert_nonnull (strstr (g_ptr_array_index (history, 0), "410"));
  g_assert_true (g_str_has_prefix (g_ptr_array_index (history, 1), "18.\302\240juni\302\2402024"));

  tal_workspace_list_periods_async (fixture->workspace, NULL, done_cb, fixture);
  periods =
      tal_workspace_list_periods_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_assert_true (tal_period_is_equal (g_array_index (periods, TalPeriod, 0), get_2023 ()));
}

/* Its own terms and words are changes of a goal as well as its figures, and another goal's are
 * not. */
static void
test_workspace_tells_what_happened_to_a_goal (Fixture *fixture, gconstpointer unused)
{
  const TalCatalogue      *catalogue = tal_workspace_get_catalogue (fixture->workspace);
  const TalId              goals[] = { find_goal (catalogue, 2), find_goal (catalogue, 5) };
  const TalRecord         *before = tal_catalogue_find (catalogue, TAL_KIND_GOAL, goals[0]);
  g_autoptr (TalRecord)    after = tal_record_copy (before);
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "a deadline");
  g_autoptr (GError)       error = NULL;

  ((TalGoal *)after)->deadline_weeks = 13;
  tal_change_set_add (changes, before, after);
  tal_workspace_commit_async (fixture->workspace, changes, NULL, done_cb, fixture);
  tal_workspace_commit_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      g_autoptr (GPtrArray) history = NULL;

      tal_workspace_list_goal_history_async (fixture->workspace, goals[i], 5, NULL, done_cb,
                                             fixture);
      history = tal_workspace_list_goal_history_finish (fixture->workspace,
                                                        wait_for_result (fixture), &error);
      g_assert_no_error (error);
      g_clear_object (&fixture->result);
      g_assert_cmpint (strstr (g_ptr_array_index (history, 0), "13") != NULL, ==, i == 0);
    }
}

/* 55 of 348 are not 17 per cent. */
static void
test_workspace_checks_an_initiative (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError)    error = NULL;
  const TalCatalogue   *catalogue = tal_workspace_get_catalogue (fixture->workspace);
  TalId                 goal = find_goal (catalogue, 5);
  const TalFinding     *share = NULL;

  tal_workspace_check_initiative_async (fixture->workspace,
                                        TAL_GOAL (
                                            tal_catalogue_find (catalogue, TAL_KIND_GOAL, goal))
                                            ->initiative,
                                        NULL, done_cb, fixture);
  findings =
      tal_workspace_check_initiative_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
  for (guint i = 0; i < findings->len; i++)
    {
      const TalFinding *each = g_ptr_array_index (findings, i);

      if (g_str_equal (each->rule->code, "share"))
        share = each;
    }
  g_assert_nonnull (share);
  g_assert_cmpint (share->correction.coefficient, ==, 16);
  g_assert_true (g_str_has_suffix (share->workings, "= 15,8\302\240pct."));

  tal_workspace_check_initiative_async (fixture->workspace, goal, NULL, done_cb, fixture);
  none =
      tal_workspace_check_initiative_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_null (none);
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_clear_object (&fixture->result);
}

/* What was asked for before it was closed is done, and one file is left. */
/* The sum that no goal is about, of the initiative of goal 5. */
static const TalRecord *
find_sum (const TalCatalogue *catalogue)
{
  TalId goal = find_goal (catalogue, 5);
  TalId initiative = TAL_GOAL (tal_catalogue_find (catalogue, TAL_KIND_GOAL, goal))->initiative;
  guint length = 0;
  const TalRecord *const *series =
      tal_catalogue_get_children (catalogue, TAL_KIND_SERIES, initiative, &length);

  for (guint i = 0; i < length; i++)
    {
      if (TAL_SERIES (series[i])->basis == TAL_BASIS_SUM)
        return series[i];
    }

  g_assert_not_reached ();
}

/* One that isn't there is passed over. */
static void
test_workspace_reads_series_that_no_goal_is_about (Fixture *fixture, gconstpointer unused)
{
  const TalRecord              *sum = find_sum (tal_workspace_get_catalogue (fixture->workspace));
  g_autoptr (GArray)            asked = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autoptr (GError)            error = NULL;
  g_autoptr (TalSeriesStatuses) read = NULL;
  TalId                         nobody = tal_id_new ();
  g_autofree char              *figure = NULL;

  g_array_append_val (asked, nobody);
  g_array_append_val (asked, sum->id);
  tal_workspace_read_series_async (fixture->workspace, asked, NULL, done_cb, fixture);
  read = tal_workspace_read_series_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (read->statuses->len, ==, 1);
  g_assert_null (tal_series_statuses_find (read, nobody));
  figure = tal_goal_text_result (tal_series_statuses_find (read, sum->id));
  g_assert_cmpstr (figure, ==, "55");
}

/* They are in the file, as any field is. */
static void
test_workspace_keeps_the_facts_that_were_chosen (Fixture *fixture, gconstpointer unused)
{
  const TalCatalogue       *catalogue = tal_workspace_get_catalogue (fixture->workspace);
  TalId                     initiative = TAL_SERIES (find_sum (catalogue))->initiative;
  const TalInitiativeFact   chosen = { TAL_FACT_FIGURE, find_sum (catalogue)->id };
  g_autoptr (GArray)        facts = g_array_new (FALSE, FALSE, sizeof (TalInitiativeFact));
  g_autoptr (TalCollection) other = NULL;
  g_autoptr (GError)        error = NULL;
  const TalInitiative      *kept = NULL;

  g_array_append_val (facts, chosen);
  tal_workspace_change_async (fixture->workspace, tal_initiative_facts_choose,
                              tal_facts_request_new (initiative, facts),
                              (GDestroyNotify)tal_facts_request_free, NULL, done_cb, fixture);
  tal_workspace_change_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);

  other = tal_collection_open (fixture->path, FALSE, &error);
  g_assert_no_error (error);
  kept = TAL_INITIATIVE (
      tal_catalogue_find (tal_collection_get_catalogue (other), TAL_KIND_INITIATIVE, initiative));
  g_assert_cmpuint (tal_initiative_get_n_facts (kept), ==, 1);
  g_assert_true (tal_initiative_fact_is_equal (tal_initiative_get_fact (kept, 0), &chosen));
}

static void
test_workspace_finishes_before_it_closes (Fixture *fixture, gconstpointer unused)
{
  TalFigureEdit      edit = { .sets_value = TRUE, .value = TAL_DECIMAL (410, 0) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   folder = NULL;
  guint              n_files = 0;
  TalId              goal = find_goal (tal_workspace_get_catalogue (fixture->workspace), 2);

  tal_workspace_edit_goal_async (fixture->workspace, goal, TAL_PART_NUMERATOR, get_2023 (), &edit,
                                 NULL, done_cb, fixture);
  g_assert_true (tal_workspace_get_saving (fixture->workspace));
  tal_workspace_close (fixture->workspace);
  g_assert_true (
      tal_workspace_edit_goal_finish (fixture->workspace, wait_for_result (fixture), &error));
  g_assert_no_error (error);
  g_assert_false (tal_workspace_get_saving (fixture->workspace));

  folder = g_dir_open (fixture->folder, 0, &error);
  g_assert_no_error (error);
  while (g_dir_read_name (folder) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, 1);
}

static void
test_workspace_says_why_it_cannot_open (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  TalWorkspace      *none = NULL;

  tal_workspace_open_async (fixture->folder, NULL, done_cb, fixture);
  none = tal_workspace_open_finish (wait_for_result (fixture), &error);
  g_assert_null (none);
  g_assert_nonnull (error);
  g_assert_true (error->domain == TAL_ERROR);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/model/workspace/shows-a-change-when-it-is-on-disk",
       test_workspace_shows_a_change_when_it_is_on_disk);
  ADD ("/model/workspace/undoes-and-redoes", test_workspace_undoes_and_redoes);
  ADD ("/model/workspace/hears-what-another-program-wrote",
       test_workspace_hears_what_another_program_wrote);
  ADD ("/model/workspace/writes-on-top-of-what-another-program-wrote",
       test_workspace_writes_on_top_of_what_another_program_wrote);
  ADD ("/model/workspace/refuses-a-stale-change", test_workspace_refuses_a_stale_change);
  ADD ("/model/workspace/shows-the-period-asked-for", test_workspace_shows_the_period_asked_for);
  ADD ("/model/workspace/tells-what-stands-behind-a-goal",
       test_workspace_tells_what_stands_behind_a_goal);
  ADD ("/model/workspace/tells-what-happened-to-a-goal",
       test_workspace_tells_what_happened_to_a_goal);
  ADD ("/model/workspace/checks-an-initiative", test_workspace_checks_an_initiative);
  ADD ("/model/workspace/reads-series-that-no-goal-is-about",
       test_workspace_reads_series_that_no_goal_is_about);
  ADD ("/model/workspace/keeps-the-facts-that-were-chosen",
       test_workspace_keeps_the_facts_that_were_chosen);
  ADD ("/model/workspace/finishes-before-it-closes", test_workspace_finishes_before_it_closes);
  ADD ("/model/workspace/says-why-it-cannot-open", test_workspace_says_why_it_cannot_open);
  return g_test_run ();
}
