/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Some figures of a note's table added up, and how the sum compares with the figure that
 * says what it is.
 */

#pragma once

#include "core/tal-note-table.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_NOTE_SUM_UNKNOWN, /* a figure is missing, there is none, or nothing says the sum */
  TAL_NOTE_SUM_EQUAL,
  TAL_NOTE_SUM_ROUNDED, /* not equal, but rounding can explain it */
  TAL_NOTE_SUM_OFF,
} TalNoteSumVerdict;

typedef struct
{
  guint       n_figures;
  gboolean    is_missing; /* a figure that belongs to it isn't there */
  TalFraction value;
  TalInterval interval;
  TalFraction least; /* of its figures */
  TalFraction most;
  guint8      scale; /* decimals of its figures, at most */
} TalNoteSum;

#define TAL_NOTE_SUM_EMPTY \
  ((TalNoteSum){           \
      .value = { 0, 1 }, .interval = { { 0, 1 }, { 0, 1 } }, .least = { 0, 1 }, .most = { 0, 1 } })

/* Adds the cell, or takes it away where 'sign' is -1.  An empty one is nothing. */
void tal_note_sum_add (
    TalNoteSum *self, const TalNoteTable *table, guint row, guint column, int sign);

TalNoteSumVerdict tal_note_sum_compare (const TalNoteSum   *self,
                                        const TalNoteTable *table,
                                        guint               row,
                                        guint               column);

/* The figure less the sum. */
TalFraction tal_note_sum_get_difference (const TalNoteSum *self, const TalNoteCell *figure);
/* Whether they differ by no more than a tenth of the sum. */
gboolean tal_note_sum_is_near (const TalNoteSum *self, const TalNoteCell *figure);
/* Whether the figure is the sum with two digits about, one wrong or a nought too many. */
gboolean tal_note_sum_is_misprint (const TalNoteSum *self, const TalNoteCell *figure);
/* Whether the figure lies among those that were added, as a mean of them would. */
gboolean tal_note_sum_has_mean (const TalNoteSum *self, const TalNoteCell *figure);

/* As Danish readers write it. */
char *tal_note_sum_format (const TalNoteSum *self);
char *tal_note_fraction_format (TalFraction value, guint8 scale);
/* With the unit that the cell writes behind its figure: "7,7%", "7,7 pct.". */
char *tal_note_cell_dup_replacement (const TalNoteCell *cell, const char *value);

G_END_DECLS
