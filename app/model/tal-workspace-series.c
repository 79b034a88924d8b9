/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-workspace-series.h"

#include "core/tal-series-status.h"
#include "model/tal-workspace-private.h"

typedef struct
{
  GArray   *series; /* of TalId */
  TalPeriod period;
} Asked;

static void
asked_free (Asked *asked)
{
  g_array_unref (asked->series);
  g_free (asked);
}

static gboolean
read_all (TalSeriesStatuses *found, TalRunSource *runs, const Asked *asked, GError **error)
{
  for (guint i = 0; i < asked->series->len; i++)
    {
      const TalRecord *record = tal_catalogue_find (found->catalogue, TAL_KIND_SERIES,
                                                    g_array_index (asked->series, TalId, i));
      TalGoalStatus    status;

      if (record == NULL)
        continue;
      if (!tal_series_status_gather (found->catalogue, runs, TAL_SERIES (record), asked->period,
                                     &status, error))
        return FALSE;
      g_array_append_val (found->statuses, status);
    }

  return TRUE;
}

static TalSeriesStatuses *
read_series (TalCollection *collection, const Asked *asked, GError **error)
{
  g_autoptr (TalSeriesStatuses) found = g_new0 (TalSeriesStatuses, 1);
  gboolean                      done = FALSE;

  if (!tal_collection_begin_reading (collection, error))
    return NULL;

  found->catalogue = tal_catalogue_ref (tal_collection_get_catalogue (collection));
  found->statuses = g_array_new (FALSE, FALSE, sizeof (TalGoalStatus));
  done = read_all (found, tal_collection_get_runs (collection), asked, error);
  tal_collection_end_reading (collection);
  return done ? g_steal_pointer (&found) : NULL;
}

static void
read_series_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace      *self = source;
  TalSeriesStatuses *found = NULL;
  GError            *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  found = read_series (self->collection, asked, &error);
  if (found == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, found, (GDestroyNotify)tal_series_statuses_free);
}

void
tal_series_statuses_free (TalSeriesStatuses *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->statuses, g_array_unref);
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_free (self);
}

const TalGoalStatus *
tal_series_statuses_find (const TalSeriesStatuses *self, TalId series)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->statuses->len; i++)
    {
      const TalGoalStatus *each = &g_array_index (self->statuses, TalGoalStatus, i);

      if (tal_id_is_equal (each->series->record.id, series))
        return each;
    }

  return NULL;
}

void
tal_workspace_read_series_async (TalWorkspace       *self,
                                 GArray             *series,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Asked            *asked = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (series != NULL);

  asked = g_new0 (Asked, 1);
  asked->series = g_array_ref (series);
  asked->period = tal_workspace_get_period (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tal_workspace_read_series_async);
  g_task_set_task_data (task, asked, (GDestroyNotify)asked_free);
  tal_workspace_run (self, task, read_series_in_worker);
}

TalSeriesStatuses *
tal_workspace_read_series_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tal_workspace_read_series_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
