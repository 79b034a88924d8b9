/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-match.h"

#include "core/tal-note-context.h"
#include "core/tal-note-noun.h"

#include <math.h>
#include <string.h>

/* Beyond so many the subjects that fit a text best are no longer looked at. */
#define MOST_SCORES 40
#define ROUNDING_ROOM 1e-9

static gboolean
is_row (const TalNoteMatch *self)
{
  return self->sentence->passage->kind == TAL_PASSAGE_ROW;
}

static gboolean
has_any (const char *text, const char *const *parts)
{
  g_autofree char *folded = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  for (; folded != NULL && *parts != NULL; parts++)
    {
      if (strstr (folded, *parts) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* "27 til 24 pct.", and cells of a column or table in per cent. */
static gboolean
is_told_in_per_cent (const TalNoteMatch *self)
{
  static const char *const marks[] = { "pct", "procent", "%", "andel", NULL };
  const GPtrArray         *mentions = self->sentence->mentions;

  if (self->mention->unit == TAL_MENTION_PER_CENT)
    return TRUE;
  if (self->mention->unit != TAL_MENTION_PLAIN)
    return FALSE;
  if (is_row (self))
    return self->mention->noun == NULL &&
           (has_any (self->sentence->header, marks) || has_any (self->sentence->caption, marks) ||
            has_any (self->sentence->label, marks));

  for (guint i = 0; i + 1 < mentions->len; i++)
    {
      const TalMention *next = g_ptr_array_index (mentions, i + 1);

      if (g_ptr_array_index (mentions, i) == self->mention)
        return self->mention->noun == NULL && next->unit == TAL_MENTION_PER_CENT &&
               next->number_start - self->mention->end < 8;
    }

  return FALSE;
}

static void
read_money (TalNoteMatch *self)
{
  static const char *const millions[] = { "mio.", "millioner", NULL };
  static const char *const thousands[] = { "1.000 kr", "tusind", "t.kr", "1000 kr", NULL };
  static const char *const kroner[] = { "kr.", "kroner", "budget", "beløb", "bevilling", NULL };
  const char *texts[] = { self->sentence->header, self->sentence->corner, self->sentence->caption };

  self->exponent = self->mention->exponent;
  self->kroner = self->mention->unit == TAL_MENTION_KRONER;
  if (self->mention->unit != TAL_MENTION_PLAIN || self->mention->noun != NULL || !is_row (self) ||
      self->exponent != 0)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (has_any (texts[i], millions))
        self->exponent = 6;
      else if (has_any (texts[i], thousands))
        self->exponent = 3;
      self->kroner |= self->exponent > 0 || has_any (texts[i], kroner);
      if (self->exponent > 0)
        return;
    }
}

double
tal_note_match_get_support (const TalNoteMatch *self, guint subject)
{
  for (guint i = 0; i < self->scores->len; i++)
    {
      const TalNoteScore *score = &g_array_index (self->scores, TalNoteScore, i);

      if (score->subject == subject)
        return score->weight;
    }

  return 0;
}

/* Members, goals, families and time are no persons, and the other way round. */
static gboolean
fits_noun (const TalNoteMatch *self, const TalNoteSubject *subject)
{
  TalNoteNoun noun = tal_note_noun_find_kind (self->mention->noun);
  gboolean    strict = noun == TAL_NOTE_NOUN_PROVIDERS || noun == TAL_NOTE_NOUN_GOALS ||
                    noun == TAL_NOTE_NOUN_INITIATIVES || noun == TAL_NOTE_NOUN_FAMILIES ||
                    noun == TAL_NOTE_NOUN_TIME;

  if (subject->noun != NULL)
    return noun == tal_note_noun_find_kind (strrchr (subject->noun, ' ') != NULL
                                                ? strrchr (subject->noun, ' ') + 1
                                                : subject->noun);
  if (subject->series == NULL || !strict)
    return TRUE;

  return tal_note_noun_compare (noun, subject->series) > 0;
}

static gboolean
fits_plain (const TalNoteMatch *self, const TalNoteSubject *subject)
{
  static const char *const counts[] = { "antal", NULL };

  switch (subject->unit)
    {
    case TAL_MEASURE_UNIT_PER_CENT:
      return self->per_cent || (is_row (self) && self->mention->noun == NULL &&
                                !has_any (self->sentence->header, counts));
    case TAL_MEASURE_UNIT_PERCENTAGE_POINTS:
      return self->per_cent;
    case TAL_MEASURE_UNIT_DKK:
    case TAL_MEASURE_UNIT_MILLION_DKK:
      return self->kroner || (is_row (self) && self->mention->noun == NULL);
    case TAL_MEASURE_UNIT_WEEKS:
    case TAL_MEASURE_UNIT_PERSONS:
    case TAL_MEASURE_UNIT_FULL_TIME_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PERSONS:
    case TAL_MEASURE_UNIT_FULL_YEAR_PLACES:
    case TAL_MEASURE_UNIT_FAMILIES:
    case TAL_MEASURE_UNIT_COURSES:
    case TAL_MEASURE_UNIT_PLACEMENTS:
    case TAL_MEASURE_UNIT_CASES:
    case TAL_MEASURE_UNIT_AWARDS:
      return self->exponent == self->mention->exponent;
    case TAL_MEASURE_UNIT_COUNT:
    case TAL_MEASURE_UNIT_RATIO:
    case TAL_MEASURE_UNIT_INDEX:
      break;
    }

  return TRUE;
}

gboolean
tal_note_match_fits_unit (const TalNoteMatch *self, const TalNoteSubject *subject)
{
  switch (self->mention->unit)
    {
    case TAL_MENTION_PLAIN:
      break;
    case TAL_MENTION_PER_CENT:
      return subject->unit == TAL_MEASURE_UNIT_PER_CENT ||
             subject->unit == TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
    case TAL_MENTION_PERCENTAGE_POINTS:
      return subject->unit == TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
    case TAL_MENTION_KRONER:
      return tal_measure_unit_is_money (subject->unit);
    case TAL_MENTION_TIMES:
      return subject->unit == TAL_MEASURE_UNIT_RATIO;
    }

  return fits_plain (self, subject) && fits_noun (self, subject);
}

/* Money cells go by their column's thousands or millions, every other number by its own. */
static TalFraction
scale_down (const TalNoteMatch *self, TalFraction value)
{
  for (int i = 0; i < self->exponent; i++)
    value = tal_fraction_divide (value, tal_fraction_from_integer (10));

  return value;
}

gboolean
tal_note_match_print (const TalNoteMatch *self, TalFraction value, TalDecimal *ret_printed)
{
  guint8 scale = self->mention->part ? 0 : self->mention->value.scale;

  return tal_fraction_round (scale_down (self, value), scale, ret_printed);
}

/* The worth of the last digit that is not a zero: 1.000 of "11.000", 10 of "410". */
static double
find_grain (TalDecimal value)
{
  gint64 rest = ABS (value.coefficient);
  double grain = pow (10, -(double)value.scale);

  while (rest != 0 && rest % 10 == 0)
    {
      rest /= 10;
      grain *= 10;
    }

  return grain;
}

/* What values an approximate number may stand for. */
static void
find_bounds (const TalMention *mention, double *ret_least, double *ret_most)
{
  double value = fabs (tal_decimal_to_double (mention->value));
  double grain = mention->part ? 1 : find_grain (mention->value);
  double about = MIN (MAX (grain / 2, 0.025 * value), 0.05 * value);

  *ret_least = value;
  *ret_most = value;
  switch (mention->approximation)
    {
    case TAL_APPROXIMATION_EXACT:
      *ret_least = value - 0.5;
      *ret_most = value + 0.5;
      break;
    case TAL_APPROXIMATION_ABOUT:
      about = MAX (about, grain / 2 < 1 ? grain / 2 : 0);
      *ret_least = value - about;
      *ret_most = value + about;
      break;
    case TAL_APPROXIMATION_OVER:
      *ret_most = value + MAX (MIN (grain, 0.1 * value), 0.02 * value);
      break;
    case TAL_APPROXIMATION_UNDER:
      *ret_least = value - MAX (MIN (grain, 0.1 * value), 0.02 * value);
      break;
    case TAL_APPROXIMATION_NEARLY:
      *ret_least = 0.9 * value;
      break;
    case TAL_APPROXIMATION_MORE_THAN:
      *ret_most = 1.3 * value;
      break;
    case TAL_APPROXIMATION_LESS_THAN:
      *ret_least = 0.7 * value;
      break;
    }
  *ret_least -= ROUNDING_ROOM;
  *ret_most += ROUNDING_ROOM;
}

gboolean
tal_note_match_agrees (const TalNoteMatch *self, TalFraction value, TalApproximation approximation)
{
  const TalMention *mention = self->mention;
  TalDecimal        printed;
  TalDecimal        absolute = mention->value;
  double            least;
  double            most;
  double            size;

  absolute.coefficient = ABS (absolute.coefficient);
  if (tal_fraction_compare (value, tal_fraction_from_integer (0)) < 0)
    value = tal_fraction_subtract (tal_fraction_from_integer (0), value);
  if (!mention->part && tal_note_match_print (self, value, &printed) &&
      tal_decimal_compare (printed, absolute) == 0)
    return TRUE;
  if (mention->approximation == TAL_APPROXIMATION_EXACT && !mention->part)
    return FALSE;

  size = tal_fraction_to_double (scale_down (self, value));
  find_bounds (mention, &least, &most);
  /* "ca. 40" in the note and "godt 40" in the figures are the same figure. */
  if (approximation != TAL_APPROXIMATION_EXACT && mention->part)
    least -= 1;
  return size >= least && size <= most;
}

int
tal_note_match_compare_period (const TalNoteMatch *self, TalPeriod period)
{
  if (!tal_period_is_set (period))
    return 0;
  if (tal_period_is_set (self->period))
    {
      if (tal_period_is_equal (period, self->period))
        return 1;
      return tal_period_overlaps (period, self->period) ? 0 : -1;
    }

  return 0;
}

/* Whether any period the sentence names is the figure's; -1 where it names others only. */
static int
compare_named (const TalNoteMatch *self, TalPeriod period)
{
  int best = self->sentence->periods->len > 0 ? -1 : 0;

  for (guint i = 0; i < self->sentence->periods->len; i++)
    {
      TalPeriod named = g_array_index (self->sentence->periods, TalNotePeriod, i).period;

      if (tal_period_is_equal (named, period))
        return 1;
      if (tal_period_overlaps (named, period))
        best = 0;
    }

  return best;
}

/* What the noun says against what the figure counts. */
static double
weigh_noun (const TalNoteMatch *self, const TalNoteSubject *subject)
{
  TalNoteNoun noun = tal_note_noun_find_kind (self->mention->noun);

  if (self->mention->unit != TAL_MENTION_PLAIN || subject->series == NULL)
    return 0;

  return tal_note_noun_compare (noun, subject->series) > 0   ? 0.1
         : tal_note_noun_compare (noun, subject->series) < 0 ? -0.3
                                                             : 0;
}

static double
weigh_figure (const TalNoteMatch *self, TalNoteFigures *figures, const TalNoteFigure *figure)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, figure->subject);
  int                   told = tal_note_match_compare_period (self, figure->period);
  double                weight = tal_note_match_get_support (self, figure->subject);

  weight += told > 0 ? 0.5 : told < 0 ? -0.5 : 0;
  if (!tal_period_is_set (self->period))
    weight += 0.15 * compare_named (self, figure->period);
  weight += weigh_noun (self, subject);
  if (subject->kind == TAL_NOTE_SUBJECT_TARGET)
    weight += self->target ? 0.4 : -0.1;
  else if (self->target)
    weight -= 0.2;
  if (tal_fraction_is_valid (figure->right))
    weight -= 0.05;
  if (self->mention->approximation != TAL_APPROXIMATION_EXACT &&
      self->mention->approximation == figure->approximation)
    weight += 0.2;
  return weight;
}

/* How much support a number needs to be believed: a long one little, a small one much. */
static double
find_need (const TalMention *mention)
{
  gint64 digits = ABS (mention->value.coefficient);
  int    length = 0;

  while (digits != 0 && digits % 10 == 0)
    digits /= 10;
  for (; digits != 0; digits /= 10)
    length++;
  if (mention->part)
    length = 2;
  else if (mention->value.scale > 0)
    length++;

  if (length >= 4)
    return 0.12;
  return length == 3 ? 0.2 : length == 2 ? 0.35 : 0.45;
}

static void
find_agreeing (TalNoteMatch *self, TalNoteFigures *figures)
{
  g_autoptr (GPtrArray) sized = NULL;
  double                value = fabs (tal_decimal_to_double (self->mention->value));
  double                unit = pow (10, self->exponent);
  double                least;
  double                most;

  find_bounds (self->mention, &least, &most);
  if (self->mention->approximation == TAL_APPROXIMATION_EXACT)
    {
      double half = 0.5 * pow (10, self->mention->part ? 0 : -(double)self->mention->value.scale);

      least = value - half - ROUNDING_ROOM;
      most = value + half + ROUNDING_ROOM;
    }
  sized = tal_note_figures_find_sized (figures, least * unit, most * unit);
  for (guint i = 0; i < sized->len; i++)
    {
      const TalNoteFigure *figure = g_ptr_array_index (sized, i);
      double               weight;

      if (!tal_note_match_fits_unit (self,
                                     tal_note_figures_get_subject (figures, figure->subject)) ||
          !tal_note_match_agrees (self, figure->value, figure->approximation))
        continue;
      weight = weigh_figure (self, figures, figure);
      if (self->figure != NULL && weight <= self->support)
        continue;
      self->figure = figure;
      self->support = weight;
    }
  if (self->figure != NULL && self->support < find_need (self->mention))
    self->figure = NULL;
}

TalNoteMatch *
tal_note_match_new (TalNoteFigures        *figures,
                    const TalNoteSentence *sentence,
                    const TalMention      *mention,
                    const TalNoteSentence *before)
{
  TalNoteMatch *self = g_new0 (TalNoteMatch, 1);

  self->sentence = sentence;
  self->mention = mention;
  self->period = tal_note_sentence_find_period (sentence, mention);
  self->changes = tal_note_context_says_change (sentence, mention);
  self->target = tal_note_context_says_target (sentence, mention);
  self->per_cent = is_told_in_per_cent (self);
  read_money (self);
  self->scores = tal_note_context_score (figures, sentence, mention, before);
  find_agreeing (self, figures);
  if (self->scores->len > MOST_SCORES)
    g_array_set_size (self->scores, MOST_SCORES);
  return self;
}

void
tal_note_match_free (TalNoteMatch *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->scores);
  g_free (self);
}
