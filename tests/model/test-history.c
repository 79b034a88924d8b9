/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking back any entry and any change of one, and the list of them that a window shows. */

#include "base/tal-error.h"
#include "core/tal-initiative.h"
#include "core/tal-title.h"
#include "model/tal-collection-history.h"
#include "model/tal-history-file.h"
#include "model/tal-history-list.h"
#include "support/commit.h"
#include "support/example.h"

#include <glib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

/* Sequences of edits, undo, redo and restarts, and the steps of each. */
#define N_SEQUENCES 500
#define N_STEPS 4

static TalPeriod
get_year (int year)
{
  TalPeriod period;

  g_assert_true (tal_period_from_number (TAL_PERIOD_YEAR, year, 1, &period));
  return period;
}

static void
set_figure (Example *example, const char *series, int year, gint64 value)
{
  const TalFigureEdit      edit = { .sets_value = TRUE, .value = TAL_DECIMAL (value, 0) };
  g_autoptr (GError)       error = NULL;
  g_autoptr (TalChangeSet) changes =
      tal_collection_set_series_figure (example->collection,
                                        example_find_series (example, series)->record.id,
                                        get_year (year), &edit, &error);

  g_assert_no_error (error);
}

/* As text; NULL where there is none. */
static char *
dup_figure (Example *example, const char *series, int year)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TalRun) run =
      tal_run_source_ref_run (tal_collection_get_runs (example->collection),
                              example_find_series (example, series)->record.id, &error);
  const TalObservation *found = NULL;

  g_assert_no_error (error);
  found = tal_run_find (run, get_year (year));
  return found != NULL ? tal_decimal_to_string (found->value) : NULL;
}

static void
assert_figure (Example *example, const char *series, int year, const char *expected)
{
  g_autofree char *value = dup_figure (example, series, year);

  g_assert_cmpstr (value, ==, expected);
}

static gint64
get_newest (Example *example)
{
  g_autoptr (GPtrArray) entries =
      tal_collection_load_history (example->collection, NULL, 0, 1, NULL);

  return ((const TalHistoryEntry *)g_ptr_array_index (entries, 0))->sequence;
}

#define SERIES "Revalidering"
#define OTHER "Aktivitetsparate kontanthjælpsmodtagere"

static void
test_history_undoes_an_older_entry (Example *example, gconstpointer unused)
{
  g_autoptr (TalChangeSet) undone = NULL;
  g_autoptr (GPtrArray)    redone = NULL;
  g_autoptr (GError)       error = NULL;
  gint64                   first = 0;

  set_figure (example, SERIES, 1999, 171);
  first = get_newest (example);
  set_figure (example, OTHER, 1999, 20);

  undone = tal_collection_undo_entry (example->collection, first, &error);
  g_assert_no_error (error);
  assert_figure (example, SERIES, 1999, NULL);
  assert_figure (example, OTHER, 1999, "20");

  /* What was undone last is brought again first, though it is older. */
  redone = tal_collection_redo (example->collection, 1, &error);
  g_assert_no_error (error);
  assert_figure (example, SERIES, 1999, "171");

  g_assert_null (tal_collection_undo_entry (example->collection, get_newest (example), &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

static void
test_history_refuses_what_was_changed_since (Example *example, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  gint64             first = 0;

  set_figure (example, SERIES, 1999, 171);
  first = get_newest (example);
  set_figure (example, SERIES, 1999, 179);

  g_assert_null (tal_collection_undo_entry (example->collection, first, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "“Revalidering”, 1999: corrected from 171 to 179"));
  g_clear_error (&error);
  assert_figure (example, SERIES, 1999, "179");

  g_assert_null (tal_collection_restore (example->collection, first, 0, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "corrected from 171 to 179"));
  g_clear_error (&error);

  g_assert_null (tal_collection_restore (example->collection, first, 1, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (tal_collection_undo_entry (example->collection, 1, &error));
  g_assert_error (error, TAL_ERROR, TAL_ERROR_NOT_FOUND);
}

static void
test_history_restores_one_value (Example *example, gconstpointer unused)
{
  g_autoptr (TalChangeSet) restored = NULL;
  g_autoptr (GError)       error = NULL;
  gint64                   second = 0;

  set_figure (example, SERIES, 1999, 171);
  set_figure (example, SERIES, 1999, 179);
  second = get_newest (example);
  set_figure (example, OTHER, 1999, 20);

  restored = tal_collection_restore (example->collection, second, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tal_change_set_get_origin (restored), ==, TAL_ORIGIN_EDIT);
  g_assert_cmpstr (tal_change_set_get_label (restored), ==,
                   "“Revalidering”, 1999: corrected from 179 to 171");
  assert_figure (example, SERIES, 1999, "171");
  g_clear_pointer (&restored, tal_change_set_unref);

  /* Restoring is a change like another: it can be taken back. */
  restored = tal_collection_undo_entry (example->collection, get_newest (example), &error);
  g_assert_no_error (error);
  assert_figure (example, SERIES, 1999, "179");
}

static const TalRecord *
get_record (Example *example, TalKind kind, guint number)
{
  guint                   length = 0;
  const TalRecord *const *records =
      tal_catalogue_get_records (tal_collection_get_catalogue (example->collection), kind, &length);

  g_assert_cmpuint (length, >, 0);
  return records[number % length];
}

/* A goal that was removed comes back, and what was removed with it stays away. */
static void
test_history_restores_what_was_removed (Example *example, gconstpointer unused)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "removed");
  g_autoptr (TalChangeSet) restored = NULL;
  g_autoptr (GError)       error = NULL;
  const TalRecord         *words = get_record (example, TAL_KIND_ASSESSMENT, 0);
  const TalRecord         *money = get_record (example, TAL_KIND_APPROPRIATION, 0);
  TalId                    words_id = words->id;
  TalId                    money_id = money->id;

  tal_change_set_add_removal (changes, words, 1000, "x");
  tal_change_set_add_removal (changes, money, 1000, "x");
  tal_change_set_unref (tal_collection_commit (example->collection, changes, &error));
  g_assert_no_error (error);

  restored = tal_collection_restore (example->collection, get_newest (example), 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (tal_catalogue_find (tal_collection_get_catalogue (example->collection),
                                        TAL_KIND_ASSESSMENT, words_id));
  g_assert_null (tal_catalogue_find (tal_collection_get_catalogue (example->collection),
                                     TAL_KIND_REMOVAL, words_id));
  g_assert_null (tal_catalogue_find (tal_collection_get_catalogue (example->collection),
                                     TAL_KIND_APPROPRIATION, money_id));
}

/* A Danish spreadsheet opens it as it is. */
static void
test_history_is_written_as_a_table (Example *example, gconstpointer unused)
{
  const TalHistoryFilter filter = { .text = (char *)"revalidering" };
  g_autofree char       *path = g_build_filename (example->folder, "history.csv", NULL);
  g_autofree char       *text = NULL;
  g_autoptr (GError)     error = NULL;
  g_auto (GStrv)         lines = NULL;

  set_figure (example, SERIES, 1999, 171);
  set_figure (example, SERIES, 1999, 179);
  g_assert_true (tal_history_file_write (example->collection, &filter, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  g_unlink (path);

  g_assert_true (g_str_has_prefix (text, "\357\273\277When;Person;Action;Change;Field;"));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_suffix (lines[1], "corrected from 171 to 179;Value;171;179"));
  g_assert_true (g_str_has_suffix (lines[2], "“Revalidering”, 1999: set to 171;;;"));

  g_assert_false (tal_history_file_write (example->collection, &filter, "/nowhere/x.csv", &error));
  g_assert_nonnull (error);
}

/* The names, wordings and figures that a random sequence changes, in one text. */
static char *
dup_state (Example *example)
{
  GString *state = g_string_new (NULL);

  for (guint kind = TAL_KIND_INITIATIVE; kind <= TAL_KIND_GOAL; kind++)
    {
      for (guint i = 0; i < 5; i++)
        {
          const TalRecord *record = get_record (example, (TalKind)kind, i);

          g_string_append_printf (state, "%s\n", tal_title_get_name (record));
        }
    }
  for (int year = 1990; year < 1993; year++)
    {
      g_autofree char *one = dup_figure (example, SERIES, year);
      g_autofree char *other = dup_figure (example, OTHER, year);

      g_string_append_printf (state, "%d %s %s\n", year, one != NULL ? one : "-",
                              other != NULL ? other : "-");
    }
  return g_string_free (state, FALSE);
}

static void
add_new_name (Example *example, TalKind kind, GRand *random, TalChangeSet *changes)
{
  const TalRecord *before = get_record (example, kind, (guint)g_rand_int_range (random, 0, 5));
  TalRecord       *after = tal_record_copy (before);
  char            *name = g_strdup_printf ("Navn %u", g_rand_int (random));

  if (kind == TAL_KIND_GOAL)
    {
      g_free (((TalGoal *)after)->wording);
      ((TalGoal *)after)->wording = name;
    }
  else
    {
      g_free (((TalInitiative *)after)->name);
      ((TalInitiative *)after)->name = name;
    }
  tal_change_set_add (changes, before, after);
  tal_record_unref (after);
}

/* A figure, an initiative, a goal, or both of these at once. */
static void
edit_at_random (Example *example, GRand *random)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "names");
  g_autoptr (GError)       error = NULL;
  int                      what = g_rand_int_range (random, 0, 4);

  if (what == 0)
    {
      set_figure (example, g_rand_boolean (random) ? SERIES : OTHER,
                  g_rand_int_range (random, 1990, 1993), g_rand_int_range (random, 0, 9999));
      return;
    }

  if (what != 1)
    add_new_name (example, TAL_KIND_INITIATIVE, random, changes);
  if (what != 2)
    add_new_name (example, TAL_KIND_GOAL, random, changes);
  tal_change_set_unref (tal_collection_commit (example->collection, changes, &error));
  g_assert_no_error (error);
}

static void
reopen (Example *example)
{
  g_autoptr (GError) error = NULL;

  tal_collection_close (example->collection);
  example->collection = tal_collection_open (example->path, FALSE, &error);
  g_assert_no_error (error);
}

/* What undo and redo should come to: states by how many edits lead there. */
typedef struct
{
  GPtrArray *states; /* of char *; the last can be redone to */
  guint      shown;
} Expected;

static void
take_step (Example *example, GRand *random, Expected *expected)
{
  g_autoptr (GPtrArray) moved = NULL;
  g_autoptr (GError)    error = NULL;
  int                   what = g_rand_int_range (random, 0, 12);

  if (what == 0)
    {
      reopen (example);
    }
  else if (what <= 4 && expected->shown > 0)
    {
      moved = tal_collection_undo (example->collection, 1, &error);
      g_assert_no_error (error);
      expected->shown--;
    }
  else if (what <= 7 && expected->shown + 1 < expected->states->len)
    {
      moved = tal_collection_redo (example->collection, 1, &error);
      g_assert_no_error (error);
      expected->shown++;
    }
  else
    {
      edit_at_random (example, random);
      expected->shown++;
      g_ptr_array_set_size (expected->states, (int)expected->shown);
      g_ptr_array_add (expected->states, dup_state (example));
    }
}

static void
test_history_keeps_its_word (Example *example, gconstpointer unused)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (18062024);

  for (guint i = 0; i < N_SEQUENCES; i++)
    {
      Expected expected = { g_ptr_array_new_with_free_func (g_free), 0 };

      g_ptr_array_add (expected.states, dup_state (example));
      for (guint step = 0; step < N_STEPS; step++)
        {
          g_autofree char *state = NULL;

          take_step (example, random, &expected);
          state = dup_state (example);
          g_assert_cmpstr (state, ==, g_ptr_array_index (expected.states, expected.shown));
        }
      g_ptr_array_unref (expected.states);
    }

  {
    g_autoptr (GError)    error = NULL;
    g_autoptr (GPtrArray) problems = tal_collection_check (example->collection, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (problems->len, ==, 0);
  }
}

typedef struct
{
  Example       example;
  TalWorkspace *workspace;
} House;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  House             *house = user_data;
  g_autoptr (GError) error = NULL;

  house->workspace = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
house_set_up (House *house, gconstpointer n_entries)
{
  example_set_up (&house->example, NULL);
  for (guint i = 0; i < GPOINTER_TO_UINT (n_entries); i++)
    set_figure (&house->example, SERIES, 1999, i + 1);
  g_clear_pointer (&house->example.collection, tal_collection_close);
  house->workspace = NULL;
  tal_workspace_open_async (house->example.path, NULL, opened_cb, house);
  while (house->workspace == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
house_tear_down (House *house, gconstpointer unused)
{
  tal_workspace_close (house->workspace);
  g_clear_object (&house->workspace);
  example_tear_down (&house->example, NULL);
}

static TalHistoryItem *
peek_item (TalHistoryList *list, guint position)
{
  g_autoptr (TalHistoryItem) item = g_list_model_get_item (G_LIST_MODEL (list), position);

  g_assert_nonnull (item);
  return item;
}

static void
assert_sentence (TalHistoryList *list, guint position, const char *expected)
{
  g_autofree char *sentence = tal_history_item_dup_sentence (peek_item (list, position));

  g_assert_cmpstr (sentence, ==, expected);
}

static void
test_history_list_loads_pages (House *house, gconstpointer n_entries)
{
  g_autoptr (TalHistoryList) list = tal_history_list_new (house->workspace);
  GListModel                *model = G_LIST_MODEL (list);
  guint                      n_all = GPOINTER_TO_UINT (n_entries);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, TAL_HISTORY_LIST_PAGE);
  g_assert_false (tal_history_list_is_complete (list));
  assert_sentence (list, 0, "“Revalidering”, 1999: corrected from 509 to 510");
  g_assert_true (tal_history_item_get_begins_day (peek_item (list, 0)));
  g_assert_false (tal_history_item_get_begins_day (peek_item (list, 1)));

  /* Looking at the first page asks for nothing; coming near its end does. */
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, TAL_HISTORY_LIST_PAGE);
  peek_item (list, TAL_HISTORY_LIST_PAGE - 1);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (model), >, n_all);
  g_assert_true (tal_history_list_is_complete (list));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

static void
test_history_list_follows (House *house, gconstpointer unused)
{
  g_autoptr (TalHistoryList) list = tal_history_list_new (house->workspace);
  gboolean                   done = FALSE;
  guint                      length = 0;

  commit_wait_for_all (house->workspace);
  length = g_list_model_get_n_items (G_LIST_MODEL (list));
  commit_wait (house->workspace, commit_new_figure (house->workspace, SERIES, "1998", 7));
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, length + 1);
  g_assert_true (tal_history_item_get_begins_day (peek_item (list, 0)));

  tal_workspace_undo_async (house->workspace, NULL, undone_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, length + 2);
  g_assert_true (tal_history_item_get_entry (peek_item (list, 1))->undone);
  g_assert_cmpint (tal_history_item_get_entry (peek_item (list, 0))->origin, ==, TAL_ORIGIN_UNDO);
}

static void
test_history_list_is_filtered (House *house, gconstpointer unused)
{
  g_autoptr (TalHistoryList) list = tal_history_list_new (house->workspace);
  const TalHistoryFilter     imports = { .only_imports = TRUE };
  const TalHistoryFilter     nothing = { .text = (char *)"ingen har skrevet det" };
  const TalHistoryFilter     words = { .text = (char *)"revalidering" };

  tal_history_list_set_filter (list, &words);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  tal_history_list_set_filter (list, &imports);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  tal_history_list_set_filter (list, &nothing);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_true (tal_history_list_is_complete (list));
}

/* The example came as one import: what is in it is there to be looked at. */
static void
test_history_list_opens_an_entry (House *house, gconstpointer unused)
{
  g_autoptr (TalHistoryList) list = tal_history_list_new (house->workspace);
  g_autoptr (GListModel)     changes = NULL;
  g_autoptr (TalHistoryItem) first = NULL;
  g_autofree char           *sentence = NULL;
  guint                      length = 0;

  commit_wait_for_all (house->workspace);
  length = g_list_model_get_n_items (G_LIST_MODEL (list));
  changes = tal_history_list_open_entry (list, peek_item (list, length - 1));
  g_assert_cmpuint (g_list_model_get_n_items (changes), ==, 0);
  commit_wait_for_all (house->workspace);
  g_assert_cmpuint (g_list_model_get_n_items (changes), >, 100);
  first = g_list_model_get_item (changes, 0);
  sentence = tal_history_item_dup_sentence (first);
  g_test_message ("%s", sentence);
  g_assert_true (g_str_has_suffix (sentence, " created"));
  g_assert_nonnull (tal_history_item_get_change (first, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) \
  g_test_add ("/model/history/" name, Example, NULL, example_set_up, test, example_tear_down)
#define ADD_LIST(name, n_entries, test)                                                       \
  g_test_add ("/model/history-list/" name, House, GUINT_TO_POINTER (n_entries), house_set_up, \
              test, house_tear_down)
  ADD ("undoes-an-older-entry", test_history_undoes_an_older_entry);
  ADD ("refuses-what-was-changed-since", test_history_refuses_what_was_changed_since);
  ADD ("restores-one-value", test_history_restores_one_value);
  ADD ("restores-what-was-removed", test_history_restores_what_was_removed);
  ADD ("is-written-as-a-table", test_history_is_written_as_a_table);
  ADD ("keeps-its-word", test_history_keeps_its_word);
  ADD_LIST ("loads-pages", 510, test_history_list_loads_pages);
  ADD_LIST ("follows", 0, test_history_list_follows);
  ADD_LIST ("is-filtered", 3, test_history_list_is_filtered);
  ADD_LIST ("opens-an-entry", 0, test_history_list_opens_an_entry);
#undef ADD
#undef ADD_LIST

  return g_test_run ();
}
