/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-entry-grid.h"

#include "core/tal-derive.h"
#include "model/tal-entry-grid-private.h"
#include "model/tal-workspace-private.h"

enum
{
  SIGNAL_LEAVING,
  SIGNAL_RESET,
  SIGNAL_CHANGED,
  SIGNAL_STORED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalEntryGrid, tal_entry_grid, G_TYPE_OBJECT)

static void
free_row (gpointer row)
{
  g_free (((TalEntryRow *)row)->number);
  g_free (row);
}

static void
free_draft (gpointer draft)
{
  g_free (((TalEntryDraft *)draft)->text);
  g_free (((TalEntryDraft *)draft)->reason);
  g_free (draft);
}

void
tal_entry_grid_emit_changed (TalEntryGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
tal_entry_grid_emit_stored (TalEntryGrid *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_STORED], 0, sentence);
}

void
tal_entry_grid_emit_failed (TalEntryGrid *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static void
remake (TalEntryGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
  tal_entry_grid_make_rows (self);
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static void
load_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalCollection *collection = TAL_WORKSPACE (source)->collection;
  const TalId   *plan = asked;
  TalEntryRuns  *runs = NULL;
  GError        *error = NULL;

  /* A goal and what it rests on are read of one moment, whoever else writes. */
  if (tal_collection_begin_reading (collection, &error))
    {
      TalGoalPast *past = tal_collection_load_goal_past (collection, &error);

      if (past != NULL)
        runs = tal_entry_runs_load (tal_collection_get_catalogue (collection),
                                    tal_collection_get_runs (collection), past, *plan, &error);
      tal_collection_end_reading (collection);
    }

  if (runs == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, runs, (GDestroyNotify)tal_entry_runs_free);
}

static void
loaded_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalEntryGrid) self = user_data;
  g_autoptr (GError)       error = NULL;
  TalEntryRuns            *runs = g_task_propagate_pointer (G_TASK (result), &error);

  /* Whoever cancelled it has asked again, or is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->loading);
  g_clear_pointer (&self->problem, g_free);
  if (error != NULL)
    self->problem = g_strdup (error->message);
  g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->runs, tal_entry_runs_free);
  self->runs = runs;
  tal_entry_grid_make_rows (self);
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static void
stop_loading (TalEntryGrid *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load (TalEntryGrid *self)
{
  g_autoptr (GTask) task = NULL;

  stop_loading (self);
  if (self->workspace == NULL || tal_id_is_none (self->plan))
    return;

  self->loading = g_cancellable_new ();
  task = g_task_new (self->workspace, self->loading, loaded_cb, g_object_ref (self));
  g_task_set_task_data (task, g_memdup2 (&self->plan, sizeof self->plan), g_free);
  tal_workspace_run (self->workspace, task, load_in_worker);
}

/* Rows of nothing are left until others are read. */
static void
forget (TalEntryGrid *self)
{
  stop_loading (self);
  g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->periods, 0);
  g_array_set_size (self->added, 0);
  g_clear_pointer (&self->runs, tal_entry_runs_free);
  g_clear_pointer (&self->problem, g_free);
  self->period = TAL_PERIOD_UNSET;
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static gboolean
has_period (const GArray *periods, TalPeriod period)
{
  for (guint i = 0; i < periods->len; i++)
    {
      if (tal_period_is_equal (g_array_index (periods, TalPeriod, i), period))
        return TRUE;
    }

  return FALSE;
}

/* Whether a figure is in a period that nothing was in before. */
static gboolean
brings_period (TalEntryGrid *self, const TalChangeSet *changes)
{
  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->after != NULL && change->key.kind == TAL_KIND_OBSERVATION &&
          tal_entry_runs_find_run (self->runs, change->key.id) != NULL &&
          !has_period (self->periods, change->key.period))
        return TRUE;
    }

  return FALSE;
}

static void
committed_cb (TalEntryGrid *self, TalChangeSet *changes)
{
  /* A plan that is on its way was read before the change or after it: nobody knows. */
  if (self->runs == NULL || self->loading != NULL || !tal_entry_runs_apply (self->runs, changes))
    {
      load (self);
      return;
    }

  tal_entry_grid_forget_statuses (self);
  if (brings_period (self, changes))
    remake (self);
  else
    tal_entry_grid_emit_changed (self);
}

static void
read_only_changed_cb (TalEntryGrid *self)
{
  tal_entry_grid_emit_changed (self);
}

static void
tal_entry_grid_dispose (GObject *object)
{
  TalEntryGrid *self = TAL_ENTRY_GRID (object);

  stop_loading (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (tal_entry_grid_parent_class)->dispose (object);
}

static void
tal_entry_grid_finalize (GObject *object)
{
  TalEntryGrid *self = TAL_ENTRY_GRID (object);

  g_hash_table_unref (self->drafts);
  g_hash_table_unref (self->notes);
  g_hash_table_unref (self->lock_sentences);
  tal_closings_free (self->closings);
  g_hash_table_unref (self->findings);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->periods);
  g_array_unref (self->added);
  tal_entry_runs_free (self->runs);
  g_free (self->problem);

  G_OBJECT_CLASS (tal_entry_grid_parent_class)->finalize (object);
}

static void
tal_entry_grid_class_init (TalEntryGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tal_entry_grid_dispose;
  object_class->finalize = tal_entry_grid_finalize;

  signals[SIGNAL_LEAVING] = g_signal_new ("leaving", TAL_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESET] = g_signal_new ("reset", TAL_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_STORED] = g_signal_new ("stored", TAL_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", TAL_TYPE_ENTRY_GRID, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
tal_entry_grid_init (TalEntryGrid *self)
{
  self->period = TAL_PERIOD_UNSET;
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->periods = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  self->added = g_array_new (FALSE, FALSE, sizeof (TalPeriod));
  self->findings = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
  self->drafts = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, free_draft);
  self->notes = g_hash_table_new_full (tal_key_hash, tal_key_equal, g_free, free_draft);
  self->lock_sentences = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::read-only",
                                  G_CALLBACK (read_only_changed_cb), self);
}

TalEntryGrid *
tal_entry_grid_new (void)
{
  return g_object_new (TAL_TYPE_ENTRY_GRID, NULL);
}

void
tal_entry_grid_set_workspace (TalEntryGrid *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (self->workspace == workspace)
    return;

  forget (self);
  g_set_object (&self->workspace, workspace);
  g_signal_group_set_target (self->signals, workspace);
  g_hash_table_remove_all (self->drafts);
  g_hash_table_remove_all (self->notes);
  self->plan = TAL_ID_NONE;
}

void
tal_entry_grid_set_mode (TalEntryGrid *self, TalEntryMode mode)
{
  g_return_if_fail (TAL_IS_ENTRY_GRID (self));

  if (self->mode == mode)
    return;

  g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
  self->mode = mode;
  remake (self);
}

TalEntryMode
tal_entry_grid_get_mode (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), TAL_ENTRY_MODE_GOALS);

  return self->mode;
}

void
tal_entry_grid_set_plan (TalEntryGrid *self, TalId plan)
{
  g_return_if_fail (TAL_IS_ENTRY_GRID (self));

  if (tal_id_is_equal (self->plan, plan))
    return;

  forget (self);
  self->plan = plan;
  load (self);
}

TalId
tal_entry_grid_get_plan (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), TAL_ID_NONE);

  return self->plan;
}

void
tal_entry_grid_set_period (TalEntryGrid *self, TalPeriod period)
{
  g_return_if_fail (TAL_IS_ENTRY_GRID (self));

  if (tal_period_is_equal (self->period, period))
    return;

  g_signal_emit (self, signals[SIGNAL_LEAVING], 0);
  self->period = period;
  tal_entry_grid_forget_statuses (self);
  if (tal_period_is_set (period) && !has_period (self->periods, period))
    tal_entry_grid_add_period (self, period);
  tal_entry_grid_emit_changed (self);
}

TalPeriod
tal_entry_grid_get_period (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), TAL_PERIOD_UNSET);

  return self->period;
}

const GArray *
tal_entry_grid_get_periods (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  return self->periods;
}

void
tal_entry_grid_add_period (TalEntryGrid *self, TalPeriod period)
{
  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (tal_period_is_set (period));

  if (has_period (self->periods, period))
    return;

  g_array_append_val (self->added, period);
  remake (self);
}

gboolean
tal_entry_grid_is_loaded (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  return self->runs != NULL;
}

const char *
tal_entry_grid_get_problem (TalEntryGrid *self)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  return self->problem;
}
