/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody still has to enter in a collection, whatever period its window shows. */

#pragma once

#include "core/tal-due.h"
#include "model/tal-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  TalStatusTable *statuses; /* of each goal's newest result; holds the catalogue */
  TalDay          today;
  GArray         *dues; /* of TalDue, as tal_due_list sorts them */
} TalDueList;

void tal_due_list_free (TalDueList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TalDueList, tal_due_list_free)

/* Overdue today, or due within 'horizon' days. */
void        tal_workspace_list_due_async (TalWorkspace       *self,
                                          guint               horizon,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data);
TalDueList *tal_workspace_list_due_finish (TalWorkspace *self,
                                           GAsyncResult *result,
                                           GError      **error);

G_END_DECLS
