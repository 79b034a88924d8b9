/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The doors through which a workspace is written to.  Each runs a job in the worker and
 * shows what came of it before the asker hears that it is done. */

#include "config.h"

#include "base/tal-error.h"
#include "model/tal-clock.h"
#include "model/tal-collection-history.h"
#include "model/tal-workspace-history.h"
#include "model/tal-workspace-private.h"

#include <glib/gi18n-lib.h>

typedef struct _Job Job;

/* Does it, and returns the changes that are on disk then; NULL with an error. */
typedef TalChangeSet *(*Work) (TalCollection *collection, const Job *job, GError **error);

/* What the worker is to do, and in what period it shall show the result. */
struct _Job
{
  Work          work;
  TalPeriod     shown_period;
  TalChangeSet *changes; /* of a commit */
  TalOrigin     origin;  /* of an undo or redo */
  gint64        entry;   /* of the undoing of one entry, and of a restoration */
  guint         change;  /* of a restoration */

  TalChangeMaker maker; /* of a change */
  gpointer       request;
  GDestroyNotify free_request;
};

static void
job_free (Job *job)
{
  g_clear_pointer (&job->changes, tal_change_set_unref);
  if (job->free_request != NULL)
    job->free_request (job->request);
  g_free (job);
}

static Job *
job_new (TalWorkspace *self)
{
  Job *job = g_new0 (Job, 1);

  job->shown_period = self->period;
  return job;
}

/* Returns the picture after 'changes', which are on disk already. */
static void
return_picture (GTask *task, TalWorkspace *self, const TalChangeSet *changes)
{
  const Job      *job = g_task_get_task_data (task);
  GError         *error = NULL;
  TalPublication *picture =
      tal_publication_new (self->collection, changes, job->shown_period, &error);

  if (picture == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, picture, (GDestroyNotify)tal_publication_free);
}

static void
run_job (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace            *self = source;
  const Job               *job = asked;
  GError                  *error = NULL;
  g_autoptr (TalChangeSet) changes = job->work (self->collection, job, &error);

  if (changes == NULL)
    g_task_return_error (task, error);
  else
    return_picture (task, self, changes);
}

static TalChangeSet *
commit (TalCollection *collection, const Job *job, GError **error)
{
  return tal_collection_commit (collection, job->changes, error);
}

static TalChangeSet *
repeat (TalCollection *collection, const Job *job, GError **error)
{
  g_autoptr (GPtrArray) applied = job->origin == TAL_ORIGIN_UNDO
                                      ? tal_collection_undo (collection, 1, error)
                                      : tal_collection_redo (collection, 1, error);

  return applied != NULL ? tal_change_set_ref (g_ptr_array_index (applied, 0)) : NULL;
}

static TalChangeSet *
undo_entry (TalCollection *collection, const Job *job, GError **error)
{
  return tal_collection_undo_entry (collection, job->entry, error);
}

static TalChangeSet *
restore (TalCollection *collection, const Job *job, GError **error)
{
  return tal_collection_restore (collection, job->entry, job->change, error);
}

static TalChangeSet *
change (TalCollection *collection, const Job *job, GError **error)
{
  return tal_collection_change (collection, job->maker, job->request, error);
}

static void
plan_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  const Job    *job = asked;
  TalChangeSet *changes = NULL;
  GError       *error = NULL;

  changes = tal_collection_make_changes (self->collection, job->maker, job->request, &error);
  if (changes == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, changes, (GDestroyNotify)tal_change_set_unref);
}

static void
look_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GError       *error = NULL;

  if (!tal_collection_refresh (self->collection, &error))
    g_task_return_error (task, error);
  else
    return_picture (task, self, NULL);
}

void
tal_workspace_count_saving (TalWorkspace *self, int step)
{
  gboolean before = self->n_saving > 0;

  self->n_saving += (guint)step;
  if (before != (self->n_saving > 0))
    g_object_notify (G_OBJECT (self), "saving");
}

/* The worker is done: show it, then tell the asker. */
static void
job_finished_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TalWorkspace     *self = TAL_WORKSPACE (object);
  g_autoptr (GTask) asked = user_data;
  GError           *error = NULL;
  g_autofree char  *label = NULL;
  TalPublication   *picture = g_task_propagate_pointer (G_TASK (result), &error);

  tal_workspace_count_saving (self, -1);
  if (picture == NULL)
    {
      g_task_return_error (asked, error);
      return;
    }

  if (picture->changes != NULL)
    label = g_strdup (tal_change_set_get_label (picture->changes));
  tal_workspace_publish (self, picture);
  g_task_return_pointer (asked, g_steal_pointer (&label), g_free);
}

/* Takes the job. */
static void
ask (TalWorkspace       *self,
     Job                *job,
     Work                work,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  GTask            *asked = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) task = g_task_new (self, cancellable, job_finished_cb, asked);

  job->work = work;
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  tal_workspace_count_saving (self, 1);
  tal_workspace_run (self, task, run_job);
}

/* TRUE where the task returned a label, or the NULL of a change set without one. */
static gboolean
finish (TalWorkspace *self, GAsyncResult *result, char **ret_label, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autofree char   *label = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  label = g_task_propagate_pointer (G_TASK (result), &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (ret_label != NULL)
    *ret_label = g_steal_pointer (&label);
  return TRUE;
}

void
tal_workspace_commit_async (TalWorkspace       *self,
                            const TalChangeSet *changes,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Job *job = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (changes != NULL);

  job = job_new (self);
  job->changes = tal_change_set_ref (changes);
  ask (self, job, commit, cancellable, callback, user_data);
}

gboolean
tal_workspace_commit_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return finish (self, result, NULL, error);
}

static Job *
job_new_for_maker (TalWorkspace  *self,
                   TalChangeMaker maker,
                   gpointer       request,
                   GDestroyNotify free_request)
{
  Job *job = job_new (self);

  job->maker = maker;
  job->request = request;
  job->free_request = free_request;
  return job;
}

void
tal_workspace_change_async (TalWorkspace       *self,
                            TalChangeMaker      maker,
                            gpointer            request,
                            GDestroyNotify      free_request,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (maker != NULL);

  ask (self, job_new_for_maker (self, maker, request, free_request), change, cancellable, callback,
       user_data);
}

gboolean
tal_workspace_change_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return finish (self, result, NULL, error);
}

void
tal_workspace_plan_async (TalWorkspace       *self,
                          TalChangeMaker      maker,
                          gpointer            request,
                          GDestroyNotify      free_request,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (maker != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, job_new_for_maker (self, maker, request, free_request),
                        (GDestroyNotify)job_free);
  tal_workspace_run (self, task, plan_in_worker);
}

TalChangeSet *
tal_workspace_plan_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tal_workspace_edit_goal_async (TalWorkspace        *self,
                               TalId                goal,
                               TalPart              part,
                               TalPeriod            period,
                               const TalFigureEdit *edit,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (edit != NULL);

  tal_workspace_change_async (self, tal_edit_goal, tal_goal_edit_new (goal, part, period, edit),
                              (GDestroyNotify)tal_goal_edit_free, cancellable, callback, user_data);
}

gboolean
tal_workspace_edit_goal_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return finish (self, result, NULL, error);
}

void
tal_workspace_edit_figures_async (TalWorkspace       *self,
                                  GArray             *edits,
                                  const char         *label,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (edits != NULL);
  g_return_if_fail (label != NULL);

  tal_workspace_change_async (self, tal_edit_figures, tal_figures_edit_new (edits, label),
                              (GDestroyNotify)tal_figures_edit_free, cancellable, callback,
                              user_data);
}

gboolean
tal_workspace_edit_figures_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return finish (self, result, NULL, error);
}

static void
repeat_async (TalWorkspace       *self,
              TalOrigin           origin,
              GCancellable       *cancellable,
              GAsyncReadyCallback callback,
              gpointer            user_data)
{
  Job *job = job_new (self);

  job->origin = origin;
  ask (self, job, repeat, cancellable, callback, user_data);
}

void
tal_workspace_undo_async (TalWorkspace       *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  repeat_async (self, TAL_ORIGIN_UNDO, cancellable, callback, user_data);
}

void
tal_workspace_redo_async (TalWorkspace       *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  repeat_async (self, TAL_ORIGIN_REDO, cancellable, callback, user_data);
}

void
tal_workspace_undo_entry_async (TalWorkspace       *self,
                                gint64              sequence,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  Job *job = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));

  job = job_new (self);
  job->entry = sequence;
  ask (self, job, undo_entry, cancellable, callback, user_data);
}

void
tal_workspace_restore_async (TalWorkspace       *self,
                             gint64              sequence,
                             guint               position,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  Job *job = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));

  job = job_new (self);
  job->entry = sequence;
  job->change = position;
  ask (self, job, restore, cancellable, callback, user_data);
}

char *
tal_workspace_undo_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  char *label = NULL;

  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return finish (self, result, &label, error) ? label : NULL;
}

/* Nobody asked in words, so nobody is told of a failure: the next write will say it. */
static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TalPublication *picture = g_task_propagate_pointer (G_TASK (result), NULL);

  if (picture != NULL)
    tal_workspace_publish (TAL_WORKSPACE (object), picture);
}

static void
look (TalWorkspace *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);

  g_task_set_task_data (task, job_new (self), (GDestroyNotify)job_free);
  tal_workspace_run (self, task, look_in_worker);
}

void
tal_workspace_look_outside (TalWorkspace *self)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  look (self);
}

void
tal_workspace_set_period (TalWorkspace *self, TalPeriod period)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  if (tal_period_is_equal (self->period, period))
    return;

  self->period = period;
  look (self);
}
