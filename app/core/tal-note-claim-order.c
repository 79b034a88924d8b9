/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/tal-danish-stem.h"
#include "core/tal-note-claim.h"
#include "core/tal-note-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NEED_NAME 0.75
/* "større … end" stand no further apart. */
#define REACH 14

static const char more_words[] = " større højere flere ";
static const char less_words[] = " mindre lavere færre ";

/* "A har en større andel end B": the words' tokens. */
typedef struct
{
  const TalNoteSentence *sentence;
  guint                  at;
  guint                  than; /* "end" */
  guint                  last; /* behind what it is compared with */
  gboolean               more;
} Comparison;

static gboolean
find_comparison (const TalNoteSentence *sentence, guint at, Comparison *ret_comparison)
{
  gboolean more = tal_danish_tokens_is_one_of (sentence->tokens, at, more_words);
  guint    than = at + 1;
  guint    last;

  if (!more && !tal_danish_tokens_is_one_of (sentence->tokens, at, less_words))
    return FALSE;
  while (than < sentence->last && than < at + REACH &&
         !tal_danish_tokens_is_one_of (sentence->tokens, than, " end , "))
    than++;
  if (than >= sentence->last || !tal_danish_tokens_is_one_of (sentence->tokens, than, " end "))
    return FALSE;

  for (last = than + 1; last < sentence->last; last++)
    {
      if (tal_danish_tokens_is_one_of (sentence->tokens, last, " , ; men mens "))
        break;
    }
  *ret_comparison = (Comparison){ sentence, at, than, last, more };
  return TRUE;
}

/* The member's name in a title like "Andel ledige: Nordby", or NULL. */
static const char *
get_member (const TalNoteSubject *subject)
{
  const char *colon = strchr (subject->title, ':');

  if (subject->kind != TAL_NOTE_SUBJECT_SERIES || colon == NULL || subject->length == 0)
    return NULL;
  return colon + 1;
}

static gboolean
is_named (const char *name, const TalNoteSentence *sentence, guint first, guint last)
{
  return tal_danish_stem_cover (name, strlen (name), sentence->tokens, first, last, NULL) >=
         NEED_NAME;
}

/* Whether both are of one family, which the paragraph speaks of. */
static gboolean
are_compared (const Comparison *comparison, const TalNoteSubject *a, const TalNoteSubject *b)
{
  gsize length = (gsize)(get_member (a) - a->title) - 1;

  return a != b && a->unit == b->unit && strncmp (a->title, b->title, length + 1) == 0 &&
         tal_danish_stem_cover (a->title, length, comparison->sentence->tokens, 0,
                                comparison->sentence->last, NULL) >= NEED_NAME;
}

/* The newest figures of the same period. */
static gboolean
find_newest (const TalNotePlace   *place,
             const TalNoteSubject *a,
             const TalNoteSubject *b,
             const TalNoteFigure **ret_a,
             const TalNoteFigure **ret_b)
{
  guint                a_length = 0;
  guint                b_length = 0;
  const TalNoteFigure *a_list = tal_note_figures_get_figures (place->figures, a->at, &a_length);
  const TalNoteFigure *b_list = tal_note_figures_get_figures (place->figures, b->at, &b_length);

  for (guint i = a_length; i > 0; i--)
    {
      for (guint j = b_length; j > 0; j--)
        {
          if (!tal_period_is_equal (a_list[i - 1].period, b_list[j - 1].period))
            continue;
          *ret_a = &a_list[i - 1];
          *ret_b = &b_list[j - 1];
          return TRUE;
        }
    }

  return FALSE;
}

/* Adds a remark where the two stand the other way round.  Returns whether it did. */
static gboolean
judge_pair (const TalNotePlace   *place,
            const Comparison     *comparison,
            const TalNoteSubject *a,
            const TalNoteSubject *b,
            GPtrArray            *remarks)
{
  const TalNoteSentence *sentence = comparison->sentence;
  const TalDanishToken  *word = tal_danish_tokens_get (sentence->tokens, comparison->at);
  const TalNoteFigure   *figure_a = NULL;
  const TalNoteFigure   *figure_b = NULL;
  TalRemark             *remark = NULL;
  g_autofree char       *value_a = NULL;
  g_autofree char       *value_b = NULL;
  int                    order;

  if (!find_newest (place, a, b, &figure_a, &figure_b))
    return FALSE;
  order = tal_fraction_compare (figure_a->value, figure_b->value);
  if (order == 0 || (order > 0) == comparison->more)
    return FALSE;

  value_a = tal_note_wording_figure (a, figure_a->value);
  value_b = tal_note_wording_figure (b, figure_b->value);
  remark = tal_note_wording_start (TAL_REMARK_CLAIM, TAL_SEVERITY_WARNING, "trend", sentence,
                                   word->start + sentence->offset, word->end + sentence->offset);
  remark->series = a->series->record.id;
  remark->period = figure_a->period;
  remark->suggestion = g_strdup (comparison->more ? "mindre" : "større");
  remark->sentence =
      g_strdup_printf (_ ("The text says “%s”, but it is %s for%s and %s for%s."), word->text,
                          value_a, get_member (a), value_b, get_member (b));
  g_ptr_array_add (remarks, remark);
  return TRUE;
}

static void
judge_comparison (const TalNotePlace *place, const Comparison *comparison, GPtrArray *remarks)
{
  guint length = tal_note_figures_get_length (place->figures);

  for (guint i = 0; i < length; i++)
    {
      const TalNoteSubject *a = tal_note_figures_get_subject (place->figures, i);

      if (get_member (a) == NULL || !is_named (get_member (a), comparison->sentence,
                                               comparison->sentence->first, comparison->at))
        continue;
      for (guint j = 0; j < length; j++)
        {
          const TalNoteSubject *b = tal_note_figures_get_subject (place->figures, j);

          if (get_member (b) != NULL && are_compared (comparison, a, b) &&
              is_named (get_member (b), comparison->sentence, comparison->than, comparison->last) &&
              judge_pair (place, comparison, a, b, remarks))
            return;
        }
    }
}

void
tal_note_claim_judge_orders (const TalNotePlace *place, GPtrArray *remarks)
{
  for (guint i = place->first; i < place->last; i++)
    {
      const TalNoteSentence *sentence = g_ptr_array_index (place->sentences->sentences, i);

      for (guint at = sentence->first; at < sentence->last; at++)
        {
          Comparison comparison;

          if (find_comparison (sentence, at, &comparison))
            judge_comparison (place, &comparison, remarks);
        }
    }
}
