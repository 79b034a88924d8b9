/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"
#include "model/tal-collection-exchange.h"

#include <glib/gi18n-lib.h>

int
tal_cli_run_export (char **words)
{
  g_autofree char          *plan = NULL;
  g_autofree char          *initiative = NULL;
  g_autofree char          *period_text = NULL;
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GError)        error = NULL;
  const TalCatalogue       *catalogue = NULL;
  TalPeriod                 period;
  TalId                     plan_id;
  TalId                     initiative_id;
  const GOptionEntry        options[] = {
           { "plan", 0, 0, G_OPTION_ARG_STRING, &plan, NULL, NULL },
           { "initiative", 0, 0, G_OPTION_ARG_STRING, &initiative, NULL, NULL },
           { "period", 0, 0, G_OPTION_ARG_STRING, &period_text, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("export", options, &rest, 2, 2))
    return TAL_CLI_USAGE;
  if (!tal_cli_parse_period (period_text, &period))
    return TAL_CLI_REFUSED;

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  catalogue = tal_collection_get_catalogue (collection);
  if (!tal_cli_find (catalogue, TAL_KIND_PLAN, plan, &plan_id) ||
      !tal_cli_find (catalogue, TAL_KIND_INITIATIVE, initiative, &initiative_id))
    return TAL_CLI_REFUSED;

  if (!tal_collection_export (collection, rest[2], plan_id, initiative_id, period, NULL, &error))
    return tal_cli_refuse (error);

  tal_cli_print (_ ("%s has been written."), rest[2]);
  return TAL_CLI_DONE;
}
