/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-change.h"

#include "core/tal-note-near.h"
#include "core/tal-note-part.h"
#include "core/tal-note-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How well the text must speak of a series for a change of it to be meant … */
#define NEED_CHANGE 0.35
/* … and for another number than its change to be wrong. */
#define NEED_ACCUSED 1.0
/* Of so many newest figures every pair is tried. */
#define MOST_PAIRED 16
#define MOST_SERIES 12

typedef struct
{
  const TalNoteFigure *from;
  const TalNoteFigure *to;
} Change;

/* How the text may tell it: in the figures' own unit, or as a part of the earlier one. */
static gboolean
reckon (const TalNoteMatch   *match,
        const TalNoteSubject *subject,
        const Change         *change,
        gboolean              relative,
        TalFraction          *ret_value)
{
  TalFraction difference = tal_fraction_subtract (change->to->value, change->from->value);
  gboolean    share = subject->unit == TAL_MEASURE_UNIT_PER_CENT;

  switch (match->mention->unit)
    {
    case TAL_MENTION_PER_CENT:
      if (!relative && !share)
        return FALSE;
      break;
    case TAL_MENTION_PERCENTAGE_POINTS:
      if (relative || !share)
        return FALSE;
      break;
    case TAL_MENTION_PLAIN:
    case TAL_MENTION_KRONER:
      if (relative || !tal_note_match_fits_unit (match, subject))
        return FALSE;
      break;
    case TAL_MENTION_TIMES:
      return FALSE;
    }

  *ret_value = relative
                   ? tal_fraction_multiply (tal_fraction_divide (difference, change->from->value),
                                            tal_fraction_from_integer (100))
                   : difference;
  return tal_fraction_is_valid (*ret_value);
}

/* How many periods the sentence names that are not within one another. */
static guint
count_periods (const TalNoteSentence *sentence)
{
  guint count = 0;

  for (guint i = 0; i < sentence->periods->len; i++)
    {
      TalPeriod period = g_array_index (sentence->periods, TalNotePeriod, i).period;
      guint     before = 0;

      while (before < i &&
             !tal_period_overlaps (g_array_index (sentence->periods, TalNotePeriod, before).period,
                                   period))
        before++;
      count += before == i ? 1 : 0;
    }

  return count;
}

/* Where the sentence names two periods a change is from one to the other. */
static gboolean
may_be_meant (const TalNoteSentence *sentence, const Change *change)
{
  if (change->from->period.kind != change->to->period.kind ||
      tal_fraction_is_valid (change->from->right) || tal_fraction_is_valid (change->to->right))
    return FALSE;

  return count_periods (sentence) < 2 ||
         (tal_note_sentence_names_period (sentence, change->from->period) &&
          tal_note_sentence_names_period (sentence, change->to->period));
}

static gboolean
agrees_with (const TalNoteMatch *match, const TalNoteSubject *subject, const Change *change)
{
  TalFraction value;

  for (int relative = 0; relative < 2; relative++)
    {
      if (reckon (match, subject, change, relative == 1, &value) &&
          tal_note_match_agrees (match, value, TAL_APPROXIMATION_EXACT))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_change (TalNoteFigures *figures, const TalNoteMatch *match, guint at, Change *ret_change)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, at);
  guint                 length = 0;
  const TalNoteFigure  *list = tal_note_figures_get_figures (figures, at, &length);
  guint                 first = length > MOST_PAIRED ? length - MOST_PAIRED : 0;

  for (guint i = first; i < length; i++)
    {
      for (guint j = i + 1; j < length; j++)
        {
          Change change = { &list[i], &list[j] };

          if (!may_be_meant (match->sentence, &change) || !agrees_with (match, subject, &change))
            continue;
          *ret_change = change;
          return TRUE;
        }
    }

  return FALSE;
}

/* The first and last figure of the subject that the sentence itself tells, or whose periods
 * it names. */
static gboolean
find_meant (TalNoteFigures     *figures,
            const GPtrArray    *matches,
            const TalNoteMatch *match,
            guint               at,
            Change             *ret_change)
{
  guint                length = 0;
  const TalNoteFigure *list = tal_note_figures_get_figures (figures, at, &length);
  Change               change = { NULL, NULL };

  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *other = g_ptr_array_index (matches, i);

      if (other->sentence != match->sentence || other->figure == NULL || other == match ||
          other->figure->subject != at)
        continue;
      if (change.from == NULL)
        change.from = other->figure;
      else
        change.to = other->figure;
    }
  if (change.to == NULL && match->sentence->periods->len == 2)
    {
      change.from = NULL;
      for (guint i = 0; i < length; i++)
        {
          if (tal_period_is_equal (list[i].period,
                                   g_array_index (match->sentence->periods, TalNotePeriod, 0)
                                       .period))
            change.from = &list[i];
          if (tal_period_is_equal (list[i].period,
                                   g_array_index (match->sentence->periods, TalNotePeriod, 1)
                                       .period))
            change.to = &list[i];
        }
    }

  *ret_change = change;
  return change.from != NULL && change.to != NULL && !tal_fraction_is_valid (change.from->right) &&
         !tal_fraction_is_valid (change.to->right);
}

/* Whether another number of the sentence is that figure. */
static gboolean
is_beside (const GPtrArray *matches, const TalNoteMatch *match, const TalNoteFigure *figure)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *other = g_ptr_array_index (matches, i);

      if (other != match && other->sentence == match->sentence && other->figure == figure)
        return TRUE;
    }

  return FALSE;
}

/* Whether the sentence speaks of the change: to the one period that it names or the figure that
 * it tells, or from the one that it compares with. */
static gboolean
is_spoken_of (const GPtrArray *matches, const TalNoteMatch *match, const Change *change)
{
  const GArray *periods = match->sentence->periods;

  if (is_beside (matches, match, change->to))
    return TRUE;
  if (count_periods (match->sentence) != 1)
    return FALSE;
  return tal_period_overlaps (g_array_index (periods, TalNotePeriod, 0).period,
                              g_array_index (periods, TalNotePeriod, 0).base ? change->from->period
                                                                             : change->to->period);
}

/* Such a change that the number is nearly. */
static gboolean
find_nearly (TalNoteFigures     *figures,
             const GPtrArray    *matches,
             const TalNoteMatch *match,
             guint               at,
             Change             *ret_change)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, at);
  guint                 length = 0;
  const TalNoteFigure  *list = tal_note_figures_get_figures (figures, at, &length);

  for (guint i = 0; i + 1 < length; i++)
    {
      Change      change = { &list[i], &list[i + 1] };
      TalFraction value;
      TalDecimal  printed;

      if (change.from->period.kind == change.to->period.kind &&
          !tal_fraction_is_valid (change.from->right) &&
          !tal_fraction_is_valid (change.to->right) && is_spoken_of (matches, match, &change) &&
          reckon (match, subject, &change, match->mention->unit == TAL_MENTION_PER_CENT, &value) &&
          tal_note_match_print (match, value, &printed) &&
          tal_note_near_compare (match->mention->value, printed) != TAL_NOTE_NEAR_NOT)
        {
          *ret_change = change;
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether the sentence tells two figures of the subject beside the number: "fra … til …". */
static gboolean
is_told (const GPtrArray *matches, const TalNoteMatch *match, guint subject)
{
  guint count = 0;

  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *other = g_ptr_array_index (matches, i);

      if (other != match && other->sentence == match->sentence && other->figure != NULL &&
          other->figure->subject == subject)
        count++;
    }

  return count >= 2;
}

static void
add_change (TalNoteFigures *figures, TalNoteMatch *match, const Change *change, GPtrArray *remarks)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, change->to->subject);
  g_autofree char      *name = tal_note_wording_name (subject, change->to->period);
  g_autofree char      *from = tal_note_wording_figure (subject, change->from->value);
  g_autofree char      *to = tal_note_wording_figure (subject, change->to->value);
  TalRemark            *remark =
      tal_note_wording_start_number (TAL_REMARK_AGREES, TAL_SEVERITY_NOTE, "number-agrees", match);

  match->figure = change->to;
  match->moved = tal_fraction_compare (change->to->value, change->from->value);
  if (subject->series != NULL)
    remark->series = subject->series->record.id;
  remark->period = change->to->period;
  remark->sentence = g_strdup_printf (_ ("It is the change from %s to %s: %s."), from, to, name);
  g_ptr_array_add (remarks, remark);
}

static gboolean
accuse (TalNoteFigures *figures, TalNoteMatch *match, const Change *change, GPtrArray *remarks)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, change->to->subject);
  g_autofree char      *from = NULL;
  g_autofree char      *to = NULL;
  gboolean              relative = match->mention->unit == TAL_MENTION_PER_CENT;
  TalFraction           right;
  TalRemark            *remark = NULL;

  if (match->mention->approximation != TAL_APPROXIMATION_EXACT ||
      !reckon (match, subject, change, relative, &right))
    return FALSE;

  if (tal_fraction_compare (right, tal_fraction_from_integer (0)) < 0)
    right = tal_fraction_subtract (tal_fraction_from_integer (0), right);
  remark = tal_note_wording_differs (figures, match, change->to, right, TAL_SEVERITY_WARNING);
  from = tal_note_wording_figure (subject, change->from->value);
  to = tal_note_wording_figure (subject, change->to->value);
  g_free (remark->sentence);
  remark->sentence = g_strdup_printf (_ ("From %s to %s is a change of %s: %s."), from, to,
                                         remark->suggestion, subject->title);
  g_ptr_array_add (remarks, remark);
  return TRUE;
}

static gboolean
accuse_subject (TalNoteFigures  *figures,
                const GPtrArray *matches,
                TalNoteMatch    *match,
                guint            at,
                GPtrArray       *remarks)
{
  Change change;

  return (find_meant (figures, matches, match, at, &change) ||
          find_nearly (figures, matches, match, at, &change)) &&
         accuse (figures, match, &change, remarks);
}

/* Of what another number of the sentence is the figure of. */
static gboolean
accuse_beside (TalNoteFigures  *figures,
               const GPtrArray *matches,
               TalNoteMatch    *match,
               GPtrArray       *remarks)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *other = g_ptr_array_index (matches, i);
      Change              change;

      if (other == match || other->figure == NULL || other->sentence != match->sentence)
        continue;
      if (is_told (matches, match, other->figure->subject)
              ? accuse_subject (figures, matches, match, other->figure->subject, remarks)
              : find_nearly (figures, matches, match, other->figure->subject, &change) &&
                    accuse (figures, match, &change, remarks))
        return TRUE;
    }

  return FALSE;
}

/* A change of what the sentence tells two figures of, or of what it speaks of for certain: not
 * of a ratio, whose name is made of others'. */
static gboolean
accuse_change (TalNoteFigures  *figures,
               const GPtrArray *matches,
               TalNoteMatch    *match,
               GPtrArray       *remarks)
{
  if (accuse_beside (figures, matches, match, remarks))
    return TRUE;
  for (guint i = 0; i < match->scores->len && i < MOST_SERIES; i++)
    {
      const TalNoteScore *score = &g_array_index (match->scores, TalNoteScore, i);

      if (score->weight >= NEED_ACCUSED &&
          strstr (tal_note_figures_get_subject (figures, score->subject)->title, " pr. ") == NULL &&
          accuse_subject (figures, matches, match, score->subject, remarks))
        return TRUE;
    }

  return FALSE;
}

/* Whether the number is the figure of a change, or by its words more of one than of the level
 * that it happens to be. */
static gboolean
is_change_figure (const TalNoteFigures *figures, const TalNoteMatch *match)
{
  const TalNoteSubject *subject = NULL;

  if (match->figure == NULL)
    return FALSE;
  subject = tal_note_figures_get_subject (figures, match->figure->subject);
  return subject->series != NULL &&
         (subject->series->basis == TAL_BASIS_CHANGE ||
          subject->series->basis == TAL_BASIS_RELATIVE_CHANGE ||
          subject->unit == TAL_MEASURE_UNIT_PERCENTAGE_POINTS || match->support > NEED_ACCUSED);
}

static gboolean
judge_change (TalNoteFigures  *figures,
              const GPtrArray *matches,
              TalNoteMatch    *match,
              GPtrArray       *remarks)
{
  for (guint i = 0; i < matches->len; i++)
    {
      const TalNoteMatch *other = g_ptr_array_index (matches, i);
      Change              change;

      if (other == match || other->figure == NULL ||
          !is_told (matches, match, other->figure->subject))
        continue;
      if (find_change (figures, match, other->figure->subject, &change))
        {
          add_change (figures, match, &change, remarks);
          return TRUE;
        }
    }
  for (guint i = 0; i < match->scores->len && i < MOST_SERIES; i++)
    {
      const TalNoteScore *score = &g_array_index (match->scores, TalNoteScore, i);
      Change              change;

      if (score->weight < NEED_CHANGE)
        break;
      if (!find_change (figures, match, score->subject, &change))
        continue;
      add_change (figures, match, &change, remarks);
      return TRUE;
    }

  return !is_change_figure (figures, match) && accuse_change (figures, matches, match, remarks);
}

gboolean
tal_note_change_judge (TalNoteFigures  *figures,
                       const GPtrArray *matches,
                       TalNoteMatch    *match,
                       GPtrArray       *remarks)
{
  if (!tal_decimal_is_none (match->mention->whole))
    {
      if (tal_note_part_judge (figures, match, remarks))
        return TRUE;
      match->figure = NULL;
      return FALSE;
    }

  return (match->changes || match->mention->unit == TAL_MENTION_PERCENTAGE_POINTS) &&
         judge_change (figures, matches, match, remarks);
}
