/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/common/tal-help-key.h"
#include "ui/history/tal-history-page.h"
#include "ui/results/tal-entry-page.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

/* Seconds that a toast stays; longer where it offers something. */
#define TOAST_SECONDS 5
#define TOAST_BUTTON_SECONDS 8
/* Until a toast has certainly come to rest. */
#define TOAST_YOUNG (2 * G_USEC_PER_SEC)

static void
toast_dismissed_cb (TalWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

static void
write_toast (TalWindow *self, const char *message, const char *button, const char *action_name)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  g_clear_handle_id (&self->toast_timeout, g_source_remove);
  adw_toast_set_title (self->toast, markup);
  adw_toast_set_timeout (self->toast, button != NULL ? TOAST_BUTTON_SECONDS : TOAST_SECONDS);
  adw_toast_set_button_label (self->toast, button);
  adw_toast_set_action_name (self->toast, action_name);
}

void
tal_window_show_toast (TalWindow  *self,
                       const char *message,
                       const char *button,
                       const char *action_name)
{
  gint64 now = g_get_monotonic_time ();

  /* libadwaita 1.2 crashes where a toast is dismissed while it still comes in: one that is as
   * new as that says the next thing itself. */
  if (self->toast != NULL && now - self->toast_shown < TOAST_YOUNG)
    {
      write_toast (self, message, button, action_name);
      return;
    }
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);

  self->toast = adw_toast_new ("");
  self->toast_shown = now;
  write_toast (self, message, button, action_name);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, self->toast);
}

static gboolean
toast_aged_cb (gpointer user_data)
{
  TalWindow *self = user_data;

  self->toast_timeout = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  return G_SOURCE_REMOVE;
}

/* One that still comes in goes as soon as it can, and offers nothing until then. */
void
tal_window_withdraw_toast (TalWindow *self)
{
  gint64 age = g_get_monotonic_time () - self->toast_shown;

  if (self->toast == NULL)
    return;
  if (age >= TOAST_YOUNG)
    {
      adw_toast_dismiss (self->toast);
      return;
    }

  adw_toast_set_button_label (self->toast, NULL);
  g_clear_handle_id (&self->toast_timeout, g_source_remove);
  self->toast_timeout =
      g_timeout_add ((guint)((TOAST_YOUNG - age) / G_TIME_SPAN_MILLISECOND), toast_aged_cb, self);
}

static gboolean
is_page_shown (TalWindow *self, const char *name)
{
  return g_strcmp0 (tal_window_get_page_name (self), name) == 0;
}

/* FALSE where it is not in the collection any more. */
static gboolean
show_visited (TalWindow *self, const TalVisited *place)
{
  if (tal_id_is_none (place->initiative))
    {
      tal_window_show_destination (self, place->destination);
      return TRUE;
    }
  if (tal_catalogue_find (tal_workspace_get_catalogue (self->workspace), TAL_KIND_INITIATIVE,
                          place->initiative) == NULL)
    return FALSE;

  tal_window_show_initiative (self, place->initiative, place->goal);
  return TRUE;
}

/* Going back leaves no trace of its own. */
static gboolean
show_last_visited (TalWindow *self)
{
  gboolean shown = FALSE;

  while (!shown && self->visited->len > 0)
    {
      guint      left = self->visited->len - 1;
      TalVisited place = g_array_index (self->visited, TalVisited, left);

      shown = show_visited (self, &place);
      g_array_set_size (self->visited, left);
    }
  return shown;
}

/* Folded, the sidebar is what a destination was reached from. */
static void
back_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);
  gboolean   initiative = is_page_shown (self, "initiative");

  if (self->workspace == NULL)
    return;

  if (!initiative && adw_leaflet_get_folded (self->leaflet))
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->sidebar));
  else if (!show_last_visited (self) && initiative)
    tal_window_show_destination (self, TAL_DESTINATION_OVERVIEW);
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
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);

  if (TAL_IS_HISTORY_PAGE (page))
    tal_history_page_start_search (TAL_HISTORY_PAGE (page));
  else if (TAL_IS_OVERVIEW_PAGE (page))
    tal_overview_page_set_searching (TAL_OVERVIEW_PAGE (page), TRUE);
  else
    gtk_widget_activate_action (page, "page.start-search", NULL);
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

/* The history of one initiative. */
static void
history_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);
  GtkWidget *page = NULL;
  TalId      id;

  if (!tal_id_parse (g_variant_get_string (parameter, NULL), &id, NULL))
    return;

  tal_window_show_destination (self, TAL_DESTINATION_HISTORY);
  page = gtk_stack_get_visible_child (self->stack);
  if (TAL_IS_HISTORY_PAGE (page))
    tal_history_page_show_initiative (TAL_HISTORY_PAGE (page), id);
}

static void
message_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_window_show_message (TAL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
undoable_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  tal_window_show_toast (TAL_WINDOW (widget), g_variant_get_string (parameter, NULL),
                         _ ("Undo"), "win.undo");
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
  gboolean   works = is_page_shown (TAL_WINDOW (widget), "initiative") ||
                   is_page_shown (TAL_WINDOW (widget), "entry");

  g_object_set (shortcuts, "section-name", works ? "work" : "window", "title",
                _ ("Keyboard shortcuts"), NULL);
  tal_help_key_add (shortcuts);
  gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
  gtk_window_present (shortcuts);
}

typedef enum
{
  AREA_SIDEBAR,
  AREA_PAGE,
  AREA_DETAILS,
  N_AREAS
} Area;

static Area
get_focused_area (TalWindow *self)
{
  if (gtk_widget_get_focus_child (self->content) == NULL)
    return AREA_SIDEBAR;
  if (is_page_shown (self, "initiative") && tal_initiative_page_is_in_details (self->initiative))
    return AREA_DETAILS;
  return AREA_PAGE;
}

/* Whether there is such an area now. */
static gboolean
focus_area (TalWindow *self, Area area)
{
  switch (area)
    {
    case AREA_SIDEBAR:
      return gtk_widget_get_mapped (GTK_WIDGET (self->sidebar)) &&
             tal_sidebar_focus_destination (self->sidebar);
    case AREA_PAGE:
      return tal_window_focus_page (self);
    case AREA_DETAILS:
      return is_page_shown (self, "initiative") &&
             tal_initiative_page_focus_details (self->initiative);
    case N_AREAS:
    default:
      g_assert_not_reached ();
    }
}

/* Round by one area, over those that are not there. */
static void
area_activated_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TalWindow *self = TAL_WINDOW (widget);
  guint      step = g_str_equal (action_name, "win.focus-next-area") ? 1 : N_AREAS - 1;
  guint      area = get_focused_area (self);

  for (guint i = 1; i < N_AREAS; i++)
    {
      area = (area + step) % N_AREAS;
      if (focus_area (self, (Area)area))
        return;
    }
}

void
tal_window_install_actions (GtkWidgetClass *widget_class)
{
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
  gtk_widget_class_install_action (widget_class, "win.show-history", "s", history_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-undoable", "s", undoable_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.confirm-saved", NULL, saved_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL,
                                   shortcuts_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-next-area", NULL, area_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-previous-area", NULL,
                                   area_activated_cb);
}
