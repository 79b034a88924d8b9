/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remarks on a note put into words: what stands there, what should, and of what.
 * tal_note_wording_… make the parts of a TalRemark. */

#pragma once

#include "core/tal-note-figures.h"
#include "core/tal-note-match.h"
#include "core/tal-note-sentence.h"
#include "core/tal-remark.h"

#include <glib.h>

G_BEGIN_DECLS

/* A remark at that place of the sentence's passage, with a quotation that has some words on
 * both sides. */
TalRemark *tal_note_wording_start (TalRemarkKind          kind,
                                   TalSeverity            severity,
                                   const char            *code,
                                   const TalNoteSentence *sentence,
                                   gsize                  start,
                                   gsize                  end);
/* The same of a number, which it is about. */
TalRemark *tal_note_wording_start_number (TalRemarkKind       kind,
                                          TalSeverity         severity,
                                          const char         *code,
                                          const TalNoteMatch *match);
/* What the figure is of, for people: "Revalidering i 2017". */
char *tal_note_wording_name (const TalNoteSubject *subject, TalPeriod period);
/* The value as its series shows it: "2.351", "27 pct.", "3,3 mio. kr.". */
char *tal_note_wording_figure (const TalNoteSubject *subject, TalFraction value);

/* Whole remarks on a number. */
TalRemark *tal_note_wording_agrees (const TalNoteFigures *figures, const TalNoteMatch *match);
TalRemark *tal_note_wording_unknown (const TalNoteMatch *match);
TalRemark *tal_note_wording_differs (const TalNoteFigures *figures,
                                     const TalNoteMatch   *match,
                                     const TalNoteFigure  *figure,
                                     TalFraction           right,
                                     TalSeverity           severity);

G_END_DECLS
