/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/common/tal-empty-page.h"

#include <adwaita.h>

struct _TalEmptyPage
{
  GtkWidget parent_instance;

  GtkWidget *status_page;
};

G_DEFINE_FINAL_TYPE (TalEmptyPage, tal_empty_page, GTK_TYPE_WIDGET)

static void
tal_empty_page_dispose (GObject *object)
{
  TalEmptyPage *self = TAL_EMPTY_PAGE (object);

  g_clear_pointer (&self->status_page, gtk_widget_unparent);

  G_OBJECT_CLASS (tal_empty_page_parent_class)->dispose (object);
}

static void
tal_empty_page_class_init (TalEmptyPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tal_empty_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
tal_empty_page_init (TalEmptyPage *self)
{
  self->status_page = adw_status_page_new ();
  gtk_widget_set_parent (self->status_page, GTK_WIDGET (self));
}

GtkWidget *
tal_empty_page_new (TalDestination destination)
{
  TalEmptyPage *self = g_object_new (TAL_TYPE_EMPTY_PAGE, NULL);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->status_page),
                                 tal_destination_get_icon_name (destination));
  adw_status_page_set_title (ADW_STATUS_PAGE (self->status_page),
                             tal_destination_get_coming_title (destination));
  adw_status_page_set_description (ADW_STATUS_PAGE (self->status_page),
                                   tal_destination_get_coming_text (destination));
  return GTK_WIDGET (self);
}
