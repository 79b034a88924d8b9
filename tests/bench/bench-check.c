/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What it costs to distrust a million figures: "indsatstal-cli check --figures" on a
 * collection of 1,000,000 observations against a plain SELECT of the same rows, both from the
 * first byte of the file to the last, and the memory that the command needs.
 *
 * The figures are two hundred groups of four parts and their stated total by month, one total
 * in ten a share as well, so that the rules have work to do.
 */

#include "base/tal-day.h"
#include "bench/ratio.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/resource.h>

#define ROUNDS 5
#define GROUPS 200
#define PARTS 4
#define MONTHS 1000
#define FIRST_YEAR 1940
#define MOST_MEGABYTES 200

static void
run (const char *first, ...)
{
  g_autoptr (GPtrArray)   words = g_ptr_array_new ();
  g_autoptr (GSubprocess) command = NULL;
  g_autoptr (GError)      error = NULL;
  va_list                 rest;

  va_start (rest, first);
  for (const char *word = first; word != NULL; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (gpointer)word);
  va_end (rest);
  g_ptr_array_add (words, NULL);

  command = g_subprocess_newv ((const char *const *)words->pdata, G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_wait (command, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (command));
}

static void
append_series (GString *xml, guint group, guint number)
{
  g_string_append_printf (xml,
                          "<series id=\"01900000-0000-7000-8000-%06x%06x\" owner=\"01900000-0000-"
                          "7000-8000-ffffffffffff\" measure-unit=\"%s\"%s><name>Gruppe %u, "
                          "%u</name>",
                          group, number, number > PARTS ? "per-cent" : "persons",
                          number == PARTS  ? " agreement=\"sum\""
                          : number > PARTS ? " basis=\"ratio\" factor=\"100\""
                                           : "",
                          group, number);
  for (guint part = 0; number == PARTS && part < PARTS; part++)
    g_string_append_printf (xml,
                            "<term series=\"01900000-0000-7000-8000-%06x%06x\" place=\"above\"/>",
                            group, part);
  for (guint part = 0; number > PARTS && part < 2; part++)
    g_string_append_printf (xml, "<term series=\"01900000-0000-7000-8000-%06x%06x\" place=\"%s\"/>",
                            group, part == 0 ? 0 : PARTS, part == 0 ? "above" : "below");
  g_string_append (xml, "</series>\n");
}

static void
write_series (const char *path)
{
  g_autoptr (GError) error = NULL;
  GString *xml = g_string_new ("<exchange xmlns=\"urn:indsatstal:exchange:1\" version=\"1\" "
                               "from=\"01900000-0000-7000-8000-ffffffffffff\" picture=\"full\">\n"
                               "<unit id=\"01900000-0000-7000-8000-ffffffffffff\" "
                               "owner=\"01900000-0000-7000-8000-ffffffffffff\" "
                               "short-name=\"BIF\"><name>BIF</name></unit>\n");

  for (guint group = 0; group < GROUPS; group++)
    {
      for (guint number = 0; number <= PARTS + (group % 10 == 0 ? 1 : 0); number++)
        append_series (xml, group, number);
    }
  g_string_append (xml, "</exchange>\n");
  g_file_set_contents (path, xml->str, -1, &error);
  g_assert_no_error (error);
  g_string_free (xml, TRUE);
}

/* One month's five figures of a group whose series have the row keys from 'first' on. */
static void
insert_month (sqlite3_stmt *row, gint64 first, GRand *random, TalDay begin)
{
  gint64 sum = 0;

  for (guint part = 0; part <= PARTS; part++)
    {
      gint64 value = part < PARTS ? g_rand_int_range (random, 200, 300) : sum;

      sum += value;
      sqlite3_bind_int64 (row, 1, first + part);
      sqlite3_bind_int64 (row, 2, tal_day_add_months (begin, 1) - 1);
      sqlite3_bind_int64 (row, 3, begin);
      sqlite3_bind_int64 (row, 4, value);
      g_assert_cmpint (sqlite3_step (row), ==, SQLITE_DONE);
      sqlite3_reset (row);
    }
}

static void
insert_figures (const char *path)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  sqlite3          *database = NULL;
  sqlite3_stmt     *groups = NULL;
  sqlite3_stmt     *row = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  sqlite3_exec (database, "BEGIN", NULL, NULL, NULL);
  sqlite3_prepare_v2 (database, "SELECT id FROM series WHERE name LIKE 'Gruppe %, 0'", -1, &groups,
                      NULL);
  sqlite3_prepare_v2 (database,
                      "INSERT INTO observations (series_id, last_day, first_day, value, "
                      "value_decimals, missing, state, approximation, kept, changed_at, "
                      "changed_by) "
                      "VALUES (?1, ?2, ?3, ?4, 0, 0, 0, 0, 0, '2024-06-18T10:00:00Z', 'BIF')",
                      -1, &row, NULL);
  while (sqlite3_step (groups) == SQLITE_ROW)
    {
      TalDay begin = tal_day_new (FIRST_YEAR, 1, 1);

      for (guint month = 0; month < MONTHS; month++, begin = tal_day_add_months (begin, 1))
        insert_month (row, sqlite3_column_int64 (groups, 0), random, begin);
    }
  sqlite3_finalize (groups);
  sqlite3_finalize (row);
  g_assert_cmpint (sqlite3_exec (database, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (database);
}

/* Every column of every row, as what it is. */
static gint64
measure_select (const char *path)
{
  gint64        started = g_get_monotonic_time ();
  sqlite3      *database = NULL;
  sqlite3_stmt *rows = NULL;
  gint64        n_rows = 0;
  gint64        sum = 0;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX,
                                    NULL),
                   ==, SQLITE_OK);
  sqlite3_prepare_v2 (database, "SELECT * FROM observations", -1, &rows, NULL);
  for (; sqlite3_step (rows) == SQLITE_ROW; n_rows++)
    {
      for (int column = 0; column < sqlite3_column_count (rows); column++)
        sum += sqlite3_column_type (rows, column) == SQLITE_TEXT
                   ? sqlite3_column_text (rows, column)[0]
                   : sqlite3_column_int64 (rows, column);
    }
  sqlite3_finalize (rows);
  sqlite3_close (database);
  g_assert_cmpint (n_rows, ==, GROUPS * (PARTS + 1) * MONTHS);
  g_assert_cmpint (sum, !=, 0);
  return g_get_monotonic_time () - started;
}

static gint64
measure_check (const char *path)
{
  gint64 started = g_get_monotonic_time ();

  run (g_getenv ("INDSATSTAL_CLI"), "check", path, "--figures", NULL);
  return g_get_monotonic_time () - started;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("indsatstal-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "million.indsats", NULL);
  g_autofree char *xml = g_build_filename (folder, "series.indsats.xml", NULL);
  gint64           select = G_MAXINT64;
  gint64           check = G_MAXINT64;
  struct rusage    usage;
  gboolean         fast = FALSE;

  write_series (xml);
  run (g_getenv ("INDSATSTAL_CLI"), "new", path, NULL);
  run (g_getenv ("INDSATSTAL_CLI"), "import", path, xml, NULL);
  insert_figures (path);
  for (guint round = 0; round < ROUNDS; round++)
    {
      ratio_keep_least (&select, measure_select (path));
      ratio_keep_least (&check, measure_check (path));
    }

  getrusage (RUSAGE_CHILDREN, &usage);
  g_unlink (path);
  g_unlink (xml);
  g_rmdir (folder);
  fast =
      ratio_report ("check --figures of a million figures / a SELECT of them", check, select, 5000);
  g_print ("memory of the largest command: %ld MB (at most %d MB)\n", usage.ru_maxrss / 1024,
           MOST_MEGABYTES);
  return fast && usage.ru_maxrss / 1024 <= MOST_MEGABYTES ? 0 : 1;
}
