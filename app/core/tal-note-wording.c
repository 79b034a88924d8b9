/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-wording.h"

#include "base/tal-danish-number.h"
#include "core/tal-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BEFORE 40
#define BEHIND 25

static gsize
find_quotation_start (const TalNoteSentence *sentence, gsize start)
{
  const char *text = sentence->passage->text;
  gsize       at = start > sentence->start + BEFORE ? start - BEFORE : sentence->start;

  /* To the next word, unless there is none. */
  while (at > sentence->start && at < start && text[at - 1] != ' ')
    at++;
  return MIN (at, start);
}

static gsize
find_quotation_end (const TalNoteSentence *sentence, gsize end)
{
  const char *text = sentence->passage->text;
  gsize       at = MIN (end + BEHIND, sentence->end);

  while (at > end && at < sentence->end && text[at] != ' ')
    at--;
  return MAX (at, end);
}

TalRemark *
tal_note_wording_start (TalRemarkKind          kind,
                        TalSeverity            severity,
                        const char            *code,
                        const TalNoteSentence *sentence,
                        gsize                  start,
                        gsize                  end)
{
  TalRemark       *remark = tal_remark_new (kind, severity, code, sentence->passage->line);
  gsize            from = find_quotation_start (sentence, start);
  gsize            to = find_quotation_end (sentence, end);
  g_autofree char *part = g_strndup (sentence->passage->text + from, to - from);

  g_strdelimit (part, "\t\n", ' ');
  remark->quote = g_strdup (g_strstrip (part));
  return remark;
}

char *
tal_note_wording_name (const TalNoteSubject *subject, TalPeriod period)
{
  g_autofree char *when = tal_sentence_when (period);

  if (subject->kind == TAL_NOTE_SUBJECT_TARGET && subject->goal->number > 0)
    {
      g_autofree char *name = g_strdup_printf (_ ("the target of goal %d"), subject->goal->number);

      return g_strconcat (name, when, NULL);
    }

  return g_strconcat (subject->title, when, NULL);
}

char *
tal_note_wording_figure (const TalNoteSubject *subject, TalFraction value)
{
  g_autofree char *number = NULL;
  TalDecimal       shown;

  if (!tal_fraction_round (value, (guint8)CLAMP (subject->decimals, 0, TAL_DECIMAL_MAX_SCALE),
                           &shown))
    return g_strdup ("");
  if (tal_measure_unit_is_money (subject->unit))
    return tal_sentence_amount (shown);

  number = tal_danish_number_format (shown, TAL_DANISH_NUMBER_TRUE_MINUS);
  return subject->unit == TAL_MEASURE_UNIT_PER_CENT ? g_strconcat (number, "\302\240pct.", NULL)
                                                    : g_steal_pointer (&number);
}

static char *
dup_mention (const TalNoteMatch *match)
{
  const TalMention *mention = match->mention;

  return g_strndup (match->sentence->passage->text + mention->start, mention->end - mention->start);
}

static void
set_figure (TalRemark *remark, const TalNoteFigures *figures, const TalNoteFigure *figure)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, figure->subject);

  if (subject->series != NULL)
    remark->series = subject->series->record.id;
  remark->period = figure->period;
}

TalRemark *
tal_note_wording_start_number (TalRemarkKind       kind,
                               TalSeverity         severity,
                               const char         *code,
                               const TalNoteMatch *match)
{
  TalRemark *remark = tal_note_wording_start (kind, severity, code, match->sentence,
                                              match->mention->start, match->mention->end);

  remark->number = dup_mention (match);
  return remark;
}

TalRemark *
tal_note_wording_agrees (const TalNoteFigures *figures, const TalNoteMatch *match)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, match->figure->subject);
  TalRemark            *remark =
      tal_note_wording_start_number (TAL_REMARK_AGREES, TAL_SEVERITY_NOTE, "number-agrees", match);
  g_autofree char *name = tal_note_wording_name (subject, match->figure->period);
  g_autofree char *number = dup_mention (match);

  set_figure (remark, figures, match->figure);
  remark->sentence = g_strdup_printf (_ ("%s agrees with %s."), number, name);
  return remark;
}

TalRemark *
tal_note_wording_unknown (const TalNoteMatch *match)
{
  TalRemark       *remark = tal_note_wording_start_number (TAL_REMARK_UNKNOWN, TAL_SEVERITY_NOTE,
                                                           "number-unknown", match);
  g_autofree char *number = dup_mention (match);

  remark->sentence = g_strdup_printf (_ ("No figure of the collection is like %s."), number);
  return remark;
}

static const char *
choose_code (const TalNoteMatch *match, const TalNoteSubject *subject)
{
  if (subject->unit == TAL_MEASURE_UNIT_PER_CENT)
    return "share-differs";
  if (tal_measure_unit_is_money (subject->unit))
    return "amount-differs";

  return tal_decimal_is_none (match->mention->whole) ? "number-differs" : "share-differs";
}

/* With no more noughts behind the comma than the figure is shown with: 24,6 for "2,46". */
static char *
dup_right (const TalNoteMatch *match, const TalNoteSubject *subject, TalFraction right)
{
  TalDecimal printed;

  if (!tal_note_match_print (match, right, &printed))
    return g_strdup ("");
  while (printed.scale > MAX (subject->decimals, 0) && printed.coefficient % 10 == 0)
    {
      printed.coefficient /= 10;
      printed.scale--;
    }

  return tal_mention_format (match->mention, printed);
}

TalRemark *
tal_note_wording_differs (const TalNoteFigures *figures,
                          const TalNoteMatch   *match,
                          const TalNoteFigure  *figure,
                          TalFraction           right,
                          TalSeverity           severity)
{
  const TalNoteSubject *subject = tal_note_figures_get_subject (figures, figure->subject);
  TalRemark            *remark = tal_note_wording_start_number (TAL_REMARK_DIFFERS, severity,
                                                                choose_code (match, subject), match);
  g_autofree char      *number = dup_mention (match);
  g_autofree char      *title = tal_note_wording_name (subject, TAL_PERIOD_UNSET);
  g_autofree char      *when = tal_sentence_when (figure->period);

  set_figure (remark, figures, figure);
  remark->suggestion = dup_right (match, subject, right);
  /* Translators: the number that stands in a note, what the figure is of, what it is, and
   * " i 2017" or nothing.  "2.315 står i teksten, men Revalidering er 2.351 i 2017." */
  remark->sentence = g_strdup_printf (_ ("The text has %s, but %s is %s%s."), number, title,
                                         remark->suggestion, when);
  return remark;
}
