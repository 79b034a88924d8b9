/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a careful reader would ask about the figures of a workspace. */

#pragma once

#include "core/tal-finding.h"
#include "model/tal-workspace.h"

G_BEGIN_DECLS

/* About one initiative as it is on disk now: an array of TalFinding, see
 * tal_plausibility_check_one_initiative. */
void       tal_workspace_check_initiative_async (TalWorkspace       *self,
                                                 TalId               initiative,
                                                 GCancellable       *cancellable,
                                                 GAsyncReadyCallback callback,
                                                 gpointer            user_data);
GPtrArray *tal_workspace_check_initiative_finish (TalWorkspace *self,
                                                  GAsyncResult *result,
                                                  GError      **error);

G_END_DECLS
