/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds a column of a note's table against two others that it is the quotient, the difference
 * or the change of.
 *
 * Which two, no table says; those that at least three rows agree with, and two of three in
 * all, are taken, and the rows that don't agree are remarked on.  Figures that were rounded
 * agree as far as their rounding allows.
 */

#pragma once

#include "core/tal-note-table.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whether two such columns were found.  'remarks' is of TalRemark: "table-ratio",
 * "table-ratio-zero". */
gboolean tal_note_ratios_check (const TalNoteTable *table, guint column, GPtrArray *remarks);

G_END_DECLS
