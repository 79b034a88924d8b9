/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds out what the columns and rows of a note's table are: counts, shares, years or words;
 * plain rows, parts, totals; and which column tells the rows apart.
 */

#pragma once

#include "core/tal-note-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Fills in what follows from the cells, and moves rows that stand beside their columns. */
void tal_note_columns_understand (TalNoteTable *table);

G_END_DECLS
