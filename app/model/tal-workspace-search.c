/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-search.h"

#include "model/tal-workspace-private.h"

typedef struct
{
  char *text;
  guint most;
} Question;

static void
question_free (Question *question)
{
  g_free (question->text);
  g_free (question);
}

/* The index is kept as long as nothing is written: a person types several letters. */
static void
search_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace       *self = source;
  const Question     *question = asked;
  const TalCatalogue *catalogue = tal_collection_get_catalogue (self->collection);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (self->index != NULL && !tal_search_index_is_of (self->index, catalogue))
    g_clear_pointer (&self->index, tal_search_index_free);
  if (self->index == NULL)
    self->index = tal_search_index_new (catalogue);

  g_task_return_pointer (task, tal_search_index_find (self->index, question->text, question->most),
                         (GDestroyNotify)tal_search_result_free);
}

void
tal_workspace_search_async (TalWorkspace       *self,
                            const char         *text,
                            guint               most,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Question         *question = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (text != NULL);

  question = g_new0 (Question, 1);
  question->text = g_strdup (text);
  question->most = most;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_task_data (task, question, (GDestroyNotify)question_free);
  tal_workspace_run (self, task, search_in_worker);
}

TalSearchResult *
tal_workspace_search_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
