/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing into a workspace: reading and comparing, choosing, writing, taking back. */

#include "base/tal-error.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-collection-export.h"
#include "model/tal-collection-history.h"
#include "model/tal-import-list.h"
#include "model/tal-name-search.h"
#include "model/tal-workspace-import.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define PLAN "Integrationshandleplanen"

/* Two departments with the example: a workspace, and who sends a file to it. */
typedef struct
{
  char          *folder;
  char          *path;
  char          *sender_path;
  char          *file;
  char          *receipt;
  TalWorkspace  *workspace;
  TalCollection *sender;
  guint          n_committed;
  guint          n_told;
  goffset        told; /* the last number of bytes */
  GAsyncResult  *result;
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
  ((Fixture *)user_data)->n_committed++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  fixture->sender_path = g_build_filename (fixture->folder, "jki.indsats", NULL);
  fixture->file = g_build_filename (fixture->folder, "jki.indsats.xml", NULL);
  fixture->receipt = g_build_filename (fixture->folder, "kvittering.pdf", NULL);

  fixture->sender = tal_collection_create_example (fixture->sender_path, NULL, &error);
  g_assert_no_error (error);
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
  tal_collection_close (fixture->sender);
  g_unlink (fixture->path);
  g_unlink (fixture->sender_path);
  g_unlink (fixture->file);
  g_unlink (fixture->receipt);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->sender_path);
  g_free (fixture->file);
  g_free (fixture->receipt);
  g_free (fixture->folder);
}

static TalPeriod
get_2023 (void)
{
  TalPeriod period;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, 2023, 1, &period));
  return period;
}

static TalId
find_goal (const TalCatalogue *catalogue, int number)
{
  g_autoptr (GError) error = NULL;
  const TalRecord   *plan = tal_name_search_find (catalogue, TAL_KIND_PLAN, PLAN, &error);
  const TalRecord   *goal = NULL;

  g_assert_no_error (error);
  goal = tal_name_search_find_goal (catalogue, number, plan->id, TAL_ID_NONE, &error);
  g_assert_no_error (error);
  return goal->id;
}

static void
set_there (Fixture *fixture, int goal, gint64 value)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (GError)  error = NULL;
  TalChangeSet       *changes =
      tal_collection_set_goal_figure (fixture->sender,
                                      find_goal (tal_collection_get_catalogue (fixture->sender),
                                                 goal),
                                      TAL_PART_NUMERATOR, get_2023 (), &edit, &error);

  g_assert_no_error (error);
  tal_change_set_unref (changes);
}

static void
set_here (Fixture *fixture, int goal, gint64 value)
{
  const TalFigureEdit edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (GError)  error = NULL;

  tal_workspace_edit_goal_async (fixture->workspace,
                                 find_goal (tal_workspace_get_catalogue (fixture->workspace), goal),
                                 TAL_PART_NUMERATOR, get_2023 (), &edit, NULL, done_cb, fixture);
  tal_workspace_edit_goal_finish (fixture->workspace, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  g_clear_object (&fixture->result);
}

static void
assert_numerator (Fixture *fixture, int goal, gint64 expected)
{
  const TalGoalStatus *status =
      tal_status_table_find_goal (tal_workspace_get_statuses (fixture->workspace),
                                  find_goal (tal_workspace_get_catalogue (fixture->workspace),
                                             goal));

  g_assert_nonnull (status);
  g_assert_cmpint (tal_fraction_compare (status->numerator.value,
                                         tal_fraction_from_integer (expected)),
                   ==, 0);
}

/* Goal 2 is changed on both sides, goal 5 there alone. */
static void
send (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  set_there (fixture, 2, 299);
  set_there (fixture, 5, 181);
  set_here (fixture, 2, 300);
  fixture->n_committed = 0;
  tal_collection_export (fixture->sender, fixture->file, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
told_cb (goffset bytes, goffset size, gpointer user_data)
{
  Fixture *fixture = user_data;

  g_assert_null (fixture->result);
  g_assert_cmpint (bytes, >=, fixture->told);
  g_assert_cmpint (bytes, <=, size);
  fixture->told = bytes;
  fixture->n_told++;
}

/* NULL where it was refused: then 'ret_error' says why. */
static TalImportReport *
import (Fixture                *fixture,
        const TalImportRequest *request,
        const char             *receipt,
        GCancellable           *cancellable,
        GError                **ret_error)
{
  TalImportReport *report = NULL;

  g_clear_object (&fixture->result);
  fixture->told = 0;
  tal_workspace_import_async (fixture->workspace, request, receipt, told_cb, fixture, cancellable,
                              done_cb, fixture);
  report = tal_workspace_import_finish (fixture->workspace, wait_for_result (fixture), ret_error);
  g_clear_object (&fixture->result);
  return report;
}

static TalImportList *
compare (Fixture *fixture)
{
  const TalImportRequest request = { .path = fixture->file, .dry_run = TRUE };
  g_autoptr (GError)     error = NULL;
  TalImportReport       *report = import (fixture, &request, NULL, NULL, &error);

  g_assert_no_error (error);
  return tal_import_list_new (report);
}

static void
test_import_compares_and_changes_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalImportList) list = NULL;
  const TalImportReport    *report = NULL;
  TalImportTally            tally;

  send (fixture);
  list = compare (fixture);
  report = tal_import_list_get_report (list);
  g_assert_cmpuint (fixture->n_told, >, 0);
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  g_assert_cmpuint (report->n_conflicts, ==, 1);
  g_assert_cmpstr (report->sender, ==, "BIF");
  g_assert_cmpint (report->newest, !=, TAL_TIME_NONE);
  g_assert_false (report->delta);
  assert_numerator (fixture, 2, 300);
  assert_numerator (fixture, 5, 179);

  tally = tal_import_list_get_tally (list);
  g_assert_cmpuint (tally.n_changed, ==, 1);
  g_assert_cmpuint (tally.n_open, ==, 1);
  g_assert_false (tal_import_list_has_choices (list));
}

static void
assert_items_say (TalImportList *list, guint position, const char *name, const char *sentence)
{
  g_autoptr (TalImportItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_autofree char          *named = tal_import_item_dup_name (item);
  g_autofree char          *said = tal_import_item_dup_sentence (item);

  g_assert_cmpstr (named, ==, name);
  g_assert_cmpstr (said, ==, sentence);
}

static void
test_import_list_shows_one_kind_and_names_its_rows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalImportList) list = NULL;
  g_autoptr (TalImportItem) conflict = NULL;
  g_autofree char          *matter = NULL;
  guint                     position = 0;

  send (fixture);
  list = compare (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  g_assert_true (tal_import_list_find_matter (list, G_MAXUINT, 1, &position));
  conflict = g_list_model_get_item (G_LIST_MODEL (list), position);
  g_assert_cmpint (tal_import_item_get_row (conflict)->type, ==, TAL_IMPORT_ROW_CONFLICT);
  matter = tal_import_item_dup_matter (conflict);
  g_test_message ("%s", matter);
  g_assert_nonnull (strstr (matter, "268"));

  tal_import_list_set_filter (list, TAL_IMPORT_FILTER_CONFLICTS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_items_say (list, 0, "Goal 2, numerator",
                    "Goal 2, numerator, 2023: Value: ours 300, theirs 299. Conflict. "
                    "Undecided.");
  tal_import_list_set_filter (list, TAL_IMPORT_FILTER_CHANGED);
  assert_items_say (list, 0, "Goal 5, numerator",
                    "Goal 5, numerator, 2023: Value: ours 179, theirs 181. Changed. "
                    "Theirs is taken.");
  g_assert_false (tal_import_list_find_matter (list, 0, 1, &position));
  g_assert_cmpuint (tal_import_list_count (list, TAL_IMPORT_FILTER_NEW), ==, 0);
}

static void
test_import_writes_what_was_chosen (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalImportList)   list = NULL;
  g_autoptr (TalImportReport) report = NULL;
  g_autoptr (GHashTable)      choices = NULL;
  g_autoptr (GError)          error = NULL;
  g_autofree char            *receipt = NULL;
  TalImportRequest            request = { .path = fixture->file, .leaves_open = TRUE };

  send (fixture);
  list = compare (fixture);
  tal_import_list_choose_all (list, TAL_IMPORT_FILTER_CONFLICTS, TAL_IMPORT_CHOICE_THEIRS);
  tal_import_list_choose_all (list, TAL_IMPORT_FILTER_CHANGED, TAL_IMPORT_CHOICE_OURS);
  g_assert_true (tal_import_list_has_choices (list));
  choices = tal_import_list_dup_choices (list);
  g_assert_cmpuint (g_hash_table_size (choices), ==, 2);

  request.choices = choices;
  request.seen = tal_import_list_get_report (list);
  report = import (fixture, &request, fixture->receipt, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->written);
  g_assert_null (report->receipt_problem);
  g_assert_cmpuint (fixture->n_committed, ==, 1);
  assert_numerator (fixture, 2, 299);
  assert_numerator (fixture, 5, 179);
  g_assert_nonnull (tal_workspace_get_undo_label (fixture->workspace));
  g_assert_true (g_file_get_contents (fixture->receipt, &receipt, NULL, NULL));
  g_assert_true (g_str_has_prefix (receipt, "%PDF-"));
}

/* What somebody has not seen is not what they chose from. */
static void
test_import_refuses_what_has_moved_since (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalImportList)   list = NULL;
  g_autoptr (TalImportList)   again = NULL;
  g_autoptr (TalImportReport) report = NULL;
  g_autoptr (GError)          error = NULL;
  TalImportRequest            request = { .path = fixture->file, .leaves_open = TRUE };

  send (fixture);
  list = compare (fixture);
  tal_import_list_choose_all (list, TAL_IMPORT_FILTER_ALL, TAL_IMPORT_CHOICE_THEIRS);
  tal_import_list_choose_all (list, TAL_IMPORT_FILTER_CHANGED, TAL_IMPORT_CHOICE_OURS);
  set_here (fixture, 5, 190);
  request.seen = tal_import_list_get_report (list);
  g_assert_null (import (fixture, &request, NULL, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_clear_error (&error);
  assert_numerator (fixture, 2, 300);
  assert_numerator (fixture, 5, 190);

  /* The choice about goal 2 stands; goal 5 says something else now. */
  again = compare (fixture);
  g_assert_cmpuint (tal_import_list_take_choices (again, list), ==, 1);
  g_assert_cmpuint (tal_import_list_get_tally (again).n_open, ==, 1);

  set_there (fixture, 2, 298);
  tal_collection_export (fixture->sender, fixture->file, NULL, NULL, &error);
  g_assert_no_error (error);
  request.seen = tal_import_list_get_report (again);
  g_assert_null (import (fixture, &request, NULL, NULL, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
}

static void
test_import_is_cancelled_without_a_trace (Fixture *fixture, gconstpointer unused)
{
  const TalImportRequest   request = { .path = fixture->file, .leaves_open = TRUE };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError)       error = NULL;

  send (fixture);
  g_cancellable_cancel (cancellable);
  g_assert_null (import (fixture, &request, fixture->receipt, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (tal_workspace_get_saving (fixture->workspace));
  g_assert_cmpuint (fixture->n_committed, ==, 0);
  g_assert_false (g_file_test (fixture->receipt, G_FILE_TEST_EXISTS));
  assert_numerator (fixture, 5, 179);
}

/* The figures are in the collection whatever becomes of the paper. */
static void
test_import_says_that_it_has_no_receipt (Fixture *fixture, gconstpointer unused)
{
  const TalImportRequest      request = { .path = fixture->file, .leaves_open = TRUE };
  g_autofree char            *nowhere = g_build_filename (fixture->folder, "x", "y.pdf", NULL);
  g_autoptr (TalImportReport) report = NULL;
  g_autoptr (GError)          error = NULL;

  send (fixture);
  report = import (fixture, &request, nowhere, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (report->written);
  g_assert_nonnull (report->receipt_problem);
  assert_numerator (fixture, 5, 181);
}

static void
undo (Fixture *fixture, GError **error)
{
  g_clear_object (&fixture->result);
  tal_workspace_undo_async (fixture->workspace, NULL, done_cb, fixture);
  g_free (tal_workspace_undo_finish (fixture->workspace, wait_for_result (fixture), error));
  g_clear_object (&fixture->result);
}

static void
test_import_is_taken_back_as_one (Fixture *fixture, gconstpointer unused)
{
  const TalImportRequest request = { .path = fixture->file, .policy = TAL_IMPORT_THEIRS };
  g_autoptr (GError)     error = NULL;

  send (fixture);
  tal_import_report_free (import (fixture, &request, NULL, NULL, &error));
  g_assert_no_error (error);
  assert_numerator (fixture, 2, 299);
  undo (fixture, &error);
  g_assert_no_error (error);
  assert_numerator (fixture, 2, 300);
  assert_numerator (fixture, 5, 179);
}

/* Somebody has gone on working on one of its figures: that is named, and nothing is changed. */
static void
test_import_is_not_taken_back_over_later_work (Fixture *fixture, gconstpointer unused)
{
  const TalImportRequest    request = { .path = fixture->file, .policy = TAL_IMPORT_THEIRS };
  const TalHistoryFilter    imports = { .only_imports = TRUE };
  g_autoptr (GPtrArray)     entries = NULL;
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) beside = NULL;
  TalHistoryEntry          *entry = NULL;

  send (fixture);
  tal_import_report_free (import (fixture, &request, NULL, NULL, &error));
  g_assert_no_error (error);
  set_here (fixture, 5, 190);

  beside = tal_collection_open (fixture->path, TRUE, &error);
  g_assert_no_error (error);
  entries = tal_collection_load_history (beside, &imports, 0, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = g_ptr_array_index (entries, 0);
  g_assert_null (tal_collection_undo_entry (beside, entry->sequence, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "190"));
  assert_numerator (fixture, 2, 299);
  assert_numerator (fixture, 5, 190);
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
  add ("/model/import/compares-and-changes-nothing", test_import_compares_and_changes_nothing);
  add ("/model/import/list-shows-one-kind-and-names-its-rows",
       test_import_list_shows_one_kind_and_names_its_rows);
  add ("/model/import/writes-what-was-chosen", test_import_writes_what_was_chosen);
  add ("/model/import/refuses-what-has-moved-since", test_import_refuses_what_has_moved_since);
  add ("/model/import/is-cancelled-without-a-trace", test_import_is_cancelled_without_a_trace);
  add ("/model/import/says-that-it-has-no-receipt", test_import_says_that_it_has_no_receipt);
  add ("/model/import/is-taken-back-as-one", test_import_is_taken_back_as_one);
  add ("/model/import/is-not-taken-back-over-later-work",
       test_import_is_not_taken_back_over_later_work);
  return g_test_run ();
}
