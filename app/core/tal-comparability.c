/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-comparability.h"

#include "base/tal-danish-text.h"
#include "core/tal-comparability-note.h"
#include "core/tal-comparability-side.h"
#include "core/tal-member.h"

#include <string.h>

/* Periods are as long as one another where they differ by a tenth at most: months, quarters
 * and half-years among themselves, and a year that begins in July. */
#define LENGTH_TOLERANCE 10

typedef struct
{
  TalDifference found;
  TalDifference refusing; /* those of them that forbid the comparison */
} Outcome;

static void
add (Outcome *outcome, TalDifference difference, gboolean differs, gboolean refusing)
{
  if (!differs)
    return;

  outcome->found |= difference;
  if (refusing)
    outcome->refusing |= difference;
}

/* Two texts that say something else; one that is not there says nothing. */
static gboolean
texts_differ (const char *a, const char *b)
{
  g_autofree char *plain_a = NULL;
  g_autofree char *plain_b = NULL;

  if (a == NULL || b == NULL || a[0] == '\0' || b[0] == '\0')
    return FALSE;

  plain_a = tal_danish_text_dup_plain (a);
  plain_b = tal_danish_text_dup_plain (b);
  for (char *end = plain_a + strlen (plain_a); end > plain_a && end[-1] == '.'; end--)
    end[-1] = '\0';
  for (char *end = plain_b + strlen (plain_b); end > plain_b && end[-1] == '.'; end--)
    end[-1] = '\0';

  return !g_str_equal (plain_a, plain_b);
}

/* Kroner and millions of them are the same money, but not the same axis. */
static gboolean
units_differ (TalMeasureUnit a, TalMeasureUnit b, TalComparabilityUse use)
{
  return a != b && !(use == TAL_COMPARABILITY_USE_BESIDE && tal_measure_unit_is_money (a) &&
                     tal_measure_unit_is_money (b));
}

/* Whether it is people that are counted, whatever they are called: who they are is the
 * target group's matter. */
static gboolean
counts_people (const TalSeries *series)
{
  static const char *const endings[] = { "borgere",    "deltagere",    "elever",       "forsørgede",
                                         "kvinder",    "ledige",       "mænd",         "modtagere",
                                         "personer",   "pensionister", "revalidender", "unge",
                                         "visiterede", "voksne" };
  g_auto (GStrv)           words = NULL;

  if (tal_series_counts_people (series))
    return TRUE;
  if (tal_series_is_count (series) || series->measure == NULL)
    return FALSE;

  words = g_strsplit_set (series->measure, " ,", -1);
  for (char **word = words; *word != NULL; word++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          if (g_str_has_suffix (*word, endings[i]))
            return TRUE;
        }
    }

  return FALSE;
}

static void
compare_units (const TalComparabilitySide *a,
               const TalComparabilitySide *b,
               TalComparabilityUse         use,
               Outcome                    *outcome)
{
  const TalSeries *series_a = a->subject->series;
  const TalSeries *series_b = b->subject->series;
  gboolean         units = units_differ (series_a->measure_unit, series_b->measure_unit, use);
  gboolean         measures = texts_differ (series_a->measure, series_b->measure) &&
                      !(counts_people (series_a) && counts_people (series_b));

  add (outcome, TAL_DIFFERENCE_UNIT, units, TRUE);
  /* What is counted in another unit is another thing, and said with it. */
  add (outcome, TAL_DIFFERENCE_MEASURE, measures && !units, TRUE);
  add (outcome, TAL_DIFFERENCE_ROLL_UP,
       use != TAL_COMPARABILITY_USE_BESIDE && series_a->roll_up != series_b->roll_up, TRUE);
}

static gboolean
members_are_equal (const TalComparabilitySide *a, const TalComparabilitySide *b)
{
  return memcmp (a->members, b->members, sizeof a->members) == 0 &&
         tal_id_is_equal (a->initiative, b->initiative);
}

/* Shares of different groups have different denominators by nature; those of the same
 * group have the same series below the line or another whole. */
static gboolean
denominators_differ (const TalComparabilitySide *a, const TalComparabilitySide *b)
{
  gboolean same_group = members_are_equal (a, b);

  if (a->below->len != b->below->len)
    return TRUE;

  for (guint i = 0; i < a->below->len; i++)
    {
      const TalSeries *below_a = TAL_SERIES (g_ptr_array_index (a->below, i));
      const TalSeries *below_b = TAL_SERIES (g_ptr_array_index (b->below, i));

      if (below_a == below_b)
        continue;
      if (same_group || below_a->measure_unit != below_b->measure_unit ||
          texts_differ (below_a->measure, below_b->measure) ||
          texts_differ (below_a->definition, below_b->definition))
        return TRUE;
    }

  return FALSE;
}

/* Of shares of which at most one is known to be of what: the other has it in its definition,
 * if anywhere. */
static void
compare_unknown_wholes (const TalComparabilitySide *a,
                        const TalComparabilitySide *b,
                        Outcome                    *outcome)
{
  const TalComparabilitySide *unknown = a->below->len == 0 ? a : b;
  g_autofree char            *whole_a = tal_comparability_side_dup_whole (a);
  g_autofree char            *whole_b = tal_comparability_side_dup_whole (b);
  const char                 *definition_a = a->subject->series->definition;
  const char                 *definition_b = b->subject->series->definition;
  gboolean                    same =
      definition_a != NULL && definition_b != NULL && !texts_differ (definition_a, definition_b);

  if (whole_a != NULL && whole_b != NULL)
    add (outcome, TAL_DIFFERENCE_DENOMINATOR, texts_differ (whole_a, whole_b), TRUE);
  else if (a->below->len + b->below->len > 0 && !same)
    {
      const char *definition = unknown->subject->series->definition;
      gboolean    defined = definition != NULL && definition[0] != '\0';

      add (outcome, TAL_DIFFERENCE_DENOMINATOR, defined, TRUE);
      add (outcome, TAL_DIFFERENCE_UNSTATED_DENOMINATOR, !defined, FALSE);
    }
}

static void
compare_definitions (const TalComparabilitySide *a, const TalComparabilitySide *b, Outcome *outcome)
{
  Outcome wholes = { TAL_DIFFERENCE_NONE, TAL_DIFFERENCE_NONE };

  if (tal_comparability_side_is_share (a) && tal_comparability_side_is_share (b))
    {
      if (a->below->len > 0 && b->below->len > 0)
        add (&wholes, TAL_DIFFERENCE_DENOMINATOR, denominators_differ (a, b), TRUE);
      else
        compare_unknown_wholes (a, b, &wholes);
    }

  outcome->found |= wholes.found;
  outcome->refusing |= wholes.refusing;
  if (wholes.found != TAL_DIFFERENCE_NONE)
    return;

  /* The definition of one group's figure may well name the group. */
  add (outcome, TAL_DIFFERENCE_DEFINITION,
       texts_differ (a->subject->series->definition, b->subject->series->definition),
       a->members[TAL_DIMENSION_TARGET_GROUP] == b->members[TAL_DIMENSION_TARGET_GROUP]);
}

static void
compare_groups (const TalComparabilitySide *a,
                const TalComparabilitySide *b,
                TalComparabilityUse         use,
                Outcome                    *outcome)
{
  gboolean share = tal_comparability_side_is_share (a) || tal_comparability_side_is_share (b);
  gboolean whole = share && use == TAL_COMPARABILITY_USE_ADDED;

  if (a->population != NULL && b->population != NULL)
    add (outcome, TAL_DIFFERENCE_TARGET_GROUP, texts_differ (a->population, b->population), share);
  else
    add (outcome, TAL_DIFFERENCE_TARGET_GROUP,
         a->members[TAL_DIMENSION_TARGET_GROUP] != b->members[TAL_DIMENSION_TARGET_GROUP], whole);

  add (outcome, TAL_DIFFERENCE_AREA,
       a->members[TAL_DIMENSION_AREA] != b->members[TAL_DIMENSION_AREA], whole);
  add (outcome, TAL_DIFFERENCE_OFFER,
       a->members[TAL_DIMENSION_OFFER] != b->members[TAL_DIMENSION_OFFER], FALSE);
  add (outcome, TAL_DIFFERENCE_PROVIDER,
       a->members[TAL_DIMENSION_PROVIDER] != b->members[TAL_DIMENSION_PROVIDER], FALSE);
  add (outcome, TAL_DIFFERENCE_COHORT,
       texts_differ (a->subject->series->cohort, b->subject->series->cohort), whole);
}

/* Whether a longer period makes it larger; a count that is not known to be a stock does. */
static gboolean
grows_with_time (const TalSeries *series)
{
  return tal_series_is_count (series) && series->roll_up != TAL_ROLL_UP_LAST &&
         series->roll_up != TAL_ROLL_UP_MEAN;
}

static gboolean
is_as_long (TalPeriod a, TalPeriod b)
{
  int days_a = tal_period_count_days (a);
  int days_b = tal_period_count_days (b);

  return ABS (days_a - days_b) * LENGTH_TOLERANCE <= MAX (days_a, days_b);
}

static void
compare_periods (const TalComparabilitySide *a,
                 const TalComparabilitySide *b,
                 TalComparabilityUse         use,
                 Outcome                    *outcome)
{
  const TalSeries *series = a->subject->series;
  TalPeriod        first = a->subject->period;
  TalPeriod        second = b->subject->period;
  gboolean         added = use == TAL_COMPARABILITY_USE_ADDED;
  gboolean         same_series = series == b->subject->series;
  gboolean         share = tal_comparability_side_is_share (a);

  if (!tal_period_is_set (first) || !tal_period_is_set (second))
    return;

  add (outcome, TAL_DIFFERENCE_OVERLAP,
       added && tal_period_overlaps (first, second) &&
           (same_series || !tal_period_is_equal (first, second)),
       TRUE);
  if (!is_as_long (first, second))
    add (outcome, TAL_DIFFERENCE_PERIOD_LENGTH, TRUE,
         added || grows_with_time (series) || grows_with_time (b->subject->series));
  else if (!same_series || (added && share))
    add (outcome, TAL_DIFFERENCE_PERIOD, !tal_period_is_equal (first, second), added && share);
}

static void
compare_figures (const TalComparabilitySide *a, const TalComparabilitySide *b, Outcome *outcome)
{
  const TalFigure *first = a->subject->figure;
  const TalFigure *second = b->subject->figure;

  if (first == NULL || second == NULL || !tal_figure_is_known (first) ||
      !tal_figure_is_known (second))
    return;

  add (outcome, TAL_DIFFERENCE_STATE, first->state != second->state, FALSE);
  add (outcome, TAL_DIFFERENCE_APPROXIMATION, first->approximation != second->approximation, FALSE);
}

static void
compare_sides (const TalComparabilitySide *a,
               const TalComparabilitySide *b,
               TalComparabilityUse         use,
               Outcome                    *outcome)
{
  add (outcome, TAL_DIFFERENCE_PLAN,
       (a->not_comparable || b->not_comparable) && !tal_id_is_none (a->initiative) &&
           !tal_id_is_none (b->initiative) && !tal_id_is_equal (a->initiative, b->initiative),
       TRUE);
  compare_units (a, b, use, outcome);
  compare_definitions (a, b, outcome);
  compare_groups (a, b, use, outcome);
  compare_periods (a, b, use, outcome);
  add (outcome, TAL_DIFFERENCE_SOURCE, texts_differ (a->source, b->source), FALSE);
  add (outcome, TAL_DIFFERENCE_METHOD, texts_differ (a->method, b->method), FALSE);
  compare_figures (a, b, outcome);
}

/* Of places and providers: proper names, which keep their capitals. */
static GPtrArray *
list_proper_names (const TalCatalogue *catalogue)
{
  GPtrArray              *names = g_ptr_array_new ();
  guint                   length = 0;
  const TalRecord *const *members = tal_catalogue_get_records (catalogue, TAL_KIND_MEMBER, &length);

  for (guint i = 0; i < length; i++)
    {
      const TalMember *each = TAL_MEMBER (members[i]);

      if ((each->dimension == TAL_DIMENSION_AREA || each->dimension == TAL_DIMENSION_PROVIDER) &&
          each->name != NULL && each->name[0] != '\0')
        g_ptr_array_add (names, each->name);
    }
  return names;
}

static TalComparabilityGrade
get_grade (const Outcome *outcome)
{
  if (outcome->refusing != TAL_DIFFERENCE_NONE)
    return TAL_COMPARABILITY_REFUSED;

  return outcome->found != TAL_DIFFERENCE_NONE ? TAL_COMPARABILITY_NOTED : TAL_COMPARABILITY_FULL;
}

static void
clear_side (gpointer side)
{
  tal_comparability_side_clear (side);
}

/* An array of TalComparabilitySide. */
static GArray *
list_sides (const TalCatalogue            *catalogue,
            const TalComparabilitySubject *subjects,
            guint                          n_subjects)
{
  GArray *sides = g_array_new (FALSE, FALSE, sizeof (TalComparabilitySide));

  g_array_set_clear_func (sides, clear_side);
  for (guint i = 0; i < n_subjects; i++)
    {
      TalComparabilitySide side = tal_comparability_side_for_subject (catalogue, &subjects[i]);

      g_array_append_val (sides, side);
    }
  return sides;
}

void
tal_comparability_clear (TalComparability *self)
{
  g_clear_pointer (&self->note, g_free);
}

TalComparability
tal_comparability_assess (const TalCatalogue            *catalogue,
                          const TalComparabilitySubject *subjects,
                          guint                          n_subjects,
                          TalComparabilityUse            use,
                          TalDifference                  shown)
{
  TalComparability            result = { TAL_COMPARABILITY_FULL, TAL_DIFFERENCE_NONE, NULL };
  Outcome                     outcome = { TAL_DIFFERENCE_NONE, TAL_DIFFERENCE_NONE };
  g_autoptr (GArray)          list = NULL;
  g_autoptr (GPtrArray)       names = NULL;
  const TalComparabilitySide *sides = NULL;

  g_return_val_if_fail (catalogue != NULL, result);
  g_return_val_if_fail (subjects != NULL || n_subjects == 0, result);

  names = list_proper_names (catalogue);
  list = list_sides (catalogue, subjects, n_subjects);
  sides = (gconstpointer)list->data;
  for (guint i = 0; i < n_subjects; i++)
    {
      for (guint j = i + 1; j < n_subjects; j++)
        compare_sides (&sides[i], &sides[j], use, &outcome);
    }

  outcome.found &= ~(shown & ~outcome.refusing);
  result.grade = get_grade (&outcome);
  result.differences = outcome.found;
  result.note =
      tal_comparability_write_note (sides, n_subjects, use, result.grade, outcome.found, names);
  return result;
}

TalComparabilitySubject
tal_comparability_subject_for_status (const TalGoalStatus *status)
{
  g_return_val_if_fail (status != NULL && status->series != NULL,
                        (TalComparabilitySubject){ .period = TAL_PERIOD_UNSET });

  return (TalComparabilitySubject){ .series = status->series,
                                    .figure = &status->figure,
                                    .period = status->period,
                                    .goal = status->goal };
}
