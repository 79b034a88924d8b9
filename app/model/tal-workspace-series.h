/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The figures of series that no goal need be about. */

#pragma once

#include "core/tal-attainment.h"
#include "model/tal-workspace.h"

G_BEGIN_DECLS

/* What was read.  The statuses are borrowed from the catalogue that it holds. */
typedef struct
{
  TalCatalogue *catalogue;
  GArray       *statuses; /* of TalGoalStatus, see tal_series_status_gather */
} TalSeriesStatuses;

void tal_series_statuses_free (TalSeriesStatuses *self);
/* NULL where the series is not among them. */
const TalGoalStatus *tal_series_statuses_find (const TalSeriesStatuses *self, TalId series);

/* How series, an array of TalId that must not be changed any more, stand in the workspace's
 * period; where that is unset each in the newest period with a figure.  One that isn't there
 * any more is passed over. */
void               tal_workspace_read_series_async (TalWorkspace       *self,
                                                    GArray             *series,
                                                    GCancellable       *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);
TalSeriesStatuses *tal_workspace_read_series_finish (TalWorkspace *self,
                                                     GAsyncResult *result,
                                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalSeriesStatuses, tal_series_statuses_free)

G_END_DECLS
