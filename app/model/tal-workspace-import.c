/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace-import.h"

#include "model/tal-import-receipt.h"
#include "model/tal-workspace-private.h"

/* Microseconds between two words of how far it is. */
#define PROGRESS_INTERVAL (50 * G_TIME_SPAN_MILLISECOND)

/* How far it is, told in the thread that asked.  What is under way when the asker has its answer
 * is told to nobody. */
typedef struct
{
  gatomicrefcount   ref_count;
  GMainContext     *context;
  TalImportProgress told; /* NULL once nobody listens; of the thread that asked */
  gpointer          user_data;
  gint64            last; /* when it was told last; the worker's */
} Progress;

typedef struct
{
  Progress *progress; /* owned */
  goffset   bytes;
  goffset   size;
} Word;

/* What the worker is to do. */
typedef struct
{
  TalImportRequest request;
  TalImportReport  seen; /* that much of it as says what was seen */
  char            *path;
  char            *receipt;
  Progress        *progress; /* owned; NULL where nobody listens */
  TalPeriod        shown_period;
} Job;

/* What comes of it. */
typedef struct
{
  TalImportReport *report;
  TalPublication  *picture; /* NULL where nothing was written */
} Outcome;

static Progress *
progress_new (TalImportProgress told, gpointer user_data)
{
  Progress *self = g_new0 (Progress, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->context = g_main_context_ref_thread_default ();
  self->told = told;
  self->user_data = user_data;
  return self;
}

static Progress *
progress_ref (Progress *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

static void
progress_unref (Progress *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_main_context_unref (self->context);
  g_free (self);
}

static void
word_free (gpointer user_data)
{
  Word *self = user_data;

  progress_unref (self->progress);
  g_free (self);
}

static gboolean
tell (gpointer user_data)
{
  const Word *word = user_data;

  if (word->progress->told != NULL)
    word->progress->told (word->bytes, word->size, word->progress->user_data);
  return G_SOURCE_REMOVE;
}

/* In the worker. */
static void
read_cb (goffset bytes, goffset size, gpointer user_data)
{
  Progress           *self = user_data;
  gint64              now = g_get_monotonic_time ();
  Word               *word = NULL;
  g_autoptr (GSource) source = NULL;

  if (bytes < size && now - self->last < PROGRESS_INTERVAL)
    return;

  self->last = now;
  word = g_new0 (Word, 1);
  word->progress = progress_ref (self);
  word->bytes = bytes;
  word->size = size;
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell, word, word_free);
  g_source_attach (source, self->context);
}

static Job *
job_new (TalWorkspace *self, const TalImportRequest *request, const char *receipt)
{
  Job *job = g_new0 (Job, 1);

  job->request = *request;
  job->path = g_strdup (request->path);
  job->request.path = job->path;
  job->receipt = g_strdup (receipt);
  job->shown_period = self->period;
  if (request->choices != NULL)
    g_hash_table_ref (request->choices);
  if (request->seen != NULL)
    {
      job->seen.sequence = request->seen->sequence;
      job->seen.stamp = g_strdup (request->seen->stamp);
      job->request.seen = &job->seen;
    }
  return job;
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->request.choices, g_hash_table_unref);
  g_clear_pointer (&job->progress, progress_unref);
  g_free (job->seen.stamp);
  g_free (job->path);
  g_free (job->receipt);
  g_free (job);
}

static void
outcome_free (Outcome *outcome)
{
  tal_import_report_free (outcome->report);
  tal_publication_free (outcome->picture);
  g_free (outcome);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

static void
write_receipt (const Job *job, TalImportReport *report)
{
  g_autofree char   *name = g_filename_display_basename (job->path);
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

  outcome->report = tal_collection_import (self->collection, &job->request,
                                           job->progress != NULL ? read_cb : NULL, job->progress,
                                           cancellable, &error);
  if (outcome->report != NULL && outcome->report->written)
    {
      write_receipt (job, outcome->report);
      outcome->picture = tal_publication_new (self->collection, outcome->report->changes,
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

  if (job->progress != NULL)
    job->progress->told = NULL;
  if (!job->request.dry_run)
    tal_workspace_count_saving (self, -1);
  if (outcome == NULL)
    {
      g_task_return_error (asked, error);
      return;
    }

  if (outcome->picture != NULL)
    tal_workspace_publish (self, g_steal_pointer (&outcome->picture));
  g_clear_pointer (&outcome->report->changes, tal_change_set_unref);
  g_task_return_pointer (asked, g_steal_pointer (&outcome->report),
                         (GDestroyNotify)tal_import_report_free);
}

void
tal_workspace_import_async (TalWorkspace           *self,
                            const TalImportRequest *request,
                            const char             *receipt,
                            TalImportProgress       progress,
                            gpointer                listener,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  GTask            *asked = NULL;
  g_autoptr (GTask) task = NULL;
  Job              *job = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));
  g_return_if_fail (request != NULL && request->path != NULL);

  asked = g_task_new (self, cancellable, callback, user_data);
  task = g_task_new (self, cancellable, imported_cb, asked);
  g_task_set_check_cancellable (asked, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  job = job_new (self, request, receipt);
  if (progress != NULL)
    job->progress = progress_new (progress, listener);
  g_task_set_task_data (task, job, (GDestroyNotify)job_free);
  if (!request->dry_run)
    tal_workspace_count_saving (self, 1);
  tal_workspace_run (self, task, import_in_worker);
}

TalImportReport *
tal_workspace_import_finish (TalWorkspace *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
