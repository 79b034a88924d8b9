/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-context.h"

#include <string.h>

/* What a word says by where it stands. */
#define OWN_CLAUSE 1.0
#define OWN_SENTENCE 0.7
#define OWN_LABEL 0.95
#define OWN_HEADER 0.9
#define CAPTION 0.5
#define HEADING 0.4
#define SENTENCE_BEFORE 0.4
#define LOOKING_BACK 0.8

typedef struct
{
  TalNoteFigures *figures;
  double         *gains; /* of each word of the collection */
  GArray         *gained;
} Hearing;

static void
hear_word (Hearing *hearing, const char *word, double weight)
{
  const GArray *likes =
      tal_note_words_find_like (tal_note_figures_get_words (hearing->figures), word);

  for (guint i = 0; likes != NULL && i < likes->len; i++)
    {
      const TalNoteLike *like = &g_array_index (likes, TalNoteLike, i);
      double             gain = like->likeness * weight;

      if (hearing->gains[like->word] <= 0)
        g_array_append_val (hearing->gained, like->word);
      hearing->gains[like->word] = MAX (hearing->gains[like->word], gain);
    }
}

static void
hear_tokens (Hearing *hearing, const TalDanishTokens *tokens, guint first, guint last, double weight)
{
  for (guint i = first; i < last; i++)
    {
      const TalDanishToken *token = tal_danish_tokens_get (tokens, i);

      if (token->kind == TAL_DANISH_TOKEN_WORD)
        hear_word (hearing, token->text, weight);
    }
}

static void
hear_text (Hearing *hearing, const char *text, double weight)
{
  g_autoptr (TalDanishTokens) tokens = NULL;

  if (text == NULL)
    return;
  tokens = tal_danish_tokens_new (text);
  hear_tokens (hearing, tokens, 0, tal_danish_tokens_get_length (tokens), weight);
}

guint
tal_note_context_find_token (const TalNoteSentence *sentence, const TalMention *mention)
{
  for (guint i = sentence->first; i < sentence->last; i++)
    {
      if (tal_danish_tokens_get (sentence->tokens, i)->end + sentence->offset >
          mention->number_start)
        return i;
    }

  return sentence->last;
}

static gboolean
is_mention (const TalNoteSentence *sentence, guint at)
{
  gsize start = tal_danish_tokens_get (sentence->tokens, at)->start + sentence->offset;

  for (guint i = 0; i < sentence->mentions->len; i++)
    {
      const TalMention *mention = g_ptr_array_index (sentence->mentions, i);

      if (start >= mention->start && start < mention->end)
        return TRUE;
    }

  return FALSE;
}

/* A comma, "men", "mens", and "og" before "at" or another number. */
static gboolean
parts_clauses (const TalNoteSentence *sentence, guint at)
{
  if (tal_danish_tokens_is_one_of (sentence->tokens, at, " , ; : mens men hvoraf hvorimod "))
    return TRUE;

  return tal_danish_tokens_is_one_of (sentence->tokens, at, " og samt ") &&
         at + 1 < sentence->last &&
         (tal_danish_tokens_is_one_of (sentence->tokens, at + 1, " at ") ||
          is_mention (sentence, at + 1));
}

void
tal_note_context_find_clause (const TalNoteSentence *sentence,
                              const TalMention      *mention,
                              guint                 *ret_first,
                              guint                 *ret_last)
{
  guint at = tal_note_context_find_token (sentence, mention);
  guint first = at;
  guint last = at;

  while (first > sentence->first && !parts_clauses (sentence, first - 1))
    first--;
  while (last < sentence->last && (last == at || !parts_clauses (sentence, last)))
    last++;
  *ret_first = first;
  *ret_last = last;
}

/* "Det samlede antal udgjorde", "Antallet er": of what the sentence before speaks of, where its
 * own words are of nothing. */
static gboolean
looks_back (const TalNoteSentence *sentence, const Hearing *hearing)
{
  return hearing->gained->len == 0 &&
         tal_danish_tokens_is_one_of (sentence->tokens, sentence->first,
                                      " det dette antallet tallet andelen niveauet ");
}

GArray *
tal_note_context_score (TalNoteFigures        *figures,
                        const TalNoteSentence *sentence,
                        const TalMention      *mention,
                        const TalNoteSentence *before)
{
  guint              n_words = tal_note_words_get_length (tal_note_figures_get_words (figures));
  g_autofree double *gains = g_new0 (double, n_words + 1);
  g_autoptr (GArray) gained = g_array_new (FALSE, FALSE, sizeof (guint));
  Hearing            hearing = { figures, gains, gained };
  guint              first = sentence->first;
  guint              last = sentence->last;
  gboolean           back = FALSE;

  if (mention != NULL)
    tal_note_context_find_clause (sentence, mention, &first, &last);
  hear_tokens (&hearing, sentence->tokens, first, last, OWN_CLAUSE);
  hear_tokens (&hearing, sentence->tokens, sentence->first, first, OWN_SENTENCE);
  hear_tokens (&hearing, sentence->tokens, last, sentence->last, OWN_SENTENCE);
  back = before != NULL && looks_back (sentence, &hearing);
  hear_text (&hearing, sentence->label, OWN_LABEL);
  hear_text (&hearing, sentence->header, OWN_HEADER);
  hear_text (&hearing, sentence->caption, CAPTION);
  hear_text (&hearing, sentence->heading, HEADING);
  if (before != NULL)
    hear_tokens (&hearing, before->tokens, before->first, before->last,
                 back ? LOOKING_BACK : SENTENCE_BEFORE);

  return tal_note_figures_score (figures, gains, gained);
}

gboolean
tal_note_context_says_change (const TalNoteSentence *sentence, const TalMention *mention)
{
  const TalDanishTokens *tokens = sentence->tokens;
  guint                  at = tal_note_context_find_token (sentence, mention);
  guint                  next = at;

  /* Past the words before the number: "med mere end", "på ca." */
  while (at > sentence->first &&
         tal_danish_tokens_get (tokens, (gint64)at - 1)->start + sentence->offset >= mention->start)
    at--;
  for (gint64 i = (gint64)at - 1; i >= sentence->first && i + 4 > at; i--)
    {
      if (tal_danish_tokens_is_one_of (tokens, i,
                                       " steget faldet stiger falder steg faldt vokset øget "
                                       "reduceret voksede stigning fald "
                                       "vækst reduktion nedgang fremgang ændring "))
        return tal_danish_tokens_is_one_of (tokens, (gint64)at - 1, " med på ");
    }

  while (next < sentence->last &&
         tal_danish_tokens_get (tokens, next)->start + sentence->offset < mention->end)
    next++;
  return tal_danish_tokens_is_one_of (tokens, next, " flere færre højere lavere ");
}

static gboolean
is_target_header (const char *header)
{
  g_autoptr (TalDanishTokens) tokens = header != NULL ? tal_danish_tokens_new (header) : NULL;

  for (guint i = 0; tokens != NULL && i < tal_danish_tokens_get_length (tokens); i++)
    {
      if (tal_danish_tokens_is_one_of (tokens, i,
                                       " mål målsætning målsætninger måltal målniveau målene "
                                       "målet "))
        return TRUE;
    }

  return FALSE;
}

gboolean
tal_note_context_says_target (const TalNoteSentence *sentence, const TalMention *mention)
{
  guint at = tal_note_context_find_token (sentence, mention);

  if (mention->bound != TAL_MENTION_NO_BOUND || is_target_header (sentence->header))
    return TRUE;
  for (gint64 i = (gint64)at - 1; i >= sentence->first && i + 7 > at; i--)
    {
      if (tal_danish_tokens_is_one_of (sentence->tokens, i,
                                       " mål målet målsætning målsætningen måltal måltallet "
                                       "målsætningerne "))
        return TRUE;
      if (is_mention (sentence, (guint)i) ||
          tal_danish_tokens_is_one_of (sentence->tokens, i, " resultatet status opnået "))
        return FALSE;
    }

  return FALSE;
}
