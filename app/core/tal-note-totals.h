/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the totals of a note's table against what they are the total of: rows of groups and
 * of the whole table, parts of a row ("heraf"), and columns added up in a last one.
 *
 * What a total is the total of, no table says.  Each way that tables are written is tried, and
 * the one that fits most columns is taken; where none fits any, only a total that can be
 * nothing else, and is nearly right, is remarked on.  A mean is none.
 */

#pragma once

#include "core/tal-note-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* 'remarks' is of TalRemark: "table-total", "table-total-rounding", "table-total-missing",
 * "table-parts", "table-row-total", "table-distribution". */
void tal_note_totals_check (const TalNoteTable *table, GPtrArray *remarks);

G_END_DECLS
