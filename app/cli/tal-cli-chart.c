/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts are drawn by a program of their own, indsatstal-draw, so that everything else starts
 * without the libraries that know of fonts and paper. */

#include "config.h"

#include "cli/tal-cli.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define DRAW_PROGRAM "indsatstal-draw"

/* Beside this program, as it is before it is installed, else where it is installed. */
static char *
find_program (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : NULL;
  char            *beside = NULL;

  if (folder == NULL)
    return g_build_filename (LIBEXEC_DIR, DRAW_PROGRAM, NULL);

  beside = g_build_filename (folder, DRAW_PROGRAM, NULL);
  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return beside;
  g_free (beside);
  return g_build_filename (LIBEXEC_DIR, DRAW_PROGRAM, NULL);
}

int
tal_cli_run_chart (char **words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char         *program = find_program ();
  g_auto (GStrv)           command = NULL;
  g_autoptr (GSubprocess)  draw = NULL;
  g_autoptr (GError)       error = NULL;

  g_strv_builder_add (builder, program);
  g_strv_builder_addv (builder, (const char **)words + 1);
  command = g_strv_builder_end (builder);
  draw = g_subprocess_newv ((const char *const *)command, G_SUBPROCESS_FLAGS_STDIN_INHERIT, &error);
  if (draw == NULL || !g_subprocess_wait (draw, NULL, &error))
    return tal_cli_refuse_saying (_ ("The part of the program that draws charts is missing."));

  return g_subprocess_get_if_exited (draw) ? g_subprocess_get_exit_status (draw) : TAL_CLI_REFUSED;
}
