/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's backups: made by themselves and when asked for, and brought back. */

#include "config.h"

#include "ui/window/tal-restore-dialog.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* After a collection is opened; the person comes first. */
#define AUTOMATIC_SECONDS 5

static void
take_problem (TalWindow *self, const GError *error)
{
  g_clear_pointer (&self->backup_problem, g_free);
  if (error != NULL)
    self->backup_problem = g_strdup (error->message);
  tal_window_update_banner (self);
}

static void
backed_up_automatically_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;
  g_autoptr (GError)    error = NULL;

  tal_workspace_back_up_finish (TAL_WORKSPACE (source), result, NULL, &error);
  if (self->workspace == TAL_WORKSPACE (source))
    take_problem (self, error);
}

static gboolean
automatic_cb (gpointer user_data)
{
  TalWindow *self = user_data;
  int        days = g_settings_get_int (self->settings, "backup-days");

  self->backup_timeout = 0;
  if (days > 0 && !tal_workspace_get_read_only (self->workspace) &&
      !tal_workspace_get_example (self->workspace))
    tal_workspace_back_up_async (self->workspace, days, NULL, backed_up_automatically_cb,
                                 g_object_ref (self));
  return G_SOURCE_REMOVE;
}

void
tal_window_start_backups (TalWindow *self)
{
  tal_window_stop_backups (self);
  self->backup_timeout = g_timeout_add_seconds (AUTOMATIC_SECONDS, automatic_cb, self);
}

void
tal_window_stop_backups (TalWindow *self)
{
  g_clear_handle_id (&self->backup_timeout, g_source_remove);
  g_clear_pointer (&self->backup_problem, g_free);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;
  g_autoptr (GError)    error = NULL;
  g_autofree char      *path = NULL;

  if (!tal_workspace_back_up_finish (TAL_WORKSPACE (source), result, &path, &error))
    tal_window_show_message (self, error->message);
  else if (path == NULL)
    tal_window_show_message (self, _ ("Nothing has changed since the newest backup"));
  else
    tal_window_show_message (self, _ ("The backup has been made"));
  if (self->workspace == TAL_WORKSPACE (source))
    take_problem (self, error);
}

static void
back_up_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->workspace != NULL)
    tal_workspace_back_up_async (self->workspace, 0, NULL, backed_up_cb, g_object_ref (self));
}

static void
restore_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->workspace != NULL)
    tal_restore_dialog_present (self, tal_workspace_get_path (self->workspace), FALSE);
  else if (self->failed != NULL)
    tal_restore_dialog_present (self, g_file_peek_path (self->failed), TRUE);
}

void
tal_window_install_backup_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.restore-backup", NULL, restore_activated_cb);
}

void
tal_window_update_backup_actions (TalWindow *self)
{
  gboolean opened = self->workspace != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back-up", opened);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.restore-backup",
                                 opened || self->failed != NULL);
}
