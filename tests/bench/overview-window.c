/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The program itself, which opens a collection, scrolls through its overview, and says in one
 * line what that took: microseconds to the first frame, to the first one with the overview, KiB
 * of memory when it is at rest, and microseconds of our own in the worst step of scrolling, of the
 * worst and of an average step as a whole.
 *
 * A step is what this thread works from where it is scrolled until everything is placed and what
 * is painted from is made.  Our own is what the list of the overview does of it, with all that it
 * calls; the whole is also what the toolkit does meanwhile for styles and for the window.
 */

#include "bench/first-frame.h"
#include "ui/application/tal-application.h"
#include "ui/overview/tal-overview-list.h"
#include "ui/overview/tal-overview-page.h"
#include "ui/window/tal-window.h"

#include <time.h>

#define REST_MILLISECONDS 1500
#define STEPS 150
#define STEP 100.0

typedef struct
{
  GtkApplication *application;
  GtkWindow      *window;
  gint64          first;
  gint64          overview;
  gint64          memory;
  GtkWidget      *scroller;
  gint64          started; /* the step that is on its way; 0 for none */
  gint64          worst_own;
  gint64          worst;
  gint64          total;
  guint           n_steps;
} Watch;

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* What this thread has worked, in microseconds: others use the machine too. */
static gint64
get_worked (void)
{
  struct timespec worked = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return worked.tv_sec * G_TIME_SPAN_SECOND + worked.tv_nsec / 1000;
}

/* What the list does when it is asked, before it is watched. */
static GtkWidgetClass unwatched;
/* Since the step began. */
static gint64 own;

static void
watched_size_allocate (GtkWidget *list, int width, int height, int baseline)
{
  gint64 started = get_worked ();

  unwatched.size_allocate (list, width, height, baseline);
  own += get_worked () - started;
}

static void
watched_snapshot (GtkWidget *list, GtkSnapshot *snapshot)
{
  gint64 started = get_worked ();

  unwatched.snapshot (list, snapshot);
  own += get_worked () - started;
}

static void
watched_measure (GtkWidget     *list,
                 GtkOrientation orientation,
                 int            for_size,
                 int           *minimum,
                 int           *natural,
                 int           *minimum_baseline,
                 int           *natural_baseline)
{
  gint64 started = get_worked ();

  unwatched.measure (list, orientation, for_size, minimum, natural, minimum_baseline,
                     natural_baseline);
  own += get_worked () - started;
}

static void
watch_list (void)
{
  GtkWidgetClass *list = g_type_class_ref (TAL_TYPE_OVERVIEW_LIST);

  unwatched = *list;
  list->measure = watched_measure;
  list->size_allocate = watched_size_allocate;
  list->snapshot = watched_snapshot;
}

static void
report (Watch *watch)
{
  gint64 average = watch->total / MAX (watch->n_steps, 1);

  g_print ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
           " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
           watch->first, watch->overview, watch->memory, watch->worst_own, watch->worst, average);
  g_application_quit (G_APPLICATION (watch->application));
}

/* Everything stands where it is to be painted: what it is drawn from is made, and kept for that.
 * Making pixels of it is the toolkit's. */
static void
laid_out_cb (GdkFrameClock *clock, Watch *watch)
{
  GtkWidget *child = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (watch->scroller));
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  gint64                  worked = 0;

  if (watch->started == 0)
    return;

  gtk_widget_snapshot_child (watch->scroller, child, snapshot);
  worked = get_worked () - watch->started;
  watch->started = 0;
  watch->worst_own = MAX (watch->worst_own, own);
  watch->worst = MAX (watch->worst, worked);
  watch->total += worked;
  if (++watch->n_steps == STEPS)
    report (watch);
}

static gboolean
stepped_cb (GtkWidget *scroller, GdkFrameClock *clock, gpointer user_data)
{
  Watch         *watch = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double         before = gtk_adjustment_get_value (adjustment);

  watch->started = get_worked ();
  gtk_adjustment_set_value (adjustment, before + STEP);
  own = get_worked () - watch->started;
  /* A list that ends sooner has fewer steps. */
  if (gtk_adjustment_get_value (adjustment) > before)
    return G_SOURCE_CONTINUE;

  report (watch);
  return G_SOURCE_REMOVE;
}

static gboolean
rested_cb (gpointer user_data)
{
  Watch     *watch = user_data;
  GtkWidget *page = find_widget (GTK_WIDGET (watch->window), TAL_TYPE_OVERVIEW_PAGE);

  watch->memory = first_frame_get_memory ();
  watch->scroller = find_widget (page, GTK_TYPE_SCROLLED_WINDOW);
  g_signal_connect_after (gtk_widget_get_frame_clock (page), "layout", G_CALLBACK (laid_out_cb),
                          watch);
  gtk_widget_add_tick_callback (watch->scroller, stepped_cb, watch, NULL);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (GdkFrameClock *clock, Watch *watch)
{
  if (watch->first == 0)
    watch->first = first_frame_get_age ();
  if (watch->overview != 0 ||
      g_strcmp0 (tal_window_get_page_name (TAL_WINDOW (watch->window)), "overview") != 0)
    return;

  watch->overview = first_frame_get_age ();
  g_timeout_add (REST_MILLISECONDS, rested_cb, watch);
}

static void
realized_cb (GtkWidget *window, Watch *watch)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb),
                    watch);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Watch *watch)
{
  watch->window = window;
  g_signal_connect_after (window, "realize", G_CALLBACK (realized_cb), watch);
}

int
main (int argc, char **argv)
{
  g_autoptr (TalApplication) application = NULL;
  Watch                      watch = { NULL };

  tal_application_choose_language ();
  watch_list ();
  application = tal_application_new (G_APPLICATION_NON_UNIQUE);
  watch.application = GTK_APPLICATION (application);
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &watch);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
