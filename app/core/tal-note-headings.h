/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds the words of a note against its tables: what a heading says is counted, what period
 * it is of, how many rows a sentence says there are, which table it speaks of; and periods
 * that cannot be.
 *
 * It knows the words that Danish notes are written with, reads no sense out of a sentence, and
 * is silent where a word could mean something else.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 'tables' is of TalNoteTable, 'remarks' of TalRemark: "heading-unit", "heading-noun",
 * "heading-period", "row-count". */
void tal_note_headings_check (const GPtrArray *passages,
                              const GPtrArray *tables,
                              GPtrArray       *remarks);

G_END_DECLS
