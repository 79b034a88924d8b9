/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entry grid as rows and columns, on the example's plan with eleven goals. */

#include "config.h"

#include "core/tal-closing-edit.h"
#include "core/tal-plan.h"
#include "model/tal-entry-grid.h"
#include "model/tal-entry-paste.h"
#include "model/tal-language.h"
#include "support/commit.h"

#include <glib/gstdio.h>
#include <string.h>

#define PLAN "Integrationshandleplanen"
/* 18. juni 2024 */
#define TODAY 739055
#define NUMERATOR TAL_ENTRY_COLUMN_NUMERATOR
#define DENOMINATOR TAL_ENTRY_COLUMN_DENOMINATOR
#define RESULT TAL_ENTRY_COLUMN_RESULT
#define STATE TAL_ENTRY_COLUMN_STATE
#define VERDICT TAL_ENTRY_COLUMN_VERDICT

typedef struct
{
  char         *folder;
  char         *path;
  TalWorkspace *workspace;
  TalEntryGrid *grid;
} Fixture;

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture           *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->workspace = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static TalId
find_plan (Fixture *fixture, const char *name)
{
  guint                   n_plans = 0;
  const TalRecord *const *plans =
      tal_catalogue_get_records (tal_workspace_get_catalogue (fixture->workspace), TAL_KIND_PLAN,
                                 &n_plans);

  for (guint i = 0; i < n_plans; i++)
    {
      if (g_str_has_prefix (TAL_PLAN (plans[i])->name, name))
        return plans[i]->id;
    }

  g_assert_not_reached ();
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  *fixture = (Fixture){ g_dir_make_tmp ("indsatstal-test-XXXXXX", &error) };
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "bif.indsats", NULL);
  tal_workspace_create_async (fixture->path, NULL, TRUE, NULL, opened_cb, fixture);
  while (fixture->workspace == NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->grid = tal_entry_grid_new ();
  tal_entry_grid_set_workspace (fixture->grid, fixture->workspace);
  tal_entry_grid_set_plan (fixture->grid, find_plan (fixture, PLAN));
  commit_wait_for_all (fixture->workspace);
  g_assert_true (tal_entry_grid_is_loaded (fixture->grid));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->grid));
  tal_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* The row of a goal. */
static guint
find_row (Fixture *fixture, const char *number)
{
  for (guint i = 0; i < tal_entry_grid_get_n_rows (fixture->grid); i++)
    {
      if (!tal_entry_grid_is_heading (fixture->grid, i) &&
          g_str_equal (tal_entry_grid_get_number (fixture->grid, i), number))
        return i;
    }

  g_assert_not_reached ();
}

static void
assert_cell (Fixture *fixture, const char *goal, guint column, const char *text)
{
  g_auto (TalEntryCell) cell = { NULL };
  g_autoptr (GString)   plain = NULL;

  tal_entry_grid_load_cell (fixture->grid, find_row (fixture, goal), column, &cell);
  plain = g_string_new (cell.text);
  g_string_replace (plain, "\u00a0", " ", 0);
  g_assert_cmpstr (plain->str, ==, text);
}

static TalEntryMarks
get_marks (Fixture *fixture, const char *goal, guint column)
{
  g_auto (TalEntryCell) cell = { NULL };

  tal_entry_grid_load_cell (fixture->grid, find_row (fixture, goal), column, &cell);
  return cell.marks;
}

static gboolean
type (Fixture *fixture, const char *goal, guint column, const char *text)
{
  return tal_entry_grid_type (fixture->grid, find_row (fixture, goal), column, text);
}

static void
test_rows_are_goals_under_their_initiatives (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *summary = NULL;

  g_assert_cmpuint (tal_entry_grid_get_n_rows (fixture->grid), ==, 16);
  g_assert_true (tal_entry_grid_is_heading (fixture->grid, 0));
  summary = tal_entry_grid_dup_summary (fixture->grid, 0);
  g_assert_cmpstr (summary, ==, "2 af 3");

  assert_cell (fixture, "1", NUMERATOR, "545");
  assert_cell (fixture, "1", DENOMINATOR, ".");
  assert_cell (fixture, "1", RESULT, "545");
  assert_cell (fixture, "2", NUMERATOR, "268");
  assert_cell (fixture, "2", DENOMINATOR, "545");
  assert_cell (fixture, "2", RESULT, "49 pct.");
  assert_cell (fixture, "5", NUMERATOR, "179");
  assert_cell (fixture, "5", DENOMINATOR, "348");
  assert_cell (fixture, "5", RESULT, "51 pct.");
  assert_cell (fixture, "5", VERDICT, "Ikke opnået");
}

static void
test_a_denominator_that_is_another_goals_says_whose (Fixture *fixture, gconstpointer unused)
{
  g_auto (TalEntryCell) cell = { NULL };
  guint                 row = find_row (fixture, "5");

  tal_entry_grid_load_cell (fixture->grid, row, DENOMINATOR, &cell);
  g_assert_cmpstr (cell.source, ==, "=4");
  g_assert_cmpstr (cell.name, ==, "Mål 5, nævner");
  g_assert_cmpstr (cell.message, ==, "Det er tallet fra mål 4. Ret det der.");
  g_assert_false (tal_entry_grid_is_editable (fixture->grid, row, DENOMINATOR));
}

static void
test_what_is_typed_is_stored_and_computed_from (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (type (fixture, "5", NUMERATOR, "280*"));
  g_assert_true (get_marks (fixture, "5", NUMERATOR) & TAL_ENTRY_PENDING);
  commit_wait_for_all (fixture->workspace);

  assert_cell (fixture, "5", NUMERATOR, "280*");
  g_assert_false (get_marks (fixture, "5", NUMERATOR) & TAL_ENTRY_PENDING);
  assert_cell (fixture, "5", RESULT, "80 pct.*");
  assert_cell (fixture, "5", STATE, "Foreløbig");
  g_assert_nonnull (strstr (tal_workspace_get_undo_label (fixture->workspace), "179"));

  g_assert_true (type (fixture, "5", STATE, "e"));
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "5", STATE, "Endelig");
  assert_cell (fixture, "5", NUMERATOR, "280");
}

static void
test_a_share_is_both_its_counts (Fixture *fixture, gconstpointer unused)
{
  g_assert_true (type (fixture, "5", NUMERATOR, "200/348"));
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "5", NUMERATOR, "200");

  /* The denominator is goal 4's. */
  g_assert_false (type (fixture, "5", NUMERATOR, "200/350"));
  assert_cell (fixture, "4", NUMERATOR, "348");
}

static void
test_what_is_refused_stays_until_it_is_corrected (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *typed;
    const char *reason;
  } cases[] = {
    { "mange", "”mange” er ikke et tal." },
    { "1,5", "Et antal kan ikke have decimaler." },
    { "-4", "Værdien kan ikke være negativ." },
    { "349", "Tælleren (349) er større end nævneren (348)." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (TalEntryCell) cell = { NULL };

      g_test_message ("%s", cases[i].typed);
      g_assert_false (type (fixture, "5", NUMERATOR, cases[i].typed));
      tal_entry_grid_load_cell (fixture->grid, find_row (fixture, "5"), NUMERATOR, &cell);
      g_assert_cmpstr (cell.text, ==, cases[i].typed);
      g_assert_cmpstr (cell.message, ==, cases[i].reason);
      g_assert_true (cell.marks & TAL_ENTRY_REFUSED);
      g_assert_cmpuint (tal_entry_grid_count_refused (fixture->grid), ==, 1);
    }

  /* Another mode and back, and it is still there. */
  tal_entry_grid_set_mode (fixture->grid, TAL_ENTRY_MODE_SERIES);
  tal_entry_grid_set_mode (fixture->grid, TAL_ENTRY_MODE_GOALS);
  assert_cell (fixture, "5", NUMERATOR, "349");
  g_assert_true (tal_entry_grid_revert (fixture->grid, find_row (fixture, "5"), NUMERATOR));
  assert_cell (fixture, "5", NUMERATOR, "179");
  g_assert_cmpuint (tal_entry_grid_count_refused (fixture->grid), ==, 0);
}

/* The first rows of goals 2 and 5, whose numerators stand over one another but for a heading. */
static TalEntryPaste *
paste_at (Fixture *fixture, const char *goal, guint column, const char *text)
{
  TalEntryRange at = { find_row (fixture, goal), column, 1, 1 };

  return tal_entry_paste_new (fixture->grid, &at, tal_cell_block_parse (text));
}

static void
test_a_block_is_pasted_past_headings_in_one_step (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalEntryPaste) paste = paste_at (fixture, "3", NUMERATOR, "111\n349*\n180\n");

  g_assert_cmpuint (tal_entry_paste_get_n_values (paste), ==, 3);
  g_assert_cmpuint (tal_entry_paste_get_n_refused (paste), ==, 0);
  tal_entry_paste_store (paste);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "3", NUMERATOR, "111");
  assert_cell (fixture, "4", NUMERATOR, "349*");
  assert_cell (fixture, "5", NUMERATOR, "180");
  g_assert_cmpstr (tal_workspace_get_undo_label (fixture->workspace), ==, "3 værdier er indsat");
}

static void
test_what_cannot_be_read_in_a_block_is_left_out (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalEntryPaste) paste = paste_at (fixture, "2", NUMERATOR, "300\t\n269\tnok\n");

  /* Goal 3's denominator is goal 2's numerator, so that its text takes no part. */
  g_assert_cmpuint (tal_entry_paste_get_n_refused (paste), ==, 0);
  g_clear_pointer (&paste, tal_entry_paste_free);

  paste = paste_at (fixture, "2", NUMERATOR, "600\n290\nmange\n");
  g_assert_cmpuint (tal_entry_paste_get_n_values (paste), ==, 3);
  g_assert_cmpuint (tal_entry_paste_get_n_refused (paste), ==, 2);
  g_assert_cmpstr (tal_entry_paste_get_reason (paste, 0, 0), ==,
                   "Tælleren (600) er større end nævneren (545).");
  g_assert_null (tal_entry_paste_get_reason (paste, 1, 0));
  g_assert_cmpstr (tal_entry_paste_get_reason (paste, 2, 0), ==, "”mange” er ikke et tal.");
  tal_entry_paste_store (paste);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "2", NUMERATOR, "268");
  assert_cell (fixture, "3", NUMERATOR, "290");
  assert_cell (fixture, "4", NUMERATOR, "348");
}

static void
test_what_lies_outside_the_grid_is_said (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalEntryPaste) paste = paste_at (fixture, "11", NUMERATOR, "1\n2\n");

  g_assert_cmpuint (tal_entry_paste_get_n_values (paste), ==, 2);
  g_assert_nonnull (tal_entry_paste_get_reason (paste, 1, 0));
}

static void
test_headings_say_which_column_is_meant (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (TalEntryPaste) paste =
      paste_at (fixture, "4", NUMERATOR, "Opgørelse\tTæller\nForeløbig\t350\n");

  g_assert_true (tal_entry_paste_get_headings (paste));
  g_assert_cmpuint (tal_entry_paste_get_n_refused (paste), ==, 0);
  tal_entry_paste_store (paste);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "4", NUMERATOR, "350*");
  assert_cell (fixture, "4", STATE, "Foreløbig");

  tal_entry_paste_set_headings (paste, FALSE);
  g_assert_cmpuint (tal_entry_paste_get_n_refused (paste), >, 0);
}

/* Whatever block is copied: pasted again where it was, it changes nothing. */
static void
test_a_copy_pasted_again_changes_nothing (Fixture *fixture, gconstpointer unused)
{
  guint n_rows = tal_entry_grid_get_n_rows (fixture->grid);

  for (guint i = 0; i < 200; i++)
    {
      TalEntryRange             range = { (guint)g_test_rand_int_range (0, (gint32)n_rows),
                                          (guint)g_test_rand_int_range (0, TAL_N_ENTRY_COLUMNS) };
      g_autoptr (TalEntryPaste) paste = NULL;
      g_autoptr (TalCellBlock)  copied = NULL;
      g_autofree char          *tabs = NULL;

      range.n_rows = (guint)g_test_rand_int_range (1, (gint32)(n_rows - range.row) + 1);
      range.n_columns =
          (guint)g_test_rand_int_range (1, TAL_N_ENTRY_COLUMNS - (gint32)range.column + 1);
      copied = tal_entry_grid_copy (fixture->grid, &range);
      if (tal_cell_block_get_n_rows (copied) == 0)
        continue;
      tabs = tal_cell_block_to_tabs (copied);
      paste = tal_entry_paste_new (fixture->grid, &range, tal_cell_block_parse (tabs));
      g_assert_cmpuint (tal_entry_paste_get_n_refused (paste), ==, 0);
      tal_entry_paste_store (paste);
      commit_wait_for_all (fixture->workspace);
      g_assert_null (tal_workspace_get_undo_label (fixture->workspace));
    }
}

static void
test_a_block_is_cleared_filled_and_marked (Fixture *fixture, gconstpointer unused)
{
  TalEntryRange    range = { find_row (fixture, "1"), NUMERATOR, 3, 1 };
  g_autofree char *sum = tal_entry_grid_dup_sum (fixture->grid, &range);

  g_assert_cmpstr (sum, ==, "Summen: 923");
  tal_entry_grid_toggle_state (fixture->grid, &range);
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpstr (tal_workspace_get_undo_label (fixture->workspace), ==,
                   "3 tal er markeret som foreløbige");
  assert_cell (fixture, "2", NUMERATOR, "268*");
  tal_entry_grid_toggle_state (fixture->grid, &range);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "2", NUMERATOR, "268");

  tal_entry_grid_fill_down (fixture->grid, &range);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "3", NUMERATOR, "545");

  tal_entry_grid_clear (fixture->grid, &range);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "1", NUMERATOR, "");
  g_assert_true (get_marks (fixture, "1", NUMERATOR) & TAL_ENTRY_EXPECTED);
  g_free (sum);
  sum = tal_entry_grid_dup_sum (fixture->grid, &range);
  g_assert_cmpstr (sum, ==, "3 celler mangler");
}

static void
test_a_remark_is_kept_with_its_figure (Fixture *fixture, gconstpointer unused)
{
  guint row = find_row (fixture, "4");

  g_assert_false (get_marks (fixture, "4", NUMERATOR) & TAL_ENTRY_NOTED);
  tal_entry_grid_set_note (fixture->grid, row, NUMERATOR, "Optalt to gange.");
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpstr (tal_entry_grid_get_note (fixture->grid, row, NUMERATOR), ==, "Optalt to gange.");
  g_assert_true (get_marks (fixture, "4", NUMERATOR) & TAL_ENTRY_NOTED);
}

/* Whether some cell of the goal in that column has a sentence with these words. */
static gboolean
has_problem (Fixture *fixture, const char *goal, guint column, const char *words)
{
  g_autoptr (GArray) problems = tal_entry_grid_list_problems (fixture->grid);

  for (guint i = 0; i < problems->len; i++)
    {
      const TalEntryProblem *each = &g_array_index (problems, TalEntryProblem, i);

      if (each->row == find_row (fixture, goal) && each->column == column &&
          strstr (each->sentence, words) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
test_a_careful_reader_asks_about_cells (Fixture *fixture, gconstpointer unused)
{
  g_assert_false (has_problem (fixture, "1", NUMERATOR, "afsluttet"));
  g_assert_false (has_problem (fixture, "11", VERDICT, "resultat"));

  /* A goal without a result when its year is over. */
  g_assert_true (type (fixture, "11", NUMERATOR, ""));
  commit_wait_for_all (fixture->workspace);
  g_assert_true (has_problem (fixture, "11", VERDICT, "intet resultat"));
  g_assert_true (get_marks (fixture, "11", VERDICT) & TAL_ENTRY_WARNED);

  /* A target that was moved when its result was final. */
  commit_wait (fixture->workspace, commit_new_target (fixture->workspace, "Minimum 350 ", 300));
  commit_wait_for_all (fixture->workspace);
  g_assert_true (has_problem (fixture, "1", VERDICT, "efter den endelige opgørelse for 2023"));

  g_assert_false (type (fixture, "5", NUMERATOR, "mange"));
  g_assert_true (has_problem (fixture, "5", NUMERATOR, "mange"));
}

static void
test_a_figure_is_kept_until_it_is_another (Fixture *fixture, gconstpointer unused)
{
  TalEntryRange range = { find_row (fixture, "1"), NUMERATOR, 1, 1 };
  TalPeriod     period;

  g_assert_true (tal_period_parse ("2024", &period, NULL));
  tal_entry_grid_set_period (fixture->grid, period);
  g_assert_true (type (fixture, "1", NUMERATOR, "6000"));
  g_assert_false (tal_entry_grid_can_keep (fixture->grid, range.row, NUMERATOR)); /* not stored */
  commit_wait_for_all (fixture->workspace);
  g_assert_true (get_marks (fixture, "1", NUMERATOR) & TAL_ENTRY_WARNED);
  g_assert_true (tal_entry_grid_can_keep (fixture->grid, range.row, NUMERATOR));
  tal_entry_grid_keep (fixture->grid, &range, TRUE);
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpint (get_marks (fixture, "1", NUMERATOR) & (TAL_ENTRY_WARNED | TAL_ENTRY_KEPT), ==,
                   TAL_ENTRY_KEPT);
  g_assert_true (type (fixture, "1", NUMERATOR, "6001"));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpint (get_marks (fixture, "1", NUMERATOR) & (TAL_ENTRY_WARNED | TAL_ENTRY_KEPT), ==,
                   TAL_ENTRY_WARNED);
}

static void
test_a_new_period_can_be_chosen_and_entered (Fixture *fixture, gconstpointer unused)
{
  TalPeriod     period;
  const GArray *periods = NULL;

  g_assert_true (tal_period_parse ("2024", &period, NULL));
  tal_entry_grid_set_period (fixture->grid, period);
  assert_cell (fixture, "1", NUMERATOR, "");
  g_assert_true (type (fixture, "1", NUMERATOR, "600"));
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "1", NUMERATOR, "600");

  periods = tal_entry_grid_get_periods (fixture->grid);
  g_assert_true (
      tal_period_is_equal (g_array_index (periods, TalPeriod, periods->len - 1), period));
  tal_entry_grid_set_mode (fixture->grid, TAL_ENTRY_MODE_SERIES);
  g_assert_cmpuint (tal_entry_grid_get_n_columns (fixture->grid), ==, periods->len);
}

static void
changed_cb (GObject *object, GAsyncResult *result, gpointer unused)
{
  g_autoptr (GError) error = NULL;

  tal_workspace_change_finish (TAL_WORKSPACE (object), result, &error);
  g_assert_no_error (error);
}

static void
change_closing (Fixture *fixture, TalChangeMaker maker, const char *reason)
{
  TalClosingRequest request = { tal_entry_grid_get_plan (fixture->grid),
                                tal_entry_grid_get_period (fixture->grid), TODAY, reason };

  tal_workspace_change_async (fixture->workspace, maker, tal_closing_request_copy (&request),
                              (GDestroyNotify)tal_closing_request_free, NULL, changed_cb, NULL);
  commit_wait_for_all (fixture->workspace);
  commit_wait_for_all (fixture->workspace);
}

static void
refused_cb (char **ret_sentence, const char *sentence)
{
  g_free (*ret_sentence);
  *ret_sentence = g_strdup (sentence);
}

static void
test_a_closed_period_cannot_be_changed (Fixture *fixture, gconstpointer unused)
{
  guint            row = find_row (fixture, "2");
  TalEntryRange    range = { row, NUMERATOR, 1, 1 };
  g_autofree char *said = NULL;

  g_signal_connect_swapped (fixture->grid, "failed", G_CALLBACK (refused_cb), &said);
  g_assert_null (tal_entry_grid_find_closing (fixture->grid));
  g_assert_false (tal_entry_grid_is_row_locked (fixture->grid, row));
  change_closing (fixture, tal_closing_edit_close, NULL);

  g_assert_nonnull (tal_entry_grid_find_closing (fixture->grid));
  g_assert_true (tal_entry_grid_is_row_locked (fixture->grid, row));
  g_assert_false (tal_entry_grid_is_editable (fixture->grid, row, NUMERATOR));
  g_assert_false (tal_entry_grid_is_editable (fixture->grid, row, STATE));
  g_assert_true (get_marks (fixture, "2", NUMERATOR) & TAL_ENTRY_LOCKED);
  g_assert_nonnull (strstr (tal_entry_grid_get_lock (fixture->grid, row, NUMERATOR), "Lås"));
  tal_entry_grid_clear (fixture->grid, &range);
  g_assert_cmpstr (said, ==, tal_entry_grid_get_lock (fixture->grid, row, NUMERATOR));
  g_clear_pointer (&said, g_free);
  tal_entry_grid_toggle_state (fixture->grid, &range);
  g_assert_nonnull (said);
  commit_wait_for_all (fixture->workspace);
  assert_cell (fixture, "2", NUMERATOR, "268");
  assert_cell (fixture, "2", STATE, "Endelig");

  change_closing (fixture, tal_closing_edit_reopen, "Et tal var forkert");
  g_assert_null (tal_entry_grid_find_closing (fixture->grid));
  g_assert_true (type (fixture, "2", NUMERATOR, "269"));
  commit_wait_for_all (fixture->workspace);
}

static void
test_only_the_cells_of_a_closed_period_are_locked (Fixture *fixture, gconstpointer unused)
{
  guint     n_locked = 0;
  guint     n_open = 0;
  TalPeriod later;

  change_closing (fixture, tal_closing_edit_close, NULL);
  g_assert_true (tal_period_parse ("2024", &later, NULL));
  tal_entry_grid_add_period (fixture->grid, later);
  tal_entry_grid_set_mode (fixture->grid, TAL_ENTRY_MODE_SERIES);
  for (guint row = 0; row < tal_entry_grid_get_n_rows (fixture->grid); row++)
    {
      if (tal_entry_grid_is_heading (fixture->grid, row))
        continue;
      g_assert_false (tal_entry_grid_is_row_locked (fixture->grid, row));
      for (guint column = 0; column < tal_entry_grid_get_n_columns (fixture->grid); column++)
        {
          g_auto (TalEntryCell) cell = { NULL };

          tal_entry_grid_load_cell (fixture->grid, row, column, &cell);
          n_locked += cell.marks & TAL_ENTRY_PADLOCK ? 1 : 0;
          n_open += cell.marks & TAL_ENTRY_EDITABLE ? 1 : 0;
        }
    }

  g_assert_cmpuint (n_locked, >, 0);
  g_assert_cmpuint (n_open, >, 0);
}

static void
test_goals_without_a_result_are_counted (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpuint (tal_entry_grid_count_unreported (fixture->grid), ==, 0);
  g_assert_true (type (fixture, "11", NUMERATOR, ""));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (tal_entry_grid_count_unreported (fixture->grid), ==, 1);
}

int
main (int argc, char **argv)
{
  tal_language_init ();
  g_test_init (&argc, &argv, NULL);

#define TEST(claim, function) \
  g_test_add ("/model/entry-grid/" claim, Fixture, NULL, set_up, function, tear_down)
  TEST ("rows-are-goals-under-their-initiatives", test_rows_are_goals_under_their_initiatives);
  TEST ("a-denominator-that-is-another-goals-says-whose",
        test_a_denominator_that_is_another_goals_says_whose);
  TEST ("what-is-typed-is-stored-and-computed-from",
        test_what_is_typed_is_stored_and_computed_from);
  TEST ("a-share-is-both-its-counts", test_a_share_is_both_its_counts);
  TEST ("what-is-refused-stays-until-it-is-corrected",
        test_what_is_refused_stays_until_it_is_corrected);
  TEST ("a-block-is-pasted-past-headings-in-one-step",
        test_a_block_is_pasted_past_headings_in_one_step);
  TEST ("what-cannot-be-read-in-a-block-is-left-out",
        test_what_cannot_be_read_in_a_block_is_left_out);
  TEST ("what-lies-outside-the-grid-is-said", test_what_lies_outside_the_grid_is_said);
  TEST ("headings-say-which-column-is-meant", test_headings_say_which_column_is_meant);
  TEST ("a-copy-pasted-again-changes-nothing", test_a_copy_pasted_again_changes_nothing);
  TEST ("a-block-is-cleared-filled-and-marked", test_a_block_is_cleared_filled_and_marked);
  TEST ("a-remark-is-kept-with-its-figure", test_a_remark_is_kept_with_its_figure);
  TEST ("a-careful-reader-asks-about-cells", test_a_careful_reader_asks_about_cells);
  TEST ("a-figure-is-kept-until-it-is-another", test_a_figure_is_kept_until_it_is_another);
  TEST ("a-closed-period-cannot-be-changed", test_a_closed_period_cannot_be_changed);
  TEST ("only-the-cells-of-a-closed-period-are-locked",
        test_only_the_cells_of_a_closed_period_are_locked);
  TEST ("goals-without-a-result-are-counted", test_goals_without_a_result_are_counted);
  TEST ("a-new-period-can-be-chosen-and-entered", test_a_new_period_can_be_chosen_and_entered);
#undef TEST

  return g_test_run ();
}
