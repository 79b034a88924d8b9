/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli.h"
#include "model/tal-collection-exchange.h"

#include <glib/gi18n-lib.h>

static void
print_sentences (const GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    tal_cli_print ("  %s", (const char *)g_ptr_array_index (sentences, i));
}

static void
print_report (const TalImportReport *report)
{
  tal_cli_print (_ ("New: %u. Changed: %u. Kept as here: %u. Removed: %u. Unchanged: %u."),
                    report->n_new, report->n_changed, report->n_kept, report->n_removed,
                    report->n_unchanged);

  if (report->conflicts->len > 0)
    {
      tal_cli_print (ngettext ("%u conflict:", "%u conflicts:", report->conflicts->len),
                     report->conflicts->len);
      print_sentences (report->conflicts);
    }
  if (report->notes->len > 0)
    {
      tal_cli_print ("%s", _ ("Passed over:"));
      print_sentences (report->notes);
    }
}

static int
conclude (const TalImportReport *report, gboolean dry_run)
{
  print_report (report);
  if (report->open)
    {
      g_printerr ("indsatstal-cli: %s\n",
                  _ ("Nothing was written. Decide with --theirs or --ours."));
      return TAL_CLI_REFUSED;
    }

  tal_cli_print ("%s", dry_run ? _ ("Nothing was written: this was a dry run.") : _ ("Imported."));
  return TAL_CLI_DONE;
}

int
tal_cli_run_import (char **words)
{
  gboolean                    dry_run = FALSE;
  gboolean                    theirs = FALSE;
  gboolean                    ours = FALSE;
  g_auto (GStrv)              rest = g_strdupv (words);
  g_autoptr (TalCollection)   collection = NULL;
  g_autoptr (TalImportReport) report = NULL;
  g_autoptr (GError)          error = NULL;
  TalImportPolicy             policy = TAL_IMPORT_ASK;
  const GOptionEntry          options[] = {
             { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
             { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs, NULL, NULL },
             { "ours", 0, 0, G_OPTION_ARG_NONE, &ours, NULL, NULL },
             { NULL },
  };

  if (!tal_cli_parse ("import", options, &rest, 2, 2))
    return TAL_CLI_USAGE;
  if (theirs && ours)
    return tal_cli_misuse ("import", _ ("Choose one of --theirs and --ours."));

  collection = tal_cli_open (rest[1], dry_run);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  if (theirs)
    policy = TAL_IMPORT_THEIRS;
  else if (ours)
    policy = TAL_IMPORT_OURS;
  report = tal_collection_import (collection, rest[2], policy, dry_run, NULL, NULL, NULL, &error);
  if (report == NULL)
    return tal_cli_refuse (error);

  return conclude (report, dry_run);
}
