/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview of a large collection: 2,000 initiatives with 10,000 and with 1,000,000
 * observations, beside an empty window and beside one another: the time to the first frame of
 * the window and of the overview, the memory, and our own time in a frame of scrolling.
 *
 * The first frame that the window paints has no rows: making the page before it would cost the
 * same and keep the window away meanwhile, and nobody would see rows any sooner.  The collection
 * is read while the toolkit starts, so that what lies between the two frames is the page: its
 * widgets, their first layout, and a whole window of text to paint, which an empty window has
 * not.  That takes half as long as all that an empty window takes, and is held to a limit of its
 * own.  Programs are started in turns, and the least of all rounds is compared: of the worst step
 * of scrolling the least worst, for what is ours is in every round, and what comes from others is
 * not.
 */

#include "bench/first-frame.h"
#include "bench/ratio.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-observation.h"
#include "core/tal-plan.h"
#include "core/tal-series.h"
#include "model/tal-collection.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>

#define ROUNDS 7
#define N_PLANS 100
#define N_INITIATIVES 20 /* of each plan */
#define N_SERIES 5       /* of each initiative */
#define N_GOALS 3        /* of the first of them */
#define FIRST_YEAR 2010
/* Our own time in a frame, in microseconds, and KiB above an empty window. */
#define FRAME_BUDGET 4000
#define MEMORY_BUDGET (60 * 1024)

/* What a program said, the least of all rounds. */
typedef struct
{
  gint64 first;
  gint64 overview;
  gint64 memory;
  gint64 worst_own;
  gint64 worst;
  gint64 average;
} Cost;

static const Cost unknown = {
  G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64, G_MAXINT64
};

static TalPeriod
get_month (guint number)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_MONTH, FIRST_YEAR + (int)number / 12,
                                         (int)number % 12 + 1, &period));
  return period;
}

/* Takes the record. */
static void
add (TalChangeSet *changes, TalRecord *record)
{
  tal_change_set_add (changes, NULL, record);
  tal_record_unref (record);
}

static void
add_goal (TalChangeSet *changes, TalId initiative, TalId series, guint number)
{
  TalGoal      *goal = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  TalCriterion *criterion = NULL;

  goal->initiative = initiative;
  goal->number = (int)number;
  goal->wording = g_strdup ("Minimum 350 ledige deltager i indsatsen");
  criterion = tal_goal_add_criterion (goal);
  criterion->series = series;
  criterion->comparison = TAL_COMPARISON_AT_LEAST;
  tal_criterion_add_target (criterion, get_month (0), TAL_DECIMAL (350, 0));
  add (changes, &goal->record);
}

/* With one figure for each series, of the first month. */
static void
add_series (TalChangeSet *changes, TalId initiative, guint number, guint place)
{
  TalSeries *series = tal_record_new (TAL_KIND_SERIES, tal_id_new ());
  TalId      id = series->record.id;

  series->initiative = initiative;
  series->name = g_strdup_printf ("Deltagere %u i indsats %u", place + 1, number);
  add (changes, &series->record);
  add (changes,
       &tal_observation_new (id, get_month (0), TAL_DECIMAL (300 + number * 7, 0))->record);
  if (place < N_GOALS)
    add_goal (changes, initiative, id, (number - 1) * N_GOALS + place + 1);
}

static void
add_initiative (TalChangeSet *changes, TalId plan, guint number)
{
  TalInitiative *initiative = tal_record_new (TAL_KIND_INITIATIVE, tal_id_new ());
  TalId          id = initiative->record.id;

  initiative->plan = plan;
  initiative->number = (int)number;
  initiative->name = g_strdup_printf ("Håndholdt virksomhedsindsats %u for ledige", number);
  add (changes, &initiative->record);
  for (guint i = 0; i < N_SERIES; i++)
    add_series (changes, id, number, i);
}

static void
add_plan (TalCollection *collection, guint number)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "bench");
  g_autoptr (GError)       error = NULL;
  TalPlan                 *plan = tal_record_new (TAL_KIND_PLAN, tal_id_new ());
  TalId                    id = plan->record.id;

  plan->name = g_strdup_printf ("Handleplan %u", number);
  add (changes, &plan->record);
  for (guint i = 0; i < N_INITIATIVES; i++)
    add_initiative (changes, id, i + 1);
  tal_change_set_unref (tal_collection_commit (collection, changes, &error));
  g_assert_no_error (error);
}

/* Each series gets figures of earlier months too, so that its newest is the one it had. */
static void
add_earlier_figures (const char *path, guint n_figures)
{
  g_autofree char *sql =
      g_strdup_printf ("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                       "%u) "
                       "INSERT INTO observations (series_id, last_day, first_day, value, "
                       "value_decimals, missing, "
                       "state, approximation, kept, changed_at, changed_by) "
                       "SELECT series_id, last_day - 400 * i, first_day - 400 * i, value + i, 0, "
                       "missing, state, "
                       "approximation, kept, changed_at, changed_by FROM observations CROSS JOIN n",
                       n_figures - 1);
  sqlite3 *database = NULL;

  if (n_figures < 2)
    return;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

static char *
make_collection (const char *folder, const char *name, guint n_figures)
{
  g_autoptr (GError) error = NULL;
  char              *path = g_build_filename (folder, name, NULL);
  TalCollection     *collection = tal_collection_create (path, "Forvaltningen", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < N_PLANS; i++)
    add_plan (collection, i + 1);
  tal_collection_close (collection);
  add_earlier_figures (path, n_figures);
  return path;
}

/* What the program says, as numbers. */
static void
run (const char *program, const char *collection, gint64 *ret_numbers, guint n_numbers)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess)         command = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char                *output = NULL;
  g_autofree char                *started = NULL;
  g_auto (GStrv)                  words = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_subprocess_launcher_setenv (launcher, FIRST_FRAME_STARTED, started, TRUE);
  command = g_subprocess_launcher_spawn (launcher, &error, program, collection, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (command, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (command));

  words = g_strsplit (output, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, n_numbers);
  for (guint i = 0; i < n_numbers; i++)
    ret_numbers[i] = g_ascii_strtoll (words[i], NULL, 10);
}

static void
measure_empty (Cost *least)
{
  gint64 said[2] = { 0 };

  run (g_getenv ("INDSATSTAL_EMPTY_WINDOW"), NULL, said, G_N_ELEMENTS (said));
  ratio_keep_least (&least->first, said[0]);
  ratio_keep_least (&least->memory, said[1]);
}

static void
measure_overview (const char *collection, Cost *least)
{
  gint64 said[6] = { 0 };

  run (g_getenv ("INDSATSTAL_OVERVIEW_WINDOW"), collection, said, G_N_ELEMENTS (said));
  ratio_keep_least (&least->first, said[0]);
  ratio_keep_least (&least->overview, said[1]);
  ratio_keep_least (&least->memory, said[2]);
  ratio_keep_least (&least->worst_own, said[3]);
  ratio_keep_least (&least->worst, said[4]);
  ratio_keep_least (&least->average, said[5]);
}

static gboolean
report (const Cost *empty, const Cost *few, const Cost *many)
{
  gint64   above = many->memory - empty->memory;
  gboolean kept = TRUE;

  kept &= ratio_report ("first frame, 1,000,000 observations / of an empty window", many->first,
                        empty->first, 1200);
  kept &=
      ratio_report ("first frame, 1,000,000 / 10,000 observations", many->first, few->first, 1050);
  kept &= ratio_report ("the overview's first frame with rows, 1,000,000 / 10,000", many->overview,
                        few->overview, 1050);
  kept &= ratio_report ("the overview's first frame with rows / of an empty window", many->overview,
                        empty->first, 1800);
  g_print ("a step of scrolling: %" G_GINT64_FORMAT " us on average, %" G_GINT64_FORMAT
           " us at worst, with the toolkit's part\n",
           many->average, many->worst);
  kept &= ratio_report ("our own in the worst step of scrolling, of 4 ms", many->worst_own,
                        FRAME_BUDGET, 1000);
  g_print ("memory above an empty window's: %" G_GINT64_FORMAT " KiB (at most %d KiB)%s\n", above,
           MEMORY_BUDGET, above <= MEMORY_BUDGET ? "" : "  TOO MUCH");
  return kept && above <= MEMORY_BUDGET;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("indsatstal-bench-XXXXXX", NULL);
  g_autofree char *few = make_collection (folder, "few.indsats", 1);
  g_autofree char *many = make_collection (folder, "many.indsats", 100);
  Cost             empty_cost = unknown;
  Cost             few_cost = unknown;
  Cost             many_cost = unknown;

  for (guint round = 0; round < ROUNDS; round++)
    {
      measure_empty (&empty_cost);
      measure_overview (few, &few_cost);
      measure_overview (many, &many_cost);
    }

  g_unlink (few);
  g_unlink (many);
  g_rmdir (folder);
  return report (&empty_cost, &few_cost, &many_cost) ? 0 : 1;
}
