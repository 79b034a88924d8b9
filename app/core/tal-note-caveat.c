/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-caveat.h"

#include "core/tal-danish-stem.h"
#include "core/tal-note-context.h"
#include "core/tal-note-match.h"
#include "core/tal-note-noun.h"
#include "core/tal-note-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The figure must be certain before anything is said of it. */
#define NEED_CERTAIN 0.6

/* What a goal of this field may count, each with the words it is called by. */
static const char *const outcomes[] = {
  " virksomhedsplacering virksomhedsplaceringer virksomhedsplaceret ",
  " virksomhedspraktik praktik virksomhedspraktikker ",
  " løntilskud løntilskudsjob ",
  " opkvalificering ",
  " uddannelsesforløb ",
  " uddannelse uddannelser ",
  " deltidsjob deltidsjobs ",
  " fuldtidsjob ",
  " småjob småjobs ",
  " fritidsjob fritidsjobs ",
  " fleksjob ",
  " job jobs ",
  " beskæftigelse arbejde ",
  " førtidspension ",
  " ressourceforløb ",
};

static guint
list_outcomes (const TalDanishTokens *tokens, guint first, guint last)
{
  guint found = 0;

  for (guint i = first; i < last; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (outcomes); j++)
        {
          if (tal_danish_tokens_is_one_of (tokens, i, outcomes[j]))
            found |= 1u << j;
        }
    }

  return found;
}

static guint
list_text_outcomes (const char *text)
{
  g_autoptr (TalDanishTokens) tokens = tal_danish_tokens_new (text != NULL ? text : "");

  return list_outcomes (tokens, 0, tal_danish_tokens_get_length (tokens));
}

static char *
name_outcomes (guint found)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_auto (GStrv) words = NULL;

      if ((found & (1u << i)) == 0)
        continue;
      words = g_strsplit (outcomes[i] + 1, " ", 2);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", words[0]);
    }

  return g_string_free (names, FALSE);
}

static TalRemark *
start_caveat (const TalNoteMatch *match, const TalNoteSubject *subject, const char *code)
{
  TalRemark *remark =
      tal_note_wording_start (TAL_REMARK_CLAIM, TAL_SEVERITY_NOTE, code, match->sentence,
                              match->mention->start, match->mention->end);

  if (subject != NULL && subject->series != NULL)
    remark->series = subject->series->record.id;
  if (match->figure != NULL)
    remark->period = match->figure->period;
  return remark;
}

/* Whether the goal is met by what the series counts. */
static gboolean
is_goal_of (const TalNoteSubject *target, const TalSeries *series)
{
  if (target->kind != TAL_NOTE_SUBJECT_TARGET)
    return FALSE;
  if (target->series == series)
    return TRUE;
  for (guint i = 0; i < tal_series_get_n_terms (target->series); i++)
    {
      const TalTerm *term = tal_series_get_term (target->series, i);

      if (term->place == TAL_TERM_ABOVE && tal_id_is_equal (term->series, series->record.id))
        return TRUE;
    }

  return FALSE;
}

/* The words that the collection has for what counts: the goal's wording, else the series'. */
static const char *
find_wording (const TalNotePlace *place, const TalNoteSubject *subject)
{
  if (subject->goal != NULL)
    return subject->goal->wording;
  for (guint i = 0; i < tal_note_figures_get_length (place->figures); i++)
    {
      const TalNoteSubject *target = tal_note_figures_get_subject (place->figures, i);

      if (is_goal_of (target, subject->series))
        return target->goal->wording;
    }

  return subject->title;
}

static guint
count_outcomes (guint found)
{
  guint count = 0;

  for (; found != 0; found &= found - 1)
    count++;

  return count;
}

/* "(dette gælder dog ikke …)" says what the goal does not count. */
static guint
list_meant (const char *wording)
{
  const char      *open = wording != NULL ? strchr (wording, '(') : NULL;
  const char      *close = NULL;
  g_autofree char *kept = NULL;

  while (open != NULL)
    {
      close = strchr (open, ')');
      if (close != NULL && g_strstr_len (open, close - open, " ikke ") != NULL)
        break;
      open = strchr (open + 1, '(');
    }
  if (open == NULL)
    return list_text_outcomes (wording);

  kept = g_strndup (wording, (gsize)(open - wording));
  return list_text_outcomes (kept) | list_text_outcomes (close + 1);
}

/* "beskæftigelse" is any job, whatever the goal calls it. */
static guint
widen (guint said, guint meant)
{
  const guint work = 1u << 12;
  const guint jobs = (1u << 6) | (1u << 7) | (1u << 8) | (1u << 11);

  if ((said & work) != 0 && (meant & jobs) != 0)
    said = (said & ~work) | (meant & jobs);
  if ((meant & work) != 0)
    said &= ~jobs | meant;
  return said;
}

/* What the number's own clause counts: "uden først at have været i praktik" is not counted. */
static guint
list_said (const TalNoteMatch *match)
{
  guint first = 0;
  guint last = 0;

  tal_note_context_find_clause (match->sentence, match->mention, &first, &last);
  last = match->sentence->last;
  for (guint i = 0; i < match->sentence->mentions->len; i++)
    {
      const TalMention *next = g_ptr_array_index (match->sentence->mentions, i);
      guint             next_first = 0;
      guint             next_last = 0;

      if (next->start <= match->mention->end)
        continue;
      tal_note_context_find_clause (match->sentence, next, &next_first, &next_last);
      last = MIN (last, MAX (next_first, first));
    }
  for (guint i = first; i < last; i++)
    {
      if (tal_danish_tokens_is_one_of (match->sentence->tokens, i, " uden "))
        last = i;
    }

  return list_outcomes (match->sentence->tokens, first, last);
}

/* Some of what the goal has, and something else, or one of its three and more alone. */
static gboolean
judge_drift (const TalNotePlace *place, const TalNoteMatch *match, GPtrArray *remarks)
{
  const TalNoteSubject *subject =
      tal_note_figures_get_subject (place->figures, match->figure->subject);
  guint            said = list_said (match);
  guint            meant;
  TalRemark       *remark = NULL;
  g_autofree char *said_words = NULL;
  g_autofree char *meant_words = NULL;

  if (match->changes || subject->series == NULL || match->support < NEED_CERTAIN || said == 0)
    return FALSE;
  meant = list_meant (find_wording (place, subject));
  /* The wording itself. */
  if (said == list_text_outcomes (find_wording (place, subject)))
    return FALSE;

  if ((widen (said, meant) & meant) == 0 ||
      ((widen (said, meant) & ~meant) == 0 &&
       (count_outcomes (meant) < 3 || count_outcomes (said) > 1)))
    return FALSE;

  said_words = name_outcomes (said);
  meant_words = name_outcomes (meant);
  remark = start_caveat (match, subject, "definition-drift");
  remark->suggestion = g_strdup (meant_words);
  remark->sentence =
      g_strdup_printf (_ ("The text counts %s, but the goal or series counts %s: %s."), said_words,
                          meant_words, subject->title);
  g_ptr_array_add (remarks, remark);
  return TRUE;
}

static void
judge_small (const TalNotePlace *place, const TalNoteMatch *match, GPtrArray *remarks)
{
  const TalNoteSubject *subject =
      match->figure != NULL ? tal_note_figures_get_subject (place->figures, match->figure->subject)
                            : NULL;
  gboolean single = match->mention->in_words && match->mention->value.coefficient == 1 &&
                    tal_note_noun_find_kind (match->mention->noun) == TAL_NOTE_NOUN_PEOPLE;
  gboolean kept = subject != NULL && subject->series != NULL &&
                  subject->series->confidential_below > 0 &&
                  tal_series_is_count (subject->series) && match->figure->size > 0 &&
                  match->figure->size < subject->series->confidential_below;
  TalRemark *remark = NULL;

  if (!single && !kept)
    return;
  remark = start_caveat (match, subject, "small-count");
  remark->sentence = g_strdup (_ ("So few may be known by the number; say it without the number."));
  g_ptr_array_add (remarks, remark);
}

/* The noun behind the number, or that of the column's header. */
static TalNoteNoun
find_noun (const TalNoteMatch *match, const char **ret_word)
{
  g_auto (GStrv) words = NULL;

  *ret_word = match->mention->noun;
  if (match->mention->noun != NULL || match->sentence->header == NULL)
    return tal_note_noun_find_kind (match->mention->noun);

  *ret_word = match->sentence->header;
  {
    g_autofree char *folded = g_utf8_strdown (match->sentence->header, -1);

    words = g_strsplit (g_strstrip (folded), " ", -1);
  }
  for (guint i = 0; words[i] != NULL; i++)
    {
      TalNoteNoun kind = tal_note_noun_find_kind (words[i]);

      if (kind != TAL_NOTE_NOUN_OTHER && kind != TAL_NOTE_NOUN_TIME)
        return kind;
    }

  return TAL_NOTE_NOUN_OTHER;
}

/* Whether the series itself is stored as one thing and called another. */
static gboolean
counts_otherwise (TalNoteNoun noun, const TalSeries *series)
{
  TalNoteNoun unit = tal_note_noun_from_unit (series->measure_unit);
  TalNoteNoun measure = tal_note_noun_find_kind (series->measure);

  if (noun != TAL_NOTE_NOUN_PEOPLE && noun != TAL_NOTE_NOUN_COURSES &&
      noun != TAL_NOTE_NOUN_CASES && noun != TAL_NOTE_NOUN_PLACEMENTS &&
      noun != TAL_NOTE_NOUN_FAMILIES)
    return FALSE;
  if (unit == TAL_NOTE_NOUN_OTHER)
    return FALSE;

  /* A case is a person's, so people say one for the other. */
  if ((noun == TAL_NOTE_NOUN_PEOPLE && unit == TAL_NOTE_NOUN_CASES) ||
      (noun == TAL_NOTE_NOUN_CASES && unit == TAL_NOTE_NOUN_PEOPLE) || unit == TAL_NOTE_NOUN_AWARDS)
    return FALSE;

  return noun != unit || (measure != TAL_NOTE_NOUN_OTHER && measure != noun);
}

static gboolean
judge_unit (const TalNotePlace *place, const TalNoteMatch *match, GPtrArray *remarks)
{
  const TalNoteSubject *subject =
      tal_note_figures_get_subject (place->figures, match->figure->subject);
  const char      *word = NULL;
  TalNoteNoun      noun = find_noun (match, &word);
  TalRemark       *remark = NULL;
  g_autofree char *said = NULL;

  if (subject->kind != TAL_NOTE_SUBJECT_SERIES || match->mention->unit != TAL_MENTION_PLAIN ||
      match->support < NEED_CERTAIN || !counts_otherwise (noun, subject->series) ||
      subject->series->measure == NULL)
    return FALSE;

  said = g_strstrip (g_strdup (word));
  remark = start_caveat (match, subject, "unit");
  remark->suggestion = g_strdup (subject->series->measure);
  remark->sentence = g_strdup_printf (_ ("The text says “%s”, but %s counts %s."), said,
                                         subject->title, subject->series->measure);
  g_ptr_array_add (remarks, remark);
  return TRUE;
}

void
tal_note_caveat_judge (const TalNotePlace *place, GPtrArray *remarks)
{
  const TalNoteSentence *drifted = NULL;

  for (guint i = 0; i < place->matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (place->matches, i);

      judge_small (place, match, remarks);
      if (match->figure == NULL || tal_fraction_is_valid (match->figure->right))
        continue;
      (void)judge_unit (place, match, remarks);
      if (match->sentence != drifted && judge_drift (place, match, remarks))
        drifted = match->sentence;
    }
}
