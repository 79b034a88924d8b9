/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-number.h"

#include "base/tal-danish-text.h"
#include "core/tal-note-change.h"
#include "core/tal-note-near.h"
#include "core/tal-note-noun.h"
#include "core/tal-note-wording.h"

#include <stdlib.h>

/* How well a text must speak of a figure before its number is called wrong. */
#define NEED_STRONG 0.6     /* where the number is nearly the figure's */
#define NEED_WEAK 1.0       /* where that may be by chance … */
#define NEED_ANCHORED 0.4   /* … unless a related figure stands beside it */
#define NEED_PLACED 1.15    /* where the period is told and the number is just another one */
#define NEED_PART 0.5       /* for a part in words beside another figure that is nearly it */
#define NEED_PART_ALONE 0.8 /* likewise where it agrees with none */
#define NEED_NEARLY 0.9     /* for "ca. 40" beside 45 */
#define MOST_NEAR_COUNT 2

typedef struct
{
  const TalNoteFigure *figure;
  TalFraction          right;
  double               weight;
  TalSeverity          severity;
} Accusation;

void
tal_note_number_match (TalNoteFigures         *figures,
                       const TalNoteSentences *sentences,
                       guint                   first,
                       guint                   last,
                       GPtrArray              *matches)
{
  for (guint i = first; i < last; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (sentences->sentences, i);
      const TalNoteSentence *before = NULL;

      if (i > first && sentence->passage->kind != TAL_PASSAGE_ROW)
        before = g_ptr_array_index (sentences->sentences, i - 1);
      for (guint j = 0; j < sentence->mentions->len; j++)
        g_ptr_array_add (matches,
                         tal_note_match_new (figures, sentence,
                                             g_ptr_array_index (sentence->mentions, j), before));
    }
}

/* Whether another number of the passage agrees with that figure already. */
static gboolean
is_taken (const GPtrArray *matches, const TalNoteFigure *figure)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (matches, i);

      if (match->figure != NULL && !match->changes && match->figure->subject == figure->subject &&
          tal_period_is_equal (match->figure->period, figure->period) &&
          tal_fraction_compare (match->figure->value, figure->value) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether another number of the sentence, or row, agrees with a related figure. */
static gboolean
is_anchored (const TalNoteFigures *figures,
             const GPtrArray      *matches,
             const TalNoteMatch   *self,
             guint                 subject)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (matches, i);

      if (match != self && match->figure != NULL &&
          (match->sentence == self->sentence || self->sentence->passage->kind == TAL_PASSAGE_ROW) &&
          tal_note_figures_are_related (figures, match->figure->subject, subject))
        return TRUE;
    }

  return FALSE;
}

/* Whether another number of the sentence, or row, agrees with another figure of the subject. */
static gboolean
is_beside (const GPtrArray *matches, const TalNoteMatch *self, guint subject)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (matches, i);

      if (match != self && match->figure != NULL && match->figure->subject == subject &&
          (match->sentence == self->sentence || self->sentence->passage->kind == TAL_PASSAGE_ROW))
        return TRUE;
    }

  return FALSE;
}

/* Whether the figure is the only one of its subject in the period that is told: December 2015
 * of "i 2015". */
static gboolean
is_only_one (const TalNoteFigures *figures, const TalNoteMatch *match, const TalNoteFigure *figure)
{
  guint                length = 0;
  const TalNoteFigure *list = tal_note_figures_get_figures (figures, figure->subject, &length);
  guint                count = 0;

  if (!tal_period_is_set (match->period) || !tal_period_is_set (figure->period))
    return FALSE;
  for (guint i = 0; i < length; i++)
    count += tal_period_overlaps (list[i].period, match->period) ? 1 : 0;

  return count == 1 && tal_period_overlaps (figure->period, match->period);
}

/* 1 where the number is told of the figure's period, -1 where of another. */
static int
compare_told (const TalNoteFigures *figures, const TalNoteMatch *match, const TalNoteFigure *figure)
{
  int told = tal_note_match_compare_period (match, figure->period);

  return told == 0 && is_only_one (figures, match, figure) ? 1 : told;
}

static gboolean
is_named (const TalNoteMatch *match, TalPeriod period)
{
  const GArray *periods = match->sentence->periods;

  if (periods->len == 0 || !tal_period_is_set (period))
    return TRUE;
  for (guint i = 0; i < periods->len; i++)
    {
      if (tal_period_overlaps (g_array_index (periods, TalNotePeriod, i).period, period))
        return TRUE;
    }

  return FALSE;
}

/* "en tredjedel" beside 35 pct.: near enough to be meant, too far to be right. */
static gboolean
is_near_part (const TalMention *mention, TalFraction value)
{
  double distance = tal_fraction_to_double (value) - tal_decimal_to_double (mention->value);

  return mention->part && distance > -5 && distance < 5;
}

static gboolean
is_near_approximation (const TalNoteMatch *match, TalFraction value)
{
  TalDecimal printed;
  double     size;
  double     written = tal_decimal_to_double (match->mention->value);

  if (match->mention->approximation == TAL_APPROXIMATION_EXACT ||
      !tal_note_match_print (match, value, &printed))
    return FALSE;
  size = tal_decimal_to_double (printed);
  return size > 0.8 * written && size < 1.25 * written;
}

/* Members are counted, and a note may well count fewer of them: only a near miss is one. */
static gboolean
misses_count (const TalNoteMatch *match, const TalNoteSubject *subject, TalFraction value)
{
  gint64 count = (gint64)tal_fraction_to_double (value);

  return subject->noun != NULL && match->mention->noun != NULL &&
         match->mention->value.scale == 0 && match->mention->value.coefficient > 2 &&
         tal_note_noun_find_kind (subject->noun) == TAL_NOTE_NOUN_PROVIDERS &&
         ABS (count - match->mention->value.coefficient) <= MOST_NEAR_COUNT;
}

/* "I alt" over a column: its numbers are of no single period. */
static gboolean
is_total_column (const TalNoteMatch *match)
{
  const char      *header = match->sentence->header;
  g_autofree char *plain = header != NULL ? tal_danish_text_dup_plain (header) : NULL;

  return plain != NULL && g_str_has_prefix (plain, "i alt");
}

/* How well the figure explains the number as its mistake; 0 where it doesn't. */
static double
weigh_mistake (const TalNoteFigures *figures,
               const GPtrArray      *matches,
               const TalNoteMatch   *match,
               const TalNoteFigure  *figure,
               double                support,
               TalSeverity          *ret_severity)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, figure->subject);
  int                   told = compare_told (figures, match, figure);
  gboolean              anchored = is_anchored (figures, matches, match, figure->subject);
  TalNoteNear           near = TAL_NOTE_NEAR_NOT;
  TalDecimal            printed;
  double                weight = support + (told > 0 ? 0.3 : 0) + (anchored ? 0.3 : 0);

  *ret_severity = TAL_SEVERITY_WARNING;
  if ((subject->kind == TAL_NOTE_SUBJECT_TARGET) != match->target ||
      (tal_period_is_set (figure->period) && is_total_column (match)))
    return 0;
  if (told < 0 || (told == 0 && !is_named (match, figure->period)) ||
      !tal_note_match_print (match, figure->value, &printed))
    return 0;
  if (subject->noun != NULL)
    return misses_count (match, subject, figure->value) ? weight : 0;
  if (match->mention->part || match->mention->approximation != TAL_APPROXIMATION_EXACT)
    {
      *ret_severity = TAL_SEVERITY_NOTE;
      if (match->mention->part)
        return support >= NEED_PART_ALONE && is_near_part (match->mention, figure->value) ? weight
                                                                                          : 0;
      return support >= NEED_NEARLY && is_near_approximation (match, figure->value) ? weight : 0;
    }

  near = tal_note_near_compare (match->mention->value, printed);
  if (near != TAL_NOTE_NEAR_NOT && is_beside (matches, match, figure->subject) &&
      (near == TAL_NOTE_NEAR_STRONG || told > 0))
    return weight + 0.6;
  if (near == TAL_NOTE_NEAR_STRONG && support >= NEED_STRONG)
    return weight + 0.6;
  if (near == TAL_NOTE_NEAR_WEAK &&
      (support >= NEED_WEAK || (anchored && support >= NEED_ANCHORED)))
    return weight + 0.3;
  if (told > 0 && support >= NEED_PLACED && !match->mention->in_words)
    return weight;

  return 0;
}

/* So near that it can be no other one, even where the figure is told once already. */
static gboolean
is_nearly (const TalNoteMatch *match, TalFraction value)
{
  TalDecimal printed;

  return tal_note_match_print (match, value, &printed) &&
         tal_note_near_compare (match->mention->value, printed) == TAL_NOTE_NEAR_STRONG;
}

/* Tries the figures of one subject. */
static void
try_subject (const TalNoteFigures *figures,
             const GPtrArray      *matches,
             const TalNoteMatch   *match,
             guint                 subject,
             double                support,
             Accusation           *best)
{
  guint                length = 0;
  const TalNoteFigure *list = tal_note_figures_get_figures (figures, subject, &length);

  if (!tal_note_match_fits_unit (match, tal_note_figures_get_subject (figures, subject)))
    return;
  for (guint i = 0; i < length; i++)
    {
      TalSeverity severity;
      double      weight;

      if (tal_fraction_is_valid (list[i].right) ||
          (is_taken (matches, &list[i]) && !is_nearly (match, list[i].value)) ||
          tal_note_match_agrees (match, list[i].value, list[i].approximation))
        continue;
      weight = weigh_mistake (figures, matches, match, &list[i], support, &severity);
      if (weight > best->weight)
        *best = (Accusation){ &list[i], list[i].value, weight, severity };
    }
}

/* The figure that the number should be, if the text speaks of one: of those that the words speak
 * of, and of those that the numbers beside it are of. */
static gboolean
find_mistake (const TalNoteFigures *figures,
              const GPtrArray      *matches,
              const TalNoteMatch   *match,
              Accusation           *ret_accusation)
{
  Accusation best = { NULL };

  if (tal_mention_is_time (match->mention) || match->changes ||
      (match->mention->in_words && !match->mention->part && match->mention->noun == NULL))
    return FALSE;
  for (guint i = 0; i < match->scores->len; i++)
    {
      const TalNoteScore *score = &g_array_index (match->scores, TalNoteScore, i);

      try_subject (figures, matches, match, score->subject, score->weight, &best);
    }
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *other = g_ptr_array_index (matches, i);

      if (other != match && other->figure != NULL && other->sentence == match->sentence)
        try_subject (figures, matches, match, other->figure->subject,
                     tal_note_match_get_support (match, other->figure->subject), &best);
    }

  *ret_accusation = best;
  return best.figure != NULL;
}

/* "814 i 2016" where 814 is of 2015: the period that is told has another figure. */
static gboolean
find_displaced (TalNoteFigures *figures, const TalNoteMatch *match, Accusation *ret_accusation)
{
  const TalNoteFigure *list = NULL;
  guint                length = 0;

  if (!tal_period_is_set (match->period) ||
      tal_note_match_compare_period (match, match->figure->period) >= 0 ||
      tal_note_match_get_support (match, match->figure->subject) < NEED_STRONG)
    return FALSE;

  list = tal_note_figures_get_figures (figures, match->figure->subject, &length);
  for (guint i = 0; i < length; i++)
    {
      if (!(tal_period_is_equal (list[i].period, match->period) ||
            is_only_one (figures, match, &list[i])) ||
          tal_fraction_is_valid (list[i].right))
        continue;
      *ret_accusation = (Accusation){ &list[i], list[i].value, 0, TAL_SEVERITY_WARNING };
      return TRUE;
    }

  return FALSE;
}

/* "en tredjedel" of what another figure of the same period says is ca. 35 pct. */
static gboolean
find_other_part (TalNoteFigures *figures, const TalNoteMatch *match, Accusation *ret_accusation)
{
  if (!match->mention->part || match->figure->approximation == TAL_APPROXIMATION_EXACT)
    return FALSE;
  for (guint i = 0; i < match->scores->len; i++)
    {
      const TalNoteScore  *score = &g_array_index (match->scores, TalNoteScore, i);
      guint                length = 0;
      const TalNoteFigure *list = tal_note_figures_get_figures (figures, score->subject, &length);

      if (score->subject == match->figure->subject || score->weight < NEED_PART ||
          !tal_note_match_fits_unit (match, tal_note_figures_get_subject (figures, score->subject)))
        continue;
      for (guint j = 0; j < length; j++)
        {
          if (!tal_period_is_equal (list[j].period, match->figure->period) ||
              !is_near_part (match->mention, list[j].value) ||
              list[j].approximation == TAL_APPROXIMATION_EXACT ||
              tal_note_match_agrees (match, list[j].value, list[j].approximation))
            continue;
          *ret_accusation = (Accusation){ &list[j], list[j].value, 0, TAL_SEVERITY_NOTE };
          return TRUE;
        }
    }

  return FALSE;
}

/* It agrees with a figure that nothing puts there, where the period told, or the numbers
 * beside it, put another one that it nearly is. */
static gboolean
agrees_by_chance (const TalNoteFigures *figures,
                  const GPtrArray      *matches,
                  const TalNoteMatch   *match,
                  Accusation           *ret_accusation)
{
  Accusation found = { NULL };
  int        told;

  if (match->mention->approximation != TAL_APPROXIMATION_EXACT || match->mention->part ||
      is_beside (matches, match, match->figure->subject) ||
      is_anchored (figures, matches, match, match->figure->subject) ||
      !find_mistake (figures, matches, match, &found) ||
      tal_note_match_get_support (match, found.figure->subject) <
          tal_note_match_get_support (match, match->figure->subject))
    return FALSE;
  told = compare_told (figures, match, found.figure);
  if (!(told > 0 && compare_told (figures, match, match->figure) <= 0) &&
      !(told >= 0 && (is_beside (matches, match, found.figure->subject) ||
                      is_anchored (figures, matches, match, found.figure->subject))))
    return FALSE;

  *ret_accusation = found;
  return TRUE;
}

/* A number that agrees with a figure may all the same be in another one's place. */
static gboolean
find_accusation (TalNoteFigures     *figures,
                 const GPtrArray    *matches,
                 const TalNoteMatch *match,
                 Accusation         *ret_accusation)
{
  if (match->figure == NULL)
    return find_mistake (figures, matches, match, ret_accusation);
  if (tal_fraction_is_valid (match->figure->right))
    {
      *ret_accusation =
          (Accusation){ match->figure, match->figure->right, 0, TAL_SEVERITY_WARNING };
      return TRUE;
    }

  if (agrees_by_chance (figures, matches, match, ret_accusation))
    return TRUE;

  return find_displaced (figures, match, ret_accusation) ||
         find_other_part (figures, match, ret_accusation);
}

void
tal_note_number_judge (TalNoteFigures *figures, const GPtrArray *matches, GPtrArray *remarks)
{
  for (guint i = 0; i < matches->len; i++)
    {
      TalNoteMatch *match = g_ptr_array_index (matches, i);
      Accusation    accusation;

      if (tal_note_change_judge (figures, matches, match, remarks))
        continue;
      if (find_accusation (figures, matches, match, &accusation))
        g_ptr_array_add (remarks, tal_note_wording_differs (figures, match, accusation.figure,
                                                            accusation.right, accusation.severity));
      else if (match->figure != NULL)
        g_ptr_array_add (remarks, tal_note_wording_agrees (figures, match));
      else
        g_ptr_array_add (remarks, tal_note_wording_unknown (match));
    }
}
