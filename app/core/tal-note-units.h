/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the heading of a note's table says its numbers are, held against the figures: thousands
 * that are millions, shares that are counts, the figures of another year.
 *
 * It speaks of a whole table only: three cells and two of three must agree with figures as
 * something else than is said, and none as what is said.
 */

#pragma once

#include "core/tal-note-figures.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalNoteUnits TalNoteUnits;

TalNoteUnits *tal_note_units_new (TalNoteFigures *figures);
void          tal_note_units_free (TalNoteUnits *self);

/* Takes note of the matches (TalNoteMatch) of one passage; the passages come in order. */
void tal_note_units_add (TalNoteUnits *self, const GPtrArray *matches);
/* Adds a remark, "heading-unit" or "heading-period", for each table that says what it isn't. */
void tal_note_units_judge (const TalNoteUnits *self, GPtrArray *remarks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalNoteUnits, tal_note_units_free)

G_END_DECLS
