/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the shares of a note's table against the counts beside them: a share of the total of
 * its column, what tal-note-ratios finds in its row, shares that should make 100, and shares
 * with more decimals than the others.
 *
 * Which counts a share is of, no table says; only where nearly all rows agree on it is a row
 * that doesn't remarked on.
 */

#pragma once

#include "core/tal-note-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'remarks' is of TalRemark: "table-share", "table-shares-rounding", "table-distribution",
 * "table-decimals", and those of tal-note-ratios. */
void tal_note_shares_check (const TalNoteTable *table, GPtrArray *remarks);

G_END_DECLS
