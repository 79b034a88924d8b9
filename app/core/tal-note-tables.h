/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds, without any collection, where the tables of a finished note contradict themselves or
 * the sentences about them: totals, shares, headings, periods, counts of rows, numbers of
 * tables.  It only speaks where it is sure what a figure is the total or the share of; a
 * difference that rounding explains is a note, no mistake.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Adds to 'remarks' (TalRemark, of kind TAL_REMARK_TABLE) what is found in the passages
 * (TalPassage), in no order. */
void tal_note_tables_check (const GPtrArray *passages, GPtrArray *remarks);

G_END_DECLS
