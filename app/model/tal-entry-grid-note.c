/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words beside a cell of an entry grid: a remark on its figure, or beside a verdict why the
 * goal was not met.  What is refused is kept until it is corrected, as a figure is. */

#include "config.h"

#include "core/tal-assessment-edit.h"
#include "model/tal-clock.h"
#include "model/tal-entry-grid-private.h"

#include <glib/gi18n-lib.h>

/* What is on its way to the disk. */
typedef struct
{
  TalEntryGrid *grid;
  TalKey        key;
} Errand;

static void
free_errand (Errand *errand)
{
  g_object_unref (errand->grid);
  g_free (errand);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Errand, free_errand)

/* The goal whose verdict stands in the cell, and the period that it is about; NULL where there
 * is no verdict that asks why, and nobody has said it. */
static const TalGoal *
find_explained (TalEntryGrid *self, guint row, guint column, const TalAssessment **ret_words)
{
  TalEntryRow         *own = tal_entry_grid_get_row (self, row);
  const TalGoalStatus *status = NULL;

  *ret_words = NULL;
  if (self->mode != TAL_ENTRY_MODE_GOALS || column != TAL_ENTRY_COLUMN_VERDICT || own->goal == NULL)
    return NULL;

  status = tal_entry_grid_get_status (self, own);
  if (status == NULL || !tal_period_is_set (status->period))
    return NULL;

  *ret_words = tal_assessment_edit_find (tal_entry_runs_get_catalogue (self->runs),
                                         own->goal->record.id, status->period);
  return *ret_words != NULL || tal_attainment_is_missed (status->attainment) ? own->goal : NULL;
}

/* What the words are about, and those that are stored, or NULL; FALSE where there is nothing. */
static gboolean
find_stored (TalEntryGrid *self, guint row, guint column, TalKey *ret_key, const char **ret_text)
{
  const TalAssessment  *words = NULL;
  const TalGoal        *goal = find_explained (self, row, column, &words);
  const TalObservation *figure =
      goal == NULL ? tal_entry_grid_find_figure (self, row, column) : NULL;

  *ret_text = NULL;
  if (goal != NULL)
    {
      const TalEntryRow *own = tal_entry_grid_get_row (self, row);

      *ret_key = (TalKey){ TAL_KIND_GOAL, goal->record.id, own->status.period };
      *ret_text = words != NULL ? words->text : NULL;
      return TRUE;
    }
  if (figure == NULL)
    return FALSE;

  *ret_key = tal_record_get_key (&figure->record);
  *ret_text = figure->note;
  return TRUE;
}

static void
settle (Errand *errand, TalWorkspace *workspace, const GError *error)
{
  TalEntryGrid  *self = errand->grid;
  TalEntryDraft *draft = NULL;

  if (self->workspace != workspace)
    return;

  draft = g_hash_table_lookup (self->notes, &errand->key);
  if (draft != NULL && error == NULL)
    g_hash_table_remove (self->notes, &errand->key);
  else if (draft != NULL)
    draft->reason = g_strdup (error->message);
  if (error != NULL)
    tal_entry_grid_emit_failed (self, error->message);
  tal_entry_grid_emit_changed (self);
}

static void
remarked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  tal_workspace_edit_figures_finish (TAL_WORKSPACE (object), result, &error);
  settle (errand, TAL_WORKSPACE (object), error);
}

static void
explained_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Errand) errand = user_data;
  g_autoptr (GError) error = NULL;

  tal_workspace_change_finish (TAL_WORKSPACE (object), result, &error);
  settle (errand, TAL_WORKSPACE (object), error);
}

static void
remark (TalEntryGrid *self, const char *note, Errand *errand)
{
  g_autoptr (TalEntryBatch) batch = tal_entry_batch_new ();
  TalFigureEdit             edit = { .sets_note = TRUE, .note = note };

  tal_entry_batch_add (batch, errand->key.id, errand->key.period, &edit);
  tal_workspace_edit_figures_async (self->workspace, tal_entry_batch_get_edits (batch),
                                    _ ("Results entered"), NULL, remarked_cb, errand);
}

/* A verdict that was put by hand stays with its reason. */
static void
explain (TalEntryGrid *self, const char *note, Errand *errand)
{
  const TalAssessment *before =
      tal_assessment_edit_find (tal_workspace_get_catalogue (self->workspace), errand->key.id,
                                errand->key.period);
  TalAssessmentEdit *request = g_new0 (TalAssessmentEdit, 1);

  request->goal = errand->key.id;
  request->period = errand->key.period;
  request->today = tal_clock_get_today ();
  request->text = g_strdup (note);
  if (before != NULL)
    {
      request->assessment = before->record.id;
      request->verdict = before->verdict;
      request->reason = g_strdup (before->verdict_reason);
    }
  tal_workspace_change_async (self->workspace, tal_assessment_edit_make_changes, request,
                              (GDestroyNotify)tal_assessment_edit_free, NULL, explained_cb, errand);
}

const char *
tal_entry_grid_get_note (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryDraft *draft = NULL;
  const char          *stored = NULL;
  TalKey               key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  if (!find_stored (self, row, column, &key, &stored))
    return NULL;

  draft = g_hash_table_lookup (self->notes, &key);
  return draft != NULL ? draft->text : stored;
}

const char *
tal_entry_grid_get_note_problem (TalEntryGrid *self, guint row, guint column)
{
  const TalEntryDraft *draft = NULL;
  const char          *stored = NULL;
  TalKey               key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), NULL);

  if (g_hash_table_size (self->notes) == 0 || !find_stored (self, row, column, &key, &stored))
    return NULL;

  draft = g_hash_table_lookup (self->notes, &key);
  return draft != NULL ? draft->reason : NULL;
}

gboolean
tal_entry_grid_can_note (TalEntryGrid *self, guint row, guint column)
{
  const char *stored = NULL;
  TalKey      key;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  return find_stored (self, row, column, &key, &stored);
}

gboolean
tal_entry_grid_can_explain (TalEntryGrid *self, guint row, guint column)
{
  const TalAssessment *words = NULL;

  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  return find_explained (self, row, column, &words) != NULL;
}

gboolean
tal_entry_grid_is_note_editable (TalEntryGrid *self, guint row, guint column)
{
  g_return_val_if_fail (TAL_IS_ENTRY_GRID (self), FALSE);

  return tal_entry_grid_can_explain (self, row, column)
             ? !tal_workspace_get_read_only (self->workspace)
             : tal_entry_grid_is_editable (self, row, column);
}

void
tal_entry_grid_set_note (TalEntryGrid *self, guint row, guint column, const char *note)
{
  g_autoptr (Errand) errand = g_new0 (Errand, 1);
  const char        *stored = NULL;
  TalEntryDraft     *draft = NULL;

  g_return_if_fail (TAL_IS_ENTRY_GRID (self));
  g_return_if_fail (note != NULL);

  errand->grid = g_object_ref (self);
  if (!find_stored (self, row, column, &errand->key, &stored) ||
      !tal_entry_grid_is_note_editable (self, row, column))
    return;

  g_hash_table_remove (self->notes, &errand->key);
  if (g_strcmp0 (stored != NULL ? stored : "", note) == 0)
    {
      tal_entry_grid_emit_changed (self);
      return;
    }

  draft = g_new0 (TalEntryDraft, 1);
  draft->text = g_strdup (note);
  g_hash_table_replace (self->notes, g_memdup2 (&errand->key, sizeof errand->key), draft);
  if (errand->key.kind == TAL_KIND_GOAL)
    explain (self, note, g_steal_pointer (&errand));
  else
    remark (self, note, g_steal_pointer (&errand));
}
