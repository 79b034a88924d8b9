/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables that the newest figures of each goal are kept in.  What they say is
 * decided elsewhere.
 */

#pragma once

#include "core/tal-goal-figures.h"
#include "store/tal-database.h"

#include <glib.h>

G_BEGIN_DECLS

/* More criteria than any goal has; a number from a file is not trusted beyond. */
#define TAL_LATEST_TABLE_MOST_CRITERIA 10000

/* Whether every fraction fits in two 64-bit integers. */
gboolean tal_latest_table_can_hold (const TalGoalFigures *figures);
/* Within a transaction, for a goal of that row key which has none, or has some of as many
 * criteria. */
gboolean tal_latest_table_put (TalDatabase          *database,
                               gint64                key,
                               const TalGoalFigures *figures,
                               GError              **error);
/* A table of TalId * to TalGoalFigures *, which owns both. */
GHashTable *tal_latest_table_load (TalDatabase *database, GError **error);

/* To the letter, as they were kept. */
gboolean tal_latest_table_is_same (const TalGoalFigures *a, const TalGoalFigures *b);

G_END_DECLS
