/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The copies of a workspace's collection. */

#include "config.h"

#include "model/tal-workspace-private.h"

static void
back_up_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GError       *error = NULL;
  char         *path = tal_collection_back_up (self->collection, GPOINTER_TO_INT (asked), &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, path, g_free);
}

void
tal_workspace_back_up_async (TalWorkspace       *self,
                             int                 days,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (days >= 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tal_workspace_back_up_async);
  g_task_set_task_data (task, GINT_TO_POINTER (days), NULL);
  tal_workspace_run (self, task, back_up_in_worker);
}

gboolean
tal_workspace_back_up_finish (TalWorkspace *self,
                              GAsyncResult *result,
                              char        **ret_path,
                              GError      **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char   *path = NULL;

  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, tal_workspace_back_up_async), FALSE);

  path = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (ret_path != NULL)
    *ret_path = g_steal_pointer (&path);
  return TRUE;
}
