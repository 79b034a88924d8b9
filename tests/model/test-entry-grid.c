/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entry grid as rows and columns, on the example's plan with eleven goals. */

#include "config.h"

#include "core/tal-plan.h"
#include "model/tal-entry-grid.h"
#include "model/tal-language.h"
#include "support/commit.h"

#include <glib/gstdio.h>
#include <string.h>

#define PLAN "Integrationshandleplanen"
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
#undef TEST

  return g_test_run ();
}
