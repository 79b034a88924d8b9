/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures from another program's file, taken into a workspace: the worker reads the file, tries
 * what a person says of it and writes it, while the window goes on.
 *
 * The file is the worker's from the call until the callback, and the caller's otherwise.
 */

#pragma once

#include "model/tal-figure-answer.h"
#include "model/tal-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Opens a file, or what was on the clipboard where 'path' is NULL, and reads it as files like it
 * were read before. */
void tal_workspace_open_figures_async (TalWorkspace       *self,
                                       const char         *path,
                                       const char         *clipboard,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
/* To be freed.  NULL with an error; NULL without one where it is a file from another department
 * (see tal-workspace-import.h). */
TalFigureFile *tal_workspace_open_figures_finish (TalWorkspace *self,
                                                  GAsyncResult *result,
                                                  GError      **error);

/* As tal_collection_import_figures, after 'answers' (of TalFigureAnswer, in order) are taken in;
 * the request and the list are copied.  Where another sheet is chosen it is read as one like it
 * was before.  An answer may be given again, and must be where a call with it was cancelled.
 *
 * What is written is shown before the asker hears of it; cancelling and 'receipt' as for
 * tal_workspace_import_async. */
void tal_workspace_import_figures_async (TalWorkspace           *self,
                                         TalFigureFile          *file,
                                         GPtrArray              *answers,
                                         const TalFigureRequest *request,
                                         const char             *receipt,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);
/* To be freed.  NULL with an error. */
TalFigureReport *tal_workspace_import_figures_finish (TalWorkspace *self,
                                                      GAsyncResult *result,
                                                      GError      **error);

G_END_DECLS
