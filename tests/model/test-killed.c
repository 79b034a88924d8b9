/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed while somebody types loses no more than what was being saved: it is
 * this one, started again with a collection to type in.
 */

#include "core/tal-goal.h"
#include "model/tal-collection.h"
#include "model/tal-name-search.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#define N_ROUNDS 40
/* How long it may type before it is killed. */
#define LONGEST_MICROSECONDS 40000
/* Where that is too short for a slow machine to begin. */
#define MOST_MICROSECONDS 640000

#define SERIES "Deltagere i den virksomhedsrettede indsats for kvinder"

static TalId
find_series (TalCollection *collection)
{
  const TalRecord *series = tal_name_search_find (tal_collection_get_catalogue (collection),
                                                  TAL_KIND_SERIES, SERIES, NULL);

  g_assert_nonnull (series);
  return series->id;
}

static TalPeriod
get_period (void)
{
  TalPeriod period = TAL_PERIOD_UNSET;

  g_assert_true (tal_period_parse ("2023", &period, NULL));
  return period;
}

/* One number after the other, each said when it is saved, until somebody ends it. */
static void G_GNUC_NORETURN
type (const char *path, int first)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (path, FALSE, &error);
  TalId                     series = TAL_ID_NONE;

  g_assert_no_error (error);
  series = find_series (collection);
  for (int number = first;; number++)
    {
      const TalFigureEdit      edit = { .sets_value = TRUE, .value = TAL_DECIMAL (number, 0) };
      g_autoptr (TalChangeSet) changes =
          tal_collection_set_series_figure (collection, series, get_period (), &edit, &error);

      g_assert_no_error (error);
      printf ("%d\n", number);
      fflush (stdout);
    }
}

/* The last number that it said was saved; the one before the first where it said none. */
static int
read_last (GInputStream *stream, int first)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  int                          last = first - 1;
  char                        *line = NULL;

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      last = atoi (line);
      g_free (line);
    }
  return last;
}

/* What is stored, in a collection in which everything holds together. */
static int
load_number (const char *path)
{
  g_autoptr (GError)        error = NULL;
  g_autoptr (TalCollection) collection = tal_collection_open (path, FALSE, &error);
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (TalRun)        run = NULL;

  g_assert_no_error (error);
  problems = tal_collection_check (collection, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  run = tal_run_source_ref_run (tal_collection_get_runs (collection), find_series (collection),
                                &error);
  g_assert_no_error (error);
  return (int)tal_run_find (run, get_period ())->value.coefficient;
}

static int
type_and_kill (const char *path, int first, gint32 longest)
{
  g_autoptr (GError)      error = NULL;
  g_autoptr (GSubprocess) program = NULL;
  g_autofree char        *number = g_strdup_printf ("%d", first);
  g_autofree char        *self = g_file_read_link ("/proc/self/exe", &error);

  g_assert_no_error (error);
  program =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self, "--type", path, number, NULL);
  g_assert_no_error (error);
  g_usleep ((gulong)g_test_rand_int_range (0, longest));
  g_subprocess_send_signal (program, SIGKILL);
  g_subprocess_wait (program, NULL, NULL);
  return read_last (g_subprocess_get_stdout_pipe (program), first);
}

static void
test_killed_loses_no_more_than_what_is_being_saved (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *folder = g_dir_make_tmp ("indsatstal-test-XXXXXX", &error);
  g_autofree char   *path = g_build_filename (folder, "bif.indsats", NULL);
  int                next = 1000;
  gint32             longest = LONGEST_MICROSECONDS;
  guint              n_saved = 0;

  tal_collection_close (tal_collection_create_example (path, NULL, &error));
  g_assert_no_error (error);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      int said = type_and_kill (path, next, longest);
      int stored = load_number (path);

      g_test_message ("from %d: said %d, stored %d", next, said, stored);
      /* The last one may be saved without there having been time to say so. */
      if (said >= next || stored >= next)
        {
          g_assert_cmpint (stored, >=, said);
          g_assert_cmpint (stored, <=, said + 1);
          n_saved++;
        }
      else
        longest = MIN (2 * longest, MOST_MICROSECONDS);
      next = MAX (stored, next) + 1;
    }

  g_assert_cmpuint (n_saved, >, 0);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--type"))
    type (argv[2], atoi (argv[3]));

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/killed/loses-no-more-than-what-is-being-saved",
                   test_killed_loses_no_more_than_what_is_being_saved);
  return g_test_run ();
}
