/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "charts/tal-chart-request.h"

#include "base/tal-error.h"
#include "charts/tal-chart-compose.h"

#include <glib/gi18n-lib.h>

static const struct
{
  TalChartComposer compose;
  const char      *lacking;
} kinds[TAL_CHART_N_KINDS] = {
  [TAL_CHART_SPARKLINE] = {
      tal_chart_compose_sparkline,
      N_ ("There are no figures for a line here. Name a series with "
                                "figures.") },
      [TAL_CHART_BULLET] = {
          tal_chart_compose_bullet,
          N_ ("There are no goals here. Name a plan or an initiative with "
                             "goals.") },
          [TAL_CHART_STRIP] = {
              tal_chart_compose_strip,
              N_ ("There are no goals here. Name a plan or an initiative with goals.") },
              [TAL_CHART_LINE] = {
                  tal_chart_compose_line,
                  N_ ("There are no figures of several periods here. Name one or more "
                           "series.") },
                  [TAL_CHART_MULTIPLES] = {
                      tal_chart_compose_multiples,
                      N_ ("There is no group of series with figures of several periods here. "
                                "Name the series.") },
                      [TAL_CHART_MIX] = {
                          tal_chart_compose_mix,
                          N_ ("There are no figures by target group and offer here. Name totals that "
                          "are made of offers.") },
                          [TAL_CHART_DUMBBELL] = {
                              tal_chart_compose_dumbbell,
                              N_ ("There are no two groups to compare here. Name a difference of two "
                               "shares, or a plan whose goals are another unit's level.") },
                              [TAL_CHART_COLUMNS] = {
                                  tal_chart_compose_columns,
                                  N_ ("There are no figures of several years here. Name one or more "
                              "series.") },
                                  [TAL_CHART_DISTRIBUTION] = {
                                      tal_chart_compose_distribution,
                                      N_ ("There is no total with its parts here. Name a total, or the "
                                   "parts.") },
                                      [TAL_CHART_TIMELINE] = {
                                          tal_chart_compose_timeline,
                                          N_ ("There is no money and no initiative with its days here. Name a "
                               "plan that has them.") },
                                          [TAL_CHART_DOTS] = {
                                              tal_chart_compose_dots,
                                              N_ ("There are no ratios by provider here. Name the series.") },
                                              [TAL_CHART_SUM] = {
                                                  tal_chart_compose_sum,
                                                  N_ ("There is no sum of counts here. Name a total.") },
                                                  [TAL_CHART_FUNNEL] = {
                                                      tal_chart_compose_funnel,
                                                      N_ ("There are no goals that build upon one another here. Name their "
                             "initiative.") },
                                                      [TAL_CHART_WATERFALL] = {
                                                          tal_chart_compose_waterfall,
                                                          N_ ("There is no total with its parts here. Name a total.") },
                                                          [TAL_CHART_YEARS] = { tal_chart_compose_years,
                                                                                N_ ("There are no figures of the months or quarters of two years here. "
                            "Name a series that has them.") },
                                                          };

static void
clear (TalChartComposition *self)
{
  g_ptr_array_unref (self->subjects);
  g_array_unref (self->cells);
  g_free (self->plain_title);
}

static gboolean
compose (TalChartComposition *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  TalChartKind       kind = self->request->kind;

  if (kinds[kind].compose (self, &failure))
    return tal_chart_compose_finish (self, error);
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  else
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _ (kinds[kind].lacking));
  return FALSE;
}

TalChartSpec *
tal_chart_request_compose (const TalChartRequest *self,
                           const TalCatalogue    *catalogue,
                           TalRunSource          *runs,
                           GError               **error)
{
  TalChartComposition composition = { .request = self, .catalogue = catalogue, .runs = runs };

  g_return_val_if_fail (self != NULL && catalogue != NULL && runs != NULL, NULL);
  g_return_val_if_fail (self->kind < TAL_CHART_N_KINDS, NULL);

  composition.subjects = g_ptr_array_new ();
  composition.cells = g_array_new (FALSE, TRUE, sizeof (TalChartCell));
  if (!compose (&composition, error))
    g_clear_pointer (&composition.spec, tal_chart_spec_unref);
  clear (&composition);
  return composition.spec;
}

gboolean
tal_chart_spec_is_touched (const TalChartSpec *self, const TalChangeSet *changes)
{
  g_return_val_if_fail (self != NULL && changes != NULL, FALSE);

  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      if (tal_change_set_get_change (changes, i)->key.kind != TAL_KIND_OBSERVATION)
        return TRUE;
    }
  for (guint i = 0; i < self->rests_on->len; i++)
    {
      if (tal_change_set_touches_series (changes, g_array_index (self->rests_on, TalId, i)))
        return TRUE;
    }
  return FALSE;
}
