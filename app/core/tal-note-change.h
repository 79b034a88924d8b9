/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers of a note that no figure is but that follow from figures: how much something rose
 * or fell, and shares told by their two counts.  tal_note_change_judge reckons them anew.
 */

#pragma once

#include "core/tal-note-figures.h"
#include "core/tal-note-match.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds a remark where the number is such a one, and says whether it did.  'matches' are those
 * of the passage. */
gboolean tal_note_change_judge (TalNoteFigures  *figures,
                                const GPtrArray *matches,
                                TalNoteMatch    *match,
                                GPtrArray       *remarks);

G_END_DECLS
