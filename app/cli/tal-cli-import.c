/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-import-text.h"
#include "cli/tal-cli-table.h"
#include "cli/tal-cli.h"
#include "core/tal-change-text.h"
#include "model/tal-collection-exchange.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

typedef struct
{
  TalImportRequest request;
  TalCliFormat     format;
  gboolean         interactive;
  char            *report; /* a file for the receipt, or NULL */
} Errand;

static const char *const columns[] = { "difference", "object", "field",    "ours", "theirs",
                                       "decision",   "line",   "sentence", NULL };

static void
add_row (TalCliTable *table, const TalImportRow *row, const TalFieldChange *field)
{
  tal_cli_table_add_text (table, tal_import_row_get_type_name (row));
  tal_cli_table_add_text (table, row->object);
  tal_cli_table_add_text (table, field != NULL ? field->title : NULL);
  tal_cli_table_add_text (table, field != NULL ? field->before : NULL);
  tal_cli_table_add_text (table, field != NULL ? field->after : NULL);
  tal_cli_table_add_text (table, tal_import_row_get_choice_name (row));
  tal_cli_table_add_integer (table, (int)row->line);
  tal_cli_table_add_text (table, row->sentence);
}

/* A row for each field, or for the object where it is removed. */
static void
print_table (const TalImportReport *report, TalCliFormat format)
{
  g_autoptr (TalCliTable) table = tal_cli_table_new (columns);

  for (guint i = 0; i < report->rows->len; i++)
    {
      const TalImportRow *row = g_ptr_array_index (report->rows, i);

      for (guint j = 0; j < row->fields->len; j++)
        add_row (table, row, g_ptr_array_index (row->fields, j));
      if (row->fields->len == 0)
        add_row (table, row, NULL);
    }
  tal_cli_table_print (table, format);
}

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
  g_autofree char   *text = tal_cli_import_dup_text (report, TRUE);
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
      print_table (report, errand->format);
    }
  else
    {
      g_autofree char *text = tal_cli_import_dup_text (report, errand->request.dry_run);

      g_strchomp (text);
      tal_cli_print ("%s", text);
    }

  if (refused)
    g_printerr ("indsatstal-cli: %s\n", _ ("Nothing was written. Decide with --theirs or --ours."));
  else if (errand->format == TAL_CLI_FORMAT_TEXT)
    tal_cli_print ("%s", get_outcome (report, errand->request.dry_run));
  return write_receipt (errand, report) && !refused ? TAL_CLI_DONE : TAL_CLI_REFUSED;
}

/* What a person answers: "v" for ours, "d" for theirs; anything else leaves it open. */
static TalImportChoice
ask (const TalImportRow *row)
{
  g_autofree char *fields = tal_cli_import_dup_fields (row);
  char             answer[16] = "";

  tal_cli_print ("%s", row->sentence);
  if (fields[0] != '\0')
    tal_cli_print ("  %s", fields);
  g_print ("%s ", _ ("Keep [o]urs, take [t]heirs, or leave it [Enter]?"));
  if (fgets (answer, sizeof answer, stdin) == NULL)
    return TAL_IMPORT_CHOICE_OPEN;

  g_strchomp (answer);
  if (g_strcmp0 (answer, C_ ("answer", "o")) == 0)
    return TAL_IMPORT_CHOICE_OURS;

  return g_strcmp0 (answer, C_ ("answer", "t")) == 0 ? TAL_IMPORT_CHOICE_THEIRS
                                                     : TAL_IMPORT_CHOICE_OPEN;
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
                             GINT_TO_POINTER (ask (row)));
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

int
tal_cli_run_import (char **words)
{
  gboolean               theirs = FALSE;
  gboolean               ours = FALSE;
  g_auto (GStrv)         rest = g_strdupv (words);
  g_autofree char       *format = NULL;
  g_autofree char       *report = NULL;
  g_autoptr (GHashTable) choices =
      g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, NULL);
  g_autoptr (TalCollection) collection = NULL;
  Errand                    errand = { 0 };
  const GOptionEntry        options[] = {
           { "dry-run", 0, 0, G_OPTION_ARG_NONE, &errand.request.dry_run, NULL, NULL },
           { "theirs", 0, 0, G_OPTION_ARG_NONE, &theirs, NULL, NULL },
           { "ours", 0, 0, G_OPTION_ARG_NONE, &ours, NULL, NULL },
           { "interactive", 0, 0, G_OPTION_ARG_NONE, &errand.interactive, NULL, NULL },
           { "format", 0, 0, G_OPTION_ARG_STRING, &format, NULL, NULL },
           { "report", 0, 0, G_OPTION_ARG_FILENAME, &report, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("import", options, &rest, 2, 2) ||
      !tal_cli_parse_format ("import", format, &errand.format))
    return TAL_CLI_USAGE;
  if ((theirs && ours) || (errand.interactive && (theirs || ours)))
    return tal_cli_misuse ("import", _ ("Choose one of --theirs, --ours and --interactive."));

  collection = tal_cli_open (rest[1], errand.request.dry_run);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  errand.request.path = rest[2];
  errand.request.choices = choices;
  if (theirs || ours)
    errand.request.policy = theirs ? TAL_IMPORT_THEIRS : TAL_IMPORT_OURS;
  errand.report = report;
  return run (collection, &errand);
}
