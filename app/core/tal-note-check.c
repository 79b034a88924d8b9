/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-check.h"

#include "core/tal-danish-stem.h"
#include "core/tal-note-caveat.h"
#include "core/tal-note-claim.h"
#include "core/tal-note-figures.h"
#include "core/tal-note-number.h"
#include "core/tal-note-sentence.h"
#include "core/tal-note-units.h"
#include "core/tal-plan.h"

#include <string.h>

/* A note says what it is about in so many paragraphs. */
#define BEGINNING 12
#define NEED_PLAN 0.6

/* The sentences of one passage, from 'first' on: where they end. */
static guint
find_passage_end (const TalNoteSentences *sentences, guint first)
{
  const TalNoteSentence *begin = g_ptr_array_index (sentences->sentences, first);
  guint                  last = first;

  while (last < sentences->sentences->len &&
         ((const TalNoteSentence *)g_ptr_array_index (sentences->sentences, last))->place ==
             begin->place)
    last++;

  return last;
}

/* The plan that the note is about: whose name stands in its beginning, or the only one. */
static TalId
find_plan (const TalCatalogue *catalogue, const GPtrArray *passages)
{
  guint                       length = 0;
  const TalRecord *const     *plans = tal_catalogue_get_records (catalogue, TAL_KIND_PLAN, &length);
  g_autoptr (GString)         beginning = g_string_new (NULL);
  g_autoptr (TalDanishTokens) tokens = NULL;
  TalId                       best = length == 1 ? plans[0]->id : TAL_ID_NONE;
  double                      best_cover = NEED_PLAN;
  guint                       best_found = 0;

  for (guint i = 0; i < passages->len && i < BEGINNING; i++)
    g_string_append_printf (beginning, "%s\n",
                            ((const TalPassage *)g_ptr_array_index (passages, i))->text);
  tokens = tal_danish_tokens_new (beginning->str);
  for (guint i = 0; i < length; i++)
    {
      const char *name = TAL_PLAN (plans[i])->name;
      guint       found = 0;
      double      cover;

      if (name == NULL)
        continue;
      cover = tal_danish_stem_cover (name, strlen (name), tokens, 0,
                                     tal_danish_tokens_get_length (tokens), &found);
      if (cover < best_cover || (cover <= best_cover && found <= best_found))
        continue;
      best = plans[i]->id;
      best_cover = cover;
      best_found = found;
    }

  return best;
}

/* A sentence that ends in "pct." needs no second full stop. */
static void
end_sentences (GPtrArray *remarks, guint first)
{
  for (guint i = first; i < remarks->len; i++)
    {
      TalRemark *remark = g_ptr_array_index (remarks, i);

      if (remark->sentence != NULL && g_str_has_suffix (remark->sentence, ".."))
        remark->sentence[strlen (remark->sentence) - 1] = '\0';
    }
}

gboolean
tal_note_check (const TalCatalogue *catalogue,
                TalRunSource       *runs,
                const GPtrArray    *passages,
                TalDay              today,
                GPtrArray          *remarks,
                GError            **error)
{
  g_autoptr (TalNoteFigures)   figures = NULL;
  g_autoptr (TalNoteSentences) sentences = NULL;
  g_autoptr (TalNoteUnits)     units = NULL;
  TalId                        plan = TAL_ID_NONE;
  guint                        n_before;

  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (runs != NULL, FALSE);
  g_return_val_if_fail (passages != NULL, FALSE);
  g_return_val_if_fail (remarks != NULL, FALSE);

  figures = tal_note_figures_new (catalogue, runs, passages, today, error);
  if (figures == NULL)
    return FALSE;

  n_before = remarks->len;
  plan = find_plan (catalogue, passages);
  sentences = tal_note_sentences_new (passages);
  units = tal_note_units_new (figures);
  for (guint first = 0; first < sentences->sentences->len;)
    {
      g_autoptr (GPtrArray) matches =
          g_ptr_array_new_with_free_func ((GDestroyNotify)tal_note_match_free);
      guint        last = find_passage_end (sentences, first);
      TalNotePlace place = { figures, sentences, first, last, matches };

      tal_note_number_match (figures, sentences, first, last, matches);
      tal_note_units_add (units, matches);
      tal_note_number_judge (figures, matches, remarks);
      tal_note_caveat_judge (&place, remarks);
      tal_note_claim_judge_trends (&place, remarks);
      tal_note_claim_judge_orders (&place, remarks);
      if (!tal_note_claim_judge_verdicts (&place, catalogue, runs, plan, today, remarks, error))
        return FALSE;
      first = last;
    }

  tal_note_units_judge (units, remarks);
  end_sentences (remarks, n_before);
  return TRUE;
}
