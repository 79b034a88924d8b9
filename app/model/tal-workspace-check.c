/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-check.h"

#include "base/tal-error.h"
#include "core/tal-plausibility.h"
#include "model/tal-clock.h"
#include "model/tal-workspace-private.h"

#include <glib/gi18n-lib.h>

static GPtrArray *
check_initiative (TalCollection *collection, const TalId *id, GError **error)
{
  g_autoptr (GPtrArray)   findings = tal_finding_list_new ();
  g_autoptr (TalGoalPast) past = NULL;
  const TalRecord        *record = NULL;
  gboolean                done = FALSE;

  if (!tal_collection_begin_reading (collection, error))
    return NULL;

  record = tal_catalogue_find (tal_collection_get_catalogue (collection), TAL_KIND_INITIATIVE, *id);
  if (record != NULL)
    past = tal_collection_load_goal_past (collection, error);
  else
    g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND,
                         _ ("The initiative isn't there any more."));
  if (past != NULL)
    done = tal_plausibility_check_one_initiative (tal_collection_get_catalogue (collection),
                                                  tal_collection_get_runs (collection), past,
                                                  TAL_INITIATIVE (record), tal_clock_get_today (),
                                                  findings, error);
  tal_collection_end_reading (collection);
  return done ? g_steal_pointer (&findings) : NULL;
}

static void
check_initiative_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GPtrArray    *findings = NULL;
  GError       *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  findings = check_initiative (self->collection, asked, &error);
  if (findings == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, findings, (GDestroyNotify)g_ptr_array_unref);
}

void
tal_workspace_check_initiative_async (TalWorkspace       *self,
                                      TalId               initiative,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tal_workspace_check_initiative_async);
  g_task_set_task_data (task, g_memdup2 (&initiative, sizeof initiative), g_free);
  tal_workspace_run (self, task, check_initiative_in_worker);
}

GPtrArray *
tal_workspace_check_initiative_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tal_workspace_check_initiative_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
