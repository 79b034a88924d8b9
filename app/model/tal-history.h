/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One entry of the history as people read it: who did what, and when. */

#pragma once

#include "base/tal-time.h"
#include "core/tal-change-set.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64    sequence; /* from 1 */
  TalTime   made_at;
  char     *author; /* NULL where that is not known */
  TalOrigin origin;
  char     *label;    /* what was done, in the words of whoever did it */
  gint64    reverses; /* of an undo or a redo: the entry it takes back or brings again; else 0 */
  gboolean  undone;
  guint     n_changes;
  TalKey    first; /* what the first of the changes is of */
} TalHistoryEntry;

void tal_history_entry_free (TalHistoryEntry *self);

/* "Undone: “Deltagere”, 2023: 545 corrected to 546", "Import from BIF (taken back)". */
char *tal_history_entry_describe (const TalHistoryEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalHistoryEntry, tal_history_entry_free)

G_END_DECLS
