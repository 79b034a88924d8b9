/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"

#include <glib/gi18n-lib.h>

int
tal_cli_run_new (char **words)
{
  gboolean                  example = FALSE;
  g_autofree char          *unit = NULL;
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GError)        error = NULL;
  const GOptionEntry        options[] = {
           { "example", 0, 0, G_OPTION_ARG_NONE, &example, NULL, NULL },
           { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("new", options, &rest, 1, 1))
    return TAL_CLI_USAGE;

  collection = example ? tal_collection_create_example (rest[1], unit, &error)
                       : tal_collection_create (rest[1], unit, &error);
  if (collection == NULL)
    return tal_cli_refuse (error);

  tal_cli_print (_ ("%s has been made."), tal_collection_get_path (collection));
  return TAL_CLI_DONE;
}
