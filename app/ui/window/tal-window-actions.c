/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/results/tal-entry-page.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* Seconds that a toast stays; longer where it offers something. */
#define TOAST_SECONDS 5
#define TOAST_BUTTON_SECONDS 8

static void
toast_dismissed_cb (TalWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

void
tal_window_show_toast (TalWindow  *self,
                       const char *message,
                       const char *button,
                       const char *action_name)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  self->toast = adw_toast_new (markup);
  adw_toast_set_timeout (self->toast, button != NULL ? TOAST_BUTTON_SECONDS : TOAST_SECONDS);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_action_name (self->toast, action_name);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, self->toast);
}

void
tal_window_update_undo (TalWindow *self)
{
  gboolean open = self->workspace != NULL && !tal_workspace_get_read_only (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 open && tal_workspace_get_undo_label (self->workspace) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 open && tal_workspace_get_redo_label (self->workspace) != NULL);
}

/* Says what was done, or why not; 'button' does the opposite. */
static void
show_repeated (TalWindow    *self,
               TalWorkspace *workspace,
               GAsyncResult *result,
               const char   *format,
               const char   *button,
               const char   *action_name)
{
  g_autoptr (GError)  error = NULL;
  g_autofree char    *label = tal_workspace_undo_finish (workspace, result, &error);
  g_autoptr (GString) message = g_string_new (format);

  if (self->workspace != workspace)
    return;

  if (label == NULL)
    {
      tal_window_show_message (self, error->message);
      return;
    }

  g_string_replace (message, "%s", label, 1);
  tal_window_show_toast (self, message->str, button, action_name);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;

  show_repeated (self, TAL_WORKSPACE (source), result, _ ("Undone: %s"), _ ("Redo"), "win.redo");
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TalWindow) self = user_data;

  show_repeated (self, TAL_WORKSPACE (source), result, _ ("Redone: %s"), _ ("Undo"), "win.undo");
}

static gboolean
revert_typing (TalWindow *self)
{
  GtkWidget *shown = gtk_stack_get_visible_child (self->stack);

  if (TAL_IS_ENTRY_PAGE (shown))
    return tal_entry_page_revert (TAL_ENTRY_PAGE (shown));
  return self->initiative != NULL && tal_initiative_page_revert_focused (self->initiative);
}

/* Ctrl+Z first takes back what is being typed, then what was stored. */
static void
undo_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->workspace == NULL || revert_typing (self))
    return;

  tal_workspace_undo_async (self->workspace, NULL, undone_cb, g_object_ref (self));
}

static void
redo_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->workspace != NULL)
    tal_workspace_redo_async (self->workspace, NULL, redone_cb, g_object_ref (self));
}

static gboolean
is_page_shown (TalWindow *self, const char *name)
{
  return g_strcmp0 (tal_window_get_page_name (self), name) == 0;
}

static void
back_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow     *self = TAL_WINDOW (widget);
  TalDestination last;

  if (self->workspace == NULL)
    return;

  if (is_page_shown (self, "initiative"))
    {
      tal_window_show_destination (self, TAL_DESTINATION_OVERVIEW);
      gtk_widget_grab_focus (GTK_WIDGET (self->overview));
      return;
    }
  if (adw_leaflet_get_folded (self->leaflet))
    {
      adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
      return;
    }
  if (self->visited->len == 0)
    return;

  last = g_array_index (self->visited, TalDestination, self->visited->len - 1);
  tal_window_show_destination (self, last);
  /* Going back leaves no trace of its own. */
  g_array_set_size (self->visited, self->visited->len - 2);
}

static void
sidebar_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
  else
    gtk_toggle_button_set_active (self->sidebar_toggle,
                                  !gtk_toggle_button_get_active (self->sidebar_toggle));
}

static void
details_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->initiative != NULL)
    tal_initiative_page_set_details_shown (self->initiative,
                                           !tal_initiative_page_get_details_shown (
                                               self->initiative));
}

static void
search_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->overview != NULL)
    tal_overview_page_set_searching (self->overview, TRUE);
}

static void
entry_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);

  if (self->initiative != NULL)
    tal_initiative_page_start_entry (self->initiative);
}

static void
destination_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalDestination destination;

  if (tal_destination_from_name (g_variant_get_string (parameter, NULL), &destination))
    tal_window_show_destination (TAL_WINDOW (widget), destination);
}

static void
initiative_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalId id;

  if (tal_id_parse (g_variant_get_string (parameter, NULL), &id, NULL))
    tal_window_show_initiative (TAL_WINDOW (widget), id, TAL_ID_NONE);
}

static void
message_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_window_show_message (TAL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
saved_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_window_show_message (TAL_WINDOW (widget), _ ("All changes are saved automatically"));
}

/* Made when it is asked for: the toolkit's own way makes it for every window at once. */
static void
shortcuts_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource (RESOURCE_BASE "/shortcuts/shortcuts.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

/* From the sidebar to the content and back again. */
static void
area_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);
  gboolean   in_content = gtk_widget_get_focus_child (self->content) != NULL;

  if (in_content && gtk_widget_get_visible (GTK_WIDGET (self->sidebar)))
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

void
tal_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.go-back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, sidebar_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-details", NULL, details_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.start-search", NULL, search_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.start-entry", NULL, entry_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-destination", "s",
                                   destination_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-initiative", "s",
                                   initiative_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-message", "s", message_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.confirm-saved", NULL, saved_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL,
                                   shortcuts_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-next-area", NULL, area_activated_cb);
}
