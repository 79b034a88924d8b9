/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes until every chart on the screen that a figure is in shows it: from the moment
 * the collection says that it is on disk, to the last row and chart of the page of target groups,
 * and the painting of them, against one frame of a screen.  The pages behind it have their part in it.
 */

#include "bench/ratio.h"
#include "support/commit.h"
#include "ui/charts/tal-chart-card.h"
#include "ui/charts/tal-chart-view.h"
#include "ui/figures/tal-caseload-row.h"
#include "ui/tal-test-stage.h"

#define SERIES "Aktivitetsparate kontanthjælpsmodtagere"
/* What it is a part of. */
#define TOTAL "I alt (ekskl. beskæftigede fleksjobvisiterede)"
#define PERIOD "2018-Q4"
#define VALUE 11500
#define ROUNDS 61
/* Of a screen that shows sixty a second, in microseconds. */
#define FRAME 16667

enum
{
  VIEW_CHART,
  VIEW_ROW,
  VIEW_TOTAL,
  N_VIEWS
};

typedef struct
{
  TalTestStage        stage;
  TalChartView       *views[N_VIEWS]; /* those that the figure is in */
  const TalChartSpec *shown[N_VIEWS]; /* before it was changed */
  guint               n_painted[N_VIEWS];
  gint64              started;
  gint64              frame;   /* when the frame that is drawn now began */
  gint64              painted; /* in all frames since */
} Bench;

static TalWorkspace *
get_workspace (Bench *bench)
{
  return tal_window_get_workspace (bench->stage.window);
}

/* The first that is told of a change. */
static void
statuses_changed_cb (Bench *bench)
{
  bench->started = g_get_monotonic_time ();
}

static void
before_paint_cb (Bench *bench)
{
  bench->frame = g_get_monotonic_time ();
}

static void
after_paint_cb (Bench *bench)
{
  bench->painted += g_get_monotonic_time () - bench->frame;
}

static TalChartView *
find_view (GtkWidget *root)
{
  g_autoptr (GPtrArray) found = tal_test_stage_list_widgets (root, TAL_TYPE_CHART_VIEW);

  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_index (found, 0);
}

static TalChartView *
find_row (Bench *bench, const char *series)
{
  g_autoptr (GPtrArray) rows =
      tal_test_stage_list_widgets (GTK_WIDGET (bench->stage.window), TAL_TYPE_CASELOAD_ROW);
  TalId id = commit_find_series (get_workspace (bench), series)->record.id;

  for (guint i = 0; i < rows->len; i++)
    {
      if (tal_id_is_equal (tal_caseload_row_get_series (g_ptr_array_index (rows, i)), id))
        return find_view (g_ptr_array_index (rows, i));
    }
  g_error ("There is no row for “%s”.", series);
}

static TalChartView *
find_chart (Bench *bench)
{
  g_autoptr (GPtrArray) cards =
      tal_test_stage_list_widgets (GTK_WIDGET (bench->stage.window), TAL_TYPE_CHART_CARD);

  for (guint i = 0; i < cards->len; i++)
    {
      if (gtk_widget_get_mapped (g_ptr_array_index (cards, i)))
        return find_view (g_ptr_array_index (cards, i));
    }
  g_error ("There is no chart.");
}

static gboolean
is_answered (Bench *bench)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      if (tal_chart_view_get_spec (bench->views[i]) == bench->shown[i])
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_painted (gpointer user_data)
{
  Bench *bench = user_data;

  for (guint i = 0; i < N_VIEWS; i++)
    {
      if (tal_chart_view_get_n_paintings (bench->views[i]) == bench->n_painted[i])
        return FALSE;
    }
  return TRUE;
}

/* What is shown is kept, so that its place in memory is no other's. */
static void
remember (Bench *bench)
{
  for (guint i = 0; i < N_VIEWS; i++)
    {
      bench->shown[i] = tal_chart_spec_ref (tal_chart_view_get_spec (bench->views[i]));
      bench->n_painted[i] = tal_chart_view_get_n_paintings (bench->views[i]);
    }
}

static void
forget (Bench *bench)
{
  for (guint i = 0; i < N_VIEWS; i++)
    tal_chart_spec_unref ((TalChartSpec *)bench->shown[i]);
}

static void
repeated_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *label = tal_workspace_undo_finish (TAL_WORKSPACE (object), result, &error);

  g_assert_no_error (error);
  g_assert_nonnull (label);
}

/* Takes the figure back, or puts it there again; until every chart has its answer, and then as
 * long as it took to draw them. */
static gint64
measure_update (Bench *bench, gboolean back)
{
  gint64 answered;

  tal_test_stage_show_frame (GTK_WIDGET (bench->views[VIEW_CHART]));
  remember (bench);
  if (back)
    tal_workspace_undo_async (get_workspace (bench), NULL, repeated_cb, NULL);
  else
    tal_workspace_redo_async (get_workspace (bench), NULL, repeated_cb, NULL);
  bench->started = 0;
  while (bench->started == 0 || !is_answered (bench))
    g_main_context_iteration (NULL, TRUE);
  answered = g_get_monotonic_time ();
  bench->painted = 0;
  tal_test_stage_wait (is_painted, bench);
  forget (bench);
  return answered - bench->started + bench->painted;
}

static void
open_page (Bench *bench)
{
  GdkFrameClock *clock = NULL;

  tal_test_stage_open (&bench->stage);
  tal_window_show_destination (bench->stage.window, TAL_DESTINATION_TARGET_GROUPS);
  commit_wait_for_all (get_workspace (bench));
  commit_wait (get_workspace (bench),
               commit_new_figure (get_workspace (bench), SERIES, PERIOD, VALUE));
  commit_wait_for_all (get_workspace (bench));
  bench->views[VIEW_CHART] = find_chart (bench);
  bench->views[VIEW_ROW] = find_row (bench, SERIES);
  bench->views[VIEW_TOTAL] = find_row (bench, TOTAL);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->stage.window));
  g_signal_connect_swapped (get_workspace (bench), "notify::statuses",
                            G_CALLBACK (statuses_changed_cb), bench);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
}

int
main (int argc, char **argv)
{
  Bench  bench = { { NULL } };
  gint64 update = G_MAXINT64;

  if (!tal_test_stage_init (&argc, &argv))
    return 0;

  open_page (&bench);
  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 measured = measure_update (&bench, round % 2 == 0);

      ratio_keep_least (&update, measured);
    }
  tal_test_stage_close (&bench.stage);
  return ratio_report ("a figure in every chart that it is in / a frame", update, FRAME, 1000) ? 0
                                                                                               : 1;
}
