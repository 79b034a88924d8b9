/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two groups side by side.  It writes Danish by rule, whatever the language of the program:
 * these stand in the committee's own papers.
 */

#include "charts/tal-chart-compose.h"
#include "charts/tal-chart-text.h"
#include "charts/tal-chart-words.h"
#include "core/tal-danish-noun.h"
#include "core/tal-sentence.h"
#include "core/tal-series-family.h"
#include "core/tal-title.h"
#include "core/tal-unit.h"

#include <string.h>

#define SLOT_OWN ((TalChartSlot)1)
#define SLOT_COMPARISON ((TalChartSlot)6)

#define ROW_COMPARISON 0
#define ROW_OWN 1

typedef struct
{
  const TalSeries *own;
  const TalSeries *comparison;
  const TalSeries *difference; /* or NULL */
} Pair;

/* A share less another one. */
static gboolean
read_difference (const TalChartComposition *self, const TalSeries *series, Pair *ret_pair)
{
  Pair pair = { .difference = series };

  if (series->basis != TAL_BASIS_SUM || tal_series_get_n_terms (series) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalSeries *part = tal_chart_compose_find_series (self, term->series);

      if (part == NULL || part->measure_unit != TAL_MEASURE_UNIT_PER_CENT)
        return FALSE;
      if (term->sign == TAL_TERM_PLUS)
        pair.own = part;
      else
        pair.comparison = part;
    }
  if (pair.own == NULL || pair.comparison == NULL ||
      series->measure_unit != TAL_MEASURE_UNIT_PERCENTAGE_POINTS)
    return FALSE;

  *ret_pair = pair;
  return TRUE;
}

/* Differences as they are; other series two by two, the own before what it is compared with. */
static GArray *
list_named (const TalChartComposition *self, const GPtrArray *named)
{
  GArray *pairs = g_array_new (FALSE, TRUE, sizeof (Pair));

  for (guint i = 0; i < named->len; i++)
    {
      Pair pair = { 0 };

      if (!read_difference (self, g_ptr_array_index (named, i), &pair))
        {
          if (i + 1 == named->len)
            break;
          pair.own = g_ptr_array_index (named, i);
          pair.comparison = g_ptr_array_index (named, i + 1);
          i++;
        }
      g_array_append_val (pairs, pair);
    }
  return pairs;
}

static int
compare_depth (gconstpointer a, gconstpointer b, gpointer self)
{
  guint depth_a = tal_chart_compose_measure_depth (self, ((const Pair *)a)->own->area);
  guint depth_b = tal_chart_compose_measure_depth (self, ((const Pair *)b)->own->area);

  return depth_a == depth_b ? 0 : depth_a > depth_b ? -1 : 1;
}

/* The first difference of two shares, with those of the other areas; the smallest area first. */
static GArray *
list_natural (TalChartComposition *self)
{
  g_autoptr (GPtrArray) candidates = tal_chart_compose_list_candidates (self);
  GArray               *pairs = g_array_new (FALSE, TRUE, sizeof (Pair));

  for (guint i = 0; i < candidates->len && pairs->len == 0; i++)
    {
      g_autoptr (GPtrArray) family = NULL;
      Pair                  pair = { 0 };

      if (!read_difference (self, g_ptr_array_index (candidates, i), &pair))
        continue;
      family = tal_series_family_list (self->catalogue, pair.difference, TAL_DIMENSION_AREA);
      for (guint j = 0; j < family->len; j++)
        {
          if (read_difference (self, g_ptr_array_index (family, j), &pair))
            g_array_append_val (pairs, pair);
        }
      if (pairs->len == 0)
        g_array_append_val (pairs, pair);
    }
  g_array_sort_with_data (pairs, compare_depth, self);
  return pairs;
}

static GPtrArray *
list_sides (const GArray *pairs, gboolean own)
{
  GPtrArray *sides = g_ptr_array_new ();

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);

      g_ptr_array_add (sides, (gpointer)(own ? pair->own : pair->comparison));
    }
  return sides;
}

/* The bytes that the two names share, up to the beginning of a word. */
static gsize
measure_shared (const Pair *pair)
{
  const char *a = pair->own->name != NULL ? pair->own->name : "";
  const char *b = pair->comparison->name != NULL ? pair->comparison->name : "";
  gsize       same = 0;
  gsize       shared = 0;

  while (a[same] != '\0' && a[same] == b[same])
    {
      same++;
      if (a[same - 1] == ' ')
        shared = same;
    }
  return shared;
}

/* "i kontrolgruppen" of "Andel i arbejde eller uddannelse i kontrolgruppen: København". */
static char *
dup_side (const TalSeries *series, gsize shared)
{
  const char *rest = series->name != NULL ? series->name + shared : "";

  return g_strndup (rest, strcspn (rest, ":"));
}

/* "i arbejde eller uddannelse". */
static char *
dup_measure (const Pair *pair)
{
  g_autofree char *measure =
      g_strndup (pair->own->name != NULL ? pair->own->name : "", measure_shared (pair));

  g_strchomp (measure);
  if (g_str_has_suffix (measure, ":"))
    measure[strlen (measure) - 1] = '\0';
  return g_strdup (g_str_has_prefix (measure, "Andel ") ? measure + strlen ("Andel ") : measure);
}

static char *
dup_label (const GArray *pairs, guint number, const GPtrArray *names)
{
  const Pair      *pair = &g_array_index (pairs, Pair, number);
  g_autofree char *measure = NULL;

  if (pairs->len > 1)
    return g_strdup (g_ptr_array_index (names, number));
  measure = dup_measure (pair);
  return measure[0] != '\0' ? tal_danish_noun_dup_heading (measure)
                            : g_strdup (g_ptr_array_index (names, number));
}

/* "62,4 pct. i arbejde eller uddannelse mod 46,6 pct. i kontrolgruppen", of the first row. */
static char *
write_claim (const TalChartComposition *self, const Pair *pair)
{
  TalChartValue own = tal_chart_series_get (tal_chart_spec_get_series (self->spec, ROW_OWN), 0);
  TalChartValue comparison =
      tal_chart_series_get (tal_chart_spec_get_series (self->spec, ROW_COMPARISON), 0);
  gsize            shared = measure_shared (pair);
  g_autofree char *measure = dup_measure (pair);
  g_autofree char *side = dup_side (pair->comparison, shared);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (!tal_chart_value_is_known (&own) || !tal_chart_value_is_known (&comparison) ||
      pair->own->name == NULL || !g_str_has_prefix (pair->own->name, "Andel ") ||
      measure[0] == '\0' || side[0] == '\0')
    return NULL;

  first = tal_chart_text_dup_value_with_unit (self->spec, &own);
  second = tal_chart_text_dup_value_with_unit (self->spec, &comparison);
  return g_strdup_printf ("%s%s%s %s mod %s %s%s",
                          self->spec->positions->len > 1
                              ? tal_chart_spec_get_position (self->spec, 0)->label
                              : "",
                          self->spec->positions->len > 1 ? ": " : "", first, measure, second,
                          g_str_has_prefix (side, "i ") ? "" : "i ", side);
}

static void
add_side (TalChartComposition *self, const char *words, TalChartSlot slot)
{
  g_autofree char *name =
      tal_danish_noun_dup_heading (g_str_has_prefix (words, "i ") ? words + strlen ("i ") : words);
  TalChartSeries *series = tal_chart_spec_add_series (self->spec, name);

  series->slot = slot;
  series->emphasised = slot == SLOT_OWN;
}

static gboolean
add_pair (TalChartComposition *self,
          const Pair          *pair,
          const char          *label,
          TalPeriod           *period,
          GError             **error)
{
  const TalSeries *asked = pair->difference != NULL ? pair->difference : pair->own;

  if (!tal_chart_compose_find_newest (self, asked, period, error))
    return FALSE;
  if (!tal_period_is_set (*period))
    return TRUE;

  tal_chart_spec_add_thing (self->spec, label);
  return tal_chart_compose_add_value (self, ROW_COMPARISON, pair->comparison, *period, error) &&
         tal_chart_compose_add_value (self, ROW_OWN, pair->own, *period, error);
}

static gboolean
compose_pairs (TalChartComposition *self, const GArray *pairs, GError **error)
{
  g_autoptr (GPtrArray) own = list_sides (pairs, TRUE);
  g_autoptr (GPtrArray) comparison = list_sides (pairs, FALSE);
  g_autoptr (GPtrArray) names = tal_chart_words_list_names (own);
  const Pair           *first = &g_array_index (pairs, Pair, 0);
  g_autofree char      *own_words = dup_side (first->own, measure_shared (first));
  g_autofree char      *words = dup_side (first->comparison, measure_shared (first));
  TalPeriod             period = TAL_PERIOD_UNSET;
  g_autofree char      *range = NULL;
  g_autofree char      *owner = NULL;

  g_ptr_array_extend (comparison, own, NULL, NULL);
  if (!tal_chart_compose_check_units (comparison, error))
    return FALSE;

  tal_chart_compose_begin (self, comparison);
  /* Named two by two they must bear it; a difference says itself that they do. */
  self->whole = first->difference != NULL;
  self->shown = tal_chart_compose_find_shown (comparison);
  add_side (self, words, SLOT_COMPARISON);
  add_side (self, own_words, SLOT_OWN);
  for (guint i = 0; i < pairs->len; i++)
    {
      g_autofree char *label = dup_label (pairs, i, names);

      if (!add_pair (self, &g_array_index (pairs, Pair, i), label, &period, error))
        return FALSE;
    }
  if (self->spec->positions->len == 0)
    return FALSE;

  tal_chart_compose_take_title (self, write_claim (self, first),
                                tal_chart_words_dup_neutral_title (self, comparison));
  self->spec->caption = tal_chart_words_dup_unit (self->catalogue, comparison);
  range = tal_chart_words_dup_range (period, period);
  owner = tal_chart_words_dup_owner (self, comparison);
  self->spec->subtitle = g_strdup_printf ("%s%s%s, %s", owner != NULL ? owner : "",
                                          owner != NULL ? ", " : "", self->spec->caption, range);
  self->spec->zoomed = TRUE;
  return TRUE;
}

static gboolean
is_benchmark (const TalGoalStatus *status)
{
  return status->criterion != NULL && status->series != NULL &&
         status->criterion->basis == TAL_TARGET_BENCHMARK && !tal_decimal_is_none (status->target);
}

static const char *
find_unit_name (const TalChartComposition *self, TalId unit)
{
  const TalRecord *record = tal_catalogue_find (self->catalogue, TAL_KIND_UNIT, unit);

  if (record != NULL && TAL_UNIT (record)->short_name != NULL)
    return TAL_UNIT (record)->short_name;
  return record != NULL ? tal_title_get_name (record) : NULL;
}

static void
add_benchmark (TalChartComposition *self, const TalGoalStatus *status)
{
  TalChartSeries *own = g_ptr_array_index (self->spec->series, ROW_OWN);
  TalChartSeries *comparison = g_ptr_array_index (self->spec->series, ROW_COMPARISON);
  TalChartCell cell = { status->series, status->period, status->figure, ROW_OWN, own->values->len };

  /* Each goal has the decimals of its own figures. */
  self->spec->decimals = (guint)MAX (status->series->decimals, 0);
  tal_chart_spec_add_thing (self->spec, status->goal->wording != NULL ? status->goal->wording : "");
  tal_chart_series_add (comparison, tal_chart_value_new (status->target));
  tal_chart_series_add (own, tal_chart_compose_make_value (self, &status->figure));
  tal_chart_compose_add_subject (self, status->series);
  g_array_append_val (self->cells, cell);
}

/* Goals whose target is another unit's level in the same period. */
static gboolean
compose_benchmarks (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) goals = tal_chart_compose_list_goals (self);
  g_autoptr (GPtrArray) series = g_ptr_array_new ();
  g_autoptr (GArray)    statuses = g_array_new (FALSE, TRUE, sizeof (TalGoalStatus));
  const char           *unit = NULL;
  g_autofree char      *owner = NULL;
  TalTally              tally;

  for (guint i = 0; i < goals->len; i++)
    {
      TalGoalStatus status;

      if (!tal_chart_compose_assess (self, TAL_GOAL (g_ptr_array_index (goals, i)), &status, error))
        return FALSE;
      if (!is_benchmark (&status) || !tal_figure_is_known (&status.figure))
        continue;
      g_array_append_val (statuses, status);
      g_ptr_array_add (series, (gpointer)status.series);
      unit = find_unit_name (self, status.criterion->basis_unit);
    }
  if (statuses->len == 0)
    return FALSE;
  if (!tal_chart_compose_check_units (series, error))
    return FALSE;

  tal_chart_compose_begin (self, series);
  self->whole = TRUE;
  add_side (self, unit != NULL ? unit : "Andre", SLOT_COMPARISON);
  add_side (self, "indsatsen", SLOT_OWN);
  for (guint i = 0; i < statuses->len; i++)
    add_benchmark (self, &g_array_index (statuses, TalGoalStatus, i));

  tally = tal_sentence_tally (&g_array_index (statuses, TalGoalStatus, 0), statuses->len);
  tal_chart_compose_take_title (self, tal_sentence_goals_met (&tally),
                                tal_chart_words_dup_neutral_title (self, series));
  self->spec->caption = g_strdup ("pct.");
  owner = tal_chart_words_dup_owner (self, series);
  self->spec->subtitle = owner != NULL ? g_strdup_printf ("%s, pct.", owner) : g_strdup ("Pct.");
  self->spec->zoomed = TRUE;
  return TRUE;
}

/* The series that are named; else the first difference of two shares, with its other areas; else
 * goals that are measured against another unit's level. */
gboolean
tal_chart_compose_dumbbell (TalChartComposition *self, GError **error)
{
  g_autoptr (GPtrArray) named = tal_chart_compose_list_named (self, error);
  g_autoptr (GArray)    pairs = NULL;

  if (named == NULL)
    return FALSE;

  pairs = named->len > 0 ? list_named (self, named) : list_natural (self);
  if (pairs->len == 0)
    return named->len == 0 && compose_benchmarks (self, error);
  return compose_pairs (self, pairs, error);
}
