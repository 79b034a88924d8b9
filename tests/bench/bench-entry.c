/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entry grid with 2,000 series of 120 months: what a frame of scrolling costs, beside the
 * budget of a frame, and what pasting 10,000 cells costs, beside the same rows by SQL.
 *
 * A step of scrolling is measured in what this thread works, for others use the machine too: the
 * rows and cells that it brings in, and placing all of them.  Pasting is measured by the clock, for
 * it waits for the disk as SQL does: from the text of the clipboard until the grid has painted what
 * is stored.  The rounds of both are interleaved, and the least of each is compared.
 */

#include "config.h"

#include "bench/plain-sql.h"
#include "bench/ratio.h"
#include "core/tal-plan.h"
#include "model/tal-entry-paste.h"
#include "support/commit.h"
#include "ui/results/tal-result-grid.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <time.h>

#define N_SERIES 2000
#define N_PERIODS 120
#define FIRST_YEAR 2010
#define N_FRAMES 120
#define ROUNDS 7
/* What is pasted: so many rows of so many columns. */
#define PASTED_ROWS 100
#define PASTED_COLUMNS 100
/* Our own time in a frame, in microseconds. */
#define FRAME_BUDGET 4000

typedef struct
{
  char         *folder;
  char         *path;
  TalWorkspace *workspace;
  TalEntryGrid *model;
  GtkWidget    *window;
  GtkWidget    *grid;
  TalId         plan;
  gboolean      stored;
} Bench;

static TalPeriod
get_month (guint number)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_MONTH, FIRST_YEAR + (int)number / 12,
                                         (int)number % 12 + 1, &period));
  return period;
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Bench             *bench = user_data;
  g_autoptr (GError) error = NULL;

  bench->workspace = tal_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
open_workspace (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  bench->folder = g_dir_make_tmp ("indsatstal-bench-XXXXXX", &error);
  g_assert_no_error (error);
  bench->path = g_build_filename (bench->folder, "stor.indsats", NULL);
  tal_workspace_create_async (bench->path, "Forvaltningen", FALSE, NULL, opened_cb, bench);
  while (bench->workspace == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_figures (TalChangeSet *changes, TalId series, guint number)
{
  for (guint i = 0; i < N_PERIODS; i++)
    {
      TalObservation *figure =
          tal_observation_new (series, get_month (i), TAL_DECIMAL (1000 + number + i, 0));

      tal_change_set_add (changes, NULL, &figure->record);
      tal_record_unref (&figure->record);
    }
}

static void
fill (Bench *bench)
{
  TalChangeSet           *changes = tal_change_set_new (TAL_ORIGIN_EDIT, "bench");
  TalPlan                *plan = tal_record_new (TAL_KIND_PLAN, tal_id_new ());
  guint                   n_units = 0;
  const TalRecord *const *units =
      tal_catalogue_get_records (tal_workspace_get_catalogue (bench->workspace), TAL_KIND_UNIT,
                                 &n_units);

  g_assert_cmpuint (n_units, ==, 1);
  plan->name = g_strdup ("Stor plan");
  bench->plan = plan->record.id;
  tal_change_set_add (changes, NULL, &plan->record);
  tal_record_unref (&plan->record);
  for (guint i = 0; i < N_SERIES; i++)
    {
      TalSeries *series = tal_record_new (TAL_KIND_SERIES, tal_id_new ());

      series->record.owner = units[0]->id;
      series->plan = bench->plan;
      series->name = g_strdup_printf ("Ledige i gruppe %u", i + 1);
      tal_change_set_add (changes, NULL, &series->record);
      add_figures (changes, series->record.id, i);
      tal_record_unref (&series->record);
    }
  commit_wait (bench->workspace, changes);
}

static void
show_frame (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64         before = gdk_frame_clock_get_frame_counter (clock);
  gint64         end = g_get_monotonic_time () + G_TIME_SPAN_SECOND;

  gtk_widget_queue_draw (widget);
  while (gdk_frame_clock_get_frame_counter (clock) == before && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
}

/* What this thread has worked, in microseconds: others use the machine too. */
static gint64
get_worked (void)
{
  struct timespec worked = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked);
  return worked.tv_sec * G_TIME_SPAN_SECOND + worked.tv_nsec / 1000;
}

/* Ours are the rows and cells that a step brings in, and where all of them stand. */
static gint64
measure_step (GtkWidget *grid, GtkAdjustment *adjustment, double step)
{
  gint64 started = get_worked ();

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
  gtk_widget_size_allocate (grid,
                            &(GtkAllocation){ 0, 0, gtk_widget_get_width (grid),
                                              gtk_widget_get_height (grid) },
                            -1);
  return get_worked () - started;
}

static void
show_grid (Bench *bench)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  bench->window = gtk_window_new ();
  bench->grid = tal_result_grid_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1280, 800);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), bench->grid);
  gtk_window_set_child (GTK_WINDOW (bench->window), scroller);
  tal_result_grid_set_model (TAL_RESULT_GRID (bench->grid), bench->model);
  gtk_window_present (GTK_WINDOW (bench->window));
  for (guint i = 0; i < 5; i++)
    show_frame (bench->grid);
}

static gboolean
bench_scrolling (Bench *bench)
{
  GtkWidget     *grid = bench->grid;
  GtkAdjustment *adjustment = NULL;
  gint64         worst = 0;
  gint64         total = 0;

  for (guint i = 0; i < 2 * N_FRAMES; i++)
    {
      gint64 time = 0;

      adjustment = i < N_FRAMES ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid))
                                : gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (grid));
      time = measure_step (grid, adjustment, i < N_FRAMES ? 100 : 40);
      total += time;
      worst = MAX (worst, time);
      show_frame (grid);
    }
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (grid)), 0);
  gtk_adjustment_set_value (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (grid)), 0);
  show_frame (grid);
  g_print ("a step of scrolling: %" G_GINT64_FORMAT " us on average\n", total / (2 * N_FRAMES));
  return ratio_report ("the worst step of scrolling, of 4 ms", worst, FRAME_BUDGET, 1000);
}

/* What a figure of ours is stored as: itself, and its place in the history. */
#define FIGURE                                                                               \
  "INSERT OR REPLACE INTO observations (series_id, last_day, first_day, value, "             \
  "value_decimals, missing, state, approximation, kept, changed_at, changed_by) VALUES (?, " \
  "?, ?, ?, 0, 0, 0, 0, 0, '2024-06-18T10:42:00Z', 'Ida')"
#define CHANGE                                                                                  \
  "INSERT INTO changes (change_set, position, kind, uuid, first_day, last_day, before, after) " \
  "VALUES ((SELECT max (sequence) FROM change_sets), ?, 'observation', randomblob (16), ?, ?, " \
  "?, ?)"
#define ENTRY                                                                         \
  "INSERT INTO change_sets (uuid, made_at, author, origin, label, n_changes) VALUES " \
  "(randomblob (16), '2024-06-18T10:42:00Z', 'Ida', 'edit', '10.000 værdier indsat', 10000)"

static void
insert_row (sqlite3_stmt *figure, sqlite3_stmt *change, int number)
{
  TalPeriod period = get_month ((guint)number % PASTED_COLUMNS);

  sqlite3_bind_int (figure, 1, number / PASTED_COLUMNS + 1);
  sqlite3_bind_int (figure, 2, period.last);
  sqlite3_bind_int (figure, 3, period.first);
  sqlite3_bind_int (figure, 4, 5000 + number);
  plain_sql_step (figure);
  sqlite3_bind_int (change, 1, number);
  sqlite3_bind_int (change, 2, period.first);
  sqlite3_bind_int (change, 3, period.last);
  sqlite3_bind_text (change, 4, PLAIN_SQL_RECORD, -1, SQLITE_STATIC);
  sqlite3_bind_text (change, 5, PLAIN_SQL_RECORD, -1, SQLITE_STATIC);
  plain_sql_step (change);
}

/* The same rows, into a copy of the collection. */
static gint64
insert_by_sql (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->folder, "plain.db", NULL);
  sqlite3         *database = plain_sql_open_copy (bench->path, path);
  sqlite3_stmt    *figure = NULL;
  sqlite3_stmt    *change = NULL;
  gint64           started = 0;

  started = g_get_monotonic_time ();
  plain_sql_run (database, "BEGIN IMMEDIATE; " ENTRY);
  figure = plain_sql_prepare (database, FIGURE);
  change = plain_sql_prepare (database, CHANGE);
  for (int i = 0; i < PASTED_ROWS * PASTED_COLUMNS; i++)
    insert_row (figure, change, i);
  sqlite3_finalize (figure);
  sqlite3_finalize (change);
  plain_sql_run (database, "COMMIT");
  started = g_get_monotonic_time () - started;

  sqlite3_close (database);
  g_unlink (path);
  return started;
}

static void
stored_cb (Bench *bench)
{
  bench->stored = TRUE;
}

static gint64
paste (Bench *bench, guint round)
{
  TalEntryRange             at = { 1, 0, 1, 1 };
  TalCellBlock             *block = tal_cell_block_new (PASTED_ROWS, PASTED_COLUMNS);
  g_autofree char          *tabs = NULL;
  g_autoptr (TalEntryPaste) held = NULL;
  gint64                    started = 0;

  for (guint i = 0; i < PASTED_ROWS * PASTED_COLUMNS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", 5000 + i + round);

      tal_cell_block_set (block, i / PASTED_COLUMNS, i % PASTED_COLUMNS, text);
    }
  tabs = tal_cell_block_to_tabs (block);
  tal_cell_block_free (block);

  bench->stored = FALSE;
  started = g_get_monotonic_time ();
  held = tal_entry_paste_new (bench->model, &at, tal_cell_block_parse (tabs));
  g_assert_cmpuint (tal_entry_paste_get_n_refused (held), ==, 0);
  tal_entry_paste_store (held);
  while (!bench->stored)
    g_main_context_iteration (NULL, TRUE);
  show_frame (bench->grid);
  return g_get_monotonic_time () - started;
}

static gboolean
bench_pasting (Bench *bench)
{
  gint64 pasted = G_MAXINT64;
  gint64 inserted = G_MAXINT64;

  g_signal_connect_swapped (bench->model, "stored", G_CALLBACK (stored_cb), bench);
  for (guint round = 0; round < ROUNDS; round++)
    {
      ratio_keep_least (&pasted, paste (bench, round + 1));
      ratio_keep_least (&inserted, insert_by_sql (bench));
    }
  return ratio_report ("10,000 cells pasted, of the same rows by SQL", pasted, inserted, 3000);
}

int
main (int argc, char **argv)
{
  Bench    bench = { NULL };
  gboolean kept = TRUE;

  if (!gtk_init_check ())
    {
      g_print ("there is no display\n");
      return 77;
    }

  adw_init ();
  open_workspace (&bench);
  fill (&bench);
  bench.model = tal_entry_grid_new ();
  tal_entry_grid_set_workspace (bench.model, bench.workspace);
  tal_entry_grid_set_mode (bench.model, TAL_ENTRY_MODE_SERIES);
  tal_entry_grid_set_plan (bench.model, bench.plan);
  commit_wait_for_all (bench.workspace);
  g_assert_cmpuint (tal_entry_grid_get_n_rows (bench.model), ==, N_SERIES + 1);
  g_assert_cmpuint (tal_entry_grid_get_n_columns (bench.model), ==, N_PERIODS);

  show_grid (&bench);
  kept &= bench_scrolling (&bench);
  kept &= bench_pasting (&bench);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.model);
  tal_workspace_close (bench.workspace);
  g_object_unref (bench.workspace);
  g_unlink (bench.path);
  g_rmdir (bench.folder);
  g_free (bench.path);
  g_free (bench.folder);
  return kept ? 0 : 1;
}
