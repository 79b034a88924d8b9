/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verdict on a note's numbers: each agrees with a figure, differs from one that it must
 * be, or is unknown.  An accusation needs words that speak of the figure; a number that is
 * only like none is unknown.
 */

#pragma once

#include "core/tal-note-figures.h"
#include "core/tal-note-match.h"
#include "core/tal-note-sentence.h"

#include <glib.h>

G_BEGIN_DECLS

/* The sentences of one passage, from 'first' and before 'last', held against the figures: adds
 * to the matches, an array of TalNoteMatch that frees them, one for each mention, in order. */
void tal_note_number_match (TalNoteFigures         *figures,
                            const TalNoteSentences *sentences,
                            guint                   first,
                            guint                   last,
                            GPtrArray              *matches);
/* Adds a remark for each of a passage's matches. */
void tal_note_number_judge (TalNoteFigures *figures, const GPtrArray *matches, GPtrArray *remarks);

G_END_DECLS
