/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words around a number or a claim of a note, and which figures they speak of:
 * tal_note_context_score.  Nearer words say more.
 */

#pragma once

#include "core/tal-mention.h"
#include "core/tal-note-figures.h"
#include "core/tal-note-sentence.h"

#include <glib.h>

G_BEGIN_DECLS

/* The subjects that the words speak of, an array of TalNoteScore, the weightiest first.  Of the whole
 * sentence where 'mention' is NULL.  'before' is the sentence before, or NULL. */
GArray *tal_note_context_score (TalNoteFigures        *figures,
                                const TalNoteSentence *sentence,
                                const TalMention      *mention,
                                const TalNoteSentence *before);
/* The tokens of the sentence that belong to the number: its clause. */
void tal_note_context_find_clause (const TalNoteSentence *sentence,
                                   const TalMention      *mention,
                                   guint                 *ret_first,
                                   guint                 *ret_last);
/* "steget med 38 procent", "et fald på 1.445", "20 pct. flere". */
gboolean tal_note_context_says_change (const TalNoteSentence *sentence, const TalMention *mention);
/* "mindst 75 pct.", "målet er 40 pct.", a column of targets. */
gboolean tal_note_context_says_target (const TalNoteSentence *sentence, const TalMention *mention);
/* The token that the number begins with. */
guint tal_note_context_find_token (const TalNoteSentence *sentence, const TalMention *mention);

G_END_DECLS
