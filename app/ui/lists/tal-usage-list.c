/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ui/lists/tal-usage-list.h"

#include "core/tal-title.h"
#include "core/tal-usage.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* How many are shown, each with a way to go there. */
#define MOST_SHOWN 8

struct _TalUsageList
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkLabel   *title;
  GtkListBox *rows;
};

G_DEFINE_FINAL_TYPE (TalUsageList, tal_usage_list, GTK_TYPE_WIDGET)

static void
tal_usage_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TAL_TYPE_USAGE_LIST);

  G_OBJECT_CLASS (tal_usage_list_parent_class)->dispose (object);
}

static void
tal_usage_list_class_init (TalUsageListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tal_usage_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/lists/tal-usage-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TalUsageList, box);
  gtk_widget_class_bind_template_child (widget_class, TalUsageList, title);
  gtk_widget_class_bind_template_child (widget_class, TalUsageList, rows);
}

static void
tal_usage_list_init (TalUsageList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
tal_usage_list_new (void)
{
  return g_object_new (TAL_TYPE_USAGE_LIST, NULL);
}

static void
add_user (TalUsageList *self, const TalCatalogue *catalogue, const TalRecord *user)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *title = tal_title_for_record (catalogue, user);
  g_autofree char *markup = g_markup_escape_text (title, -1);
  char             id[TAL_ID_STRING_LENGTH + 1];

  tal_id_format (user->id, id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), markup);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "list.go-to");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(us)", (guint32)user->kind, id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_append (self->rows, row);
}

void
tal_usage_list_show (TalUsageList *self, const TalCatalogue *catalogue, const TalRecord *record)
{
  g_autoptr (GPtrArray) users = NULL;
  g_autofree char      *title = NULL;
  GtkListBoxRow        *row = NULL;

  g_return_if_fail (TAL_IS_USAGE_LIST (self));
  g_return_if_fail (catalogue != NULL && record != NULL);

  users = tal_usage_list_users (catalogue, record);
  title = users->len == 0
      ? g_strdup (_ ("Nothing refers to it"))
      : g_strdup_printf (ngettext ("Used in %u place", "Used in %u places", users->len),
                         users->len);
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), users->len > 0);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  for (guint i = 0; i < MIN (users->len, MOST_SHOWN); i++)
    add_user (self, catalogue, g_ptr_array_index (users, i));
}
