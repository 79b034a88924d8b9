/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a chart asks again, and when it leaves its answer alone. */

#include "model/tal-chart-source.h"
#include "model/tal-language.h"
#include "support/commit.h"

#include <glib/gstdio.h>
#include <string.h>

#define PARTS "Aktivitetsparate kontanthjælpsmodtagere"
#define OTHERS "Revalidering"
#define TOTAL "I alt (ekskl. beskæftigede fleksjobvisiterede)"

/* A chart of the example, and how often it has said that it is another. */
typedef struct
{
  char           *folder;
  char           *path;
  TalWorkspace   *workspace;
  TalChartSource *source;
  guint           n_changed;
  guint           n_committed;
} Fixture;

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture           *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->workspace = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
committed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  tal_workspace_commit_finish (TAL_WORKSPACE (object), result, &error);
  g_assert_no_error (error);
  ((Fixture *)user_data)->n_committed++;
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

  fixture->source = tal_chart_source_new ();
  g_signal_connect_swapped (fixture->source, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->source));
  tal_workspace_close (fixture->workspace);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
set_request (Fixture *fixture, TalChartKind kind, const char *name)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (TalId));
  TalChartRequest    request = { .kind = kind, .series = series };

  if (name != NULL)
    g_array_append_val (series, commit_find_series (fixture->workspace, name)->record.id);
  tal_chart_source_set_request (fixture->source, &request);
}

/* The answer is there, and nobody has heard of it yet. */
static void
show (Fixture *fixture, TalChartKind kind, const char *name)
{
  set_request (fixture, kind, name);
  tal_chart_source_set_workspace (fixture->source, fixture->workspace);
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  fixture->n_changed = 0;
}

static TalChartValue
get_last (const TalChartSpec *spec)
{
  g_assert_nonnull (spec);
  g_assert_cmpuint (spec->positions->len, >, 0);
  return tal_chart_series_get (tal_chart_spec_get_series (spec, 0), spec->positions->len - 1);
}

static void
assert_last (Fixture *fixture, gint64 value)
{
  g_assert_cmpint (get_last (tal_chart_source_get_spec (fixture->source)).shown.coefficient, ==,
                   value);
}

static void
test_an_answer_arrives (Fixture *fixture, gconstpointer unused)
{
  set_request (fixture, TAL_CHART_LINE, PARTS);
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_null (tal_chart_source_get_spec (fixture->source));

  tal_chart_source_set_workspace (fixture->source, fixture->workspace);
  g_assert_null (tal_chart_source_get_spec (fixture->source));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_last (fixture, 12124);
  g_assert_null (tal_chart_source_get_problem (fixture->source));
  /* Nothing in it is confidential, so it leaves as it is. */
  g_assert_true (tal_chart_source_get_outgoing_spec (fixture->source) ==
                 tal_chart_source_get_spec (fixture->source));
}

static void
test_a_figure_that_it_rests_on_changes_it_once (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_LINE, PARTS);
  commit_wait (fixture->workspace, commit_new_figure (fixture->workspace, PARTS, "2018-Q4", 11500));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  assert_last (fixture, 11500);
}

static void
test_a_figure_of_a_part_changes_the_total_once (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_LINE, TOTAL);
  commit_wait (fixture->workspace, commit_new_figure (fixture->workspace, PARTS, "2018-Q4", 11500));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
}

static void
test_a_figure_of_another_series_leaves_it_alone (Fixture *fixture, gconstpointer unused)
{
  const TalChartSpec *before = NULL;

  show (fixture, TAL_CHART_LINE, PARTS);
  before = tal_chart_source_get_spec (fixture->source);
  commit_wait (fixture->workspace, commit_new_figure (fixture->workspace, OTHERS, "2018-Q4", 400));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (tal_chart_source_get_spec (fixture->source) == before);
}

static void
test_quick_changes_end_with_the_last (Fixture *fixture, gconstpointer unused)
{
  static const char *const periods[] = { "2018-Q4", "2019-Q4" };

  show (fixture, TAL_CHART_LINE, PARTS);
  for (guint i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autoptr (TalChangeSet) changes =
          commit_new_figure (fixture->workspace, PARTS, periods[i], 11000 + i);

      tal_workspace_commit_async (fixture->workspace, changes, NULL, committed_cb, fixture);
    }
  while (fixture->n_committed < G_N_ELEMENTS (periods))
    g_main_context_iteration (NULL, TRUE);
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, >=, 1);
  g_assert_cmpuint (fixture->n_changed, <=, G_N_ELEMENTS (periods));
  assert_last (fixture, 11001);
}

static void
test_another_name_changes_it_once (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_LINE, PARTS);
  commit_wait (fixture->workspace, commit_new_name (fixture->workspace, PARTS, "Aktivitetsparate"));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_nonnull (
      strstr (tal_chart_source_get_spec (fixture->source)->title, "Aktivitetsparate"));
  g_assert_null (strstr (tal_chart_source_get_spec (fixture->source)->title, PARTS));
}

static void
test_what_cannot_be_drawn_is_said (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_YEARS, NULL);
  g_assert_null (tal_chart_source_get_spec (fixture->source));
  g_assert_null (tal_chart_source_get_outgoing_spec (fixture->source));
  g_assert_cmpstr (tal_chart_source_get_problem (fixture->source), ==,
                   "Der er ingen tal for måneder eller kvartaler i to år her. Nævn en serie, der "
                   "har "
                   "dem.");

  /* It may be there after any change. */
  commit_wait (fixture->workspace, commit_new_figure (fixture->workspace, OTHERS, "2018-Q4", 400));
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_nonnull (tal_chart_source_get_problem (fixture->source));
}

static void
assert_masked (Fixture *fixture, gboolean masked)
{
  TalChartValue shown = get_last (tal_chart_source_get_spec (fixture->source));
  TalChartValue leaving = get_last (tal_chart_source_get_outgoing_spec (fixture->source));

  g_assert_false (shown.masked);
  g_assert_cmpint (leaving.masked, ==, masked);
}

static void
test_small_counts_do_not_leave (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_LINE, PARTS);
  assert_masked (fixture, FALSE);
  commit_wait (fixture->workspace, commit_new_limit (fixture->workspace, PARTS, 5));
  commit_wait (fixture->workspace, commit_new_figure (fixture->workspace, PARTS, "2018-Q4", 3));
  commit_wait_for_all (fixture->workspace);
  assert_masked (fixture, TRUE);
}

/* What is worked out can be confidential though what it is worked out from isn't. */
static void
test_small_sums_do_not_leave (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_LINE, TOTAL);
  assert_masked (fixture, FALSE);
  commit_wait (fixture->workspace, commit_new_limit (fixture->workspace, TOTAL, 100000));
  commit_wait_for_all (fixture->workspace);
  assert_masked (fixture, TRUE);
}

static void
test_without_a_workspace_it_forgets (Fixture *fixture, gconstpointer unused)
{
  show (fixture, TAL_CHART_LINE, PARTS);
  tal_chart_source_set_workspace (fixture->source, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_null (tal_chart_source_get_spec (fixture->source));

  /* An answer that was on its way when it was let go is nobody's. */
  tal_chart_source_set_workspace (fixture->source, fixture->workspace);
  tal_chart_source_set_workspace (fixture->source, NULL);
  commit_wait_for_all (fixture->workspace);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_null (tal_chart_source_get_spec (fixture->source));
}

/* Its answer finds nobody, and is freed. */
static void
test_it_may_end_before_its_answer (Fixture *fixture, gconstpointer unused)
{
  TalChartSource *source = tal_chart_source_new ();

  g_object_add_weak_pointer (G_OBJECT (source), (gpointer *)&source);
  g_object_unref (fixture->source);
  fixture->source = source;
  g_signal_connect_swapped (source, "changed", G_CALLBACK (changed_cb), fixture);
  show (fixture, TAL_CHART_LINE, PARTS);
  set_request (fixture, TAL_CHART_LINE, OTHERS);
  g_signal_handlers_disconnect_by_func (source, changed_cb, fixture);
  g_object_unref (source);
  commit_wait_for_all (fixture->workspace);
  g_assert_null (source);
  fixture->source = tal_chart_source_new ();
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  tal_language_init ();
  g_test_init (&argc, &argv, NULL);

  ADD ("/model/chart-source/an-answer-arrives", test_an_answer_arrives);
  ADD ("/model/chart-source/a-figure-that-it-rests-on-changes-it-once",
       test_a_figure_that_it_rests_on_changes_it_once);
  ADD ("/model/chart-source/a-figure-of-a-part-changes-the-total-once",
       test_a_figure_of_a_part_changes_the_total_once);
  ADD ("/model/chart-source/a-figure-of-another-series-leaves-it-alone",
       test_a_figure_of_another_series_leaves_it_alone);
  ADD ("/model/chart-source/quick-changes-end-with-the-last", test_quick_changes_end_with_the_last);
  ADD ("/model/chart-source/another-name-changes-it-once", test_another_name_changes_it_once);
  ADD ("/model/chart-source/what-cannot-be-drawn-is-said", test_what_cannot_be_drawn_is_said);
  ADD ("/model/chart-source/small-counts-do-not-leave", test_small_counts_do_not_leave);
  ADD ("/model/chart-source/small-sums-do-not-leave", test_small_sums_do_not_leave);
  ADD ("/model/chart-source/without-a-workspace-it-forgets", test_without_a_workspace_it_forgets);
  ADD ("/model/chart-source/it-may-end-before-its-answer", test_it_may_end_before_its_answer);
  return g_test_run ();
}
