/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history of the collection of a workspace, as a window asks for it: see
 * model/tal-collection-history.h for what is answered.
 */

#pragma once

#include "core/tal-history-filter.h"
#include "model/tal-history.h"
#include "model/tal-workspace.h"

G_BEGIN_DECLS

/* 'filter' may be NULL; it is copied. */
void       tal_workspace_load_history_async (TalWorkspace           *self,
                                             const TalHistoryFilter *filter,
                                             gint64                  before,
                                             guint                   limit,
                                             GCancellable           *cancellable,
                                             GAsyncReadyCallback     callback,
                                             gpointer                user_data);
GPtrArray *tal_workspace_load_history_finish (TalWorkspace *self,
                                              GAsyncResult *result,
                                              GError      **error);

void          tal_workspace_load_changes_async (TalWorkspace       *self,
                                                gint64              sequence,
                                                GCancellable       *cancellable,
                                                GAsyncReadyCallback callback,
                                                gpointer            user_data);
TalChangeSet *tal_workspace_load_changes_finish (TalWorkspace *self,
                                                 GAsyncResult *result,
                                                 GError      **error);

/* Writes what fits the filter to a file: see model/tal-history-file.h. */
void     tal_workspace_save_history_async (TalWorkspace           *self,
                                           const TalHistoryFilter *filter,
                                           const char             *path,
                                           GCancellable           *cancellable,
                                           GAsyncReadyCallback     callback,
                                           gpointer                user_data);
gboolean tal_workspace_save_history_finish (TalWorkspace *self,
                                            GAsyncResult *result,
                                            GError      **error);

void       tal_workspace_list_authors_async (TalWorkspace       *self,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
GPtrArray *tal_workspace_list_authors_finish (TalWorkspace *self,
                                              GAsyncResult *result,
                                              GError      **error);

/* A whole entry, or one change of it.  To be finished with tal_workspace_undo_finish; the
 * label is that of the entry, or says what was restored. */
void tal_workspace_undo_entry_async (TalWorkspace       *self,
                                     gint64              sequence,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
void tal_workspace_restore_async (TalWorkspace       *self,
                                  gint64              sequence,
                                  guint               position,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);

G_END_DECLS
