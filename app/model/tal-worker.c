/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-worker.h"

struct _TalWorker
{
  GThread     *thread;
  GAsyncQueue *jobs; /* of Job; one without a task ends the thread */
};

typedef struct
{
  GTask          *task; /* owned */
  GTaskThreadFunc func;
} Job;

static gboolean
drop_task (gpointer task)
{
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

/* The task is let go where it came from: it may hold the last reference to its object,
 * which must not end in this thread and wait for itself.  Not by g_main_context_invoke,
 * which runs here and now while nobody iterates the context. */
static void
let_go (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, drop_task, task, NULL);
  g_source_attach (source, g_task_get_context (task));
}

static void
run_job (Job *job)
{
  GTask *task = job->task;

  if (!g_task_return_error_if_cancelled (task))
    job->func (task, g_task_get_source_object (task), g_task_get_task_data (task),
               g_task_get_cancellable (task));
  let_go (task);
}

static gpointer
work (gpointer user_data)
{
  GAsyncQueue *jobs = user_data;

  for (;;)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      if (job->task == NULL)
        break;
      run_job (job);
    }

  g_async_queue_unref (jobs);
  return NULL;
}

static void
push (TalWorker *self, GTask *task, GTaskThreadFunc func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  g_async_queue_push (self->jobs, job);
}

TalWorker *
tal_worker_new (const char *name)
{
  TalWorker *self = g_new0 (TalWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, work, g_async_queue_ref (self->jobs));
  return self;
}

void
tal_worker_free (TalWorker *self)
{
  if (self == NULL)
    return;

  push (self, NULL, NULL);
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

void
tal_worker_run (TalWorker *self, GTask *task, GTaskThreadFunc func)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_TASK (task));
  g_return_if_fail (func != NULL);

  push (self, g_object_ref (task), func);
}
