/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-offer-source.h"

#include "model/tal-workspace-private.h"

struct _TalOfferSource
{
  GObject parent_instance;

  TalWorkspace  *workspace;
  GSignalGroup  *signals;
  TalPeriod      period;
  GCancellable  *reading; /* NULL unless a table is on its way */
  TalOfferTable *table;   /* NULL until there is one */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TalOfferSource, tal_offer_source, G_TYPE_OBJECT)

static void
read_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalCollection   *collection = TAL_WORKSPACE (source)->collection;
  const TalPeriod *period = asked;
  GError          *error = NULL;
  TalOfferTable   *table =
      tal_offer_table_read (tal_collection_get_catalogue (collection),
                            tal_collection_get_runs (collection), *period, &error);

  if (table == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, table, (GDestroyNotify)tal_offer_table_free);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalOfferSource) self = user_data;
  g_autoptr (GError)         error = NULL;
  TalOfferTable             *table = g_task_propagate_pointer (G_TASK (result), &error);

  /* Whoever cancelled it has asked again, or is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->reading);
  g_clear_pointer (&self->table, tal_offer_table_free);
  self->table = table;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
stop_reading (TalOfferSource *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
ask (TalOfferSource *self)
{
  g_autoptr (GTask) task = NULL;

  stop_reading (self);
  if (self->workspace == NULL)
    return;

  self->reading = g_cancellable_new ();
  task = g_task_new (self->workspace, self->reading, read_cb, g_object_ref (self));
  g_task_set_task_data (task, g_memdup2 (&self->period, sizeof self->period), g_free);
  tal_workspace_run (self->workspace, task, read_in_worker);
}

static gboolean
rests_on (const TalOfferTable *table, TalId series)
{
  for (guint i = 0; i < table->rests_on->len; i++)
    {
      if (tal_id_is_equal (g_array_index (table->rests_on, TalId, i), series))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_touched (TalOfferSource *self, TalChangeSet *changes)
{
  for (guint i = 0; i < tal_change_set_get_length (changes); i++)
    {
      const TalChange *change = tal_change_set_get_change (changes, i);

      if (change->key.kind != TAL_KIND_OBSERVATION || rests_on (self->table, change->key.id))
        return TRUE;
    }

  return FALSE;
}

static void
committed_cb (TalOfferSource *self, TalChangeSet *changes)
{
  /* A table that is on its way was read before the change or after it: nobody knows. */
  if (self->table == NULL || self->reading != NULL || is_touched (self, changes))
    ask (self);
}

static void
tal_offer_source_dispose (GObject *object)
{
  TalOfferSource *self = TAL_OFFER_SOURCE (object);

  stop_reading (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->table, tal_offer_table_free);

  G_OBJECT_CLASS (tal_offer_source_parent_class)->dispose (object);
}

static void
tal_offer_source_class_init (TalOfferSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_offer_source_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TAL_TYPE_OFFER_SOURCE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tal_offer_source_init (TalOfferSource *self)
{
  self->period = TAL_PERIOD_UNSET;
  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (committed_cb), self);
}

TalOfferSource *
tal_offer_source_new (void)
{
  return g_object_new (TAL_TYPE_OFFER_SOURCE, NULL);
}

void
tal_offer_source_set_workspace (TalOfferSource *self, TalWorkspace *workspace)
{
  gboolean had;

  g_return_if_fail (TAL_IS_OFFER_SOURCE (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  had = self->table != NULL;
  self->period = TAL_PERIOD_UNSET;
  g_signal_group_set_target (self->signals, workspace);
  stop_reading (self);
  g_clear_pointer (&self->table, tal_offer_table_free);
  if (had)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  ask (self);
}

void
tal_offer_source_set_period (TalOfferSource *self, TalPeriod period)
{
  g_return_if_fail (TAL_IS_OFFER_SOURCE (self));

  self->period = period;
  ask (self);
}

const TalOfferTable *
tal_offer_source_get_table (TalOfferSource *self)
{
  g_return_val_if_fail (TAL_IS_OFFER_SOURCE (self), NULL);

  return self->table;
}
