/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/tal-early-opening.h"

#include "model/tal-workspace.h"

/* Held by its owner and by the opening itself. */
struct _TalEarlyOpening
{
  GFile              *file;
  GCancellable       *cancellable;
  GAsyncResult       *result;   /* that nobody has been told of; NULL until it is there */
  GAsyncReadyCallback callback; /* of whoever has taken it */
  gpointer            user_data;
};

static void
clear (TalEarlyOpening *self)
{
  g_object_unref (self->file);
  g_object_unref (self->cancellable);
  g_clear_object (&self->result);
}

static void
unref (TalEarlyOpening *self)
{
  g_rc_box_release_full (self, (GDestroyNotify)clear);
}

static void
tell (TalEarlyOpening *self, GAsyncResult *result)
{
  g_autoptr (GObject) workspace = g_async_result_get_source_object (result);

  self->callback (workspace, result, self->user_data);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TalEarlyOpening *self = user_data;

  if (self->callback != NULL)
    tell (self, result);
  else
    self->result = g_object_ref (result);
  unref (self);
}

static gboolean
taken_late_cb (gpointer user_data)
{
  TalEarlyOpening *self = user_data;

  tell (self, self->result);
  return G_SOURCE_REMOVE;
}

TalEarlyOpening *
tal_early_opening_new (GFile *file)
{
  TalEarlyOpening *self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (g_file_peek_path (file) != NULL, NULL);

  self = g_rc_box_new0 (TalEarlyOpening);
  self->file = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  tal_workspace_open_async (g_file_peek_path (file), self->cancellable, opened_cb,
                            g_rc_box_acquire (self));
  return self;
}

void
tal_early_opening_free (TalEarlyOpening *self)
{
  if (self == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  unref (self);
}

GFile *
tal_early_opening_get_file (const TalEarlyOpening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

GCancellable *
tal_early_opening_get_cancellable (const TalEarlyOpening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

void
tal_early_opening_take (TalEarlyOpening *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (callback != NULL);

  self->callback = callback;
  self->user_data = user_data;
  if (self->result != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT, taken_late_cb, self, (GDestroyNotify)unref);
  else
    unref (self);
}
