/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-export.h"

#include "model/tal-workspace-private.h"

/* What the worker is to write, or to measure. */
typedef struct
{
  char             *path;
  TalExchangeExport exchange;
  TalTableExport    tables;
  GArray           *initiatives; /* of both */
  char             *table;
} Job;

static void
job_free (Job *job)
{
  g_free (job->path);
  g_free (job->table);
  g_array_unref (job->initiatives);
  g_free (job);
}

static Job *
job_new (const char *path, const GArray *initiatives)
{
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->initiatives = g_array_new (FALSE, FALSE, sizeof (TalId));
  if (initiatives != NULL)
    g_array_append_vals (job->initiatives, initiatives->data, initiatives->len);
  return job;
}

static Job *
job_new_exchange (const char *path, const TalExchangeExport *what)
{
  Job *job = job_new (path, what->initiatives);

  job->exchange = *what;
  job->exchange.initiatives = job->initiatives;
  return job;
}

static Job *
job_new_tables (const char *path, const TalTableExport *what)
{
  Job *job = job_new (path, what->initiatives);

  job->table = g_strdup (what->table);
  job->tables = *what;
  job->tables.initiatives = job->initiatives;
  job->tables.table = job->table;
  return job;
}

static void
return_outcome (GTask *task, gboolean written, GError *error)
{
  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
export_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  const Job    *job = asked;
  GError       *error = NULL;
  gboolean      written =
      tal_collection_export (self->collection, job->path, &job->exchange, cancellable, &error);

  return_outcome (task, written, error);
}

static void
export_tables_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  const Job    *job = asked;
  GError       *error = NULL;
  gboolean      written =
      tal_collection_export_tables (self->collection, job->path, &job->tables, cancellable, &error);

  return_outcome (task, written, error);
}

static void
export_form_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  const Job    *job = asked;
  GError       *error = NULL;
  gboolean      written =
      tal_collection_export_form (self->collection, job->path, &job->tables, cancellable, &error);

  return_outcome (task, written, error);
}

static void
measure_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace                 *self = source;
  const Job                    *job = asked;
  GError                       *error = NULL;
  g_autofree TalExchangeExtent *extent = g_new0 (TalExchangeExtent, 1);

  if (tal_collection_measure_export (self->collection, &job->exchange, extent, cancellable, &error))
    g_task_return_pointer (task, g_steal_pointer (&extent), g_free);
  else
    g_task_return_error (task, error);
}

/* Takes the job. */
static void
ask (TalWorkspace       *self,
     Job                *job,
     GTaskThreadFunc     func,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  tal_workspace_run (self, task, func);
}

void
tal_workspace_export_async (TalWorkspace            *self,
                            const char              *path,
                            const TalExchangeExport *what,
                            GCancellable            *cancellable,
                            GAsyncReadyCallback      callback,
                            gpointer                 user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (path != NULL && what != NULL);

  ask (self, job_new_exchange (path, what), export_in_worker, cancellable, callback, user_data);
}

void
tal_workspace_export_tables_async (TalWorkspace         *self,
                                   const char           *path,
                                   const TalTableExport *what,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (path != NULL && what != NULL);

  ask (self, job_new_tables (path, what), export_tables_in_worker, cancellable, callback,
       user_data);
}

void
tal_workspace_export_form_async (TalWorkspace         *self,
                                 const char           *path,
                                 const TalTableExport *what,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (path != NULL && what != NULL);

  ask (self, job_new_tables (path, what), export_form_in_worker, cancellable, callback, user_data);
}

gboolean
tal_workspace_export_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tal_workspace_measure_export_async (TalWorkspace            *self,
                                    const TalExchangeExport *what,
                                    GCancellable            *cancellable,
                                    GAsyncReadyCallback      callback,
                                    gpointer                 user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (what != NULL);

  ask (self, job_new_exchange (NULL, what), measure_in_worker, cancellable, callback, user_data);
}

gboolean
tal_workspace_measure_export_finish (TalWorkspace      *self,
                                     GAsyncResult      *result,
                                     TalExchangeExtent *ret_extent,
                                     GError           **error)
{
  g_autofree TalExchangeExtent *extent = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (ret_extent != NULL, FALSE);

  extent = g_task_propagate_pointer (G_TASK (result), error);
  if (extent == NULL)
    return FALSE;

  *ret_extent = *extent;
  return TRUE;
}
