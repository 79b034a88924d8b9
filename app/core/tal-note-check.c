/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "core/tal-note-check.h"

#include "core/tal-note-figures.h"
#include "core/tal-note-number.h"
#include "core/tal-note-sentence.h"

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

  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (runs != NULL, FALSE);
  g_return_val_if_fail (passages != NULL, FALSE);
  g_return_val_if_fail (remarks != NULL, FALSE);

  figures = tal_note_figures_new (catalogue, runs, passages, today, error);
  if (figures == NULL)
    return FALSE;

  sentences = tal_note_sentences_new (passages);
  for (guint first = 0; first < sentences->sentences->len;)
    {
      g_autoptr (GPtrArray) matches =
          g_ptr_array_new_with_free_func ((GDestroyNotify)tal_note_match_free);
      guint last = find_passage_end (sentences, first);

      tal_note_number_match (figures, sentences, first, last, matches);
      tal_note_number_judge (figures, matches, remarks);
      first = last;
    }

  return TRUE;
}
