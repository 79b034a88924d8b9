/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/tal-danish-number.h"
#include "cli/tal-cli-series-compare.h"
#include "cli/tal-cli-span.h"
#include "cli/tal-cli-table.h"
#include "cli/tal-cli.h"
#include "core/tal-danish-period.h"
#include "core/tal-derive.h"
#include "core/tal-goal-text.h"
#include "core/tal-title.h"
#include "model/tal-name-search.h"

#include <glib/gi18n-lib.h>

/* A promise to scripts, and what else there is to know. */
#define COLUMNS                                                                               \
  "uuid", "series", "target_group", "area", "offer", "provider", "measure", "unit", "period", \
      "value", "numerator", "denominator", "state", "source", "note"

static const char *const columns[] = { COLUMNS, NULL };
static const char *const wide_columns[] = { COLUMNS,  "shown",  "approximation", "missing",
                                            "method", "cohort", "definition",    NULL };

/* What is asked for, and where it goes. */
typedef struct
{
  TalCollection *collection;
  TalCliSpan     span;
  TalCliFormat   format;
  gboolean       wide; /* with the further columns */
  TalCliTable   *table;
} Listing;

static void
add_member (const Listing *listing, TalId id)
{
  const TalRecord *member =
      tal_catalogue_find (tal_collection_get_catalogue (listing->collection), TAL_KIND_MEMBER, id);

  tal_cli_table_add_text (listing->table, member != NULL ? tal_title_get_name (member) : NULL);
}

/* The remark on the figure itself, else the one on its series. */
static gboolean
add_note (const Listing *listing, const TalSeries *series, TalPeriod period, GError **error)
{
  g_autoptr (TalRun)    run = NULL;
  const TalObservation *observation = NULL;

  run = tal_run_source_ref_run (tal_collection_get_runs (listing->collection), series->record.id,
                                error);
  if (run == NULL)
    return FALSE;

  observation = tal_run_find (run, period);
  tal_cli_table_add_text (listing->table, observation != NULL && observation->note != NULL
                                              ? observation->note
                                              : series->note);
  return TRUE;
}

/* How the figure is shown and said, and what it counts. */
static void
add_how (TalCliTable *table, const TalSeries *series, const TalFigure *figure)
{
  TalDecimal shown = TAL_DECIMAL_NONE;

  tal_figure_get_decimal (figure, CLAMP (series->decimals, 0, TAL_DECIMAL_MAX_SCALE), &shown);
  tal_cli_table_add_decimal (table, shown);
  tal_cli_table_add_text (table, figure->approximation != TAL_APPROXIMATION_EXACT
                                     ? tal_approximation_get_name (figure->approximation)
                                     : NULL);
  tal_cli_table_add_text (table, figure->missing != TAL_MISSING_NOT
                                     ? tal_missing_get_name (figure->missing)
                                     : NULL);
  tal_cli_table_add_text (table, series->method);
  tal_cli_table_add_text (table, series->cohort);
  tal_cli_table_add_text (table, series->definition);
}

static gboolean
add_row (const Listing   *listing,
         const TalSeries *series,
         TalPeriod        period,
         const TalFigure *figure,
         GError         **error)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (listing->collection);
  TalRunSource       *runs = tal_collection_get_runs (listing->collection);
  g_autofree char    *period_text = tal_period_to_string (period);
  char                id[TAL_ID_STRING_LENGTH + 1];
  TalFigure           above;
  TalFigure           below;

  if (!tal_derive_sum (catalogue, runs, series, TAL_TERM_ABOVE, period, &above, error) ||
      !tal_derive_sum (catalogue, runs, series, TAL_TERM_BELOW, period, &below, error))
    return FALSE;

  tal_id_format (series->record.id, id);
  tal_cli_table_add_text (listing->table, id);
  tal_cli_table_add_text (listing->table, series->name);
  add_member (listing, series->target_group);
  add_member (listing, series->area);
  add_member (listing, series->offer);
  add_member (listing, series->provider);
  tal_cli_table_add_text (listing->table, series->measure);
  tal_cli_table_add_text (listing->table, tal_measure_unit_get_name (series->measure_unit));
  tal_cli_table_add_text (listing->table, period_text);
  tal_cli_table_add_figure (listing->table, figure, series->decimals);
  tal_cli_table_add_sum (listing->table, &above);
  tal_cli_table_add_sum (listing->table, &below);
  tal_cli_table_add_text (listing->table, tal_figure_state_get_name (figure->state));
  tal_cli_table_add_text (listing->table, series->source);
  if (!add_note (listing, series, period, error))
    return FALSE;

  if (listing->wide)
    add_how (listing->table, series, figure);
  return TRUE;
}

static void
print_row (const TalSeries *series, TalPeriod period, const TalFigure *figure)
{
  g_autofree char *period_text = tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE);
  g_autofree char *value_text = NULL;
  g_autofree char *said = NULL;
  TalDecimal       value;

  if (tal_fraction_round (figure->value, (guint8)series->decimals, &value))
    value_text = tal_goal_text_value (value, series->measure_unit);
  said = g_strconcat (tal_approximation_get_prefix (figure->approximation),
                      value_text != NULL ? value_text : "..", NULL);
  tal_cli_print ("  %-28s %12s%s", period_text, said, figure->state == TAL_FIGURE_FINAL ? "" : "*");
}

static gboolean
list_series (const Listing *listing, const TalSeries *series, GError **error)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (listing->collection);
  TalRunSource       *runs = tal_collection_get_runs (listing->collection);
  g_autoptr (GArray)  periods = tal_derive_list_periods (catalogue, runs, series, error);
  gboolean            named = FALSE;

  if (periods == NULL)
    return FALSE;

  for (guint i = 0; i < periods->len; i++)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i);
      TalFigure figure;

      if (!tal_cli_span_contains (&listing->span, period))
        continue;
      if (!tal_derive_figure (catalogue, runs, series, period, &figure, error))
        return FALSE;
      if (!figure.found || (figure.computed && figure.missing != TAL_MISSING_NOT))
        continue;

      if (listing->format != TAL_CLI_FORMAT_TEXT)
        {
          if (!add_row (listing, series, period, &figure, error))
            return FALSE;
          continue;
        }
      if (!named)
        tal_cli_print ("%s", series->name);
      named = TRUE;
      print_row (series, period, &figure);
    }

  return TRUE;
}

int
tal_cli_run_series (char **words)
{
  g_autofree char          *name = NULL;
  g_autofree char          *span = NULL;
  g_autofree char          *format_text = NULL;
  g_auto (GStrv)            compared = NULL;
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (TalCliTable)   table = NULL;
  g_autoptr (GPtrArray)     found = NULL;
  g_autoptr (GError)        error = NULL;
  Listing                   listing = { .format = TAL_CLI_FORMAT_TEXT };
  const GOptionEntry        options[] = {
           { "name", 0, 0, G_OPTION_ARG_STRING, &name, NULL, NULL },
           { "compare", 0, 0, G_OPTION_ARG_STRING_ARRAY, &compared, NULL, NULL },
           { "periods", 0, 0, G_OPTION_ARG_STRING, &span, NULL, NULL },
           { "format", 0, 0, G_OPTION_ARG_STRING, &format_text, NULL, NULL },
           { "wide", 0, 0, G_OPTION_ARG_NONE, &listing.wide, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("series", options, &rest, 1, 1) ||
      !tal_cli_parse_format ("series", format_text, &listing.format))
    return TAL_CLI_USAGE;
  if (compared != NULL && (name != NULL || listing.format != TAL_CLI_FORMAT_TEXT))
    return tal_cli_misuse ("series", _ ("--compare names the series itself and answers in text."));
  if (!tal_cli_span_parse (span, &listing.span))
    return TAL_CLI_REFUSED;

  table = tal_cli_table_new (listing.wide ? wide_columns : columns);
  listing.table = table;

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;

  /* A row has a share and its two counts, which must belong together. */
  if (!tal_collection_begin_reading (collection, &error))
    return tal_cli_refuse (error);

  if (compared != NULL)
    return tal_cli_series_compare (collection, compared, &listing.span);

  listing.collection = collection;
  found = tal_name_search_list (tal_collection_get_catalogue (collection), TAL_KIND_SERIES, name);
  if (found->len == 0 && name != NULL)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("There is no series called “%s”."), name);

      return tal_cli_refuse_saying (sentence);
    }

  for (guint i = 0; i < found->len; i++)
    {
      if (!list_series (&listing, TAL_SERIES (g_ptr_array_index (found, i)), &error))
        return tal_cli_refuse (error);
    }

  if (listing.format != TAL_CLI_FORMAT_TEXT)
    tal_cli_table_print (table, listing.format);
  return TAL_CLI_DONE;
}
