/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many are left on the way: goals of which each is a share of what the one before counted.
 * It writes Danish by rule, whatever the language of the program: these stand in the committee's
 * own papers.
 */

#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-initiative.h"
#include "core/tal-title.h"

#define UNKNOWN_STAGE "Grundlaget for andelen (ikke oplyst)"

/* const TalSeries *; NULL is a stage that nobody counted. */
typedef GPtrArray Chain;

static const TalSeries *
find_term (const TalChartComposition *self, const TalSeries *series, TalTermPlace place)
{
  const TalSeries *found = NULL;

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm *term = tal_series_get_term (series, i);

      if (term->place != place)
        continue;
      if (found != NULL || term->sign != TAL_TERM_PLUS)
        return NULL;
      found = tal_chart_compose_find_series (self, term->series);
    }
  return found;
}

static const TalSeries *
get_last (const Chain *chain)
{
  return chain->len > 0 ? g_ptr_array_index (chain, chain->len - 1) : NULL;
}

/* A count begins the chain; a share goes on from what it is a share of, or from something that
 * isn't known. */
static void
add_stage (const TalChartComposition *self, const TalSeries *series, Chain *chain)
{
  const TalSeries *above = NULL;
  const TalSeries *below = NULL;

  if (tal_series_is_count (series) || tal_series_counts_people (series))
    {
      if (chain->len == 0)
        g_ptr_array_add (chain, (gpointer)series);
      return;
    }

  above = find_term (self, series, TAL_TERM_ABOVE);
  below = find_term (self, series, TAL_TERM_BELOW);
  if (above == NULL || g_ptr_array_find (chain, above, NULL))
    return;
  if (chain->len == 0 && below != NULL)
    g_ptr_array_add (chain, (gpointer)below);
  if (chain->len == 0 || (below != NULL && below != get_last (chain)))
    return;
  if (below == NULL)
    g_ptr_array_add (chain, NULL);
  g_ptr_array_add (chain, (gpointer)above);
}

static Chain *
list_chain (const TalChartComposition *self, TalId initiative)
{
  Chain                  *chain = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *goals =
      tal_catalogue_get_children (self->catalogue, TAL_KIND_GOAL, initiative, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalGoal *goal = TAL_GOAL (goals[i]);

      for (guint j = 0; j < tal_goal_get_n_criteria (goal); j++)
        {
          const TalSeries *series =
              tal_chart_compose_find_series (self, tal_goal_get_criterion (goal, j)->series);

          if (series != NULL)
            add_stage (self, series, chain);
        }
    }
  return chain;
}

/* The longest chain of the initiatives in scope, the first of several. */
static Chain *
find_natural (const TalChartComposition *self)
{
  guint                   length = 0;
  const TalRecord *const *initiatives =
      tal_catalogue_get_records (self->catalogue, TAL_KIND_INITIATIVE, &length);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; i < length; i++)
    {
      g_autoptr (GPtrArray) chain = NULL;

      if (!tal_chart_compose_is_initiative_in_scope (self, initiatives[i]->id))
        continue;
      chain = list_chain (self, initiatives[i]->id);
      /* A stage that nobody counted makes no chain longer. */
      if (chain->len - (g_ptr_array_find (chain, NULL, NULL) ? 1 : 0) <=
          found->len - (g_ptr_array_find (found, NULL, NULL) ? 1 : 0))
        continue;
      g_ptr_array_unref (found);
      found = g_steal_pointer (&chain);
    }
  return g_steal_pointer (&found);
}

/* What is added to the last stage in some total of the initiative: it left the chain early. */
static GPtrArray *
list_branches (const TalChartComposition *self, Chain *chain)
{
  GPtrArray            *branches = g_ptr_array_new ();
  const TalSeries      *last = get_last (chain);
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);

  for (guint i = 0; i < candidates->len && branches->len == 0; i++)
    {
      const TalSeries *total = g_ptr_array_index (candidates, i);
      gboolean         holds = FALSE;

      if (total->basis != TAL_BASIS_SUM || !tal_id_is_equal (total->initiative, last->initiative))
        continue;
      for (guint j = 0; j < tal_series_get_n_terms (total); j++)
        holds = holds || tal_id_is_equal (tal_series_get_term (total, j)->series, last->record.id);
      for (guint j = 0; holds && j < tal_series_get_n_terms (total); j++)
        {
          const TalTerm   *term = tal_series_get_term (total, j);
          const TalSeries *part = tal_chart_compose_find_series (self, term->series);

          if (part != NULL && term->sign == TAL_TERM_PLUS && !g_ptr_array_find (chain, part, NULL))
            g_ptr_array_add (branches, (gpointer)part);
        }
    }
  return branches;
}

static gboolean
add_position (TalChartComposition *self,
              const TalSeries     *series,
              TalPeriod            period,
              TalChartPlace        place,
              GError             **error)
{
  TalChartSeries *row = g_ptr_array_index (self->spec->series, 0);

  if (series == NULL)
    {
      tal_chart_spec_add_thing (self->spec, UNKNOWN_STAGE);
      tal_chart_series_add (row, TAL_CHART_VALUE_UNKNOWN);
      return TRUE;
    }
  tal_chart_spec_add_thing (self->spec, series->name)->place = place;
  return tal_chart_compose_add_value (self, 0, series, period, error);
}

/* What leaves the chain leaves it behind its first stage. */
static gboolean
fill (TalChartComposition *self,
      const Chain         *chain,
      const GPtrArray     *branches,
      TalPeriod            period,
      GError             **error)
{
  for (guint i = 0; i < chain->len; i++)
    {
      if (!add_position (self, g_ptr_array_index (chain, i), period, TAL_CHART_PLACE_PLAIN, error))
        return FALSE;
      for (guint j = 0; i == 0 && j < branches->len; j++)
        {
          if (!add_position (self, g_ptr_array_index (branches, j), period, TAL_CHART_PLACE_BRANCH,
                             error))
            return FALSE;
        }
    }
  return TRUE;
}

/* "110 af 545 deltagere: Ledige i beskæftigelse efter …"; NULL where a stage isn't known. */
static char *
write_claim (const TalChartComposition *self, const Chain *chain)
{
  const TalSeries *first = g_ptr_array_index (chain, 0);
  const TalSeries *last = get_last (chain);
  TalChartValue    most = TAL_CHART_VALUE_UNKNOWN;
  TalChartValue    least = TAL_CHART_VALUE_UNKNOWN;
  g_autofree char *number = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *inside = NULL;

  for (guint i = 0; i < self->spec->positions->len; i++)
    {
      TalChartValue each = tal_chart_series_get (tal_chart_spec_get_series (self->spec, 0), i);

      if (!tal_chart_value_is_known (&each) || each.approximation != TAL_APPROXIMATION_EXACT)
        return NULL;
      if (i == 0)
        most = each;
      least = each;
    }
  if (first->measure == NULL || tal_decimal_compare (least.shown, most.shown) > 0)
    return NULL;
  number = tal_chart_text_dup_value (self->spec, &least);
  whole = tal_danish_noun_count (most.shown, first->measure);
  inside = tal_danish_noun_dup_inside (last->name);
  return g_strdup_printf ("%s af %s: %s", number, whole, inside);
}

static char *
dup_owner_name (const TalChartComposition *self, const TalSeries *series)
{
  const TalRecord *record =
      tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, series->initiative);

  return g_strdup (record != NULL ? tal_title_get_name (record) : series->name);
}

/* Counts that are named, in their order; else the goals of the initiative in which most build
 * upon one another. */
gboolean
tal_chart_compose_funnel (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) named = tal_chart_compose_list_named (self, error);
  g_autoptr (GPtrArray) chain = NULL;
  g_autoptr (GPtrArray) counted = g_ptr_array_new ();
  g_autoptr (GPtrArray) branches = NULL;
  TalPeriod             period = TAL_PERIOD_UNSET;

  if (named == NULL)
    return FALSE;
  chain = named->len > 0 ? g_ptr_array_ref (named) : find_natural (self);
  for (guint i = 0; i < chain->len; i++)
    {
      if (g_ptr_array_index (chain, i) != NULL)
        g_ptr_array_add (counted, g_ptr_array_index (chain, i));
    }
  if (counted->len < 2 || !tal_chart_compose_check_units (counted, error) ||
      !tal_chart_compose_find_newest (self, get_last (chain), &period, error) ||
      !tal_period_is_set (period))
    return FALSE;

  tal_chart_compose_begin (self, counted);
  self->whole = TRUE;
  tal_chart_spec_add_series (self->spec, "Antal");
  branches = named->len > 0 ? g_ptr_array_new () : list_branches (self, chain);
  if (!fill (self, chain, branches, period, error))
    return FALSE;

  tal_chart_compose_take_title (self, write_claim (self, chain),
                                dup_owner_name (self, g_ptr_array_index (counted, 0)));
  self->spec->subtitle =
      tal_chart_words_dup_subtitle (self, counted, self->spec->title, period, period);
  return TRUE;
}
