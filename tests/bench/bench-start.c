/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the programs take to start, as ratios within one run: the window with the
 * example against an empty window, and the command line against the window program.
 *
 * Machines are noisy, so the rounds are interleaved and the least of each is compared.
 */

#include "bench/first-frame.h"
#include "bench/ratio.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define ROUNDS 15

static gint64
measure_first_frame (const char *program, const char *collection)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess)         command = NULL;
  g_autoptr (GError)              error = NULL;
  g_autofree char                *output = NULL;
  g_autofree char                *started = NULL;

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  g_subprocess_launcher_setenv (launcher, FIRST_FRAME_STARTED, started, TRUE);
  command = g_subprocess_launcher_spawn (launcher, &error, program, collection, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (command, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (command));
  return g_ascii_strtoll (output, NULL, 10);
}

/* From being started to having said its version, which each says first in main. */
static gint64
measure_main (const char *program)
{
  g_autoptr (GSubprocess) command = NULL;
  g_autoptr (GError)      error = NULL;
  gint64                  started = g_get_monotonic_time ();

  command =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, program, "--version", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (command, NULL, &error));
  g_assert_no_error (error);
  return g_get_monotonic_time () - started;
}

static char *
make_example (const char *folder)
{
  g_autoptr (GSubprocess) command = NULL;
  g_autoptr (GError)      error = NULL;
  char                   *path = g_build_filename (folder, "example.indsats", NULL);

  command = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error,
                              g_getenv ("INDSATSTAL_CLI"), "new", path, "--example", NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (command, NULL, &error));
  return path;
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("indsatstal-bench-XXXXXX", NULL);
  g_autofree char *example = make_example (folder);
  gint64           empty = G_MAXINT64;
  gint64           real = G_MAXINT64;
  gint64           command = G_MAXINT64;
  gint64           window = G_MAXINT64;
  gboolean         fast = TRUE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      ratio_keep_least (&empty, measure_first_frame (g_getenv ("INDSATSTAL_EMPTY_WINDOW"), NULL));
      ratio_keep_least (&real, measure_first_frame (g_getenv ("INDSATSTAL_REAL_WINDOW"), example));
      ratio_keep_least (&command, measure_main (g_getenv ("INDSATSTAL_CLI")));
      ratio_keep_least (&window, measure_main (g_getenv ("INDSATSTAL_WINDOW")));
    }

  g_unlink (example);
  g_rmdir (folder);
  fast &= ratio_report ("first frame with the example / of an empty window", real, empty, 1300);
  fast &= ratio_report ("indsatstal-cli to main / indsatstal to main", command, window, 500);
  return fast ? 0 : 1;
}
