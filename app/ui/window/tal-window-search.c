/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searching everything from a window: which of its actions can be found now. */

#include "config.h"

#include "ui/search/tal-search-dialog.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* The keys of an action as a person reads them; NULL where it has none. */
static char *
dup_keys (TalWindow *self, const char *action)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_auto (GStrv)  keys = NULL;
  guint           key = 0;
  GdkModifierType modifiers = 0;

  if (application == NULL)
    return NULL;

  keys = gtk_application_get_accels_for_action (application, action);
  if (keys[0] == NULL || !gtk_accelerator_parse (keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

/* Takes the title. */
static void
add (TalWindow *self, GPtrArray *actions, const char *name, char *title)
{
  TalSearchAction *action = g_new0 (TalSearchAction, 1);

  action->title = title;
  action->action = g_strdup (name);
  action->keys = dup_keys (self, name);
  g_ptr_array_add (actions, action);
}

static void
add_destinations (TalWindow *self, GPtrArray *actions)
{
  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("win.show-destination::%s",
                                               tal_destination_get_name ((TalDestination)i));

      add (self, actions, name,
           g_strdup_printf (_ ("Go to %s"), tal_destination_get_title ((TalDestination)i)));
    }
}

static void
add_undo (TalWindow *self, GPtrArray *actions)
{
  const char *undo = tal_workspace_get_undo_label (self->workspace);
  const char *redo = tal_workspace_get_redo_label (self->workspace);

  if (tal_workspace_get_read_only (self->workspace))
    return;
  if (undo != NULL)
    add (self, actions, "win.undo", g_strdup_printf (_ ("Undo: %s"), undo));
  if (redo != NULL)
    add (self, actions, "win.redo", g_strdup_printf (_ ("Redo: %s"), redo));
}

/* What cannot be done on the page that is shown is left out. */
static GPtrArray *
list_actions (TalWindow *self)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify)tal_search_action_free);
  gboolean   initiative = g_strcmp0 (tal_window_get_page_name (self), "initiative") == 0;

  if (self->workspace != NULL)
    {
      add_undo (self, actions);
      add_destinations (self, actions);
      add (self, actions, "win.show-lists::", g_strdup (_ ("Plans and lists")));
      add (self, actions, "win.toggle-sidebar", g_strdup (_ ("Sidebar")));
    }
  if (initiative)
    add (self, actions, "win.toggle-details", g_strdup (_ ("Details")));
  if (initiative && !tal_workspace_get_read_only (self->workspace))
    add (self, actions, "win.start-entry", g_strdup (_ ("Enter results")));
  add (self, actions, "app.new-collection", g_strdup (_ ("New collection")));
  add (self, actions, "app.open-collection", g_strdup (_ ("Open a collection")));
  add (self, actions, "app.open-example", g_strdup (_ ("Example data")));
  add (self, actions, "win.show-shortcuts", g_strdup (_ ("Keyboard shortcuts")));
  add (self, actions, "app.about", g_strdup (_ ("About Indsatstal")));
  add (self, actions, "window.close", g_strdup (_ ("Close the window")));
  add (self, actions, "app.quit", g_strdup (_ ("Quit")));
  return actions;
}

static void
search_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  tal_search_dialog_present (GTK_WINDOW (self), self->workspace, list_actions (self));
}

void
tal_window_install_search_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search-all", NULL, search_activated_cb);
}
