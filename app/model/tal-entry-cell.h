/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of the entry grid as it is shown and read aloud: its text, the marks that say in
 * what state it is, and the sentence that goes with them.
 */

#pragma once

#include "core/tal-attainment-state.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TAL_ENTRY_EDITABLE = 1 << 0,
  TAL_ENTRY_COMPUTED = 1 << 1,       /* it follows from other figures */
  TAL_ENTRY_PRELIMINARY = 1 << 2,    /* or an estimate */
  TAL_ENTRY_NOTED = 1 << 3,          /* it has a remark */
  TAL_ENTRY_WARNED = 1 << 4,         /* it may be right all the same */
  TAL_ENTRY_REFUSED = 1 << 5,        /* what was typed is not stored */
  TAL_ENTRY_EXPECTED = 1 << 6,       /* it is missing and its period is over */
  TAL_ENTRY_NOT_APPLICABLE = 1 << 7, /* "." */
  TAL_ENTRY_WITHHELD = 1 << 8,
  TAL_ENTRY_LOCKED = 1 << 9,   /* it cannot be changed now */
  TAL_ENTRY_PENDING = 1 << 10, /* on its way to the disk */
  TAL_ENTRY_NUMERIC = 1 << 11, /* set against the right */
  TAL_ENTRY_VERDICT = 1 << 12, /* 'verdict' says how it is drawn */
  TAL_ENTRY_PADLOCK = 1 << 13, /* it says itself that it is locked, for its row doesn't */
  TAL_ENTRY_KEPT = 1 << 14,    /* there was a warning, and somebody said that it is right */
} TalEntryMarks;

typedef struct
{
  char         *text;    /* as it is shown */
  char         *source;  /* where a computed one comes from: "=2"; NULL where it is its row's own */
  char         *name;    /* "Mål 5, tæller" */
  char         *message; /* what is wrong or should be known of it; NULL where nothing */
  TalEntryMarks marks;
  TalAttainment verdict;
} TalEntryCell;

void tal_entry_cell_clear (TalEntryCell *self);

/* "preliminary, has a remark": the state in words for who hears the cell, "" where there is
 * nothing to say. */
char *tal_entry_cell_dup_state (const TalEntryCell *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TalEntryCell, tal_entry_cell_clear)

G_END_DECLS
