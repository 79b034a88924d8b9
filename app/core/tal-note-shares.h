/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the shares of a note's table against the counts beside them: a share of the total of
 * its column, a share or ratio of two counts of its row, shares that should make 100.
 *
 * Which counts a share is of, no table says; the pair of columns that most rows agree with is
 * taken, and only where nearly all agree is a row that doesn't remarked on.
 */

#pragma once

#include "core/tal-note-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'remarks' is of TalRemark: "table-share", "table-ratio", "table-ratio-zero",
 * "table-shares-rounding", "table-distribution", "table-decimals". */
void tal_note_shares_check (const TalNoteTable *table, GPtrArray *remarks);

G_END_DECLS
