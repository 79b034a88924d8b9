/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What kind of thing a Danish noun counts, so that persons are not taken for courses:
 * tal_note_noun_find_kind. */

#pragma once

#include "core/tal-series.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_NOTE_NOUN_OTHER, /* anything */
  TAL_NOTE_NOUN_PEOPLE,
  TAL_NOTE_NOUN_COURSES,
  TAL_NOTE_NOUN_PLACEMENTS,
  TAL_NOTE_NOUN_CASES,
  TAL_NOTE_NOUN_FAMILIES,
  TAL_NOTE_NOUN_AWARDS,
  TAL_NOTE_NOUN_PROVIDERS,
  TAL_NOTE_NOUN_GOALS,
  TAL_NOTE_NOUN_INITIATIVES,
  TAL_NOTE_NOUN_TIME,
} TalNoteNoun;

/* Of a word in lower case; 'noun' may be NULL. */
TalNoteNoun tal_note_noun_find_kind (const char *noun);
/* What a series' unit counts. */
TalNoteNoun tal_note_noun_from_unit (TalMeasureUnit unit);
/* Whether a number with that noun can be of the series: 1 where both say the same, 0 where one
 * says nothing, -1 where they differ. */
int tal_note_noun_compare (TalNoteNoun noun, const TalSeries *series);

G_END_DECLS
