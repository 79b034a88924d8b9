/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What objects were earlier, from the history. */

#pragma once

#include "core/tal-record.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* Of those keys (a set of const TalKey *) that were changed or removed here: an array of their
 * TalRecord before each change, the newest first.  Reads the whole history once. */
GHashTable *tal_past_load (TalDatabase *database, GHashTable *keys, GError **error);

/* The keys of everything that was changed here, or taken in, from that time on: a set of TalKey. */
GHashTable *tal_past_list_changed (TalDatabase *database, TalTime since, GError **error);
/* The keys of everything that was changed here, or taken in, after the unit was last sent it (see
 * tal-sent-table.h), and of everything that it never was sent; 'period' as there. */
GHashTable *tal_past_list_unsent (TalDatabase *database,
                                  TalId        unit,
                                  TalPeriod    period,
                                  GError     **error);

G_END_DECLS
