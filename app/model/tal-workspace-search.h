/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching a whole collection while somebody types: see core/tal-search.h for what is found. */

#pragma once

#include "core/tal-search.h"
#include "model/tal-workspace.h"

G_BEGIN_DECLS

/* At most 'most' hits of each group. */
void             tal_workspace_search_async (TalWorkspace       *self,
                                             const char         *text,
                                             guint               most,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
TalSearchResult *tal_workspace_search_finish (TalWorkspace *self,
                                              GAsyncResult *result,
                                              GError      **error);

G_END_DECLS
