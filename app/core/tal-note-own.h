/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the numbers of a note's sentences against the cells of its own tables: a number that
 * no collection knows, beside a cell that is nearly it and that the sentence speaks of, is
 * probably the cell's, with two digits changed about.
 *
 * It says so only where words, unit and period all speak of the cell and no cell has the
 * number; a number that is told of approximately, as a target or as a change is let be.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 'passages' is of TalPassage.  'remarks' is of TalRemark and holds what was found already: of
 * its numbers that are TAL_REMARK_UNKNOWN those found here become "text-and-table", of kind
 * TAL_REMARK_TABLE. */
void tal_note_own_check (const GPtrArray *passages, GPtrArray *remarks);

G_END_DECLS
