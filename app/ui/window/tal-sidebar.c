/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/window/tal-sidebar.h"

#include "ui/window/tal-destination-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

struct _TalSidebar
{
  GtkWidget parent_instance;

  TalWorkspace *workspace;
  GSignalGroup *signals;

  GtkWidget     *box;
  AdwHeaderBar  *header_bar;
  GtkMenuButton *menu_button;
  GtkListBox    *list;
  GtkWidget     *foot;
  GtkImage      *saved_icon;
  GtkLabel      *saved;
  GtkLabel      *file_name;
};

G_DEFINE_FINAL_TYPE (TalSidebar, tal_sidebar, GTK_TYPE_WIDGET)

static void
show_foot (TalSidebar *self)
{
  g_autofree char *name = NULL;
  const char      *path = NULL;
  const char      *saved = _ ("All changes are saved");

  gtk_widget_set_visible (self->foot, self->workspace != NULL);
  if (self->workspace == NULL)
    return;

  if (tal_workspace_get_read_only (self->workspace))
    saved = _ ("Read-only");
  else if (tal_workspace_get_saving (self->workspace))
    saved = _ ("Saving …");
  gtk_label_set_label (self->saved, saved);
  gtk_widget_set_visible (GTK_WIDGET (self->saved_icon),
                          !tal_workspace_get_read_only (self->workspace));
  gtk_widget_set_opacity (GTK_WIDGET (self->saved_icon),
                          tal_workspace_get_saving (self->workspace) ? 0 : 1);

  path = tal_workspace_get_path (self->workspace);
  name = g_filename_display_basename (path);
  if (tal_workspace_get_on_network_drive (self->workspace))
    {
      g_autofree char *named = g_strdup_printf (_ ("%s, on a network drive"), name);
      g_autofree char *tip =
          g_strdup_printf (_ ("%s\nEvery change is written at once and takes a little longer here. Other machines wait for one another."),
                              path);

      gtk_label_set_label (self->file_name, named);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), tip);
      return;
    }

  gtk_label_set_label (self->file_name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->file_name), path);
}

/* The badge says how many goals that can be measured have no result. */
static void
show_badge (TalSidebar *self)
{
  TalStatusTable *statuses =
      self->workspace != NULL ? tal_workspace_get_statuses (self->workspace) : NULL;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, TAL_DESTINATION_ENTRY);
  guint          n_missing = 0;

  for (guint i = 0; statuses != NULL && i < tal_status_table_get_length (statuses); i++)
    {
      const TalGoalStatus *status = tal_status_table_get_status (statuses, i);

      if (status->criterion != NULL && status->attainment == TAL_ATTAINMENT_NOT_MEASURED)
        n_missing++;
    }

  tal_destination_row_set_badge (TAL_DESTINATION_ROW (row), n_missing);
}

static void
workspace_changed_cb (TalSidebar *self)
{
  show_foot (self);
  show_badge (self);
}

static void
saving_changed_cb (TalSidebar *self)
{
  show_foot (self);
}

static void
row_activated_cb (TalSidebar *self, GtkListBoxRow *row)
{
  TalDestination destination = tal_destination_row_get_destination (TAL_DESTINATION_ROW (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-destination", "s",
                              tal_destination_get_name (destination));
}

static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  TalDestination destination = tal_destination_row_get_destination (TAL_DESTINATION_ROW (row));
  const char    *heading = tal_destination_get_heading (destination);
  GtkWidget     *label = NULL;

  if (heading == NULL)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char *[]){ "sidebar-heading", "dim-label", NULL });
  gtk_list_box_row_set_header (row, label);
}

static void
tal_sidebar_dispose (GObject *object)
{
  TalSidebar *self = TAL_SIDEBAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_SIDEBAR);

  G_OBJECT_CLASS (tal_sidebar_parent_class)->dispose (object);
}

static void
tal_sidebar_class_init (TalSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_sidebar_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/window/tal-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, header_bar);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, foot);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, saved);
  gtk_widget_class_bind_template_child (widget_class, TalSidebar, file_name);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tal_sidebar_init (TalSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < TAL_N_DESTINATIONS; i++)
    gtk_list_box_append (self->list, tal_destination_row_new ((TalDestination)i));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);

  self->signals = g_signal_group_new (TAL_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "notify::statuses",
                                  G_CALLBACK (workspace_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::read-only",
                                  G_CALLBACK (workspace_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::saving", G_CALLBACK (saving_changed_cb),
                                  self);
}

void
tal_sidebar_set_menu (TalSidebar *self, GMenuModel *menu)
{
  g_return_if_fail (TAL_IS_SIDEBAR (self));

  gtk_menu_button_set_menu_model (self->menu_button, menu);
}

void
tal_sidebar_set_workspace (TalSidebar *self, TalWorkspace *workspace)
{
  g_return_if_fail (TAL_IS_SIDEBAR (self));
  g_return_if_fail (workspace == NULL || TAL_IS_WORKSPACE (workspace));

  if (!g_set_object (&self->workspace, workspace))
    return;

  g_signal_group_set_target (self->signals, workspace);
  show_foot (self);
  show_badge (self);
}

void
tal_sidebar_set_destination (TalSidebar *self, TalDestination destination)
{
  g_return_if_fail (TAL_IS_SIDEBAR (self));

  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (int)destination));
}

gboolean
tal_sidebar_focus_destination (TalSidebar *self)
{
  GtkListBoxRow *row = NULL;

  g_return_val_if_fail (TAL_IS_SIDEBAR (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
tal_sidebar_set_alone (TalSidebar *self, gboolean alone)
{
  g_return_if_fail (TAL_IS_SIDEBAR (self));

  adw_header_bar_set_show_end_title_buttons (self->header_bar, alone);
}
