/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-danish-date.h"
#include "cli/tal-cli.h"
#include "model/tal-clock.h"
#include "model/tal-collection-export.h"
#include "model/tal-collection-tables.h"

#include <glib/gi18n-lib.h>

/* Above it, a count is not small. */
#define MOST_MASKED 1000

/* As it was asked for. */
typedef struct
{
  char    *plan;
  char    *initiative;
  char    *period;
  char    *format;
  char    *table;
  char    *since;
  char    *to;
  int      mask;
  gboolean form;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->plan);
  g_free (self->initiative);
  g_free (self->period);
  g_free (self->format);
  g_free (self->table);
  g_free (self->since);
  g_free (self->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The last file, or the beginning of a day, as files or as people write it; neither where nothing is
 * asked for.  FALSE after having said how to call it. */
static gboolean
parse_since (const char *text, TalExchangeExport *exchange)
{
  g_autoptr (GError) error = NULL;
  TalDay             day = TAL_DAY_NONE;
  TalDay             today = tal_clock_get_today ();

  exchange->since_last = g_strcmp0 (text, "last") == 0;
  if (text == NULL || exchange->since_last)
    return TRUE;

  if (!tal_day_parse (text, &day, NULL) && !tal_danish_date_parse (text, &day, &error))
    {
      tal_cli_misuse ("export", error->message);
      return FALSE;
    }

  exchange->since = tal_clock_get_start_of_day (day < today ? (guint)(today - day) : 0);
  return TRUE;
}

/* An exchange file, unless the format or the ending says tables.  FALSE after having said how to
 * call it. */
static gboolean
find_format (const Options *options,
             const char    *path,
             gboolean      *ret_tables,
             TalTableFile  *ret_format)
{
  const char *name = options->format != NULL ? options->format : path;

  *ret_tables = tal_table_file_from_name (name, ret_format);
  if (options->format != NULL && !*ret_tables && !g_str_equal (options->format, "xml"))
    {
      g_autofree char *sentence =
          g_strdup_printf (_ ("“%s” is not one of xml, xlsx, ods and csv."), options->format);

      tal_cli_misuse ("export", sentence);
      return FALSE;
    }
  if (!*ret_tables && (options->table != NULL || options->mask != 0))
    {
      tal_cli_misuse ("export", _ ("--table and --mask belong to tables: .xlsx, .ods or .csv."));
      return FALSE;
    }
  if (*ret_tables && (options->since != NULL || options->to != NULL))
    {
      tal_cli_misuse ("export", _ ("--since and --to belong to exchange files: .xml."));
      return FALSE;
    }
  if (g_strcmp0 (options->since, "last") == 0 && options->to == NULL)
    {
      tal_cli_misuse ("export", _ ("--since last is the last file to a unit: name it by --to."));
      return FALSE;
    }
  if (options->form && (!*ret_tables || *ret_format != TAL_TABLE_FILE_XLSX ||
                        options->table != NULL || options->mask != 0 || options->period == NULL))
    {
      tal_cli_misuse ("export",
                      _ ("--form is an .xlsx of one --period, without --table and --mask."));
      return FALSE;
    }
  if (options->mask < 0 || options->mask > MOST_MASKED)
    {
      tal_cli_misuse ("export", _ ("--mask wants a number from 1 to 1000, as 5."));
      return FALSE;
    }

  return TRUE;
}

/* What is sent to a unit is remembered, where the collection may be written. */
static TalCollection *
open_collection (const char *path, gboolean remembers)
{
  TalCollection *collection = remembers ? tal_collection_open (path, FALSE, NULL) : NULL;

  return collection != NULL ? collection : tal_cli_open (path, TRUE);
}

static gboolean
write_exchange (TalCollection           *collection,
                const char              *path,
                const TalExchangeExport *exchange,
                GError                 **error)
{
  gboolean sent = TRUE;

  if ((exchange->since_last && !tal_collection_has_sent (collection, exchange, &sent, error)) ||
      !tal_collection_export (collection, path, exchange, NULL, error))
    return FALSE;

  if (!sent)
    tal_cli_print ("%s", _ ("Nothing has been sent there before: the file has everything."));
  return TRUE;
}

int
tal_cli_run_export (char **words)
{
  g_auto (Options)          asked = { NULL };
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GError)        error = NULL;
  const TalCatalogue       *catalogue = NULL;
  TalTableExport            what = { TAL_TABLE_FILE_XLSX };
  TalExchangeExport         exchange = { .since = TAL_TIME_NONE };
  g_autoptr (GArray)        initiatives = g_array_new (FALSE, FALSE, sizeof (TalId));
  TalId                     initiative = TAL_ID_NONE;
  gboolean                  tables = FALSE;
  gboolean                  written = FALSE;
  const GOptionEntry        options[] = {
           { "plan", 0, 0, G_OPTION_ARG_STRING, &asked.plan, NULL, NULL },
           { "initiative", 0, 0, G_OPTION_ARG_STRING, &asked.initiative, NULL, NULL },
           { "period", 0, 0, G_OPTION_ARG_STRING, &asked.period, NULL, NULL },
           { "format", 0, 0, G_OPTION_ARG_STRING, &asked.format, NULL, NULL },
           { "table", 0, 0, G_OPTION_ARG_STRING, &asked.table, NULL, NULL },
           { "since", 0, 0, G_OPTION_ARG_STRING, &asked.since, NULL, NULL },
           { "to", 0, 0, G_OPTION_ARG_STRING, &asked.to, NULL, NULL },
           { "mask", 0, 0, G_OPTION_ARG_INT, &asked.mask, NULL, NULL },
           { "form", 0, 0, G_OPTION_ARG_NONE, &asked.form, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("export", options, &rest, 2, 2) ||
      !find_format (&asked, rest[2], &tables, &what.format) ||
      !parse_since (asked.since, &exchange))
    return TAL_CLI_USAGE;
  if (!tal_cli_parse_period (asked.period, &what.period))
    return TAL_CLI_REFUSED;

  collection = open_collection (rest[1], asked.to != NULL);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  catalogue = tal_collection_get_catalogue (collection);
  if (!tal_cli_find (catalogue, TAL_KIND_PLAN, asked.plan, &what.plan) ||
      !tal_cli_find (catalogue, TAL_KIND_INITIATIVE, asked.initiative, &initiative) ||
      !tal_cli_find (catalogue, TAL_KIND_UNIT, asked.to, &exchange.to))
    return TAL_CLI_REFUSED;

  if (!tal_id_is_none (initiative))
    g_array_append_val (initiatives, initiative);
  exchange.plan = what.plan;
  exchange.period = what.period;
  exchange.initiatives = what.initiatives = initiatives;
  what.table = asked.table;
  what.mask_below = asked.mask;
  if (asked.form)
    written = tal_collection_export_form (collection, rest[2], &what, NULL, &error);
  else
    written = tables ? tal_collection_export_tables (collection, rest[2], &what, NULL, &error)
                     : write_exchange (collection, rest[2], &exchange, &error);
  if (!written)
    return tal_cli_refuse (error);

  tal_cli_print (_ ("%s has been written."), rest[2]);
  return TAL_CLI_DONE;
}
