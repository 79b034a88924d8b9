/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the history as lists show it: an entry, or one change of an entry of several.
 * Immutable but for whether its entry is undone, which its list keeps true.
 */

#pragma once

#include "core/tal-change-set.h"
#include "model/tal-history.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TAL_TYPE_HISTORY_ITEM (tal_history_item_get_type ())

G_DECLARE_FINAL_TYPE (TalHistoryItem, tal_history_item, TAL, HISTORY_ITEM, GObject)

/* Takes the entry. */
TalHistoryItem *tal_history_item_new (TalHistoryEntry *entry);
/* A change of the entry; 'sentence' is said instead of the entry's own words. */
TalHistoryItem *tal_history_item_new_change (TalHistoryItem     *entry,
                                             const TalChangeSet *changes,
                                             guint               position,
                                             const char         *sentence);

const TalHistoryEntry *tal_history_item_get_entry (TalHistoryItem *self);
/* NULL for a whole entry; else 'ret_position' (which may be NULL) is its place in it. */
const TalChange *tal_history_item_get_change (TalHistoryItem *self, guint *ret_position);
/* What it is about, of an entry its first change. */
TalKey tal_history_item_get_key (TalHistoryItem *self);
/* The entry's day by the calendar of whoever looks. */
TalDay tal_history_item_get_day (TalHistoryItem *self);
/* "Goal 5, 2023: numerator corrected from 171 to 179", "Undone: …". */
char *tal_history_item_dup_sentence (TalHistoryItem *self);
/* Whether a list writes the day above it. */
gboolean tal_history_item_get_begins_day (TalHistoryItem *self);

/* For the list it is in. */
void tal_history_item_set_begins_day (TalHistoryItem *self, gboolean begins_day);
void tal_history_item_set_undone (TalHistoryItem *self, gboolean undone);

G_END_DECLS
