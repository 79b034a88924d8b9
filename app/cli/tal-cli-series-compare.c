/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "cli/tal-cli-series-compare.h"

#include "cli/tal-cli.h"
#include "core/tal-comparability.h"
#include "core/tal-danish-period.h"
#include "core/tal-derive.h"
#include "core/tal-goal-text.h"
#include "model/tal-name-search.h"

#include <glib/gi18n-lib.h>

/* Leaves the subject's period unset where the series has no figure within the span. */
static gboolean
find_newest (TalCollection           *collection,
             const TalCliSpan        *span,
             TalComparabilitySubject *subject,
             TalFigure               *ret_figure,
             GError                 **error)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  TalRunSource       *runs = tal_collection_get_runs (collection);
  g_autoptr (GArray)  periods = tal_derive_list_periods (catalogue, runs, subject->series, error);

  if (periods == NULL)
    return FALSE;

  for (guint i = periods->len; i > 0; i--)
    {
      TalPeriod period = g_array_index (periods, TalPeriod, i - 1);

      if (!tal_cli_span_contains (span, period))
        continue;
      if (!tal_derive_figure (catalogue, runs, subject->series, period, ret_figure, error))
        return FALSE;
      if (!tal_figure_is_known (ret_figure))
        continue;

      subject->figure = ret_figure;
      subject->period = period;
      return TRUE;
    }

  return TRUE;
}

static void
print_subject (const TalComparabilitySubject *subject)
{
  g_autofree char *period = NULL;
  g_autofree char *value = NULL;
  TalDecimal       shown;

  if (subject->figure == NULL)
    {
      tal_cli_print ("%s: ikke opgjort", subject->series->name);
      return;
    }

  period = tal_danish_period_format (subject->period, TAL_DANISH_PERIOD_TABLE);
  if (tal_figure_get_decimal (subject->figure, subject->series->decimals, &shown))
    value = tal_goal_text_value (shown, subject->series->measure_unit);
  tal_cli_print ("%s, %s: %s%s%s", subject->series->name, period,
                 tal_approximation_get_prefix (subject->figure->approximation),
                 value != NULL ? value : "..",
                 subject->figure->state == TAL_FIGURE_FINAL ? "" : "*");
}

/* Fills the two arrays, which are as long as the list of names. */
static gboolean
gather (TalCollection    *collection,
        char            **names,
        const TalCliSpan *span,
        GArray           *subjects,
        GArray           *figures)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  g_autoptr (GError)  error = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      const TalRecord *found = tal_name_search_find (catalogue, TAL_KIND_SERIES, names[i], &error);
      TalComparabilitySubject *subject = &g_array_index (subjects, TalComparabilitySubject, i);
      TalFigure               *figure = &g_array_index (figures, TalFigure, i);

      if (found != NULL)
        *subject =
            (TalComparabilitySubject){ .series = TAL_SERIES (found), .period = TAL_PERIOD_UNSET };
      if (found == NULL || !find_newest (collection, span, subject, figure, &error))
        {
          tal_cli_refuse (error);
          return FALSE;
        }
    }

  return TRUE;
}

int
tal_cli_series_compare (TalCollection *collection, char **names, const TalCliSpan *span)
{
  guint                     length = g_strv_length (names);
  g_autoptr (GArray)        subjects = g_array_new (FALSE, TRUE, sizeof (TalComparabilitySubject));
  g_autoptr (GArray)        figures = g_array_new (FALSE, TRUE, sizeof (TalFigure));
  g_auto (TalComparability) result = { 0 };

  if (length < 2)
    return tal_cli_misuse ("series", _ ("--compare is given at least twice."));

  g_array_set_size (subjects, length);
  g_array_set_size (figures, length);
  if (!gather (collection, names, span, subjects, figures))
    return TAL_CLI_REFUSED;

  result = tal_comparability_assess (tal_collection_get_catalogue (collection),
                                     (gconstpointer)subjects->data, length,
                                     TAL_COMPARABILITY_USE_BESIDE, TAL_DIFFERENCE_NONE);
  for (guint i = 0; i < length; i++)
    print_subject (&g_array_index (subjects, TalComparabilitySubject, i));
  tal_cli_print ("%s", result.note != NULL ? result.note : "Tallene kan sammenlignes.");
  return TAL_CLI_DONE;
}
