/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Danish words that say which way a figure moved. */

#pragma once

#include "core/tal-note-sentence.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_NOTE_TREND_NONE,
  TAL_NOTE_TREND_UP,
  TAL_NOTE_TREND_DOWN,
  TAL_NOTE_TREND_SAME,
} TalNoteTrend;

/* Lists for tal_note_trend_has_word. */
extern const char tal_note_trend_up_words[];
extern const char tal_note_trend_down_words[];

/* What the token of the sentence says. */
TalNoteTrend tal_note_trend_find (const TalNoteSentence *sentence, guint at);
/* Whether one of the words of a list stands between these tokens, the last not included. */
gboolean tal_note_trend_has_word (const TalNoteSentence *sentence,
                                  guint                  first,
                                  guint                  last,
                                  const char            *list);
/* "stigning", "fald", "uændret niveau". */
const char *tal_note_trend_get_word (TalNoteTrend trend);

G_END_DECLS
