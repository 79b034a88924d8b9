/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a frame costs while the pointer moves over a chart of 10,000 figures, against a frame in
 * which nothing but one line moves: the picture of the chart must be kept.
 */

#include "bench/long-chart.h"
#include "bench/ratio.h"
#include "ui/charts/tal-chart-view.h"

#include <adwaita.h>

#define MANY 10000
#define WIDTH 1200
#define HEIGHT 700
#define ROUNDS 11
#define FRAMES 40

#define BENCH_TYPE_LINE (bench_line_get_type ())

G_DECLARE_FINAL_TYPE (BenchLine, bench_line, BENCH, LINE, GtkWidget)

/* One line that moves. */
struct _BenchLine
{
  GtkWidget parent_instance;

  float x;
};

G_DEFINE_FINAL_TYPE (BenchLine, bench_line, GTK_TYPE_WIDGET)

static void
bench_line_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };

  gtk_snapshot_append_color (snapshot, &black,
                             &GRAPHENE_RECT_INIT (BENCH_LINE (widget)->x, 0, 1, HEIGHT));
}

static void
bench_line_class_init (BenchLineClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_line_snapshot;
}

static void
bench_line_init (BenchLine *self)
{
}

typedef struct
{
  GMainLoop          *loop;
  BenchLine          *line;
  TalChartView       *view;
  GtkEventController *pointer; /* of the view */
  gboolean            empty;   /* the frames that are measured now */
  guint               n_frames;
  gint64              started;
  gint64              spent;
} Bench;

/* A pixel on. */
static void
move (Bench *bench)
{
  double x = 200 + (double)bench->n_frames * 3;

  if (bench->empty)
    {
      bench->line->x = (float)x;
      gtk_widget_queue_draw (GTK_WIDGET (bench->line));
    }
  else
    {
      g_signal_emit_by_name (bench->pointer, "motion", x, HEIGHT / 2.0);
    }
}

static void
before_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  bench->started = g_get_monotonic_time ();
  move (bench);
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  /* The first frames make what later ones keep. */
  if (bench->n_frames >= FRAMES / 4)
    bench->spent += g_get_monotonic_time () - bench->started;
  if (++bench->n_frames == FRAMES)
    g_main_loop_quit (bench->loop);
  else
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
}

static gint64
measure_frames (Bench *bench, GtkStack *stack, gboolean empty)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (stack));

  bench->empty = empty;
  bench->n_frames = 0;
  bench->spent = 0;
  gtk_stack_set_visible_child (stack, empty ? GTK_WIDGET (bench->line) : GTK_WIDGET (bench->view));
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_UPDATE);
  g_main_loop_run (bench->loop);
  return bench->spent;
}

static GtkEventController *
find_pointer (TalChartView *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }
  g_error ("The view does not listen to the pointer.");
}

int
main (void)
{
  g_autoptr (TalChartSpec) spec = long_chart_new (MANY);
  Bench                    bench = { 0 };
  GtkWidget               *window = NULL;
  GtkStack                *stack = NULL;
  gint64                   empty = G_MAXINT64;
  gint64                   moving = G_MAXINT64;

  adw_init ();
  bench.loop = g_main_loop_new (NULL, FALSE);
  bench.line = g_object_new (BENCH_TYPE_LINE, NULL);
  bench.view = TAL_CHART_VIEW (tal_chart_view_new ());
  bench.pointer = find_pointer (bench.view);
  tal_chart_view_set_spec (bench.view, spec);
  window = gtk_window_new ();
  stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_child (stack, GTK_WIDGET (bench.line));
  gtk_stack_add_child (stack, GTK_WIDGET (bench.view));
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (stack));
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "before-paint",
                    G_CALLBACK (before_paint_cb), &bench);
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    &bench);

  for (guint round = 0; round < ROUNDS; round++)
    {
      ratio_keep_least (&empty, measure_frames (&bench, stack, TRUE));
      ratio_keep_least (&moving, measure_frames (&bench, stack, FALSE));
    }
  g_assert_cmpuint (tal_chart_view_get_n_paintings (bench.view), <=, ROUNDS);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (bench.loop);
  return ratio_report ("frames under a moving pointer / empty frames", moving, empty, 3000) ? 0 : 1;
}
