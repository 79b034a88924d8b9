/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the marks of a PC-Axis file mean that stand for numbers: "." to "......", "-" and "…".
 *
 * Publishers use the dots differently and say how in DATASYMBOL1 to 6, DATASYMBOLNIL and
 * DATASYMBOLSUM.  That text decides where its words are known; where it gives none, one dot is
 * not applicable and two are not available, as everywhere, and three or more are unknown.
 */

#pragma once

#include "formats/tal-cube.h"

G_BEGIN_DECLS

typedef struct _TalPxMarks TalPxMarks;

TalPxMarks *tal_px_marks_new (void);
void        tal_px_marks_free (TalPxMarks *self);

/* FALSE where the keyword is none of theirs. */
gboolean tal_px_marks_take (TalPxMarks *self, const char *keyword, const char *text);

/* Fills the kind, the mark and the meaning of a cell without a number, from its text without
 * quotation marks.  The cell points to 'text' and to the marks. */
void tal_px_marks_fill (const TalPxMarks *self, const char *text, TalCubeCell *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalPxMarks, tal_px_marks_free)

G_END_DECLS
