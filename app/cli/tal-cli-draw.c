/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-draw.h"

#include "charts/tal-chart-describe.h"
#include "charts/tal-chart-request.h"
#include "charts/tal-chart-table.h"
#include "cli/tal-cli-span.h"
#include "cli/tal-cli.h"
#include "model/tal-chart-file.h"
#include "model/tal-clock.h"
#include "model/tal-name-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PICTURE_WIDTH 1600
/* The width of the text of a page, in millimetres. */
#define PAPER_WIDTH 160

/* As it was typed. */
typedef struct
{
  char    *kind;
  char   **series;
  char    *plan;
  char    *initiative;
  char    *periods;
  char    *size;
  char    *theme;
  gboolean describe;
  gboolean table;
} Words;

static void
clear_words (Words *self)
{
  g_free (self->kind);
  g_strfreev (self->series);
  g_free (self->plan);
  g_free (self->initiative);
  g_free (self->periods);
  g_free (self->size);
  g_free (self->theme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, clear_words)

static gboolean
parse_kind (const char *text, TalChartKind *ret_kind)
{
  g_autoptr (GString) sentence = NULL;

  if (text != NULL && tal_chart_kind_from_name (text, ret_kind))
    return TRUE;

  sentence = g_string_new (_ ("--kind is one of these:"));
  for (guint i = 0; i < TAL_CHART_N_KINDS; i++)
    g_string_append_printf (sentence, " %s", tal_chart_kind_get_name ((TalChartKind)i));
  tal_cli_misuse ("chart", sentence->str);
  return FALSE;
}

/* "1600x900", or "160x90mm" on paper; without, as wide as is usual and as high as suits. */
static gboolean
parse_size (const char *text, TalChartFormat format, TalChartSize *ret_size)
{
  gboolean         paper = text != NULL && g_str_has_suffix (text, "mm");
  g_autofree char *numbers =
      g_strndup (text != NULL ? text : "", text != NULL ? strlen (text) - (paper ? 2 : 0) : 0);
  g_auto (GStrv) sides = g_strsplit (numbers, "x", 3);
  guint64        width;
  guint64        height;

  if (text == NULL)
    {
      *ret_size = format == TAL_CHART_FORMAT_PDF ? (TalChartSize){ PAPER_WIDTH, 0, TRUE }
                                                 : (TalChartSize){ PICTURE_WIDTH, 0, FALSE };
      return TRUE;
    }
  if (g_strv_length (sides) != 2 ||
      !g_ascii_string_to_unsigned (sides[0], 10, 1, TAL_CHART_MAX_SIDE, &width, NULL) ||
      !g_ascii_string_to_unsigned (sides[1], 10, 1, TAL_CHART_MAX_SIDE, &height, NULL))
    {
      tal_cli_misuse ("chart", _ ("--size is written 1600x900, or 160x90mm for paper."));
      return FALSE;
    }

  *ret_size = (TalChartSize){ (double)width, (double)height, paper };
  return TRUE;
}

static gboolean
parse_theme (const char *text, TalChartFormat format, TalChartStyle *ret_style)
{
  static const char *const names[] = {
    [TAL_CHART_THEME_LIGHT] = "light",
    [TAL_CHART_THEME_DARK] = "dark",
    [TAL_CHART_THEME_PRINT] = "print",
  };

  *ret_style = (TalChartStyle){ .theme = format == TAL_CHART_FORMAT_PDF ? TAL_CHART_THEME_PRINT
                                                                        : TAL_CHART_THEME_LIGHT };
  for (guint i = 0; text != NULL; i++)
    {
      if (i == G_N_ELEMENTS (names))
        {
          tal_cli_misuse ("chart", _ ("--theme is light, dark or print."));
          return FALSE;
        }
      ret_style->theme = (TalChartTheme)i;
      if (g_str_equal (text, names[i]))
        break;
    }
  ret_style->patterns = ret_style->theme == TAL_CHART_THEME_PRINT;
  return TRUE;
}

static gboolean
find_series (const TalCatalogue *catalogue, char **names, GArray *series)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      TalId id;

      if (!tal_cli_find (catalogue, TAL_KIND_SERIES, names[i], &id))
        return FALSE;
      g_array_append_val (series, id);
    }
  return TRUE;
}

/* NULL after having said why. */
static TalChartSpec *
compose (TalCollection *collection, TalChartKind kind, const Words *words)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  g_autoptr (GArray)  series = g_array_new (FALSE, FALSE, sizeof (TalId));
  g_autoptr (GError)  error = NULL;
  TalChartRequest     request = { .kind = kind, .series = series, .masked = TRUE };
  TalChartSpec       *spec = NULL;
  TalCliSpan          span;

  request.today = tal_clock_get_today ();
  if (!tal_cli_span_parse (words->periods, &span) ||
      !tal_cli_find (catalogue, TAL_KIND_PLAN, words->plan, &request.plan) ||
      !tal_cli_find (catalogue, TAL_KIND_INITIATIVE, words->initiative, &request.initiative) ||
      !find_series (catalogue, words->series, series))
    return NULL;

  request.first = span.first.first;
  request.last = span.last.last;
  spec =
      tal_chart_request_compose (&request, catalogue, tal_collection_get_runs (collection), &error);
  if (spec == NULL)
    tal_cli_refuse (error);
  return spec;
}

static void
print_words (const TalChartSpec *spec, const Words *words)
{
  if (words->describe)
    {
      g_autofree char *description = tal_chart_describe (spec);

      tal_cli_print ("%s", description);
    }
  if (words->table)
    {
      g_autoptr (TalChartTable) table = tal_chart_table_new (spec);
      g_autofree char          *text = tal_chart_table_to_text (table);

      g_strchomp (text);
      tal_cli_print ("%s", text);
    }
}

static int
draw (TalCollection       *collection,
      TalChartKind         kind,
      const Words         *words,
      const TalChartStyle *style,
      const TalChartSize  *size,
      const char          *path)
{
  g_autoptr (TalChartSpec) spec = compose (collection, kind, words);
  g_autoptr (GError)       error = NULL;

  if (spec == NULL)
    return TAL_CLI_REFUSED;

  print_words (spec, words);
  if (path != NULL && !tal_chart_file_write (spec, style, size, path, &error))
    return tal_cli_refuse (error);
  return TAL_CLI_DONE;
}

int
tal_cli_draw (char **words)
{
  g_auto (Words)            typed = { 0 };
  g_auto (GStrv)            rest = g_strdupv (words);
  g_autoptr (TalCollection) collection = NULL;
  g_autoptr (GError)        error = NULL;
  TalChartFormat            format = TAL_CHART_FORMAT_SVG;
  TalChartKind              kind;
  TalChartStyle             style;
  TalChartSize              size;
  const GOptionEntry        options[] = {
           { "kind", 0, 0, G_OPTION_ARG_STRING, &typed.kind, NULL, NULL },
           { "series", 0, 0, G_OPTION_ARG_STRING_ARRAY, &typed.series, NULL, NULL },
           { "plan", 0, 0, G_OPTION_ARG_STRING, &typed.plan, NULL, NULL },
           { "initiative", 0, 0, G_OPTION_ARG_STRING, &typed.initiative, NULL, NULL },
           { "periods", 0, 0, G_OPTION_ARG_STRING, &typed.periods, NULL, NULL },
           { "size", 0, 0, G_OPTION_ARG_STRING, &typed.size, NULL, NULL },
           { "theme", 0, 0, G_OPTION_ARG_STRING, &typed.theme, NULL, NULL },
           { "describe", 0, 0, G_OPTION_ARG_NONE, &typed.describe, NULL, NULL },
           { "table", 0, 0, G_OPTION_ARG_NONE, &typed.table, NULL, NULL },
           { NULL },
  };

  if (!tal_cli_parse ("chart", options, &rest, 1, 2) || !parse_kind (typed.kind, &kind))
    return TAL_CLI_USAGE;
  if (rest[2] == NULL && !typed.describe && !typed.table)
    return tal_cli_misuse ("chart",
                           _ ("Name a file to draw in, or ask for --describe or --table."));
  if (rest[2] != NULL && !tal_chart_file_find_format (rest[2], &format, &error))
    return tal_cli_misuse ("chart", error->message);
  if (!parse_size (typed.size, format, &size) || !parse_theme (typed.theme, format, &style))
    return TAL_CLI_USAGE;

  collection = tal_cli_open (rest[1], TRUE);
  if (collection == NULL)
    return TAL_CLI_REFUSED;
  /* A share and what it is of must be of one moment. */
  if (!tal_collection_begin_reading (collection, &error))
    return tal_cli_refuse (error);

  return draw (collection, kind, &typed, &style, &size, rest[2]);
}
