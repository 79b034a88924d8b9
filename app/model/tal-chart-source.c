/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-chart-source.h"

#include "model/tal-clock.h"
#include "model/tal-workspace-private.h"

/* A chart, and the same as it may leave the program; or why there is none. */
typedef struct
{
  TalChartSpec *spec;
  TalChartSpec *outgoing;
  char         *problem;
} Answer;

struct _TalChartSource
{
  GObject parent_instance;

  TalWorkspace    *workspace;
  GSignalGroup    *signals;
  TalChartRequest *request;
  GCancellable    *asking; /* NULL unless an answer is on its way */
  Answer          *answer; /* NULL until there is one */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalChartSource, tal_chart_source, G_TYPE_OBJECT)

static TalChartRequest *
dup_request (const TalChartRequest *request)
{
  TalChartRequest *copy = g_new0 (TalChartRequest, 1);

  *copy = *request;
  if (request->series != NULL)
    copy->series = g_array_copy (request->series);
  return copy;
}

static void
free_request (TalChartRequest *request)
{
  if (request->series != NULL)
    g_array_unref (request->series);
  g_free (request);
}

static void
free_answer (Answer *answer)
{
  g_clear_pointer (&answer->spec, tal_chart_spec_unref);
  g_clear_pointer (&answer->outgoing, tal_chart_spec_unref);
  g_free (answer->problem);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, free_answer)

/* Whether there is anything that must not leave the program: what a chart rests on may be confidential
 * by itself, by its parts or by what it is a part of. */
static gboolean
has_secrets (const TalCatalogue *catalogue)
{
  guint                   length = 0;
  const TalRecord *const *records = tal_catalogue_get_records (catalogue, TAL_KIND_SERIES, &length);

  for (guint i = 0; i < length; i++)
    {
      if (TAL_SERIES (records[i])->confidential_below > 0)
        return TRUE;
    }
  return FALSE;
}

static Answer *
compose (TalCollection *collection, const TalChartRequest *request, GError **error)
{
  const TalCatalogue *catalogue = tal_collection_get_catalogue (collection);
  TalRunSource       *runs = tal_collection_get_runs (collection);
  TalChartRequest     masked = *request;
  g_autoptr (Answer)  answer = g_new0 (Answer, 1);

  answer->spec = tal_chart_request_compose (request, catalogue, runs, error);
  if (answer->spec == NULL)
    return NULL;

  masked.masked = TRUE;
  answer->outgoing = has_secrets (catalogue)
                         ? tal_chart_request_compose (&masked, catalogue, runs, error)
                         : tal_chart_spec_ref (answer->spec);
  return answer->outgoing != NULL ? g_steal_pointer (&answer) : NULL;
}

/* A share and what it is of are read of one moment, whoever else writes. */
static Answer *
compose_at_once (TalCollection *collection, const TalChartRequest *request, GError **error)
{
  Answer *answer = NULL;

  if (!tal_collection_begin_reading (collection, error))
    return NULL;
  answer = compose (collection, request, error);
  tal_collection_end_reading (collection);
  return answer;
}

static void
compose_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  GError *error = NULL;
  Answer *answer = compose_at_once (TAL_WORKSPACE (source)->collection, asked, &error);

  if (answer == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, (GDestroyNotify)free_answer);
}

static void
composed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  TalChartSource    *self = user_data;
  g_autoptr (GError) error = NULL;
  Answer            *answer = g_task_propagate_pointer (G_TASK (result), &error);

  /* Whoever cancelled it has asked again, or is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_object_unref (self);
      return;
    }

  g_clear_object (&self->asking);
  g_clear_pointer (&self->answer, free_answer);
  self->answer = answer != NULL ? answer : g_new0 (Answer, 1);
  if (error != NULL)
    self->answer->problem = g_strdup (error->message);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_object_unref (self);
}

static void
stop_asking (TalChartSource *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
ask (TalChartSource *self)
{
  g_autoptr (GTask) task = NULL;

  stop_asking (self);
  if (self->workspace == NULL || self->request == NULL)
    return;

  self->request->today = tal_clock_get_today ();
  self->asking = g_cancellable_new ();
  task = g_task_new (self->workspace, self->asking, composed_cb, g_object_ref (self));
  g_task_set_task_data (task, dup_request (self->request), (GDestroyNotify)free_request);
  tal_workspace_run (self->workspace, task, compose_in_worker);
}

static void
forget (TalChartSource *self)
{
  gboolean had = self->answer != NULL;

  g_clear_pointer (&self->answer, free_answer);
  if (had)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
committed_cb (TalChartSource *self, TalChangeSet *changes)
{
  /* An answer that is on its way was worked out before the change or after it: nobody knows. */
  if (self->answer == NULL || self->answer->spec == NULL || self->asking != NULL ||
      tal_chart_spec_is_touched (self->answer->spec, changes))
    ask (self);
}

static void
tal_chart_source_dispose (GObject *object)
{
  TalChartSource *self = TAL_CHART_SOURCE (object);

  stop_asking (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->request, free_request);
  g_clear_pointer (&self->answer, free_answer);

  G_OBJECT_CLASS (tal_chart_source_parent_class)->dispose (object);
}

static void
tal_chart_source_class_init (TalChartSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_chart_source_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_CHART_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tal_chart_source_init (TalChartSource *self)
{
  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

TalChartSource *
tal_chart_source_new (void)
{
  return g_object_new (TAL_TYPE_CHART_SOURCE, NULL);
}

void
tal_chart_source_set_workspace (TalChartSource *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_CHART_SOURCE (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_group_set_target (self->signals, workspace);
  stop_asking (self);
  forget (self);
  ask (self);
}

TalWorkspace *
tal_chart_source_get_workspace (TalChartSource *self)
{
  g_return_val_if_fail (TAL_IS_CHART_SOURCE (self), NULL);

  return self->workspace;
}

void
tal_chart_source_set_request (TalChartSource *self, const TalChartRequest *request)
{
  g_return_if_fail (TAL_IS_CHART_SOURCE (self));

  g_clear_pointer (&self->request, free_request);
  if (request != NULL)
    self->request = dup_request (request);
  else
    forget (self);
  ask (self);
}

const TalChartSpec *
tal_chart_source_get_spec (TalChartSource *self)
{
  g_return_val_if_fail (TAL_IS_CHART_SOURCE (self), NULL);

  return self->answer != NULL ? self->answer->spec : NULL;
}

const TalChartSpec *
tal_chart_source_get_outgoing_spec (TalChartSource *self)
{
  g_return_val_if_fail (TAL_IS_CHART_SOURCE (self), NULL);

  return self->answer != NULL ? self->answer->outgoing : NULL;
}

const char *
tal_chart_source_get_problem (TalChartSource *self)
{
  g_return_val_if_fail (TAL_IS_CHART_SOURCE (self), NULL);

  return self->answer != NULL ? self->answer->problem : NULL;
}
