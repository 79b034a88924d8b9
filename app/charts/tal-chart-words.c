/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charts/tal-chart-words.h"

#include "core/tal-comparability-side.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-series-family.h"
#include "core/tal-title.h"

#include <string.h>

#define COLON ": "
#define DASH " – "

/* What a share is a share of stays a few words. */
#define LONGEST_WHOLE 40

char *
tal_chart_words_join (const GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      if (i > 0)
        g_string_append (text, i + 1 == words->len ? " og " : ", ");
      g_string_append (text, g_ptr_array_index (words, i));
    }
  return g_string_free (text, FALSE);
}

static const char *
get_name (const GPtrArray *series, guint number)
{
  const TalSeries *each = g_ptr_array_index (series, number);

  return each->name != NULL ? each->name : "";
}

/* The bytes of the heading that the names share, with the sign behind it. */
static gsize
measure_shared (const GPtrArray *series)
{
  const char *first = series->len > 0 ? get_name (series, 0) : "";
  gsize       shared = strlen (first);
  gsize       length = 0;

  for (guint i = 1; i < series->len; i++)
    {
      const char *name = get_name (series, i);
      gsize       same = 0;

      while (same < shared && name[same] == first[same])
        same++;
      shared = same;
    }
  if (series->len < 2)
    return 0;

  for (gsize at = 0; at < shared; at++)
    {
      if (g_str_has_prefix (first + at, COLON) && at + strlen (COLON) <= shared)
        length = at + strlen (COLON);
      if (g_str_has_prefix (first + at, DASH) && at + strlen (DASH) <= shared)
        length = at + strlen (DASH);
    }
  return length;
}

GPtrArray *
tal_chart_words_list_names (const GPtrArray *series)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  gsize      shared = measure_shared (series);

  for (guint i = 0; i < series->len; i++)
    g_ptr_array_add (names, tal_danish_noun_dup_heading (get_name (series, i) + shared));
  return names;
}

char *
tal_chart_words_dup_heading (const GPtrArray *series)
{
  gsize            shared = measure_shared (series);
  g_autofree char *heading = NULL;

  if (series->len == 1)
    return g_strdup (get_name (series, 0));
  if (shared == 0)
    return NULL;

  heading = g_strndup (get_name (series, 0), shared);
  for (char *end = heading + shared; end > heading; end--)
    {
      if (!g_str_has_suffix (heading, COLON) && !g_str_has_suffix (heading, DASH))
        break;
      heading[strlen (heading) -
              (g_str_has_suffix (heading, COLON) ? strlen (COLON) : strlen (DASH))] = '\0';
    }
  return g_steal_pointer (&heading);
}

/* "befolkningen", where the name or the definition says it shortly. */
static char *
dup_whole (const TalCatalogue *catalogue, const TalSeries *series)
{
  TalComparabilitySubject       subject = { .series = series, .period = TAL_PERIOD_UNSET };
  g_auto (TalComparabilitySide) side = tal_comparability_side_for_subject (catalogue, &subject);
  const char      *found = series->name != NULL ? strstr (series->name, " ud af ") : NULL;
  g_autofree char *whole = NULL;

  if (found != NULL)
    {
      found += strlen (" ud af ");
      return g_strndup (found, strcspn (found, ":,.;("));
    }

  whole = tal_comparability_side_dup_whole (&side);
  for (char *cut = whole != NULL ? strstr (whole, " inden for ") : NULL; cut != NULL; cut = NULL)
    *cut = '\0';
  return whole != NULL && g_utf8_strlen (whole, -1) <= LONGEST_WHOLE ? g_steal_pointer (&whole)
                                                                     : NULL;
}

static char *
dup_per_cent (const TalCatalogue *catalogue, const GPtrArray *series)
{
  g_autofree char *whole = NULL;

  for (guint i = 0; i < series->len; i++)
    {
      g_autofree char *each = dup_whole (catalogue, g_ptr_array_index (series, i));

      if (i == 0)
        whole = g_steal_pointer (&each);
      else if (g_strcmp0 (whole, each) != 0)
        g_clear_pointer (&whole, g_free);
    }
  return whole != NULL ? g_strconcat ("pct. af ", whole, NULL) : g_strdup ("pct.");
}

static const char *
find_measure (const GPtrArray *series)
{
  const char *measure = ((const TalSeries *)g_ptr_array_index (series, 0))->measure;

  for (guint i = 1; i < series->len; i++)
    {
      if (g_strcmp0 (measure, ((const TalSeries *)g_ptr_array_index (series, i))->measure) != 0)
        return NULL;
    }
  return measure != NULL && measure[0] != '\0' ? measure : NULL;
}

/* "virksomhedsplaceringer pr. forløb". */
static char *
dup_ratio (const TalCatalogue *catalogue, const GPtrArray *series)
{
  TalComparabilitySubject       subject = { .series = g_ptr_array_index (series, 0),
                                            .period = TAL_PERIOD_UNSET };
  g_auto (TalComparabilitySide) side = tal_comparability_side_for_subject (catalogue, &subject);
  const char                   *measure = find_measure (series);
  const TalSeries              *below =
      side.below->len == 1 ? TAL_SERIES (g_ptr_array_index (side.below, 0)) : NULL;

  if (measure == NULL)
    return g_strdup (tal_danish_unit_get_noun (TAL_MEASURE_UNIT_RATIO));
  if (strstr (measure, " pr. ") != NULL || below == NULL || below->measure == NULL)
    return g_strdup (measure);
  return g_strconcat (measure, " pr. ",
                      tal_danish_noun_for_number (below->measure, TAL_DECIMAL (1, 0)), NULL);
}

char *
tal_chart_words_dup_unit (const TalCatalogue *catalogue, const GPtrArray *series)
{
  const TalSeries *first = NULL;
  const char      *measure = NULL;

  g_return_val_if_fail (series->len > 0, NULL);

  first = g_ptr_array_index (series, 0);
  measure = find_measure (series);
  if (first->measure_unit == TAL_MEASURE_UNIT_PER_CENT)
    return dup_per_cent (catalogue, series);
  if (first->measure_unit == TAL_MEASURE_UNIT_RATIO)
    return dup_ratio (catalogue, series);
  if (first->measure_unit == TAL_MEASURE_UNIT_MILLION_DKK)
    return g_strdup ("mio. kr.");
  if (first->measure_unit == TAL_MEASURE_UNIT_DKK)
    return g_strdup ("kr.");
  if (measure != NULL && (tal_series_is_count (first) || tal_series_counts_people (first)))
    return g_strdup (measure);
  return g_strdup (tal_danish_unit_get_noun (first->measure_unit));
}

static char *
dup_period (TalPeriod period)
{
  return tal_danish_period_format (period, period.kind == TAL_PERIOD_QUARTER
                                               ? TAL_DANISH_PERIOD_TABLE
                                               : TAL_DANISH_PERIOD_TEXT);
}

char *
tal_chart_words_dup_range (TalPeriod first, TalPeriod last)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!tal_period_is_set (first) || !tal_period_is_set (last))
    return g_strdup ("");
  from = dup_period (first);
  if (tal_period_is_equal (first, last))
    return g_steal_pointer (&from);
  to = dup_period (last);
  return g_strconcat (from, first.kind == TAL_PERIOD_YEAR ? "-" : " - ", to, NULL);
}

/* Whether it is said already, in whatever case. */
static gboolean
is_said (const char *text, const char *words)
{
  g_autofree char *small_text = text != NULL ? g_utf8_casefold (text, -1) : NULL;
  g_autofree char *small_words = g_utf8_casefold (words, -1);

  return small_text != NULL && strstr (small_text, small_words) != NULL;
}

static void
append (GString *text, const char *title, const char *words)
{
  g_autofree char *inside = NULL;

  if (words == NULL || words[0] == '\0' || is_said (title, words) || is_said (text->str, words))
    return;

  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, words);
}

static TalId
find_common_member (const GPtrArray *series, TalDimension dimension)
{
  TalId common = TAL_ID_NONE;

  for (guint i = 0; i < series->len; i++)
    {
      TalId each = tal_series_get_member (g_ptr_array_index (series, i), dimension);

      if (i == 0)
        common = each;
      else if (!tal_id_is_equal (common, each))
        return TAL_ID_NONE;
    }
  return common;
}

char *
tal_chart_words_dup_subtitle (const TalChartComposition *self,
                              const GPtrArray           *series,
                              const char                *title,
                              TalPeriod                  first,
                              TalPeriod                  last)
{
  g_autofree char *heading = tal_chart_words_dup_heading (series);
  g_autofree char *unit = tal_chart_words_dup_unit (self->catalogue, series);
  g_autofree char *range = tal_chart_words_dup_range (first, last);
  const TalSeries *sample = g_ptr_array_index (series, 0);
  gboolean         counted = tal_series_is_count (sample) || tal_series_counts_people (sample);
  const char      *group =
      tal_chart_compose_find_member_name (self,
                                          find_common_member (series, TAL_DIMENSION_TARGET_GROUP));
  const char *area =
      tal_chart_compose_find_member_name (self, find_common_member (series, TAL_DIMENSION_AREA));
  g_autofree char *of_whom = group != NULL ? tal_danish_noun_dup_inside (group) : NULL;
  GString         *text = g_string_new (NULL);

  append (text, title, heading);
  if (counted)
    {
      g_autofree char *count = g_strconcat ("antal ", unit, NULL);

      append (text, title, count);
      append (text, title, of_whom);
    }
  else if (sample->measure_unit != TAL_MEASURE_UNIT_PER_CENT || text->len == 0)
    append (text, title, unit);
  append (text, title, area != NULL && g_str_has_prefix (area, "Hele ") ? "hele landet" : area);
  append (text, title, range);
  heading = (g_free (heading), g_string_free (text, FALSE));
  return tal_danish_noun_dup_heading (heading);
}

char *
tal_chart_words_dup_owner (const TalChartComposition *self, const GPtrArray *series)
{
  const TalSeries *first = series->len > 0 ? g_ptr_array_index (series, 0) : NULL;
  TalId            initiative = first != NULL ? first->initiative : self->request->initiative;
  TalId            plan = first != NULL ? first->plan : self->request->plan;
  const TalRecord *record = NULL;

  for (guint i = 1; i < series->len; i++)
    {
      const TalSeries *each = g_ptr_array_index (series, i);

      if (!tal_id_is_equal (each->initiative, initiative))
        initiative = TAL_ID_NONE;
      if (!tal_id_is_equal (each->plan, plan))
        plan = TAL_ID_NONE;
    }
  if (!tal_id_is_none (initiative))
    record = tal_catalogue_find (self->catalogue, TAL_KIND_INITIATIVE, initiative);
  if (record == NULL && !tal_id_is_none (plan))
    record = tal_catalogue_find (self->catalogue, TAL_KIND_PLAN, plan);
  return record != NULL ? g_strdup (tal_title_get_name (record)) : NULL;
}

char *
tal_chart_words_dup_neutral_title (const TalChartComposition *self, const GPtrArray *series)
{
  char            *heading = tal_chart_words_dup_heading (series);
  g_autofree char *unit = NULL;

  if (heading != NULL)
    return heading;
  heading = tal_chart_words_dup_owner (self, series);
  if (heading != NULL || series->len == 0)
    return heading != NULL ? heading : g_strdup ("");
  unit = tal_chart_words_dup_unit (self->catalogue, series);
  return tal_danish_noun_dup_heading (unit);
}

const char *
tal_chart_words_get_dimension (TalDimension dimension)
{
  switch (dimension)
    {
    case TAL_DIMENSION_TARGET_GROUP:
      return "målgrupper";
    case TAL_DIMENSION_AREA:
      return "områder";
    case TAL_DIMENSION_OFFER:
      return "tilbud";
    case TAL_DIMENSION_PROVIDER:
      return "leverandører";
    }

  g_return_val_if_reached (NULL);
}
