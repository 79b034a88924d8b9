/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-import-figures.h"
#include "cli/tal-cli-import-text.h"
#include "cli/tal-cli-table.h"
#include "cli/tal-cli.h"
#include "model/tal-collection-exchange.h"
#include "model/tal-import-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TalImportRequest request;
  TalCliFormat     format;
  gboolean         interactive;
  char            *report; /* a file for the receipt, or NULL */
} Errand;

static const char *
get_outcome (const TalImportReport *report, gboolean dry_run)
{
  if (report->rows->len == 0)
    return _ ("The file contains no changes.");
  if (dry_run)
    return _ ("Nothing was written: this was a dry run.");

  return report->written ? _ ("Imported.")
                         : _ ("Nothing was written. Decide with --theirs or --ours.");
}

static gboolean
write_receipt (const Errand *errand, const TalImportReport *report)
{
  g_autofree char   *name = g_filename_display_basename (errand->request.path);
  g_autofree char   *text = tal_import_text_dup (report, TRUE);
  g_autofree char   *receipt = NULL;
  g_autoptr (GError) error = NULL;

  receipt =
      g_strdup_printf ("%s\n%s%s\n", name, text, get_outcome (report, errand->request.dry_run));
  if (errand->report == NULL || g_file_set_contents (errand->report, receipt, -1, &error))
    return TRUE;

  tal_cli_refuse (error);
  return FALSE;
}

static int
conclude (const Errand *errand, const TalImportReport *report)
{
  gboolean refused = report->open && !report->written;

  if (errand->format != TAL_CLI_FORMAT_TEXT)
    {
      g_autoptr (TalCliTable) table = tal_cli_table_new (tal_cli_import_columns);

      tal_cli_import_add_rows (table, report);
      tal_cli_table_print (table, errand->format);
    }
  else
    {
      g_autofree char *text = tal_import_text_dup (report, errand->request.dry_run);

      g_strchomp (text);
      tal_cli_print ("%s", text);
    }

  if (refused)
    g_printerr ("indsatstal-cli: %s\n", _ ("Nothing was written. Decide with --theirs or --ours."));
  else if (errand->format == TAL_CLI_FORMAT_TEXT)
    tal_cli_print ("%s", get_outcome (report, errand->request.dry_run));
  return write_receipt (errand, report) && !refused ? TAL_CLI_DONE : TAL_CLI_REFUSED;
}

/* Asks about everything that is undecided; what is left so stays as it is here. */
static gboolean
decide (TalCollection *collection, Errand *errand, GError **error)
{
  TalImportRequest            trial = errand->request;
  g_autoptr (TalImportReport) report = NULL;

  trial.dry_run = TRUE;
  report = tal_collection_import (collection, &trial, NULL, NULL, NULL, error);
  if (report == NULL)
    return FALSE;

  errand->request.leaves_open = TRUE;
  for (guint i = 0; i < report->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      if (row->type == TAL_IMPORT_ROW_CONFLICT && tal_import_row_is_open (row))
        g_hash_table_insert (errand->request.choices, g_memdup2 (&row->key, sizeof row->key),
                             GINT_TO_POINTER (tal_cli_import_ask (row)));
    }
  return TRUE;
}

static int
run (TalCollection *collection, Errand *errand)
{
  g_autoptr (GError)          error = NULL;
  g_autoptr (TalImportReport) report = NULL;

  if (errand->interactive && !decide (collection, errand, &error))
    return tal_cli_refuse (error);

  report = tal_collection_import (collection, &errand->request, NULL, NULL, NULL, &error);
  return report != NULL ? conclude (errand, report) : tal_cli_refuse (error);
}

typedef struct
{
  gboolean theirs;
  gboolean ours;
  gboolean skips_refused;
  char    *format;
  char    *report;
  char    *sheet;
  char    *map;
  char    *period;
  char    *days;
  char    *numbers;
  char    *unknown;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->format);
  g_free (self->report);
  g_free (self->sheet);
  g_free (self->map);
  g_free (self->period);
  g_free (self->days);
  g_free (self->numbers);
  g_free (self->unknown);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* FALSE where the words have been said not to be. */
static gboolean
check_options (const Options *options, const Errand *errand)
{
  if ((options->theirs && options->ours) ||
      (errand->interactive && (options->theirs || options->ours)))
    {
      tal_cli_misuse ("import", _ ("Choose one of --theirs, --ours and --interactive."));
      return FALSE;
    }
  if (options->numbers != NULL && !g_str_equal (options->numbers, "danish") &&
      !g_str_equal (options->numbers, "english"))
    {
      tal_cli_misuse ("import", _ ("The numbers are “danish” or “english”."));
      return FALSE;
    }
  if (options->unknown != NULL && !g_str_equal (options->unknown, "new") &&
      !g_str_equal (options->unknown, "leave-out"))
    {
      tal_cli_misuse ("import", _ ("What is unknown is “new” or “leave-out”."));
      return FALSE;
    }

  return TRUE;
}

static int
run_figures (TalCollection *collection, const Errand *errand, const Options *options)
{
  TalCliFigureErrand figures = { .request = { errand->request, TAL_UNKNOWN_ASK,
                                              options->skips_refused },
                                 .path = errand->request.path,
                                 .sheet = options->sheet,
                                 .map = options->map,
                                 .period = options->period,
                                 .days = options->days,
                                 .numbers = options->numbers,
                                 .format = errand->format,
                                 .interactive = errand->interactive,
                                 .receipt = errand->report };

  if (options->unknown != NULL)
    figures.request.unknown =
        g_str_equal (options->unknown, "new") ? TAL_UNKNOWN_NEW : TAL_UNKNOWN_LEAVE_OUT;
  return tal_cli_import_figures (collection, &figures);
}

static gboolean
parse (char ***words, Options *options, Errand *errand)
{
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &errand->request.dry_run, NULL, NULL },
    { "theirs", 0, 0, G_OPTION_ARG_NONE, &options->theirs, NULL, NULL },
    { "ours", 0, 0, G_OPTION_ARG_NONE, &options->ours, NULL, NULL },
    { "interactive", 0, 0, G_OPTION_ARG_NONE, &errand->interactive, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, NULL, NULL },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report, NULL, NULL },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &options->sheet, NULL, NULL },
    { "map", 0, 0, G_OPTION_ARG_FILENAME, &options->map, NULL, NULL },
    { "period", 0, 0, G_OPTION_ARG_STRING, &options->period, NULL, NULL },
    { "days", 0, 0, G_OPTION_ARG_STRING, &options->days, NULL, NULL },
    { "numbers", 0, 0, G_OPTION_ARG_STRING, &options->numbers, NULL, NULL },
    { "unknown", 0, 0, G_OPTION_ARG_STRING, &options->unknown, NULL, NULL },
    { "skip-refused", 0, 0, G_OPTION_ARG_NONE, &options->skips_refused, NULL, NULL },
    { NULL },
  };

  return tal_cli_parse ("import", entries, words, 2, 2) &&
         tal_cli_parse_format ("import", options->format, &errand->format) &&
         check_options (options, errand);
}

int
tal_cli_run_import (char **words)
{
  g_auto (Options)       options = { 0 };
  g_auto (GStrv)         rest = g_strdupv (words);
  g_autoptr (GHashTable) choices =
      g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  g_autoptr (TalCollection) collection = NULL;
  Errand                    errand = { 0 };

  if (!parse (&rest, &options, &errand))
    return TAL_CLI_USAGE;

  collection = tal_cli_open (rest[1], errand.request.dry_run);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  errand.request.path = rest[2];
  errand.request.choices = choices;
  if (options.theirs || options.ours)
    errand.request.policy = options.theirs ? TAL_IMPORT_THEIRS : TAL_IMPORT_OURS;
  errand.report = options.report;
  return tal_figure_file_is (rest[2]) ? run_figures (collection, &errand, &options)
                                      : run (collection, &errand);
}
