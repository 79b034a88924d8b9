/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-window.h"

#include "core/tal-initiative.h"
#include "ui/common/tal-empty-page.h"
#include "ui/common/tal-initiative-text.h"
#include "ui/common/tal-marked-text.h"
#include "ui/figures/tal-appropriations-page.h"
#include "ui/figures/tal-offers-page.h"
#include "ui/figures/tal-target-groups-page.h"
#include "ui/history/tal-history-page.h"
#include "ui/import/tal-exchange-page.h"
#include "ui/results/tal-entry-page.h"
#include "ui/window/tal-welcome-page.h"
#include "ui/window/tal-window-private.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TalWindow, tal_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
is_initiative_shown (TalWindow *self)
{
  return g_strcmp0 (tal_window_get_page_name (self), "initiative") == 0;
}

/* A destination that has a list to search in; the overview is another page of the stack. */
static gboolean
is_list_shown (TalWindow *self)
{
  static const TalDestination lists[] = { TAL_DESTINATION_TARGET_GROUPS, TAL_DESTINATION_OFFERS,
                                          TAL_DESTINATION_APPROPRIATIONS, TAL_DESTINATION_HISTORY };
  const char                 *shown = tal_window_get_page_name (self);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (g_strcmp0 (shown, tal_destination_get_name (lists[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_titles (TalWindow *self)
{
  const TalCatalogue  *catalogue = NULL;
  const TalRecord     *record = NULL;
  const TalInitiative *initiative = NULL;
  g_autofree char     *place = NULL;
  g_autofree char     *whole = NULL;
  const char          *unit = NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), NULL);
  if (self->workspace == NULL)
    {
      adw_window_title_set_title (self->title, "Indsatstal");
      adw_window_title_set_subtitle (self->title, "");
      return;
    }

  if (is_initiative_shown (self))
    {
      catalogue = tal_workspace_get_catalogue (self->workspace);
      record = tal_catalogue_find (catalogue, TAL_KIND_INITIATIVE,
                                   tal_initiative_page_get_initiative (self->initiative));
    }
  if (record != NULL)
    {
      initiative = TAL_INITIATIVE (record);
      place = tal_initiative_text_place (initiative, catalogue);
      whole = g_strdup_printf ("%s\n%s", initiative->name, place);
      adw_window_title_set_title (self->title, initiative->name);
      adw_window_title_set_subtitle (self->title, place);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), whole);
      return;
    }

  unit = tal_workspace_get_unit_name (self->workspace);
  adw_window_title_set_title (self->title, tal_destination_get_title (self->destination));
  adw_window_title_set_subtitle (self->title, unit != NULL ? unit : "");
}

/* What can be done with the page stands behind the same button everywhere. */
static void
show_more_menu (TalWindow *self, gboolean initiative)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GMenu          *menu = NULL;

  if (application == NULL)
    return;

  menu = gtk_application_get_menu_by_id (application, initiative ? "initiative-menu" : "more-menu");
  if (gtk_menu_button_get_menu_model (self->more_button) != G_MENU_MODEL (menu))
    gtk_menu_button_set_menu_model (self->more_button, G_MENU_MODEL (menu));
}

void
tal_window_update_header (TalWindow *self)
{
  gboolean    opened = self->workspace != NULL;
  gboolean    folded = adw_leaflet_get_folded (self->leaflet);
  gboolean    initiative = is_initiative_shown (self);
  gboolean    overview = g_strcmp0 (tal_window_get_page_name (self), "overview") == 0;
  gboolean    read_only = opened && tal_workspace_get_read_only (self->workspace);
  GtkWidget  *sidebar = GTK_WIDGET (self->sidebar);
  GtkWidget  *search = GTK_WIDGET (self->search_toggle);
  const char *title = NULL;

  show_titles (self);
  tal_sidebar_set_alone (self->sidebar, folded);
  gtk_widget_set_visible (self->separator, opened && gtk_widget_get_visible (sidebar));
  gtk_widget_set_visible (self->back_button, opened && (initiative || folded));
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar_toggle), opened && !initiative && !folded);
  gtk_toggle_button_set_active (self->sidebar_toggle, gtk_widget_get_visible (sidebar));
  gtk_widget_set_visible (search, overview);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), opened);
  gtk_widget_set_visible (GTK_WIDGET (self->details_toggle), initiative);
  gtk_widget_set_visible (self->entry_button, initiative && !read_only);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button),
                          !opened || (!folded && !gtk_widget_get_visible (sidebar)));

  show_more_menu (self, initiative);
  title = adw_window_title_get_title (self->title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.start-search",
                                 overview || is_list_shown (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.start-entry", initiative && !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.toggle-details", initiative);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-lists", opened);
  tal_window_update_editing (self);
}

gboolean
tal_window_focus_page (TalWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->stack);
  GtkWidget *focus = NULL;

  if (TAL_IS_ENTRY_PAGE (page))
    tal_entry_page_focus_grid (TAL_ENTRY_PAGE (page));
  if (TAL_IS_INITIATIVE_PAGE (page))
    return tal_initiative_page_focus_goals (self->initiative);

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  return (focus != NULL && gtk_widget_is_ancestor (focus, page)) ||
         gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* Whoever goes to a page goes on working there. */
void
tal_window_show_page (TalWindow *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  tal_window_update_header (self);
  tal_window_focus_page (self);
}

static void
goal_selected_cb (TalWindow *self)
{
  tal_window_update_editing (self);
}

static void
ensure_overview (TalWindow *self)
{
  if (self->overview != NULL)
    return;

  self->overview = TAL_OVERVIEW_PAGE (tal_overview_page_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->overview), "overview");
  g_object_bind_property (self->overview, "searching", self->search_toggle, "active",
                          G_BINDING_BIDIRECTIONAL);
  tal_overview_page_set_workspace (self->overview, self->workspace);
}

static void
ensure_initiative (TalWindow *self)
{
  if (self->initiative != NULL)
    return;

  self->initiative = TAL_INITIATIVE_PAGE (tal_initiative_page_new ());
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->initiative), "initiative");
  g_signal_connect_object (self->initiative, "goal-selected", G_CALLBACK (goal_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->initiative, "details-shown", self->details_toggle, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  tal_initiative_page_set_workspace (self->initiative, self->workspace);
}

/* The pages that follow whichever collection is open by themselves. */
static GtkWidget *(*const page_makers[TAL_N_DESTINATIONS]) (void) = {
  [TAL_DESTINATION_ENTRY] = tal_entry_page_new,
  [TAL_DESTINATION_TARGET_GROUPS] = tal_target_groups_page_new,
  [TAL_DESTINATION_OFFERS] = tal_offers_page_new,
  [TAL_DESTINATION_APPROPRIATIONS] = tal_appropriations_page_new,
  [TAL_DESTINATION_HISTORY] = tal_history_page_new,
};

static void
ensure_page (TalWindow *self, TalDestination destination)
{
  const char *name = tal_destination_get_name (destination);
  GtkWidget  *page = NULL;

  if (gtk_stack_get_child_by_name (self->stack, name) != NULL)
    return;

  if (tal_destination_is_coming (destination))
    {
      page = tal_empty_page_new (destination);
    }
  else if (destination == TAL_DESTINATION_EXCHANGE)
    {
      page = tal_exchange_page_new ();
    }
  else
    {
      page = page_makers[destination]();
      g_object_bind_property (self, "workspace", page, "workspace", G_BINDING_SYNC_CREATE);
      if (destination == TAL_DESTINATION_ENTRY)
        g_settings_bind (self->settings, "compact-rows", page, "compact-rows", G_SETTINGS_BIND_GET);
    }
  gtk_stack_add_named (self->stack, page, name);
}

static void
folded_changed_cb (TalWindow *self)
{
  /* Folded, the sidebar is a page of its own and is reached by going back. */
  if (adw_leaflet_get_folded (self->leaflet) && self->workspace != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->sidebar), TRUE);
  tal_window_update_header (self);
}

static void
sidebar_toggled_cb (TalWindow *self)
{
  if (self->workspace == NULL || adw_leaflet_get_folded (self->leaflet))
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->sidebar),
                          gtk_toggle_button_get_active (self->sidebar_toggle));
  tal_window_update_header (self);
}

static void
statuses_changed_cb (TalWindow *self)
{
  tal_window_update_header (self);
  tal_window_update_banner (self);
}

static void
undo_changed_cb (TalWindow *self)
{
  tal_window_update_undo (self);
}

static void
active_changed_cb (TalWindow *self)
{
  if (self->workspace == NULL || !gtk_window_is_active (GTK_WINDOW (self)))
    return;

  tal_window_update_undo (self);
  tal_workspace_look_outside (self->workspace);
}

static void
tal_window_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_WORKSPACE)
    g_value_set_object (value, TAL_WINDOW (object)->workspace);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static gboolean
tal_window_close_request (GtkWindow *window)
{
  return tal_window_ask_before_closing (TAL_WINDOW (window)) ||
         GTK_WINDOW_CLASS (tal_window_parent_class)->close_request (window);
}

/* Only what is mapped takes the focus: the first page gets it now. */
static void
tal_window_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tal_window_parent_class)->map (widget);
  if (gtk_window_get_focus (GTK_WINDOW (widget)) == NULL)
    tal_window_focus_page (TAL_WINDOW (widget));
}

static void
tal_window_dispose (GObject *object)
{
  TalWindow *self = TAL_WINDOW (object);

  if (self->signals != NULL)
    tal_window_close_collection (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->failed);
  g_clear_object (&self->waiting);
  g_clear_handle_id (&self->toast_timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_WINDOW);
  g_clear_pointer (&self->visited, g_array_unref);

  G_OBJECT_CLASS (tal_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/window/tal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TalWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, separator);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, content);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, sidebar_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, search_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, details_toggle);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, entry_button);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, new_initiative_button);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, more_button);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, TalWindow, error_page);
  gtk_widget_class_bind_template_callback (widget_class, folded_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
}

static void
tal_window_class_init (TalWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tal_window_get_property;
  object_class->dispose = tal_window_dispose;
  widget_class->map = tal_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = tal_window_close_request;

  properties[PROP_WORKSPACE] =
      g_param_spec_object ("workspace", NULL, NULL, TAL_TYPE_WORKSPACE,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TAL_TYPE_BANNER);
  g_type_ensure (TAL_TYPE_ERROR_PAGE);
  g_type_ensure (TAL_TYPE_SIDEBAR);
  bind_template (widget_class);
  tal_window_install_actions (widget_class);
  tal_window_install_opening_actions (widget_class);
  tal_window_install_backup_actions (widget_class);
  tal_window_install_editing (widget_class);
  tal_window_install_undo_actions (widget_class);
  tal_window_install_search_actions (widget_class);
  tal_window_install_list_actions (widget_class);
  tal_window_install_exchange_actions (widget_class);
}

static void
tal_window_init (TalWindow *self)
{
  self->visited = g_array_new (FALSE, FALSE, sizeof (TalVisited));
  gtk_widget_init_template (GTK_WIDGET (self));
  tal_marked_text_watch (GTK_WINDOW (self));
  tal_window_accept_drops (self);

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (statuses_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "committed", G_CALLBACK (tal_window_note_changes),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::undo-label", G_CALLBACK (undo_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::redo-label", G_CALLBACK (undo_changed_cb),
                                  self);
  tal_window_update_undo (self);
  tal_window_update_backup_actions (self);
  tal_window_update_exchange (self);
}

static void
set_menus (TalWindow *self, GtkApplication *application)
{
  GMenu *primary = gtk_application_get_menu_by_id (application, "primary-menu");

  tal_sidebar_set_menu (self->sidebar, G_MENU_MODEL (primary));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (primary));
}

GtkWidget *
tal_window_new (GtkApplication *application, GSettings *settings)
{
  TalWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TAL_TYPE_WINDOW, "application", application, NULL);
  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  set_menus (self, application);
  tal_window_update_header (self);
  return GTK_WIDGET (self);
}

void
tal_window_show_welcome (TalWindow *self)
{
  g_return_if_fail (TAL_IS_WINDOW (self));

  tal_window_close_collection (self);
  if (gtk_stack_get_child_by_name (self->stack, "welcome") == NULL)
    gtk_stack_add_named (self->stack, tal_welcome_page_new (), "welcome");
  tal_window_show_page (self, "welcome");
}

TalWorkspace *
tal_window_get_workspace (TalWindow *self)
{
  g_return_val_if_fail (TAL_IS_WINDOW (self), NULL);

  return self->workspace;
}

static TalVisited
get_place (TalWindow *self)
{
  TalVisited place = { .destination = self->destination };

  if (is_initiative_shown (self))
    {
      place.initiative = tal_initiative_page_get_initiative (self->initiative);
      place.goal = tal_initiative_page_get_goal (self->initiative);
    }
  return place;
}

/* Goes to a destination's place in the sidebar, and keeps in mind where it came from.  Another
 * goal of the same initiative is no other place. */
static void
leave_for (TalWindow *self, TalDestination destination, TalId initiative)
{
  TalVisited before = get_place (self);

  if (before.destination != destination || !tal_id_is_equal (before.initiative, initiative))
    g_array_append_val (self->visited, before);
  self->destination = destination;
  g_settings_set_string (self->settings, "last-destination",
                         tal_destination_get_name (destination));
  tal_sidebar_set_destination (self->sidebar, destination);
  adw_leaflet_set_visible_child (self->leaflet, self->content);
}

void
tal_window_show_destination (TalWindow *self, TalDestination destination)
{
  g_return_if_fail (TAL_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;

  leave_for (self, destination, TAL_ID_NONE);
  if (destination == TAL_DESTINATION_OVERVIEW)
    ensure_overview (self);
  else
    ensure_page (self, destination);
  tal_window_show_page (self, tal_destination_get_name (destination));
}

void
tal_window_show_initiative (TalWindow *self, TalId initiative, TalId goal)
{
  g_return_if_fail (TAL_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;

  leave_for (self, TAL_DESTINATION_OVERVIEW, initiative);
  ensure_initiative (self);
  tal_initiative_page_set_initiative (self->initiative, initiative);
  if (!tal_id_is_none (goal))
    tal_initiative_page_select_goal (self->initiative, goal);
  tal_window_show_page (self, "initiative");
}

const char *
tal_window_get_page_name (TalWindow *self)
{
  g_return_val_if_fail (TAL_IS_WINDOW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

void
tal_window_show_message (TalWindow *self, const char *message)
{
  g_return_if_fail (TAL_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  tal_window_show_toast (self, message, NULL, NULL);
}
