/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-problem.h"
#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>

int
tal_cli_run_check (char **words)
{
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (GError)        error = NULL;

  if (!tal_cli_parse ("check", NULL, &rest, 1, 1))
    return TAL_CLI_USAGE;

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  problems = tal_collection_check (collection, &error);
  if (problems == NULL)
    return tal_cli_refuse (error);

  for (guint i = 0; i < problems->len; i++)
    {
      const TalProblem *problem = g_ptr_array_index (problems, i);
      const char       *place = tal_problem_get_place (problem);

      tal_cli_print ("%s%s%s", place != NULL ? place : "", place != NULL ? ": " : "",
                     tal_problem_get_sentence (problem));
    }

  if (problems->len > 0)
    return TAL_CLI_REFUSED;

  tal_cli_print ("%s", _ ("The collection is sound."));
  return TAL_CLI_DONE;
}
