/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-subject.h"

#include "core/tal-series-family.h"

/* So many make a course. */
#define LEAST_PERIODS 3
/* So many columns can be told apart. */
#define MOST_COLUMNS 8
/* So many lines. */
#define MOST_LINES 5

gboolean
tal_chart_subject_is_level (const TalSeries *series)
{
  return series->basis != TAL_BASIS_CHANGE && series->basis != TAL_BASIS_RELATIVE_CHANGE &&
         series->measure_unit != TAL_MEASURE_UNIT_PERCENTAGE_POINTS &&
         series->agreement != TAL_AGREEMENT_CHANGE &&
         series->agreement != TAL_AGREEMENT_RELATIVE_CHANGE;
}

gboolean
tal_chart_subject_count_periods (TalChartComposition *self,
                                 const TalSeries     *series,
                                 guint               *ret_count,
                                 TalPeriodKind       *ret_kind,
                                 GError             **error)
{
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  g_autoptr (GArray)    periods = NULL;

  g_ptr_array_add (alone, (gpointer)series);
  periods = tal_chart_compose_list_periods (self, alone, error);
  if (periods == NULL)
    return FALSE;

  *ret_count = periods->len;
  *ret_kind = periods->len > 0 ? g_array_index (periods, TalPeriod, 0).kind : TAL_PERIOD_NONE;
  return TRUE;
}

/* Those of the family that are in scope. */
static GPtrArray *
list_family (const TalChartComposition *self, const TalSeries *series, TalDimension varying)
{
  GPtrArray *family = tal_series_family_list (self->catalogue, series, varying);

  for (guint i = family->len; i > 0; i--)
    {
      if (!tal_chart_compose_is_in_scope (self, g_ptr_array_index (family, i - 1)))
        g_ptr_array_remove_index (family, i - 1);
    }
  return family;
}

/* The first share with a family over several periods. */
static gboolean
find_family (TalChartComposition *self,
             const GPtrArray     *candidates,
             TalDimension         varying,
             GPtrArray          **ret_series,
             GError             **error)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const TalSeries      *series = g_ptr_array_index (candidates, i);
      g_autoptr (GPtrArray) family = NULL;
      guint                 count = 0;
      TalPeriodKind         kind = TAL_PERIOD_NONE;

      if (series->measure_unit != TAL_MEASURE_UNIT_PER_CENT || !tal_chart_subject_is_level (series))
        continue;
      family = list_family (self, series, varying);
      if (family->len < 2 || family->len > MOST_LINES)
        continue;
      if (!tal_chart_subject_count_periods (self, series, &count, &kind, error))
        return FALSE;
      if (count < LEAST_PERIODS)
        continue;
      *ret_series = g_steal_pointer (&family);
      return TRUE;
    }
  return TRUE;
}

typedef gboolean (*Wanted) (const TalSeries *series);

/* The series with most periods, from 'least' to 'most' of that kind or, where it is NONE, of
 * any. */
static gboolean
find_longest (TalChartComposition *self,
              Wanted               wanted,
              TalPeriodKind        kind,
              guint                least,
              guint                most,
              GPtrArray           *found,
              GError             **error)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);
  guint                 longest = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      TalPeriodKind its_kind = TAL_PERIOD_NONE;
      guint         count = 0;

      if (!wanted (g_ptr_array_index (candidates, i)))
        continue;
      if (!tal_chart_subject_count_periods (self, g_ptr_array_index (candidates, i), &count,
                                            &its_kind, error))
        return FALSE;
      if (count < least || count > most || count <= longest ||
          (kind != TAL_PERIOD_NONE && kind != its_kind))
        continue;
      longest = count;
      g_ptr_array_set_size (found, 0);
      g_ptr_array_add (found, g_ptr_array_index (candidates, i));
    }
  return TRUE;
}

gboolean
tal_chart_subject_find_lines (TalChartComposition *self, GPtrArray **ret_series, GError **error)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);
  g_autoptr (GPtrArray) alone = g_ptr_array_new ();
  GPtrArray            *family = NULL;

  if (!find_family (self, candidates, TAL_DIMENSION_AREA, &family, error) ||
      (family == NULL &&
       !find_family (self, candidates, TAL_DIMENSION_TARGET_GROUP, &family, error)))
    return FALSE;
  if (family == NULL &&
      !find_longest (self, tal_chart_subject_is_level, TAL_PERIOD_NONE, 2, G_MAXUINT, alone, error))
    return FALSE;

  *ret_series = family != NULL ? family : g_steal_pointer (&alone);
  return TRUE;
}

static gboolean
is_count (const TalSeries *series)
{
  return tal_chart_subject_is_level (series) &&
         (tal_series_is_count (series) || tal_series_counts_people (series));
}

gboolean
tal_chart_subject_find_columns (TalChartComposition *self, GPtrArray **ret_series, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!find_longest (self, is_count, TAL_PERIOD_YEAR, LEAST_PERIODS, MOST_COLUMNS, found, error))
    return FALSE;
  *ret_series = g_steal_pointer (&found);
  return TRUE;
}

gboolean
tal_chart_subject_find_short_columns (TalChartComposition *self,
                                      GPtrArray          **ret_series,
                                      GError             **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  if (!find_longest (self, is_count, TAL_PERIOD_NONE, 2, MOST_COLUMNS, found, error))
    return FALSE;
  *ret_series = g_steal_pointer (&found);
  return TRUE;
}

static gboolean
contains_all (GPtrArray *family, const GArray *parts)
{
  for (guint i = 0; i < parts->len; i++)
    {
      const TalSeriesPart *part = &g_array_index (parts, TalSeriesPart, i);

      if (part->depth == 0 && !g_ptr_array_find (family, part->series, NULL))
        return FALSE;
    }
  return parts->len > 0;
}

/* Puts the totals of members where they belong: one of some before the first of them, one of
 * most of the family at its end. */
static void
add_totals (const TalChartComposition *self, const GPtrArray *candidates, GPtrArray *family)
{
  g_autoptr (GPtrArray) members = g_ptr_array_copy (family, NULL, NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TalSeries   *total = g_ptr_array_index (candidates, i);
      g_autoptr (GArray) parts = NULL;
      guint              place = family->len;
      guint              at = 0;

      if (total->basis != TAL_BASIS_SUM || g_ptr_array_find (family, total, NULL))
        continue;
      parts = tal_series_family_list_parts (self->catalogue, total);
      if (!contains_all (members, parts))
        continue;
      for (guint j = 0; parts->len * 2 <= members->len && j < parts->len; j++)
        {
          if (g_ptr_array_find (family, g_array_index (parts, TalSeriesPart, j).series, &at))
            place = MIN (place, at);
        }
      g_ptr_array_insert (family, (int)place, (gpointer)total);
    }
}

gboolean
tal_chart_subject_find_multiples (TalChartComposition *self, GPtrArray **ret_series, GError **error)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);

  for (guint i = 0; i < candidates->len; i++)
    {
      const TalSeries      *series = g_ptr_array_index (candidates, i);
      g_autoptr (GPtrArray) family = NULL;
      guint                 count = 0;
      TalPeriodKind         kind = TAL_PERIOD_NONE;

      if (!is_count (series))
        continue;
      family = list_family (self, series, TAL_DIMENSION_TARGET_GROUP);
      if (family->len < 2)
        continue;
      if (!tal_chart_subject_count_periods (self, series, &count, &kind, error))
        return FALSE;
      if (count < 2)
        continue;
      add_totals (self, candidates, family);
      *ret_series = g_steal_pointer (&family);
      return TRUE;
    }
  return tal_chart_subject_find_lines (self, ret_series, error);
}
