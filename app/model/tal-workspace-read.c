/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a workspace is asked for that is not in memory. */

#include "config.h"

#include "base/tal-danish-date.h"
#include "base/tal-error.h"
#include "core/tal-change-text.h"
#include "model/tal-clock.h"
#include "model/tal-collection-history.h"
#include "model/tal-workspace-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  TalId     goal;
  TalPeriod period;
  guint     limit;
} Question;

static const TalGoal *
find_goal (TalCollection *collection, TalId id, GError **error)
{
  const TalRecord *goal =
      tal_catalogue_find (tal_collection_get_catalogue (collection), TAL_KIND_GOAL, id);

  if (goal != NULL)
    return TAL_GOAL (goal);

  g_set_error_literal (error, TAL_ERROR, TAL_ERROR_NOT_FOUND, _ ("The goal isn't there any more."));
  return NULL;
}

static gboolean
load_part (TalCollection *collection,
           const TalGoal *goal,
           TalPart        part,
           TalGoalParts  *parts,
           GError       **error)
{
  const TalSeries   *series = tal_edit_find_part (parts->catalogue, goal, part, NULL);
  g_autoptr (TalRun) run = NULL;

  if (series == NULL)
    return TRUE;

  run = tal_run_source_ref_run (tal_collection_get_runs (collection), series->record.id, error);
  if (run == NULL)
    return FALSE;

  parts->series[part] = series;
  if (tal_period_is_set (parts->period))
    {
      const TalObservation *found = tal_run_find (run, parts->period);

      parts->observations[part] = found != NULL ? tal_record_ref (&found->record) : NULL;
    }
  return TRUE;
}

static TalGoalParts *
load_parts (TalCollection *collection, const Question *question, GError **error)
{
  g_autoptr (TalGoalParts) parts = g_new0 (TalGoalParts, 1);
  const TalGoal           *goal = find_goal (collection, question->goal, error);

  if (goal == NULL)
    return NULL;

  parts->catalogue = tal_catalogue_ref (tal_collection_get_catalogue (collection));
  parts->period = question->period;
  for (guint part = 0; part < TAL_N_PARTS; part++)
    {
      if (!load_part (collection, goal, (TalPart)part, parts, error))
        return NULL;
    }

  return g_steal_pointer (&parts);
}

static void
load_parts_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GError       *error = NULL;
  TalGoalParts *parts = load_parts (self->collection, asked, &error);

  if (parts == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, parts, (GDestroyNotify)tal_goal_parts_free);
}

/* What was imported was changed where it came from, on a day that the figure knows. */
static char *
format_when (const TalHistoryEntry *entry, const TalChange *change)
{
  if (entry->origin == TAL_ORIGIN_IMPORT && change->after != NULL &&
      change->after->changed_at != TAL_TIME_NONE)
    return tal_danish_date_format (tal_time_get_day (change->after->changed_at),
                                   TAL_DANISH_DATE_TEXT);

  return tal_clock_format_local (entry->made_at);
}

/* What came with an import in which the goal itself came is no change of it, but for its
 * figures; and of a removal the trace is not shown. */
static gboolean
is_told (const TalHistoryEntry *entry, const TalChange *change)
{
  return !tal_change_text_is_trace (change) &&
         (change->key.kind == TAL_KIND_OBSERVATION || change->before != NULL ||
          entry->origin != TAL_ORIGIN_IMPORT);
}

static void
add_sentences (const TalCatalogue    *catalogue,
               const TalHistoryEntry *entry,
               const TalChangeSet    *changes,
               guint                  limit,
               GPtrArray             *sentences)
{
  for (guint i = 0; i < tal_change_set_get_length (changes) && sentences->len < limit; i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);
      gboolean         figure = change->key.kind == TAL_KIND_OBSERVATION;
      g_autofree char *when = NULL;
      g_autofree char *what = NULL;

      if (!is_told (entry, change))
        continue;

      when = format_when (entry, change);
      what = figure ? tal_change_text_for_deed (catalogue, change->before, change->after)
                    : tal_change_text_for_change (catalogue, change->before, change->after);
      g_ptr_array_add (sentences, g_strdup_printf ("%s · %s", when, what));
    }
}

static GPtrArray *
load_goal_history (TalCollection *collection, const Question *question, GError **error)
{
  TalHistoryFilter      filter = { .goal = question->goal };
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) entries = NULL;

  if (find_goal (collection, question->goal, error) == NULL)
    return NULL;

  entries = tal_collection_load_history (collection, &filter, 0, question->limit, error);
  if (entries == NULL)
    return NULL;

  for (guint i = 0; i < entries->len && sentences->len < question->limit; i++)
    {
      const TalHistoryEntry   *entry = g_ptr_array_index (entries, i);
      g_autoptr (TalChangeSet) changes = NULL;

      changes =
          tal_collection_load_goal_changes (collection, entry->sequence, question->goal, error);
      if (changes == NULL)
        return NULL;
      add_sentences (tal_collection_get_catalogue (collection), entry, changes, question->limit,
                     sentences);
    }

  return g_steal_pointer (&sentences);
}

static void
load_history_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GError       *error = NULL;
  GPtrArray    *sentences = load_goal_history (self->collection, asked, &error);

  if (sentences == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, sentences, (GDestroyNotify)g_ptr_array_unref);
}

static void
load_periods_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = source;
  GError       *error = NULL;
  GArray       *periods = tal_collection_list_periods (self->collection, &error);

  if (periods == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, periods, (GDestroyNotify)g_array_unref);
}

static void
ask (TalWorkspace       *self,
     Question            question,
     GTaskThreadFunc     func,
     GCancellable       *cancellable,
     GAsyncReadyCallback callback,
     gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_task_data (task, g_memdup2 (&question, sizeof question), g_free);
  tal_workspace_run (self, task, func);
}

void
tal_goal_parts_free (TalGoalParts *self)
{
  if (self == NULL)
    return;

  for (guint part = 0; part < TAL_N_PARTS; part++)
    {
      if (self->observations[part] != NULL)
        tal_record_unref (&self->observations[part]->record);
    }
  g_clear_pointer (&self->catalogue, tal_catalogue_unref);
  g_free (self);
}

void
tal_workspace_load_parts_async (TalWorkspace       *self,
                                TalId               goal,
                                TalPeriod           period,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  ask (self, (Question){ goal, period, 0 }, load_parts_in_worker, cancellable, callback, user_data);
}

TalGoalParts *
tal_workspace_load_parts_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tal_workspace_list_goal_history_async (TalWorkspace       *self,
                                       TalId               goal,
                                       guint               limit,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  ask (self, (Question){ goal, TAL_PERIOD_UNSET, limit }, load_history_in_worker, cancellable,
       callback, user_data);
}

GPtrArray *
tal_workspace_list_goal_history_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
tal_workspace_list_periods_async (TalWorkspace       *self,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_return_if_fail (TAL_IS_WORKSPACE (self));

  ask (self, (Question){ TAL_ID_NONE, TAL_PERIOD_UNSET, 0 }, load_periods_in_worker, cancellable,
       callback, user_data);
}

GArray *
tal_workspace_list_periods_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
