/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One number of a note beside the figures of a collection: which it may be, and how plausible
 * that is by the words around it.
 */

#pragma once

#include "core/tal-mention.h"
#include "core/tal-note-figures.h"
#include "core/tal-note-sentence.h"

#include <glib.h>

G_BEGIN_DECLS

/* Everything held against one number. */
typedef struct
{
  const TalNoteSentence *sentence;
  const TalMention      *mention;
  TalPeriod              period;   /* that it is told of, or unset */
  gboolean               changes;  /* it says how much something rose or fell */
  gboolean               target;   /* it says what was to be reached */
  int                    exponent; /* its own, or its column's */
  gboolean               per_cent; /* it is one, or its column or neighbour says so */
  gboolean               kroner;
  GArray                *scores;  /* of TalNoteScore, the best first */
  const TalNoteFigure   *figure;  /* that it agrees with best, or NULL */
  double                 support; /* how plausible that is */
  int                    moved;   /* of a change that it is: 1 up, -1 down, 0 of no change */
} TalNoteMatch;

TalNoteMatch *tal_note_match_new (TalNoteFigures        *figures,
                                  const TalNoteSentence *sentence,
                                  const TalMention      *mention,
                                  const TalNoteSentence *before);
void          tal_note_match_free (TalNoteMatch *self);

/* The weight of a subject in the words around, 0 where the text has none of its words. */
double tal_note_match_get_support (const TalNoteMatch *self, guint subject);

/* Whether the number can be in the subject's unit. */
gboolean tal_note_match_fits_unit (const TalNoteMatch *self, const TalNoteSubject *subject);
/* Whether the printed number stands for that value, rounded or approximate as it says. */
gboolean tal_note_match_agrees (const TalNoteMatch *self,
                                TalFraction         value,
                                TalApproximation    approximation);
/* 1 where the figure's period is the one that is told, 0 where none is, -1 where it is another. */
int tal_note_match_compare_period (const TalNoteMatch *self, TalPeriod period);
/* The value as the number would be printed; FALSE where it is too large. */
gboolean tal_note_match_print (const TalNoteMatch *self,
                               TalFraction         value,
                               TalDecimal         *ret_printed);

G_END_DECLS
