/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-history.h"

#include "model/tal-collection-history.h"
#include "model/tal-history-file.h"
#include "model/tal-workspace-private.h"

typedef struct
{
  TalHistoryFilter filter;
  gint64           sequence;
  guint            limit;
  char            *path;
} Question;

static void
question_free (Question *question)
{
  tal_history_filter_clear (&question->filter);
  g_free (question->path);
  g_free (question);
}

/* Returns what was found, or the error where it is NULL. */
static void
return_found (GTask *task, gpointer found, GDestroyNotify free, GError *error)
{
  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, free);
}

static void
load_history_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace   *self = source;
  const Question *question = asked;
  GError         *error = NULL;
  GPtrArray      *entries = tal_collection_load_history (self->collection, &question->filter,
                                                         question->sequence, question->limit, &error);

  return_found (task, entries, (GDestroyNotify)g_ptr_array_unref, error);
}

static void
load_changes_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace   *self = source;
  const Question *question = asked;
  GError         *error = NULL;
  TalChangeSet   *changes =
      tal_collection_load_changes (self->collection, question->sequence, &error);

  return_found (task, changes, (GDestroyNotify)tal_change_set_unref, error);
}

static void
list_authors_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GError       *error = NULL;
  GPtrArray    *authors = tal_collection_list_authors (self->collection, &error);

  return_found (task, authors, (GDestroyNotify)g_ptr_array_unref, error);
}

static void
save_history_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace   *self = source;
  const Question *question = asked;
  GError         *error = NULL;

  if (tal_history_file_write (self->collection, &question->filter, question->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes the question. */
static void
ask (TalWorkspace       *self,
     Question           *question,
     GTaskThreadFunc     func,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, question, (GDestroyNotify)question_free);
  tal_workspace_run (self, task, func);
}

void
tal_workspace_load_history_async (TalWorkspace           *self,
                                  const TalHistoryFilter *filter,
                                  gint64                  before,
                                  guint                   limit,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data)
{
  Question *question = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));

  question = g_new0 (Question, 1);
  if (filter != NULL)
    tal_history_filter_copy (&question->filter, filter);
  question->sequence = before;
  question->limit = limit;
  ask (self, question, load_history_in_worker, cancellable, callback, user_data);
}

GPtrArray *
tal_workspace_load_history_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tal_workspace_load_changes_async (TalWorkspace       *self,
                                  gint64              sequence,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Question *question = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));

  question = g_new0 (Question, 1);
  question->sequence = sequence;
  ask (self, question, load_changes_in_worker, cancellable, callback, user_data);
}

TalChangeSet *
tal_workspace_load_changes_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tal_workspace_save_history_async (TalWorkspace           *self,
                                  const TalHistoryFilter *filter,
                                  const char             *path,
                                  GCancellable           *cancellable,
                                  GAsyncReadyCallback     callback,
                                  gpointer                user_data)
{
  Question *question = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (filter != NULL && path != NULL);

  question = g_new0 (Question, 1);
  tal_history_filter_copy (&question->filter, filter);
  question->path = g_strdup (path);
  ask (self, question, save_history_in_worker, cancellable, callback, user_data);
}

gboolean
tal_workspace_save_history_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
tal_workspace_list_authors_async (TalWorkspace       *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  ask (self, g_new0 (Question, 1), list_authors_in_worker, cancellable, callback, user_data);
}

GPtrArray *
tal_workspace_list_authors_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
