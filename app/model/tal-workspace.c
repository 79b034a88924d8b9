/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/tal-workspace.h"

#include "base/tal-error.h"
#include "model/tal-workspace-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (TalWorkspace, tal_workspace, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_READ_ONLY,
  PROP_SAVING,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_STATUSES,
  N_PROPS,
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

typedef struct
{
  char        *path;
  char        *unit_name;
  TalKeptCopy *copy; /* to be brought back first; NULL for none */
  gboolean     in_place;
  gboolean     create;
  gboolean     example;
} Opening;

static void
opening_free (Opening *opening)
{
  g_free (opening->path);
  g_free (opening->unit_name);
  tal_kept_copy_free (opening->copy);
  g_free (opening);
}

static TalCollection *
restore_collection (const Opening *opening, GError **error)
{
  g_autofree char *path =
      tal_backups_restore (opening->copy, opening->path, opening->in_place, error);

  return path != NULL ? tal_collection_open (path, TRUE, error) : NULL;
}

static TalCollection *
open_collection (const Opening *opening, GError **error)
{
  if (opening->copy != NULL)
    return restore_collection (opening, error);
  if (!opening->create)
    return tal_collection_open (opening->path, TRUE, error);
  if (opening->example)
    return tal_collection_create_example (opening->path, opening->unit_name, error);

  return tal_collection_create (opening->path, opening->unit_name, error);
}

static void
open_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace              *self = source;
  g_autoptr (TalCollection)  collection = NULL;
  g_autoptr (TalPublication) first = NULL;
  GError                    *error = NULL;

  collection = open_collection (asked, &error);
  if (collection != NULL)
    {
      tal_collection_announce (collection);
      first = tal_publication_new (collection, NULL, TAL_PERIOD_UNSET, &error);
    }
  if (first == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->collection = g_steal_pointer (&collection);
  g_task_return_pointer (task, g_steal_pointer (&first), (GDestroyNotify)tal_publication_free);
}

static void
open_async (Opening            *opening,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (TalWorkspace) self = g_object_new (TAL_TYPE_WORKSPACE, NULL);
  g_autoptr (GTask)        task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, open_async);
  g_task_set_task_data (task, opening, (GDestroyNotify)opening_free);
  tal_workspace_run (self, task, open_in_worker);
}

/* After everything that was asked for before. */
static void
close_in_worker (GTask *task, gpointer source, gpointer asked, GCancellable *cancellable)
{
  TalWorkspace *self = asked;

  g_clear_pointer (&self->collection, tal_collection_close);
  g_task_return_boolean (task, TRUE);
}

static gboolean
texts_differ (const char *a, const char *b)
{
  return g_strcmp0 (a, b) != 0;
}

static void
notify_differences (TalWorkspace *self, const TalPublication *before)
{
  const TalPublication *now = self->shown;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUSES]);
  if (before == NULL || texts_differ (before->path, now->path))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PATH]);
  if (before == NULL || before->read_only != now->read_only)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
  if (before == NULL || texts_differ (before->undo_label, now->undo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  if (before == NULL || texts_differ (before->redo_label, now->redo_label))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REDO_LABEL]);
}

void
tal_workspace_publish (TalWorkspace *self, TalPublication *publication)
{
  g_autoptr (TalPublication) before = self->shown;

  self->shown = publication;
  notify_differences (self, before);
  if (publication->outside != NULL)
    g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, publication->outside);
  if (publication->changes != NULL)
    g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, publication->changes);
}

void
tal_workspace_run (TalWorkspace *self, GTask *task, GTaskThreadFunc func)
{
  if (self->worker == NULL)
    {
      g_task_return_new_error (task, TAL_ERROR, TAL_ERROR_NOT_FOUND, "%s",
                               _ ("The collection has been closed."));
      return;
    }

  tal_worker_run (self->worker, task, func);
}

static void
tal_workspace_dispose (GObject *object)
{
  TalWorkspace *self = TAL_WORKSPACE (object);

  tal_workspace_close (self);
  g_clear_pointer (&self->shown, tal_publication_free);
  g_clear_pointer (&self->index, tal_search_index_free);

  G_OBJECT_CLASS (tal_workspace_parent_class)->dispose (object);
}

static void
tal_workspace_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TalWorkspace *self = TAL_WORKSPACE (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, tal_workspace_get_path (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tal_workspace_get_read_only (self));
      break;
    case PROP_SAVING:
      g_value_set_boolean (value, tal_workspace_get_saving (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, tal_workspace_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, tal_workspace_get_redo_label (self));
      break;
    case PROP_STATUSES:
      g_value_set_boxed (value, tal_workspace_get_statuses (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tal_workspace_class_init (TalWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tal_workspace_dispose;
  object_class->get_property = tal_workspace_get_property;

  properties[PROP_PATH] =
      g_param_spec_string ("path", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SAVING] =
      g_param_spec_boolean ("saving", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUSES] = g_param_spec_boxed ("statuses", NULL, NULL, TAL_TYPE_STATUS_TABLE,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* With a const TalChangeSet *, which lives as long as the emission. */
  signals[SIGNAL_COMMITTED] =
      g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
tal_workspace_init (TalWorkspace *self)
{
  self->period = TAL_PERIOD_UNSET;
  self->worker = tal_worker_new ("collection");
}

void
tal_workspace_open_async (const char         *path,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (path != NULL);

  opening->path = g_strdup (path);
  open_async (opening, cancellable, callback, user_data);
}

void
tal_workspace_create_async (const char         *path,
                            const char         *unit_name,
                            gboolean            example,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  g_return_if_fail (path != NULL);

  opening->path = g_strdup (path);
  opening->unit_name = g_strdup (unit_name);
  opening->create = TRUE;
  opening->example = example;
  open_async (opening, cancellable, callback, user_data);
}

void
tal_workspace_open_backup_async (const TalKeptCopy  *copy,
                                 const char         *path,
                                 gboolean            in_place,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  Opening *opening = NULL;

  g_return_if_fail (copy != NULL && path != NULL);

  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  opening->copy = tal_kept_copy_new (copy->path, copy->made_at);
  opening->in_place = in_place;
  open_async (opening, cancellable, callback, user_data);
}

TalWorkspace *
tal_workspace_open_finish (GAsyncResult *result, GError **error)
{
  TalWorkspace   *self = NULL;
  TalPublication *first = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, open_async), NULL);

  first = g_task_propagate_pointer (G_TASK (result), error);
  if (first == NULL)
    return NULL;

  self = g_object_ref (g_task_get_source_object (G_TASK (result)));
  tal_workspace_publish (self, first);
  return self;
}

void
tal_workspace_close (TalWorkspace *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TAL_IS_WORKSPACE (self));

  if (self->worker == NULL)
    return;

  /* Without a reference to the object, which may be on its way out: it is there until the
   * worker has ended. */
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, self, NULL);
  tal_worker_run (self->worker, task, close_in_worker);
  g_clear_pointer (&self->worker, tal_worker_free);
}

const char *
tal_workspace_get_path (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->path : NULL;
}

gboolean
tal_workspace_get_read_only (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), TRUE);

  return self->shown != NULL && self->shown->read_only;
}

gboolean
tal_workspace_get_example (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return self->shown != NULL && self->shown->example;
}

gboolean
tal_workspace_get_on_network_drive (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return self->shown != NULL && self->shown->on_network_drive;
}

const char *
tal_workspace_get_in_use (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->in_use : NULL;
}

gboolean
tal_workspace_get_saving (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), FALSE);

  return self->n_saving > 0;
}

const char *
tal_workspace_get_undo_label (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->undo_label : NULL;
}

const char *
tal_workspace_get_redo_label (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->redo_label : NULL;
}

const TalCatalogue *
tal_workspace_get_catalogue (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->catalogue : NULL;
}

TalStatusTable *
tal_workspace_get_statuses (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->statuses : NULL;
}

const char *
tal_workspace_get_unit_name (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), NULL);

  return self->shown != NULL ? self->shown->unit_name : NULL;
}

TalPeriod
tal_workspace_get_period (TalWorkspace *self)
{
  g_return_val_if_fail (TAL_IS_WORKSPACE (self), TAL_PERIOD_UNSET);

  return self->period;
}
