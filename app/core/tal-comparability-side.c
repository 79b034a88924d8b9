/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-comparability-side.h"

#include "core/tal-danish-period.h"
#include "core/tal-danish-unit.h"
#include "core/tal-initiative.h"
#include "core/tal-member.h"
#include "core/tal-plan.h"

#include <string.h>

static const char *
get_text (const char *first, const char *second)
{
  if (first != NULL && first[0] != '\0')
    return first;

  return second != NULL && second[0] != '\0' ? second : NULL;
}

/* Also of an entered share: what it is known to be a share of. */
static GPtrArray *
list_below (const TalCatalogue *catalogue, const TalSeries *series)
{
  GPtrArray *below = g_ptr_array_new ();

  for (guint i = 0; i < tal_series_get_n_terms (series); i++)
    {
      const TalTerm   *term = tal_series_get_term (series, i);
      const TalRecord *record = tal_catalogue_find (catalogue, TAL_KIND_SERIES, term->series);

      if (term->place == TAL_TERM_BELOW && record != NULL)
        g_ptr_array_add (below, (gpointer)record);
    }
  return below;
}

static gboolean
forbids_comparison (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *initiative = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE, id);
  const TalRecord *plan = NULL;

  if (initiative == NULL)
    return FALSE;

  plan = tal_catalogue_find (catalogue, TAL_KIND_PLAN, TAL_INITIATIVE (initiative)->plan);
  return plan != NULL && TAL_PLAN (plan)->not_comparable;
}

TalComparabilitySide
tal_comparability_side_for_subject (const TalCatalogue            *catalogue,
                                    const TalComparabilitySubject *subject)
{
  const TalSeries *series = subject->series;
  const TalGoal   *goal = subject->goal;
  const TalId members[] = { series->target_group, series->area, series->offer, series->provider };

  TalComparabilitySide side = {
    .subject = subject,
    .source = get_text (goal != NULL ? goal->source : NULL, series->source),
    .method = get_text (goal != NULL ? goal->method : NULL, series->method),
    .population = get_text (goal != NULL ? goal->population : NULL, NULL),
    .below = list_below (catalogue, series),
    .initiative = goal != NULL ? goal->initiative : series->initiative,
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    side.members[i] = tal_catalogue_find (catalogue, TAL_KIND_MEMBER, members[i]);

  side.not_comparable = forbids_comparison (catalogue, side.initiative);
  return side;
}

void
tal_comparability_side_clear (TalComparabilitySide *self)
{
  g_clear_pointer (&self->below, g_ptr_array_unref);
}

gboolean
tal_comparability_side_is_share (const TalComparabilitySide *self)
{
  TalMeasureUnit unit = self->subject->series->measure_unit;

  return unit == TAL_MEASURE_UNIT_PER_CENT || unit == TAL_MEASURE_UNIT_RATIO;
}

char *
tal_comparability_side_dup_whole (const TalComparabilitySide *self)
{
  static const char *const openings[] = { "andel af ", "ud af " };
  const char              *definition = self->subject->series->definition;

  for (guint i = 0; definition != NULL && i < G_N_ELEMENTS (openings); i++)
    {
      const char *found = strstr (definition, openings[i]);
      gsize       length = 0;

      if (found == NULL)
        continue;
      found += strlen (openings[i]);
      length = strcspn (found, ",.;:(");
      if (length > 0)
        return g_strchomp (g_strndup (found, length));
    }

  return NULL;
}

char *
tal_comparability_side_dup_below (const TalComparabilitySide *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (self->below->len == 0)
    return NULL;

  for (guint i = 0; i < self->below->len; i++)
    g_ptr_array_add (names, TAL_SERIES (g_ptr_array_index (self->below, i))->name);

  g_ptr_array_add (names, NULL);
  return g_strjoinv (" + ", (char **)names->pdata);
}

/* "den samlede aktivering", "Forløb i alt", or for a share that no count is known of all the
 * words that define it. */
static char *
dup_denominator (const TalComparabilitySide *self)
{
  char *whole = tal_comparability_side_dup_whole (self);

  if (whole != NULL)
    return whole;
  if (self->below->len > 0)
    return tal_comparability_side_dup_below (self);

  return g_strdup (get_text (self->subject->series->definition, NULL));
}

static char *
dup_member (const TalComparabilitySide *self, TalDimension dimension)
{
  const TalRecord *member = self->members[dimension];

  if (dimension == TAL_DIMENSION_TARGET_GROUP && self->population != NULL)
    return g_strdup (self->population);

  return g_strdup (member != NULL ? TAL_MEMBER (member)->name : "ikke angivet");
}

static const char *
get_state_word (TalFigureState state)
{
  switch (state)
    {
    case TAL_FIGURE_FINAL:
      return "endelig";
    case TAL_FIGURE_PRELIMINARY:
      return "foreløbig";
    case TAL_FIGURE_ESTIMATE:
      return "skønnet";
    }

  g_return_val_if_reached (NULL);
}

static const char *
get_roll_up_word (TalRollUp roll_up)
{
  switch (roll_up)
    {
    case TAL_ROLL_UP_NONE:
      return "hver periode for sig";
    case TAL_ROLL_UP_SUM:
      return "sum";
    case TAL_ROLL_UP_MEAN:
      return "gennemsnit";
    case TAL_ROLL_UP_LAST:
      return "seneste tal";
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_approximation (const TalFigure *figure)
{
  char *word = g_strdup (tal_approximation_get_prefix (figure->approximation));

  g_strchomp (word);
  if (word[0] != '\0')
    return word;

  g_free (word);
  return g_strdup ("præcis");
}

char *
tal_comparability_side_dup_word (const TalComparabilitySide *self, TalDifference difference)
{
  const TalComparabilitySubject *subject = self->subject;

  switch (difference)
    {
    case TAL_DIFFERENCE_NONE:
    case TAL_DIFFERENCE_PLAN:
      return NULL;
    case TAL_DIFFERENCE_UNIT:
      return g_strdup (tal_danish_unit_get_noun (subject->series->measure_unit));
    case TAL_DIFFERENCE_MEASURE:
      return g_strdup (subject->series->measure);
    case TAL_DIFFERENCE_DENOMINATOR:
    case TAL_DIFFERENCE_UNSTATED_DENOMINATOR:
      return dup_denominator (self);
    case TAL_DIFFERENCE_DEFINITION:
      return g_strdup (subject->series->definition);
    case TAL_DIFFERENCE_TARGET_GROUP:
      return dup_member (self, TAL_DIMENSION_TARGET_GROUP);
    case TAL_DIFFERENCE_AREA:
      return dup_member (self, TAL_DIMENSION_AREA);
    case TAL_DIFFERENCE_OFFER:
      return dup_member (self, TAL_DIMENSION_OFFER);
    case TAL_DIFFERENCE_PROVIDER:
      return dup_member (self, TAL_DIMENSION_PROVIDER);
    case TAL_DIFFERENCE_COHORT:
      return g_strdup (subject->series->cohort);
    case TAL_DIFFERENCE_PERIOD:
    case TAL_DIFFERENCE_PERIOD_LENGTH:
    case TAL_DIFFERENCE_OVERLAP:
      return tal_danish_period_format (subject->period, TAL_DANISH_PERIOD_TABLE);
    case TAL_DIFFERENCE_ROLL_UP:
      return g_strdup (get_roll_up_word (subject->series->roll_up));
    case TAL_DIFFERENCE_SOURCE:
      return g_strdup (self->source);
    case TAL_DIFFERENCE_METHOD:
      return g_strdup (self->method);
    case TAL_DIFFERENCE_STATE:
      return g_strdup (get_state_word (subject->figure->state));
    case TAL_DIFFERENCE_APPROXIMATION:
      return dup_approximation (subject->figure);
    }

  g_return_val_if_reached (NULL);
}
