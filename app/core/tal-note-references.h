/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Holds a note against itself where no figure is needed: numbers of tables that are given
 * twice, spoken of and not there, or spoken of in the wrong place, and spans of years and
 * days that cannot be meant.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 'remarks' is of TalRemark: "caption-twice", "caption-missing", "caption-other",
 * "year-span", "period-end". */
void tal_note_references_check (const GPtrArray *passages, GPtrArray *remarks);

G_END_DECLS
