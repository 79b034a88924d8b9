/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader should know of numbers that are right: that they count so few that somebody
 * may be known by them, that the text calls them by another unit, or describes what counts
 * with other words than the goal's. */

#pragma once

#include "core/tal-note-claim.h"

#include <glib.h>

G_BEGIN_DECLS

void tal_note_caveat_judge (const TalNotePlace *place, GPtrArray *remarks);

G_END_DECLS
