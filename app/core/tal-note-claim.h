/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of a note that claim something the figures can deny: that something rose, fell or
 * stayed, that a goal was met or missed, how many goals were.  What the words speak of must be
 * certain; a claim that may be read in another way that holds is not accused.
 */

#pragma once

#include "core/tal-catalogue.h"
#include "core/tal-note-figures.h"
#include "core/tal-note-sentence.h"
#include "core/tal-run.h"

#include <glib.h>

G_BEGIN_DECLS

/* A passage: its sentences from 'first' and before 'last', and the matches of its numbers. */
typedef struct
{
  TalNoteFigures         *figures;
  const TalNoteSentences *sentences;
  guint                   first;
  guint                   last;
  const GPtrArray        *matches;
} TalNotePlace;

/* Adds a remark for each word of rise or fall that the figures contradict. */
void tal_note_claim_judge_trends (const TalNotePlace *place, GPtrArray *remarks);

/* Adds a remark for each verdict on a goal, or number of goals met, that is otherwise.
 * 'plan' is the one that the note is about, or none. */
gboolean tal_note_claim_judge_verdicts (const TalNotePlace *place,
                                        const TalCatalogue *catalogue,
                                        TalRunSource       *runs,
                                        TalId               plan,
                                        TalDay              today,
                                        GPtrArray          *remarks,
                                        GError            **error);

G_END_DECLS
