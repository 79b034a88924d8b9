/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What saving one edit costs, with its place in the history and all that is derived from it,
 * beside a bare commit of the same two rows.  Both wait for the same disk, so they take turns, and
 * the least of each is compared.
 */

#include "config.h"

#include "bench/plain-sql.h"
#include "bench/ratio.h"
#include "core/tal-goal.h"
#include "core/tal-initiative.h"
#include "core/tal-plan.h"
#include "model/tal-collection.h"

#include <glib/gstdio.h>

#define ROUNDS 400
#define N_PERIODS 100
#define FIRST_YEAR 2015

#define FIGURE                                                               \
  "UPDATE observations SET value = ?1, changed_at = '2024-06-18T10:42:00Z' " \
  "WHERE series_id = 1 AND last_day = ?2 AND first_day = ?3"
#define CHANGE                                                                                  \
  "INSERT INTO changes (change_set, position, kind, uuid, first_day, last_day, before, after) " \
  "VALUES (1, ?1, 'observation', randomblob (16), 1, 2, ?2, ?2)"

static TalPeriod
get_month (guint number)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_from_number (TAL_PERIOD_MONTH, FIRST_YEAR + (int)number / 12,
                                         (int)number % 12 + 1, &period));
  return period;
}

/* Takes the record. */
static TalId
add (TalChangeSet *changes, gpointer taken)
{
  g_autoptr (TalRecord) record = taken;

  tal_change_set_add (changes, NULL, record);
  return record->id;
}

/* A goal that is measured each month; returns its series. */
static TalId
fill (TalCollection *collection)
{
  g_autoptr (TalChangeSet) changes = tal_change_set_new (TAL_ORIGIN_EDIT, "bench");
  g_autoptr (GError)       error = NULL;
  TalPlan                 *plan = tal_record_new (TAL_KIND_PLAN, tal_id_new ());
  TalInitiative           *initiative = tal_record_new (TAL_KIND_INITIATIVE, tal_id_new ());
  TalSeries               *series = tal_record_new (TAL_KIND_SERIES, tal_id_new ());
  TalGoal                 *goal = tal_record_new (TAL_KIND_GOAL, tal_id_new ());
  TalCriterion            *criterion = tal_goal_add_criterion (goal);
  TalId                    id = series->record.id;

  plan->name = g_strdup ("Integrationshandleplanen 2019-2023");
  initiative->plan = plan->record.id;
  initiative->name = g_strdup ("Fritidsjob til unge");
  series->record.owner = tal_collection_get_home_unit (collection);
  series->initiative = initiative->record.id;
  series->name = g_strdup ("Unge i fritidsjob");
  goal->initiative = initiative->record.id;
  goal->number = 9;
  goal->wording = g_strdup ("110 unge kommer i fritidsjob");
  criterion->series = id;
  tal_criterion_add_target (criterion, get_month (0), TAL_DECIMAL (110, 0));
  add (changes, plan);
  add (changes, initiative);
  add (changes, series);
  add (changes, goal);
  for (guint i = 0; i < N_PERIODS; i++)
    add (changes, tal_observation_new (id, get_month (i), TAL_DECIMAL (100 + i, 0)));
  tal_change_set_unref (tal_collection_commit (collection, changes, &error));
  g_assert_no_error (error);
  return id;
}

static gint64
edit (TalCollection *collection, TalId series, guint round)
{
  const TalFigureEdit      wanted = { .sets_value = TRUE, .value = TAL_DECIMAL (200 + round, 0) };
  g_autoptr (TalChangeSet) changes = NULL;
  g_autoptr (GError)       error = NULL;
  gint64                   started = g_get_monotonic_time ();

  changes = tal_collection_set_series_figure (collection, series, get_month (N_PERIODS - 1),
                                              &wanted, &error);
  g_assert_no_error (error);
  return g_get_monotonic_time () - started;
}

static gint64
commit_two_rows (sqlite3 *database, sqlite3_stmt *figure, sqlite3_stmt *change, guint round)
{
  TalPeriod period = get_month (N_PERIODS - 1);
  gint64    started = g_get_monotonic_time ();

  plain_sql_run (database, "BEGIN IMMEDIATE");
  sqlite3_bind_int (figure, 1, 200 + (int)round);
  sqlite3_bind_int (figure, 2, period.last);
  sqlite3_bind_int (figure, 3, period.first);
  plain_sql_step (figure);
  sqlite3_bind_int (change, 1, 10000 + (int)round);
  sqlite3_bind_text (change, 2, PLAIN_SQL_RECORD, -1, SQLITE_STATIC);
  plain_sql_step (change);
  plain_sql_run (database, "COMMIT");
  return g_get_monotonic_time () - started;
}

int
main (void)
{
  g_autoptr (GError)        error = NULL;
  g_autofree char          *folder = g_dir_make_tmp ("indsatstal-bench-XXXXXX", NULL);
  g_autofree char          *path = g_build_filename (folder, "bif.indsats", NULL);
  g_autofree char          *bare_path = g_build_filename (folder, "bare.db", NULL);
  g_autoptr (TalCollection) collection = tal_collection_create (path, "Forvaltningen", &error);
  TalId                     series = fill (collection);
  sqlite3                  *database = plain_sql_open_copy (path, bare_path);
  sqlite3_stmt             *figure = plain_sql_prepare (database, FIGURE);
  sqlite3_stmt             *change = plain_sql_prepare (database, CHANGE);
  gint64                    saved = G_MAXINT64;
  gint64                    bare = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      ratio_keep_least (&bare, commit_two_rows (database, figure, change, round));
      ratio_keep_least (&saved, edit (collection, series, round));
    }

  sqlite3_finalize (figure);
  sqlite3_finalize (change);
  sqlite3_close (database);
  g_clear_pointer (&collection, tal_collection_close);
  g_unlink (bare_path);
  g_unlink (path);
  g_rmdir (folder);
  return ratio_report ("one edit saved / a bare commit of two rows", saved, bare, 1500) ? 0 : 1;
}
