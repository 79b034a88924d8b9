/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-check.h"

#include "base/tal-problem.h"
#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>

const char *
tal_cli_check_get_severity_name (TalSeverity severity)
{
  static const char *const names[] = { "note", "warning", "error" };

  return names[severity];
}

const char *
tal_cli_check_get_severity_title (TalSeverity severity)
{
  static const char *const titles[] = { N_ ("To note"), N_ ("Warning"), N_ ("Error") };

  return _ (titles[severity]);
}

/* Whether the file itself is sound. */
static int
check_file (TalCollection *collection)
{
  g_autoptr (GError)    error = NULL;
  g_autoptr (GPtrArray) problems = tal_collection_check (collection, &error);

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

int
tal_cli_run_check (char **words)
{
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autofree char          *format_text = NULL;
  g_autofree char          *note = NULL;
  g_autoptr (TalCollection) collection = NULL;
  gboolean                  figures = FALSE;
  gboolean                  all = FALSE;
  TalCliFormat              format;
  const GOptionEntry        options[] = {
           { "figures", 0, 0, G_OPTION_ARG_NONE, &figures, NULL, NULL },
           { "text", 0, 0, G_OPTION_ARG_FILENAME, &note, NULL, NULL },
           { "all", 0, 0, G_OPTION_ARG_NONE, &all, NULL, NULL },
           { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("check", options, &rest, 1, 1) ||
      !tal_cli_parse_format ("check", format_text, &format))
    return TAL_CLI_USAGE;
  if (figures && note != NULL)
    return tal_cli_misuse ("check", _ ("Either the figures are checked or a text, not both."));
  if (format_text != NULL && !figures && note == NULL)
    return tal_cli_misuse ("check", _ ("A format belongs to what is found in figures or a text."));
  if (all && note == NULL)
    return tal_cli_misuse ("check", _ ("“--all” belongs to a text."));

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  if (note != NULL)
    return tal_cli_check_text (collection, note, all, format);
  return figures ? tal_cli_check_figures (collection, format) : check_file (collection);
}
