/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-figures.h"

#include "model/tal-figure-file-private.h"
#include "model/tal-import-receipt.h"
#include "model/tal-workspace-private.h"

#include <glib/gi18n-lib.h>

/* What is to be opened. */
typedef struct
{
  char *path;
  char *clipboard;
} Opening;

/* What the worker is to do. */
typedef struct
{
  TalFigureFile   *file;
  GPtrArray       *answers;
  TalFigureRequest request;
  TalImportReport  seen; /* that much of it as says what was seen */
  char            *receipt;
  TalPeriod        shown_period;
} Job;

/* What comes of it. */
typedef struct
{
  TalFigureReport *report;
  TalPublication  *picture; /* NULL where nothing was written */
} Outcome;

static void
opening_free (gpointer freed)
{
  Opening *opening = freed;

  g_free (opening->path);
  g_free (opening->clipboard);
  g_free (opening);
}

static void
job_free (gpointer freed)
{
  Job *job = freed;

  tal_figure_file_unref (job->file);
  g_ptr_array_unref (job->answers);
  g_clear_pointer (&job->request.import.choices, g_hash_table_unref);
  g_free (job->seen.stamp);
  g_free (job->receipt);
  g_free (job);
}

static void
outcome_free (Outcome *outcome)
{
  tal_figure_report_free (outcome->report);
  tal_publication_free (outcome->picture);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static gboolean
recognise (TalWorkspace *self, TalFigureFile *file, GError **error)
{
  return tal_collection_recognise_figures (self->collection, file, &file->recognised, file->notes,
                                           error);
}

static void
open_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace             *self = source;
  const Opening            *opening = asked;
  g_autoptr (TalFigureFile) file = NULL;
  GError                   *error = NULL;

  if (opening->path != NULL && !tal_figure_file_is (opening->path))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  file = opening->path != NULL ? tal_figure_file_open (opening->path, cancellable, &error)
                               : tal_figure_file_open_clipboard (opening->clipboard, &error);
  if (file != NULL && recognise (self, file, &error))
    g_task_return_pointer (task, g_steal_pointer (&file), (GDestroyNotify)tal_figure_file_unref);
  else
    g_task_return_error (task, error);
}

void
tal_workspace_open_figures_async (TalWorkspace       *self,
                                  const char         *path,
                                  const char         *clipboard,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening          *opening = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (path != NULL || clipboard != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->clipboard = g_strdup (clipboard);
  g_task_set_task_data (task, opening, opening_free);
  tal_workspace_run (self, task, open_in_worker);
}

TalFigureFile *
tal_workspace_open_figures_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static Job *
job_new (TalWorkspace           *self,
         TalFigureFile          *file,
         GPtrArray              *answers,
         const TalFigureRequest *request,
         const char             *receipt)
{
  Job *job = g_new0 (Job, 1);

  job->file = tal_figure_file_ref (file);
  job->answers = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_figure_answer_unref);
  for (guint i = 0; i < answers->len; i++)
    g_ptr_array_add (job->answers, tal_figure_answer_ref (g_ptr_array_index (answers, i)));
  job->request = *request;
  job->receipt = g_strdup (receipt);
  job->shown_period = self->period;
  if (request->import.choices != NULL)
    g_hash_table_ref (request->import.choices);
  if (request->import.seen != NULL)
    {
      job->seen.sequence = request->import.seen->sequence;
      job->seen.stamp = g_strdup (request->import.seen->stamp);
      job->request.import.seen = &job->seen;
    }
  return job;
}

static gboolean
answer (TalWorkspace *self, const Job *job, GError **error)
{
  for (guint i = 0; i < job->answers->len; i++)
    {
      const TalFigureAnswer *each = g_ptr_array_index (job->answers, i);

      tal_figure_answer_apply (each, job->file);
      if (each->kind == TAL_FIGURE_ANSWER_SHEET && !recognise (self, job->file, error))
        return FALSE;
    }

  return TRUE;
}

static void
write_receipt (const Job *job, TalImportReport *report)
{
  g_autofree char *name = job->file->path != NULL ? g_filename_display_basename (job->file->path)
                                                  : g_strdup (_ ("clipboard"));
  g_autoptr (GError) error = NULL;

  if (job->receipt != NULL && !tal_import_receipt_write (report, name, job->receipt, &error))
    report->receipt_problem = g_strdup (error->message);
}

static void
import_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace       *self = source;
  const Job          *job = asked;
  GError             *error = NULL;
  g_autoptr (Outcome) outcome = g_new0 (Outcome, 1);

  if (answer (self, job, &error))
    outcome->report = tal_collection_import_figures (self->collection, job->file, &job->request,
                                                     cancellable, &error);
  if (outcome->report != NULL && outcome->report->written)
    {
      write_receipt (job, outcome->report->import);
      outcome->picture = tal_publication_new (self->collection, outcome->report->import->changes,
                                              job->shown_period, &error);
    }
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&outcome), (GDestroyNotify)outcome_free);
}

/* The worker is done: show it, then tell the asker. */
static void
imported_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TalWorkspace       *self = TAL_WORKSPACE (object);
  g_autoptr (GTask)   asked = user_data;
  const Job          *job = g_task_get_task_data (G_TASK (result));
  GError             *error = NULL;
  g_autoptr (Outcome) outcome = g_task_propagate_pointer (G_TASK (result), &error);

  if (!job->request.import.dry_run)
    tal_workspace_count_saving (self, -1);
  if (outcome == NULL)
    {
      g_task_return_error (asked, error);
      return;
    }

  if (outcome->picture != NULL)
    tal_workspace_publish (self, g_steal_pointer (&outcome->picture));
  if (outcome->report->import != NULL)
    g_clear_pointer (&outcome->report->import->changes, tal_change_set_unref);
  g_task_return_pointer (asked, g_steal_pointer (&outcome->report),
                         (GDestroyNotify)tal_figure_report_free);
}

void
tal_workspace_import_figures_async (TalWorkspace           *self,
                                    TalFigureFile          *file,
                                    GPtrArray              *answers,
                                    const TalFigureRequest *request,
                                    const char             *receipt,
                                    GCancellable           *cancellable,
                                    GAsyncReadyCallback     callback,
                                    gpointer                user_data)
{
  GTask            *asked = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (file != NULL && answers != NULL && request != NULL);

  asked = g_task_new (self, cancellable, callback, user_data);
  task = g_task_new (self, cancellable, imported_cb, asked);
  g_task_set_check_cancellable (asked, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job_new (self, file, answers, request, receipt), job_free);
  if (!request->import.dry_run)
    tal_workspace_count_saving (self, 1);
  tal_workspace_run (self, task, import_in_worker);
}

TalFigureReport *
tal_workspace_import_figures_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
