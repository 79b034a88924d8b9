/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/tal-danish-number.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-unit.h"
#include "core/tal-goal-text.h"
#include "core/tal-sentence.h"
#include "core/tal-unit.h"

#include <string.h>

#define NO_BREAK_SPACE "\302\240"

/* One thing that a goal asks for. */
typedef struct
{
  const TalCatalogue *catalogue;
  const TalCriterion *criterion;
  const TalSeries    *series; /* may be NULL */
  TalDecimal          target; /* may be none */
} Promise;

static Promise
get_deciding_promise (const TalGoalStatus *self)
{
  return (Promise){ self->catalogue, self->criterion, self->series, self->target };
}

static const TalRecord *
find_record (const Promise *promise, TalKind kind, TalId id)
{
  return promise->catalogue != NULL ? tal_catalogue_find (promise->catalogue, kind, id) : NULL;
}

/* Of a criterion that does not decide, so that only what was adopted is known of it. */
static Promise
get_promise (const TalGoalStatus *self, guint position)
{
  const TalCriterion *criterion = tal_goal_get_criterion (self->goal, position);
  Promise             promise = { self->catalogue, criterion, NULL, TAL_DECIMAL_NONE };
  const TalRecord    *series = NULL;
  TalTarget           target;

  if (criterion == self->criterion)
    return get_deciding_promise (self);

  series = find_record (&promise, TAL_KIND_SERIES, criterion->series);
  promise.series = series != NULL ? TAL_SERIES (series) : NULL;
  if (tal_period_is_set (self->period) &&
      tal_criterion_find_target (criterion, self->period, &target))
    promise.target = target.value;
  return promise;
}

/* A computed level has more decimals than anyone reads. */
static TalDecimal
get_shown_target (const Promise *promise)
{
  int decimals = promise->series != NULL ? promise->series->decimals + 1 : 0;

  if (promise->target.scale < TAL_DECIMAL_MAX_SCALE || decimals >= TAL_DECIMAL_MAX_SCALE)
    return promise->target;

  return tal_decimal_round (promise->target, (guint8)decimals);
}

/* Whether it was adopted in another unit than the result is counted in. */
static gboolean
has_own_unit (const Promise *promise)
{
  TalTargetUnit unit = promise->criterion->target_unit;

  return unit != TAL_TARGET_UNIT_OF_SERIES && promise->series != NULL &&
         (int)unit - 1 != (int)promise->series->measure_unit;
}

static char *
write_in_own_unit (const Promise *promise)
{
  TalMeasureUnit unit = (TalMeasureUnit)(promise->criterion->target_unit - 1);

  if (unit == TAL_MEASURE_UNIT_PER_CENT || unit == TAL_MEASURE_UNIT_COUNT)
    return tal_goal_text_value (promise->target, unit);

  return tal_danish_noun_count (promise->target, tal_danish_unit_get_noun (unit));
}

static char *
write_value (const Promise *promise, gboolean with_unit)
{
  TalDecimal shown = get_shown_target (promise);

  if (has_own_unit (promise))
    return write_in_own_unit (promise);
  if (promise->series != NULL &&
      (with_unit || promise->series->measure_unit == TAL_MEASURE_UNIT_DKK))
    return tal_goal_text_value (shown, promise->series->measure_unit);

  return tal_danish_number_format (shown, TAL_DANISH_NUMBER_TRUE_MINUS);
}

/* "JKI"; NULL where the target is no other unit's level. */
static const char *
get_benchmark (const Promise *promise)
{
  const TalRecord *unit = NULL;

  if (promise->criterion->basis != TAL_TARGET_BENCHMARK)
    return NULL;

  unit = find_record (promise, TAL_KIND_UNIT, promise->criterion->basis_unit);
  if (unit == NULL)
    return NULL;

  return TAL_UNIT (unit)->short_name != NULL && TAL_UNIT (unit)->short_name[0] != '\0'
             ? TAL_UNIT (unit)->short_name
             : TAL_UNIT (unit)->name;
}

/* "JKI's", "Københavns", "Hillerøds", "Vanløses", "Brønshøj-Husums", "Assens'". */
static char *
write_genitive (const char *name)
{
  gsize length = strlen (name);
  char  last = name[length > 0 ? length - 1 : 0];

  if (last == 's' || last == 'x' || last == 'z')
    return g_strconcat (name, "'", NULL);
  if (g_ascii_isupper (last) || g_ascii_isdigit (last))
    return g_strconcat (name, "'s", NULL);

  return g_strconcat (name, "s", NULL);
}

static const char *
get_comparison_words (TalComparison comparison)
{
  switch (comparison)
    {
    case TAL_COMPARISON_AT_LEAST:
      return "mindst";
    case TAL_COMPARISON_AT_MOST:
      return "højst";
    case TAL_COMPARISON_MORE_THAN:
      return "mere end";
    case TAL_COMPARISON_FEWER_THAN:
      return "mindre end";
    case TAL_COMPARISON_EXACTLY:
      return "præcis";
    case TAL_COMPARISON_ALL:
      return "alle";
    case TAL_COMPARISON_AT_LEAST_HALF:
      return "mindst halvdelen";
    }

  g_return_val_if_reached (NULL);
}

/* Before the number beside a result, where there is little room. */
static const char *
get_short_words (TalComparison comparison)
{
  switch (comparison)
    {
    case TAL_COMPARISON_AT_LEAST:
    case TAL_COMPARISON_ALL:
    case TAL_COMPARISON_AT_LEAST_HALF:
      return "mål";
    case TAL_COMPARISON_AT_MOST:
      return "højst";
    case TAL_COMPARISON_MORE_THAN:
      return "over";
    case TAL_COMPARISON_FEWER_THAN:
      return "under";
    case TAL_COMPARISON_EXACTLY:
      return "præcis";
    }

  g_return_val_if_reached (NULL);
}

/* "inden for 13 uger" */
static char *
write_deadline (const TalGoal *goal)
{
  g_autofree char *weeks = tal_danish_noun_count (TAL_DECIMAL (goal->deadline_weeks, 0), "uger");

  return g_strconcat ("inden for ", weeks, NULL);
}

static char *
write_short (const TalGoalStatus *self, gboolean with_unit)
{
  Promise          promise = get_deciding_promise (self);
  g_autofree char *value = NULL;
  const char      *words = NULL;

  if (self->criterion == NULL && self->goal != NULL && self->goal->deadline_weeks > 0)
    return write_deadline (self->goal);
  if (self->criterion == NULL)
    return g_strdup ("intet måltal");
  if (!tal_comparison_needs_target (self->criterion->comparison))
    return g_strdup (self->criterion->comparison == TAL_COMPARISON_ALL ? "mål alle"
                                                                       : "mål halvdelen");
  if (tal_decimal_is_none (self->target))
    return g_strdup ("intet måltal");

  value = write_value (&promise, with_unit);
  words = get_benchmark (&promise);
  if (words == NULL)
    words = self->criterion->basis == TAL_TARGET_KEEP
                ? "fastholde"
                : get_short_words (self->criterion->comparison);
  return g_strconcat (words, NO_BREAK_SPACE, value, NULL);
}

static char *
write_benchmark (const Promise *promise, const char *unit)
{
  g_autofree char *genitive = write_genitive (unit);
  g_autofree char *value = NULL;
  const char      *words = get_comparison_words (promise->criterion->comparison);

  if (tal_decimal_is_none (promise->target))
    return g_strdup_printf ("%s %s niveau", words, genitive);

  value = write_value (promise, TRUE);
  return g_strdup_printf ("%s %s niveau (%s)", words, genitive, value);
}

static char *
write_promise (const Promise *promise)
{
  g_autofree char *value = NULL;
  const char      *unit = get_benchmark (promise);
  const char      *words = get_comparison_words (promise->criterion->comparison);
  gboolean         keeps = promise->criterion->basis == TAL_TARGET_KEEP;

  if (!tal_comparison_needs_target (promise->criterion->comparison))
    return g_strdup (words);
  if (unit != NULL)
    return write_benchmark (promise, unit);
  if (tal_decimal_is_none (promise->target))
    return g_strdup (keeps ? "fastholde et tidligere resultat" : "intet måltal");

  value = write_value (promise, TRUE);
  if (!keeps)
    return g_strconcat (words, " ", value, NULL);
  if (promise->criterion->comparison == TAL_COMPARISON_AT_LEAST)
    return g_strconcat ("fastholde ", value, NULL);

  return g_strconcat ("fastholde ", words, " ", value, NULL);
}

static gboolean
counts_weeks (const TalGoalStatus *self)
{
  return self->series != NULL && self->series->measure_unit == TAL_MEASURE_UNIT_WEEKS;
}

/* "mindst 80 pct. inden for 13 uger", "måles ikke (inden for 52 uger)" */
static void
append_deadline (const TalGoalStatus *self, GString *text)
{
  g_autofree char *deadline = NULL;
  gboolean         asks =
      self->criterion != NULL && (!tal_comparison_needs_target (self->criterion->comparison) ||
                                  !tal_decimal_is_none (self->target));

  if (self->goal == NULL || self->goal->deadline_weeks <= 0 || counts_weeks (self))
    return;

  deadline = write_deadline (self->goal);
  g_string_append_printf (text, asks ? " %s" : " (%s)", deadline);
}

char *
tal_goal_text_target (const TalGoalStatus *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return write_short (self, FALSE);
}

char *
tal_goal_text_label (const TalGoalStatus *self)
{
  g_autofree char *value = NULL;
  Promise          promise;

  g_return_val_if_fail (self != NULL, NULL);

  promise = get_deciding_promise (self);
  if (self->criterion == NULL || self->criterion->basis != TAL_TARGET_FIXED ||
      self->criterion->comparison == TAL_COMPARISON_AT_LEAST ||
      !tal_comparison_needs_target (self->criterion->comparison) ||
      tal_decimal_is_none (self->target))
    return write_short (self, TRUE);

  return write_promise (&promise);
}

char *
tal_goal_text_promise (const TalGoalStatus *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               n_criteria = 0;

  g_return_val_if_fail (self != NULL, NULL);

  n_criteria = self->goal != NULL ? tal_goal_get_n_criteria (self->goal) : 0;
  if (self->criterion == NULL)
    g_string_append (text, "måles ikke");
  for (guint i = 0; self->criterion != NULL && i < n_criteria; i++)
    {
      Promise          promise = get_promise (self, i);
      g_autofree char *part = write_promise (&promise);

      if (i > 0)
        g_string_append (text, promise.criterion->comparison == TAL_COMPARISON_AT_LEAST_HALF
                                   ? ", heraf "
                                   : (i + 1 == n_criteria ? " og " : ", "));
      g_string_append (text, part);
    }

  append_deadline (self, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tal_goal_text_requirement (const TalGoalStatus *self)
{
  char *text = tal_goal_text_promise (self);

  /* The first words of a promise all begin with a letter of ASCII. */
  if (text != NULL)
    text[0] = g_ascii_toupper (text[0]);
  return text;
}
