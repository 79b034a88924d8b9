/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the page of the history says of an item besides what was done. */

#pragma once

#include "core/tal-catalogue.h"
#include "model/tal-history-item.h"

#include <glib.h>

G_BEGIN_DECLS

/* "I dag", "I går", "18. juni 2024". */
char *tal_history_text_day (TalDay day);
/* "46 changes", of an entry of several; else NULL. */
char *tal_history_text_count (TalHistoryItem *item);
/* The initiative it happened in; NULL where it is in none. */
char *tal_history_text_place (TalHistoryItem *item, const TalCatalogue *catalogue);
/* "18. juni 2024 10.42, Anders Juhl: Goal 5, 2023: marked as final": what is read aloud and
 * copied. */
char *tal_history_text_line (TalHistoryItem *item);
/* "18. juni 2024 10.42 · Anders Juhl". */
char *tal_history_text_when (const TalHistoryEntry *entry);

G_END_DECLS
