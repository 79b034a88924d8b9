/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of the figures, which may be millions: they are read a series at a time
 * and never all at once.
 */

#pragma once

#include "core/tal-change-set.h"
#include "core/tal-run.h"
#include "store/tal-database.h"
#include "store/tal-row-keys.h"

#include <glib.h>

G_BEGIN_DECLS

/* All of one series; an empty run where it has none, or isn't there. */
TalRun *tal_observation_table_load_run (TalDatabase *database, TalId series, GError **error);

/* Within a transaction.  TAL_ERROR_CONFLICT where what is stored is not the change's
 * before; TAL_ERROR_INVALID_RECORD where the series isn't there, or the figure claims
 * an owner of its own. */
gboolean tal_observation_table_write (TalDatabase     *database,
                                      const TalChange *change,
                                      TalRowKeys      *keys,
                                      GError         **error);

/* Within a transaction: adds new figures of a series that is there, or takes them away again.
 * TAL_ERROR_CONFLICT where one is there already, or is not what was added.  'ret_are_all': the
 * series has no others. */
gboolean tal_observation_table_add_run (TalDatabase  *database,
                                        const TalRun *run,
                                        gboolean     *ret_are_all,
                                        GError      **error);
gboolean tal_observation_table_remove_run (TalDatabase  *database,
                                           const TalRun *run,
                                           GError      **error);

/* The ids of all series that have figures, as an array of TalId. */
GArray *tal_observation_table_list_series (TalDatabase *database, GError **error);

G_END_DECLS
