/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other units have been sent of a collection: each object that was in a file to a unit, and
 * each series with its figures, up to which entry of the history.
 *
 * A file of one period has only the figures of that period, so that what is said of one period
 * holds for files of it, and what is said of all for every file; 'period' is unset for all.
 */

#pragma once

#include "base/tal-id.h"
#include "core/tal-period.h"
#include "store/tal-store.h"

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file of that period, or of all, has been sent to the unit. */
gboolean tal_sent_table_has (
    TalStore *store, TalId unit, TalPeriod period, gboolean *ret_has, GError **error);
/* Within a transaction: those records were in a file to the unit as of that entry, with the figures
 * of the series among them (an array of TalRecord). */
gboolean tal_sent_table_save (TalStore        *store,
                              TalId            unit,
                              TalPeriod        period,
                              const GPtrArray *records,
                              gint64           sequence,
                              GError         **error);

G_END_DECLS
