/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures that come into a window's collection from other departments, and go out to them. */

#include "config.h"

#include "ui/import/tal-export-dialog.h"
#include "ui/import/tal-import-window.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
can_import (TalWindow *self)
{
  return self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);
}

/* 'file' may be NULL: then it is asked for. */
static void
present_import (TalWindow *self, GFile *file)
{
  GtkWidget *assistant = tal_import_window_new (GTK_WINDOW (self), self->workspace);

  gtk_window_present (GTK_WINDOW (assistant));
  if (file != NULL)
    tal_import_window_take_file (TAL_IMPORT_WINDOW (assistant), file);
}

static void
import_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (can_import (TAL_WINDOW (widget)))
    present_import (TAL_WINDOW (widget), NULL);
}

static void
export_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->workspace != NULL)
    gtk_window_present (GTK_WINDOW (tal_export_dialog_new (GTK_WINDOW (self), self->workspace)));
}

void
tal_window_update_exchange (TalWindow *self)
{
  g_autoptr (GFile) waiting = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import-file", can_import (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export", self->workspace != NULL);
  if (self->workspace == NULL || self->waiting == NULL)
    return;

  waiting = g_steal_pointer (&self->waiting);
  tal_window_import_file (self, waiting);
}

void
tal_window_import_file (TalWindow *self, GFile *file)
{
  g_return_if_fail (TAL_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->workspace == NULL && self->opening != NULL)
    g_set_object (&self->waiting, file);
  else if (self->workspace == NULL)
    tal_window_show_message (self,
                             _ ("Open the collection first that the file is to be imported into"));
  else if (can_import (self))
    present_import (self, file);
  else
    tal_window_show_message (self,
                             _ ("The collection is read-only: nothing can be imported into it"));
}

gboolean
tal_window_is_exchange_file (GFile *file)
{
  static const char *const suffixes[] = { ".xml", ".csv", ".tsv", ".txt", ".xlsx", ".ods", ".px" };
  gboolean                 found = FALSE;
  g_autofree char         *name = NULL;
  g_autofree char         *folded = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  folded = g_ascii_strdown (name, -1);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes) && !found; i++)
    found = g_str_has_suffix (folded, suffixes[i]);
  return found;
}

void
tal_window_install_exchange_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-file", NULL, import_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_activated_cb);
}
