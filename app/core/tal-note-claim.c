/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-note-claim.h"

#include "core/tal-danish-numeral.h"
#include "core/tal-danish-stem.h"
#include "core/tal-note-context.h"
#include "core/tal-note-match.h"
#include "core/tal-note-trend.h"
#include "core/tal-note-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So much of a series' name must stand in the sentence. */
#define NEED_NAME 0.75
/* So many are looked at, the likeliest first. */
#define MOST_FAMILIES 12

/* A word of rise or fall. */
typedef struct
{
  const TalNoteSentence *sentence;
  guint                  at; /* its token */
  TalNoteTrend           trend;
} Word;

/* What a word speaks of: one series, or several that share the first part of their names. */
typedef struct
{
  char          *stem; /* "Andel virksomhedsrettet aktivering" */
  TalMeasureUnit unit;
  guint          found; /* words of it in the sentence */
  double         cover;
  GPtrArray     *members; /* of TalNoteSubject */
} Family;

/* Of what is wished or expected, not of what is. */
static const char hopes[] = " skal skulle vil ville kan kunne bør forventes forventer forventet "
                            "forventning målet målsætning målsætningen ønsker hvis måtte ";
static const char exceptions[] = " undtagen undtagelse bortset undtaget fraregnet modsat ";

static TalMention
make_place (const Word *word)
{
  const TalDanishToken *token = tal_danish_tokens_get (word->sentence->tokens, word->at);
  gsize                 offset = word->sentence->offset;

  return (TalMention){ .start = token->start + offset,
                       .end = token->end + offset,
                       .number_start = token->start + offset,
                       .number_end = token->end + offset };
}

static const char *
find_stem_end (const char *title)
{
  const char *colon = strchr (title, ':');

  return colon != NULL ? colon : title + strlen (title);
}

static void
free_family (gpointer freed)
{
  Family *family = freed;

  g_free (family->stem);
  g_ptr_array_unref (family->members);
  g_free (family);
}

static Family *
find_family (GPtrArray *families, const TalNoteSubject *subject, gsize length)
{
  Family *family = NULL;

  for (guint i = 0; i < families->len; i++)
    {
      family = g_ptr_array_index (families, i);
      if (strlen (family->stem) == length && strncmp (family->stem, subject->title, length) == 0 &&
          family->unit == subject->unit)
        return family;
    }

  family = g_new0 (Family, 1);
  family->stem = g_strndup (subject->title, length);
  family->unit = subject->unit;
  family->members = g_ptr_array_new ();
  g_ptr_array_add (families, family);
  return family;
}

/* Changes have a trend in their name already. */
static gboolean
can_move (const TalNoteSubject *subject)
{
  return subject->kind == TAL_NOTE_SUBJECT_SERIES && subject->length >= 2 &&
         subject->series->basis != TAL_BASIS_CHANGE &&
         subject->series->basis != TAL_BASIS_RELATIVE_CHANGE &&
         subject->unit != TAL_MEASURE_UNIT_PERCENTAGE_POINTS;
}

/* The member's own part of the name. */
static const char *
get_member_name (const TalNoteSubject *subject)
{
  const char *end = find_stem_end (subject->title);

  while (*end == ':' || *end == ' ')
    end++;
  return *end != '\0' ? end : subject->title;
}

static gboolean
is_member_named (const TalNoteSubject *subject, const TalNoteSentence *sentence)
{
  const char *name = get_member_name (subject);

  return *find_stem_end (subject->title) != '\0' &&
         tal_danish_stem_cover (name, strlen (name), sentence->tokens, sentence->first,
                                sentence->last, NULL) >= NEED_NAME;
}

/* Where the sentence names some members it is of these alone. */
static void
keep_named (Family *family, const TalNoteSentence *sentence)
{
  g_autoptr (GPtrArray) named = g_ptr_array_new ();

  for (guint i = 0; i < family->members->len; i++)
    {
      gpointer member = g_ptr_array_index (family->members, i);

      if (is_member_named (member, sentence))
        g_ptr_array_add (named, member);
    }
  if (named->len == 0)
    return;
  g_ptr_array_set_size (family->members, 0);
  g_ptr_array_extend (family->members, named, NULL, NULL);
}

static TalNoteTrend
compare_figures (const TalNoteFigure *from, const TalNoteFigure *to)
{
  int order = tal_fraction_compare (from->value, to->value);

  return order < 0 ? TAL_NOTE_TREND_UP : order > 0 ? TAL_NOTE_TREND_DOWN : TAL_NOTE_TREND_SAME;
}

/* The figures that the word speaks of: between the periods named, else the first, the one
 * before the last, and the last.  FALSE where there are none. */
static gboolean
find_ends (const TalNotePlace    *place,
           const TalNoteSubject  *subject,
           const TalNoteSentence *sentence,
           const TalNoteFigure  **ret_first,
           const TalNoteFigure  **ret_before,
           const TalNoteFigure  **ret_last)
{
  const TalNoteFigure *list = NULL;
  const TalNoteFigure *first = NULL;
  const TalNoteFigure *before = NULL;
  const TalNoteFigure *last = NULL;
  guint                length = subject->length;
  gboolean             named = sentence->periods->len >= 2;

  list = tal_note_figures_get_figures (place->figures, subject->at, &length);
  for (guint i = 0; i < length; i++)
    {
      if (tal_fraction_is_valid (list[i].right) ||
          list[i].period.kind != list[length - 1].period.kind ||
          (named && !tal_note_sentence_names_period (sentence, list[i].period)))
        continue;
      if (first == NULL)
        first = &list[i];
      before = last;
      last = &list[i];
    }

  *ret_first = first;
  *ret_before = before;
  *ret_last = last;
  return before != NULL && last != NULL;
}

/* Whether the member moves against the word, read in either way: since the first figure and
 * since the one before. */
static gboolean
moves_against (const TalNotePlace   *place,
               const TalNoteSubject *subject,
               const Word           *word,
               const TalNoteFigure **ret_first,
               const TalNoteFigure **ret_last)
{
  const TalNoteFigure *before = NULL;
  TalNoteTrend         whole;
  TalNoteTrend         recent;

  if (!find_ends (place, subject, word->sentence, ret_first, &before, ret_last))
    return FALSE;
  whole = compare_figures (*ret_first, *ret_last);
  recent = compare_figures (before, *ret_last);
  if (word->trend == TAL_NOTE_TREND_SAME)
    {
      double size = (*ret_first)->size;
      double moved = ((*ret_last)->size - size) / (size > 0 ? size : 1);

      return whole != TAL_NOTE_TREND_SAME && recent != TAL_NOTE_TREND_SAME &&
             (moved > 0.1 || moved < -0.1);
    }

  return whole != word->trend && recent != word->trend;
}

/* Whether some member moves as the word says, and none against it. */
static gboolean
conforms (const TalNotePlace *place, const Word *word, const Family *family)
{
  const TalNoteFigure *first = NULL;
  const TalNoteFigure *before = NULL;
  const TalNoteFigure *last = NULL;
  guint                count = 0;

  for (guint i = 0; i < family->members->len; i++)
    {
      const TalNoteSubject *member = g_ptr_array_index (family->members, i);

      if (moves_against (place, member, word, &first, &last))
        return FALSE;
      count += find_ends (place, member, word->sentence, &first, &before, &last) ? 1 : 0;
    }

  return count > 0;
}

/* "antallet" is no share and "andelen" no count; a ratio is "pr." something. */
static gboolean
fits_words (const TalNoteSubject *subject, const Word *word)
{
  const TalNoteSentence *sentence = word->sentence;
  gboolean share = tal_note_trend_has_word (sentence, word->at, sentence->last, " andel andelen ");
  gboolean count = tal_note_trend_has_word (sentence, word->at, sentence->last, " antal antallet ");

  if (strstr (subject->title, " pr. ") != NULL &&
      !tal_note_trend_has_word (sentence, sentence->first, sentence->last, " pr per "))
    return FALSE;
  if (subject->unit == TAL_MEASURE_UNIT_PER_CENT)
    return share || !count;

  return count || !share;
}

static void
gather_members (const TalNotePlace *place, const Word *word, Family *family)
{
  gsize length = strlen (family->stem);

  for (guint i = 0; i < tal_note_figures_get_length (place->figures); i++)
    {
      const TalNoteSubject *subject = tal_note_figures_get_subject (place->figures, i);

      if (subject->unit == family->unit && strncmp (subject->title, family->stem, length) == 0 &&
          (subject->title[length] == '\0' || subject->title[length] == ':') && can_move (subject) &&
          fits_words (subject, word))
        g_ptr_array_add (family->members, (gpointer)subject);
    }
}

/* The family whose name the sentence has most of; NULL where none is meant for certain. */
static Family *
find_meant (const TalNotePlace *place, const Word *word)
{
  TalMention            at = make_place (word);
  g_autoptr (GArray)    scores = tal_note_context_score (place->figures, word->sentence, &at, NULL);
  g_autoptr (GPtrArray) families = g_ptr_array_new_with_free_func (free_family);
  g_autoptr (GPtrArray) stems =
      tal_danish_stem_list (word->sentence->tokens, word->sentence->first, word->sentence->last);
  guint best = G_MAXUINT;

  for (guint i = 0; i < scores->len && families->len < MOST_FAMILIES; i++)
    {
      const TalNoteScore   *score = &g_array_index (scores, TalNoteScore, i);
      const TalNoteSubject *subject = tal_note_figures_get_subject (place->figures, score->subject);

      if (can_move (subject) && fits_words (subject, word))
        (void)find_family (families, subject,
                           (gsize)(find_stem_end (subject->title) - subject->title));
    }

  for (guint i = 0; i < families->len; i++)
    {
      Family *family = g_ptr_array_index (families, i);
      Family *leading = best != G_MAXUINT ? g_ptr_array_index (families, best) : NULL;

      family->cover =
          tal_danish_stem_cover_list (family->stem, strlen (family->stem), stems, &family->found);
      if (family->cover < NEED_NAME)
        continue;
      gather_members (place, word, family);
      if (family->members->len > 0 &&
          (leading == NULL || family->found > leading->found ||
           (family->found == leading->found && family->cover > leading->cover)))
        best = i;
    }

  for (guint i = 0; best != G_MAXUINT && i < families->len; i++)
    {
      const Family *family = g_ptr_array_index (families, i);
      const Family *leading = g_ptr_array_index (families, best);

      /* Another one may be meant just as well, and does what the word says. */
      if (family != leading && family->cover >= NEED_NAME && family->found + 1 >= leading->found &&
          conforms (place, word, family))
        return NULL;
    }

  return best == G_MAXUINT ? NULL : g_ptr_array_steal_index (families, best);
}

/* "fra 814 til 665": numbers that the word's own clause tells say by themselves which way. */
static gboolean
find_told (const Word *word, const TalMention **ret_from, const TalMention **ret_to)
{
  const GPtrArray *mentions = word->sentence->mentions;
  TalMention       at = make_place (word);

  for (guint i = 0; i + 1 < mentions->len; i++)
    {
      const TalMention *from = g_ptr_array_index (mentions, i);
      const TalMention *to = g_ptr_array_index (mentions, i + 1);
      guint             from_at = tal_note_context_find_token (word->sentence, from);
      guint             to_at = tal_note_context_find_token (word->sentence, to);

      if (from->start < at.end || to_at - from_at > 16 ||
          !tal_note_trend_has_word (word->sentence, word->at, from_at, " fra ") ||
          !tal_note_trend_has_word (word->sentence, from_at, to_at, " til ") ||
          tal_note_trend_has_word (word->sentence, word->at + 1, to_at, tal_note_trend_up_words) ||
          tal_note_trend_has_word (word->sentence, word->at + 1, to_at, tal_note_trend_down_words))
        continue;
      *ret_from = from;
      *ret_to = to;
      return TRUE;
    }

  return FALSE;
}

static char *
dup_word (const Word *word)
{
  TalMention at = make_place (word);

  return g_strndup (word->sentence->passage->text + at.start, at.end - at.start);
}

static TalRemark *
start_claim (const Word *word)
{
  TalMention at = make_place (word);

  return tal_note_wording_start (TAL_REMARK_CLAIM, TAL_SEVERITY_WARNING, "trend", word->sentence,
                                 at.start, at.end);
}

static void
judge_told (const Word *word, const TalMention *from, const TalMention *to, GPtrArray *remarks)
{
  int              order = tal_decimal_compare (from->value, to->value);
  TalNoteTrend     trend = order < 0   ? TAL_NOTE_TREND_UP
                           : order > 0 ? TAL_NOTE_TREND_DOWN
                                       : TAL_NOTE_TREND_SAME;
  TalRemark       *remark = NULL;
  g_autofree char *said = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (trend == word->trend || trend == TAL_NOTE_TREND_SAME || word->trend == TAL_NOTE_TREND_SAME ||
      from->exponent != to->exponent)
    return;
  remark = start_claim (word);
  said = dup_word (word);
  first = tal_mention_format (from, from->value);
  last = tal_mention_format (to, to->value);
  remark->suggestion = g_strdup (tal_note_trend_get_word (trend));
  remark->sentence = trend == TAL_NOTE_TREND_UP
      ? g_strdup_printf (_ ("The text says “%s”, but from %s to %s is a rise."), said, first, last)
      : g_strdup_printf (_ ("The text says “%s”, but from %s to %s is a fall."), said, first, last);
  g_ptr_array_add (remarks, remark);
}

/* "stigning for tre af fire; for Revalidering et fald fra 27 pct. til 24 pct." */
static char *
suggest (const Word   *word,
         const Family *family,
         guint         n_against,
         const char   *name,
         TalNoteTrend  moved,
         const char   *from,
         const char   *to)
{
  const char *with = tal_danish_numeral_get ((int)(family->members->len - n_against));
  const char *all = tal_danish_numeral_get ((int)family->members->len);
  const char *said = tal_note_trend_get_word (word->trend);
  const char *article = moved == TAL_NOTE_TREND_SAME ? ""
                        : moved == TAL_NOTE_TREND_UP ? "en "
                                                     : "et ";

  if (n_against == family->members->len || with == NULL || all == NULL)
    return g_strdup_printf ("%s fra %s til %s", tal_note_trend_get_word (moved), from, to);

  return g_strdup_printf ("%s for %s af %s; for %s %s%s fra %s til %s", said, with, all, name,
                          article, tal_note_trend_get_word (moved), from, to);
}

static void
add_claim (const Word           *word,
           const Family         *family,
           guint                 n_against,
           const TalNoteSubject *subject,
           const TalNoteFigure  *first,
           const TalNoteFigure  *last,
           GPtrArray            *remarks)
{
  TalRemark       *remark = start_claim (word);
  TalNoteTrend     moved = compare_figures (first, last);
  const char      *name = get_member_name (subject);
  g_autofree char *said = dup_word (word);
  g_autofree char *from = tal_note_wording_figure (subject, first->value);
  g_autofree char *to = tal_note_wording_figure (subject, last->value);

  remark->series = subject->series->record.id;
  remark->period = last->period;
  remark->suggestion = suggest (word, family, n_against, name, moved, from, to);
  if (moved == TAL_NOTE_TREND_UP)
    remark->sentence = g_strdup_printf (_ ("The text says “%s”, but %s rises from %s to %s."), said,
                                           name, from, to);
  else if (moved == TAL_NOTE_TREND_DOWN)
    remark->sentence = g_strdup_printf (_ ("The text says “%s”, but %s falls from %s to %s."), said,
                                           name, from, to);
  else
    remark->sentence =
        g_strdup_printf (_ ("The text says “%s”, but %s stays the same, from %s to %s."), said,
                            name, from, to);
  g_ptr_array_add (remarks, remark);
}

/* A passage that names the exception itself is right. */
static gboolean
names_exception (const TalNotePlace *place, const Word *word, const TalNoteSubject *subject)
{
  for (guint i = place->first; i < place->last; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (place->sentences->sentences, i);

      if (tal_note_trend_has_word (sentence, sentence->first, sentence->last, exceptions))
        return TRUE;
      if (is_member_named (subject, sentence) &&
          tal_note_trend_has_word (sentence, sentence->first, sentence->last,
                                   word->trend == TAL_NOTE_TREND_UP ? tal_note_trend_down_words
                                                                    : tal_note_trend_up_words))
        return TRUE;
    }

  return FALSE;
}

static void
judge_family (const TalNotePlace *place, const Word *word, const Family *family, GPtrArray *remarks)
{
  const TalNoteSubject *against = NULL;
  const TalNoteFigure  *first = NULL;
  const TalNoteFigure  *last = NULL;
  guint                 n_against = 0;

  for (guint i = 0; i < family->members->len; i++)
    {
      const TalNoteSubject *member = g_ptr_array_index (family->members, i);
      const TalNoteFigure  *member_first = NULL;
      const TalNoteFigure  *member_last = NULL;

      if (!moves_against (place, member, word, &member_first, &member_last) ||
          names_exception (place, word, member))
        continue;
      n_against++;
      if (against != NULL)
        continue;
      against = member;
      first = member_first;
      last = member_last;
    }

  if (against != NULL)
    add_claim (word, family, n_against, against, first, last, remarks);
}

/* "steget med 38 procent": the number is the change of some figure, which says which way. */
static gboolean
judge_moved (const TalNotePlace *place, const Word *word, GPtrArray *remarks)
{
  for (guint i = 0; i < place->matches->len; i++)
    {
      const TalNoteMatch *match = g_ptr_array_index (place->matches, i);
      guint               first = 0;
      guint               last = 0;
      TalRemark          *remark = NULL;
      g_autofree char    *said = NULL;

      if (match->sentence != word->sentence || !match->changes)
        continue;
      tal_note_context_find_clause (word->sentence, match->mention, &first, &last);
      if (word->at < first || word->at >= last)
        continue;
      if (match->moved == 0 || (match->moved > 0) == (word->trend == TAL_NOTE_TREND_UP))
        return TRUE;

      remark = start_claim (word);
      said = dup_word (word);
      remark->series =
          tal_note_figures_get_subject (place->figures, match->figure->subject)->series->record.id;
      remark->period = match->figure->period;
      remark->suggestion = g_strdup (
          tal_note_trend_get_word (match->moved > 0 ? TAL_NOTE_TREND_UP : TAL_NOTE_TREND_DOWN));
      remark->sentence = g_strdup_printf (_ ("The text says “%s”, but the figures say the opposite: %s."), said,
          tal_note_figures_get_subject (place->figures, match->figure->subject)->title);
      g_ptr_array_add (remarks, remark);
      return TRUE;
    }

  return FALSE;
}

static void
judge_word (const TalNotePlace *place, const Word *word, GPtrArray *remarks)
{
  const TalMention *from = NULL;
  const TalMention *to = NULL;
  Family           *family = NULL;
  TalMention        at = make_place (word);
  guint             first = 0;
  guint             last = 0;

  if (find_told (word, &from, &to))
    {
      judge_told (word, from, to, remarks);
      return;
    }
  if (judge_moved (place, word, remarks))
    return;
  tal_note_context_find_clause (word->sentence, &at, &first, &last);
  if (tal_note_trend_has_word (word->sentence, first, last, hopes) ||
      tal_note_trend_has_word (word->sentence, first, last, " ikke ingen hverken "))
    return;

  family = find_meant (place, word);
  if (family == NULL)
    return;
  keep_named (family, word->sentence);
  judge_family (place, word, family, remarks);
  free_family (family);
}

void
tal_note_claim_judge_trends (const TalNotePlace *place, GPtrArray *remarks)
{
  for (guint i = place->first; i < place->last; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (place->sentences->sentences, i);

      for (guint at = sentence->first; at < sentence->last; at++)
        {
          Word word = { sentence, at, tal_note_trend_find (sentence, at) };

          if (word.trend != TAL_NOTE_TREND_NONE)
            judge_word (place, &word, remarks);
        }
    }
}
