/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-trend-text.h"

#include "base/tal-danish-number.h"
#include "core/tal-comparability-side.h"
#include "core/tal-danish-noun.h"
#include "core/tal-danish-period.h"
#include "core/tal-goal-text.h"
#include "core/tal-member.h"
#include "core/tal-sentence.h"

#include <string.h>

#define NO_BREAK_SPACE "\302\240"

/* Of fewer than these a per cent says too much in running text. */
#define LEAST_BASE 20
/* What a share is said to be a share of stays a few words. */
#define LONGEST_WHOLE 40

static gboolean
find_is_broken (const TalCatalogue *catalogue,
                const TalSeries    *series,
                TalPeriod           earlier,
                TalPeriod           later)
{
  g_autoptr (GPtrArray) entered = tal_derive_list_entered (catalogue, series);

  if (tal_series_find_break (series, earlier, later) != NULL)
    return TRUE;
  for (guint i = 0; i < entered->len; i++)
    {
      if (tal_series_find_break (g_ptr_array_index (entered, i), earlier, later) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
tal_trend_find (const TalCatalogue *catalogue,
                TalRunSource       *runs,
                const TalSeries    *series,
                TalPeriod           earlier,
                TalPeriod           later,
                TalTrend           *ret_trend,
                GError            **error)
{
  TalTrend trend = { catalogue,          series, earlier, later, TAL_FIGURE_UNFOUND,
                     TAL_FIGURE_UNFOUND, FALSE };

  g_return_val_if_fail (catalogue != NULL && runs != NULL && series != NULL, FALSE);
  g_return_val_if_fail (tal_period_is_set (earlier) && tal_period_is_set (later), FALSE);
  g_return_val_if_fail (ret_trend != NULL, FALSE);

  if (!tal_derive_figure (catalogue, runs, series, earlier, &trend.before, error) ||
      !tal_derive_figure (catalogue, runs, series, later, &trend.after, error))
    return FALSE;

  trend.broken = find_is_broken (catalogue, series, earlier, later);
  *ret_trend = trend;
  return TRUE;
}

static gboolean
is_told (const TalTrend *self)
{
  return tal_figure_is_known (&self->before) && tal_figure_is_known (&self->after) && !self->broken;
}

static gboolean
is_percentage (const TalTrend *self)
{
  return self->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ||
         self->series->measure_unit == TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
}

/* Both as they are printed. */
static gboolean
get_shown (const TalTrend *self, TalDecimal *ret_before, TalDecimal *ret_after)
{
  int        decimals = CLAMP (self->series->decimals, 0, TAL_DECIMAL_MAX_SCALE);
  TalDecimal before;
  TalDecimal after;

  if (!tal_fraction_round (self->before.value, (guint8)decimals, &before) ||
      !tal_fraction_round (self->after.value, (guint8)decimals, &after))
    return FALSE;

  *ret_before = before;
  *ret_after = after;
  return TRUE;
}

TalTrendDirection
tal_trend_get_direction (const TalTrend *self)
{
  TalDecimal before;
  TalDecimal after;
  int        order = 0;

  g_return_val_if_fail (self != NULL, TAL_TREND_UNTOLD);

  if (!is_told (self) || !get_shown (self, &before, &after))
    return TAL_TREND_UNTOLD;

  order = tal_decimal_compare (after, before);
  if (order == 0)
    return TAL_TREND_UNCHANGED;
  return order > 0 ? TAL_TREND_UP : TAL_TREND_DOWN;
}

/* Whether one of the first two words is a plural noun of the field, so that there is a number
 * of them. */
static gboolean
names_things (const char *name)
{
  static const char *const endings[] = { "ere",   "ede",   "ige",   "unge", "elser",
                                         "inger", "ioner", "sager", "ter" };
  g_auto (GStrv)           words = g_strsplit_set (name, " ,:", 3);

  for (guint i = 0; words[i] != NULL && i < 2; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (endings); j++)
        {
          if (g_str_has_suffix (words[i], endings[j]))
            return TRUE;
        }
    }
  return FALSE;
}

static const char *
find_member_name (const TalCatalogue *catalogue, TalId id)
{
  const TalRecord *member =
      tal_id_is_none (id) ? NULL : tal_catalogue_find (catalogue, TAL_KIND_MEMBER, id);

  return member != NULL ? TAL_MEMBER (member)->name : NULL;
}

/* A total is called by whom it is a total of. */
static char *
dup_counted (const TalCatalogue *catalogue, const TalSeries *series)
{
  const char *group = find_member_name (catalogue, series->target_group);

  if (g_str_has_prefix (series->name, "I alt") && group != NULL)
    return g_strdup (group);
  if (g_str_has_suffix (series->name, " i alt"))
    return g_strndup (series->name, strlen (series->name) - strlen (" i alt"));
  return g_strdup (series->name);
}

static char *
write_counted (const TalCatalogue *catalogue, const TalSeries *series)
{
  g_autofree char *counted = dup_counted (catalogue, series);
  g_autofree char *inside = tal_danish_noun_dup_inside (counted);

  return names_things (counted) ? g_strconcat ("Antallet af ", inside, NULL)
                                : g_steal_pointer (&counted);
}

/* What stands behind the colon: a place, or something else in brackets. */
static char *
write_of_whom (const TalCatalogue *catalogue, const TalSeries *series, const char *whom)
{
  const char      *area = find_member_name (catalogue, series->area);
  g_autofree char *inside = tal_danish_noun_dup_inside (whom);
  g_autofree char *area_inside = area != NULL ? tal_danish_noun_dup_inside (area) : NULL;

  if (area == NULL || !g_str_equal (inside, area_inside))
    return g_strdup_printf (" (%s)", inside);
  /* Proper names keep their capital; "hele landet" is none. */
  return g_strconcat (" i ", g_str_has_prefix (area, "Hele ") ? inside : area, NULL);
}

static char *
write_share (const TalCatalogue *catalogue, const TalSeries *series)
{
  const char      *share = series->name + strlen ("Andel ");
  const char      *colon = g_strrstr (share, ": ");
  const char      *whole = strstr (share, " ud af ");
  const char      *end = whole != NULL ? whole : colon;
  g_autofree char *what = end != NULL ? g_strndup (share, (gsize)(end - share)) : g_strdup (share);
  g_autofree char *whom =
      colon != NULL ? write_of_whom (catalogue, series, colon + strlen (": ")) : g_strdup ("");

  return g_strconcat ("Andelen af ", what, whom, NULL);
}

char *
tal_trend_text_subject (const TalCatalogue *catalogue, const TalSeries *series)
{
  g_return_val_if_fail (catalogue != NULL && series != NULL, NULL);

  if (series->name == NULL)
    return g_strdup ("");
  if (series->measure_unit == TAL_MEASURE_UNIT_PER_CENT &&
      g_str_has_prefix (series->name, "Andel ") && !g_str_has_prefix (series->name, "Andel af "))
    return write_share (catalogue, series);
  if (tal_series_is_count (series) || tal_series_counts_people (series))
    return write_counted (catalogue, series);
  return g_strdup (series->name);
}

/* "befolkningen", from the name or from a definition that says it in a few words; or NULL. */
static char *
dup_whole (const TalTrend *self)
{
  TalComparabilitySubject       subject = { .series = self->series, .period = self->later };
  g_auto (TalComparabilitySide) side =
      tal_comparability_side_for_subject (self->catalogue, &subject);
  const char      *found = strstr (self->series->name, " ud af ");
  g_autofree char *whole = NULL;
  char            *within = NULL;

  if (found != NULL)
    {
      found += strlen (" ud af ");
      return g_strndup (found, strcspn (found, ":,.;("));
    }

  whole = tal_comparability_side_dup_whole (&side);
  within = whole != NULL ? strstr (whole, " inden for ") : NULL;
  if (within != NULL)
    *within = '\0';
  if (whole == NULL || g_utf8_strlen (whole, -1) > LONGEST_WHOLE)
    return NULL;
  return g_steal_pointer (&whole);
}

static char *
write_when (TalPeriod period)
{
  g_autofree char *text = NULL;

  if (period.kind != TAL_PERIOD_QUARTER)
    return tal_sentence_when (period);

  text = tal_danish_period_format (period, TAL_DANISH_PERIOD_TABLE);
  return g_strconcat (" i ", text, NULL);
}

static char *
write_value (const TalTrend *self, const TalFigure *figure, TalDecimal shown)
{
  g_autofree char *value = tal_goal_text_value (shown, self->series->measure_unit);

  return g_strconcat (tal_approximation_get_prefix (figure->approximation), value, NULL);
}

static gboolean
is_final (const TalTrend *self)
{
  return self->before.state == TAL_FIGURE_FINAL && self->after.state == TAL_FIGURE_FINAL;
}

static gboolean
is_exact (const TalTrend *self)
{
  return self->before.approximation == TAL_APPROXIMATION_EXACT &&
         self->after.approximation == TAL_APPROXIMATION_EXACT;
}

static TalFraction
get_difference (const TalTrend *self)
{
  return tal_fraction_subtract (self->after.value, self->before.value);
}

/* In per cent of the earlier figure, which must be above zero. */
static TalFraction
get_relative (const TalTrend *self)
{
  TalFraction hundred = tal_fraction_from_integer (100);

  return tal_fraction_divide (tal_fraction_multiply (get_difference (self), hundred),
                              self->before.value);
}

static gboolean
has_base (const TalTrend *self, gint64 least)
{
  return tal_fraction_compare (self->before.value, tal_fraction_from_integer (least)) >= 0 &&
         !tal_fraction_is_zero (self->before.value);
}

static TalDecimal
get_size (TalDecimal value)
{
  return TAL_DECIMAL (ABS (value.coefficient), value.scale);
}

/* One decimal below ten, none above. */
static char *
write_relative_size (const TalTrend *self)
{
  TalFraction relative = get_relative (self);
  TalDecimal  size;

  if (!tal_fraction_round (relative, 1, &size))
    return NULL;
  if (tal_decimal_compare (get_size (size), TAL_DECIMAL (10, 0)) >= 0 &&
      !tal_fraction_round (relative, 0, &size))
    return NULL;
  return tal_goal_text_value (get_size (size), TAL_MEASURE_UNIT_PER_CENT);
}

/* What is equal as printed has no difference that could be printed. */
static gboolean
round_difference (const TalTrend *self, TalDecimal *ret_difference)
{
  int decimals = CLAMP (self->series->decimals, 0, TAL_DECIMAL_MAX_SCALE);

  if (tal_trend_get_direction (self) == TAL_TREND_UNCHANGED)
    {
      *ret_difference = TAL_DECIMAL (0, (guint8)decimals);
      return TRUE;
    }
  return tal_fraction_round (get_difference (self), (guint8)decimals, ret_difference);
}

char *
tal_trend_text_size (const TalTrend *self)
{
  TalTrendDirection direction = TAL_TREND_UNTOLD;
  TalDecimal        difference;

  g_return_val_if_fail (self != NULL, NULL);

  direction = tal_trend_get_direction (self);
  if ((direction != TAL_TREND_UP && direction != TAL_TREND_DOWN) || !is_exact (self))
    return NULL;
  if (is_percentage (self))
    return round_difference (self, &difference)
               ? tal_goal_text_value (get_size (difference), TAL_MEASURE_UNIT_PERCENTAGE_POINTS)
               : NULL;
  return has_base (self, LEAST_BASE) ? write_relative_size (self) : NULL;
}

static const char *
get_verb (const TalTrend *self)
{
  gboolean rises = tal_trend_get_direction (self) == TAL_TREND_UP;

  if (is_final (self))
    return rises ? "er steget" : "er faldet";
  return rises ? "er foreløbigt steget" : "er foreløbigt faldet";
}

/* "fra 5,3 pct. i 2015 til 4,3 pct. i 2017", of a share with what it is a share of. */
static char *
write_from_to (const TalTrend *self, const char *whole)
{
  TalDecimal       before;
  TalDecimal       after;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *first = write_when (self->earlier);
  g_autofree char *last = write_when (self->later);

  if (!get_shown (self, &before, &after))
    return NULL;

  from = write_value (self, &self->before, before);
  to = write_value (self, &self->after, after);
  if (whole == NULL)
    return g_strdup_printf ("fra %s%s til %s%s", from, first, to, last);
  return g_strdup_printf ("fra at udgøre %s af %s%s til %s%s", from, whole, first, to, last);
}

static char *
write_share_sentence (const TalTrend *self, const char *subject)
{
  g_autofree char *whole =
      self->series->measure_unit == TAL_MEASURE_UNIT_PER_CENT ? dup_whole (self) : NULL;
  g_autofree char *course = write_from_to (self, whole);

  return g_strdup_printf ("%s %s %s.", subject, get_verb (self), course);
}

static char *
write_count_sentence (const TalTrend *self, const char *subject)
{
  g_autofree char *course = write_from_to (self, NULL);
  g_autofree char *size = tal_trend_text_size (self);
  g_autofree char *by = NULL;
  TalDecimal       difference;

  if (!is_exact (self) || !has_base (self, 1) || !round_difference (self, &difference))
    return g_strdup_printf ("%s %s %s.", subject, get_verb (self), course);

  by = tal_goal_text_value (get_size (difference), self->series->measure_unit);
  if (size == NULL)
    return g_strdup_printf ("%s %s med %s %s.", subject, get_verb (self), by, course);
  return g_strdup_printf ("%s %s med %s %s (%s).", subject, get_verb (self), by, course, size);
}

static char *
write_unchanged (const TalTrend *self, const char *subject)
{
  g_autofree char *first = write_when (self->earlier);
  g_autofree char *last = write_when (self->later);
  g_autofree char *value = NULL;
  TalDecimal       before;
  TalDecimal       after;

  if (!get_shown (self, &before, &after))
    return NULL;
  value = write_value (self, &self->after, after);
  return g_strdup_printf ("%s er %suændret (%s) fra%s til%s.", subject,
                          is_final (self) ? "" : "foreløbigt ", value, first + strlen (" i"),
                          last + strlen (" i"));
}

static char *
write_refusal (const TalTrend *self)
{
  g_autofree char *first = tal_danish_period_format (self->earlier, TAL_DANISH_PERIOD_TEXT);
  g_autofree char *last = tal_danish_period_format (self->later, TAL_DANISH_PERIOD_TEXT);

  if (self->before.missing == TAL_MISSING_WITHHELD || self->after.missing == TAL_MISSING_WITHHELD)
    return g_strdup ("Tallet er skjult; sætningen kan ikke laves.");
  if (!self->broken)
    return NULL;
  return g_strdup_printf ("Serien er brudt mellem %s og %s; ændringen kan ikke beregnes.", first,
                          last);
}

char *
tal_trend_text_sentence (const TalTrend *self)
{
  g_autofree char *subject = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  subject = tal_trend_text_subject (self->catalogue, self->series);
  switch (tal_trend_get_direction (self))
    {
    case TAL_TREND_UNTOLD:
      return write_refusal (self);
    case TAL_TREND_UNCHANGED:
      return write_unchanged (self, subject);
    case TAL_TREND_UP:
    case TAL_TREND_DOWN:
      return is_percentage (self) || self->series->measure_unit == TAL_MEASURE_UNIT_RATIO
                 ? write_share_sentence (self, subject)
                 : write_count_sentence (self, subject);
    }

  g_return_val_if_reached (NULL);
}

/* "4. kvt. 2015", without the preposition. */
static char *
write_since (TalPeriod period)
{
  return tal_danish_period_format (period, period.kind == TAL_PERIOD_QUARTER
                                               ? TAL_DANISH_PERIOD_TABLE
                                               : TAL_DANISH_PERIOD_TEXT);
}

char *
tal_trend_text_claim (const TalTrend *self)
{
  TalTrendDirection direction = TAL_TREND_UNTOLD;
  g_autofree char  *subject = NULL;
  g_autofree char  *size = NULL;
  g_autofree char  *course = NULL;
  g_autofree char  *since = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  direction = tal_trend_get_direction (self);
  if (direction == TAL_TREND_UNTOLD)
    return NULL;

  subject = tal_trend_text_subject (self->catalogue, self->series);
  since = write_since (self->earlier);
  if (direction == TAL_TREND_UNCHANGED)
    return g_strdup_printf ("%s er %suændret siden %s", subject,
                            is_final (self) ? "" : "foreløbigt ", since);

  size = tal_trend_text_size (self);
  if (size != NULL)
    return g_strdup_printf ("%s %s med %s siden %s", subject, get_verb (self), size, since);
  course = write_from_to (self, NULL);
  return course != NULL ? g_strdup_printf ("%s %s %s", subject, get_verb (self), course) : NULL;
}

static char *
write_signed (TalDecimal value, const char *unit)
{
  g_autofree char *number = tal_danish_number_format (value, TAL_DANISH_NUMBER_TRUE_MINUS |
                                                                 (tal_decimal_is_zero (value)
                                                                      ? TAL_DANISH_NUMBER_PLAIN
                                                                      : TAL_DANISH_NUMBER_SIGNED));

  return g_strconcat (number, unit, NULL);
}

char *
tal_trend_text_change (const TalTrend *self, gboolean relative)
{
  TalDecimal change;

  g_return_val_if_fail (self != NULL, NULL);

  if (!is_told (self))
    return NULL;
  if (is_percentage (self))
    return round_difference (self, &change) ? write_signed (change, NO_BREAK_SPACE "procentpoint")
                                            : NULL;
  if (!relative)
    return round_difference (self, &change) ? write_signed (change, "") : NULL;
  if (!has_base (self, 0) || !tal_fraction_round (get_relative (self), 1, &change))
    return NULL;
  return write_signed (change, NO_BREAK_SPACE "pct.");
}

const char *
tal_trend_text_note (const TalTrend *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!is_told (self) || !is_percentage (self) || self->before.computed || self->after.computed)
    return NULL;
  return "Beregnet på afrundede tal.";
}
