/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A block from the clipboard, held against the grid before anything is done: what can be read
 * there, and what cannot and why.  A first row that says the headings of columns is recognised
 * and says which column is meant.
 *
 * Cells that are computed take no part: a row may be copied whole and pasted again.  Empty
 * cells of the block leave what is there.
 */

#pragma once

#include "base/tal-cell-block.h"
#include "model/tal-entry-grid.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TalEntryPaste TalEntryPaste;

/* Takes the block.  'at' is what is selected: the block begins in its first cell, and a single
 * value goes into all of them. */
TalEntryPaste *tal_entry_paste_new (TalEntryGrid        *grid,
                                    const TalEntryRange *at,
                                    TalCellBlock        *block);
void           tal_entry_paste_free (TalEntryPaste *self);

const TalCellBlock *tal_entry_paste_get_block (const TalEntryPaste *self);
/* Whether the first row could be headings, and whether it is taken for them. */
gboolean tal_entry_paste_can_have_headings (const TalEntryPaste *self);
gboolean tal_entry_paste_get_headings (const TalEntryPaste *self);
void     tal_entry_paste_set_headings (TalEntryPaste *self, gboolean headings);

/* The values that have a place, and those of them that cannot be read. */
guint tal_entry_paste_get_n_values (const TalEntryPaste *self);
guint tal_entry_paste_get_n_refused (const TalEntryPaste *self);
/* Why a cell of the block cannot be read; NULL where it can. */
const char *tal_entry_paste_get_reason (const TalEntryPaste *self, guint row, guint column);

/* Stores what can be read, in one change set; the grid says when it is done. */
void tal_entry_paste_store (TalEntryPaste *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalEntryPaste, tal_entry_paste_free)

G_END_DECLS
