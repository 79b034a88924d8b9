/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing files for others out of a workspace, by the worker. */

#pragma once

#include "model/tal-collection-export.h"
#include "model/tal-collection-tables.h"
#include "model/tal-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* As tal_collection_export; the request is copied. */
void tal_workspace_export_async (TalWorkspace            *self,
                                 const char              *path,
                                 const TalExchangeExport *what,
                                 GCancellable            *cancellable,
                                 GAsyncReadyCallback      callback,
                                 gpointer                 user_data);
/* As tal_collection_export_tables; the request is copied. */
void tal_workspace_export_tables_async (TalWorkspace         *self,
                                        const char           *path,
                                        const TalTableExport *what,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
/* As tal_collection_export_form; the request is copied. */
void tal_workspace_export_form_async (TalWorkspace         *self,
                                      const char           *path,
                                      const TalTableExport *what,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
/* Of all three. */
gboolean tal_workspace_export_finish (TalWorkspace *self, GAsyncResult *result, GError **error);

/* As tal_collection_measure_export. */
void     tal_workspace_measure_export_async (TalWorkspace            *self,
                                             const TalExchangeExport *what,
                                             GCancellable            *cancellable,
                                             GAsyncReadyCallback      callback,
                                             gpointer                 user_data);
gboolean tal_workspace_measure_export_finish (TalWorkspace      *self,
                                              GAsyncResult      *result,
                                              TalExchangeExtent *ret_extent,
                                              GError           **error);

G_END_DECLS
