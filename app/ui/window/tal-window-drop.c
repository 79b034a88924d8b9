/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are dropped on a window. */

#include "config.h"

#include "ui/common/tal-file-chooser.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

static void
refuse (TalWindow *self, const char *name)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf (_ ("“%s” is no collection: its name does not end in %s"), name,
                                TAL_COLLECTION_SUFFIX);
  tal_window_show_message (self, message);
}

/* One of them: a window shows one collection. */
static gboolean
dropped_cb (TalWindow *self, const GValue *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  GFile             *file = NULL;
  g_autofree char   *name = NULL;

  if (files == NULL)
    return FALSE;

  file = files->data;
  name = g_file_get_basename (file);
  if (tal_window_is_exchange_file (file))
    {
      tal_window_import_file (self, file);
      return self->workspace != NULL;
    }
  if (!g_str_has_suffix (name, TAL_COLLECTION_SUFFIX))
    {
      refuse (self, name);
      return FALSE;
    }

  tal_window_open_collection (self, file);
  return TRUE;
}

void
tal_window_accept_drops (TalWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
