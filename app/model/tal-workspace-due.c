/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-due.h"

#include "model/tal-clock.h"
#include "model/tal-workspace-private.h"

void
tal_due_list_free (TalDueList *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->dues, g_array_unref);
  g_clear_pointer (&self->statuses, tal_status_table_unref);
  g_free (self);
}

static void
list_due_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace          *self = source;
  g_autoptr (TalDueList) list = NULL;
  g_autoptr (GArray)     statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
  GError                *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  list = g_new0 (TalDueList, 1);
  list->today = tal_clock_get_today ();
  list->statuses =
      tal_collection_compute_statuses (self->collection, TAL_PERIOD_UNSET, list->today, &error);
  if (list->statuses == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < tal_status_table_get_length (list->statuses); i++)
    g_array_append_vals (statuses, tal_status_table_get_status (list->statuses, i), 1);
  list->dues = tal_due_list (tal_status_table_get_catalogue (list->statuses),
                             (const TalGoalStatus *)statuses->data, statuses->len, list->today,
                             GPOINTER_TO_INT (asked));
  g_task_return_pointer (task, g_steal_pointer (&list), (GDestroyNotify)tal_due_list_free);
}

void
tal_workspace_list_due_async (TalWorkspace       *self,
                              guint               horizon,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (horizon <= G_MAXINT16);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tal_workspace_list_due_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (horizon), NULL);
  tal_workspace_run (self, task, list_due_in_worker);
}

TalDueList *
tal_workspace_list_due_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tal_workspace_list_due_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
