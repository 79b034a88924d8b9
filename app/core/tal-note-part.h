/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a whole that a note counts, "fire ud af seks", held against the figures. */

#pragma once

#include "core/tal-note-figures.h"
#include "core/tal-note-match.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of a match whose mention has a whole.  Adds a remark and returns TRUE where the figures tell
 * whether it is right. */
gboolean tal_note_part_judge (TalNoteFigures     *figures,
                              const TalNoteMatch *match,
                              GPtrArray          *remarks);

G_END_DECLS
