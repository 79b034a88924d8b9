/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Importing into a workspace: a file is read and compared, or what was chosen of it is written,
 * by the worker, while the window goes on.
 */

#pragma once

#include "model/tal-collection-exchange.h"
#include "model/tal-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* As tal_collection_import; the request is copied.  'progress' (may be NULL) is called in the
 * thread that asks, some times a second and once when the file is read: what comes then takes its
 * time too.  It is not called any more once the callback is.
 *
 * What is written is shown before the asker hears of it, like any other commit.  Cancelling
 * changes nothing, or comes too late: then it was written, and that is what is returned.  Where
 * 'receipt' is a path, a report of what was written is put there; that it could not be is no
 * error of the import, but the report's. */
void tal_workspace_import_async (TalWorkspace           *self,
                                 const TalImportRequest *request,
                                 const char             *receipt,
                                 TalImportProgress       progress,
                                 gpointer                listener,
                                 GCancellable           *cancellable,
                                 GAsyncReadyCallback     callback,
                                 gpointer                user_data);
/* To be freed.  NULL with an error. */
TalImportReport *tal_workspace_import_finish (TalWorkspace *self,
                                              GAsyncResult *result,
                                              GError      **error);

G_END_DECLS
